# A force of one state in a formation of others: "the frigate joined the task force, which is led by …".
# Rule 1: what joins is a force, and what it joins is one: words for units, ships and aircraft decide, never
#   the verb alone. Strikers join clubs, and ministers join coalitions.
# Rule 2: whoever owns, leads or makes up the formation is one of those who act; where it operates is not.
"""Read the forces of several states that serve together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, Parties, apart
from dragoman.events.frames import Frame
from dragoman.events.senses import Lexicon

_SENSE = "cooperate.join-unit"
#: What forces do to come under a formation, and the prepositions behind which it then stands.
_INTO = ("with", "into", "to", "under", "within", "as", "aboard", "alongside")
_JOINING: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("attach", "assign", "belong", "subordinate", "second"), ("to", "under")),
    **dict.fromkeys(("incorporate", "integrate"), ("with", "into", "in", "to", "within")),
    **dict.fromkeys(("deploy", "operate", "sail", "serve", "steam", "fly", "fight"), _INTO),
    **dict.fromkeys(("embark", "embed"), ("with", "on", "in", "aboard")),
    **dict.fromkeys(("place", "put"), ("under",)),
    "contribute": ("to",),
    "join": ("object", "iobj", "in", "with"),
    "participate": ("in",),
}
#: Nouns between a preposition and a formation: "as part of", "under the command of", "in support of".
_LINKS = frozenset(
    {"command", "control", "flag", "part", "support", "unit", "leadership", "element"}
)
_BEING = frozenset({"component", "element", "member", "part", "participant"})
_BODIES = frozenset({"support.join-body", "support.join-bloc"})
_LEADING = frozenset({"command", "head", "lead"})
_FORMATIONS = frozenset(
    "battalion battlegroup brigade carrier coalition command contingent corps destroyer division fleet flotilla flagship "
    "force formation frigate headquarters mission navy operation patrol regiment squadron warship "
    "submarine".split()
)
#: Nouns that only a word beside them makes a formation: "a naval group", "the task group".
_GROUPS = frozenset({"group", "team", "boat", "ship", "vessel", "unit"})
_ARMED = frozenset(
    "amphibious battle carrier combat defence defense escort maritime military minehunting multinational naval patrol ready "
    "security strike task".split()
)
_CIVIL = frozenset(
    "anti-corruption climate finance government governing medical party police ruling trade visa".split()
)
_UNITS = _FORMATIONS | frozenset(
    "airman aircraft airmen army battery crew cutter f-16 f-35 fighter gunboat helicopter jet marine minehunter minelayer "
    "minesweeper navy paratrooper personnel plane platoon sailor ship soldier tank troop trooper unit vessel".split()
) - {"command", "coalition", "mission", "operation"}
_TOGETHER = frozenset({"along", "together"})
_SITES = frozenset("across against around at for from in near off on outside since through".split())


def joined_forces(
    sentence: Sentence, resolver: Resolver, lexicon: Lexicon, drafts: dict[int, Draft]
) -> dict[int, Draft]:
    """Return the *drafts* with what forces of several states do together in one formation."""
    if sentence.words.isdisjoint(_WORDS):
        return drafts
    found = dict(drafts)
    for clause, own, formations in _ties(sentence):
        made = found.get(clause.head)
        if made is not None and made.sense.id in _BODIES:
            made = None  # who joins an alliance stands by it; a ship that joins its fleet sails with it
        elif made is not None and made.sense.type != "COOPERATE":
            continue
        forces = [i for i in own if _is_force(sentence, resolver, i)]
        first = [p for i in forces for p in _own(sentence, resolver, i)]
        others = [*_others(sentence, resolver, formations)]
        told: Parties = ()
        if made is not None:
            told = tuple(p for p in (*made.actor, *made.recipient) if p.known)
        actors = apart((*first, *told, *others))
        if not (first or told) or len(actors) <= max(len(told), 1):
            continue
        if made is None:
            sense = next(s for s in lexicon.senses if s.id == _SENSE)
            frame = Frame(clause, clause.lemma, {"object": formations})
            made = Draft(sense, frame, actors, ())
        found[clause.head] = replace(made, actor=actors, recipient=(), reciprocal=True)
        for leading in _leading(sentence, formations):
            # That somebody leads it is told of all of them.
            if leading.head in drafts and leading.head != clause.head:
                found.pop(leading.head, None)
    return found


def _leading(sentence: Sentence, formations: tuple[int, ...]) -> Iterator[Clause]:
    """The clauses that say who leads one of the formations."""
    for clause in sentence.clauses:
        if _LEADING & set(clause.lemmas) and any(_leads(sentence, clause, i) for i in formations):
            yield clause


def _ties(sentence: Sentence) -> Iterator[tuple[Clause, tuple[int, ...], tuple[int, ...]]]:
    """The clauses that put a force under a formation, with the heads of both."""
    for clause in sentence.clauses:
        if clause.kind == "noun":
            yield from _by_noun(clause)
            continue
        slots = next((_JOINING[m] for m in clause.lemmas if m in _JOINING), ())
        if not slots:
            continue
        own = clause.slots.get("object" if clause.passive else "subject", ())
        if "contribute" in clause.lemmas:
            own = (*own, *clause.slots.get("object", ()))
        heads = tuple(i for slot in slots for i in clause.slots.get(slot, ()))
        if "in" in clause.slots:  # "is operating in support of"
            heads += tuple(i for i in clause.slots["in"] if sentence.tokens[i].lemma == "support")
        if own and heads:
            yield clause, own, tuple(k for i in heads for k in _linked(sentence, i))


def _by_noun(clause: Clause) -> Iterator[tuple[Clause, tuple[int, ...], tuple[int, ...]]]:
    """ "Is part of the fleet", "the frigate, part of the fleet,": a force by what it is."""
    sentence, token = clause.sentence, clause.token
    if token.lemma not in _BEING:
        return
    subjects = sentence.children(token.i, "nsubj") if sentence.child(token.i, "cop") else ()
    own = tuple(k for t in subjects for k in sentence.conjuncts(t.i))
    if token.relation == "appos":
        own = (token.head,)
    if own:
        beside = sentence.children(token.i, "nmod", "obl")
        own += tuple(k for t in beside if _is_beside(sentence, t) for k in sentence.conjuncts(t.i))
    formations = tuple(
        t.i for t in sentence.children(token.i, "nmod") if _case(sentence, t) == "of"
    )
    if own and formations:
        yield clause, own, formations


def _others(sentence: Sentence, resolver: Resolver, heads: tuple[int, ...]) -> Iterator[Party]:
    """Whose the formations among the phrases are; a nation alone is one with the noun it is joined to."""
    if not any(_is_formation(sentence, resolver, i) for i in heads):
        return
    for i in heads:
        if _is_formation(sentence, resolver, i):
            yield from _whose(sentence, resolver, i)
        elif sentence.tokens[i].pos == "ADJ":
            yield from _known(sentence, resolver, i)


def _is_beside(sentence: Sentence, phrase: Token) -> bool:
    """ "Together with Mali": that one is another of those spoken of."""
    words = {t.text.lower() for t in sentence.children(phrase.i, "advmod", "case")}
    return "with" in words and not words.isdisjoint(_TOGETHER)


def _own(sentence: Sentence, resolver: Resolver, i: int) -> list[Party]:
    """Whose a force is, also by a nation that stands further left: "a Fijian Lynx helicopter"."""
    found = _known(sentence, resolver, i)
    if found:
        return found
    before = (sentence.tokens[k] for k in sentence.subtree(i) if k < i)
    nations = (m for t in before if (m := resolver.mention_at(t)) is not None)
    return [m.party() for m in nations if m.kind == "adjective"]


def _linked(sentence: Sentence, i: int) -> Iterator[int]:
    """The formation behind "part of" or "the command of"."""
    yield i
    if sentence.tokens[i].lemma in _LINKS:
        for below in sentence.children(i, "nmod", "obl"):
            if _case(sentence, below) in ("of", "to"):
                yield below.i


def _case(sentence: Sentence, token: Token) -> str:
    found = sentence.child(token.i, "case")
    return found.text.lower() if found is not None else ""


def _is_force(sentence: Sentence, resolver: Resolver, i: int) -> bool:
    """Whether a phrase is a unit, a ship, aircraft or soldiers."""
    i = resolver.core(sentence, i)
    if any(p.sector == "MIL" for p in resolver.parties(sentence, i)):
        return True
    words = {sentence.tokens[i].lemma.lower()}
    beside = {
        t.lemma.lower() for t in sentence.children(i, "compound", "nmod:desc", "appos", "amod")
    }
    units = (words | beside) & _UNITS or (words & _GROUPS and beside & _ARMED)
    return bool(units) or _is_state(resolver, sentence.tokens[i])


def _is_state(resolver: Resolver, token: Token) -> bool:
    mention = resolver.mention_at(token)
    return mention is not None and mention.kind in ("state", "capital")


def _is_formation(sentence: Sentence, resolver: Resolver, i: int) -> bool:
    """Whether a phrase is a formation that forces serve in."""
    token = sentence.tokens[i]
    mention = resolver.mention_at(token)
    if mention is not None and (mention.kind == "ship" or mention.sector == "MIL"):
        return True
    before = {t.text.lower() for t in sentence.children(i, "amod", "compound", "nmod:desc", "flat")}
    lemma = token.lemma.lower()
    if before & _CIVIL:
        return False
    return lemma in _FORMATIONS or bool(
        (lemma in _GROUPS or token.pos == "PROPN") and before & _ARMED
    )


def _whose(sentence: Sentence, resolver: Resolver, i: int) -> list[Party]:
    """Whose formation it is: those named in its phrase, and those who lead it."""
    found = _known(sentence, resolver, i)
    for below in sentence.subtree(i):
        token = sentence.tokens[below]
        mention = resolver.mention_at(token)
        if mention is None or mention.kind == "city" or not mention.code:
            continue
        if not _is_site(sentence, below, i):
            found += [p for p in (mention.party(),) if p.known]
    for clause in _leading(sentence, (i,)):
        leaders = clause.slots.get("subject", ())
        found += [p for k in leaders for p in _known(sentence, resolver, k)]
    return found


def _is_site(sentence: Sentence, below: int, top: int) -> bool:
    """Whether a name inside a phrase says where: "the task force in the Gulf of Oman"."""
    for token in (sentence.tokens[below], *sentence.path_up(below)):
        if token.i == top:
            return False
        if token.pos == "VERB" and not _LEADING & {token.lemma, token.text}:
            return True
        if token.relation in ("nmod", "obl") and _case(sentence, token) in _SITES:
            return True
    return True


def _leads(sentence: Sentence, clause: Clause, formation: int) -> bool:
    """Whether a clause says who leads a formation, as its own or behind "which"."""
    heads = clause.slots.get("object", ())
    if formation in heads:
        return True
    last = (
        max(k for k in sentence.subtree(formation) if k < clause.head)
        if clause.head > formation
        else -1
    )
    behind = (t for t in (sentence.tokens[k] for k in heads) if t.text.lower() in ("which", "that"))
    return any(last < t.i <= last + 3 for t in behind)


def _known(sentence: Sentence, resolver: Resolver, i: int) -> list[Party]:
    return [p for p in resolver.parties(sentence, i) if p.known]


_WORDS = frozenset(_JOINING) | _BEING
