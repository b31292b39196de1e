# Sentences that name an act and tell of none.
# Rule 1: what a film shows, a novel imagines or toy soldiers do has not happened.
# Rule 2: "no one was arrested", "there was no clash" deny an act that nobody has told of.
# Rule 3: a company's war is fought for customers, a team's for a cup.
# Rule 4: what a report calls a "victory", in quotation marks, is so called by somebody, and not by the report.
"""Acts that are no events: fiction, nothing at all, business and sport."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.events.draft import Draft

# Words that name a work and nothing else in news: no "series" (of raids), "drama" (of hostages) or "puppet" (state).
_WORKS = frozenset(
    "anime animation ballad ballet cartoon comedy comic fairytale farce film game legend movie musical myth novel "
    "opera painting play poem sculpture sitcom sketch thriller toy trailer videogame".split()
)
_DEPICTING = frozenset(
    "be depict describe dramatise dramatize envisage envision explore feature follow imagine narrate open portray "
    "recount relate retell see show star tell".split()
)
#: "A battle of the bands": contests, and those who fight them for applause.
_CONTESTS = frozenset({"battle", "clash", "duel", "fight", "war"})
_CONTESTANTS = frozenset(
    "band chef choir dancer deejay dj rapper robot sex singer wit word".split()
)
#: Words by which nations that beat each other are teams.
_SPORTS = frozenset(
    "basketball championship cricket cup football half-time halftime handball hockey innings netball quarterfinal "
    "quarter-final rugby scrum semifinal semi-final sevens striker tournament try volleyball wicket".split()
)
_CRASHING = frozenset("capsize collapse collide crash derail overturn plunge sink skid".split())
_HARM = frozenset({"injure", "kill", "maim", "wound"})
_NOBODY = frozenset({"nobody", "none", "nothing", "no-one"})
_POLITICAL = frozenset({"ELI", "LEG", "PTY"})
_OPENING = frozenset("\"'“‘«„")
_CLOSING = frozenset("\"'”’»“")
_TRADE = frozenset({"BUS", "MNC", "JRN", "EDU"})


def why_unreal(sentence: Sentence, made: Draft) -> str | None:
    """Why the act of *made* is no event, in words for ``skipped``; None if it may be one."""
    if _in_fiction(sentence, made):
        return "told of in a work of fiction"
    if _of_nobody(sentence, made):
        return "nothing of the kind happened"
    if _is_only_called_so(sentence, made):
        return "a word in quotation marks, which the report does not make its own"
    if made.sense.type == "ASSAULT" and made.actor and all(p.sector in _TRADE for p in made.actor):
        return "a company's contest"
    if _is_contest_of_words(made):
        return "a contest of words or votes"
    if made.sense.type == "PROTEST" and _is_manner(sentence, made):
        return "how something was done"
    if made.sense.type == "ASSAULT" and _is_match(sentence, made):
        return "a match"
    if made.sense.type == "ASSAULT" and _is_accident(sentence, made):
        return "an accident"
    return None


def _is_only_called_so(sentence: Sentence, made: Draft) -> bool:
    """ "His \"war\" on dissent": one noun alone between the marks; a longer piece is a quotation."""
    clause = made.frame.clause
    around = [t.text for t in sentence.tokens[max(clause.head - 1, 0) : clause.head + 2]]
    marked = len(around) == 3 and around[0] in _OPENING and around[-1] in _CLOSING
    return clause.kind == "noun" and marked


def _is_manner(sentence: Sentence, made: Draft) -> bool:
    """ "Boycotted the talks [in protest] at the law": no crowd, but why it was done."""
    clause = made.frame.clause
    before = sentence.tokens[clause.head - 1] if clause.head else clause.token
    return clause.kind == "noun" and clause.token.text == "protest" and before.text == "in"


def _is_accident(sentence: Sentence, made: Draft) -> bool:
    """Whether deaths are told as what came of an accident: "a plane crashed, killing forty"."""
    clause = made.frame.clause
    if clause.relation != "advcl" or clause.governor is None or _HARM.isdisjoint(clause.lemmas):
        return False
    above = sentence.tokens[clause.governor]
    crashed = bool(_CRASHING & {*lemmas(above.text, above.lemma)})
    return crashed and sentence.child(above.i, "obj") is None


def _is_contest_of_words(made: Draft) -> bool:
    """ "Her attacks on the senator", "he captured Iowa": parties and lawmakers take nothing by force."""
    fought = made.sense.type == "ASSAULT" and made.sense.mode is None
    if not fought and made.sense.mode != "seize":
        return False
    parties = made.actor or made.recipient
    return bool(parties) and all(p.sector in _POLITICAL for p in parties)


def _is_match(sentence: Sentence, made: Draft) -> bool:
    """ "France crushed Wales in the final try": nations by their bare names, and words of sport.

    "Gunmen attacked a cricket team" is none: neither side is a nation.
    """
    parties = (*made.actor, *made.recipient)
    teams = len(parties) > 1 and all(p.code and p.code == p.country for p in parties)
    bare = teams and all(len(p.text.split()) <= len((p.name or p.text).split()) for p in parties)
    return bare and any(t.lemma.lower() in _SPORTS for t in sentence.tokens if t.pos == "NOUN")


def _in_fiction(sentence: Sentence, made: Draft) -> bool:
    if sentence.words.isdisjoint(_WORKS):
        return _is_contest(sentence, made)
    clause = made.frame.clause
    below = clause.head
    for i in (clause.head, *(t.i for t in sentence.path_up(clause.head))):
        token = sentence.tokens[i]
        if i != clause.head and _is_work(token) and _has_case(sentence, below, "about"):
            return True
        if any(_is_work(t) and _is_inside(sentence, t) for t in sentence.children(i, "obl")):
            return True
        depicts = token.lemma.lower() in _DEPICTING and i != clause.head
        if depicts and any(_is_work(t) for t in sentence.children(i, "nsubj")):
            return True
        below = i
    doers = made.frame.slots.get("subject", ())
    toys = any(_is_work(c) for i in doers for c in sentence.children(i, "compound"))
    return toys or _is_contest(sentence, made)


def _is_contest(sentence: Sentence, made: Draft) -> bool:
    if made.frame.clause.kind != "noun" or made.frame.lemma not in _CONTESTS:
        return False
    whose = (sentence.tokens[i] for i in made.frame.clause.slots.get("object", ()))
    return any(t.lemma.lower() in _CONTESTANTS for t in whose)


def _is_work(token: Token) -> bool:
    return token.pos == "NOUN" and token.lemma.lower() in _WORKS


def _is_inside(sentence: Sentence, token: Token) -> bool:
    """Whether it stands in "in the film"; "in a play for influence" somebody plays for something."""
    whole = sentence.child(token.i, "nmod", "acl") is None
    return whole and _has_case(sentence, token.i, "in")


def _has_case(sentence: Sentence, i: int, preposition: str) -> bool:
    return any(c.text.lower() == preposition for c in sentence.children(i, "case"))


def _of_nobody(sentence: Sentence, made: Draft) -> bool:
    """Whether it is denied of everybody: "no one was arrested", "there was no clash"."""
    clause = made.frame.clause
    if clause.kind == "noun":
        none = any(t.lemma == "no" for t in sentence.children(clause.head, "det"))
        return none and made.sides < 2
    for i in clause.slots.get("object", ()):
        token = sentence.tokens[i]
        one = token.text.lower() == "one" and any(
            t.text.lower() == "no" for t in sentence.children(i, "det")
        )
        if one or token.text.lower() in _NOBODY:
            return True
    return False
