"""Rasa's store of a model, unpacked in one reading of the archive instead of three.

Rasa checks all members for a path that leaves the folder, which reads the archive to its end,
and then reads it again to write them; the checks are those of Python's own filter here.
"""

from __future__ import annotations

import tarfile
from pathlib import Path
from typing import Union

from rasa.engine.storage.local_model_storage import LocalModelStorage


class OnceRead(LocalModelStorage):
    """As Rasa's, unpacked quicker."""

    @staticmethod
    def _extract_archive_to_directory(
        model_archive_path: Union[str, Path], temporary_directory: Path
    ) -> None:
        with tarfile.open(model_archive_path, mode="r|gz") as archive:
            for member in archive:
                archive.extract(member, temporary_directory, filter=_inside)
        LocalModelStorage._assert_not_rasa2_archive(temporary_directory)


def _inside(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo:
    """The member, if it stays in the folder.

    Raises:
        tarfile.FilterError: it does not, or is a device.
    """
    found = tarfile.data_filter(member, folder)
    assert found is not None  # the filter of data refuses, and leaves nothing out
    return found
