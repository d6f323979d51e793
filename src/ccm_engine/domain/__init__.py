"""The rules and what they speak of: pure, without I/O, clock or framework."""
