# Voice, polarity and mood of a predicate. Grammar only: what they make of an act is events/status.py's.
"""Is it passive, denied, possible, conditional? Read from the words around a predicate."""

from __future__ import annotations

from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.clauses.inflection import lemmas

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "nor", "neither", "hardly", "without"})
MODALS = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})
_PLANNED = frozenset({"about", "bound", "due", "likely", "set", "sure"})
_SUPPOSING = frozenset({"provided", "providing", "assuming", "supposing", "suppose", "imagine"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "should"})
#: "Is to blame" and "is to be seen" judge what is.
_TO_BLAME = frozenset({"blame", "see", "find", "thank"})
_INVERTED = frozenset({"had", "were", "should"})
# Verbs that no news leaves without an object, unless in the passive of a headline.
_NEEDING_OBJECT = frozenset(
    "abduct arrest assassinate behead capture deport detain evict execute expel extradite free imprison injure jail kidnap kill "
    "massacre oust rescue sentence wound".split()
)


_GUILT = frozenset({"blame", "date", "thank"})


#: Of these words one must stand in a sentence that denies, leaves open or supposes anything.
_DENYING = _NEGATIONS | {"nobody", "none", "nothing", "yet"}
_LEAVING_OPEN = MODALS | {"to"}
_OPENING = _CONDITIONS | _SUPPOSING | _INVERTED | {"case", "event", "how"}

#: Base forms that are past forms as well, and nouns in the singular that have a verb in the plural.
_LIKE_PAST = frozenset(
    "beat bid burst cast cost cut hit hurt let put quit rid set shed shut split spread".split()
)
_MANY = frozenset({"majority", "number", "people", "police", "staff"})


def is_passive(sentence: Sentence, token: Token) -> bool:
    """Whether a verb is in the passive, with or without its auxiliary."""
    if token.pos == "ADJ":
        return False
    if sentence.child(token.i, "aux:pass"):
        return True
    if _is_perfect(sentence, token):
        return False
    if sentence.child(token.i, "nsubj:pass", "csubj:pass"):
        return True
    # "weapons supplied by Iran", "hit by drones, the port closed": a bare past participle.
    bare = token.relation in ("acl", "advcl", "conj", "xcomp") and not sentence.child(
        token.i, "nsubj", "aux"
    )
    if token.relation == "conj" and bare:
        # "spoke to both sides and [called] for calm": joined to what somebody does himself.
        first = sentence.tokens[token.head]
        bare = first.pos != "VERB" or not _is_active(sentence, first)
    if bare and "Tense=Past" in token.feats and not _goes_on(sentence, token):
        if "VerbForm=Part" in token.feats or sentence.child(token.i, "obl:agent"):
            return True
        if token.dep == "acl" and not sentence.child(token.i, "obj", "ccomp", "xcomp", "mark"):
            return True  # "a man [jailed] in Oslo": whatever its form is taken for
    return _lacks_its_object(sentence, token)


def _is_perfect(sentence: Sentence, token: Token) -> bool:
    """Whether "have" alone stands before a verb: "had spoken by telephone", not "had been spoken to"."""
    auxiliaries = sentence.children(token.i, "aux")
    return bool(auxiliaries) and auxiliaries[-1].lemma == "have"


def _is_active(sentence: Sentence, verb: Token) -> bool:
    """Whether a finite past has its own subject and nothing of a passive: "The envoy [spoke]"."""
    if "VerbForm=Part" in verb.feats or sentence.child(verb.i, "aux:pass", "nsubj:pass", "aux"):
        return False
    return "Tense=Past" in verb.feats and sentence.child(verb.i, "nsubj") is not None


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """Whether a participle is as active as the verb before it: "has shelled towns and [killed] monks".

    With an object that is plain; without one, where the verb before it is finite and active: "rebuffed
    the envoy and [called] on others to stop".
    """
    if token.relation != "conj" or sentence.child(token.head, "aux:pass", "nsubj:pass"):
        return False
    if sentence.child(token.i, "obj") is not None:
        return True
    before = sentence.tokens[token.head]
    finite = "VerbForm=Fin" in before.feats or _is_perfect(sentence, before)
    active = before.pos == "VERB" and finite
    alone = not sentence.child(token.i, "obl:agent", "nsubj", "nsubj:pass")
    return active and alone and _follows_subject(sentence, before)


