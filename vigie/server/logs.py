"""A log that cannot hold what people wrote.

Rasa, Sanic and their libraries put texts and sender ids into messages, warnings and tracebacks,
at every level. So a record that is not ours shows only where it comes from (logger, line) and
the type of its exception; ours are written without user data. `configure` must run before
rasa is imported, since importing it already warns.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
import warnings
from collections.abc import MutableMapping
from pathlib import Path
from types import TracebackType
from typing import Any, Optional, TextIO, Union

import structlog

from vigie.errors import place

OURS = ("vigie",)
_FIELDS = frozenset(vars(logging.makeLogRecord({})))


def _is_ours(name: str) -> bool:
    return name.split(".", 1)[0] in OURS


def error_types(error: Optional[BaseException]) -> str:
    """The types of an exception and of its causes, without a word of their messages."""
    names: list[str] = []
    while error is not None and len(names) < 5:
        names.append(type(error).__name__)
        error = error.__cause__ or error.__context__
    return " < ".join(names)


def facts(record: logging.LogRecord) -> dict[str, Any]:
    """What may be shown of a record: never the message of a library, never an error's text."""
    shown: dict[str, Any] = {
        "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + "Z",
        "level": record.levelname.lower(),
        "from": f"{record.name}:{record.lineno}",
    }
    if _is_ours(record.name):
        shown["message"] = record.getMessage()
        shown.update({k: v for k, v in vars(record).items() if k not in _FIELDS})
    if record.exc_info and record.exc_info[1] is not None:
        shown["error"] = error_types(record.exc_info[1])
        shown["at"] = place(record.exc_info[2])
    return shown


class TextFormatter(logging.Formatter):
    """One line a record, for a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        shown = facts(record)
        start = f"{shown.pop('time')} {shown.pop('level'):<7} {shown.pop('from')}"
        message = f" {shown.pop('message')}" if "message" in shown else ""
        return start + message + "".join(f" {key}={value}" for key, value in shown.items())


class JsonFormatter(logging.Formatter):
    """One JSON object a record, for a collector."""

    def format(self, record: logging.LogRecord) -> str:
        """The object, on one line."""
        return json.dumps(facts(record), ensure_ascii=False, default=str)


def _event_only(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> dict[str, Any]:
    """Drop every key of a structlog event but its constant name and its exception."""
    return {key: event[key] for key in ("event", "exc_info") if key in event}


def _show_warning(
    message: Union[Warning, str],
    category: type[Warning],
    filename: str,
    lineno: int,
    file: Optional[TextIO] = None,
    line: Optional[str] = None,
) -> None:
    del message, file, line
    logging.getLogger("warnings").debug("%s", f"{category.__name__} {Path(filename).name}:{lineno}")


def _log_crash(
    kind: type[BaseException], error: BaseException, traceback: Optional[TracebackType]
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("vigie").critical("arrêt sur erreur", exc_info=(kind, error, traceback))


def _log_thread_crash(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        _log_crash(args.exc_type, args.exc_value, args.exc_traceback)


def _log_ignored(args: sys.UnraisableHookArgs) -> None:
    """An exception where none can be raised, as when something is being destroyed."""
    exc_info = (args.exc_type, args.exc_value, args.exc_traceback)
    logging.getLogger("vigie").error("exception ignorée", exc_info=exc_info)  # type: ignore[arg-type]


def configure(level: str = "info", form: str = "text", stream: Optional[TextIO] = None) -> None:
    """Set the one handler of the process. Call it before rasa is imported."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter() if form == "json" else TextFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper() if level == "debug" else "WARNING")
    logging.getLogger("vigie").setLevel(level.upper())
    # Sanic warns of "production mode" in every terminal.
    logging.getLogger("sanic.error").setLevel("DEBUG" if level == "debug" else "ERROR")
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            _event_only,
            structlog.stdlib.render_to_log_kwargs,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.raiseExceptions = False  # else a stream that fails is told of with the record itself
    warnings.showwarning = _show_warning
    sys.excepthook = _log_crash
    threading.excepthook = _log_thread_crash
    sys.unraisablehook = _log_ignored
