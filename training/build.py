"""Build the English model: convert, train, score, and put it into the package.

    python training/build.py TREEBANKS [--steps N] [--out FOLDER] [--install]

TREEBANKS is a folder with the files that SOURCES names (Universal Dependencies
English, CoNLL-U). It is spaCy's own training, on a config file, with one
change: the matrix products are numpy's, three times faster on processors that
spaCy's own library does not know, and the result is the same.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
from pathlib import Path
from typing import Any

# One thread: the products are small, and a second one only waits for the first.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import spacy
from spacy.language import DEFAULT_CONFIG
from spacy.tokens import DocBin
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

import convert
import newsroom
import polish
from dragoman.clauses.spacy_parser import MODEL, hash_model, register_tokenizer

HERE = Path(__file__).parent
SOURCES = {
    "train": ("en_ewt-train.conllu", "en_gum_free-train.conllu"),
    # GUM counts twice: its edited genres are nearer to news than EWT's reviews and mail.
    "polish": ("en_ewt-train.conllu", "en_gum_free-train.conllu", "en_gum_free-train.conllu"),
    "ewt-dev": ("en_ewt-dev.conllu",),
    "gum-dev": ("en_gum_free-dev.conllu",),
    "dev": ("en_ewt-dev.conllu", "en_gum_free-dev.conllu"),
}
MEASURES = (
    "token_acc",
    "tag_acc",
    "pos_acc",
    "morph_acc",
    "lemma_acc",
    "dep_uas",
    "dep_las",
    "sents_f",
)


def convert_all(treebanks: Path, corpus: Path) -> None:
    """Write one ``.spacy`` file a part, paragraphs as documents."""
    for name, files in SOURCES.items():
        extra = newsroom.write() if name == "polish" else []
        convert.write([treebanks / f for f in files], corpus / f"{name}.spacy", extra=extra)


def train(corpus: Path, out: Path, overrides: dict[str, Any]) -> None:
    """Run spaCy's training loop; the best model by the config's weights lands in *out*."""
    config = load_config(
        HERE / "config.cfg",
        overrides={
            "paths.train": str(corpus / "train.spacy"),
            "paths.dev": str(corpus / "dev.spacy"),
            **overrides,
        },
        interpolate=False,
    )
    out.mkdir(parents=True, exist_ok=True)
    nlp = init_nlp(DEFAULT_CONFIG.merge(config))
    train_loop(nlp, out)


def score(model: Path, corpus: Path) -> dict[str, dict[str, float]]:
    """Score a model as ``spacy evaluate`` does: raw text in, everything predicted."""
    nlp = spacy.load(model)
    made = {}
    for name in ("ewt-dev", "gum-dev"):
        docs = DocBin().from_disk(corpus / f"{name}.spacy").get_docs(nlp.vocab)
        scores = nlp.evaluate([Example(nlp.make_doc(d.text), d) for d in docs])
        made[name] = {m: round(100 * float(scores[m]), 2) for m in MEASURES if m in scores}
    return made


def install(model: Path, scores: dict[str, dict[str, float]]) -> None:
    """Replace the package's model, with its hash; its notes stay."""
    notes = {p.name: p.read_bytes() for p in MODEL.glob("*.md")}
    shutil.rmtree(MODEL, ignore_errors=True)
    shutil.copytree(model, MODEL)
    for name, content in notes.items():
        (MODEL / name).write_bytes(content)
    config = load_config(MODEL / "config.cfg")
    # Where the corpus lay on the machine that trained it is nobody's business.
    config["paths"] = dict.fromkeys(config["paths"])
    config.to_disk(MODEL / "config.cfg")
    (MODEL / "scores.json").write_text(json.dumps(scores, indent=2) + "\n", encoding="utf-8")
    (MODEL / "model.sha256").write_text(hash_model(MODEL) + "\n", encoding="ascii")


def main() -> None:
    """Parse the command line and run the steps."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("--steps", type=int, help="updates; default: the config's")
    parser.add_argument("--resume", type=Path, help="a first-stage model: only polish it")
    parser.add_argument("--out", type=Path, default=HERE / "output")
    parser.add_argument("--corpus", type=Path, default=HERE / "corpus")
    parser.add_argument("--install", action="store_true", help="put the model into the package")
    parser.add_argument("--score-only", action="store_true", help="score what is in --out")
    options = parser.parse_args()
    set_current_ops(NumpyOps(use_blis=False))
    register_tokenizer()
    convert_all(options.treebanks, options.corpus)
    if not options.score_only:
        overrides = {"training.max_steps": options.steps} if options.steps else {}
        if options.resume is None:
            train(options.corpus, options.out, overrides)
        first = options.resume or options.out / "model-best"
        polish.polish(first, options.corpus / "polish.spacy", options.out / "model-polished")
    best = options.out / "model-polished"
    scores = score(best, options.corpus)
    print(json.dumps(scores, indent=2))
    if options.install:
        install(best, scores)


if __name__ == "__main__":
    main()
