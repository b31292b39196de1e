# Whom the slots of a sense name.
# Rule 1: "condemned the shelling of X" is about whoever shelled, never about X; who
#   that is may have been said before (recalled.py).
# Rule 2: a slot that names nobody known passes the question on to the next one.
"""Fill in who acts and who receives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.clauses.attachments import DEEDS
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.entities.actor import SPEAKER, Party
from dragoman.entities.parties import Resolver
from dragoman.entities.phrases import is_by_place
from dragoman.events.at_home import AtHome
from dragoman.events.draft import Draft, Parties, apart, distinct
from dragoman.events.event import COOPERATIVE
from dragoman.events.foes import OUTRAGES, is_foe
from dragoman.events.frames import Frame
from dragoman.events.own_state import ruled
from dragoman.events.recalled import Recalled
from dragoman.events.senses import Lexicon, Sense
from dragoman.events.together import Together
from dragoman.events.users import GIVING, lackers_of, users_of

#: Modals of what somebody else must do.
OBLIGING = frozenset({"must", "should", "ought", "shall"})
#: What is done in words, to somebody; and prepositions that make whoever acts the one addressed.
_WORDS = frozenset({"REQUEST", "THREATEN", "ACCUSE", "REJECT"})
_IN_SPITE = frozenset({"despite", "notwithstanding"})
_OVER = frozenset({"over", "after", "following"})
_AT = frozenset({"at", "upon"})
#: Slots of place: a name in them that nobody knows is a place.
_WHERE = frozenset({"in", "at", "near", "off", "outside", "inside", "into", "through"})
_OFF = frozenset({"near", "off", "over"})
_WAYS = ("through", "across", "around", "along", "near")
_STATE_POWERS = frozenset({None, "COP", "GOV", "MIL"})
#: What a state puts down at home.
_UNREST = frozenset(
    "demonstration demonstrator dissent protest protester rally riot unrest uprising".split()
)
#: Nouns that stand for what a sentence has just told: "in a move that angered Chad".
_DEEDS = frozenset(
    "act action approach decision gesture law measure move policy practice reform rule step strategy tactic".split()
)
#: What somebody has whose it is said to be: "has a policy that Chad condemns".
_HAVING = frozenset(
    "adopt announce approve defend have impose introduce maintain operate pass pursue run use".split()
)
_LENT = frozenset({"aid", "approval", "assistance", "backing", "blessing", "help", "support"})
#: Of two: whose friends several are tells nothing of how these stand with one another.
_FRIENDSHIPS = frozenset(
    f"support.{name}"
    for name in "ally-by-the-way ally-of are-allies have-as-ally remain-ally".split()
)
_HOLDING = frozenset("abduct arrest capture detain hold imprison jail kidnap seize".split())
_HELPING = frozenset({"aid", "assist", "back", "help", "support"})
#: Slots of whoever is served by what somebody supplies, funds or backs.
_SERVING = ("to", "iobj", "for", "object", "with")
#: What is done to an act by whoever does it, or would do it.
_PLANNING = frozenset(
    "consider contemplate debate defer envisage escalate explore intensify mull plan postpone prepare weigh".split()
)
#: Where an uncoded complement keeps the party it concerns, in the order of asking.
_CONCERNED = ("object", "iobj", "against", "on", "to", "with", "from", "for")


@dataclass
class Fillers:
    """The slots of one sentence's clauses, and what stands in them."""

    sentence: Sentence
    resolver: Resolver
    lexicon: Lexicon
    by_head: Mapping[int, Clause]
    before: Sequence[Draft] = ()  #: acts of earlier sentences, in order
    #: What an act would be if it lacked nothing: "agreed to send engineers" is an agreement to
    #: help, even where nobody is named whom the engineers help.
    seen: dict[int, Draft] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.recalled = Recalled(self.sentence, self.resolver, self.before, self.seen)
        self.at_home = AtHome(self.sentence, self.resolver, self.before)
        self.together = Together(self.sentence, self.resolver, self.recalled.act_at)

    def act_at(self, head: int) -> Draft | None:
        """The act of a complement: its verb's, or that of the noun which a light verb carries."""
        return self.recalled.act_at(head)

    def filled(self, sense: Sense, frame: Frame) -> Draft | None:
        """Fill in who acts and on whom; None if somebody else is named as the doer."""
        asked = self._at_request(sense, frame)
        if asked is not None:
            return asked
        actor = self._actors(sense, frame)
        beside = self.together.beside(sense, frame, actor) if actor else ()
        actor = (*actor, *beside)
        if not actor and sense.mode == "release":
            actor = self._holders(frame)
        actor = actor or self.at_home.house(sense, frame)
        if not actor and _other_doer(sense, frame):
            if sense.type != "ASSAULT" or not (actor := self._enemy(frame)):
                return None
        mutual = sense.reciprocal or self.together.each_other(sense, frame, actor)
        mutual = mutual or self.together.agreed(sense, frame, actor)
        recipient: Parties = ()
        unknown: Parties = ()  # "struck a refinery in Iran": nobody yet, and perhaps somebody later
        for slot in sense.recipient if sense.reciprocal or not mutual else ():
            found = self._receiving(slot, sense, frame, actor, beside)
            if any(p.known for p in found):
                recipient = found
                break
            unknown = unknown or found
        recipient = self._otherwise(sense, frame, actor, recipient, unknown, mutual=mutual)
        if sense.type == "AID" and not any(p.known for p in recipient):
            givers, takers = self.recalled.supply(sense, frame, actor)
            actor, recipient = actor or givers, takers or recipient
        actor, recipient = distinct(actor), distinct(recipient)
        if sense.type == "AID" and _arms_itself(actor, recipient):
            return None
        if not mutual and len(actor) > 1 and all(_one_of(p, actor) for p in recipient):
            recipient = ()  # "the two reopened their border": to nobody but each other
        if sense.id in _FRIENDSHIPS and len(actor) == 1 < len(recipient):
            mutual = False  # "an ally of both Mali and Chad", who may be none of each other's
        if sense.type == "PROTEST":
            actor, recipient = self._marched(sense, frame, actor, recipient)
        if sense.type == "COERCE" and not any(p.known for p in recipient):
            recipient = self._own_people(frame, actor) or recipient
        if not mutual:
            actor, recipient = self.at_home.sides(sense, frame, actor, recipient)
            sides = actor, recipient
            actor, recipient = ruled(self.sentence, self.resolver, sense, frame, sides)
        if mutual:
            actor, recipient = apart((*actor, *recipient)), ()
        return Draft(sense, frame, actor, recipient, mutual)

    def _actors(self, sense: Sense, frame: Frame) -> Parties:
        """Who acts, by the first slot that names a doer."""
        actor: Parties = ()
        crowd: Parties = ()
        for slot in _doers(sense, frame):
            found = [x for x in self._in_slot(slot, frame) if not self._is_aim(sense, frame, x[0])]
            if sense.type == "ASSAULT" and slot in _WHERE and not _asks_for_place(sense, slot):
                found = [x for x in found if not self._is_place(x[0])]
            actor = tuple(p for i, p in found if self._acts(sense, i, p))
            if sense.type == "PROTEST" and not any(p.known for p in actor):
                # "Doctors marched in Nigeria": a crowd without a state is the place's.
                crowd, actor = crowd or actor, ()
            if actor:
                break
        return actor or crowd or self._planners(sense, frame)

    def _planners(self, sense: Sense, frame: Frame) -> Parties:
        """Who considers or postpones what nobody else is said to do: "is weighing restrictions on X"."""
        if frame.clause.kind != "noun" or frame.light is not None or "subject" not in sense.actor:
            return ()
        verbs = [self.by_head[i] for i in frame.slots.get("verb", ()) if i in self.by_head]
        if not any(_PLANNING & set(v.lemmas) for v in verbs):
            return ()
        named = self._known(frame.slots.get("verb.subject", ()))
        return tuple(p for p in named if p.kind == "actor")

    def _holders(self, frame: Frame) -> Parties:
        """Who let go "the sailors [held by Iran]" that were released: whoever held them."""
        for i in frame.slots.get("object", ()):
            for held in self.sentence.children(self.resolver.core(self.sentence, i), "acl"):
                clause = self.by_head.get(held.i)
                if clause is not None and clause.passive and _HOLDING & set(clause.lemmas):
                    return self._known(clause.slots.get("subject", ()))
        return ()

    def _enemy(self, frame: Frame) -> Parties:
        """ "The enemy", of whom the report as a whole may tell who it is (belligerents.py)."""
        heads = [i for i in frame.slots.get("subject", ()) if is_foe(self.sentence.tokens[i].lemma)]
        return tuple(self.resolver.plain(self.sentence, i) for i in heads)

    def _receiving(
        self, slot: str, sense: Sense, frame: Frame, actor: Parties, beside: Parties
    ) -> Parties:
        """Whom a slot names on whom the act can fall."""
        named = [*self._struck_there(sense, slot, frame)]
        named = named or [p for _, p in self._in_slot(slot, frame)]
        named = named or self.recalled.told_before(slot, frame)
        found = tuple(
            p for p in named if p not in beside and not any(p.span == a.span for a in actor)
        )
        if slot == "clause" or len(actor) == 1:
            # A party does nothing to itself; "ready for talks with Riyadh" is towards Riyadh.
            found = tuple(p for p in found if not _one_of(p, actor))
        if sense.type in ("SANCTION", "ACCUSE", "RETREAT") or slot == "clause":
            # "Kenya sent its soldiers home": nobody expels his own, blames them, or yields to them.
            found = tuple(p for p in found if not _own_force(p, actor))
        if slot in _WHERE and sense.type == "AID":
            # "fishermen in Iceland rescued a crew": where whoever helps is at home.
            found = tuple(p for p in found if not _at_home(p, actor))
        if slot in _OFF and sense.type == "ASSAULT":
            # "sank a ship off Crimea": nobody's own coast is what he strikes.
            found = tuple(p for p in found if not _at_home(p, actor))
        if sense.type == "ACCUSE" and slot in _WHERE and self._is_outrage(frame):
            found = ()  # "condemned the bombing of a hotel in Chad": not Chad's doing
        if sense.type == "MOBILIZE" and actor:
            # "Japan scrambled jets near Okinawa": where its own forces are is nobody they move against.
            found = tuple(p for p in found if not _at_home(p, actor))
        if slot == "clause" and sense.type == "THREATEN":
            found = self._warned(frame, actor, found)
        if slot == "clause" and not found:
            # "plans to buy jets from Russia": what is planned is Russia's act towards the planner.
            doers = self._doers_inside(frame)
            found = tuple(p for p in doers if actor and not _one_of(p, actor))
        return found

    def _is_outrage(self, frame: Frame) -> bool:
        tokens = self.sentence.tokens
        return any(tokens[i].lemma.lower() in OUTRAGES for i in frame.slots.get("object", ()))

    def _otherwise(
        self,
        sense: Sense,
        frame: Frame,
        actor: Parties,
        recipient: Parties,
        unknown: Parties,
        *,
        mutual: bool,
    ) -> Parties:
        """The *recipient*; where no slot names one, whom the words around and before the act mean."""
        if not recipient and not mutual:
            recipient = self._addressed(sense, frame, actor)
        if not recipient and sense.type == "AID":
            recipient = tuple(p for p in self._helped(frame) if not _one_of(p, actor))
        if sense.type in GIVING and not mutual and not any(p.known for p in recipient):
            recipient = self._lacking(frame, actor) or recipient
        recipient = recipient or self._aims(sense, frame) or unknown
        if not recipient and not mutual:
            recipient = self.recalled.answered(sense, frame, actor)
        if not mutual and not any(p.known for p in recipient):
            recipient = self.recalled.who_did(Draft(sense, frame, actor, ())) or recipient
        return recipient

    def _lacking(self, frame: Frame, actor: Parties) -> Parties:
        """Who lacks what is given: "offers weapons that Mali lacks"."""
        things = (k for i in frame.slots.get("object", ()) for k in self.sentence.conjuncts(i))
        lacking = (k for i in things for k in lackers_of(self.sentence, i, self.by_head))
        return tuple(p for p in self._known(lacking) if p.kind == "actor" and not _one_of(p, actor))

    def _marched(
        self, sense: Sense, frame: Frame, actor: Parties, recipient: Parties
    ) -> tuple[Parties, Parties]:
        """Who protests, as people of a state, and against whom: "Iran quelled protests", against Iran."""
        if not any(p.known for p in recipient) and "verb.subject" in sense.recipient:
            recipient = tuple(p for _, p in self._in_slot("verb.subject", frame)) or recipient
        return tuple(_civilians(p) for p in actor), recipient

    def _own_people(self, frame: Frame, actor: Parties) -> Parties:
        """Whose protests or dissent a state puts down where nobody else is named: its people's."""
        state = next((p for p in actor if p.country and p.sector in _STATE_POWERS), None)
        if state is None or len(actor) > 1:
            return ()
        for slot in ("object", "on"):
            for i in frame.slots.get(slot, ()):
                if self.sentence.tokens[i].lemma.lower() in _UNREST:
                    words = self.resolver.plain(self.sentence, i)
                    code = f"{state.country}-CVL"
                    return (
                        replace(
                            words, name=state.name, code=code, country=state.country, sector="CVL"
                        ),
                    )
        return ()

    def _is_aim(self, sense: Sense, frame: Frame, i: int) -> bool:
        """Whether a name before a noun is its aim: "Iran sanctions", "the Kabul bombing", but "U.S. aid"."""
        token = self.sentence.tokens[i]
        if frame.clause.kind != "noun" or token.relation != "compound":
            return False
        if sense.type == "ASSAULT":
            return self._is_site(token)
        return (
            sense.type in ("SANCTION", "AID")
            and token.pos == "PROPN"
            and not token.text[1:].isupper()
            and "." not in token.text
        )

    def _helped(self, frame: Frame) -> Parties:
        """Whom a deed helps that is named as the way to: "is supporting Mali [by sending arms]"."""
        clause = frame.light or frame.clause
        above = self.by_head.get(clause.governor) if clause.governor is not None else None
        ways = {t.text.lower() for t in self.sentence.children(clause.head, "mark")}
        if clause.relation != "advcl" or "by" not in ways or above is None:
            return ()
        if not _HELPING & set(above.lemmas):
            return ()
        return self._known(above.slots.get("object", ()))

    def _is_site(self, token: Token) -> bool:
        """Whether a name before an attack says where it was: cities suffer, states and groups attack."""
        mention = self.resolver.mention_at(token)
        return mention is not None and mention.kind in ("city", "capital")

    def _is_site_of_deed(self, sense: Sense, i: int, party: Party) -> bool:
        """Whether a name in the doer's place only says where: "blasts in Herat and [Kabul] killed nine"."""
        if party.kind == "place":
            return not any(_asks_for_place(sense, s) for s in sense.actor if s != "subject")
        token = self.sentence.tokens[i]
        before = self.sentence.tokens[token.head]
        if token.relation != "conj" or before.pos != "NOUN" or not self._is_place(i):
            return False
        phrases = self.sentence.children(before.i, "nmod")
        return any(
            t.text.lower() in _WHERE for k in phrases for t in self.sentence.children(k.i, "case")
        )

    def _is_place(self, i: int) -> bool:
        """Whether a phrase is the name of a place: "killed in an attack in [Mogadishu]"."""
        mention = self.resolver.mention_at(self.sentence.tokens[i])
        return mention is not None and mention.kind in ("city", "capital", "state")

    def _struck_there(self, sense: Sense, slot: str, frame: Frame) -> Parties:
        """Whom the blow strikes in which somebody dies: "killed in [an attack in Mogadishu]"."""
        if sense.type != "ASSAULT" or slot not in _WHERE:
            return ()
        acts = (self.recalled.noun_act(i) for i in frame.slots.get(slot, ()))
        return tuple(
            p for a in acts if a and a.sense.type == "ASSAULT" for p in a.recipient if p.known
        )

    def _at_request(self, sense: Sense, frame: Frame) -> Draft | None:
        """ "At the request of Mali, Chad sent troops": Mali asks Chad, whatever else a request *of* somebody is."""
        asking = frame.clause.slots.get("object", ())
        if sense.type != "REQUEST" or not asking:
            return None
        addressed = self._doers_above(frame, _AT)
        if addressed is None:
            return None
        actor = self._known(asking)
        recipient = distinct(p for p in addressed if not _one_of(p, actor))
        return Draft(sense, frame, distinct(actor), recipient) if actor else None

    def _addressed(self, sense: Sense, frame: Frame, actor: Parties) -> Parties:
        """Whom words are for that somebody acts in spite of: "despite Indian objections, Nepal …"."""
        if sense.type not in _WORDS or not actor:
            return ()
        addressed = self._doers_above(frame, _IN_SPITE) or ()
        if sense.type == "REJECT" and not addressed:
            # "Moscow cut supplies over Kyiv's refusal to pay": Moscow is refused.
            addressed = self._doers_above(frame, _OVER) or ()
        return tuple(p for p in addressed if not _one_of(p, actor))

    def _doers_above(self, frame: Frame, prepositions: frozenset[str]) -> Parties | None:
        """Who does what the verb above a noun says; None if it stands behind no such preposition."""
        clause = frame.clause
        verb = self.by_head.get(clause.governor) if clause.governor is not None else None
        if clause.kind != "noun" or verb is None:
            return None
        cases = {t.text.lower() for t in self.sentence.children(clause.head, "case")}
        if not cases & prepositions:
            return None
        return tuple(p for p in self._known(verb.slots.get("subject", ())) if p.kind == "actor")

    def _aims(self, sense: Sense, frame: Frame) -> Parties:
        """Whom the names before a noun say that it is aimed at."""
        before = frame.clause.slots.get("modifier", ())
        heads = [i for i in before if self._is_aim(sense, frame, i)]
        found = (self.resolver.modifier(self.sentence.tokens[i]) for i in heads)
        return tuple(p for p in found if p is not None)

    def _acts(self, sense: Sense, i: int, party: Party) -> bool:
        """Whether a party in the doer's place can be the doer.

        "Russian strikes killed five": the strikes' owner acts; so does the owner
        of a thing that the sense asks for by name.
        """
        if sense.type == "ASSAULT" and self._is_site_of_deed(sense, i, party):
            return False
        named = any(slot in sense.actor and wanted for slot, wanted, _ in sense.where)
        if party.kind == "owner" and sense.type == "ASSAULT":
            # "The Beirut blast killed 200": nobody of Beirut did.
            if any(self._is_site(t) for t in self.sentence.children(i, "compound")):
                return False
            if is_by_place(self.sentence, i, party.span):
                return False
        lemma = self.sentence.tokens[i].lemma
        return party.kind == "actor" or named or ("noun", lemma) in self.lexicon.index

    def _known(self, heads: Iterable[int]) -> Parties:
        """The known actors that the phrases at *heads* stand for."""
        named = (p for i in heads for p in self.resolver.parties(self.sentence, i))
        return tuple(p for p in named if p.known)

    def _in_slot(self, slot: str, frame: Frame) -> list[tuple[int, Party]]:
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
        found = []
        for i in heads:
            token = self.sentence.tokens[i]
            if slot == "with" and token.lemma in _LENT:
                continue  # "with Romania's help": it helped, and was not the one
            if token.relation in ("amod", "compound"):
                party = self.resolver.modifier(token)
                if party is not None:
                    found.append((i, party))
            elif doers := self._doers_judged(token, slot, frame):
                found += [(i, p) for p in doers]
            elif (act := self.recalled.noun_act(i)) is not None:
                # "A deal with Iran lifted …": one of its parties alone did not do it.
                alone = act.reciprocal and len(act.actor) == 1 and slot == "subject"
                found += [(i, p) for p in act.actor if not alone]
            else:
                found += [
                    (i, p)
                    for p in self.resolver.parties(self.sentence, i)
                    if p.known or p.sector or slot not in _WHERE
                ]
        return found

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
                    known = [(k, p) for k in slots.get(slot, ()) for p in self._known((k,))]
                    if known:
                        yield from known
                        break

    def _doers_judged(self, noun: Token, slot: str, frame: Frame) -> Parties:
        """Who did what a noun stands for that somebody judges."""
        if noun.lemma in _DEEDS and (doers := self._doers_of_deed(noun)):
            return doers
        return self._doers_of_policy(noun, frame) if slot == "object" else ()

    def _doers_of_policy(self, noun: Token, frame: Frame) -> Parties:
        """Who made "a policy, which Chad criticised": whoever adopted or pursues it."""
        judging = frame.clause.token
        if noun.lemma not in DEEDS or judging.dep != "acl:relcl" or judging.head != noun.i:
            return ()
        above = self.by_head.get(noun.head) if noun.relation == "obj" else None
        doers = self._known(above.slots.get("subject", ())) if above is not None else ()
        return tuple(self.resolver.renamed(self.sentence, noun.i, p) for p in doers)

    def _doers_of_deed(self, noun: Token) -> Parties:
        """Who made "a move that Chad condemned": whoever does what the verb above tells."""
        if not any(t.text.lower() in ("a", "an") for t in self.sentence.children(noun.i, "det")):
            return ()
        cases = [t.text.lower() for t in self.sentence.children(noun.i, "case")]
        start = min(self.sentence.subtree(noun.i))
        around = self.sentence.tokens[max(start - 1, 0) : noun.i]
        beside = any(t.text in (",", "-", "–", "—") for t in around)
        verb = self.by_head.get(noun.head)
        had = noun.relation == "obj" and verb is not None and bool(_HAVING & set(verb.lemmas))
        apart = beside and not cases and noun.relation != "nsubj"
        if cases != ["in"] and not apart and not had:
            return ()
        for above in self.sentence.path_up(noun.i):
            clause = self.by_head.get(above.i)
            if clause is not None and clause.kind == "verb" and above.i < noun.i:
                doers = self._known(clause.slots.get("subject", ()))
                return tuple(self.resolver.renamed(self.sentence, noun.i, p) for p in doers)
        return ()

    def _warned(self, frame: Frame, actor: Parties, recipient: Parties) -> Parties:
        """Whom a threat is for that would do somebody else a kindness: "if A arms B, C will arm D" is for A."""
        for head in frame.slots.get("clause", ()):
            act = self.act_at(head)
            if act is None or act.sense.type not in COOPERATIVE or act.reciprocal:
                continue
            for clause in self.sentence.children(head, "advcl"):
                if not any(m.lemma == "if" for m in self.sentence.children(clause.i, "mark")):
                    continue
                inner = self.by_head.get(clause.i)
                heads = inner.slots.get("subject", ()) if inner is not None else ()
                return tuple(p for p in self._known(heads) if not _one_of(p, actor))
        return recipient

    def _inside_clause(self, heads: tuple[int, ...]) -> Iterator[tuple[int, Party]]:
        """Whom the act in a complement concerns: its recipient, or whoever stands in its slots."""
        for head in heads:
            act = self.act_at(head)
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

    def _doers_inside(self, frame: Frame) -> Iterator[Party]:
        """Who does what the complement says."""
        for head in frame.slots.get("clause", ()):
            if (act := self.act_at(head)) is not None:
                yield from (p for p in act.actor if p.known)

    def _whose(self, head: int) -> Parties:
        """Whose somebody is said to be: "has become Russia's closest ally"."""
        clause = self.by_head.get(head)
        if clause is None or clause.kind != "noun" or self.sentence.tokens[head].dep != "xcomp":
            return ()
        return self._known(t.i for t in self.sentence.children(head, "nmod:poss"))

    def _concerned(self, slots: dict[str, tuple[int, ...]]) -> Parties:
        for slot in _CONCERNED:
            if parties := self._known(slots.get(slot, ())):
                return parties
        return ()


