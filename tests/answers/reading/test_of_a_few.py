"""Small words that say of whom, of how many, of when: the first or last few of a list, the few who
were just spoken of, a second one, one of two things, nothing at all, in order, still."""

from __future__ import annotations

import pytest

from tests.answers.made import after, asked, said, talk, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reading.finer.either import asks_either, of_either
from vigie.answers.reading.finer.idle import of_idle
from vigie.answers.reading.finer.in_time import in_time
from vigie.answers.reading.finer.limited import limited
from vigie.answers.reading.finer.of_a_second import of_a_second
from vigie.answers.reading.finer.of_its_ends import of_its_ends
from vigie.answers.reading.finer.of_the_dates import of_the_dates
from vigie.answers.reading.finer.of_them import of_them
from vigie.answers.reading.still import asks_if_still

COMMITTEES = "select committee"
COUNCIL = "verify publishes(council,council_report)"
SECOND = "verify count(report by=council,≥2)"


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        (
            "les deux derniers comites",
            "select committee rank=2/5",
            "select committee among=victim_services,supply_chains",
        ),
        (
            "seulement les 2 premiers",
            COMMITTEES,
            "select committee among=research_data,grants_committee",
        ),
        ("le dernier comite", COMMITTEES, COMMITTEES),
        ("hormis les deux premiers", COMMITTEES, COMMITTEES),
        ("lesquels ont siege ces trois derniers mois", COMMITTEES, COMMITTEES),
        ("parmi les trois premiers comites", COMMITTEES, COMMITTEES),
        ("les six derniers comites", COMMITTEES, COMMITTEES),
        ("les deux derniers comites", "count committee", "count committee"),
    ],
    ids=[
        "the last two",
        "the first two",
        "one",
        "all but two",
        "months",
        "among",
        "more than there are",
        "how many",
    ],
)
def test_of_a_list_as_many_are_told_as_are_asked_for(words: str, line: str, expected: str) -> None:
    assert write(of_its_ends(read(line), asked(words), view().world)) == expected


OF_TWO = Focus(subjects=("hhs", "dhs"), shown=("hhs", "dhs"))
MANY = Focus(shown=("hhs", "dhs", "doj", "dod"))


@pytest.mark.parametrize(
    ("words", "focus", "expected"),
    [
        (
            "ne menent ils pas de campagne",
            OF_TWO,
            "verify does(hhs,training) & does(dhs,training)",
        ),
        ("mene t il une campagne", OF_TWO, "verify does(hhs,training)"),
        ("ils forment", MANY, "verify does(hhs,training)"),
        ("le premier les aide t il eux", OF_TWO, "verify does(hhs,training)"),
        ("aide t il toutes les victimes", OF_TWO, "verify does(hhs,training)"),
        ("ils forment", Focus(shown=("hhs", "pitf")), "verify does(hhs,training)"),
        ("ils forment", Focus(shown=("doj", "dhs")), "verify does(hhs,training)"),
    ],
    ids=[
        "of both",
        "of one",
        "of too many",
        "picked",
        "all of others",
        "of other kinds",
        "of somebody else",
    ],
)
def test_a_claim_on_the_few_spoken_of_is_on_all_of_them(
    words: str, focus: Focus, expected: str
) -> None:
    told = of_them(read("verify does(hhs,training)"), asked(words), view().world, focus)
    assert write(told) == expected


def test_a_claim_on_one_who_is_named_is_on_nobody_else() -> None:
    line = read("verify does(hhs,training)")
    assert of_them(line, asked("ils forment", names="hhs"), view().world, OF_TWO) == line


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        ("il y a eu un deuxieme rapport", COUNCIL, SECOND),
        ("et le second rapport", "get date council_report", SECOND),
        ("un deuxieme rapport", "select report by=council", SECOND),
        ("son premier rapport", COUNCIL, COUNCIL),
        ("un deuxieme comite", COUNCIL, COUNCIL),
        ("un deuxieme rapport", "select report by=dol", "select report by=dol"),
    ],
    ids=["claimed", "dated", "listed", "the first", "of another sort", "of who has three"],
)
def test_a_second_one_of_what_there_is_one_of_is_counted(
    words: str, line: str, expected: str
) -> None:
    focus = Focus(subjects=("council", "dol"))
    assert write(of_a_second(read(line), asked(words), view().world, focus)) == expected


