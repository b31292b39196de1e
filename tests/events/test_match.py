from __future__ import annotations

import pytest

from dragoman.clauses.clause import Sentence
from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft
from dragoman.events.match import Scene
from dragoman.events.senses import Lexicon, Sense, load_lexicon
from trees import text_of, tree


def sense(id_: str, lemma: str, type_: str, **other: object) -> Sense:
    """A sense with the almanac's defaults; *where* maps a slot to (wanted, unwanted)."""
    where = other.pop("where", {})
    assert isinstance(where, dict)
    values: dict[str, object] = {
        "kind": "verb", "mode": None, "actor": ("subject",), "recipient": ("object",),
        "reciprocal": False, "inner": (), "needs": None, "yes": (), "no": (), **other,
    }  # fmt: skip
    slots = tuple((slot, frozenset(a), frozenset(b)) for slot, (a, b) in where.items())
    return Sense(id=id_, lemmas=(lemma,), type=type_, where=slots, **values)  # type: ignore[arg-type]


def lexicon(*senses: Sense) -> Lexicon:
    index: dict[tuple[str, str], tuple[Sense, ...]] = {}
    for one in senses:
        key = (one.kind, one.lemmas[0])
        index[key] = (*index.get(key, ()), one)
    return Lexicon(senses, index, load_lexicon().light, load_lexicon().governors)


def resolver_of(sentence: Sentence) -> Resolver:
    text = text_of(sentence)
    made = Resolver(text, find_mentions(text))
    made.learn([sentence])
    return made


def drafts(notation: str, *senses: Sense, before: tuple[Draft, ...] = ()) -> list[Draft]:
    sentence = tree(notation)
    scene = Scene(sentence, resolver_of(sentence), lexicon(*senses), before)
    return list(scene.drafts().values())


def codes(draft: Draft) -> tuple[list[str | None], list[str | None]]:
    return [p.code for p in draft.actor], [p.code for p in draft.recipient]


STRUCK = (
    "Ukraine/PROPN/2/nsubj struck/strike/VERB/0/root a/DET/4/det refinery/NOUN/2/obj "
    "in/ADP/6/case Russia/PROPN/2/obl"
)


def test_a_recipient_without_a_code_does_not_hide_a_known_one() -> None:
    strike = sense("assault.strike", "strike", "ASSAULT", recipient=("object", "in"))
    (made,) = drafts(STRUCK, strike)
    assert codes(made) == (["UKR"], ["RUS"])


def test_a_phrase_of_time_is_no_slot() -> None:
    gave = sense("concede.give-in", "give in", "CONCEDE", recipient=("in",))
    notation = (
        "Spain/PROPN/2/nsubj gave/give/VERB/0/root in/ADP/4/case 1970/NUM/2/obl"  # no particle
    )
    assert drafts(notation, gave) == []


MUST = "Kyiv/PROPN/2/nsubj said/say/VERB/0/root Moscow/PROPN/5/nsubj {aux} leave/VERB/2/ccomp"


@pytest.mark.parametrize(
    ("aux", "found"),
    [
        pytest.param("must/AUX/5/aux", True, id="must"),
        pytest.param("should/AUX/5/aux", True, id="should"),
        pytest.param("will/AUX/5/aux", False, id="will"),
    ],
)
def test_obliged_asks_what_somebody_must_do(aux: str, found: bool) -> None:
    must = sense(
        "request.must", "say", "REQUEST",
        where={"clause": (["@obliged"], [])}, recipient=("clause.subject",),
    )  # fmt: skip
    made = drafts(MUST.format(aux=aux), must)
    assert [codes(d) for d in made] == ([(["UKR"], ["RUS"])] if found else [])


@pytest.mark.parametrize(
    ("word", "found"),
    [
        pytest.param("Silva/PROPN/2/obj", True, id="a-name"),
        pytest.param("minister/NOUN/2/obj", True, id="a-minister"),
        pytest.param("taxi/NOUN/2/obj", False, id="a-taxi"),
        pytest.param("Chile/PROPN/2/obj", False, id="a-state"),
    ],
)
def test_person_asks_for_a_single_human(word: str, found: bool) -> None:
    call = sense("consult.call", "call", "CONSULT", where={"object": (["@person"], [])})
    made = drafts(f"Brazil/PROPN/2/nsubj called/call/VERB/0/root {word}", call)
    assert bool(made) == found


