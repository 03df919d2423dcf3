"""What keeps a file from being read at all, said in French, with the line as it is written."""

from __future__ import annotations

from vigie.knowledge.problems import Problem

_SHOWN = 60
_KNOWN = (
    # a piece of what the parser says, what that means, and the remedy
    ("cannot start any token", "un caractère interdit ici (une tabulation ?)",
     "remplacer les tabulations par des espaces, ou mettre le texte entre guillemets"),
    ("mapping values are not allowed", "un « : » que le format ne permet pas ici",
     "mettre le texte entre guillemets, ou aligner la clé avec les autres"),
    ("could not find expected ':'", "un « : » manque après une clé",
     "écrire « clé: valeur », ou fermer les guillemets de la ligne d'avant"),
    ("did not find expected key", "cette ligne n'est pas alignée avec les précédentes",
     "aligner les clés d'une même entrée"),
    ("did not find expected '-'", "cette ligne n'est ni une entrée ni une suite de l'entrée",
     "commencer l'entrée par « - », ou aligner la ligne"),
    ("block sequence entries are not allowed", "un « - » que le format ne permet pas ici",
     "mettre la liste à la ligne, ou le texte entre guillemets"),
    ("did not find expected ',' or", "une liste ou des accolades ne sont pas fermées",
     "ajouter « ] » ou « } », ou une virgule"),
    ("unexpected end of stream", "des guillemets ne sont pas fermés", "les fermer"),
    ("undefined alias", "un renvoi « * » vers rien", "écrire la liste en entier"),
)  # fmt: skip


_OTHERWISE = ("la forme de cette ligne ou de la précédente", "corriger cette ligne")


def syntax(file: str, content: bytes, line: int | None, said: str) -> Problem:
    """The problem of a file whose form is broken at `line`."""
    known = [(means, remedy) for piece, means, remedy in _KNOWN if piece in said]
    means, remedy = (*known, _OTHERWISE)[0]
    shown = _line(content, line)
    return Problem(file, line, "", "", f"YAML illisible : {means}{shown}", remedy)


def encoding(file: str, content: bytes, position: int) -> Problem:
    """The problem of a file that is not UTF-8, or holds a character that no text has."""
    line = content[:position].count(b"\n") + 1
    says = f"un caractère n'est pas en UTF-8{_line(content, line)}"
    return Problem(file, line, "", "", says, "enregistrer le fichier en UTF-8 (et non en Latin-1)")


def _line(content: bytes, number: int | None) -> str:
    lines = content.decode("utf-8", "replace").split("\n")
    if not number or number > len(lines) or not lines[number - 1].strip():
        return ""
    text = lines[number - 1].strip().replace("\t", "→")
    return f" (« {text[:_SHOWN]}{'…' if len(text) > _SHOWN else ''} »)"
