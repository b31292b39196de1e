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

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.evidence.cues import load_cues
from dragoman.evidence.reproach import blamed, seen_as, shown, wrongs
from dragoman.evidence.said import SELF, Said, is_bare

_NEEDS = frozenset({"must", "should", "ought"})
_COMING = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
_MAYBE = frozenset({"may", "might", "could", "can"})
_PERHAPS = frozenset({"may", "might", "could"})
#: What is perceived now, whatever modal verb it has: "shots could be heard".
_PERCEIVED = frozenset({"hear", "see", "smell", "feel"})
#: Words by which a report of others is passed on as it is, but for what is still to come.
_PASSING = frozenset({"report", "show", "indicate", "reveal"})
_OWN = frozenset({"i", "we", "our", "my", "us"})
#: What somebody may truly not do without denying anything: "we do not know".
_INWARD = frozenset(
    "know want need understand see expect accept recognise recognize agree like care hope fear "
    "think believe seek wish mind".split()
)
#: What "I would" leads up to without promising anything: "I would say".
_SPOKEN = frozenset("say add argue call describe note suggest love prefer be have".split())
#: What one is who will do it.
_READY = frozenset("committed determined ready prepared resolved willing".split())
_MEANT = frozenset({"intend", "plan", "aim"})
#: Words that pass on what is so, whatever modal verb it has.
_FACTUAL = frozenset(
    "report note find show reveal confirm recall acknowledge admit know learn hear understand "
    "document discover disclose detail publish broadcast realize realise point".split()
)
_STATE = re.compile(r"(?!UNO|ICC|NGO|IGO|IMG|ISM|UNK|EUR)[A-Z]{3}(?:-|$)")
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
    r"no comment\b|(?:that )?(?:we|i|it|the \w+)(?: (?:do|does|did|will|would|am|are|is)(?: not|n[’']t)"
    r"|[’']m not|[’']re not) (?:going to |able to |in a position to )?"
    r"(?:comment|discuss|speculate|get into|go into)\b",
    re.I,
)
_BEST = re.compile(
    r"\bthan (?:ever|any|anyone)\b|\bno (?:one|body|army|power|enemy|country|other \w+) (?:can|could|has|is)\b"
    r"|\bmost (?:powerful|advanced|modern|accurate|lethal|sophisticated|capable|effective|formidable)\b"
    r"|\breach any target\b|\bnobody[’']s permission\b",
    re.IGNORECASE,
)
_NONE_MORE = re.compile(
    r"\bno (?:other )?(?:country|nation|state|army|military) \w+ (?:\w+ )*?than\b", re.I
)
#: Words by which somebody shows what is his: with praise they boast.
_SHOWING_OFF = frozenset({"hail", "tout", "trumpet", "herald"})
#: Words that also ask for an act: "insisted that Iran free him".
_INSISTING = frozenset({"insist", "suggest"})
#: Promises that are threats where they tell of a blow.
_VOWS = frozenset({"vow", "swear", "promise", "pledge"})
#: Verbs by which a blow goes on: "vowed to continue their attacks".
_GOING_ON = frozenset({"continue", "resume", "intensify", "escalate", "step", "expand"})
#: Words that need more than "we" to be what they say: "we reject the draft", "we offer our help".
_NO_DEEDS = frozenset({"reject", "offer", "refuse", "decline", "press", "push", "order"})
#: Words of telling that ask for an act before an infinitive: "told them to leave".
_ORDERING = frozenset({"tell", "advise", "caution", "counsel"})
_NONE_OF = re.compile(
    r"(?:that )?(?:none|no one|nobody|neither) of (?:its|our|his|their|my)\b", re.I
)
_ASKS = re.compile(r"(?:whether|if|why|what|who|when|where|how)\b", re.IGNORECASE)
_HEAVY = re.compile(
    r"\b(?:pay(?:ing)? (?:(?:a|the|any) (?:\w+ )*price|dearly)|met with (?:\w+ )*(?:force|fire|response)"
    r"|(?:suffer|face|be) (?:\w+ )*(?:consequences|retaliation|reprisals|revenge)"
    r"|(?:suffer|face) (?:\w+ )*response|bear (?:\w+ )*consequences|go after\b"
    r"|regret (?:it|this|that|its|their))\b",
    re.IGNORECASE,
)
#: What is left undone in a threat: "will not stand idly by".
_NOT_IDLE = re.compile(
    r"\b(?:not|never|n[’']t) (?:(?:sit|stand) (?:idly )?by|(?:be )?tolerated?|hesitate|go unanswered|go unpunished)\b",
    re.I,
)
#: What an envoy foretells of his own state's ties: it is no forecast.
_RUPTURE = re.compile(
    r"\b(?:destroy|end|harm|jeopardi[sz]e|poison|ruin|rupture|sever|wreck)\b (?:\w+ ){0,4}"
    r"(?:relations|relationship|ties) between (?:our|the two|both)\b",
    re.I,
)
_JUSTICE = re.compile(
    r"\bbe (?:\w+ )?(?:held (?:\w+ )?(?:accountable|responsible|to account)|brought to justice)\b",
    re.I,
)


