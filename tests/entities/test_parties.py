from __future__ import annotations

import pytest

from dragoman.clauses.clause import Sentence
from dragoman.entities.actor import Party
from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from reports import Report
from trees import text_of, tree


def resolver(*sentences: Sentence) -> Resolver:
    """A resolver over one sentence; more than one must not overlap in characters."""
    made = Resolver(text_of(sentences[0]), find_mentions(text_of(sentences[0])))
    made.learn(sentences)
    return made


def party(notation: str, word: str) -> Party | None:
    sentence = tree(notation)
    head = next(t.i for t in sentence.tokens if t.text == word)
    return resolver(sentence).party(sentence, head)


@pytest.mark.parametrize(
    ("notation", "word", "code"),
    [
        pytest.param("Iran/PROPN/2/nsubj fell/fall/VERB/0/root", "Iran", "IRN", id="state"),
        pytest.param(
            "the/DET/2/det Kremlin/PROPN/3/nsubj spoke/speak/VERB/0/root",
            "Kremlin",
            "RUS",
            id="metonym",
        ),
        pytest.param(
            "Iranian/ADJ/2/amod soldiers/soldier/NOUN/3/nsubj fell/fall/VERB/0/root",
            "soldiers",
            "IRN-MIL",
            id="role-with-demonym",
        ),
        pytest.param(
            "rebels/rebel/NOUN/4/nsubj in/ADP/3/case Mali/PROPN/1/nmod fell/fall/VERB/0/root",
            "rebels",
            "MLI-REB",
            id="role-in-a-place",
        ),
        pytest.param(
            "thousands/thousand/NOUN/5/nsubj of/ADP/4/case Russian/ADJ/4/amod soldiers/soldier/NOUN/1/nmod fell/fall/VERB/0/root",
            "thousands",
            "RUS-MIL",
            id="portion",
        ),
        pytest.param(
            "Iran/PROPN/4/nmod:poss 's/PART/1/case foreign/ADJ/4/amod minister/NOUN/5/nsubj left/leave/VERB/0/root",
            "minister",
            "IRN",
            id="minister-is-the-state",
        ),
        pytest.param(
            "Hezbollah/PROPN/2/nsubj fell/fall/VERB/0/root",
            "Hezbollah",
            "LBN-REB",
            id="armed-group",
        ),
        pytest.param(
            "the/DET/3/det European/ADJ/3/amod Union/PROPN/4/nsubj met/meet/VERB/0/root",
            "Union",
            "EUR",
            id="organisation",
        ),
    ],
)
def test_a_phrase_stands_for_its_actor(notation: str, word: str, code: str) -> None:
    found = party(notation, word)
    assert found is not None
    assert found.code == code


def test_a_thing_of_a_state_is_marked_as_owned() -> None:
    found = party(
        "Russian/ADJ/2/amod assets/asset/NOUN/3/nsubj:pass froze/freeze/VERB/0/root", "assets"
    )
    assert found is not None
    assert (found.code, found.kind) == ("RUS", "owner")


def test_a_role_without_a_state_has_no_code() -> None:
    found = party("rebels/rebel/NOUN/2/nsubj fell/fall/VERB/0/root", "rebels")
    assert found is not None
    assert (found.code, found.sector) == (None, "REB")


def test_a_person_named_jordan_is_no_state() -> None:
    found = party("Michael/PROPN/3/nsubj Jordan/PROPN/1/flat won/win/VERB/0/root", "Michael")
    assert found is not None
    assert found.code is None


def test_what_is_no_actor_stands_for_nobody() -> None:
    assert party("prices/price/NOUN/2/nsubj fell/fall/VERB/0/root", "prices") is None


def test_an_introduced_person_keeps_the_state() -> None:
    sentence = tree(
        "The/DET/3/det Iranian/ADJ/3/amod minister/NOUN/7/nsubj ,/PUNCT/5/punct Rostami/PROPN/3/appos ,/PUNCT/5/punct "
        "left/leave/VERB/0/root ./PUNCT/7/punct Rostami/PROPN/10/nsubj returned/return/VERB/7/parataxis"
    )
    made = resolver(sentence)
    found = made.party(sentence, 8)
    assert found is not None
    assert found.code == "IRN"


