"""Asking addresses whether they still answer: a few at a time, one at a time for each site."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

State = Literal["fine", "gone", "moved", "unsure"]
AT_ONCE = 8  # sites
AGENT = "Mozilla/5.0 (compatible; panorama-links)"  # some sites refuse what names no browser
_GONE = (http.HTTPStatus.NOT_FOUND, http.HTTPStatus.GONE)
_MOVED = (http.HTTPStatus.MOVED_PERMANENTLY, http.HTTPStatus.PERMANENT_REDIRECT)
_SAFE = "%/:?#[]@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered. `unsure` is a site that refuses programs or is out of order."""

    address: str
    state: State
    detail: str = ""


class _Watching(urllib.request.HTTPRedirectHandler):
    """Follows redirections and remembers whether all of them are for good."""

    def __init__(self) -> None:
        self.codes: list[int] = []

    def redirect_request(  # noqa: PLR0913, PLR0917 (the base class's parameters)
        self,
        req: urllib.request.Request,
        fp: object,
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        self.codes.append(code)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def probe(addresses: Iterable[str], seconds: float, tries: int = 2) -> list[Answer]:
    """The answer of each address, in their order."""
    sites: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        sites[urlsplit(address).netloc].append(address)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(lambda site: [_tried(one, seconds, tries) for one in site], sites.values())
        answers = {answer.address: answer for some in found for answer in some}
    return [answers[address] for address in dict.fromkeys(addresses)]


def _tried(address: str, seconds: float, tries: int) -> Answer:
    answer = _ask(address, seconds)
    for _ in range(tries - 1):
        if answer.state == "fine":
            break
        answer = _ask(address, seconds)
    return answer


def _ask(address: str, seconds: float) -> Answer:
    watching = _Watching()
    opener = urllib.request.build_opener(watching)
    request = urllib.request.Request(  # noqa: S310 (only http: and https: are collected)
        quote(address, safe=_SAFE), headers={"User-Agent": AGENT, "Accept": "*/*"}
    )
    try:
        with opener.open(request, timeout=seconds) as reply:
            final = str(reply.url)
    except urllib.error.HTTPError as error:
        return Answer(address, "gone" if error.code in _GONE else "unsure", str(error.code))
    except (OSError, ValueError, http.client.HTTPException) as error:
        return Answer(address, "unsure", type(error).__name__)
    is_for_good = watching.codes and all(code in _MOVED for code in watching.codes)
    return Answer(address, "moved", final) if is_for_good else Answer(address, "fine")
