"""STOP, AIDE, REPRENDRE and SUITE; but who is in distress gets the number, whatever came before."""

from __future__ import annotations

from functools import partial

import pytest

from tests.channels.fakes import twilio
from tests.channels.fakes.base import wait_until
from tests.channels.running import CHANNELS, Platforms, fresh, phones, to_twilio
from tests.server.running import Server
from vigie.channels.shared.words import HELP, MORE, RESUME, STOP, command
from vigie.server import rescue

WORDS = {
    "stop": "STOP stop Stop. «STOP» STOP! ARRET ARRÊT arrêt Arrêter FIN fin. "
    "STOPALL Désinscrire DESINSCRIRE désabonner UNSUBSCRIBE CANCEL END QUIT /stop /stop@VigieBot",
    "help": "AIDE aide Aide? HELP INFO infos /help /aide@VigieBot",
    "resume": "REPRENDRE reprendre! START /start UNSTOP Démarrer",
    "more": "SUITE suite… Suite.",
}
CASES = [(written, word) for word, line in WORDS.items() for written in line.split()]
TYPED = {
    "stop": [
        "STOP SVP", "stop stop", "STOP VIGIE", "Arrêtez", "arretez svp", "ne m'écrivez plus",
        "ne mecrivez plus", "🛑", "🛑🛑", "STOP ✋", "je veux me désinscrire", "desinscire",
        "Bonjour, stop merci", "m'envoyez plus de messages svp", "stop texting me", "no más mensajes",
        "arrête de m'écrire", "comment me désabonner ?", "STOPP", "Stop tout de suite", "baja por favor",
    ],
    "help": ["help please", "Aide ❓", "mode d'emploi", "INFO SVP", "aide aide", "comment ça marche ?"],
    "resume": [
        "/start payload", "/start@VigieRobot payload", "Get Started", "reprendre svp", "Reprenez",
        "START START", "je veux reprendre",
    ],
    "more": ["la suite svp", "SUITE SUITE", "suite s'il vous plaît"],
}  # fmt: skip
CASES += [(written, word) for word, lines in TYPED.items() for written in lines]
HUMANS = [
    "parler à une personne", "Je voudrais parler à une personne, svp", "un humain !", "humain",
    "puis-je parler à quelqu'un ?", "Est-ce que je peux parler à un conseiller", "/personne",
    "J'aimerais parler avec une vraie personne", "PARLER A UN HUMAIN", "talk to a human please",
    "contacter un opérateur", "parler a une persone", "Bonjour, peut-on joindre quelqu'un ?",
    "passez-moi quelqu'un", "Parler à une personne", "hablar con una persona",
]  # fmt: skip
CASES += [(written, "human") for written in HUMANS]
CRIED = [
    "AIDE SVP", "jai besoin daide", "besoin aide", "URGENT", "911", "🆘", "au scours", "urgence !",
    "appelez la police", "ساعدوني", "ausecours", "besoin d'aide svp", "🆘🆘🆘", "c'est urgent",
]  # fmt: skip
"""Calls for help of two words at most."""
NONE = [
    "Personne",
    "parler à une personne victime de traite",
    "comment contacter le DoL ?",
    "qui parle à une victime ?",
    "un humain peut-il être vendu ?",
    "la police enquête-t-elle ?",
    "les urgences de l’hôpital",
    "stop à l'esclavage",
    "arrêtez le trafiquant",
    "arrêtez mon patron",
    "je veux arrêter ce travail mais il me frappe",
    "stop il me frappe",
    "aide ma soeur",
    "info sur la PITF",
    "/stop maintenant il me fait mal",
    "finir mon devoir",
    "startup",
    "ne m'appelez pas il écoute",
    "",
    "stop à la traite",
    "Comment arrêter un trafiquant ?",
    "fin de la traite",
    "Qui aide les victimes ?",
    "aidez-moi",
    "arrêtez-moi ça",
    "à l’aide",
    "help me",
    "arrêtez-le",
    "et la suite ?",
    "informations sur le DoJ",
    "/question stop",
    "a" * 10_000,
    "STOP " * 20,
]
SAFE = [("ARRÊT\u00a0!", "stop"), ("  se désinscrire ", "stop"), ("A R R E T", None)]


@pytest.mark.parametrize(("text", "word"), [*CASES, *SAFE, *((text, None) for text in NONE)])
def test_only_a_message_that_is_such_a_word_counts(text: str, word: str) -> None:
    assert command(text) == word


