"""Matrix, as an application service of a homeserver."""

from vigie.channels.matrix.channel import MatrixChannel

__all__ = ["MatrixChannel"]
