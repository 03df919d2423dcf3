"""The telephone: Twilio Voice."""

from vigie.channels.phone.channel import PhoneChannel

__all__ = ["PhoneChannel"]
