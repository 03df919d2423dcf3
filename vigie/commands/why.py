"""`vigie ask --why`: what was found in a message, and the queries that it may mean."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Iterator

from vigie.commands import prepare
from vigie.project import Project
from vigie.training import manifest

SHOWN = 4
"""Readings that are shown, the best first."""


def explain(text: str) -> str:
    """The evidence, the readings with their scores, the query and where its facts stand, as lines
    of French.

    Raises:
        Refusal: there is no model that fits.
    """
    settings = prepare.settings(level="error")
    project = Project.here()
    archive = manifest.current(project)
    prepare.serving(archive, settings)
    from rasa.core.agent import Agent

    from actions.shelf import shelf
    from vigie.answers.parts import parts_of
    from vigie.answers.question import read_question
    from vigie.answers.view import View

    agent = Agent.load(str(archive))
    message = asyncio.run(agent.parse_message(text))
    question = read_question(message)
    view = View(shelf().tables, shelf().phrases)
    return "\n".join(line for part in parts_of(question, view) for line in _part(part, view))


def _part(question: object, view: object) -> Iterator[str]:
    from vigie.answers.decide import decide
    from vigie.answers.query.write import write
    from vigie.answers.question import Question
    from vigie.answers.reading.understand import understand
    from vigie.answers.view import View

    assert isinstance(question, Question) and isinstance(view, View)
    found = understand(question, view.world)
    evidence = found.evidence
    named = [f"{' ou '.join(t.ids)}{' (mis à part)' if t.aside else ''}" for t in evidence.things]
    yield f"« {question.text} »"
    yield f"  noms : {', '.join(named) or 'aucun'}"
    topics = [f"{topic} {score:.2f}" for topic, score in evidence.topics]
    yield f"  sujets : {', '.join(topics) or 'aucun'}"
    yield f"  nombres : {', '.join(evidence.numbers) or 'aucun'}"
    yield f"  petits mots : {', '.join(sorted(evidence.operators)) or 'aucun'}"
    if question.claims:
        yield f"  affirmations : {' | '.join(one.text for one in question.claims)}"
    for reading in found.readings[:SHOWN]:
        told = "" if reading.told is None else f"  (écrite à {math.exp(reading.told):.2f})"
        yield f"  {reading.score:7.2f}  {write(reading.query)}{told}"
    decision = decide(question, view)
    if decision.query is None:
        yield f"  sûre à {found.sure:.2f} : {decision.reply.kind}"
        return
    places = ", ".join(f"{section} § {n}" for section, n in decision.reply.places)
    how = "la question redite" if decision.reply.guessed else "sans réserve"
    yield f"  requête : {write(decision.query)} (sûre à {found.sure:.2f} : répondue, {how})"
    yield f"  faits : {places or 'aucun'}"
