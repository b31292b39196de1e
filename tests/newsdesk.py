# Stories that nobody wrote, for tests and benchmarks that need thousands: sentences from patterns
# and word lists, seeded. They are harder to tell apart than real ones: patterns come back in
# every story, and series of daily reports share most of their sentences.
"""Generated news: stories, daily series, and copies as other sites make them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

_STATES = (
    "Norway Finland Estonia Latvia Poland Hungary Serbia Greece Turkey Georgia Armenia Iran Iraq "
    "Jordan Egypt Sudan Ethiopia Kenya Uganda Rwanda Angola Nigeria Ghana Mali Niger Chad Algeria "
    "Morocco Tunisia Libya Israel Lebanon Syria Yemen Oman Qatar Pakistan India Nepal Vietnam Laos "
    "Cambodia Thailand Japan China Mongolia Kazakhstan Uzbekistan Ukraine Moldova Brazil Chile Peru "
    "Bolivia Colombia Panama Cuba Mexico Canada"
).split()
_TOWNS = (
    "Arvenholm Belcastra Corvany Dastorf Elmira Fenwick Garmsar Halden Iskander Jarvista Korosten "
    "Lubrena Marzeh Nokteva Ostrava Palmyra Quneitra Rostok Salamiyah Tarnow Umberg Valdena Wistula "
    "Yarmuk Zelenka Abudan Birzai Chernava Drobeta Erbilan Farsund Gorlitz Hamadan Ibrin Jenova Kalish "
    "Lorvena Mukhran Narvik Ormuz Pernov Qasrin Radomir Sumgait Trikala Ushkova Varzob Westra Xanthe "
    "Yelets Zarqan Adelburg Brovary Castellon Dunavar Eskilda Fosheim Gavrinis Hostomel Izvorny"
).split()
_FIRST = (
    "Anna Boris Carla Dmitri Elena Farid Greta Hassan Irina Jonas Karim Leila Marek Nadia Omar Petra "
    "Rashid Sofia Tomas Vera Yusuf Zoran Amina Bogdan Clara Daoud Emil Fatima Georg Hana"
).split()
_LAST = (
    "Abbasov Berglund Castellan Dragan Eriksen Farouk Grigoryan Haddad Ivanenko Jansons Kowalik Lindqvist "
    "Moradi Nazarov Okafor Petrenko Qasim Rahimi Stanek Tsereteli Ulmanis Vashchuk Wieland Yilmaz Zaman "
    "Almasi Bakker Cerny Demirel Engstrom Fontaine Gashi Hovland Ismail Jovanov Karimi Lazar Mbeki Novotny"
).split()
_NOUNS = (
    "convoy bridge harbour depot airfield hospital school market border checkpoint pipeline refinery "
    "dam reactor factory railway tunnel embassy consulate parliament ministry court prison camp village "
    "valley river island coast ridge road station warehouse terminal grid mine quarry orchard farm "
    "cathedral mosque archive stadium customs office barracks trench battery radar satellite frigate "
    "tanker ferry trawler helicopter drone missile shell rocket rifle grain wheat oil gas coal steel "
    "copper lithium fertiliser medicine vaccine budget loan bond tariff quota licence permit treaty "
    "charter protocol clause annex draft amendment petition ballot census verdict appeal ransom"
).split()
_ADJECTIVES = (
    "northern southern eastern western coastal mountainous rural crowded abandoned damaged guarded "
    "disputed contested joint secret lengthy brief costly fragile sudden gradual unusual modest bitter "
    "cautious firm formal frank heavy light old new temporary permanent partial complete foreign domestic"
).split()
_ACTS = (
    "shelled seized inspected reopened closed blocked repaired surrounded evacuated searched rebuilt "
    "occupied abandoned fortified raided flooded mined cleared supplied financed insured sold bought "
    "leased impounded photographed mapped toured visited condemned praised rejected accepted postponed "
    "cancelled suspended resumed ratified vetoed audited defended criticised questioned"
).split()
_PEOPLE = (
    "soldiers farmers engineers diplomats lawyers doctors teachers miners sailors pilots police monitors "
    "envoys lawmakers traders truckers students pensioners refugees fishermen rebels guards clerks judges"
).split()
_SAID = (
    ("said told reporters announced insisted argued noted warned admitted recalled stressed hinted")
    .replace("told reporters", "told")
    .split()
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Whole sentences, and below them the parts of which most are made.
_PATTERNS = (
    "“We have {act} every {noun} between {T} and {T},” {P} {said}.",
    "{S} and {S} have argued over the {noun} for {n} years.",
    "Nobody in {T} knew why the {people} had {act} the {adj} {noun}.",
    "Only the {adj} {noun} remains; the {noun} was {act}, the {noun} sold.",
    "Residents remember the {adj} {noun}, {adj} and loud.",
)  # fmt: skip
_BEFORE = (
    "On {day}", "In {T}", "After {n} days", "Near the {noun}", "Without warning", "For {n} weeks",
    "Despite a {adj} {noun}", "According to {P}", "Since the {noun} fell", "As {people} watched",
    "Late in the evening", "Far from {T}", "With {n} votes", "By then", "In a {adj} {noun}",
    "Against the advice of {P}", "Behind the {noun} of {T}", "While {S} hesitated",
)  # fmt: skip
_DOERS = (
    "{S}", "{P}", "the {people} of {T}", "a {adj} {noun}", "{n} {people}", "{adj} {people}",
    "the {noun} commission", "a court in {T}", "its {adj} {noun}", "{people} from {S}",
    "the {noun} ministry", "neither {S} nor {S}", "the owner of the {noun}", "two {people}",
    "the mayor, {P},", "half of the {people}",
)  # fmt: skip
_DEEDS = (
    "{act} the {adj} {noun}", "{act} {n} {noun}s", "had {act} a {noun} and a {noun}",
    "has not {act} any {noun}", "would have {act} what {S} {act}", "{act} both {noun} and {noun}",
    "may yet {act} the {noun}, or lose it", "never {act} a {adj} {noun}", "{act} it {n} times",
    "{act} more {noun} than {noun}", "was {act} by {people}", "hoped that {S} {act} the {noun}",
    "{act} everything but the {noun}", "asked {P} about the {adj} {noun}", "stood by the {noun}",
    "paid {n} million for a {noun}", "lost its {adj} {noun}", "spoke of {noun}, {noun} and {noun}",
)  # fmt: skip
_AFTER = (
    "near {T}", "on {day}", "because of the {noun}", "as {S} had asked", "{n} kilometres from {T}",
    "before {people} came", "to the surprise of {P}", "for want of {noun}", "under a {adj} {noun}",
    "in spite of {S}", "until {day}", "like {n} others", "beside the {adj} {noun}", "at the {noun}",
    "with help from {S}", "and nobody {act} it", "if {P} is right", "rather than the {noun}",
)  # fmt: skip
_VOICES = ("{P} {said}", "{people} in {T} {said}", "an official {said}", "{S} {said} on {day}")
_HEADS = (
    "{S} {act} {adj} {noun} near {T}", "{people} in {T} wait for {noun}", "{P}: {noun} {act} at last",
    "What the {noun} of {T} means for {S}", "{S} and {S} quarrel over {adj} {noun}",
)  # fmt: skip
_FURNITURE = (
    "Home\nWorld\nPolitics\nSport", "Subscribe to our newsletter", "Share this article", "Read more",
    "Advertisement", "Sign up for our daily briefing", "Related Articles", "Follow us on Twitter",
    "© 2022 All rights reserved.", "Click here to read more", "Most popular",
)  # fmt: skip
_SYNONYMS = {
    "said": "stated", "near": "close to", "waited": "lingered", "dispute": "quarrel", "worth": "valued at",
    "argued": "quarrelled", "years": "years", "officials": "functionaries", "every": "each",
    "after": "following", "while": "whereas", "often": "frequently", "earlier": "before", "loud": "noisy",
    "remember": "recall", "declined": "refused", "whether": "if", "belongs": "pertains",
    "remains": "persists", "border": "frontier", "harbour": "port", "road": "highway", "camp": "encampment",
    "market": "bazaar", "bridge": "span", "hospital": "clinic", "school": "academy", "factory": "plant",
    "soldiers": "troops", "farmers": "growers", "police": "constabulary", "lawyers": "attorneys",
    "doctors": "physicians", "teachers": "instructors", "refugees": "displaced", "rebels": "insurgents",
    "seized": "captured", "closed": "shut", "blocked": "obstructed", "repaired": "mended",
    "bought": "purchased", "rejected": "spurned", "postponed": "delayed", "cancelled": "scrapped",
    "condemned": "denounced", "praised": "lauded", "visited": "called at", "new": "fresh", "old": "aged",
    "brief": "short", "sudden": "abrupt", "damaged": "harmed", "secret": "covert", "killed": "slain",
    "wounded": "injured", "attack": "assault", "district": "area", "region": "province", "houses": "homes",
    "people": "persons", "strikes": "hits", "over": "above", "before": "prior to", "foreign": "overseas",
}  # fmt: skip
_LEXICON = tuple(
    sorted({*_NOUNS, *_ADJECTIVES, *_ACTS, *_PEOPLE, *_SAID, *_STATES, *_TOWNS, *_LAST})
)
_WORD = re.compile(r"[\w’]+")


@dataclass(frozen=True, slots=True)
class Told:
    """One report, and which story it tells: the same number for copies of one text."""

    text: str
    title: str
    story: int


def filled(pattern: str, random: Random) -> str:
    """*pattern* with a word for each slot."""

    def word(found: re.Match[str]) -> str:
        slot = found.group(1)
        if slot == "P":
            return f"{random.choice(_FIRST)} {random.choice(_LAST)}"
        if slot == "n":
            return str(random.choice((random.randint(2, 40), random.randint(41, 900))))
        lists = {
            "S": _STATES, "T": _TOWNS, "act": _ACTS, "adj": _ADJECTIVES, "noun": _NOUNS,
            "people": _PEOPLE, "said": _SAID, "day": _DAYS,
        }  # fmt: skip
        return random.choice(lists[slot])

    made = re.sub(r"\{(\w+)\}", word, pattern)
    return made[0].upper() + made[1:]


def sentence(random: Random) -> str:
    """One sentence of words that hardly another has."""
    if random.random() < 0.15:
        return filled(random.choice(_PATTERNS), random)
    made = f"{random.choice(_DOERS)} {random.choice(_DEEDS)}"
    if random.random() < 0.6:
        made = f"{random.choice(_BEFORE)}, {made}"
    if random.random() < 0.7:
        made = f"{made} {random.choice(_AFTER)}"
    if random.random() < 0.3:
        made = f"{made}, {random.choice(_VOICES)}"
    return filled(made + ".", random)


def story(random: Random, sentences: int) -> list[str]:
    """Paragraphs of one story, the headline first."""
    lines = [sentence(random) for _ in range(sentences)]
    paragraphs = []
    while lines:
        size = random.randint(1, 3)
        paragraphs.append(" ".join(lines[:size]))
        lines = lines[size:]
    return [filled(random.choice(_HEADS), random), *paragraphs]


def series(random: Random, days: int) -> list[list[str]]:
    """Reports of one kind, a day each: the same sentences around other towns and numbers."""
    places = random.sample(_TOWNS, 12)
    side, other, governor = random.choice(_STATES), random.choice(_STATES), filled("{P}", random)
    forms = (
        f"{side} [shelled|struck|bombarded|hit] {{N}} [settlements|towns and villages|communities] in the {places[0]} region [over the past day|since the previous morning|within a day], [killing|taking the lives of] {{N}} [people|civilians|residents] and [wounding|injuring|leaving wounded] {{N}}, [governor|the head of the region,|regional governor] {governor} [said on {{D}}|wrote on {{D}}|told journalists on {{D}}].",
        "[The strikes hit|Shells fell on|Explosions shook] {L} and {L}, [where|and in both] {N} [houses, {N} cars|homes, {N} shops|flats, {N} barns] and a {W} [were damaged|burned|were ruined].",
        "[Rescuers pulled|Firefighters dug|Volunteers carried] {N} people [from the rubble of|out of what had been] a {W} in {L}, [the emergency service said|the fire brigade reported|according to the rescue staff].",
        f"In the {places[1]} district, {{N}} [drones|unmanned aircraft|loitering munitions] were [shot down|brought down|destroyed] by [air defence units|mobile teams|gunners] near {{L}}, [the military said|the army reported|the general staff announced].",
        "{N} of the [wounded|injured|casualties], among them {N} [children|women|medics], were [taken to hospital|brought to clinics|treated] in {L}.",
        "[Artillery fire was reported along|Fighting went on along|Guns were heard on] the whole [line of contact|front|front line], most of it [around|near|close to] {L}.",
        "[Power was cut|The lights went out|There was no electricity] in {N} villages [after|when] a {W} [burned down|caught fire|was hit].",
    )  # fmt: skip
    # Each series has its own wording, and keeps to it.
    daily: tuple[str, ...] = tuple(
        re.sub(r"\[([^\]]+)\]", lambda m: random.choice(m.group(1).split("|")), form)
        for form in forms
    )
    lasting = [sentence(random) for _ in range(random.randint(1, 4))]
    lasting.append(f"{side} has denied targeting civilians since the war with {other} began.")
    chosen = random.sample(daily, random.randint(4, len(daily)))

    def slot(found: re.Match[str]) -> str:
        kind = found.group(1)
        if kind == "N":
            return str(random.randint(2, 60))
        return random.choice({"L": places, "D": list(_DAYS), "W": _NOUNS}[kind])

    made = []
    for _ in range(days):
        told = [re.sub(r"\{(\w)\}", slot, line) for line in chosen]
        told += [sentence(random) for _ in range(random.randint(3, 6))]
        head = f"{side} strikes kill {random.randint(2, 60)} in {places[0]}"
        made.append([head, *told, *lasting])
    return made


def altered(text: str, share: float, random: Random) -> str:
    """*text* with that share of its words replaced: by a synonym where there is one, or by any word."""
    spans = [m.span() for m in _WORD.finditer(text)]
    for start, end in sorted(random.sample(spans, int(share * len(spans))), reverse=True):
        other = _SYNONYMS.get(text[start:end].lower())
        if other is None or random.random() < 0.2:
            other = random.choice(_LEXICON)
        text = text[:start] + other + text[end:]
    return text


def copied(paragraphs: list[str], random: Random, *, most: float = 0.15) -> tuple[str, str]:
    """Text and title of *paragraphs* as another site has them: cut, renamed, altered, framed."""
    body = paragraphs[1:]
    kept = random.choice((1.0, 1.0, random.uniform(0.35, 1.0)))
    sentences = [s for p in body for s in re.split(r"(?<=[.”]) (?=[A-Z“])", p)]
    count = max(5, round(kept * len(sentences)))
    first = random.choice((0, 0, 0, len(sentences) - count))
    lines = sentences[first : first + count]
    title = random.choice((paragraphs[0], filled(random.choice(_HEADS), random)))
    text = altered("\n\n".join(lines), random.uniform(0, most), random)
    around = random.sample(_FURNITURE, random.randint(0, 5))
    half = len(around) // 2
    return "\n\n".join([*around[:half], title, text, *around[half:]]), title


def corpus(
    seed: int, *, stories: int = 300, copies: int = 3000, distinct: int = 3000, days: int = 25
) -> list[Told]:
    """Return *copies* of *stories*, and *distinct* reports, half of them of daily series; shuffled."""
    random = Random(seed)
    originals = [story(random, random.randint(8, 40)) for _ in range(stories // 2)]
    while len(originals) < stories:  # copies of daily reports, too
        originals += series(random, 3)
    made = [Told(*copied(originals[k % stories], random), story=k % stories) for k in range(copies)]
    single: list[list[str]] = [
        story(random, random.randint(8, 40)) for _ in range(distinct - distinct // 2)
    ]
    while len(single) < distinct:
        single += series(random, days)
    made += [
        Told("\n\n".join(lines), lines[0], story=stories + k)
        for k, lines in enumerate(single[:distinct])
    ]
    random.shuffle(made)
    return made
