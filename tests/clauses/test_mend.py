from __future__ import annotations

from dataclasses import replace
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

import trees
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.mend import _ASKED, mend
from dragoman.clauses.tree import Tree
from trees import joined, tree

mended = partial(trees.hung, mend)


def test_a_preposition_on_a_title_goes_to_the_name() -> None:
    found = mended(
        "talks/talk/NOUN/0/root with/ADP/4/case former/ADJ/4/amod president/NOUN/5/nmod:desc "
        "Karimi/PROPN/1/nmod"
    )
    assert found["with"] == ("Karimi", "case")


def test_a_preposition_inside_a_phrase_stays() -> None:
    found = mended(
        "the/DET/5/det Secretary/PROPN/5/compound of/ADP/4/case State/PROPN/2/nmod Brandt/PROPN/0/root"
    )
    assert found["of"] == ("State", "case")


def test_between_two_the_second_belongs_to_the_first() -> None:
    found = mended(
        "war/NOUN/6/nsubj between/ADP/3/case Chad/PROPN/1/nmod and/CCONJ/5/cc Mali/PROPN/1/conj "
        "began/begin/VERB/0/root"
    )
    assert found["Mali"] == ("Chad", "conj")


def test_after_between_neighbours_another_noun_stays_where_it_is() -> None:
    found = mended(
        "trade/NOUN/6/nsubj between/ADP/3/case neighbours/NOUN/1/nmod;Number=Plur and/CCONJ/5/cc "
        "aid/NOUN/1/conj grew/grow/VERB/0/root"
    )
    assert found["aid"] == ("trade", "conj")


def test_a_noun_on_an_adverb_is_the_subject_of_the_verb_behind() -> None:
    found = mended(
        "Turkish/ADJ/2/amod artillery/NOUN/3/compound meanwhile/ADV/4/advmod pounded/pound/VERB/0/root "
        "Afrin/PROPN/4/obj"
    )
    assert found["artillery"] == ("pounded", "nsubj")


def test_a_number_and_more_behind_a_verb_are_its_object() -> None:
    found = mended("Ships/NOUN/2/nsubj saved/save/VERB/0/root 200/NUM/4/nummod more/ADJ/2/advmod")
    assert found["more"] == ("saved", "obj")


def test_more_behind_an_object_stays() -> None:
    found = mended(
        "Ships/NOUN/2/nsubj saved/save/VERB/0/root 200/NUM/4/nummod more/ADJ/2/advmod men/NOUN/2/obj"
    )
    assert found["more"] == ("saved", "advmod")


def test_two_words_of_a_name_are_one_subject() -> None:
    found = mended(
        "Minister/NOUN/2/nmod:desc Andrej/PROPN/4/nsubj Novak/PROPN/4/nsubj agreed/agree/VERB/0/root"
    )
    assert found["Novak"] == ("Andrej", "flat")
    assert found["Andrej"] == ("agreed", "nsubj")


def test_two_words_that_are_subject_and_object_stay_two() -> None:
    notation = "Prague/PROPN/2/nsubj told/tell/VERB/0/root Vienna/PROPN/2/iobj Budapest/PROPN/2/obj"
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_a_name_without_a_verb_takes_the_one_that_hangs_from_it() -> None:
    found = mended(
        "Fighters/fighter/NOUN/0/root loyal/ADJ/1/amod to/ADP/4/case Sall/PROPN/2/obl "
        "arrested/arrest/VERB/1/parataxis;Tense=Past|VerbForm=Part his/PRON/7/nmod:poss "
        "rival/NOUN/5/obj ./PUNCT/1/punct"
    )
    assert found["arrested"] == ("arrested", "root")
    assert found["Fighters"] == ("arrested", "nsubj")
    assert found["."][0] == "arrested"


