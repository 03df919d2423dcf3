"""What small words say more closely than the form of a query: each was answered beside it."""

from __future__ import annotations

import pytest

from tests.answers.made import after, tables, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reading.finer import as_said
from vigie.answers.render.answer import answer
from vigie.knowledge.text import fold

NAMES = {
    "DoJ": "doj",
    "EEOC": "eeoc",
    "DoS": "dos",
    "DoL": "dol",
    "Trésor": "treasury",
    "PITF": "pitf",
    "SPOG": "spog",
    "TVPA": "tvpa",
    "amendement 2003": "tvpa_2003",
    "JvTA": "jvta",
}
TWO = "verify does(doj,investigation) & does(eeoc,training)"
FOUR = (
    "verify does(doj,investigation) & does(doj,training)"
    " & does(eeoc,investigation) & does(eeoc,training)"
)


def said(text: str, line: str, focus: Focus = Focus()) -> str:  # noqa: B008
    """The line of a query once the message in which these are named has said all."""
    mentions = tuple(
        Mention((ident,), view().kind(ident), text.index(name), text.index(name) + len(name))
        for name, ident in NAMES.items()
        if name in text
    )
    words = " ".join(fold(text.replace("'", " ").replace("-", " ").rstrip(" ?")).split())
    in_order = tuple(sorted(mentions, key=lambda one: one.start))
    question = Question(text, words=words, mentions=in_order)
    return write(as_said(read(line), question, tables().world, focus))


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        # All that is claimed, of each who is named in one breath.
        ("le DoJ et l'EEOC enquêtent et forment ?", TWO, FOUR),
        ("le DoJ enquête et l'EEOC forme ?", TWO, TWO),
        ("le DoJ et l'EEOC enquêtent et forment respectivement ?", TWO, TWO),
        (
            "le DoS et le DoL publient et président la PITF ?",
            "verify publishes(dos,any) & publishes(dol,any) & chairs(dos,pitf)",
            "verify publishes(dos,any) & chairs(dos,pitf) & publishes(dol,any) & chairs(dol,pitf)",
        ),
        (
            "la TVPA a créé la PITF, la JvTA le SPOG ?",
            "verify creates(tvpa,pitf) & creates(jvta,spog)",
            "verify creates(tvpa,pitf) & creates(jvta,spog)",
        ),
        # Nobody.
        (
            "personne ne s'occupe des écoles ?",
            "verify only(does(ed,schools))",
            "verify !does({agency},schools)",
        ),
        (
            "aucun département n'enquête",
            "select agency does!=investigation kind=department",
            "verify !does({agency kind=department},investigation)",
        ),
        (
            "quels départements n'enquêtent pas ?",
            "select agency does!=investigation kind=department",
            "select agency does!=investigation kind=department",
        ),
        # More than another.
        (
            "le DoJ a-t-il plus d'attributions que le Trésor ?",
            "max agency except=doj,treasury by=topic",
            "max agency among=doj,treasury by=topic",
        ),
        (
            "hormis le DoJ et le Trésor, qui en a plus que les autres ?",
            "max agency except=doj,treasury by=topic",
            "max agency except=doj,treasury by=topic",
        ),
        (
            "le DoJ publie-t-il autant de rapports que le DoL ?",
            "verify publishes(doj,any)",
            "max agency among=doj,dol by=report",
        ),
        # Older than another, whichever is named first.
        ("la JvTA vient après la TVPA ?", "verify before(jvta,tvpa)", "verify before(tvpa,jvta)"),
        ("avant la JvTA, la TVPA ?", "verify before(jvta,tvpa)", "verify before(tvpa,jvta)"),
        ("la TVPA avant la JvTA ?", "verify before(tvpa,jvta)", "verify before(tvpa,jvta)"),
        ("la JvTA est plus récente ?", "verify before(jvta,tvpa)", "verify before(tvpa,jvta)"),
        (
            "elle est plus ancienne que la JvTA ?",
            "verify before(jvta,tvpa)",
            "verify before(tvpa,jvta)",
        ),
        ("elle est après la JvTA ?", "verify !before(tvpa,jvta)", "verify !before(jvta,tvpa)"),
        (
            "avant tout, la TVPA est antérieure à la JvTA ?",
            "verify before(jvta,tvpa)",
            "verify before(tvpa,jvta)",
        ),
        (
            "la TVPA est moins récente que la JvTA ?",
            "verify before(jvta,tvpa)",
            "verify before(tvpa,jvta)",
        ),
        (
            "la TVPA est aussi ancienne que la JvTA ?",
            "verify before(tvpa,jvta)",
            "verify before(tvpa,jvta)",
        ),
        (
            "la JvTA est plus récente que le SPOG et la TVPA ?",
            "verify before(jvta,spog)",
            "get date jvta spog tvpa",
        ),
        ("le SPOG se réunit avant la PITF ?", "get meeting spog", "get meeting spog"),
        (
            "c'est plus vieux la TVPA que la JvTA ?",
            "verify before(tvpa,jvta)",
            "verify before(tvpa,jvta)",
        ),
        (
            "elle est plus ancienne, la TVPA ?",
            "verify before(tvpa,jvta)",
            "verify before(tvpa,jvta)",
        ),
        (
            "d'abord la TVPA, et après la JvTA ?",
            "verify before(tvpa,jvta)",
            "verify before(tvpa,jvta)",
        ),
        (
            "le SPOG n'est pas plus jeune que la PITF ?",
            "verify before(spog,pitf)",
            "verify before(spog,pitf)",
        ),
        (
            "la JvTA, plus récente, amende-t-elle la TVPA ?",
            "verify amends(jvta,tvpa)",
            "verify amends(jvta,tvpa)",
        ),
        ("la plus vieille, c'est la JvTA ?", "verify before(jvta,tvpa)", "min law by=year"),
        (
            "la TVPA est avant ou après la JvTA ?",
            "verify before(jvta,tvpa)",
            "min law among=tvpa,jvta by=year",
        ),
        (
            "la TVPA, le SPOG, puis la JvTA ?",
            "verify before(tvpa,spog) & before(jvta,pitf)",
            "verify before(tvpa,spog) & before(spog,jvta)",
        ),
        (
            "la TVPA est-elle antérieure à la JvTA ?",
            "verify amends(tvpa,jvta)",
            "verify before(tvpa,jvta)",
        ),
        (
            "le SPOG a-t-il été créé après la PITF ?",
            "get date spog",
            "verify before(pitf,spog)",
        ),
        (
            "que fait le SPOG après la PITF ?",
            "compare spog pitf",
            "compare spog pitf",
        ),
        ("combien d'années entre la JvTA et la TVPA, avant ?", "get date jvta", "get date jvta"),
        ("d'où vient la PITF, née avant le SPOG ?", "get origin pitf", "get origin pitf"),
        (
            "la TVPA date de 2000, deux ans avant l'amendement 2003 ?",
            "verify year(tvpa,2000)",
            "verify year(tvpa,2000)",
        ),
        (
            "sans le DoJ ni le DoS, qui en fait le plus d'après ce que dit le texte ?",
            "max agency except=doj,dos by=topic",
            "max agency except=doj,dos by=topic",
        ),
        # What is taken to be so, and is not.
        (
            "de quand date la JvTA par rapport à l'amendement 2003 ?",
            "get date jvta",
            "get date jvta",
        ),
        ("pourquoi le DoJ préside-t-il la PITF ?", "get why doj", "verify chairs(doj,pitf)"),
        ("pourquoi le DoS préside-t-il la PITF ?", "get why dos", "get why dos"),
        (
            "en quelle année la TVPA a-t-elle été amendée pour créer le SPOG ?",
            "get date tvpa_2003",
            "get date tvpa_2003",
        ),
        ("pourquoi l'EEOC ne siège pas à la PITF ?", "get why eeoc", "verify !in(eeoc,pitf)"),
        ("quand la JvTA a-t-elle créé la PITF ?", "get date jvta", "verify creates(jvta,pitf)"),
        ("quand la TVPA a-t-elle créé la PITF ?", "get date tvpa", "get date tvpa"),
        # Months, rhythms, years.
        (
            "le premier rapport date-t-il de mars 2016 ?",
            "verify year(council_report,2016)",
            "verify year(council_report,mars 2016)",
        ),
        (
            "le premier rapport date-t-il d'octobre 2016 ?",
            "verify year(council_report,2016)",
            "verify year(council_report,2016)",
        ),
        (
            "le rapport du DoS est-il bisannuel ?",
            "verify freq(tip_report,annual)",
            "verify freq(tip_report,bisannuel)",
        ),
        (
            "elle a été amendée en 2013 ?",
            "verify amends(tvpa_2003,tvpa)",
            "verify year(tvpa_2003,2013)",
        ),
        (
            "la JvTA a changé l'amendement 2003 ?",
            "verify amends(jvta,tvpa_2003)",
            "verify amends(jvta,tvpa_2003)",
        ),
        (
            "elle a été amendée en 2003 ?",
            "verify amends(tvpa_2003,tvpa)",
            "verify amends(tvpa_2003,tvpa)",
        ),
        (
            "le DoL ne publie aucun rapport annuel ?",
            "verify !publishes(dol,any)",
            "verify !publishes(dol,{report freq=annual})",
        ),
        (
            "qui appeler en cas de danger immédiat ?",
            "select agency does=hotline",
            "get contact hotline",
        ),
        ("qui s'occupe de la ligne ?", "select agency does=hotline", "select agency does=hotline"),
        (
            "le Conseil publie aussi quelque chose chaque année ?",
            "verify publishes(council,any)",
            "verify publishes(council,{report freq=annual})",
        ),
        (
            "le rapport du DoS est-il annuel, pas trimestriel ?",
            "verify freq(tip_report,annual)",
            "verify freq(tip_report,annual)",
        ),
        (
            "l'amendement 2003 a modifié la TVPA, votée en 2000 ?",
            "verify amends(tvpa_2003,tvpa)",
            "verify amends(tvpa_2003,tvpa)",
        ),
        # A kind that is named, and not denied.
        (
            "qui ne forme pas parmi les départements ?",
            "select agency does!=training kind!=department",
            "select agency does!=training kind=department",
        ),
        (
            "les agences ki st po des ministères",
            "select agency kind!=department",
            "select agency kind!=department",
        ),
        (
            "qui, en dehors des départements, aide les victimes ?",
            "select agency does=victim_assistance kind!=department",
            "select agency does=victim_assistance kind!=department",
        ),
        (
            "lesquels ne sont pas des départements ?",
            "select agency in=pitf kind!=department",
            "select agency in=pitf kind!=department",
        ),
        # The rank of a body is not its age.
        (
            "qui est au-dessus, le SPOG ou la PITF ?",
            "max body among=spog,pitf by=year",
            "compare spog pitf about=level",
        ),
        (
            "cité au-dessus, le SPOG ou la PITF, lequel est le plus ancien ?",
            "min body among=spog,pitf by=year",
            "min body among=spog,pitf by=year",
        ),
        (
            "qui a le nombre de membres le plus élevé, le SPOG ou la PITF ?",
            "max body among=spog,pitf by=member",
            "max body among=spog,pitf by=member",
        ),
        (
            "lequel est le plus récent, le SPOG ou la PITF ?",
            "max body among=spog,pitf by=year",
            "max body among=spog,pitf by=year",
        ),
        # Nothing else of somebody, or nobody else.
        (
            "c'est le seul rapport du DoL ?",
            "verify only(publishes(dol,goods_list))",
            "verify whole(publishes(dol,goods_list))",
        ),
        (
            "le Conseil ne publie qu'un rapport ?",
            "verify whole(publishes(council,any))",
            "verify count(report by=council,1)",
        ),
        (
            "le DoL ne publie que des rapports ?",
            "verify whole(publishes(dol,any))",
            "verify whole(publishes(dol,any))",
        ),
        (
            "le DoL est seul à la publier ?",
            "verify only(publishes(dol,goods_list))",
            "verify only(publishes(dol,goods_list))",
        ),
        # Not only.
        (
            "le DoJ ne dit pas qu'il enquête ?",
            "verify !does(doj,investigation)",
            "verify !does(doj,investigation)",
        ),
        ("tu me listes ce que publie le DoS ?", "select report by=dos", "select report by=dos"),
        (
            "le DoS ne préside pas que la PITF ?",
            "verify !chairs(dos,pitf)",
            "verify !whole(chairs(dos,pitf))",
        ),
    ],
)
def test_a_query_is_as_its_message_says(text: str, line: str, expected: str) -> None:
    assert said(text, line) == expected


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("verify !does({agency},schools)", "Si. Le document le dit pour un sur dix-huit"),
        ("verify year(council_report,mars 2016)", "Non. Le Conseil consultatif"),
        ("verify freq(tip_report,bisannuel)", "Non."),
        ("verify year(tvpa_2003,2013)", "Non."),
        ("verify !publishes(dol,{report freq=annual})", "En effet, non."),
        ("verify !whole(chairs(dos,pitf))", "En effet, non."),
        (FOUR, "En partie seulement"),
    ],
)
def test_its_answer_is_on_what_is_said(line: str, begins: str) -> None:
    reply = answer(read(line), view())
    assert reply is not None and reply.lead.startswith(begins)


