"""Write a catalogue in another format, whole or not at all, and say what that format has no room for."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from catalogue.records import Credential, RecordError

FORMATS = ("csv", "jsonl", "ctdl", "elm", "schemaorg")


@dataclass
class ExportReport:
    """What was written, and the fields that the format cannot hold: how many records state each, and why it is lost.

    `asked_for` counts the records that do not state what the format's own profile calls for; nothing is made up for it.
    """

    path: Path
    format: str
    written: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, str] = field(default_factory=dict)
    asked_for: Counter[str] = field(default_factory=Counter)
    needs: dict[str, str] = field(default_factory=dict)

    def as_text(self) -> str:
        """Return the report in plain lines."""
        lines = [f"{self.path}: {self.written} credentials written as {self.format}."]
        if self.lost:
            lines.append(f"What {self.format} cannot hold:")
            lines += [f"- {name} ({count} records): {self.reasons[name]}." for name, count in self.lost.items()]
        if self.asked_for:
            lines.append(f"What {self.format} asks for and records do not state:")
            lines += [f"- {name} ({count} records): {self.needs[name]}." for name, count in self.asked_for.items()]
        return "\n".join(lines)

    def as_json(self) -> dict[str, Any]:
        """Return plain values for a machine."""
        lost = [{"field": name, "records": n, "reason": self.reasons[name]} for name, n in self.lost.items()]
        asked = [{"field": name, "records": n, "reason": self.needs[name]} for name, n in self.asked_for.items()]
        return {
            "path": str(self.path),
            "format": self.format,
            "written": self.written,
            "cannot_hold": lost,
            "asked_for": asked,
        }


def export_catalogue(credentials: Iterable[Credential], format: str, out: Path) -> ExportReport:
    """Write the credentials (a catalogue, or any of them) to `out`, replacing it in one step, and return the report.

    Raises RecordError when the format is unknown or the file cannot be written.
    """
    if format not in FORMATS:
        raise RecordError(f"{format!r} is no export format; expected one of {', '.join(FORMATS)}.")
    exporter = import_module(f"catalogue.exporters.{format}")
    report = ExportReport(Path(out), format, reasons=exporter.CANNOT_HOLD, needs=getattr(exporter, "ASKED_FOR", {}))
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=report.path.parent, prefix=f".{report.path.name}.", delete=False
        ) as file:
            try:
                exporter.write(_counted(credentials, report), file)
            except BaseException:
                Path(file.name).unlink()
                raise
        Path(file.name).chmod(0o644)
        Path(file.name).replace(report.path)
    except OSError as error:
        raise RecordError(f"{out}: the file cannot be written ({error.strerror}); name another place.") from error
    return report


def lost_fields(credential: Credential, format: str) -> set[str]:
    """Return the fields that a credential states and a format cannot hold, or cannot hold as it is stated."""
    exporter = import_module(f"catalogue.exporters.{format}")
    lost_if: Mapping[str, Callable[[Credential], bool]] = getattr(exporter, "LOST_IF", {})
    return {
        name
        for name in exporter.CANNOT_HOLD
        if getattr(credential, name) and (name not in lost_if or lost_if[name](credential))
    }


def _counted(credentials: Iterable[Credential], report: ExportReport) -> Iterator[Credential]:
    """Yield each credential, counting it, what it states that the format cannot hold, and what the format asks for."""
    for credential in credentials:
        report.written += 1
        report.lost.update(lost_fields(credential, report.format))
        report.asked_for.update(name for name in report.needs if not getattr(credential, name))
        yield credential
