# The content of a word of saying, by grammar.
# Rule 1: a complement clause is the content with its "that", "whether" or "to".
# Rule 2: where the almanac allows it, the object is the content, together with what
#   grammar says of the object: "urges both sides to talk", "calls it a lie".
# Rule 3: what the speaker does next is not content: "…, adding that", ", citing".
"""Indirect speech: which words of the sentence are said."""

from __future__ import annotations

from dragoman.alphabet.calendar import WEEKDAYS
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.evidence.cues import Cue, load_cues
from dragoman.evidence.objects import after_preposition, is_infinitive, object_of
from dragoman.evidence.order import clause_follows
from dragoman.evidence.page import Content, Page
from dragoman.evidence.wording import own_words

_MARKS = ",”\"’'"
#: Words that open an indirect question.
_ASKING = frozenset({"how", "why", "what", "whether", "who", "where", "which"})
#: Verbs of asking, after which "if" opens one as well.
_ASKS = frozenset({"ask", "wonder", "question", "inquire", "enquire"})
#: Writings and pictures, which say what they show.
_WRITINGS = frozenset(
    "poll survey report study record data figure review memo document image analysis footage "
    "video audit estimate statistic census transcript photograph photo letter cable file".split()
)
#: Verbs of mind by which somebody wants or expects an act of somebody else.
_OF_OTHERS = frozenset({"expect", "prefer", "fear", "like"})
#: Verbs that say to whom as well, with or without "that".
_TELLING = frozenset({"tell", "inform", "remind", "assure", "warn", "advise", "notify", "caution"})
#: What a clause may stand for: "supports raising the tax" is an object.
_CLAUSAL = frozenset({"clause", "infinitive", "object"})
#: Words that tell of somebody in the passive: "is alleged to have shot him".
_RUMOUR = frozenset(
    "say believe think report allege claim understand estimate fear suspect rumour rumor presume".split()
)
_SHOWING = frozenset({"show", "find", "reveal", "indicate", "suggest"})


def complement(page: Page, clause: Clause, cue: Cue, quoted: bool) -> Content | None:
    """The content of a verb or adjective of saying. *quoted*: a quotation stands by it."""
    sentence = clause.sentence
    if not cue.takes.isdisjoint(_CLAUSAL):
        found = _clause(page, clause, cue)
        if found is None and "clause" in cue.takes:
            found = _as_object(sentence, clause)
        if found is not None:
            return Content(found)
    if clause.relation == "parataxis" and "clause" in cue.takes and clause.kind == "verb":
        host = _host(page, sentence, clause)
        if host is not None:
            return Content(host)
    if quoted:
        return None
    return after_preposition(clause, cue) or object_of(clause, cue)


