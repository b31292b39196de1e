from __future__ import annotations

import pytest

from dragoman.clauses.clause import Clause, Sentence
from dragoman.clauses.grammar import clauses
from trees import tree


def slots(sentence: Sentence, lemma: str) -> dict[str, list[str]]:
    """The filled slots of the clause with that lemma, as words."""
    clause = find(sentence, lemma)
    return {k: [sentence.tokens[i].text for i in v] for k, v in clause.slots.items()}


def find(sentence: Sentence, lemma: str) -> Clause:
    return next(c for c in clauses(sentence) if c.lemma == lemma)


ACTIVE = tree(
    "Iran/PROPN/2/nsubj sold/sell/VERB/0/root drones/drone/NOUN/2/obj to/ADP/5/case Russia/PROPN/2/obl"
)
PASSIVE = tree(
    "Drones/drone/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass sold/sell/VERB/0/root by/ADP/5/case Iran/PROPN/3/obl:agent"
)
NOMINAL = tree(
    "Iran/PROPN/3/nmod:poss 's/PART/1/case sale/NOUN/8/nsubj of/ADP/5/case drones/drone/NOUN/3/nmod "
    "to/ADP/7/case Russia/PROPN/3/nmod angered/anger/VERB/0/root Kyiv/PROPN/8/obj"
)
CONTROL = tree(
    "Iran/PROPN/2/nsubj agreed/agree/VERB/0/root to/PART/4/mark send/VERB/2/xcomp;VerbForm=Inf arms/arm/NOUN/4/obj"
)
OBJECT_CONTROL = tree(
    "Kyiv/PROPN/2/nsubj urged/urge/VERB/0/root Israel/PROPN/2/obj to/PART/5/mark send/VERB/2/xcomp;VerbForm=Inf arms/arm/NOUN/5/obj"
)
RELATIVE = tree(
    "drones/drone/NOUN/0/root that/PRON/4/obj Russia/PROPN/4/nsubj bought/buy/VERB/1/acl:relcl;VerbForm=Fin"
)
RELATIVE_SUBJECT = tree(
    "Hezbollah/PROPN/0/root which/PRON/3/nsubj fought/fight/VERB/1/acl:relcl;VerbForm=Fin Israel/PROPN/3/obj"
)
PARTICIPLE = tree(
    "weapons/weapon/NOUN/0/root supplied/supply/VERB/1/acl;Tense=Past|VerbForm=Part by/ADP/4/case Iran/PROPN/2/obl"
)
COORDINATED = tree(
    "Iran/PROPN/4/nsubj and/CCONJ/3/cc Russia/PROPN/1/conj attacked/attack/VERB/0/root and/CCONJ/6/cc "
    "destroyed/destroy/VERB/4/conj it/PRON/6/obj"
)
MODAL = tree(
    "Iran/PROPN/3/nsubj could/AUX/3/aux attack/VERB/0/root and/CCONJ/5/cc destroy/VERB/3/conj it/PRON/5/obj"
)
ACCUSED = tree(
    "Kyiv/PROPN/2/nsubj accused/accuse/VERB/0/root Iran/PROPN/2/obj of/SCONJ/5/mark arming/arm/VERB/2/advcl;VerbForm=Ger Moscow/PROPN/5/obj"
)


@pytest.mark.parametrize(
    ("sentence", "lemma", "slot", "words"),
    [
        pytest.param(ACTIVE, "sell", "subject", ["Iran"], id="active-subject"),
        pytest.param(ACTIVE, "sell", "to", ["Russia"], id="preposition"),
        pytest.param(PASSIVE, "sell", "subject", ["Iran"], id="passive-agent-is-the-doer"),
        pytest.param(PASSIVE, "sell", "object", ["Drones"], id="passive-subject-is-the-object"),
        pytest.param(NOMINAL, "sale", "subject", ["Iran"], id="possessor-does-it"),
        pytest.param(NOMINAL, "sale", "object", ["drones"], id="of-phrase-is-the-object"),
        pytest.param(NOMINAL, "sale", "to", ["Russia"], id="nominal-preposition"),
        pytest.param(CONTROL, "send", "subject", ["Iran"], id="infinitive-takes-the-subject"),
        pytest.param(CONTROL, "agree", "clause", ["send"], id="complement"),
        pytest.param(OBJECT_CONTROL, "send", "subject", ["Israel"], id="whoever-is-urged-sends"),
        pytest.param(RELATIVE, "buy", "object", ["drones"], id="relative-object"),
        pytest.param(RELATIVE_SUBJECT, "fight", "subject", ["Hezbollah"], id="relative-subject"),
        pytest.param(PARTICIPLE, "supply", "subject", ["Iran"], id="participle-agent"),
        pytest.param(PARTICIPLE, "supply", "object", ["weapons"], id="participle-object"),
        pytest.param(COORDINATED, "attack", "subject", ["Iran", "Russia"], id="both-do-it"),
        pytest.param(COORDINATED, "destroy", "subject", ["Iran", "Russia"], id="shared-subject"),
        pytest.param(ACCUSED, "arm", "subject", ["Iran"], id="whoever-is-accused-did-it"),
    ],
)
def test_slots_are_logical(sentence: Sentence, lemma: str, slot: str, words: list[str]) -> None:
    assert slots(sentence, lemma)[slot] == words


