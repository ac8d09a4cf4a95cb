"""Settings: defaults, variables, overrides, and their table in the README."""

from pathlib import Path

import pytest

from corpus.errors import UsageError
from corpus.settings import Settings, load, table


def test_defaults_hold_where_nothing_is_said() -> None:
    settings = load({})
    assert settings.data == Path("data")
    assert settings.host == "127.0.0.1"
    assert not str(settings.models).startswith("~")


def test_a_variable_beats_the_default_and_an_override_beats_both() -> None:
    environment = {"ARSRINGAR_DATA": "kb", "ARSRINGAR_JOBS": "7", "ARSRINGAR_PAGE_SECONDS": "1.5", "ARSRINGAR_PORT": ""}
    settings = load(environment, jobs=3, port=None)
    assert (settings.data, settings.jobs, settings.page_seconds, settings.port) == (Path("kb"), 3, 1.5, 8000)


def test_a_variable_that_is_no_number_names_itself() -> None:
    with pytest.raises(UsageError, match=r"ARSRINGAR_JOBS.*”många”"):
        load({"ARSRINGAR_JOBS": "många"})


def test_settings_cannot_be_changed_afterwards() -> None:
    with pytest.raises(AttributeError):
        Settings().jobs = 9  # type: ignore[misc]  # that it is refused is the point


def test_the_readme_shows_every_setting_as_it_is(root: Path) -> None:
    assert table() in (root / "README.md").read_text(encoding="utf-8")


def test_folders_below_the_home_folder_are_found_however_settings_are_made() -> None:
    made = Settings(data=Path("~/underlag"))
    assert made.data == Path.home() / "underlag"
    assert made.models == Path.home() / ".cache" / "arsringar" / "models"
