//! Builds examples that are repositories of their own, outside of this workspace.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use crate::test::{Context, Outcome};

/// Folders below `examples/` that are not members of the workspace.
const STANDALONE: &[&str] = &["build-script"];

/// Copies each example to a temporary folder, and tests it there.
pub(crate) fn run(context: &Context) -> Outcome {
    for example in STANDALONE {
        eprintln!("examples/{example}");
        let folder = std::env::temp_dir().join(format!("whitesmith-{example}-{}", std::process::id()));
        let outcome = match copy(&context.root, example, &folder) {
            Ok(()) => test(context, example, &folder),
            Err(error) => Outcome::Failed(format!("cannot copy `examples/{example}`: {error}")),
        };
        // Remains of a run are harmless.
        let _ = fs::remove_dir_all(&folder);
        if !matches!(outcome, Outcome::Passed) {
            return outcome;
        }
    }
    Outcome::Passed
}

/// Builds outside of the workspace. Compiled dependencies are kept for the next run.
fn test(context: &Context, example: &str, folder: &Path) -> Outcome {
    let target = context.root.join("target/examples").join(example);
    let mut command = Command::new(env!("CARGO"));
    command.args(["test", "--quiet", "--offline", "--manifest-path"]).arg(folder.join("Cargo.toml"));
    command.env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0").env("CARGO_PROFILE_DEV_DEBUG", "0");
    context.finish(&mut command)
}

/// Copies an example. Its paths into this repository become absolute, and its dependencies have the versions of the
/// workspace, so that nothing is downloaded.
fn copy(root: &Path, example: &str, to: &Path) -> io::Result<()> {
    let from = root.join("examples").join(example);
    copy_folder(&from, to)?;
    let manifest = to.join("Cargo.toml");
    let text = fs::read_to_string(&manifest)?.replace("../../", &format!("{}/", root.display()));
    fs::write(manifest, text)?;
    fs::copy(root.join("Cargo.lock"), to.join("Cargo.lock"))?;
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_name() == "target" {
            // Built in place.
        } else if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
