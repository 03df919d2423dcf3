"""What is asked for and nothing else."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, said, talk

ONLY = {
    "the number of the hotline": (
        "juste le numero", "get contact hotline", "1-888-373-7888.", ["911", "24 heures"],
    ),
    "French names": (
        "en francais seulement", "get expand eeoc ustr",
        "EEOC désigne la Commission pour l'égalité des perspectives d'emploi. USTR désigne",
        ["en anglais", "Commission on", "Equal Employment"],
    ),
    "the French name of what has no acronym": (
        "juste le nom francais", "get english research_data",
        "Le comité sur la recherche et les données.", ["anglais :"],
    ),
    "who publishes them": (
        "juste les noms", "get owner tip_report ag_report",
        "Le DoS et le DoJ.", ["publie"],
    ),
    "whose it is": ("juste le nom", "get owner hotline", "Le HHS.", ["finance"]),
}  # fmt: skip


@pytest.mark.parametrize(("words", "line", "begins", "lacks"), ONLY.values(), ids=ONLY)
def test_the_rest_is_left_out(words: str, line: str, begins: str, lacks: list[str]) -> None:
    reply, _ = talk(asked(words), after(line))
    told = said(reply).split("Source :")[0].split("Depuis la")[0]
    assert told.startswith(begins), told
    assert [one for one in lacks if one in told] == []
    assert reply.source.startswith("Source :")


def test_such_a_form_of_an_answer_that_has_none_leaves_it() -> None:
    reply, _ = talk(asked("juste le numero"), after("describe treasury"))
    assert "1-888" not in said(reply)
