"""What is true: typed facts, their loading, and look-ups in them. Imports nothing else of ours."""