def _follows_subject(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has a subject and an object or complement of its own, so that it is no participle."""
    if sentence.child(verb.i, "nsubj") is None:
        return False
    return sentence.child(verb.i, "obj", "iobj", "xcomp", "ccomp") is not None


def _lacks_its_object(sentence: Sentence, token: Token) -> bool:
    """Whether a verb that needs an object has none: "Two soldiers killed in Syria" killed nobody."""
    if "Tense=Past" not in token.feats or token.relation == "acl":
        return False
    if not _NEEDING_OBJECT.intersection(lemmas(token.text, token.lemma)):
        return False
    if sentence.child(token.i, "obj", "iobj", "ccomp", "aux", "compound:prt", "nsubj:pass"):
        return False
    # "killed and wounded twenty people": one of the verbs has the object of both.
    first = sentence.tokens[token.head]
    if token.relation == "conj" and any(t.i > token.i for t in sentence.children(first.i, "obj")):
        return False
    return not any(sentence.child(v, "obj") for v in sentence.conjuncts(token.i)[1:])


def is_negated(sentence: Sentence, token: Token) -> bool:
    """Whether a word beside the predicate denies it: "never", "no", "has yet to"."""
    if sentence.words.isdisjoint(_DENYING):
        return False
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


def modals(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """The modal verbs above a predicate, in lower case: "could", "must"."""
    if sentence.words.isdisjoint(_LEAVING_OPEN):
        return ()
    own = tuple(
        t.lemma.lower()
        for t in sentence.children(token.i, "aux")
        if t.lemma.lower() in MODALS or t.text.lower() in MODALS
    )
    if not own and (arranged := _arranged(sentence, token)):
        return (arranged,)
    if not own and token.relation == "conj":
        # "could attack and destroy": the second verb stands under the first one's modal.
        head = sentence.tokens[token.head]
        if not sentence.child(token.i, "nsubj", "aux"):
            return modals(sentence, head) if head.i != token.i else ()
    return own or _appointed(sentence, token)


def _appointed(sentence: Sentence, token: Token) -> tuple[str, ...]:
    """ "Chad is to withdraw": what is laid down for later, told as a modal. "Chad is to blame" is none."""
    if token.pos != "VERB" or token.lemma in _TO_BLAME:
        return ()
    marks = sentence.children(token.i, "mark")
    if not any(t.text.lower() == "to" for t in marks):
        return ()
    if any(t.lemma == "be" for t in sentence.children(token.i, "cop", "aux")):
        return ("be to",)
    above = sentence.tokens[token.head]
    governed = token.relation == "xcomp" and above.lemma == "be" and above.pos == "AUX"
    return ("be to",) if governed else ()


def _arranged(sentence: Sentence, token: Token) -> str | None:
    """The word by which a verb is only planned: "is to meet", "is [due] to meet"; not "is to blame"."""
    if token.pos != "VERB" or token.lemma.lower() in _GUILT:
        return None
    if "VerbForm=Inf" not in token.feats and token.text.lower() != token.lemma:
        return None
    marks = [t for t in sentence.children(token.i, "mark") if t.i < token.i]
    be = [t for t in sentence.children(token.i, "cop", "aux") if t.lemma == "be"]
    if not marks or not be or be[0].i > marks[0].i:
        return None
    fixed = [t for m in marks for t in (m, *sentence.children(m.i, "fixed"))]
    if not any(t.text.lower() == "to" for t in fixed):
        return None
    return next((t.lemma.lower() for t in fixed if t.lemma.lower() in _PLANNED), "be to")


def _is_case(sentence: Sentence, token: Token) -> bool:
    """Whether it is what "in case", "in the event that" or "provided that" opens."""
    above = sentence.tokens[token.head]
    if token.relation == "acl" and above.lemma.lower() in ("event", "case"):
        opens = sentence.child(above.i, "case")
        return opens is not None and sentence.child(token.i, "mark") is not None
    if token.relation == "ccomp" and above.text.lower() in _SUPPOSING:
        return sentence.child(above.i, "nsubj", "aux", "cop") is None
    marks = sentence.children(token.i, "mark")
    return any(
        fixed.lemma.lower() == "case" for m in marks for fixed in sentence.children(m.i, "fixed")
    )


def _first_joined(sentence: Sentence, token: Token) -> Token:
    """The first of verbs that share their subject: "if Chad [stops] the raids and frees the men"."""
    while token.relation == "conj" and token.pos == "VERB" and token.head < token.i:
        first = sentence.tokens[token.head]
        if first.pos != "VERB" or sentence.child(token.i, "nsubj", "nsubj:pass", "mark"):
            break
        token = first
    return token


def is_conditional(sentence: Sentence, token: Token) -> bool:
    """Whether a predicate stands in a condition or a question."""
    if sentence.tokens[-1].text != "?" and sentence.words.isdisjoint(_OPENING):
        return False
    opening = _first_joined(sentence, token)
    if any(t.text.lower() in _CONDITIONS for t in sentence.children(opening.i, "mark")):
        return True
    if _is_case(sentence, token):
        return True
    if token.pos == "ADJ" and "how" in sentence.words:
        # "It is unclear how willing Chad is": nobody knows whether it is.
        if any(t.text.lower() == "how" for t in sentence.children(token.i, "advmod")):
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


def is_subjunctive(clause: Clause) -> bool:
    """Whether a clause with "that" has a base form beside one who would have the form in -s: "that Chad leave"."""
    sentence, token = clause.sentence, clause.token
    text = token.text.lower()
    if clause.kind != "verb" or text != clause.lemma or text in _LIKE_PAST:
        return False
    if clause.passive or sentence.children(clause.head, "aux", "cop"):
        return False
    marks = [t.text.lower() for t in sentence.children(clause.head, "mark")]
    subjects = sentence.children(clause.head, "nsubj")
    if marks != ["that"] or len(subjects) != 1 or sentence.child(subjects[0].i, "conj"):
        return False
    one = subjects[0]
    plural = "Number=Plur" in one.feats and one.pos != "PROPN"
    return one.pos in ("NOUN", "PROPN") and not plural and one.lemma not in _MANY