def test_departments_are_meant_after_what_is_none() -> None:
    question = Question(
        "ils sont combien les départements ?", words="ils sont combien les departements"
    )
    query = read("count agency in=pitf kind!=department except=odni,omb")
    focus = after("select agency in=pitf kind!=department")
    found = as_said(query, question, tables().world, focus)
    assert write(found) == "count agency in=pitf kind=department"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("si on voit un truc louche on appelle qui", "describe dot", "get contact hotline"),
        ("qui appeler", "select agency does=hotline", "get contact hotline"),
        ("j'aimerais signaler une situation", "none near", "get contact hotline"),
        ("comment on dénonce un cas ?", "none near", "get contact hotline"),
        ("je veux signaler un cas", "told", "get contact hotline"),
        ("le DoJ reçoit qui veut signaler un cas ?", "none near", "none near"),
        ("qui appelle le DoJ si on voit un truc", "describe doj", "describe doj"),
        ("on voit qui enquête", "select agency does=investigation", None),
    ],
    ids=[
        "something seen",
        "nothing more",
        "a situation",
        "a case",
        "nothing is asked",
        "somebody who takes it",
        "somebody is named",
        "nobody is called",
    ],
)
def test_whoever_has_seen_something_is_told_whom_to_call(
    text: str, line: str, expected: str | None
) -> None:
    assert said(text, line) == (expected or line)


