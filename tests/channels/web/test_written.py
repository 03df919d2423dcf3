"""The language of the page around the conversation follows what the person writes."""

from __future__ import annotations

from unittest import mock

import pytest

from vigie import distress
from vigie.channels.web.message import written


@pytest.mark.parametrize("text", ["👍", "🙏🙏", "???", "12"])
def test_what_has_no_letter_is_of_no_other_language(text: str) -> None:
    """To the reader of languages "👍" is English: the whole page turned to it."""
    with mock.patch.object(distress, "language", return_value="en"):
        assert written(text) == "fr"
        assert written("who are you") == "en"
