"""The words that stop, resume, ask for help, for a person or for the rest, as people type them.

A message counts that is such a word and nothing else but courtesy, our name, emoji or the same
word again; a slip of the finger in a long word does no harm. Distress is looked for before: see
`turns`.
"""

from __future__ import annotations

import re
from typing import Optional

from vigie.knowledge.text import fold

STOP = frozenset(
    (
        *"stop stopall stope stopp arret arreter arretez fin finir desinscrire".split(),
        *"desinscription desinscris desinscrivez desabonner desabonne desabonnez".split(),
        *"desabonnement unsubscribe unsuscribe cancel end quit optout revoke baja".split(),
        *("stop all", "stop sms", "opt out", "desinscrivez moi", "desabonnez moi"),
        *("me desinscrire", "se desinscrire", "me desabonner", "se desabonner"),
        *("veux me desinscrire", "voudrais me desinscrire", "veux me desabonner"),
        *("voudrais me desabonner", "comment me desinscrire", "comment se desinscrire"),
        *("comment me desabonner", "veux plus de messages", "veux plus recevoir de messages"),
        *("ne ecrivez plus", "ecrivez plus", "ecris plus", "ne m ecrivez plus", "m ecrivez plus"),
        *("ne m ecris plus", "m ecris plus", "plus de messages", "plus de message"),
        *("ne m envoyez plus de messages", "m envoyez plus de messages", "m envoyez plus rien"),
        *("ne m envoyez plus rien", "ne m envoyez plus de sms", "arretez de m ecrire"),
        *("arrete de m ecrire", "arretez les messages", "arretez vos messages"),
        *("arretez de m envoyer des messages", "stop texting me", "stop messaging me"),
        *("no mas mensajes", "dar de baja", "darme de baja", "sispann ekri m", "pa ekri m anko"),
    )
)
HELP = frozenset(
    (
        *"aide help info infos informations menu".split(),
        *("mode d emploi", "comment ca marche", "comment ca fonctionne"),
    )
)
CRIES = frozenset(
    (
        *"911 112 urgence urgences urgent police ausecours".split(),
        *("jai besoin daide", "ai besoin aide", "besoin aide", "besoin d aide", "besoin daide"),
        *("ai besoin d aide", "au scours", "o secours", "au secour", "appelez la police"),
        *("appeler la police", "appelle la police", "appelez le 911", "c est urgent"),
    )
)
"""Calls for help that are answered as AIDE is, which begins with the numbers, where distress is not
heard in them: by the rules alone, without what was learned."""
RESUME = frozenset(
    (
        *"reprendre reprise reprenez start unstop demarrer commencer recommencer".split(),
        *("get started", "je reprends", "veux reprendre", "on reprend", "start again"),
        *("ecrivez moi de nouveau", "reactiver"),
    )
)
HUMAN = frozenset(
    (
        *"humain human humano".split(),
        *("une personne", "un humain", "un conseiller", "une vraie personne", "un etre humain"),
        *("veux une personne", "veux un humain", "passez moi quelqu un", "passez moi une personne"),
        *("passez moi un humain", "parler humain", "talk to a human", "talk to a person"),
        *("talk to someone", "speak to a human", "speak to a person", "speak to someone"),
        *("a real person", "real person", "hablar con una persona", "hablar con alguien"),
        *("pale ak yon moun", "parler a une personne", "parler a un humain", "parler a quelqu un"),
    )
)
MORE = frozenset(("suite", "la suite", "la suite du message", "suivant"))