CHAIRS, PERSON = "verify chairs(dos,pitf)", "get person doj"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("et le président il fait quoi", "describe dos", "describe president"),
        ("le président américain a quel rôle", "get other dos", "describe president"),
        ("le président lui-même préside la PITF", CHAIRS, "verify chairs(president,pitf)"),
        ("le président de la PITF fait quoi", "describe dos", "describe dos"),
        ("le président des Etats-Unis fait quoi", "describe dos", "describe president"),
        ("c'est qui le président", "describe dos", "describe dos"),
        ("parlez-moi de l'équipe du président", "describe pitf", "describe pitf"),
        ("quel est le rôle du président", "describe dos", "describe president"),
        ("que fait le DoS, et le président", "describe dos", "describe dos"),
        ("c'est qui le DoJ", PERSON, "describe doj"),
        ("c'est qui le chef du DoJ", PERSON, PERSON),
        ("qu'est-ce qui a changé", "get results eeoc", "meta uptodate"),
        ("quels sont tous les changements", "get results eeoc", "meta changes"),
        ("qu'est-ce qui a changé au DoJ", "get results doj", "meta uptodate"),
        ("quels changements apporte la JvTA", "describe jvta", "describe jvta"),
    ],
)
def test_of_whom_and_of_what_it_asks(text: str, line: str, expected: str) -> None:
    assert said(text, line) == expected


