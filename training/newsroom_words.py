# The words of the newsroom's sentences.
# A name or noun phrase is one string. The last word before "of" or "for" is its head, and the
# words before it hang on that; a mark after a word says what it is when it is not plain:
#   /a adjective   /v participle   /A adjective in a name ("United/A Nations")   /P plural name
#   /m noun that takes no "a"   /s the plural of no singular ("troops")
# A plus sign joins the words of a name that has no head ("Sri+Lanka"). A capital makes a name, a final "s" a plural. Verbs are a base with the past and the participle
# where these are irregular.
"""Word lists for the sentences that ``newsroom.py`` makes."""

from __future__ import annotations

STATES = (
    "Poland Ukraine Russia China Iran Israel Turkey Egypt Brazil Japan Kenya Nigeria Mali Syria Libya Yemen Oman "
    "Qatar Germany France Spain Italy Greece Serbia Kosovo Hungary Sweden Norway Finland Estonia Latvia Lithuania "
    "Belarus Georgia Armenia Azerbaijan Kazakhstan Uzbekistan Tajikistan Kyrgyzstan Turkmenistan Mongolia India "
    "Pakistan Afghanistan Nepal Bangladesh Myanmar Vietnam Laos Cambodia Thailand Malaysia Singapore Indonesia "
    "Australia Canada Mexico Cuba Haiti Honduras Guatemala Nicaragua Panama Venezuela Colombia Peru Chile Bolivia "
    "Ecuador Paraguay Uruguay Argentina Sudan Ethiopia Eritrea Djibouti Somalia Rwanda Burundi Uganda Tanzania Zambia "
    "Zimbabwe Mozambique Angola Malawi Congo Cameroon Gabon Togo Benin Ghana Liberia Guinea Gambia Senegal Niger Chad "
    "Algeria Morocco Tunisia Lebanon Jordan Iraq Kuwait Bahrain Cyprus Malta Albania Croatia Slovenia Slovakia Austria "
    "Belgium Denmark Iceland Ireland Portugal Switzerland Bulgaria Romania Moldova Montenegro Britain Taiwan NATO UN EU "
    "Hamas Hezbollah ECOWAS ASEAN OPEC UNICEF Palestine"
).split()
STATE_PHRASES = (
    "North Korea|South Korea|Saudi/A Arabia|South Africa|New/A Zealand|Sri+Lanka|El+Salvador|Costa+Rica|"
    "Sierra+Leone|Burkina+Faso|South Sudan|the United/A States/P|the Netherlands/P|the Philippines/P|"
    "the United/A Nations/P|the European/A Union|the African/A Union|the Arab/A League|the United/A Kingdom|"
    "the Czech/A Republic|the Vatican|the Kremlin|the White/A House|the Pentagon|the UN|the EU|the US"
).split("|")
CAPITALS = (
    "Moscow Washington Beijing Tehran Kyiv Ankara Paris London Berlin Brussels Warsaw Cairo Riyadh Seoul Tokyo Pyongyang "
    "Damascus Baghdad Geneva Vienna Doha Nairobi Abuja Kabul Islamabad Dhaka Hanoi Manila Jakarta Canberra Ottawa Havana "
    "Caracas Bogota Lima Quito Santiago Brasilia Khartoum Juba Mogadishu Kigali Kampala Kinshasa Luanda Harare Pretoria "
    "Dakar Bamako Niamey Tripoli Tunis Algiers Rabat Beirut Amman Sanaa Muscat Manama Nicosia Athens Sofia Bucharest "
    "Belgrade Pristina Skopje Tirana Zagreb Budapest Prague Bratislava Riga Vilnius Tallinn Minsk Chisinau Tbilisi "
    "Yerevan Baku Astana Tashkent Bishkek Dushanbe Jerusalem Madrid Rome Lisbon Dublin Oslo Stockholm Helsinki "
    "Copenhagen Singapore Delhi"
).split()
TOWNS = (
    "Aleppo Idlib Homs Mosul Kirkuk Basra Fallujah Herat Kandahar Kunduz Quetta Peshawar Karachi Lahore Mumbai Kolkata "
    "Kharkiv Odesa Mariupol Donetsk Luhansk Zaporizhzhia Sevastopol Rostov Grozny Benghazi Misrata Sirte Taiz Hodeidah "
    "Aden Gaza Hebron Jenin Nablus Haifa Goma Bunia Bukavu Maiduguri Kano Kaduna Timbuktu Gao Kismayo Baidoa Mekelle "
    "Gondar Asmara Nyala Abyei Malakal Cabinda Nampula Mombasa Kisumu Istanbul Izmir Diyarbakir Stepanakert Gyumri "
    "Donbas Crimea Darfur Tigray Kashmir Punjab Sindh Helmand Anbar Raqqa Rakhine Mindanao Aceh Papua Xinjiang Tibet"
).split()
PEOPLES = (
    "Polish Ukrainian Russian Chinese Iranian Israeli Turkish Egyptian Brazilian Japanese Kenyan Nigerian Malian Syrian "
    "Libyan Yemeni German French Spanish Italian Greek Serbian Hungarian Swedish Norwegian Estonian Latvian Lithuanian "
    "Belarusian Georgian Armenian Azerbaijani Kazakh Uzbek Tajik Indian Pakistani Afghan Bangladeshi Burmese Vietnamese "
    "Thai Indonesian Filipino Australian Canadian Mexican Cuban Haitian Venezuelan Colombian Peruvian Chilean Bolivian "
    "Argentine Sudanese Ethiopian Eritrean Somali Rwandan Ugandan Congolese Angolan Ghanaian Senegalese American British "
    "Irish Dutch Belgian Austrian Swiss Portuguese Danish Finnish Bulgarian Romanian Albanian Croatian Bosnian Moldovan "
    "European Western African Arab Palestinian Lebanese Jordanian Iraqi Kuwaiti Algerian Moroccan Tunisian Saudi Kurdish"
).split()

