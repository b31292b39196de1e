# From a tree to clauses: which word is whose subject, object and complement.
# Rule 1: grammar only. No word list but the closed classes of English.
# Rule 2: slots are logical. "X was hit by Y", "Y, which hit X", "Y wants to hit
#   X", "the strike of Y on X" all say: subject Y, object X.
# Rule 3: a slot that grammar does not fill stays empty; nothing is guessed from
#   word order.
"""Read the clauses of a parsed sentence."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.clauses.gaps import (
    Subjects,
    controlled,
    describes_before,
    goes_on,
    relative_gaps,
    relative_phrases,
)
from dragoman.clauses.hyphens import doer_before, partners, word_before
from dragoman.clauses.inflection import lemmas
from dragoman.clauses.moods import is_conditional, is_negated, is_passive, modals
from dragoman.clauses.phrases import PARTICLES, described, is_manner, preposition, spread
from dragoman.clauses.shared import shared_agent, shared_objects

_DUTIES = frozenset({"must", "should"})
_CLAUSE_PREPOSITIONS = frozenset(
    {"of", "for", "from", "against", "about", "on", "into", "with", "in"}
)
_NEARER = frozenset({"closer", "nearer"})
_ADVERBS = frozenset(
    "around back home over forward away apart together out off up down in on".split()
)
Slots = dict[str, tuple[int, ...]]


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """Return the clauses of *sentence*, in the order of their heads.

    Verbs, nouns, and adjectives or nouns that are predicates each give one;
    names and pronouns give none.
    """
    made = []
    subjects = Subjects()
    # Outer clauses first, so that an infinitive finds the subject of its governor.
    depths = sentence.depths
    for at in sorted(range(len(depths)), key=depths.__getitem__):
        token = sentence.tokens[at]
        if token.pos == "VERB" or (token.pos == "AUX" and token.relation not in ("aux", "cop")):
            clause = _verb(sentence, token, subjects)
        elif token.pos == "ADJ" and (
            sentence.child(token.i, "cop")
            or token.dep in ("xcomp", "advcl")
            or describes_before(sentence, token)
            or goes_on(sentence, token) is not None
        ):
            clause = _verb(sentence, token, subjects, kind="adjective")
        elif _is_noun(token) and token.relation != "compound":
            clause = _noun(sentence, token)
        else:
            continue
        subjects.add(clause)
        made.append(clause)
    made += [duty for clause in made if (duty := _duty(clause)) is not None]
    return tuple(sorted(made, key=lambda c: c.head))


def _duty(clause: Clause) -> Clause | None:
    """The "must" or "should" of a main verb as a clause of its own: whoever says it asks for the act.

    Its subject is the verb's, its complement the verb. What should have been done, what is
    asked for in a question or holds under a condition, and the passive ask nobody.
    """
    sentence = clause.sentence
    if sentence.words.isdisjoint(_DUTIES):
        return None
    own = sentence.children(clause.head, "aux")
    must = next((t for t in own if t.text.lower() in _DUTIES), None)
    main = clause.relation in ("root", "parataxis") and clause.kind == "verb"
    if must is None or not main or clause.passive or clause.conditional:
        return None
    if any(t.lemma == "have" for t in own) or sentence.tokens[-1].text == "?":
        return None
    return Clause(
        sentence=sentence,
        head=must.i,
        kind="verb",
        lemma=must.text.lower(),
        lemmas=(must.text.lower(),),
        slots={"subject": clause.slots.get("subject", ()), "clause": (clause.head,)},
        governor=clause.governor,
        relation=clause.relation,
    )


def _is_noun(token: Token) -> bool:
    # A rare noun may be taken for a name; names have capitals, and so has the first word.
    return token.pos == "NOUN" or (
        token.pos == "PROPN"
        and (token.text.islower() or (token.i == 0 and "Number=Plur" in token.feats))
    )


def _verb(sentence: Sentence, token: Token, subjects: Subjects, kind: str = "verb") -> Clause:
    i = token.i
    passive = is_passive(sentence, token)
    # "It is wrong that Chad left": what is wrong follows, and "it" is nobody.
    put_off = sentence.child(i, "expl") is not None and kind == "adjective"
    own = [t.i for t in sentence.children(i, "nsubj", *(() if put_off else ("csubj",)))]
    objects = [t.i for t in sentence.children(i, "obj")]
    if not passive and not objects:
        objects = shared_objects(sentence, token)
    slots, by, particles = _phrases(sentence, i, passive)
    if passive and not by:
        by = _stray_agent(sentence, i) or shared_agent(sentence, token)
    receivers = [t.i for t in sentence.children(i, "iobj")]
    if len(objects) > 1 and not receivers:
        # "granted Ethiopia a loan": of two objects the first receives the second.
        receivers, objects = objects[:1], objects[1:]
    own, objects = relative_gaps(sentence, token, own, objects, passive)
    receivers = list(relative_phrases(sentence, token, {"iobj": tuple(receivers)})["iobj"])
    slots = relative_phrases(sentence, token, slots)
    if (doer := doer_before(sentence, token)) is not None:
        # "Turkish-backed fighters" are backed by Turkey.
        passive, by, own = True, [doer], [token.head]
    if passive:
        objects, own = (own or objects), by
        if objects and sentence.child(i, "obj") is not None:
            # "was handed the documents [by Oman]": the promoted one is the receiver.
            slots["iobj"] = spread(sentence, objects)
            objects = [t.i for t in sentence.children(i, "obj")]
    subject = described(sentence, token, own)
    if not own and not passive and not put_off:
        subject = controlled(sentence, token, subjects)
    if passive and not objects:
        objects = list(controlled(sentence, token, subjects))
    slots["subject"] = subject
    slots["object"] = described(sentence, token, objects)
    if receivers:
        slots["iobj"] = spread(sentence, receivers)
    if complement := _complements(sentence, i, put_off=put_off):
        slots["clause"] = complement
    governor, relation = _governor(sentence, token)
    known = _lemmas(sentence, token, particles)
    return Clause(
        sentence=sentence,
        head=i,
        kind=kind,
        lemma=known[0],
        lemmas=known,
        slots={k: v for k, v in slots.items() if v},
        passive=passive,
        negated=is_negated(sentence, token),
        modals=modals(sentence, token),
        conditional=is_conditional(sentence, token),
        finite="VerbForm=Fin" in token.feats or sentence.child(i, "aux", "cop") is not None,
        governor=governor,
        relation=relation,
    )


def _phrases(sentence: Sentence, i: int, passive: bool) -> tuple[Slots, list[int], list[str]]:
    """The prepositions of verb *i* with their phrases, who does it if *passive*, and its particles."""
    slots: Slots = {}
    by: list[int] = []
    particles: list[str] = []
    adverbs = [t for t in sentence.children(i, "advmod") if t.text.lower() in _ADVERBS]
    particles += [t.text.lower() for t in adverbs]
    if i + 1 < len(sentence.tokens) and _is_stray_particle(sentence, i):
        particles.append(sentence.tokens[i + 1].text.lower())
    # "handed the port back [to Egypt]": the phrase may hang on the adverb.
    # So may what comes nearer: "moved closer [to Egypt]".
    adverbs += [t for t in sentence.children(i, "obj") if t.text.lower() in _NEARER]
    below = [p for t in adverbs for p in sentence.children(t.i, "obl", "nmod")]
    for phrase in (*sentence.children(i, "obl", "nmod"), *below):
        word = preposition(sentence, phrase.i)
        if word is None or is_manner(word, phrase):
            continue  # nobody is addressed, and nothing done there
        if passive and (agents := _agents(sentence, phrase, word)):
            by += agents
            continue
        particle, _, last = word.partition(" ")
        if last and particle in PARTICLES:
            # "pulled [out of] the talks": a particle and a preposition, to the lexicon.
            particles.append(particle)
            word = last
        for k in spread(sentence, [phrase.i]):
            # "turned away from France and [towards] Russia": a phrase with a preposition of its own.
            own = preposition(sentence, k) if k != phrase.i else None
            key = own or word
            slots[key] = (*slots.get(key, ()), k)
    return slots, by, particles


def _agents(sentence: Sentence, phrase: Token, preposition: str) -> list[int]:
    """Who does what is told in the passive: "killed by Chad", "killed at the hands of Chad"."""
    if preposition == "at" and phrase.text.lower() in ("hand", "hands"):
        return [t.i for t in sentence.children(phrase.i, "nmod")]
    return [phrase.i] if preposition == "by" else []


def _is_stray_particle(sentence: Sentence, i: int) -> bool:
    """ "ruled out sending", "handed over the port": a particle hung on what follows it."""
    after = sentence.tokens[i + 1]
    if after.text.lower() not in PARTICLES | {"over"} or after.relation not in ("mark", "case"):
        return False
    head = sentence.tokens[after.head]
    return head.head == i and (
        (after.relation == "mark" and "VerbForm=Ger" in head.feats)
        or (after.relation == "case" and head.relation == "obj")
    )


def _noun(sentence: Sentence, token: Token) -> Clause:
    """A noun as a predicate: "Iran's sale of drones to Russia"."""
    i = token.i
    slots: Slots = {}
    doers = [t.i for t in sentence.children(i, "nmod:poss")]
    for phrase in sentence.children(i, "nmod", "obl"):
        word = preposition(sentence, phrase.i)
        if phrase.dep == "nmod:poss" or word is None:
            continue
        if word == "by":
            doers.append(phrase.i)
        key = "object" if word == "of" else word
        slots[key] = slots.get(key, ()) + spread(sentence, [phrase.i])
    if not doers:
        doers = _stray_agent(sentence, i)
    if not doers:
        # "talks between Iran and Russia": both hold them.
        doers = list(slots.get("between", ()))
    modifiers = [t.i for t in sentence.children(i, "amod", "compound")]
    if not doers and "between" not in slots and (pair := partners(sentence, modifiers)):
        # "the Iran-Iraq war" is one between the two.
        slots["between"] = pair
        doers = list(pair)
    if modifiers:
        slots["modifier"] = tuple(modifiers)
    if not doers:
        # "US sanctions", "the Israeli strike": whether these name anybody is for a later stage.
        # "[Iranian] fuel shipments": parsers hang the adjective on the noun between.
        between = [t.i for k in modifiers for t in _named_before(sentence, k)]
        doers = [*modifiers, *between]
    judged = _judged(sentence, token)
    if sentence.child(judged, "cop") and preposition(sentence, i) != "under":
        # "Fiji is under threat" is none.
        if own := _topics(sentence, judged):
            slots["topic"] = spread(sentence, own)
    elif token.dep == "appos" and token.head < i:
        # "Serbia, a staunch supporter of Russia": said by the way, where a predicate says it outright.
        slots["beside"] = (token.head,)
    elif judged != i and (one := sentence.tokens[judged]).dep == "appos" and one.head < judged:
        slots["beside"] = (one.head,)  # "Chad, one of the poorest states, …"
    slots["subject"] = spread(sentence, doers)
    # "It is a pleasure [to have them]"
    put_off = sentence.child(i, "expl") is not None
    behind = sentence.children(i, "acl", *(("csubj",) if put_off else ()))
    if complement := tuple(t.i for t in behind if t.dep in ("acl", "csubj")):
        slots["clause"] = complement
    governor, relation = _governor(sentence, token)
    known = _lemmas(sentence, token)
    return Clause(
        sentence=sentence,
        head=i,
        kind="noun",
        lemma=known[0],
        lemmas=known,
        slots={k: v for k, v in slots.items() if v},
        negated=_is_none(sentence, i) or is_negated(sentence, token),
        modals=modals(sentence, token),
        conditional=is_conditional(sentence, token),
        finite=sentence.child(i, "cop") is not None,
        governor=governor,
        relation=relation,
    )


def _is_none(sentence: Sentence, i: int) -> bool:
    """ "No sale": whether a noun has "no" before it."""
    none = "no" in sentence.words
    return none and any(t.lemma == "no" for t in sentence.children(i, "det"))


def _named_before(sentence: Sentence, i: int) -> list[Token]:
    """Adjectives and names before a noun that itself stands before another."""
    if sentence.tokens[i].relation != "compound":
        return []
    return [t for t in sentence.children(i, "amod", "compound") if t.text[:1].isupper()]


def _topics(sentence: Sentence, i: int) -> list[int]:
    """Of whom a predicate noun speaks: its subject, or that of the clause that it goes on."""
    own = sentence.children(i, "nsubj")
    if not own and sentence.tokens[i].relation == "conj":
        own = sentence.children(sentence.tokens[i].head, "nsubj")
    return [t.i for t in own]


def _judged(sentence: Sentence, token: Token) -> int:
    """Where a predicate noun has its subject: on "one" in "Chad is one of our allies"."""
    above = sentence.tokens[token.head]
    portion = token.relation == "nmod" and above.text.lower() in ("one", "among", "part")
    return above.i if portion and preposition(sentence, token.i) == "of" else token.i


def _stray_agent(sentence: Sentence, i: int) -> list[int]:
    """The *by* phrase that a parser hung one word too low.

    "Syria was supplied with missiles by Russia", "the killing of soldiers by
    rebels": a person or state after *by* at the end acts, it does not make missiles.
    """
    if "by" not in sentence.words:
        return []
    for child in sentence.children(i, "obl", "nmod", "obj", "xcomp", "advmod"):
        for below in sentence.children(child.i, "nmod", "obl", "orphan"):
            if below.i > i and preposition(sentence, below.i) == "by":
                return [below.i]
    return []


def _lemmas(sentence: Sentence, token: Token, particles: Iterable[str] = ()) -> tuple[str, ...]:
    found = lemmas(token.text, token.lemma)
    own = [t.text.lower() for t in sentence.children(token.i, "compound:prt")]
    joined = [f"{lemma} {particle}" for particle in (*own, *particles) for lemma in found]
    if (first := word_before(sentence, token)) is not None and token.pos == "VERB":
        joined += [f"{first}-{lemma}" for lemma in found]  # "test-fired a missile"
    return (*joined, *found)


def _governor(sentence: Sentence, token: Token) -> tuple[int | None, str]:
    """The word above, and by which relation; a conjunct stands where its first sibling stands."""
    seen = set()
    while token.relation == "conj" and token.i not in seen:
        seen.add(token.i)
        token = sentence.tokens[token.head]
    if token.head == token.i or token.dep == "root":
        return None, "root"
    return token.head, token.dep


def _complements(sentence: Sentence, i: int, *, put_off: bool) -> tuple[int, ...]:
    """Heads of complement clauses: "to send", "that it would strike", "of arming rebels"."""
    found = [t.i for t in sentence.children(i, "ccomp", "xcomp", *(["csubj"] * put_off))]
    marks = [(t.i, sentence.children(t.i, "mark")) for t in sentence.children(i, "advcl")]
    found += [k for k, own in marks if any(m.lemma in _CLAUSE_PREPOSITIONS for m in own)]
    if not found:
        # "called on Israel to stop": parsers waver between complement and purpose.
        found = [k for k, own in marks if any(m.lemma == "to" for m in own)]
    return spread(sentence, found)
