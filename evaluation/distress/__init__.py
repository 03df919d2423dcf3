"""How distress is heard: `python -m evaluation.distress` prints the tables of notes/distress.md.

Each author of data/distress is held out in turn, and with them some authors of data/corpus: a
judge that was taught by all the others reads what these wrote. Messages that the rules were
written with, and those written in view of another author's misses, are taught from but not
measured; nor are those of an author who saw another's taught when either of the two is held out.
"""
