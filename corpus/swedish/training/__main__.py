"""Train the pipeline: `python -m corpus.swedish.training MATERIAL TARGET`."""

import argparse
import json
import tempfile
from pathlib import Path

import spacy
from spacy.cli.train import train

from corpus.swedish.training.documents import write_judged, write_training
from corpus.swedish.training.scores import judge

_CONFIG = Path(__file__).with_name("config.cfg")


def main() -> None:
    """Convert the material, train, measure on the test parts, and leave the pipeline and its scores in TARGET."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("material", type=Path, help="folder of the treebanks and name corpora")
    parser.add_argument("target", type=Path, help="folder that the pipeline is written to")
    parser.add_argument("--steps", type=int, default=None, help="train for fewer steps than the configuration says")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        make(arguments.material, arguments.target, Path(scratch), arguments.steps)


def make(material: Path, target: Path, scratch: Path, steps: int | None = None) -> None:
    """Train in `scratch` and put the best pipeline and `scores.json` into `target`."""
    vocabulary = spacy.blank("sv").vocab
    write_training(material, scratch / "train.spacy", vocabulary)
    write_judged(material, "dev", scratch / "dev.spacy", vocabulary)
    overrides: dict[str, object] = {
        "paths.train": str(scratch / "train.spacy"),
        "paths.dev": str(scratch / "dev.spacy"),
    }
    if steps is not None:
        overrides["training.max_steps"] = steps
    train(_CONFIG, scratch / "pipeline", overrides=overrides)
    best = scratch / "pipeline" / "model-best"
    scores = judge(material, str(best))
    pipeline = spacy.load(best)
    pipeline.meta.update(name="arsringar", license="CC BY-SA 4.0", description="Swedish: tags, tree, names")
    pipeline.to_disk(target)
    kept = {name: round(scores[name], 4) for name in sorted(scores)}
    (target / "scores.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
