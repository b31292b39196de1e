# Nouns of saying: "his claim that …", "calls for restraint", "voiced concern about …".
# Rule 1: the content is a clause under the noun, or the phrase after its preposition.
# Rule 2: whoever owns the noun speaks; else whoever makes, voices or repeats it.
"""Claims by nouns."""

from __future__ import annotations

import re

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.evidence.cues import Cue
from dragoman.evidence.order import head_of
from dragoman.evidence.page import Page
from dragoman.evidence.speakers import NOBODY
from dragoman.evidence.stance import stance_of
from dragoman.evidence.wording import cue_span

#: Verbs that lend a noun of saying their subject and mean little themselves.
_LIGHT = frozenset(
    "make issue voice express raise have give repeat reiterate renew offer deliver level "
    "send air put share release publish hold lodge sound".split()
)
#: Verbs by which somebody is in doubt, or in none.
_IN_DOUBT = frozenset({"have", "leave", "harbor", "harbour", "express"})
_BY = frozenset({"from", "by"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "PART", "NUM"})
_FEWEST = 6  #: words behind the noun: "by X to sink any ship"
_FARTHEST = 8
#: What others only take somebody to say or want.
_NOT_SAID = frozenset({"alleged", "perceived", "purported", "supposed", "suspected"})
#: What is done to a statement.
_DONE_TO_IT = frozenset("call reject deny dismiss describe label brand repeat make deride".split())
_COMING = re.compile(r"\b(?:will|would)\b")


def as_noun(clause: Clause) -> Clause:
    """*clause*, as a noun where it is owned and a subject or object: "the rebels' [claim] that …"."""
    owner = clause.sentence.child(clause.head, "nmod:poss")
    if clause.kind != "verb" or owner is None or clause.token.relation not in ("nsubj", "obj"):
        return clause
    if clause.token.text.endswith("ing"):
        return clause  # "his fighting the ban"
    return Clause(
        clause.sentence, clause.head, "noun", clause.lemma, clause.lemmas, {"subject": (owner.i,)}
    )


def noun_claim(page: Page, clause: Clause, cue: Cue) -> None:
    """Add the claim of a noun of saying, if it has a content."""
    sentence = clause.sentence
    if any(t.text.lower() in _NOT_SAID for t in sentence.children(clause.head, "amod")):
        return
    content, tie = _content(clause, cue)
    light = _light(sentence, clause)
    if content is None and light is not None and "clause" in cue.takes:
        content = _beside(sentence, clause, light)
    if content is None:
        return
    doers = [i for i in clause.slots.get("subject", ()) if _owns(sentence, i)]
    start = clause.token.span
    verb = None
    if (told := _passed_by(sentence, clause, cue)) is not None:
        doers, verb = [told[0]], told[2]
    if not doers and light is not None:
        doers = list(light.slots.get("subject", ()))
    if not doers and sentence.child(clause.head, "cop") is None:
        # "Georgia fears that", taken for a noun of which Georgia is said.
        doers = [t.i for t in sentence.children(clause.head, "nsubj") if t.i == clause.head - 1]
    if not doers and cue.mind and tie is None and "that" not in content.of(page.text)[:4]:
        return  # "a plan to cut the army": nobody's
    stance = cue.stance
    if clause.lemma == "doubt" and _is_none(sentence, clause):
        stance = "predicts" if _COMING.search(content.of(page.text)) else "asserts"
        if not doers:
            return  # "there is no doubt that": nobody says so
    if not doers and tie is not None:
        return
    speaker = page.speakers.of(sentence, doers[0], verb) if doers else NOBODY
    if clause.lemma == "warning":
        code = speaker.code if speaker is not None else None
        stance = stance_of(
            page.text, sentence, stance, "warning", content, False, tuple(doers), code
        )
    cue_words = cue_span(light) if light is not None else start
    end = start.end if tie is None or tie.span.start > start.end + 1 else tie.span.end
    words = Span(min(cue_words.start, start.start), end)
    page.claim(speaker or NOBODY, words, content, stance, False, cue.mind)


def _content(clause: Clause, cue: Cue) -> tuple[Span | None, Token | None]:
    """The content, and the preposition that leads to it."""
    sentence = clause.sentence
    for child in sentence.children(clause.head, "acl", "ccomp"):
        marks = [m.lemma for m in sentence.children(child.i, "mark")]
        if _is_said_of(sentence, child):
            continue
        if ("that" in marks and "clause" in cue.takes) or (
            "to" in marks and "infinitive" in cue.takes and child.i > clause.head
        ):
            whole = sentence.reach(child.i)
            return Span(whole.start, _reach(sentence, clause.head, child)), None
    if (told := _passed_by(sentence, clause, cue)) is not None:
        return told[1], None
    if "clause" in cue.takes and (that := _that(sentence, clause.head)) is not None:
        return that, None
    for child in sentence.children(clause.head, "nmod", "acl", "obl"):
        tie = sentence.child(child.i, "case", "mark")
        if tie is None or tie.text.lower() not in cue.takes or tie.i < clause.head:
            continue
        if tie.i + 1 < len(sentence.tokens) and not sentence.child(tie.i, "fixed"):
            start = sentence.tokens[tie.i + 1].span.start
            return Span(start, sentence.reach(child.i).end), tie
    return None, None


