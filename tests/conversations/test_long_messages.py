"""Long messages: the sentence that asks is found, what is told before it is left aside."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Follow, rows

MESSAGES = {
    # the message; what the answer holds, in order; what it must not hold
    "what others have taken is not asked": (
        "Bonjour, je dois présenter un organisme devant ma classe de droit la semaine prochaine. "
        "Mes voisins de table ont choisi la Justice et la Sécurité intérieure, qui étaient les plus "
        "connues, et il ne restait pas grand-chose. Je voudrais donc savoir ce que fait l'USTR "
        "contre la traite.",
        ["(USTR)", "commerc"],
        ["(DHS)", "(DoJ)"],
    ),
    "a thesis is not a question about research": (
        "Je prépare un mémoire à l'université de Douala sur la traite. Pourriez-vous m'indiquer "
        "les organes qui composent la task force présidentielle, ainsi que la loi qui la fonde ?",
        ["quinzaine", "(TVPA)"],
        ["mène des recherches"],
    ),
    "two facts of a body named before": (
        "Monsieur, votre réponse sur le Conseil consultatif des États-Unis sur la traite des "
        "personnes m'a été très utile et je vous en remercie. Il me faudrait encore, d'une part, "
        "le nombre de ses membres et, d'autre part, savoir à qui il adresse ses recommandations.",
        ["onze", "PITF"],
        [],
    ),
    "two questions after what they are for": (
        "Bonsoir, nous préparons pour le printemps un voyage d'étude à Washington, et nous aimerions "
        "comprendre comment tout cela s'organise avant de prendre des rendez-vous. Pourriez-vous "
        "nous dire qui préside l'équipe spéciale interorganismes ? Un collègue soutient en outre que "
        "le Conseil national de sécurité en est membre : a-t-il raison ? Merci mille fois.",
        ["(DoS)", "Oui.", "(NSC)"],
        [],
    ),
    "who leads a body that is only painted": (
        "Bonjour, pour une note sur l'organisation fédérale, j'ai compris qu'au-dessous du cercle "
        "des ministres il existe un groupe de hauts fonctionnaires qui suit la mise en œuvre. "
        "Auriez-vous la bonté de me dire quelle administration dirige ce groupe ? Je vous en "
        "remercie par avance et vous souhaite une bonne soirée.",
        ["(DoS)"],
        [],
    ),
    "what leans on a body named before": (
        "Notre association réunit chaque mois des femmes qui s'en sont sorties, et l'une d'elles a "
        "vu une émission sur le Conseil consultatif des survivants, là-bas, aux États-Unis. Nous "
        "avons débattu toute la soirée, les unes parlaient d'une élection, les autres d'un tirage "
        "au sort. Personne ne savait : qui donc les nomme ?",
        ["président"],
        ["recommandations"],
    ),
    "a number that leans on a body named before": (
        "Une amie que je suis depuis longtemps va très bien aujourd'hui et rêve de rejoindre un "
        "jour le Conseil consultatif des États-Unis, celui des anciennes victimes. Je lui ai promis "
        "de me renseigner avant la fin du mois, puis le travail m'a rattrapée. Combien de personnes "
        "y siègent, en fait ?",
        ["onze"],
        [],
    ),
    "the topic is told before the question": (
        "Mon père roule pour une compagnie de cars et il a pris en charge une gamine qui n'avait "
        "pas l'air de voyager de son plein gré. Il en a parlé à son syndicat. Quel ministère forme "
        "les gens là-dessus ?",
        ["(DoT)"],
        [],
    ),
}


@pytest.mark.parametrize("row", rows(MESSAGES))
async def test_it_answers_what_is_asked(
    follow: Follow, row: tuple[str, list[str], list[str]]
) -> None:
    await follow([row])
