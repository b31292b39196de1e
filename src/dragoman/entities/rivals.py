# Whether a pronoun may as well be another who is named between: "India told Pakistan that it …".
# Rule: where two could be meant nobody is, for a wrong actor turns an ally into an attacker.
"""Others whom a pronoun could mean as well as its subject."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.pronouns import PERSONAL, Agreement, Resolve, actor_at

# Who assures another that "it" will do something speaks of himself.
_COMMITTING = frozenset({"assure", "promise", "reassure"})
# What somebody says of himself: "told Niger that it was ready to help".
_READY = frozenset({"prepared", "ready", "unwilling", "willing"})
#: What only states have: "attacked its territory" after an alliance and a state means the state's.
_LANDS = frozenset(
    "airspace border capital citizen coast coastline constitution currency economy frontier land neighbour neighbor "
    "parliament people soil sovereignty territory village water".split()
)


@dataclass(frozen=True)
class Rivals:
    """Finds who else could be meant, in one report."""

    agreement: Agreement

    def there_are(
        self, sentence: Sentence, token: Token, subject: int, party: Party, resolve: Resolve
    ) -> bool:
        """Whether somebody besides *party*, the subject at token *subject*, may be the pronoun *token*."""
        return (
            self._told(sentence, token, subject, resolve)
            or self._rivalled(sentence, token, subject, party, resolve)
            or self._served(sentence, token, subject, party, resolve)
        )

    def _told(self, sentence: Sentence, token: Token, subject: int, resolve: Resolve) -> bool:
        """Whether "it" may as well be the one who is told: "India told Pakistan that it …"."""
        verb = sentence.tokens[subject].head
        below = (token, *sentence.path_up(token.i))
        clause = next((t for t in below if t.head == verb), None)
        if clause is None or sentence.tokens[verb].lemma.lower() in _COMMITTING:
            return False
        if sentence.tokens[token.head].lemma.lower() in _READY:
            return False
        if _is_if_other(sentence, clause, verb, resolve):
            return False
        if not (clause.dep == "xcomp" or (clause.dep == "ccomp" and token.dep == "nsubj")):
            return False
        for other in sentence.children(verb, "obj", "iobj"):
            party = actor_at(sentence, other.i, resolve)
            if party is not None and self.agreement.fits(sentence, other.i, token.text.lower()):
                return True
        return False

    def _rivalled(
        self, sentence: Sentence, token: Token, subject: int, party: Party, resolve: Resolve
    ) -> bool:
        """Whether an owner may as well be who is named between: "Chile cut ties with Peru over its …"."""
        if token.dep != "nmod:poss" or token.text.lower() in PERSONAL:
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
            rival = actor_at(sentence, other.i, resolve)
            if rival is None or rival.country == party.country:
                continue
            if rival.country is None and party.country and _is_land(sentence, token):
                continue
            if self.agreement.fits(sentence, other.i, token.text.lower()):
                return True
        return False

    def _served(
        self, sentence: Sentence, token: Token, subject: int, party: Party, resolve: Resolve
    ) -> bool:
        """Whether an owner may be the object of a verb between: "Chad vowed to help Mali in its …"."""
        verb = sentence.tokens[subject].head
        if token.dep != "nmod:poss" or token.text.lower() in PERSONAL:
            return False
        for above in sentence.path_up(token.i):
            if above.i == verb:
                return False
            for other in sentence.children(above.i, "obj") if above.pos == "VERB" else ():
                if other.i >= token.i:
                    continue
                rival = actor_at(sentence, other.i, resolve)
                if rival is not None and rival.country != party.country:
                    return True
        return False


def _is_land(sentence: Sentence, owner: Token) -> bool:
    """Whether what is owned is a state's: "its territory"."""
    return sentence.tokens[owner.head].lemma.lower() in _LANDS


def _is_if_other(sentence: Sentence, clause: Token, verb: int, resolve: Resolve) -> bool:
    """Whether what "it" will do hangs on whoever is told: "told Mali that it would pay if Bamako agreed"."""
    whom = [resolve(sentence, t.i) for t in sentence.children(verb, "obj", "iobj")]
    told = {p.country for p in whom if p is not None and p.country}
    doers = (
        resolve(sentence, subject.i)
        for below in sentence.children(clause.i, "advcl")
        for subject in sentence.children(below.i, "nsubj")
    )
    return any(p is not None and p.country in told for p in doers)
