"""A model is unpacked in one reading: the same files as Rasa's, and nothing outside its folder."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.exceptions import UnsupportedModelVersionError

from vigie.server.standins.archive import OnceRead


def packed(folder: Path, **files: str) -> Path:
    """An archive of these files, by their names."""
    path = folder / "model.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return path


def test_the_files_are_those_that_rasa_unpacks(tmp_path: Path) -> None:
    archive = packed(tmp_path, **{"metadata.json": "{}", "components/a/b.json": "é"})
    found = []
    for store in (OnceRead, LocalModelStorage):
        folder = tmp_path / store.__name__
        folder.mkdir()
        store._extract_archive_to_directory(archive, folder)
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        found.append({str(path.relative_to(folder)): path.read_bytes() for path in files})
    assert found[0] == found[1]
    assert sorted(found[0]) == ["components/a/b.json", "metadata.json"]


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    with pytest.raises(tarfile.FilterError):
        OnceRead._extract_archive_to_directory(packed(tmp_path, **{"../out.txt": "x"}), inside)
    assert not (tmp_path / "out.txt").exists()


def test_a_model_of_rasa_2_is_refused_as_ever(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    with pytest.raises(UnsupportedModelVersionError):
        archive = packed(tmp_path, **{"fingerprint.json": '{"version": "2.8"}'})
        OnceRead._extract_archive_to_directory(archive, inside)
