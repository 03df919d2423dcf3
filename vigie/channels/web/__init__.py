"""The channel of the web widget: Socket.IO, and HTTP where sockets are blocked.

The protocol is described in docs/protocole-web.md.
"""

from vigie.channels.web.channel import WebChannel

__all__ = ["WebChannel"]
