"""How well messages are cut into what they ask and what they only tell, by authors held out.

`python -m evaluation.clauses` learns from four fifths of the authors at a time, cuts the messages
of the others, reads every part, and writes results/clauses.json. A message is right when each of
its queries is, and nothing more is read.
"""
