# What is done: a verb in a form, with its complements. A predicate never holds its subject, so the
# same predicate serves a sentence ("X rejected Y"), an infinitive ("to reject Y"), a participle
# (", rejecting Y") and a relative clause ("which rejected Y").
"""Predicates of the newsroom's sentences."""

from __future__ import annotations

from collections.abc import Callable

import newsroom_words as words
from newsroom_phrases import Names
from newsroom_trees import (
    Node,
    adjective,
    adverb,
    article,
    case,
    commas,
    join,
    mark,
    named,
    number,
    phrase,
    pronoun,
    proper,
)

FINITE = "Mood=Ind|Number={}|Person=3|Tense={}|VerbForm=Fin"
VOWELS = "aeiou"


def forms(entry: str) -> tuple[str, str, str, str, str]:
    """Base, past, participle, third person and -ing of a verb of ``newsroom_words``."""
    base, *irregular = entry.split()
    if irregular:
        past, participle = irregular
    elif base.endswith("e"):
        past = participle = base + "d"
    elif base.endswith("y") and base[-2] not in VOWELS:
        past = participle = base[:-1] + "ied"
    else:
        past = participle = base + "ed"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    doubles = past == base + base[-1] + "ed" or base in (
        "begin",
        "cut",
        "hit",
        "set",
        "shut",
        "win",
    )
    if doubles:
        return base, past, participle, third, base + base[-1] + "ing"
    if base.endswith("e") and not base.endswith(("ee", "oe")):
        return base, past, participle, third, base[:-1] + "ing"
    return base, past, participle, third, base + "ing"


def inflect(entry: str, form: str, agree: str = "Sing") -> Node:
    """A verb in a form: past, pres, base, ing, ger, perf or pass."""
    base, past, participle, third, ing = forms(entry)
    if form == "past":
        return Node(past, base, "VERB", "VBD", FINITE.format(agree, "Past"))
    if form == "pres":
        if agree == "Sing":
            return Node(third, base, "VERB", "VBZ", FINITE.format(agree, "Pres"))
        return Node(base, base, "VERB", "VBP", FINITE.format(agree, "Pres"))
    return {
        "base": Node(base, base, "VERB", "VB", "VerbForm=Inf"),
        "ing": Node(ing, base, "VERB", "VBG", "Tense=Pres|VerbForm=Part"),
        "ger": Node(ing, base, "VERB", "VBG", "VerbForm=Ger"),
        "perf": Node(participle, base, "VERB", "VBN", "Tense=Past|VerbForm=Part"),
        "pass": Node(participle, base, "VERB", "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"),
    }[form]


def be(agree: str, tense: str = "Past") -> Node:
    """ "was", "were", "is" or "are", as an auxiliary."""
    word = {"SingPast": "was", "PlurPast": "were", "SingPres": "is", "PlurPres": "are"}[
        agree + tense
    ]
    tag = "VBD" if tense == "Past" else ("VBZ" if agree == "Sing" else "VBP")
    return Node(word, "be", "AUX", tag, FINITE.format(agree, tense))


def have(agree: str, tense: str = "Pres") -> Node:
    """ "has", "have" or "had", as an auxiliary."""
    if tense == "Past":
        return Node("had", "have", "AUX", "VBD", FINITE.format(agree, "Past"))
    word, tag = ("has", "VBZ") if agree == "Sing" else ("have", "VBP")
    return Node(word, "have", "AUX", tag, FINITE.format(agree, "Pres"))


def modal(word: str) -> Node:
    """ "will", "would", "could" or "may"."""
    return Node(word, word, "AUX", "MD", "VerbForm=Fin")


def particle() -> Node:
    """The "to" of an infinitive."""
    return Node("to", "to", "PART", "TO")


def subordinator(word: str) -> Node:
    """A word that opens a clause: "that", "after", "of" before -ing."""
    return Node(word, word, "SCONJ", "IN")


