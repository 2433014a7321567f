//! Runs the commands of README.md.
//!
//! Each fenced block marked `sh` is a shell script that runs in the workspace root. It must not change tracked files
//! while generated code is up to date. A block that starts with `# not run: <reason>` is skipped, and so is `cargo
//! xtask test`, which runs this step.

use std::fs;
use std::process::Command;

use crate::test::{Context, Outcome};

/// Runs every block of README.md in order; stops at the first that fails.
pub(crate) fn run(context: &Context) -> Outcome {
    let readme = match fs::read_to_string(context.root.join("README.md")) {
        Ok(text) => text,
        Err(error) => return Outcome::Failed(format!("README.md: {error}")),
    };
    for block in shell_blocks(&readme) {
        if block.trim() == "cargo xtask test" {
            continue;
        }
        if let Some(reason) = block.strip_prefix("# not run: ") {
            eprintln!("not run: {}", reason.lines().next().unwrap_or_default());
            continue;
        }
        eprintln!("{block}");
        match context.finish(Command::new("bash").args(["-euo", "pipefail", "-c", &block])) {
            Outcome::Passed => {}
            _ => return Outcome::Failed(format!("README command failed:\n{block}")),
        }
    }
    Outcome::Passed
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
    use super::shell_blocks;

    #[test]
    fn only_blocks_marked_sh_are_commands() {
        let markdown = "text\n```sh\none\ntwo\n```\n```rust\nlet x = 1;\n```\n```sh\nthree\n```\n";
        assert_eq!(shell_blocks(markdown), ["one\ntwo", "three"]);
    }
}
