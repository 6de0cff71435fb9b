"""`panorama changes`: the facts that a proposal changes, for its author and its reviewers."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import yaml

from panorama.checking.report import shown
from panorama.cli.bases import no_base
from panorama.history.days import record_names
from panorama.history.layout import Layout
from panorama.history.layouts import LAYOUTS
from panorama.history.proposal import read_proposal
from panorama.history.say import Teller
from panorama.model.catalogue import LANGUAGES
from panorama.pages.voice import Voice
from panorama.today import today

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.model.catalogue import Language

SETTINGS = "mkdocs.yml"  # beside the data, where the site’s address is set


def run_changes(data: Path, base: str, language: Language, layout: str, site: str) -> int:
    """Print what changed since a commit, branch or tag; the exit status is 2 without one.

    `site` is where the site is published, as its settings have it where nothing is given.
    Findings are counted, not judged: that is what `panorama check` is for.
    """
    proposal = read_proposal(data, base, today())
    if proposal is None:
        print(no_base(data, base, language), file=sys.stderr)
        return 2
    records = proposal.catalogue
    tellers = {name: Teller(Voice(name, records.ui, records.sources)) for name in LANGUAGES}
    names = {name: record_names(records, tellers[name].voice) for name in LANGUAGES}
    address = (site or _published(data.parent / SETTINGS)).rstrip("/") + "/"
    print(LAYOUTS[layout](proposal, Layout(tellers, names, language, address, shown(data))))
    return 0


def _published(settings: Path) -> str:
    """Where the site is published; nothing where no settings say so.

    `!ENV NAME` and `!ENV [NAME, address]` are what the environment says, or else the address.
    """
    root = yaml.compose(settings.read_text("utf-8")) if settings.is_file() else None
    nodes = root.value if isinstance(root, yaml.MappingNode) else []
    found = next((value for key, value in nodes if key.value == "site_url"), None)
    if found is None or found.tag != "!ENV":
        return str(found.value) if found else ""
    listed = found.value if isinstance(found, yaml.SequenceNode) else [found]
    name, *rest = (str(one.value) for one in listed)
    return os.environ.get(name) or "".join(rest[-1:])
