"""`panorama rename` as it is called: every mention changes, nothing else, old addresses lead on."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from panorama.building.read import read_site
from panorama.editing.redirecting import EMPTY, redirected
from panorama.model.records import Redirect
from panorama.pages.redirects import redirect_page
from panorama.paths import PROJECT
from tests.checking.golden import LANGUAGES, VALID
from tests.cli.calling import files, panorama

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.building.read import Site
    from panorama.checking.report import Language

DAY = "2026-01-02"


@pytest.fixture
def valid(tmp_path: Path) -> Path:
    """The valid records and pages."""
    shutil.copytree(VALID.parent, tmp_path / "all")
    return tmp_path / "all"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project's own records and pages."""
    for name in ("data", "docs"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("organisations/brusano", "brusano-asbl"),
        ("organisations/fdssb", "organisations/federation"),
        ("quartiers/raq-ixelles-1", "quartiers/raq-ixelles-nord.yml"),
        ("lexicon/non-recours", "non-take-up"),
        ("sources/panorama-1", "1"),
        ("data/devices/bri-co.yml", "brico"),
    ],
)
def test_only_the_id_changes_wherever_it_stands(project: Path, old: str, new: str) -> None:
    before = files(project)
    done = panorama(project, "rename", old, new, "--data", "data")
    assert (done.returncode, done.stderr) == (0, "")
    address = old.removeprefix("data/").removesuffix(".yml")
    folder, _, was = address.partition("/")
    now = new.removesuffix(".yml").rpartition("/")[2]
    after = {
        name.replace(f"/{now}.yml", f"/{was}.yml"): text for name, text in files(project).items()
    }
    after = {
        name.replace(f"/{folder}/{now}/", f"/{folder}/{was}/"): text for name, text in after.items()
    }
    lists = {"data/redirects.yml", "data/translations.txt"}
    assert before.keys() == after.keys()
    changed = {name for name in before if before[name] != after[name]} - lists
    assert f"data/{address}.yml" in changed
    for name in changed:
        old_lines, new_lines = before[name].split(b"\n"), after[name].split(b"\n")
        for one, other in zip(old_lines, new_lines, strict=True):
            quoted = f'"{now}"' if now.isdigit() else now
            assert other in one_of(one, was, now, quoted)
    assert (project / f"data/{folder}/{now}.yml").is_file()
    assert not (project / f"data/{address}.yml").exists()
    redirects = (project / "data/redirects.yml").read_text("utf-8")
    assert f"- {{from: {address}, to: {folder}/{now}, on: " in redirects
    check = panorama(project, "check", "--data", "data")
    assert check.returncode == 0
    found = {line.partition("[")[2].partition("]")[0] for line in check.stdout.splitlines()}
    assert found == {"insecure-url"}
    listed = set(done.stdout.splitlines()[1:])
    assert f"data/{folder}/{now}.yml" in listed
    assert all((project / name).is_file() for name in listed)


def one_of(line: bytes, was: str, now: str, quoted: str) -> set[bytes]:
    """A line, and what it can become: the id replaced in some of the places where it stands."""
    found = {b""}
    parts = line.split(was.encode())
    for place, part in enumerate(parts):
        links = [was, now, quoted] if place else [""]
        found = {start + link.encode() + part for start in found for link in links}
    return found


def test_nothing_names_the_old_id_any_more(project: Path) -> None:
    panorama(project, "rename", "lexicon/non-recours", "refus", "--data", "data")
    left = [
        name
        for name, text in files(project).items()
        if b"lexicon:non-recours" in text or b"lexicon/non-recours/" in text
    ]
    assert left == []
    assert b"see_also: [non-recours" not in b"".join(files(project / "data").values())


def test_pages_of_a_scheme_move_with_it_and_links_follow(valid: Path) -> None:
    link = "\n[relais](../../devices/{}/index.md), [](figure:{}/staff)\n"
    pages = [valid / "docs" / language / "context/aller/index.md" for language in LANGUAGES]
    for page in pages:
        page.write_text(page.read_text("utf-8") + link.format("relais", "relais"), "utf-8")
    assert panorama(valid, "rename", "devices/relais", "poste", "--data", "data").returncode == 0
    for language, page in zip(LANGUAGES, pages, strict=True):
        assert (valid / "docs" / language / "devices/poste/index.md").is_file()
        assert not (valid / "docs" / language / "devices/relais").exists()
        assert page.read_text("utf-8").endswith(link.format("poste", "poste"))
    assert panorama(valid, "check", "--data", "data").returncode == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["raq", "chw", "cpps", "ces"])
