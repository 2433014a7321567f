//! The reference page of all commands: their help.

use clap::CommandFactory as _;

use super::Arguments;

const INTRODUCTION: &str = "\
# Commands

The help of `whitesmith` and of each of its commands, as `whitesmith COMMAND --help` prints it. This page is made from the program.

| exit code | meaning |
|---|---|
| 0 | success |
| 1 | errors or findings were reported |
| 2 | wrong usage: an unknown option, or a choice that must be made |

Errors and warnings are printed on standard error. Colours are used on terminals only. With `--format json`, diagnostics are printed on
standard output, one JSON object per line.
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
