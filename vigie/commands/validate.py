"""`vigie validate`: what `rasa data validate` checks, less the warnings that are false here."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterable

import typer

from vigie.commands import prepare
from vigie.errors import Refusal
from vigie.project import Project

UNUSED = re.compile(r"The utterance '(?P<what>\w+)' is not used in any story or rule")
TWICE = re.compile(r"The example '(?P<what>.+)' was found labeled with multiple different intents")
SLOTS = "Slot auto-fill has been removed in 3.0"

WHY = {
    "said": "phrases que disent les actions, et non les règles (tenu par tests/coherence)",
    "taught": "messages de data/corpus, dont le sens dépend de ce qui précède dans le dialogue",
    "slots": "remarque que Rasa fait de tout domaine qui a des slots",
}
"""Why a warning is false, in French."""


def validate() -> None:
    """Say what Rasa finds wrong with the domain, the examples and the rules.

    Raises:
        Refusal: the warnings that are left.
    """
    prepare.settings(level="error")
    project = Project.here()
    taught = _taught(project)
    aside: Counter[str] = Counter()
    left = []
    for said in _warnings(project):
        why = false(said, taught)
        aside[why] += 1
        if not why:
            left.append(said)
    for why, explained in WHY.items():
        if aside[why]:
            typer.echo(f"Mis de côté ({aside[why]}) : {explained}.")
    if left:
        raise Refusal("\n".join([f"Rasa avertit ({len(left)}) :", *left]))
    typer.echo("Rasa ne trouve rien d’autre.")


def false(warning: str, taught: frozenset[str]) -> str:
    """Why a warning of Rasa's is false here, a key of `WHY`; "" where it is not.

    Args:
        warning: as Rasa words it.
        taught: the texts of the corpus.
    """
    if UNUSED.search(warning):
        return "said"
    if warning.startswith(SLOTS):
        return "slots"
    found = TWICE.search(warning)
    return "taught" if found and found["what"] in taught else ""


def _taught(project: Project) -> frozenset[str]:
    from vigie.nlu.corpus import read

    corpus, _ = read(project.data)
    return frozenset(part.text for one in corpus.messages for part in one.segments)


def _warnings(project: Project) -> Iterable[str]:
    """What Rasa's validator says, each once."""
    from rasa.shared.importers.importer import TrainingDataImporter
    from rasa.validator import Validator

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        validator = Validator.from_importer(
            TrainingDataImporter.load_from_config(
                str(project.config), str(project.domain), [str(project.data)]
            )
        )
        well = (
            validator.verify_domain_validity(),
            validator.verify_actions_in_stories_rules(),
            validator.verify_nlu(ignore_warnings=True),
            validator.verify_forms_in_stories_rules(),
            validator.verify_form_slots(),
            validator.verify_slot_mappings(),
            validator.verify_story_structure(ignore_warnings=True),
        )
    said = [str(one.message) for one in caught if one.category is UserWarning]
    if not all(well):
        said.append("Le domaine, les données ou les règles se contredisent.")
    return dict.fromkeys(said)
