# Trees that grammar forbids, set right before anything is read from them.
# Rule 1: only what Universal Dependencies or English rules out is touched (two
#   subjects of one verb, a preposition on a title, a sentence of two names and no
#   verb): a tree that can be right stays as it came.
# Rule 2: each repair looks at relations, parts of speech and adjacency, at no word
#   but days of the week, "between", verbs of telling and those without a passive, and leaves one root and
#   no cycle.
"""Mend parsed trees: names torn apart, two subjects, verbs taken for participles."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.clauses import (
    adverbials,
    attachments,
    bare_gerunds,
    beside,
    called,
    joined,
    main_verbs,
    nominals,
    nonfinite,
    openings,
    resumed,
    sources,
    told,
    torn,
)
from dragoman.clauses.clause import Token
from dragoman.clauses.tree import Tree, hung, needed

# Phrases first, as far as a verb may stand in them by mistake; then the verbs; then what they left.
_REPAIRS = (
    nominals.hyphenated,
    nominals.hyphened_participle,
    main_verbs.object_behind_infinitive,
    openings.before_opening,
    nominals.torn_name,
    nominals.bare_two,
    adverbials.in_spite,
    adverbials.one_by_one,
    adverbials.taken_from,
    nominals.preposition_on_title,
    attachments.between_two,
    torn.subject_behind_day,
    torn.relative_without_pronoun,
    main_verbs.subject_with_preposition,
    main_verbs.object_before_subject,
    bare_gerunds.object_as_subject,
    bare_gerunds.verb_without_subject,
    nonfinite.clause_behind_preposition,
    nonfinite.participle_with_subject,
    nonfinite.participle_behind_comma,
    nonfinite.participle_of_both,
    nonfinite.listed_verb,
    nonfinite.finite_complement,
    nonfinite.gerund_behind_verb,
    nonfinite.gerund_of_name,
    nonfinite.gerund_in_exchange,
    nonfinite.infinitive_of_adjective,
    nonfinite.infinitive_as_phrase,
    nonfinite.infinitive_beside_gerund,
    beside.first_of_two_verbs,
    main_verbs.verb_behind_relative,
    resumed.verb_behind_nested_clause,
    resumed.clause_of_called_name,
    resumed.name_beside_description,
    resumed.verb_behind_adjective,
    resumed.verb_behind_participle,
    resumed.noun_behind_participle,
    resumed.bare_relative,
    joined.verb_before_and,
    main_verbs.verbless,
    main_verbs.subject_on_adverb,
    beside.joined_by_and,
    nominals.second_object,
    nominals.both_between,
    nominals.counted_more,
    nominals.counted_subject,
    told.told_clause,
    told.asked_neighbour,
    told.speaker_behind_clause,
    told.speaker_goes_on,
    main_verbs.two_subjects,
    nominals.torn_object,
    nominals.object_of_linking_verb,
    nominals.object_of_noun,
    nominals.predicate_object,
    attachments.two_offices,
    attachments.joined_by_preposition,
    attachments.phrase_of_name,
    attachments.doer_of_noun,
    attachments.place_of_attack,
    attachments.particle_of_verb,
    sources.relative_behind_source,
    attachments.relative_of_deed,
    attachments.object_of_relative,
    attachments.relative_of_policy,
    attachments.sum_given,
    attachments.lone_second_object,
    attachments.name_before_verb,
    attachments.twin_nouns,
    called.called_thing,
    called.called_that,
    called.called_as,
    called.accused_thing,
    nominals.possessor,
    joined.subject_behind_comma,
    joined.comma_before_and,
    joined.agreeing_verb,
    main_verbs.subjects_behind_opening,
    main_verbs.far_subject,
    main_verbs.auxiliary_subject,
    nominals.described_name,
    main_verbs.late_infinitive,
    sources.names_behind_source,
    torn.subject_behind_date,
    torn.subject_behind_so,
    torn.described_subject,
    torn.listed_adjective,
    torn.noun_before_noun,
    torn.titled_possessor,
    torn.relative_of_object,
    beside.relative_of_subject,
    beside.apposition_without_and,
    beside.one_of_several,
    beside.each_from_another,
    beside.joined_behind_dashes,
    torn.relative_behind_preposition,
    torn.called_name,
    torn.verb_beside_noun,
    torn.buried_verb,
    torn.verb_behind_apposition,
)
# A repair whose words the sentence does not have, or whose relations the tree, is not called.
_ASKED = tuple((repair, needed(repair), hung(repair)) for repair in _REPAIRS)


def mend(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with their heads and relations mended; the same ones if all is well."""
    tree = Tree(tokens)
    said = tree.said
    for repair, words, kinds in _ASKED:
        if words and words.isdisjoint(said):
            continue
        if not kinds or not kinds.isdisjoint(tree.kinds()):
            repair(tree)
    return tree.tokens()
