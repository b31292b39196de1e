"""The parts of the date grammar; :mod:`dragoman.events.dates` is its one door."""
