"""Elements of office XML by their local names, so that its strict and its usual namespaces read alike."""

from collections.abc import Iterator

from lxml import etree


def name_of(element: etree._Element) -> str:
    """The local name; "" for what is no element, such as an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of a local name, in order."""
    return (child for child in element if name_of(child) == name)


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first element on a way down through children of these local names."""
    for name in names:
        if element is None:
            return None
        element = next(children(element, name), None)
    return element


def value(element: etree._Element | None, attribute: str = "val") -> str | None:
    """An attribute by its local name, whatever its namespace."""
    if element is None:
        return None
    for key, text in element.attrib.items():
        if str(key).rpartition("}")[2] == attribute:
            return str(text)
    return None


def is_on(element: etree._Element | None) -> bool | None:
    """A property that is switched on by being there or off by its value; None where nothing is said."""
    if element is None:
        return None
    return value(element) not in ("0", "false", "off", "none")


def number(text: str | None, default: int) -> int:
    """A whole number as markup states it, or the default."""
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
