"""How much the reader that writes queries is believed."""
