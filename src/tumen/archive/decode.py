"""From bytes to text, without ever guessing: an encoding is declared, certain, or asked for."""

from __future__ import annotations

import codecs
import re

from tumen.errors import UnreadableReportError

# The longest first: the mark of UTF-16 is the beginning of the one of UTF-32.
BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# What begins the letters of a seven-bit encoding, which would pass as UTF-8 and read as English.
ESCAPES: tuple[tuple[bytes, str], ...] = (
    (b"\x1b$)C", "iso2022_kr"),
    (b"\x1b$B", "iso2022_jp_2"),
    (b"\x1b$@", "iso2022_jp_2"),
    (b"\x1b$(D", "iso2022_jp_2"),
)

# What pages declare -> how to decode it, as browsers do (WHATWG Encoding Standard, "Names and
# labels").  A label that is not listed counts as none: some of Python's codecs run escapes.
LABELS: dict[str, str] = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8"),
    **dict.fromkeys(
        ("euc-kr", "euckr", "ks_c_5601-1987", "ksc5601", "ksc_5601", "windows-949", "cp949"),
        "cp949",
    ),
    **dict.fromkeys(
        ("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932"), "cp932"
    ),
    **dict.fromkeys(("euc-jp", "eucjp", "x-euc-jp"), "euc_jp"),
    "iso-2022-jp": "iso2022_jp",
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "chinese", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii", "windows-1252"), "cp1252"),
    "iso-8859-15": "iso8859_15",
}

# The encodings that undeclared text of our languages is met in.
UNDECLARED = ["cp949", "cp932", "gb18030", "big5hkscs", "euc_jp"]
# Measured with texts of 20 to 1,000 characters in each of these, and with English text that has
# typographic quotes in Windows-1252, which passes as Chinese: from 100 bytes on the right
# encoding leads by 0.05 of "chaos" or more, and no wrong one leads by more than 0.
LEAST_BYTES = 100
LEAST_LEAD = 0.05

# A page with a stray byte or two is still worth reading; the mark of a lost character stays in.
MOST_LOST = 0.001

_ADVICE = "open it in an editor, save it as UTF-8 and hand that over"
_ASCII = bytes(range(128))


def decode(content: bytes, *, name: str, declared: str = "") -> str:
    """Return the text of *content*, without a byte order mark.

    In this order: a byte order mark, the escapes of seven-bit mail, the label *declared*, UTF-8, an East Asian encoding if it is
    certain.  UnreadableReportError where none fits: nothing is guessed.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding, name)
    for escape, encoding in ESCAPES:
        if escape in content and content.isascii():
            return _strictly(content, encoding, name)
    text = _as_declared(content, LABELS.get(declared.strip().lower(), ""))
    if text is None:
        text = _valid(content, "utf-8")
    if text is None:
        text = _detected(content)
    if text is None:
        raise UnreadableReportError(
            name, f"its encoding is not UTF-8 and cannot be told for certain; {_ADVICE}"
        )
    return text


def _strictly(content: bytes, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        # The codec that drops the mark of UTF-8 does not count it.
        place = error.start + (len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0)
        plain = (
            encoding.removesuffix("-sig")
            .upper()
            .removesuffix("_2")
            .replace("ISO2022_", "ISO-2022-")
        )
        raise UnreadableReportError(
            name, f"it begins as {plain}, but byte {place:,} does not fit; {_ADVICE}"
        ) from error


def _valid(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _as_declared(content: bytes, encoding: str) -> str | None:
    """Return the text if the page is what it declares, but for a stray byte."""
    if not encoding:
        return None
    text = content.decode(encoding, "replace")
    if text.count("\ufffd") > MOST_LOST * len(text):
        return None
    return text


def _detected(content: bytes) -> str | None:
    """Return the text if just one East Asian encoding makes sense of it."""
    if len(content.translate(None, _ASCII)) < LEAST_BYTES:
        return None
    # Slow to import, and hardly ever needed.
    from charset_normalizer import from_bytes

    found = from_bytes(content, cp_isolation=UNDECLARED, enable_fallback=False)
    best = found.best()
    if best is None:
        return None
    rivals = [other.chaos for other in found if str(other) != str(best)]
    if rivals and min(rivals) - best.chaos < LEAST_LEAD:
        return None
    return _valid(content, best.encoding)


_META_CHARSET = re.compile(
    rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE
)
# Browsers look no further either.
_META_WITHIN = 4096


def declared_in_page(content: bytes) -> str:
    """Return the encoding's label that an HTML page declares, "" if none."""
    found = _META_CHARSET.search(content[:_META_WITHIN])
    return found.group(1).decode("ascii", "replace") if found else ""
