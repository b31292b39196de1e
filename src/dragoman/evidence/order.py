# What word order says of an act of saying, where its tree is broken.
# Rule: news has few orders: "X said …", "…, X said.", "…, said X." They are used
#   only for words of pure saying, and only where grammar gave no content.
"""Content and speaker by word order."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.alphabet.calendar import WEEKDAYS
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token

#: Verbs after which whatever follows is said, and nothing else can follow.
SAYING = frozenset({"say", "add", "insist", "argue", "claim", "contend", "assert", "maintain"})
#: Verbs that take no object, so that a clause follows wherever its words look like one.
_CLAUSAL = frozenset({"insist", "argue", "contend", "maintain", "believe", "think", "hope"})
STOPS = frozenset({",", ";", ":", "–", "—", "(", "”", '"', "“"})
_CLOSING = frozenset({",", "”", '"', "?", "!"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "ADV"})
_STARTS = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "SCONJ"})
UNITS = frozenset(
    "week weekend month year morning afternoon evening night spring summer autumn fall winter".split()
)
_SCENES = frozenset("as after while when amid following hours days a two in before".split())
_MARKS_OF_SPEECH = frozenset({"“", "”", '"', ":", "''"})
_PARTS = frozenset({"compound", "nmod", "amod", "flat", "det"})
_RELATIVE = frozenset({"who", "which", "whose", "whom", "where", "that"})
_LONGEST_SUBJECT = 12  #: words in which the verb of what is said must come
FEWEST = 4  #: words of a content that no tree vouches for
_ADDRESSEE = 5  #: words from "told" to the mark behind whom it is told
_TAIL = 9  #: words after ", X said": when and where


def inserted(sentence: Sentence, clause: Clause) -> tuple[Span, Span | None] | None:
    """The words on both sides of ", critics say,", the longer ones first; not those behind "and"."""
    tokens, cue = sentence.tokens, clause.head
    closes = _closes(sentence, clause)
    if closes is None:
        return None
    opens = max((t.i for t in tokens[:cue] if t.text in (",", "”", '"')), default=None)
    if opens is None or cue - opens > _TAIL or opens < 1:
        return None
    between = [t for t in tokens[opens + 1 : cue] if t.text != "of"]
    if any(t.pos in ("VERB", "SCONJ", "CCONJ", "ADP") for t in between):
        return None
    if tokens[closes].text == ";":  # "…, analysts say; in May …": what follows is not theirs
        return Span(sentence.span.start, tokens[opens].span.start), None
    rest = tokens[closes + 1 :]
    if len(rest) < 2 or rest[0].text.endswith("ing") or rest[0].text in ("“", '"', "who", "which"):
        return None
    sides = (
        Span(sentence.span.start, tokens[opens].span.start),
        Span(rest[0].span.start, sentence.span.end),
    )
    if rest[0].text in ("and", "but"):
        return sides[0], None  # "…, officials said, and …": perhaps no words of theirs
    joined = not is_finite(rest) and is_finite(tokens[:opens])  # "…, X argued, invited by"
    longer = sides[0] if joined else max(sides, key=lambda s: s.end - s.start)
    return longer, sides[1] if longer is sides[0] else sides[0]


def _closes(sentence: Sentence, clause: Clause) -> int | None:
    """The comma right behind the cue, or behind whom it is told: ", he told parliament,"."""
    tokens, at = sentence.tokens, clause.head + 1
    if clause.lemma == "tell":
        while at < min(clause.head + _ADDRESSEE, len(tokens)) and tokens[at].pos in _NAMING:
            at += 1
    return at if at < len(tokens) and tokens[at].text in (",", ";") else None


def is_finite(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb or an auxiliary stands among *tokens*."""
    return any(t.pos == "AUX" or "VerbForm=Fin" in t.feats for t in tokens)


def spoken_between(sentence: Sentence, clause: Clause) -> int | None:
    """Who alone stands between a comma and the cue: ", she added,", ", officials said,"."""
    tokens, cue = sentence.tokens, clause.head
    if not (clause.lemma in SAYING or clause.lemma == "tell") or _closes(sentence, clause) is None:
        return None
    comma = max((t.i for t in tokens[max(0, cue - _TAIL) : cue] if t.text == ","), default=cue)
    who = tokens[comma + 1 : cue]
    if comma < 2 or any(t.pos not in _NAMING and t.relation != "case" for t in who):
        return None
    return head_of(who)


