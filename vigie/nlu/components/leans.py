"""VigieLeans: how a message leans on what was said before it, learned from the dialogues."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.components.base import PARSED, OneHead, meta
from vigie.nlu.features import frame_features
from vigie.nlu.leans import learned, with_leans
from vigie.nlu.linear import Example, Linear
from vigie.nlu.parsed import Parsed
from vigie.nlu.taught import LEANS


def lean_examples(data: TrainingData) -> list[Example]:
    """The turns that follow a question of fact, each with how it leans on it."""
    return [
        Example(
            tuple(frame_features(message.get(PARSED).words, message.get("text"))),
            (meta(message)[LEANS],),
        )
        for message in data.training_examples
        if meta(message).get(LEANS) and message.get(PARSED) is not None
    ]


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=True)
class VigieLeans(OneHead):
    """A linear support vector machine over the ways of leaning."""

    def taught(self, data: TrainingData) -> list[Example]:
        """The turns of dialogues."""
        return lean_examples(data)

    def learned(self, examples: list[Example]) -> Linear:
        """The head."""
        return learned(examples)

    def told(self, parsed: Parsed, head: Linear) -> Parsed:
        """With the probability of each way."""
        return with_leans(parsed, head)
