# Whose a thing is by what is done for it or to it: "thanked Chad for [its] help", "sank [its] trawler".
# Rule 1: who praises or blames somebody for something speaks of what is the other's.
# Rule 2: who strikes a boat or a border strikes another's, if there is another.
"""Owners by the deed that an owned thing stands in."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.entities.actor import Party
from dragoman.entities.pronouns import Agreement, Resolve, actor_at

# Verbs of praise and blame: what they are for is their object's.
_JUDGING = frozenset(
    "accuse applaud blame castigate chastise chide commend condemn congratulate criticise criticize denounce fault hail "
    "laud lambast lambaste praise punish rebuke reward sanction thank upbraid".split()
)
_THANKFUL = frozenset({"grateful", "indebted", "thankful"})
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


def judged_of(
    sentence: Sentence, token: Token, resolve: Resolve, agreement: Agreement
) -> Party | None:
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
    fits = agreement.fits(sentence, whom.i, token.text.lower())
    return actor_at(sentence, whom.i, resolve) if fits else None


def striker_of(sentence: Sentence, token: Token) -> int | None:
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
