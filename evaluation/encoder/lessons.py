"""What the writer of queries is taught: every segment of data/nlu and data/corpus after what was
meant before it, and some more after something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from evaluation.conversations import as_answered
from evaluation.encoder.elsewhere import elsewhere
from evaluation.encoder.turn import Turn
from evaluation.material import ROOT, tables, written
from vigie.answers.phrases import load_phrases
from vigie.answers.query.line import NEXT, read_all
from vigie.answers.query.model import FACTS, NEVER_GIVEN, UNKNOWN, Query, arguments
from vigie.answers.query.normal import as_heard, normal
from vigie.answers.query.owned import by_owner
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reading.claims import once_asked
from vigie.answers.reading.overreach import is_unknown
from vigie.answers.reading.said import Said, named, said
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.nlu import corpus
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.encoder.writer import Pieces, pieces, target
from vigie.nlu.lexicon import forms
from vigie.nlu.names import NameMatcher
from vigie.nlu.take_apart import take_apart
from vigie.nlu.taught import SPOKEN_OF

TOLD = "told"
"""Act of what is said and not asked."""
OF_SEVERAL = "one of several"
"""How a segment leans on what was said before that does not stand alone in its message: the link
that is written is that of the whole."""


@dataclass(frozen=True)
class Lesson:
    """A message as pieces after what was said before it, and what its query says."""

    heard: Pieces
    says: tuple[str | int, ...]
    leans: bool = False
    """Whether it means something that only what was said before it tells."""
    author: str = ""
    """Who wrote it, in data/corpus."""


class Lessons:
    """What is taught: the names in every text are those of the knowledge."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._tables = Tables(load(ROOT / "knowledge"))
        self._phrases = load_phrases(ROOT / "domain.yml")
        self._names = NameMatcher(forms(tables()))

    def every(self) -> Iterator[Lesson]:
        """Of every example and every segment one, and of some more after something else."""
        turns = list(self._turns())
        world = View(self._tables, self._phrases).world
        for turn in (*turns, *elsewhere(turns, world)):
            if SPOKEN_OF not in arguments(turn.query):
                yield self._lesson(turn)

    def _turns(self) -> Iterator[Turn]:
        for example in written():
            line = example.block.query
            if line and NEXT.strip() not in line:
                link = SPOKEN_OF if SPOKEN_OF in line else "new"
                yield self._turn(example.text, read_all(line)[0], Focus(), link)
        found, problems = corpus.read(ROOT / "data")
        if problems:
            raise SystemExit("\n".join(map(str, problems)))
        for talk in (*((one,) for one in found.questions), *found.dialogues):
            yield from self._of(talk)

    def _of(self, talk: Iterable[corpus.Message]) -> Iterator[Turn]:
        """Of a dialogue, as if each query that was meant had been answered; after what was
        misread, as it was."""
        focus, view = Focus(), View(self._tables, self._phrases)
        for message in talk:
            told = [one for segment in message.segments for one in self._told(segment)]
            focus = replace(focus, subjects=tuple(dict.fromkeys((*told, *focus.subjects))))
            several, before = len(message.segments) > 1, focus
            for segment in message.segments:
                link = OF_SEVERAL if several else message.context
                turns = [self._turn(segment.text, segment.query, focus, link)]
                if len(segment.claims) == len(segment.query.claims):
                    turns += self._claims(segment, focus)
                yield from (replace(one, author=message.author) for one in turns)
                focus = as_answered((segment.query,), focus, view)
            if message.misread is not None:
                focus = as_answered(message.misread, before, view)

    def _told(self, segment: corpus.Segment) -> Iterator[str]:
        """What is named where nothing is asked: what is spoken of from then on, see
        `vigie.answers.heard.heard`."""
        if segment.query.act == TOLD:
            yield from (one.ids[0] for one in self._mentions(segment.text) if len(one.ids) == 1)

    def _claims(self, segment: corpus.Segment, focus: Focus) -> Iterator[Turn]:
        """Each claim, after those before it."""
        world = View(self._tables, self._phrases, focus).world
        for text, claim in zip(segment.claims, segment.query.claims):
            query = Query("verify", claims=(claim,))
            yield self._turn(text, query, focus, OF_SEVERAL)
            focus = once_asked(query, world, focus)

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        found = take_apart(text, self._names, whole=False).mentions
        return tuple(Mention(m.ids, m.kind, m.start, m.end, m.strength) for m in found)

    def _turn(self, text: str, query: Query, focus: Focus, link: str) -> Turn:
        return Turn(text, query, focus, self._mentions(text), link)

    def said(self, text: str, before: Sequence[Query] = ()) -> Said:
        """A text as the reader is told of it once these were answered."""
        focus = as_answered(before, Focus(), View(self._tables, self._phrases))
        return self._heard(self._turn(text, Query(""), focus, "new"))

    def answered(self) -> Iterator[tuple[Query, Said]]:
        """What the corpus asks and claims of facts, each after what was said before it, where the
        document answers all of it."""
        for turn in self._turns():
            if turn.query.act in FACTS and not _says_more(turn.query):
                yield turn.query, self._heard(turn)

    def _heard(self, turn: Turn) -> Said:
        world = View(self._tables, self._phrases, turn.focus).world
        return said(Question(turn.text, mentions=turn.mentions), turn.focus, world)

    def _lesson(self, turn: Turn) -> Lesson:
        world = View(self._tables, self._phrases, turn.focus).world
        told = self._heard(turn)
        heard = pieces(self._tokenizer, told)
        leans = turn.link not in ("new", OF_SEVERAL)
        query = as_heard(by_owner(normal(turn.query), heard.names, world), named(told))
        return Lesson(heard, tuple(target(write(query), heard.names)), leans, turn.author)


def _says_more(query: Query) -> bool:
    """Whether a query holds what the document does not give."""
    held = any(one.startswith(UNKNOWN) for one in arguments(query))
    return held or query.want in NEVER_GIVEN or any(map(is_unknown, query.claims))
