# Goods in a phrase, by grammar: which one it is, whose, and where it goes.
# Rule 1: a good is what the phrase is headed by, or what its head holds or counts:
#   "tanks", "a shipment of tanks", "$1 billion in aid"; "oil ministers" are none.
# Rule 2: soldiers are no goods: to send troops is an act of its own.
# Rule 3: the sides stand after "to", "for", "from" or "by", or before the good as its
#   owner or maker: "Iranian-made drones". Names that stand there by chance are left.
"""What a phrase says of a good: its class, its makers, its way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from dragoman.alphabet.lexfile import ALMANAC, kinds
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.clauses.inflection import bases
from dragoman.clauses.phrases import FEELINGS
from dragoman.entities.actor import SPEAKER
from dragoman.entities.parties import Resolver

_KINDS = (
    "giving", "taking", "using", "returning", "seeking", "paying", "flow", "inflow", "carrier",
    "approving", "halting", "moving", "denying", "wishing", "carrying", "arming", "asking",
    "giver", "taker", "arriving", "reaching", "striking", "vehicle",
    "depending", "part", "building", "leaning",
)  # fmt: skip
_SOLDIERS = frozenset({"troop", "soldier", "fighter", "worker", "adviser", "advisor"})
_QUALITIES = frozenset(
    {"military", "lethal", "humanitarian", "medical", "defence", "defense", "energy"}
)
#: Ships are arms if a navy or a coast guard sails them.
_SHIPS = frozenset({"ship", "vessel"})
_NAVAL = frozenset({"attack", "landing", "naval", "patrol", "surveillance"})
_COUNTS = frozenset({"million", "billion", "trillion"})
_CURRENCIES = frozenset("$ € £ ¥ dollar euro pound yuan yen rouble ruble money".split())
_HOLDING = frozenset({"carrier", "flow", "inflow"})
_MADE = frozenset("make supply build produce provide design manufacture deliver sell".split())
_BUILT = frozenset({"make", "manufacture", "build", "produce", "assemble"})
_INSIDE = frozenset({"of", "in", "worth"})
_LOADED = frozenset({"load", "laden", "lade", "fill", "pack"})
#: Classes of which a single word is sure, the most telling first.
_PLAIN = ("arms", "energy", "technology", "humanitarian")
_HALTS = ("VERB", "AUX", "SCONJ")
#: A make of aircraft, tank or missile: "F-16s", "S-300", "Su-35", "M777"; no "G-20", no visa.
_MAKE = re.compile(
    r"(?!G)(?:[A-Z][A-Za-z]?-\d{2,4}|[A-Z][A-Za-z]-\d|[MTF]\d{2,3}|MiG-\d\d)[A-Z]?\d?s?"
)
_DIGIT = re.compile(r"\d")
_PLACES = ("state", "capital", "metonym", "alliance", "bloc", "igo")


@cache
def load_passing() -> dict[str, frozenset[str]]:
    """Words of passing by kind.

    Raises: AlmanacError for a kind that is none.
    """
    made: dict[str, set[str]] = defaultdict(set)
    for word, kind in kinds(ALMANAC / "evidence" / "passing.csv", _KINDS):
        made[kind].add(word)
    return {kind: frozenset(words) for kind, words in made.items()}


@lru_cache(maxsize=20_000)
def told_by(forms: tuple[str, ...]) -> frozenset[str]:
    """The kinds of passing that a word tells of in one of its *forms*."""
    return frozenset(k for k, words in load_passing().items() if not words.isdisjoint(forms))


@lru_cache(maxsize=20_000)
def _told_by_word(word: str) -> frozenset[str]:
    return told_by(bases(word))


class Goods:
    """Reads the goods of one sentence."""

    def __init__(self, sentence: Sentence, resolver: Resolver, items: dict[str, str]) -> None:
        self.sentence = sentence
        self.resolver = resolver
        self.items = items
        self._goods: dict[tuple[int, bool], tuple[str, str] | None] = {}
        self._classes: dict[int, str | None] = {}

    def good(self, i: int, *, captives: bool = False) -> tuple[str, str] | None:
        """The good that the phrase of token *i* names and its class, the most telling word first.

        *captives*: soldiers count, who are given back as prisoners are.
        """
        asked = i, captives
        if asked not in self._goods:
            self._goods[asked] = self._good(i, captives)
        return self._goods[asked]

    def _good(self, i: int, captives: bool) -> tuple[str, str] | None:
        head = self.sentence.tokens[i]
        if (make := self._make(head)) is not None:
            return make, "arms"
        if head.lemma.lower() == "part" and self.sentence.tokens[i - 1].text.lower() == "in":
            return None  # "paid in part by"
        if head.pos == "PRON" or not (self._holds(head) or self._class(head)):
            return None
        telling = [t for t in self._words(i) if self._class(t) is not None]
        inside = [t for t in telling if not self.is_vehicle(t.i)]
        telling = inside if self.is_vehicle(i) and inside else telling  # "trucks of aid"
        if self.is_vehicle(i) and not inside:
            loads = (self.good(k) for k in self.cargo(i) if k != i)  # "trucks with food"
            if (load := next((g for g in loads if g is not None), None)) is not None:
                return load
        named = (self._make(t) for t in self.sentence.children(i, "compound") if t.i < i)
        jets = head.lemma.lower() == "fighter"  # "the MiG-29 fighters"
        if (jets or not telling) and (
            make := next((m for m in named if m is not None), None)
        ) is not None:
            return make, "arms"  # "the S-300 system"
        kinds = {self._class(t) for t in telling}
        if "people" in kinds:
            soldiers = any(f in _SOLDIERS for t in telling for f in bases(t.text))
            return None if soldiers and not captives else self._first(telling, "people")
        own = self._class(head)
        if own in _PLAIN and not self.is_vehicle(i):  # "missile technology", "rocket fuel"
            return head.text, own
        for kind in _PLAIN:
            if kind in kinds:
                return self._first(telling, kind)
        found = self._first(telling, "money") or self._first(telling, "other")
        return found or ((head.text, "") if self.flow(head, "part") else None)

    def _make(self, token: Token) -> str | None:
        """The name of a machine that a word is part of."""
        return self._makes.get(token.i)

    @cached_property
    def _makes(self) -> dict[int, str]:
        """The names of machines, glued of several words ("S-400s"), by each of them."""
        made: dict[int, str] = {}
        if _DIGIT.search(self.sentence.span.of(self.resolver.text)) is None:
            return made
        tokens, first = self.sentence.tokens, 0
        for last, token in enumerate(tokens):
            if last + 1 < len(tokens) and tokens[last + 1].span.start == token.span.end:
                continue
            glued = Span(tokens[first].span.start, token.span.end).of(self.resolver.text)
            found = _MAKE.match(glued)
            if found and not glued[found.end() :][:1].isalnum():
                made |= dict.fromkeys(range(first, last + 1), found.group(0))
            first = last + 1
        return made

    def _first(self, telling: list[Token], kind: str) -> tuple[str, str] | None:
        own = [t for t in telling if self._class(t) == kind]
        nouns = [t for t in own if t.text.lower() not in _QUALITIES]
        return next(((self._shown(t), kind) for t in (*nouns, *own)), None)

    def _shown(self, token: Token) -> str:
        """The word, a sign of money with its sum: "$300 million"."""
        if token.pos != "SYM":
            return token.text
        below = [k for k in self.sentence.subtree(token.i) if k >= token.i]
        last = next((k for k in reversed(below) if self.sentence.tokens[k].pos == "NUM"), token.i)
        return Span(token.span.start, self.sentence.tokens[last].span.end).of(self.resolver.text)

    def _class(self, token: Token) -> str | None:
        if token.i not in self._classes:
            self._classes[token.i] = self._class_of(token)
        return self._classes[token.i]

    def _class_of(self, token: Token) -> str | None:
        if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM", "X"):
            return None
        word = token.text.lower()
        if word in _COUNTS and not self._is_money(token):
            return None  # "a million doses"
        if word == "$" or word in ("€", "£"):
            return "money"
        if token.pos == "ADJ" and word not in _QUALITIES:
            return None
        kind = next((self.items[f] for f in bases(token.text) if f in self.items), None)
        if kind is None and not _SHIPS.isdisjoint(bases(token.text)):
            before = self.sentence.children(token.i, "compound", "amod")
            return "arms" if any(t.text.lower() in _NAVAL for t in before) else None
        return None if kind == "people" and token.relation == "compound" else kind  # "fighter jet"

    def _is_money(self, token: Token) -> bool:
        top = self.sentence.tokens[token.head]
        near = self.sentence.tokens[max(0, token.i - 3) : token.i + 3]
        return any(t.text.lower() in _CURRENCIES or t.lemma in _CURRENCIES for t in (*near, top))

    def _holds(self, token: Token) -> bool:
        if token.pos in ("NUM", "SYM"):
            return True
        return not _HOLDING.isdisjoint(_told_by_word(token.text))

    def _words(self, i: int) -> Iterator[Token]:
        """The words of the phrase itself: compounds, and what stands after "of" or "in"."""
        head = self.sentence.tokens[i]
        carried = self._holds(head) or self._class(head) == "money"
        yield head
        for child in self.sentence.children(i):
            if child.relation in ("compound", "amod", "nummod", "flat"):
                if child.i < i:
                    yield from (self.sentence.tokens[k] for k in self.sentence.subtree(child.i))
            elif child.relation in ("nmod", "obl") and carried:
                case = self.sentence.child(child.i, "case")
                if case is not None and case.text.lower() in _INSIDE:
                    yield from self._words(child.i)
        if (aid := self._measured(i)) is not None:
            yield from self._words(aid)

    def _measured(self, i: int) -> int | None:
        """What a sum is spent on where the tree hangs it on the verb: "sent $2 billion in [aid]"."""
        after = self.sentence.tokens[i + 1 : i + 2]
        if (
            not after
            or after[0].text.lower() != "in"
            or self._class(self.sentence.tokens[i]) != "money"
        ):
            return None
        head = self.sentence.tokens[after[0].head]
        return head.i if head.i > i and head.relation == "obl" and self._class(head) else None

    def flow(self, token: Token, kind: str = "flow") -> bool:
        """Whether *token* is a noun of passing."""
        return kind in _told_by_word(token.text)

    def top(self, i: int) -> int:
        """The head of the sum or load of which token *i* is the matter: "$1 billion in [aid]"."""
        token = self.sentence.tokens[i]
        if token.relation not in ("nmod", "obl"):
            return i
        case = self.sentence.child(i, "case")
        above = self.sentence.tokens[token.head]
        tied = case is not None and case.text.lower() in _INSIDE
        tied = tied and above.pos != "VERB"
        return above.i if tied and (self._holds(above) or self._class(above) == "money") else i

    def matter(self, i: int) -> int | None:
        """What passes, behind the side: "the sale to Chad of [tanks]"."""
        for token in self.sentence.tokens[i + 1 :]:
            if token.pos in _HALTS or token.text in (";", ":", ","):
                return None
            if token.text.lower() == "of" and self.sentence.tokens[token.head].i > token.i:
                return self.sentence.tokens[token.head].i
        return None

    def is_vehicle(self, i: int) -> bool:
        """Whether token *i* is a ship, truck or plane that carries goods."""
        return self.flow(self.sentence.tokens[i], "vehicle")

    def is_site(self, i: int) -> bool:
        """Whether token *i* names a town or region, and not the state that holds it."""
        mention = self.resolver.mention_at(self.sentence.tokens[i])
        return mention is not None and mention.kind == "city"

    def cargo(self, i: int, clause: Clause | None = None) -> list[int]:
        """The goods aboard a vehicle: "planes loaded with arms", "a convoy of food"."""
        if not self.is_vehicle(i):
            return []
        found = self.beside(i, "with", "of")
        for child in self.sentence.children(i, "acl"):
            inner = next((c for c in self.sentence.clauses if c.head == child.i), None)
            if inner is None:
                continue
            if "carrying" in told_by(inner.lemmas):
                found += [k for k in inner.slots.get("object", ()) if k != i]
            if set(inner.lemmas) & _LOADED:
                found += inner.slots.get("with", ())
        found += clause.slots.get("with", ()) if clause is not None else ()
        return [c for k in found for c in self.sentence.conjuncts(k)]

    def beside(self, i: int, *cases: str) -> list[int]:
        """The heads of the phrases that hang on token *i* by one of *cases*."""
        return [k for t in self._phrases(i, *cases) for k in self._together(t.i)]

    def _phrases(self, i: int, *cases: str) -> Iterator[Token]:
        for child in self.sentence.children(i, "nmod", "obl"):
            case = self.sentence.child(child.i, "case")
            if case is not None and case.text.lower() in cases:
                yield child

    def sources(self, i: int) -> list[str]:
        """Codes of those from whom a good comes: its makers, "from Iran", "bought from Iran"."""
        found = self.codes(tuple(self.beside(i, "from")))
        for child in self.sentence.children(i, "acl"):
            inner = next((c for c in self.sentence.clauses if c.head == child.i), None)
            if inner is None or found:
                continue
            told = told_by(inner.lemmas)
            if "taking" in told or "carrying" in told:
                found = self.codes(inner.slots.get("from", ()))
            elif "giving" in told:
                found = self.codes(inner.slots.get("subject", ()))
        return found or self.makers(i)

    def after(self, i: int, *cases: str) -> list[str]:
        """Codes of the first phrase after one of *cases*, behind token *i*, in the same clause."""
        tokens = self.sentence.tokens
        for token in tokens[i + 1 :]:
            if token.pos in _HALTS or token.text in (";", ":", "“", '"', "that"):
                break
            if token.text.lower() in cases and token.pos == "ADP":
                head = tokens[token.head]
                if head.lemma.lower() in FEELINGS:
                    break
                if head.i > token.i and (found := self.codes(tuple(self._together(head.i)))):
                    return found
        return []

    def _together(self, i: int) -> list[int]:
        return self.sentence.conjuncts(i)

    def makers(self, i: int) -> list[str]:
        """Codes of those whose good it is: "Iranian-made drones", "US aid", "missiles made by Iran"."""
        found: list[str] = []
        for child in self.sentence.children(i, "acl"):
            clause = next((c for c in self.sentence.clauses if c.head == child.i), None)
            if clause is not None and set(clause.lemmas) & _MADE and child.text.endswith("ed" if
                child.lemma not in ("make", "build", "sell") else child.text[-1:]):  # fmt: skip
                where = clause.slots.get("in", ()) if set(clause.lemmas) & _BUILT else ()
                found += self.codes(clause.slots.get("subject", ()) or where)
        for clause in self.sentence.clauses:  # "the drones are made in Iran"
            if clause.passive and i in clause.slots.get("object", ()):
                if set(clause.lemmas) & _BUILT:
                    found += self.codes(clause.slots.get("in", ()) + clause.slots.get("by", ()))
        head = self.sentence.tokens[i]
        amount = self._holds(head) and not (self.flow(head) or self.flow(head, "inflow"))
        inner = self._phrases(i, *_INSIDE) if amount else ()
        last = max((t.i for t in inner), default=i)  # "tons of American wheat"
        for k in self.sentence.subtree(i):
            token = self.sentence.tokens[k]
            if k >= last or self._apart(token, i):
                continue
            mention = self.resolver.mention_at(token)
            if mention is not None and mention.code and mention.kind != "city":
                found.append(mention.code)
            elif token.dep == "nmod:poss":
                found += self.codes((token.i,))
        return list(dict.fromkeys(found))

    def _apart(self, token: Token, top: int) -> bool:
        """Whether *token* stands in a phrase of direction or a clause, not before its noun."""
        at = token
        while at.i != top:
            case = self.sentence.child(at.i, "case")
            if at.relation == "conj" and self.sentence.tokens[at.head].relation == "amod":
                at = self.sentence.tokens[at.head]  # "Israeli and Turkish drones"
                continue
            if at.relation in ("advcl", "appos", "conj", "acl") or at.head == at.i:
                return True
            if case is not None and case.i < at.i and case.text.lower() not in _INSIDE:
                return at.i != token.i or case.text.lower() not in ("by", "from")
            at = self.sentence.tokens[at.head]
        return False

    def given(self, verb: int, i: int) -> list[str]:
        """Whom a good is given right after the verb: "offered [Mali] fuel", taken for its noun."""
        first = verb + 1
        tokens = self.sentence.tokens
        if first < i and tokens[first].pos == "DET":
            first += 1
        mention = self.resolver.mention_at(tokens[first])
        if mention is None or not mention.code or mention.kind not in _PLACES:
            return []
        rest = [t for t in tokens[first : i + 1] if t.span.start >= mention.span.end]
        inside = tokens[first].head == i or tokens[first].relation in ("compound", "iobj", "obj")
        return [mention.code] if inside and rest and rest[0].text not in ("'s", "’s", "-") else []

    def codes(self, heads: tuple[int, ...]) -> list[str]:
        """Codes of those whom the phrases headed by *heads* name."""
        found = []
        for i in heads:
            for party in self.resolver.parties(self.sentence, i):
                # "We sold nothing to Iran": who "we" are, the claim around it says.
                if party.code == SPEAKER or (party.code or "").partition("-")[0].isalpha():
                    found.append(party.code or "")
        return list(dict.fromkeys(found))