FIRST_NAMES = (
    "Hamid Zainab Gordon Anwar Mateus Ivana Dragan Olena Pavlo Sergei Natalia Igor Ahmed Fatima Yusuf Khalid Mariam Omar "
    "Tariq Leila Reza Hassan Parviz Nasrin Amir Shireen Ravi Priya Arjun Sunita Vikram Meera Chen Wei Jun Hiroshi Keiko "
    "Kenji Min Joon Tuan Linh Somchai Budi Siti Jose Maria Carlos Lucia Diego Rafael Ana Paulo Beatriz Pierre Claire "
    "Jean Marie Hans Greta Klaus Anna Lars Ingrid Jan Katarzyna Piotr Zoltan Eva Petr Milan Ion Elena Nikos Sofia Giorgi "
    "Nino Aram Lusine Ilham Kwame Ama Chidi Ngozi Juma Wanjiru Tesfaye Almaz Abdi Halima Moussa Aminata Jacob Thabo "
    "Nomsa David Rachel Michael Susan John Karen Peter Helen Patrick Ruth Gloria Farid Nadia Rustam Aigul"
).split()
SURNAMES = (
    "Karzan Zalmi Brownlee Tillman Mushtaq Hussaini Okonma Adeyinka Mbedzi Dladla Kiprono Wambui Otieno Kagimu "
    "Tshilo Kabeya Ndiaye Traorel Konate Diallon Sissokho Abdirahim Warsame Gebremar Tekle Haileyo Bashiri Elamin "
    "Khalifani Benmoussa Haddadi Saidi Mansouri Trabulsi Najjar Khouri Aounel Barzini Talabi Hashemian Rouzbeh Zarifi "
    "Ghaffari Karimov Rahmatov Atabekov Nazarov Berdiyev Alizade Sargsian Petrosian Kocharyan Saginadze Melikishvili "
    "Porokhnya Kovalenko Shevchuk Tymchenko Lukin Petrov Sidorenko Voronin Medvinsky Kozlov Orlova Balan Popescu "
    "Ionescu Dimitrov Borisova Markovic Jovanovic Petkovic Kurtaj Berishani Horvat Novak Kralik Babinsky Orsolya Szabo "
    "Kowalska Nowicki Tomaszek Kaczor Lindgren Haugen Virtanen Jansen Bakker Vermeulen Dubois Lefevre Moreau Marchand "
    "Schneiderhan Vogel Brandt Meisner Scholten Rossi Bianchini Contarini Papadakis Tsirakis Garcia Rajaval Sancho "
    "Ferreira Bolzano Luzardo Moralez Evora Correal Uribe Santoyo Madero Guevarez Buendia Ortuno Castillon Thornton "
    "Carver Osborne Bidwell Powers Riceman Keller Harper Turnley Arden Morley Singh Modak Gadgil Sharmila "
    "Banerji Shaikh Bhatti Khan Chaudhri Rajakaruna Hasnat Thapali Suu Nguyen Pham Prasert Widjaja Dimagiba Marasigan "
    "Abiko Kishimoto Suganuma Moonhee Parkson Jinghua Keming Wangda Erdem Gulmez Kilicdar Nahmani Galili Lapidot "
    "Abbasi Hamdan Sawalha Nasser Harb Atrash"
).split()
INITIALS = "A. B. C. F. H. J. K. L. M. W.".split()
ARABIC = "Hadi Rawi Maliki Abdali Tamimi Bashir Mahdi Turki Jubouri Harbi Hashimi Qadiri Sarraf Shabani Qassim".split()

