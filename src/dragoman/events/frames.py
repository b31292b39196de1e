# What stands in which slot of a clause, once light verbs and prepositions are seen through.
# Rule 1: a frame looks at one sentence and the resolver, at no register and no date.
# Rule 2: a slot that cannot be read is empty. A wrong doer turns an ally into an
#   attacker; a missing event costs one row.
"""Fill the slots of verb and noun senses from clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.alphabet.calendar import MONTHS, WEEKDAYS
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.clauses.hyphens import word_before
from dragoman.clauses.inflection import lemmas
from dragoman.entities.actor import Party
from dragoman.entities.parties import PORTIONS, Resolver
from dragoman.events.governed import with_governor
from dragoman.events.senses import Lexicon, Words

# Names need their capital: "in March" is a time, "in a march" is none.
_NAMES_OF_TIMES = frozenset(
    {*WEEKDAYS, *MONTHS, "Sept", *(name[:3] for name in (*WEEKDAYS, *MONTHS))}
)
_TIMES = frozenset(
    "day week month year decade hour minute morning afternoon evening night weekend spring summer autumn winter "
    "1960s 1970s 1980s 1990s 2000s 2010s".split()
)
Slots = dict[str, tuple[int, ...]]
#: Whose it is has helped, and is no side of what was done with it.
_HELP = frozenset(
    "aid approval assistance backing blessing consent endorsement help support".split()
)
#: Nor is whose shadow it was done in: "under pressure from Washington".
_SHADOWS = frozenset("auspices concern fear pressure pretext supervision threat urging".split())
_CURRENCIES = frozenset("$€£¥₽")
_MONEY = frozenset({*_CURRENCIES, "dollar", "euro", "pound", "rouble", "ruble", "yen", "yuan"})
_NO_PREPOSITIONS = frozenset({"subject", "object", "iobj", "clause", "topic", "modifier"})


@dataclass(frozen=True)
class Frame:
    """A clause with the lemma it is looked up by, and its slots completed."""

    clause: Clause
    lemma: str
    slots: Slots
    light: Clause | None = None  #: the light verb that carries this noun


def frames(
    clause: Clause,
    by_head: dict[int, Clause],
    light: frozenset[str],
    listed: Callable[[str], bool] = bool,
) -> Iterator[Frame]:
    """Yield the ways to look a clause up, by lemmas that are *listed*, the most specific first.

    "pull out of" before "pull out" before "pull"; for verbs with a preposition
    in their lemma, the preposition's phrase also counts as the object.
    """
    slots = _without_times(_with_object_phrases(clause, by_head), clause.sentence)
    carrier = None
    if clause.kind == "noun":
        carrier = _light_verb(clause, by_head, light)
        if carrier is not None:
            slots = _carried(slots, carrier, clause.head)
        slots = with_governor(slots, clause, carrier, by_head)
    if clause.kind == "noun":
        for i in clause.slots.get("modifier", ()):
            before = clause.sentence.tokens[i]
            for first in lemmas(before.text, before.lemma):
                for lemma in clause.lemmas:
                    if listed(double := f"{first} {lemma}"):
                        yield Frame(clause, double, slots, carrier)
    for preposition in clause.slots:
        if preposition in _NO_PREPOSITIONS or preposition not in slots:
            continue
        for lemma in clause.lemmas:
            if listed(double := f"{lemma} {preposition}"):
                own = bool(clause.slots.get("object"))
                joined = slots if own else {**slots, "object": slots[preposition]}
                yield Frame(clause, double, joined, carrier)
    for lemma in clause.lemmas:
        if listed(lemma):
            yield Frame(clause, lemma, slots, carrier)


def names(clause: Clause) -> Iterator[str]:
    """Every lemma by which a frame of a clause may be looked up; most clauses are on no list."""
    yield from clause.lemmas
    if clause.kind == "noun":
        for i in clause.slots.get("modifier", ()):
            before = clause.sentence.tokens[i]
            for first in lemmas(before.text, before.lemma):
                yield from (f"{first} {lemma}" for lemma in clause.lemmas)
    for slot in clause.slots:
        if slot not in _NO_PREPOSITIONS:
            yield from (f"{lemma} {slot}" for lemma in clause.lemmas)


def _without_times(slots: Slots, sentence: Sentence) -> Slots:
    """The slots without phrases that only say when: "gave in 1970" is not to give in."""
    kept: Slots = {}
    for slot, heads in slots.items():
        free = slot in _NO_PREPOSITIONS
        if left := tuple(i for i in heads if free or not _is_time(sentence.tokens[i])):
            kept[slot] = left
    return kept


def _is_time(token: Token) -> bool:
    year = token.pos == "NUM" and len(token.text) == 4 and token.text.startswith(("19", "20"))
    return year or token.lemma.lower() in _TIMES or token.text.rstrip(".") in _NAMES_OF_TIMES


def _with_object_phrases(clause: Clause, by_head: dict[int, Clause]) -> Slots:
    """Add the prepositions of the object: "imposed sanctions [on Iran]"."""
    slots = dict(clause.slots)
    objects = clause.slots.get("object", ())
    if clause.kind == "noun":
        # "a pledge of support to Kenya", "the signing of a pact between Oman and India"
        _borrow(slots, objects, by_head)
        return slots
    for i in (*clause.slots.get("subject", ()), *objects):
        # "ties between Iran and Russia deepened", "a truce with the rebels took effect"
        if i in by_head:
            _lend(slots, by_head[i].slots, ("between", "with", "in"))
    for i in objects:
        # "300 tons of wheat to Ethiopia": the phrase may hang on what is portioned.
        # "a loan of $3 billion for Ghana": or on the sum.
        _borrow(slots, (i, *_portioned(clause.sentence, i), *_sums(i, by_head)), by_head)
        if i in by_head and "to" not in slots:
            # "the export of machines to China": or on what is exported.
            for k in by_head[i].slots.get("object", ()):
                if k in by_head:
                    _lend(slots, by_head[k].slots, ("to",))
                else:
                    _lend_name(slots, clause.sentence, k, only=("to",))
    for i in objects:
        # "eased the sanctions it had imposed on Oman": the phrase stands with the first verb.
        for below in clause.sentence.children(i, "acl:relcl"):
            if below.i in by_head:
                _lend(slots, by_head[below.i].slots, ("on", "against", "from"))
    for i in objects:
        if i not in by_head:
            _lend_name(slots, clause.sentence, i)
            # "pledged $1 billion to rebuild the port"
            inside = (t.i for t in clause.sentence.children(i, "acl") if t.i in by_head)
            if uses := tuple(k for k in inside if k != clause.head):
                slots.setdefault("clause", uses)
        else:
            # "reserved the right to retaliate": told of the noun, meant of the verb.
            inner = by_head[i].slots.get("clause", ())
            _lend(slots, {"clause": tuple(k for k in inner if k != clause.head)}, ("clause",))
    if "iobj" not in slots:
        _receiver_in_compound(slots, clause.sentence, objects)
    elif "object" not in slots:
        # "asked Moscow for help": treebanks call whoever is asked an indirect object.
        slots["object"] = slots["iobj"]
    for slot, heads in clause.slots.items():
        # "pulled out of the talks with Turkey": the phrase of a phrase.
        if slot not in _NO_PREPOSITIONS:
            # Not from one that opens the sentence: "With aid from Chad, Mali drove the rebels back".
            behind = tuple(i for i in heads if i > clause.head)
            # "Bombed Homs with the help of Chad": the help is Chad's, not what was bombed.
            tokens = clause.sentence.tokens
            _borrow(slots, [i for i in behind if not _is_setting(tokens[i])], by_head)
            for i in behind:
                if i not in by_head:
                    # "held talks in Jerusalem with Turkey"
                    _lend_name(slots, clause.sentence, i)
    return slots


def _is_setting(token: Token) -> bool:
    """Whether what stands behind a noun is no side of what was done with its help or in its shadow."""
    lemma = token.lemma.lower()
    return lemma in _HELP or lemma in _SHADOWS


def _lend(slots: Slots, given: Slots, only: Iterable[str]) -> None:
    """Add those of the slots *only* that are given and not there yet."""
    for slot in only:
        if given.get(slot):
            slots.setdefault(slot, given[slot])


def _borrow(slots: Slots, heads: Iterable[int], by_head: dict[int, Clause]) -> None:
    """Add the prepositions of the nouns at *heads* that are not there yet."""
    for i in heads:
        noun = by_head.get(i)
        if noun is None or noun.kind != "noun":
            continue
        if "object" in noun.slots:
            # A noun's own "of" phrase is its object: "lifted its blockade of Qatar".
            slots.setdefault("of", noun.slots["object"])
        _lend(slots, noun.slots, (slot for slot in noun.slots if slot not in _NO_PREPOSITIONS))


def _lend_name(slots: Slots, sentence: Sentence, i: int, only: tuple[str, ...] = ()) -> None:
    """ "warned Spain of consequences", "$5 million for Mali": names and sums make no clause."""
    for phrase in sentence.children(i, "nmod"):
        case = sentence.child(phrase.i, "case")
        word = case.text.lower() if case is not None else ""
        if word and phrase.dep != "nmod:poss" and (not only or word in only):
            slots.setdefault(word, (phrase.i,))


def _receiver_in_compound(slots: Slots, sentence: Sentence, objects: Iterable[int]) -> None:
    """ "sent Ukraine food": parsers take the receiver for part of a compound."""
    names = tuple(
        t.i for i in objects for t in sentence.children(i, "compound") if t.pos == "PROPN"
    )
    if names:
        slots["iobj"] = names


def _portioned(sentence: Sentence, i: int) -> list[int]:
    token = sentence.tokens[i]
    if token.lemma.lower() not in PORTIONS and token.text.lower() not in PORTIONS:
        return []
    return [t.i for t in sentence.children(i, "nmod", "obl")]


def _sums(i: int, by_head: dict[int, Clause]) -> list[int]:
    """The sums of money that a noun's "of" phrase gives."""
    noun = by_head.get(i)
    heads = noun.slots.get("object", ()) if noun is not None and noun.kind == "noun" else ()
    return [k for k in heads if noun and noun.sentence.tokens[k].lemma.lower() in _MONEY]


