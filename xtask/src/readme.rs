//! Runs the commands of README.md and of the book.
//!
//! Each fenced block marked `sh` is a shell script that runs in the workspace root. It must not change tracked files
//! while generated code is up to date. Blocks that start with `# not run: <reason>` are skipped, as is `cargo xtask
//! test`, which runs this step. Blocks with commands of `cargo xtask` also run with the built program, which users
//! install.
//!
//! The blocks of a page with the line [`EMPTY_FOLDER`] are one script, which runs in an empty folder outside the
//! workspace. `$WHITESMITH` is the workspace root there.

use std::fs;
use std::path::Path;
use std::process::Command;

use clap::Subcommand as _;
use whitesmith::cli;

use crate::book;
use crate::task::{Context, Outcome};

/// The mark of a page whose commands start with an empty folder.
const EMPTY_FOLDER: &str = "<!-- The commands of this page run in an empty folder. -->";

/// Runs every block of README.md and the book in order; stops at the first that fails.
pub(crate) fn run(context: &Context) -> Outcome {
    match context.cargo(&["build", "--quiet", "--package", "whitesmith"]) {
        Outcome::Passed => {}
        other => return other,
    }
    let pages = match book::pages(&context.root) {
        Ok(pages) => pages,
        Err(error) => return Outcome::Failed(cli::error_chain(&error)),
    };
    for path in std::iter::once(context.root.join("README.md")).chain(pages) {
        let outcome = match fs::read_to_string(&path) {
            Ok(text) if text.contains(EMPTY_FOLDER) => run_in_empty_folder(context, &text),
            Ok(text) => run_in_workspace(context, &text),
            Err(error) => Outcome::Failed(error.to_string()),
        };
        match outcome {
            Outcome::Passed => {}
            Outcome::Failed(reason) => return Outcome::Failed(format!("{}: {reason}", path.display())),
            other => return other,
        }
    }
    Outcome::Passed
}

/// The blocks of a page that are run.
fn scripts(page: &str) -> Vec<String> {
    let mut scripts = shell_blocks(page);
    scripts.retain(|block| match block.strip_prefix("# not run: ") {
        Some(reason) => {
            say_error!("not run: {}", reason.lines().next().unwrap_or_default());
            false
        }
        None => block.trim() != "cargo xtask test",
    });
    scripts
}

fn run_in_workspace(context: &Context, page: &str) -> Outcome {
    for block in scripts(page) {
        let installed = with_program(&block);
        for script in std::iter::once(block).chain(installed) {
            match bash(context, &script, &context.root) {
                Outcome::Passed => {}
                other => return other,
            }
        }
    }
    Outcome::Passed
}

fn run_in_empty_folder(context: &Context, page: &str) -> Outcome {
    let folder = std::env::temp_dir().join(format!("whitesmith-book-{}", std::process::id()));
    if let Err(error) = fs::create_dir_all(&folder) {
        return Outcome::Failed(format!("{}: {error}", folder.display()));
    }
    let script = scripts(page).join("\n");
    // Servers that a failed script leaves behind are stopped.
    let outcome = bash(context, &format!("trap 'kill $(jobs -p) 2> /dev/null || true' EXIT\n{script}"), &folder);
    // A folder that is left behind is harmless.
    let _ = fs::remove_dir_all(&folder);
    outcome
}

/// Runs a script in a folder. `whitesmith` is found like an installed program.
fn bash(context: &Context, script: &str, folder: &Path) -> Outcome {
    say_error!("{script}");
    let mut command = Command::new("bash");
    command.args(["-euo", "pipefail", "-c", script]);
    if let Err(failed) = context.with_program(&mut command) {
        return failed;
    }
    if folder != context.root {
        context.outside(&mut command);
    }
    match Context::finish_in(&mut command, folder) {
        Outcome::Passed => Outcome::Passed,
        _ => Outcome::Failed(format!("commands failed:\n{script}")),
    }
}

/// The script with the program instead of `cargo xtask`. `None` if it has no command of the program.
fn with_program(script: &str) -> Option<String> {
    let replaced = |line: &str| {
        let rest = line.strip_prefix("cargo xtask ")?;
        let command = rest.split_whitespace().next()?;
        cli::Command::has_subcommand(command).then(|| format!("whitesmith {rest}"))
    };
    let lines: Vec<_> = script.lines().map(|line| (line, replaced(line))).collect();
    let has_command = lines.iter().any(|(_, replaced)| replaced.is_some());
    let text = |(line, replaced): (&str, Option<String>)| replaced.unwrap_or_else(|| line.to_owned());
    has_command.then(|| lines.into_iter().map(text).collect::<Vec<_>>().join("\n"))
}

/// The bodies of fenced blocks marked `sh`.
fn shell_blocks(markdown: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<Vec<&str>> = None;
    for line in markdown.lines() {
        match (&mut open, line.trim_end()) {
            (None, "```sh") => open = Some(Vec::new()),
            (Some(lines), "```") => {
                blocks.push(lines.join("\n"));
                open = None;
            }
            (Some(lines), text) => lines.push(text),
            (None, _) => {}
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::{shell_blocks, with_program};

    #[test]
    fn only_blocks_marked_sh_are_commands() {
        let markdown = "text\n```sh\none\ntwo\n```\n```rust\nlet x = 1;\n```\n```sh\nthree\n```\n";
        assert_eq!(shell_blocks(markdown), ["one\ntwo", "three"]);
    }

    #[test]
    fn commands_of_the_program_are_tried_with_it() {
        let script = "cargo xtask validate models\ncargo check\ncargo xtask demo";
        let expected = "whitesmith validate models\ncargo check\ncargo xtask demo";
        assert_eq!(with_program(script).as_deref(), Some(expected));
        assert_eq!(with_program("cargo xtask demo\ncargo check"), None);
    }

    #[test]
    fn the_readme_shows_every_command_of_the_program() {
        use clap::CommandFactory as _;

        let readme = include_str!("../../README.md");
        let blocks = shell_blocks(readme).join("\n");
        let arguments = crate::Arguments::command();
        let commands = arguments.get_subcommands().map(clap::Command::get_name);
        let missing: Vec<&str> = commands
            .filter(|command| whitesmith_has(command))
            .filter(|command| !blocks.contains(&format!("cargo xtask {command}")))
            .collect();
        assert!(missing.is_empty(), "README.md has no example of {missing:?}");
    }

    fn whitesmith_has(command: &str) -> bool {
        <whitesmith::cli::Command as clap::Subcommand>::has_subcommand(command)
    }
}
