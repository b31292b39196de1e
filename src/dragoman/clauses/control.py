# Who does what an infinitive says. Rules of English verbs, by word: mend.py knows no words.
# Rule 1: whoever is urged, ordered or allowed does it, wherever the parser hung it.
# Rule 2: whoever has a plan, makes a decision or takes a trip does what it is for.
# Rule 3: a tool does nothing: "fired tear gas [to disperse them]" is what the police do; neither
#   does a place: "visited Riyadh [to discuss it]".
"""Hang infinitives where their doer is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below
from dragoman.clauses.inflection import bases

# Verbs whose infinitive tells what their object is to do.
_CONTROLLING = frozenset(
    "advise allow ask authorize authorise beg command compel direct encourage forbid force implore induce instruct "
    "invite oblige order permit persuade press pressure prompt push request require tell urge warn".split()
)
# Verbs with "for" and an infinitive: who is to do it stands between.
_WAITING = frozenset("appeal ask call campaign come lobby plead press push wait".split())
# Verbs whose object is a tool, a measure or somebody visited, and their infinitive a purpose.
_MEANS = frozenset(
    "attend build call contact cross deploy dispatch employ enter erect fire hold host hurl impose invoke launch leave "
    "lob meet pass phone scramble send shoot spray telephone throw tour unleash use visit wield".split()
)
# Verbs that keep or charge their object with what a gerund says, and the gerund's preposition.
_KEEPING = frozenset(
    "accuse ban bar caution deter discourage dissuade prevent prohibit stop suspect warn".split()
)
_CHARGING = frozenset("accuse blame condemn criticise criticize denounce fault suspect".split())
_OFF = frozenset({"against", "from", "of"})

#: Those who trade, and what they do.
_TRADERS = frozenset(
    "airline bank broker businessman captain company dealer entity executive exporter factory firm importer individual "
    "manufacturer merchant middleman national network people person refinery shipper supplier tanker trader vessel".split()
)
_TRADING = frozenset(
    "buy carry deliver export finance funnel import make move produce procure purchase sell ship smuggle supply trade "
    "transport".split()
)
#: Nouns whose infinitive says what their owner is about.
AIMS = frozenset(
    "ability attempt bid campaign capacity decision desire determination drive effort failure intention move offer plan pledge "
    "promise proposal push readiness refusal resolve right threat vow willingness".split()
)
# Those of them that are words, which somebody may take up or refuse.
_SPOKEN = frozenset({"offer", "pledge", "promise", "proposal", "threat", "vow"})

#: Verbs whose subject acts in what their object speaks of: "has a policy of sending them back".
OWNING = frozenset(
    "abandon adopt announce cancel confirm continue declare defend drop express follow have hold keep launch maintain "
    "make pay pursue reaffirm reconsider reveal scrap shelve show take unveil".split()
)


def control(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with infinitives and second objects hung where they belong."""
    made = list(tokens)
    for token in tokens:
        if _is_infinitive(tokens, token):
            _infinitive(made, token)
        elif token.dep == "acl":
            _gerund(made, token)
        elif token.dep == "advcl" and token.text.endswith("ing"):
            _second_gerund(made, token)
            _gerund_of_firm(made, made[token.i])
        elif token.dep == "obl:unmarked":
            _given_time(made, token)
    return tuple(made)


def _is_infinitive(tokens: Sequence[Token], token: Token) -> bool:
    # A complement without a subject is one too: "warned Chad [not to sell it]".
    told = token.dep == "ccomp" and not below(tokens, token.i, "nsubj", "nsubj:pass", "expl")
    return (told or token.dep in ("acl", "advcl", "xcomp")) and any(
        t.text.lower() == "to" for t in below(tokens, token.i, "mark")
    )


