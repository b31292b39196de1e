from __future__ import annotations

import pytest

from dragoman.body.clean import clean
from dragoman.body.strip import noisy_tail

STORY = [
    "Iran denied on Monday that it had sold drones to Russia.",
    "Ukraine asked the bloc to impose sanctions on Tehran at once.",
    "Diplomats from France and Germany will meet in Brussels on Thursday.",
]


def kinds(*paragraphs: str) -> dict[str, str]:
    """Paragraph → its kind of noise, for those that are noise."""
    body = clean("\n\n".join(paragraphs))
    return {noise.text: noise.kind for noise in body.noise}


@pytest.mark.parametrize(
    "line",
    [
        "Look also",
        "Related Articles",
        "Source link",
        "Read more",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Back to top button",
        "Share this:",
        "Click to share on Twitter (Opens in new window)",
        "Advertisement",
        "Subscribe to our newsletter",
        "Sign up for our free morning newsletter.",
        "This website uses cookies to improve your experience.",
        "Recommended",
        "Most read",
        "Tags: Iran, Russia, drones",
        "Read more: What the drones can do",
        "Follow us on Twitter",
        "Comments (12)",
        "Skip to main content",
        "Download our app",
        "5 min read",
        "Facebook Twitter WhatsApp",
        "October 18, 2022 10:32 a.m. EDT",
        "Posted on October 18, 2022 by Ann Lee",
        "Notify me of follow-up comments by email.",
        "Log in to leave a comment",
        "Be the first to comment",
        "Get our best stories delivered to your inbox every morning",
        "Article continues after this advertisement",
        "The post Iran denies it, Tehran said appeared first on Baltic Wire.",
        "With inputs from agencies",
        "Like what you see? Subscribe to our daily briefing.",
        "We use cookies to make this site work.",
        "Home > World > Europe",
        "#Iran #Russia #drones",
        "2 hours ago",
    ],
)
def test_page_furniture_is_boilerplate(line: str) -> None:
    assert kinds(STORY[0], line, STORY[1]) == {line: "boilerplate"}


@pytest.mark.parametrize(
    "line",
    [
        "All rights reserved.",
        "Copyright © 2022 The Daily Courier. All rights reserved.",
        "c.2022 The Morning Times Company",
        "© 2022 Baltic Wire",
    ],
)
def test_notices_of_ownership_are_copyright(line: str) -> None:
    assert kinds(*STORY, line) == {line: "copyright"}


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ann Lee in Kyiv; editing by Bob Ray",
        "(Additional reporting by Ann Lee; Editing by Bob Ray and Cy Fox)",
        "Reporting was contributed by Ann Lee from Kyiv and Bob Ray from Riga.",
        "Ann Lee and Bob Ray contributed to this report from Kyiv.",
        "Translated by Ann Lee",
    ],
)
def test_reporting_credits_are_bylines_at_the_end_too(line: str) -> None:
    assert kinds(*STORY, *(s.replace("on", "upon") for s in STORY), line)[line] == "byline"


@pytest.mark.parametrize(
    "line", ["By Ann Lee", "By ANN LEE and BOB RAY", "Ann Lee, Reuters", "By Ann Lee, Reuters"]
)
def test_names_alone_near_the_top_are_bylines(line: str) -> None:
    assert kinds("Iran denies drone sale", line, *STORY) == {line: "byline"}


