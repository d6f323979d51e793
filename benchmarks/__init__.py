"""Measure how fast the engine is, as ratios inside one run: `python -m benchmarks`."""
