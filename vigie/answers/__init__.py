"""From a question to a French message: pure functions over the knowledge, without Rasa."""
