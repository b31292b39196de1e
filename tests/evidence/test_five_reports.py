"""Claims of five reports, annotated by hand before they were read for the first time."""

from __future__ import annotations

from functools import cache

import pytest

import dragoman
from quality.measure import CONTENT, same_speaker, word_f1

pytestmark = pytest.mark.model

RELEASE = """\
Statement by the Ministry of Foreign Affairs on the violation of Polish airspace

Warsaw, 12 March 2024

The Ministry of Foreign Affairs summoned the ambassador of Belarus today and handed him a note \
of protest over the violation of Polish airspace on the night of 11 March.

The Ministry calls on the authorities in Minsk to explain without delay how two military \
helicopters came to cross the border near Bialowieza. "We regard the incident as a deliberate \
provocation," Deputy Minister Anna Radwan said.

She stressed that Poland would defend every metre of its territory together with its allies.

The ambassador rejected the note. He claimed that the helicopters had never left Belarusian \
airspace and accused Warsaw of looking for a pretext to close the border.

The Minister will raise the matter at the Council of the European Union on Monday. He expects \
partners to back a common response.
"""

DAM = """\
CAIRO, July 9 (Reuters) - Egypt warned on Tuesday that it would take all measures to protect \
its share of the Nile after Ethiopia began the fifth filling of its giant dam, two officials \
told Reuters.

"Nobody should imagine that Egypt will stand by," Water Minister Hani Sewilam told reporters \
after talks in Cairo. "Every option is open."

Ethiopia says the dam, which cost more than $4 billion, poses no threat to its neighbours. Its \
negotiator, Sileshi Bekele, dismissed the warning as theatre. "There is nothing new in this," \
he said. "We have always shared our data, and we will go on sharing it."

As the African Union noted last month, the three countries have not met since December. A \
diplomat in Addis Ababa, who asked not to be named, said that a new round was unlikely before \
September because Khartoum was "busy with its own war".

According to a report by the International Crisis Group, a drought could turn the quarrel into \
a conflict. The report urges the United States to return to mediation.

Sudan's foreign ministry did not respond to a request for comment.

Sewilam would not say whether Egypt had asked the Security Council to meet. Asked about a \
military solution, he replied: "Ask the generals."

The filling will be completed by the end of August, Ethiopian state television reported, \
citing the prime minister's office.
"""

ANALYSIS = """\
Why India and China are talking again

NEW DELHI — Four years after their soldiers fought with clubs and stones in the Galwan valley, \
India and China are talking about trade again. Analysts say it is a truce, not a friendship.

"Both sides have found out what the quarrel costs," argued Tanvi Madan, who studies the two \
countries at the Brookings Institution. The border, she added, "is as dangerous as it was in \
2020".

Indian officials insist that ties cannot be normal until the troops pull back. But business \
leaders have long complained that the limits on visas hurt Indian factories more than Chinese \
ones, and Finance Minister Nirmala Sitharaman has made clear that she shares their concern.

In the view of Manoj Joshi, a historian in Delhi, Beijing wants to keep India from moving \
closer to Washington. Lin Minwang of Fudan University disagrees. China, he says, has no need \
to fear an alliance that India itself does not want.

Whether the thaw will last is another question. The Chinese foreign ministry described last \
week's meeting as "positive and constructive", while its Indian counterpart spoke of "frank" \
talks. A retired Indian general who commanded troops in Ladakh was less polite: "They smile in \
Delhi and dig on the plateau."

Satellite images show Chinese crews building new bridges across Pangong lake. Beijing has \
called the reports exaggerated.

"I would not bet on peace," said Joshi.
"""

