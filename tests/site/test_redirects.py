"""Addresses of the past in a built site: there in both languages, and nowhere listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from tests.hostile import HOSTILE, MOVED

if TYPE_CHECKING:
    from tests.conftest import Hostile


@pytest.mark.parametrize("prefix", ["", "nl/"])
def test_an_old_address_answers_and_leads_on(hostile: Hostile, prefix: str) -> None:
    page = hostile.site / prefix / MOVED["from"] / "index.html"
    soup = BeautifulSoup(page.read_text("utf-8"), "lxml")
    link = soup.select_one("main a")
    assert link
    target = (page.parent / str(link["href"]) / "index.html").resolve()
    assert target == (hostile.site / prefix / MOVED["to"] / "index.html").resolve()
    assert target.is_file()
    assert HOSTILE in link.get_text().replace("\u202f", " ").replace("\u00a0", " ")
    assert not soup.select("b, script, img")
    style = soup.select_one("link[rel=stylesheet]")
    assert style
    assert (page.parent / str(style["href"])).is_file()


def test_an_old_address_is_in_no_list(hostile: Hostile) -> None:
    assert MOVED["from"] not in (hostile.site / "sitemap.xml").read_text("utf-8")
    named = [
        path
        for path in hostile.site.rglob("*.html")
        if f'{MOVED["from"]}/"' in path.read_text("utf-8")
    ]
    assert named == []
