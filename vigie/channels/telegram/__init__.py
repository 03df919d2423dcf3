"""Telegram."""

from vigie.channels.telegram.channel import TelegramChannel

__all__ = ["TelegramChannel"]
