"""What each topic and name of a message is for: asked about, or refused and set aside.

"Qui aide les victimes sans former personne ?" holds two topics; which one is refused is learned
from the words around the place of each: where its own words stand, those before, those after.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from vigie.knowledge.sound import sound
from vigie.nlu.asking import asks
from vigie.nlu.features import EDGE
from vigie.nlu.linear import Example, Linear, train
from vigie.nlu.locate import Locator
from vigie.nlu.mentions import Mention
from vigie.nlu.parsed import Parsed

JOINING = frozenset("l la le les de des du d et ni".split())
"""What stands between names that are said in one breath."""
REFUSED = "refused"
"""The label of what is denied, excepted or told apart from what is asked."""
LIKELY = 0.05
"""Score from which a topic has a role."""
MOST = 6
"""Topics of a message that have one, the likeliest first."""
NEAR = 4
"""Words before and after a place that tell its role one by one."""
FAR = 8
"""Words as far as the place before or after that tell it together."""
STRENGTH = 2.0
"""scikit-learn's C of the role."""


def names(parsed: Parsed) -> list[int]:
    """The places of the names among the masked words, in the order of the mentions."""
    masks = [place for place, word in enumerate(parsed.words) if word.startswith("<")]
    starts = sorted({mention.first for mention in parsed.mentions})
    place = dict(zip(starts, masks))
    return [place.get(mention.first, 0) for mention in parsed.mentions]


def coded(words: Sequence[str]) -> list[str]:
    """The masked words of a message as their roles are told: by their sound."""
    return [word if word.startswith("<") else sound(word) for word in words]


def features(codes: Sequence[str], place: int, others: Sequence[int], alone: bool) -> Iterator[str]:
    """What tells the role of the thing at a place of the words as `coded`; `others` are the places
    of the things, in their order, its own too or not: those beside it are found among them however
    many there are. `alone`: whether there is no other."""
    first, last = bisect_left(others, place), bisect_right(others, place)
    before = others[first - 1] if first else -1
    after = others[last] if last < len(others) else len(codes)
    near = range(place - NEAR, place + NEAR + 1)
    padded = [codes[at] if 0 <= at < len(codes) else EDGE for at in near]
    here = NEAR
    for step in range(1, NEAR + 1):
        yield f"b{step}:{padded[here - step]}"
        yield f"a{step}:{padded[here + step]}"
    yield f"b12:{padded[here - 2]} {padded[here - 1]}"
    yield f"b23:{padded[here - 3]} {padded[here - 2]}"
    yield f"a12:{padded[here + 1]} {padded[here + 2]}"
    side = "first" if before < 0 else "last" if after == len(codes) else "amid"
    yield "alone" if alone else side
    between = codes[max(before + 1, place - FAR) : place]
    following = codes[place + 1 : min(after, place + 1 + FAR)]
    for mark, some in (("l", between), ("r", following)):
        yield from (f"{mark}:{code}" for code in some)
        yield from (f"{mark}{side}:{code}" for code in some)
        yield from (f"{mark}2:{left} {right}" for left, right in zip(some, some[1:]))


def learned(examples: Sequence[Example]) -> Linear:
    """The head: whether what stands somewhere is refused."""
    return train(examples, several=True, least=2, strength=STRENGTH)


def topic_examples(
    parsed: Parsed, where: Locator, topics: Sequence[str], refused: Iterable[str]
) -> Iterator[Example]:
    """What a question teaches of its topics."""
    gone = set(refused)
    for topic, marks in _topic_features(parsed, where, topics):
        yield Example(marks, (REFUSED,) if topic in gone else ())


def name_examples(
    parsed: Parsed, meant: Iterable[str], refused: Iterable[str]
) -> Iterator[Example]:
    """What it teaches of its names: of those that its query holds."""
    asked, gone = set(meant), set(refused)
    for mention, marks in _name_features(parsed):
        if asked.intersection(mention.ids):
            yield Example(marks, (REFUSED,) if gone.intersection(mention.ids) else ())


def _topic_features(
    parsed: Parsed, where: Locator, topics: Sequence[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    places = where.places(parsed.words, topics)
    codes = coded(parsed.words)
    for topic, place in places.items():
        others = sorted(other for one, other in places.items() if one != topic)
        yield topic, tuple(features(codes, place, others, not others))


def _name_features(parsed: Parsed) -> Iterator[tuple[Mention, tuple[str, ...]]]:
    places = names(parsed)
    codes, others = coded(parsed.words), sorted(set(places))
    for mention, place in zip(parsed.mentions, places):
        aside = ("aside",) if told_apart(mention, parsed) else ()
        yield mention, (*aside, *features(codes, place, others, len(others) == 1))


def told_apart(mention: Mention, parsed: Parsed) -> bool:
    """Whether a closed class sets a name aside ("sauf", "hormis"), or a correction does without a
    question: "pas la Justice, le DHS". One mark among those that the head reads."""
    if any(span.start <= mention.start < span.end for span in parsed.aside):
        return True
    before = [token.text for token in parsed.tokens[max(0, mention.first - 3) : mention.first]]
    return (
        bool({"pas", "ni"} & set(before))
        and len(parsed.mentions) > 1
        and not asks(parsed.tokens, parsed.text)
    )


@dataclass(frozen=True)
class Roles:
    """All that was learned of them."""

    where: Locator
    topics: Linear
    names: Linear

    def told(self, parsed: Parsed) -> Parsed:
        """`parsed` and what is inside it with the roles of their topics and names."""
        parsed = parsed.inside(self.told)
        likely = [topic for topic, score in parsed.scores.items() if score >= LIKELY][:MOST]
        likely += [topic for topic in parsed.excluded_topics if topic not in likely]
        places = self.where.places(parsed.words, likely)
        roles = {
            topic: (places[topic], float(self.topics.scores(marks)[0]))
            for topic, marks in _topic_features(parsed, self.where, likely)
        }
        apart = [float(self.names.scores(marks)[0]) for _, marks in _name_features(parsed)]
        shared = _joined(parsed, apart)
        return replace(parsed, roles=roles, apart=tuple(shared))


def _joined(parsed: Parsed, apart: Sequence[float]) -> list[float]:
    """What is refused of one name is refused of those joined to it: "mettez le DoJ et le DHS de
    côté". A comma does not join: "pas le Travail, l'Intérieur"."""
    found = list(apart)
    order = sorted(range(len(found)), key=lambda n: parsed.mentions[n].first)
    pairs = list(zip(order, order[1:]))
    for one, other in (*pairs, *((right, left) for left, right in reversed(pairs))):
        first, second = sorted((one, other), key=lambda n: parsed.mentions[n].first)
        one_mention, next_mention = parsed.mentions[first], parsed.mentions[second]
        between = parsed.tokens[one_mention.last : next_mention.first]
        parted = "," in parsed.text[one_mention.end : next_mention.start]
        if not parted and all(token.text in JOINING for token in between):
            found[other] = max(found[other], found[one])
    return found
