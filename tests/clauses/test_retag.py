from __future__ import annotations

from dragoman.clauses.clause import Token
from dragoman.clauses.retag import retag
from trees import tree


def retagged(notation: str) -> dict[str, Token]:
    """Word → its token after retagging."""
    return {t.text: t for t in retag(tree(notation).tokens)}


def test_a_noun_with_an_object_is_a_verb_and_the_noun_before_it_its_subject() -> None:
    found = retagged(
        "Chile/PROPN/3/nmod:poss navy/NOUN/3/compound sank/sank/NOUN/0/root a/DET/5/det "
        "ship/NOUN/3/obj off/ADP/7/case Peru/PROPN/3/nmod"
    )
    assert (found["sank"].pos, found["sank"].lemma) == ("VERB", "sink")
    assert (found["navy"].head, found["navy"].dep) == (2, "nsubj")
    assert (found["Chile"].head, found["Chile"].dep) == (1, "nmod:poss")
    assert found["Peru"].dep == "obl"


def test_a_noun_without_an_object_stays_a_noun() -> None:
    found = retagged(
        "navy/NOUN/2/compound struck/struck/NOUN/0/root off/ADP/4/case Peru/PROPN/2/nmod"
    )
    assert found["struck"].pos == "NOUN"


def test_a_form_in_s_without_a_subject_after_a_preposition_is_a_noun() -> None:
    found = retagged(
        "Chad/PROPN/2/nsubj reacted/react/VERB/0/root after/SCONJ/4/mark clashes/clash/VERB/2/advcl "
        "in/ADP/6/case Darfur/PROPN/4/obl"
    )
    assert (found["clashes"].pos, found["clashes"].dep) == ("NOUN", "obl")
    assert found["after"].dep == "case"
    assert found["Darfur"].dep == "nmod"


def test_a_clause_with_a_subject_after_after_stays_a_clause() -> None:
    found = retagged(
        "Chad/PROPN/2/nsubj reacted/react/VERB/0/root after/SCONJ/5/mark Sudan/PROPN/5/nsubj "
        "clashes/clash/VERB/2/advcl"
    )
    assert found["clashes"].pos == "VERB"


def test_the_word_after_an_infinitive_particle_is_a_verb() -> None:
    found = retagged(
        "Iran/PROPN/2/nsubj tried/try/VERB/0/root to/PART/6/case quell/PROPN/6/compound "
        "street/NOUN/6/compound protests/protest/NOUN/2/obl"
    )
    assert (found["quell"].pos, found["quell"].head, found["quell"].dep) == ("VERB", 1, "xcomp")
    assert (found["protests"].head, found["protests"].dep) == (3, "obj")
    assert (found["to"].head, found["to"].dep) == (3, "mark")
    assert found["street"].head == 5


def test_a_preposition_to_leads_no_infinitive() -> None:
    found = retagged(
        "Iran/PROPN/2/nsubj flew/fly/VERB/0/root to/ADP/5/case peace/NOUN/5/compound talks/talk/NOUN/2/obl"
    )
    assert found["peace"].pos == "NOUN"


def test_a_word_that_is_no_noun_is_an_infinitive_after_to() -> None:
    found = retagged(
        "Chad/PROPN/2/nsubj offered/offer/VERB/0/root to/ADP/4/case mediate/NOUN/2/obl in/ADP/6/case Mali/PROPN/4/nmod"
    )
    assert (found["mediate"].pos, found["mediate"].dep) == ("VERB", "xcomp")
    assert (found["to"].pos, found["Mali"].dep) == ("PART", "obl")


def test_a_word_that_may_be_a_noun_stays_one_after_to() -> None:
    notation = "Chad/PROPN/2/nsubj went/go/VERB/0/root to/ADP/4/case war/NOUN/2/obl"
    assert retag(tree(notation).tokens) == tree(notation).tokens


def test_a_noun_behind_the_particle_of_an_infinitive_is_a_verb() -> None:
    found = retagged(
        "Fiji/PROPN/2/nsubj promised/promise/VERB/0/root to/PART/4/mark jail/NOUN/2/obl "
        "reporters/NOUN/4/obj"
    )
    assert (found["jail"].pos, found["jail"].dep) == ("VERB", "xcomp")


def test_a_threat_to_sanction_somebody_holds_a_verb() -> None:
    found = retagged(
        "Fiji/PROPN/3/nmod:poss 's/PART/1/case threat/NOUN/0/root to/ADP/5/case sanction/NOUN/3/nmod "
        "Chad/PROPN/5/flat"
    )
    assert (found["sanction"].pos, found["sanction"].dep) == ("VERB", "acl")
    assert found["Chad"].dep == "obj"