STAY, SEES = "verify does(doj,witness_stay)", "select agency does=witness_stay"
ALASKA = "verify does(doj,native_communities)"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("elle peut rester aux USA", STAY, SEES),
        ("que se passe-t-il si elle témoigne", "describe doj about=witness_stay", SEES),
        ("elle les laisse rester", STAY, STAY),
        ("le DoJ, elle peut rester", STAY, STAY),
        ("elle peut rester", "verify does(dhs,witness_stay)", "verify does(dhs,witness_stay)"),
        ("quelque chose sur l'Alaska, non", ALASKA, "select agency does=native_communities"),
        ("il est aussi en Alaska", ALASKA, ALASKA),
        ("l'Alaska aussi", ALASKA, ALASKA),
        ("i va en Alaska", ALASKA, ALASKA),
        ("et l'Alaska", "describe doj about=native_communities", "describe doj about=native_communities"),
        ("ton doc mentionne l'Alaska", ALASKA, "select agency does=native_communities"),
        ("ce texte évoque-t-il l'Alaska", ALASKA, "select agency does=native_communities"),
        ("le texte parle de l'Alaska, hein", "verify does({agency},native_communities)", "select agency does=native_communities"),
        ("le texte parle de l'Alaska, lui", "verify about({agency does=native_communities},native_communities)", "select agency does=native_communities"),
        ("le texte aborde les mariages blancs", "verify does(doj,@)", "none near"),
        ("vous couvrez le trafic d'armes", "verify does(doj,@)", "none near"),
        ("le DoJ, votre texte en parle", "verify does(doj,@)", "verify does(doj,@)"),
        ("le texte mentionne ses effectifs", "verify does(doj,@)", "verify does(doj,@)"),
    ],
    ids=[
        "a victim", "what for her", "who lets them", "named", "who does it", "of the document",
        "a pronoun", "too", "a pronoun misspelt", "what it does", "of the doc", "of this text", "of nobody", "of those who do it",
        "nothing in it", "nothing that is covered", "named in it", "something of theirs",
    ],
)  # fmt: skip
def test_whoever_is_not_meant_is_not_denied_anything(text: str, line: str, expected: str) -> None:
    """ "Elle peut rester aux USA ?" got "Non. Le document ne dit pas que le HHS…"."""
    assert said(text, line) == expected


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("ça se contredit pas un peu", "verify chairs(dos,pitf)", "meta doubt"),
        ("vos deux réponses sont incohérentes", "verify is(pitf,contraignant)", "meta doubt"),
        ("y a pas une contradiction", "verify does(doj,training)", "meta doubt"),
        ("le DoJ y est, c'est paradoxal", "verify in(doj,pitf)", "verify in(doj,pitf)"),
        ("14 et 18, quelle incohérence", "verify number(pitf,14)", "verify number(pitf,14)"),
    ],
)
def test_a_contradiction_that_is_seen_is_no_claim(text: str, line: str, expected: str) -> None:
    assert said(text, line, after("select agency chairs=pitf")) == expected


