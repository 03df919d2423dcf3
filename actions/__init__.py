"""Rasa actions, one a topic: read the question, ask the knowledge, render, say."""