def test_a_title_behind_to_is_no_verb() -> None:
    found = retagged(
        "Fiji/PROPN/2/nsubj wrote/write/VERB/0/root to/ADP/4/case president/NOUN/2/obl "
        "Mahama/PROPN/4/flat"
    )
    assert found["president"].pos == "NOUN"


def test_a_verb_taken_for_an_adjective_before_its_object_is_an_infinitive() -> None:
    found = retagged(
        "Fiji/PROPN/2/nsubj threatened/threaten/VERB/0/root to/ADP/5/case sever/ADJ/5/amod "
        "ties/NOUN/2/obl"
    )
    assert (found["sever"].pos, found["sever"].head) == ("VERB", 1)
    assert (found["ties"].head, found["ties"].dep) == (3, "obj")


def test_what_was_done_by_somebody_was_a_verb() -> None:
    found = retagged(
        "calls/NOUN/3/nsubj were/be/AUX/3/cop echoed/NOUN/0/root by/ADP/5/case Norway/PROPN/3/obl"
    )
    assert (found["echoed"].pos, found["echoed"].lemma) == ("VERB", "echo")
    assert (found["calls"].dep, found["were"].dep) == ("nsubj:pass", "aux:pass")


def test_between_a_plural_and_a_noun_in_s_stands_the_verb() -> None:
    found = retagged(
        "Two/NUM/2/nummod agents/NOUN/3/compound;Number=Plur face/NOUN/4/nsubj "
        "charges/charge/VERB/0/root in/ADP/6/case Mali/PROPN/4/obl"
    )
    assert (found["face"].pos, found["face"].dep) == ("VERB", "root")
    assert (found["agents"].dep, found["agents"].head) == ("nsubj", 2)
    assert (found["charges"].pos, found["charges"].dep) == ("NOUN", "obj")


def test_a_compound_of_two_singulars_stays_the_subject() -> None:
    found = retagged(
        "air/NOUN/2/compound;Number=Sing strike/NOUN/3/nsubj hits/hit/VERB/0/root in/ADP/5/case "
        "Mali/PROPN/3/obl"
    )
    assert found["hits"].pos == "VERB"


def test_of_two_objects_of_help_the_first_is_a_verb() -> None:
    found = retagged(
        "Fiji/PROPN/2/nsubj helped/help/VERB/0/root broker/NOUN/2/obj a/DET/5/det truce/NOUN/2/obj"
    )
    assert (found["broker"].pos, found["broker"].dep) == ("VERB", "xcomp")
    assert found["truce"].head == 2


def test_an_adjective_with_an_article_and_no_noun_behind_it_is_a_noun() -> None:
    found = retagged(
        "Kenya/PROPN/2/nsubj extradited/extradite/VERB/0/root a/DET/5/det Chadian/ADJ/5/advmod "
        "militant/ADJ/2/xcomp to/ADP/7/case Sudan/PROPN/5/obl"
    )
    assert found["militant"].pos == "NOUN"
    assert found["Chadian"].dep == "amod"


def test_an_adjective_without_an_article_stays_one() -> None:
    found = retagged("Kenya/PROPN/2/nsubj remained/remain/VERB/0/root militant/ADJ/2/xcomp")
    assert found["militant"].pos == "ADJ"


def test_what_is_sought_is_a_noun() -> None:
    found = retagged(
        "Eritreans/PROPN/2/nsubj sought/seek/VERB/0/root refuge/ADJ/2/xcomp in/ADP/5/case Sudan/PROPN/2/obl"
    )
    assert (found["refuge"].pos, found["refuge"].dep) == ("NOUN", "obj")


def test_a_root_with_a_subject_and_without_is_is_a_verb() -> None:
    found = retag(
        tree(
            "ministry/NOUN/2/nsubj announces/announce/NOUN/0/root that/SCONJ/5/mark Chad/PROPN/5/nsubj "
            "left/leave/VERB/2/ccomp"
        ).tokens
    )
    assert found[1].pos == "VERB"


def test_a_root_with_an_article_stays_a_noun() -> None:
    notation = "Iran/PROPN/3/nsubj a/DET/3/det threat/NOUN/0/root"
    assert retag(tree(notation).tokens) == tree(notation).tokens


