# Of whom a word is said: who is the ally, who is hostile, whom "the rivals" names.
# Rule 1: the very next name is asked first, then the subject, then who stands beside a comma.
# Rule 2: where two actors may be meant ("the envoy to Syria, an ally of Russia"), nobody is.
"""Who bears the word of a statement."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.entities.actor import Party
from dragoman.relations.spot import Spot

Parties = tuple[Party, ...]
_STOPS = frozenset({",", ".", ")", "—", "–", "-", ";", "”", '"'})


def bearers(spot: Spot, of: int | None) -> tuple[Parties, int | None, Parties]:
    """Who bears a role, the predicate that says so, and who sees it so."""
    nearby, tokens = spot.nearby, spot.tokens
    after = spot.last + 1
    if of is None and after < len(tokens):
        head = nearby.opening(after)
        if head is not None:
            return nearby.actors(_several(spot, head)), None, ()
    if spot.is_predicate:
        return subjects(spot, spot.anchor), spot.anchor, ()
    if (carried := _carried(spot)) is not None:
        return carried
    found = _listed(spot) or apposed(spot, spot.last) or _following(spot, of)
    return found, None, ()


def subjects(spot: Spot, k: int) -> Parties:
    """Who the subject of the predicate *k* is."""
    sentence = spot.sentence
    heads = [t.i for t in sentence.children(k, "nsubj")]
    clause = spot.clauses.get(k)
    if not heads and clause is not None:
        slot = "object" if clause.passive else "subject"
        heads = [h for h in clause.slots.get(slot, ()) if h != spot.last]
    heads = [h for head in heads for h in spot.nearby.coordinated(antecedent(spot, head))]
    if clause is not None and heads:
        heads += [h for h in clause.slots.get("subject", ()) if h in heads]
    return spot.nearby.actors(dict.fromkeys(heads))


def aiming(spot: Spot, k: int) -> Parties:
    """Who acts in order to do *k*: "Japan and India drew closer to counter China"."""
    token = spot.tokens[k]
    if token.relation not in ("advcl", "acl"):
        return ()
    above = spot.tokens[token.head]
    way = (above, *spot.sentence.path_up(above.i))
    return subjects(spot, next((t.i for t in way if t.pos == "VERB"), above.i))


def antecedent(spot: Spot, head: int) -> int:
    """Whom "which" or "who" means: "Chad, which is at odds with Libya,"."""
    token = spot.tokens[head]
    if token.pos != "PRON" or token.text.lower() not in ("which", "who", "that"):
        return head
    clause = next((t for t in spot.sentence.path_up(head) if t.dep == "acl:relcl"), None)
    return clause.head if clause is not None else head


def apposed(spot: Spot, i: int) -> Parties:
    """Who stands before the comma that opens the phrase: "Chad, an ally of France,"."""
    tokens, sentence = spot.tokens, spot.sentence
    start = spot.nearby.before(i).start if i != spot.last else spot.before.start
    while start > 1 and tokens[start - 1].pos in ("ADV", "ADP", "SCONJ", "ADJ"):
        start -= 1
    if tokens[i].relation == "appos" and tokens[i].head < start:
        if found := _one_of(spot, tokens[i].head):
            return found
    if start < 2:
        return ()
    # "Saudi ArabiaIran's foe": what a page has glued lost its comma.
    glued = tokens[start - 1].span.end == tokens[start].span.start and tokens[start].text.isalpha()
    if not glued and tokens[start - 1].text not in (",", "—", "–", "("):
        return ()
    if tokens[i].relation == "conj" and sentence.child(i, "cc") is not None:
        return ()
    end = _end(spot, max(i, spot.last))
    if end + 1 < len(tokens) and tokens[end + 1].text not in _STOPS:
        return ()
    last = start - 1 if glued else start - 2
    head = spot.nearby.closing(last)
    if head is None:
        return ()
    if head != last and not spot.nearby.actors([head]) and spot.tokens[last].relation == "nmod":
        return _one_of(spot, last)  # "with the consent of the Russian Federation, its protector"
    return _one_of(spot, head)


def subject_of_bare(spot: Spot) -> Parties:
    """Whose ally "has armed ally Syria" means: the subject's."""
    if spot.before.determined or spot.plural or not spot.before.start:
        return ()
    for above in spot.sentence.path_up(spot.last):
        if above.pos == "VERB" and above.i < spot.first:
            return subjects(spot, above.i)
    return ()


def said_of(spot: Spot) -> Parties:
    """Of whom an adjective is said: its subject, its noun, or who stands before the comma."""
    i, token, sentence = spot.last, spot.token, spot.sentence
    if token.relation == "conj" and token.head < i and sentence.child(i, "nsubj") is None:
        token = spot.tokens[token.head]  # "armed and financed by Iran"
    subject = sentence.child(token.i, "nsubj")
    if subject is not None and (found := subjects(spot, token.i)):
        return found
    noun = subject.i if subject is not None else token.head
    if subject is not None or (token.relation in ("amod", "acl") and noun < i):
        return meant(spot, noun) or apposed(spot, noun)  # "Hamas, a group financed by Iran"
    if token.relation == "xcomp" and spot.marked(token.head, "being"):
        return subjects(spot, token.head)
    return apposed(spot, i)


def modified(spot: Spot) -> int | None:
    """The noun before which the participle or prefixed adjective stands."""
    for above in spot.sentence.path_up(spot.last):
        if above.i > spot.last and above.pos in ("NOUN", "PROPN"):
            return above.i
        if above.pos == "VERB" and above.i > spot.last:
            return None
    return None


