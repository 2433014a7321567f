//! Runs the commands of README.md.
//!
//! Each fenced block marked `sh` is a shell script that runs in the workspace root. It must not change tracked files
//! while generated code is up to date. A block that starts with `# not run: <reason>` is skipped, and so is `cargo
//! xtask test`, which runs this step. Blocks with commands of `whitesmith` run a second time with the built program,
//! which is what users install.

use std::fs;
use std::process::Command;

use clap::Subcommand as _;
use whitesmith::cli;

use crate::test::{Context, Outcome};

/// Runs every block of README.md in order; stops at the first that fails.
pub(crate) fn run(context: &Context) -> Outcome {
    let readme = match fs::read_to_string(context.root.join("README.md")) {
        Ok(text) => text,
        Err(error) => return Outcome::Failed(format!("README.md: {error}")),
    };
    match context.cargo(&["build", "--quiet", "--package", "whitesmith"]) {
        Outcome::Passed => {}
        other => return other,
    }
    for block in shell_blocks(&readme) {
        if block.trim() == "cargo xtask test" {
            continue;
        }
        if let Some(reason) = block.strip_prefix("# not run: ") {
            eprintln!("not run: {}", reason.lines().next().unwrap_or_default());
            continue;
        }
        let installed = with_program(&block);
        for script in std::iter::once(block).chain(installed) {
            eprintln!("{script}");
            // `whitesmith` is found like an installed program.
            let target = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
            let script_with_path = format!("PATH=\"$(cd '{target}/debug' && pwd):$PATH\"\n{script}");
            match context.finish(Command::new("bash").args(["-euo", "pipefail", "-c", &script_with_path])) {
                Outcome::Passed => {}
                _ => return Outcome::Failed(format!("README command failed:\n{script}")),
            }
        }
    }
    Outcome::Passed
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
