# Whom an act concerns that names nobody in the places where its sense looks.
# Rule 1: this comes after every slot: it changes no party that has been found.
# Rule 2: it looks at what the predicate says, and at no clause with a subject of its own: "agreed to take
#   in people from Greek camps" concerns Greece, "agreed, a day after Greece refused" does not.
# Rule 3: where two others are named, or only helpers, sources, places of meeting, nobody is meant.
"""The one other actor that a predicate names anywhere in its phrase."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Mention, Party
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, Parties
from dragoman.events.foes import OUTRAGES
from dragoman.events.senses import Lexicon

#: Types whose act is somebody's concern beside whoever does it.
_TYPES = frozenset(
    "AGREE SUPPORT CONCEDE AID RETREAT ACCUSE REJECT THREATEN PROTEST SANCTION COERCE".split()
)
_BELOW = frozenset(
    "obj iobj obl nmod nmod:poss amod compound xcomp appos flat nmod:desc acl".split()
)
#: Prepositions of those beside whom, through whom, or before whom something is done.
_ASIDE = frozenset(
    "after alongside amid as before beside besides by despite during following including like near per since through "
    "throughout toward towards unlike until via while with within".split()
)
_SITES = frozenset({"in", "at", "across", "by"})
#: Blows that strike the place where they fall, whoever dealt them.
_ATTACKS = frozenset(
    "abduction ambush assassination assault attack blast bombing explosion hijacking kidnapping raid shooting "
    "shelling siege stabbing strike".split()
)
#: Types that judge what others have done.
_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
#: Words of several that somebody may block: whom they are about gains by it.
_TEXTS = frozenset(
    "communiqué communique condemnation criticism declaration draft resolution statement text".split()
)
#: Types of what is settled somewhere.
_SETTLED = frozenset({"AGREE", "SUPPORT"})
_TOPICS = frozenset({"about", "against", "concerning", "on", "over", "regarding"})
_NOBODY = frozenset({"outlet", "company", "name", "person"})
_HELP = frozenset({"help", "support", "backing", "aid", "approval", "request", "invitation"})


def concerned(sentence: Sentence, resolver: Resolver, lexicon: Lexicon, made: Draft) -> Parties:
    """The recipients of an act: those it has, or the one other whom its predicate's phrases name."""
    if made.sense.type not in _TYPES or not made.sense.recipient or made.reciprocal:
        return made.recipient
    own = {p.country or p.code for p in made.actor if p.known}
    if not own or any(p.known for p in made.recipient):
        return made.recipient
    head = (made.frame.light or made.frame.clause).head
    found: dict[str, Party] = {}
    judging = made.sense.type in _JUDGING
    for token in _phrases(sentence, head, lexicon if judging else None):
        mention = resolver.mention_at(token)
        if mention is None or mention.code is None or mention.kind in _NOBODY:
            continue
        side = mention.country or mention.code
        if made.sense.type in _SETTLED and _is_venue(sentence, token, mention):
            continue
        if made.sense.type == "PROTEST" and mention.kind in ("city", "capital", "people"):
            continue  # where they march, or who they are
        if side not in own:
            found.setdefault(side, mention.party())
    return tuple(found.values()) if len(found) == 1 else made.recipient


def _is_venue(sentence: Sentence, token: Token, mention: Mention) -> bool:
    """Whether a name says where something was settled: "agreed at the White House", "signed in Doha"."""
    case = sentence.child(token.i, "case")
    place = mention.kind in ("capital", "city", "metonym")
    return place and case is not None and case.text.lower() in ("at", "in")