@pytest.mark.parametrize(
    "line",
    [
        "A drone over the port of Odesa in Ukraine. (AP Photo/Ann Lee)",
        "Fire fighters in Kyiv on Monday. (Ukrainian Police via AP, File)",
        "File photo",
        "Tanks on the road to Izium. Photograph: Ann Lee/Getty Images",
        "FILE PHOTO: Tanks on the road to Izium, Ukraine, in May.",
        "Soldiers in the port of Berdiansk. REUTERS/Ann Lee",
    ],
)
def test_lines_under_pictures_are_captions(line: str) -> None:
    assert kinds(STORY[0], line, STORY[1]) == {line: "caption"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more carefully, the treaty says that both armies must leave.",
        "The government tagged: the men were foreign agents, it claimed.",
        "Subscribers to the pact promised to defend one another.",
        "Sign up for the army, the ministry told young men.",
        "Sign up for alerts, the mayor told residents of Kharkiv.",
        "Follow us on the road to peace, the rebels asked the government.",
        "The report paints a grim picture: Russia has lost its best men.",
        "The minister denied the report, the agency wrote. (Reuters)",
        "The minister denied it, two agencies wrote. (TASS/Interfax)",
        "By Monday, Russian troops had left the city.",
        "By then Ukraine had lost Mariupol",
        "Copyright 2022 rules bind Turkey, the commission said.",
        "Comments by the minister angered Iran.",
        "Share prices fell in Moscow after the attack.",
        "Home to two million people, Kharkiv lay under fire.",
        "Reporting by the ministry shows heavy losses.",
        "Related tensions rose on the border of Kosovo.",
        "Advertisements for the army hang all over Moscow.",
        "The envoy said the opposition contributed to this report of abuses.",
        "Search teams from Turkey reached Aleppo on Friday.",
        "Related to this is the question of gas, the envoy said.",
        "Share prices rose in Tehran on Monday.",
        "“Leave a reply,” he said.",
        "Leave a reply, he said, and the embassy will call you back.",
        "Watch Iran closely, the general told his men.",
        "For more aid to go to Ukraine, Congress must vote.",
        "Sources: Iran shipped drones to Russia",
        "To continue the talks, Iran wants sanctions lifted.",
        "You have reached the front, the sign reads.",
        "There was a problem with the ceasefire, the UN admitted.",
        "The views expressed by the minister angered Iran.",
        "Have top officials left Kabul?",
        "The post of envoy to Iran stays vacant.",
        "Opinion: Iran must choose",
    ],
)
def test_a_sentence_of_the_story_is_never_removed(sentence: str) -> None:
    assert kinds(STORY[0], sentence, STORY[1]) == {}


def test_headlines_under_related_articles_belong_to_other_reports() -> None:
    links = ["Kyiv counts its dead", "What the drones can do"]
    assert list(kinds(STORY[0], "Related Articles", *links, STORY[1])) == [
        "Related Articles",
        *links,
    ]


def test_the_story_goes_on_after_a_list_of_links() -> None:
    body = clean("\n\n".join([STORY[0], "Look also", "Kyiv counts its dead", STORY[1], STORY[2]]))
    assert [p.span.of(body.text) for p in body.passages] == STORY


def test_the_second_copy_of_a_paragraph_is_a_duplicate() -> None:
    body = clean("\n\n".join([*STORY, STORY[0]]))
    assert [(n.kind, n.span.start > 0) for n in body.noise] == [("duplicate", True)]
    assert len(body.passages) == 3


def test_a_copied_caption_is_a_caption_both_times() -> None:
    caption = "A drone over the port of Odesa in Ukraine. (AP Photo/Ann Lee)"
    body = clean("\n\n".join([caption, *STORY, caption]))
    assert [n.kind for n in body.noise] == ["caption", "caption"]


def test_a_short_answer_may_come_twice() -> None:
    assert kinds("He said: “No.”", STORY[0], "He said: “No.”") == {}


def test_a_menu_after_the_story_is_boilerplate() -> None:
    menu = ["World", "Politics", "Business", "Sport"]
    assert kinds(*STORY, *menu) == dict.fromkeys(menu, "boilerplate")


def test_a_list_inside_the_story_stays() -> None:
    assert kinds(STORY[0], "Iran", "Russia", "China", "Belarus", STORY[1]) == {}


def test_three_short_lines_after_the_story_are_no_menu() -> None:
    assert kinds(*STORY, "World", "Politics", "Business") == {}


@pytest.mark.parametrize(
    ("paragraph", "tail"),
    [
        ("Iran denied it. Read more: Drones over Kyiv", (16, "boilerplate")),
        ("Iran denied it. © 2022 Baltic Wire", (16, "copyright")),
        ("Iran denied it. Source link", (16, "boilerplate")),
        ("Iran denied it. Reporting by Ann Lee", (16, "byline")),
        ("Iran denied it. Reporting by Iran showed losses.", None),
        ("Iran denied it. Read more widely, the text says so.", None),
    ],
)
def test_furniture_at_the_end_of_a_paragraph(paragraph: str, tail: tuple[int, str] | None) -> None:
    assert noisy_tail(paragraph) == tail
