# Whom an object takes up from the words before it: "lent Peru money and is in talks with [it]",
# "punished Iran, accusing [it] of …".
# Rule: the one on whom the clause before acts, or the one other whom it names; where it names two, nobody.
"""Antecedents that are not the subject."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.pronouns import Agreement, Resolve, actor_at


@dataclass(frozen=True)
class Partners:
    """Finds whom a pronoun means besides whoever acts, in one report."""

    agreement: Agreement

    def again(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """Whom the clause before acts on, for one that goes on: "lent Peru money and is in talks with [it]"."""
        if (again := object_again(sentence, token)) is not None:
            party = actor_at(sentence, again, resolve)
            return (
                party
                if party and self.agreement.fits(sentence, again, token.text.lower())
                else None
            )
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
            if t.i < token.i and self.agreement.fits(sentence, t.i, token.text.lower())
            if (party := actor_at(sentence, t.i, resolve)) is not None
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
            party = actor_at(sentence, i, resolve)
            if party is not None and self.agreement.fits(sentence, i, token.text.lower()):
                found.setdefault(party.country or party.code, party)
        if own is not None:
            found.pop(own.country or own.code, None)
        return next(iter(found.values())) if len(found) == 1 else None

    def other(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
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
            if (party := actor_at(sentence, other.i, resolve)) is not None:
                found.append((other.i, party))
        if not found:
            return None
        (at, party) = found[-1]
        if len({p.country or p.code for _, p in found}) > 1 and not _deals_with(sentence, at):
            return None
        return party if self.agreement.fits(sentence, at, token.text.lower()) else None


def _deals_with(sentence: Sentence, i: int) -> bool:
    """Whether a phrase is one side of an act: "followed Mali in breaking relations [with Ukraine]"."""
    token = sentence.tokens[i]
    case = sentence.child(i, "case")
    return token.relation == "obj" or (case is not None and case.text.lower() == "with")


def object_again(sentence: Sentence, token: Token) -> int | None:
    """The object of the verb before, for one that goes on with it: "accused Chad and urged [it] to …"."""
    verb = sentence.tokens[token.head]
    if token.relation not in ("obj", "iobj") or verb.relation != "conj":
        return None
    if sentence.child(verb.i, "nsubj", "nsubj:pass") is not None or verb.head > verb.i:
        return None
    objects = sentence.children(verb.head, "obj", "iobj")
    return objects[0].i if len(objects) == 1 and objects[0].pos != "PRON" else None