def _phrases(sentence: Sentence, head: int, lexicon: Lexicon | None) -> Iterator[Token]:
    """The words of a predicate's objects and phrases, and of the infinitives that it governs.

    With a *lexicon*, those whom an act is done to are left out: who condemns an attack on Mali has nothing
    against Mali.
    """
    act = lexicon is not None and ("noun", sentence.tokens[head].lemma.lower()) in lexicon.index
    lemma = sentence.tokens[head].lemma.lower()
    outrage = lexicon is not None and any(
        t.lemma.lower() in OUTRAGES for t in sentence.children(head, "obj")
    )
    text = lexicon is not None and lemma in _TEXTS
    sites = frozenset({"by"}) if lemma in _ATTACKS else _SITES
    judged = lexicon is not None and any(
        ("noun", t.lemma.lower()) in lexicon.index for t in sentence.children(head, "obj")
    )
    for child in sentence.children(head):
        if child.dep not in _BELOW and child.relation not in _BELOW:
            continue
        if child.dep == "acl:relcl" or (child.i < head and child.relation in ("obl", "nsubj")):
            continue
        case = sentence.child(child.i, "case")
        word = case.text.lower() if case is not None else ""
        if word in _ASIDE or (act and word and word not in sites):
            continue
        if word in _TOPICS and (judged or text):
            continue  # "welcomed the sanctions on Chad", "vetoed a statement on Chad"
        if text and child.pos == "ADJ" and sentence.child(child.i, "obl") is not None:
            continue  # "a statement critical of Chad"
        if child.lemma.lower() in _HELP and case is not None:
            continue
        if any(sentence.children(child.i, "nsubj")):
            continue
        if child.dep == "acl" and child.text.lower().endswith("ing"):
            continue  # "a middleman buying oil from Chad": his deeds, not the act's
        if lexicon is not None and child.lemma.lower() in OUTRAGES:
            continue  # "condemned the bombing of a hotel in Chad"
        if outrage and word in _SITES:
            continue
        yield child
        yield from _phrases(sentence, child.i, lexicon)


def _acting_beside(sentence: Sentence, resolver: Resolver, head: int) -> frozenset[str]:
    """Who does the like beside an act: "[Mali] called for a ban, and Chad has closed its ports"."""
    first = sentence.tokens[head]
    while first.relation == "conj" and first.head < first.i:
        first = sentence.tokens[first.head]
    verbs = (sentence.tokens[k] for k in sentence.conjuncts(first.i) if k != head)
    named = (resolver.mention_at(s) for v in verbs for s in sentence.children(v.i, "nsubj"))
    return frozenset(m.country for m in named if m is not None and m.country)


#: Types of acts that somebody receives even where he is named sentences before, and the slots by which a
#: sense says that it is done to somebody.
_RECEIVED = {
    "AID": frozenset({"to", "iobj"}),
    "SANCTION": frozenset({"against", "from", "object", "on", "to", "with"}),
    "CONCEDE": frozenset({"on"}),
}
_POWERS = frozenset({None, "GOV", "MIL"})


def _names_third(sentence: Sentence, resolver: Resolver, head: int, apart: frozenset[str]) -> bool:
    """Whether a verb has somebody else for its object, who may receive: "sent [Peru] forty tents"."""
    below = (
        i for t in sentence.children(head, "obj", "iobj") for i in sentence.subtree(t.i) if i > head
    )
    named = (resolver.mention_at(sentence.tokens[i]) for i in below)
    return any(
        m is not None and m.kind == "state" and m.country is not None and m.country not in apart
        for m in named
    )


def _told_of(sentence: Sentence, resolver: Resolver, apart: frozenset[str]) -> Party | None:
    """The state that the whole report is set in, where its sentence names no third."""
    state = resolver.home()
    if state is None or state.country in apart:
        return None
    return state if resolver.states_in(sentence) <= apart | {state.country} else None


def towards_topic(sentence: Sentence, resolver: Resolver, made: Draft) -> Parties:
    """The recipients of an act: those it has, or the state that the report is speaking of.

    "The quake hit Chad. … Mali sent rescue teams within hours": to Chad.
    """
    slots = _RECEIVED.get(made.sense.type)
    if slots is None or made.reciprocal or any(p.known for p in made.recipient):
        return made.recipient
    if not slots & set(made.sense.recipient):
        return made.recipient
    own = frozenset(p.country or p.code or "" for p in made.actor if p.known)
    acting = [p for p in made.actor if p.known and p.kind == "actor" and p.sector in _POWERS]
    if not acting:
        return made.recipient
    head = (made.frame.light or made.frame.clause).head
    apart = own | _acting_beside(sentence, resolver, head)
    if _names_third(sentence, resolver, head, apart):
        return made.recipient
    # In a report set in one state, another that stands in the last sentence is by the way.
    party = _told_of(sentence, resolver, apart) or resolver.spoken_of(sentence, head, apart)
    return (party,) if party is not None else made.recipient
