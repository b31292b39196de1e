"""Turn CoNLL-U treebanks into spaCy's binary corpus, one document a paragraph.

Dragoman parses paragraph by paragraph, so the parser learns on paragraphs:
where a treebank marks them (``# newpar``), a document holds the sentences of
one. ``--group N`` ignores paragraphs and puts N sentences together, as spaCy's
own converter does: for comparison only.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

# The parser reads straight quotation marks only, at training time and later.
STRAIGHT = str.maketrans("‘’“”", "''\"\"")


@dataclass
class Sentence:
    """One sentence of a treebank: words with their spaces, and a tree."""

    starts_paragraph: bool
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    heads: list[int] = field(
        default_factory=list
    )  #: index in the sentence; a root points at itself
    deps: list[str] = field(default_factory=list)


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file. Empty nodes ("8.1") are left out."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if not rows:
            continue
        comments = [line for line in lines if line.startswith("#")]
        sentence = Sentence(any(c.startswith(("# newpar", "# newdoc")) for c in comments))
        glued_until, space_after_glued = 0, True
        for row in rows:
            if "-" in row[0]:
                # "2-3  don't": the words inside carry no spacing of their own.
                glued_until = int(row[0].split("-")[1])
                space_after_glued = "SpaceAfter=No" not in row[9]
                continue
            if "." in row[0]:
                continue
            index = int(row[0])
            if index < glued_until:
                space = False
            elif index == glued_until:
                space = space_after_glued
            else:
                space = "SpaceAfter=No" not in row[9]
            head = int(row[6])
            sentence.words.append(row[1].translate(STRAIGHT))
            sentence.spaces.append(space)
            sentence.lemmas.append(row[2] if row[2] != "_" else row[1])
            sentence.pos.append(row[3])
            sentence.tags.append(row[4])
            sentence.morphs.append("" if row[5] == "_" else row[5])
            sentence.heads.append(index - 1 if head == 0 else head - 1)
            sentence.deps.append("ROOT" if head == 0 else row[7])
        yield sentence


def paragraphs(sentences: list[Sentence], group: int | None) -> Iterator[list[Sentence]]:
    """Group sentences into documents: paragraphs, or *group* at a time."""
    current: list[Sentence] = []
    for sentence in sentences:
        full = len(current) >= group if group else sentence.starts_paragraph
        if current and full:
            yield current
            current = []
        current.append(sentence)
    if current:
        yield current


def to_doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """Join *sentences* into one spaCy Doc with its gold annotation."""
    heads: list[int] = []
    starts: list[bool] = []
    for sentence in sentences:
        offset = len(heads)
        heads += [offset + head for head in sentence.heads]
        starts += [i == 0 for i in range(len(sentence.words))]
    return Doc(
        vocab,
        words=[w for s in sentences for w in s.words],
        spaces=[w for s in sentences for w in s.spaces],
        lemmas=[w for s in sentences for w in s.lemmas],
        pos=[w for s in sentences for w in s.pos],
        tags=[w for s in sentences for w in s.tags],
        morphs=[w for s in sentences for w in s.morphs],
        heads=heads,
        deps=[w for s in sentences for w in s.deps],
        sent_starts=starts,
    )


def write(
    treebanks: list[Path], out: Path, group: int | None = None, extra: Sequence[Sentence] = ()
) -> None:
    """Convert *treebanks*, and *extra* sentences after them, into one ``.spacy`` file."""
    vocab = spacy.blank("en").vocab
    texts = [*(list(read_sentences(path)) for path in treebanks), list(extra)]
    docs = [to_doc(vocab, part) for text in texts for part in paragraphs(text, group)]
    out.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(out)
    print(f"{out}: {len(docs)} documents, {sum(len(d) for d in docs)} words")


def main() -> None:
    """Read the treebanks named on the command line and write one ``.spacy`` file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", nargs="+", type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--group", type=int, help="sentences a document; default: paragraphs")
    options = parser.parse_args()
    write(options.treebanks, options.out, options.group)


if __name__ == "__main__":
    main()