def stance_of(
    text: str,
    sentence: Sentence,
    cue: str,
    lemma: str,
    content: Span,
    direct: bool,
    subject: tuple[int, ...] = (),
    code: str | None = None,
    same: Callable[[int], bool] | None = None,
) -> str:
    """The stance of *content*, said with the word *lemma* whose usual stance is *cue*.

    *direct*: the content is a quotation, in which "we" is the speaker. *subject* are the tokens
    that head the speaker, *code* is his code; *same* tells whether a token names his own state:
    a minister who says that his country will answer promises it.
    """
    said = [t for t in sentence.tokens if content.holds(t.span) and t.pos != "PUNCT"]
    words = content.of(text)
    if lemma == "ask":
        asked = _ASKS.match(words) or words.rstrip('”" ').endswith("?") or _question(text, content)
        return "questions" if asked else cue
    if not said:
        return cue
    clause = Said(sentence, said, direct, subject, same)
    if cue == "promises" and lemma in _VOWS:
        return _vowed(clause)
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


def _vowed(clause: Said) -> str:
    """A promise, or a threat where it tells of a blow, or of more of them."""
    if clause.negated or clause.passive:
        return "promises"
    if clause.has("harming", [clause.top]) or clause.has("grave", [clause.top]):
        return "threatens"
    goes_on = clause.top.lemma.lower() in _GOING_ON and clause.has("harming")
    return "threatens" if goes_on else "promises"


def _plain(clause: Said, words: str, text: str, content: Span) -> str:
    if _question(text, content) and clause.direct:
        return "questions"
    if _NO_COMMENT.match(words):
        return "declines"
    if seen_as(clause):
        return "accuses"
    if _demanded(clause, words):
        return "demands"
    if clause.direct and (said := _said_so(clause)) is not None:
        return said
    if _denied(clause, words):
        return "denies"
    if _undertaken(clause):
        return "promises"
    coming = clause.aux & _COMING or _is_going_to(clause)
    if coming and not (clause.direct and "would" in clause.aux):
        return _future(clause, words)
    if (clause.himself or clause.owned) and clause.negated and not clause.aux & _MAYBE:
        return "asserts"
    if clause.aux & _PERHAPS and not (clause.perfect or clause.negated or clause.direct):
        return "asserts" if clause.top.lemma in _PERCEIVED else "predicts"
    if clause.has("likely", [clause.top]):
        return "predicts"
    if clause.has("accusing") and not clause.negated and clause.subject not in SELF:
        return "accuses"
    if wrongs(clause) or blamed(clause) or shown(clause):
        return "accuses"
    return "boasts" if _boasts(clause, words) else "asserts"


def _denied(clause: Said, words: str) -> bool:
    """Whether what is said denies that something was so, or was done by the speaker."""
    if _NONE_OF.match(words) or (clause.negated and clause.has("implicated", [clause.top])):
        return True
    if _NO_SUCH.search(words) or (
        clause.top.relation != "conj" and clause.has("denying", [clause.top])
    ):
        return True
    if clause.negated and not clause.aux & (_COMING | _MAYBE) and blamed(clause, negated=True):
        return True
    mine = clause.himself or clause.owned
    if not mine or not clause.negated or clause.aux & (_COMING | _MAYBE) or _is_going_to(clause):
        return False
    if clause.top.pos == "VERB":
        did = clause.aux & {"did", "had", "has", "have", "do", "does"}
        return bool(did) and clause.top.lemma not in _INWARD
    return clause.perfect  # "its units had not been near"


