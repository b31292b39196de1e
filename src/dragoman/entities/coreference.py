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
from dragoman.clauses.phrases import main_subject
from dragoman.entities.actor import Party
from dragoman.entities.awaited import awaited, awaited_of
from dragoman.entities.carried import Carried, Pair, goes_on
from dragoman.entities.deeds import judged_of, striker_of
from dragoman.entities.faced import Faced
from dragoman.entities.foretold import subject_foretold
from dragoman.entities.names import Names
from dragoman.entities.partners import Partners, object_again
from dragoman.entities.persons import Persons
from dragoman.entities.phrases import is_by_place
from dragoman.entities.pronouns import HERS, PERSONAL, PLURAL, Agreement, Resolve, actor_at
from dragoman.entities.rivals import Rivals
from dragoman.entities.roles import Roles


@dataclass
class Antecedents:
    """What came before, in one report."""

    sentences: Sequence[Sentence]
    names: Names
    roles: Roles

    def __post_init__(self) -> None:
        self._starts = [s.span.start for s in self.sentences]
        self._agreement = Agreement(self.names, self.roles)
        self._partners = Partners(self._agreement)
        self._rivals = Rivals(self._agreement)
        self._persons = Persons(self.sentences, self.names, self.roles)
        self._carried = Carried(self.sentences, self.names, self.roles, self._agreement.fits)
        self._faced = Faced(self._before, self._agreement.fits)

    def forget(self) -> None:
        """Let go of what points back at it; nothing can be asked of it any more."""
        self.__dict__.clear()

    def pronoun(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """The party that a pronoun of the third person stands for, or None."""
        placed = (
            self._sibling(sentence, token, resolve)
            or judged_of(sentence, token, resolve, self._agreement)
            or self._partners.again(sentence, token, resolve)
            or awaited_of(sentence, token, resolve)
        )
        if placed is not None:
            return placed
        if awaited(sentence, token):
            return None  # "will press the regime until it yields": whoever that is, and not who presses
        if (foretold := subject_foretold(sentence, token)) is not None:
            return resolve(sentence, foretold)
        word = token.text.lower()
        striker = striker_of(sentence, token)
        for subject in self._subjects(sentence, token):
            if subject == striker:
                continue  # "said a plane had violated its airspace": not the plane's
            party = resolve(sentence, subject)
            if party is None:
                continue
            if party.kind == "owner" and is_by_place(sentence, subject, party.span):
                continue  # "The blasts in Lahore killed nine; they were claimed by …"
            if (
                striker is not None
                and party.known
                and self._agreement.fits(sentence, subject, word)
            ):
                return party
            if word in PERSONAL and not self._agreement.is_personal(sentence, subject, word):
                # "The ministry said he had left": a person named before.
                continue
            if len(sentence.conjuncts(subject)) > 1:
                # "Chad and Niger closed their border": two are meant, and one must not stand for both.
                return None
            if self._rivals.there_are(sentence, token, subject, party, resolve):
                return None
            if party.known and not self._agreement.fits(sentence, subject, word):
                continue  # "Villagers say that it fled": not they
            # The nearest subject is somebody: it is meant, or it is unclear who is.
            return party if party.known else None
        found = self._partners.other(sentence, token, resolve)
        if found is None and striker is not None:
            party = resolve(sentence, striker)
            return party if party is not None and party.known else None
        found = found or self._subject_before(sentence, token, resolve)
        if found is None and word in PERSONAL:
            return self._persons.before(sentence, token, resolve)
        return found or self._faced.of(sentence, token, resolve)

    def _before(self, sentence: Sentence, sentences: int) -> list[Sentence]:
        """This sentence and those before it, the nearest first."""
        at = bisect_left(self._starts, sentence.span.start)
        return [*reversed(self.sentences[max(0, at - sentences) : at + 1])]

    def several(
        self, sentence: Sentence, token: Token, resolve: Resolve, pair: Pair
    ) -> tuple[Party, ...]:
        """Those whom "they" takes up together: "Chad and Niger said they would leave".

        *pair* tells of whom "both sides" stands for.
        """
        if token.text.lower() not in PLURAL:
            return ()
        if (again := object_again(sentence, token)) is not None:
            heads = sentence.conjuncts(again)
            both = [
                p for p in (actor_at(sentence, head, resolve) for head in heads) if p is not None
            ]
            found = tuple(both) if len(both) == len(heads) > 1 else pair(sentence, again)
            if found:
                return found
        foretold = subject_foretold(sentence, token)
        for subject in self._subjects(sentence, token) if foretold is None else [foretold]:
            if two := pair(sentence, subject):
                return two
            if resolve(sentence, subject) is None:
                continue
            heads = sentence.conjuncts(subject)
            if len(heads) == 1 and self._is_one_state(sentence, subject):
                continue  # "Chad and Mali applied, but Niger objects to their entry"
            named = (actor_at(sentence, head, resolve) for head in heads)
            known = tuple(p for p in named if p is not None)
            return known if len(known) == len(heads) > 1 else ()
        found = self._carried.subject(sentence, token, resolve, pair)
        return found if len(found) > 1 else ()

    def _is_one_state(self, sentence: Sentence, i: int) -> bool:
        """Whether a phrase is the bare name of one state, which "they" does not take up."""
        mention = self.names.at(sentence.tokens[i])
        return mention is not None and mention.kind in ("state", "capital")

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
        fits = person == (token.text.lower() in PERSONAL) and token.text.lower() not in PLURAL
        return party if fits else None

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
        if token.text.lower() in PERSONAL:
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
        if not self._agreement.fits(before, subject.i, token.text.lower()):
            return None
        ship = token.text.lower() in HERS and self.roles.is_ship(before, subject.i)
        if not ship and not goes_on(sentence, token) and self._other_persons(before, subject):
            return None
        return actor_at(before, subject.i, resolve)

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