def test_a_headline_with_a_participle_stays_a_noun_phrase() -> None:
    notation = "Weapons/weapon/NOUN/0/root supplied/supply/VERB/1/acl;Tense=Past|VerbForm=Part by/ADP/4/case Iran/PROPN/2/obl"
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_the_killed_of_a_headline_are_not_its_killers() -> None:
    notation = (
        "Soldiers/soldier/NOUN/0/root killed/kill/VERB/1/acl;Tense=Past|VerbForm=Part in/ADP/4/case "
        "Mali/PROPN/2/obl ./PUNCT/1/punct"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_who_marched_is_the_subject_without_an_object() -> None:
    found = mended(
        "Crowds/crowd/NOUN/0/root marched/march/VERB/1/acl;Tense=Past|VerbForm=Part in/ADP/4/case "
        "Lagos/PROPN/2/obl ./PUNCT/1/punct"
    )
    assert found["Crowds"] == ("marched", "nsubj")


def test_a_relative_clause_is_no_main_verb() -> None:
    notation = (
        "strike/NOUN/0/root that/PRON/3/nsubj killed/kill/VERB/1/acl:relcl;Mood=Ind|VerbForm=Fin "
        "ten/NUM/3/obj"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_the_verb_of_a_quoted_sentence_is_found_beside_a_second_subject() -> None:
    found = mended(
        "bombing/NOUN/7/nsubj by/ADP/3/case rebels/rebel/NOUN/1/nmod "
        "killed/kill/VERB/3/acl;Mood=Ind|VerbForm=Fin ten/NUM/4/obj monitor/NOUN/7/nsubj "
        "said/say/VERB/0/root Sunday/PROPN/7/nsubj"
    )
    assert found["killed"] == ("said", "ccomp")
    assert found["bombing"] == ("killed", "nsubj")
    assert found["Sunday"] == ("said", "obl:unmarked")


def test_a_dateline_is_no_subject() -> None:
    found = mended(
        "KABUL/PROPN/4/nsubj :/PUNCT/1/punct Rebels/rebel/NOUN/4/nsubj attacked/attack/VERB/0/root"
    )
    assert found["KABUL"][1] == "dislocated"
    assert found["Rebels"] == ("attacked", "nsubj")


def test_a_name_without_relation_after_a_verb_is_its_object() -> None:
    found = mended(
        "leaders/leader/NOUN/2/nsubj met/meet/VERB/0/root envoy/NOUN/4/nmod:desc Zuri/PROPN/2/dep"
    )
    assert found["Zuri"] == ("met", "obj")


def test_an_object_of_a_noun_behind_a_preposition_is_the_verbs() -> None:
    found = mended(
        "court/court/NOUN/2/nsubj freed/free/VERB/0/root on/on/ADP/4/case bail/bail/NOUN/2/obl "
        "three/three/NUM/6/nummod men/man/NOUN/4/obj"
    )
    assert found["men"] == ("freed", "obj")


def test_an_infinitive_is_no_phrase_but_a_complement() -> None:
    found = mended(
        "Egypt/Egypt/PROPN/2/nsubj threatened/threaten/VERB/0/root to/to/PART/4/mark halt/halt/VERB/2/obl "
        "talks/talk/NOUN/4/obj"
    )
    assert found["halt"] == ("threatened", "xcomp")


def test_a_second_subject_behind_between_is_the_second_of_two() -> None:
    found = mended(
        "talks/talk/NOUN/6/nsubj between/between/ADP/3/case Iran/Iran/PROPN/1/nmod and/and/CCONJ/6/cc "
        "Oman/Oman/PROPN/6/nsubj began/begin/VERB/0/root"
    )
    assert found["Oman"] == ("Iran", "conj")
    assert found["and"] == ("Oman", "cc")


def test_what_one_remains_is_no_object() -> None:
    found = mended(
        "China/China/PROPN/2/nsubj remains/remain/VERB/0/root the/the/DET/4/det buyer/buyer/NOUN/2/obj"
    )
    assert found["buyer"] == ("remains", "xcomp")


@st.composite
def _trees(draw: st.DrawFn) -> tuple[Token, ...]:
    """Any tree with one root, with any relations and parts of speech."""
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    head = {order[0]: order[0]}
    for k in range(1, size):
        head[order[k]] = order[draw(st.integers(0, k - 1))]
    deps = "nsubj obj obl nmod case flat acl parataxis nmod:desc compound dep appos conj punct det"
    made = []
    for i in range(size):
        pos = draw(st.sampled_from("NOUN PROPN VERB ADP PUNCT DET".split()))
        dep = "root" if head[i] == i else draw(st.sampled_from(deps.split()))
        feats = draw(st.sampled_from([frozenset[str](), frozenset({"Mood=Ind", "Tense=Past"})]))
        made.append(Token(i, Span(2 * i, 2 * i + 1), ",", ",", pos, feats, head[i], dep))
    return tuple(made)


#: Words that repairs look for, and some that none does.
_WORDS = ", - and the a by that which between to 's so two more May Chad oil".split()


@given(_trees(), st.lists(st.sampled_from(_WORDS), min_size=9, max_size=9))
def test_a_repair_that_is_not_called_would_have_changed_nothing(
    tokens: tuple[Token, ...], words: list[str]
) -> None:
    said = tuple(replace(t, text=w, lemma=w.lower()) for t, w in zip(tokens, words, strict=False))
    for repair, words_needed, kinds in _ASKED:
        tree = Tree(said)
        uncalled = words_needed and words_needed.isdisjoint(tree.said)
        if uncalled or (kinds and kinds.isdisjoint(tree.kinds())):
            repair(tree)
            assert tree.tokens() == said, repair.__name__


@given(_trees())
def test_a_mended_tree_has_one_root_and_no_circle(tokens: tuple[Token, ...]) -> None:
    found = mend(tokens)
    roots = [t.i for t in found if t.head == t.i]
    assert len(roots) == 1
    assert Sentence(found).subtree(roots[0]) == list(range(len(found)))


def test_a_possessor_belongs_to_the_noun_after_it() -> None:
    found = mended(
        "Nimal/PROPN/6/nsubj ,/PUNCT/3/punct Chad/PROPN/1/conj 's/PART/3/case minister/NOUN/1/parataxis "
        "left/leave/VERB/0/root"
    )
    assert found["Chad"] == ("minister", "nmod:poss")
    assert found["minister"] == ("Nimal", "parataxis")


def test_a_name_after_an_opening_phrase_is_the_subject_of_the_verb_behind_it() -> None:
    found = mended(
        "In/ADP/3/case a/DET/3/det call/NOUN/6/obl ,/PUNCT/3/punct Petrov/PROPN/3/nmod:unmarked "
        "assured/assure/VERB/0/root;VerbForm=Fin Oman/PROPN/6/obj"
    )
    assert found["Petrov"] == ("assured", "nsubj")


def test_a_verb_that_has_a_subject_takes_no_other() -> None:
    found = mended(
        "In/ADP/2/case Cairo/PROPN/6/obl ,/PUNCT/2/punct Petrov/PROPN/2/appos they/PRON/6/nsubj "
        "met/meet/VERB/0/root;VerbForm=Fin"
    )
    assert found["Petrov"] == ("Cairo", "appos")


def test_the_verb_behind_a_hyphen_is_the_verb() -> None:
    # Words of one hyphenated word touch; the notation of trees puts a space between all words.
    tokens = list(
        tree(
            "Jets/NOUN/2/nsubj dive/VERB/0/root -/PUNCT/2/punct bombed/bomb/VERB/2/conj "
            "Chad/PROPN/2/obj"
        ).tokens
    )
    at = tokens[1].span.start
    spans = [Span(at, at + 4), Span(at + 4, at + 5), Span(at + 5, at + 11)]
    tokens[1:4] = [replace(t, span=s) for t, s in zip(tokens[1:4], spans, strict=True)]
    made = {t.text: t for t in mend(tokens)}
    assert (made["bombed"].head, made["bombed"].dep) == (3, "root")
    assert (made["dive"].head, made["dive"].dep) == (3, "compound")
    assert (made["Jets"].head, made["Chad"].head) == (3, 3)


def test_what_stands_behind_an_infinitive_is_its_object() -> None:
    found = mended(
        "jets/NOUN/8/nsubj that/PRON/4/obj Oman/PROPN/4/nsubj sent/send/VERB/1/acl:relcl "
        "to/PART/6/mark bomb/bomb/VERB/4/advcl towns/NOUN/8/nsubj crashed/crash/VERB/0/root;VerbForm=Fin"
    )
    assert found["towns"] == ("bomb", "obj")
    assert found["jets"] == ("crashed", "nsubj")


def test_an_infinitive_with_an_object_leaves_the_subject_alone() -> None:
    notation = (
        "jets/NOUN/9/nsubj that/PRON/4/obj Oman/PROPN/4/nsubj sent/send/VERB/1/acl:relcl "
        "to/PART/6/mark bomb/bomb/VERB/4/advcl towns/NOUN/6/obj quickly/ADV/9/advmod "
        "crashed/crash/VERB/0/root;VerbForm=Fin"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_a_second_object_behind_a_comma_describes_the_first() -> None:
    found = mended(
        "Oman/PROPN/2/nsubj met/meet/VERB/0/root Haitham/PROPN/2/iobj ,/PUNCT/6/punct a/DET/6/det "
        "friend/NOUN/2/obj of/ADP/8/case Iran/PROPN/6/nmod"
    )
    assert found["Haitham"] == ("met", "obj")
    assert found["friend"] == ("Haitham", "appos")


def test_a_phrase_with_a_preposition_is_no_subject() -> None:
    found = mended(
        "Curbs/NOUN/0/root imposed/impose/VERB/1/acl;Tense=Past by/ADP/4/case Chad/PROPN/2/obl:agent "
        "on/ADP/6/case Mali/PROPN/8/nsubj have/AUX/8/aux failed/fail/VERB/2/ccomp ./PUNCT/1/punct"
    )
    assert found["Mali"] == ("imposed", "obl")
    assert found["failed"] == ("failed", "root")
    assert found["Curbs"] == ("failed", "nsubj")


def test_a_name_a_hyphen_and_a_participle_describe_a_noun() -> None:
    sentence = tree(
        "Iran/PROPN/3/obl:unmarked -/PUNCT/1/punct backed/back/VERB/0/root;Tense=Past "
        "Houthis/PROPN/5/nsubj shelled/shell/VERB/3/ccomp;VerbForm=Fin Riyadh/PROPN/5/obj"
    )
    made = {t.text: t for t in mend(joined(sentence, 1).tokens)}
    assert (made["shelled"].head, made["shelled"].dep) == (4, "root")
    assert (made["backed"].head, made["backed"].dep) == (3, "amod")
    assert made["Houthis"].head == 4


def test_the_verb_behind_a_relative_clause_is_the_names() -> None:
    found = mended(
        "Poland/PROPN/0/root ,/PUNCT/4/punct which/PRON/4/nsubj borders/border/VERB/1/acl:relcl Belarus/PROPN/4/obj "
        ",/PUNCT/7/punct called/call/VERB/4/advcl;Tense=Past for/ADP/9/case help/NOUN/7/obl ./PUNCT/1/punct"
    )
    assert found["called"] == ("called", "root")
    assert found["Poland"] == ("called", "nsubj")


def test_two_that_something_is_between_are_joined() -> None:
    found = mended(
        "ties/NOUN/7/nsubj:pass between/ADP/3/case Syria/PROPN/1/nmod and/CCONJ/5/cc "
        "Chad/PROPN/7/nsubj:pass were/be/AUX/7/aux:pass tested/test/VERB/0/root",
    )
    assert found["Chad"] == ("Syria", "conj")


def test_between_two_states_and_a_new_subject_nothing_changes() -> None:
    found = mended(
        "ties/NOUN/6/nsubj between/ADP/3/case Syria/PROPN/1/nmod and/CCONJ/5/cc Chad/PROPN/3/conj "
        "grew/grow/VERB/0/root and/CCONJ/9/cc Fiji/PROPN/9/nsubj left/leave/VERB/6/conj",
    )
    assert found["Fiji"] == ("left", "nsubj")


def test_a_name_alone_has_nothing_against_anybody() -> None:
    found = mended(
        "drones/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass fired/fire/VERB/0/root by/ADP/5/case "
        "Chad/PROPN/3/obl:agent against/ADP/7/case Fiji/PROPN/5/nmod",
    )
    assert found["Fiji"] == ("fired", "obl")


def test_a_body_named_for_what_it_is_against_keeps_its_name() -> None:
    found = mended(
        "said/say/VERB/0/root by/ADP/4/case the/DET/4/det Campaign/PROPN/1/obl:agent against/ADP/6/case "
        "Torture/PROPN/4/nmod",
    )
    assert found["Torture"] == ("Campaign", "nmod")


def test_who_did_what_is_protested_at_belongs_to_the_deed() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj condemned/condemn/VERB/0/root the/DET/4/det killing/NOUN/2/obj of/ADP/6/case "
        "nuns/NOUN/4/nmod by/ADP/8/case Fiji/PROPN/2/obl",
    )
    assert found["Fiji"] == ("killing", "nmod")


def test_a_day_is_no_doer() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj wants/want/VERB/0/root the/DET/4/det release/NOUN/2/obj of/ADP/6/case "
        "nuns/NOUN/4/nmod by/ADP/8/case Friday/PROPN/2/obl",
    )
    assert found["Friday"] == ("wants", "obl")


def test_with_opens_no_clause_that_has_a_finite_verb() -> None:
    found = mended(
        "truce/NOUN/0/root with/ADP/5/mark Chad/PROPN/5/nsubj:pass was/be/AUX/5/aux:pass;VerbForm=Fin "
        "rejected/reject/VERB/1/acl by/ADP/7/case Fiji/PROPN/5/obl:agent",
    )
    assert found["rejected"][1] == "root"
    assert found["truce"] == ("rejected", "nsubj:pass")
    assert found["Chad"] == ("truce", "nmod")


def test_a_question_behind_a_preposition_stays_a_clause() -> None:
    found = mended(
        "report/NOUN/0/root on/ADP/6/mark how/ADV/6/advmod Chad/PROPN/6/nsubj was/be/AUX/6/cop;VerbForm=Fin "
        "different/ADJ/1/acl",
    )
    assert found["Chad"] == ("different", "nsubj")


def test_a_participle_with_a_subject_is_the_verb() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj rebuilt/rebuild/VERB/3/amod;Tense=Past homes/NOUN/0/root in/ADP/5/case "
        "Mali/PROPN/3/nmod",
    )
    assert found["rebuilt"][1] == "root"
    assert (found["Chad"], found["homes"]) == (("rebuilt", "nsubj"), ("rebuilt", "obj"))


