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
from dragoman.clauses.control import AIMS, OWNING
from dragoman.clauses.hyphens import doer_before, partners
from dragoman.clauses.inflection import lemmas

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "hardly", "without"})
_MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})
_DUTIES = frozenset({"must", "should"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "should"})
_INVERTED = frozenset({"had", "were", "should"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_PARTICLES = frozenset({"out", "away", "up", "down", "back", "off"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
# Nouns whose bare relative clause says when, where or why, and leaves no object open.
_SETTINGS = frozenset(
    "time day week month year moment way reason place point hour morning night period".split()
)
_CLAUSE_PREPOSITIONS = frozenset(
    {"of", "for", "from", "against", "about", "on", "into", "with", "in"}
)
_ADVERBS = frozenset("back home over forward away apart together out off up down in".split())
# Verbs that no news leaves without an object, unless in the passive of a headline.
_NEEDING_OBJECT = frozenset(
    "abduct arrest assassinate behead deport detain evict execute expel extradite free imprison injure jail kidnap kill "
    "massacre oust rescue sentence wound".split()
)
Slots = dict[str, tuple[int, ...]]


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """Return the clauses of *sentence*, in the order of their heads.

    Verbs, nouns, and adjectives or nouns that are predicates each give one;
    names and pronouns give none.
    """
    made = []
    subjects: dict[int, tuple[int, ...]] = {}
    # Outer clauses first, so that an infinitive finds the subject of its governor.
    for token in sorted(sentence.tokens, key=lambda t: _depth(sentence, t.i)):
        if token.pos == "VERB" or (token.pos == "AUX" and token.relation not in ("aux", "cop")):
            clause = _verb(sentence, token, subjects)
        elif token.pos == "ADJ" and (
            sentence.child(token.i, "cop") or token.dep in ("xcomp", "advcl")
        ):
            clause = _verb(sentence, token, subjects, kind="adjective")
        elif _is_noun(token) and token.relation != "compound":
            clause = _noun(sentence, token)
        else:
            continue
        subjects[token.i] = clause.slots.get("subject", ())
        made.append(clause)
    made += [duty for clause in made if (duty := _duty(clause)) is not None]
    return tuple(sorted(made, key=lambda c: c.head))


def _duty(clause: Clause) -> Clause | None:
    """The "must" or "should" of a main verb as a clause of its own: whoever says it asks for the act.

    Its subject is the verb's, its complement the verb. What should have been done, what is
    asked for in a question or holds under a condition, and the passive ask nobody.
    """
    sentence, own = clause.sentence, [*clause.sentence.children(clause.head, "aux")]
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


def _depth(sentence: Sentence, i: int) -> int:
    return sum(1 for _ in sentence.path_up(i))


def _spread(sentence: Sentence, heads: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(c for h in heads for c in sentence.conjuncts(h)))


def _preposition(sentence: Sentence, i: int) -> str | None:
    """The preposition of a phrase: "on" for "on Iran", "ahead of" for its fixed parts."""
    cases = list(sentence.children(i, "case"))
    if not cases:
        return None
    parts = [cases[0], *sentence.children(cases[0].i, "fixed")]
    if len(parts) == 1 and len(cases) > 1 and parts[0].text.lower() in _PARTICLES:
        parts.append(cases[1])
    return " ".join(p.text.lower() for p in parts)


def _verb(
    sentence: Sentence, token: Token, subjects: dict[int, tuple[int, ...]], kind: str = "verb"
) -> Clause:
    i = token.i
    passive = _is_passive(sentence, token)
    # "It is wrong that Chad left": what is wrong follows, and "it" is nobody.
    put_off = sentence.child(i, "expl") is not None and kind == "adjective"
    own = [t.i for t in sentence.children(i, "nsubj", *(() if put_off else ("csubj",)))]
    objects = [t.i for t in sentence.children(i, "obj")]
    slots, by, particles = _phrases(sentence, i, passive)
    if passive and not by:
        by = _stray_agent(sentence, i)
    receivers = [t.i for t in sentence.children(i, "iobj")]
    if len(objects) > 1 and not receivers:
        # "granted Ethiopia a loan": of two objects the first receives the second.
        receivers, objects = objects[:1], objects[1:]
    own, objects = _relative_gaps(sentence, token, own, objects, passive)
    if (doer := doer_before(sentence, token)) is not None:
        # "Turkish-backed fighters" are backed by Turkey.
        passive, by, own = True, [doer], [token.head]
    if passive:
        objects, own = (own or objects), by
        if objects and sentence.child(i, "obj") is not None:
            # "was handed the documents [by Oman]": the promoted one is the receiver.
            slots["iobj"] = _spread(sentence, objects)
            objects = [t.i for t in sentence.children(i, "obj")]
    subject = _spread(sentence, own)
    if not own and not passive and not put_off:
        subject = _controlled(sentence, token, subjects)
    if passive and not objects:
        objects = list(_controlled(sentence, token, subjects))
    slots["subject"] = subject
    slots["object"] = _spread(sentence, objects)
    if receivers:
        slots["iobj"] = _spread(sentence, receivers)
    if complement := _complements(sentence, i, put_off=put_off):
        slots["clause"] = complement
    governor, relation = _governor(sentence, token)
    return Clause(
        sentence=sentence,
        head=i,
        kind=kind,
        lemma=_lemmas(sentence, token, particles)[0],
        lemmas=_lemmas(sentence, token, particles),
        slots={k: v for k, v in slots.items() if v},
        passive=passive,
        negated=_is_negated(sentence, token),
        modals=_modals(sentence, token),
        conditional=_is_conditional(sentence, token),
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
    below = [p for t in adverbs for p in sentence.children(t.i, "obl", "nmod")]
    for phrase in (*sentence.children(i, "obl", "nmod"), *below):
        preposition = _preposition(sentence, phrase.i)
        if preposition is None:
            continue
        if passive and (agents := _agents(sentence, phrase, preposition)):
            by += agents
            continue
        particle, _, last = preposition.partition(" ")
        if last and particle in _PARTICLES:
            # "pulled [out of] the talks": a particle and a preposition, to the lexicon.
            particles.append(particle)
            slots[last] = slots.get(last, ()) + _spread(sentence, [phrase.i])
        else:
            slots[preposition] = slots.get(preposition, ()) + _spread(sentence, [phrase.i])
    return slots, by, particles


def _agents(sentence: Sentence, phrase: Token, preposition: str) -> list[int]:
    """Who does what is told in the passive: "killed by Chad", "killed at the hands of Chad"."""
    if preposition == "at" and phrase.text.lower() in ("hand", "hands"):
        return [t.i for t in sentence.children(phrase.i, "nmod")]
    return [phrase.i] if preposition == "by" else []


def _is_stray_particle(sentence: Sentence, i: int) -> bool:
    """ "ruled out sending", "handed over the port": a particle hung on what follows it."""
    after = sentence.tokens[i + 1]
    if after.text.lower() not in _PARTICLES | {"over"} or after.relation not in ("mark", "case"):
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
        preposition = _preposition(sentence, phrase.i)
        if phrase.dep == "nmod:poss" or preposition is None:
            continue
        if preposition == "by":
            doers.append(phrase.i)
        key = "object" if preposition == "of" else preposition
        slots[key] = slots.get(key, ()) + _spread(sentence, [phrase.i])
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
        doers = modifiers
    judged = _judged(sentence, token)
    if sentence.child(judged, "cop") and _preposition(sentence, i) != "under":
        # "Fiji is under threat" is none.
        if own := [t.i for t in sentence.children(judged, "nsubj")]:
            slots["topic"] = _spread(sentence, own)
    slots["subject"] = _spread(sentence, doers)
    if complement := tuple(t.i for t in sentence.children(i, "acl") if t.dep == "acl"):
        slots["clause"] = complement
    governor, relation = _governor(sentence, token)
    return Clause(
        sentence=sentence,
        head=i,
        kind="noun",
        lemma=_lemmas(sentence, token)[0],
        lemmas=_lemmas(sentence, token),
        slots={k: v for k, v in slots.items() if v},
        negated=any(t.lemma == "no" for t in sentence.children(i, "det"))
        or _is_negated(sentence, token),
        modals=_modals(sentence, token),
        conditional=_is_conditional(sentence, token),
        finite=sentence.child(i, "cop") is not None,
        governor=governor,
        relation=relation,
    )


def _judged(sentence: Sentence, token: Token) -> int:
    """Where a predicate noun has its subject: on "one" in "Chad is one of our allies"."""
    above = sentence.tokens[token.head]
    portion = token.relation == "nmod" and above.text.lower() in ("one", "among", "part")
    return above.i if portion and _preposition(sentence, token.i) == "of" else token.i


def _stray_agent(sentence: Sentence, i: int) -> list[int]:
    """The *by* phrase that a parser hung one word too low.

    "Syria was supplied with missiles by Russia", "the killing of soldiers by
    rebels": a person or state after *by* at the end acts, it does not make missiles.
    """
    for child in sentence.children(i, "obl", "nmod", "obj", "xcomp", "advmod"):
        for below in sentence.children(child.i, "nmod", "obl"):
            if below.i > i and _preposition(sentence, below.i) == "by":
                return [below.i]
    return []


def _lemmas(sentence: Sentence, token: Token, particles: Iterable[str] = ()) -> tuple[str, ...]:
    found = lemmas(token.text, token.lemma)
    own = [t.text.lower() for t in sentence.children(token.i, "compound:prt")]
    joined = [f"{lemma} {particle}" for particle in (*own, *particles) for lemma in found]
    return (*joined, *found)


def _is_passive(sentence: Sentence, token: Token) -> bool:
    if token.pos == "ADJ":
        return False
    if sentence.child(token.i, "nsubj:pass", "aux:pass", "csubj:pass"):
        return True
    # "weapons supplied by Iran", "hit by drones, the port closed": a bare past participle.
    bare = token.relation in ("acl", "advcl", "conj", "xcomp") and not sentence.child(
        token.i, "nsubj", "aux"
    )
    if bare and "Tense=Past" in token.feats and not _goes_on(sentence, token):
        if "VerbForm=Part" in token.feats or sentence.child(token.i, "obl:agent"):
            return True
    return _lacks_its_object(sentence, token)


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """Whether a participle is as active as the verb before it: "has shelled towns and [killed] monks"."""
    if token.relation != "conj" or sentence.child(token.i, "obj") is None:
        return False
    return sentence.child(token.head, "aux:pass", "nsubj:pass") is None


def _lacks_its_object(sentence: Sentence, token: Token) -> bool:
    """Whether a verb that needs an object has none: "Two soldiers killed in Syria" killed nobody."""
    if "Tense=Past" not in token.feats or token.relation == "acl":
        return False
    if not _NEEDING_OBJECT.intersection(lemmas(token.text, token.lemma)):
        return False
    if sentence.child(token.i, "obj", "iobj", "ccomp", "aux", "compound:prt", "nsubj:pass"):
        return False
    # "killed and wounded twenty people": the second verb has the object of both.
    return not any(sentence.child(v, "obj") for v in sentence.conjuncts(token.i)[1:])


def _is_negated(sentence: Sentence, token: Token) -> bool:
    for child in sentence.children(token.i, "advmod", "det", "cc:preconj", "case", "mark"):
        if child.text.lower() in _NEGATIONS:
            return True
    # "no country has sent arms": a negative subject or object denies the act.
    for child in sentence.children(token.i, "nsubj", "obj"):
        before = sentence.children(child.i, "det", "cc:preconj", "advmod")
        if any(t.text.lower() in ("no", "neither") for t in before):
            return True
        if child.text.lower() in ("nobody", "none", "nothing"):
            return True
    return _is_yet_to_come(sentence, token)


def _is_yet_to_come(sentence: Sentence, token: Token) -> bool:
    """ "has yet to recognise", "is yet to send": not so far."""
    if not any(t.text.lower() == "to" for t in sentence.children(token.i, "mark")):
        return False
    above = sentence.tokens[token.head]
    governed = above.lemma in ("have", "be") and token.relation != "conj"
    own = any(t.lemma == "be" for t in sentence.children(token.i, "aux", "cop"))
    over = [above] if governed else []
    return any(
        t.text.lower() == "yet"
        for verb in (*over, *([token] if own else []))
        for t in sentence.children(verb.i, "advmod")
    )


def _modals(sentence: Sentence, token: Token) -> tuple[str, ...]:
    own = tuple(
        t.lemma.lower()
        for t in sentence.children(token.i, "aux")
        if t.lemma.lower() in _MODALS or t.text.lower() in _MODALS
    )
    if not own and token.relation == "conj":
        # "could attack and destroy": the second verb stands under the first one's modal.
        head = sentence.tokens[token.head]
        if not sentence.child(token.i, "nsubj", "aux"):
            return _modals(sentence, head) if head.i != token.i else ()
    return own


def _is_conditional(sentence: Sentence, token: Token) -> bool:
    if any(t.text.lower() in _CONDITIONS for t in sentence.children(token.i, "mark")):
        return True
    # "Had China sent weapons, …", "Did China send weapons?": an auxiliary before the subject.
    subject = sentence.child(token.i, "nsubj", "nsubj:pass")
    if subject is None:
        return False
    first = [
        t.text.lower()
        for t in sentence.children(token.i, "aux", "aux:pass")
        if t.i < min(subject.i, token.i) and t.i < sentence.subtree(subject.i)[0]
    ]
    if sentence.tokens[-1].text == "?":
        return bool(first)
    below = token.relation in ("advcl", "ccomp", "parataxis")
    return below and any(word in _INVERTED for word in first)


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
    found += [
        t.i
        for t in sentence.children(i, "advcl")
        if any(m.lemma in _CLAUSE_PREPOSITIONS for m in sentence.children(t.i, "mark"))
    ]
    if not found:
        # "called on Israel to stop": parsers waver between complement and purpose.
        found = [
            t.i
            for t in sentence.children(i, "advcl")
            if any(m.lemma == "to" for m in sentence.children(t.i, "mark"))
        ]
    return _spread(sentence, found)


def _relative_gaps(
    sentence: Sentence, token: Token, own: list[int], objects: list[int], passive: bool
) -> tuple[list[int], list[int]]:
    """Put the noun of a relative clause where its pronoun stands or its gap is."""
    if token.relation != "acl":
        return own, objects
    noun = sentence.tokens[token.head]

    def resolve(indices: list[int]) -> list[int]:
        return [
            noun.i
            if sentence.tokens[k].text.lower() in _RELATIVE and sentence.tokens[k].pos != "NOUN"
            else k
            for k in indices
        ]

    own, objects = resolve(own), resolve(objects)
    if token.dep == "acl:relcl":
        if own and not objects and noun.i not in own and not passive:
            bare = noun.lemma not in _SETTINGS and not sentence.child(token.i, "ccomp", "xcomp")
            relative = any(
                t.text.lower() in ("where", "when", "why") for t in sentence.children(token.i)
            )
            oblique = any(
                t.text.lower() in _RELATIVE for p in sentence.children(token.i, "obl") for t in [p]
            )
            if bare and not relative and not oblique:
                objects = [noun.i]
    elif passive and not own:
        own = [noun.i]
    return own, objects


def _aiming(sentence: Sentence, noun: Token) -> tuple[int, ...]:
    """Whose aim a noun is by its "of" phrase: "the efforts of the envoy to end the war"."""
    if noun.lemma not in AIMS or sentence.child(noun.i, "nmod:poss") is not None:
        return ()
    phrases = [t for t in sentence.children(noun.i, "nmod") if _preposition(sentence, t.i) == "of"]
    return _spread(sentence, [t.i for t in phrases])


def _blamed(sentence: Sentence, head: Token, token: Token) -> int | None:
    """Whom an act is held against that a clause with "for" tells."""
    if not any(m.lemma == "for" for m in sentence.children(token.i, "mark")):
        return None
    for phrase in sentence.children(head.i, "obl"):
        if phrase.i < token.i and _preposition(sentence, phrase.i) in ("at", "on", "against"):
            return phrase.i if sentence.tokens[phrase.i].pos == "PROPN" else None
    return None


def _controlled(
    sentence: Sentence, token: Token, subjects: dict[int, tuple[int, ...]]
) -> tuple[int, ...]:
    """The subject that a verb without one borrows from the clause above."""
    head = sentence.tokens[token.head]
    if head.i == token.i:
        return ()
    if token.i > 1 and "VerbForm=Ger" in token.feats:
        before = sentence.tokens[token.i - 1]
        if before.text in _POSSESSIVE and before.head < before.i:
            # "complained about Japan's backing the plan"
            return (before.head,)
    if token.relation == "conj":
        if sentence.child(token.i, "nsubj"):
            return ()
        return subjects.get(head.i, ())
    if token.dep == "acl":
        # "forces fighting in Syria" do the fighting; in "a plan to fight" its owner would.
        if "VerbForm=Inf" in token.feats or sentence.child(token.i, "mark"):
            if head.relation == "obj" and (given := sentence.child(head.head, "iobj")) is not None:
                # "gave Israel a free hand to strike": whoever is given it.
                return _spread(sentence, [given.i])
            if head.dep == "obj" and sentence.tokens[head.head].lemma in OWNING:
                # "made a decision to leave", "has a policy of sending them back"
                if not any(sentence.children(head.i, "nmod:poss")):
                    return subjects.get(head.head, ())
            return _aiming(sentence, head) or subjects.get(head.i, ())
        return _spread(sentence, [head.i])
    if token.relation == "acl":
        return ()
    if token.relation in ("xcomp", "ccomp", "advcl"):
        receiver = sentence.child(head.i, "obj", "iobj")
        if token.dep == "xcomp" and receiver is not None:
            return _spread(sentence, [receiver.i])
        given = sentence.child(head.i, "iobj")
        if given is not None and sentence.child(head.i, "obj") and "VerbForm=Inf" in token.feats:
            return _spread(sentence, [given.i])
        if _is_passive(sentence, head):
            promoted = sentence.child(head.i, "nsubj")
            if promoted is not None:
                return _spread(sentence, [promoted.i])
        if (
            token.relation == "advcl"
            and receiver is not None
            and any(m.lemma in ("of", "from", "for") for m in sentence.children(token.i, "mark"))
        ):
            # "accused Iran of arming rebels", "barred it from selling": the object does it.
            return _spread(sentence, [receiver.i])
        if token.relation == "advcl" and receiver is None:
            # "lashed out at Turkey for shooting it down": whoever is scolded did it.
            scolded = _blamed(sentence, head, token)
            if scolded is not None:
                return _spread(sentence, [scolded])
        if (
            token.dep == "ccomp"
            and sentence.child(token.i, "nsubj") is None
            and "VerbForm=Fin" in token.feats
        ):
            return ()
        return subjects.get(head.i, ())
    return ()
