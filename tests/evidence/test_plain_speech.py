# Speech that charges, boasts, threatens or demands without a word for it, and what looks alike.
from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model

#: By stance: sentences that say one thing.
SENTENCES = {
    "accuses": [
        "“Iran is complicit in the suffering of these families,” the under secretary said.",
        "Ghana's foreign minister said Togo was behind the raid on the police post.",
        "“They have violated every single resolution that we have had,” the ambassador said.",
        "The ambassador said the blockade was inhumane and unjustified.",
        "The opposition leader complained that the commission had hidden the results.",
        "Peru called the arrest a dangerous provocation.",
        (
            "The president said his predecessor was “the greatest traitor in the history of "
            "the country”."
        ),
        "Sudan's envoy said Chad was fuelling the war with weapons.",
        "“Moscow is undermining the security of the whole continent,” the Polish president said.",
        "The opposition said the government had rigged the vote.",
        "The activist group argued that the shutdown was unconstitutional.",
        "“We condemn the attack,” the minister said.",
        "“I strongly condemn this barbaric act,” the president said.",
        "The spokesman said the allegations were an attempt to smear the country.",
        "“The regime is starving its own people,” the dissident said.",
        "“This list is another sign that the junta's amnesty is a sham,” the British minister said.",
        "“Such a pact must be seen as a grave threat,” the Japanese official said.",
        "“He betrayed the voters,” the senator said.",
        (
            "The foreign minister said Israel's strikes were a flagrant violation of "
            "international law."
        ),
    ],
    "asserts": [
        "“These talks show that the two nations are united,” the British minister said.",
        "The general said four militants were behind the wall when the shell landed.",
        "The interior ministry said 15 terrorists had been killed in the operation.",
        "The ministry said police had arrested two terrorists at the border.",
        "The president said his country had never recognised the annexation.",
        "“We do not know who is protecting us,” the teacher said.",
        "“We do not want war with anybody,” the minister said.",
        "The army said its units were not yet ready.",
        "The ministry said it had no information about the request.",
        "Residents said gunfire could still be heard at nightfall.",
        "“They need our gas more than we need their favours,” the lawmaker said.",
        "The spokesman said the soldiers needed three hours to reach the ridge.",
        "The analyst said no country had been hit harder than Yemen.",
        "The minister said talks with Iran were “useful”.",
        "“The talks were frank and constructive,” the envoy said.",
        "“We condemned the attack yesterday,” the minister said.",
        "“We welcome this decision,” the commissioner said.",
        "“We stand with Ukraine,” the prime minister said.",
        "The general said the attack destroyed two depots.",
        "The police said the attackers had shot two officers.",
        "The report said both sides had committed abuses.",
        "The monitors said the ceasefire was holding.",
        "The monitors said the ceasefire had been violated 40 times.",
    ],
    "denies": [
        "The spokesman said Oman was not behind the raid.",
        "“We have not sent any troops there,” the colonel said.",
        "The group said its fighters had not been within 40 kilometres of the crossing.",
        "The army said none of its aircraft had been in the area.",
        "The company said it was not responsible for the spill.",
        "“These allegations are completely false,” the spokesman said.",
        "The spokesman called the report a fabrication.",
    ],
    "promises": [
        (
            "The British foreign secretary said London would suspend its treaty with Hong "
            "Kong “immediately and indefinitely”."
        ),
        "The defence secretary said those responsible would be held accountable.",
        "“We will continue to work with our partners,” the admiral said.",
        "“I will not rest until every hostage is home,” the president said.",
        "“We are going to rebuild every school,” the mayor said.",
        "The prime minister said his government would not allow foreign bases.",
        "“We will stand with Ukraine for as long as it takes,” the prime minister said.",
    ],
    "threatens": [
        "“We will hunt down the killers,” the president said.",
        "“Whoever attacks us will pay a heavy price,” the general said.",
        "“If a single shell lands on our soil, we will answer,” the minister said.",
        "He vowed that attacks on ships linked to Israel would continue.",
        "The rebels vowed to continue their attacks on the pipeline.",
        "The militia vowed revenge.",
        "The speaker said the enemy would regret this crime.",
        "“There will be consequences,” the secretary of state said.",
        "The ambassador said Turkey would not sit idly by.",
    ],
    "predicts": [
        "The analyst said the sanctions were going to hurt farmers.",
        "“This conflict will last for years,” the general said.",
        "“Prices will rise again next winter,” the economist said.",
        "Officials said the two leaders would meet in Geneva next month.",
        "“No resolution is going to change his mind,” the professor said.",
        "The council is likely to adopt a statement, diplomats said.",
        "The minister said the war could spread to Lebanon.",
    ],
    "demands": [
        "“Russia must leave the plant at once,” the chancellor said.",
        "“We need more air defence systems,” the president said.",
        "The envoy said the shelling had to stop.",
        "The charity said all sides should let aid through.",
        "“It is time for Iran to answer,” the director said.",
        "“Stop the bombing,” the cardinal said.",
    ],
    "boasts": [
        "“We have the most powerful army in the region,” the president said.",
        "The general said his air force was the best in the world.",
        "“Our missiles can reach any target,” the commander said.",
        "Both governments maintain that their friendship is the best in their history.",
    ],
    "declines": [
        "“I am not going to comment on that,” the spokesman said.",
        "“We don't discuss intelligence matters,” the spokeswoman said.",
    ],
    "questions": [
        "“Who gave the order to fire?” the senator asked.",
        "Experts questioned whether further measures would have any effect.",
        "“How can we trust a man who lied?” the lawmaker said.",
    ],
}


