"""French and Dutch in step: what an edit of one of them leaves behind, field by field."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from panorama.checking.check import check_folder
from panorama.checking.report import messages
from panorama.paths import PROJECT
from panorama.reading.translations import hashed
from tests.checking.golden import LANGUAGES, TODAY, VALID
from tests.cli.calling import panorama

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.findings import Finding

Edit = tuple[str, str, str]
Said = list[tuple[str, str, str]]
DEVICE, TERM = "data/devices/relais.yml", "data/lexicon/aller-vers.yml"
FR, NL = "docs/fr/context/aller/index.md", "docs/nl/context/aller/index.md"
FIRST = "      - fr: Écoute et oriente.\n        nl: Luistert en verwijst door.\n"
SECOND = (
    "      - fr: La durée n’est pas précisée.\n"
    "        nl: De duur staat er niet bij.\n"
    "        missing: true\n"
)
MORE = "      - fr: Un point de plus.\n        nl: Een punt meer.\n"
FRENCH = (DEVICE, "fr: Écoute et oriente.", "fr: Écoute, puis oriente.")
DUTCH = (DEVICE, "nl: Luistert en verwijst door.", "nl: Luistert en wijst de weg.")
ITEM = "comparison.presentation.items.0"
FRESH = ("", "translations-unrecorded", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The valid records and pages, all of them declared in step."""
    shutil.copytree(VALID.parent, tmp_path / "all")
    translated(tmp_path / "all")
    return tmp_path / "all"


def translated(folder: Path, *names: str) -> str:
    done = panorama(folder, "translated", *names, "--data", "data")
    assert done.returncode == 0, done.stderr
    return done.stdout


def change(folder: Path, *edits: Edit) -> None:
    for path, written, instead in edits:
        text = (folder / path).read_text("utf-8")
        assert written in text
        (folder / path).write_text(text.replace(written, instead, 1), "utf-8")


def findings(folder: Path) -> list[Finding]:
    found = check_folder(folder / "data", TODAY).findings
    assert {one.severity for one in found} <= {"warning"}
    return found


def behind(folder: Path) -> Said:
    """Language that is behind, kind of finding and field of each warning."""
    return [
        (
            one.details.get("lagging", "").removeprefix("text-"),
            one.code,
            one.details.get("field", ""),
        )
        for one in findings(folder)
    ]


def lags(language: str, field: str) -> Said:
    return [(language, "translation-behind", field)]


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ([], []),
        ([FRENCH], lags("nl", ITEM)),
        ([DUTCH], lags("fr", ITEM)),
        ([FRENCH, DUTCH], [FRESH]),
        # Neither a mark nor a line break is a word.
        ([(DEVICE, "fr: Écoute et", "fr: Écoute [et](lexicon:aller-vers)")], []),
        (
            [(DEVICE, "fr: Écoute et oriente.", "fr: >-\n          Écoute\n          et oriente.")],
            [],
        ),
        ([(TERM, "    Un premier paragraphe.\n", "    Un premier\n    paragraphe.\n")], []),
        # Moving a text leaves nothing behind, and hides nothing.
        ([(DEVICE, FIRST + SECOND, SECOND + FIRST)], []),
        ([(DEVICE, FIRST, MORE + FIRST)], [FRESH]),
        ([(DEVICE, FIRST, "")], [FRESH]),
        ([(DEVICE, FIRST, MORE + FIRST), FRENCH], [*lags("nl", f"{ITEM[:-1]}1"), FRESH]),
        ([(DEVICE, FIRST + SECOND, SECOND + FIRST), DUTCH], lags("fr", f"{ITEM[:-1]}1")),
        # The same text twice, changed once; and one more of a text that is there.
        ([(DEVICE, FIRST, FIRST + FIRST)], [FRESH]),
        # Other kinds of text.
        ([(DEVICE, "names: {fr: Relais", "names: {fr: Les Relais")], lags("nl", "names")),
        ([(TERM, "    Un second.", "    Un deuxième.")], lags("nl", "explanation")),
        ([("data/ui.yml", "nl: ", "nl: Wel ")], lags("fr", "")),
        ([(DEVICE, "website: unknown", "website: {fr: https://a.be/, nl: https://b.be/}")], []),
        # Pages, by section.
        ([(FR, "title: Aller vers", "title: Aller plus loin")], lags("nl", "title")),
        ([(FR, "en 2023 ; elle", "en 2023. Elle")], lags("nl", "#facts")),
        ([(NL, "Uitgever:", "De uitgever:")], lags("fr", "#write")),
        ([(NL, "[Outreachende](lexicon:aller-vers)", "Outreachende")], []),
        ([(NL, "teams en", "teams of")], lags("fr", "#")),
        ([(FR, "en 2023 ;", "en 2023 :"), (NL, "in 2023;", "in 2023:")], [FRESH]),
    ],
)
def test_an_edit_of_one_language_leaves_the_other_behind(
    folder: Path, edits: list[Edit], said: Said
) -> None:
    change(folder, *edits)
    found = behind(folder)
    if said == lags("fr", ""):  # any key of the interface
        found = [(*one[:2], "") for one in found]
    assert sorted(found) == sorted(said)


