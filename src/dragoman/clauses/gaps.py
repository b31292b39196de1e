# What a clause leaves out because another has said it.
# Rule 1: in a relative clause the noun above fills the one place that is empty.
# Rule 2: an infinitive or participle has the subject of the clause above, or its object where that
#   is whom the verb moves: "urged Chad to leave".
"""Subjects and objects that a clause borrows from the one above."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.clauses.control import AIMS, OWNING
from dragoman.clauses.inflection import lemmas
from dragoman.clauses.moods import is_passive
from dragoman.clauses.phrases import described, preposition, spread
from dragoman.clauses.ranked import holders, ranked

_DENYING = frozenset("contest deny dispute reject".split())
# What is said, and so can be denied itself.
_WORDS = frozenset(
    "accusation allegation assertion charge claim idea report rumor rumour statement suggestion testimony".split()
)
# Verbs whose subject gets what it deserves, or is said to.
_EARNING = frozenset(
    "attract draw earn face get incur meet provoke receive spark suffer trigger win".split()
)
#: Deals, and how one side comes to have one.
_DEALS = frozenset("accord agreement contract deal memorandum order pact".split())
_SIGNING = frozenset("clinch conclude ink reach seal secure sign strike win".split())
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
# Nouns whose bare relative clause says when, where or why, and leaves no object open.
_SETTINGS = frozenset(
    "time day week month year moment way reason place point hour morning night period".split()
)


@dataclass
class Subjects:
    """The subjects of the clauses read so far, by head."""

    doers: dict[int, tuple[int, ...]] = field(default_factory=dict)  #: who does it
    shown: dict[int, tuple[int, ...]] = field(default_factory=dict)  #: of whom it is told
    #: Of whom a predicate noun is said, who is not whose it is: "[Chad] is Niger's ally and …".
    topics: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def add(self, clause: Clause) -> None:
        """Enter a clause. In the passive it is told of whoever bears it: "Mali was hit by Chad and …"."""
        slots = clause.slots
        self.doers[clause.head] = slots.get("subject", ())
        told = "iobj" if clause.passive and "iobj" in slots else "object"
        self.shown[clause.head] = slots.get(told if clause.passive else "subject", ())
        if clause.kind == "noun" and "topic" in slots:
            self.topics[clause.head] = self.shown[clause.head] = slots["topic"]


# Words that stand for a noun just named, and what sets them beside it.
_ALIKE = frozenset({"kind", "one", "ones", "sort", "that", "those", "type"})
_BESIDE = frozenset({"as", "like", "of", "such", "to"})


def _compared(sentence: Sentence, word: Token) -> Token:
    """The noun that a word stands for: "weapons like [those] sent by Chad", "aid of the [kind]"."""
    case = sentence.child(word.i, "case")
    if word.text.lower() not in _ALIKE or case is None or case.text.lower() not in _BESIDE:
        return word
    above = sentence.tokens[word.head]
    if above.pos == "ADJ":  # "similar to those"
        above = sentence.tokens[above.head]
    if above.pos == "VERB":
        above = next((t for t in sentence.children(above.i, "obj") if t.i < word.i), word)
    return above if above.pos == "NOUN" and above.i < word.i else word


def relative_gaps(
    sentence: Sentence, token: Token, own: list[int], objects: list[int], passive: bool
) -> tuple[list[int], list[int]]:
    """Put the noun of a relative clause where its pronoun stands or its gap is."""
    if token.relation != "acl":
        return (_cleft(sentence, token) or own), objects
    noun = _compared(sentence, sentence.tokens[token.head])

    def resolve(indices: list[int]) -> list[int]:
        return [
            noun.i
            if sentence.tokens[k].text.lower() in _RELATIVE and sentence.tokens[k].pos != "NOUN"
            else k
            for k in indices
        ]

    if objects and _denies_all(sentence, token, noun):
        return own, []
    own, objects = resolve(own), resolve(objects)
    if token.dep == "acl:relcl":
        if own and not objects and noun.i not in own and not passive:
            bare = noun.lemma not in _SETTINGS and not sentence.child(token.i, "ccomp", "xcomp")
            bare = bare and not any(_is_of_whose(sentence, k) for k in own)
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


def _is_of_whose(sentence: Sentence, i: int) -> bool:
    """ "The carrier, [whose group] sailed": the gap is the owner's, and nothing is left for an object."""
    return any(t.text.lower() == "whose" for t in sentence.children(i, "nmod:poss"))


