"""Training data made from the knowledge: names and ways of speaking, as Rasa lookup tables.

A table a kind, entity and strength ("agency/dos/full"), and one a topic ("topic/finance").
Being training data, they belong to Rasa's fingerprints: a changed fact retrains the model.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Iterator, Optional

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.distress import taught
from vigie.knowledge.load import load
from vigie.knowledge.model.knowledge import Knowledge
from vigie.knowledge.query import Index
from vigie.nlu.clauses import taught as clauses
from vigie.nlu.corpus import calls
from vigie.nlu.corpus import read as read_corpus
from vigie.nlu.lexicon import tables as named
from vigie.nlu.taught import mark
from vigie.nlu.taught import table as segments
from vigie.nlu.training_files import training_data


class VigieImporter(RasaFileImporter):
    """Rasa's file importer, with the tables of the knowledge added."""

    def __init__(
        self,
        config_file: Optional[str] = None,
        domain_path: Optional[str] = None,
        training_data_paths: Any = None,
        knowledge: str = "knowledge",
        distress: str = "data/distress",
        **kwargs: Any,
    ) -> None:
        super().__init__(config_file, domain_path, training_data_paths, **kwargs)
        base = Path(config_file).resolve().parent if config_file else Path.cwd()
        self._folder = base / knowledge
        self._data = base / "data"
        self._distress = base / distress
        self._read: Optional[TrainingData] = None

    def get_nlu_data(self, language: Optional[str] = "en") -> TrainingData:
        """The files' examples, the knowledge's tables and the corpus of distress, read once.

        A training asks three times. Who changes the result must copy it, as Rasa does.

        Raises:
            KnowledgeError: the knowledge has errors; the message lists them all.
            CorpusError: a file of data/distress has one.
        """
        if self._read is None:
            cries = (taught.table(self._distress), taught.after(self._distress))
            tables = [*_lookup(load(self._folder)), *cries]
            written = training_data(self._nlu_files, language or "en")
            written.lookup_tables += tables
            self._add_corpus(written)
            self._read = written
        return self._read

    def _add_corpus(self, written: TrainingData) -> None:
        mark(written.training_examples, Index(load(self._folder)))
        corpus, problems = read_corpus(self._data)
        if problems:
            raise ValueError("\n".join(map(str, problems)))
        if any(corpus.messages):
            written.lookup_tables.append(segments(corpus, Index(load(self._folder))))
            written.lookup_tables.append(clauses.table(corpus))
        written.lookup_tables.append(taught.asked((m.text, calls(m)) for m in corpus.messages))


def _lookup(knowledge: Knowledge) -> Iterator[dict[str, Any]]:
    for name, elements in named(knowledge):
        yield {"name": name, "elements": list(elements)}
