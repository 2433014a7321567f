//! The reference page of all commands: their help.

use clap::CommandFactory as _;

use super::Arguments;

const INTRODUCTION: &str = "\
# Command line

The help of `whitesmith` and its commands, as `whitesmith COMMAND --help` prints it. In a workspace with an [xtask](../ways/xtask.md),
`cargo xtask COMMAND` is the same. `whitesmith completions SHELL` prints completions for a shell, and `whitesmith man` manual pages. This
page is made from the program.

## Exit codes

| code | meaning |
|---|---|
| 0 | success |
| 1 | findings: errors in a model, stale or unformatted files, denied changes, failed cases |
| 2 | wrong usage: an unknown option, or a missing choice such as `--runtime` |

## Output

Results are printed to standard output, diagnostics and progress to standard error. `--format json` prints one JSON object for each
finding, to standard output.

Colors are used on terminals, unless `NO_COLOR` is set, `CLICOLOR` is 0 or `TERM` is `dumb`. `CLICOLOR_FORCE` uses them in files and
pipes, too; `NO_COLOR` has precedence.
";

/// The page, in Markdown.
pub fn reference() -> String {
    let mut program = Arguments::command();
    program.build();
    let commands = program.get_subcommands().filter(|command| command.get_name() != "help").cloned();
    let sections = commands.map(|command| (format!("whitesmith {}", command.get_name()), command));
    let mut text = INTRODUCTION.to_owned();
    for (name, mut command) in std::iter::once(("whitesmith".to_owned(), Arguments::command())).chain(sections) {
        let help = command.render_long_help().to_string();
        let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
        text.extend(["\n## `", &name, "`\n\n```text\n", lines.join("\n").trim_end(), "\n```\n"]);
    }
    text
}
