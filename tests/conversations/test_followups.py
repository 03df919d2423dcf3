"""Ellipsis and pronouns: the subject, the topic or the question of the turn before."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Follow, Path, rows

PATHS: dict[str, Path] = {
    "who is said to have nothing to do with it, and a yes or a no that is asked for": [
        (
            "le ministere des transports il a rien a voir avec la traite on est d'accord",
            ["Si.", "Forme, avec ses partenaires"],
            ["ne le dit pas"],
        ),
        ("donc il a bien un role contre la traite non ??", ["Oui."], []),
        ("c oui ou c non ?", ["Oui.", "Forme, avec ses partenaires"], []),
    ],
    "the document again, in fewer sentences": [
        ("ton document il parle de quoi en gros ?", ["La formation"], []),
        (
            "c'est trop compliqué pour moi, tu peux me le dire en 3 phrases ?",
            ["(PITF)", "quatorze organismes"],
            ["La formation", "parlez-vous"],
        ),
    ],
    "in English, what is named is told in French": [
        (
            "Can you summarize in English what the DoJ and DHS do?",
            ["Vigie answers in French only", "(DoJ)", "Blue Campaign"],
            ["posez-moi"],
        ),
    ],
    "a report among others, and a rhythm that is not given": [
        ("parle-moi du rapport du DoS", ["Rapport annuel sur la traite"], []),
        (
            "la Justice publie aussi un rapport chaque année sur la traite, me trompé-je ?",
            ["Rapport du procureur général"],
            ["Non."],
        ),
        ("Le Travail publie un rapport chaque année ?", ["à quel rythme"], ["Non."]),
    ],
    "the same question of other agencies": [
        ("Que fait l'Intérieur américain contre la traite ?", ["(DoI)", "Alaska"], []),
        ("Et l'USTR ?", ["(USTR)", "commerc"], ["(DoI)"]),
        ("et pour la défense ?", ["(DoD)"], ["(USTR)"]),
    ],
    "another topic for anybody": [
        ("Qui forme des gens dans les campagnes et les fermes ?", ["(USDA)"], []),
        ("Et du côté des banques ?", ["Trésor"], ["(USDA)"]),
        ("et dans les lycées ?", ["(ED)"], ["Trésor"]),
    ],
    "another topic of the same agency": [
        ("Que fait le DHS ?", ["(DHS)", "Enquête", "Permet"], []),
        ("Et sur les titres de séjour ?", ["(DHS)", "immigré régularisé"], ["Blue Campaign"]),
    ],
    "the same question of another body": [
        ("Quel ministère préside donc la PITF ?", ["(DoS)"], []),
        ("Et du SPOG ?", ["(DoS)", "SPOG"], []),
        ("et du conseil des rescapés ?", ["ne dit pas qui préside"], ["(DoS)"]),
    ],
    "the law, then the year, then other bodies": [
        ("Quelle loi est derrière le Conseil consultatif ?", ["JvTA"], []),
        ("De quelle année ?", ["2015"], []),
        ("Et le SPOG ?", ["2003"], ["2015"]),
        ("Et la PITF ?", ["ne donne pas"], ["2003"]),
    ],
    "a body, by pronouns": [
        ("Parle-moi du SPOG", ["rassemble"], []),
        ("Qui le préside ?", ["(DoS)"], []),
        ("Il a combien de comités ?", ["cinq"], []),
        ("Lesquels ?", ["recherche", "logistique"], []),
    ],
    "an agency, by a pronoun": [
        ("C'est quoi le DoL ?", ["(DoL)"], []),
        ("Il publie quoi ?", ["Conclusions", "Liste des biens", "Liste des produits"], ["(DoJ)"]),
    ],
    "an agency that publishes nothing": [
        ("C'est quoi l'USTR ?", ["(USTR)"], []),
        ("Il publie des rapports ?", ["aucun rapport"], ["(DoL)"]),
    ],
    "the council, by pronouns": [
        ("Combien de personnes au Conseil consultatif ?", ["onze"], []),
        ("Qui les nomme ?", ["président"], []),
        ("Elles conseillent qui ?", ["PITF"], []),
    ],
    "a yes or no about the same agency": [
        ("Que fait le ministère du Travail américain ?", ["(DoL)"], []),
        ("Est-ce qu'il délivre des visas ?", ["dit pas", "(DoL)"], ["Oui"]),
    ],
    "more details": [
        ("Qui délivre les fameuses lettres de certification ?", ["(HHS)"], ["santé publique"]),
        ("Dis-m'en plus", ["(HHS)", "anté publique"], []),
    ],
    "a report, then the agency behind it": [
        ("Qui est derrière le rapport TIP ?", ["(DoS)"], []),
        ("celui du procureur général, alors ?", ["(DoJ)"], ["(DoS)"]),
    ],
    "reports on a topic just asked": [
        ("Quel ministère lutte contre le travail des enfants ?", ["(DoL)"], []),
        ("Quels rapports là-dessus ?", ["Conclusions", "Liste des biens"], ["(DoS)"]),
    ],
    "which ones, after a count": [
        ("Combien de rapports publie le Travail ?", ["trois"], []),
        ("Lesquels ?", ["Conclusions", "biens", "produits"], []),
    ],
    "small talk in between": [
        ("Que fait l'EEOC ?", ["(EEOC)"], []),
        ("ok merci bien", [], ["(EEOC)"]),
        ("Et le Trésor ?", ["Trésor"], ["(EEOC)"]),
    ],
    "a chair, said again": [
        ("Qui préside le SPOG ?", ["(DoS) préside", "(SPOG)"], ["PITF et"]),
        ("tu peux répéter ?", ["(DoS) préside", "(SPOG)"], ["PITF et"]),
    ],
    "among those just told": [
        ("Qui mène des campagnes auprès du public ?", ["(HHS)", "(DHS)"], []),
        ("Et parmi eux, qui enquête ?", ["(DHS)"], ["(EEOC)", "(DoJ)"]),
    ],
    "none of those just told": [
        ("Qui mène des campagnes auprès du public ?", ["(HHS)", "(DHS)"], []),
        ("Parmi ces organismes, lequel forme les routiers ?", ["Aucun de ceux-là", "(DoT)"], []),
    ],
    "one of the committees just told": [
        ("Donne-moi tous les comités", ["subventions", "logistique"], []),
        ("lequel s'occupe des subventions ?", ["l'octroi de subventions"], ["(DoJ)"]),
    ],
    "how often a report just named": [
        ("Qui publie la liste des biens ?", ["(DoL)"], []),
        ("elle sort tous les combien ?", ["ne dit pas à quel rythme"], ["six rapports"]),
    ],
    "the language of a report, which is not told": [
        ("Qui publie le rapport TIP ?", ["(DoS)"], []),
        ("il est en quelle langue ?", ["ne traite pas"], ["1-888"]),
    ],
    "what was there before": [
        ("Quand le Conseil consultatif a-t-il été créé ?", ["2015"], []),
        ("et avant ça ?", ["ne dit pas ce qu'il y avait avant"], ["JvTA"]),
    ],
    "besides one, on the same topic": [
        ("Qui supervise les poursuites ?", ["(DoJ)", "(EEOC)"], []),
        ("et en dehors du DoJ ?", ["(EEOC)"], ["(DoJ)"]),
    ],
    "a claim about the last subject": [
        ("Que fait l'Intérieur américain ?", ["(DoI)"], []),
        ("c'est lui la police ?", ["ne dit pas que (DoI)", "(DoJ)"], ["Oui"]),
    ],
    "a document by its English name, then its author": [
        ('Comment dit-on "certification letters" en français ?', ["lettres de certification"], []),
        ("qui les délivre ?", ["(HHS)"], []),
    ],
    "a refusal in between": [
        ("Qui préside le SPOG ?", ["(DoS)"], []),
        ("Et quel temps fait-il à Washington ?", [], ["(DoS)"]),
        ("Et la PITF, qui la préside ?", ["(DoS)"], []),
    ],
}


@pytest.mark.parametrize("path", rows(PATHS))
async def test_it_follows(follow: Follow, path: Path) -> None:
    await follow(path)


@pytest.mark.parametrize("said", ["Et lui ?", "et elle, de son côté ?", "plus de détails"])
async def test_with_nothing_before_it_asks_of_what(follow: Follow, said: str) -> None:
    await follow([(said, ["parlez-vous"], ["Source"])])


async def test_what_was_counted_can_be_spoken_of(follow: Follow) -> None:
    await follow(
        [
            ("Combien de comités a le SPOG ?", ["cinq"], []),
            ("Et ils portent sur quoi ?", ["recherche", "subventions", "logistique"], []),
        ]
    )
