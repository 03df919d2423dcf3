"""From a French message to its frame: who and what it names, what it is about, what it asks."""
