"""From an evaluated query to the reply that says it, one module an act; `answer` chooses."""
