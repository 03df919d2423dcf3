"""What the telephone itself says, for the ear: short sentences, one thing each."""

from __future__ import annotations

from vigie.server.texts import EMERGENCY, HOTLINE

NUMBER = f"Aide confidentielle, à toute heure : {HOTLINE}."
"""The hotline. Numbers are said figure by figure: see `digits`."""
AGAIN = f"Je répète : {HOTLINE}."
DANGER = f"En danger immédiat aux États-Unis, raccrochez et appelez le {EMERGENCY}."
WHO = (
    "Bonjour. Je suis Vigie, une machine, pas une personne. Je dis qui fait quoi, aux États-Unis, "
    "contre la traite des personnes."
)
TRACE = (
    "Cet appel reste dans le journal du téléphone : effacez-le s’il peut vous nuire. "
    "L’opérateur peut l’entendre."
)
ASK = "Posez votre question, ou tapez zéro pour le numéro d’aide, étoile pour réentendre."
NEXT = "Une autre question ?"
NOT_HEARD = "Je n’ai rien entendu. Posez votre question, ou attendez : je dirai des sujets."
MENU = "Choisissez un sujet sur le clavier."
UNSURE = "J’ai entendu : {heard}."
BY_KEY = "Pour {choice}, tapez {key}."
TO_ASK = "demander :"
FIRST_KEY = "Choisissez sur le clavier, ou dites lequel."
MORE = "Il en reste {count}. Pour les entendre, dites : la suite, ou tapez dièse."
ONE_MORE = "Il en reste un. Pour l’entendre, dites : la suite, ou tapez dièse."
NO_MORE = "Il n’y a pas de suite."
SOURCE = "D’après un document officiel{written}."
ELSEWHERE = "Une partie vient d’ailleurs et fut vérifiée le {day}."
CONNECTING = "Je vous mets en communication avec la ligne d’aide. Restez en ligne."
TRANSFER = "Pour être mis en communication avec la ligne d’aide, tapez zéro."
ENDED = "La communication avec la ligne d’aide est finie."
GOODBYE = "Au revoir."
FULL = "Je ne peux plus prendre d’appel aujourd’hui."
LONG = "Cet appel a été long : je dois raccrocher. Vous pouvez rappeler."
SLOW_DOWN = "Vos questions viennent trop vite : attendez une minute avant la prochaine."
BUSY = "Beaucoup de personnes m’appellent en ce moment : posez votre question dans une minute."
TWICE = "Je n’ai pas compris. Posez encore votre question."
BROKEN = "Je n’arrive pas à répondre pour l’instant."
CONTACT = "Pour joindre une personne : {contact}."
