# Did it happen? Read from grammar, word by word up the tree.
# Rule 1: the nearest sign wins, except that a negation above turns "actual" round:
#   "did not begin shelling" is negated, "did not plan to attack" too.
# Rule 2: a verb of saying stops the climb. What is said is a claim's matter.
"""The status of an act: actual, negated, possible or requested."""

from __future__ import annotations

from dragoman.clauses.clause import Clause
from dragoman.clauses.moods import is_subjunctive
from dragoman.clauses.phrases import TRADES
from dragoman.clauses.ranked import ranked
from dragoman.events.senses import Lexicon

_OPENING = ("xcomp", "ccomp", "advcl", "acl", "obj", "obl", "nmod", "nsubj:pass", "csubj")
_GOING_ON = frozenset({"continue", "keep", "maintain", "preserve", "prolong", "sustain"})
_CEASING = frozenset({"cease", "quit", "stop"})
#: What is so has not happened yet, if it ever will: "an attack is unlikely".
_PENDING = frozenset(
    "close conceivable imminent impossible improbable inevitable likely near plausible possible probable unlikely unthinkable".split()
)
_AWAITING = frozenset({"until", "unless", "if"})
#: What is fought, and for what ends: whoever makes an effort to destroy somebody is at it.
_FIGHTS = frozenset(
    "assault battle campaign drive effort fight offensive operation push struggle war".split()
)
_BEATING = frozenset(
    "annihilate clear cleanse crush deal defeat degrade deliver destroy dislodge eliminate eradicate expel free "
    "inflict liberate oust purge rid rout".split()
)


_MODALS = frozenset({"can", "could", "may", "might", "will", "would"})
#: Whoever has travelled to do this has done it.
_TRAVELLING = frozenset("arrive come drive fly go journey sail travel".split())
_SEEING = frozenset("attend inspect tour visit".split())
_CAPACITY = frozenset({"minority", "power", "right"})
_NOUN_LINKS = frozenset({"for", "of", "about", "to", "on", "against"})


def status_of(
    clause: Clause,
    by_head: dict[int, Clause],
    lexicon: Lexicon,
    given: dict[int, str],
    carrier: Clause | None = None,
) -> str:
    """Return the status of the act that *clause* names.

    Args:
        by_head: the clauses of the sentence by the index of their head.
        given: statuses that event senses above set for words in their slots.
        carrier: the light verb of a noun; its mood is the act's.
    """
    if clause.head in given:
        own = _own(clause)
        if own == "possible" and given[clause.head] == "requested":
            return "requested"  # "said that Iran must disarm"
        if given[clause.head] == "negated" and _is_to_cease(clause, by_head, lexicon, given):
            return own
        return own if own != "actual" else given[clause.head]
    if _is_power(clause) or _is_enough(clause):
        return "possible"
    if carrier is not None and carrier.governor == clause.head:
        # "prevented the attack [launched by …]": what governs the noun decides.
        if (own := _own(carrier)) != "actual":
            return own
    elif carrier is not None and _GOING_ON & set(carrier.lemmas):
        # "the need to continue their cooperation": so far they cooperate.
        return "negated" if carrier.negated else "actual"
    elif carrier is not None:
        if carrier.head in given:
            return given[carrier.head]
        own = _own(carrier)
        return own if own != "actual" else status_of(carrier, by_head, lexicon, given)
    own = _own(clause)
    if own != "actual":
        return own
    above = by_head.get(clause.governor) if clause.governor is not None else None
    if above is None or not clause.relation.startswith(_OPENING):
        return "possible" if _is_pending(clause, above) else "actual"
    if above.head in given and above.kind == "verb" and clause.kind == "noun":
        return "actual"
    if _is_part(clause, above) and above.head in given:
        # "warned against any supply of aid": the aid is as possible as its supply.
        return given[above.head]
    return _under(clause, above, by_head, lexicon, given)


def is_supposed(clause: Clause, by_head: dict[int, Clause]) -> bool:
    """Whether an act is only supposed: told under "if", "unless" or "whether", by itself or from above."""
    seen: set[int] = set()
    one: Clause | None = clause
    while one is not None and one.head not in seen:
        if one.conditional:
            return True
        seen.add(one.head)
        one = by_head.get(one.governor) if one.governor is not None else None
    return False


