# Which of many Mondays, Julys or 17ths is meant: past and future, from the words around.
# Rule 1: only a short window is looked at, within the sentence. The nearest sign before
#   decides; at the head of a sentence, the first after it.
# Rule 2: without a sign the thing has happened, since a report tells what has.
# Rule 3: signs that point both ways ("was due on Monday", told on Tuesday) give the
#   coming one only where it is plainly nearer, else None.
"""Signs of past and future in the surroundings of a time expression."""

from __future__ import annotations

import re

from dragoman.events.calendar.values import Way
from dragoman.events.calendar.words import B, E, W

_SENTENCE = 160
_SENTENCE_END = re.compile(
    r"(?<![A-Z]\.)(?<!(?:Mr|Ms|Dr|St|Lt|Jr)\.)[.!?…][\"”’')]{0,2}\s|\n\s{0,3}\n"
)
_DUE = "due|set|scheduled|expected|slated|planned|poised|likely|bound|to|going"
_ADVERBS = rf"(?:{W}(?:not|also|be|only|still|soon|then|now|never|have|to|[a-z]{{2,12}}ly)){{0,4}}"
_WILL = r"will|shall|wo(?=n['’]t)|should|could|might|may|must|can"
#: Verbs of what is arranged beforehand: in the present they speak of the future.
_ARRANGED = (
    rf"(?:meets|begins|starts|opens|expires|ends|travels|hosts|arrives|holds|convenes|resumes|"
    rf"reconvenes|concludes|lapses|closes|reopens|gathers|departs|appears|heads{W}(?:to|for)|goes{W}(?:to|into|on)|"
    rf"(?:go|head){W}to{W}the{W}polls|takes?{W}(?:place|effect|office|over)|(?:comes?|enters?|goe?s?){W}into{W}"
    rf"(?:force|effect)|runs{W}(?:out|until)|appl(?:y|ies)|flies|falls{W}due)"
)
_PLAIN = r"(?:meet|begin|convene|resume|gather|expire|reconvene)"
_MEETING = (
    r"(?:meeting|visiting|travell?ing|holding|hosting|arriving|heading|flying|voting|planning|"
    r"preparing|gathering|launching|opening|starting|leaving)"
)
_PLEDGES = r"(?:agreed|vowed|pledged|promised|decided|threatened|planned|intended|arranged|invited)"
_SCHEDULED = (
    r"(?:meet|hold|resume|begin|start|reconvene|gather|visit|travel|attend|host|return|reopen|"
    r"vote|convene|open|launch|stage|march)"
)
_HELD = (
    r"(?:talks|elections|polls|summit|vote|meeting|referendum|strike|protest|rally|hearing|session)"
)
_CALLED = (
    rf"(?:strikes?|protests?|rall(?:y|ies)|march(?:es)?|demonstrations?|day{W}of{W}[a-z]+|"
    r"elections?|referendum|summit|boycott|shutdown)"
)
_CUE = re.compile(
    rf"(?P<have>{B}(?:{_WILL}|would){W}have{W}[a-z]+)"
    rf"|(?P<unsure>{B}(?:was|were|been){W}(?:[a-z]{{2,12}}ly{W})?(?:{_DUE}){E}{_ADVERBS}(?:{W}[a-z]+)?)"
    rf"|(?P<would>{B}would{E}{_ADVERBS}(?:{W}[a-z]+)?)"
    rf"|(?P<ahead>(?:{B}(?:{_WILL}|(?:is|are|be){W}(?:(?:not|also|now|still){W})?(?:{_DUE})|"
    rf"(?:plans?|intends?|hopes?|aims?|wants?|needs?|ha(?:s|ve)){W}to|(?:due|scheduled|slated|set|planned|expected)(?={W}(?:for|on|in|by|to){W})"
    rf"|upcoming|forthcoming|[Aa]head{W}of|in{W}time{W}for|run-?up{W}to|(?:deadline|date){W}(?:of|for)|"
    rf"call(?:s|ed|ing)?{W}for{W}(?:[\w'’-]+{W}){{0,4}}?{_CALLED}|(?:is|are){W}{_MEETING}|{_PLEDGES}{W}(?:[\w'’-]+{W}){{0,4}}?to{W}{_SCHEDULED}|"
    rf"(?:as{W})?(?:early|soon){W}as|{_HELD}{W}(?:planned|scheduled|set|due|slated))|['’]ll){E}{_ADVERBS}(?:{W}[a-z]+)?"
    rf"|{B}to{W}be{W}(?:[a-z]+ed|held|sent|taken|given|made|built|put|brought){E}"
    rf"|{B}{_ARRANGED}{E}|(?<!to\s)(?<!not\s)(?<!n['’]t\s)(?<!did\s){B}{_PLAIN}{E}"
    rf"|{B}(?!Commons|Lords|Nations|States)[A-Z][a-z]+s{W}vote{E}|{B}(?!the)[a-z]{{3,12}}s{W}(?:open|start|end|run)(?={W}(?:on|in|until|next))"
    rf"|(?:{B}[A-Z][\w-]+|parliament|council|assembly|board|court|country|president|minister){W}(?:votes|visits|returns){E})"
    rf"|(?P<aux>{B}(?:was|were|had|did){E})"
    rf"|(?P<done>{B}(?:sent|held|taken|made|given|found|seen|shot|caught|brought|built|killed|hit)"
    rf"(?={W}(?:(?:on|in|last|late|early){W})?\Z))"
    rf"|(?P<did>{B}(?:met|began|left|came|went|took|made|held|won|lost|fell|broke|struck|shot|ran){E})"
    rf"|(?P<past>{B}(?:said|says|told|has|have|wrote|added)\b|{B}[a-z]{{2,20}}ed(?={W}(?:(?:on|in|last|late|early){W})?\Z))"
)  # fmt: skip
_FINITE = re.compile(
    rf"{B}(?:(?P<ahead>will|shall|(?:is|are){W}(?:{_DUE}|{_MEETING})|would|could|should|might|may|"
    rf"must|{_ARRANGED})|(?P<ll>['’]ll)|(?P<unsure>(?:was|were){W}(?:{_DUE}))|"
    rf"(?P<had>had|was|were)|(?P<past>said|says|told|has|have|did|is|are|[a-z]{{2,20}}ed)){E}"
)
_OPENING = re.compile(
    r"(?:\A|[\n\"“‘(]|[.!?:][\"”’')]?\s)\s?(?:(?:On|In|By|At|Early|Late|Until|This|Next)"
    rf"{W}(?:early{W}|late{W})?)?\Z"
)
#: A headline without a verb: "Ministers to hold talks on Wednesday".
_HEADLINE = re.compile(
    rf"\s?[A-Z][\w'’.-]*{W}(?:[\w'’.&,-]+{W}){{0,5}}?(?<!ed\s)to{W}(?:{_SCHEDULED}|send|sign|discuss|face|"
    r"close|join|withdraw|leave|seek|address|receive|release|impose|lift|end|deploy)\b"
)
_UNTIL = frozenset(("by", "until", "till", "up until", "no later than"))
_PUT_OFF = re.compile(
    rf"{B}(?:extended|postponed|suspended|delayed|adjourned|prolonged|renewed|clos(?:ed|es)|banned|"
    rf"put{W}off|remains?|valid|barred|deferred|gave|given){E}|{B}(?:had|has|have){W}(?:until|till){W}\Z"
)
_HELD_UNTIL = re.compile(r"\b(?:held|ran|went|lost|fought|lasted|stayed|ruled)\b[^.,;]{0,40}\Z")
_HAD = re.compile(r"\bhad\b[^.;]{0,60}\Z")
_TO_BE_DONE = re.compile(
    rf"\b(?:(?:{_PLEDGES}|ask(?:s|ed)|told|order(?:s|ed)|urge[sd]?|expect(?:s|ed)?|want(?:s|ed)|"
    rf"plan(?:s|ned)|call(?:s|ed)|due|set|forecast|need(?:s|ed)|requires?|demand(?:s|ed))\b"
    rf"[^.;:]{{0,80}}|promise[sd]?[^.;:]{{0,40}}|pledge[sd]?[^.;:]{{0,40}}|demand(?:s|ed)[^.;:]{{0,60}})\Z"
)
_NOT_UNTIL = re.compile(r"\b(?:not|never|nor|no|cannot)\b|n['’]t\b")
_PERFECT = re.compile(
    r"(?<!would\s)(?<!will\s)(?<!could\s)(?<!might\s)(?<!to\s)\b(?:has|have|['’]ve)\b[^.;:]{0,90}\Z"
)
#: Verbs of what goes on, which "for two years" measures up to the day of publication.
_LASTING = re.compile(
    rf"(?:\b(?:has|have|['’]ve){W}(?:(?:not|also|now|already|largely|repeatedly|long){W}|"
    rf"[a-z]{{2,12}}ly{W})?"
    rf"(?:been{W}(?:[a-z]+ing|in|at|under|without|on|out|off|stuck|closed|blocked|besieged|occupied)|"
    rf"ruled|led|governed|fought|lived|lasted|raged|waited|worked|run|served|"
    rf"controlled|occupied|denied|sought|tried|accused|demanded|refused|marched|protested|gone|"
    rf"remained|stayed|stood|supported|backed|held|faced|suffered|resisted|traded|raged|existed){E}"
    r"[^.;:]{0,60}|(?:has|have)\s?)\Z"
)