def test_a_chapter_of_the_site_keeps_its_address(
    project: Path, name: str, language: Language
) -> None:
    before = files(project)
    options = ("--data", "data", "--lang", language)
    done = panorama(project, "rename", f"devices/{name}", "autre", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert {"fr": "est un chapitre", "nl": "is een hoofdstuk"}[language] in done.stderr
    assert files(project) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_that_leads_to_another_record_stays_its_own(
    valid: Path, language: Language
) -> None:
    options = ("--data", "data", "--lang", language)
    assert panorama(valid, "rename", "organisations/maison", "foyer", *options).returncode == 0
    shutil.copy(valid / "data/organisations/foyer.yml", valid / "data/organisations/autre.yml")
    file = valid / "data/organisations/autre.yml"
    file.write_text(
        file.read_text("utf-8").replace("id: foyer", "id: autre").replace("Maison", "Autre"),
        "utf-8",
    )
    before = files(valid)
    done = panorama(valid, "rename", "organisations/autre", "maison", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert "organisations/foyer" in done.stderr
    assert files(valid) == before


def test_a_record_that_gets_its_name_back_is_in_the_past_no_longer(valid: Path) -> None:
    before = files(valid)
    for old, new in (("maison", "foyer"), ("foyer", "logis"), ("logis", "maison")):
        done = panorama(valid, "rename", f"organisations/{old}", new, "--data", "data")
        assert done.returncode == 0
    after = files(valid)
    redirects = after.pop("data/redirects.yml").decode()
    assert [line.partition(", on")[0] for line in redirects.splitlines()[1:]] == [
        "- {from: organisations/foyer, to: organisations/maison",
        "- {from: organisations/logis, to: organisations/maison",
    ]
    before.pop("data/redirects.yml")
    assert after == before
    assert panorama(valid, "check", "--data", "data").returncode == 0


def test_line_ends_stay(valid: Path) -> None:
    file = valid / "data/devices/relais.yml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    panorama(valid, "rename", "organisations/maison", "logis", "--data", "data")
    text = file.read_bytes()
    assert b"organisation: logis\r\n" in text
    assert text.count(b"\n") == text.count(b"\r\n")


@pytest.mark.parametrize(
    ("text", "old", "new", "lines"),
    [
        (EMPTY, "a", "b", ["a>b"]),
        ("[]", "a", "b", ["a>b"]),
        ("- {from: x, to: a, on: 2020-01-01}\n", "a", "b", ["x>b", "a>b"]),
        ("- {from: x, to: y, on: 2020-01-01}", "a", "b", ["x>y", "a>b"]),
        ("- {from: b, to: a, on: 2020-01-01}\n", "a", "b", ["a>b"]),
        ("# c\n- {from: b, to: a, on: 2020-01-01}\n# d\n", "a", "b", ["a>b"]),
        (
            "- {from: b, to: c, on: 2020-01-01}\n- {from: x, to: c, on: 2020-01-01}\n",
            "c",
            "b",
            ["x>b", "c>b"],
        ),
    ],
)
def test_old_addresses_lead_to_the_last_one(
    text: str, old: str, new: str, lines: list[str]
) -> None:
    found = redirected(text, old, new, DAY).splitlines()
    entries = [line for line in found if line.startswith("- ")]
    assert [
        line.partition("from: ")[2].partition(", on")[0].replace(", to: ", ">") for line in entries
    ] == lines
    assert entries[-1].endswith(f"on: {DAY}}}")
    assert [line for line in found if line.startswith("#")] == [
        line for line in text.splitlines() if line.startswith("#")
    ]
    assert "[]" not in found


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["organisations/maisn", "x"], 2, "organisations/maison"),
        (["communes.yml", "x"], 2, "communes"),
        (["organisations/maison", "maison"], 2, "ne peut pas devenir"),
        (["organisations/maison", "La Maison"], 2, "organisations/la-maison\n"),
        (["organisations/maison", "lexicon/maison-x"], 2, "même dossier"),
        (["organisations/maison", "../x", "--lang", "nl"], 2, "kan niet"),
        (["organisations/maison", "a" * 61], 2, "ne peut pas devenir"),
        (["organisations/maison", "aux"], 2, "organisations/aux-2"),
    ],
)
def test_what_cannot_be_renamed_is_said_and_nothing_changes(
    valid: Path, arguments: list[str], status: int, said: str
) -> None:
    before = files(valid)
    done = panorama(valid, "rename", *arguments, "--data", "data")
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr
    assert files(valid) == before


def test_records_with_errors_are_to_be_corrected_first(valid: Path) -> None:
    (valid / "data/lexicon/faux.yml").write_text("id: [\n", "utf-8")
    before = files(valid)
    done = panorama(valid, "rename", "organisations/maison", "logis", "--data", "data")
    assert (done.returncode, done.stdout) == (1, "")
    assert "faux.yml" in done.stderr
    assert files(valid) == before


@pytest.fixture(scope="module")
def site() -> Site:
    """The project's own records, laid out once."""
    return read_site(PROJECT / "data", PROJECT, "https://p.example/", "https://g.example/", {})


@pytest.mark.parametrize(
    ("old", "new", "target"),
    [
        ("organisations/avant", "organisations/brusano", "../brusano/"),
        ("lexicon/avant", "lexicon/non-recours", "../non-recours/"),
        ("quartiers/avant", "quartiers/raq-marolles", "../raq-marolles/"),
        ("devices/avant", "devices/raq", "../raq/"),
        ("sources/avant", "sources/panorama-1", "../#panorama-1"),
    ],
)
def test_an_old_address_leads_on_without_a_script(
    site: Site, old: str, new: str, target: str
) -> None:
    for language, voice in site.voices.items():
        start = "" if language == "fr" else "nl/"
        page = redirect_page(Redirect(old, new, DAY), site.catalogue, voice, site.settings)
        soup = BeautifulSoup(page, "lxml")
        refresh, link = soup.select_one("meta[http-equiv=refresh]"), soup.select_one("main a")
        assert refresh
        assert link
        assert refresh["content"] == f"0; url={target}"
        assert link["href"] == target
        assert link.get_text()
        canonical = soup.select_one("link[rel=canonical]")
        assert canonical
        place = new.replace("sources/", "sources/#") + ("" if "sources" in new else "/")
        assert canonical["href"] == f"https://p.example/{start}{place}"
        assert soup.select_one('meta[name=robots][content="noindex"]')
        assert not soup.select("script")
        assert soup.html
        assert soup.html["lang"] == language
