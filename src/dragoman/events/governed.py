# What the verb above a noun tells of the act that the noun names.
# Rule: each slot has one meaning, and only a sense that asks for it by name reads it: nobody who
#   stands beside an act is its doer by default.
"""Slots that a noun takes from the verb it hangs on: "said [during a visit to Paris]"."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.clauses.clause import Clause
from dragoman.clauses.phrases import preposition

Slots = dict[str, tuple[int, ...]]
#: Prepositions of an occasion: whoever does something then is there.
_OCCASIONS = ("after", "at", "during", "following", "from", "in", "on", "throughout")
#: Nouns of time that something fills.
_SPANS = frozenset({"day", "decade", "hour", "month", "week", "year"})
#: Nouns of what somebody does or suffers in an act.
_PARTS = frozenset(
    "bravery casualty conduct effort failure gain loss part participation performance progress role sacrifice success "
    "victory".split()
)
#: Prepositions of what weighs on whoever acts.
_BURDENS = ("amid", "because of", "due to", "under")
#: Prepositions of what does not move whoever acts.
_IN_SPITE = ("despite", "in spite of", "notwithstanding")
#: Words that ask for what stands behind "for" or is their object.
_ASKING = frozenset(
    "appeal ask beg call clamour demand lobby petition plea plead press pressure push request seek urge want".split()
)
#: What is said of a deal that is not there yet.
_IN_SIGHT = frozenset({"close", "imminent", "likely", "near", "possible", "unlikely"})
#: What deals may come of.
_TALKS = frozenset({"discussion", "negotiation", "talk", "talks"})
#: Nouns of what may come, if it does.
_HOPES = frozenset(
    "basis chance hope likelihood obstacle opportunity path possibility potential prospect way".split()
)


def with_governor(
    slots: Slots, clause: Clause, carrier: Clause | None, by_head: Mapping[int, Clause]
) -> Slots:
    """Add to the *slots* of a noun what the verb above it says of it.

    ``verb`` and ``verb.subject``: the verb whose object the noun is, and who does it ("Iran quelled
    [protests]"); ``verb.to``: the verb's "to" phrase, which may be the noun's ("hid [sales] to
    Mali"). ``does`` and ``affected``: the verb whose subject it is, and on whom that falls
    ("[sanctions] have hit Chad"). ``helped``: who does something with it ("fought with [support]
    from Mali"). ``present``: who does something while it goes on ("said on a [visit] to Mali").
    ``burdened``: who acts under it ("under [pressure] from Mali"). ``unmoved``: who acts in spite
    of it ("sent nothing despite [requests] from Mali"). ``asked``: the word that asks for
    it ("called for [talks]", "a request for [tanks]"). ``hoped``: the word that says it may come
    ("prospects for a [deal]", "talks on a [truce]"), and ``hoping``: who is near to it ("Mali is
    close to a [deal]"). ``part``: whose part in it is told of ("Mali's
    losses in the [battle]").
    """
    asking, hoping = _asking(clause, by_head), _hoping(clause, by_head)
    if asking is not None:
        slots = {**slots, "asked": (asking,)}
    elif hoping is not None:
        slots = {**slots, "hoped": (hoping,)}
        if (near := by_head.get(hoping)) is not None and near.kind == "adjective":
            own = near.slots.get("subject", ())
            slots["hoping"] = tuple(i for i in own if i != clause.head)
    above = by_head.get(clause.governor) if clause.governor is not None else None
    if part := _taking_part(clause, above):
        return {**slots, "part": part}
    if above is None and clause.relation == "nmod":
        # "Japan, under American pressure, …": a name is no clause.
        weighs = preposition(clause.sentence, clause.head) in _BURDENS
        return {**slots, "burdened": (clause.governor or 0,)} if weighs else slots
    verb, head = carrier or above, clause.head
    if carrier is None and above is not None and above.lemma in _SPANS:
        # "After [two years] of close partnership with Chad, Mali …"
        verb, head = by_head.get(above.governor or 0), above.head
    if verb is None or verb.kind == "noun":
        return slots
    own, others = verb.slots.get("subject", ()), verb.slots.get("object", ())
    if verb.kind == "adjective":
        return {**slots, "burdened": own} if _behind(head, verb, _BURDENS) else slots
    if own and clause.head in verb.slots.get("with", ()):
        return {**slots, "helped": own}
    if clause.head in others:
        given = {"verb.to": verb.slots["to"]} if "to" in verb.slots else {}
        return {**slots, **given, "verb": (verb.head,), "verb.subject": own}
    if clause.head in own:
        return {**slots, "does": (verb.head,), "affected": others} if others else slots
    there = others if verb.passive else own
    if there and _behind(head, verb, _OCCASIONS):
        return {**slots, "present": there}
    if there and _behind(head, verb, _BURDENS):
        return {**slots, "burdened": there}
    if there and _behind(head, verb, _IN_SPITE):
        return {**slots, "unmoved": there}
    return slots


def _asking(clause: Clause, by_head: Mapping[int, Clause]) -> int | None:
    """The word that asks for what the noun names, if there is one."""
    above = by_head.get(clause.governor) if clause.governor is not None else None
    if above is None or above.kind == "adjective":
        return None
    wanted = above.slots.get("for", ())
    if above.kind == "noun" and not _ASKING & set(above.lemmas):
        # "asked its allies for [tanks]": the phrase may hang on whoever is asked.
        verb = by_head.get(above.governor) if above.governor is not None else None
        asked = above.head in verb.slots.get("object", ()) if verb is not None else False
        found = asked and verb is not None and verb.kind == "verb" and clause.head in wanted
        return verb.head if verb is not None and found and _ASKING & set(verb.lemmas) else None
    if not _ASKING & set(above.lemmas):
        return None
    if above.kind == "verb":
        wanted = (*wanted, *above.slots.get("object", ()))
    return above.head if clause.head in wanted else None


def _hoping(clause: Clause, by_head: Mapping[int, Clause]) -> int | None:
    """The word that says of what the noun names that it may come, if there is one."""
    above = by_head.get(clause.governor) if clause.governor is not None else None
    if above is None or above.kind == "verb":
        return None
    if above.kind == "adjective":
        near = above.lemma in ("close", "closer", "near") and clause.head in above.slots.get(
            "to", ()
        )
        told = above.lemma in _IN_SIGHT and clause.head in above.slots.get("subject", ())
        return above.head if near or told else None
    if above.lemma in _TALKS:
        on = (*above.slots.get("on", ()), *above.slots.get("over", ()), *above.slots.get("for", ()))
        return above.head if clause.head in on else None
    found = (
        *above.slots.get("for", ()),
        *above.slots.get("object", ()),
        *above.slots.get("to", ()),
    )
    return above.head if _HOPES & set(above.lemmas) and clause.head in found else None


def _behind(noun: int, verb: Clause, prepositions: tuple[str, ...]) -> bool:
    """Whether the noun of that index stands behind the verb with one of the prepositions."""
    return any(noun in verb.slots.get(p, ()) for p in prepositions)


def _taking_part(clause: Clause, above: Clause | None) -> tuple[int, ...]:
    """Whose part in it a noun tells: "the performance of [Mali's forces] in the fight"."""
    sentence = clause.sentence
    if clause.governor is None or preposition(sentence, clause.head) not in ("during", "in"):
        return ()
    noun = sentence.tokens[clause.governor]
    if noun.pos == "VERB":  # "praised their performance [in the fight]", "lost men [in the fight]"
        noun = sentence.child(noun.i, "obj") or noun
    if noun.lemma not in _PARTS and sentence.tokens[clause.governor].lemma != "lose":
        return ()
    own = sentence.children(noun.i, "nmod:poss")
    of = [t for t in sentence.children(noun.i, "nmod") if preposition(sentence, t.i) == "of"]
    verb = above.slots.get("subject", ()) if above is not None and above.kind == "verb" else ()
    return tuple(t.i for t in own or of) or verb
