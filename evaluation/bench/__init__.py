"""Speed, memory and growth, measured: `python -m evaluation.bench` (see README.md here)."""
