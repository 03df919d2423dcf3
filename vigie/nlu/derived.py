"""The form of the query that an example of data/nlu means, where its intent alone tells it: of any
other intent each example says its query itself."""

from __future__ import annotations

from vigie.answers.query.form import OTHER, SAME

DERIVED = {
    "greet": "talk greet",
    "thanks": "talk thanks",
    "goodbye": "talk bye",
    "how_are_you": "talk how",
    "bot_challenge": "talk bot",
    "capabilities": "talk capabilities",
    "compliment": "talk compliment",
    "insult": "talk insult",
    "ask_source": "meta source",
    "ask_date": "meta date",
    "ask_privacy": "meta privacy",
    "repeat": "meta repeat",
    "are_you_sure": "meta sure",
    "more_details": "meta more",
    "erase": "meta erase",
    "affirm": "meta yes",
    "deny": "meta no",
    "correction": SAME,
    "others": OTHER,
    "ordinal": SAME,
    "followup_entity": SAME,
    "followup_topic": SAME,
    "oos_far": "none far",
    "oos_near": "none near",
    "oos_country": "none country",
    "oos_figures": "none figures",
    "oos_legal": "none legal",
    "oos_news": "none news",
    "injection": "none injection",
    "gibberish": "none gibberish",
    "vague_question": "vague",
    "distress_self": "help self",
    "distress_other": "help other",
}
