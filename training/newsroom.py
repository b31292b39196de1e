# News sentences with their trees, made by a small grammar of our own.
# The treebanks are reviews, mail, travel guides and a little news; "Poland supplied
# tanks to Ukraine." is rarer there than "used cars", and a parser that has seen too
# few reads it as a noun phrase. A few thousand such sentences, among many times as
# many real words, teach it what news does and mail does not: long subjects before a
# past tense, titles before names, dates between subject and verb, sources at the end.
# Words are in newsroom_words.py, nodes in newsroom_trees.py, noun phrases in
# newsroom_phrases.py, predicates in newsroom_clauses.py; here are the shapes.
# Deterministic: seed 7.
"""Make news sentences with their trees, for training only."""

from __future__ import annotations

import random
from collections.abc import Callable

import newsroom_words as words
from convert import Sentence
from newsroom_clauses import Clauses, be, have, inflect, modal, subordinator
from newsroom_trees import (
    Node,
    adjective,
    adverb,
    article,
    case,
    commas,
    join,
    lay_out,
    mark,
    named,
    number,
    owner,
    phrase,
    pronoun,
    proper,
)

Shape = Callable[[], Node]
PERSONS = set(words.FIRST_NAMES)
AS_PREPOSITION = "ExtPos=ADP|Tense=Pres|VerbForm=Part"


