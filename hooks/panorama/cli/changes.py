"""`panorama changes`: the facts that a proposal changes, for its author and its reviewers."""

from __future__ import annotations

import datetime as dt
import sys
from typing import TYPE_CHECKING

from panorama.checking.report import shown
from panorama.history.layout import Layout
from panorama.history.layouts import LAYOUTS
from panorama.history.proposal import read_proposal
from panorama.history.say import Teller
from panorama.model.catalogue import LANGUAGES
from panorama.pages.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from panorama.model.catalogue import Language

_NO_BASE = {
    "fr": "panorama : « {base} » ne désigne aucun état du projet connu ici ({data})",
    "nl": "panorama: ‘{base}’ is hier geen bekende toestand van het project ({data})",
}


def run_changes(data: Path, base: str, language: Language, layout: str, site: str) -> int:
    """Print what changed since a commit, branch or tag; the exit status is 2 without one.

    Findings are counted, not judged: that is what `panorama check` is for.
    """
    proposal = read_proposal(data, base, dt.datetime.now(dt.UTC).date())
    if proposal is None:
        print(_NO_BASE[language].format(base=base, data=data), file=sys.stderr)
        return 2
    records = proposal.catalogue
    tellers = {name: Teller(Voice(name, records.ui, records.sources)) for name in LANGUAGES}
    print(LAYOUTS[layout](proposal, Layout(tellers, language, _slash(site), shown(data))))
    return 0


def _slash(site: str) -> str:
    return site.rstrip("/") + "/"