# Titles that stand before a name without an article; the marked ones are nouns of their own.
TITLES = (
    "President|Prime/A Minister|Foreign/A Minister|Defence Minister|Interior Minister|Finance Minister|Chancellor|King|"
    "Vice President|Secretary of State|Defense Secretary|Attorney General|Governor|Senator|General|Colonel|Ambassador|"
    "Deputy Prime/A Minister|Justice Minister|Speaker|Chief Justice|Sheikh|Ayatollah|Mayor|Secretary General|Premier"
).split("|")
ROLES = (
    "president|prime/a minister|foreign/a minister|defence minister|leader|opposition leader|special/a envoy|spokesman|"
    "spokeswoman|rebel commander|army chief|police chief|trade minister|lawmaker|ambassador|negotiator|"
    "national/a security adviser|interior minister|peace envoy|party leader|vice president|journalist|activist|chancellor"
).split("|")
CLUBS = (
    "NATO|UN|EU|Hamas|Hezbollah|Taliban|Fatah|African/A Union|European/A Commission|Human/A Rights/P Watch|"
    "Amnesty International|Red/A Crescent|National/A Democratic/A Party|Green/A Party|Workers Party|Conservative/A Party"
).split("|")
# Offices that every state has: a people's adjective may stand before them.
OFFICES = (
    "the Ministry of Foreign/A Affairs/P|the Foreign/A Ministry|the Interior Ministry|the Defence Ministry|"
    "the National/A Assembly|the Supreme/A Court|the Constitutional/A Court|the Central/A Bank|the Senate|"
    "the National/A Security Council|the Electoral/A Commission|the Revolutionary/A Guards/P|the Ministry of Defence|"
    "the Communist/A Party|the Council of Ministers/P|the Justice Ministry|the High/A Court|the Coast Guard"
).split("|")
ORGANISATIONS = (
    "the Security Council|the European/A Commission|the Islamic/A State|the African/A Union Commission|"
    "the International/A Criminal/A Court|the World Health Organization|the World Bank|Parliament|Congress|"
    "the State Department|the Organization of American/A States/P|the General/A Assembly|the Taliban|the Red/A Cross|"
    "Human/A Rights/P Watch|Amnesty International|the Free/A Officers/P Movement|the Popular/A Front for Reform|"
    "Delhi Police|Kabul Police|the House of Representatives/P|the Islamic/A State group|the Taliban movement"
).split("|")
LETTERED = (
    "the World Health Organization=WHO|the International/A Monetary/A Fund=IMF|the African/A Union=AU|"
    "the All Pakistan Muslim/A League=APML|the Kurdistan Workers Party=PKK|the Shanghai Cooperation Organization=SCO|"
    "the Sudan Liberation Movement=SLM|the National/A Liberation Army=ELN|the United/A Liberation Front=ULF|"
    "the International/A Atomic/A Energy Agency=IAEA|the Palestine Liberation Organization=PLO|"
    "the Gulf Cooperation Council=GCC|the National/A Accountability Bureau=NAB|the Free/A Syrian/A Army=FSA|"
    "the Moro Islamic/A Front=MIF|the European/A Central/A Bank=ECB|the Democratic/A Progress Party=DPP"
).split("|")
PARTIES = (
    "Pakistan Muslim/A League-Quaid=PML-Q|Pakistan Muslim/A League-Nawaz=PML-N|Bharat Jan Dal=BJD|"
    "National/A Congress Party=NCP|Umma Reform Party=URP|Jatiya Party-Ershad=JP-E"
).split("|")

# People who act, in the plural, and single ones; "the" or a number before them, a people's name between.
GROUPS = (
    "troops/s forces soldiers officials diplomats police/s lawmakers protesters rebels prosecutors authorities "
    "ministers guards officers militants fighters peacekeepers insurgents demonstrators students "
    "workers activists settlers commandos negotiators hackers teachers doctors judges senators voters"
).split()
MACHINES = "missiles drones jets helicopters warplanes tanks warships gunboats".split()
HEADS = (
    "government|army|parliament|foreign/a ministry|president|prime/a minister|ambassador|navy|air force|supreme/a court|"
    "spokesman|ruling/v party|opposition|military|cabinet|intelligence service|interior ministry|envoy|coast guard|"
    "security council|central/a bank|coalition|delegation|senate|junta|regime|militia|appeals court|election commission"
).split("|")
LOYAL = "loyal close allied hostile opposed".split()

