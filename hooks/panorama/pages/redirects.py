"""Pages at addresses that records once had: they lead on, without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from panorama.pages.entry import localised, relative
from panorama.pages.policy import META_POLICY

if TYPE_CHECKING:
    from panorama.model.catalogue import Catalogue
    from panorama.model.records import Redirect
    from panorama.pages.environment import Settings
    from panorama.pages.voice import Voice

_PAGE = Markup("""\
<!doctype html>
<html lang="{language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="{policy}">
  <meta http-equiv="refresh" content="0; url={target}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>{title} – {site}</title>
  <link rel="canonical" href="{canonical}">
  <link rel="stylesheet" href="{style}">
</head>
<body>
  <main id="content" class="wrap">
    <h1>{title}</h1>
    <p>{text} <a href="{target}">{name}</a></p>
  </main>
</body>
</html>
""")


def place_of(address: str) -> str:
    """Where the page of a record is; sources stand on one page, each at its own anchor."""
    folder, _, name = address.partition("/")
    return f"sources/#{name}" if folder == "sources" else f"{address}/"


def name_of(address: str, catalogue: Catalogue, voice: Voice) -> str:
    """What a record is called."""
    folder, _, name = address.partition("/")
    if folder == "sources":
        return voice.short_name(catalogue.sources[name])
    if folder == "lexicon":
        return voice.say(catalogue.terms[name].terms)
    return voice.say(getattr(catalogue, folder)[name].names)


def redirect_page(
    redirect: Redirect, catalogue: Catalogue, voice: Voice, settings: Settings
) -> str:
    """The page at the old address in one language; what is said of it is not searched."""
    page = localised(f"{redirect.old}/", voice.language)
    target = localised(place_of(redirect.new), voice.language)
    return _PAGE.format(
        language=voice.language,
        policy=META_POLICY,
        target=relative(page, target),
        canonical=settings.absolute(target),
        style=relative(page, "assets/panorama.css"),
        title=voice.t("redirect.title"),
        text=voice.t("redirect.text"),
        name=name_of(redirect.new, catalogue, voice),
        site=voice.t("site.name"),
    )
