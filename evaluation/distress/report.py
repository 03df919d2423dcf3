"""The tables of notes/distress.md, from what the judges said."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from evaluation.distress.held_out import MEASURED, Outcome, Read
from vigie.distress.call import LANGUAGES, WRITERS


def share(some: Iterable[bool]) -> str:
    """A share in per cent, with the count."""
    known = list(some)
    return f"{100 * sum(known) / len(known):.1f} % of {len(known)}" if known else "–"


def table(head: str, rows: Iterable[tuple[str, Callable[[Read], bool]]], read: list[Read]) -> str:
    """Recall and false alarms, of the judge and of the rules alone, a row a group."""
    lines = [f"| {head} | calls heard | false alarms | rules alone: heard | false alarms |"]
    lines.append("| --- | --- | --- | --- | --- |")
    for name, member in rows:
        cries = [r for r in read if r.message.labels.call and member(r)]
        calm = [r for r in read if not r.message.labels.call and member(r)]
        cells = (
            share(r.heard for r in cries),
            share(r.heard for r in calm),
            share(r.by_rules for r in cries),
            share(r.by_rules for r in calm),
        )
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def report(found: Outcome) -> str:
    """All tables."""
    read = found.read
    by_language = [
        (code, lambda r, code=code: r.message.labels.language == code) for code in LANGUAGES
    ]
    by_writer = [(who, lambda r, who=who: r.message.labels.writer == who) for who in WRITERS]
    by_author = [(who, lambda r, who=who: r.message.author == who) for who in MEASURED]
    first = (
        "victim, or now",
        lambda r: r.message.labels.writer == "victim" or r.message.labels.when == "now",
    )
    calm = [
        ("ordinary", lambda r: not r.message.labels.call and r.easy),
        ("look-alikes", lambda r: not r.message.labels.call and not r.easy),
    ]
    cries = [r for r in read if r.message.labels.call]
    known = [r for r in cries if r.message.labels.writer != "unclear"]
    marks = [
        (
            "for another",
            share(r.call.other == (r.message.labels.writer != "victim") for r in known),
        ),
        ("who writes, of four", share(r.call.writer == r.message.labels.writer for r in known)),
        (
            "about a minor",
            share(r.call.minor == (r.message.labels.about == "minor") for r in cries),
        ),
        (
            "abroad",
            share(
                (r.call.where == "abroad") == (r.message.labels.where == "abroad") for r in cries
            ),
        ),
        ("now", share(r.call.immediate == (r.message.labels.when == "now") for r in cries)),
        ("language", share(r.call.language == r.message.labels.language for r in read)),
    ]
    asked = [heard for call, heard, _ in found.questions if not call]
    cried = [heard for call, heard, _ in found.questions if call]
    return "\n\n".join(
        (
            table("Language", [*by_language, ("all", lambda r: True)], read),
            table("Who writes", [*by_writer, first], read),
            table("Author held out", by_author, read),
            table("What was written", calm, read),
            f"Questions by held-out personas of data/nlu: {share(found.personas)} heard as calls.\n"
            f"Questions by held-out authors of data/corpus: {share(asked)} heard as calls; calls "
            f"there: {share(cried)} heard.",
            "| Mark | right |\n| --- | --- |\n" + "\n".join(f"| {n} | {s} |" for n, s in marks),
        )
    )
