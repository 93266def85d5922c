"""Which language a report is in: what people say, then the script the text is written in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from tumen.errors import UnreadableReportError

LANGUAGES = {"en": "English", "ko": "Korean", "ja": "Japanese", "zh": "Chinese"}

# The script's name in Unicode -> the script, for the four that our languages are written in.
_SCRIPTS = {
    "LATIN": "latin",
    "HANGUL": "hangul",
    "HIRAGANA": "kana",
    "KATAKANA": "kana",
    "CJK": "han",
}
# The beginning tells the script; a whole book need not be counted.
SAMPLE = 20_000

# One Han character or Hangul syllable says about as much as three Latin letters.
LETTERS_PER_SYLLABLE = 3
# Japanese news is about half kana; Chinese that quotes a Japanese name has a few in a hundred.
LEAST_KANA = 0.1

# Words that no page of English is without.  "a", "on", "in", "we" are words elsewhere too.
_ENGLISH = {"the", "of", "and", "to", "was", "were", "that", "is", "are", "for", "from", "with"}
# A headline or a list may have none of them.
LEAST_WORDS = 40

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_WORD = re.compile(r"[^\W\d_]+")
_SPOKEN = ", ".join(f"{code} ({language})" for code, language in LANGUAGES.items())


def language_of(text: str, *, name: str, said: str = "", hinted: str = "") -> str:
    """Return the BCP 47 tag of a report, "zh-Hant" and "en-GB" as they were given.

    *said* is a person's word and is believed; *hinted* is a page's template, which is believed
    where the script of the text agrees.  UnreadableReportError for a language that no reader
    knows, and where nothing tells.
    """
    if said:
        return _supported(said, name)
    found = detect(text)
    hint = _tag(hinted)
    if found != "en" and found:
        return hint if primary(hint) == found else found
    if hint and (found or primary(hint) not in LANGUAGES):
        # Latin letters do not tell English from French; what the page declares does.
        return found if primary(hint) in {"ko", "ja", "zh"} else _supported(hint, name)
    if not found:
        raise UnreadableReportError(
            name,
            f"its language cannot be told; readers know {_SPOKEN}: if it is one of them, say "
            "which with --language",
        )
    return found


def primary(tag: str) -> str:
    """Return the language of a BCP 47 tag without script and region."""
    return tag.split("-", 1)[0].lower()


def detect(text: str) -> str:
    """Return en, ko, ja or zh by the script *text* is written in, "" where it tells nothing."""
    counts = _scripts(text[:SAMPLE])
    hangul, kana, han = counts["hangul"], counts["kana"], counts["han"]
    syllables = hangul + kana + han
    if syllables * LETTERS_PER_SYLLABLE >= counts["latin"] + counts["other"] and syllables:
        if hangul > kana and hangul * 2 >= han:
            return "ko"
        return "ja" if kana >= LEAST_KANA * (kana + han) else "zh"
    if counts["latin"] > counts["other"] and _may_be_english(text[:SAMPLE]):
        return "en"
    return ""


def _scripts(text: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for character, times in Counter(text).items():
        if character.isalpha():
            counts[_script(character)] += times
    return counts


def _script(letter: str) -> str:
    # "CJK UNIFIED IDEOGRAPH-5317", "HALFWIDTH KATAKANA LETTER A",
    # "KATAKANA-HIRAGANA PROLONGED SOUND MARK"
    name = unicodedata.name(letter, "").removeprefix("HALFWIDTH ").removeprefix("FULLWIDTH ")
    return _SCRIPTS.get(re.split("[ -]", name, maxsplit=1)[0], "other")


def _may_be_english(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) < LEAST_WORDS or not _ENGLISH.isdisjoint(words)


def _tag(said: str) -> str:
    """Return *said* as a tag if it has the form of one: ko_KR is written for ko-KR."""
    tag = said.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else ""


def _supported(said: str, name: str) -> str:
    tag = _tag(said)
    if primary(tag) not in LANGUAGES:
        raise UnreadableReportError(
            name, f"no reader knows the language {said!r}; they know {_SPOKEN}"
        )
    return tag
