"""A message in English: answered in French where names make it plain, and refused elsewhere."""

from __future__ import annotations

from vigie.answers.english import is_english
from vigie.answers.follow import examples
from vigie.answers.grammar import sentence
from vigie.answers.question import Question
from vigie.answers.reply import Reply
from vigie.answers.view import View


def only_in_french(reply: Reply, question: Question, view: View) -> Reply:
    """The reply as it is to a message in French; to one in English its answer, said to be in
    French, or that questions are to be put in French."""
    if not is_english(question.text):
        return reply
    said, only = view.say("english_note"), view.say("english_only")
    if reply.kind == "answer" and question.ids():
        return reply if said in reply.lead else reply.with_(lead=f"{said} {sentence(reply.lead)}")
    return Reply(only, kind="refusal", reason="english", choices=examples(view))