def meant(spot: Spot, noun: int) -> Parties:
    """Whom a noun means: itself, or the name beside it."""
    found = spot.nearby.actors([noun])
    if found:
        return found
    return spot.nearby.actors(_beside(spot, noun))


def owners_of_subject(spot: Spot) -> Parties:
    """Whose a thing is that "its" goes back to: "Algeria's arms come from Russia, [its] patron"."""
    if spot.tokens[spot.before.owners[0]].pos != "PRON":
        return ()
    for above in spot.sentence.path_up(spot.last):
        if (subject := spot.sentence.child(above.i, "nsubj")) is not None:
            of_whom = [t.i for t in spot.sentence.children(subject.i, "nmod:poss")]
            return spot.nearby.actors(of_whom) if subject.i < spot.first else ()
    return ()


def _several(spot: Spot, head: int) -> list[int]:
    return spot.nearby.coordinated(head) if spot.plural else [head]


def _carried(spot: Spot) -> tuple[Parties, int | None, Parties] | None:
    """ "Remains an ally", "sees Chad as an enemy", "considers Eritrea an enemy"."""
    k, token, sentence = spot.carrier, spot.tokens[spot.anchor], spot.sentence
    if k is None:
        return None
    viewing = spot.marked(k, "viewing")
    passive = sentence.child(k, "aux:pass", "nsubj:pass") is not None
    case = sentence.child(token.i, "case")
    if case is not None:
        if case.text.lower() not in ("as", "among") or token.relation not in ("obl", "nmod"):
            return None
        seen = viewing
    else:
        if token.relation in ("xcomp", "obj") and spot.marked(k, "being"):
            return subjects(spot, k), k, ()
        seen = viewing and token.relation in ("xcomp", "obj")
    if not seen:
        return None
    if passive:
        return subjects(spot, k), k, ()
    objects = [t.i for t in sentence.children(k, "obj", "iobj") if t.i < spot.first]
    heads = [h for o in objects[:1] for h in spot.nearby.coordinated(o)]
    viewer = subjects(spot, k)
    return spot.nearby.actors(heads), k, viewer


def _listed(spot: Spot) -> Parties:
    """ "Its allies, including Poland and Norway"."""
    k = spot.last + 1
    tokens = spot.tokens
    if k < len(tokens) and tokens[k].text == ",":
        k += 1
    if k >= len(tokens) or tokens[k].text.lower() not in spot.marks["listing"]:
        return ()
    if tokens[k].text.lower() == "such":
        k += 1
    head = spot.nearby.opening(k + 1)
    return spot.nearby.group(head)


def _one_of(spot: Spot, head: int) -> Parties:
    """The phrase before the comma; nobody where a longer one that it ends is somebody else.

    "The Turkish ambassador to Syria, an ally of Russia": who of the two?
    """
    found = spot.nearby.actors(_apposed_to(spot, head))
    above = spot.tokens[head]
    if above.relation == "nmod" and above.dep != "nmod:poss" and above.head < head:
        outer = spot.nearby.actors([above.head])
        if outer and found and outer[0].code != found[0].code:
            return ()
    return found


def _apposed_to(spot: Spot, head: int) -> list[int]:
    """The phrase itself; of several if the word speaks of several."""
    if not spot.plural:
        return [head]
    above = spot.tokens[head]
    first = above.head if above.relation == "conj" else head
    return spot.nearby.coordinated(first)


def _end(spot: Spot, i: int) -> int:
    """The last word before the next comma that hangs on the phrase of *i*."""
    inside = set(spot.sentence.subtree(i))
    of = spot.preposition("of", "to", "with", "by")
    head = spot.nearby.led(of) if of is not None else None
    if head is not None:
        inside |= set(spot.sentence.subtree(head)) | {of or 0}
    k = i
    while k + 1 in inside and spot.tokens[k + 1].text not in _STOPS:
        k += 1
    if k + 1 < len(spot.tokens) and spot.tokens[k + 1].pos == "ADP":
        # "Bitter foes for decades,": what belongs to the phrase, whatever the tree says.
        rest = spot.tokens[k + 1 : k + 7]
        stop = next((t.i for t in rest if t.text in _STOPS), None)
        within = spot.tokens[k + 1 : stop] if stop is not None else ()
        if within and all(t.pos not in ("VERB", "AUX", "PROPN") for t in within):
            return within[-1].i
    return k


def _following(spot: Spot, of: int | None) -> Parties:
    """Who stands after a comma: "its main ally, Russia,", "A former ally of Russia, Armenia has"."""
    tokens = spot.tokens
    end = _end(spot, spot.last)
    if end + 2 >= len(tokens) or tokens[end + 1].text != ",":
        return ()
    head = spot.nearby.opening(end + 2)
    if head is None:
        return ()
    opens = spot.before.start == 0
    heads = _several(spot, head)
    if tokens[head].relation == "conj" and tokens[head].head == spot.last:
        heads = [k for k in spot.sentence.conjuncts(spot.last) if k > spot.last]
    after = max(max(spot.sentence.subtree(h), default=h) for h in heads) + 1
    closed = after >= len(tokens) or tokens[after].text in _STOPS
    joined = tokens[head].head == spot.last or spot.token.head == head
    if not (opens or (of is None and closed and joined)):
        return ()
    return spot.nearby.actors(heads)


def _beside(spot: Spot, noun: int) -> Iterator[int]:
    """The names that a noun describes: its apposition, or its subject."""
    token = spot.tokens[noun]
    if token.relation == "appos":
        yield token.head
    for child in spot.sentence.children(noun, "appos", "nsubj"):
        yield child.i
