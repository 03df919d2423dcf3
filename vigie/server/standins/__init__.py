"""Quicker stand-ins for parts of Rasa: README.md beside says which call each replaces."""
