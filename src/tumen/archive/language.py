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

# A headline or a list may have none of them.
LEAST_WORDS = 40
# Words that no page is without, of English and of other languages that news is written in with
# Latin letters: these are not read, but told from English.  Names bring one such word into an
# English text ("Los", "de"), or two, seldom three.
SMALL_WORDS = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to was were that is are for from with in by on at has have said",
        "fr": "le la les des une un est dans pour que qui par avec ont été sont sur du au aux et de",
        "es": "el los las una un es en por que con para del se fue según y la de han fueron",
        "pt": "o os uma um não para com da do que foi pelo pela dos em mais foram e de",
        "it": "il che di della una un per con sono nel gli è alla dei stati da la e",
        "de": "der die das und ist nicht von mit den dem ein eine wurde wurden auf für im nach",
        "nl": "de het een van en niet dat met voor zijn op werd werden door naar",
        "sv": "och att det som en på av för till har inte den från de är",
        "pl": "w na nie że do się jest z przez oraz zostało po od",
        "tr": "ve bir bu için ile olarak da de daha olan göre kadar",
        "id": "yang dan di dari untuk dengan pada ini itu oleh ke telah",
        "vi": "và của là các trong cho được không với người đã bị từ",
    }.items()
}
LEAST_DISTINCT = 3

# Japanese of this length has kana.
LEAST_CHARACTERS = 200

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_WORD = re.compile(r"[^\W\d_]+")
_SPOKEN = ", ".join(f"{code} ({language})" for code, language in LANGUAGES.items())


def language_of(
    text: str, *, name: str, said: str = "", declared: str = "", hinted: str = ""
) -> str:
    """Return the BCP 47 tag of a report, "zh-Hant" and "en-GB" as they were given.

    *said* is a person's word, *declared* the report's own: both are believed; *hinted* is a page's
    template, which is believed where the text agrees.  A report may be in a language that no reader
    knows ("fr"): it is kept, and whoever reads it says so.  UnreadableReportError where a person
    says such a language, and where nothing tells.
    """
    if said:
        return _supported(said, name)
    if declared:
        return _tag(declared) or _supported(declared, name)
    found = detect(text)
    hint = _tag(hinted)
    if found != "en" and found:
        return hint if primary(hint) == found else found
    if hint and (found or primary(hint) not in LANGUAGES):
        # A few Latin letters do not tell English from French; what the page declares does.
        return found if primary(hint) in {"ko", "ja", "zh"} else hint
    if not found:
        raise UnreadableReportError(
            name,
            f"its language cannot be told; readers know {_SPOKEN}: if it is one of them, say "
            "which with --language",
        )
    return found


def disagrees(text: str, tag: str) -> str:
    """Return the language that *text* is written in where a report's *tag* names another, else "".

    A person's word is believed; but that English is called Korean is most likely a slip, and then
    nothing in the report is found.
    """
    found, said = detect(text), primary(tag)
    if said not in LANGUAGES or found not in LANGUAGES or found == said:
        return ""
    # A few words of Japanese may have no kana.
    return "" if (said, found) == ("ja", "zh") and len(text) < LEAST_CHARACTERS else found


def primary(tag: str) -> str:
    """Return the language of a BCP 47 tag without script and region."""
    return tag.split("-", 1)[0].lower()


def detect(text: str) -> str:
    """Return the language of *text* by its script, and by its small words where that is Latin.

    "" where neither tells.
    """
    counts = _scripts(text[:SAMPLE])
    hangul, kana, han = counts["hangul"], counts["kana"], counts["han"]
    syllables = hangul + kana + han
    if syllables * LETTERS_PER_SYLLABLE >= counts["latin"] + counts["other"] and syllables:
        if hangul > kana and hangul * 2 >= han:
            return "ko"
        return "ja" if kana >= LEAST_KANA * (kana + han) else "zh"
    return _in_latin(text[:SAMPLE]) if counts["latin"] > counts["other"] else ""


def _in_latin(text: str) -> str:
    """Return the language whose small words *text* is full of; a headline without any is English."""
    words = Counter(word.lower() for word in _WORD.findall(text))
    told = {code: sum(words[w] for w in small) for code, small in SMALL_WORDS.items()}
    most = max(told, key=lambda code: told[code])  # English, which is first, of several
    if most != "en" and sum(word in words for word in SMALL_WORDS[most]) >= LEAST_DISTINCT:
        return most
    return "en" if told["en"] or words.total() < LEAST_WORDS else ""


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