# Things that are done; the phrase after a verb.
OBJECTS = (
    "sanctions|tariffs|talks|diplomatic/a ties|relations|troops/s|diplomats|envoys|exports|imports|flights|prisoners|"
    "hostages|restrictions|border crossing|pact|peace agreement|treaty|trade deal|proposal|demand|resolution|peace plan|"
    "offer|military/a exercise|arms/s embargo|travel ban|ceasefire|state of emergency|curfew|draft law|budget|"
    "nuclear/a programme|missile test|gas pipeline|refugee camp|opposition party|referendum|amnesty|visa requirements|"
    "military/a aid/m|food aid/m|border controls|peace process|constitutional/a amendments|gas supplies|joint/a statement|"
    "security pact|power plant|election results|parliamentary/a elections|consulate|military/a base|oil shipments"
).split("|")
ARMS = (
    "tanks|arms|weapons|missiles|drones|grain/m|vaccines|generators|ammunition/m|fighter jets|rockets|medicine/m|wheat/m|"
    "humanitarian/a aid/m|medical/a supplies|vehicles|patrol boats|air defence systems|field hospitals|"
    "armoured/a vehicles|financial/a assistance/m|blankets|tents|surveillance equipment/m|oil/m|electricity/m"
).split("|")
ISSUES = (
    "the disputed/v islands|the nuclear/a programme|human/a rights/s abuses|border incidents|the war|the shooting|"
    "its missile tests|trade|fishing rights|the arrest of journalists|the poisoning of a critic|climate change/m|"
    "bilateral/a relations|the crisis|counter-terrorism/m|security cooperation/m|the refugee crisis|energy supplies|"
    "the election|the killing of a diplomat|water/m|the ceasefire|regional/a security/m|corruption/m|the fate of hostages"
).split("|")
GIFTS = (
    "the deadline|a deadline|a pardon|a loan|asylum/m|military/a aid/m|permission/m|full/a support/m|a visa|guarantees|"
    "security guarantees|independence/m|emergency powers|a warning|weapons|financial/a aid/m|citizenship/m"
).split("|")
CRIMES = (
    "steal stole stolen|plot plotted plotted|incite|murder|kill|abuse|finance|support|torture|smuggle|defraud|spy|bribe|undermine|betray"
).split("|")
LOOT = {
    "steal": "weapons|fuel/m|secrets|cattle/m|public/a funds|oil/m|antiquities".split("|"),
    "smuggle": ARMS,
    "plot": "a coup|an attack|attacks|a bombing|a revolt".split("|"),
}
VICTIMS = (
    "civilians|soldiers|people/s|police officers|villagers|aid workers|children/s|protesters|worshippers|peacekeepers|"
    "militants|passengers|troops/s|fighters|students|migrants|rescue workers|journalists|women/s|miners"
).split("|")
BLASTS = (
    "car bombing|suicide attack|air strike|roadside bomb|rocket attack|drone strike|missile strike|gun attack|"
    "bomb blast|shooting|raid|ambush|mortar attack|explosion|grenade attack"
).split("|")
DAMAGE = "hit hit hit|destroy|strike struck struck|damage|devastate".split("|")
BUILDINGS = "convoy|market|military/a base|mosque|hotel|police station|bus|checkpoint".split("|")
JUDGE = "condemn|criticize|praise|follow|denounce|boycott|discuss|protest".split("|")
EVENTS = (
    "election|coup|summit|attack|ceasefire|vote|invasion|protest|meeting|earthquake|explosion|arrest|talks|"
    "referendum|strike|clashes|air strikes|ruling|raid|withdrawal|deal|rally"
).split("|")
SIGNS = "sign|show|bid|move|gesture|attempt|statement|speech|report|break".split("|")
BRANCHES = (
    "party congress|foreign/a ministry|army|parliament|ruling/v party|united/v front|security council"
).split("|")

# Compounds with a hyphen: "Saudi-led coalition"; and with a prefix that stays: "anti-government".
LED = "led backed brokered mediated supported occupied controlled sponsored held based imposed run".split()
LED_THINGS = (
    "coalition|ceasefire|area|forces|peace talks|rebels|militia|government|alliance|mission|sanctions|operation|"
    "separatists|territory|troops/s|peace plan|convoy|administration|air strikes|fighters|town|company"
).split("|")
WITH_PREFIX = (
    "anti-government anti-war anti-corruption pro-democracy pro-government pro-Russian pro-European anti-terrorism "
    "anti-American pro-independence ex-rebel counter-terrorism non-aligned trans-Atlantic multi-party post-election"
).split()
PREFIXED = "protests protesters rally demonstrators party forces activists operation officials movement unrest/m".split()
MISSILES = "air surface ground ship".split()

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = (
    "January February March April May June July August September October November December".split()
)
AGENCIES = "AP AFP Reuters IANS UPI ANSA dpa EFE PTI Xinhua BNA Kyodo".split()

