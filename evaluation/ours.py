"""The components of config.yml, trained on any part of the examples, without Rasa's graph.

They are changed in one way at a time: names left as words, another fit, word vectors.
"""

from __future__ import annotations

import io
import statistics
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Optional
from unittest import mock

from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from evaluation.baselines import Fit
from evaluation.scores import Ranking
from evaluation.vectors import Fitting, Vectors
from vigie.nlu import linear
from vigie.nlu.components.base import PARSED
from vigie.nlu.components.frames import VigieFrames
from vigie.nlu.components.names import VigieNames
from vigie.nlu.components.topics import VigieTopics
from vigie.nlu.names import NameMatcher

TIMED = 300
"""Questions of which the median time is taken."""


class Ours:
    """The trained components and what training them took."""

    def __init__(
        self,
        data: TrainingData,
        *,
        masked: bool = True,
        fit: Fit = linear._fit_one,
        intents: bool = True,
        vectors: Optional[Vectors] = None,
    ) -> None:
        """Train on `data`. Without `masked`, names stay words like others; `fit` is used in
        place of that of the intents; without `intents`, only topics are learned; with `vectors`,
        topics and intents are learned from them too."""
        self._folder = tempfile.TemporaryDirectory()
        storage = LocalModelStorage.create(Path(self._folder.name))
        given: Any = {}
        self.names = VigieNames.create(given, storage, Resource("names"), given)
        self.names.train(data)
        if not masked:
            self.names._matcher = NameMatcher(())
        self.names.process_training_data(data)
        self.topics = VigieTopics.create(given, storage, Resource("topics"), given)
        several: Any = Fitting(linear._fit_several, vectors) if vectors else linear._fit_several
        with mock.patch.object(linear, "_fit_several", several), timed() as topics_took:
            self.topics.train(data)
        if vectors and self.topics._head:
            self.topics._head = several.head(self.topics._head)
        self.seconds = {"topics": topics_took()}
        if not intents:
            return
        self.frames = VigieFrames.create(given, storage, Resource("frames"), given)
        one: Any = Fitting(fit, vectors) if vectors else fit
        with mock.patch.object(linear, "_fit_one", one), timed() as frames_took:
            self.frames.train(data)
        if vectors and self.frames._head:
            self.frames._head = one.head(self.frames._head)
        self.seconds["intents"] = frames_took()

    def read(self, text: str) -> Message:
        """The message with names and topics, ready for a classifier of intents."""
        message = Message({"text": text})
        self.names.process([message])
        self.topics.process([message])
        return message

    def rank(self, message: Message) -> Ranking:
        """The intents of a message that was read."""
        self.frames.process([message])
        return [(entry["name"], entry["confidence"]) for entry in message.get("intent_ranking")]

    def topic_scores(self, text: str) -> tuple[list[str], tuple[str, ...]]:
        """The topics, the likeliest first, and those that are chosen."""
        parsed = self.read(text).get(PARSED)
        ranked = sorted(parsed.scores, key=lambda topic: -parsed.scores[topic])
        return ranked, tuple(parsed.topics)

    def bytes(self, component: str) -> int:
        """Size, compressed, of what a component stored."""
        stored = Path(self._folder.name, component).rglob("*")
        return _packed(path for path in stored if path.is_file())


def _packed(paths: Iterable[Path]) -> int:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for path in paths:
            archive.add(path, path.name)
    return len(packed.getvalue())


@contextmanager
def timed() -> Iterator[Callable[[], float]]:
    """What comes back tells, once the block is left, the seconds that it took."""
    start = time.perf_counter()
    took: list[float] = []
    yield lambda: round(took[0], 1)
    took.append(time.perf_counter() - start)


def median_ms(work: Callable[[Any], Any], inputs: Sequence[Any]) -> float:
    """Median time of `work` on the first inputs, in milliseconds."""
    times = []
    for one in inputs[:TIMED]:
        start = time.perf_counter()
        work(one)
        times.append(time.perf_counter() - start)
    return round(1000 * statistics.median(times), 2)
