# The only file that imports spaCy, and it does so when the first parser is made.
# Rule 1: spaCy gets words and sentence boundaries, never text: its tokenizer is
#   super-quadratic on hostile input, ours is not (tokens.py).
# Rule 2: the model's files are checked against the hash they were released with.
# Rule 3: the fastest arithmetic of this machine is chosen by a probe, not by name.
"""Parse with the English model that ships inside the package."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.alphabet.errors import ModelError
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.control import control
from dragoman.clauses.coordination import coordinate
from dragoman.clauses.describing import describing
from dragoman.clauses.garden_paths import garden_paths
from dragoman.clauses.headlines import headline
from dragoman.clauses.hidden import hidden
from dragoman.clauses.hyphens import lead
from dragoman.clauses.mend import mend
from dragoman.clauses.parser import Words
from dragoman.clauses.participles import participles
from dragoman.clauses.retag import retag
from dragoman.clauses.seams import seams, sewn
from dragoman.clauses.subjunctives import subjunctives
from dragoman.clauses.titles import entitle
from dragoman.clauses.tokens import token_spans
from dragoman.clauses.valency import valency
from dragoman.clauses.verbal_nouns import verbal_nouns

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = Path(__file__).parent / "model"
# The model was trained on straight quotation marks only; a word's length never changes.
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_BATCH = 32  #: passages a batch: larger ones fall out of the cache

# What is set right in a parsed sentence, in this order.
_REPAIRS = (
    headline,
    retag,
    garden_paths,
    hidden,
    subjunctives,
    verbal_nouns,
    mend,
    participles,
    describing,
    coordinate,
    entitle,
    lead,
    control,
    valency,
)


class SpacyParser:
    """Universal Dependencies by the pipeline in ``clauses/model``."""

    name = "spacy"

    def __init__(self, model: Path = MODEL) -> None:
        check_model(model)
        self.arithmetic = choose_arithmetic()
        register_tokenizer()
        import spacy

        self._nlp: Language = spacy.load(model)
        self._nlp.max_length = 10**9  # texts are cut to sentences before they come here
        self._names: dict[int, str] = {}  #: of parts of speech and relations
        self._feats: dict[int, frozenset[str]] = {}

    def parse(self, passages: Iterable[Words]) -> Iterator[tuple[Sentence, ...]]:
        """Yield the sentences of each passage, in the order given, one tuple a passage."""
        kept = list(passages)
        docs = (self._doc(words) for words in kept)
        for words, doc in zip(kept, self._nlp.pipe(docs, batch_size=_BATCH), strict=True):
            yield self._sentences(words, doc)

    def _doc(self, words: Words) -> Doc:
        from spacy.tokens import Doc

        forms: list[str] = []
        spaces: list[bool] = []
        starts: list[bool] = []
        flat = [span for sentence in words.sentences for span in sentence]
        for sentence in words.sentences:
            cuts = seams([span.of(words.text) for span in sentence])
            starts += [k == 0 or k in cuts for k in range(len(sentence))]
        for span, after in zip(flat, [*flat[1:], None], strict=True):
            forms.append(words.text[span.start : span.end].translate(_STRAIGHT))
            spaces.append(after is None or after.start > span.end)
        return Doc(self._nlp.vocab, words=forms, spaces=spaces, sent_starts=starts)

    def _sentences(self, words: Words, doc: Doc) -> tuple[Sentence, ...]:
        from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS

        # One table of numbers: a word's attributes, asked for one by one, cost as much as a tenth of its parse.
        table = doc.to_array([HEAD, POS, DEP, LEMMA, MORPH])
        heads, rows = table[:, 0].astype("int64").tolist(), table[:, 1:].tolist()
        made = []
        at = 0
        for spans in words.sentences:
            tokens: tuple[Token, ...] = tuple(
                self._token(k, k + heads[at + k], span, words.text, rows[at + k])
                for k, span in enumerate(spans)
            )
            tokens = sewn(tokens)
            for repair in _REPAIRS:
                tokens = repair(tokens)
            made.append(Sentence(tokens, words.passage))
            at += len(spans)
        return tuple(made)

    def _token(self, i: int, head: int, span: Span, text: str, row: list[int]) -> Token:
        pos, dep, lemma, morph = row
        form = text[span.start : span.end]
        part = self._name(pos)
        base = self._nlp.vocab.strings[lemma] or form.translate(_STRAIGHT)
        feats = self._feats.get(morph)
        if feats is None:
            written = self._nlp.vocab.strings[morph] if morph else ""
            found = [] if written in ("", "_") else written.split("|")
            feats = self._feats[morph] = frozenset(found)
        return Token(
            i=i,
            span=span,
            text=form,
            lemma=base if part == "PROPN" else base.lower(),
            pos=part,
            feats=feats,
            head=head,
            dep="root" if head == i else self._name(dep),
        )

    def _name(self, number: int) -> str:
        found = self._names.get(number)
        if found is None:
            found = self._names[number] = self._nlp.vocab.strings[number]
        return found


def check_model(model: Path) -> str:
    """Return the model's hash (SHA-256 over its files, by name).

    Raises: ModelError if files are missing or are not those of ``model.sha256``.
    """
    released = model / "model.sha256"
    if not released.is_file():
        hint = "Install Dragoman again, or build the model as training/README.md says."
        raise ModelError(f"No model in {model}. {hint}")
    found = hash_model(model)
    if found != released.read_text(encoding="ascii").strip():
        raise ModelError(f"The model in {model} is not the released one. Install Dragoman again.")
    return found


def hash_model(model: Path) -> str:
    """SHA-256 over the names and bytes of the model's files, without its own record and notes."""
    digest = hashlib.sha256()
    for path in sorted(model.rglob("*")):
        if path.is_file() and path.suffix not in (".sha256", ".md"):
            digest.update(path.relative_to(model).as_posix().encode() + b"\0")
            digest.update(path.read_bytes())
    return digest.hexdigest()