@pytest.mark.parametrize(
    ("stance", "sentence"), [(key, text) for key, texts in SENTENCES.items() for text in texts]
)
def test_what_is_said_has_the_stance_of_its_words(stance: str, sentence: str) -> None:
    claims = dragoman.read(sentence, published="2023-05-10").claims
    assert [claim.stance for claim in claims] == [stance]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Russia accused Kenya of “strangling freedom”.", "strangling freedom"),
        (
            "Mali accused Niger of arming rebels and of jailing critics.",
            "arming rebels and of jailing critics",
        ),
        ("The opposition criticised the mayor for renting out the port.", "renting out the port"),
    ],
)
def test_what_somebody_is_accused_of_is_said_without_his_name(sentence: str, content: str) -> None:
    (claim,) = dragoman.read(sentence, published="2023-05-10").claims
    assert claim.content.of(sentence) == content


@pytest.mark.parametrize(
    ("stance", "sentence"),
    [
        ("promises", "“We remain fully committed to a two-state solution,” the minister said."),
        ("promises", "“We are ready to talk at any time,” the envoy said."),
        ("promises", "“I would bring every soldier home within a year,” the candidate said."),
        ("promises", "“We intend to reopen the embassy next spring,” the minister said."),
        ("promises", "The ministry said it was ready to host the talks."),
        ("promises", "The prime minister said he was determined to hold the vote."),
        ("promises", "“We stand ready to help our neighbours,” the president said."),
        ("asserts", "“I would say the talks went well,” the envoy said."),
        ("asserts", "“We are not ready to sign,” the envoy said."),
        ("asserts", "“We would like to see a solution,” the minister said."),
        ("asserts", "The company said it was ready."),
        ("threatens", "“Such provocations will not be tolerated,” the spokesman said."),
        ("threatens", "“They will pay dearly for this,” the general said."),
        ("predicts", "“The bridge will be repaired next week,” the engineer said."),
        ("predicts", "“Two million people will be hungry by June,” the director said."),
    ],
)
def test_what_one_is_ready_to_do_is_promised(stance: str, sentence: str) -> None:
    assert [c.stance for c in dragoman.read(sentence, published="2023-05-10").claims] == [stance]


def test_an_envoy_who_foretells_the_end_of_his_own_ties_threatens() -> None:
    claims = dragoman.read(
        "“It will destroy all relations between our countries,” the Russian envoy wrote."
    ).to_dict()["claims"]
    assert [c["stance"] for c in claims] == ["threatens"]


def test_each_sentence_of_a_quotation_is_judged_by_its_own_words() -> None:
    claims = dragoman.read(
        "“These talks show that Europe is united. We will keep up the pressure,” British Foreign "
        "Secretary David Cameron said."
    ).to_dict()["claims"]
    assert [c["stance"] for c in claims] == ["asserts", "promises"]
