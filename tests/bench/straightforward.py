"""The pipeline that one writes in an afternoon, as a whole process: `python straightforward.py MODEL OUT PDF...`.

pdfplumber page by page in one process, chunks of 900 characters, a SentenceTransformer in PyTorch fp32, a flat FAISS
index. It finds no headings and no tables, and keeps nothing but the index.
"""

import sys
from collections.abc import Iterator

import faiss
import pdfplumber

from search.encoder.environment import stay_offline

CHUNK = 900


def chunks(paths: list[str]) -> Iterator[str]:
    """Every 900 characters of every page's text."""
    for path in paths:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                text = page.extract_text()
                yield from (text[at : at + CHUNK] for at in range(0, len(text), CHUNK))


def main(model: str, out: str, *paths: str) -> None:
    """Index the files."""
    stay_offline()
    from sentence_transformers import SentenceTransformer

    encoder = SentenceTransformer(model, device="cpu")
    vectors = encoder.encode([f"passage: {chunk}" for chunk in chunks(list(paths))], show_progress_bar=False)
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    faiss.write_index(index, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