TALKS = """\
N'DJAMENA (AFP) - Chad on Friday denied that it had let weapons for Sudan's paramilitary \
forces cross its territory, a day after a UN panel reported that dozens of cargo flights had \
landed at Amdjarass.

Foreign Minister Abderaman Koulamallah said the flights carried "food and tents, nothing else" \
and demanded an apology from the panel's authors.

The UN experts said in their report, seen by AFP, that trucks loaded at the airport had been \
followed to the border. They found the allegations of arms deliveries "credible".

Sudan's army chief, Abdel Fattah al-Burhan, accused N'Djamena of fuelling the war and \
threatened to shut the crossing at Adre. "Those who feed the fire will be burnt by it," he \
told troops in Port Sudan.

The United Arab Emirates, which Sudan says pays for the flights, has repeatedly denied arming \
either side. An Emirati official called the accusations "a distraction from the army's \
crimes".

Aid groups fear that closing Adre would cut off a million people. "It is the only door that is \
still open," said Marie Dubois of Doctors Without Borders. She urged both governments not to \
use food as a weapon.

Washington's envoy, Tom Perriello, wrote on X that he was "deeply concerned", and said talks \
could resume in Geneva next month.

Koulamallah refused to comment on the envoy's remarks. He pledged that UN inspectors would be \
allowed to visit the airport.
"""

SPEECH = """\
ANKARA — President Recep Tayyip Erdogan told a rally in Izmir on Saturday that Turkey's drones \
were the best in the world and that Greece would "regret it" if it put more weapons on its \
islands.

"You are arming the islands," Erdogan said, addressing Athens. "Who do you think you are? We \
may come suddenly one night."

Greek government spokesman Pavlos Marinakis said Athens would not be drawn into a war of \
words. He called the speech "unacceptable" and asked why an ally should threaten another. \
"Greece will respond with law and with its armed forces, if it must," he said.

The State Department urged restraint. "We encourage our allies to resolve their differences \
peacefully," its spokesman, Matthew Miller, said, adding that the sovereignty of Greece over \
the islands was not in question.

Erdogan also promised to triple exports of drones by 2026 and boasted that buyers were \
"standing in line". It was unclear which countries he meant. Azerbaijan and Ukraine have used \
the aircraft; Baku says they decided the war of 2020.

Opposition leader Ozgur Ozel said the president was looking for an enemy abroad because he had \
no answer to inflation. "This is theatre," Ozel said. "Bring down the price of bread."

NATO Secretary General Jens Stoltenberg, who is due in Ankara on Monday, expressed confidence \
that the two allies would talk. Diplomats in Brussels doubt it.
"""

