"""The command line: one file per command, and commands only parse and print.

main.py        the door: exit codes, signals, what a bug says
commands.py    the list of commands; each is imported when it is called
asked.py       what every command that takes reports asks for
writing.py     the only place that writes to standard output and to files
as_json.py     records as the JSON of the contract
show_*.py      records as tables and trees for people
"""

from tumen.cli.main import main

__all__ = ["main"]