def _clause(page: Page, clause: Clause, cue: Cue) -> Span | None:
    sentence = clause.sentence
    quotes = page.quotes_of(sentence)
    for child in sentence.children(
        clause.head, "ccomp", "parataxis", "xcomp", "advcl", "acl", "csubj", "obl"
    ):
        if child.relation == "obl" and not is_infinitive(sentence, child):
            continue
        if child.relation == "csubj" and (child.i < clause.head or not _by_it(sentence, clause)):
            continue
        if child.relation == "ccomp" and child.i < clause.head and _told_after(sentence, clause):
            continue
        if child.relation in ("ccomp", "xcomp") and continues(sentence, child):
            continue  # "…, he said, repeating that …"
        infinitive = is_infinitive(sentence, child)
        if child.relation == "acl" and not infinitive:
            if not (clause.kind == "verb" and _is_that(sentence, clause, child)):
                continue
        told = sentence.child(clause.head, "obj", "iobj")
        between = told is not None and clause.head < told.i < child.i
        owned = child.relation == "xcomp" or (
            child.relation == "ccomp" and not sentence.child(child.i, "nsubj", "mark")
        )
        if owned and between and told is not None and not infinitive:
            # "insisted the islands belonged to it": the object is the clause's own subject.
            if "clause" in cue.takes and _is_finite(sentence, child):
                return Span(sentence.reach(told.i).start, _reach(sentence, child.i).end)
            continue
        behind = child.i > clause.head  # "Denouncing the raid, Lima accused": no word of the charge
        if child.relation in ("xcomp", "advcl") and behind and "object" in cue.takes:
            first = sentence.tokens[sentence.subtree(child.i)[0]]
            near = first.i == clause.head + 1
            gerund = first.i == child.i and child.text.endswith("ing")
            if gerund and (near or "clause" in cue.takes):
                return _reach(sentence, child.i)  # "denied selling drones"
            having = any(t.text.lower() == "having" for t in sentence.children(child.i, "aux"))
            if having and near and "clause" in cue.takes:
                return _reach(sentence, child.i)  # "denied having sold drones"
        if (
            infinitive
            and between
            and told is not None
            and (cue.stance == "demands" or clause.lemma in _OF_OTHERS | _TELLING)
        ):
            if "infinitive" in cue.takes and not clause.passive:
                return Span(sentence.reach(told.i).start, _reach(sentence, child.i).end)
        if child.relation == "xcomp" or infinitive:
            if child.relation in ("parataxis",) or not (
                "infinitive" in cue.takes or _is_rumoured(clause)
            ):
                continue
            if child.relation == "advcl" and child.i < clause.head:
                continue
            if "object" in cue.takes and clause.slots.get("object") and not clause.passive:
                continue  # the object belongs to it: "urges both sides to talk"
        elif "clause" not in cue.takes or (
            child.relation == "advcl"
            and not (_asked(sentence, clause, child) or _is_felt(sentence, clause, child))
        ):
            continue
        if child.relation == "parataxis" and not any(q.span.holds(child.span) for q in quotes):
            continue
        if child.i < clause.head and any(
            t.text == ":" for t in sentence.tokens[child.i : clause.head]
        ):
            continue  # "Sudan live: army says …"
        if child.relation in ("ccomp", "xcomp") and _is_frame(sentence, child, clause):
            continue
        if child.i < clause.head and not _can_lead(sentence, child, clause):
            continue
        found = _without(sentence, child.i, clause)
        return _not_to_whom(sentence, clause, child, found) if told is None else found
    return None


def _is_rumoured(clause: Clause) -> bool:
    """ "Is said to have fled": what is told of somebody, by nobody."""
    return clause.passive and not _RUMOUR.isdisjoint(clause.lemmas)


def _is_that(sentence: Sentence, clause: Clause, child: Token) -> bool:
    """Whether "that" stands right behind the cue and leads in what hangs on it: "worry that …"."""
    tie = sentence.tokens[min(clause.head + 1, len(sentence.tokens) - 1)]
    return tie.text == "that" and tie.relation == "mark" and tie.head == child.i


def _is_felt(sentence: Sentence, clause: Clause, child: Token) -> bool:
    """ "Optimistic that both will sign"; but in "so confident that he left" he says nothing."""
    so = any(t.text.lower() == "so" for t in sentence.children(clause.head, "advmod"))
    return clause.kind == "adjective" and not so and _is_that(sentence, clause, child)


