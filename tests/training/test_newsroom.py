"""The sentences made for training have trees as the treebanks draw them."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from itertools import cycle, pairwise
from pathlib import Path

import pytest

from dragoman.clauses.tokens import token_spans

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

import newsroom
import newsroom_words
from convert import Sentence
from newsroom_clauses import forms
from newsroom_trees import lay_out, lettered, named, phrase

#: The relations of the English treebanks' training parts that a news sentence can have.
LABELS = set(
    "ROOT acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound compound:prt "
    "conj cop det fixed flat iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj "
    "nsubj:pass nummod obj obl obl:agent obl:unmarked punct xcomp".split()
)
#: One word each, so that only the grammar decides what is made.
ONE_WORD = {
    "STATES": "Iran", "STATE_PHRASES": "the United/A States/P", "CAPITALS": "Doha", "TOWNS": "Homs",
    "PEOPLES": "Afghan", "FIRST_NAMES": "Ana", "SURNAMES": "Novak", "TITLES": "Prime/A Minister",
    "ROLES": "special/a envoy", "CLUBS": "NATO", "ORGANISATIONS": "the Ministry of Defence",
    "OFFICES": "the Supreme/A Court", "LETTERED": "the World Bank=WB", "GROUPS": "soldiers",
    "HEADS": "air force", "OBJECTS": "peace talks", "ARMS": "tanks", "ISSUES": "the war",
    "GIFTS": "a pardon", "VICTIMS": "civilians", "BLASTS": "car bombing", "EVENTS": "vote",
    "HIT": "attack", "DO": "reject", "GIVE": "send sent sent", "AWARD": "grant", "ON": "call on",
    "SAY": "say said said", "DAYS": "Monday", "MONTHS": "May", "LED": "led", "FOR": "object to",
    "LED_THINGS": "coalition", "OPENERS": "Meanwhile", "SIGNS": "sign", "LOYAL": "loyal",
    "WITH_PREFIX": "pro-Russian", "HAPPEN": "happen",
}  # fmt: skip


class Dice(random.Random):
    """Falls as it is told, over and over."""

    def __init__(self, *falls: float) -> None:
        super().__init__(0)
        self.falls = cycle(falls)

    def random(self) -> float:
        return next(self.falls)


@pytest.fixture(scope="module")
def written() -> list[Sentence]:
    return newsroom.write()


@pytest.fixture
def one_word(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, word in ONE_WORD.items():
        monkeypatch.setattr(newsroom_words, name, [word])


def text_of(sentence: Sentence) -> str:
    pairs = zip(sentence.words, sentence.spaces, strict=True)
    return "".join(word + " " * space for word, space in pairs).strip()


def drawn(sentence: Sentence) -> str:
    """The tree as "word>head:relation", heads counted from 1."""
    rows = zip(sentence.words, sentence.heads, sentence.deps, strict=True)
    return " ".join(
        f"{word}>{0 if head == i else head + 1}:{dep}" for i, (word, head, dep) in enumerate(rows)
    )


def crossings(sentence: Sentence) -> Iterator[str]:
    """Relations of words whose lines cross another's."""
    lines = [
        (min(i, h), max(i, h), d)
        for i, (h, d) in enumerate(zip(sentence.heads, sentence.deps, strict=True))
    ]
    for left, right, dep in lines:
        if any(left < a < right < b for a, b, _ in lines):
            yield dep
        if any(a < left < b < right for a, b, _ in lines):
            yield dep


def test_the_same_seed_writes_the_same_sentences() -> None:
    assert newsroom.write(300) == newsroom.write(300)
    assert newsroom.write(300) != newsroom.write(300, seed=8)


def test_as_many_sentences_as_asked_for(written: list[Sentence]) -> None:
    assert len(written) == 5000
    assert written[0].starts_paragraph


def test_few_sentences_are_written_twice(written: list[Sentence]) -> None:
    assert len({text_of(s) for s in written}) > 0.97 * len(written)


def test_every_tree_has_one_root_that_all_words_reach(written: list[Sentence]) -> None:
    for sentence in written:
        heads = sentence.heads
        roots = [i for i, head in enumerate(heads) if head == i]
        assert [i for i, dep in enumerate(sentence.deps) if dep == "ROOT"] == roots
        assert len(roots) == 1
        for i in range(len(heads)):
            at, steps = i, 0
            while at != roots[0] and steps <= len(heads):
                at, steps = heads[at], steps + 1
            assert at == roots[0], text_of(sentence)


