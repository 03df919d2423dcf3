"""Two years between which something is asked for."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.model import Select

YEAR = "year"


def years_between(select: Select) -> Optional[tuple[str, str]]:
    """The first and the last of the years that a list is asked for, where it has just these two
    bounds: of "year=≥2003 year=≤2016" 2003 and 2016."""
    years = [str(value) for one in select.conditions if one.key == YEAR for value in one.values]
    bounds = {year[0]: year[1:] for year in years}
    if bounds.keys() != {"≥", "≤"} or len(years) != len(bounds):
        return None
    return bounds["≥"], bounds["≤"]
