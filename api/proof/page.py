"""A proof as one HTML file that asks for nothing from elsewhere and runs nothing."""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from api.proof.record import Proof
from corpus.errors import InputError

MEDIA_TYPE = "text/html; charset=utf-8"
#: What file systems refuse in names, and how long one may be.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_LONGEST_NAME = 80


def html(proof: Proof) -> str:
    """The proof as an HTML document; all that reports say is escaped."""
    style = _environment().get_template("proof.css").render()
    allowed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _template().render(proof=proof, style=style, style_hash=f"sha256-{allowed}", reports=_numbered(proof))


def file_name(proof: Proof) -> str:
    """What the file is called: what is proved, without what file systems refuse."""
    name = " ".join(_UNSAFE.sub(" ", proof.title).split()).strip(" .")[:_LONGEST_NAME].strip()
    return f"Underlag {name}.html"


def save(proof: Proof, file: Path) -> None:
    """Write the file; one that is there already is replaced.

    Raises:
        InputError: it cannot be written there.
    """
    try:
        file.write_text(html(proof), encoding="utf-8")
    except OSError as fault:
        message = (
            f"{file}: underlaget kunde inte skrivas där ({fault.strerror}). Välj en annan mapp eller ett annat namn."
        )
        raise InputError(message) from fault


def _numbered(proof: Proof) -> dict[int, str]:
    return {report.number: report.title for report in proof.reports}


def _template() -> Template:
    return _environment().get_template("proof.html")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("api.proof"),
        autoescape=lambda name: name != "proof.css",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
