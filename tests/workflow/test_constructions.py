"""Ways in which English tells one act: the event is the same whichever the writer chose."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

Told = tuple[str, str, str, str]  # type, actors, recipients, status

CASES: list[tuple[str, list[Told]]] = [
    # nouns and the verb that carries them
    ("Canada imposed sanctions on Iran.", [("SANCTION", "CAN", "IRN", "actual")]),
    ("Sanctions imposed by Canada on Iran have failed.", [("SANCTION", "CAN", "IRN", "actual")]),
    ("The sanctions that Canada imposed on Iran have failed.", [("SANCTION", "CAN", "IRN", "actual")]),
    ("Sanctions that Canada could impose on Iran would hurt.", [("SANCTION", "CAN", "IRN", "possible")]),
    ("The threats that Iran made against Israel were empty.", [("THREATEN", "IRN", "ISR", "actual")]),
    ("The raids carried out by Turkey in Iraq killed nine.", [("ASSAULT", "TUR", "IRQ", "actual"), ("ASSAULT", "TUR", "IRQ", "actual")]),
    ("Aid provided by Norway to Somalia has doubled.", [("AID", "NOR", "SOM", "actual")]),
    # purposes
    ("Turkey used drones to hit Kurdish positions in Syria.", [("ASSAULT", "TUR", "SYR", "actual")]),
    ("Turkey could use drones to hit Kurdish positions in Syria.", [("ASSAULT", "TUR", "SYR", "possible")]),
    ("Israel launched missiles to destroy an Iranian base.", [("ASSAULT", "ISR", "IRN", "actual")]),
    ("France sent troops to fight rebels in Mali.", [("MOBILIZE", "FRA", "MLI-REB", "actual"), ("ASSAULT", "FRA+MLI-REB", "", "possible")]),
    ("Poland sent tanks to Ukraine to help it.", [("AID", "POL", "UKR", "actual"), ("AID", "POL", "UKR", "possible")]),
    # participles before their noun
    ("Iran-backed Houthis fired a missile at Riyadh.", [("SUPPORT", "IRN", "YEM-REB", "actual"), ("ASSAULT", "YEM-REB", "SAU", "actual")]),
    ("Turkish-backed rebels shelled Manbij.", [("SUPPORT", "TUR", "TUR-UAF", "actual"), ("ASSAULT", "TUR-UAF", "SYR", "actual")]),
    ("Qatar-mediated negotiations between Israel and Hamas went on.", [("CONSULT", "QAT", "ISR+PSE-REB", "actual")]),
    ("Russian-occupied Crimea was hit by a storm.", [("COERCE", "RUS", "UKR", "actual")]),
    # what is agreed or held ready, and by whom with whom
    ("Malian rebels agreed to lay down their arms.", [("AGREE", "MLI-REB", "", "actual"), ("RETREAT", "MLI-REB", "", "possible")]),
    ("Japan and South Korea agreed to share intelligence on North Korea.", [("AGREE", "JPN+KOR", "", "actual"), ("COOPERATE", "JPN+KOR", "", "possible")]),
    ("Honduras was willing to withdraw its troops from the border zone.", [("AGREE", "HND", "", "actual"), ("RETREAT", "HND", "", "possible")]),
    ("Egypt threatened to halt talks with Ethiopia.", [("THREATEN", "EGY", "ETH", "actual"), ("SANCTION", "EGY", "ETH", "possible")]),
    ("India extradited a Pakistani militant to the United States.", [("COOPERATE", "IND", "USA", "actual")]),
    # verbs that the tree hides
    ("Hezbollah, armed and trained by Iran, fired at Haifa.", [("AID", "IRN", "LBN-REB", "actual"), ("ASSAULT", "LBN-REB", "ISR", "actual")]),
    ("Tehran denies arming the Houthis.", [("AID", "IRN", "YEM-REB", "actual")]),
    ("Russia vetoed the resolution, as did China.", [("REJECT", "RUS", "", "actual"), ("REJECT", "CHN", "", "actual")]),
    ("Iran and Russia are brought together by their hostility to the United States.", []),
    # two names before a noun
    ("British and EU negotiators met on Sunday.", [("CONSULT", "GBR+EUR", "", "actual")]),
    ("Officials from Kenya and the African Union condemned Eritrea.", [("ACCUSE", "KEN+IGO-AU", "ERI", "actual")]),
    ("Israeli and Hamas negotiators agreed on a truce.", [("AGREE", "ISR+PSE-REB", "", "actual")]),
    # money is nobody
    ("Kenya paid Chad US$501 million.", [("AID", "KEN", "TCD", "actual")]),
    ("US-China talks ended in Geneva.", [("CONSULT", "USA+CHN", "", "actual")]),
    ("The Russo-Ukrainian war has displaced millions.", [("ASSAULT", "RUS+UKR", "", "actual")]),
    ("The Indo-Pacific strategy of Japan was praised.", []),
    ("Guinea-Bissau troops crossed the border.", [("MOBILIZE", "GNB-MIL", "", "actual")]),
    ("The U.S., French and British navies bombed Tripoli.", [("ASSAULT", "USA+FRA-MIL+GBR-MIL", "LBY", "actual")]),
    ("A Chinese-American scholar was arrested by China.", [("COERCE", "CHN", "USA-EDU", "actual")]),
    # verbs joined to a passive: they tell of the same one
    ("Kenya was criticised by Egypt and was sanctioned by Canada.", [("ACCUSE", "EGY", "KEN", "actual"), ("SANCTION", "CAN", "KEN", "actual")]),
    ("Mali was given tanks by Chad and attacked Niger.", [("AID", "TCD", "MLI", "actual"), ("ASSAULT", "MLI", "NER", "actual")]),
    ("Aleppo was shelled by Iran and bombed by Russia.", [("ASSAULT", "IRN", "SYR", "actual"), ("ASSAULT", "RUS", "SYR", "actual")]),
    # what is on until it is ended
    ("Turkish sanctions against Chad would be lifted.", [("CONCEDE", "TUR", "TCD", "possible"), ("SANCTION", "TUR", "TCD", "actual")]),
    ("Turkey lifted its sanctions against Chad.", [("CONCEDE", "TUR", "TCD", "actual")]),
    ("France called for the lifting of American sanctions on Cuba.", [("REQUEST", "FRA", "USA", "actual"), ("CONCEDE", "USA", "CUB", "requested"), ("SANCTION", "USA", "CUB", "actual")]),
    # what hyphens join
    ("North Korea test-fired two missiles.", [("MOBILIZE", "PRK", "", "actual")]),
    ("Egyptian police broke up a sit-in.", [("COERCE", "EGY-COP", "", "actual")]),
    # gerunds that are nouns
    ("Fighting between Sudan and Chad broke out.", [("ASSAULT", "SDN+TCD", "", "actual")]),
    ("Fighting fires in Chad is hard.", []),
    # what stands beside the act
    ("With support from France, Chad drove the rebels back.", [("SUPPORT", "FRA", "TCD", "actual"), ("ASSAULT", "TCD", "", "actual")]),
    ("Russia's decision to withdraw from the treaty was criticised by France.", [("REJECT", "RUS", "", "actual"), ("ACCUSE", "FRA", "RUS", "actual")]),
    ("the president donald trump pulled out of the pact.", [("REJECT", "USA", "", "actual")]),
    ("Rebels in Mali came under attack from Kurdish fighters.", [("ASSAULT", "", "MLI-REB", "actual")]),
    ("Colombia's president offered to mediate between Venezuela and Guyana.", [("AGREE", "COL", "VEN+GUY", "actual"), ("CONSULT", "COL", "VEN+GUY", "possible")]),
    ("Poland, which has taken in over a million Ukrainian refugees, called for more help.", [("AID", "POL", "UKR-REF", "actual"), ("REQUEST", "POL", "", "actual")]),
    ("Chad expelled an envoy, prompting Mali to expel a Chadian diplomat.", [("SANCTION", "TCD", "", "actual"), ("SANCTION", "MLI", "TCD", "actual")]),
    ("France thanked Chad for its help.", [("SUPPORT", "FRA", "TCD", "actual")]),
    ("China, Russia hold joint naval drills", [("COOPERATE", "CHN+RUS", "", "actual")]),
    # what the sentence has just told, named again
    ("Mali expelled the French envoy, a decision Paris condemned.", [("SANCTION", "MLI", "FRA", "actual"), ("ACCUSE", "FRA", "MLI", "actual")]),
    ("Chad sent troops to Sudan in a move that Egypt condemned.", [("MOBILIZE", "TCD", "SDN", "actual"), ("ACCUSE", "EGY", "TCD", "actual")]),
    ("Turkey suspended the talks, a move welcomed by Russia.", [("SUPPORT", "RUS", "TUR", "actual")]),
    # nouns of acts at the head of a sentence
    ("Fighting between Armenia and Azerbaijan broke out on Sunday.", [("ASSAULT", "ARM+AZE", "", "actual")]),
    ("The drones were launched by Iran against Israel.", [("ASSAULT", "IRN", "ISR", "actual")]),
    ("A truce with Lebanon was announced by Israel.", [("CONCEDE", "ISR", "LBN", "actual")]),
    ("Turkey protested at the killing of Turkish soldiers by Syrian forces.", [("ACCUSE", "TUR", "SYR-MIL", "actual"), ("ASSAULT", "SYR-MIL", "TUR-MIL", "actual")]),
    # whose the second verb is
    ("Bolivia severed diplomatic ties with Israel, and Chile recalled its ambassador.", [("SANCTION", "BOL", "ISR", "actual"), ("SANCTION", "CHL", "ISR", "actual")]),
    ("Kenya accused the Somali navy of firing at Kenyan boats, wounding three sailors.", [("ACCUSE", "KEN", "SOM-MIL", "actual"), ("ASSAULT", "SOM-MIL", "KEN", "actual"), ("ASSAULT", "SOM-MIL", "KEN", "actual")]),
    ("Greek guards pushed migrants back into Turkish waters, which Athens denies.", [("COERCE", "GRC-COP", "TUR", "actual")]),
    ("Polish farmers, backed by the opposition, blockaded crossings with Ukraine.", [("SUPPORT", "POL-OPP", "POL-AGR", "actual"), ("PROTEST", "POL-AGR", "UKR", "actual")]),
    ("Chad stressed the need to continue the close cooperation between Mali and Niger.", [("COOPERATE", "MLI+NER", "", "actual")]),
    # what is laid down for later
    ("Israel is to pull its forces out of Lebanon.", [("RETREAT", "ISR", "LBN", "possible")]),
    ("The Kenyan president was to meet the Ugandan president.", [("CONSULT", "KEN+UGA", "", "possible")]),
    # one subject, three verbs
    ("Chad said it had shelled a Sudanese port, sunk a Sudanese ship and withdrawn its troops.", [("ASSAULT", "TCD", "SDN", "actual"), ("ASSAULT", "TCD", "SDN", "actual"), ("RETREAT", "TCD", "", "actual")]),
    # what is counted
    ("Ukrainian air defence units shot down 29 of 38 Russian drones.", [("ASSAULT", "UKR-MIL", "RUS-MIL", "actual")]),
    ("Dozens of Russian and Malian soldiers were killed.", [("ASSAULT", "", "RUS-MIL+MLI-MIL", "actual")]),
    # whose it is by a participle
    ("Britain froze the assets of firms linked to Hezbollah.", [("SANCTION", "GBR", "LBN-REB", "actual")]),
    ("Turkey shelled villages controlled by the Syrian Democratic Forces.", [("ASSAULT", "TUR", "SYR-REB", "actual")]),
    ("Two Polish sailors held by Iran were released.", [("COERCE", "IRN", "POL-MIL", "actual"), ("RETREAT", "IRN", "POL-MIL", "actual")]),
    ("The rebels resumed shelling of Chad.", [("ASSAULT", "", "TCD", "actual")]),
    # the other side of a war
    ("Israel bombed Tyre. Hezbollah shelled Haifa. Two Lebanese villages were hit by drones.", [("ASSAULT", "ISR", "LBN", "actual"), ("ASSAULT", "LBN-REB", "ISR", "actual"), ("ASSAULT", "ISR", "LBN", "actual")]),
    ("Sudan shelled Chad. The enemy destroyed a Chadian convoy.", [("ASSAULT", "SDN", "TCD", "actual"), ("ASSAULT", "SDN", "TCD-MIL", "actual")]),
    ("Sudan and Mali shelled Chad. Mali bombed Niger. A Malian village was hit by drones.", [("ASSAULT", "SDN+MLI", "TCD", "actual"), ("ASSAULT", "MLI", "NER", "actual"), ("ASSAULT", "", "MLI", "actual")]),
    ("Sudan shelled Chad. A gunman attacked a Chadian village.", [("ASSAULT", "SDN", "TCD", "actual"), ("ASSAULT", "", "TCD", "actual")]),
    ("Sudan shelled Chad and bombed a camp in Chad. Nine people were killed in Chad.", [("ASSAULT", "SDN", "TCD", "actual"), ("ASSAULT", "SDN", "TCD", "actual"), ("ASSAULT", "SDN", "TCD", "actual")]),
    ("Nine people were killed in Chad.", []),
    ("Sudan shelled Chad. The fighting began at dawn.", [("ASSAULT", "SDN", "TCD", "actual"), ("ASSAULT", "SDN+TCD", "", "actual")]),
    # whom a blow kills
    ("Russia shelled Kharkiv, killing nine people.", [("ASSAULT", "RUS", "UKR", "actual"), ("ASSAULT", "RUS", "UKR", "actual")]),
    ("An Israeli raid on Jenin killed nine.", [("ASSAULT", "ISR", "PSE", "actual"), ("ASSAULT", "ISR", "PSE", "actual")]),
    ("Three people were killed when Russia shelled Kherson.", [("ASSAULT", "RUS", "UKR", "actual"), ("ASSAULT", "RUS", "UKR", "actual")]),
    # whose it is that another strikes
    ("Estonia said a Russian helicopter had entered its airspace.", [("MOBILIZE", "RUS-MIL", "EST", "actual")]),
    ("The Philippines said a Chinese vessel had rammed one of its boats.", [("ASSAULT", "CHN", "PHL", "actual")]),
    ("Chad accused Sudan of attacking its soldiers.", [("ACCUSE", "TCD", "SDN", "actual"), ("ASSAULT", "SDN", "TCD-MIL", "actual")]),
    # names with hyphens and numbers
    ("The Netherlands handed over the first two F-16s to Ukraine.", [("AID", "NLD", "UKR", "actual")]),
    ("Al-Shabab fighters attacked a base in Kenya.", [("ASSAULT", "SOM-REB", "KEN", "actual")]),
    ("Iran seized a Greek-owned tanker.", [("COERCE", "IRN", "GRC-BUS", "actual")]),
    # where a tree takes one thing for another
    ("American jets pounded Houthi targets on Monday, the first such raid since May.", [("ASSAULT", "USA-MIL", "YEM-REB", "actual")]),
    # who commands, where nobody is, and what a participle does not share
    ("Iran's armed forces chief threatened to hit infrastructure in Israel.", [("THREATEN", "IRN-MIL", "ISR", "actual"), ("ASSAULT", "IRN-MIL", "ISR", "possible")]),
    ("North Korea fired a missile into the East Sea.", [("MOBILIZE", "PRK", "", "actual")]),
    ("Egypt accused Mali of having armed rebels and called on the United Nations to act.", [("ACCUSE", "EGY", "MLI", "actual"), ("REQUEST", "EGY", "UNO", "actual")]),
    ("Iran fired missiles at Israel, sending millions of people into shelters.", [("ASSAULT", "IRN", "ISR", "actual")]),
    # at home
    ("Iran is trying to quell street protests.", [("COERCE", "IRN", "IRN-CVL", "actual"), ("PROTEST", "IRN-CVL", "IRN", "actual")]),
    ("Israeli police put down Palestinian protests.", [("COERCE", "ISR-COP", "PSE-CVL", "actual"), ("PROTEST", "PSE-CVL", "ISR-COP", "actual")]),
    # what goes on until somebody stops
    ("Iran demanded that Turkey stop shelling Iraq.", [("REQUEST", "IRN", "TUR", "actual"), ("ASSAULT", "TUR", "IRQ", "actual"), ("RETREAT", "TUR", "IRQ", "requested")]),
    ("Turkey stopped shelling Iraq.", [("ASSAULT", "TUR", "IRQ", "negated"), ("RETREAT", "TUR", "IRQ", "actual")]),
    ("Cuba thanked Mexico for sending doctors.", [("SUPPORT", "CUB", "MEX", "actual"), ("AID", "MEX", "CUB", "actual")]),
    ("The Netherlands blocked the export of machines to China under pressure from Washington.", [("SANCTION", "NLD", "CHN", "actual"), ("REQUEST", "USA", "NLD", "actual")]),
    # nouns whose parties stand elsewhere in the sentence
    ("The Estonian foreign minister said during a visit to Riga that the border was safe.", [("CONSULT", "EST", "LVA", "actual")]),
    ("Moldova secured more gas in talks with Romania.", [("CONSULT", "MDA+ROU", "", "actual")]),
    ("The Kenyan runner fell ill on a trip to Spain.", []),
    ("Western sanctions have cut Russia off from the market.", [("SANCTION", "WST", "RUS", "actual")]),
    ("Western sanctions have helped Turkey.", [("SANCTION", "WST", "", "actual")]),
    ("Japan, under American pressure, has changed its rules.", [("REQUEST", "USA", "JPN", "actual")]),
    ("Repeated appeals from Paris went unheard.", [("REQUEST", "FRA", "", "actual")]),
    ("Iran has evaded American sanctions for years.", [("SANCTION", "USA", "IRN", "actual")]),
    ("Kosovo rejected a Serbian demand for autonomy in the north.", [("REJECT", "KOS", "SRB", "actual"), ("REQUEST", "SRB", "KOS", "actual")]),
    ("American officials are concerned about the Belarusian exercises.", [("ACCUSE", "USA", "BLR", "actual"), ("MOBILIZE", "BLR", "", "actual")]),
    ("The accord, from which Russia withdrew in July, has lapsed.", [("REJECT", "RUS", "", "actual")]),
    ("Slovakia closed the border on Thursday, a step condemned by Poland.", [("COERCE", "SVK", "", "actual"), ("ACCUSE", "POL", "SVK", "actual")]),
    ("Tehran's threats against shipping have not stopped.", [("THREATEN", "IRN", "", "actual")]),
    # what is said by the way
    ("Iran, hostile to Israel, condemned the deal.", [("ACCUSE", "IRN", "ISR", "actual"), ("ACCUSE", "IRN", "", "actual")]),
    ("Hungary, heavily dependent on Russian oil, has kept silent.", [("COOPERATE", "HUN", "RUS", "actual")]),
    ("Iran, the main backer of the Syrian government, sent an envoy.", [("SUPPORT", "IRN", "SYR", "actual")]),
    ("A Danish-built bridge was opened.", []),
    ("Iranian-made tiles were sold.", []),
    # long descriptions between a subject and its verb
    ("Oman, which left the pact after rebels in Yemen struck its port, accused Iran.", [("REJECT", "OMN", "", "actual"), ("ASSAULT", "YEM-REB", "OMN", "actual"), ("ACCUSE", "OMN", "IRN", "actual")]),
    ("Chad has blamed Mali for failing to guard the border and expelled the Malian envoy.", [("ACCUSE", "TCD", "MLI", "actual"), ("SANCTION", "TCD", "MLI", "actual")]),
    ("It was Oman that brokered the truce between Yemen and Saudi Arabia.", [("CONSULT", "OMN", "YEM+SAU", "actual")]),
    ("Canada, whose sanctions have crippled Iran's economy, urged Iran to disarm.", [("SANCTION", "CAN", "IRN", "actual"), ("REQUEST", "CAN", "IRN", "actual"), ("RETREAT", "IRN", "", "requested")]),
    ("Russia offered to sell jets to Egypt, an offer that Cairo declined.", [("AGREE", "RUS", "EGY", "actual"), ("AID", "RUS", "EGY", "possible"), ("REJECT", "EGY", "RUS", "actual")]),
    ("Turkey threatened to block the accession of Sweden and Finland.", [("THREATEN", "TUR", "SWE+FIN", "actual"), ("REJECT", "TUR", "SWE+FIN", "possible")]),
    ("Armenia appealed to NATO for help after Azerbaijani troops attacked its territory.", [("REQUEST", "ARM", "NATO", "actual"), ("ASSAULT", "AZE-MIL", "ARM", "actual")]),
    # states by what they are
    ("Cuba thanked Russia. Moscow lent the island 38 million euros.", [("SUPPORT", "CUB", "RUS", "actual"), ("AID", "RUS", "CUB", "actual")]),
    ("Lithuania left the pact. China recalled its ambassador from the Baltic state.", [("REJECT", "LTU", "", "actual"), ("SANCTION", "CHN", "LTU", "actual")]),
    ("Greece praised Egypt. Turkey sent troops to the island of Lesbos.", [("SUPPORT", "GRC", "EGY", "actual"), ("MOBILIZE", "TUR", "GRC", "actual")]),
    # what several are named in, and what is part of it
    ("Beijing's coercion of Australia has included tariffs on barley and a ban on coal.", [("COERCE", "CHN", "AUS", "actual"), ("SANCTION", "CHN", "AUS", "actual"), ("SANCTION", "CHN", "AUS", "actual")]),
    ("India is weighing restrictions on Chinese investment.", [("SANCTION", "IND", "CHN", "possible")]),
    ("Oman and Qatar, which urged both sides to talk, praised Iran.", [("REQUEST", "OMN+QAT", "", "actual"), ("SUPPORT", "OMN+QAT", "IRN", "actual")]),
    # to whom the report is speaking of
    ("The quake shook Chad on Monday. Turkey sent rescue teams within hours.", [("AID", "TUR", "TCD", "actual")]),
    ("The quake shook Chad and Mali on Monday. Turkey sent rescue teams within hours.", [("AID", "TUR", "", "actual")]),
    # arms and trade told by nouns, and by what describes them
    ("Turkey has sold drones to Ethiopia for years. Ankara does not want to highlight the arms sales.", [("AID", "TUR", "ETH", "actual"), ("AID", "TUR", "ETH", "actual")]),
    ("Germany has sold cars to Ethiopia for years. The arms sales angered Egypt.", [("COOPERATE", "DEU", "ETH", "actual")]),
    ("Turkey condemned drone sales to Ethiopia.", [("ACCUSE", "TUR", "", "actual")]),
    ("Eritrea buys most of its weapons from China and has little money for spare parts.", [("AID", "CHN", "ERI", "actual")]),
    ("There is no doubt that the drones used by Ethiopia are Turkish.", [("AID", "TUR", "ETH", "actual")]),
    ("The drones that Ethiopia wants are Turkish.", []),
    ("Brussels imposed sanctions on three Chinese companies supplying parts to North Korea's missile programme.", [("SANCTION", "EUR", "CHN-BUS", "actual"), ("COOPERATE", "CHN-BUS", "PRK", "actual")]),
    # who sides with whom
    ("Hungary has become a rare ally and ever closer to the Kremlin.", [("SUPPORT", "HUN+RUS", "", "actual"), ("SUPPORT", "HUN", "RUS", "actual")]),
    ("Pyongyang has become Minsk's closest partner in Asia.", [("SUPPORT", "PRK+BLR", "", "actual")]),
    ("Oman has been friends with both Iran and Bahrain.", [("SUPPORT", "OMN", "IRN+BHR", "actual")]),
    ("Mali has turned away from France and into the arms of Russia.", [("REJECT", "MLI", "FRA", "actual")]),
    ("Pakistan's generals have drawn closer to Ankara, and the pair now build warships together.", [("SUPPORT", "PAK-MIL", "TUR", "actual"), ("COOPERATE", "PAK-MIL+TUR", "", "actual")]),
    ("Serbia remains a loyal friend of Russia and close to China.", [("SUPPORT", "SRB+RUS", "", "actual"), ("SUPPORT", "SRB", "CHN", "actual")]),
    ("Niger turned away from its former colonial power, France.", [("REJECT", "NER", "FRA", "actual")]),
    ("Niger thanked a backer, and Russia, for the loan.", [("SUPPORT", "NER", "RUS", "actual")]),
    ("Uganda and Rwanda met. The pair have since reopened their border.", [("CONSULT", "UGA+RWA", "", "actual"), ("RETREAT", "UGA+RWA", "", "actual")]),
    ("Angola trains its pilots in Krasnodar.", []),
    # a denial that is the act
    ("Cuba has not been intimidated by American threats.", [("REJECT", "CUB", "USA", "actual"), ("THREATEN", "USA", "CUB", "actual")]),
    ("Cuba will not bow to American pressure.", [("REJECT", "CUB", "USA", "actual")]),
    ("Kenya urged Malaysia not to push back boats with Somali refugees.", [("REQUEST", "KEN", "MYS", "actual"), ("CONCEDE", "MYS", "SOM-REF", "requested")]),
    # in spite of what was asked
    ("Switzerland has sent no tanks to Ukraine despite requests from Kyiv.", [("AID", "CHE", "UKR", "negated"), ("REQUEST", "UKR", "CHE", "actual")]),
    # what is taken, and from whom; drones shot down near somewhere
    ("The campaign to liberate the town of Sinjar from Islamic State went on.", [("ASSAULT", "", "ISIL", "actual")]),
    ("A Turkish drone shot down near Kobani had been watching a convoy.", [("ASSAULT", "", "TUR-MIL", "actual")]),
    # deals that talks are about, and whoever is near to them
    ("Chad and Niger opened talks on a border deal.", [("CONSULT", "TCD+NER", "", "actual"), ("AGREE", "TCD+NER", "", "possible")]),
    ("Oman held talks with Iran. A border deal is close.", [("CONSULT", "OMN+IRN", "", "actual"), ("AGREE", "OMN+IRN", "", "possible")]),
    ("Turkey and Egypt are close to a deal on gas.", [("AGREE", "TUR+EGY", "", "possible")]),
    # whether it happened
    ("Any attack on French soldiers in Niger would be a mistake.", [("ASSAULT", "", "FRA-MIL", "possible")]),
    ("Norway was forced to supply Ukraine with shells.", [("AID", "NOR", "UKR", "actual")]),
    ("Turkey went on to bomb Kurdish bases in Iraq.", [("ASSAULT", "TUR", "IRQ", "actual")]),
    ("Turkey stopped short of bombing Iraq.", [("ASSAULT", "TUR", "IRQ", "negated")]),
    ("A Turkish attack on Iraq is unlikely.", [("ASSAULT", "TUR", "IRQ", "possible")]),
    ("The presidents of Egypt and Greece are to meet in Cairo.", [("CONSULT", "EGY+GRC", "", "possible")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0] for c in CASES])
def test_the_construction_changes_nothing(sentence: str, expected: list[Told]) -> None:
    made = [
        (e.type, "+".join(filter(None, (p.code for p in e.actor))),
         "+".join(filter(None, (p.code for p in e.recipient))), e.status)
        for e in read(sentence).events
    ]  # fmt: skip
    assert sorted(made) == sorted(expected)
