# Plain news sentences with their trees, made by a small grammar of our own.
# The treebanks are reviews, mail, travel guides and a little news; "Poland supplied
# tanks to Ukraine." is rarer there than "used cars", and a parser that has seen too
# few reads it as a noun phrase. A few thousand such sentences, among twenty times
# as many real words, teach it that a state's name before a verb in -ed is a subject.
# Trees follow the treebanks' own conventions (UD 2: obl:agent, obl for prepositional
# phrases, xcomp under control, advcl for "of arming"). Deterministic: seed 7.
"""Make simple news sentences with their trees, for training only."""

from __future__ import annotations

import random
from dataclasses import dataclass

from convert import Sentence

STATES = (
    "Poland Ukraine Russia China Iran Israel Turkey Egypt Brazil Japan Kenya Nigeria Mali Syria Libya Yemen Oman Qatar "
    "Germany France Spain Italy Greece Serbia Kosovo Hungary Sweden Norway Finland Estonia Latvia Lithuania Belarus "
    "Georgia Armenia Azerbaijan Kazakhstan India Pakistan Afghanistan Nepal Vietnam Laos Thailand Indonesia Australia "
    "Canada Mexico Cuba Venezuela Colombia Peru Chile Bolivia Ecuador Sudan Ethiopia Somalia Rwanda Burundi Uganda "
    "Ghana Senegal Niger Chad Algeria Morocco Tunisia Lebanon Jordan Iraq Kuwait Bahrain Moscow Washington Beijing "
    "Tehran Kyiv Ankara Paris London Berlin Brussels Warsaw Cairo Riyadh Seoul Tokyo Pyongyang Damascus Baghdad NATO"
).split()
PEOPLES = (
    "Polish Ukrainian Russian Chinese Iranian Israeli Turkish Egyptian Brazilian Japanese Kenyan Nigerian Malian "
    "Syrian Libyan Yemeni German French Spanish Italian Greek Serbian Hungarian Swedish Norwegian Estonian Latvian "
    "Lithuanian Belarusian Georgian Armenian Azerbaijani Kazakh Indian Pakistani Afghan Vietnamese Thai Indonesian "
    "Australian Canadian Mexican Cuban Venezuelan Colombian Peruvian Sudanese Ethiopian Somali Rwandan Ugandan "
    "American British Western Palestinian Lebanese Jordanian Iraqi Kuwaiti Algerian Moroccan"
).split()
ACTORS = (
    "troops forces soldiers warplanes officials diplomats police lawmakers protesters rebels prosecutors "
    "authorities ministers missiles drones guards officers militants"
).split()
HEADS = (
    "government army parliament ministry president minister ambassador navy court spokesman".split()
)
# base, past, participle, third person, -ing; objects it goes with; prepositions of a state after them
VERBS = [
    row.split()
    for row in (
        "supply supplied supplied supplies supplying|send sent sent sends sending|sell sold sold sells selling|"
        "give gave given gives giving|provide provided provided provides providing|deliver delivered delivered "
        "delivers delivering|offer offered offered offers offering|lend lent lent lends lending|ship shipped shipped "
        "ships shipping|grant granted granted grants granting|hand handed handed hands handing|return returned "
        "returned returns returning|transfer transferred transferred transfers transferring"
    ).split("|")
]
TAKES_TO = "tanks arms weapons missiles drones grain vaccines generators ammunition jets rockets medicine wheat aid".split()
TRANSITIVE = [
    row.split()
    for row in (
        "condemn condemned condemned condemns condemning|attack attacked attacked attacks attacking|bomb bombed bombed "
        "bombs bombing|shell shelled shelled shells shelling|train trained trained trains training|arm armed armed arms "
        "arming|accuse accused accused accuses accusing|support supported supported supports supporting|back backed "
        "backed backs backing|criticize criticized criticized criticizes criticizing|threaten threatened threatened "
        "threatens threatening|invade invaded invaded invades invading|warn warned warned warns warning|praise praised "
        "praised praises praising|blame blamed blamed blames blaming|sanction sanctioned sanctioned sanctions "
        "sanctioning|join joined joined joins joining|visit visited visited visits visiting|thank thanked thanked thanks "
        "thanking|urge urged urged urges urging|hit hit hit hits hitting|strike struck struck strikes striking|block "
        "blocked blocked blocks blocking|help helped helped helps helping|fund funded funded funds funding|target "
        "targeted targeted targets targeting|defend defended defended defends defending"
    ).split("|")
]
THINGS = [
    row.split()
    for row in (
        "reject rejected rejected rejects rejecting|sign signed signed signs signing|announce announced announced "
        "announces announcing|suspend suspended suspended suspends suspending|impose imposed imposed imposes imposing|"
        "lift lifted lifted lifts lifting|ease eased eased eases easing|end ended ended ends ending|approve approved "
        "approved approves approving|close closed closed closes closing|cut cut cut cuts cutting|halt halted halted halts "
        "halting|free freed freed frees freeing|release released released releases releasing|expel expelled expelled "
        "expels expelling|arrest arrested arrested arrests arresting|withdraw withdrew withdrawn withdraws withdrawing|"
        "deploy deployed deployed deploys deploying|recall recalled recalled recalls recalling|seize seized seized seizes "
        "seizing|renew renewed renewed renews renewing|welcome welcomed welcomed welcomes welcoming"
    ).split("|")
]
OBJECTS = (
    "sanctions tariffs talks ties relations troops diplomats envoys exports imports flights prisoners hostages "
    "restrictions border pact agreement treaty deal proposal demand resolution plan offer exercise embargo ban"
).split()
WITH_STATE = ("on", "against", "with", "from", "to")
CONTROL = [
    row.split()
    for row in (
        "agree agreed agreed agrees agreeing|refuse refused refused refuses refusing|promise promised promised promises "
        "promising|threaten threatened threatened threatens threatening|offer offered offered offers offering|decide "
        "decided decided decides deciding|plan planned planned plans planning|begin began begun begins beginning|fail "
        "failed failed fails failing|vow vowed vowed vows vowing|decline declined declined declines declining"
    ).split("|")
]
URGE = [
    row.split()
    for row in (
        "urge urged urged urges urging|ask asked asked asks asking|order ordered ordered orders ordering|tell told told "
        "tells telling|force forced forced forces forcing|allow allowed allowed allows allowing|press pressed pressed "
        "presses pressing"
    ).split("|")
]
SAY = ["said", "announced", "reported", "warned", "added", "confirmed"]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PLURAL_ONLY = {"troops"}  # its own base, in the treebanks
PAST = "Mood=Ind|Number={}|Person=3|Tense=Past|VerbForm=Fin"
PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"