def sentence_before(text: str, start: int) -> str:
    """What stands before *start* in its sentence, at most 160 characters."""
    left = text[max(0, start - _SENTENCE) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(left)]
    return left[ends[-1] :] if ends else left


def way_of(text: str, start: int, end: int, preposition: str) -> Way | None:
    """Whether a Monday, a July or a 17th is the last one or the coming one.

    "would" is what was told: of a Friday the coming one, of a July it may be past.
    "For", "by" and "until" look ahead, "since" back. "due": was to be, and may have been.
    None if the verb leaves it open.
    """
    if preposition == "since":
        return "back"
    before = sentence_before(text, start)
    cue = None
    for match in _CUE.finditer(before):
        cue = match.lastgroup
    opening = cue is None and _OPENING.search(text[max(0, start - 16) : start])
    if opening:
        after = text[end : end + 120]
        stop = _SENTENCE_END.search(after)
        found = _FINITE.search(after[: stop.start()] if stop else after)
        cue = found.lastgroup if found else None
    if preposition in _UNTIL:
        return _way_until(before, cue, preposition)
    if preposition == "for" and cue not in ("aux", "have"):
        return "ahead"
    if cue is None and not opening and _HEADLINE.match(before):
        return "ahead"
    if cue is None and preposition.startswith(("starting", "beginning", "effective")):
        return None
    if cue in ("ahead", "ll"):
        return "ahead"
    if cue == "would":
        return "told"
    return "due" if cue == "unsure" else "back"


def _way_until(before: str, cue: str | None, preposition: str) -> Way | None:
    if preposition == "by":
        return "back" if cue == "had" or _HAD.search(before) else "ahead"
    held = cue in ("aux", "had") or _HELD_UNTIL.search(before)
    return None if held and not _PUT_OFF.search(before) else "ahead"


def must_be_soon(text: str, start: int) -> bool:
    """Whether "within a month" looks ahead without a verb of the future: asked to leave …"""
    return _TO_BE_DONE.search(sentence_before(text, start)) is not None


def is_negated(text: str, start: int) -> bool:
    """Whether "not" stands before: "not until May" is from May on, not until it."""
    return _NOT_UNTIL.search(sentence_before(text, start)[-60:]) is not None


def runs_to_now(text: str, start: int, counted: bool) -> bool:
    """Whether "for weeks", "for two years" measures back from the day of publication.

    "Have marched for weeks" does. With a number the verb must be one of what goes on:
    "has been jailed for two years" looks ahead.
    """
    before = sentence_before(text, start)
    return (_LASTING if counted else _PERFECT).search(before) is not None