def _light_verb(clause: Clause, by_head: dict[int, Clause], light: frozenset[str]) -> Clause | None:
    """The light verb whose object this noun is: "launched an attack", "the attack it launched"."""
    above = by_head.get(clause.governor) if clause.governor is not None else None
    if above is not None and above.kind == "verb":
        if _is_object(clause, above, light):
            return above
        for preposition, heads in above.slots.items():
            if clause.head in heads and any(f"{m} {preposition}" in light for m in above.lemmas):
                return above
    below = (by_head.get(t.i) for t in clause.sentence.children(clause.head, "acl"))
    return next((v for v in below if v is not None and _is_object(clause, v, light)), None)


def _is_object(noun: Clause, verb: Clause, light: frozenset[str]) -> bool:
    # "Resumed shelling the town" and "resumed shelling of the town": a gerund may be a noun.
    carried = (*verb.slots.get("object", ()), *verb.slots.get("clause", ()))
    return noun.head in carried and _carries(verb, light)


def _carries(verb: Clause, light: frozenset[str]) -> bool:
    """Whether a verb is light; "hold up" is not because "hold" is."""
    if verb.sentence.child(verb.head, "compound:prt") is not None:
        return verb.lemmas[0] in light
    return any(m in light for m in verb.lemmas)


def _carried(slots: Slots, verb: Clause, noun: int) -> Slots:
    """The noun's slots under its light verb: the verb's subject does it."""
    merged = dict(slots)
    for slot, heads in verb.slots.items():
        others = tuple(h for h in heads if h != noun)
        if slot == "object" or not others:
            continue
        if slot == "subject":
            merged["subject"] = others
        else:
            merged.setdefault(slot, others)
    return merged