LINE = "get contact hotline"


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("tel urgent", "get contact doj", LINE),
        ("vite un numéro", "get contact pitf", LINE),
        ("quel est le num, svp", "get contact dos", LINE),
        ("leur numéro", "get contact doj", "get contact doj"),
        ("le numéro du DoJ", "get contact doj", "get contact doj"),
        ("le numéro", "describe doj", "describe doj"),
        ("comment les avoir si c est urgent", "get contact doj", LINE),
    ],
)
def test_a_number_of_nobody_is_that_of_the_line(text: str, line: str, expected: str) -> None:
    """It got "le document ne donne pas de coordonnées" of whoever was spoken of."""
    assert said(text, line, after("describe doj")) == expected


AMONG = "max agency among={} by=topic"


@pytest.mark.parametrize(
    ("text", "line", "before", "expected"),
    [
        ("qui des deux en fait le plus", AMONG.format("ed,doj,dhs"), ("ed", "doj", "dhs"), AMONG.format("doj,dhs")),
        ("entre ces deux-là, qui en fait le plus", AMONG.format("ed,doj,eeoc"), ("doj", "dhs"), AMONG.format("doj,dhs")),
        ("laquelle des deux en fait le plus", AMONG.format("ed,doj"), ("ed", "doj", "dhs"), AMONG.format("ed,doj")),
        ("laquelle des 2 forme", "select agency does=training among=usda", ("usda", "eeoc"), "select agency does=training among=usda,eeoc"),
        ("ça change quoi entre les deux", "compare dol ed", ("pitf", "dol", "dos"), "compare dol dos"),
        ("lequel en fait le plus", AMONG.format("ed,doj,dhs"), ("ed", "doj", "dhs"), AMONG.format("ed,doj,dhs")),
        ("qui des deux, DoJ ou EEOC", AMONG.format("doj,eeoc"), ("ed", "dhs"), AMONG.format("doj,eeoc")),
        ("laquelle des deux est la plus vieille", "min body among=pitf,spog by=year", ("doj", "dhs"), "min body among=pitf,spog by=year"),
    ],
)  # fmt: skip
def test_the_two_are_the_last_two(
    text: str, line: str, before: tuple[str, ...], expected: str
) -> None:
    focus = after(*(f"describe {one}" for one in before))
    assert said(text, line, focus) == expected
