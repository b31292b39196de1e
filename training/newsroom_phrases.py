# Conventions of the English treebanks, version 2, that bear on names:
#   a bare title before a name is nmod:desc of the name ("President Ivana Novak");
#   a noun with an article or an owner keeps the head, and the name is its appos
#   ("his British counterpart Gordon Harper");
#   "U.S.-led" is a participle with an obl:unmarked, and the hyphen hangs on the word before it.
"""The noun phrases of the newsroom's sentences."""

from __future__ import annotations

import random
from collections.abc import Sequence

import newsroom_words as words
from newsroom_trees import (
    Node,
    adjective,
    adverb,
    article,
    case,
    chain,
    commas,
    join,
    lettered,
    mark,
    named,
    number,
    owner,
    phrase,
    pronoun,
    proper,
    word_of,
)

NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()


class Names:
    """Noun phrases, drawn at random."""

    def __init__(self, source: random.Random) -> None:
        self.random = source

    def pick(self, of: Sequence[str]) -> str:
        """One of *of*."""
        return of[int(self.random.random() * len(of))]

    def chance(self, share: float) -> bool:
        """True in this share of cases."""
        return self.random.random() < share

    def state(self) -> Node:
        """A state, a capital that stands for one, or an alliance."""
        which = self.random.random()
        if which < 0.6:
            return proper(self.pick(words.STATES))
        if which < 0.75:
            return proper(self.pick(words.CAPITALS))
        return named(self.pick(words.STATE_PHRASES))

    def states(self, most: int = 3) -> Node:
        """One to *most* states: "Iran, Syria and Russia"."""
        count = 1 + int(self.random.random() * most)
        return join([self.state() for _ in range(count)])

    def town(self) -> Node:
        """A place; now and then with its country after a comma."""
        place = proper(self.pick(words.TOWNS if self.chance(0.6) else words.CAPITALS))
        if self.chance(0.1):
            place.put(commas(proper(self.pick(words.STATES))), "appos")
        return place

    def person(self) -> Node:
        """A name of two words or more."""
        head = proper(self.pick(words.FIRST_NAMES))
        if self.chance(0.1):
            particle = proper("al").put(mark("-"), "punct")
            return head.put(particle, "flat").put(proper(self.pick(words.ARABIC)), "flat")
        if self.chance(0.12):
            head.put(proper(self.pick(words.INITIALS)), "flat")
        return head.put(proper(self.pick(words.SURNAMES)), "flat")

    def people(self) -> Node:
        """A people's adjective, or the name of a state that serves as one."""
        if self.chance(0.12):
            return Node("U.S.", "U.S.", "PROPN", "NNP", "Abbr=Yes|Number=Sing")
        return adjective(self.pick(words.PEOPLES))

    def with_people(self, noun: Node) -> Node:
        """*noun* with a people's adjective before it."""
        adjunct = self.people()
        return noun.first(adjunct, "compound" if adjunct.pos == "PROPN" else "amod")

    def titled(self) -> Node:
        """ "former Afghan president Hamid Karzan", "Mexico's President Ana Keller"."""
        which = self.random.random()
        if which < 0.08:
            head = self.person().first(phrase(self.pick(words.TITLES)), "nmod:desc")
            return head.first(owner(proper(self.pick(words.STATES))), "nmod:poss")
        if which < 0.45:
            title = phrase(self.pick(words.TITLES))
            if self.chance(0.6):
                self.with_people(title)
        elif which < 0.8:
            title = self.with_people(phrase(self.pick(words.ROLES)))
        elif which < 0.92:
            title = phrase(self.pick(words.ROLES)).first(chain(self.pick(words.CLUBS)), "compound")
        else:
            party = lettered(self.pick(words.PARTIES))
            title = phrase("President").first(party, "compound")
        if self.chance(0.25):
            title.first(adjective("former"), "amod")
        return self.person().first(title, "nmod:desc")

    def someone(self) -> Node:
        """A person: titled, described with an article, or with a job after a comma."""
        which = self.random.random()
        if which < 0.62:
            return self.titled()
        role = phrase(self.pick(words.ROLES))
        if which < 0.78:
            possessive = self.chance(0.6)
            if possessive:
                role = phrase("counterpart") if self.chance(0.5) else role
                self.with_people(role).first(pronoun(self.pick(("his", "her", "its"))), "nmod:poss")
            else:
                self.with_people(role).first(article("the"), "det")
            return role.put(self.person(), "appos")
        if which < 0.9:
            job = role.first(article("the"), "det").put(case("of", self.organisation()), "nmod")
            return self.person().put(commas(job), "appos")
        return self.person()

    def organisation(self) -> Node:
        """An office, court, party or movement."""
        if self.chance(0.3):
            return lettered(self.pick(words.LETTERED))
        if self.chance(0.5):
            return named(self.pick(words.ORGANISATIONS))
        made = named(self.pick(words.OFFICES))
        if self.chance(0.4):
            the = made.before.pop(0)
            self.with_people(made).first(the, "det")
        return made

    def group(self) -> Node:
        """ "Russian peacekeepers", "some 163 Chinese peacekeepers", "Saudi-led forces"."""
        noun = phrase(self.pick(words.GROUPS if self.chance(0.9) else words.MACHINES))
        which = self.random.random()
        if which < 0.5:
            self.with_people(noun)
        elif which < 0.65:
            noun.first(self.compounded(), "amod")
        elif which < 0.75:
            noun.first(adjective(self.pick(words.WITH_PREFIX)), "amod")
        if self.chance(0.2):
            return self.counted(noun)
        if self.chance(0.1):
            many = phrase(self.pick(("dozens", "hundreds", "thousands", "scores")))
            return many.put(case("of", noun), "nmod")
        if self.chance(0.15):
            noun.put(case("from", self.state()), "nmod")
        return noun

    def counted(self, noun: Node) -> Node:
        """ "at least 17 soldiers", "some 163 officers"; *noun* is a plural."""
        count = 2 + int(self.random.random() ** 4 * 900)
        figure = NUMBERS[count - 2] if count < 10 else str(count)
        amount = number(figure if self.chance(0.93) else f"{1 + count % 40},{100 + count % 900}")
        which = self.random.random()
        if which < 0.3:
            least = Node("least", "least", "ADJ", "JJS", "Degree=Sup")
            amount.first(case("at", least), "nmod")
        elif which < 0.45:
            more = Node("more", "more", "ADJ", "JJR", "Degree=Cmp|ExtPos=ADV")
            amount.first(more.put(Node("than", "than", "ADP", "IN"), "fixed"), "advmod")
        elif which < 0.55:
            amount.first(adverb(self.pick(("about", "nearly", "around", "almost"))), "advmod")
        elif which < 0.65:
            noun.first(amount, "nummod")
            return noun.first(Node("some", "some", "DET", "DT", "PronType=Ind"), "det")
        return noun.first(amount, "nummod")

    def compounded(self) -> Node:
        """ "Saudi-led": a participle after a hyphen."""
        first = (
            self.people()
            if self.chance(0.5)
            else proper(self.pick(("U.N.", "EU", "ISIS", "US", "NATO")))
        )
        if self.chance(0.2):
            first = word_of(self.pick(("rebel", "government", "opposition", "militia")), head=True)[
                0
            ]
        verb = self.pick(words.LED)
        lemma = {
            "led": "lead", "held": "hold", "run": "run", "occupied": "occupy", "backed": "back",
            "supported": "support", "controlled": "control", "sponsored": "sponsor",
            "brokered": "broker", "mediated": "mediate", "based": "base", "imposed": "impose",
        }[verb]  # fmt: skip
        made = Node(verb, lemma, "VERB", "VBN", "Tense=Past|VerbForm=Part|Voice=Pass")
        dep = "compound" if first.pos == "NOUN" else "obl:unmarked"
        return made.near(first.put(mark("-"), "punct"), dep)

    def compound_thing(self) -> Node:
        """ "the Saudi-led coalition", "anti-government protests", "surface-to-air missiles"."""
        which = self.random.random()
        if which < 0.55:
            noun = phrase(self.pick(words.LED_THINGS)).first(self.compounded(), "amod")
        elif which < 0.8:
            noun = phrase(self.pick(words.PREFIXED))
            noun.first(adjective(self.pick(words.WITH_PREFIX)), "amod")
        elif which < 0.9:
            start, goal = (word_of(self.pick(words.MISSILES), head=True)[0] for _ in "ab")
            goal.first(Node("to", "to", "ADP", "IN").put(mark("-"), "punct"), "case")
            start.put(goal.first(mark("-"), "punct"), "nmod")
            return phrase("missiles").first(start, "compound")
        elif which < 0.95:
            return self.aged()
        else:
            return self.measured()
        return noun if noun.number == "Plur" else noun.first(article("the"), "det")

    def aged(self) -> Node:
        """ "a 22-year-old student"."""
        years = number(str(16 + int(self.random.random() * 60))).put(mark("-"), "punct")
        year = phrase("year").near(years, "nummod").put(mark("-"), "punct")
        old = adjective("old").near(year, "obl:unmarked")
        noun = phrase(
            self.pick(("student", "journalist", "soldier", "activist", "teacher", "man", "woman"))
        )
        return noun.near(old, "amod").first(article("a"), "det")

    def measured(self) -> Node:
        """ "a two-day visit", "a high-level meeting"."""
        noun = phrase(self.pick(("visit", "meeting", "summit", "conference", "strike", "truce")))
        if self.chance(0.6):
            count = number(self.pick(("two", "three", "five", "10"))).put(mark("-"), "punct")
            unit = phrase(self.pick(("day", "week", "month", "hour"))).near(count, "nummod")
        else:
            high = adjective(self.pick(("high", "top"))).put(mark("-"), "punct")
            unit = phrase("level").near(high, "amod")
        # The treebanks hang the hyphen on the word before it.
        return noun.near(unit, "compound").first(article("a"), "det")

    def office(self) -> Node:
        """ "the Polish government", "a delegation of the Workers Party"."""
        head = phrase(self.pick(words.HEADS))
        if self.chance(0.7):
            self.with_people(head)
        if self.chance(0.3):
            head.put(case("of", self.organisation()), "nmod")
        return head.first(article("the"), "det")

    def doer(self) -> Node:
        """Whoever can act, or be acted upon."""
        which = self.random.random()
        if which < 0.34:
            return self.state()
        if which < 0.52:
            return self.someone()
        if which < 0.72:
            return self.group()
        if which < 0.88:
            return self.office()
        return self.organisation()

    def thing(self, of: Sequence[str] = ()) -> Node:
        """One of *of*, or of all things, with the article English wants."""
        text = self.pick(of or words.OBJECTS)
        if text.split()[0] in ("the", "a", "an", "its"):
            return named(text)
        if not of and self.chance(0.15):
            return self.compound_thing()
        noun = phrase(text)
        if text.endswith("/m") or (noun.number == "Plur" and self.chance(0.7)):
            return noun
        if self.chance(0.2):
            return noun.first(pronoun("its"), "nmod:poss")
        if noun.number == "Plur" or self.chance(0.5):
            return noun.first(article("the"), "det")
        first = noun.walk()[0].word
        return noun.first(article("an" if first[0] in "aeiou" else "a"), "det")