def test_lines_cross_only_where_a_relative_leaves_its_clause(written: list[Sentence]) -> None:
    for sentence in written:
        if any(crossings(sentence)):
            assert "acl:relcl" in sentence.deps, drawn(sentence)
            assert "ccomp" in sentence.deps, drawn(sentence)


def test_our_tokenizer_finds_the_same_words(written: list[Sentence]) -> None:
    for sentence in written:
        text = text_of(sentence)
        assert [text[a:b] for a, b in token_spans(text)] == sentence.words


def test_no_relation_is_strange_to_the_treebanks(written: list[Sentence]) -> None:
    assert {dep for sentence in written for dep in sentence.deps} == LABELS


def test_every_row_is_complete(written: list[Sentence]) -> None:
    for s in written:
        lengths = {len(c) for c in (s.words, s.spaces, s.lemmas, s.pos, s.tags, s.morphs, s.heads)}
        assert lengths == {len(s.deps)}
        assert all(s.words)
        assert all(s.lemmas)


def test_no_comma_stands_beside_another_mark(written: list[Sentence]) -> None:
    for sentence in written:
        text = text_of(sentence)
        assert not any(pair in text for pair in (",,", ", ,", ",.", " ,", "( ", " )", ",)"))
        assert not text.endswith(",")


def test_a_title_before_a_name_carries_no_preposition(written: list[Sentence]) -> None:
    titles = 0
    for s in written:
        for i, dep in enumerate(s.deps):
            if dep == "nmod:desc":
                titles += 1
                assert s.pos[s.heads[i]] == "PROPN"
                assert s.heads[i] > i
                below = {s.deps[j] for j, head in enumerate(s.heads) if head == i and j < i}
                assert not below & {"case", "det", "nmod:poss"}
    assert titles > 1000


def test_a_headline_is_a_paragraph_of_its_own(written: list[Sentence]) -> None:
    for sentence, following in pairwise(written):
        if sentence.pos[-1] != "PUNCT" and not sentence.words[-1].endswith("."):
            assert sentence.starts_paragraph
            assert following.starts_paragraph


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("attack", "attack attacked attacked attacks attacking"),
        ("free", "free freed freed frees freeing"),
        ("deny", "deny denied denied denies denying"),
        ("veto", "veto vetoed vetoed vetoes vetoing"),
        ("announce", "announce announced announced announces announcing"),
        ("ban banned banned", "ban banned banned bans banning"),
        ("cut cut cut", "cut cut cut cuts cutting"),
        ("begin began begun", "begin began begun begins beginning"),
        ("beat beat beaten", "beat beat beaten beats beating"),
        ("strike struck struck", "strike struck struck strikes striking"),
    ],
)
def test_a_verb_has_its_five_forms(entry: str, expected: str) -> None:
    assert " ".join(forms(entry)) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        (
            "the United/A Nations/P Security Council",
            "The>5:det United>3:amod Nations>5:compound Security>5:compound Council>0:ROOT",
        ),
        ("the Ministry of Defence", "The>2:det Ministry>0:ROOT of>4:case Defence>2:nmod"),
        ("Sri+Lanka", "Sri>0:ROOT Lanka>1:flat"),
        ("Muslim/A League-Quaid", "Muslim>2:amod League>0:ROOT ->2:punct Quaid>2:flat"),
        ("draft law", "Draft>2:compound law>0:ROOT"),
    ],
)
def test_a_notation_becomes_a_tree(notation: str, expected: str) -> None:
    assert drawn(lay_out(named(notation), True, stop="")) == expected


def test_letters_in_brackets_are_another_name() -> None:
    made = lay_out(lettered("the World Bank=WB"), True, stop="")
    assert text_of(made) == "The World Bank (WB)"
    assert drawn(made).endswith("Bank>0:ROOT (>5:punct WB>3:appos )>5:punct")


def test_a_process_is_one_thing() -> None:
    assert phrase("peace process").number == "Sing"
    assert phrase("peace talks").number == "Plur"
    assert named("the United/A States/P").number == "Sing"