def test_a_hostile_complement_can_be_refused() -> None:
    attack = sense("assault.attack", "attack", "ASSAULT")
    decide = sense("agree.decide", "decide", "AGREE", where={"clause": ([], ["@hostile"])})
    notation = (
        "Chad/PROPN/2/nsubj decided/decide/VERB/0/root to/PART/4/mark "
        "attack/VERB/2/xcomp;VerbForm=Inf Niger/PROPN/4/obj"
    )
    assert [d.sense.id for d in drafts(notation, attack, decide)] == ["assault.attack"]


def test_a_refusal_answers_whoever_asked() -> None:
    ask = sense("request.ask", "ask", "REQUEST")
    decline = sense("reject.decline", "decline", "REJECT", recipient=())
    asked = drafts("Ethiopia/PROPN/2/nsubj asked/ask/VERB/0/root Egypt/PROPN/2/obj", ask)
    (made,) = drafts(
        "Egypt/PROPN/2/nsubj declined/decline/VERB/0/root the/DET/4/det request/NOUN/2/obj",
        decline,
        before=tuple(asked),
    )
    assert codes(made) == (["EGY"], ["ETH"])


def test_a_refusal_of_something_new_answers_nobody() -> None:
    ask = sense("request.ask", "ask", "REQUEST")
    decline = sense("reject.decline", "decline", "REJECT", recipient=())
    asked = drafts("Ethiopia/PROPN/2/nsubj asked/ask/VERB/0/root Egypt/PROPN/2/obj", ask)
    (made,) = drafts(
        "Egypt/PROPN/2/nsubj declined/decline/VERB/0/root a/DET/4/det request/NOUN/2/obj",
        decline,
        before=tuple(asked),
    )
    assert codes(made) == (["EGY"], [])


def test_the_doer_of_what_is_lifted_lifts_it() -> None:
    curb = sense("sanction.noun", "sanction", "SANCTION", kind="noun", recipient=("against",))
    lift = sense("concede.lift", "lift", "CONCEDE", actor=("subject", "object.doer"),
                 recipient=("against",), where={"object": (["sanction"], [])})  # fmt: skip
    made = drafts(
        "Turkish/ADJ/2/amod sanctions/sanction/NOUN/6/nsubj:pass against/ADP/4/case "
        "Oman/PROPN/2/nmod were/be/AUX/6/aux:pass lifted/lift/VERB/0/root",
        curb,
        lift,
    )
    assert [(d.sense.id, *codes(d)) for d in made] == [("concede.lift", ["TUR"], ["OMN"])]


def test_two_phrases_for_one_state_are_one_party() -> None:
    meet = sense("consult.meet", "meet", "CONSULT", reciprocal=True, recipient=("with",))
    (made,) = drafts(
        "Iranian/ADJ/2/amod envoys/envoy/NOUN/5/nsubj and/CCONJ/4/cc Iran/PROPN/2/conj "
        "met/meet/VERB/0/root with/ADP/7/case Oman/PROPN/5/obl",
        meet,
    )
    assert codes(made)[0] == ["IRN", "OMN"]


def test_trials_say_which_slot_was_not_met() -> None:
    sell = sense("aid.sell", "sell", "AID", where={"object": (["drone"], [])})
    sentence = tree("Iran/PROPN/2/nsubj sold/sell/VERB/0/root carpets/carpet/NOUN/2/obj")
    scene = Scene(sentence, resolver_of(sentence), lexicon(sell))
    (clause,) = [c for c in sentence.clauses if c.lemma == "sell"]
    (trial,) = scene.trials(clause)
    assert trial.unmet == ("object",)
    likeliest = scene.likeliest(clause)
    assert likeliest is not None
    assert likeliest.sense.id == "aid.sell"


def test_a_sense_that_needs_both_sides_is_silent_without_one() -> None:
    help_ = sense("aid.help", "help", "AID", needs="both")
    notation = "Rescuers/rescuer/NOUN/2/nsubj helped/help/VERB/0/root Turkey/PROPN/2/obj"
    assert drafts(notation, help_) == []


def test_words_asks_for_a_word_anywhere_below() -> None:
    send = sense(
        "aid.send", "send", "AID",
        where={"object": (["soldier"], []), "words": (["peacekeeping"], [])}, recipient=("to",),
    )  # fmt: skip
    plain = "Chad/PROPN/2/nsubj sent/send/VERB/0/root soldiers/soldier/NOUN/2/obj to/ADP/5/case Mali/PROPN/2/obl"
    mission = " on/ADP/8/case peacekeeping/NOUN/8/compound duty/NOUN/2/obl"
    assert drafts(plain, send) == []
    assert [codes(d) for d in drafts(plain + mission, send)] == [(["TCD"], ["MLI"])]


