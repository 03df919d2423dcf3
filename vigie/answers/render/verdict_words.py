"""The words of a verdict, "oui", "si", "non", before the fact that a reply tells: said, found
again, taken away."""

from __future__ import annotations

from vigie.answers.reply import Reply
from vigie.answers.view import View

UPHELD = tuple(
    f"{word}{limit}"
    for word in ("yes", "indeed_yes")
    for limit in ("", "_then", "_of_another_matter")
)
"""Sentences that uphold what is claimed."""
AMENDED = ("not_as_it_was", "indeed_not_as_it_was")
"""What is said of a law that did so once it was amended."""
LIMITED = tuple(x for x in (*UPHELD, "no_then", *AMENDED) if x not in ("yes", "indeed_yes"))
"""Verdicts that hold at the date of the document alone, or of another matter."""
PLAIN = {
    **dict.fromkeys(("yes", "indeed_yes", "no", "indeed_no"), ""),
    **dict.fromkeys(("yes_then", "indeed_yes_then", "no_then"), "then"),
    **dict.fromkeys(("yes_of_another_matter", "indeed_yes_of_another_matter"), "of_another_matter"),
}
"""Verdicts, and what stands in their place before a fact; "" for nothing."""
BARE = (*UPHELD, "no", "no_then", *AMENDED, "indeed_no", "partly")
"""Sentences that say nothing without the fact that follows them."""


def with_verdict(name: str, fact: str, view: View) -> str:
    """A fact after the sentence of a verdict; alone where that is "": what rests on silence, or is
    only guessed."""
    return view.say(name, fact=fact) if name else fact


def parted(fact: str, view: View) -> tuple[str, str]:
    """A fact as its verdict, of those that say nothing without it, and what comes after it."""
    begun = sorted((view.say(name, fact="").strip() for name in BARE), key=len, reverse=True)
    verdict = next((one for one in begun if fact.startswith(f"{one} ")), "")
    return verdict, fact.removeprefix(verdict).strip()


def without_verdict(lead: str, view: View) -> str:
    """What a reply says without its "oui" or "non": of the date of the document, or of another
    matter, where it is limited to that; as it is where it has another limit."""
    verdict, fact = parted(lead, view)
    for name, instead in PLAIN.items():
        if fact and verdict == view.say(name, fact="").strip():
            return with_verdict(instead, fact, view)
    return lead


def upheld(reply: Reply, view: View) -> str:
    """The words by which a reply says that what was claimed is so; "" where it does not."""
    return upholding(reply.lead, view)


def upholding(line: str, view: View) -> str:
    """The same of a line of it."""
    begun = (view.say(name, fact="").strip() for name in UPHELD)
    return next((one for one in begun if line.startswith(f"{one} ")), "")
