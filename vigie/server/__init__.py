"""The one-process server: channels, health, limits, privacy and metrics on one Sanic app."""
