"""Who does what to whom, as grammar: Universal Dependencies, and nothing of spaCy beyond one file."""