def carried(notation: str) -> list[Draft]:
    return drafts(
        notation, sense("sanctions", "sanction", "SANCTION", kind="noun", recipient=("on",))
    )


def test_a_light_verb_behind_its_noun_names_both_sides() -> None:
    (made,) = carried(
        "Sanctions/sanction/NOUN/0/root imposed/impose/VERB/1/acl;Tense=Past|VerbForm=Part by/ADP/4/case "
        "Chad/PROPN/2/obl:agent on/ADP/6/case Oman/PROPN/2/obl"
    )
    assert codes(made) == (["TCD"], ["OMN"])


def test_a_verb_with_a_particle_is_light_only_with_it() -> None:
    (made,) = carried(
        "Chad/PROPN/2/nsubj held/hold/VERB/0/root up/ADP/2/compound:prt sanctions/sanction/NOUN/2/obj "
        "on/ADP/6/case Oman/PROPN/4/nmod"
    )
    assert codes(made) == ([], ["OMN"])


HELPED = (
    "Chad/PROPN/2/nsubj {}/VERB/0/root Mali/PROPN/2/obj by/SCONJ/5/mark sending/send/VERB/2/advcl "
    "trucks/truck/NOUN/5/obj"
)


@pytest.mark.parametrize(
    ("verb", "recipient"),
    [pytest.param("helped/help", ["MLI"], id="way"), pytest.param("angered/anger", [], id="cause")],
)
def test_a_gift_that_is_the_way_to_help_goes_to_whom_it_helps(
    verb: str, recipient: list[str | None]
) -> None:
    (made,) = drafts(HELPED.format(verb), sense("aid.send", "send", "AID", recipient=("to",)))
    assert codes(made) == (["TCD"], recipient)


DEAL = (
    "{}/PROPN/2/nsubj welcomed/welcome/VERB/0/root the/DET/4/det deal/NOUN/2/obj between/ADP/6/case "
    "Chad/PROPN/4/nmod and/CCONJ/8/cc Mali/PROPN/6/conj"
)


@pytest.mark.parametrize(
    ("judge", "types"),
    [
        pytest.param("Norway", ["AGREE", "SUPPORT"], id="others"),
        pytest.param("Chad", ["SUPPORT"], id="own"),
    ],
)
def test_what_others_did_stays_an_act_when_it_is_judged(judge: str, types: list[str]) -> None:
    welcome = sense(
        "support.welcome", "welcome", "SUPPORT", where={"object": (["deal"], [])},
        recipient=("between",),
    )  # fmt: skip
    deal = sense(
        "agree.deal", "deal", "AGREE", kind="noun", reciprocal=True, actor=("between",),
        recipient=("between",),
    )  # fmt: skip
    assert sorted(d.sense.type for d in drafts(DEAL.format(judge), welcome, deal)) == types


def test_whoever_does_something_with_help_is_helped() -> None:
    helping = sense(
        "aid.help", "help", "AID", kind="noun", actor=("object",), recipient=("helped",)
    )
    (made,) = drafts(
        "Mali/PROPN/2/nsubj won/win/VERB/0/root with/ADP/5/case the/DET/5/det help/NOUN/2/obl "
        "of/ADP/7/case Chad/PROPN/5/nmod",
        helping,
    )
    assert codes(made) == (["TCD"], ["MLI"])


@pytest.mark.parametrize(
    ("verb", "found"),
    [
        pytest.param("submitted/submit", ["MWI"], id="put-by-its-maker"),
        pytest.param("hated/hate", [], id="not-put"),
    ],
)
def test_a_plan_that_somebody_put_forward_is_his(verb: str, found: list[str]) -> None:
    reject = sense("reject.offer", "reject", "REJECT")
    notation = (
        f"Zambia/PROPN/2/nsubj rejected/reject/VERB/0/root plans/plan/NOUN/2/obj {verb}/VERB/3/acl;Tense=Past|VerbForm=Part "
        "by/ADP/6/case Malawi/PROPN/4/obl:agent"
    )
    (made,) = drafts(notation, reject)
    assert [p.code for p in made.recipient if p.known] == found
