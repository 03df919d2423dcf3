"""The knowledge as pages of a site: made from knowledge/ alone, for people and for search engines.

Imports the knowledge and the grammar of the answers, nothing of rasa and nothing of the server.
"""