class Clauses(Names):
    """Predicates, drawn at random. *form* and *agree* are those of :func:`inflect`."""

    def predicate(self, form: str, agree: str = "Sing", deep: bool = True) -> Node:
        """Any predicate; *deep* ones may hold further clauses."""
        plain: list[Callable[[str, str], Node]] = [
            self.hits, self.hits, self.does, self.does, self.does, self.gives, self.awards, self.turns,
            self.turns, self.wants, self.parts, self.sentences, self.imposes, self.talks, self.discusses, self.kills, self.meets, self.meets,
        ]  # fmt: skip
        nested: list[Callable[[str, str], Node]] = [
            self.plans, self.plans, self.urges, self.accuses, self.calls, self.convicts, self.decides,
        ]  # fmt: skip
        choices = plain + nested if deep else plain
        return choices[int(self.random.random() * len(choices))](form, agree)

    def finite(
        self, subject: Node, deep: bool = True, *, pres: bool = False, agree: str | None = None
    ) -> Node:
        """A clause: subject, now and then an auxiliary, predicate. The verb is the top.

        A relative pronoun as subject does not tell its number: *agree* does.
        """
        agree = agree or subject.number
        which = self.random.random()
        if pres:
            return self.predicate("pres", agree, deep).first(subject, "nsubj")
        if which < 0.69:
            top = self.predicate("past", agree, deep)
        elif which < 0.74:
            top = self.predicate("ing", agree, deep)
            top.first(be(agree, self.pick(("Pres", "Past"))), "aux")
        elif which < 0.86:
            top = self.predicate("perf", agree, deep).first(have(agree), "aux")
        elif which < 0.96:
            word = self.pick(("will", "will", "would", "could", "may"))
            top = self.predicate("base", agree, deep).first(modal(word), "aux")
        else:
            not_ = Node("not", "not", "PART", "RB", "Polarity=Neg")
            did = Node("did", "do", "AUX", "VBD", FINITE.format(agree, "Past"))
            top = self.predicate("base", agree, deep).first(not_, "advmod").first(did, "aux")
        return top.first(subject, "nsubj")

    def day(self) -> tuple[Node, str]:
        """When: "on Tuesday", "Tuesday", "last week", "in 2019", "on May 29", with its relation."""
        which = self.random.random()
        weekday = proper(self.pick(words.DAYS))
        month = proper(self.pick(words.MONTHS))
        if which < 0.35:
            return case("on", weekday), "obl"
        if which < 0.55:
            return weekday, "obl:unmarked"
        if which < 0.65:
            time = phrase(self.pick(("week", "month", "year", "weekend")))
            return time.first(adjective("last"), "amod"), "obl:unmarked"
        if which < 0.75:
            return case("in", number(str(1990 + int(self.random.random() * 36)))), "obl"
        if which < 0.83:
            return case("in", month), "obl"
        if which < 0.88:
            this = Node("this", "this", "DET", "DT", "Number=Sing|PronType=Dem")
            time = phrase(self.pick(("week", "month", "year")))
            return time.first(this, "det"), "obl:unmarked"
        date = number(str(1 + int(self.random.random() * 28)))
        if self.chance(0.6):
            date.first(month, "nmod:unmarked")
            if self.chance(0.3):
                year = number(str(1990 + int(self.random.random() * 36)))
                date.put(mark(","), "punct").put(year, "nmod:unmarked").put(mark(","), "punct")
        else:
            date.put(month, "nmod:unmarked")
        return case("on", date), "obl"

    def hits(self, form: str, agree: str) -> Node:
        """ "attacked X"."""
        return inflect(self.pick(words.HIT), form, agree).put(self.doer(), "obj")

    def does(self, form: str, agree: str) -> Node:
        """ "suspended talks with X"."""
        top = inflect(self.pick(words.DO), form, agree)
        thing = self.thing()
        if self.chance(0.4):
            thing.put(case(self.pick(("with", "against", "in", "between")), self.states(2)), "nmod")
        return top.put(thing, "obj")

    def gives(self, form: str, agree: str) -> Node:
        """ "sent tanks to X"."""
        top = inflect(self.pick(words.GIVE), form, agree)
        arms = self.thing(words.ARMS)
        if arms.tag == "NNS" and not arms.before and self.chance(0.3):
            self.counted(arms)
        return top.put(arms, "obj").put(case("to", self.doer()), "obl")

    def awards(self, form: str, agree: str) -> Node:
        """ "granted X a pardon", "awarded X $5 million"."""
        top = inflect(self.pick(words.AWARD), form, agree).put(self.doer(), "iobj")
        return top.put(self.money() if self.chance(0.3) else self.thing(words.GIFTS), "obj")

    def money(self) -> Node:
        """ "$5 million"."""
        scale = number(self.pick(("million", "billion")))
        scale.near(number(str(2 + int(self.random.random() * 900))), "compound")
        top = Node("$", "$", "SYM", "$").put(scale, "nummod")
        if self.chance(0.4):
            top.put(case("in", phrase(self.pick(("aid/m", "loans", "damages", "cash/m")))), "nmod")
        return top

    def turns(self, form: str, agree: str) -> Node:
        """ "clashed with X", "arrived in X"."""
        *verb, preposition = self.pick(words.ON).split()
        top = inflect(" ".join(verb), form, agree)
        place = verb[0] in (
            "arrive",
            "withdraw",
            "march",
            "advance",
            "return",
            "flee",
            "travel",
            "retreat",
        )
        goal = self.town() if place and preposition != "from" else self.doer()
        return top.put(case(preposition, goal), "obl")

    def wants(self, form: str, agree: str) -> Node:
        """ "called for a ceasefire"."""
        *verb, preposition = self.pick(words.FOR).split()
        return inflect(" ".join(verb), form, agree).put(case(preposition, self.thing()), "obl")

    def parts(self, form: str, agree: str) -> Node:
        """ "called off the talks"."""
        *verb, away = self.pick(words.OUT).split()
        top = inflect(" ".join(verb), form, agree)
        return top.put(Node(away, away, "ADP", "RP"), "compound:prt").put(self.thing(), "obj")

    def sentences(self, form: str, agree: str) -> Node:
        """ "sentenced X to 10 years in prison"."""
        top = inflect("sentence", form, agree)
        top.put(self.someone() if self.chance(0.6) else self.aged(), "obj")
        years = phrase("years").first(number(str(2 + int(self.random.random() * 30))), "nummod")
        return top.put(case("to", years.put(case("in", phrase("prison")), "nmod")), "obl")

    def imposes(self, form: str, agree: str) -> Node:
        """ "imposed sanctions on X over Y"."""
        top = inflect("impose", form, agree)
        noun = self.pick(
            ("sanctions", "tariffs", "arms/s embargo", "trade embargo", "restrictions", "visa ban")
        )
        thing = phrase(noun)
        if thing.number == "Sing":
            thing.first(article("an" if noun[0] == "a" else "a"), "det")
        elif self.chance(0.3):
            thing.first(adjective("new"), "amod")
        top.put(thing, "obj").put(case("on", self.doer()), "obl")
        return top.put(case("over", self.thing(words.ISSUES)), "obl") if self.chance(0.6) else top

    def talks(self, form: str, agree: str) -> Node:
        """ "held talks with former Afghan president Hamid Karzan in Doha"."""
        top = inflect("hold held held" if self.chance(0.7) else "begin began begun", form, agree)
        noun = phrase("talks").put(
            case("with", self.someone() if self.chance(0.6) else self.states()), "nmod"
        )
        if self.chance(0.3):
            noun.first(adjective(self.pick(("bilateral", "direct", "secret", "new"))), "amod")
        top.put(noun, "obj")
        if self.chance(0.4):
            top.put(case(self.pick(("on", "about")), self.thing(words.ISSUES)), "obl")
        return top.put(case("in", self.town()), "obl") if self.chance(0.5) else top

    def discusses(self, form: str, agree: str) -> Node:
        """ "discussed A and B in C with the leaders of D, E and F"."""
        top = inflect("discuss" if self.chance(0.7) else "review", form, agree)
        issues = [self.thing(words.ISSUES) for _ in range(1 + int(self.random.random() * 2))]
        top.put(join(issues), "obj")
        if self.chance(0.5):
            top.put(case("in", self.town()), "obl")
        leaders = phrase(self.pick(("leaders", "presidents", "foreign/a ministers", "officials")))
        leaders.first(article("the"), "det").put(case("of", self.states()), "nmod")
        other = leaders if self.chance(0.5) else self.someone()
        return top.put(case("with", other), "obl")

    def kills(self, form: str, agree: str) -> Node:
        """ "killed at least 17 soldiers"."""
        top = inflect(
            self.pick(("kill", "wound", "injure", "capture", "arrest", "detain")), form, agree
        )
        return top.put(self.counted(phrase(self.pick(words.VICTIMS))), "obj")

    def meets(self, form: str, agree: str) -> Node:
        """ "met U.S. special envoy Zalman Karimov"."""
        top = inflect(
            self.pick(("meet met met", "visit", "telephone", "brief", "host")), form, agree
        )
        top.put(self.titled() if self.chance(0.7) else self.someone(), "obj")
        if self.chance(0.4):
            top.put(case(self.pick(("in", "near")), self.town()), "obl")
        return top

    def infinitive(self) -> Node:
        """ "to send X to Y"."""
        return self.predicate("base", deep=False).first(particle(), "mark")

    def plans(self, form: str, agree: str) -> Node:
        """ "agreed to withdraw"."""
        return inflect(self.pick(words.PLAN), form, agree).put(self.infinitive(), "xcomp")

    def decides(self, form: str, agree: str) -> Node:
        """ "defended X's decision to withdraw"."""
        top = inflect(self.pick(("fault", "criticize", "defend", "praise", "condemn")), form, agree)
        noun = phrase(self.pick(("decision", "plan", "refusal", "proposal", "attempt", "failure")))
        holder = self.state() if self.chance(0.5) else self.person()
        noun.first(holder.put(Node("'s", "'s", "PART", "POS"), "case"), "nmod:poss")
        return top.put(noun.put(self.infinitive(), "acl"), "obj")

    def urges(self, form: str, agree: str) -> Node:
        """ "urged X to withdraw"; "called on X to withdraw"."""
        if self.chance(0.25):
            top = inflect("call", form, agree).put(case("on", self.doer()), "obl")
        elif self.chance(0.6):
            top = inflect(self.pick(words.TELL), form, agree).put(self.doer(), "iobj")
        else:
            top = inflect(self.pick(words.FORCE), form, agree).put(self.doer(), "obj")
        return top.put(self.infinitive(), "xcomp")

    def accuses(self, form: str, agree: str) -> Node:
        """ "accused X of failing to withdraw"."""
        top = inflect("accuse", form, agree).put(self.doer(), "obj")
        if self.chance(0.3):
            inner = inflect("fail", "ing").put(self.infinitive(), "xcomp")
        else:
            inner = self.predicate("ing", deep=False)
        return top.put(inner.first(subordinator("of"), "mark"), "advcl")

    def calls(self, form: str, agree: str) -> Node:
        """ "called the election unconstitutional"."""
        top = inflect(self.pick(words.CALL), form, agree)
        what = self.thing() if self.chance(0.7) else pronoun("it")
        if what.pos == "PRON":
            what.morph = "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs"
        return top.put(what, "obj").put(adjective(self.pick(words.VERDICTS)), "xcomp")

    def convicts(self, form: str, agree: str) -> Node:
        """ "found X guilty of plotting Y"."""
        top = inflect("find found found", form, agree).put(self.someone(), "obj")
        guilty = adjective("guilty" if self.chance(0.8) else "responsible")
        crime = inflect(self.pick(words.CRIMES), "ing")
        loot = crime.lemma in ("steal", "smuggle", "plot")
        crime.put(self.thing(words.LOOT[crime.lemma]) if loot else self.doer(), "obj")
        of = "of" if guilty.word == "guilty" else "for"
        return top.put(guilty.put(crime.first(subordinator(of), "mark"), "advcl"), "xcomp")

    def passive(self, subject: Node, entry: str) -> Node:
        """ "Two envoys were expelled by Estonia"; "has been" and "will be" now and then."""
        agree = subject.number
        top = inflect(entry, "pass")
        which = self.random.random()
        if which < 0.7:
            top.first(be(agree), "aux:pass")
        elif which < 0.9:
            been = Node("been", "be", "AUX", "VBN", "Tense=Past|VerbForm=Part")
            top.first(been, "aux:pass").first(have(agree), "aux")
        else:
            inner = Node("be", "be", "AUX", "VB", "VerbForm=Inf")
            top.first(inner, "aux:pass").first(modal("will"), "aux")
        top.first(subject, "nsubj:pass")
        return top.put(case("by", self.doer()), "obl:agent") if self.chance(0.8) else top

    def relative(self, noun: Node, *, person: bool = False) -> Node:
        """ "that prompted an outcry", ", who are part of X", "that the opposition says was rigged"."""
        which = self.random.random()
        word = "who" if person else ("that" if which < 0.6 else "which")
        rel = Node(word, word, "PRON", "WP" if person else "WDT", "PronType=Rel")
        agree = noun.number
        if person and which < 0.3:
            top = phrase("members" if agree == "Plur" and self.chance(0.5) else "part")
            top.put(case("of", self.organisation()), "nmod")
            top.first(be(agree, self.pick(("Past", "Pres"))), "cop").first(rel, "nsubj")
        elif person or which < 0.8:
            top = self.finite(rel, deep=False, agree=agree)
        else:
            # "that" belongs to "rigged", beyond "says": here English lets lines cross.
            sayer = self.doer()
            if self.chance(0.6):
                rel.far = inflect(self.pick(words.STAGE), "pass").first(be(agree), "aux:pass")
                top = inflect("say said said", self.pick(("past", "pres")), sayer.number)
            else:
                rel.far = inflect(self.pick(words.HAPPEN), "base").first(modal("would"), "aux")
                top = inflect(self.pick(("warn", "say said said", "fear", "predict")), "perf")
                top.first(have(sayer.number, "Past"), "aux")
            top.put(rel.far, "ccomp").first(sayer, "nsubj")
            top.first(rel, "nsubj:pass" if "Pass" in rel.far.morph else "nsubj")
        return noun.put(top if word == "that" else commas(top), "acl:relcl")

    def participle(self) -> Node:
        """ ", killing at least 17 soldiers", ", calling it unconstitutional and rejecting ..."."""
        top = self.predicate("ing")
        if self.chance(0.25):
            and_ = Node("and", "and", "CCONJ", "CC")
            top.put(self.predicate("ing", deep=False).first(and_, "cc"), "conj")
        return top.first(mark(","), "punct")

    def afterwards(self) -> Node:
        """ "after a video surfaced", "days after Armenia and Azerbaijan agreed to halt fighting"."""
        top = self.finite(self.doer(), deep=self.chance(0.5))
        top.first(subordinator(self.pick(("after", "after", "before", "as", "while"))), "mark")
        if top.before[0].word in ("after", "before") and self.chance(0.4):
            time = phrase(self.pick(("days", "hours", "weeks", "months")))
            if self.chance(0.4):
                time.first(number(self.pick(("two", "three", "four", "10"))), "nummod")
            top.first(time, "obl:unmarked")
        return top

    def often(self, top: Node) -> Node:
        """An adverb just before the verb, now and then."""
        return (
            top.near(adverb(self.pick(words.EVENT_ADVERBS)), "advmod") if self.chance(0.12) else top
        )

    def event(self) -> Node:
        """ "the disputed election in Kenya": a noun that is a happening."""
        noun = named("the " + self.pick(words.EVENTS))
        return noun.put(case("in", self.state()), "nmod") if self.chance(0.5) else noun