def test_what_is_ruled_out_is_done_to_the_noun_behind_it() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj ruled/rule/VERB/0/root out/ADP/2/compound:prt supplying/supply/VERB/5/amod "
        "arms/NOUN/2/obj to/ADP/7/case Mali/PROPN/2/obl",
    )
    assert found["arms"] == ("supplying", "obj")
    assert found["supplying"] == ("ruled", "xcomp")
    assert found["Mali"] == ("supplying", "obl")


def test_a_noun_with_an_article_is_an_object_but_behind_become() -> None:
    sought = mended(
        "Chad/PROPN/2/nsubj sought/seek/VERB/0/root a/DET/4/det warrant/NOUN/2/xcomp",
    )
    became = mended(
        "Chad/PROPN/2/nsubj became/become/VERB/0/root a/DET/4/det member/NOUN/2/xcomp",
    )
    assert sought["warrant"] == ("sought", "obj")
    assert became["member"] == ("became", "xcomp")


def test_a_particle_between_a_verb_and_its_object_is_the_verbs() -> None:
    found = mended(
        "Mali/PROPN/2/nsubj sent/send/VERB/0/root back/ADV/4/advmod 40/NUM/5/nummod nuns/NOUN/2/obj"
    )
    assert found["back"] == ("sent", "advmod")