@pytest.mark.usefixtures("one_word")
@pytest.mark.parametrize(
    ("shape", "fall", "expected"),
    [
        pytest.param(
            "titles",
            0.3,
            "Afghan>3:amod Prime>3:amod Minister>4:nmod:desc Ana>6:nsubj Novak>4:flat "
            "held>0:ROOT talks>6:obj with>12:case Afghan>11:amod Prime>11:amod "
            "Minister>12:nmod:desc Ana>7:nmod Novak>12:flat on>16:case the>16:det war>6:obl "
            "in>18:case Homs>6:obl .>6:punct",
            id="titles-0.3",
        ),
        pytest.param(
            "titles",
            0.7,
            "The>3:det air>3:compound force>4:nsubj received>0:ROOT an>6:det offer>4:obj "
            "from>11:case the>11:det Afghan>11:amod special>11:amod envoy>6:nmod "
            "Ana>11:appos Novak>12:flat .>4:punct",
            id="titles-0.7",
        ),
        pytest.param(
            "long_subject",
            0.1,
            "The>2:det chairman>17:nsubj of>6:case the>6:det World>6:compound Bank>2:nmod "
            "(>8:punct WB>6:appos )>8:punct ,>11:punct Ana>2:appos B.>11:flat Novak>11:flat "
            ",>11:punct on>16:case Monday>17:obl rejected>0:ROOT the>22:det "
            "rebel>21:compound ->19:punct led>22:amod coalition>17:obj with>24:case "
            "Iran>22:nmod .>17:punct",
            id="long_subject-0.1",
        ),
        pytest.param(
            "long_subject",
            0.2,
            "Soldiers>12:nsubj loyal>1:amod to>8:case former>7:amod Afghan>7:amod "
            "Prime>7:amod Minister>8:nmod:desc Ana>2:obl Novak>8:flat on>11:case "
            "Monday>12:obl sent>0:ROOT at>14:case least>15:nmod three>16:nummod "
            "tanks>12:obj to>18:case Iran>12:obl .>12:punct",
            id="long_subject-0.2",
        ),
        pytest.param(
            "led_by_phrase",
            0.4,
            "In>3:case a>3:det sign>12:obl of>5:case unity>3:nmod ,>3:punct Afghan>9:amod "
            "Prime>9:amod Minister>10:nmod:desc Ana>12:nsubj Novak>10:flat set>0:ROOT "
            "up>12:compound:prt peace>15:compound talks>12:obj .>12:punct",
            id="led_by_phrase-0.4",
        ),
        pytest.param(
            "led_by_day",
            0.9,
            "On>2:case 26>8:obl May>2:nmod:unmarked the>6:det Supreme>6:amod Court>8:nsubj "
            "may>8:aux deem>0:ROOT it>8:obj provocative>8:xcomp .>8:punct",
            id="led_by_day-0.9",
        ),
        pytest.param(
            "interrupted",
            0.2,
            "Iran>6:nsubj ,>4:punct on>4:case Monday>6:obl ,>4:punct sent>0:ROOT at>8:case "
            "least>9:nmod three>10:nummod tanks>6:obj to>12:case Iran>6:obl .>6:punct",
            id="interrupted-0.2",
        ),
        pytest.param(
            "interrupted",
            0.1,
            "Iran>3:nsubj repeatedly>3:advmod condemned>0:ROOT on>5:case Monday>3:obl "
            "the>10:det rebel>9:compound ->7:punct led>10:amod coalition>3:obj .>3:punct",
            id="interrupted-0.1",
        ),
        pytest.param(
            "compounds",
            0.9,
            "The>3:det Supreme>3:amod Court>4:nsubj attacked>0:ROOT a>11:det 70>8:nummod "
            "->6:punct year>10:obl:unmarked ->8:punct old>11:amod woman>4:obj .>4:punct",
            id="compounds-0.9",
        ),
        pytest.param(
            "compounds",
            0.85,
            "The>3:det air>3:compound force>4:nsubj attacked>0:ROOT ship>10:compound "
            "->9:punct to>9:case ->7:punct ship>5:nmod missiles>4:obj .>4:punct",
            id="compounds-0.85",
        ),
        pytest.param(
            "attributed",
            0.2,
            "Soldiers>10:nsubj loyal>1:amod to>8:case former>7:amod Afghan>7:amod "
            "Prime>7:amod Minister>8:nmod:desc Ana>2:obl Novak>8:flat sent>20:ccomp "
            "at>12:case least>13:nmod three>14:nummod tanks>10:obj to>16:case Iran>10:obl "
            ",>10:punct Afghan>19:amod soldiers>20:nsubj said>0:ROOT on>22:case "
            "Monday>20:obl .>20:punct",
            id="attributed-0.2",
        ),
        pytest.param(
            "followed",
            0.3,
            "Iran>2:nsubj sent>0:ROOT tanks>2:obj to>5:case Iran>2:obl three>7:nummod "
            "hours>10:obl:unmarked after>10:mark Iran>10:nsubj called>2:advcl on>12:case "
            "Iran>10:obl .>2:punct",
            id="followed-0.3",
        ),
        pytest.param(
            "followed",
            0.1,
            "Iran>2:nsubj attacked>0:ROOT Iran>2:obj after>7:mark a>6:det video>7:nsubj "
            "surfaced>2:advcl appearing>7:advcl to>10:mark show>8:xcomp Iran>10:obj "
            ".>2:punct",
            id="followed-0.1",
        ),
        pytest.param(
            "with_relative",
            0.9,
            "The>3:det Supreme>3:amod Court>4:nsubj rejected>0:ROOT the>7:det "
            "peace>7:compound talks>4:obj ,>14:punct which>16:nsubj the>12:det "
            "Supreme>12:amod Court>14:nsubj had>14:aux predicted>7:acl:relcl would>16:aux "
            "happen>14:ccomp .>4:punct",
            id="with_relative-0.9",
        ),
        pytest.param(
            "with_relative",
            0.1,
            "At>2:case least>3:nmod two>5:nummod U.S.>5:compound soldiers>18:nsubj "
            ",>9:punct who>9:nsubj were>9:cop members>5:acl:relcl of>13:case the>13:det "
            "World>13:compound Bank>9:nmod (>15:punct WB>13:appos )>15:punct ,>9:punct "
            "attacked>0:ROOT Iran>18:obj .>18:punct",
            id="with_relative-0.1",
        ),
        pytest.param(
            "says",
            0.4,
            "Afghan>3:amod Prime>3:amod Minister>4:nmod:desc Ana>6:nsubj Novak>4:flat "
            "said>0:ROOT that>10:mark he>10:nsubj has>10:aux called>6:ccomp on>15:case "
            "Afghan>14:amod Prime>14:amod Minister>15:nmod:desc Ana>10:obl Novak>15:flat "
            ".>6:punct",
            id="says-0.4",
        ),
        pytest.param(
            "receives",
            0.1,
            "Iran>2:nsubj granted>0:ROOT Iran>2:iobj $>2:obj 92>6:compound million>4:nummod "
            "in>8:case aid>4:nmod .>2:punct",
            id="receives-0.1",
        ),
        pytest.param(
            "blast",
            0.4,
            "A>3:det car>3:compound bombing>9:nsubj by>6:case the>6:det Ministry>3:nmod "
            "of>8:case Defence>6:nmod wounded>0:ROOT more>12:advmod than>10:fixed "
            "25>13:nummod civilians>9:obj in>15:case Homs>9:obl .>9:punct",
            id="blast-0.4",
        ),
        pytest.param(
            "headline",
            0.3,
            "Iran>4:nsubj and>3:cc Iran>1:conj hand>0:ROOT over>4:compound:prt 30>7:nummod "
            "ambulances>4:obj to>9:mark send>4:advcl tanks>9:obj to>12:case Iran>9:obl",
            id="headline-0.3",
        ),
        pytest.param(
            "nations",
            0.7,
            "The>3:det air>3:compound force>4:nsubj banned>0:ROOT the>7:det "
            "peace>7:compound talks>4:obj for>16:case Afghan>16:amod ,>11:punct "
            "Afghan>9:conj ,>13:punct Afghan>9:conj and>15:cc Afghan>9:conj diplomats>4:obl "
            ".>4:punct",
            id="nations-0.7",
        ),
        pytest.param(
            "nominal",
            0.1,
            "Iran>3:nmod:poss 's>1:case sale>8:nsubj of>5:case tanks>3:nmod to>7:case "
            "Iran>3:nmod angered>0:ROOT Iran>8:obj .>8:punct",
            id="nominal-0.1",
        ),
    ],
)
def test_a_shape_has_the_tree_drawn_by_hand(shape: str, fall: float, expected: str) -> None:
    room = newsroom.Newsroom(1)
    room.random = Dice(fall)
    stop = "" if shape == "headline" else "."
    assert drawn(lay_out(getattr(room, shape)(), True, stop=stop)) == expected