def choose_arithmetic() -> str:
    """Make the faster of two matrix products the current one; return its name.

    spaCy's own BLAS runs generic code on processors that it does not know;
    numpy's does not. A probe of a few milliseconds decides. Both give the same
    parse.
    """
    import numpy as np
    from thinc.api import NumpyOps, set_current_ops

    rng = np.random.default_rng(0)
    a = rng.standard_normal((512, 384), dtype=np.float32)
    b = rng.standard_normal((384, 384), dtype=np.float32)
    choices = {"numpy": NumpyOps(use_blis=False), "blis": NumpyOps(use_blis=True)}

    def cost(ops: NumpyOps) -> float:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            ops.gemm(a, b)
            times.append(time.perf_counter() - start)
        return min(times)

    name = min(choices, key=lambda key: cost(choices[key]))
    set_current_ops(choices[name])
    return name


class UniversalTokenizer:
    """Dragoman's word boundaries behind spaCy's tokenizer interface: for training and scoring."""

    def __init__(self, vocab: Any) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Split *text* into words as :func:`token_spans` does."""
        from spacy.tokens import Doc

        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for start, end in token_spans(text):
            self._gap(text[at:start], words, spaces)
            words.append(text[start:end])
            spaces.append(False)
            at = end
        self._gap(text[at:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)

    @staticmethod
    def _gap(gap: str, words: list[str], spaces: list[bool]) -> None:
        # spaCy keeps one space as a flag of the word before it, and any more as a token.
        if gap.startswith(" ") and words and not words[-1].isspace():
            spaces[-1] = True
            gap = gap[1:]
        if gap:
            words.append(gap)
            spaces.append(False)

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Tokenize one text after the other."""
        for text in texts:
            yield self(text)

    # Nothing to store: the rules live in the package.
    def to_disk(self, _path: Path | str, **_: object) -> None:
        """Store nothing."""

    def from_disk(self, _path: Path | str, **_: object) -> UniversalTokenizer:
        """Load nothing."""
        return self

    def to_bytes(self, **_: object) -> bytes:
        """Store nothing."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> UniversalTokenizer:
        """Load nothing."""
        return self


def register_tokenizer() -> None:
    """Tell spaCy the name by which the model's config asks for our tokenizer."""
    import spacy

    if "dragoman.Tokenizer.v1" in spacy.registry.tokenizers:
        return

    def make() -> Callable[[Language], UniversalTokenizer]:
        return lambda nlp: UniversalTokenizer(nlp.vocab)

    spacy.registry.tokenizers("dragoman.Tokenizer.v1", func=make)