def is_awaited(clause: Clause, by_head: dict[int, Clause]) -> bool:
    """Whether a clause says what somebody else must do first: "will stay until Mali [frees] them".

    It is what "until" or "unless" opens, or "if" with a negation, below what is to come.
    """
    sentence, token = clause.sentence, clause.token
    if clause.kind != "verb" or sentence.words.isdisjoint(_AWAITING):
        return False
    negated = clause.negated
    while token.relation == "conj":
        token = sentence.tokens[token.head]
    marks = {t.text.lower() for t in sentence.children(token.i, "mark")}
    if not (marks & {"until", "unless"} or ("if" in marks and negated)):
        return False
    told = by_head.get(token.head)
    while (
        "until" in marks
        and told is not None
        and not told.finite
        and told.relation in ("xcomp", "ccomp")
    ):
        if any(m.lemma == "to" for m in sentence.children(told.head, "mark")):
            return True  # "vowed to stay until Chad leaves"
        told = by_head.get(told.governor) if told.governor is not None else None
    beside = sentence.children(token.head, "ccomp")  # "There will be no talks, he said, until …"
    above = [told, *(by_head.get(t.i) for t in beside if t.i < token.i)]
    doers = set(clause.slots.get("subject", ()))
    return any(
        c is not None and c.modals and not doers & set(c.slots.get("subject", ())) for c in above
    )


def _is_pending(clause: Clause, above: Clause | None) -> bool:
    """Whether a noun's act is said to be likely, unlikely or near."""
    noun = above is not None and above.kind == "adjective" and clause.kind == "noun"
    return noun and above is not None and bool(_PENDING & set(above.lemmas))


def _is_part(clause: Clause, above: Clause) -> bool:
    """Whether a noun is what the noun above it speaks of: "the supply of [aid]"."""
    nouns = clause.kind == above.kind == "noun"
    return nouns and clause.head in above.slots.get("object", ())


def _own(clause: Clause) -> str:
    """What the clause itself says: its negation, modals, condition and purpose."""
    if clause.negated:
        return "negated"
    if clause.relation == "ccomp" and is_subjunctive(clause):
        return "requested"
    if clause.modals or clause.conditional or _is_any(clause) or _is_thought_of(clause):
        return "possible"
    return "actual"


def _is_power(clause: Clause) -> bool:
    """ "Veto power over bills" can be used: nobody says that it was."""
    if clause.kind == "noun":
        return clause.lemma in _CAPACITY and bool(clause.slots.get("modifier"))
    if "veto" not in clause.lemmas:
        return False
    objects = (clause.sentence.tokens[i] for i in clause.slots.get("object", ()))
    return any(t.lemma.lower() in _CAPACITY for t in objects)


def _is_enough(clause: Clause) -> bool:
    """ "A minority large enough to veto bills" has not done so."""
    if clause.relation != "advcl" or clause.finite or clause.governor is None:
        return False
    sentence = clause.sentence
    enough = any(t.text.lower() == "enough" for t in sentence.children(clause.governor, "advmod"))
    return enough and any(t.lemma == "to" for t in sentence.children(clause.head, "mark"))


def _is_any(clause: Clause) -> bool:
    """ "Any attack on French soldiers would be answered": none that has happened."""
    if clause.kind != "noun":
        return False
    return any(t.text.lower() == "any" for t in clause.sentence.children(clause.head, "det"))


def _is_thought_of(clause: Clause) -> bool:
    """ "An attack on Chad would be a mistake", "will be treated as an act of war": one that may come."""
    sentence, token = clause.sentence, clause.token
    if clause.kind != "noun" or token.head == token.i or token.relation == "conj":
        return False
    if not any(t.text.lower() in ("a", "an") for t in sentence.children(clause.head, "det")):
        return False
    helpers = sentence.children(token.head, "aux")
    return any(t.lemma.lower() in _MODALS for t in helpers)


def _under(
    clause: Clause,
    above: Clause,
    by_head: dict[int, Clause],
    lexicon: Lexicon,
    given: dict[int, str],
) -> str:
    """What the governor makes of it."""
    relation = clause.relation
    if (deed := traded(clause, above, by_head)) is not None:
        return status_of(deed, by_head, lexicon, given)
    if above.lemma == "see" and above.modals and relation.startswith(("ccomp", "xcomp")):
        return "possible"  # "a deal would see Chad withdraw"
    infinitive = not clause.finite and any(
        m.lemma == "to" for m in clause.sentence.children(clause.head, "mark")
    )
    if infinitive and _is_fought(above, clause):
        return status_of(above, by_head, lexicon, given)
    if infinitive and ranked(clause.sentence, clause.token) is not None:
        # "was not the first state to leave": it left.
        rank = status_of(above, by_head, lexicon, given)
        return "actual" if rank == "negated" else rank
    effect = _effect(above, clause, lexicon)
    if effect is not None:
        if effect == "actual":
            return status_of(above, by_head, lexicon, given)
        if above.negated:
            return "actual" if effect == "negated" else "negated"
        if effect == "negated" and _is_to_cease(clause, by_head, lexicon, given):
            return "actual"
        if effect == "negated" and _is_for(above):
            return "possible"  # "fled to avoid being sent back"
        return effect
    if infinitive and (_is_spent(above, lexicon) or _is_errand(clause, above, lexicon)):
        return status_of(above, by_head, lexicon, given)
    if relation.startswith(("advcl", "acl")) and relation != "acl:relcl":
        # A purpose is not yet done: "sent troops to retake the town".
        return "possible" if infinitive or _is_wanted(clause) else "actual"
    if relation.startswith("xcomp") and infinitive:
        return "possible"
    if relation.startswith("ccomp") and above.conditional:
        return "possible"
    return "actual"


