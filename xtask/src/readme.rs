//! Runs the commands that README shows, so that they stay true.
//!
//! Each fenced block marked `sh` is one shell script, run in a scratch copy of the workspace. A block that starts with
//! `# not run:` and a reason is left out; the reason is printed. So is the command that is running already.

use std::fs;
use std::process::{Command, Stdio};

use crate::test::{Context, Outcome};

/// Runs every block of README.md in order; stops at the first that fails.
pub(crate) fn run(context: &Context) -> Outcome {
    let readme = match fs::read_to_string(context.root.join("README.md")) {
        Ok(text) => text,
        Err(error) => return Outcome::Failed(format!("README.md: {error}")),
    };
    let scratch = context.root.join("target/readme");
    if let Err(error) = copy_workspace(context, &scratch) {
        return Outcome::Failed(error);
    }
    for block in shell_blocks(&readme) {
        if block.trim() == "cargo xtask test" {
            continue;
        }
        if let Some(reason) = block.strip_prefix("# not run: ") {
            eprintln!("not run: {}", reason.lines().next().unwrap_or_default());
            continue;
        }
        eprintln!("{block}");
        let status = Command::new("bash")
            .args(["-euo", "pipefail", "-c", &block])
            .current_dir(&scratch)
            .env("CARGO_TARGET_DIR", context.root.join("target"))
            .env("WHITESMITH_SHARED", context.shared.as_deref().unwrap_or(&scratch.join("none")))
            .stdin(Stdio::null())
            .status();
        match status {
            Ok(status) if status.success() => {}
            Ok(status) => return Outcome::Failed(format!("{status} from:\n{block}")),
            Err(error) => return Outcome::Failed(format!("bash does not start: {error}")),
        }
    }
    Outcome::Passed
}

/// The files that git knows, as they are in the work tree.
fn copy_workspace(context: &Context, scratch: &std::path::Path) -> Result<(), String> {
    let listing = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .current_dir(&context.root)
        .output()
        .map_err(|error| format!("git does not start: {error}"))?;
    if scratch.exists() {
        fs::remove_dir_all(scratch).map_err(|error| format!("{}: {error}", scratch.display()))?;
    }
    for name in String::from_utf8_lossy(&listing.stdout).split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (context.root.join(name), scratch.join(name));
        if !from.is_file() {
            continue;
        }
        let copied = to.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::copy(&from, &to).map(drop));
        copied.map_err(|error| format!("{}: {error}", to.display()))?;
    }
    Ok(())
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
