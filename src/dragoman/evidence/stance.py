# How firmly it is said: a plain "said" leads into demands, promises, denials alike.
# Rule 1: only words of neutral saying and "warn" are looked into; "denied" and
#   "urged" say themselves what they are.
# Rule 2: the main clause of the content decides: its modal verb, its subject, its
#   negation; a word of accusation counts where nothing denies it.
# Rule 3: what the speaker says of himself he promises or threatens; of others,
#   he predicts.
"""The stance of a claim, from its cue and from what is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, kinds
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import bases
from dragoman.evidence.cues import load_cues

_KINDS = (
    "accusing", "condemning", "denying", "striking", "harming", "grave", "boasting", "implicated",
    "likely", "unjust",
)  # fmt: skip
_NEEDS = frozenset({"must", "should", "ought"})
_COMING = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_MAYBE = frozenset({"may", "might", "could", "can"})
_PERHAPS = frozenset({"may", "might", "could"})
#: Words by which a report of others is passed on as it is, but for what is still to come.
_PASSING = frozenset({"report", "show", "indicate", "reveal"})
_SELF = frozenset({"i", "we"})
_BODIES = frozenset("country government army state nation administration party troops".split())
_MINE = frozenset({"my", "our"})
_HIS = frozenset({"his", "her", "its", "their"})
_OWN = frozenset({"i", "we", "it", "he", "she", "they"})
#: Words that pass on what is so, whatever modal verb it has.
_FACTUAL = frozenset(
    "report note find show reveal confirm recall acknowledge admit know learn hear understand "
    "document discover disclose detail publish broadcast realize realise point".split()
)
_STATE = re.compile(r"(?!UNO|ICC|NGO|IGO|IMG|ISM|UNK|EUR)[A-Z]{3}(?:-|$)")
_NOT = frozenset({"not", "n't", "n’t", "never", "no", "nothing", "neither", "nor"})
_TIME_TO = re.compile(
    r"(?:it (?:is|was|’s|'s) (?:high |past )?time|(?:the )?time (?:has|had) come|let us|let[’']s)\b",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(
    r"there (?:is|was|were|are|has been|had been) (?:absolutely )?no "
    r"(?:evidence|proof|truth|basis|such|sign|plan|plans|intention)\b",
    re.IGNORECASE,
)
_NO_COMMENT = re.compile(
    r"no comment\b|(?:that )?(?:we|i|it|the \w+) (?:do|does|did|will|would)(?: not|n[’']t) comment\b",
    re.I,
)
_AT_FAULT = re.compile(r"\bb(?:ear|ears|ore) (?:\w+ )?responsibility\b", re.I)
_BEST = re.compile(
    r"\bthan (?:ever|any|anyone)\b|\bno (?:one|body|army|power|enemy|country|other \w+) (?:can|could|has|is)\b"
    r"|\bmost (?:powerful|advanced|modern|accurate|lethal|sophisticated|capable|effective|formidable)\b",
    re.IGNORECASE,
)
#: Words by which somebody shows what is his: with praise they boast.
_SHOWING_OFF = frozenset({"hail", "tout", "trumpet", "herald"})
#: Words that also ask for an act: "insisted that Iran free him".
_INSISTING = frozenset({"insist", "suggest"})
#: Promises that are threats where they tell of a blow.
_VOWS = frozenset({"vow", "swear", "promise", "pledge"})
#: Words that need more than "we" to be what they say: "we reject the draft", "we offer our help".
_NO_DEEDS = frozenset({"reject", "offer", "refuse", "decline", "press", "push", "order"})
#: Words of telling that ask for an act before an infinitive: "told them to leave".
_ORDERING = frozenset({"tell", "advise", "caution", "counsel"})
_NONE_OF = re.compile(
    r"(?:that )?(?:none|no one|nobody|neither) of (?:its|our|his|their|my)\b", re.I
)
_ASKS = re.compile(r"(?:whether|if|why|what|who|when|where|how)\b", re.IGNORECASE)
_HEAVY = re.compile(
    r"\b(?:pay(?:ing)? (?:a|the|any) (?:\w+ )*price|met with (?:\w+ )*(?:force|fire|response)"
    r"|(?:suffer|face) (?:\w+ )*(?:consequences|retaliation|reprisals|revenge|response)"
    r"|regret (?:it|this|that))\b",
    re.IGNORECASE,
)


@cache
def load_stances() -> dict[str, str]:
    """Words of content by lemma and what they make of it.

    Raises: AlmanacError for a kind that is none.
    """
    return dict(kinds(ALMANAC / "evidence" / "stances.csv", _KINDS))


def stance_of(
    text: str,
    sentence: Sentence,
    cue: str,
    lemma: str,
    content: Span,
    quoted: bool,
    subject: tuple[int, ...] = (),
    code: str | None = None,
    same: Callable[[int], bool] | None = None,
) -> str:
    """The stance of *content*, said with the word *lemma* whose usual stance is *cue*.

    *subject* are the tokens that head the speaker, *code* is his code; *same* tells whether a
    token names his own state: a minister who says that his country will answer promises it.
    """
    said = [t for t in sentence.tokens if content.holds(t.span) and t.pos != "PUNCT"]
    words = content.of(text)
    if lemma == "ask":
        asked = _ASKS.match(words) or words.rstrip('”" ').endswith("?") or _question(text, content)
        return "questions" if asked else cue
    if not said:
        return cue
    clause = _Said(sentence, said, quoted, subject, same)
    if cue == "promises" and lemma in _VOWS and clause.has("harming", [clause.top]):
        return "threatens" if not clause.negated and not clause.passive else cue
    if cue == "threatens":
        return _warning(clause, lemma, _STATE.match(code or "") is not None)
    if cue != "asserts":
        return cue
    if lemma in _ORDERING and clause.told_to:
        return "demands"
    if lemma in _FACTUAL:
        coming = lemma in _PASSING and clause.aux & _COMING and not clause.himself
        return "predicts" if coming else cue
    if lemma in _INSISTING and clause.wished:
        return "demands"
    if lemma in _SHOWING_OFF:
        return "boasts" if clause.has("boasting") or clause.his_own or _BEST.search(words) else cue
    if lemma in ("call", "describe", "brand", "label", "dub"):
        if clause.has("denying"):
            return "denies"
        charged = clause.has("accusing") or clause.has("condemning")
        return "accuses" if charged else cue
    return _plain(clause, words, text, content)


def _question(text: str, content: Span) -> bool:
    return "?" in text[content.end - 1 : content.end + 1]


class _Said:
    """The main clause of what is said."""

    def __init__(
        self,
        sentence: Sentence,
        said: list[Token],
        quoted: bool,
        subject: tuple[int, ...],
        same: Callable[[int], bool] | None,
    ) -> None:
        inside = {t.i for t in said}
        tops = [
            t
            for t in said
            if (t.head not in inside or t.head == t.i) and t.relation not in ("cc", "mark")
        ]
        own = [t for t in tops if sentence.child(t.i, "nsubj") is not None]
        self.top = (own or [t for t in tops if t.pos == "VERB"] or tops or said)[0]
        self.quoted = quoted
        self.said = said
        self.text = " ".join(t.text for t in said)
        self.first = said[0]
        below = list(sentence.children(self.top.i))
        self.aux = {t.text.lower() for t in below if t.relation == "aux" and t.i in inside}
        self.negated = any(t.text.lower() in _NOT for t in below if t.i in inside)
        found = next((t for t in below if t.relation == "nsubj"), None)
        self.of = sentence
        self.after = [t for t in said if t.i > self.top.i]
        self.his_own = any(t.text.lower() in _HIS | _MINE for t in said)
        self.subject = found.text.lower() if found is not None and found.i in inside else ""
        self.passive = found is not None and found.dep == "nsubj:pass"
        one = (
            found is not None
            and found.pos in ("NOUN", "PROPN")
            and "Number=Plur" not in found.feats
        )
        self.wished = one and not self.aux and _bare(self.top)
        marks = [t for t in below if t.relation == "mark" and t.i in inside]
        self.told_to = any(t.text.lower() == "to" for t in marks)
        self.perfect = "have" in {t.lemma for t in below if t.relation == "aux"}
        plural = any("Number=Plur" in sentence.tokens[i].feats for i in subject)
        conjoined = any(sentence.child(i, "conj") is not None for i in subject)
        many = plural or conjoined
        pronouns = {"they", "we"} if many else {"it", "he", "she", "we", "i"}
        self.himself = self.subject in (_SELF if quoted else pronouns)
        owner = sentence.child(found.i, "nmod:poss") if found is not None else None
        #: what is his: "our units", "its aircraft"
        self.owned = owner is not None and owner.text.lower() in (_MINE if quoted else _HIS)
        if found is not None and found.lemma.lower() in _BODIES:  # "his country would"
            self.himself |= self.owned
        named = found is not None and found.i in inside and same is not None
        self.own_state = named and found is not None and same is not None and same(found.i)
        if self.own_state:
            self.himself = True

    def has(self, kind: str, words: list[Token] | None = None) -> bool:
        known = load_stances()
        for token in words if words is not None else self.said:
            low = token.text.lower()
            if any(known.get(form) == kind for form in (low, *bases(token.text))):
                return True
        return False


def _plain(clause: _Said, words: str, text: str, content: Span) -> str:
    if _question(text, content) and clause.quoted:
        return "questions"
    if _NO_COMMENT.match(words):
        return "declines"
    if _demanded(clause, words):
        return "demands"
    if clause.quoted and (said := _said_so(clause)) is not None:
        return said
    if _NONE_OF.match(words) or (clause.negated and clause.has("implicated", [clause.top])):
        return "denies"
    if _NO_SUCH.search(words) or (
        clause.top.relation != "conj" and clause.has("denying", [clause.top])
    ):
        return "denies"
    coming = clause.aux & _COMING or _is_going_to(clause)
    if (
        (clause.himself or clause.owned)
        and clause.negated
        and not coming
        and not clause.aux & _MAYBE
    ):
        acted = clause.top.pos == "VERB" and clause.aux & {
            "did",
            "had",
            "has",
            "have",
            "do",
            "does",
        }
        return "denies" if acted else "asserts"
    if coming and not (clause.quoted and "would" in clause.aux):
        return _future(clause, words)
    if clause.aux & _PERHAPS and not (clause.perfect or clause.negated or clause.quoted):
        return "predicts"
    if clause.has("likely", [clause.top]):
        return "predicts"
    if clause.has("accusing") and not clause.negated and clause.subject not in _SELF:
        return "accuses"
    if _wrongs(clause):
        return "accuses"
    ours = any(t.text.lower() in ("i", "we", "our", "my", "us") for t in clause.said)
    own = ours if clause.quoted else clause.himself
    if own and (clause.has("boasting") or _BEST.search(words)) and not clause.negated:
        return "boasts"
    return "asserts"


def _is_going_to(clause: _Said) -> bool:
    """ "Is going to last", but not "is going well"."""
    return clause.top.text.lower() == "going" and clause.of.child(clause.top.i, "xcomp") is not None


def _said_so(clause: _Said) -> str | None:
    """What "we ask", "I condemn" do by being said, now and of oneself."""
    top = clause.top
    if clause.subject not in _SELF or clause.negated or clause.aux or not _bare(top):
        return None
    if top.lemma in _NO_DEEDS or (top.lemma == "ask" and not clause.of.child(top.i, "xcomp")):
        return None
    ties = [m.lemma for t in clause.of.children(top.i) for m in clause.of.children(t.i, "case")]
    cues = load_cues()
    for key in (*(f"{top.lemma} {tie}" for tie in ties), top.lemma):
        cue = cues.get(("verb", key))
        if cue is not None and not cue.mind and cue.stance not in ("asserts", "questions"):
            return cue.stance
    return None


def _wrongs(clause: _Said) -> bool:
    """Whether somebody else is said to have done wrong: "they murdered", "rammed our boats"."""
    top = clause.top
    if (
        clause.negated
        or clause.passive
        or clause.aux & (_COMING | _MAYBE)
        or clause.himself
        or clause.owned
    ):
        return False
    if not clause.subject or clause.subject in _SELF:
        return False
    if clause.has("condemning", [top]):
        return True
    adverbs = list(clause.of.children(top.i, "advmod"))
    if clause.has("unjust", adverbs) or _AT_FAULT.search(clause.text):
        return True
    mine = _MINE if clause.quoted else _HIS
    return clause.has("harming", [top]) and any(t.text.lower() in mine for t in clause.after)


def _demanded(clause: _Said, words: str) -> bool:
    if _TIME_TO.match(words):
        return True
    if clause.quoted and _bare(clause.top) and clause.top.i == clause.first.i:
        return True
    if clause.perfect or clause.subject in ("i", "you") or not clause.subject:
        return False
    if clause.aux & _NEEDS:
        return True
    return clause.top.lemma == "need" and clause.top.pos == "VERB" and not clause.aux


def _bare(token: Token) -> bool:
    """ "Stop the bombing": a verb without an ending, at the head of a quotation or after "that"."""
    return token.pos == "VERB" and token.text.lower() == token.lemma.lower()


def _future(clause: _Said, words: str) -> str:
    grave = _HEAVY.search(words) is not None
    if clause.himself:
        strikes = clause.has("striking", [clause.top]) or clause.has("harming", [clause.top])
        return "threatens" if strikes and not clause.negated else "promises"
    return "threatens" if grave and not clause.negated else "predicts"


def _warning(clause: _Said, lemma: str, state: bool) -> str:
    if lemma not in ("warn", "warning"):
        return "threatens"
    first = clause.first.text.lower()
    if first == "to" or clause.told_to or clause.top.text.endswith("ing"):
        return "threatens"
    if clause.himself and clause.aux & (_COMING | _MAYBE):
        return "threatens"
    if clause.has("grave") or state:
        return "threatens"
    if clause.aux & (_COMING | _MAYBE) or not clause.subject:
        return "predicts"
    return "asserts"
