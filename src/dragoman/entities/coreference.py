# Whom a pronoun stands for.
# Rule 1: a wrong actor turns an ally into an attacker, a missing one costs one
#   row: where two states could be meant, nobody is.
# Rule 2: a pronoun goes to the subject of a clause above it in the same sentence. Only one
#   that opens its sentence ("It sold", "Since May it has sold") looks into the sentence
#   before, and only to the subject there.
"""Antecedents of pronouns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.clauses.phrases import main_subject
from dragoman.entities.actor import Party
from dragoman.entities.awaited import awaited_of
from dragoman.entities.carried import Carried, Pair, Resolve, goes_on
from dragoman.entities.faced import Faced
from dragoman.entities.names import Names
from dragoman.entities.persons import Persons
from dragoman.entities.phrases import is_by_place, is_plural
from dragoman.entities.roles import Roles

THIRD_PERSON = frozenset(
    {"it", "its", "itself", "they", "their", "them", "theirs", "he", "his", "him", "she", "her"}
)
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "ourselves"})
# Verbs of praise and blame: what they are for is their object's.
_JUDGING = frozenset(
    "accuse applaud blame castigate chastise chide commend condemn congratulate criticise criticize denounce fault hail "
    "laud lambast lambaste praise punish rebuke reward sanction thank upbraid".split()
)
_THANKFUL = frozenset({"grateful", "indebted", "thankful"})
_PERSONAL = frozenset({"he", "his", "him", "she", "her"})
_HERS = frozenset({"she", "her", "herself"})
_PLURAL = frozenset({"they", "their", "them", "theirs"})
# What states do to what is others', and what of others' they do it to.
_STRIKING = frozenset(
    "approach attack bomb board breach burn capture cross damage detain destroy down enter fire hit infringe intrude "
    "invade kill mine overfly penetrate raid ram seize shell shoot sideswipe sink storm strike target violate wound".split()
)
_STRUCK = frozenset(
    "aircraft airport airspace base boat border checkpoint citizen city civilian coast consulate convoy diplomat drone "
    "embassy fisherman fleet force frontier garrison helicopter jet missile national navy oilfield outpost patrol plane "
    "port position post refinery sailor ship refinery facility installation plant reactor site soil soldier space tanker territory town trawler troop vessel village "
    "warplane warship water waters".split()
)
# Who assures another that "it" will do something speaks of himself.
_COMMITTING = frozenset({"assure", "promise", "reassure"})
#: What only states have: "attacked its territory" after an alliance and a state means the state's.
_LANDS = frozenset(
    "airspace border capital citizen coast coastline constitution currency economy frontier land neighbour neighbor "
    "parliament people soil sovereignty territory village water".split()
)
# What somebody says of himself: "told Niger that it was ready to help".
_READY = frozenset({"prepared", "ready", "unwilling", "willing"})


@dataclass
class Antecedents:
    """What came before, in one report."""

    sentences: Sequence[Sentence]
    names: Names
    roles: Roles

    def __post_init__(self) -> None:
        self._starts = [s.span.start for s in self.sentences]
        self._persons = Persons(self.sentences, self.names, self.roles)
        self._carried = Carried(self.sentences, self.names, self.roles, self._fits)
        self._faced = Faced(self._before, self._fits)

    def forget(self) -> None:
        """Let go of what points back at it; nothing can be asked of it any more."""
        self.__dict__.clear()

    def pronoun(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """The party that a pronoun of the third person stands for, or None."""
        word = token.text.lower()
        sibling = self._sibling(sentence, token, resolve) or self._judged(sentence, token, resolve)
        if sibling is not None:
            return sibling
        if (again := self._partner_again(sentence, token, resolve)) is not None:
            return again
        if (pressed := awaited_of(sentence, token, resolve)) is not None:
            return pressed
        striking = self._striking(sentence, token)
        for subject in self._subjects(sentence, token):
            if subject == striking:
                continue  # "said a plane had violated its airspace": not the plane's
            party = resolve(sentence, subject)
            if party is None:
                continue
            if party.kind == "owner" and is_by_place(sentence, subject, party.span):
                continue  # "The blasts in Lahore killed nine; they were claimed by …"
            if striking is not None and party.known and self._fits(sentence, subject, word):
                return party
            if word in _PERSONAL and not self._is_personal(sentence, subject, word):
                # "The ministry said he had left": a person named before.
                continue
            if len(sentence.conjuncts(subject)) > 1:
                # "Chad and Niger closed their border": two are meant, and one must not stand for both.
                return None
            if self._told(sentence, token, subject, resolve):
                return None
            if self._rivalled(sentence, token, subject, party, resolve):
                return None
            if self._served(sentence, token, subject, party, resolve):
                return None
            if party.known and not self._fits(sentence, subject, word):
                continue  # "Villagers say that it fled": not they
            # The nearest subject is somebody: it is meant, or it is unclear who is.
            return party if party.known else None
        found = self._other(sentence, token, resolve)
        if found is None and striking is not None:
            party = resolve(sentence, striking)
            return party if party is not None and party.known else None
        found = found or self._subject_before(sentence, token, resolve)
        if found is None and word in _PERSONAL:
            return self._persons.before(sentence, token, resolve)
        return found or self._faced.of(sentence, token, resolve)

    def _before(self, sentence: Sentence, sentences: int) -> list[Sentence]:
        """This sentence and those before it, the nearest first."""
        at = bisect_left(self._starts, sentence.span.start)
        return [*reversed(self.sentences[max(0, at - sentences) : at + 1])]

    def _striking(self, sentence: Sentence, token: Token) -> int | None:
        """The subject that strikes what a pronoun owns: it strikes another's, if there is another."""
        owned = sentence.tokens[token.head]
        if token.dep != "nmod:poss" or owned.lemma.lower() not in _STRUCK:
            return None
        if any(t.text.lower() == "own" for t in sentence.children(owned.i, "amod")):
            return None
        noun = owned
        while noun.relation in ("nmod", "conj") and noun.head < noun.i:
            noun = sentence.tokens[noun.head]
        verb = sentence.tokens[noun.head]
        if noun.relation not in ("obj", "obl") or not _STRIKING & {*lemmas(verb.text, verb.lemma)}:
            return None
        subject = sentence.child(verb.i, "nsubj")
        above = sentence.tokens[verb.head]
        if subject is None and verb.relation == "advcl" and above.lemma.lower() in _JUDGING:
            subject = sentence.child(above.i, "obj")  # "accused Mali of attacking its soldiers"
        return subject.i if subject is not None and subject.dep != "nsubj:pass" else None

    def several(
        self, sentence: Sentence, token: Token, resolve: Resolve, pair: Pair
    ) -> tuple[Party, ...]:
        """Those whom "they" takes up together: "Chad and Niger said they would leave".

        *pair* tells of whom "both sides" stands for.
        """
        if token.text.lower() not in _PLURAL:
            return ()
        if (again := _object_again(sentence, token)) is not None:
            heads = sentence.conjuncts(again)
            both = [p for p in (_actor(sentence, head, resolve) for head in heads) if p is not None]
            found = tuple(both) if len(both) == len(heads) > 1 else pair(sentence, again)
            if found:
                return found
        for subject in self._subjects(sentence, token):
            if two := pair(sentence, subject):
                return two
            if resolve(sentence, subject) is None:
                continue
            heads = sentence.conjuncts(subject)
            if len(heads) == 1 and self._is_one_state(sentence, subject):
                continue  # "Chad and Mali applied, but Niger objects to their entry"
            named = (_actor(sentence, head, resolve) for head in heads)
            known = tuple(p for p in named if p is not None)
            return known if len(known) == len(heads) > 1 else ()
        found = self._carried.subject(sentence, token, resolve, pair)
        return found if len(found) > 1 else ()

    def _partner_again(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """Whom the clause before acts on, for one that goes on: "lent Peru money and is in talks with [it]"."""
        if (again := _object_again(sentence, token)) is not None:
            party = _actor(sentence, again, resolve)
            return party if party and self._fits(sentence, again, token.text.lower()) else None
        verb = sentence.tokens[token.head]
        if token.relation in ("obj", "iobj"):
            return self._spoken_of(sentence, token, resolve)
        if token.relation not in ("obl", "nmod") or token.dep == "nmod:poss":
            return None
        if verb.relation != "conj" or sentence.child(verb.i, "nsubj", "nsubj:pass") is not None:
            return None
        before = sentence.children(verb.head, "obj", "iobj", "obl")
        phrases = [k for t in before for k in (t, *sentence.children(t.i, "nmod"))]
        found = {
            party.country or party.code: party
            for t in phrases
            if t.i < token.i and self._fits(sentence, t.i, token.text.lower())
            if (party := _actor(sentence, t.i, resolve)) is not None
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _spoken_of(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """The one other whom somebody has just spoken of: "said Chad was ill but urged [it] to pay"."""
        verb = sentence.tokens[token.head]
        said = sentence.child(verb.head, "ccomp")
        speaker = sentence.child(verb.head, "nsubj")
        if verb.relation != "conj" or said is None or speaker is None or said.i > verb.i:
            return None
        if sentence.child(verb.i, "nsubj") is not None:
            return None
        own = resolve(sentence, speaker.i)
        found: dict[str | None, Party] = {}
        for i in sentence.subtree(said.i):
            other = sentence.tokens[i]
            if other.relation not in ("nsubj", "obj", "iobj", "obl") or other.pos == "PRON":
                continue
            party = _actor(sentence, i, resolve)
            if party is not None and self._fits(sentence, i, token.text.lower()):
                found.setdefault(party.country or party.code, party)
        if own is not None:
            found.pop(own.country or own.code, None)
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_one_state(self, sentence: Sentence, i: int) -> bool:
        """Whether a phrase is the bare name of one state, which "they" does not take up."""
        mention = self.names.at(sentence.tokens[i])
        return mention is not None and mention.kind in ("state", "capital")

    def _other(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """The one besides the subject that is spoken of: "punished Iran, accusing [it] of …"."""
        deed = sentence.tokens[token.head]
        above = sentence.tokens[deed.head]
        controlled = deed.relation == "advcl" and sentence.child(deed.i, "nsubj") is None
        subject = sentence.child(above.i, "nsubj")
        if token.relation != "obj" or not controlled or subject is None:
            return None
        found = []
        for other in sentence.tokens[subject.i + 1 : sentence.subtree(deed.i)[0]]:
            if other.relation not in ("obj", "iobj", "obl", "nmod") or other.pos == "PRON":
                continue
            if (party := _actor(sentence, other.i, resolve)) is not None:
                found.append((other.i, party))
        if not found:
            return None
        (at, party) = found[-1]
        if len({p.country or p.code for _, p in found}) > 1 and not self._deals_with(sentence, at):
            return None
        return party if self._fits(sentence, at, token.text.lower()) else None

    @staticmethod
    def _deals_with(sentence: Sentence, i: int) -> bool:
        """Whether a phrase is one side of an act: "followed Mali in breaking relations [with Ukraine]"."""
        token = sentence.tokens[i]
        case = sentence.child(i, "case")
        return token.relation == "obj" or (case is not None and case.text.lower() == "with")

    def _sibling(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """The one named just before: "Iran or its proxies", "the general and his men"."""
        owned = sentence.tokens[token.head]
        if token.dep != "nmod:poss" or owned.relation != "conj" or owned.head > token.i:
            return None
        if len(sentence.conjuncts(owned.head)) > 2:
            return None
        party = resolve(sentence, owned.head)
        if party is not None and party.known and party.kind == "owner":
            # "China's ban on imports and its sanctions": both are China's.
            owner = sentence.child(owned.head, "nmod:poss")
            found = (
                resolve(sentence, owner.i) if owner is not None and owner.pos == "PROPN" else None
            )
            return found if found and found.known and token.text.lower() == "its" else None
        if party is None or not party.known or party.kind != "actor":
            return None
        person = self.roles.is_person(sentence, owned.head)
        fits = person == (token.text.lower() in _PERSONAL) and token.text.lower() not in _PLURAL
        return party if fits else None

    def _fits(self, sentence: Sentence, subject: int, word: str) -> bool:
        """Whether a phrase agrees with a pronoun in person and number."""
        token = sentence.tokens[subject]
        if self._is_personal(sentence, subject, word) != (word in _PERSONAL):
            return False
        if len(sentence.conjuncts(subject)) > 1:
            return word in _PLURAL
        if token.pos == "PROPN" and is_plural(token):
            # "The Houthis said they", but "the Netherlands said it".
            return True
        mention = self.names.at(token) if token.pos == "PROPN" else None
        if mention is not None and mention.kind == "armed":
            return True  # a band is "it" and "they"
        return (token.pos == "NOUN" and is_plural(token)) == (word in _PLURAL)

    def _is_personal(self, sentence: Sentence, subject: int, word: str) -> bool:
        """Whether a phrase is a person, or a ship where "she" is asked for."""
        if word in _HERS and self.roles.is_ship(sentence, subject):
            return True
        return self.roles.is_person(sentence, subject)

    def _told(self, sentence: Sentence, token: Token, subject: int, resolve: Resolve) -> bool:
        """Whether "it" may as well be the one who is told: "India told Pakistan that it …"."""
        verb = sentence.tokens[subject].head
        below = (token, *sentence.path_up(token.i))
        clause = next((t for t in below if t.head == verb), None)
        if clause is None or sentence.tokens[verb].lemma.lower() in _COMMITTING:
            return False
        if sentence.tokens[token.head].lemma.lower() in _READY:
            return False
        if not (clause.dep == "xcomp" or (clause.dep == "ccomp" and token.dep == "nsubj")):
            return False
        for other in sentence.children(verb, "obj", "iobj"):
            party = _actor(sentence, other.i, resolve)
            if party is not None and self._fits(sentence, other.i, token.text.lower()):
                return True
        return False

    def _judged(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """Whoever is thanked or blamed owns what it is for: "thanked Chad for [its] help"."""
        owned = sentence.tokens[token.head]
        if token.dep != "nmod:poss" or owned.relation not in ("obl", "nmod"):
            return None
        if not any(c.text.lower() == "for" for c in sentence.children(owned.i, "case")):
            return None
        above = sentence.tokens[owned.head]
        verb = sentence.tokens[above.head] if above.relation == "obj" else above
        thanked = verb.lemma.lower() in _THANKFUL  # "grateful to Qatar for [its] help"
        whom = sentence.child(verb.i, "obl" if thanked else "obj")
        if not thanked and verb.lemma.lower() not in _JUDGING:
            return None
        if whom is None or whom.i > token.i or whom.pos == "PRON":
            return None
        fits = self._fits(sentence, whom.i, token.text.lower())
        return _actor(sentence, whom.i, resolve) if fits else None

    def _rivalled(
        self, sentence: Sentence, token: Token, subject: int, party: Party, resolve: Resolve
    ) -> bool:
        """Whether an owner may as well be who is named between: "Chile cut ties with Peru over its …"."""
        if token.dep != "nmod:poss" or token.text.lower() in _PERSONAL:
            return False
        verb = sentence.tokens[subject].head
        phrase = next((t for t in (token, *sentence.path_up(token.i)) if t.head == verb), None)
        if phrase is None or phrase.relation not in ("obl", "advcl"):
            return False
        within = set(sentence.subtree(subject))  # "Chad, an ally of Mali, …": one subject
        for other in sentence.tokens[subject + 1 : sentence.subtree(phrase.i)[0]]:
            if other.relation not in ("obj", "iobj", "obl", "nmod") or other.pos == "PRON":
                continue
            if other.i in within:
                continue
            rival = _actor(sentence, other.i, resolve)
            if rival is None or rival.country == party.country:
                continue
            if rival.country is None and party.country and _is_land(sentence, token):
                continue
            if self._fits(sentence, other.i, token.text.lower()):
                return True
        return False

    def _served(
        self, sentence: Sentence, token: Token, subject: int, party: Party, resolve: Resolve
    ) -> bool:
        """Whether an owner may be the object of a verb between: "Chad vowed to help Mali in its …"."""
        verb = sentence.tokens[subject].head
        if token.dep != "nmod:poss" or token.text.lower() in _PERSONAL:
            return False
        for above in sentence.path_up(token.i):
            if above.i == verb:
                return False
            for other in sentence.children(above.i, "obj") if above.pos == "VERB" else ():
                if other.i >= token.i:
                    continue
                rival = _actor(sentence, other.i, resolve)
                if rival is not None and rival.country != party.country:
                    return True
        return False

    def _subjects(self, sentence: Sentence, token: Token) -> list[int]:
        """Subjects that can be meant, the nearest clause first."""
        found = []
        # "Kyiv urged the council to investigate it": an object is never its own verb's subject.
        own = token.relation in ("obj", "iobj", "obl")
        for above in sentence.path_up(token.i):
            here = [
                child.i
                for child in sentence.children(above.i, "nsubj")
                # "His country": a phrase does not name its own owner.
                if child.span.end <= token.span.start
                and child.pos != "PRON"
                and token.i not in sentence.subtree(child.i)
            ]
            if own and above.pos == "VERB":
                # "sent tanks to help it", "…, accusing it of theft": nor of the verb that it hangs on.
                own = bool(not here and above.relation in ("xcomp", "conj", "advcl"))
                continue
            found += (
                here or _described(sentence, above) or _owner_of_subject(sentence, above, token)
            )
        return found

    def _subject_before(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """The subject of the sentence before, for whoever opens this one."""
        if token.text.lower() in _PERSONAL:
            return self._person_before(sentence, token, resolve)
        found = self._carried.subject(sentence, token, resolve)
        return found[0] if len(found) == 1 else None

    def _person_before(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """The subject of the sentence before, for "He" or "His" that opens this one."""
        owned = sentence.tokens[token.head]
        own = token.dep == "nmod:poss" and owned.relation == "nsubj"
        if token.i > 0 or not (own or token.relation == "nsubj"):
            return None
        at = bisect_left(self._starts, sentence.span.start)
        if at == 0:
            return None
        before = self.sentences[at - 1]
        subject = main_subject(before)
        if subject is None or len(before.conjuncts(subject.i)) > 1:
            return None
        if not self._fits(before, subject.i, token.text.lower()):
            return None
        ship = token.text.lower() in _HERS and self.roles.is_ship(before, subject.i)
        if not ship and not goes_on(sentence, token) and self._other_persons(before, subject):
            return None
        return _actor(before, subject.i, resolve)

    def _other_persons(self, sentence: Sentence, subject: Token) -> bool:
        """Whether the sentence speaks of a person beside its subject."""
        inside = set(sentence.subtree(subject.i))
        return any(
            token.i not in inside
            and token.pos in ("NOUN", "PROPN")
            and self.roles.is_person(sentence, token.i)
            and token.relation not in ("flat", "compound", "obl", "amod")
            for token in sentence.tokens
        )


def _object_again(sentence: Sentence, token: Token) -> int | None:
    """The object of the verb before, for one that goes on with it: "accused Chad and urged [it] to …"."""
    verb = sentence.tokens[token.head]
    if token.relation not in ("obj", "iobj") or verb.relation != "conj":
        return None
    if sentence.child(verb.i, "nsubj", "nsubj:pass") is not None or verb.head > verb.i:
        return None
    objects = sentence.children(verb.head, "obj", "iobj")
    return objects[0].i if len(objects) == 1 and objects[0].pos != "PRON" else None


def _described(sentence: Sentence, verb: Token) -> list[int]:
    """Whom "which" takes up as a subject: "[Oman], which left after rebels struck its port, …"."""
    if verb.dep != "acl:relcl":
        return []
    subjects = [s.text.lower() for s in sentence.children(verb.i, "nsubj")]
    return [verb.head] if subjects in (["which"], ["who"], ["that"]) else []


def _owner_of_subject(sentence: Sentence, noun: Token, token: Token) -> list[int]:
    """Whose the subject is that a pronoun stands in: "[Turkey]'s threat to block a bid that it …"."""
    if noun.pos != "NOUN" or noun.relation != "nsubj" or token.relation != "nsubj":
        return []
    owners = sentence.children(noun.i, "nmod:poss")
    return [o.i for o in owners if o.pos == "PROPN" and o.span.end <= token.span.start]


def _is_land(sentence: Sentence, owner: Token) -> bool:
    """Whether what is owned is a state's: "its territory"."""
    return sentence.tokens[owner.head].lemma.lower() in _LANDS


def _actor(sentence: Sentence, i: int, resolve: Resolve) -> Party | None:
    """The known actor that the phrase of token *i* names, if it names one."""
    party = resolve(sentence, i)
    return party if party is not None and party.known and party.kind == "actor" else None
