"""The rules of almanac/relations/stated.toml: present proofs, about the rule's own words."""

from __future__ import annotations

import re

import pytest

from dragoman.clauses.inflection import bases
from dragoman.relations.stated import find_statements
from dragoman.relations.statement import STATUSES, Rule, load_rules
from dragoman.workflow.reading import lay_ground
from quality.proofs import ParsedBefore

RULES = load_rules().rules
_WORD = re.compile(r"[\w'’-]+|[^\W\d_]+")


def words(sentence: str) -> set[str]:
    """All bases that the words of a sentence may have, parts of joined words included."""
    forms = {f for w in _WORD.findall(sentence.lower()) for f in (w, *w.split("-"))}
    return {base for form in forms for base in bases(form)}


def has_word(rule: Rule, sentence: str) -> bool:
    return any(words(sentence) & set(word) for word in rule.words)


def test_every_rule_has_a_proof_and_a_counter_proof() -> None:
    assert RULES
    assert [rule.id for rule in RULES if not rule.yes or not rule.no] == []


def test_every_proof_and_counter_proof_has_a_word_of_its_rule() -> None:
    sentences = [(r, s) for r in RULES for s in (*(y[0] for y in r.yes), *r.no)]
    assert [(rule.id, s) for rule, s in sentences if not has_word(rule, s)] == []


def test_proofs_name_two_codes_and_at_most_a_known_status() -> None:
    fields = [(rule.id, proof[1:]) for rule in RULES for proof in rule.yes]
    assert all(len(f) in (2, 3) and set(f[2:]) <= set(STATUSES) for _, f in fields)


@pytest.mark.model
def test_every_proof_is_read_and_no_counter_proof_is() -> None:
    parser = ParsedBefore(s for r in RULES for s in (*(y[0] for y in r.yes), *r.no))

    def read(text: str) -> set[tuple[str, frozenset[str | None], str]]:
        ground = lay_ground(text, parser=parser)
        found, _ = find_statements(ground.sentences, ground.resolver)
        return {(s.rule, frozenset((s.a.code, s.b.code)), s.status) for s in found}

    unread = [
        proof
        for rule in RULES
        for proof in rule.yes
        if (rule.id, frozenset(proof[1:3]), (*proof, "actual")[3]) not in read(proof[0])
    ]
    fired = [
        (rule.id, text)
        for rule in RULES
        for text in rule.no
        if any(found == rule.id and status == "actual" for found, _, status in read(text))
    ]
    assert (unread, fired) == ([], [])
