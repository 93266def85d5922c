"""The house rules that a machine can check, so that nobody has to say them.

What is not yet kept stands in one of the lists below with its reason.  The lists only shrink: an
entry that is no longer needed fails as well.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

from tumen import errors

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "tumen"
TESTS = ROOT / "tests"
FOLDERS = ("src", "tests", "gate", "docs", "examples", "scripts", ".ci")

MODULE_LINES = 500
FUNCTION_LINES = 60
VAGUE_NAMES = {"utils", "helpers", "common", "misc", "core", "base", "manager", "util", "helper"}

# Modules without a test file of their own.
UNTESTED = {
    "__main__.py": "two lines, run by .ci/run",
    "settings.py": "names of numbers, nothing to run",
    "records/brief.py": "fields only",
    "records/lineage.py": "fields only",
    "reconcile/figures.py": "fields only",
    "records/model.py": "fields only",
}

MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:work|farm|root|home|Users)/\w|[A-Z]:\\Users\\")
REGISTRY = re.compile(r"\b(?:pypi\.(?:org|io)|pythonhosted\.org|npmjs\.(?:org|com))\b")


def python_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def text_files() -> tuple[Path, ...]:
    inside = [p for f in FOLDERS for p in (ROOT / f).rglob("*") if p.is_file()]
    top = [p for p in ROOT.iterdir() if p.is_file() and p.suffix in {"", ".md", ".toml", ".lock"}]
    return tuple(sorted(p for p in inside + top if is_text(p)))


def is_text(path: Path) -> bool:
    return "__pycache__" not in path.parts and b"\0" not in path.read_bytes()[:4096]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def own_modules() -> list[Path]:
    return [p for p in python_files(SOURCE) if p.name != "__init__.py"]


# --- shape -----------------------------------------------------------------------------


def test_a_module_fits_in_one_reading():
    too_long = {
        name_of(path): lines
        for path in python_files(ROOT / "src")
        + python_files(TESTS)
        + python_files(ROOT / "scripts")
        + python_files(ROOT / "gate")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MODULE_LINES
    }

    assert too_long == {}


def test_a_function_fits_on_a_screen():
    too_long = [
        f"{name_of(path)}:{f.lineno} {f.name} has {lines} lines"
        for path in python_files(SOURCE)
        for f in functions(path)
        if (lines := (f.end_lineno or f.lineno) - f.lineno + 1) > FUNCTION_LINES
    ]

    assert too_long == []


def test_a_file_is_named_after_the_one_thing_in_it():
    vague = [
        name_of(path)
        for path in text_files()
        if {path.stem, path.parent.name} & VAGUE_NAMES and path.suffix in {".py", ".toml", ".json"}
    ]

    assert vague == []


def test_a_room_is_imported_by_its_name_and_not_by_its_files():
    rooms = {p.parent.name for p in SOURCE.glob("*/__init__.py")}
    reaching_in = [
        f"{name_of(path)}:{node.lineno} imports {node.module}"
        for path in python_files(SOURCE)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom)
        and (parts := (node.module or "").split("."))[0] == "tumen"
        and len(parts) > 2
        and parts[1] in rooms - {path.relative_to(SOURCE).parts[0]}
    ]

    assert reaching_in == []


def test_a_record_never_changes_once_it_is_made():
    loose = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in python_files(SOURCE)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef)
        for decorator in node.decorator_list
        if (written := ast.unparse(decorator)).startswith("dataclass")
        and not ("frozen=True" in written and "slots=True" in written)
    ]

    assert loose == []


# --- habits ----------------------------------------------------------------------------


def test_an_exception_is_caught_by_its_own_name():
    broad = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files(SOURCE) + python_files(TESTS) + python_files(ROOT / "scripts")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]

    assert broad == []


def catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    named = {n.id for n in ast.walk(handler.type) if isinstance(n, ast.Name)}
    return bool(named & {"Exception", "BaseException"})


def test_only_the_command_line_prints():
    printing = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files(SOURCE)
        if path.relative_to(SOURCE).parts[0] != "cli"
        for node in ast.walk(tree_of(path))
        if (isinstance(node, ast.Name) and node.id in {"print", "input", "breakpoint"})
        or (isinstance(node, ast.Attribute) and node.attr in {"stdout", "stderr", "stdin"})
    ]

    assert printing == []


def test_the_rooms_ask_no_clock():
    clocks = {"now", "today", "utcnow", "time", "monotonic", "perf_counter"}
    asked = [
        f"{name_of(path)}:{node.lineno} {ast.unparse(node)}"
        for room in (
            "reading",
            "second",
            "lineage",
            "reconcile",
            "brief",
            "archive",
            "records",
            "codebook",
        )
        for path in python_files(SOURCE / room)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in clocks
        and ast.unparse(node.func.value).split(".")[-1] in {"date", "datetime", "time"}
    ]

    assert asked == []


def test_no_test_replaces_our_own_code():
    replacing = [
        f"{name_of(path)}:{node.lineno}"
        for path in python_files(TESTS)
        for node in ast.walk(tree_of(path))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("unittest"))
        or (isinstance(node, ast.Import) and any(a.name.startswith("unittest") for a in node.names))
        or (isinstance(node, ast.Call) and ast.unparse(node.func) == "monkeypatch.setattr")
    ]

    assert replacing == []


# --- tests -----------------------------------------------------------------------------


def test_every_module_has_a_test_file_of_the_same_name():
    bare = {path.relative_to(SOURCE).as_posix() for path in own_modules() if not mirrored_by(path)}

    assert bare == set(UNTESTED)


def mirrored_by(path: Path) -> list[Path]:
    folder = TESTS / path.relative_to(SOURCE).parent
    return [*folder.glob(f"test_{path.stem}.py"), *folder.glob(f"test_{path.stem}_*.py")]


def test_every_error_is_raised_in_some_test():
    named = {
        node.id if isinstance(node, ast.Name) else node.attr
        for path in python_files(TESTS)
        if path != Path(__file__)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Name | ast.Attribute)
    }

    assert {e.__name__ for e in raised_errors()} <= named


def raised_errors() -> set[type[errors.TumenError]]:
    """Return the errors that are raised: those without subclasses, and those named in a raise."""
    everything = set(subclasses(errors.TumenError))
    raised = {
        node.exc.func.id
        for path in python_files(SOURCE)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and isinstance(node.exc.func, ast.Name)
    }
    return {e for e in everything if not e.__subclasses__() or e.__name__ in raised}


def subclasses(error: type[errors.TumenError]) -> Iterator[type[errors.TumenError]]:
    for child in error.__subclasses__():
        yield child
        yield from subclasses(child)


def test_the_tree_of_errors_is_drawn_as_it_is():
    drawn = re.findall(r"^ *[*+-] (\w+)$", errors.__doc__ or "", flags=re.MULTILINE)
    here = {e.__name__ for e in subclasses(errors.TumenError) if e.__module__ == "tumen.errors"}

    assert sorted(drawn) == sorted(here | {"TumenError"})


def test_every_rule_that_code_or_tests_cite_stands_in_the_method():
    method = ROOT / "docs" / "method.md"
    stated = set(rules_in(method.read_text(encoding="utf-8"))) if method.exists() else set()
    missing = {
        f"{name_of(path)} cites §{rule}"
        for path in python_files(SOURCE) + python_files(TESTS)
        for rule in rules_in(path.read_text(encoding="utf-8"))
        if rule not in stated
    }

    assert missing == set()


def rules_in(text: str) -> list[str]:
    return re.findall(r"§ ?(\d+(?:\.\d+)*)", text)


# --- what lies in the tree ---------------------------------------------------------------


def test_no_file_knows_the_machine_it_was_written_on():
    leaks = [
        f"{name_of(path)}:{number}: {match.group()}"
        for path in text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for match in [*MACHINE_PATH.finditer(line), *REGISTRY.finditer(line)]
    ]

    assert leaks == []


def test_every_data_file_can_be_read():
    read: dict[str, Callable[[str], object]] = {
        ".toml": tomllib.loads,
        ".json": json.loads,
        ".jsonl": read_lines,
    }
    data = [path for path in text_files() if path.suffix in read]

    assert data
    for path in data:
        read[path.suffix](path.read_text(encoding="utf-8"))


def read_lines(text: str) -> list[object]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_lock_holds_every_dependency_by_hash_and_no_host():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", lock, flags=re.MULTILINE))

    assert {plain_name(w) for w in wanted} - {plain_name(name) for name in locked} == set()
    assert lock.count("--hash=sha256:") >= len(locked)
    assert "://" not in lock


def plain_name(requirement: str) -> str:
    return re.split(r"[ \[<>=!~;]", requirement)[0].lower().replace("_", "-").replace(".", "-")


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")

    assert [w for w in wanted if f"**{re.split('[ <>=!~;]', w)[0]}**" not in reasons] == []


def test_every_package_that_is_imported_is_named_as_a_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {plain_name(requirement) for requirement in project["dependencies"]}
    where = packages_distributions()
    unnamed = [
        f"{name_of(path)} imports {package}"
        for path in python_files(SOURCE)
        for package in packages_imported(tree_of(path))
        if package not in {*sys.stdlib_module_names, "tumen"}
        and not {plain_name(d) for d in where.get(package, ())} & named
    ]

    assert unnamed == []


def packages_imported(tree: ast.Module) -> set[str]:
    """Return the top packages imported anywhere, inside functions too."""
    imported = [n for n in ast.walk(tree) if isinstance(n, ast.Import)]
    imported_from = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    names = [a.name for n in imported for a in n.names] + [n.module or "" for n in imported_from]
    return {name.split(".")[0] for name in names}
