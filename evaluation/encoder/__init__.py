"""Trains the adapter of vigie/nlu/encoder, and measures what it buys (`make encoder`)."""
