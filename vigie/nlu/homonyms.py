"""Whether words that spell a name mean it where they stand: "le Travail", not "au travail"."""

from __future__ import annotations

import re
from typing import Sequence

from vigie.knowledge.sound import sound
from vigie.nlu.mentions import SMALL_WORDS, Form
from vigie.nlu.text import Token

ARTICLES = frozenset("l la le les du aux the".split())
_FIELD = frozenset(
    "dans secteur domaine matiere milieu monde droit acces code conditions marche devoir".split()
)
"""Words that do so."""
_PLURAL_HEADS = frozenset(("rapports", "listes", "documents", "equipes", "groupes", "conseils"))
_OWNED = tuple(
    "role mission tache travaux rapport part ministr minist depart dep dpt secr action agent "
    "fonction membre cote celui celle ceux responsab attribution competence representant "
    "taf boulot job publication liste apart autour propos parl pour et ou que qui chez avec par "
    "plus agence".split()
)
"""Beginnings of what an agency has, before its article."""
_PLURAL_KINDS = frozenset(("ministeres", "departements", "secretariats"))
_HOMONYMS = {
    ("dos",): re.compile(
        r"\b(mon|ton|son|notre|votre|leur|en|a|de|plein le|dans le|sur le|derriere le|bas du|"
        r"(mal|douleurs?) (au|de)|(tourn|bless|soign|mass)\w* le) dos\b|"
        r"\bdos (crawle|d ane|au mur|rond|bloque)\b"
    ),
    ("dot",): re.compile(r"\b((une|la|sa|ma|ta|leur|sans|de) dot|dot (com|coutumiere|d une))\b"),
    ("doe",): re.compile(r"\b(john|jane) doe\b"),
}
"""Acronyms that are French words too, and the company in which they are only that."""
_SHORT_HEADS = ("dep", "dpt", "minis", "secr")
"""Beginnings of "département", however it is cut or misspelt: "departmt d'etat"."""
_INSIDE = ("a", "l", "interieur")
_NOT_A_NAME = frozenset(
    map(
        sound,
        "force forcee infantile enfants enfant dissimule noir clandestin domestique "
        "publique mentale gamins".split(),
    )
)
_NATIONAL: dict[tuple[str, ...], frozenset[str]] = {
    ("etat",): frozenset(("americain", "federal", "us", "etatsunien", "providence"))
}
"""Names that are no longer an agency's before these words: "l'État américain" is the country."""
_QUALIFIERS = frozenset(
    "de des d commun communs en pour routiers routier aeriens maritimes scolaire biologique".split()
)
_SET_PHRASES = frozenset({("l", "de"), ("en", "")})


def means(form: Form, position: int, last: int, tokens: Sequence[Token]) -> bool:
    """Whether the tokens from `position` to `last`, which spell `form`, name what it names."""
    if tokens[position].text in _PLURAL_HEADS and form.words[0] not in _PLURAL_HEADS:
        # "quels rapports sur la traite" asks for all; the task forces are not the Task Force.
        return False
    if form.words in _HOMONYMS and not tokens[position].title:
        around = tokens[max(0, position - 3) : last + 3]
        if _HOMONYMS[form.words].search(" ".join(token.text for token in around)):
            return False
    if form.strength != "bare" or (len(form.words) > 1 and tokens[last].text[-1:] != "s"):
        return True
    if last + 1 < len(tokens) and tokens[last + 1].text in _NATIONAL.get(form.words, ()):
        return False
    if any(token.text in _PLURAL_KINDS for token in tokens[max(0, position - 8) : position]):
        # "ces trois ministères, État, Travail et Transports"
        return sound(tokens[last + 1].text if last + 1 < len(tokens) else "") not in _NOT_A_NAME
    before = tokens[position - 1].text if position else ""
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if (
        _of_a_field(position, tokens)
        or sound(after) in _NOT_A_NAME
        or (before, after) in _SET_PHRASES
    ):
        return False
    if tokens[position].title and position and not tokens[position - 1].title:
        return True
    earlier = tokens[position - 2].text if position > 1 else ""
    of_it = before in ("du", "des") or (earlier, before) == ("de", "la")
    if of_it and len(form.words) == 1 and not tokens[position].title:
        # "l'âge du travail" is no agency's, "la mission du Travail" is.
        owned = tokens[position - 3].text if (earlier, before) == ("de", "la") else earlier
        if not owned.startswith(_OWNED):
            return False
    if (before if before not in SMALL_WORDS else earlier).startswith(_SHORT_HEADS):
        return True
    inside = tuple(token.text for token in tokens[max(0, position - 2) : position + 1]) == _INSIDE
    return before in ARTICLES and after not in _QUALIFIERS and not inside


def _of_a_field(position: int, tokens: Sequence[Token]) -> bool:
    """Whether the words before make it a field of life: "dans les transports"."""
    for token in reversed(tokens[max(0, position - 3) : position]):
        if token.text in _FIELD:
            return True
        if token.text not in SMALL_WORDS:
            return False
    return False
