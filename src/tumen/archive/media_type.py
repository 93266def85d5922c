"""What kind of document some bytes are: by their content first, by the file's ending second."""

from __future__ import annotations

import re
from pathlib import PurePath

TEXT = "text/plain"
HTML = "text/html"
BINARY = "application/octet-stream"

# First bytes -> media type.
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"WARC/", "application/warc"),
    (b"\x1f\x8b", "application/gzip"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-executable"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
)
# What a ZIP or gzip file really is, as far as its ending tells.
PACKED = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".hwpx": "application/hwp+zip",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".epub": "application/epub+zip",
    ".wacz": "application/wacz",
    ".gz": "application/gzip",
}
# Kinds that are text inside, by ending.
WRITTEN = {".eml": "message/rfc822", ".mht": "multipart/related", ".mhtml": "multipart/related"}
PAGES = {".html", ".htm", ".xhtml"}

# For people, where a kind is named in a sentence.
WORDS = {
    "application/pdf": "a PDF",
    "application/zip": "a ZIP file",
    "application/warc": "a web archive (WARC)",
    "application/gzip": "a gzip file",
    "application/rtf": "a rich text document (RTF)",
    "application/x-ole-storage": "an old office document (DOC, XLS, HWP or MSG)",
    "application/octet-stream": "binary data",
    "application/vnd.sqlite3": "an SQLite database",
    "application/x-executable": "a program",
    "application/vnd.rar": "a RAR file",
    "application/x-7z-compressed": "a 7z file",
    "application/xml": "XML, such as a feed",
    "image/png": "a PNG picture",
    "image/jpeg": "a JPEG picture",
    "image/gif": "a GIF picture",
    "message/rfc822": "an e-mail",
    "multipart/related": "a page saved as MHTML",
    PACKED[".docx"]: "a Word document (DOCX)",
    PACKED[".xlsx"]: "a spreadsheet (XLSX)",
    PACKED[".pptx"]: "a presentation (PPTX)",
    PACKED[".hwpx"]: "a Hangul document (HWPX)",
    PACKED[".odt"]: "an OpenDocument text (ODT)",
    PACKED[".epub"]: "a book (EPUB)",
    PACKED[".wacz"]: "a web archive (WACZ)",
}

_MAIL = re.compile(rb"(?:From |Return-Path:|Received:|Delivered-To:|MIME-Version:)")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<(?:\?xml|rss|feed)\b", re.IGNORECASE)

# Enough for a comment and a document type before the first tag.
HEAD_BYTES = 4096
# Text has line ends and tabs, and hardly another control character.
MOST_CONTROLS = 0.02
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # byte order marks of UTF-16 and 32


def media_type_of(content: bytes, name: str) -> str:
    """Return the media type of *content*; `application/octet-stream` for what looks like no text.

    The ending of *name* decides only what the bytes leave open: an office document among ZIP
    files, a page without its first tags.
    """
    ending = PurePath(name).suffix.lower()
    for signature, media_type in SIGNATURES:
        if content.startswith(signature):
            packed = media_type in {"application/zip", "application/gzip"}
            return PACKED.get(ending, media_type) if packed else media_type
    if _is_binary(content):
        return BINARY
    return _kind_of_text(content, ending)


def words_for(media_type: str) -> str:
    """Return what to call *media_type* in a sentence."""
    return WORDS.get(media_type, f"of the type {media_type}")


def _is_binary(content: bytes) -> bool:
    if content.startswith(_WIDE_MARKS):
        return False
    head = content[:HEAD_BYTES]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return b"\0" in content or controls > MOST_CONTROLS * len(head)


def _kind_of_text(content: bytes, ending: str) -> str:
    head = _first_words(content)
    if _PAGE.match(head):
        return HTML
    if ending in WRITTEN:
        return WRITTEN[ending]
    if ending in PAGES:
        return HTML
    if _MAIL.match(content):
        return "message/rfc822"
    if _XML.match(head):
        return "application/xml"
    return TEXT


def _first_words(content: bytes) -> str:
    """Return the beginning, readable enough to find a tag in it."""
    head = content[:HEAD_BYTES]
    if head.startswith(_WIDE_MARKS):
        head = head.replace(b"\0", b"")[2:]
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
