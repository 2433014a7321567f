//! The reference page of all commands: their help.

use clap::CommandFactory as _;

use super::Arguments;

/// Width of help on the page.
pub(super) const WIDTH: usize = 100;

const INTRODUCTION: &str = "\
# Command line

The help of `whitesmith` and its commands, as `whitesmith COMMAND --help` prints it. In a workspace with an [xtask](../ways/xtask.md),
`cargo xtask COMMAND` is the same. `whitesmith completions SHELL` prints completions for a shell, and `whitesmith man` manual pages. This
page is made from the program.

## Exit codes

| code | meaning |
|---|---|
| 0 | success |
| 1 | findings: errors in a model or a configuration, files that cannot be read or written, stale or unformatted files, denied changes, failed cases |
| 2 | wrong usage, as below |

Wrong usage is:

| | for example |
|---|---|
| an unknown command, option or value of an option | `--format xml`, `--deny mayor` |
| a value that is malformed | `--crate gen`, `--runtime nowhere:` |
| a name of something that does not exist | `--service`, `--operations`, `--validation-error`, `--projection`, `--protocol`, the ID of `explain` |
| a choice that is missing | `--runtime`, or `--service` if the models have several |
| no paths, and no `codegen.toml` from which they could come | `validate`, `fmt`, `codegen` |

A name in `codegen.toml` that does not exist is an error in the configuration. A path that does not exist is a file that cannot be read.

## Output

Results are printed to standard output, diagnostics and progress to standard error. `--format json` prints one JSON object for each
finding, to standard output; `ast` and `conformance` print the model or the cases there, and these objects to standard error.

Colors are used on terminals, unless `NO_COLOR` is set, `CLICOLOR` is 0 or `TERM` is `dumb`. `CLICOLOR_FORCE` uses them in files and
pipes, too; `NO_COLOR` takes precedence.
";

/// The page, in Markdown.
pub fn reference() -> String {
    // Whatever the width of the terminal in which the page is made.
    let mut program = Arguments::command().term_width(WIDTH);
    program.build();
    let commands = program.get_subcommands().filter(|command| command.get_name() != "help").cloned();
    let sections = commands.map(|command| (format!("whitesmith {}", command.get_name()), command));
    let mut text = INTRODUCTION.to_owned();
    for (name, mut command) in std::iter::once(("whitesmith".to_owned(), program.clone())).chain(sections) {
        let help = command.render_long_help().to_string();
        let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
        text.extend(["\n## `", &name, "`\n\n```text\n", lines.join("\n").trim_end(), "\n```\n"]);
    }
    text
}
