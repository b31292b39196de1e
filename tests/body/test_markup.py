from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.body.markup import without_markup


@pytest.mark.parametrize(
    ("text", "clear", "fixed"),
    [
        ("Iran&nbsp;left", "Iran      left", " "),
        ("oil &amp; gas", "oil &     gas", "&"),
        ("Iran&rsquo;s army", "Iran      ’s army", "’"),
        ("he said &ldquo;no", "he said       “no", "“"),
        ("left <br/>today", "left      today", ""),
        ('see <a href="/x">Iran now', "see              Iran now", ""),
        ("the [[Tehran|capital]]", "the          capital  ", ""),
        ("It left.[12] He", "It left.     He", ""),
        ("It wasnâ€™t so", "It wasn  ’t so", "’"),
        ("He left.\\nIran stayed", "He left.  Iran stayed", " "),
        ("He \\u201cleft", "He      “left", "“"),
    ],
)
def test_left_overs_of_a_source_are_blanked_at_their_length(
    text: str, clear: str, fixed: str
) -> None:
    found, noise = without_markup(text)
    assert len(found) == len(text)
    assert noise[0].fixed == fixed
    assert found == clear


def test_bold_text_of_a_wiki_loses_its_signs_only() -> None:
    assert without_markup("'''Iran''' and **Oman** met")[0].split() == [
        "Iran",
        "and",
        "Oman",
        "met",
    ]


def test_two_apostrophes_around_speech_are_quotation_marks_and_stay() -> None:
    told = "''We stayed for the ''long'' harvest,'' said Amina Diallo. ''We will not go.''"
    assert without_markup(told) == (told, [])


def test_two_apostrophes_around_words_are_signs_of_a_wiki() -> None:
    assert without_markup("The ship ''Amistad'' left.")[0].split() == [
        "The",
        "ship",
        "Amistad",
        "left.",
    ]


def test_a_markdown_link_keeps_its_words() -> None:
    assert without_markup("[Iran](https://example.org/a) left")[0].split() == ["Iran", "left"]


def test_a_letter_read_in_a_wrong_encoding_is_told_and_left() -> None:
    text, noise = without_markup("President GÃ¼l left")
    assert text == "President GÃ¼l left"
    assert [(n.text, n.fixed) for n in noise] == [("Ã¼", "ü")]


def test_an_unseen_mark_inside_a_word_is_garbled_and_one_between_words_is_not() -> None:
    _, noise = without_markup("Uk\u200braine and\u200e Iran")
    assert [(n.kind, n.fixed) for n in noise] == [("garbled", "Ukraine")]


@pytest.mark.parametrize(
    "text",
    [
        "AT&T and R&D; 5 < 6 > 4",
        "He [the envoy] left (in May).",
        "The FPÖ’s vote, the “ÖVP”",
        "São Paulo, Škoda, Åland, Ñuñoa, Đà Nẵng, SÃO PAULO",
        "at 5 * 3 = 15 #1 in Iran",
        "C:\\new and the Saints' Day",
        "“It [1979] was good.”",
    ],
)
def test_signs_that_writers_use_stay(text: str) -> None:
    assert without_markup(text) == (text, [])


@given(st.text(alphabet="<>b/&amp;#8220;[]{}|*'=\\un ÃâÐ€™é\u200b\x00aA(:)", max_size=120))
def test_length_and_offsets_hold(text: str) -> None:
    clear, noise = without_markup(text)
    assert len(clear) == len(text)
    assert all(n.text == n.span.of(text) for n in noise)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(noise))