def _is_wanted(clause: Clause) -> bool:
    """Whether a clause says what an act is for: "will mediate so that both sides [agree]"."""
    if "so" not in clause.sentence.words or "Tense=Past" in clause.token.feats:
        return False
    tokens = clause.sentence.tokens
    return any(
        m.text.lower() == "so" and tokens[m.i + 1].text.lower() == "that"
        for m in clause.sentence.children(clause.head, "mark")
    )


def traded(clause: Clause, above: Clause, by_head: dict[int, Clause]) -> Clause | None:
    """What is to be done "in exchange for" an act: neither is done without the other."""
    if clause.sentence.words.isdisjoint(TRADES):
        return None
    if above.kind == "noun":
        own = clause.kind == "verb" or clause.head in above.slots.get("for", ())
        if above.lemma not in TRADES or not own:
            return None
        over = (by_head.get(t.i) for t in clause.sentence.path_up(above.head))
        return next((c for c in over if c is not None and c.kind == "verb"), None)
    sentence, token = clause.sentence, clause.token
    while token.relation == "conj":
        token = sentence.tokens[token.head]
    if clause.finite or not clause.relation.startswith(("advcl", "acl")):
        return None
    marks = any(m.lemma == "for" for m in sentence.children(token.i, "mark"))
    trade = any(t.lemma in TRADES for t in sentence.children(above.head, "obl"))
    return above if marks and trade else None


def _is_fought(above: Clause, clause: Clause) -> bool:
    """Whether an aim is being fought for: "the campaign to destroy the group" goes on until it is won."""
    if above.kind != "noun" or clause.kind != "verb" or not clause.relation.startswith("acl"):
        return False
    return bool(_FIGHTS & set(above.lemmas) and _BEATING & set(clause.lemmas))


def _is_for(clause: Clause) -> bool:
    """Whether a clause says what something is done for: "to avoid arrest"."""
    marks = clause.sentence.children(clause.head, "mark")
    purpose = clause.relation.startswith("advcl") or clause.relation == "xcomp"
    return purpose and "avoid" in clause.lemmas and any(m.lemma == "to" for m in marks)


def _is_to_cease(
    clause: Clause, by_head: dict[int, Clause], lexicon: Lexicon, given: dict[int, str]
) -> bool:
    """Whether it is wished or possible that an act ends: "demanded that Chad [stop] shelling the town"."""
    above = by_head.get(clause.governor) if clause.governor is not None else None
    if above is None or not _CEASING & set(above.lemmas):
        return False
    return status_of(above, by_head, lexicon, given) in ("requested", "possible")


def _is_spent(above: Clause, lexicon: Lexicon) -> bool:
    """Whether a weapon was let go: "launched drones to strike the port" tells of the strike."""
    if above.kind != "verb" or not lexicon.spending & set(above.lemmas):
        return False
    weapons = (above.sentence.tokens[i] for i in above.slots.get("object", ()))
    return any(t.lemma.lower() in lexicon.spent for t in weapons)


def _is_errand(clause: Clause, above: Clause, lexicon: Lexicon) -> bool:
    """Whether somebody is sent to bring help, or has come to see: "flew to Mali to visit the troops"."""
    if above.kind == "verb" and _TRAVELLING & set(above.lemmas):
        return bool(_SEEING & set(clause.lemmas))
    sent = above.kind == "verb" and bool(lexicon.spending & set(above.lemmas))
    return sent and bool(lexicon.errands & set(clause.lemmas))


def _effect(above: Clause, clause: Clause, lexicon: Lexicon) -> str | None:
    """The status that the word above gives, if the almanac knows it as a governor."""
    table = lexicon.governors[above.kind]
    if above.kind == "noun" and not clause.relation.startswith(("acl", "nmod")):
        return None
    if clause.relation == "acl:relcl" and any(above.head in s for s in clause.slots.values()):
        return None  # "a demand that Chad refused": the refusal is not what was demanded
    if above.kind == "noun" and clause.relation.startswith("nmod"):
        if not any(clause.head in above.slots.get(_slot(p), ()) for p in _NOUN_LINKS):
            return None
    if above.kind == "verb" and clause.relation.startswith(("obl", "nmod", "advcl")):
        for preposition in (p for p, heads in above.slots.items() if clause.head in heads):
            for lemma in above.lemmas:
                if (found := table.get(f"{lemma} {preposition}")) is not None:
                    return found
        marks = [m.lemma for m in clause.sentence.children(clause.head, "mark")]
        for mark in marks:
            for lemma in above.lemmas:
                if (found := table.get(f"{lemma} {mark}")) is not None:
                    return found
        return None
    return next((table[m] for m in above.lemmas if m in table), None)


def _slot(preposition: str) -> str:
    return "object" if preposition == "of" else preposition