@pytest.mark.parametrize(
    ("words", "names", "line"),
    [
        ("qui publie le deuxieme rapport", "", "get owner ag_report"),
        ("est il le deuxieme rapport cite", "ag_report", "verify publishes(doj,ag_report)"),
    ],
    ids=["of nobody", "one that is named"],
)
def test_a_second_report_of_nobody_is_one_of_all(words: str, names: str, line: str) -> None:
    told = of_a_second(read(line), asked(words, names=names), view().world, Focus())
    assert told == read(line)


def test_the_second_of_a_list_is_picked_and_not_counted() -> None:
    shown = Focus(shown=("tip_report", "ag_report"))
    line = read("get owner ag_report")
    assert of_a_second(line, asked("le deuxieme rapport"), view().world, shown) == line


@pytest.mark.parametrize(
    ("words", "either"),
    [
        ("ils enquêtent aussi, ou c'est juste le DoJ ?", True),
        ("elle finance ou elle forme", True),
        ("il forme ou pas", False),
        ("oui ou non", False),
        ("le DoJ ou le DHS", False),
        ("il préside le groupe où il siège ?", False),
        ("est-il vrai que ce soit bien lui ?", False),
    ],
)
def test_what_asks_which_of_two_things_is_so(words: str, either: bool) -> None:
    assert asks_either(words) is either


def _of_the_doj(text: str) -> Question:
    at = text.index("DoJ")
    named = (Mention(("doj",), "agency", at, at + 3),)
    return asked(text, mentions=named)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eux aussi, ou c'est juste le DoJ ?", "verify only(does(doj,training))"),
        ("eux aussi, ou bien le DoJ ?", "verify does(doj,training)"),
        ("juste le DoJ, ou bien eux aussi ?", "verify does(doj,training)"),
        ("ou plutôt est-ce que le DoJ le fait ?", "verify does(doj,training)"),
    ],
    ids=["alone", "not alone", "before the choice", "asked"],
)
def test_the_other_of_two_things_may_be_that_there_is_nobody_else(text: str, expected: str) -> None:
    assert write(of_either(read("verify does(doj,training)"), _of_the_doj(text))) == expected


def test_no_yes_is_said_to_one_of_two_things() -> None:
    form = "verify does(?,?)"
    of_two = asked("aide ou c'est juste de la formation ?", "doi", "training", forms=form)
    plainly = asked("forme ?", "doi", "training", forms=form)
    assert said(talk(plainly)[0]).startswith("Oui. Le département de l'Intérieur (DoI) forme")
    assert said(talk(of_two)[0]).startswith("Le département de l'Intérieur (DoI) forme")


def test_a_year_that_nobody_said_is_not_meant() -> None:
    """ "Il ne donne donc aucune année ?" of the TVPA was once read as 2015."""
    from vigie.answers.reading.evidence import gather
    from vigie.answers.reading.written import as_proposal

    query, world = read("verify year(tvpa,2015)"), view().world
    focus = after("describe tvpa")
    for words, meant in (("aucune annee ?", False), ("2015 ?", True)):
        question = asked(words, names="tvpa")
        made = as_proposal(query, question, gather(question, world), focus, world)
        assert (made is not None) is meant


