"""The site's content security policy: everything from the site itself, nothing else.

`wasm-unsafe-eval` is for Pagefind's index reader.
"""

from __future__ import annotations

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
# A page cannot say by itself who may frame it: browsers ignore that in a meta element.
_HEADER_ONLY = {"frame-ancestors"}
# The one kind of page that other sites may frame, in both languages.
EMBEDDED = ("/map/embed/", "/nl/map/embed/")


def policy(directives: dict[str, str]) -> str:
    """Directives as one header value."""
    return "; ".join(f"{name} {value}" for name, value in directives.items())


HEADER_POLICY = policy(DIRECTIVES)
META_POLICY = policy(
    {name: value for name, value in DIRECTIVES.items() if name not in _HEADER_ONLY}
)
EMBED_POLICY = policy(DIRECTIVES | {"frame-ancestors": "*"})
HEADERS = {
    "Content-Security-Policy": HEADER_POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(self)",
}


def headers_for(path: str) -> dict[str, str]:
    """The headers of an address, from the site's root and without its query."""
    framed = {"Content-Security-Policy": EMBED_POLICY} if path.startswith(EMBEDDED) else {}
    return HEADERS | framed