#: What a name is, as a word: "Americans" are nationals, the Arab League is a body of states.
_NATURES = {
    "people": "national",
    "igo": "international body",
    "alliance": "international body",
    "bloc": "international body",
    "ship": "warship",
}


_WATERS = frozenset({"bay", "channel", "gulf", "ocean", "sea", "strait"})
#: Sectors whose members fight with words and votes.
UNARMED = frozenset({None, "ELI", "GOV", "LEG", "OPP", "PTY"})


@dataclass
class Heads:
    """What heads the phrases of one sentence; asked by many senses, found out once."""

    sentence: Sentence
    resolver: Resolver
    lexicon: Lexicon
    _lists: dict[int, frozenset[Words]] = field(default_factory=dict)
    _natures: dict[int, frozenset[Words]] = field(default_factory=dict)
    _actors: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._of_natures = self.lexicon.natures

    def fit(self, heads: tuple[int, ...], wanted: Words, unwanted: Words) -> bool:
        """Whether one of the phrases is headed by a wanted word, and none by an unwanted one."""
        if unwanted:
            for i in heads:
                if "*" in unwanted or self._is_on(i, unwanted):
                    return False
                if "@actor" in unwanted and self.is_actor(i):
                    return False
        if not wanted or ("*" in wanted and heads):
            return True
        for i in heads:
            if (
                self._is_on(i, wanted)
                or ("@actor" in wanted and self.is_actor(i))
                or ("@person" in wanted and self.resolver.is_person(self.sentence, i))
                or ("@human" in wanted and self.resolver.is_human(self.sentence, i))
                or ("@humans" in wanted and self.resolver.is_people(self.sentence, i))
            ):
                return True
        return False

    def _is_on(self, i: int, words: Words) -> bool:
        """Whether a list holds one of the words by which the phrase of token *i* may be asked for."""
        lists = self._lists.get(i)
        if lists is None:
            core = self.resolver.core(self.sentence, i)
            asked_by = _names(self.sentence, i)
            if core != i:
                asked_by |= _names(self.sentence, core)
            lists = self._lists[i] = self.lexicon.lists_of(asked_by)
        if words in lists:
            return True
        if words not in self._of_natures:
            return False
        if i not in self._natures:
            self._natures[i] = self.lexicon.lists_of(self._nature(i))
        return words in self._natures[i]

    def _nature(self, i: int) -> set[str]:
        """What the names in a phrase stand for, as words."""
        token = self.sentence.tokens[self.resolver.core(self.sentence, i)]
        party = named(self.sentence, i, self.resolver)
        found = _nature(party, token) if party is not None else set()
        mention = self.resolver.mention_at(token)
        if mention is not None and mention.kind in _NATURES:
            found.add(_NATURES[mention.kind])
        elif mention is not None and mention.kind == "person" and mention.sector in UNARMED:
            found.add("politician")
        return found

    def _is_water(self, i: int, party: Party | None) -> bool:
        """ "Into the East Sea": a name of no state, and nobody's."""
        unknown = party is not None and not party.known
        return unknown and self.sentence.tokens[i].text.lower() in _WATERS

    def is_actor(self, i: int) -> bool:
        """Whether the phrase headed by token *i* names somebody who can act."""
        if i not in self._actors:
            party = named(self.sentence, i, self.resolver)
            # "Both sides": two who act, and not one.
            several = () if party is not None else self.resolver.parties(self.sentence, i)
            alone = _is_actor(party) and not self._is_water(i, party)
            self._actors[i] = alone or any(_is_actor(p) for p in several)
        return self._actors[i]


