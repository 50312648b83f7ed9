"""XML of a file read as data alone: no entity is expanded, nothing is fetched."""

from __future__ import annotations

from typing import Any, TypeAlias

from lxml import etree

from ingest.formats.sheet import Unreadable

_ENTITY = b"<!ENTITY"
_START = 1 << 16  # bytes in which XML of two bytes a sign is searched
Node: TypeAlias = Any  # an element of lxml, which has no types


def refuse_entities(content: bytes) -> None:
    """Refuse XML that defines entities, which can swell without end or name files elsewhere: no workbook needs them."""
    if _ENTITY in content or _ENTITY in content[:_START].replace(b"\x00", b""):
        raise Unreadable("file_unsafe")


def parse_xml(content: bytes) -> Node:
    """The root of an XML document; refused where it is none."""
    refuse_entities(content)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False)
    try:
        root: Node = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Unreadable("file_damaged") from fault
    return root


def local_name(node: Node) -> str:
    """The name of an element without its namespace; "" for a comment."""
    return str(node.tag).rpartition("}")[2] if isinstance(node.tag, str) else ""


def attribute(node: Node, name: str) -> str:
    """The value of an attribute of whatever namespace; "" where there is none."""
    return next((str(value) for key, value in node.attrib.items() if str(key).rpartition("}")[2] == name), "")
