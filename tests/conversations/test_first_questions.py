"""One question of each kind, in the words of different people, answered at once."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Follow, rows

QUESTIONS = {
    # the question; what the answer holds, in order; what it must not hold
    "a duty in everyday words": ("Un guichetier voit passer de drôles de dépôts, quel ministère américain ça regarde ?", ["Trésor"], ["(DoJ)"]),
    "a situation": ("Je dirige un lycée à Dallas : qui nous aide à penser à la traite dans nos consignes de crise ?", ["(ED)"], ["(DoT)"]),
    "several agencies": ("Quels ministères américains mènent des enquêtes là-dessus ?", ["(DoJ)", "(DHS)", "(EEOC)"], ["Trésor"]),
    "one thing and another": ("Quel organisme apprend aux routiers à repérer des victimes ?", ["(DoT)"], ["(DHS)"]),
    "one thing but not by one agency": ("Qui d'autre que le DoJ enquête sur la traite ?", ["(DHS)", "(EEOC)"], ["(DoJ)"]),
    "abroad": ("Qui paie des projets contre la traite en dehors des USA ?", ["(DoS)", "(USAID)"], ["(ED)"]),
    "an agency by its nickname": ("Le Pentagone, il fait quoi contre la traite ?", ["(DoD)", "contrats de défense"], ["(DHS)"]),
    "an agency in English": ("What... enfin, le Department of Labor sert à quoi ?", ["(DoL)", "identifier les victimes"], ["(DHS)"]),
    "an agency in text-message spelling": ("cki ki fé koi o ministere de lagriculture americain", ["(USDA)"], ["(DoJ)"]),
    "an agency in capitals": ("EXPLIQUE MOI LE ROLE DU HHS", ["(HHS)", "lettres de certification"], ["(DHS)"]),
    "an agency only named": ("Le NSC s'occupe de quoi là-dedans ?", ["seulement cité"], ["enquête"]),
    "the task forces, which are not the Task Force": ("Qui appuie les équipes spéciales contre la traite ?", ["(DoJ)", "équipes spéciales"], ["Conseil consultatif"]),
    "a body": ("La PITF, qu'est-ce que c'est au juste ?", ["coordonne"], ["rescapés"]),
    "a committee": ("Quel comité du SPOG suit les chaînes d'approvisionnement ?", ["n° 5"], ["n° 1"]),
    "a programme": ("La campagne bleue, c'est à quel ministère ?", ["(DHS)", "Blue Campaign"], ["(HHS)"]),
    "all the reports": ("Fais-moi la liste de tous les rapports cités", ["six rapports", "procureur général", "Liste des produits"], []),
    "how many reports of one agency": ("Le DoL en est à combien de rapports ?", ["trois"], ["six"]),
    "the owner of a report by an approximate title": ("Qui pond l'inventaire des biens fabriqués par des gamins ?", ["(DoL)", "Liste des biens"], ["(DoS)"]),
    "a frequency that the document lacks": ("La liste des biens sort tous les combien ?", ["ne dit pas à quel rythme"], ["chaque année"]),
    "the chair": ("C'est qui le patron du SPOG ?", ["(DoS)"], ["(DoJ)"]),
    "the composition": ("De qui se compose le Conseil consultatif américain ?", ["onze rescapés"], ["quinzaine"]),
    "the number of members": ("La PITF compte combien d'organismes ?", ["une quinzaine"], ["onze"]),
    "the committees": ("Énumère les comités permanents du SPOG", ["la recherche et les données", "l'octroi de subventions", "les services aux victimes", "logistique"], []),
    "a membership": ("L'EEOC siège-t-elle à la PITF ?", ["Oui.", "(EEOC)"], []),
    "a difference": ("En quoi la PITF n'est-elle pas pareille que le SPOG ?", ["ministériel", "hauts responsables"], []),
    "a law by its body": ("En vertu de quelle loi le Conseil des rescapés existe-t-il ?", ["JvTA", "2015"], ["2003"]),
    "a year that the document lacks": ("En quelle année la PITF a-t-elle vu le jour ?", ["ne donne pas de date"], ["2000"]),
    "the full official name of a law": ("La Loi portant sur la Justice pour les victimes de la traite des personnes, elle a changé quoi ?", ["JvTA", "Conseil consultatif"], ["(DoJ)"]),
    "one thing but not another, which nobody does": ("Quel organisme n'enquête pas mais poursuit ?", ["Aucun", "(DoJ)", "(EEOC)"], []),
    "the oldest law, of which no year is told": ("Quelle loi est la plus ancienne ?", ["TVPA", "2003"], ["JvTA"]),
    "the newest law": ("Quelle est la loi la plus récente ?", ["JvTA", "2015"], ["TVPA"]),
    "who sits on committees": ("Le Trésor fait partie de quels comités ?", ["ne dit pas qui siège"], ["informations financières"]),
    "an agency that the document lacks, and what it would do": ("Le FBI enquête ?", ["ne parle pas de cet organisme", "(DoJ)"], []),
    "who publishes each year": ("Quels organismes font un rapport chaque année ?", ["(DoS)", "(DoJ)"], ["Liste des biens"]),
    "an acronym": ("Ça veut dire quoi, USTR ?", ["Bureau du Représentant", "Trade Representative"], []),
    "a name into English": ("Comment dit-on « Groupe de haut niveau » en anglais ?", ["Senior Policy Operating Group"], []),
    "a true statement": ("Les lettres de certification, c'est bien le HHS qui les signe ?", ["Oui.", "(HHS)"], []),
    "a false statement": ("Les lettres de certification, c'est bien le DoT qui les signe ?", ["Non.", "(HHS)"], []),
    "a false year": ("Le SPOG daterait de 2015, vrai ?", ["Non.", "2003"], []),
    "the same chair for both": ("La PITF et le SPOG ont le même président, exact ?", ["Oui.", "(DoS)"], []),
    "appointed by the president": ("Les membres du Conseil consultatif sont-ils nommés par le président ?", ["Oui.", "président"], ["Non."]),
    "who publishes several": ("Qui sort plus d'un rapport ?", ["(DoL)", "trois"], ["(DHS)"]),
    "members without description": ("Quels membres le texte cite-t-il sans dire ce qu'ils font ?", ["(ODNI)", "(OMB)", "(NSC)", "(DPC)"], ["(DoJ)"]),
    "a comparison of two agencies": ("Compare-moi l'USAID et le DoS", ["l'USAID", "Point commun de l'USAID et du DoS"], ["de le "]),
    "the hotline, calmly": ("Quel est le numéro de la ligne nationale d'assistance ? C'est pour une affiche.", ["1-888-373-7888"], []),
    "what changed since": ("L'USAID intervient comment là-dedans ?", ["(USAID)", "Depuis la rédaction", "2025"], []),
    "a membership with half a name": ("le conseil national de sécu fait partie de la PITF ou pas ?", ["Oui.", "(NSC)"], ["Non."]),
    "what both do": ("Le DoJ et le DHS enquêtent l'un et l'autre, non ?", ["Oui.", "(DoJ)", "(DHS)"], []),
    "what only one of two does": ("Le DoJ et le Trésor enquêtent tous les deux, pas vrai ?", ["Non.", "Trésor", "(DoJ)"], []),
    "what neither of two does": ("L'Éducation et les Transports enquêtent tous les deux ?", ["Non.", "(ED)", "(DoT)", "(DHS)"], []),
    "a report of which one of two has none": ("L'USDA et le DoL publient chacun un rapport, n'est-ce pas ?", ["Non.", "(DoL)"], []),
    "one year for two bodies": ("Le SPOG et le Conseil consultatif datent tous deux de 2003 ?", ["Non.", "2003", "2015"], []),
    "the same year for two bodies": ("La PITF et le Conseil consultatif ont la même loi d'origine ?", ["Non.", "(TVPA)", "(JvTA)"], []),
    "what each of two laws made": ("Qu'ont créé la TVPA et la JvTA ?", ["PITF", "SPOG", "Conseil consultatif"], []),
    "whose a thing is, of two": ("La Blue Campaign, c'est le HHS ou le DHS ?", ["(DHS)"], ["côte à côte"]),
    "one owner for two reports": ("La liste des biens et la liste des produits viennent-elles du même ministère ?", ["Oui.", "(DoL)"], ["Non."]),
    "a rhythm that the document lacks": ("Les trois rapports du DoL sortent-ils tous les ans ?", ["ne dit pas à quel rythme"], ["Oui."]),
    "a false year of a report": ("Le premier rapport du Conseil consultatif date de 2015, non ?", ["Non.", "octobre 2016"], []),
    "a term of office": ("Combien de temps dure le mandat des membres du Conseil consultatif ?", ["ne dit pas pour combien de temps"], []),
    "the committees but one": ("Quels sont les comités du SPOG en dehors de celui de la recherche ?", ["quatre", "subventions"], ["la recherche et les données"]),
    "a committee in English": ("Is there... enfin, y a-t-il un working group du SPOG pour la supply chain ?", ["n° 5"], ["Non."]),
    "two claims": ("Le DoS finance des programmes à l'étranger et il préside le SPOG, c'est bien ça ?", ["Oui.", "programmes internationaux", "Oui.", "préside"], ["Non."]),
    "two claims, one of them false": ("L'USAID finance des programmes à l'étranger et préside la PITF, c'est exact ?", ["Oui.", "(USAID)", "Non.", "(DoS)"], []),
    "a denial in other words": ("Les sous-traitants du DoD sont exclus de toute sensibilisation ?", ["(DoD)"], ["Oui."]),
    "a supply chain is no call": ("Pour notre supply chain il me faut la List of Goods : who publishes, quel ministère ?", ["(DoL)"], ["1-888"]),
    "a dotted acronym": ("Que fait le D.H.S. ?", ["(DHS)"], ["(DoJ)"]),
}  # fmt: skip


@pytest.mark.parametrize("row", rows(QUESTIONS))
async def test_it_is_answered(follow: Follow, row: tuple[str, list[str], list[str]]) -> None:
    await follow([row])
