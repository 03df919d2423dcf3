"""A graph of operations over arrays, written one operation after the other and run by onnxruntime
on one core.

Most of the time of the encoder goes into products with matrices that are learned. These are kept
as whole numbers of eight bits, a scale a column, and what comes in is rounded so too when it
comes: a quarter of the memory, and four to six times as fast as numpy's products of floats
(evaluation/notes/training.md). Sums of whole numbers are exact, so that no processor adds them up
to something else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from vigie.nlu.encoder.base import BaseMissing, Floats

Array = npt.NDArray[Any]
ZERO, LARGEST = 128, 127
"""Of a weight as a whole number: what stands for nothing, and the most that is added to it. With a
sign of their own, older processors would overflow where two products are added."""
LEAST = np.float32(1e-9)
"""Of a scale: a column may hold nothing."""
TOGETHER = 384
"""Of what comes in, the numbers that are rounded by one scale: a few of the 1,536 of the inner part
are so large that all others would be lost."""
OPSET, FUSED = 17, "com.microsoft"
"""Of the operations: the version of the common ones, and the domain of those that onnxruntime
adds."""
FUSED_OPERATIONS = frozenset({"DynamicQuantizeMatMul", "FastGelu"})
FORMAT = 8
"""Of the file that a graph would be."""
ERRORS = 3
"""Level from which onnxruntime writes to the log."""


class Graph:
    """Operations, in the order in which they are added; each gives one array, known by a name."""

    def __init__(self) -> None:
        """An empty one.

        Raises:
            BaseMissing: what writes and runs it cannot be loaded.
        """
        try:
            import onnx  # noqa: F401
            import onnxruntime  # noqa: F401
        except ImportError as problem:
            raise BaseMissing(f"onnxruntime ne se charge pas ({problem})") from problem
        self._nodes: list[Any] = []
        self._constants: list[Any] = []

    def constant(self, value: Array) -> str:
        """The name of an array that never changes."""
        from onnx import numpy_helper

        name = f"c{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(value, name))
        return name

    def add(self, operation: str, *given: str, **settings: Any) -> str:
        """The name of what an operation makes of the arrays `given`."""
        return self.several(operation, 1, *given, **settings)[0]

    def several(self, operation: str, count: int, *given: str, **settings: Any) -> list[str]:
        """The names of the `count` arrays that an operation makes of those `given`."""
        from onnx import helper

        names = [f"n{len(self._nodes)}.{one}" for one in range(count)]
        domain = FUSED if operation in FUSED_OPERATIONS else ""
        self._nodes.append(helper.make_node(operation, given, names, domain=domain, **settings))
        return names

    def times(self, given: str, matrix: Floats, bias: Floats) -> str:
        """The product with a matrix (from, to) that is kept as whole numbers, and a bias added. Of
        more than `TOGETHER` rows there are a multiple of it."""
        count = -(-len(matrix) // TOGETHER)
        parts = self.several("Split", count, given, axis=-1) if count > 1 else [given]
        found = ""
        for part, some in zip(parts, np.split(matrix, count)):
            whole, scales = rounded(some)
            zeros = np.full(len(scales), ZERO, np.uint8)
            kept: list[Array] = [whole, scales, zeros, bias if not found else 0 * bias]
            product = self.add("DynamicQuantizeMatMul", part, *map(self.constant, kept))
            found = self.add("Add", found, product) if found else product
        return found

    def named(self, given: str, name: str) -> None:
        """Have an array stand under a name of its own among what comes out."""
        from onnx import helper

        self._nodes.append(helper.make_node("Identity", [given], [name]))

    def ready(
        self, inputs: Mapping[str, tuple[type, Sequence[str | int]]], outputs: Sequence[str]
    ) -> Any:
        """What runs it: an `onnxruntime.InferenceSession`, which several threads may ask at once.

        Args:
            inputs: of each array that comes in, its type and its shape; a word in a shape is any
                number.
            outputs: what was `named`.
        """
        import onnxruntime
        from onnx import TensorProto, helper

        made = helper.make_model(
            helper.make_graph(
                self._nodes,
                "vigie",
                [
                    helper.make_tensor_value_info(
                        name, helper.np_dtype_to_tensor_dtype(np.dtype(kind)), shape
                    )
                    for name, (kind, shape) in inputs.items()
                ],
                [helper.make_tensor_value_info(one, TensorProto.FLOAT, None) for one in outputs],
                self._constants,
            ),
            opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)],
            ir_version=FORMAT,
        )
        options = onnxruntime.SessionOptions()
        # A text is too small to be shared among cores, which others use meanwhile.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # it would keep what the longest text once needed
        options.log_severity_level = ERRORS
        return onnxruntime.InferenceSession(
            made.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )


def rounded(matrix: Floats) -> tuple[npt.NDArray[np.uint8], Floats]:
    """A matrix as whole numbers about `ZERO`, and for each column what one of them is worth.

    >>> rounded(np.array([[0.5, 0.0], [-1.0, 0.0]], np.float32))[0].tolist()
    [[192, 128], [1, 128]]
    """
    scales = np.maximum(np.abs(matrix).max(axis=0) / LARGEST, LEAST).astype(np.float32)
    return (np.rint(matrix / scales) + ZERO).astype(np.uint8), scales
