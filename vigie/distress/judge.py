"""One verdict on a message: what the rules find and what the model has learned, together.

Without a model the rules decide alone. Where there is one, it reads the words of the message
and what the rules say of them, and its probability decides; together with a heavier reader,
where one is given, for all but what is plainly none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Optional

from vigie.distress.afterwards import SURE, Afterwards
from vigie.distress.ages import AGED, GROWN
from vigie.distress.asked import Asked
from vigie.distress.call import Call
from vigie.distress.cue_files import LANGUAGES as RULED
from vigie.distress.danger import HURT, SIGNS, VIOLENCE, is_no_danger, tells_of_danger
from vigie.distress.heard import Heard
from vigie.distress.model import Model
from vigie.distress.rules import DONE, ENOUGH, Rules, Verdict
from vigie.distress.weigh import Second, given, is_call, likeliest

FEW = 8
"""Words up to which a message is read together with those before it, and these with it."""
TOGETHER = 3
"""Messages in a row that are read together."""
SERVICE = frozenset(
    "aide help info infos informations stop arrêt arret fin end quit cancel suite start".split()
)
"""Words that ask the channels for something, and alone are no call for help."""
END = 300
"""Characters of each end of a message that tell who writes, and in which language."""
TAKEN = "<take>"
"""The class of the cues of papers that somebody took."""
_ARABIC = re.compile(r"[\u0600-\u06ff]{2}")
ABROAD = "abroad"


def _ends(text: str) -> str:
    """The beginning and the end of a long text: enough to tell who writes."""
    return text if len(text) <= 2 * END else f"{text[:END]} {text[-END:]}"


def _few(text: str) -> bool:
    return 0 < len(text.split()) <= FEW


class Judge:
    """The rules, the questions about the hotline, the model and a second reader where there are
    such."""

    def __init__(
        self,
        rules: Rules,
        asked: Asked,
        model: Optional[Model] = None,
        second: Optional[Second] = None,
    ) -> None:
        self.rules = rules
        self.asked = asked
        self.model = model
        self.second = second

    def call(self, text: str, before: Sequence[str] = ()) -> Optional[Call]:
        """The call for help in `text`, or in `text` said right after `before`; None if none."""
        found = self._call(text, self.second)
        if found is not None or not _few(text):
            return found
        for count in range(1, min(len(before), TOGETHER - 1) + 1):
            earlier = " ".join(before[-count:])
            if not _few(earlier) or self._call(earlier, self.second) is not None:
                return None
            every = f"{earlier} {text}"
            # The rules must see a sign too: calm messages make odd sentences together. Who writes
            # in pieces leaves words out, of which the heavier reader makes nothing.
            if self.rules.judge(every).score >= ENOUGH and (found := self._call(every, None)):
                return found
        return None

    def _call(self, text: str, second: Optional[Second]) -> Optional[Call]:
        heard = Heard(text)
        verdict = self.rules.weigh(heard)
        if self.model is None:
            if verdict.score < ENOUGH:
                return None
            return Call(
                verdict.language,
                ("relative" if "kin" in verdict.why else "witness") if verdict.other else "victim",
                when="now" if verdict.now else "ongoing",
                asked=self.asked.about(text),
            )
        if text.strip(" .").lower() in SERVICE:
            return None
        if not is_call(heard, verdict, self.rules, self.model, second):
            return None
        ends = _ends(text)
        told = second.who(text) if second else {}
        return self._described(heard if ends == text else Heard(ends), verdict, self.model, told)

    def _described(
        self, heard: Heard, verdict: Verdict, model: Model, told: Mapping[str, Mapping[str, float]]
    ) -> Call:
        """Who writes, about whom, where and when, as far as a message tells; with what a heavier
        reader `told` of the first three."""
        found, beside = heard.own, given(verdict)

        def likely(question: str, given: Iterable[str] = ()) -> str:
            return likeliest(model.heads[question], found, given, told.get(question))

        writer, where = likely("writer", beside), likely("where")
        plainly = model.heads["where"].likeliest(found)
        if ABROAD in (where, plainly):  # vectors take where one comes from for where one is
            where = plainly
        aged = bool(AGED.search(heard.plain))
        grown = writer == "victim" and bool(GROWN.search(heard.plain))
        cry = _few(heard.text) and VIOLENCE in verdict.why  # "mon mari me frappe"
        return Call(
            self._language(heard),
            writer=writer,
            minor=aged or (not grown and likely("about", beside) == "minor"),
            where=where,
            when="now" if cry else self._when(heard.text, likely("when", beside)),
            asked=self._afterwards().asked_in(heard.text),
        )

    def _when(self, text: str, likely: str) -> str:
        """How urgent a call is that is `likely` so: not of this moment where it says so itself, and
        tells of no danger beside."""
        if likely != "now" or not self._afterwards().is_calm(text):
            return likely
        return likely if tells_of_danger(text, self.rules, self._afterwards()) else "ongoing"

    def is_no_danger(self, text: str) -> bool:
        """Whether `text` says that there is no danger now: see `danger.is_no_danger`."""
        return is_no_danger(text, self.rules, self._afterwards())

    def language(self, text: str) -> str:
        """The language of `text`, of those that we know; French where nothing tells."""
        return self._language(Heard(_ends(text)))

    def plain_language(self, text: str) -> str:
        """The same where the rules, if they know it, find it too, else "": what was learned takes
        « busy tone » for French."""
        found = self.language(text)
        ruled = found not in RULED or self.rules.judge(text).language == found
        return found if ruled else ""

    def _language(self, heard: Heard) -> str:
        if _ARABIC.search(heard.text):
            return "ar"
        if self.model is None:
            return self.rules.weigh(heard).language
        return self.model.heads["language"].likeliest(heard.forms)

    def after(self, text: str) -> tuple[str, ...]:
        """What `text` is about, being said once help was given: see `Afterwards.kinds`."""
        return self._afterwards().kinds(text)

    def surely(self, text: str, least: float = SURE) -> str:
        """The one thing that `text` surely is about: see `Afterwards.surely`."""
        return self._afterwards().surely(text, least)

    def _afterwards(self) -> Afterwards:
        return Afterwards(self.rules, self.asked, self.model, self.second)

    def of_writer(self, text: str) -> bool:
        """Whether the rules see in `text` that something is done to its writer: see
        `Verdict.mine`."""
        return self.rules.judge(text).mine

    def is_pressing(self, text: str) -> bool:
        """Whether the rules see danger now in `text`, or what is done to somebody; neither a fear
        nor papers that somebody never had."""
        verdict = self.rules.judge(text)
        done = DONE.intersection(verdict.why)
        if "papers" in done and TAKEN not in verdict.why["papers"]:
            done -= {"papers"}
        return verdict.now or bool(done)

    def is_violent(self, text: str) -> bool:
        """Whether the rules see danger now in `text`, or that somebody is hurt."""
        verdict = self.rules.judge(text)
        return verdict.now or VIOLENCE in verdict.why

    def is_hurt(self, text: str, or_held: bool = False) -> bool:
        """Whether the rules see in `text` a blow, or a threat; or that somebody is locked in, or
        made to do something."""
        return not (SIGNS if or_held else HURT).isdisjoint(self.rules.judge(text).why)

    def framed(self, text: str) -> bool:
        """Whether `text` reads as school or press work, or as a question about public bodies."""
        return self.rules.judge(text).framed
