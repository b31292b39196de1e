from __future__ import annotations

from claims import read


def rows(notation: str) -> list[tuple[str, str, str]]:
    text, claims = read(notation)
    return [(c.speaker.text, c.cue.of(text), c.content.of(text)) for c in claims]


def test_what_follows_an_opening_aside_is_said() -> None:
    assert rows(
        "As/SCONJ/3/mark Reuters/PROPN/3/nsubj reported/report/VERB/7/advcl ,/PUNCT/3/punct "
        "the/DET/6/det talks/talk/NOUN/7/nsubj failed/fail/VERB/0/root"
    ) == [("Reuters", "reported", "the talks failed")]


def test_as_he_spoke_tells_what_happened_meanwhile() -> None:
    assert (
        rows(
            "As/SCONJ/3/mark protesters/protester/NOUN/3/nsubj shouted/shout/VERB/7/advcl ,/PUNCT/3/punct "
            "the/DET/6/det talks/talk/NOUN/7/nsubj failed/fail/VERB/0/root"
        )
        == []
    )


def test_a_noun_before_that_may_be_a_verb_of_saying() -> None:
    assert rows(
        "Scholars/scholar/NOUN/2/compound;Number=Plur caution/NOUN/0/root that/SCONJ/5/mark "
        "turnout/NOUN/5/nsubj fell/fall/VERB/2/acl sharply/ADV/5/advmod"
    ) == [("Scholars", "caution", "that turnout fell sharply")]


def test_a_noun_of_saying_after_a_singular_stays_a_noun() -> None:
    assert (
        rows(
            "Party/NOUN/2/compound;Number=Sing caution/NOUN/6/nsubj that/PRON/4/nsubj "
            "paid/pay/VERB/2/acl:relcl off/ADP/4/compound:prt won/win/VERB/0/root"
        )
        == []
    )


def test_according_to_at_the_end_speaks_for_the_whole_sentence() -> None:
    assert rows(
        "Troops/troop/NOUN/2/nsubj left/leave/VERB/0/root Mali/PROPN/2/obj ,/PUNCT/5/punct "
        "flying/fly/VERB/2/advcl home/ADV/5/advmod ,/PUNCT/5/punct according/VERB/10/case to/ADP/8/fixed "
        "Oman/PROPN/5/obl ./PUNCT/2/punct"
    ) == [("Oman", "according to", "Troops left Mali , flying home")]


def test_but_before_according_to_is_not_said() -> None:
    assert rows(
        "But/CCONJ/7/cc according/VERB/4/case to/ADP/2/fixed Oman/PROPN/7/obl ,/PUNCT/4/punct "
        "troops/troop/NOUN/7/nsubj left/leave/VERB/0/root"
    ) == [("Oman", "according to", "troops left")]


def test_a_survey_shows_what_somebody_does() -> None:
    assert rows(
        "Images/image/NOUN/2/nsubj show/VERB/0/root troops/troop/NOUN/2/obj digging/dig/VERB/2/advcl "
        "trenches/trench/NOUN/4/obj"
    ) == [("Images", "show", "troops digging trenches")]


def test_what_somebody_shows_is_no_claim_unless_it_is_a_writing() -> None:
    assert (
        rows("Oman/PROPN/2/nsubj showed/show/VERB/0/root little/ADJ/4/amod interest/NOUN/2/obj")
        == []
    )


def test_made_clear_is_a_cue() -> None:
    assert rows(
        "Oman/PROPN/2/nsubj made/make/VERB/0/root clear/ADJ/2/xcomp that/SCONJ/6/mark it/PRON/6/nsubj "
        "won/win/VERB/2/ccomp"
    ) == [("Oman", "made", "that it won")]


def test_a_rejected_offer_is_an_act_and_a_rejected_claim_a_denial() -> None:
    shape = "Oman/PROPN/2/nsubj rejected/reject/VERB/0/root the/DET/4/det {}/NOUN/2/obj"
    assert rows(shape.format("offer")) == []
    assert rows(shape.format("claim")) == [("Oman", "rejected", "the claim")]


def test_whoever_stands_next_to_the_cue_adds_it() -> None:
    text, (claim,) = read(
        "The/DET/2/det border/NOUN/5/nsubj ,/PUNCT/2/punct they/PRON/5/nsubj added/add/VERB/0/root "
        ",/PUNCT/5/punct remains/remain/VERB/5/ccomp shut/shut/ADJ/7/xcomp"
    )
    assert (claim.speaker.text, claim.content.of(text)) == ("they", "remains shut")


def test_a_participle_that_a_tree_takes_for_the_verb_describes_the_speaker() -> None:
    past = "Tense=Past|VerbForm=Fin"
    assert (
        rows(
            f"A/DET/2/det memo/NOUN/3/nsubj filed/file/VERB/5/ccomp;{past} Thursday/PROPN/3/obl "
            f"says/say/VERB/0/root;VerbForm=Fin that/SCONJ/8/mark troops/troop/NOUN/8/nsubj left/leave/VERB/5/ccomp;{past} "
            "the/DET/10/det port/NOUN/8/obj"
        )[0][2]
        == "that troops left the port"
    )