def unseated(sentence: Sentence, clause: Clause, content: Span | None) -> tuple[Span, int] | None:
    """Content and speaker of a cue whose subject the tree lost: "A memo seen by X says …".

    The words before the cue must be able to be a speaker: no finite verb of their own but
    in "who …", no quotation; of "In a film, X" those behind the comma.
    """
    tokens = sentence.tokens
    cue = clause.head
    lead = list(tokens[:cue])
    while lead and (lead[-1].text in (",", "–", "—") or lead[-1].pos in ("ADV", "AUX")):
        lead.pop()
    if lead and lead[0].pos == "CCONJ":
        lead = lead[1:]
    if lead and (lead[0].pos in ("ADP", "SCONJ") or any(t.text in UNITS for t in lead[:3])):
        comma = max((k for k, t in enumerate(lead) if t.text == ","), default=len(lead))
        lead = lead[comma + 1 :]
    pronoun = bool(lead) and lead[0].pos == "PRON" and len(lead) > 1  # "She urged …, proposed that"
    if (
        not lead
        or pronoun
        or clause.token.dep == "amod"
        or lead[-1].pos in ("CCONJ", "SCONJ", "ADP", "PART", "VERB")
    ):
        return None
    who = next((k for k, t in enumerate(lead) if t.text in _RELATIVE), len(lead))
    if any(t.text in _MARKS_OF_SPEECH for t in lead) or any(_is_main(t) for t in lead[:who]):
        return None
    first = next((t for t in lead if t.pos in NOMINAL and t.relation not in _PARTS), None)
    if first is None:
        return None
    if (rest := _following(sentence, clause)) is not None:
        return rest, first.i
    told = content is not None and content.start >= clause.token.span.end
    return (content, first.i) if told and content is not None else None


def _is_main(token: Token) -> bool:
    """Whether *token* can only be a verb of its own; "a memo [seen] by X says" has a participle."""
    past = token.text.endswith(("ed", "n", "d"))
    return token.pos == "AUX" or (
        token.pos == "VERB" and "VerbForm=Fin" in token.feats and not past
    )


def after(sentence: Sentence, clause: Clause) -> Span | None:
    """What follows in "X said … ", to the end of the sentence.

    There must be a verb in it, and a subject before the cue: "said a prayer" is no claim.
    """
    if not clause.slots.get("subject") or max(clause.slots["subject"]) > clause.head:
        return None
    return _following(sentence, clause)


def _following(sentence: Sentence, clause: Clause) -> Span | None:
    start = _that(sentence, clause.head)
    rest = sentence.tokens[start:]
    plain = clause.lemma == "say" or (_CLAUSAL.intersection(clause.lemmas) and begins(rest))
    if rest[0].text != "that" and (not plain or clause.head + 1 < start):
        return None  # "adding a few villages to the list"
    words = [t for t in rest if t.pos != "PUNCT"]
    opens = rest[0].pos in _STARTS or rest[0].text in ("neither", "either", "both")
    if len(words) < FEWEST or not opens or rest[0].text in WEEKDAYS:
        return None
    if rest[0].dep == "obj" and rest[0].pos == "PRON":
        if rest[0].text != "that" or rest[1].pos in ("VERB", "AUX", "PUNCT", "ADP"):
            return None
    if not any(t.pos in ("VERB", "AUX") for t in words[1:]):
        return None
    return Span(rest[0].span.start, sentence.span.end)


def begins(rest: Sequence[Token]) -> bool:
    """Whether a subject and its finite verb stand first: "its fighters still held …"."""
    for token in rest[:_LONGEST_SUBJECT]:
        if token.pos == "PUNCT" or token.text.lower() in _RELATIVE:
            return False
        if token.i > rest[0].i and token.dep == "mark":
            return False  # "We will maintain our aid until it leaves": nothing is argued
        if token.i > rest[0].i and (token.pos == "AUX" or "VerbForm=Fin" in token.feats):
            return True
    return False