_COMMANDS = {
    **dict.fromkeys(STOP, "stop"),
    **dict.fromkeys(HELP | CRIES, "help"),
    **dict.fromkeys(RESUME, "resume"),
    **dict.fromkeys(HUMAN, "human"),
    **dict.fromkeys(MORE, "more"),
}
_EMOJI = {**dict.fromkeys("🛑⛔🚫✋", "stop"), **dict.fromkeys("❓ℹ🆘🚨", "help")}
"""Emoji that say so alone."""
_JOINERS = " \ufe0f\u200d"
_LONGEST = 80
_COURTESY = frozenset(
    "svp stp silvouplait siouplait please pls plz merci mersi thanks thx bonjour bonsoir salut "
    "hello vigie bot robot maintenant immediatement je j donc alors ok oui allez souple tanpri "
    "porfavor gracias".split()
)
"""What people add to such a word."""
_POLITE = re.compile(r"\b(?:s il (?:vous|te|v) plait|por favor|if you please|tout de suite)\b")
_WITH_A_SLIP = 6
"""Letters from which a word is known with one slip."""
# "/stop@a_bot" is how Telegram writes a command in a group; "/start news" is how a link starts.
_SLASHED = re.compile(r"^\s*/(\w+)(?:@\w+)?(?:\s+\S{1,64})?\s*$")
_ARABIC = frozenset("ساعدوني ساعدني النجدة".split())
"""As in `CRIES`; `fold` knows Latin letters alone."""
_SLASHED_ONLY = {"personne": "human"}
"""Commands of the menu that are no such word by themselves."""
_SPEAK = re.compile(
    r"(?:(?:veux|voudrais|souhaite|aimerais|peux|puis|est ce que (?:je )?(?:peux|pourrais)|comment"
    r"|(?:est ce qu )?on peut|peut on|pourrais|besoin de|ai besoin de|y a t il) )?"
    r"(?:parler|discuter|echanger|communiquer|entrer en contact|contacter|joindre|m adresser)"
    r"(?: (?:directement|a|avec|en vrai))* "
    r"(?:quelqu un(?: de (?:chez vous|votre equipe|reel|vrai))?|(?:une? )?(?:vraie? )?"
    r"(?:personn?es?|humaine?|etre humain|conseill(?:er|ere)|operat(?:eur|rice)|responsable)"
    r"(?: (?:reelle?|humaine?|de votre equipe))?)"
)
"""Ways to ask for a person, without courtesy."""
_LONG = {word: kind for word, kind in _COMMANDS.items() if len(word) >= _WITH_A_SLIP}


def command(text: str) -> Optional[str]:
    """stop, help, resume, human or more, when that is all that `text` says.

    >>> [command(t) for t in ("ARRÊT !", "STOP SVP", "/start", "SUITE", "stop au travail forcé")]
    ['stop', 'stop', 'resume', 'more', None]
    >>> command("Je voudrais parler à une personne, svp")
    'human'
    """
    if len(text) > _LONGEST:
        return None
    slashed = _SLASHED.match(text)
    if slashed:
        word = fold(slashed.group(1))
        named = _COMMANDS.get(word) or _SLASHED_ONLY.get(word)
        alone = "".join(text.split()) == "".join(text.split()[:1])
        return named if alone or named == "resume" else None
    signs = [sign for sign in text if sign not in _JOINERS]
    if signs and _EMOJI.keys() >= set(signs):
        return _EMOJI[signs[0]]
    if text.strip(" !.؟?،") in _ARABIC:
        return "help"
    said = _once(fold(text).split())
    kind = _COMMANDS.get(" ".join(said))
    if kind is None:
        said = _once([w for w in _POLITE.sub(" ", " ".join(said)).split() if w not in _COURTESY])
        kind = _COMMANDS.get(" ".join(said)) or _slipped(" ".join(said))
    if kind is None and _SPEAK.fullmatch(" ".join(said)):
        return "human"
    return kind


def _once(words: list[str]) -> list[str]:
    """`words` without the same word twice in a row."""
    return [word for i, word in enumerate(words) if i == 0 or word != words[i - 1]]


def _slipped(said: str) -> Optional[str]:
    """What is meant with one letter too many, too few, another, or two exchanged."""
    if len(said) < _WITH_A_SLIP - 1:
        return None
    kinds = {kind for word, kind in _LONG.items() if _near(said, word)}
    return kinds.pop() if len(kinds) == 1 else None


def _near(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    if len(one) == len(other):
        return left[1:] == right[1:] or (left[:2] == right[:2][::-1] and left[2:] == right[2:])
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return longer[1:] == shorter