def test_a_passive_without_agent_has_no_subject() -> None:
    sentence = tree("Iran/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass accused/accuse/VERB/0/root")
    assert "subject" not in slots(sentence, "accuse")


def test_a_modal_reaches_the_coordinated_verb() -> None:
    assert find(MODAL, "destroy").modals == ("could",)


def test_no_country_denies_the_act() -> None:
    sentence = tree(
        "No/DET/2/det country/NOUN/4/nsubj has/have/AUX/4/aux sent/send/VERB/0/root arms/arm/NOUN/4/obj"
    )
    assert find(sentence, "send").negated


def test_if_makes_a_condition() -> None:
    sentence = tree(
        "Moscow/PROPN/2/nsubj warned/warn/VERB/0/root if/SCONJ/5/mark Israel/PROPN/5/nsubj arms/arm/VERB/2/advcl Kyiv/PROPN/5/obj"
    )
    assert find(sentence, "arm").conditional
    assert not find(sentence, "warn").conditional


def test_a_particle_belongs_to_the_lemma() -> None:
    sentence = tree(
        "Paris/PROPN/2/nsubj pulled/pull/VERB/0/root out/ADP/2/compound:prt of/ADP/5/case Mali/PROPN/2/obl"
    )
    assert find(sentence, "pull out").slots["of"] == (4,)


def test_a_cyclic_tree_ends() -> None:
    sentence = tree("a/VERB/2/ccomp b/VERB/1/ccomp")
    assert len(clauses(sentence)) == 2


def test_out_of_is_a_particle_and_a_preposition() -> None:
    sentence = tree(
        "Paris/PROPN/2/nsubj pulled/pull/VERB/0/root out/ADP/5/case of/ADP/3/fixed talks/talk/NOUN/2/obl"
    )
    clause = find(sentence, "pull out")
    assert clause.slots["of"] == (4,)


def test_a_stray_agent_is_found() -> None:
    sentence = tree(
        "Syria/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass supplied/supply/VERB/0/root with/ADP/5/case arms/arm/NOUN/3/obl "
        "by/ADP/7/case Russia/PROPN/5/nmod"
    )
    assert slots(sentence, "supply")["subject"] == ["Russia"]


GIVEN = tree(
    "Moscow/PROPN/2/nsubj gave/give/VERB/0/root Israel/PROPN/2/iobj a/DET/5/det hand/NOUN/2/obj "
    "to/PART/7/mark strike/VERB/{}/{};VerbForm=Inf Syria/PROPN/7/obj".format(5, "acl")
)
GRANTED = tree(
    "Georgia/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass granted/grant/VERB/0/root status/NOUN/3/obj "
    "by/ADP/6/case Brussels/PROPN/3/obl:agent"
)
HANDED = tree(
    "Israel/PROPN/2/nsubj handed/hand/VERB/0/root Sinai/PROPN/2/obj back/ADV/2/advmod "
    "to/ADP/6/case Egypt/PROPN/4/obl"
)
RULED_OUT = tree(
    "Italy/PROPN/2/nsubj ruled/rule/VERB/0/root out/ADP/4/mark sending/send/VERB/2/advcl;VerbForm=Ger arms/arm/NOUN/4/obj"
)


def test_whoever_is_given_a_hand_to_strike_strikes() -> None:
    assert slots(GIVEN, "strike")["subject"] == ["Israel"]