IDLE = "verify !does(dod,@)"


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        ("le pentagone ne fait rien contre la traite", IDLE, "verify !described(dod,yes)"),
        ("le pentagone ne juge pas", IDLE, IDLE),
        ("il ne fait rien de tout cela", IDLE, IDLE),
        ("le doj n en fait rien", IDLE, IDLE),
        ("c est faux qu il ne fait rien", IDLE, IDLE),
        ("il ne fait rien", "verify !does(dod,training)", "verify !does(dod,training)"),
        (
            "le pentagone n a rien a voir avec la traite on est d accord",
            IDLE,
            "verify !described(dod,yes)",
        ),
        (
            "le tresor n a rien a voir avec la traite si",
            "verify !does(treasury,finance)",
            "verify !described(treasury,yes)",
        ),
        ("le pentagone n a rien a voir avec la traite negriere", IDLE, IDLE),
        ("l omb n a rien a voir avec la traite", "verify !does(omb,@)", "verify !does(omb,@)"),
    ],
    ids=(
        "nothing at all, no such thing, none of it, nothing of it, judged, of a kind, unconcerned, "
        "whatever was read, with another, only named"
    ).split(", "),
)
def test_who_is_said_to_do_nothing_is_told_of(words: str, line: str, expected: str) -> None:
    assert write(of_idle(read(line), asked(words), view().world)) == expected


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        ("place les dans l ordre", "compare pitf spog council", "get date pitf spog council"),
        ("par ordre chronologique", "describe pitf spog", "get date pitf spog"),
        ("compare les", "compare pitf spog council", "compare pitf spog council"),
        ("place le dans l ordre", "describe pitf", "describe pitf"),
        ("mets les dans l ordre", "describe doj dhs", "describe doj dhs"),
        ("mets les dans l ordre alphabetique", "describe pitf spog", "describe pitf spog"),
        ("decris les dans l ordre", "describe pitf spog", "describe pitf spog"),
        (
            "leurs points communs dans l ordre chronologique",
            "compare pitf spog",
            "compare pitf spog",
        ),
    ],
    ids="put, in time, compared, one, undated, alphabet, not put, what they share".split(", "),
)
def test_things_to_be_put_in_order_are_dated(words: str, line: str, expected: str) -> None:
    assert write(in_time(read(line), asked(words), view().world, Focus())) == expected


def test_so_are_those_that_are_named_from_the_oldest_to_the_latest() -> None:
    """ "PITF, SPOG et Conseil, du plus ancien au plus récent" got the oldest alone."""
    words = "du plus ancien au plus recent"
    oldest = read("min body by=year")
    named = asked(words, names="pitf spog council")
    assert write(in_time(oldest, named, view().world, Focus())) == "get date pitf spog council"
    assert in_time(oldest, asked(words), view().world, Focus()) == oldest


@pytest.mark.parametrize(
    ("words", "names", "line", "shown", "expected"),
    [
        ("classe les", "tvpa spog council", "vague", (), "get date tvpa spog council"),
        ("classe les par ordre de date", "", "none far", ("tvpa", "spog"), "get date tvpa spog"),
        ("classe les par ordre de date", "", "none far", ("doj", "dhs"), "none far"),
        ("place les au tableau", "tvpa spog", "vague", (), "vague"),
        ("combien de victimes par annee", "", "none figures", ("tvpa", "spog"), "none figures"),
        ("classe les par importance", "tvpa spog", "vague", (), "vague"),
        ("pour ma classe explique", "tvpa spog", "describe tvpa spog", (), "describe tvpa spog"),
        (
            "range ces trois la dans l ordre",
            "tvpa spog jvta",
            "verify creates(tvpa,spog) & creates(jvta,spog)",
            (),
            "get date tvpa spog jvta",
        ),
        ("le budget du spog par annee", "spog tvpa", "get budget spog", (), "get budget spog"),
        ("classe les", "tvpa doj", "compare tvpa doj", (), "compare tvpa doj"),
        ("dans l ordre chronologique c est ca", "tvpa spog", "verify before(spog,tvpa)", (),
         "verify before(spog,tvpa)"),
    ],
    ids=[
        "named",
        "told",
        "not dated",
        "put elsewhere",
        "a rhythm",
        "another order",
        "no verb",
        "put, though it is heard as a claim",
        "something else of it",
        "of two kinds",
        "an order that is told",
    ],
)  # fmt: skip
def test_what_is_put_in_order_by_a_verb_alone_or_was_told_is_dated(
    words: str, names: str, line: str, shown: tuple[str, ...], expected: str
) -> None:
    focus = Focus(shown=shown)
    assert write(in_time(read(line), asked(words, names), view().world, focus)) == expected