def test_the_finding_is_where_the_text_is_that_was_left_behind(folder: Path) -> None:
    change(folder, FRENCH, (FR, "en 2023 ; elle", "en 2023. Elle"))
    places = {(one.path, one.position.line) for one in findings(folder)}
    lines = (folder / DEVICE).read_text("utf-8").splitlines()
    line = lines.index("        nl: Luistert en verwijst door.") + 1
    heading = (folder / NL).read_text("utf-8").splitlines().index("## De feiten {#facts}") + 1
    assert places == {("devices/relais.yml", line), (f"../{NL}", heading)}


def test_what_is_behind_stays_so_until_it_is_revised_or_declared(folder: Path) -> None:
    change(folder, FRENCH)
    assert "1 à revoir" in translated(folder)
    assert behind(folder) == lags("nl", ITEM)
    change(folder, DUTCH)
    assert behind(folder) == [FRESH]
    assert "0 à revoir" in translated(folder)
    assert behind(folder) == []
    change(folder, (DEVICE, "nl: Luistert en wijst de weg.", "nl: Luistert en toont de weg."))
    assert behind(folder) == lags("fr", ITEM)
    translated(folder, "devices/relais")
    assert behind(folder) == []


def test_taking_an_edit_back_is_enough(folder: Path) -> None:
    change(folder, FRENCH)
    translated(folder)
    change(folder, (DEVICE, FRENCH[2], FRENCH[1]))
    assert behind(folder) == []


@pytest.mark.parametrize("name", ["docs/context/aller", FR, NL, "docs/context/aller/"])
def test_a_chapter_is_declared_by_its_address_or_file(folder: Path, name: str) -> None:
    change(folder, FRENCH, (FR, "en 2023 ; elle", "en 2023. Elle"))
    translated(folder, name)
    assert behind(folder) == lags("nl", ITEM)


def test_declaring_one_record_says_nothing_of_another(folder: Path) -> None:
    change(folder, FRENCH, (TERM, "    Un second.", "    Un deuxième."))
    translated(folder, "lexicon/aller-vers")
    assert behind(folder) == lags("nl", ITEM)


def test_a_record_that_cannot_be_read_keeps_what_was_declared(folder: Path) -> None:
    before = (folder / "data/translations.txt").read_bytes()
    text = (folder / DEVICE).read_text("utf-8")
    (folder / DEVICE).write_text(text + "[\n", "utf-8")
    translated(folder)
    assert (folder / "data/translations.txt").read_bytes() == before


def test_a_new_and_a_deleted_record_are_to_be_recorded(folder: Path) -> None:
    term = (folder / TERM).read_text("utf-8").replace("aller-vers", "autre")
    (folder / "data/lexicon/autre.yml").write_text(term.replace("fr: aller", "fr: autre"), "utf-8")
    assert behind(folder) == [FRESH]
    translated(folder)
    (folder / "data/lexicon/autre.yml").unlink()
    assert behind(folder) == [FRESH]
    translated(folder)
    assert behind(folder) == []


def test_lines_of_two_branches_merge_in_any_order(folder: Path) -> None:
    file = folder / "data/translations.txt"
    before = file.read_text("utf-8").splitlines()
    change(folder, FRENCH, DUTCH)
    translated(folder)
    after = file.read_text("utf-8").splitlines()
    assert len(set(before) ^ set(after)) == 2
    file.write_text("\n".join([*sorted(set(after) | set(before), reverse=True), ""]), "utf-8")
    assert {one[1] for one in behind(folder)} <= {"translations-unrecorded"}


def test_nothing_is_said_where_nothing_was_ever_declared(folder: Path) -> None:
    (folder / "data/translations.txt").unlink()
    change(folder, FRENCH)
    assert behind(folder) == []


def test_a_line_that_is_none_is_an_error(folder: Path) -> None:
    file = folder / "data/translations.txt"
    file.write_text("<<<<<<< main\n" + file.read_text("utf-8"), "utf-8")
    (found,) = check_folder(folder / "data", TODAY).findings
    assert (found.code, found.severity, found.position.line) == ("translations-line", "error", 1)


def test_no_such_record_is_said(folder: Path) -> None:
    done = panorama(folder, "translated", "devices/relai", "--data", "data", "--lang", "nl")
    assert done.returncode == 2
    assert "Bedoelde u devices/relais?" in done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_warning_names_both_languages_and_the_command(folder: Path, language: str) -> None:
    change(folder, FRENCH)
    done = panorama(folder, "check", "--data", "data", "--lang", language)
    assert done.returncode == 0
    assert "warning [translation-behind]" in done.stdout
    assert "panorama translated devices/relais" in done.stdout
    words = {"fr": ("texte français", "néerlandais"), "nl": ("Franse tekst", "Nederlandse")}
    assert all(word in done.stdout for word in words[language])


def test_the_project_s_own_texts_are_all_recorded_and_in_step() -> None:
    found = check_folder(PROJECT / "data", TODAY).parity
    assert [(one.pair.owner, one.pair.field) for one in found.behind] == []
    assert [(one.owner, one.field) for one in found.fresh] == []
    assert found.gone == 0
    assert sum(keys.total() for keys in found.kept.values()) > 2000


def test_words_make_the_hash() -> None:
    assert hashed("a  b\n\nc ") == hashed("[a](lexicon:x) b c")
    assert hashed("a") != hashed("b")
    assert len(hashed("")) == 6
    assert "translation-behind" in messages()