def _cleft(sentence: Sentence, token: Token) -> list[int]:
    """Who does it in "It was [Chad] that, with Mali, brokered …"."""
    name = sentence.tokens[token.head]
    if token.dep != "advcl:relcl" or sentence.child(name.i, "cop") is None or name.i > token.i:
        return []
    it = sentence.child(name.i, "expl")
    subject = sentence.child(token.i, "nsubj", "csubj", "nsubj:pass")
    if subject is not None and subject.text.lower() not in ("that", "which", "who"):
        return []
    return [name.i] if it is not None and it.text.lower() == "it" else []


def _denies_all(sentence: Sentence, token: Token, noun: Token) -> bool:
    """ "Pushed them into Turkish waters, [which] Greece denies": it denies the deed, and no water."""
    if token.lemma not in _DENYING or noun.lemma in _WORDS:
        return False
    which = [t for t in sentence.children(token.i, "obj") if t.text.lower() == "which"]
    return bool(which) and which[0].i > 0 and sentence.tokens[which[0].i - 1].text == ","


def relative_phrases(
    sentence: Sentence, token: Token, slots: dict[str, tuple[int, ...]]
) -> dict[str, tuple[int, ...]]:
    """Put the noun where its pronoun stands: "the accord, [from which] Chad withdrew"."""
    if token.relation != "acl":
        return slots
    return {
        slot: tuple(
            token.head if sentence.tokens[k].text.lower() in _RELATIVE else k for k in heads
        )
        for slot, heads in slots.items()
    }


def _aiming(sentence: Sentence, noun: Token) -> tuple[int, ...]:
    """Whose aim a noun is by its "of" phrase: "the efforts of the envoy to end the war"."""
    if noun.lemma not in AIMS or sentence.child(noun.i, "nmod:poss") is not None:
        return ()
    phrases = [t for t in sentence.children(noun.i, "nmod") if preposition(sentence, t.i) == "of"]
    return spread(sentence, [t.i for t in phrases])


def _blamed(sentence: Sentence, head: Token, token: Token) -> int | None:
    """Whom an act is held against that a clause with "for" tells."""
    if not any(m.lemma == "for" for m in sentence.children(token.i, "mark")):
        return None
    for phrase in sentence.children(head.i, "obl"):
        if phrase.i < token.i and preposition(sentence, phrase.i) in ("at", "on", "against"):
            return phrase.i if sentence.tokens[phrase.i].pos == "PROPN" else None
    return None


def _earning(sentence: Sentence, noun: Token, token: Token, subjects: Subjects) -> tuple[int, ...]:
    """Who has become or got something for a deed: "[Chad] is an outcast for attacking it"."""
    if not any(m.lemma == "for" for m in sentence.children(token.i, "mark")):
        return ()
    if sentence.child(noun.i, "cop") is not None:
        return spread(sentence, [t.i for t in sentence.children(noun.i, "nsubj")])
    verb = sentence.tokens[noun.head]
    earned = noun.dep == "obj" and bool(_EARNING & {*lemmas(verb.text, verb.lemma)})
    return subjects.doers.get(verb.i, ()) if earned or noun.dep == "xcomp" else ()


def _wished_for(sentence: Sentence, head: Token, token: Token) -> int | None:
    """Who is to do it: "the time has come for [Chad] to leave", "waited for [Chad] to leave"."""
    to = next((m for m in sentence.children(token.i, "mark") if m.lemma == "to"), None)
    if to is None or token.relation not in ("xcomp", "advcl"):
        return None
    for phrase in sentence.children(head.i, "obl"):
        near = phrase.i < to.i and max(sentence.subtree(phrase.i)) == to.i - 1
        if near and preposition(sentence, phrase.i) == "for":
            return phrase.i
    return None


def describes_before(sentence: Sentence, token: Token) -> bool:
    """Whether an adjective says something of the noun before it: "Japan, [wary] of China, …"."""
    after = token.pos == "ADJ" and token.relation == "amod" and token.head < token.i
    return after and sentence.child(token.i, "obl", "xcomp", "ccomp") is not None


def goes_on(sentence: Sentence, token: Token) -> Token | None:
    """The first of what is said of a subject, where an adjective goes on: "became an [ally] and close to …"."""
    if token.pos != "ADJ" or token.relation != "conj" or sentence.child(token.i, "obl") is None:
        return None
    first = sentence.tokens[token.head]
    said = first.dep == "xcomp" or sentence.child(first.i, "cop") is not None
    return first if said and first.i != token.i and first.pos in ("ADJ", "NOUN") else None


