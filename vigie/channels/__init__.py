"""Messaging channels: one shared layer, and one thin connector for each platform."""
