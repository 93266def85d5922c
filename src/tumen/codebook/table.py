"""One table of a codebook, read strictly: a typed value, or a sentence that names file and key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from tumen.errors import CodebookError

LANGUAGES = ("en", "ko", "ja", "zh")

Key = tuple[str, ...]

# Longer values are cut in messages: the key says where to look.
_SHOWN_CHARACTERS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the merged codebook, with its own key and the file that each key came from.

    `files` holds the topmost key that a file brought; what lies below came from the same file.
    """

    content: Mapping[str, object]
    files: Mapping[Key, str]
    key: Key = ()

    def wrong(self, name: str, because: str) -> CodebookError:
        """Return the error for the value at *name*: "<file>: <key> is <value>, <because>."."""
        value = repr(self.content.get(name))
        if len(value) > _SHOWN_CHARACTERS:
            value = value[:_SHOWN_CHARACTERS] + "..."
        return CodebookError(f"{self._where(name)} is {value}, {because}.")

    def lacking(self, name: str, because: str) -> CodebookError:
        """Return the error for a value that is not there."""
        return CodebookError(f"{self._where(name)} is missing; {because}.")

    def only(self, *known: str) -> None:
        """Refuse keys other than *known*: a misspelt key would be ignored in silence."""
        for name in self.content:
            if name not in known:
                raise CodebookError(
                    f"{self._where(name)} is not known here; the keys are {', '.join(known)}."
                )

    def text(self, name: str, default: str | None = None) -> str:
        """Return the words at *name*, or *default* (None: there must be some)."""
        if name not in self.content:
            if default is None:
                raise self.lacking(name, "give it as words in quotes")
            return default
        value = self.content[name]
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(name, "but must be words in quotes")
        return value

    def choice(self, name: str, options: tuple[str, ...], default: str | None = None) -> str:
        """Return the words at *name*, which must be one of *options*."""
        value = self.text(name, default)
        if name in self.content and value not in options:
            raise self.wrong(name, f"but must be one of {', '.join(options)}")
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """Return the true or false at *name*."""
        value = self.content.get(name, default)
        if not isinstance(value, bool):
            raise self.wrong(name, "but must be true or false")
        return value

    def factor(self, name: str) -> float:
        """Return the positive number at *name*."""
        value = self.content.get(name)
        if value is None:
            raise self.lacking(name, "give a number such as 0.85")
        # bool is an int to Python; inf and nan are numbers to TOML.
        good = isinstance(value, int | float) and not isinstance(value, bool)
        if not good or not 0 < float(str(value)) < float("inf"):
            raise self.wrong(name, "but must be a number above 0")
        return float(str(value))

    def day(self, name: str) -> date:
        """Return the day at *name*, written as TOML writes days (1945-10-10)."""
        if name not in self.content:
            raise self.lacking(name, "give a day such as 1945-10-10, without quotes")
        value = self.content[name]
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(name, "but must be a day such as 1945-10-10, without quotes")
        return value

    def items(self, name: str) -> tuple[object, ...]:
        """Return the list at *name*, empty when there is none."""
        value = self.content.get(name, [])
        if not isinstance(value, list):
            raise self.wrong(name, "but must be a list")
        return tuple(value)

    def entries(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield the words in the list at *name* with their numbers, from 0."""
        for number, value in enumerate(self.items(name)):
            if not isinstance(value, str) or not value.strip():
                raise self.element(name, number).wrong(
                    str(number), "but every entry of the list must be words in quotes"
                )
            yield number, value

    def words(self, name: str) -> tuple[str, ...]:
        """Return the list of words at *name*, each once, in the order given."""
        return tuple(dict.fromkeys(word for _, word in self.entries(name)))

    def labels(self, name: str) -> Mapping[str, str]:
        """Return the words at *name* in each of the four languages; none may lack."""
        table = self.table(name)
        table.only(*LANGUAGES)
        return {language: table.text(language) for language in LANGUAGES}

    def words_by_language(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """Return the lists of words at *name* by language; a language may have none."""
        table = self.table(name)
        table.only(*LANGUAGES)
        return {language: table.words(language) for language in LANGUAGES}

    def table(self, name: str) -> Table:
        """Return the table at *name*, empty when there is none."""
        value = self.content.get(name, {})
        if not isinstance(value, dict):
            raise self.wrong(name, "but must be a table")
        return Table(content=value, files=self.files, key=(*self.key, name))

    def tables(self, name: str) -> Iterator[tuple[str, Table]]:
        """Yield the tables below *name* by their codes, in the order given."""
        parent = self.table(name)
        for code in parent.content:
            yield code, parent.table(code)

    def element(self, name: str, number: int) -> Table:
        """Return the list at *name* as a table of its numbers, to speak of entry *number*."""
        values = self.items(name)
        return Table(content={str(number): values[number]}, files=self.files, key=(*self.key, name))

    def _where(self, name: str) -> str:
        key = (*self.key, name)
        return f"{file_of(key, self.files)}: {'.'.join(key)}"


def file_of(key: Key, files: Mapping[Key, str]) -> str:
    """Return the file that *key*, or the nearest table above it, came from."""
    for length in range(len(key), -1, -1):
        if key[:length] in files:
            return files[key[:length]]
    raise KeyError(key)
