# How firmly it is said: sentences as agencies write them, read with the parser.
from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model

#: By stance: a sentence, and words of what is said in it.
SENTENCES = {
    "asserts": [
        (
            "The foreign ministry of Oman said that the talks had ended on Friday.",
            "talks had ended",
        ),
        (
            "“The border has been closed since Monday,” said the governor of Herat.",
            "border has been closed",
        ),
        ("Serbia's president described the meeting as constructive and frank.", "meeting"),
        (
            "According to the Polish defence ministry, two drones crossed the border overnight.",
            "two drones crossed",
        ),
        (
            "The spokesman confirmed that three soldiers were wounded near Goma.",
            "three soldiers were wounded",
        ),
        (
            "“We are satisfied with the result of the vote,” Prime Minister Kiril Petkov told reporters.",
            "satisfied with the result",
        ),
        (
            "Lebanon's army stated it had found a tunnel near the village.",
            "tunnel near the village",
        ),
        ("Modi said India and France had agreed on a timetable.", "agreed on a timetable"),
        ("Analysts said the ceasefire was fragile.", "ceasefire was fragile"),
        (
            "The embassy in Tallinn acknowledged that two diplomats had left.",
            "two diplomats had left",
        ),
        ("The minister said he was not surprised by the result.", "not surprised"),
        ("None of the parties wanted a war, analysts said.", "wanted a war"),
        ("The mediator said the talks were going well.", "going well"),
        ("Police said two women were murdered in Juba.", "two women were murdered"),
        ("The ministry insists that the deal stands.", "deal stands"),
        ("“We reject the draft,” Senegal's delegate said.", "reject the draft"),
        ("“We offer our condolences to Turkey,” the envoy said.", "condolences"),
        ("“They left the town in three days,” the mayor said.", "left the town"),
        ("Oman hailed the truce as a step towards peace.", "truce as a step"),
        ("The army said it seized 200 rifles near Goma.", "seized 200 rifles"),
        ("The general said the rebels destroyed the bridge and left.", "destroyed the bridge"),
        (
            "“We are the poorest country in the region,” the minister told donors.",
            "poorest country",
        ),
        ("The report said Mali's army was involved in the attack.", "involved in the attack"),
        ("The minister said no one was hurt.", "no one was hurt"),
        ("“No one has called me,” the envoy said.", "No one has called me"),
    ],
    "denies": [
        ("Ethiopia denied that its planes had bombed the market.", "planes had bombed the market"),
        ("“We have never sold weapons to Sudan,” the Emirati minister said.", "never sold weapons"),
        ("Rwanda's government rejects claims that it backs the rebels.", "backs the rebels"),
        ("The Kremlin dismissed the report as fiction.", "the report as fiction"),
        (
            "“There is no truth to these allegations,” said Hungary's foreign minister.",
            "no truth to these allegations",
        ),
        ("Pyongyang insists it has not sent troops to Russia.", "has not sent troops"),
        ("Belarus said none of its soldiers had crossed the border.", "none of its soldiers"),
        (
            "A Chinese spokesman said Beijing did not supply either side with arms.",
            "did not supply either side",
        ),
        ("Iran's envoy called the accusation baseless.", "accusation baseless"),
        ("Burkina Faso disputes that its army killed the herders.", "army killed the herders"),
        (
            "“This is a lie,” the Venezuelan defence minister told state television.",
            "This is a lie",
        ),
        ("Qatar said it was not involved in the kidnapping.", "not involved in the kidnapping"),
    ],
    "predicts": [
        ("The minister said inflation would fall next year.", "inflation would fall"),
        (
            "“Turkey will join the treaty within a month,” the diplomat predicted.",
            "will join the treaty",
        ),
        ("Economists expect the sanctions to hurt Serbian farmers.", "sanctions to hurt"),
        ("The IMF forecast that Egypt's economy would shrink.", "economy would shrink"),
        ("Experts fear the dam could collapse.", "dam could collapse"),
        ("“The war is going to last for years,” the general said.", "war is going to last"),
        ("Officials in Dhaka believe that more refugees will arrive.", "more refugees will arrive"),
        ("The bank warned that prices would rise.", "prices would rise"),
        ("Finland's president said Russia might test the alliance.", "Russia might test"),
        (
            "An adviser said the two sides were likely to meet in May.",
            "two sides were likely to meet",
        ),
        ("The governor said the dam was unlikely to hold.", "unlikely to hold"),
    ],
    "demands": [
        ("Japan demanded that China release the crew.", "China release the crew"),
        (
            "“Russia must withdraw its troops at once,” the Moldovan president said.",
            "must withdraw its troops",
        ),
        ("Pakistan called on the Taliban to hand over the gunmen.", "hand over the gunmen"),
        ("The council urged both armies to respect the truce.", "respect the truce"),
        ("Kenya asked Uganda to reopen the crossing.", "Uganda to reopen the crossing"),
        ("The minister said Europe should send more ammunition.", "Europe should send more"),
        ("“Stop the shelling now,” the mayor of Donetsk said.", "Stop the shelling now"),
        ("Spain called for an immediate ceasefire in Gaza.", "immediate ceasefire"),
        ("The opposition wants the president to resign.", "president to resign"),
        (
            "“We ask the Security Council to meet today,” Guyana's envoy said.",
            "Security Council to meet",
        ),
        ("Armenia insisted that Azerbaijan free the prisoners.", "Azerbaijan free the prisoners"),
        ("The prime minister said it was time for the allies to act.", "allies to act"),
        ("“We urge Sudan's army to stop,” the envoy said.", "army to stop"),
    ],
    "threatens": [
        ("Iran threatened to close the strait.", "close the strait"),
        (
            "“Any attack will be met with a crushing response,” the general said.",
            "crushing response",
        ),
        ("Turkey warned that it would strike the militias again.", "strike the militias again"),
        ("Niger's junta warned of retaliation against its neighbours.", "retaliation"),
        (
            "“You will pay a heavy price for this,” the commander told the rebels.",
            "pay a heavy price",
        ),
        ("Ethiopia warned Eritrea not to cross the river.", "cross the river"),
        ("The Houthis vowed to sink every ship bound for Israel.", "sink every ship"),
        ("Russia said it would retaliate against the new sanctions.", "retaliate against the new"),
        (
            "The president said those who helped the enemy would face severe consequences.",
            "severe consequences",
        ),
    ],
    "accuses": [
        ("Ukraine accused Russia of shelling a hospital.", "shelling a hospital"),
        (
            "“They murdered our children,” the Malian minister said of the insurgents.",
            "murdered our children",
        ),
        ("Sudan blamed the Emirates for the drone strike.", "the drone strike"),
        ("Greece condemned the attack on its consulate.", "the attack"),
        ("The Philippines said China had rammed one of its boats.", "rammed one of its boats"),
        ("Poland alleged that Belarus was pushing migrants over the border.", "pushing migrants"),
        (
            "“It was a blatant violation of our airspace,” the Estonian minister said.",
            "blatant violation",
        ),
        ("The envoy called the raid a war crime.", "the raid a war crime"),
        ("Human Rights Watch said soldiers had tortured prisoners in Kindu.", "tortured prisoners"),
        ("Chad claimed that Libya had invaded its territory.", "invaded its territory"),
        ("Colombia charged that the guerrillas had kidnapped a judge.", "kidnapped a judge"),
        (
            "“We condemn the bombing of the school,” the Swedish minister said.",
            "bombing of the school",
        ),
    ],
    "boasts": [
        (
            "The ministry boasted that its missiles could reach any city in Europe.",
            "missiles could reach",
        ),
        ("“Our army is the strongest in the region,” the marshal said.", "strongest in the region"),
        (
            "Kim hailed the new missile as the most powerful in the world.",
            "most powerful in the world",
        ),
        ("The general bragged about the destruction of forty tanks.", "destruction of forty tanks"),
        (
            "State television trumpeted the drone as a triumph of national industry.",
            "triumph of national industry",
        ),
        ("“No one can stop our forces,” the Eritrean colonel said.", "No one can stop"),
        ("Tehran touted the rocket as unmatched by any rival.", "rocket as unmatched"),
        (
            "The president said his country had built the best air defence in the world.",
            "best air defence",
        ),
    ],
    "promises": [
        ("Germany promised to send more tanks.", "send more tanks"),
        ("“We will rebuild every school,” the governor said.", "rebuild every school"),
        ("Japan pledged $100 million for refugees in Jordan.", "$100 million"),
        ("Qatar vowed to continue its mediation.", "continue its mediation"),
        ("The Italian minister said Rome would support the new government.", "Rome would support"),
        ("France committed to training 5,000 soldiers.", "training 5,000 soldiers"),
        (
            "“Canada will stand by Ukraine for as long as it takes,” Trudeau said.",
            "stand by Ukraine",
        ),
        ("China offered to host the peace talks.", "host the peace talks"),
        ("Norway guaranteed that the gas would keep flowing.", "gas would keep flowing"),
        (
            "Senegal's leader said he would release the prisoners by Friday.",
            "release the prisoners",
        ),
        ("Kenya promised not to attack the camps.", "not to attack"),
        ("The president vowed to cut taxes and to close the gap with Rwanda.", "cut taxes"),
        ("“We are going to rebuild the port,” the minister of Yemen said.", "rebuild the port"),
    ],
    "questions": [
        ("The senator asked whether the aid had reached the front.", "aid had reached"),
        ("“Why did the army wait so long?” the deputy asked.", "Why did the army wait"),
        ("Experts question whether Mali can pay for the mercenaries.", "Mali can pay"),
        ("Diplomats doubt that the truce will hold.", "truce will hold"),
        ("Observers wondered if the election was fair.", "election was fair"),
        ("“How many more must die?” said the bishop.", "How many more must die"),
        ("Albania's president cast doubt on the result of the vote.", "result of the vote"),
    ],
    "declines": [
        ("The ministry declined to comment on the report.", "comment on the report"),
        (
            "The White House would not say whether the call had taken place.",
            "whether the call had taken place",
        ),
        ("A spokesman refused to confirm that the ship had left.", "confirm that the ship"),
        ("The company did not respond to a request for comment.", "request for comment"),
        (
            "Minister Anita Anand declined to say when the jets would arrive.",
            "when the jets would arrive",
        ),
        ("The embassy did not immediately comment on the arrests.", "on the arrests"),
    ],
}


@pytest.mark.parametrize(
    ("stance", "sentence", "words"),
    [(stance, *told) for stance, told_ones in SENTENCES.items() for told in told_ones],
)
def test_the_stance_is_what_the_speaker_does_by_saying_it(
    stance: str, sentence: str, words: str
) -> None:
    claims = dragoman.read(sentence, published="2024-05-10").claims
    found = [c for c in claims if any(words in p.of(sentence) for p in c.pieces)]
    assert stance in {c.stance for c in found if c.speaker.text}