@pytest.mark.parametrize("word", sorted(STOP | HELP | RESUME | MORE))
def test_no_such_word_is_taken_for_a_cry_for_help(word: str) -> None:
    """That would be said in its place: nobody could unsubscribe."""
    assert rescue.distress_reply(word) is None
    assert rescue.distress_reply(word.upper()) is None


@pytest.mark.parametrize("text", CRIED)
def test_a_call_for_help_is_heard_without_what_was_learned(text: str) -> None:
    assert rescue.distress_reply(text) or command(text) == "help"


def test_help_is_given_to_who_calls_for_it_in_a_word(
    chat_server: Server, platforms: Platforms
) -> None:
    called = [(text, phones(chat_server, platforms)["messenger"]) for text in CRIED]
    for text, phone in called:
        phone.say(text)
    for text, phone in called:
        wait_until(phone.heard)
        said = phone.heard()[0]
        assert "911" in said and "1-888-373-7888" in said.replace("\u2011", "-"), text


@pytest.mark.parametrize("channel", CHANNELS)
def test_who_asks_for_a_person_gets_the_contact_and_the_hotline(
    chat_server: Server, platforms: Platforms, channel: str
) -> None:
    """With what was learned, too, by which somebody in distress may ask so."""
    phone = phones(chat_server, platforms)[channel]
    phone.say("parler à une personne")
    wait_until(phone.heard)
    said = phone.heard()[0]
    assert "1-888-373-7888" in said and "robot" in said
    assert ("equipe@vigie.example" in said) == (channel == "telegram")


@pytest.mark.parametrize("channel", CHANNELS)
def test_stop_help_distress_and_return(
    mini_server: Server, platforms: Platforms, channel: str
) -> None:
    phone = phones(mini_server, platforms)[channel]
    said = [
        ("combien", ["Tour 1"]),
        ("Arrêt !", ["je ne vous écrirai plus", "1-888-373-7888"]),
        ("STOP", None),
        ("combien", None),
        ("aide", ["1-888-373-7888", "robot", "STOP"]),
        ("au secours, on me frappe", ["911"]),
        ("combien", None),
        ("REPRENDRE", ["Me revoici"]),
        ("combien", ["Tour"]),
    ]
    expected = [words for _, words in said if words is not None]
    answered = 0
    for text, words in said:
        assert phone.say(text).status == 200
        if words is not None:  # each in its turn: a cry for help overtakes what waits
            answered += 1
            wait_until(partial(lambda most: len(phone.heard()) >= most, answered))
    wait_until(lambda: len(phone.heard()) == len(expected))
    for text, words in zip(phone.heard(), expected):
        assert all(word in text for word in words), (text, words)
    assert "Tour" not in phone.heard()[3], "help and nothing else"


def test_help_says_whom_to_write_to(mini_server: Server, platforms: Platforms) -> None:
    phone = phones(mini_server, platforms)["telegram"]
    phone.say("AIDE")
    wait_until(phone.heard)
    assert "equipe@vigie.example" in phone.heard()[0]


def test_who_else_reads_is_said_once_but_never_before_help(
    mini_server: Server, platforms: Platforms
) -> None:
    phone = phones(mini_server, platforms)["whatsapp"]
    for text in ("au secours, on me frappe", "combien", "combien"):
        phone.say(text)
    wait_until(lambda: len(phone.heard()) >= 3)
    notices = ["WhatsApp (Meta) voit nos messages" in text for text in phone.heard()]
    assert notices == [False, True, False]


def test_the_rest_of_a_long_sms_comes_on_demand(chat_server: Server, platforms: Platforms) -> None:
    """Three segments, then SUITE for the next three, until all was said; then SUITE is a word."""
    caller = f"+{fresh()}"

    def say(text: str) -> str:
        before = len(platforms.twilio.said(caller))
        assert to_twilio(chat_server, twilio.form(fresh(), caller, text)).status == 200
        wait_until(lambda: len(platforms.twilio.said(caller)) > before)
        assert len(platforms.twilio.said(caller)) == before + 1, "one message at once"
        return platforms.twilio.said(caller)[-1]

    heard = [say("Quels sont les membres de la PITF ?")]
    while heard[-1].endswith("(SUITE pour lire la suite)"):
        heard.append(say("suite"))
        assert len(heard) < 10
    assert len(heard) >= 3
    assert any("Source :" in text.replace("\u00a0", " ") for text in heard)
    assert say("suite") not in heard
    assert not platforms.twilio.breaches
