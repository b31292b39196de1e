"""Whom an act falls on that a report names beside it: in the clause before, by a pronoun, by "both"."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

Told = tuple[str, str, str, str]  # type, actors, recipients, status

CASES: list[tuple[str, list[Told]]] = [
    # a semicolon parts the sides
    ("The ruling was hailed by Oman and Jordan; Spain and Ireland condemned Israel.", [("SUPPORT", "OMN+JOR", "", "actual"), ("ACCUSE", "ESP+IRL", "ISR", "actual")]),
    ("Chad recalled its envoy; Mali, Niger and Togo condemned Benin.", [("SANCTION", "TCD", "", "actual"), ("ACCUSE", "MLI+NER+TGO", "BEN", "actual")]),
    # a date before the subject
    ("On 20 August Latvia, Lithuania and Estonia imposed sanctions on Belarus.", [("SANCTION", "LVA+LTU+EST", "BLR", "actual")]),
    ("In March France and Germany accused Iran of theft.", [("ACCUSE", "FRA+DEU", "IRN", "actual")]),
    # what somebody calls something
    ("Canada condemned what it described as an attack on Mali by Chad.", [("ACCUSE", "CAN", "TCD", "actual"), ("ASSAULT", "TCD", "MLI", "actual")]),
    ("Iran denounced what it called Israel's aggression against Lebanon.", [("ACCUSE", "IRN", "ISR", "actual"), ("ASSAULT", "ISR", "LBN", "actual")]),
    # the object of the verb before
    ("China accused Manila of trespassing and urged it to leave.", [("ACCUSE", "CHN", "PHL", "actual"), ("REQUEST", "CHN", "PHL", "actual")]),
    ("Finland and Sweden applied. Turkey condemned the two countries' decision.", [("ACCUSE", "TUR", "FIN+SWE", "actual")]),
    ("Finland and Sweden applied on Monday, but Turkey objects to their accession.", [("ACCUSE", "TUR", "FIN+SWE", "actual")]),
    ("Norway and Denmark closed an embassy. Joe Biden received the leaders of the two countries.", [("SANCTION", "NOR+DNK", "", "actual"), ("CONSULT", "USA", "NOR+DNK", "actual")]),
    # verbs that go on as they began
    ("The Chinese minister denounced the Western measures and called on France to stop.", [("ACCUSE", "CHN", "WST", "actual"), ("REQUEST", "CHN", "FRA", "actual")]),
    ("The minister of Latvia had spoken by telephone with Olaf Scholz.", [("CONSULT", "LVA", "DEU", "actual")]),
    ("Lukashenko charged NATO with massing troops.", [("ACCUSE", "BLR", "NATO", "actual"), ("MOBILIZE", "NATO", "", "actual")]),
    # what is arranged is still to come
    ("The Philippine president is due to travel to Tokyo.", [("CONSULT", "PHL", "JPN", "possible")]),
    ("The Philippine president is to visit Tokyo.", [("CONSULT", "PHL", "JPN", "possible")]),
    # who did as another had done
    ("Canada criticised Iran; so did Italy.", [("ACCUSE", "CAN", "IRN", "actual"), ("ACCUSE", "ITA", "IRN", "actual")]),
    ("Mali broke off relations with Ukraine, and so has Niger.", [("SANCTION", "MLI", "UKR", "actual"), ("SANCTION", "NER", "UKR", "actual")]),
    ("The United States froze its aid to Niger, and Canada followed suit.", [("SANCTION", "USA", "NER", "actual"), ("SANCTION", "CAN", "NER", "actual")]),
    ("Germany expelled two Russian diplomats. Poland did the same.", [("SANCTION", "DEU", "RUS", "actual"), ("SANCTION", "POL", "RUS", "actual")]),
    ("The EU blacklisted Chinese officials. The measures were matched by Canada.", [("SANCTION", "EUR", "CHN", "actual"), ("SANCTION", "CAN", "CHN", "actual")]),
    ("Kenya summoned the Chinese envoy, as Uganda had done on Monday.", [("ACCUSE", "KEN", "CHN", "actual"), ("ACCUSE", "UGA", "CHN", "actual")]),
    ("France, like Germany, condemned Mali.", [("ACCUSE", "FRA+DEU", "MLI", "actual")]),
    ("France condemned the raid by Chad, as did Niger.", [("ACCUSE", "FRA", "TCD", "actual"), ("ACCUSE", "NER", "TCD", "actual"), ("ASSAULT", "TCD", "", "actual")]),
    ("Kenya cut its ties with Sudan, as has Uganda.", [("SANCTION", "KEN", "SDN", "actual"), ("SANCTION", "UGA", "SDN", "actual")]),
    ("Chad sanctioned Mali, and Niger did so much good.", [("SANCTION", "TCD", "MLI", "actual")]),
    ("Chad sanctioned Mali, as France had urged it to do.", [("SANCTION", "TCD", "MLI", "actual"), ("REQUEST", "FRA", "TCD", "actual")]),
    ("Chad sanctioned Mali. Niger did nothing of the kind.", [("SANCTION", "TCD", "MLI", "actual")]),
    # who is refused
    ("Beijing urged Manila to tow away a warship, which the Philippines has refused to do.", [("REQUEST", "CHN", "PHL", "actual"), ("REJECT", "PHL", "CHN", "actual")]),
    ("Moscow cut gas deliveries to Finland over Helsinki's refusal to pay in roubles.", [("SANCTION", "RUS", "FIN", "actual"), ("REJECT", "FIN", "RUS", "actual")]),
    ("Algeria proposed a transition in Niger. The proposal was welcomed by Italy.", [("AGREE", "DZA", "NER", "actual"), ("SUPPORT", "ITA", "DZA", "actual")]),
    ("South Africa recalled its ambassador to Israel. Bolivia has gone further by breaking off relations.", [("SANCTION", "ZAF", "ISR", "actual"), ("SANCTION", "BOL", "ISR", "actual")]),
    ("Chad recalled its envoy to Mali, condemning the plan.", [("SANCTION", "TCD", "MLI", "actual"), ("ACCUSE", "TCD", "MLI", "actual")]),
    ("Chad recalled its envoy to Mali, and Niger condemned the plan.", [("SANCTION", "TCD", "MLI", "actual"), ("ACCUSE", "NER", "", "actual")]),
    ("South Africa recalled its ambassador to Israel. Chad took the same step.", [("SANCTION", "ZAF", "ISR", "actual"), ("SANCTION", "TCD", "ISR", "actual")]),
    ("Russia expelled 60 American diplomats in retaliation for similar moves by Washington.", [("SANCTION", "RUS", "USA", "actual"), ("SANCTION", "USA", "RUS", "actual")]),
    ("Japan asked the OPCW for access. The OPCW rejected the request.", [("REQUEST", "JPN", "IGO-OPCW", "actual"), ("REJECT", "IGO-OPCW", "JPN", "actual")]),
    ("Poland blamed Hungary for the delay. Hungary hit back, saying Warsaw had no right to complain.", [("ACCUSE", "POL", "HUN", "actual"), ("ACCUSE", "HUN", "POL", "actual")]),
    ("The EU imposed sanctions on China. Australia welcomed the sanctions.", [("SANCTION", "EUR", "CHN", "actual"), ("SUPPORT", "AUS", "EUR", "actual")]),
    # what somebody goes on to say
    ("China extended a loan to Argentina and is in talks with it.", [("AID", "CHN", "ARG", "actual"), ("CONSULT", "CHN+ARG", "", "actual")]),
    ("Latvia calls upon the Belarusian authorities to release Polish prisoners.", [("REQUEST", "LVA", "BLR", "actual"), ("RETREAT", "BLR", "POL-CVL", "requested")]),
    ("The Baltic states condemned Belarus.", [("ACCUSE", "EST+LVA+LTU", "BLR", "actual")]),
    ("Finland applied to join NATO.", [("REQUEST", "FIN", "NATO", "actual"), ("SUPPORT", "FIN", "NATO", "requested")]),
    # a text is not against whom it is about
    ("Cambodia vetoed a statement on the Chinese alert.", [("REJECT", "KHM", "", "actual")]),
    ("Hungary blocked a statement by the EU on China.", [("REJECT", "HUN", "EUR", "actual")]),
    ("India said Canada was hostile but urged it to pay.", [("ACCUSE", "IND", "CAN", "actual"), ("REQUEST", "IND", "CAN", "actual")]),
    ("Iran and Iraq quarrelled. Both sides thanked Oman.", [("SUPPORT", "IRN+IRQ", "OMN", "actual")]),
    ("Saudi Arabia broke off relations with Iran. Bahrain followed the Saudi example.", [("SANCTION", "SAU", "IRN", "actual"), ("SANCTION", "BHR", "IRN", "actual")]),
    ("Iran and Saudi Arabia made peace, seven years after Riyadh severed ties.", [("SUPPORT", "IRN+SAU", "", "actual"), ("SANCTION", "SAU", "IRN", "actual")]),
    ("The White House summoned ambassador Qin Gang.", [("ACCUSE", "USA", "CHN", "actual")]),
    # by whom and of what kind
    ("China broke off its dialogue with the United States.", [("SANCTION", "CHN", "USA", "actual")]),
    ("India gave a Canadian diplomat five days to leave.", [("SANCTION", "IND", "CAN", "actual")]),
]  # fmt: skip


@pytest.mark.parametrize(("report", "expected"), CASES, ids=[c[0] for c in CASES])
def test_both_sides_are_found(report: str, expected: list[Told]) -> None:
    made = [
        (e.type, "+".join(filter(None, (p.code for p in e.actor))),
         "+".join(filter(None, (p.code for p in e.recipient))), e.status)
        for e in read(report).events
    ]  # fmt: skip
    assert sorted(made) == sorted(expected)