class Newsroom(Clauses):
    """Writes sentences; one random source, so that a seed names a corpus."""

    def __init__(self, seed: int) -> None:
        super().__init__(random.Random(seed))
        self.shapes: tuple[tuple[int, Shape], ...] = (
            (14, self.plain), (7, self.passively), (6, self.titles), (9, self.long_subject),
            (6, self.led_by_phrase), (5, self.led_by_day), (8, self.interrupted), (6, self.compounds),
            (6, self.attributed), (7, self.trailing), (6, self.followed), (6, self.with_relative),
            (7, self.says), (5, self.joined), (5, self.nations), (4, self.nominal), (4, self.receives),
            (5, self.blast), (10, self.heavy),
        )  # fmt: skip

    def write(self, count: int) -> list[Sentence]:
        """Return *count* sentences, up to three a paragraph."""
        made: list[Sentence] = []
        left = 0  # sentences that may still join the paragraph
        while len(made) < count:
            which = self.random.random()
            if which < 0.04:
                made += [self.dateline(), lay_out(self.adorned(self.plain()), False)]
                left = 0
            elif which < 0.14:
                # A headline has no stop: only a paragraph tells where it ends.
                made.append(lay_out(self.headline(), True, stop=""))
                left = 0
            else:
                made.append(lay_out(self.adorned(self.shape()), left == 0))
                left = (left or 3) - 1
        return made[:count]

    def shape(self) -> Node:
        """A sentence of one of the shapes."""
        weights = [weight for weight, _ in self.shapes]
        return self.random.choices([shape for _, shape in self.shapes], weights)[0]()

    def adorned(self, top: Node) -> Node:
        """Now and then a date after the predicate, where none is yet."""
        closed = {"advcl", "ccomp", "xcomp", "conj", "obl:unmarked"}
        free = not any(child.dep in closed for child in top.after)
        undated = not any(child.dep.startswith("obl") for child in top.before)
        below = top.walk()
        if top.tag == "VBD" and free and undated and len(below) < 25 and self.chance(0.3):
            if not any(node.dep.startswith("acl") for node in below):
                when, dep = self.day()
                top.put(when, dep)
        return top

    def plain(self) -> Node:
        """ "Turkey imposed sanctions on Syria."."""
        return self.often(self.finite(self.doer()))

    def passively(self) -> Node:
        """ "The envoys were expelled by Estonia."."""
        if self.chance(0.6):
            return self.passive(self.doer(), self.pick(words.HIT))
        return self.passive(self.thing(), self.pick(words.DO))

    def titles(self) -> Node:
        """ "Zambia received a request from British Prime Minister Gordon Harper."."""
        which = self.random.random()
        if which < 0.4:
            return self.talks("past", "Sing").first(self.titled(), "nsubj")
        if which < 0.7:
            return self.meets("past", "Sing").first(self.someone(), "nsubj")
        top = inflect(self.pick(("approve", "reject", "accept", "receive", "consider")), "past")
        noun = named(
            self.pick(("a request", "a proposal", "a letter", "a plan", "an offer", "a demand"))
        )
        noun.put(case("from", self.someone()), "nmod")
        return top.put(noun, "obj").first(self.doer_single(), "nsubj")

    def doer_single(self) -> Node:
        """A subject that is no group."""
        return (
            self.state()
            if self.chance(0.4)
            else (self.someone() if self.chance(0.5) else self.office())
        )

    def long_subject(self) -> Node:
        """ "A delegation of the X (X) on Thursday called on Y."; "Fighters loyal to X arrested Y."."""
        top = self.finite(self.long(), deep=self.chance(0.6))
        return self._between(top, *self.day()) if self.chance(0.3) else top

    def long(self) -> Node:
        """A subject of many words."""
        which = self.random.random()
        if which < 0.2:
            boss = named(
                "the " + self.pick(("chairman", "head", "president", "spokesman", "chief"))
            )
            boss.put(case("of", self.organisation()), "nmod")
            return boss.put(commas(self.person()), "appos")
        if which < 0.4:
            noun = phrase(self.pick(words.GROUPS))
            loyal = adjective(self.pick(words.LOYAL))
            rival = self.someone() if self.chance(0.6) else self.organisation()
            return noun.put(loyal.put(case("to", rival), "obl"), "amod")
        if which < 0.55:
            aide = phrase(
                self.pick(
                    ("aide", "spokesman", "lawyer", "adviser", "supporters", "deputy", "rival")
                )
            )
            boss = self.person() if self.chance(0.3) else self.office()
            if self.chance(0.4):
                house = proper(self.pick(("Senate", "House", "Assembly", "UN", "NATO", "Hamas")))
                boss = phrase(self.pick(words.ROLES)).first(house, "compound")
                boss.first(article("the"), "det")
            return aide.first(owner(boss), "nmod:poss")
        if which < 0.7:
            noun = named(
                "a " + self.pick(("delegation", "group", "court", "convoy", "team", "mission"))
            )
            return noun.put(case(self.pick(("of", "from")), self.organisation()), "nmod")
        if which < 0.82:
            many = phrase(self.pick(("dozens", "hundreds", "thousands", "scores")))
            crowd = self.with_people(phrase(self.pick(words.GROUPS)))
            many.put(case("of", crowd), "nmod")
            if self.chance(0.5):
                verb, preposition = self.pick(
                    ("destine for", "arrest in", "train in", "base in")
                ).split()
                bound = inflect(verb, "pass")
                many.put(bound.put(case(preposition, self.town()), "obl"), "acl")
            return many
        crowd = self.counted(self.with_people(phrase(self.pick(words.GROUPS))))
        return self.relative(crowd, person=True)

    def heavy(self) -> Node:
        """ "On May 29, X, the Y of Z, on Sunday rejected …, calling it invalid, officials said."."""
        top = self.finite(self.long() if self.chance(0.4) else self.doer(), deep=self.chance(0.3))
        if self.chance(0.4):
            self._between(top, *self.day())
        elif self.chance(0.4):
            when, dep = self.day()
            self._lead(top, when, dep)
        if self.chance(0.5):
            top.put(self.participle(), "advcl")
        else:
            top.put(self.afterwards(), "advcl")
        return self._said(top) if self.chance(0.35) else top

    def blast(self) -> Node:
        """ "A car bombing by the Islamic State group killed at least 75 people in Mosul."."""
        blast = named("a " + self.pick([b for b in words.BLASTS if b[0] not in "aeio"]))
        near = self.chance(0.4)
        where = self.town() if near else self.organisation()
        blast.put(case(self.pick(("in", "near", "on")) if near else "by", where), "nmod")
        if self.chance(0.6):
            top = inflect(self.pick(("kill", "wound", "injure")), "past")
            top.put(self.counted(phrase(self.pick(words.VICTIMS))), "obj")
        else:
            top = inflect(self.pick(words.DAMAGE), "past")
            hit = self.town() if self.chance(0.4) else named("a " + self.pick(words.BUILDINGS))
            top.put(hit, "obj")
        if not near and self.chance(0.5):
            top.put(case(self.pick(("in", "near")), self.town()), "obl")
        return top.first(blast, "nsubj")

    def _between(self, top: Node, phrase_: Node, dep: str) -> Node:
        """Put a phrase between subject and verb."""
        subject = top.before.pop(0)
        return top.first(phrase_, dep).first(subject, subject.dep)

    def led_by_phrase(self) -> Node:
        """ "In a sign of growing unrest, X, former president and now deputy head of Y, warned Z."."""
        sign = case("in", named("a " + self.pick([s for s in words.SIGNS if s[0] not in "aeiou"])))
        aim = self.pick(
            ("tension/m", "defiance/m", "unity/m", "support/m", "solidarity/m", "anger/m")
        )
        sign.put(case("of", phrase(aim)), "nmod")
        subject = self.someone()
        if self.chance(0.4):
            job = phrase(self.pick(words.ROLES)).first(adjective("former"), "amod")
            second = phrase(self.pick(("deputy head", "chairman", "leader", "chief")))
            second.first(adverb("now"), "advmod").put(case("of", self.organisation()), "nmod")
            subject = self.person().put(commas(join([job, second])), "appos")
        return self._lead(self.finite(subject), sign, "obl")

    def led_by_day(self) -> Node:
        """ "Also Saturday, X approved Y."; "Last week, X met Y."; "Meanwhile, X …"."""
        top = self.finite(self.doer())
        opener = adverb(self.pick(words.OPENERS))
        if self.chance(0.35):
            return self._lead(top, opener, "advmod")
        when, dep = self.day()
        self._lead(top, when, dep, comma=self.chance(0.85))
        return top.first(adverb("also"), "advmod") if self.chance(0.15) else top

    def _lead(self, top: Node, leading: Node, dep: str, *, comma: bool = True) -> Node:
        if comma:
            leading.put(mark(","), "punct")
        return top.first(leading, dep)

    def interrupted(self) -> Node:
        """ "X on Tuesday convicted Y"; "Delhi Police, on Thursday, arrested Z."."""
        if self.chance(0.12):
            # "X strongly condemned on Sunday the attack"
            subject = self.doer()
            verb = self.pick(("condemn", "reject", "welcome", "denounce"))
            top = inflect(verb, "past", subject.number)
            when, dep = self.day()
            top.put(when, dep).put(self.thing() if self.chance(0.5) else self.event(), "obj")
            return self.often(top).first(subject, "nsubj")
        top = self.finite(self.doer())
        if self.chance(0.75):
            when, dep = self.day()
        else:
            when, dep = case("in", self.town()), "obl"
        return self._between(top, commas(when) if self.chance(0.25) else when, dep)

    def compounds(self) -> Node:
        """ "The Saudi-led coalition struck an ISIS-held area."."""
        subject = self.compound_thing() if self.chance(0.5) else self.doer()
        entry = self.pick(words.DO if self.chance(0.5) else words.HIT)
        return (
            inflect(entry, "past", subject.number)
            .put(self.compound_thing(), "obj")
            .first(subject, "nsubj")
        )

    def attributed(self) -> Node:
        """ "X killed at least 17 soldiers, officials said Tuesday."."""
        content = self.finite(
            self.long() if self.chance(0.4) else self.doer(), deep=self.chance(0.3)
        )
        return self._said(content)

    def _said(self, content: Node) -> Node:
        source = self.group() if self.chance(0.5) else self.doer()
        if self.chance(0.15):
            according = Node("according", "accord", "VERB", "VBG", AS_PREPOSITION)
            according.put(Node("to", "to", "ADP", "IN"), "fixed")
            return content.put(source.first(according, "case").first(mark(","), "punct"), "obl")
        content.put(mark(","), "punct")
        top = inflect(self.pick(words.SAY[:1] * 3 + words.SAY), "past", source.number)
        if self.chance(0.15):
            return top.put(source, "nsubj").first(content, "ccomp")
        if self.chance(0.3):
            when, dep = self.day()
            top.put(when, dep)
        return top.first(source, "nsubj").first(content, "ccomp")

    def trailing(self) -> Node:
        """ "X attacked Y, killing at least 17 soldiers."."""
        return self.finite(self.long() if self.chance(0.3) else self.doer(), deep=False).put(
            self.participle(), "advcl"
        )

    def followed(self) -> Node:
        """ "X rejected the deal days after Armenia and Azerbaijan agreed to halt fighting."."""
        top = self.finite(self.doer(), deep=False)
        if self.chance(0.25):
            video = named(self.pick(("a video", "a report", "a photograph", "a letter")))
            surfaced = inflect(self.pick(("surface", "emerge", "appear")), "past").first(
                video, "nsubj"
            )
            show = inflect("show showed shown", "base").first(
                Node("to", "to", "PART", "TO"), "mark"
            )
            show.put(self.doer(), "obj")
            surfaced.put(inflect("appear", "ing").put(show, "xcomp"), "advcl")
            return top.put(surfaced.first(subordinator("after"), "mark"), "advcl")
        if self.chance(0.3):
            event = case("after", self.event())
            time = phrase(self.pick(("days", "hours", "weeks", "months")))
            return top.put(event.first(time, "nmod:unmarked"), "obl")
        return top.put(self.afterwards(), "advcl")

    def with_relative(self) -> Node:
        """ "X condemned the election, which the opposition says was rigged."."""
        subject = self.doer()
        if self.chance(0.4):
            group = self.group()
            person = not any(node.word in words.MACHINES for node in group.walk())
            return self.finite(self.relative(group, person=person), deep=False)
        if self.chance(0.4):
            noun, entry = self.event(), self.pick(words.JUDGE)
        else:
            noun, entry = self.thing(), self.pick(words.DO)
        top = inflect(entry, "past", subject.number)
        return top.put(self.relative(noun), "obj").first(subject, "nsubj")

    def says(self) -> Node:
        """ "X said (that) it has seized Y"; "said they will lay down their arms and …"."""
        subject = self.doer()
        if self.chance(0.5):
            word = "they" if subject.number == "Plur" else "it"
            if word == "it" and {subject.word, *(c.word for c in subject.after)} & PERSONS:
                word = self.pick(("he", "she"))
            inner_subject = pronoun(word)
            top = self.predicate(*(("perf", "") if self.chance(0.5) else ("base", "")), deep=False)
            if top.tag == "VBN":
                top.first(have(subject.number, self.pick(("Pres", "Past"))), "aux")
            else:
                top.first(modal(self.pick(("will", "would"))), "aux")
                if self.chance(0.4):
                    and_ = Node("and", "and", "CCONJ", "CC")
                    top.put(self.predicate("base", deep=False).first(and_, "cc"), "conj")
            inner = top.first(inner_subject, "nsubj")
        else:
            inner_subject = self.doer()
            if self.chance(0.3):
                inner = self.passive(inner_subject, self.pick(words.HIT))
            else:
                inner = self.finite(inner_subject)
        if self.chance(0.5):
            inner.first(subordinator("that"), "mark")
        said = inflect(self.pick(words.SAY[:1] * 2 + words.SAY), "past", subject.number)
        if self.chance(0.15):
            when, dep = self.day()
            said.put(when, dep)
        return said.first(subject, "nsubj").put(inner, "ccomp")

    def joined(self) -> Node:
        """ "X suspended talks with Y and, two days later, recalled its envoy."."""
        subject = self.doer()
        top = inflect(self.pick(words.DO), "past", subject.number).put(self.thing(), "obj")
        if self.chance(0.5):
            when, dep = self.day()
            top.put(when, dep)
        second = self.predicate("past", subject.number, deep=self.chance(0.3))
        return top.put(second.first(Node("and", "and", "CCONJ", "CC"), "cc"), "conj").first(
            subject, "nsubj"
        )

    def nations(self) -> Node:
        """ "Iran, Syria and Russia signed …"; "… from Canadian, European and Russian staff."."""
        if self.chance(0.6):
            subject = join([self.state() for _ in range(2 + int(self.random.random() * 3))])
            return self.finite(subject, deep=self.chance(0.4))
        staff = phrase(
            self.pick(("staff/m", "troops/s", "officials", "companies", "diplomats", "banks"))
        )
        peoples = [
            adjective(self.pick(words.PEOPLES)) for _ in range(2 + int(self.random.random() * 3))
        ]
        staff.near(join(peoples), "amod")
        top = inflect(
            self.pick(
                ("expel expelled expelled", "withdraw withdrew withdrawn", "ban banned banned")
            ),
            "past",
        )
        top.put(self.thing(), "obj").put(case(self.pick(("from", "with", "for")), staff), "obl")
        return top.first(self.doer_single(), "nsubj")

    def nominal(self) -> Node:
        """ "Iran's sale of drones to Russia angered Ukraine."."""
        word = self.pick(("sale", "delivery", "shipment", "transfer", "gift", "supply", "export"))
        noun = phrase(word).first(owner(self.state()), "nmod:poss")
        noun.put(case("of", phrase(self.pick(words.ARMS))), "nmod").put(
            case("to", self.state()), "nmod"
        )
        verb = self.pick(("anger", "worry", "surprise", "alarm", "please", "embarrass"))
        return inflect(verb, "past").put(self.doer(), "obj").first(noun, "nsubj")

    def receives(self) -> Node:
        """ "X gave Y a deadline"; "X was awarded $5 million"."""
        if self.chance(0.6):
            return self.awards("past", "Sing").first(self.doer_single(), "nsubj")
        subject = self.someone() if self.chance(0.6) else self.state()
        top = inflect(self.pick(words.AWARD), "pass").first(be("Sing"), "aux:pass")
        top.put(self.money() if self.chance(0.5) else self.thing(words.GIFTS), "obj")
        return top.first(subject, "nsubj:pass").put(case("by", self.doer()), "obl:agent")

    def headline(self) -> Node:
        """ "Germany and UNICEF hand over 30 vehicles to Mali", in the present, without a stop."""
        which = self.random.random()
        if which < 0.3:
            subject = self.titled() if self.chance(0.5) else self.person()
            return self.meets("pres", "Sing").first(subject, "nsubj")
        if which < 0.45:
            goal = self.predicate("base", deep=False).first(Node("to", "to", "PART", "TO"), "mark")
            over = Node("over", "over", "ADP", "RP")
            subject = join([self.state(), self.state()])
            top = inflect("hand", "pres", "Plur").put(over, "compound:prt")
            cars = phrase(self.pick(("vehicles", "ambulances", "tents", "generators", "boats")))
            top.put(cars.first(number(str(3 + int(self.random.random() * 90))), "nummod"), "obj")
            return top.put(goal, "advcl").first(subject, "nsubj")
        subject = self.states(2) if self.chance(0.6) else self.group()
        top = self.finite(subject, deep=self.chance(0.4), pres=True)
        if self.chance(0.2):
            top.put(case("at", phrase(self.pick(("summit", "talks", "border", "airport")))), "obl")
        return top

    def dateline(self) -> Sentence:
        """ "KABUL:", "WASHINGTON -", "Bogota, March 8 (IANS) --": a sentence of its own, as in the treebanks."""
        city = self.pick(words.CAPITALS)
        top = proper(city.upper() if self.chance(0.6) else city)
        top.morph = "Number=Sing"
        stop = self.pick((":", "--", "-", "--"))
        if stop != ":" and self.chance(0.7):
            if self.chance(0.5):
                date = number(str(1 + int(self.random.random() * 28)))
                date.first(proper(self.pick(words.MONTHS)), "nmod:unmarked").first(
                    mark(","), "punct"
                )
                top.put(date, "nmod:unmarked")
            agency = proper(self.pick(words.AGENCIES)).first(mark("("), "punct")
            top.put(agency.put(mark(")"), "punct"), "list")
        dash = mark(stop)
        dash.tag = ":"
        top.put(dash, "punct")
        return lay_out(top, starts_paragraph=True, stop="")


def write(count: int = 5000, seed: int = 7) -> list[Sentence]:
    """Return *count* sentences, the same ones for the same seed."""
    return Newsroom(seed).write(count)
