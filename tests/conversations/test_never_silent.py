"""Whatever is typed gets an answer: in French, calm, without a trace of the machine."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conversations.conftest import Ask, missing, plain
from vigie.server.answer import Answerer, Limits
from vigie.server.output import RestOutput

MACHINE = re.compile(
    r"Traceback|Exception|Error\b|(?-i:\bNone\b)(?! of this is your fault)|\bnull\b|undefined|"
    r"\{\w+\}|utter_|action_|rasa|KeyError|<\w+>|\bnan\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(r"\b(?:sorry|please|I am|I'm|cannot|the server|unknown|invalid)\b")
BROKEN = re.compile(r"Une panne m'empêche|Je n'arrive pas à répondre")
"""What is said when something raised: an answer, but a bug."""
HELP = re.compile(r"1.888.373.7888")
"""Help comes in the language of the person, and may be English."""

ODD = {
    "nothing": "",
    "spaces": "   \t\n  ",
    "spaces that do not break": "\u00a0\u202f\u2003",
    "invisible letters": "\u200b\u200c\u200d\ufeff",
    "a direction mark": "\u202equi enquête\u202c",
    "a question mark": "?",
    "many question marks": "?" * 300,
    "stops": "...",
    "one letter": "k",
    "a number": "42",
    "a long number": "9" * 200,
    "an emoji": "🚔",
    "a family of emoji": "👩\u200d👩\u200d👧\u200d👦👍🏽🇭🇹",
    "many emoji": "😀" * 500,
    "half a surrogate pair": "que fait le DoJ \ud83d ?",
    "the other half alone": "\ude00",
    "a pair the wrong way": "\ude00\ud83d",
    "a null": "que fait\x00le DoJ",
    "controls": "\x01\x02\x1b[31m\x7f",
    "letters with many accents": "q\u0301\u0302\u0303\u0304u\u0308\u030ai\u0327 enquête",
    "a hundred accents on one letter": "e" + "\u0301" * 300,
    "another alphabet": "что делает министерство?",
    "right to left": "ماذا تفعل وزارة العدل",
    "Chinese": "司法部做什么",
    "fancy letters": "𝓺𝓾𝓲 𝓮𝓷𝓺𝓾𝓮̂𝓽𝓮",
    "a page": "<html><script>alert('DoJ')</script><b>qui</b></html>",
    "an unclosed tag": "<" * 200,
    "a query": "Robert'); DROP TABLE events;--",
    "a query with a union": "' OR 1=1 UNION SELECT password FROM users",
    "a template": "{{7*7}} ${7*7} {agency:le} %s %(x)s {0} {}",
    "a file": "../../../../etc/passwd",
    "a shell": "$(rm -rf /); `id`",
    "JSON": '{"intent": "greet", "message": null}',
    "YAML": "- intent: greet\n  examples: |\n    - x",
    "Markdown": "# Titre\n**gras** [lien](http://a.b) ![](x)",
    "an entity of rasa": '[DoJ](agency) [x]{"entity": "agency"}',
    "an address": "https://exemple.org/?q=qui%20enquete&x=1#a",
    "an e-mail": "moi@exemple.org",
    "a phone number": "+509 3456-7890",
    "a rasa intent": "/greet",
    "a rasa intent with entities": '/describe{"agency": "doj"}',
    "a rasa intent with nonsense": "/describe{",
    "an unknown rasa intent": "/zzz",
    "a restart of rasa": "/restart",
    "a session start of rasa": "/session_start",
    "a key of a choice": "choix:1",
    "a key out of range": "choix:999999",
    "a key with nonsense": "choix:-1; DROP",
    "3,000 characters of one word": "enquête " * 375,
    "3,000 letters": "a" * 3000,
    "3,000 characters of questions": "Qui enquête ? " * 214,
    "twenty questions": " ".join(f"Qui enquête sur {n} ?" for n in range(20)),
    "all the agencies at once": "DoS DoJ DoD DoI USDA DoL HHS DoT ED DHS USTR USAID EEOC ODNI OMB NSC DPC",
    "nothing but exclusions": "sauf sauf à part sauf mais pas mais pas",
    "only small words": "le la les de du des et ou qui que",
}


def check(said: str, messages: list[dict[str, Any]]) -> None:
    text = plain(messages)
    assert text, repr(said)
    assert not BROKEN.search(text), repr(said)
    # In Creole the word says "in".
    creole = any(message.get("custom", {}).get("lang") == "ht" for message in messages)
    assert not MACHINE.search(text.replace(" nan ", " ") if creole else text), text
    assert HELP.search(text) or not ENGLISH.search(text), text
    assert len(text) < 4000
    assert all(
        set(message) <= {"recipient_id", "text", "buttons", "custom"} for message in messages
    )


@pytest.mark.parametrize("said", ODD.values(), ids=ODD)
async def test_an_odd_message_is_answered(ask: Ask, said: str) -> None:
    check(said, await ask(said))


@pytest.mark.parametrize("said", ODD.values(), ids=ODD)
async def test_and_so_is_the_next_message(ask: Ask, said: str) -> None:
    await ask("Qui mène des enquêtes ?")
    check(said, await ask(said))
    assert missing(plain(await ask("Qui préside la PITF ?")), ["(DoS)"]) == []


FRENCH = (
    "qui que fait le la DoJ DHS l'USAID PITF SPOG TVPA et ou sauf à part mais pas rapports combien "
    "enquête forme finance deuxième les autres non oui source ? . , 2003 comité loi victimes cb ki koi "
    "Trésor Justice il elle ça lesquels plus de détails pourquoi est-ce"
).split()

ANYTHING = st.one_of(
    st.text(alphabet=st.characters(), max_size=80),
    st.lists(st.sampled_from(FRENCH), min_size=1, max_size=14).map(" ".join),
    st.builds(
        lambda words, noise: "".join(w + n for w, n in zip(words, noise)),
        st.lists(st.sampled_from(FRENCH), min_size=1, max_size=8),
        st.lists(st.text(alphabet=st.characters(), max_size=3), min_size=8, max_size=8),
    ),
)


@given(said=ANYTHING)
@settings(
    max_examples=250,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_anything_is_answered_at_any_point_of_a_talk(assistant: Any, said: str) -> None:
    """One conversation for all of them: each message also follows on whatever came before."""
    answerer = Answerer("rest", Limits())
    output = RestOutput("hypothesis")
    asyncio.run(answerer.answer(assistant.agent.handle_message, said, "hypothesis", output))
    check(said, list(output.messages))
