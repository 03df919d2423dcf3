"""How often a second author, who saw the texts alone, means the query that the first one wrote.

`python -m evaluation.agreement` compares evaluation/agreement.txt (500 questions drawn from
data/corpus) with the corpus, and writes results/agreement.json.
"""

from __future__ import annotations

import json

from evaluation.material import RESULTS, ROOT
from evaluation.same import right
from vigie.answers.phrases import load_phrases
from vigie.answers.query.form import form
from vigie.answers.query.model import FACTS, Query
from vigie.answers.query.normal import normal
from vigie.answers.query.write import write
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load
from vigie.nlu import corpus


def same(one: Query, other: Query, view: View) -> bool:
    """Whether two authors mean the same: one query, or the same reply."""
    if one.act in FACTS and other.act in FACTS:
        return right(one, other, view)
    return (one.act, one.want) == (other.act, other.want)


def main() -> None:
    """Compare, print and write the shares in per cent, and print where they differ."""
    view = View(Tables(load(ROOT / "knowledge")), load_phrases(ROOT / "domain.yml"))
    second, _ = corpus.read_files([ROOT / "evaluation" / "agreement.txt"])
    first, _ = corpus.read(ROOT / "data")
    written = {one.text: one.segments[0].query for one in first.questions}
    pairs = [
        (one.text, written[one.text], one.segments[0].query)
        for one in second.questions
        if one.text in written
    ]
    apart = [(text, a, b) for text, a, b in pairs if not same(a, b, view)]
    for text, a, b in apart:
        print(f"{text}\n    {write(a)}\n    {write(b)}")
    share = 100 / len(pairs)
    forms = sum(write(form(normal(a))) == write(form(normal(b))) for _, a, b in pairs)
    found = {
        "questions": len(pairs),
        "query": round((len(pairs) - len(apart)) * share, 1),
        "act": round(sum(a.act == b.act for _, a, b in pairs) * share, 1),
        "form": round(forms * share, 1),
    }
    print(json.dumps(found, indent=1))
    (RESULTS / "agreement.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
