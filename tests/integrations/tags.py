"""The tags of web/README.md, which every other page and plugin repeats."""

from __future__ import annotations

import re

from tests.conftest import ROOT

SERVER = "https://vigie.example.org"
_GUIDE = (ROOT / "web" / "README.md").read_text("utf-8").partition("## L’ajouter à vos pages")[2]
BUTTON, ELEMENT = (
    block.strip() for block in re.findall(r"^```html\n(.*?)^```$", _GUIDE, re.M | re.S)[:2]
)
"""The script that puts in the button, and the element in the page with its script."""
