"""The one exception that a person may read: what is wrong and what to do, in French."""


class Refusal(Exception):
    """A command cannot go on. Its text is one clear French sentence, never a traceback."""
