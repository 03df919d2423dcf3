"""What a person in distress is told, in four languages, with the numbers put in.

French is what the bot speaks; these sentences stand here and not in domain.yml because this
path must work when nothing else is loaded. Each text is at most 420 characters, says first
what to do, and asks nothing back.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple


class Numbers(NamedTuple):
    """Whom to call."""

    phone: str = "1-888-373-7888"
    sms: str = "233733"
    emergency: str = "911"


_SAFETY = "knowledge/safety.yml"
_SHAPES = {
    "phone": re.compile(r"[0-9][0-9-]{6,18}[0-9]"),
    "sms": re.compile(r"[0-9]{3,8}"),
    "emergency": re.compile(r"[0-9]{3,8}"),
}
_ENTRY = re.compile(r"""^(phone|sms|emergency):[ ]*["']?([0-9-]+)["']?[ ]*(?:#.*)?$""", re.M)
_FRENCH_GAPS = re.compile(r" (?=[:;?!»])|(?<=«) |(?<=\d) (?=h/)")

TEXTS: dict[tuple[str, bool, bool], str] = {
    ("fr", True, False): (
        "Appelez le {emergency} tout de suite ; hors des États-Unis, le numéro d’urgence local.\n"
        "Si vous ne pouvez pas parler, laissez la ligne ouverte ou envoyez un SMS au {emergency}"
        " (pas partout).\n"
        "Dès que possible : {phone}, 24 h/24, gratuit, confidentiel sauf danger grave. Dites"
        " « French interpreter ». SMS : {sms} (anglais, espagnol).\n"
        "Ce n’est pas votre faute. Je suis un robot, je ne garde rien."
    ),
    ("fr", False, False): (
        "Appelez le {phone} : aide aux victimes de traite, 24 h/24, gratuit, confidentiel sauf"
        " danger grave. Dites « French interpreter » pour un interprète français.\n"
        "Si vous ne pouvez pas parler : SMS au {sms} (anglais, espagnol). En danger : {emergency},"
        " ou le numéro d’urgence local hors des États-Unis.\n"
        "Avec ou sans papiers, ce n’est pas votre faute. Je suis un robot, je ne garde rien."
    ),
    ("fr", True, True): (
        "Appelez le {emergency} tout de suite et dites où c’est ; hors des États-Unis, le numéro"
        " d’urgence local.\n"
        "N’affrontez personne : ce serait dangereux pour tous. Si vous ne pouvez pas parler, SMS"
        " au {emergency} (pas partout).\n"
        "Ensuite : {phone}, 24 h/24, gratuit, confidentiel sauf danger grave. Dites « French"
        " interpreter ». SMS : {sms} (anglais, espagnol).\n"
        "Je suis un robot, je ne garde rien."
    ),
    ("fr", False, True): (
        "Appelez le {phone} : conseil et signalement, 24 h/24, gratuit, confidentiel sauf danger"
        " grave. Dites « French interpreter ».\n"
        "N’affrontez pas l’exploiteur : la personne en pâtirait. Si vous ne pouvez pas parler :"
        " SMS au {sms} (anglais, espagnol). En danger : {emergency}, ou le numéro d’urgence local"
        " hors des États-Unis.\n"
        "Vous faites bien d’en parler. Je suis un robot, je ne garde rien."
    ),
    ("en", True, False): (
        "Call {emergency} now; outside the US, the local emergency number.\n"
        "If you cannot speak, leave the line open, or text {emergency} (not everywhere).\n"
        "As soon as you can: {phone}, 24/7, free, confidential except in grave danger. Text"
        " {sms}. Ask for an interpreter if you need one.\n"
        "This is not your fault. I am a robot and keep nothing."
    ),
    ("en", False, False): (
        "Call {phone}: help for victims of trafficking, 24/7, free, confidential except in grave"
        " danger. Ask for an interpreter if you need one.\n"
        "If you cannot speak, text {sms}. In danger: {emergency}, or the local emergency number"
        " outside the US.\n"
        "With or without papers, this is not your fault. I am a robot and keep nothing."
    ),
    ("en", True, True): (
        "Call {emergency} now and say where it is; outside the US, the local emergency number.\n"
        "Do not confront anyone: it would be dangerous for all. If you cannot speak, text"
        " {emergency} (not everywhere).\n"
        "Then: {phone}, 24/7, free, confidential except in grave danger, interpreter on request;"
        " or text {sms}.\n"
        "I am a robot and keep nothing."
    ),
    ("en", False, True): (
        "Call {phone}: advice and reports, 24/7, free, confidential except in grave danger,"
        " interpreter on request.\n"
        "Do not confront the exploiter: the victim would suffer for it. If you cannot speak, text"
        " {sms}. In danger: {emergency}, or the local emergency number outside the US.\n"
        "You are right to speak up. I am a robot and keep nothing."
    ),
    ("es", True, False): (
        "Llame ahora al {emergency}; fuera de Estados Unidos, al número local de emergencias.\n"
        "Si no puede hablar, deje la línea abierta o mande un SMS al {emergency} (no en todas"
        " partes).\n"
        "En cuanto pueda: {phone}, 24 horas, gratis, confidencial salvo peligro grave. Diga"
        " «español». SMS en español: {sms}.\n"
        "No es su culpa. Soy un robot y no guardo nada."
    ),
    ("es", False, False): (
        "Llame al {phone}: ayuda a víctimas de trata, 24 horas, gratis, confidencial salvo peligro"
        " grave. Diga «español».\n"
        "Si no puede hablar: SMS en español al {sms}. En peligro: {emergency}, o el número local"
        " de emergencias fuera de Estados Unidos.\n"
        "Con o sin papeles, no es su culpa. Soy un robot y no guardo nada."
    ),
    ("es", True, True): (
        "Llame ahora al {emergency} y diga dónde es; fuera de Estados Unidos, al número local de"
        " emergencias.\n"
        "No se enfrente a nadie: sería peligroso para todos. Si no puede hablar, SMS al"
        " {emergency} (no en todas partes).\n"
        "Después: {phone}, 24 horas, gratis, confidencial salvo peligro grave. Diga «español»."
        " SMS: {sms}.\n"
        "Soy un robot y no guardo nada."
    ),
    ("es", False, True): (
        "Llame al {phone}: consejo y denuncias, 24 horas, gratis, confidencial salvo peligro grave."
        " Diga «español».\n"
        "No se enfrente al explotador: la víctima lo pagaría. Si no puede hablar: SMS al {sms}. En"
        " peligro: {emergency}, o el número local de emergencias fuera de Estados Unidos.\n"
        "Hace bien en hablar. Soy un robot y no guardo nada."
    ),
    ("ht", True, False): (
        "Rele {emergency} kounye a; andò Etazini, rele nimewo ijans peyi a.\n"
        "Si ou pa ka pale, kite liy lan louvri, oswa voye SMS bay {emergency} (pa toupatou).\n"
        "Kou ou kapab: {phone}, 24 sou 24, gratis, konfidansyèl sòf si gen gwo danje. Di « Haitian"
        " Creole » pou yon entèprèt. SMS: {sms} (angle, panyòl).\n"
        "Se pa fòt ou. Mwen se yon wobo, mwen pa kenbe anyen."
    ),
    ("ht", False, False): (
        "Rele {phone}: èd pou viktim trafik moun, 24 sou 24, gratis, konfidansyèl sòf si gen gwo"
        " danje. Di « Haitian Creole » pou yon entèprèt.\n"
        "Si ou pa ka pale: SMS bay {sms} (angle, panyòl). Si ou an danje: {emergency}, oswa nimewo"
        " ijans peyi a andò Etazini.\n"
        "Avèk papye oswa san papye, se pa fòt ou. Mwen se yon wobo, mwen pa kenbe anyen."
    ),
    ("ht", True, True): (
        "Rele {emergency} kounye a epi di ki kote sa ye; andò Etazini, rele nimewo ijans peyi a.\n"
        "Pa fè fas ak pèsonn: sa ka danjere pou tout moun. Si ou pa ka pale, voye SMS bay"
        " {emergency} (pa toupatou).\n"
        "Apre sa: {phone}, 24 sou 24, gratis, konfidansyèl sòf si gen gwo danje. Di « Haitian"
        " Creole ». SMS: {sms} (angle, panyòl).\n"
        "Mwen se yon wobo, mwen pa kenbe anyen."
    ),
    ("ht", False, True): (
        "Rele {phone}: konsèy ak siyalman, 24 sou 24, gratis, konfidansyèl sòf si gen gwo danje. Di"
        " « Haitian Creole » pou yon entèprèt.\n"
        "Pa fè fas ak moun k ap fè sa: viktim nan ta ka peye sa. Si ou pa ka pale: SMS bay {sms}"
        " (angle, panyòl). Danje: {emergency}, oswa nimewo ijans peyi a andò Etazini.\n"
        "Ou byen fè pale. Mwen se yon wobo, mwen pa kenbe anyen."
    ),
}
"""By language, whether there is danger now, whether it is about somebody else."""


def numbers() -> Numbers:
    """The numbers of knowledge/safety.yml, and those of this file where it cannot be read."""
    values = Numbers()._asdict()
    for root in (Path.cwd(), Path(__file__).parents[2]):
        try:
            entries = dict(_ENTRY.findall((root / _SAFETY).read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError):
            continue
        values.update({k: v for k, v in entries.items() if _SHAPES[k].fullmatch(v)})
        break
    return Numbers(**values)


def render(language: str, immediate: bool, other: bool) -> str:
    """The text for a situation; a language that has none gets French."""
    text = TEXTS.get((language, immediate, other)) or TEXTS["fr", immediate, other]
    if language not in ("en", "es"):
        text = _FRENCH_GAPS.sub("\u00a0", text)
    return text.format(**numbers()._asdict())