def singular(noun: str) -> str:
    """The base of a regular plural."""
    if noun in PLURAL_ONLY or noun == "police":
        return noun
    return noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]


def number_of(noun: str) -> str:
    """The feature of a plural noun."""
    return "Number=Ptan" if noun in PLURAL_ONLY else "Number=Plur"


@dataclass
class Builder:
    """A sentence in the making; words are added in order, heads by the index of a word."""

    made: Sentence

    def add(
        self, word: str, lemma: str, pos: str, tag: str, morph: str, head: int, dep: str
    ) -> int:
        """Add a word and return its index."""
        self.made.words.append(word)
        self.made.spaces.append(True)
        self.made.lemmas.append(lemma)
        self.made.pos.append(pos)
        self.made.tags.append(tag)
        self.made.morphs.append(morph)
        self.made.heads.append(head)
        self.made.deps.append(dep)
        return len(self.made.words) - 1

    def attach(self, index: int, head: int, dep: str) -> None:
        """Hang a word once its governor is known."""
        self.made.heads[index] = head
        self.made.deps[index] = dep

    def point(self, root: int) -> None:
        """End the sentence with a full stop."""
        self.made.spaces[-1] = False
        self.add(".", ".", "PUNCT", ".", "", root, "punct")


class Newsroom:
    """Writes sentences; one random source, so that a seed names a corpus."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def write(self, count: int) -> list[Sentence]:
        """Return *count* sentences; every third begins a paragraph."""
        shapes = (
            self.gives, self.gives, self.acts, self.acts, self.acts, self.passive, self.passive,
            self.controls, self.controls, self.accuses, self.urges, self.headline, self.headline,
            self.nominal, self.says,
        )  # fmt: skip
        return [self.random.choice(shapes)(k % 3 == 0) for k in range(count)]

    def _start(self, first: bool) -> Builder:
        return Builder(Sentence(first))

    def state(self, b: Builder) -> int:
        """A state's name."""
        name = self.random.choice(STATES)
        return b.add(name, name, "PROPN", "NNP", "Number=Sing", 0, "")

    def actor(self, b: Builder) -> tuple[int, str]:
        """A subject, and its number: a state, its troops, or a part of its government."""
        kind = self.random.random()
        if kind < 0.55:
            return self.state(b), "Sing"
        if kind < 0.8:
            people = self.random.choice(PEOPLES)
            noun = self.random.choice(ACTORS)
            modifier = b.add(people, people, "ADJ", "JJ", "Degree=Pos", 0, "")
            head = b.add(noun, singular(noun), "NOUN", "NNS", number_of(noun), 0, "")
            b.attach(modifier, head, "amod")
            return head, "Plur"
        article = b.add(
            "The" if not b.made.words else "the",
            "the",
            "DET",
            "DT",
            "Definite=Def|PronType=Art",
            0,
            "",
        )
        people = self.random.choice(PEOPLES)
        modifier = b.add(people, people, "ADJ", "JJ", "Degree=Pos", 0, "")
        noun = self.random.choice(HEADS)
        head = b.add(noun, noun, "NOUN", "NN", "Number=Sing", 0, "")
        b.attach(article, head, "det")
        b.attach(modifier, head, "amod")
        return head, "Sing"

    def noun(self, b: Builder, words: list[str], head: int, dep: str) -> int:
        """A thing, with an article where English wants one."""
        word = self.random.choice(words)
        plural = word.endswith("s")
        article = None
        if not plural and word not in ("grain", "wheat", "aid", "medicine", "ammunition"):
            the = self.random.random() < 0.5
            form = "the" if the else ("an" if word[0] in "aeiou" else "a")
            morph = f"Definite={'Def' if the else 'Ind'}|PronType=Art"
            article = b.add(form, "the" if the else "a", "DET", "DT", morph, 0, "")
        if plural:
            index = b.add(word, singular(word), "NOUN", "NNS", number_of(word), head, dep)
        else:
            index = b.add(word, word, "NOUN", "NN", "Number=Sing", head, dep)
        if article is not None:
            b.attach(article, index, "det")
        return index

    def phrase(
        self, b: Builder, preposition: str, head: int, dep: str, *, day: bool = False
    ) -> int:
        """A prepositional phrase with a state, or a day, in it."""
        case = b.add(preposition, preposition, "ADP", "IN", "", 0, "")
        if day:
            word = self.random.choice(DAYS)
            index = b.add(word, word, "PROPN", "NNP", "Number=Sing", 0, "")
        else:
            index = self.state(b)
        b.attach(case, index, "case")
        b.attach(index, head, dep)
        return index

    def verb(self, b: Builder, forms: list[str], number: str, subject: int) -> int:
        """A finite verb in the past, the perfect or the future."""
        mood = self.random.random()
        if mood < 0.7:
            index = b.add(forms[1], forms[0], "VERB", "VBD", PAST.format(number), 0, "ROOT")
        elif mood < 0.85:
            has = "has" if number == "Sing" else "have"
            tag = "VBZ" if number == "Sing" else "VBP"
            morph = (
                PRESENT
                if number == "Sing"
                else "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"
            )
            aux = b.add(has, "have", "AUX", tag, morph, 0, "")
            index = b.add(forms[2], forms[0], "VERB", "VBN", "Tense=Past|VerbForm=Part", 0, "ROOT")
            b.attach(aux, index, "aux")
        else:
            aux = b.add("will", "will", "AUX", "MD", "VerbForm=Fin", 0, "")
            index = b.add(forms[0], forms[0], "VERB", "VB", "VerbForm=Inf", 0, "ROOT")
            b.attach(aux, index, "aux")
        b.attach(index, index, "ROOT")
        b.attach(subject, index, "nsubj")
        return index

    def gives(self, first: bool) -> Sentence:
        """ "Poland supplied tanks to Ukraine (on Friday)."."""
        b = self._start(first)
        subject, number = self.actor(b)
        root = self.verb(b, self.random.choice(VERBS), number, subject)
        self.noun(b, TAKES_TO, root, "obj")
        self.phrase(b, "to", root, "obl")
        self._perhaps_day(b, root)
        b.point(root)
        return b.made

    def acts(self, first: bool) -> Sentence:
        """ "Iran condemned Israel.", "Turkey imposed sanctions on Syria."."""
        b = self._start(first)
        subject, number = self.actor(b)
        if self.random.random() < 0.5:
            root = self.verb(b, self.random.choice(TRANSITIVE), number, subject)
            thing, _ = self.actor(b)
            b.attach(thing, root, "obj")
        else:
            root = self.verb(b, self.random.choice(THINGS), number, subject)
            thing = self.noun(b, OBJECTS, root, "obj")
            if self.random.random() < 0.6:
                self.phrase(b, self.random.choice(WITH_STATE[:3]), thing, "nmod")
        self._perhaps_day(b, root)
        b.point(root)
        return b.made

    def passive(self, first: bool) -> Sentence:
        """ "Two envoys were expelled by Estonia."."""
        b = self._start(first)
        subject, number = self.actor(b)
        form = "was" if number == "Sing" else "were"
        aux = b.add(form, "be", "AUX", "VBD", PAST.format(number), 0, "")
        forms = self.random.choice(TRANSITIVE)
        morph = "Tense=Past|VerbForm=Part|Voice=Pass"
        root = b.add(forms[2], forms[0], "VERB", "VBN", morph, 0, "ROOT")
        b.attach(root, root, "ROOT")
        b.attach(aux, root, "aux:pass")
        b.attach(subject, root, "nsubj:pass")
        if self.random.random() < 0.85:
            by = b.add("by", "by", "ADP", "IN", "", 0, "")
            agent, _ = self.actor(b)
            b.attach(by, agent, "case")
            b.attach(agent, root, "obl:agent")
        self._perhaps_day(b, root)
        b.point(root)
        return b.made

    def _infinitive(self, b: Builder, governor: int) -> None:
        to = b.add("to", "to", "PART", "TO", "", 0, "")
        forms = self.random.choice(VERBS if self.random.random() < 0.5 else TRANSITIVE)
        inner = b.add(forms[0], forms[0], "VERB", "VB", "VerbForm=Inf", governor, "xcomp")
        b.attach(to, inner, "mark")
        if forms in VERBS:
            self.noun(b, TAKES_TO, inner, "obj")
            self.phrase(b, "to", inner, "obl")
        else:
            thing = self.state(b)
            b.attach(thing, inner, "obj")

    def controls(self, first: bool) -> Sentence:
        """ "Egypt agreed to send grain to Sudan."."""
        b = self._start(first)
        subject, number = self.actor(b)
        root = self.verb(b, self.random.choice(CONTROL), number, subject)
        self._infinitive(b, root)
        b.point(root)
        return b.made

    def urges(self, first: bool) -> Sentence:
        """ "Kyiv urged Israel to send missiles to Poland."."""
        b = self._start(first)
        subject, number = self.actor(b)
        root = self.verb(b, self.random.choice(URGE), number, subject)
        whom = self.state(b)
        b.attach(whom, root, "obj")
        self._infinitive(b, root)
        b.point(root)
        return b.made

    def accuses(self, first: bool) -> Sentence:
        """ "Kyiv accused Iran of arming Russia."."""
        b = self._start(first)
        subject, number = self.actor(b)
        root = self.verb(b, "accuse accused accused accuses accusing".split(), number, subject)
        whom = self.state(b)
        b.attach(whom, root, "obj")
        of = b.add("of", "of", "SCONJ", "IN", "", 0, "")
        forms = self.random.choice(TRANSITIVE)
        inner = b.add(forms[4], forms[0], "VERB", "VBG", "VerbForm=Ger", root, "advcl")
        b.attach(of, inner, "mark")
        thing, _ = self.actor(b)
        b.attach(thing, inner, "obj")
        b.point(root)
        return b.made

    def headline(self, first: bool) -> Sentence:
        """ "Iran sells drones to Russia", without a full stop."""
        b = self._start(first)
        subject = self.state(b)
        gives = self.random.random() < 0.5
        forms = self.random.choice(VERBS if gives else THINGS)
        root = b.add(forms[3], forms[0], "VERB", "VBZ", PRESENT, 0, "ROOT")
        b.attach(root, root, "ROOT")
        b.attach(subject, root, "nsubj")
        thing = self.noun(b, TAKES_TO if gives else OBJECTS, root, "obj")
        if gives:
            self.phrase(b, "to", root, "obl")
        else:
            self.phrase(b, self.random.choice(WITH_STATE[:3]), thing, "nmod")
        return b.made

    def nominal(self, first: bool) -> Sentence:
        """ "Iran's sale of drones to Russia angered Ukraine."."""
        b = self._start(first)
        owner = self.state(b)
        b.made.spaces[-1] = False
        case = b.add("'s", "'s", "PART", "POS", "", owner, "case")
        word = self.random.choice(("sale", "delivery", "shipment", "transfer", "gift", "supply"))
        noun = b.add(word, word, "NOUN", "NN", "Number=Sing", 0, "")
        b.attach(owner, noun, "nmod:poss")
        b.attach(case, owner, "case")
        of = b.add("of", "of", "ADP", "IN", "", 0, "")
        thing = self.noun(b, [w for w in TAKES_TO if w.endswith("s")], noun, "nmod")
        b.attach(of, thing, "case")
        self.phrase(b, "to", noun, "nmod")
        root = self.verb(b, "anger angered angered angers angering".split(), "Sing", noun)
        whom = self.state(b)
        b.attach(whom, root, "obj")
        b.point(root)
        return b.made

    def says(self, first: bool) -> Sentence:
        """ "Turkey said that Russia bombed Syrian rebels."."""
        b = self._start(first)
        subject, number = self.actor(b)
        word = self.random.choice(SAY)
        lemma = {"said": "say"}.get(word, word[:-2] if word != "announced" else "announce")
        root = b.add(word, lemma, "VERB", "VBD", PAST.format(number), 0, "ROOT")
        b.attach(root, root, "ROOT")
        b.attach(subject, root, "nsubj")
        mark = None
        if self.random.random() < 0.6:
            mark = b.add("that", "that", "SCONJ", "IN", "", 0, "")
        inner_subject, inner_number = self.actor(b)
        inner = self.verb(b, self.random.choice(TRANSITIVE), inner_number, inner_subject)
        b.attach(inner, root, "ccomp")
        if mark is not None:
            b.attach(mark, inner, "mark")
        thing, _ = self.actor(b)
        b.attach(thing, inner, "obj")
        b.point(root)
        return b.made

    def _perhaps_day(self, b: Builder, root: int) -> None:
        if self.random.random() < 0.25:
            self.phrase(b, "on", root, "obl", day=True)


def write(count: int = 2500, seed: int = 7) -> list[Sentence]:
    """Return *count* sentences, the same ones for the same seed."""
    return Newsroom(seed).write(count)
