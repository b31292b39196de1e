# Who is named in one slot of a frame, by a name, by an act or by whose the thing is that stands there.
# Rule: what an act in a slot names are its parties: "the shelling" stands for who shelled, a
#   complement for whom it concerns.
"""Who stands in a slot of a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.actor import SPEAKER, Party
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Parties
from dragoman.events.frames import Frame
from dragoman.events.judged import Judged
from dragoman.events.recalled import Recalled
from dragoman.events.sites import WHERE
from dragoman.events.users import users_of

_LENT = frozenset("aid approval assistance backing blessing consent help support".split())
#: Slots of whoever is served by what somebody supplies, funds or backs.
_SERVING = ("to", "iobj", "for", "object", "with")
#: Where an uncoded complement keeps the party it concerns, in the order of asking.
_CONCERNED = ("between", "object", "iobj", "against", "on", "to", "with", "from", "for")


@dataclass(frozen=True, slots=True)
class InSlots:
    """Who stands in the slots of one sentence's clauses."""

    sentence: Sentence
    resolver: Resolver
    by_head: Mapping[int, Clause]
    recalled: Recalled
    judged: Judged

    def known(self, heads: Iterable[int]) -> Parties:
        """The known actors that the phrases at *heads* stand for."""
        named = (p for i in heads for p in self.resolver.parties(self.sentence, i))
        return tuple(p for p in named if p.known)

    def named(self, slot: str, frame: Frame) -> list[tuple[int, Party]]:
        """Who stands in a slot, each with the index of the word that names him."""
        if slot.endswith(".doer"):
            # "Western sanctions will be lifted": by those whose they are.
            acts = (
                self.recalled.noun_act(i) for i in frame.slots.get(slot.removesuffix(".doer"), ())
            )
            return [(a.head, p) for a in acts if a is not None for p in a.actor]
        if slot.endswith(".ruler"):
            return [*self._rulers(frame.slots.get(slot.removesuffix(".ruler"), ()))]
        if slot.endswith(".serves"):
            return [*self._served(frame.slots.get(slot.removesuffix(".serves"), ()))]
        if slot.endswith(".user"):
            things = frame.slots.get(slot.removesuffix(".user"), ())
            using = (k for i in things for k in users_of(self.sentence, i, self.by_head))
            return [(k, p) for k in using for p in self.resolver.parties(self.sentence, k)]
        heads = frame.slots.get(slot, ())
        if slot == "clause":
            return list(self._inside_clause(heads))
        if slot == "speaker":
            token = frame.clause.token
            return [(token.i, Party(token.span, token.text, code=SPEAKER))]
        if slot == "clause.subject":
            inner = (self.by_head[h] for h in frame.slots.get("clause", ()) if h in self.by_head)
            heads = tuple(
                i
                for clause in inner
                for i in clause.slots.get("topic") or clause.slots.get("subject", ())
            )
        return [(i, p) for i in heads for p in self._at(i, slot, frame)]

    def _at(self, i: int, slot: str, frame: Frame) -> Parties:
        """Who is named by the phrase of one token in a slot."""
        token = self.sentence.tokens[i]
        if slot == "with" and token.lemma in _LENT:
            return ()  # "with Romania's help": it helped, and was not the one
        if slot == "in" and token.text == "protest":
            return ()  # "boycotted it in protest": how, and not whom
        if token.relation in ("amod", "compound"):
            party = self.resolver.modifier(token)
            return (party,) if party is not None else ()
        if doers := self.judged.doers(token, slot, frame):
            return doers
        if (act := self.recalled.noun_act(i)) is not None:
            # "A deal with Iran lifted …": one of its parties alone did not do it.
            alone = act.reciprocal and len(act.actor) == 1 and slot == "subject"
            return act.actor if not alone else ()
        named = self.resolver.parties(self.sentence, i)
        return tuple(p for p in named if p.known or p.sector or slot not in WHERE)

    def _rulers(self, heads: tuple[int, ...]) -> Iterator[tuple[int, Party]]:
        """Who does at home what is done in his state, or to his opposition: "arrests in Tbilisi"."""
        for i in heads:
            act = self.recalled.noun_act(i)
            if act is None or act.actor:
                continue
            for party in act.recipient:
                if party.country and party.sector in (None, "", "OPP"):
                    state = replace(party, code=party.country, sector=None, kind="actor")
                    yield act.head, state

    def _served(self, heads: tuple[int, ...]) -> Iterator[tuple[int, Party]]:
        """Whom those serve who are named by what they do: "companies [supplying fuel to the regime]"."""
        for i in heads:
            for verb in self.sentence.children(self.resolver.core(self.sentence, i), "acl"):
                clause = self.by_head.get(verb.i)
                slots = clause.slots if clause is not None and not clause.passive else {}
                for slot in _SERVING:
                    known = [(k, p) for k in slots.get(slot, ()) for p in self.known((k,))]
                    if known:
                        yield from known
                        break

    def _inside_clause(self, heads: tuple[int, ...]) -> Iterator[tuple[int, Party]]:
        """Whom the act in a complement concerns: its recipient, or whoever stands in its slots."""
        for head in heads:
            act = self.recalled.act_at(head)
            parties: Parties = ()
            slots = self.by_head[head].slots if head in self.by_head else {}
            if act is not None:
                parties = act.recipient or (act.actor if act.reciprocal else ())
                slots = act.frame.slots
            if not any(p.known for p in parties):
                # "agreed to fund hospitals for Kenya": the hospitals are nobody.
                parties = self._concerned(slots) or parties
                parties = parties or self._whose(head)
            yield from ((head, p) for p in parties)
            if self.sentence.tokens[head].dep == "xcomp" and any(p.known for p in parties):
                return  # "became an ally of Chad and friendly to Mali": an ally of Chad alone

    def _whose(self, head: int) -> Parties:
        """Whose somebody is said to be: "has become Russia's closest ally"."""
        clause = self.by_head.get(head)
        if clause is None or clause.kind != "noun" or self.sentence.tokens[head].dep != "xcomp":
            return ()
        return self.known(t.i for t in self.sentence.children(head, "nmod:poss"))

    def _concerned(self, slots: dict[str, tuple[int, ...]]) -> Parties:
        for slot in _CONCERNED:
            heads = slots.get(slot, ())
            if slot == "with":  # "retake the town with the help of the Kenyans": they are no foes
                heads = tuple(i for i in heads if self.sentence.tokens[i].lemma not in _LENT)
            if parties := self.known(heads):
                return parties
        return ()
