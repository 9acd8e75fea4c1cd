"""ZIP packages of XML parts, as office programs write them, opened within bounds."""

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from corpus.formats import FormatError

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_EXPANDED_BYTES = 200 * 2**20
MAX_XML_BYTES = 50 * 2**20  # one XML part; its tree takes several times as much memory
MAX_RATIO = 200
RATIO_COUNTS_FROM = 2**20  # small members of real documents compress better than 200 : 1

SAVE_AGAIN = "open the document in Word or WPS and save it again"

DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, ValueError)
DAMAGED += (NotImplementedError,)  # an unknown way of compression


def open_package(data: bytes) -> zipfile.ZipFile:
    """
    Open a ZIP file whose members, unpacked, stay within bounds.

    A member that is larger than its entry says fails its checksum later, unread.

    :raises FormatError: if it is damaged, encrypted or a zip bomb
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except DAMAGED as error:
        raise FormatError("damaged", f"the ZIP container is broken; {SAVE_AGAIN}") from error
    members = package.infolist()
    if any(member.flag_bits & 1 for member in members):
        raise FormatError("encrypted", "the ZIP container is encrypted; save it without password")
    is_bomb = any(
        member.file_size > max(RATIO_COUNTS_FROM, MAX_RATIO * member.compress_size)
        for member in members
    )
    if is_bomb or sum(member.file_size for member in members) > MAX_EXPANDED_BYTES:
        limit = f"more than {MAX_EXPANDED_BYTES:,} bytes or {MAX_RATIO} times its size"
        raise FormatError("too_large", f"unpacked it takes {limit}; remove its pictures")
    return package


def read_member(package: zipfile.ZipFile, name: str) -> bytes:
    """
    Read one member, within bounds whatever its entry says.

    :raises FormatError: if it is missing, damaged or too large
    """
    try:
        info = package.getinfo(name)
        with package.open(info) as file:
            content = file.read(min(info.file_size, MAX_XML_BYTES) + 1)  # read() has no bound
    except DAMAGED as error:
        raise FormatError("damaged", f"{name} cannot be read; {SAVE_AGAIN}") from error
    if len(content) > MAX_XML_BYTES:
        limit = f"{name} has more than {MAX_XML_BYTES:,} bytes"
        raise FormatError("too_large", f"{limit}; split the document")
    return content


def read_xml(package: zipfile.ZipFile, name: str) -> "_Element":
    """
    Read one member as XML; entities are not expanded and nothing is fetched.

    :raises FormatError: if it is missing, damaged, too large or no XML
    """
    content = read_member(package, name)
    try:
        return parse_xml(content)
    except ValueError as error:
        raise FormatError("damaged", f"{name} is no valid XML; {SAVE_AGAIN}") from error


def parse_xml(content: bytes) -> "_Element":
    """
    Parse XML; entities are not expanded, nothing is fetched, depth is bounded by libxml2.

    :raises ValueError: if it is no XML
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"no valid XML: {error}") from error