#: Report, who says it, how (or how it may as well be meant), and what; pieces of one speech by "|".
READ = (
    (
        RELEASE,
        "The Ministry of Foreign Affairs",
        "demands",
        "the authorities in Minsk to explain without delay how two military helicopters came to cross the border near Bialowieza",
    ),
    (
        RELEASE,
        "Deputy Minister Anna Radwan",
        "accuses|asserts",
        "We regard the incident as a deliberate provocation",
    ),
    (RELEASE, "The ambassador", "accuses", "Warsaw of looking for a pretext to close the border"),
    (RELEASE, "The Minister", "predicts", "partners to back a common response"),
    (DAM, "Egypt", "threatens", "it would take all measures to protect its share of the Nile"),
    (
        DAM,
        "Ethiopia",
        "asserts|denies",
        "the dam, which cost more than $4 billion, poses no threat to its neighbours",
    ),
    (DAM, "Sileshi Bekele", "denies", "the warning as theatre"),
    (
        DAM,
        "Sileshi Bekele",
        "denies|asserts",
        "There is nothing new in this|We have always shared our data, and we will go on sharing it",
    ),
    (DAM, "the African Union", "asserts", "the three countries have not met since December"),
    (
        DAM,
        "A diplomat in Addis Ababa",
        "predicts|asserts",
        'that a new round was unlikely before September because Khartoum was "busy with its own war"',
    ),
    (
        DAM,
        "a report by the International Crisis Group",
        "predicts|asserts",
        "a drought could turn the quarrel into a conflict",
    ),
    (DAM, "The report", "demands", "the United States to return to mediation"),
    (DAM, "Sudan's foreign ministry", "declines", "to a request for comment"),
    (DAM, "Sewilam", "declines", "whether Egypt had asked the Security Council to meet"),
    (DAM, "Sewilam", "demands|asserts", "Ask the generals"),
    (
        DAM,
        "Ethiopian state television",
        "predicts",
        "The filling will be completed by the end of August",
    ),
    (ANALYSIS, "Analysts", "asserts", "it is a truce, not a friendship"),
    (ANALYSIS, "Tanvi Madan", "asserts", "Both sides have found out what the quarrel costs"),
    (
        ANALYSIS,
        "Tanvi Madan",
        "asserts",
        'The border, she added, "is as dangerous as it was in 2020"|is as dangerous as it was in 2020',
    ),
    (
        ANALYSIS,
        "Indian officials",
        "asserts|demands",
        "that ties cannot be normal until the troops pull back",
    ),
    (
        ANALYSIS,
        "business leaders",
        "accuses|asserts",
        "that the limits on visas hurt Indian factories more than Chinese ones",
    ),
    (ANALYSIS, "Finance Minister Nirmala Sitharaman", "asserts", "that she shares their concern"),
    (
        ANALYSIS,
        "Manoj Joshi, a historian in Delhi",
        "asserts",
        "Beijing wants to keep India from moving closer to Washington",
    ),
    (
        ANALYSIS,
        "The Chinese foreign ministry",
        "asserts",
        'last week\'s meeting as "positive and constructive"',
    ),
    (ANALYSIS, "its Indian counterpart", "asserts", '"frank" talks'),
    (
        ANALYSIS,
        "A retired Indian general who commanded troops in Ladakh",
        "accuses|asserts",
        "They smile in Delhi and dig on the plateau",
    ),
    (
        ANALYSIS,
        "Satellite images",
        "asserts",
        "Chinese crews building new bridges across Pangong lake",
    ),
    (ANALYSIS, "Beijing", "denies|asserts", "the reports exaggerated"),
    (ANALYSIS, "Joshi", "asserts|predicts", "I would not bet on peace"),
    (
        TALKS,
        "Chad",
        "denies",
        "that it had let weapons for Sudan's paramilitary forces cross its territory",
    ),
    (TALKS, "a UN panel", "asserts", "that dozens of cargo flights had landed at Amdjarass"),
    (
        TALKS,
        "Foreign Minister Abderaman Koulamallah",
        "asserts|denies",
        'the flights carried "food and tents, nothing else"',
    ),
    (
        TALKS,
        "Foreign Minister Abderaman Koulamallah",
        "demands",
        "an apology from the panel's authors",
    ),
    (
        TALKS,
        "The UN experts",
        "asserts",
        "that trucks loaded at the airport had been followed to the border",
    ),
    (TALKS, "The UN experts", "asserts", 'the allegations of arms deliveries "credible"'),
    (
        TALKS,
        "Sudan's army chief, Abdel Fattah al-Burhan",
        "accuses",
        "N'Djamena of fuelling the war",
    ),
    (
        TALKS,
        "Sudan's army chief, Abdel Fattah al-Burhan",
        "threatens",
        "to shut the crossing at Adre",
    ),
    (
        TALKS,
        "An Emirati official",
        "accuses|denies",
        'the accusations "a distraction from the army\'s crimes"',
    ),
    (TALKS, "Aid groups", "predicts", "that closing Adre would cut off a million people"),
    (
        TALKS,
        "Marie Dubois of Doctors Without Borders",
        "asserts",
        "It is the only door that is still open",
    ),
    (TALKS, "Marie Dubois", "demands", "both governments not to use food as a weapon"),
    (TALKS, "Tom Perriello", "asserts", 'that he was "deeply concerned"'),
    (TALKS, "Tom Perriello", "predicts|asserts", "talks could resume in Geneva next month"),
    (TALKS, "Koulamallah", "declines", "to comment on the envoy's remarks"),
    (TALKS, "Koulamallah", "promises", "that UN inspectors would be allowed to visit the airport"),
    (
        SPEECH,
        "Greek government spokesman Pavlos Marinakis",
        "denies|asserts|promises",
        "Athens would not be drawn into a war of words",
    ),
    (SPEECH, "Greek government spokesman Pavlos Marinakis", "accuses", 'the speech "unacceptable"'),
    (
        SPEECH,
        "Greek government spokesman Pavlos Marinakis",
        "questions",
        "why an ally should threaten another",
    ),
    (
        SPEECH,
        "Greek government spokesman Pavlos Marinakis",
        "promises|threatens",
        "Greece will respond with law and with its armed forces, if it must",
    ),
    (SPEECH, "The State Department", "demands", "restraint"),
    (
        SPEECH,
        "Matthew Miller",
        "demands|asserts",
        "We encourage our allies to resolve their differences peacefully",
    ),
    (
        SPEECH,
        "Matthew Miller",
        "asserts",
        "that the sovereignty of Greece over the islands was not in question",
    ),
    (SPEECH, "Erdogan", "boasts", 'that buyers were "standing in line"'),
    (SPEECH, "Baku", "asserts", "they decided the war of 2020"),
    (
        SPEECH,
        "Opposition leader Ozgur Ozel",
        "accuses|asserts",
        "the president was looking for an enemy abroad because he had no answer to inflation",
    ),
    (SPEECH, "Ozel", "asserts|accuses|demands", "This is theatre|Bring down the price of bread"),
    (
        SPEECH,
        "NATO Secretary General Jens Stoltenberg",
        "predicts|asserts",
        "that the two allies would talk",
    ),
    (
        RELEASE,
        "Anna Radwan",
        "promises",
        "that Poland would defend every metre of its territory together with its allies",
    ),
)
#: What is not read yet, or with another stance.
OPEN = (
    (
        RELEASE,
        "The ambassador",
        "denies",
        "that the helicopters had never left Belarusian airspace",
    ),
    (
        DAM,
        "Water Minister Hani Sewilam",
        "threatens|asserts",
        "Nobody should imagine that Egypt will stand by",
    ),
    (
        ANALYSIS,
        "Lin Minwang",
        "asserts|denies",
        "China, he says, has no need to fear an alliance that India itself does not want|has no need to fear an alliance that India itself does not want",
    ),
    (TALKS, "Abdel Fattah al-Burhan", "threatens", "Those who feed the fire will be burnt by it"),
    (
        TALKS,
        "Sudan",
        "asserts|accuses",
        "pays for the flights|which Sudan says pays for the flights",
    ),
    (TALKS, "The United Arab Emirates", "denies", "arming either side"),
    (
        SPEECH,
        "President Recep Tayyip Erdogan",
        "boasts|threatens",
        'that Turkey\'s drones were the best in the world and that Greece would "regret it" if it put more weapons on its islands',
    ),
    (SPEECH, "Erdogan", "accuses", "You are arming the islands"),
    (SPEECH, "Erdogan", "promises", "to triple exports of drones by 2026"),
)