def test_an_adverb_of_degree_stays_with_its_number() -> None:
    found = mended(
        "Mali/PROPN/2/nsubj sent/send/VERB/0/root about/ADV/4/advmod 40/NUM/5/nummod nuns/NOUN/2/obj"
    )
    assert found["about"] == ("40", "advmod")


def test_what_a_relative_pronoun_opens_belongs_to_the_noun_before_it() -> None:
    found = mended(
        "Mali/PROPN/2/nsubj left/leave/VERB/0/root in/ADP/5/case a/DET/5/det move/NOUN/2/obl "
        "that/PRON/8/obj Chad/PROPN/8/nsubj condemned/condemn/VERB/2/dep"
    )
    assert found["condemned"] == ("move", "acl:relcl")


def test_behind_a_comma_and_a_name_a_new_clause_begins() -> None:
    found = mended(
        "Mali/PROPN/2/nsubj cut/VERB/0/root ties/NOUN/2/obj with/ADP/5/case Chad/PROPN/3/nmod ,/PUNCT/8/punct "
        "and/CCONJ/8/cc Fiji/PROPN/5/conj recalled/recall/VERB/2/advcl;VerbForm=Fin envoys/NOUN/9/obj"
    )
    assert found["Fiji"] == ("recalled", "nsubj")
    assert found["recalled"] == ("cut", "conj")
    assert found["and"] == ("recalled", "cc")