def _nature(party: Party, token: Token) -> set[str]:
    """What a name stands for, as a word: Kherson is a city, Boko Haram an armed group."""
    if party.kind == "place":
        return {"city"} if token.pos == "PROPN" else set()
    if token.pos == "PRON" and party.sector == "MIL":
        return {"naval unit"}  # "she", "it": a force that was named before
    bands = party.sector in ("REB", "UAF") or (party.code or "").startswith(("IMG", "ISIL"))
    return {"armed group"} if bands and party.kind == "actor" else set()


def named(sentence: Sentence, i: int, resolver: Resolver) -> Party | None:
    """The party of a phrase, or of a modifier: "Turkish" in "Turkish aid"."""
    token = sentence.tokens[i]
    if token.relation in ("amod", "compound"):
        return resolver.modifier(token)
    return resolver.party(sentence, i)


def _names(sentence: Sentence, i: int) -> set[str]:
    """The lemma of a phrase's head, alone and with a noun or adjective before it."""
    token = sentence.tokens[i]
    made = {*lemmas(token.text, token.lemma), token.text.lower()}
    if token.text.lstrip("USAC") in _CURRENCIES:
        made |= {"money", "dollar"}
    for before in sentence.children(i, "compound", "amod", "nmod:desc"):
        for first in lemmas(before.text, before.lemma):
            made |= {f"{first} {lemma}" for lemma in tuple(made) if " " not in lemma}
            if token.pos == "PROPN" and before.pos == "NOUN":
                made.add(first)  # "the tanker Nikolas" is a tanker
        if token.pos == "PROPN" and before.text in _CALLED:
            made.add(before.text.lower())  # "Exercise Bright Wave"
    if sentence.hyphens and token.pos == "PROPN":
        made |= _makes(sentence, token)
    first_word = word_before(sentence, token)
    # "A sit-in" is two words to the parser.
    return made | {f"{first_word}-{lemma}" for lemma in made} if first_word else made


#: What stands before the name of what forces do.
_CALLED = frozenset({"Exercise", "Operation"})
#: Letters of makes of aircraft and weapons, and what they are.
_MAKES = {
    **dict.fromkeys(("f", "j", "jf", "mig", "su"), "fighter jet"),
    **dict.fromkeys(("b", "tu"), "bomber"),
    **dict.fromkeys(("mq", "rq", "tb"), "drone"),
    **dict.fromkeys(("ah", "ka", "mi", "uh"), "helicopter"),
    "s": "missile system",
    "t": "tank",
}


def _makes(sentence: Sentence, token: Token) -> set[str]:
    """ "F-16s": "f-16", and that it is a fighter jet."""
    number = next((t for t in sentence.children(token.i, "flat") if t.text[:1].isdigit()), None)
    if number is None or token.text.lower() not in _MAKES:
        return set()
    letters = token.text.lower()
    return {f"{letters}-{number.text.rstrip('s').lower()}", _MAKES[letters]}


def _is_actor(party: Party | None) -> bool:
    return party is not None and party.kind == "actor"