def _infinitive(made: list[Token], token: Token) -> None:
    verb = made[token.head]
    if token.dep == "advcl" and verb.lemma == "call" and _calls_upon(made, verb, token):
        # "call on the authorities [to leave]": it is what they are called on to do
        token = made[token.i] = replace(token, dep="xcomp")
    if token.dep == "advcl" and verb.pos == "NOUN" and verb.lemma in AIMS:
        # "our resolve [to stand] with them": a noun has no adverbial clause, nor is it one without "is"
        token = made[token.i] = replace(token, dep="acl")
        if verb.dep == "ccomp" and not below(made, verb.i, "cop", "nsubj"):
            verb = made[verb.i] = replace(verb, dep="obj")
    if token.dep == "acl" and verb.pos == "VERB":
        # "calls upon Chad [to leave]": only nouns have such a clause.
        token = made[token.i] = replace(token, dep="xcomp")
    if token.dep == "acl" and verb.dep in ("obj", "iobj") and verb.head != verb.i:
        # "ordered the soldiers [to return]": parsers hang it on the noun.
        verb = made[verb.head]
    elif token.dep == "acl" and _is_awaited(made, verb):
        # "called for the rebels [to leave]": what they are to do is what is called for.
        made[token.i] = replace(token, head=verb.head, dep="xcomp")
        return
    elif token.dep == "acl" and _is_negative(made, token):
        # "warned Xi, at a meeting in Washington, [not to build]": no meeting is for not building.
        while verb.dep in ("nmod", "obl", "appos") and verb.head != verb.i:
            verb = made[verb.head]
        if verb.dep in ("obj", "iobj"):
            verb = made[verb.head]
    receivers = [t for t in below(made, verb.i, "obj", "iobj") if verb.i < t.i < token.i]
    if not receivers:
        return
    if verb.lemma in _CONTROLLING and not below(made, verb.i, "xcomp"):
        made[token.i] = replace(token, head=verb.i, dep="xcomp")
    elif (aim := _aim_before(made, token, receivers[-1])) is not None:
        made[token.i] = replace(token, head=aim.i, dep="acl")
    elif verb.lemma in _MEANS and token.dep in ("xcomp", "acl"):
        made[token.i] = replace(token, head=verb.i, dep="advcl")
        if len(receivers) == 1 and receivers[0].dep == "iobj":
            # "sent [drones] to strike": nobody receives the strike.
            made[receivers[0].i] = replace(receivers[0], dep="obj")


def _calls_upon(made: Sequence[Token], verb: Token, token: Token) -> bool:
    """Whether somebody is called on just before an infinitive."""
    called = [t for t in below(made, verb.i, "obl") if t.i < token.i]
    cases = {c.text.lower() for t in called[-1:] for c in below(made, t.i, "case")}
    return bool(cases & {"on", "upon"})


def _aim_before(made: Sequence[Token], token: Token, noun: Token) -> Token | None:
    """ "praised the efforts of the envoy [to end it]": the object, if the infinitive follows its phrase."""
    if noun.lemma not in AIMS - _SPOKEN or token.dep == "acl":
        return None
    first = min((t.i for t in below(made, token.i)), default=token.i)
    last = made[first - 1]
    for _ in made:
        if last.i == noun.i:
            return noun
        if last.head == last.i:
            return None
        last = made[last.head]
    return None


def _is_awaited(made: Sequence[Token], noun: Token) -> bool:
    """Whether somebody stands behind "for" and a verb that asks or waits for what he does."""
    if noun.dep != "obl" or made[noun.head].lemma not in _WAITING or noun.lemma in AIMS:
        return False
    return any(t.text.lower() == "for" for t in below(made, noun.i, "case"))


def _is_negative(made: Sequence[Token], token: Token) -> bool:
    return any(t.text.lower() == "not" and t.i < token.i for t in below(made, token.i, "advmod"))


def _gerund(made: list[Token], token: Token) -> None:
    """ "warned both sides [against changing it]": parsers hang it on the noun."""
    noun = made[token.head]
    verb = made[noun.head]
    off = any(t.text.lower() in _OFF for t in below(made, token.i, "mark"))
    if off and noun.dep == "obj" and verb.lemma in _KEEPING:
        made[token.i] = replace(token, head=verb.i, dep="advcl")


def _second_gerund(made: list[Token], token: Token) -> None:
    """ "accused the navy of firing at boats, [wounding] two": the wounds are part of the charge."""
    verb = made[token.head]
    if verb.lemma not in _CHARGING or below(made, token.i, "mark", "nsubj"):
        return
    for charge in below(made, verb.i, "advcl"):
        off = any(t.text.lower() in ("of", "for") for t in below(made, charge.i, "mark"))
        if off and verb.i < charge.i < token.i and charge.text.endswith("ing"):
            made[token.i] = replace(token, head=charge.i)


def _gerund_of_firm(made: list[Token], token: Token) -> None:
    """ "imposed sanctions on companies [supplying] parts": who trades is named right before it."""
    before = made[token.i - 1]
    if _TRADING.isdisjoint(bases(token.text)) or below(made, token.i, "mark", "nsubj"):
        return
    if before.head != token.head or before.relation not in ("obj", "obl"):
        return
    if before.pos == "NOUN" and before.lemma in _TRADERS:
        made[token.i] = replace(token, head=before.i, dep="acl")


def _given_time(made: list[Token], token: Token) -> None:
    """ "gave the envoy [72 hours] to leave": what is given is an object, though it is a time."""
    verb = token.head
    to_do = below(made, token.i, "acl") or [
        t for t in below(made, verb, "advcl", "xcomp") if t.i > token.i and _is_infinitive(made, t)
    ]
    if below(made, verb, "obj") or not to_do:
        return
    if any(t.i < token.i for t in below(made, verb, "iobj")):
        made[token.i] = replace(token, dep="obj")