def test_the_last_of_a_list_is_no_subject_where_another_and_follows() -> None:
    found = mended(
        "Mali/PROPN/2/nsubj met/meet/VERB/0/root Chad/PROPN/2/obj ,/PUNCT/6/punct and/CCONJ/6/cc "
        "Fiji/PROPN/3/conj and/CCONJ/8/cc left/leave/VERB/2/conj;VerbForm=Fin"
    )
    assert found["Fiji"] == ("Chad", "conj")


def test_where_nothing_else_is_the_verb_a_participle_behind_a_comma_is() -> None:
    found = mended(
        "farmers/NOUN/0/root ,/PUNCT/3/punct backed/back/VERB/1/acl by/ADP/5/case Chad/PROPN/3/obl:agent "
        ",/PUNCT/8/punct blocked/block/VERB/8/amod;Tense=Past roads/NOUN/1/conj"
    )
    assert found["blocked"][1] == "root"
    assert (found["farmers"], found["roads"]) == (("blocked", "nsubj"), ("blocked", "obj"))


def test_a_name_does_what_somebody_warns_of() -> None:
    found = mended(
        "Mali/PROPN/2/nsubj warned/warn/VERB/0/root of/ADP/4/case Chad/PROPN/2/obl "
        "acquiring/acquire/VERB/2/advcl arms/NOUN/5/obj"
    )
    assert found["acquiring"] == ("Chad", "acl")


