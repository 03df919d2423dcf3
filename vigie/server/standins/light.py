"""Start without TensorFlow: 6 s and 340 MB less in the serving process.

Rasa imports TensorFlow for helpers that only training uses. After `install`, four of Rasa's
modules are replaced by stand-ins when they are imported; a test holds that the real ones still
export the same names. Never call it in a process that trains a whole model. A model that holds
a TensorFlow component (DIET, TED...) is recognised by `needs_tensorflow`, to be served as usual.
"""

from __future__ import annotations

import json
import sys
import tarfile
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Optional

from vigie.server.standins import later

_CHANNELS = "rasa.core.channels."
_VALIDATOR = "rasa.graph_components.validators.default_recipe_validator"

# Module -> names that rasa imports from it.
STAND_INS: dict[str, tuple[str, ...]] = {
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
    # It brings scikit-learn and most of scipy, which no model of ours is served with.
    "rasa.utils.tensorflow.model_data": (
        "Data",
        "FeatureArray",
        "FeatureSignature",
        "RasaModelData",
        "ragged_array_to_ndarray",
    ),
    _VALIDATOR: ("DefaultV1RecipeValidator",),
    # Rasa's own connectors, which are never served here, with the libraries of each platform; and
    # databases that no tracker_store here may be.
    f"{_CHANNELS}botframework": ("BotFrameworkInput",),
    f"{_CHANNELS}facebook": ("FacebookInput",),
    f"{_CHANNELS}hangouts": ("HangoutsInput",),
    f"{_CHANNELS}mattermost": ("MattermostInput",),
    f"{_CHANNELS}rocketchat": ("RocketChatInput",),
    f"{_CHANNELS}slack": ("SlackInput",),
    f"{_CHANNELS}telegram": ("TelegramInput",),
    f"{_CHANNELS}twilio": ("TwilioInput",),
    f"{_CHANNELS}twilio_voice": ("TwilioVoiceInput",),
    f"{_CHANNELS}webexteams": ("WebexTeamsInput",),
    f"{_CHANNELS}console": ("CmdlineInput",),
    "boto3": (),
    "boto3.dynamodb": (),
    "boto3.dynamodb.conditions": ("Key",),
    "botocore": (),
    "botocore.exceptions": ("BotoCoreError",),
    "pymongo": (),
    "pymongo.collection": ("Collection",),
    "pymongo.errors": ("ConnectionFailure", "OperationFailure"),
}

# Modules of the components that run TensorFlow when they answer.
_TENSORFLOW_MODULES = (
    "rasa.nlu.classifiers.diet_classifier",
    "rasa.nlu.selectors.response_selector",
    "rasa.nlu.featurizers.dense_featurizer.convert_featurizer",
    "rasa.nlu.featurizers.dense_featurizer.lm_featurizer",
    "rasa.core.policies.ted_policy",
    "rasa.core.policies.unexpected_intent_policy",
)


def needs_tensorflow(archive: Path) -> bool:
    """Whether the model in `archive` answers with a TensorFlow component.

    Raises:
        OSError, tarfile.TarError, ValueError, KeyError: the archive cannot be read.
    """
    with tarfile.open(archive, "r|gz") as tar:  # as a stream: it is read once, without going back
        found = (tar.extractfile(one) for one in tar if one.name == "metadata.json")
        member = next(found, None)
        if member is None:
            raise ValueError("there is no file metadata.json")
        schema = json.load(member)["predict_schema"]
    return any(name in json.dumps(schema) for name in _TENSORFLOW_MODULES)


class _StandIns(MetaPathFinder, Loader):
    """Finds and makes the stand-ins."""

    def find_spec(
        self,
        fullname: str,
        path: Optional[Sequence[str]],
        target: Optional[ModuleType] = None,
    ) -> Optional[ModuleSpec]:
        if fullname not in STAND_INS:
            return None
        package = any(name.startswith(f"{fullname}.") for name in STAND_INS)
        return ModuleSpec(fullname, self, is_package=package)

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        bases: tuple[type, ...] = ()
        if module.__name__ == _VALIDATOR:
            # The archive names the training graph too, whose nodes must be graph components.
            from rasa.engine.graph import GraphComponent

            bases = (GraphComponent,)
        elif module.__name__.endswith((".errors", ".exceptions")):
            bases = (Exception,)  # to be caught
        members: dict[str, object] = {}
        if module.__name__.startswith(_CHANNELS):
            # Rasa lists its connectors by their names.
            listed = module.__name__[len(_CHANNELS) :]
            members["name"] = classmethod(lambda cls: listed)
        for name in STAND_INS[module.__name__]:
            setattr(module, name, type(name, bases, dict(members)))


def install() -> bool:
    """Use stand-ins from now on; False when a real module is already there."""
    if not any(isinstance(finder, _StandIns) for finder in sys.meta_path):
        if any(name in sys.modules for name in STAND_INS):
            return False
        sys.meta_path.insert(0, _StandIns())
    later.install()
    return True
