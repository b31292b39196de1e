# What a phrase is by its head: by which words a sense may ask for it, and whether it can act.
# Rule: a phrase is asked for by the words it holds and by what its name stands for: Kherson is a city,
#   the F-16 a fighter jet.
"""What heads the phrases of one sentence, as the demands of senses name it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.hyphens import word_before
from dragoman.clauses.inflection import lemmas
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.borrowed import CURRENCIES
from dragoman.events.senses import Lexicon, Words

#: What a name is, as a word: "Americans" are nationals, the Arab League is a body of states.
_NATURES = {
    "people": "national",
    "igo": "international body",
    "alliance": "international body",
    "bloc": "international body",
    "ship": "warship",
    "outlet": "news outlet",
}
#: What a maker's name before it tells the make of.
_MODELS = frozenset(
    "aircraft battery drone fighter helicopter howitzer jet launcher missile rocket system tank vehicle".split()
)
#: What bodies of states are called, and people who join as well.
_OF_PEOPLE = frozenset({"association", "league", "union"})
_PERSONAL = frozenset({"he", "it", "she", "they"})
_WATERS = frozenset({"bay", "channel", "gulf", "ocean", "sea", "strait"})
#: Sectors whose members fight with words and votes.
_UNARMED = frozenset({None, "ELI", "GOV", "LEG", "OPP", "PTY"})
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
            token, core = self.sentence.tokens[i], self.resolver.core(self.sentence, i)
            asked_by = _names(self.sentence, i)
            if token.pos == "PROPN" and self._is_body(token):
                asked_by -= _OF_PEOPLE  # the European Union is no union of workers
            if core != i:
                asked_by |= _names(self.sentence, core)
            for same in self._same_as(token):
                asked_by |= _names(self.sentence, same)
            lists = self._lists[i] = self.lexicon.lists_of(asked_by)
        if words in lists:
            return True
        if words not in self._of_natures:
            return False
        if i not in self._natures:
            self._natures[i] = self.lexicon.lists_of(self._nature(i))
        return words in self._natures[i]

    def _is_body(self, token: Token) -> bool:
        mention = self.resolver.mention_at(token)
        return mention is not None and _NATURES.get(mention.kind) == "international body"

    def _same_as(self, token: Token) -> list[int]:
        """The subject above for which a pronoun stands: "opposition *leaders* said *they* would"."""
        if token.text.lower() not in _PERSONAL or token.relation != "nsubj":
            return []
        party = self.resolver.party(self.sentence, token.i)
        if party is None or not party.known:
            return []
        verb = self.sentence.tokens[token.head]
        above = self.sentence.children(verb.head, "nsubj") if verb.head != verb.i else []
        resolved = ((t.i, self.resolver.party(self.sentence, t.i)) for t in above if t is not token)
        return [i for i, found in resolved if found is not None and found.code == party.code]

    def _nature(self, i: int) -> set[str]:
        """What the names in a phrase stand for, as words."""
        token = self.sentence.tokens[self.resolver.core(self.sentence, i)]
        party = named(self.sentence, i, self.resolver)
        found = _nature(party, token) if party is not None else set()
        mention = self.resolver.mention_at(token)
        if mention is not None and mention.kind in _NATURES:
            found.add(_NATURES[mention.kind])
        elif mention is not None and mention.kind == "person" and mention.sector in _UNARMED:
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
    if token.text.lstrip("USAC") in CURRENCIES:
        made |= {"money", "dollar"}
    for before in sentence.children(i, "compound", "amod", "nmod:desc"):
        for first in lemmas(before.text, before.lemma):
            made |= {f"{first} {lemma}" for lemma in tuple(made) if " " not in lemma}
            if token.pos == "PROPN" and before.pos == "NOUN":
                made.add(first)  # "the tanker Nikolas" is a tanker
            elif token.pos == "NOUN" and before.pos == "PROPN" and made & _MODELS:
                made.add(first)  # "a Patriot system" is a Patriot
        if token.pos == "PROPN" and before.text in _CALLED:
            made.add(before.text.lower())  # "Exercise Bright Wave"
    if sentence.hyphens and token.pos == "PROPN":
        made |= _makes(sentence, token)
    first_word = word_before(sentence, token)
    # "A sit-in" is two words to the parser.
    return made | {f"{first_word}-{lemma}" for lemma in made} if first_word else made


def _makes(sentence: Sentence, token: Token) -> set[str]:
    """ "F-16s": "f-16", and that it is a fighter jet."""
    number = next((t for t in sentence.children(token.i, "flat") if t.text[:1].isdigit()), None)
    if number is None or token.text.lower() not in _MAKES:
        return set()
    letters = token.text.lower()
    return {f"{letters}-{number.text.rstrip('s').lower()}", _MAKES[letters]}


def _is_actor(party: Party | None) -> bool:
    return party is not None and party.kind == "actor"