def test_a_name_addressed_does_not_do_what_the_writer_does() -> None:
    found = mended(
        "Mali/PROPN/2/nsubj wrote/write/VERB/0/root to/ADP/4/case Chad/PROPN/2/obl "
        "demanding/demand/VERB/2/advcl arms/NOUN/5/obj"
    )
    assert found["demanding"] == ("wrote", "advcl")


def test_what_somebody_is_told_is_no_relative_clause_on_his_name() -> None:
    found = mended(
        "Chile/PROPN/2/nsubj told/tell/VERB/0/root Peru/PROPN/2/iobj that/PRON/7/mark Santiago/PROPN/7/nsubj "
        "would/AUX/7/aux take/VERB/3/acl:relcl part/NOUN/7/obj"
    )
    assert found["take"] == ("told", "ccomp")


def test_a_relative_clause_that_lacks_its_object_stays_one() -> None:
    notation = (
        "Chile/PROPN/2/nsubj told/tell/VERB/0/root envoys/NOUN/2/obj that/PRON/6/obj Peru/PROPN/6/nsubj "
        "sent/send/VERB/3/acl:relcl"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_a_passive_behind_a_comma_begins_anew_too() -> None:
    found = mended(
        "Mali/PROPN/3/nsubj:pass was/AUX/3/aux:pass hit/VERB/0/root by/ADP/5/case Chad/PROPN/3/obl:agent "
        ",/PUNCT/8/punct and/CCONJ/8/cc Fiji/PROPN/5/conj was/AUX/10/aux:pass;VerbForm=Fin "
        "shelled/shell/VERB/3/ccomp"
    )
    assert found["Fiji"] == ("shelled", "nsubj:pass")
    assert found["shelled"] == ("hit", "conj")


def test_an_office_is_joined_to_an_office() -> None:
    found = mended(
        "the/DET/2/det premier/NOUN/10/nsubj of/ADP/4/case Fiji/PROPN/2/nmod and/CCONJ/7/cc the/DET/7/det "
        "president/NOUN/4/conj of/ADP/9/case Chad/PROPN/7/nmod met/meet/VERB/0/root"
    )
    assert found["president"] == ("premier", "conj")


def test_a_state_and_a_group_stay_joined() -> None:
    found = mended(
        "the/DET/2/det friends/NOUN/0/root of/ADP/4/case Fiji/PROPN/2/nmod and/CCONJ/7/cc the/DET/7/det "
        "rebels/NOUN/4/conj"
    )
    assert found["rebels"] == ("Fiji", "conj")


def test_whoever_is_called_up_is_an_object() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj called/call/VERB/0/root up/ADP/2/compound:prt reservists/NOUN/2/xcomp"
    )
    assert found["reservists"] == ("called", "obj")


