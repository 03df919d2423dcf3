"""Cuts a message into what it asks and what it only tells.

`outline` is a message as the cutting sees it, `structure` what spaCy's French pipeline says of
it; `gaps` and `stretches` turn both into features; `cutting` decides, `teaching` learns, and
`joined` adds pairs of turns to what is learned.
"""
