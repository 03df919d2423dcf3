"""« Oui » is said of no verb that the document does not use."""

from __future__ import annotations

import pytest

from tests.answers.made import told, view
from vigie.answers.query.line import read
from vigie.answers.question import Mention, Question
from vigie.answers.verbs import in_its_words
from vigie.knowledge.text import fold

UNSAID = "À ce sujet, le document dit seulement que "
NAMES = ("DoJ", "HHS", "EEOC", "DoL", "DoI", "DoD")


@pytest.mark.parametrize(
    ("text", "line", "begins"),
    [
        ("le HHS gère la ligne ?", "verify runs(hhs,hotline)", f"{UNSAID}le département"),
        ("le HHS finance la ligne ?", "verify runs(hhs,hotline)", "Oui. "),
        ("l'EEOC supervise les poursuites ?", "verify does(eeoc,prosecution)", UNSAID),
        ("le DoJ supervise les poursuites ?", "verify does(doj,prosecution)", "Oui. "),
        ("le DoJ héberge des victimes ?", "verify does(doj,victim_assistance)", UNSAID),
        ("le DoJ s'occupe des victimes ?", "verify does(doj,victim_assistance)", "Oui. "),
        ("l'USAID gère ces programmes ?", "verify does(usaid,international_programmes)", UNSAID),
        (
            "le DoL identifie lui-même les victimes ?",
            "verify does(dol,victim_identification)",
            UNSAID,
        ),
        ("le DoJ enquête uniquement chez eux ?", "verify does(doj,investigation)", UNSAID),
        ("seul le DHS fait cela ?", "verify only(does(dhs,witness_stay))", "Le département"),
        ("le DoT ne fait que cela ?", "verify whole(does(dot,transport))", "Le département"),
        # The verb of somebody else, a noun, another sense, what is said to Vigie.
        ("réponds vite : le DoJ enquête ?", "verify does(doj,investigation)", "Oui. "),
        ("le DoJ enquête sur les recruteurs ?", "verify does(doj,investigation)", "Oui. "),
        ("le DoJ forme ceux qui arrêtent ?", "verify does(doj,training)", "Oui. "),
        ("le DoJ arrête pas d'enquêter ?", "verify does(doj,investigation)", "Oui. "),
        ("je suis contente, le DoJ enquête ?", "verify does(doj,investigation)", "Oui. "),
        ("je veux seulement savoir si le DoJ enquête", "verify does(doj,investigation)", "Oui. "),
        ("le DoJ n'enquête pas seulement ici ?", "verify does(doj,investigation)", "Oui. "),
        ("le DoJ ne forme que des juges ?", "verify does(doj,training)", UNSAID),
        ("le DoD vérifie les contrats ?", "verify does(dod,defence_contracts)", UNSAID),
        ("le HHS attribue les lettres ?", "verify does(hhs,certification)", "Oui. "),
        ("le DoJ engage des poursuites pénales ?", "verify does(doj,prosecution)", UNSAID),
        ("le DoJ forme en permanence, automatiquement ?", "verify does(doj,training)", UNSAID),
        ("le DHS accorde un séjour définitif ?", "verify does(dhs,witness_stay)", UNSAID),
        ("même sans preuve, le DoJ enquête ?", "verify does(doj,investigation)", UNSAID),
        ("le HHS ne gère pas la ligne ?", "verify !runs(hhs,hotline)", UNSAID),
        # Whom somebody teaches.
        ("le DoI forme des dentistes ?", "verify does(doi,training)", UNSAID),
        ("le HHS entraîne les ambulanciers ?", "verify does(hhs,training)", UNSAID),
        ("le DoJ donne des cours aux notaires ?", "verify does(doj,training)", UNSAID),
        ("le DoD sensibilise les lycéens ?", "verify does(dod,training)", UNSAID),
        ("le DoD forme les civils ?", "verify does(dod,training)", "Oui. "),
        ("le HHS forme aussi les communautés ?", "verify does(hhs,training)", "Oui. "),
        ("le DoJ forme les gens ?", "verify does(doj,training)", "Oui. "),
        ("le DoJ dispense des cours ?", "verify does(doj,training)", "Oui. "),
        # What the document speaks of.
        ("le document parle des cliniques ?", "verify does(hhs,public_health)", UNSAID),
        ("le document parle de santé ?", "verify does(hhs,public_health)", "Oui. "),
        # A no stays a no, and what is no task is asked in any words.
        ("l'ED supervise les enquêtes ?", "verify does(ed,investigation)", "Le document ne"),
        ("le DoS dirige la PITF ?", "verify chairs(dos,pitf)", "Oui. "),
    ],
)
def test_a_verb_that_says_more_gets_no_yes(text: str, line: str, begins: str) -> None:
    named = [(name, text.index(name)) for name in NAMES if name in text]
    mentions = tuple(Mention((name.lower(),), "agency", at, at + len(name)) for name, at in named)
    words = fold(text.replace("'", " ").replace("-", " "))
    question = Question(text, words=words, mentions=mentions)
    reply = in_its_words(told(line), read(line), question, view())
    assert reply.lead.startswith(begins)
    assert reply.lead.endswith(told(line).lead[-20:])


def test_nor_do_several_of_whom_it_is_said_together() -> None:
    """ "Ils donnent des papiers définitifs ?" of three got "Oui" of the one that gives some."""
    line = "verify does(doj,immigration_relief) & does(dhs,immigration_relief)"
    text = "ils donnent des papiers définitifs ?"
    plain = in_its_words(told(line), read(line), Question(text, words="ils en donnent"), view())
    assert any(one.startswith("Oui. ") for one in plain.items)
    reply = in_its_words(told(line), read(line), Question(text, words=fold(text)), view())
    assert reply.items and not any("Oui" in one for one in reply.items)
