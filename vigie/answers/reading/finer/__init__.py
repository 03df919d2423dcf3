"""What small words of a message say more closely than the form of its query: bounds of numbers,
who is alone, what is all, who else is named, of whose members it speaks, months and rhythms."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.finer.all_compared import all_compared
from vigie.answers.reading.finer.alone_without import alone_without
from vigie.answers.reading.finer.at_home import at_home
from vigie.answers.reading.finer.bounded import bounded
from vigie.answers.reading.finer.called_lists import called_lists
from vigie.answers.reading.finer.contrasted import contrasted
from vigie.answers.reading.finer.crossed import crossed
from vigie.answers.reading.finer.dated import dated
from vigie.answers.reading.finer.either import of_either
from vigie.answers.reading.finer.elder import elder
from vigie.answers.reading.finer.everyone import of_everyone
from vigie.answers.reading.finer.how_many_duties import how_many_duties
from vigie.answers.reading.finer.idle import of_idle
from vigie.answers.reading.finer.in_time import in_time
from vigie.answers.reading.finer.left_out_too import left_out_too
from vigie.answers.reading.finer.limited import limited
from vigie.answers.reading.finer.measured import measured
from vigie.answers.reading.finer.nested import nested
from vigie.answers.reading.finer.nobody import of_nobody
from vigie.answers.reading.finer.not_both import not_both
from vigie.answers.reading.finer.not_of_them import not_of_them
from vigie.answers.reading.finer.of_a_law import of_a_law
from vigie.answers.reading.finer.of_a_number import of_a_number
from vigie.answers.reading.finer.of_a_second import of_a_second
from vigie.answers.reading.finer.of_all_of_it import of_all_of_it
from vigie.answers.reading.finer.of_any_such import of_any_such
from vigie.answers.reading.finer.of_anybody import of_anybody
from vigie.answers.reading.finer.of_both import of_both
from vigie.answers.reading.finer.of_its_ends import of_its_ends
from vigie.answers.reading.finer.of_its_number import of_its_number
from vigie.answers.reading.finer.of_its_publisher import of_its_publisher
from vigie.answers.reading.finer.of_kind import of_kind
from vigie.answers.reading.finer.of_one_matter import of_one_matter
from vigie.answers.reading.finer.of_the_committees import of_the_committees
from vigie.answers.reading.finer.of_the_dates import of_the_dates
from vigie.answers.reading.finer.of_the_members import of_the_members
from vigie.answers.reading.finer.of_the_names import of_the_names
from vigie.answers.reading.finer.of_the_one_titled import of_the_one_titled
from vigie.answers.reading.finer.of_the_president import of_the_president
from vigie.answers.reading.finer.of_the_sum import of_the_sum
from vigie.answers.reading.finer.of_the_two import of_the_two
from vigie.answers.reading.finer.of_them import of_them
from vigie.answers.reading.finer.of_those_named import of_those_named
from vigie.answers.reading.finer.only_named import only_named
from vigie.answers.reading.finer.premised import premised
from vigie.answers.reading.finer.removed import removed
from vigie.answers.reading.finer.set_aside import set_aside
from vigie.answers.reading.finer.than_all import than_all
from vigie.answers.reading.finer.to_call import to_call
from vigie.answers.reading.finer.what_changed import what_changed
from vigie.answers.reading.finer.what_else import what_else
from vigie.answers.reading.finer.who_it_is import who_it_is


def as_said(query: Query, question: Question, world: World, focus: Focus) -> Query:
    """A query with all that the small words of its message say."""
    query = what_changed(to_call(query, question, world), question)
    query = who_it_is(of_the_president(query, question), question)
    query = not_of_them(not_both(query), question, world)
    query = of_its_publisher(nested(query, world), question, world, focus)
    query = only_named(contrasted(set_aside(query, question), question), question, world, focus)
    query = of_the_two(all_compared(query, question, world, focus), question, world, focus)
    query = of_nobody(of_kind(query, question, focus), question)
    query = of_both(measured(bounded(query, question.words), question), question)
    query = elder(of_either(limited(crossed(query, question), question), question), question)
    query = of_them(of_its_ends(query, question, world), question, world, focus)
    query = of_one_matter(than_all(query, question, world, focus), question, world, focus)
    query = in_time(of_idle(query, question, world), question, world, focus)
    query = of_the_dates(of_any_such(query, question, world), question, focus)
    query = removed(of_a_second(query, question, world, focus), question, focus)
    query = at_home(of_a_number(query, question, world), question)
    query = premised(query, question, world)
    query = dated(of_everyone(query, question, world, focus), question, world)
    query = left_out_too(of_a_law(query, world), question, focus)
    query = how_many_duties(alone_without(query, question, world), question, world)
    query = of_the_members(what_else(query, question, world, focus), question, world, focus)
    query = of_the_one_titled(query, question, world, focus)
    query = of_the_sum(of_its_number(query, question, world), question, world, focus)
    query = of_the_committees(of_anybody(query, question, world), question, world, focus)
    query = of_those_named(of_all_of_it(query, question, focus), question, world, focus)
    return called_lists(of_the_names(query, question, focus), question.words, world)