def test_a_form_in_s_right_behind_it_is_a_verb() -> None:
    found = retagged(
        "It/PRON/2/nsubj buys/ADJ/0/root more/ADJ/4/amod crude/NOUN/2/obj than/ADP/6/case ever/ADV/2/obl"
    )
    assert (found["buys"].pos, found["buys"].lemma) == ("VERB", "buy")


def test_a_noun_that_it_is_said_to_be_stays_a_noun() -> None:
    found = retagged("It/PRON/3/nsubj is/be/AUX/3/cop news/NOUN/0/root")
    assert found["news"].pos == "NOUN"


def test_what_several_do_to_an_object_is_a_verb() -> None:
    found = retagged(
        "Chad/PROPN/4/nsubj and/CCONJ/3/cc Mali/PROPN/1/conj share/share/NOUN/0/root data/NOUN/4/obj"
    )
    assert found["share"].pos == "VERB"


def test_a_noun_of_one_with_an_object_stays() -> None:
    found = retagged("Chad/PROPN/2/nsubj share/share/NOUN/0/root data/NOUN/2/obj")
    assert found["share"].pos == "NOUN"


def test_a_form_in_s_before_a_gerund_is_a_verb() -> None:
    found = retagged(
        "Tehran/PROPN/2/nsubj denies/NOUN/0/root arming/arm/VERB/2/acl rebels/rebel/NOUN/3/obj"
    )
    assert (found["denies"].pos, found["denies"].lemma) == ("VERB", "deny")
    assert found["arming"].dep == "xcomp"


def test_a_verb_behind_until_has_a_subject() -> None:
    tokens = retag(
        tree(
            "Oman/PROPN/2/nsubj waits/wait/VERB/0/root until/SCONJ/6/mark the/DET/6/det "
            "junta/NOUN/6/compound frees/free/VERB/2/advcl;VerbForm=Fin men/man/NOUN/6/obj"
        ).tokens
    )
    assert (tokens[4].dep, tokens[3].head) == ("nsubj", 4)


def test_a_form_that_is_a_verbs_alone_is_joined_to_the_verb() -> None:
    tokens = retag(
        tree(
            "Chad/PROPN/2/nsubj ends/end/VERB/0/root;Tense=Pres|VerbForm=Fin war/NOUN/2/obj and/CCONJ/5/cc "
            "enters/enter/NOUN/3/conj into/ADP/7/case talks/talk/NOUN/2/obl"
        ).tokens
    )
    assert (tokens[4].pos, tokens[4].head, tokens[6].head) == ("VERB", 1, 4)


def test_behind_the_name_in_a_relative_clause_stands_its_verb() -> None:
    found = retagged(
        "weapons/NOUN/0/root that/PRON/4/obj Chad/PROPN/4/compound lacks/lack/NOUN/1/acl:relcl"
    )
    assert (found["lacks"].pos, found["lacks"].lemma) == ("VERB", "lack")
    assert found["Chad"].dep == "nsubj"


def test_a_form_in_s_with_subject_and_object_is_no_adjective() -> None:
    found = retagged(
        "Chad/PROPN/2/nsubj buys/buys/ADJ/0/root most/most/ADJ/2/obj of/ADP/5/case oil/NOUN/3/obl"
    )
    assert (found["buys"].pos, found["buys"].lemma) == ("VERB", "buy")


def test_behind_with_a_form_in_s_is_a_noun() -> None:
    found = retagged(
        "Mali/PROPN/2/nsubj worked/work/VERB/0/root with/ADP/5/mark member/NOUN/5/nsubj "
        "states/state/VERB/2/obl;Tense=Pres|VerbForm=Fin"
    )
    assert (found["states"].pos, found["member"].dep, found["with"].dep) == (
        "NOUN",
        "compound",
        "case",
    )


def test_what_somebody_agrees_to_is_a_verb() -> None:
    found = retagged(
        "Mali/PROPN/2/nsubj agreed/agree/VERB/0/root to/ADP/5/case blacklist/NOUN/5/compound "
        "firms/firm/NOUN/2/obl supplying/supply/VERB/2/xcomp oil/NOUN/6/obj"
    )
    assert (found["blacklist"].pos, found["blacklist"].dep) == ("VERB", "xcomp")
    assert (found["supplying"].dep, found["firms"].dep) == ("acl", "obj")


def test_what_a_pronoun_is_given_is_a_noun() -> None:
    found = retagged(
        "Chad/PROPN/2/nsubj sells/sell/VERB/0/root it/PRON/2/obj drones/drone/VERB/2/xcomp;VerbForm=Fin"
    )
    assert (found["drones"].pos, found["drones"].dep) == ("NOUN", "obj")