def _doers(sense: Sense, frame: Frame) -> tuple[str, ...]:
    """The slots of who acts.

    A crowd is also of the place that it marches through. "Must be seen as a threat" is the judgement
    of whoever says it, "was seen as a threat" somebody else's.
    """
    if sense.type == "PROTEST" and "in" in sense.actor:
        return (*sense.actor, *_WAYS)
    clause = frame.clause
    demanded = clause.passive and bool(OBLIGING & set(clause.modals))
    if "speaker" in sense.actor[1:] and not demanded:
        return tuple(slot for slot in sense.actor if slot != "speaker")
    return sense.actor


def _asks_for_place(sense: Sense, slot: str) -> bool:
    """Whether a sense asks that somebody's place stand in a slot, and makes him act."""
    return any(s == slot and "@actor" in wanted for s, wanted, _ in sense.where)


def _other_doer(sense: Sense, frame: Frame) -> bool:
    """Whether a doer is named who is no actor: "the storm killed", "the film shot".

    Not where the sense itself says which things may stand there ("a bomb exploded").
    """
    asked = any(slot == "subject" and wanted for slot, wanted, _ in sense.where)
    named = frame.clause.kind != "noun" or frame.light is not None
    if not named or asked or "subject" not in sense.actor:
        return False
    tokens = frame.clause.sentence.tokens
    # "A military campaign to crush them": the word before the campaign is nobody.
    return any(
        tokens[i].relation not in ("amod", "compound") for i in frame.slots.get("subject", ())
    )


def _civilians(party: Party) -> Party:
    """Protests "in Iran" or by "Iranians" are the people's, not the state's."""
    if party.code is None or party.sector or party.code != party.country:
        return party
    return replace(party, code=f"{party.country}-CVL", sector="CVL")


def _at_home(party: Party, actor: Parties) -> bool:
    return party.code == party.country is not None and any(
        p.country == party.country for p in actor
    )


def _own_force(party: Party, actor: Parties) -> bool:
    return party.sector == "MIL" and any(p.country == party.country for p in actor)


def _arms_itself(actor: Parties, recipient: Parties) -> bool:
    """Whether whoever helps is whoever is helped: "Chad trains its pilots"."""
    sides = {p.country or p.code for p in (*actor, *recipient)}
    forces = all(p.sector in (None, "MIL", "COP") for p in (*actor, *recipient))
    return bool(actor and recipient) and forces and len(sides) == 1 and None not in sides


def _one_of(party: Party, others: Parties) -> bool:
    return party.code is not None and any(p.code == party.code for p in others)
