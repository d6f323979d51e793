"""Coverage-guided fuzzing of every door, with atheris."""