def _that(sentence: Sentence, cue: int) -> int:
    """The token at which the content starts: after the cue, or at "that" after its addressee."""
    tokens = sentence.tokens
    start = cue + 1
    for token in tokens[start : start + _TAIL]:
        if token.pos in ("VERB", "AUX") or token.text in STOPS:
            break
        if token.text == "that":
            return token.i
    return min(start, len(tokens) - 1)


def before(sentence: Sentence, clause: Clause) -> tuple[Span, int] | None:
    """What stands before ", X said" or ", said X" at the end of a sentence, and X's token."""
    tokens, cue = sentence.tokens, clause.head
    closing = max((t.i for t in tokens[:cue] if t.text in _CLOSING), default=None)
    if closing is None or closing < FEWEST:
        return None
    speaker = named(sentence, cue, closing)
    if speaker is None:
        return None
    # "…, said X, who had led the talks": what follows a comma belongs to X.
    tail = tokens[max(cue, speaker) + 1 :]
    comma = next((k for k, t in enumerate(tail) if t.text == ","), len(tail))
    if speaker > cue or (comma > 0 and sets_the_scene(tail[comma + 1 :])):
        tail = tail[:comma]
    if sum(t.pos != "PUNCT" for t in tail) > _TAIL:
        return None
    if any(_is_own(sentence, t, speaker) for t in tail):
        return None
    left = tokens[:closing]
    doubled = any(t.relation == "nsubj" and t.head == cue for t in left)  # its verb is missed
    if not doubled and not any(t.pos in ("VERB", "AUX") for t in left):
        return None
    return Span(sentence.span.start, tokens[closing].span.start), speaker


def _is_own(sentence: Sentence, token: Token, speaker: int) -> bool:
    """Whether *token* is the verb of a clause of its own, and says nothing of the speaker."""
    if token.pos not in ("VERB", "AUX"):
        return False
    while token.relation not in ("acl", "advcl"):
        if token.head == token.i or token.head < speaker:
            return True
        token = sentence.tokens[token.head]
    return token.head < speaker


def clause_follows(sentence: Sentence, cue: int) -> bool:
    """Whether a clause follows the cue at once: what stands before it is then not said."""
    named = False
    for token in sentence.tokens[cue + 1 : cue + 1 + _LONGEST_SUBJECT]:
        if token.text == "that" and not named:
            return True
        if token.pos in ("PUNCT", "SCONJ") or token.text.lower() in _RELATIVE:
            return False
        if token.pos in ("VERB", "AUX") and token.relation not in ("amod", "acl", "compound"):
            return named and ("VerbForm=Fin" in token.feats or token.pos == "AUX")
        named |= token.pos in NOMINAL
    return False


def sets_the_scene(tokens: Sequence[Token]) -> bool:
    """Whether words after "X said on Friday," tell when and how it was said: ", as Israel …"."""
    return bool(tokens) and tokens[0].text.lower() in _SCENES


def named(sentence: Sentence, cue: int, closing: int) -> int | None:
    """The token that names who says it, between *closing* and the cue or right after the cue."""
    tokens = sentence.tokens
    between = [t for t in tokens[closing + 1 : cue] if t.pos != "PUNCT"]
    if between:
        if any(t.pos in ("VERB", "SCONJ", "CCONJ") for t in between):
            return None
        return head_of(between)
    after_cue: list[Token] = []
    for token in tokens[cue + 1 :]:
        if token.pos in ("VERB", "AUX", "ADP", "SCONJ", "PUNCT"):
            break
        after_cue.append(token)
    return head_of(after_cue)


def head_of(tokens: Sequence[Token]) -> int | None:
    """The first nominal whose governor lies outside of *tokens*."""
    inside = {t.i for t in tokens}
    for token in tokens:
        if token.pos in NOMINAL and (token.head not in inside or token.head == token.i):
            return None if token.text in WEEKDAYS else token.i
    if len(tokens) == 2 and tokens[0].pos == "DET" and tokens[1].pos == "ADJ":
        return tokens[1].i  # "the general": taken for an adjective
    return None