def _boasts(clause: Said, words: str) -> bool:
    if clause.negated:
        return False
    ours = any(t.text.lower() in _OWN for t in clause.said)
    if (ours if clause.direct else clause.himself or clause.owned) and (
        clause.has("boasting") or _BEST.search(words)
    ):
        return True
    if clause.same is None or not _NONE_MORE.search(words):
        return False
    return any(clause.same(t.i) for t in clause.after if t.pos in ("PROPN", "NOUN"))


def _undertaken(clause: Said) -> bool:
    """What one is ready to do, or would do: "we remain committed to peace", "I would free him"."""
    if not clause.himself or clause.negated or clause.perfect:
        return False
    top, of = clause.top, clause.of
    if clause.direct and clause.aux & {"would", "'d", "’d"}:
        return top.pos == "VERB" and top.lemma.lower() not in _INWARD | _SPOKEN
    words = {top.text.lower()} | {t.text.lower() for t in of.children(top.i, "xcomp")}
    if words & _READY:
        return any(t.text.lower() == "to" for t in clause.after[:8])
    meant = top.lemma.lower() in _MEANT and not clause.aux
    return meant and any(_is_to(of, t) for t in of.children(top.i, "xcomp"))


def _is_going_to(clause: Said) -> bool:
    """ "Is going to last", but not "is going well"."""
    return clause.top.text.lower() == "going" and clause.of.child(clause.top.i, "xcomp") is not None


def _said_so(clause: Said) -> str | None:
    """What "we ask", "I condemn" do by being said, now and of oneself."""
    top = clause.top
    if clause.subject not in SELF or clause.negated or clause.aux or not is_bare(top):
        return None
    of = clause.of
    if top.lemma in _NO_DEEDS or (top.lemma == "ask" and not of.child(top.i, "xcomp")):
        return None
    if top.lemma == "want" and of.child(top.i, "obj") and of.child(top.i, "xcomp"):
        return "demands"  # "we want the council to act"
    ties = [m.lemma for t in of.children(top.i) for m in of.children(t.i, "case")]
    cues = load_cues()
    for key in (*(f"{top.lemma} {tie}" for tie in ties), top.lemma):
        cue = cues.get(("verb", key))
        if cue is not None and not cue.mind and cue.stance not in ("asserts", "questions"):
            return cue.stance
    return None


def _demanded(clause: Said, words: str) -> bool:
    if _TIME_TO.match(words):
        return True
    if clause.direct and is_bare(clause.top) and clause.top.i == clause.first.i:
        return True
    if clause.perfect or clause.subject in ("i", "you") or not clause.subject:
        return False
    if clause.aux & _NEEDS:
        return True
    top = clause.top
    infinitive = next((t for t in clause.of.children(top.i, "xcomp") if _is_to(clause.of, t)), None)
    if top.lemma == "have" and infinitive is not None and not clause.himself:
        return not (clause.negated or clause.aux) and clause.of.child(top.i, "obj") is None
    if top.lemma != "need" or top.pos != "VERB" or clause.aux or clause.negated:
        return False
    thing = clause.of.child(top.i, "obj")
    if infinitive is not None:
        return thing is None
    ours = clause.himself or clause.owned or clause.subject in SELF
    return ours and thing is not None and thing.pos != "PRON" and thing.text.lower() != "other"


def _is_to(sentence: Sentence, token: Token) -> bool:
    return any(t.text.lower() == "to" for t in sentence.children(token.i, "mark"))


def _future(clause: Said, words: str) -> str:
    if _NOT_IDLE.search(words) or (_RUPTURE.search(words) and not clause.negated):
        return "threatens"
    grave = _HEAVY.search(words) is not None
    if clause.himself:
        strikes = clause.has("striking", [clause.top]) or clause.has("harming", [clause.top])
        return "threatens" if (strikes or grave) and not clause.negated else "promises"
    if (
        clause.direct
        and clause.passive
        and not clause.negated
        and clause.has("harming", [clause.top])
    ):
        return "threatens"
    if _JUSTICE.search(words) and not clause.negated:
        return "promises"
    return "threatens" if grave and not clause.negated else "predicts"


def _warning(clause: Said, lemma: str, state: bool) -> str:
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