def _that(sentence: Sentence, noun: int) -> Span | None:
    """The clause right behind "[concern] that", whatever a tree hangs it on."""
    tie = sentence.tokens[min(noun + 1, len(sentence.tokens) - 1)]
    verb = sentence.tokens[tie.head]
    if tie.text != "that" or verb.i < tie.i or not _leads_in(sentence, tie, verb, noun):
        return None
    if _is_said_of(sentence, verb):
        return None
    return Span(tie.span.start, _reach(sentence, noun, verb))


def _leads_in(sentence: Sentence, tie: Token, verb: Token, noun: int) -> bool:
    """Whether "that" leads in what is said, though a tree may take it for "which".

    Nothing is left for "which" to mean in a clause that has a subject and an object.
    """
    if tie.relation == "mark":
        return True
    subject = next((t for t in sentence.children(verb.i, "nsubj") if t.i != tie.i), None)
    if subject is None or not tie.i < subject.i or tie.relation == "nsubj":
        return False
    if sentence.child(verb.i, "cop", "aux:pass") is not None:
        return True
    main = _main(sentence, noun, verb)
    rest = sentence.tokens[verb.i + 1 : main if main is not None else sentence.subtree(verb.i)[-1]]
    objects = sentence.children(verb.i, "obj", "ccomp")
    if main is None:
        return any(t.i > verb.i for t in objects)
    return bool(rest) and rest[0].pos in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON")


def _main(sentence: Sentence, noun: int, verb: Token) -> int | None:
    """Where the main verb begins that a tree hangs into the clause of *verb*; None for nowhere.

    "The claim that Chad shelled the port [was] rejected": of a sentence whose verb is missed.
    """
    if sentence.tokens[noun].relation != "root":
        return None
    for later in sentence.children(verb.i, "ccomp", "xcomp"):
        if later.i < verb.i or later.pos != "VERB" or sentence.child(later.i, "mark", "cc"):
            continue
        if later.relation == "ccomp" or "VerbForm=Fin" in later.feats:
            return min([later.i, *(t.i for t in sentence.children(later.i, "aux"))])
    return None


def _reach(sentence: Sentence, noun: int, verb: Token) -> int:
    """The end of the clause of *verb* under *noun*, before a main verb hung into it."""
    main = _main(sentence, noun, verb)
    if main is None or main < verb.i + 2:
        return sentence.reach(verb.i).end
    return sentence.tokens[main - 1].span.end


def _is_said_of(sentence: Sentence, child: Token) -> bool:
    """Whether a clause says what is done to the statement: "a charge that Minsk called absurd"."""
    own = child.lemma in _DONE_TO_IT and sentence.child(child.i, "nsubj") is not None
    return own and sentence.child(child.i, "obj", "ccomp") is None


def _passed_by(sentence: Sentence, clause: Clause, cue: Cue) -> tuple[int, Span, int] | None:
    """Who says it, what, and its verb, by word order: "warnings [from] the UN [that] …", "a threat by X to …"."""
    rest = sentence.tokens[clause.head + 1 :]
    if len(rest) < _FEWEST or rest[0].text.lower() not in _BY:
        return None
    near = enumerate(rest[1:_FARTHEST], 1)
    end = next((k for k, t in near if t.pos not in _NAMING or t.text == "that"), None)
    if end is None or end < 2:
        return None
    tie = rest[end]
    wanted = {"that": "clause", "to": "infinitive"}.get(tie.text.lower())
    verb = sentence.tokens[tie.head]
    if wanted not in cue.takes or verb.i < tie.i or not _leads_in(sentence, tie, verb, clause.head):
        return None
    who = head_of(rest[1:end])
    if who is None:
        return None
    return who, Span(tie.span.start, _reach(sentence, clause.head, verb)), verb.i


def _beside(sentence: Sentence, clause: Clause, light: Clause) -> Span | None:
    """The clause that a tree hangs on the light verb: "expressed regret that …"."""
    for child in sentence.children(light.head, "ccomp"):
        first = sentence.tokens[sentence.subtree(child.i)[0]]
        if first.text == "that" and first.i == clause.head + 1:
            return sentence.reach(child.i)
    return None


def _is_none(sentence: Sentence, clause: Clause) -> bool:
    """ "No doubt", "little doubt"."""
    words = sentence.children(clause.head, "det", "amod", "advmod")
    return clause.negated or any(t.text.lower() in ("no", "little") for t in words)


def _owns(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.relation in ("compound", "amod"):
        return token.pos == "PROPN"  # "a US demand", not "a conference call"
    return token.pos in ("NOUN", "PROPN", "PRON") and token.relation in ("nmod", "obl")


def _light(sentence: Sentence, clause: Clause) -> Clause | None:
    """The verb whose object the noun is: "[voiced] concern"."""
    if clause.token.relation != "obj":
        return None
    head = sentence.tokens[clause.token.head]
    for other in sentence.clauses:
        verbs = _IN_DOUBT | _LIGHT if clause.lemma == "doubt" else _LIGHT
        if other.head == head.i and set(other.lemmas) & verbs and not other.passive:
            return None if other.negated and clause.lemma != "doubt" else other
    return None