def _told_after(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause with "that" follows: what stands before the cue is then not said."""
    below = (t for t in sentence.children(clause.head, "ccomp") if t.i > clause.head)
    marks = (m for t in below for m in sentence.children(t.i, "mark"))
    return any(m.text == "that" and m.i > clause.head for m in marks)


def _not_to_whom(sentence: Sentence, clause: Clause, child: Token, found: Span) -> Span:
    """*found* without whom it is told, where a tree has two subjects: "told the house [he was]"."""
    if clause.lemma not in _TELLING or child.i < clause.head:
        return found
    subjects = sentence.children(child.i, "nsubj")
    if len(subjects) < 2 or subjects[0].i > clause.head + 4:
        return found
    own = sentence.reach(subjects[1].i)
    gap = sentence.tokens[subjects[0].i + 1 : sentence.subtree(subjects[1].i)[0]]
    return Span(own.start, found.end) if not gap and own.end < found.end else found


def _as_object(sentence: Sentence, clause: Clause) -> Span | None:
    """A clause that a tree hangs on the cue as if it were a thing: "shows [most were soldiers]"."""
    if clause.passive:
        return None
    for child in sentence.children(clause.head, "obj", "iobj"):
        if child.i < clause.head:
            continue
        first = sentence.tokens[sentence.subtree(child.i)[0]]
        below = list(sentence.children(child.i))
        if first.i > clause.head and any(t.relation in ("nsubj", "cop") for t in below):
            return _reach(sentence, child.i)
        verbs = any(sentence.tokens[k].pos in ("VERB", "AUX") for k in sentence.subtree(child.i))
        if (
            child.text.lower() in ("how", "why", "what", "whether")
            and verbs
            and clause.slots.get("subject")
        ):
            return _reach(sentence, child.i)
        if clause.lemma in _SHOWING and child.pos != "PRON":
            if (doing := _doing(sentence, clause, child)) is not None:
                return Span(sentence.reach(child.i).start, sentence.reach(doing.i).end)
            if any(sentence.tokens[i].lemma in _WRITINGS for i in clause.slots.get("subject", ())):
                return sentence.reach(child.i)
    return None


def _doing(sentence: Sentence, clause: Clause, thing: Token) -> Token | None:
    """What the object of a verb of showing is shown to do: "shows troops [digging in]"."""
    for child in (
        *sentence.children(clause.head, "advcl", "xcomp"),
        *sentence.children(thing.i, "acl"),
    ):
        low = child.text.lower()
        if child.i > thing.i and low.endswith("ing") and not sentence.child(child.i, "mark"):
            before = sentence.tokens[sentence.subtree(child.i)[0] - 1]
            return child if before.text != "," else None
    return None


def _asked(sentence: Sentence, clause: Clause, child: Token) -> bool:
    """Whether what hangs on the cue as an adjunct is an indirect question: "asked him if …"."""
    first = sentence.tokens[sentence.subtree(child.i)[0]]
    if child.i < clause.head or first.i < clause.head:
        return False
    low = first.text.lower()
    return low in _ASKING or (low == "if" and clause.lemma in _ASKS)


def _by_it(sentence: Sentence, clause: Clause) -> bool:
    """ "It warns that …": somebody named before, whom a tree takes for an empty word."""
    return sentence.child(clause.head, "expl") is not None and not clause.passive


def _is_finite(sentence: Sentence, token: Token) -> bool:
    return "VerbForm=Fin" in token.feats or sentence.child(token.i, "aux", "cop") is not None


def _is_frame(sentence: Sentence, child: Token, clause: Clause) -> bool:
    """ "Asked about it, he said": a participle that a parser took for what is said."""
    first = sentence.tokens[sentence.subtree(child.i)[0]]
    asked = first.text in ("Asked", "Pressed", "Questioned")
    led = first.i == child.i or first.relation == "advmod"  # "[Deeply] divided, they found …"
    return (
        child.i < clause.head
        and led
        and (asked or bool({"VerbForm=Part", "VerbForm=Ger", "Tense=Past"} & child.feats))
        and sentence.child(child.i, "nsubj", "aux", "cop") is None
    )


def _can_lead(sentence: Sentence, child: Token, clause: Clause) -> bool:
    """Whether what stands before the cue can be said: a mark parts the two, no clause follows."""
    if clause_follows(sentence, clause.head):
        return False
    between = sentence.tokens[child.i + 1 : clause.head]
    return any(t.pos == "PUNCT" for t in between)


def _without(sentence: Sentence, i: int, clause: Clause) -> Span:
    """The reach of the complement, cut where the verb of saying stands inside it."""
    span = _reach(sentence, i)
    cue = clause.token.span
    if span.start <= cue.start < span.end:
        left = Span(span.start, own_words(sentence, clause).start)
        right = Span(sentence.reach(clause.head).end, span.end)
        return _side(sentence, left, right)
    return span


def _side(sentence: Sentence, left: Span, right: Span) -> Span:
    """The longer side of ", they said,"; what "and" leads in is perhaps not theirs."""
    after = [t.text for t in sentence.tokens if t.span.start >= right.start and t.text != ","]
    joined = after[:1] in (["and"], ["but"]) and left.end > left.start
    return left if joined or left.end - left.start >= right.end - right.start else right


def _reach(sentence: Sentence, i: int) -> Span:
    """The words of the complement, up to a participle of saying that goes on after it."""
    span = sentence.reach(i)
    for k in sentence.subtree(i):
        child = sentence.tokens[k]
        if k > i and (start := _elsewhere(sentence, child)) is not None:
            return Span(span.start, start)
        if k > i and (continues(sentence, child) or another(sentence, child, i)):
            start = sentence.reach(k).start
            if start > sentence.tokens[i].span.end:
                span = Span(span.start, start)
                break
    first = sentence.tokens[sentence.subtree(i)[0]]
    if first.text in WEEKDAYS and first.i + 1 < len(sentence.tokens) and first.dep != "nsubj":
        # "said Monday it would": when it was said.
        return Span(sentence.tokens[first.i + 1].span.start, span.end)
    return span


def _elsewhere(sentence: Sentence, child: Token) -> int | None:
    """Where somebody else begins to speak: "said talks had failed, while Y said …"."""
    if child.relation not in ("advcl", "conj"):
        return None
    clear = any(t.text == "clear" for t in sentence.children(child.i, "xcomp", "obj"))
    cue = load_cues().get(("verb", child.lemma))
    if cue is None and not clear:
        return None
    mark = sentence.child(child.i, "mark", "cc")
    subject = sentence.child(child.i, "nsubj")
    if mark is None or subject is None:
        return None
    spoken = sentence.child(child.i, "ccomp") is not None and child.relation == "conj"
    if mark.text.lower() != "while" and not (spoken and mark.text in ("and", "but")):
        return None
    if cue is not None and cue.mind and (subject.pos == "PRON" or not _speaks(sentence, child)):
        return None  # "says she hopes to win, but she knows that …": his own words still
    before = sentence.tokens[mark.i - 1] if mark.i else mark
    return before.span.start if before.text == "," else None


def _speaks(sentence: Sentence, token: Token) -> bool:
    """Whether something is said by *token*: "while 23 percent favored him" is none."""
    return sentence.child(token.i, "ccomp", "xcomp") is not None


def another(sentence: Sentence, child: Token, said: int | None = None) -> bool:
    """Whether *child*, hung on what is said, is another act of whoever says it.

    "said talks will go on and warned …": forms that differ are not coordinated.
    """
    i = child.head
    if child.relation != "conj" or sentence.child(child.i, "nsubj", "aux", "mark"):
        return False
    cue = load_cues().get(("verb", child.lemma.lower()))
    if cue is None:
        return False
    if sentence.tokens[min(child.i + 1, len(sentence.tokens) - 1)].text == "that":
        return True  # however deep the tree hangs it: "said a force that left … and warned that"
    if said is not None and i != said:
        return False
    past = {"Tense=Past", "VerbForm=Fin"} <= child.feats
    own = sentence.tokens[i]
    # "Said he was tired and wanted rest", but "said it was a lie and demanded an apology".
    main = (sentence.child(i, "cop") if cue.mind else None) or own
    alike = "Tense=Past" in main.feats and not sentence.child(i, "aux")
    said = "Tense=Past" in sentence.tokens[own.head].feats
    return past and said and not alike


def continues(sentence: Sentence, token: Token) -> bool:
    """Whether *token* is a participle of saying after a comma: ", adding that …"."""
    if token.i == 0 or token.pos != "VERB" or sentence.child(token.i, "nsubj", "mark"):
        return False
    first = sentence.subtree(token.i)[0]
    if first == 0 or sentence.tokens[first].span.start > token.span.start:
        return False
    comma = any(t.text == "," for t in sentence.tokens[max(0, first - 1) : token.i])
    word = token.text.lower()
    return comma and word.endswith("ing") and ("verb", token.lemma.lower()) in load_cues()


def _host(page: Page, sentence: Sentence, clause: Clause) -> Span | None:
    """The sentence around an inserted ", analysts said,"."""
    assert clause.governor is not None
    whole = sentence.reach(clause.governor)
    own = sentence.reach(clause.head)
    before = page.text[max(whole.start, own.start - 3) : own.start + 1]
    if not any(mark in before for mark in _MARKS):
        # "Shells by rail: how two capitals found each other": nobody is quoted here.
        return None
    left, right = Span(whole.start, own.start), Span(own.end, whole.end)
    side = _side(sentence, left, right)
    return side if side.end - side.start > 3 else None
