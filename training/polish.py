"""Second stage: a short pass with small, shrinking steps, plain news sentences among the treebanks.

The first stage learns on the treebanks alone; this one adds ``newsroom.py`` and
counts GUM twice, whose edited genres are nearer to news. It costs nothing on the
treebanks' own development parts, and teaches the parser that a state's name
before a verb in -ed is a subject.
"""

from __future__ import annotations

import random
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

RATE, STEPS, WORDS, DROPOUT, SEED = 0.0004, 1000, 1000, 0.2, 1


def polish(model: Path, corpus: Path, out: Path, steps: int = STEPS) -> None:
    """Train *model* on *corpus* for *steps* updates of about a thousand words; write *out*.

    The rate falls linearly from RATE to nothing.
    """
    fix_random_seed(SEED)
    source = random.Random(SEED)
    nlp = spacy.load(model)
    docs = list(DocBin().from_disk(corpus).get_docs(nlp.vocab))
    optimizer = Adam(RATE, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    nlp.resume_training(sgd=optimizer)
    # A lemmatizer read from disk does not find its edit trees again and unlearns them, and its
    # errors would reach the shared encoder: it sits this stage out.
    with nlp.select_pipes(disable=["trainable_lemmatizer"]):
        _run(nlp, docs, optimizer, source, steps)
    out.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)


def _run(
    nlp: Language, docs: list[Doc], optimizer: Adam, source: random.Random, steps: int
) -> None:
    done = 0
    while done < steps:
        source.shuffle(docs)
        batch: list[Doc] = []
        for doc in docs:
            batch.append(doc)
            if sum(len(d) for d in batch) < WORDS:
                continue
            optimizer.learn_rate = RATE * (1 - done / steps)
            _update(nlp, batch, optimizer)
            batch = []
            done += 1
            if done == steps:
                break


def _update(nlp: Language, batch: list[Doc], optimizer: Adam) -> None:
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in batch]
    nlp.update(examples, sgd=optimizer, drop=DROPOUT)
