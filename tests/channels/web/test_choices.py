"""Choices and structure, with the real model."""

from __future__ import annotations

import pytest

from tests.channels.web.client import tab
from tests.server.marks import MARKS, SENDER
from tests.server.running import Server


async def test_a_choice_is_taken_from_the_message_that_offered_it(vigie: Server) -> None:
    async with tab(vigie) as one:
        await one.say("De quel niveau est-il ?", "a")
        (asked,) = one.all("message")
        assert asked["kind"] == "clarify"
        first, second = asked["choices"][:2]
        not_offered = {"id": "b", "n": asked["n"], "key": "choix:99"}
        assert (await one.call("choose", not_offered))["error"] == "not_offered"
        picked = {"id": "c", "n": asked["n"], "key": first["key"]}
        acks = [await one.call("choose", picked) for _ in range(2)]
        assert acks[0] == acks[1]
        assert "niveau ministériel" in one.texts()[-1]
        late = {"id": "d", "n": asked["n"], "key": second["key"]}
        assert (await one.call("choose", late))["ok"]  # another question was asked since
        assert "hauts responsables" in one.texts()[-1]
        assert len(one.all("message")) == 3
    async with tab(vigie, one.session["token"]) as page:
        said = [m["text"] for m in page.session["messages"] if m["type"] == "said"]
        assert said == ["De quel niveau est-il ?", first["title"], second["title"]]


async def test_a_typed_key_that_was_not_offered_is_text(vigie: Server) -> None:
    async with tab(vigie) as one:
        await one.say("choix:1", "a")
        assert one.all("message")[0]["kind"] != "answer"


async def test_an_answer_has_its_parts_and_its_source(vigie: Server) -> None:
    async with tab(vigie) as one:
        await one.say("Quels sont les membres du PITF ?", "a")
        (message,) = one.all("message")
        assert message["kind"] == "answer"
        assert message["source"].startswith("Source")
        assert all({"lead", "items", "after"} <= set(part) for part in message["answers"])
        document = message["document"]
        assert document["title"].startswith("Organismes publics des États-Unis")
        assert document["years"] == "2016\u20132017"
        assert all(passage["section"] in message["source"] for passage in document["passages"])
        assert len(message["changes"]) == len(message["updates"])
        for link in (*message["changes"], *message["sources"]):
            assert link["text"] and link["url"].startswith("https://") and link["checked_on"]
        await one.say("au secours, on m'a pris mon passeport", "b")
        help_ = one.all("message")[-1]
        assert (help_["kind"], help_["lang"], help_["writes"]) == ("safety", "fr", "fr")
        await one.say("Who chairs the PITF?", "c")
        assert one.all("message")[-1]["writes"] == "en"


async def test_efface_tout_leaves_nothing_to_show_again(vigie: Server) -> None:
    async with tab(vigie) as one, tab(vigie, one.session["token"]) as two:
        await one.say("Que fait le DoJ ?", "a")
        ack = await one.say("efface tout", "b")
        assert ack["erased"]
        await two.until(lambda: two.session["cause"] == "renewed")
        assert two.all("session")[1]["cause"] == "forgotten"
        assert two.all("message")[1:] == []
    async with tab(vigie, one.session["token"]) as page:
        assert page.session["messages"] == []
    async with tab(vigie, ack["token"]) as page:
        (kept,) = page.session["messages"]
        assert kept["text"].startswith("C\u2019est effacé")
        await page.say("dis-m'en plus", "c")
        assert "Justice" not in page.texts()[-1]


@pytest.mark.parametrize(
    "text", ["Que fait le DoJ ?", "Au secours, il m’a pris mon passeport", "choix:1", "/restart"]
)
async def test_the_real_model_and_actions_print_nothing_of_a_person(
    vigie: Server, text: str
) -> None:
    """What the server printed at DEBUG is looked through when all tests have used it."""
    async with tab(vigie) as one:
        assert (await one.say(f"{text} {MARKS}", SENDER))["ok"]
    assert vigie.say(f"{MARKS} {text}", SENDER)
