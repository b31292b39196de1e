"""Whom the names mean: mentions of actors, and the noun phrases that stand for them."""
