"""After the help the talk goes on: in the language of the person, in other words, with answers."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Ask, Follow, Path, plain, rows

NUMBER = "1-888-373-7888"

PATHS: dict[str, Path] = {
    "Creole stays Creole": [
        ("yo pran paspò mwen epi yo pa kite m sòti", [NUMBER, "konfidansyèl"], ["confidentiel"]),
        ("Mwen pa ka rele nimewo sa a", ["233733"], ["Vous", "Je "]),
        ("Mèsi anpil. Eske sa gratis ?", ["gratis Ozetazini"], ["Avec plaisir", "Je "]),
    ],
    "will they call the police": [
        ("mon patron garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        ("ils vont appeler la police ?", ["votre accord", "danger grave"], ["PITF"]),
        ("merci", [NUMBER], []),
        ("Que fait le DHS ?", ["(DHS)"], [NUMBER]),
    ],
    "in Spanish": [
        ("mi patrón me quitó el pasaporte y no me deja salir", [NUMBER, "gratis"], ["gratuit"]),
        ("¿es gratis llamar?", ["gratis en Estados Unidos"], ["gratuit"]),
        ("gracias", ["De nada"], []),
    ],
    "in English": [
        ("my boss took my passport and won't let me leave", [NUMBER], []),
        ("I have no papers", ["ith or without papers"], ["Vous"]),
    ],
    "an aunt stays an aunt, and hears what is known of calls from abroad": [
        (
            "ma nièce de 15 ans est chez un homme à Houston il la fait travailler la nuit",
            [NUMBER, "cette personne"],
            [],
        ),
        (
            "je suis au Sénégal comment j'appelle",
            ["autre pays", "pays où est la personne"],
            ["Appelle", "ta faute"],
        ),
        ("il l'a encore frappée hier", ["911"], ["votre faute", "ta faute"]),
    ],
    "a friend's fear is answered": [
        ("my friend is being forced to work in a nail salon, what can I do", [NUMBER], []),
        ("she is scared of deportation", ["papers"], ["You have done nothing wrong"]),
    ],
    "what was no call is left behind, and what is asked then is of the document": [
        ("mon patron garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        ("non non, c'est pas moi, c'est pour un exposé", [NUMBER], ["911"]),
        ("le DHS permet aux témoins de rester ?", ["(DHS)", "Source"], []),
        ("genre combien de temps", ["poursuites"], ["raccrocher", "raccrochez"]),
    ],
    "what is feared is no question on agencies": [
        ("ma voisine est enfermée chez ses patrons", [NUMBER], []),
        ("elle a pas de papiers ils vont l'expulser ?", ["papiers", NUMBER], ["PITF", "Source"]),
        ("qui s'occupe des visas pour les victimes ?", ["(DHS)", "Source"], [NUMBER]),
    ],
    "what the document says of papers is told beside the help": [
        ("ma voisine est enfermée chez ses patrons", [NUMBER], []),
        (
            "pour qu'une étrangère ait droit aux mêmes aides qu'un réfugié, il y a pas un papier ?",
            ["papiers", "(HHS)", "lettres de certification", "Source"],
            [],
        ),
    ],
    "a text instead of a call": [
        ("je peux pas parler il est a coté", [NUMBER], []),
        ("sms ?", ["233733", "anglais"], ["De quel sujet"]),
    ],
    "who can help, in Creole": [
        ("kouzin mwen nan Miami, yon mesye kenbe l lakay li", [NUMBER], []),
        ("ki moun ki ka ede l ?", ["moun ki fòme"], ["Source", "Je comprends"]),
    ],
    "danger is no all-clear": [
        ("mon patron garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        ("je suis toujours en danger", ["911"], ["mal compris", "vous en prie"]),
        ("merci mais il me frappe toujours", ["911"], ["mal compris", "vous en prie", "De rien"]),
    ],
    "what is understood is answered": [
        ("mon patron garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        ("qui compose le groupe", ["Source"], ["rien de sûr"]),
    ],
    "French is answered in French": [
        ("my boss took my passport and won't let me leave", [NUMBER], []),
        ("quelles agences aident la police à lutter contre la traite ?", ["la"], ["hotline"]),
    ],
    "never the same words": [
        ("au secours il me frappe", ["911"], []),
        ("au secours il me frappe", ["911"], ["Appelez le 911 tout de suite"]),
    ],
    "two messages make one call": [
        ("je suis", [], [NUMBER]),
        ("enfermée dans une cave", [NUMBER], []),
    ],
    "a false alarm": [
        ("au secours on me frappe", ["911"], []),
        ("c'est pour un exposé, je ne suis pas en danger", ["j'ai mal compris"], []),
        ("Que fait l'EEOC ?", ["(EEOC)"], [NUMBER]),
    ],
    "a watched phone is not to be used": [
        ("ma patronne garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        (
            "si j'appelle elle va le voir, elle regarde mon téléphone",
            ["autre téléphone"],
            ["233733"],
        ),
        ("comment j'efface ce que j'ai écrit ici ?", ["effacé", "historique"], ["PITF"]),
    ],
    "in Spanish, who says that the boss reads his messages is not told to write": [
        ("le debo al contratista y no me deja ir hasta que pague", [NUMBER], []),
        ("el patron me lee los mensajes, si mando SMS va a ver", ["otro teléfono"], ["233733"]),
    ],
    "a calm question is no emergency": [
        ("mon amie est enfermée chez sa patronne à Miami, elle n'a plus ses papiers", [NUMBER], []),
        (
            "je peux appeler à sa place ? je dois donner mon nom ?",
            ["nom"],
            ["911 maintenant", "tout de suite"],
        ),
        ("elle parle créole, ils ont quelqu'un ?", ["Haitian Creole"], ["tout de suite"]),
        ("et son passeport, comment elle le récupère ?", ["passeport"], ["tout de suite"]),
    ],
    "nobody is in danger right now": [
        ("a girl at the truck stop in Arkansas looked 15 and a man was selling her", [NUMBER], []),
        (
            "nobody is in danger right this second. do i have to give my name?",
            ["name"],
            ["Call 911 now"],
        ),
        (
            "it was last week, is it too late to report it?",
            ["time limit", NUMBER],
            ["Call 911 now"],
        ),
    ],
    "words to copy, for a child": [
        ("g 15 ans mon copain me force a coucher avec ses potes pour de l'argent", [NUMBER], []),
        (
            "jpe ecrire en francais au 233733 ?",
            ["233733"],
            ["sort de mon domaine", "vous"],
        ),
        ("je met quoi dans le sms", ["Please help", "ton âge"], ["votre", "English only"]),
    ],
    "a nurse is no victim": [
        (
            "je suis infirmière, ma patiente dit que son patron garde ses papiers et la frappe",
            ["professionnels", NUMBER],
            [],
        ),
        (
            "c'est moi l'infirmière, c'est pas moi la victime",
            [],
            ["rien fait de mal", "votre faute"],
        ),
    ],
    "whoever refuses the word is not given it again": [
        ("il garde ma carte et l'argent que je gagne avec les messieurs", [NUMBER], []),
        ("mais je suis pas une victime, il m'aime", ["question"], ["rien fait de mal", "911"]),
    ],
    "a complaint is heard": [
        ("mon patron garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        ("vous répétez toujours la même chose", [NUMBER], ["Appelez le 1-888"]),
        ("ok je vais appeler demain", [NUMBER], ["cela recommence"]),
    ],
    "what a call asks is answered with it": [
        (
            "Ma cousine est enfermée chez sa patronne en Floride. Comment récupérer son passeport ?",
            [NUMBER, "seul"],
            [],
        ),
    ],
    "a debt is no legal advice": [
        ("mi patrón me quitó el pasaporte y no me deja salir", [NUMBER], []),
        ("y lo que le debo, tengo que pagarlo? es legal eso?", ["cuestión legal"], ["policía"]),
    ],
    "violence is news at any turn, whatever is asked with it": [
        ("mon patron garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        ("merci", [NUMBER], []),
        (
            "Vous êtes un robot ? Il me frappe en ce moment, il va me tuer",
            ["911", NUMBER],
            ["Posez"],
        ),
        ("il arrive, il va me tuer, je fais quoi ?", ["911", NUMBER], ["renseigner"]),
        ("il me force à coucher avec des clients", [NUMBER, "911"], ["renseigner"]),
    ],
    "in Creole, blows after the help get 911 first": [
        ("madanm nan pran paspò m, li pa kite m soti", [NUMBER], []),
        ("mwen pè", [NUMBER], []),
        ("madanm nan bat mwen ak yon kòd", ["911", NUMBER], ["pri, non ou"]),
        ("mwen gen san k ap soti nan tèt mwen", ["911"], ["pri, non ou"]),
    ],
    "who is out but whose sister is not": [
        ("my boss took our passports and locks us in", [NUMBER], []),
        (
            "I got out but my sister is still locked in there and he has our passports",
            [NUMBER, "911"],
            ["what matters most"],
        ),
    ],
    "the victim goes on to be spoken to as one": [
        ("mon patron garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        (
            "c'est pas moi qui ai le passeport, c'est le patron, il m'enferme",
            [NUMBER],
            ["cette personne"],
        ),
    ],
    "somebody comes in: one line, and no number": [
        ("ma patronne garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        ("j'entends Madame qui rentre, je dois fermer la page", ["Fermez"], [NUMBER, "911"]),
        ("me revoilà. c'est gratuit la ligne ?", ["ne coûte rien"], ["Fermez"]),
    ],
    "a friend is no victim": [
        (
            "Bonjour, une amie à moi est retenue dans une maison à Houston, on a pris ses papiers",
            ["911", "cette personne", NUMBER],
            ["votre faute", "rien fait de mal"],
        ),
        ("je dois la rappeler ou pas ?", ["votre message"], ["votre faute"]),
        ("et je dois donner son nom à la ligne ?", ["nom"], ["911 maintenant"]),
    ],
    "the nurse's own questions": [
        (
            "je suis infirmière, ma patiente dit que son patron garde ses papiers et la frappe",
            [NUMBER],
            [],
        ),
        ("Suis-je tenue au secret médical ou dois-je signaler ?", ["juri"], ["votre faute"]),
        ("Quels signes dois-je chercher chez elle ?", ["preuve"], ["dette ou un licenciement"]),
        ("Comment lui parler seule à seule ?", ["seule"], ["dette"]),
    ],
    "of the 911 itself": [
        ("madanm nan pran paspò m, li pa kite m soti", [NUMBER], []),
        ("èske 911 pale kreyòl ?", ["Nan 911", "an premye", "Haitian Creole"], ["boutik"]),
    ],
    "thanks before a question": [
        ("mon patron garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        ("merci. juste, c'est confidentiel vraiment ?", ["confiden"], ["vous en prie", "De rien"]),
    ],
    "in Spanish, where he is not": [
        ("el contratista me quitó el pasaporte y no me deja salir", [NUMBER], []),
        ("no estoy en México, estoy en Florida. ¿cuánto cuesta la llamada?", ["gratis"], []),
    ],
    "a question on agencies is no call, and its answer in French is announced": [
        ("mi vecina está encerrada, su patrón le quitó los papeles", [NUMBER], []),
        (
            "¿Qué departamento del gobierno da dinero para servicios a las víctimas?",
            ["solo puedo responder en francés", "(HHS)"],
            [NUMBER],
        ),
    ],
    "no danger now: the 911 is withdrawn": [
        ("my daughter is 22, her boyfriend is selling her to men and he beats her", [NUMBER], []),
        (
            "Why 911? Nobody is hitting her tonight, she is at work.",
            ["no need for 911"],
            ["Dial", "Call 911"],
        ),
        ("he is hitting her now", ["911", NUMBER], ["no need", "too soon"]),
    ],
    "a blow is heard, whatever is said of the 911": [
        ("mon patron garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        ("pas le 911 svp, il me frappe", ["911", NUMBER], ["pas besoin", "trop vite"]),
        ("arrêtez avec le 911 il m'étrangle", ["911", NUMBER], ["pas besoin", "trop vite"]),
        ("pas 911 il me viole", ["911", NUMBER], ["pas besoin", "trop vite"]),
    ],
    "it is in English": [
        ("my boss took my passport and won't let me leave", [NUMBER], []),
        ("no 911 please he's hitting me", ["911", NUMBER], ["no need", "too soon"]),
        ("can't speak, he's in the next room looking for me", ["911", NUMBER], []),
    ],
    "it is in Spanish": [
        ("el contratista me quitó el pasaporte y no me deja salir", [NUMBER], []),
        ("no 911 porfa y me está pegando", ["911", NUMBER], ["no hace falta", "pronto"]),
    ],
    "it is in Creole": [
        ("madanm nan pran paspò m, li pa kite m soti", [NUMBER], []),
        ("pa rele 911, l ap bat mwen", ["911", NUMBER], ["pa bezwen", "twò bonè"]),
    ],
    "in a first message too": [
        ("Please not 911. He is beating me right now and I am bleeding", ["911", NUMBER], []),
    ],
    "who cannot speak in danger is told of the 911 first": [
        ("mon patron garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        ("il défonce la porte, je ne peux pas parler", ["911", "ligne ouverte"], []),
    ],
    "where one comes from is not where one is": [
        (
            "je suis sénégalaise, mon mari me frappe",
            ["911", NUMBER],
            ["pays où l'on est en danger"],
        ),
        ("je suis à Houston, il m'enferme", [NUMBER], ["servent aux États-Unis"]),
    ],
    "what somebody else said is not said of the writer": [
        ("ma voisine est enfermée chez ses patrons, elle pleure la nuit", [NUMBER], []),
        (
            "elle m'a dit « ils ont mon passeport, ils m'ont frappée » et elle est rentrée",
            [NUMBER],
            ["votre faute", "rien fait de mal"],
        ),
    ],
    "a threat beside a question on bodies": [
        ("my boss took my passport and won't let me leave", [NUMBER], []),
        ("he threatens to kill me, which agency helps victims?", ["911"], ["Source"]),
    ],
    "all is well, in words of danger": [
        ("my sister is locked in a house, they took her passport", [NUMBER], []),
        ("update she's back!! she climbed out and got a cab, she is with me", ["danger"], ["Dial"]),
    ],
    "the same question has another answer": [
        ("mon patron garde mon passeport et je ne peux pas sortir", [NUMBER], []),
        ("c'est gratuit ?", ["ne coûte rien"], []),
        ("ça répond la nuit ?", [NUMBER], []),
        ("mais l'appel, il est gratuit ?", ["prix d'un SMS"], []),
    ],
    "the question of the witness is answered": [
        (
            "Ma voisine est enfermée chez ses patrons. Quel ministère enquête sur la traite ?",
            [NUMBER, "Source"],
            [],
        ),
    ],
}


@pytest.mark.parametrize("path", rows(PATHS))
async def test_the_talk_goes_on(follow: Follow, path: Path) -> None:
    await follow(path)


ROLES = {
    "a relative": ("ma soeur est retenue chez des gens à Miami, on lui a pris ses papiers", "cette personne"),
    "a professional": ("je suis infirmière, ma patiente dit que son patron garde ses papiers et la frappe", "professionnels"),
    "a child": ("j'ai 14 ans et mon oncle me vend à des hommes", "Dis «"),
}  # fmt: skip


@pytest.mark.parametrize("row", rows(ROLES))
async def test_each_is_spoken_to_in_their_place(ask: Ask, row: tuple[str, str]) -> None:
    said, expected = row
    text = plain(await ask(said))
    assert NUMBER in text and expected in text, text