def test_of_two_objects_in_the_passive_the_first_receives() -> None:
    assert slots(GRANTED, "grant") == {
        "subject": ["Brussels"], "object": ["status"], "iobj": ["Georgia"],
    }  # fmt: skip


def test_back_is_a_particle_and_keeps_its_phrase() -> None:
    assert slots(HANDED, "hand back")["to"] == ["Egypt"]


def test_a_particle_hung_on_what_follows_is_the_verbs() -> None:
    assert find(RULED_OUT, "rule out").head == 1


@pytest.mark.parametrize(
    ("notation", "subject", "target"),
    [
        pytest.param(
            "Soldiers/soldier/NOUN/2/nsubj killed/kill/VERB/0/root;Tense=Past in/ADP/4/case Syria/PROPN/2/obl",
            None,
            ["Soldiers"],
            id="headline-passive",
        ),
        pytest.param(
            "Soldiers/soldier/NOUN/2/nsubj killed/kill/VERB/0/root;Tense=Past rebels/rebel/NOUN/2/obj",
            ["Soldiers"],
            ["rebels"],
            id="active",
        ),
        pytest.param(
            "Soldiers/soldier/NOUN/2/nsubj killed/kill/VERB/0/root;Tense=Past and/CCONJ/4/cc "
            "robbed/rob/VERB/2/conj;Tense=Past rebels/rebel/NOUN/4/obj",
            ["Soldiers"],
            ["rebels"],
            id="shared-object",
        ),
        pytest.param(
            "rebels/rebel/NOUN/0/root Chad/PROPN/3/nsubj killed/kill/VERB/1/acl:relcl;Tense=Past",
            ["Chad"],
            ["rebels"],
            id="relative-clause",
        ),
    ],
)
def test_a_verb_that_needs_an_object_has_one_or_is_passive(
    notation: str, subject: list[str] | None, target: list[str] | None
) -> None:
    found = slots(tree(notation), "kill")
    assert (found.get("subject"), found.get("object")) == (subject, target)


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(
            "Neither/CCONJ/2/cc:preconj Chad/PROPN/6/nsubj nor/CCONJ/4/cc Niger/PROPN/2/conj has/AUX/6/aux "
            "sent/send/VERB/0/root troops/NOUN/6/obj",
            id="neither-nor",
        ),
        pytest.param(
            "Chad/PROPN/2/nsubj has/have/VERB/0/root yet/ADV/2/advmod to/PART/5/mark send/VERB/2/xcomp "
            "troops/NOUN/5/obj",
            id="has-yet-to",
        ),
        pytest.param(
            "Chad/PROPN/5/nsubj is/be/AUX/5/aux yet/ADV/5/advmod to/PART/5/mark send/VERB/0/root "
            "troops/NOUN/5/obj",
            id="is-yet-to",
        ),
    ],
)
def test_what_has_not_been_done_is_negated(notation: str) -> None:
    (sent,) = (c for c in tree(notation).clauses if c.lemma == "send")
    assert sent.negated


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(
            "Had/have/AUX/3/aux Chad/PROPN/3/nsubj sent/send/VERB/6/advcl arms/NOUN/3/obj Mali/PROPN/6/nsubj "
            "left/leave/VERB/0/root",
            id="inverted",
        ),
        pytest.param(
            "Did/do/AUX/3/aux Chad/PROPN/3/nsubj send/VERB/0/root arms/NOUN/3/obj ?/PUNCT/3/punct",
            id="asked",
        ),
    ],
)
def test_what_is_supposed_or_asked_is_conditional(notation: str) -> None:
    (sent,) = (c for c in tree(notation).clauses if c.lemma == "send")
    assert sent.conditional


def test_a_question_of_order_alone_makes_no_condition() -> None:
    sentence = tree("Chad/PROPN/3/nsubj had/have/AUX/3/aux sent/send/VERB/0/root arms/NOUN/3/obj")
    assert not sentence.clauses[0].conditional


DUTY = "Chad/PROPN/3/nsubj must/AUX/3/aux leave/leave/VERB/0/root"


