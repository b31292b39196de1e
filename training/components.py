"""What spaCy must know of Dragoman while it trains and scores; passed to it with ``--code``."""

from dragoman.clauses.spacy_parser import register_tokenizer

register_tokenizer()
