"""Conversations with the real assistant by SMS, through a real gateway."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from tests.channels.real.air import Air, Phone
from tests.channels.real.conftest import Servers
from tests.channels.real.vigie import SMS_PASSWORD, SMS_SECRET
from tests.channels.running import fresh
from tests.server.running import Response, Server
from vigie.channels.shared import gsm7
from vigie.server.texts import HOTLINE

ALPHABET = gsm7.BASIC | gsm7.EXTENDED


def test_question_choice_and_follow_up(air: Air) -> None:
    phone = Phone(air)
    asked = phone.asks("Que fait le département ?")
    assert "\n2. Le département du Trésor\n" in asked and "votre opérateur de téléphone" in asked
    assert "financières" in phone.asks("2")
    assert "(DoJ)" in phone.asks("et le DoJ ?")
    assert phone.count == 3


def test_an_answer_takes_three_segments_at_most_and_the_rest_comes_for_suite(air: Air) -> None:
    phone = Phone(air)
    said = [phone.asks("Quels sont les membres de la PITF ?")]
    while "(SUITE pour lire la suite)" in said[-1]:
        said.append(phone.asks("suite"))
    assert len(said) > 1
    assert any("Source :" in text.replace("\u00a0", " ") for text in said)
    pieces = air.pieces(phone.number)
    for text in said:
        assert set(text) <= ALPHABET, set(text) - ALPHABET
        assert gsm7.segments(text) <= 3
        assert "?" not in text.replace(" ?", ""), "nothing that the alphabet lacks"
    assert len(pieces) == sum(map(gsm7.segments, said))
    assert all(gsm7.septets(piece.text) <= 160 for piece in pieces)


def test_stop_aide_and_resume(air: Air) -> None:
    phone = Phone(air)
    assert "equipe@vigie.example" in phone.asks("aide")
    assert "plus" in phone.asks("Arrêt")
    air.send(phone.number, "Que fait le DoL ?")
    assert "revoici" in phone.asks("reprendre")
    assert "(DoL)" in phone.asks("Que fait le DoL ?")
    assert phone.count == 4, "silence was kept"


def test_somebody_in_distress_gets_the_number(air: Air) -> None:
    phone = Phone(air)
    first = phone.asks("aidez moi on a pris mon passeport je suis enfermée")
    assert HOTLINE in first and "911" in first
    phone.asks("stop")
    assert "911" in phone.asks("il me frappe au secours")


def deliver(server: Server, password: str, **fields: str) -> Response:
    """A delivery of Kannel, made by hand."""
    query = urlencode({"secret": password, **fields}, quote_via=quote)
    return server.get(f"/webhooks/kannel/webhook?{query}")


def test_what_is_forged_or_repeated_has_no_answer(air: Air, servers: Servers) -> None:
    phone, server = Phone(air), servers.vigie.server
    fields = {
        "id": str(fresh()),
        "from": phone.number,
        "text": "Que fait le DoL ?",
        "charset": "UTF-8",
    }
    assert deliver(server, "", **fields).status == 401
    assert deliver(server, SMS_SECRET[:-1], **fields).status == 403
    assert deliver(server, SMS_PASSWORD, **fields).status == 403
    for _ in range(3):
        assert deliver(server, SMS_SECRET, **fields).status == 200
    assert "(DoL)" in phone.next()
    assert "(DoJ)" in phone.asks("Que fait le DoJ ?")
    assert phone.count == 2


def test_nothing_of_people_is_in_the_logs(air: Air, servers: Servers) -> None:
    phone = Phone(air)
    phone.asks("Je m’appelle Aïssatou, que fait le DoL ?")
    said = servers.vigie.output
    assert re.search("debug", said, re.IGNORECASE)
    for secret in (phone.number[1:], "Aïssatou", "A%C3%AFssatou", SMS_SECRET, SMS_PASSWORD):
        assert secret not in said
        assert secret not in servers.kannel.output, "the levels that docs/canaux/sms.md gives"


def test_an_answer_waits_for_a_gateway_that_is_restarted(air: Air, servers: Servers) -> None:
    """smsbox stops between the question and the answer."""
    phone, server = Phone(air), servers.vigie.server
    phone.asks("bonjour")
    servers.kannel.stop_smsbox()
    fields = {"id": str(fresh()), "from": phone.number, "text": "Que fait le DoL ?"}
    assert deliver(server, SMS_SECRET, **fields, charset="UTF-8").status == 200
    server.wait_until('vigie_channel_retries_total{channel="kannel"}', 1)
    servers.kannel.start_smsbox()
    assert "(DoL)" in phone.next()
    assert "(DoJ)" in phone.asks("Que fait le DoJ ?")
    assert phone.count == 3


def test_what_became_of_a_message_is_told_and_counted(air: Air, servers: Servers) -> None:
    """The gateway calls back with the password, and no number is in that call."""
    phone, server = Phone(air), servers.vigie.server
    delivered, failed = (
        f'vigie_channel_reports_total{{channel="kannel",status="{status}"}}'
        for status in ("delivered", "failed")
    )
    phone.asks("Que fait le DoL ?")
    server.wait_until(delivered, 1)
    before = server.metric(failed)
    assert deliver(server, "", dlr="2").status == 401
    for code in ("2", "16", "8", "x"):
        assert deliver(server, SMS_SECRET, dlr=code).status == 200
    assert server.metric(failed) == before + 2
