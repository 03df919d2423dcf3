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