# Verbs: base, or base past participle.
HIT = (
    "condemn|attack|bomb|shell|train|arm|support|back|criticize|threaten|invade|praise|blame|target|defend|denounce|"
    "strike struck struck|hit hit hit|beat beat beaten|fight fought fought|ambush|besiege|capture|arrest|detain|"
    "release|free|kidnap kidnapped kidnapped|kill|repel repelled repelled|pressure|ridicule|slam slammed slammed|"
    "sue|fault|rebuke|reassure|meet met met|visit|welcome|receive|host|thank|congratulate|recognize|isolate|sanction|"
    "assist|aid|rescue|betray|snub snubbed snubbed|summon|expel expelled expelled|dismiss|replace|question|release|"
    "protect|hail|honour|endorse|insult|lobby|surround|chase|disarm|defeat|confront|challenge|overthrow overthrew overthrown"
).split("|")
DO = (
    "reject|sign|announce|suspend|lift|ease|end|approve|close|cut cut cut|halt|renew|welcome|withdraw withdrew withdrawn|"
    "deploy|recall|seize|cancel|postpone|reopen|expand|freeze froze frozen|unveil|restore|break broke broken|begin began begun|"
    "accept|adopt|ratify|veto|oppose|criticize|condemn|extend|resume|launch|violate|block|protest|propose|tighten|"
    "oversee oversaw overseen|declare|denounce|scrap scrapped scrapped|draft|debate|ban banned banned|uphold upheld upheld|"
    "win won won|lose lost lost|review|stop stopped stopped|start|destroy|raid|storm|blockade|build built built|"
    "leave left left|seek sought sought|demand|delay|reach|hold held held|organize|monitor|reduce|increase|double"
).split("|")
GIVE = (
    "supply|send sent sent|sell sold sold|give gave given|provide|deliver|offer|lend lent lent|ship shipped shipped|"
    "grant|hand|return|transfer transferred transferred|donate|export|pledge|promise"
).split("|")
AWARD = "give gave given|grant|offer|award|promise|deny|lend lent lent|send sent sent".split("|")
# A verb with its particle; and one with a preposition, before someone or a place, and before a thing.
OUT = (
    "carry out|call off|hand over|take took taken over|set set set up|break broke broken off|shut shut shut down|"
    "shoot shot shot down|lay laid laid down|give gave given up|cut cut cut off|wipe out"
).split("|")
ON = (
    "call on|arrive in|withdraw withdrew withdrawn from|clash with|fire on|cooperate with|agree with|appeal to|react to|"
    "march on|advance on|talk to|retaliate against|protest against|speak spoke spoken with|return to|apologize to|"
    "meet met met with|break broke broken with|surrender to|trade with|negotiate with|flee fled fled to|side with|"
    "vote against|object to|travel to|respond to|retreat from|resign from|yield to|fight fought fought against"
).split("|")
FOR = (
    "call for|insist on|agree on|comply with|push for|vote for|prepare for|object to|vote against|protest against|"
    "benefit from|focus on|react to|contribute to"
).split("|")
PLAN = (
    "agree|refuse|promise|threaten|offer|decide|plan planned planned|begin began begun|fail|vow|decline|pledge|seek sought sought|"
    "try|continue|want|hope|move|prepare|propose|expect|manage"
).split("|")
# Whom one tells is an indirect object in the treebanks, whom one forces a direct one.
TELL = "urge|ask|tell told told|allow|advise|warn".split("|")
FORCE = "order|force|press|invite|authorize|encourage|pressure".split("|")
SAY = (
    "say said said|announce|report|warn|add|confirm|claim|acknowledge|insist|"
    "argue|deny|admit admitted admitted|declare"
).split("|")
STAGE = "rig rigged rigged|stage|plan planned planned|delay|orchestrate".split("|")
HAPPEN = "happen|fail|collapse|continue|escalate".split("|")
CALL = "call|declare|consider|label|deem".split("|")
VERDICTS = (
    "unconstitutional|illegal|unacceptable|unlawful|invalid|dangerous|regrettable|unfair|provocative"
).split("|")
EVENT_ADVERBS = "strongly repeatedly publicly formally officially sharply jointly briefly recently quietly".split()
OPENERS = "Meanwhile Also However Separately Afterwards Elsewhere".split()