def test_two_behind_an_opening_phrase_are_the_subject() -> None:
    found = mended(
        "On/ADP/2/case margins/NOUN/7/obl ,/PUNCT/4/punct Fiji/PROPN/2/conj and/CCONJ/6/cc Chad/PROPN/2/conj "
        "signed/sign/VERB/0/root;VerbForm=Fin pacts/NOUN/7/obj"
    )
    assert found["Fiji"] == ("signed", "nsubj")
    assert found["Chad"] == ("Fiji", "conj")


def test_two_joined_in_an_opening_phrase_stay_there() -> None:
    found = mended(
        "In/ADP/2/case Fiji/PROPN/6/obl and/CCONJ/4/cc Chad/PROPN/2/conj miners/NOUN/6/nsubj "
        "marched/march/VERB/0/root;VerbForm=Fin"
    )
    assert found["Chad"] == ("Fiji", "conj")


def test_the_thing_stands_where_what_it_is_called_stands() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj condemned/condemn/VERB/0/root what/PRON/2/obj it/PRON/5/nsubj "
        "called/call/VERB/3/acl:relcl theft/NOUN/5/obj"
    )
    assert found["theft"] == ("condemned", "obj")
    assert found["called"] == ("theft", "acl:relcl")


def test_what_somebody_did_is_not_what_he_called() -> None:
    notation = (
        "Chad/PROPN/2/nsubj condemned/condemn/VERB/0/root what/PRON/2/obj Mali/PROPN/5/nsubj "
        "did/do/VERB/3/acl:relcl"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_a_phrase_is_joined_to_the_one_with_its_own_preposition() -> None:
    found = mended(
        "Oman/PROPN/2/nsubj called/call/VERB/0/root for/ADP/4/case curbs/curb/NOUN/2/obl "
        "on/ADP/6/case Chad/PROPN/4/nmod and/CCONJ/9/cc for/ADP/9/case talks/talk/NOUN/6/conj"
    )
    assert found["talks"] == ("curbs", "conj")


def test_whoever_does_something_in_exchange_is_its_subject() -> None:
    found = mended(
        "Oman/PROPN/2/nsubj paid/pay/VERB/0/root in/ADP/4/case exchange/NOUN/2/obl for/ADP/6/case "
        "Chad/PROPN/4/nmod freeing/free/VERB/2/advcl men/man/NOUN/7/obj"
    )
    assert found["freeing"] == ("exchange", "acl")
    assert found["Chad"] == ("freeing", "nsubj")


def test_an_adjective_with_a_subject_governs_the_infinitive() -> None:
    found = mended(
        "how/ADV/2/advmod willing/ADJ/0/root Chad/PROPN/2/nsubj is/be/AUX/2/cop to/PART/6/mark "
        "leave/VERB/2/csubj"
    )
    assert found["leave"] == ("willing", "xcomp")
