"""What is learned further is kept together with what it went on from."""

from __future__ import annotations

import numpy as np

from evaluation.encoder.between import mixed


def test_what_was_known_is_kept_in_its_share_and_what_is_new_as_it_came_out() -> None:
    before = {"emb": np.zeros((2, 3), np.float32)}
    after = {"emb": np.ones((3, 3), np.float32), "new": np.full(2, 5, np.float32)}
    found = mixed(before, after, 0.6)
    assert np.allclose(found["emb"][:2], 0.6) and np.allclose(found["emb"][2], 1)
    assert np.allclose(found["new"], 5) and np.allclose(after["emb"], 1)
