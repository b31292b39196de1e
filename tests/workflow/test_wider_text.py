"""Parties that only the sentences around an act give."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

Told = tuple[str, str, str]  # type, actors, recipients

CASES: list[tuple[str, Told]] = [
    # roles without a state
    ("Kenya's president accused Sudan of fraud. He flew home on Monday. Police arrested forty people in Kisumu.", ("COERCE", "KEN-COP", "KEN")),
    ("The Malian army left the town on Monday. France praised the withdrawal. On Friday the army shelled a village.", ("ASSAULT", "MLI-MIL", "")),
    ("Chad's military government expelled a French envoy. The junta arrested nine journalists.", ("COERCE", "TCD", "TCD-JRN")),
    ("Rebels in Yemen fired at a Saudi tanker. The rebels shelled the port of Hodeidah.", ("ASSAULT", "YEM-REB", "YEM")),
    # whom a sentence goes on about
    ("The Somali army retook the town of Adale on Sunday. Since then it has arrested sixty men.", ("COERCE", "SOM-MIL", "")),
    ("Militants in Niger attacked a market. On Monday they ambushed a French convoy.", ("ASSAULT", "NER-REB", "FRA-MIL")),
    ("Peru recalled its envoy from Chile. It also closed the border with Bolivia.", ("COERCE", "PER", "BOL")),
    ("Chad and Niger left the bloc in March. They have expelled French diplomats.", ("SANCTION", "TCD+NER", "FRA")),
    # two who were named
    ("Ethiopia and Sudan closed the border. Egypt urged the two to talk.", ("REQUEST", "EGY", "ETH+SDN")),
    ("Oman and Qatar signed a pact. Kuwait praised the former and Bahrain criticised the latter.", ("ACCUSE", "BHR", "QAT")),
    ("Mali accused Niger of theft. The two countries held talks in Lome.", ("CONSULT", "MLI+NER", "")),
    ("Iran and Oman fell out over gas. Qatar spoke to both, and the latter closed its embassy in Tehran.", ("SANCTION", "OMN", "IRN")),
    ("Mali and Niger fell out. Both sides tried to calm the dispute. Their trade ministers spoke by telephone.", ("CONSULT", "MLI+NER", "")),
    ("Chad and Niger left the bloc. Their foreign ministers met in Lome.", ("CONSULT", "TCD+NER", "")),
    # who fights whom, and where
    ("Niger broke relations with Ukraine, saying that it had helped the rebels who ambushed Malian soldiers.", ("ASSAULT", "MLI-REB", "MLI-MIL")),
    ("Russia praised Niger. In Mali, the army bombed the town of Gao.", ("ASSAULT", "MLI-MIL", "MLI")),
    ("Australia praised Norway. Security forces have killed forty protesters in Khartoum.", ("ASSAULT", "SDN-MIL", "SDN")),
    # who does it beside its doer
    ("Together with Mali, Chad closed the border with Niger.", ("COERCE", "TCD+MLI", "NER")),
    ("Chad, along with Mali, expelled French diplomats.", ("SANCTION", "TCD+MLI", "FRA")),
    ("The junta in Mali expelled a French envoy. Its counterpart in Niamey arrested forty men.", ("COERCE", "NER", "")),
    # beside a noun that tells who it is
    ("Its neighbour Finland accused Russia of theft.", ("ACCUSE", "FIN", "RUS")),
    # the one beside whom somebody is set
    ("Finland will close its border with Russia, accusing its eastern neighbour of theft.", ("ACCUSE", "FIN", "RUS")),
    ("Nepal imports its petrol from India and blames its southern neighbour for a blockade.", ("ACCUSE", "NPL", "IND")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_the_report_around_an_act_gives_its_party(text: str, expected: Told) -> None:
    made = [
        (e.type, "+".join(filter(None, (p.code for p in e.actor))),
         "+".join(filter(None, (p.code for p in e.recipient))))
        for e in read(text).events
    ]  # fmt: skip
    assert expected in made


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Chad handed the list to Mali and to Niger. It arrested forty men.", id="others-addressed"),
        pytest.param("Chad and Mali fell out. The army arrested forty men.", id="two-armies"),
        pytest.param("Chad accused Mali. An army arrested forty men.", id="some-army"),
        pytest.param("Mali met Niger and Chad. The neighbour arrested forty men.", id="one-of-three-neighbours"),
        pytest.param("Mali and Niger fell out. Their neighbours arrested forty men.", id="neighbours-of-both"),
        pytest.param("Mali signed a treaty. It includes forty islands.", id="a-treaty"),
    ],
)  # fmt: skip
def test_where_two_could_be_meant_nobody_is(text: str) -> None:
    assert not [e for e in read(text).events if e.type == "COERCE" and any(p.code for p in e.actor)]


@pytest.mark.parametrize(
    ("sentence", "recipients"),
    [
        ("Germany agreed to take in children from Greek camps.", {"GRC"}),
        ("Chad's threat to expel Sudanese refugees was heard.", {"SDN"}),
        ("Chad agreed to open the archive and thanked Niger.", set()),
        ("Chad agreed, with help from Niger, to open the archive.", set()),
    ],
)
def test_the_one_other_in_a_predicate_is_concerned(sentence: str, recipients: set[str]) -> None:
    made = [e for e in read(sentence).events if e.type in ("AGREE", "THREATEN")]
    assert {p.country for e in made for p in e.recipient} - {None} == recipients
