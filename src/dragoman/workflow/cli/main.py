# Rule 1: a command is one API call; the words are the API's.
# Rule 2: data on stdout, talk on stderr. Exit codes: 0 done, 1 something could not
#   be read, 2 the command was not understood.
# Rule 3: nothing heavy is imported before a command needs it: --help is instant.
"""``dragoman``: the entry point."""

from __future__ import annotations

import click

from dragoman import __version__
from dragoman.workflow.cli import exchange, ledger, standing
from dragoman.workflow.cli.doctor import doctor
from dragoman.workflow.cli.explain import explain
from dragoman.workflow.cli.judge import judge
from dragoman.workflow.cli.read import read


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Data goes to stdout, talk to stderr. Exit code 1: something could not be read.",
)
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Read news reports: who acts on whom, who says so, who denies it.

    \b
    Examples:
        dragoman read report.txt saved/page.html
        dragoman read archive/ --into ledger
        dragoman why IRN RUS
    """


main.add_command(read)
main.add_command(explain)
main.add_command(doctor)
main.add_command(judge)
for command in (*ledger.COMMANDS, *standing.COMMANDS, *exchange.COMMANDS):
    main.add_command(command)
