"""The Rasa components, in the order of config.yml: names, topics, frames, safety."""