@pytest.mark.parametrize(
    ("words", "line", "everyone"),
    [
        ("qui siege dans ces comites", "get composition research_data", True),
        ("qui siege dans ce comite", "get composition research_data", False),
        ("qui siege dans le premier de ces comites", "get composition research_data", False),
        ("a qui sont ces rapports", "get composition research_data", False),
        ("qui siege dans ces comites", "get composition spog", False),
    ],
    ids=["several", "one", "one of them", "of another kind", "of another thing"],
)
def test_an_attribute_is_asked_of_all_that_are_shown(words: str, line: str, everyone: bool) -> None:
    after_all = after("select committee")
    query = of_them(read(line), asked(words), view().world, after_all)
    shown = tuple(after_all.shown) if everyone else read(line).subjects
    assert query.subjects == shown


@pytest.mark.parametrize(
    ("words", "still"),
    [
        ("ils sont toujours onze", True),
        ("onze rescapes c est encore le cas", True),
        ("combien sont ils aujourd hui", True),
        ("encore une question le doj enquete t il", False),
        ("maintenant le dod forme t il ses employes", False),
        ("le dos a toujours preside la pitf", False),
        ("le dhs enquete encore plus que le doj", False),
    ],
)
def test_what_asks_whether_it_is_still_so(words: str, still: bool) -> None:
    assert asks_if_still(words) is still


@pytest.mark.parametrize(
    ("words", "line", "before", "expected"),
    [
        ("et la plus recente", "max law by=year", "select event", "max event by=year"),
        ("et la plus recente", "max law by=year", "select law", "max law by=year"),
        (
            "que s est il passe entre 2003 et 2016",
            "select event year=2003/2016",
            "select law",
            "select event year=≥2003 year=≤2016",
        ),
        (
            "les dates de 2003 jusqu en 2016",
            "select event year=2003/2016",
            "",
            "select event year=≥2003 year=≤2016",
        ),
        ("2003 et 2016", "select event year=2003/2016", "", "select event year=2003/2016"),
        (
            "entre 2003 et le 3 mai 2016",
            "select event year=2003/2016",
            "",
            "select event year=2003/2016",
        ),
    ],
    ids=["of the dates", "of the laws", "between", "from one to the other", "both", "no span"],
)
def test_what_is_asked_of_dates(words: str, line: str, before: str, expected: str) -> None:
    focus = after(before) if before else Focus()
    assert write(of_the_dates(read(line), asked(words), focus)) == expected


def test_whether_it_is_still_so_gets_no_plain_yes() -> None:
    form = "verify number(?,?)"
    plainly = said(talk(asked("le groupe compte 11 membres ?", "council", forms=form))[0])
    still = said(talk(asked("le groupe compte encore 11 membres ?", "council", forms=form))[0])
    assert plainly.startswith("Oui. Le Conseil") and "Oui, à la date du document. Le" in still
    always = said(talk(asked("le groupe compte toujours 11 membres ?", "council", forms=form))[0])
    assert always.startswith("Ce qui suit vaut à la date du document. Le Conseil")


@pytest.mark.parametrize(
    ("words", "line", "expected"),
    [
        (
            "il publie un seul rapport",
            "verify publishes(dol,any)",
            "verify count(report by=dol,1)",
        ),
        ("il publie un rapport", "verify publishes(dol,any)", "verify publishes(dol,any)"),
    ],
)
def test_a_single_report_is_counted(words: str, line: str, expected: str) -> None:
    assert write(limited(read(line), asked(words))) == expected
