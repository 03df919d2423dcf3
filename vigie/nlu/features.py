"""What the classifiers see of a message: words with their names masked, sounds, letters.

A recognised name is replaced by its kind, so that "que fait le DoL ?" and "que fait le
Pentagone ?" are one example. Sound codes bridge text-message spelling and typing errors.
"""

from __future__ import annotations

from typing import Iterator, Sequence

from vigie.knowledge.sound import sound
from vigie.nlu.mentions import Mention
from vigie.nlu.shorthand import written_out
from vigie.nlu.text import Token

EDGE = "#"


def masked(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[str]:
    """The words of a message, shorthand written out, each name replaced by "<kind>"."""
    words: list[str] = []
    starts = {m.first: m for m in mentions}
    position = 0
    while position < len(tokens):
        mention = starts.get(position)
        if mention:
            words.append(f"<{mention.kind}>")
            position = mention.last
        else:
            after = tokens[position + 1].text if position + 1 < len(tokens) else ""
            words.extend(written_out(tokens[position].text, after))
            position += 1
    return words


def frame_features(words: Sequence[str], text: str = "") -> Iterator[str]:
    """Features for the intent: order and function words matter as much as content."""
    for word in words:
        yield from frame_word(word)
    yield from frame_around(words, text)


def frame_word(word: str) -> Iterator[str]:
    """Those of one word, wherever it stands."""
    yield f"w:{word}"
    yield f"s:{_code(word)}"
    if not word.startswith("<"):
        yield from _letters(word, 3, 4)


def frame_around(words: Sequence[str], text: str = "") -> Iterator[str]:
    """Those of words that follow each other, and of the whole message."""
    padded = [EDGE, *map(_code, words), EDGE]
    for left, right in zip(padded, padded[1:]):
        yield f"2:{left} {right}"
    for left, middle, right in zip(padded, padded[1:], padded[2:]):
        yield f"k:{left} {right}"
        yield f"3:{left} {middle} {right}"
    yield from (f"n:{kind}" for kind in _counts(words))
    if len(words) <= 3:
        yield f"len:{len(words)}"
    elif len(words) >= 25:
        yield "len:long"
    if "?" in text:
        yield "mark:?"
    if not words:
        yield "empty"


def topic_features(words: Sequence[str]) -> Iterator[str]:
    """Features for the topics: content words, their sounds and parts, in pairs and alone."""
    kept = telling(words)
    for word in kept:
        yield from topic_word(word)
    yield from topic_around(kept)


def telling(words: Sequence[str]) -> list[str]:
    """Those of `words` that can tell a topic."""
    return [w for w in words if not w.startswith("<") and w not in STOP_WORDS]


def topic_word(word: str) -> Iterator[str]:
    """Features of one content word."""
    yield f"w:{word}"
    yield f"s:{sound(word)}"
    if len(word) > 5:
        yield f"p:{word[:5]}"
    yield from _letters(word, 4, 5)


def topic_around(kept: Sequence[str]) -> Iterator[str]:
    """Features of content words that follow each other."""
    codes = [sound(word) for word in kept]
    for left, right in zip(codes, codes[1:]):
        yield f"2:{left} {right}"


def _code(word: str) -> str:
    return word if word.startswith("<") else sound(word)


def _letters(word: str, shortest: int, longest: int) -> Iterator[str]:
    padded = f"{EDGE}{word}{EDGE}"
    for size in range(shortest, longest + 1):
        for start in range(len(padded) - size + 1):
            yield f"c:{padded[start : start + size]}"


def _counts(words: Sequence[str]) -> Iterator[str]:
    for kind in sorted({word for word in words if word.startswith("<")}):
        number = sum(word == kind for word in words)
        yield kind
        if number > 1:
            yield f"{kind}x{min(number, 3)}"


STOP_WORDS = frozenset(
    """
    a ai alors apres as au aucun aussi autre autres aux avec avez avoir avons bien bon
    bonjour c ca ce ceci cela celle celui ces cet cette ceux chez ci comme comment d dans de
    des deux dis dire dit dites doit donc dont du elle elles en encore entre es est et
    etaient etait etant ete etes etre eu eux fait faire faites fais faut gens grand il ils j
    je juste l la le les leur leurs lui m ma mais me meme merci mes mien moi mon n ne ni nos
    notre nous on ont ou oui par parce pas pendant peu peut peux plus pour pourquoi pourrait
    pourriez pouvez pu puis qu quand que quel quelle quelles quels qui quoi s sa sais salut
    sans savoir se sera ses si sinon soit son sont sous sur svp t ta te tes toi ton tous
    tout toute toutes tres trop tu un une va vais veut veux vers voici voila voudrais voulez
    vous vrai y quelqu qc chose truc la bas chaque lequel laquelle lesquels lesquelles est
    ce peuvent etats unis americain americaine americains americaines federal federale
    federaux gouvernement ministere ministeres departement conduit conduire conduisent
    egalement mene mener menent propose proposer proposent prend prendre aider aide bord
    cote departements agence agences organisme organismes administration institution service
    services bureau instance autorite occupe occupent charge charges chargee traite
    personnes personne humains humain etres lutte contre trafic
    """.split()
)
"""Words that say nothing of a topic here: French function words and the subject's own."""