def _signers(sentence: Sentence, deal: Token, subjects: Subjects) -> tuple[int, ...] | None:
    """Who is bound by a deal that one side is said to have signed: "signed a deal [to deliver jets]"."""
    verb = sentence.tokens[deal.head]
    if deal.dep != "obj" or deal.lemma not in _DEALS or verb.lemma not in _SIGNING:
        return None
    doers = described(sentence, verb, [*subjects.doers.get(verb.i, ())])
    return doers if len(doers) == 1 else None


def controlled(sentence: Sentence, token: Token, subjects: Subjects) -> tuple[int, ...]:
    """The subject that a verb without one borrows from the clause above."""
    head = sentence.tokens[token.head]
    if head.i == token.i:
        return ()
    if (first := goes_on(sentence, token)) is not None and not sentence.child(token.i, "nsubj"):
        named = sentence.children(first.i, "nsubj")
        own = spread(sentence, [t.i for t in named])
        return own or (subjects.doers.get(first.head, ()) if first.dep == "xcomp" else ())
    if token.i > 1 and "VerbForm=Ger" in token.feats:
        before = sentence.tokens[token.i - 1]
        if before.text in _POSSESSIVE and before.head < before.i:
            # "complained about Japan's backing the plan"
            return (before.head,)
    if token.relation == "conj":
        if sentence.child(token.i, "nsubj"):
            return ()
        return subjects.shown.get(head.i, ())
    if describes_before(sentence, token):
        return spread(sentence, [head.i])
    if (noun := ranked(sentence, token)) is not None:
        return holders(sentence, noun)
    if (doer := _wished_for(sentence, head, token)) is not None:
        return spread(sentence, [doer])
    if token.dep == "acl":
        # "forces fighting in Syria" do the fighting; in "a plan to fight" its owner would.
        if "VerbForm=Inf" in token.feats or sentence.child(token.i, "mark"):
            if head.relation == "obj" and (given := sentence.child(head.head, "iobj")) is not None:
                # "gave Israel a free hand to strike": whoever is given it.
                return spread(sentence, [given.i])
            if head.dep == "obj" and sentence.tokens[head.head].lemma in OWNING:
                # "made a decision to leave", "has a policy of sending them back"
                if not any(sentence.children(head.i, "nmod:poss")):
                    return subjects.doers.get(head.head, ())
            if (signers := _signers(sentence, head, subjects)) is not None:
                return signers
            return (
                _aiming(sentence, head)
                or subjects.doers.get(head.i, ())
                or _earning(sentence, head, token, subjects)
            )
        return described(sentence, token, [head.i])
    if token.relation == "acl":
        return ()
    if token.relation in ("xcomp", "ccomp", "advcl"):
        receiver = sentence.child(head.i, "obj", "iobj")
        if token.dep == "xcomp" and receiver is not None:
            return spread(sentence, [receiver.i])
        given = sentence.child(head.i, "iobj")
        if given is not None and sentence.child(head.i, "obj") and "VerbForm=Inf" in token.feats:
            return spread(sentence, [given.i])
        if is_passive(sentence, head):
            promoted = sentence.child(head.i, "nsubj")
            if promoted is not None:
                return spread(sentence, [promoted.i])
            if head.relation == "xcomp":
                # "Chad remained committed [to helping]"
                return subjects.shown.get(head.head, ())
        if (
            token.relation == "advcl"
            and receiver is not None
            and any(
                m.lemma in ("of", "from", "for") or (m.lemma, head.lemma) == ("with", "charge")
                for m in sentence.children(token.i, "mark")
            )
        ):
            # "accused Iran of arming rebels", "barred it from selling": the object does it.
            return spread(sentence, [receiver.i])
        if token.relation == "advcl" and receiver is None:
            # "lashed out at Turkey for shooting it down": whoever is scolded did it.
            scolded = _blamed(sentence, head, token)
            if scolded is not None:
                return spread(sentence, [scolded])
        if (
            token.dep == "ccomp"
            and sentence.child(token.i, "nsubj") is None
            and "VerbForm=Fin" in token.feats
        ):
            return ()
        if token.relation == "advcl" and head.i in subjects.topics:
            return subjects.topics[head.i]
        return subjects.doers.get(head.i, ())
    return ()
