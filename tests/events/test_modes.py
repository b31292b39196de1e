"""Every mode that a sense gives is one that PLOVER has for its type."""

from __future__ import annotations

from dragoman.events.event import TYPES
from dragoman.events.senses import load_lexicon, load_scores

#: Modes by type: those of the codebook of PLOVER 2.0, and after the bar those that only data
#: released under its name have.
MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign | return",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence | ban",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber | ban",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives "
    "suicide-attack aerial drone heavy-weapons crowd-control unconventional "
    "| execute assassinate cleansing massacre sideAB",
}


def allowed(type_: str) -> set[str]:
    return set(MODES[type_].replace("|", " ").split())


def test_every_mode_of_a_sense_belongs_to_its_type() -> None:
    strange = [
        (s.id, s.mode) for s in load_lexicon().senses if s.mode and s.mode not in allowed(s.type)
    ]
    assert strange == []


def test_every_scored_mode_belongs_to_its_type() -> None:
    assert [k for k in load_scores() if k[1] and k[1] not in allowed(k[0])] == []


def test_every_mode_of_the_codebook_but_one_has_a_score() -> None:
    codebook = {(t, m) for t in TYPES for m in MODES[t].partition("|")[0].split()}
    assert codebook - set(load_scores()) == {("PROTEST", "vandalize")}