def test_what_somebody_must_do_is_a_clause_of_its_own() -> None:
    (duty,) = (c for c in tree(DUTY).clauses if c.lemma == "must")
    assert duty.slots == {"subject": (0,), "clause": (2,)}


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(
            "Chad/PROPN/4/nsubj should/AUX/4/aux have/AUX/4/aux left/leave/VERB/0/root",
            id="reproach",
        ),
        pytest.param(f"{DUTY} ?/PUNCT/3/punct", id="question"),
        pytest.param(
            "Chad/PROPN/4/nsubj:pass must/AUX/4/aux be/AUX/4/aux:pass told/tell/VERB/0/root",
            id="passive",
        ),
        pytest.param(
            "Mali/PROPN/2/nsubj says/say/VERB/0/root Chad/PROPN/5/nsubj must/AUX/5/aux leave/leave/VERB/2/ccomp",
            id="told-by-a-verb-of-saying",
        ),
    ],
)
def test_no_duty_is_read_where_nobody_is_asked(notation: str) -> None:
    assert all(c.lemma not in ("must", "should") for c in tree(notation).clauses)


def test_one_of_several_is_what_they_are() -> None:
    sentence = tree(
        "Chad/PROPN/3/nsubj is/be/AUX/3/cop one/NUM/0/root of/ADP/6/case our/PRON/6/nmod:poss allies/ally/NOUN/3/nmod"
    )
    (allies,) = (c for c in sentence.clauses if c.lemma == "ally")
    assert allies.slots["topic"] == (0,)


SHELLED = "Chad/PROPN/3/nsubj has/have/AUX/3/aux shelled/shell/VERB/0/root towns/town/NOUN/3/obj {}"


def test_a_second_participle_with_an_object_is_as_active_as_the_first() -> None:
    sentence = tree(
        SHELLED.format("killed/kill/VERB/3/conj;Tense=Past|VerbForm=Part monks/monk/NOUN/5/obj")
    )
    (killed,) = (c for c in sentence.clauses if c.lemma == "kill")
    assert (killed.passive, killed.slots["subject"], killed.slots["object"]) == (False, (0,), (5,))


def test_at_whose_hands_it_was_done_did_it() -> None:
    sentence = tree(
        "Monks/monk/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass killed/kill/VERB/0/root at/ADP/6/case the/DET/6/det "
        "hands/hand/NOUN/3/obl of/ADP/8/case Chad/PROPN/6/nmod"
    )
    (killed,) = (c for c in sentence.clauses if c.lemma == "kill")
    assert killed.slots["subject"] == (7,)


def test_who_is_scolded_for_an_act_did_it() -> None:
    sentence = tree(
        SHELLED.format("killed/kill/VERB/3/conj;Tense=Past|VerbForm=Part monks/monk/NOUN/5/obj")
    )
    (killed,) = (c for c in sentence.clauses if c.lemma == "kill")
    assert (killed.passive, killed.slots["subject"], killed.slots["object"]) == (False, (0,), (5,))


def test_whoever_makes_efforts_does_what_they_are_for() -> None:
    sentence = tree(
        "efforts/effort/NOUN/0/root of/ADP/3/case Chad/PROPN/1/nmod to/PART/5/mark "
        "sell/VERB/1/acl;VerbForm=Inf arms/arm/NOUN/5/obj"
    )
    assert slots(sentence, "sell")["subject"] == ["Chad"]


def test_a_clause_behind_the_first_of_two_describes_it_alone() -> None:
    sentence = tree(
        "Chad/PROPN/7/nsubj which/PRON/3/nsubj bombed/bomb/VERB/1/acl:relcl;VerbForm=Fin Sebha/PROPN/3/obj "
        "and/CCONJ/6/cc Mali/PROPN/1/conj signed/sign/VERB/0/root"
    )
    assert slots(sentence, "bomb")["subject"] == ["Chad"]
    assert slots(sentence, "sign")["subject"] == ["Chad", "Mali"]


def test_what_goes_on_behind_an_owned_predicate_is_the_subjects() -> None:
    found = tree(
        "Chad/PROPN/5/nsubj is/be/AUX/5/cop Niger/PROPN/5/nmod:poss 's/PART/3/case ally/NOUN/0/root "
        "and/CCONJ/7/cc sent/send/VERB/5/conj;VerbForm=Fin troops/troop/NOUN/7/obj "
        "hosting/host/VERB/5/advcl;VerbForm=Ger"
    )
    assert slots(found, "send")["subject"] == ["Chad"]
    assert slots(found, "host")["subject"] == ["Chad"]
