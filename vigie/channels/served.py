"""The channels of credentials.yml."""

from __future__ import annotations

import importlib
import logging
from typing import Optional, Protocol, runtime_checkable

import yaml
from rasa.core.channels.channel import InputChannel

from vigie.channels.shared.credentials import NotConfigured
from vigie.channels.web import WebChannel
from vigie.channels.web.erasing import Erase
from vigie.errors import Refusal
from vigie.project import Project
from vigie.server.admission import Admission
from vigie.server.answer import Limits
from vigie.server.form import FormChannel
from vigie.server.redis.link import Link
from vigie.server.redis.tickets import Tickets
from vigie.server.rest import RestChannel
from vigie.server.senders import Senders
from vigie.server.settings import Settings
from vigie.server.site import Pages

log = logging.getLogger(__name__)


@runtime_checkable
class Sharing(Protocol):
    """A channel that remembers messages and people, together with the other replicas."""

    shared: Optional[Link]


def create(
    project: Project,
    settings: Settings,
    erase: Optional[Erase] = None,
    shared: Optional[Link] = None,
    tickets: Optional[Tickets] = None,
    site: Optional[Pages] = None,
) -> list[InputChannel]:
    """The channels named in credentials.yml by their class; REST and the web's are always there.

    Args:
        project: whose credentials.yml is read.
        settings: of the process.
        erase: erases what is kept of a sender, for a person who asks for it.
        shared: the Redis of all replicas, when there are several.
        tickets: the order of messages that they share.
        site: whose pages carry the answers to the form, where there is one.

    Raises:
        Refusal: the file does not read, or a channel does not load.
    """
    admission = Admission.of(settings, shared)
    channels: list[InputChannel] = [
        RestChannel(Limits.of(settings), admission, Senders.of(settings), tickets),
        WebChannel(settings, admission, erase, shared),
    ]
    if site is not None and erase is not None:
        channels.append(FormChannel(Limits.of(settings), admission, site, erase))
    names = {channel.name() for channel in channels}
    for path, credentials in read(project).items():
        try:
            channel = _create(path, credentials)
        except NotConfigured as problem:
            log.warning("canal non servi : %s : %s", path.rpartition(".")[2], problem)
            continue
        if isinstance(channel, Sharing):
            channel.shared = shared
        if channel.name() not in names:
            names.add(channel.name())
            channels.append(channel)
    return channels


def read(project: Project) -> dict[str, object]:
    """The entries of credentials.yml, by class; none where there is no file.

    Raises:
        Refusal: it does not read.
    """
    if not project.credentials.is_file():
        return {}
    try:
        found = yaml.safe_load(project.credentials.read_text("utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        raise Refusal(f"credentials.yml ne se lit pas : {type(problem).__name__}.") from None
    if not isinstance(found, dict):
        raise Refusal("credentials.yml doit être une liste de canaux et de leurs réglages.")
    return found


def _create(path: str, credentials: object) -> InputChannel:
    module, _, member = path.rpartition(".")
    if not module:
        raise Refusal(
            f"credentials.yml : « {path} » n’est pas servi ici. Les canaux de Rasa croient "
            "n’importe qui ; nommez une classe de Vigie (module.Classe)."
        )
    try:
        channel = getattr(importlib.import_module(module), member)
        created: InputChannel = channel.from_credentials(credentials or {})
    except (Refusal, NotConfigured):
        raise
    except Exception as problem:
        raise Refusal(
            f"Le canal {path} ne se charge pas : {type(problem).__name__} : {problem}"
        ) from problem
    return created
