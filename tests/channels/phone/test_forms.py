"""Forms that Twilio cannot have sent, that are not for us, or that come twice; and nothing kept."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest

from tests.channels.phone.calls import URL, Call, signature, words
from tests.channels.phone.test_calls import HOTLINE, NINE_ONE_ONE
from tests.channels.running import fresh
from tests.server.running import Server

ASKED = "qui surveille le travail forcé"


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"X-Twilio-Signature": ""}, 401), ({"X-Twilio-Signature": "c2lnbmVk"}, 403)],
)
def test_who_does_not_sign_is_turned_away(
    mini_server: Server, headers: dict[str, str], status: int
) -> None:
    call = Call(mini_server)
    assert call.post(call.form(), **headers).status == status


def test_a_signature_holds_for_one_address_one_form_and_one_token(mini_server: Server) -> None:
    call = Call(mini_server).begin()
    form = call.form(SpeechResult=ASKED)
    elsewhere = signature(URL, form)
    assert call.post(form, **{"X-Twilio-Signature": elsewhere}).status == 403
    other = signature(call.url, {**form, "SpeechResult": "autre chose"})
    assert call.post(form, **{"X-Twilio-Signature": other}).status == 403
    token = signature(call.url, form, token="another")
    assert call.post(form, **{"X-Twilio-Signature": token}).status == 403
    assert call.post(form).status == 200


STRANGE = {
    "another number": {"To": "+15550199"},
    "another account": {"AccountSid": "AC9"},
    "no name": {"CallSid": ""},
    "a part of another field moved into its name": {"CallSid": f"CA{1:032x}+336"},
    "a call that is over": {"CallStatus": "completed"},
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_not_for_us_is_not_answered(mini_server: Server, name: str) -> None:
    call = Call(mini_server)
    call.step(**STRANGE[name])
    assert call.over and not words(call.heard)


def test_a_form_that_comes_twice_is_answered_once(mini_server: Server) -> None:
    call = Call(mini_server).begin()
    again = call.url
    call.say("bonjour")
    call.url = again
    assert "Posez encore votre question" in call.say("bonjour")


def test_help_comes_as_often_as_it_is_asked_for(mini_server: Server) -> None:
    call = Call(mini_server).begin()
    again = call.url
    for _ in range(2):
        call.url = again
        assert call.say("au secours il me frappe").count(NINE_ONE_ONE) >= 2


def test_a_call_that_breaks_gives_the_number(mini_server: Server) -> None:
    call = Call(mini_server).begin()
    assert "huit, huit, huit" in call.say("boum"), "the assistant of the tests breaks at this word"


@pytest.mark.parametrize(
    "odd",
    [
        "\x00\x01\x0b",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
        "<Say>x</Say>&amp;",
        "]]>",
        "a" * 5_000,
    ],
)
def test_whatever_is_heard_the_answer_is_xml(mini_server: Server, odd: str) -> None:
    call = Call(mini_server).begin()
    call.say(f"dis {odd}", Confidence="0.1")
    assert call.heard.tag == "Response" and list(call.heard.iter("Say"))


@pytest.mark.parametrize(
    "query", ["tour=x", "tour=-1", "tour=1e9&choix=99999", "choix=%C2%B2", "%ff"]
)
def test_an_odd_step_is_the_beginning_or_the_next_one(mini_server: Server, query: str) -> None:
    call = Call(mini_server)
    call.url = f"{URL}?{query}"
    call.step()
    assert list(call.heard.iter("Say"))


def test_a_hidden_number_is_answered(mini_server: Server) -> None:
    call = Call(mini_server, "anonymous").begin()
    assert call.say("bonjour") and not call.over


def test_neither_words_nor_numbers_nor_calls_are_kept(
    mini_server: Server, minibot_folder: Path
) -> None:
    call = Call(mini_server).begin()
    call.say("zygomorphe au secours")
    call.say("zygomorphe boum")
    call.press("*")
    kept = b"".join(p.read_bytes() for p in minibot_folder.rglob(".vigie/*") if p.is_file())
    assert kept, "what was seen is"
    for word in ("zygomorphe", call.sid, call.caller, call.caller.removeprefix("+")):
        assert word not in mini_server.output and quote(word) not in mini_server.output
        assert word.encode() not in kept


def test_calls_of_one_number_are_slowed_down_but_not_help(minibot_folder: Path) -> None:
    from tests.channels.running import environment

    env = environment(VIGIE_SENDER_RATE="2", VIGIE_CHANNEL_STORE=str(minibot_folder / "slow.db"))
    with Server(minibot_folder, minibot_folder.parent / "slow.log", **env) as server:
        caller = f"+{fresh()}"
        calls = [Call(server, caller).begin() for _ in range(3)]
        said = [call.say("bonjour") for call in calls]
        assert "attendez une minute" not in said[0] + said[1]
        assert "attendez une minute" in said[2] and HOTLINE in said[2]
        assert calls[2].say("au secours il me frappe").count(NINE_ONE_ONE) >= 2
        assert "attendez" not in Call(server).begin().say("bonjour"), "others are not"