@cache
def claims(report: str) -> list[tuple[str, str, str]]:
    """Speaker, stance and content of each claim."""
    found = dragoman.read(report, published="2024-07-10").to_dict()["claims"]
    return [(c["speaker"]["text"], c["stance"], c["content"]["text"]) for c in found]


def said(report: str, who: str, stance: str, content: str) -> bool:
    """Whether the report is read as saying so, by the measure of the accuracy floors."""
    return any(
        same_speaker(who, speaker)
        and how in stance.split("|")
        and max(word_f1(piece, what) for piece in content.split("|")) >= CONTENT
        for speaker, how, what in claims(report)
    )


def named(rows: tuple[tuple[str, str, str, str], ...]) -> list[object]:
    return [
        pytest.param(*row, id=" ".join((*row[1].split()[-1:], *row[3].split()[:4]))) for row in rows
    ]


@pytest.mark.parametrize(("report", "who", "stance", "content"), named(READ))
def test_a_report_says_who_says_what(report: str, who: str, stance: str, content: str) -> None:
    assert said(report, who, stance, content)


@pytest.mark.xfail(reason="open: the tree, or a stance that only the context gives")
@pytest.mark.parametrize(("report", "who", "stance", "content"), named(OPEN))
def test_a_report_also_says(report: str, who: str, stance: str, content: str) -> None:
    assert said(report, who, stance, content)


@pytest.mark.parametrize("report", [RELEASE, DAM, ANALYSIS, TALKS, SPEECH])
def test_few_claims_are_read_that_nobody_makes(report: str) -> None:
    rows = [row for row in (*READ, *OPEN) if row[0] == report]
    known = [piece for row in rows for piece in row[3].split("|")]
    extra = [c for c in claims(report) if all(word_f1(k, c[2]) < CONTENT for k in known)]
    assert len(extra) <= len(rows) / 4
