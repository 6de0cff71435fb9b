"""What a check found: value objects that are collected, sorted and printed in one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


class Position(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake. `code` names its sentence in messages.yml, `details` fills the sentence."""

    path: str
    position: Position
    code: str
    details: dict[str, str] = field(default_factory=dict)
    severity: Severity = "error"

    def order(self) -> tuple[bool, str, int, int, str, tuple[tuple[str, str], ...]]:
        """Sort key: records before the pages beside them, then by file, place and kind."""
        place = self.position
        details = tuple(sorted(self.details.items()))
        is_beside = self.path.startswith("../")
        return (is_beside, self.path, place.line, place.column, self.code, details)


def ordered(findings: list[Finding]) -> list[Finding]:
    """All findings once, in the order they are printed."""
    unique = {finding.order(): finding for finding in findings}
    return [unique[key] for key in sorted(unique)]


def has_errors(findings: list[Finding]) -> bool:
    """Whether anything found stands in the way of a build."""
    return any(finding.severity == "error" for finding in findings)