class TestPronouns:
    def test_his_country_is_the_ministers(self) -> None:
        sentence = tree(
            "Iran/PROPN/3/nmod:poss 's/PART/1/case minister/NOUN/4/nsubj denied/deny/VERB/0/root that/SCONJ/8/mark "
            "his/PRON/7/nmod:poss country/NOUN/8/nsubj sold/sell/VERB/4/ccomp arms/arm/NOUN/8/obj"
        )
        found = resolver(sentence).party(sentence, 6)
        assert found is not None
        assert found.code == "IRN"

    def test_it_between_two_states_is_nobody_when_the_nearest_does_not_fit(self) -> None:
        sentence = tree(
            "Iran/PROPN/2/nsubj said/say/VERB/0/root minister/NOUN/4/nsubj knew/know/VERB/2/ccomp it/PRON/6/nsubj fell/fall/VERB/4/ccomp"
        )
        assert resolver(sentence).party(sentence, 4) is None

    def test_a_bare_government_with_two_states_around_is_nobodys(self) -> None:
        sentence = tree(
            "Iran/PROPN/2/nsubj met/meet/VERB/0/root Russia/PROPN/2/obj and/CCONJ/6/cc the/DET/6/det government/NOUN/7/nsubj fell/fall/VERB/2/conj"
        )
        found = resolver(sentence).party(sentence, 5)
        assert found is not None
        assert found.code is None

    def test_a_bare_government_with_one_state_around_is_its(self) -> None:
        sentence = tree(
            "Crowds/crowd/NOUN/2/nsubj marched/march/VERB/0/root in/ADP/4/case Iran/PROPN/2/obl and/CCONJ/7/cc the/DET/7/det government/NOUN/8/nsubj fell/fall/VERB/2/conj"
        )
        found = resolver(sentence).party(sentence, 6)
        assert found is not None
        assert found.code == "IRN"

    def test_both_countries_are_the_last_pair(self) -> None:
        sentence = tree(
            "Iran/PROPN/4/nsubj and/CCONJ/3/cc Russia/PROPN/1/conj met/meet/VERB/0/root ,/PUNCT/8/punct both/DET/7/det countries/country/NOUN/8/nsubj said/say/VERB/4/parataxis"
        )
        assert {p.code for p in resolver(sentence).parties(sentence, 6)} == {"IRN", "RUS"}

    def test_a_phrase_does_not_name_its_own_owner(self) -> None:
        sentence = tree(
            "allies/ally/NOUN/4/nsubj of/ADP/3/case his/PRON/1/nmod fell/fall/VERB/0/root"
        )
        made = resolver(sentence)
        assert made.party(sentence, 2) is None

    def test_pronouns_in_a_strange_tree_find_nobody(self) -> None:
        sentence = tree(
            "men/man/NOUN/2/nsubj fell/fall/VERB/0/root his/PRON/4/nmod:poss men/man/NOUN/2/nsubj its/PRON/4/nmod:poss"
        )
        made = resolver(sentence)
        assert made.party(sentence, 2) is None

    def test_one_of_two_does_not_stand_for_both(self) -> None:
        sentence = tree(
            "Chad/PROPN/4/nsubj and/CCONJ/3/cc Niger/PROPN/1/conj closed/close/VERB/0/root "
            "their/PRON/6/nmod:poss border/NOUN/4/obj"
        )
        assert resolver(sentence).party(sentence, 4) is None


class TestWhoActsOnWhom:
    def test_what_a_state_attacks_is_not_its_own(self) -> None:
        found = party(
            "Russia/PROPN/2/nsubj attacked/attack/VERB/0/root the/DET/4/det convoy/NOUN/2/obj",
            "convoy",
        )
        assert found is not None
        assert (found.code, found.sector) == (None, "MIL")

    def test_nor_where_the_verb_is_passive(self) -> None:
        found = party(
            "the/DET/2/det convoy/NOUN/6/nsubj:pass near/ADP/4/case Kyiv/PROPN/2/nmod was/AUX/6/aux:pass "
            "attacked/attack/VERB/0/root by/ADP/8/case Ukraine/PROPN/6/obl:agent",
            "convoy",
        )
        assert found is None or found.code is None

    def test_whom_a_state_arrests_is_often_its_own(self) -> None:
        found = party(
            "China/PROPN/2/nsubj arrested/arrest/VERB/0/root protesters/protester/NOUN/2/obj",
            "protesters",
        )
        assert found is not None
        assert found.code == "CHN-CVL"

    def test_the_army_overthrows_its_own_government(self) -> None:
        sentence = (
            "Mali/PROPN/3/nmod:poss 's/PART/1/case army/NOUN/4/nsubj ousted/oust/VERB/0/root the/DET/6/det "
            "government/NOUN/4/obj"
        )
        found = party(sentence, "government")
        assert found is not None
        assert found.code == "MLI"

    def test_a_people_rises_against_its_government(self) -> None:
        found = party(
            "Syrians/PROPN/2/nsubj fought/fight/VERB/0/root the/DET/4/det government/NOUN/2/obj",
            "government",
        )
        assert found is not None
        assert found.code == "SYR"


def test_a_spokesman_whose_surname_is_a_common_word_speaks_for_his_state() -> None:
    found = party(
        "State/PROPN/2/compound Department/PROPN/3/compound spokesman/NOUN/4/nmod:desc Ned/PROPN/5/compound "
        "Price/price/NOUN/6/nsubj spoke/speak/VERB/0/root",
        "Price",
    )
    assert found is not None
    assert found.code == "USA"


def test_a_make_of_aircraft_acts_for_its_owner() -> None:
    found = party("Turkish/ADJ/2/amod F-16s/PROPN/3/nsubj fired/fire/VERB/0/root", "F-16s")
    assert found is not None
    assert found.code == "TUR-MIL"


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        pytest.param("", "", {"USA"}, id="bare"),
        pytest.param("Vatican/PROPN/{}/compound ", "", {"VAT"}, id="said-to-be-anothers"),
        pytest.param("", "for/ADP/{}/case Trade/PROPN/{}/nmod ", {None}, id="another-office"),
    ],
)
def test_a_title_of_one_state_alone_is_its_own(
    before: str, after: str, codes: set[str | None]
) -> None:
    at = 2 if before else 1
    report = Report(
        before.format(at)
        + f"Secretary/PROPN/{at + 3 + 2 * bool(after)}/nsubj of/ADP/{at + 2}/case State/PROPN/{at}/nmod "
        + after.format(at + 4, at)
        + "spoke/speak/VERB/0/root"
    )
    assert report.codes("Secretary") == codes
