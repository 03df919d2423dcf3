"""Vigie: who does what in the US federal government against human trafficking, in French."""
