"""The parts of a workbook file: those that change, and all others carried over as they are."""

from __future__ import annotations

import io
import posixpath
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from reports.annotated.splice import CannotPatch, append_inside, escape, find_all, splice, to_utf8
from reports.workbook_bytes import EPOCH

INFLATED_BYTES = 1_500_000_000  # of the whole file
PART_BYTES = 400_000_000  # of one part that is changed
CONTENT_TYPES = "[Content_Types].xml"
LOOSE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EMPTY_RELATIONS = f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_PACKAGE_RELATIONS}"/>'.encode()


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another; ``kind`` is the last word of its type, ``target`` the other part."""

    key: str
    kind: str
    target: str


class Package:
    """An Office file whose parts are read, written and related by name.

    Raises CannotPatch where the bytes are no such file, or would inflate beyond the limits.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as fault:
            raise CannotPatch("zip") from fault
        self._known = {_fold(info.filename): info for info in self._zip.infolist()}
        self._changed: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        if sum(info.file_size for info in self._known.values()) > INFLATED_BYTES:
            raise CannotPatch("size")

    def has(self, part: str) -> bool:
        """Whether there is a part of that name."""
        return _fold(part) in self._changed or _fold(part) in self._known

    def read(self, part: str) -> bytes:
        """The bytes of a part, in UTF-8 (raises CannotPatch where there is none)."""
        key = _fold(part)
        if key in self._changed:
            return self._changed[key]
        if key not in self._known or self._known[key].file_size > PART_BYTES:
            raise CannotPatch(part)
        try:
            return to_utf8(self._zip.read(self._known[key]))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as fault:
            raise CannotPatch(part) from fault

    def write(self, part: str, content: bytes) -> None:
        """Put a part in the place of the one of its name, or beside the others."""
        self._changed[_fold(part)] = content
        self._names[_fold(part)] = part

    def free_name(self, pattern: str) -> str:
        """A name such as ``xl/comments{}.xml`` with the first number that no part has."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def relations(self, part: str) -> list[Relation]:
        """What a part ("" is the file itself) is related to inside the file."""
        links = _links_of(part)
        if not self.has(links):
            return []
        found = find_all(self.read(links), "Relationships/Relationship")
        inside = [one.attributes for one in found if one.attributes.get("TargetMode") != "External"]
        return [_read_relation(part, about) for about in inside]

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation from a part to another and return its key."""
        links = _links_of(part)
        xml = self.read(links) if self.has(links) else _EMPTY_RELATIONS
        (root, *others) = find_all(xml, "Relationships", "Relationships/Relationship")
        taken = {one.attributes.get("Id", "") for one in others}
        key = next(f"rIdKonlang{n}" for n in range(1, len(taken) + 2) if f"rIdKonlang{n}" not in taken)
        base = STRICT if self.is_strict else LOOSE
        about = {"Id": key, "Type": f"{base}/{kind}", "Target": f"/{target}"}
        self.write(links, splice(xml, [append_inside(xml, root, _tag(root.prefix + b"Relationship", about))]))
        return key

    def declare(self, part: str, media_type: str) -> None:
        """Say what kind of content a new part has."""
        xml = self.read(CONTENT_TYPES)
        (root, *others) = find_all(xml, "Types", "Types/Override")
        if all(_fold(one.attributes.get("PartName", "")) != _fold(part) for one in others):
            about = _tag(root.prefix + b"Override", {"PartName": f"/{part}", "ContentType": media_type})
            self.write(CONTENT_TYPES, splice(xml, [append_inside(xml, root, about)]))

    @property
    def book(self) -> str:
        """The name of the workbook part (CannotPatch where the file is no workbook in XML)."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and relation.target.endswith(".xml"):
                return relation.target
        raise CannotPatch("workbook")

    @property
    def is_strict(self) -> bool:
        """Whether the file is of the strict kind, which has its own names for relations."""
        return STRICT.encode() in self.read(_links_of(""))

    def to_bytes(self) -> bytes:
        """The file: parts in their order, the new ones last; no clock stands in what is new."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
            for key, info in self._known.items():
                self._carry(key, info, pack)
            for key in [key for key in self._changed if key not in self._known]:
                pack.writestr(zipfile.ZipInfo(self._names[key], EPOCH), self._changed[key], zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def _carry(self, key: str, info: zipfile.ZipInfo, pack: zipfile.ZipFile) -> None:
        about = zipfile.ZipInfo(info.filename, info.date_time)
        about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, info.external_attr
        if key in self._changed:
            pack.writestr(about, self._changed[key])
            return
        about.file_size = info.file_size
        try:
            with self._zip.open(info) as source, pack.open(about, "w") as target:
                shutil.copyfileobj(source, target)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as fault:
            raise CannotPatch(info.filename) from fault


def _fold(name: str) -> str:
    """Names of parts differ neither by case nor, in careless files, by the slash."""
    return name.replace("\\", "/").lstrip("/").lower()


def _links_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _read_relation(part: str, about: Mapping[str, str]) -> Relation:
    target = unquote(about.get("Target", "")).replace("\\", "/")
    whole = target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    return Relation(about.get("Id", ""), about.get("Type", "").rpartition("/")[2], posixpath.normpath(whole))


def _tag(name: bytes, attributes: Mapping[str, str]) -> bytes:
    pairs = b"".join(b' %s="%s"' % (key.encode(), escape(value)) for key, value in attributes.items())
    return b"<" + name + pairs + b"/>"
