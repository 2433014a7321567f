//! Runs the scripts in `tests/standalone`: each is a way to use the generator outside this workspace.
//!
//! A script starts in an empty folder. `whitesmith` is the built program, and `WHITESMITH` the folder of this
//! repository. Nothing is downloaded. All scripts build into one folder, which is kept for the next run.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::task::{Context, Outcome};

/// Runs each script, in the order of their names, until one fails.
pub(crate) fn run(context: &Context) -> Outcome {
    match context.cargo(&["build", "--quiet", "--package", "whitesmith"]) {
        Outcome::Passed => {}
        other => return other,
    }
    let scripts = match scripts(&context.root.join("tests/standalone")) {
        Ok(scripts) => scripts,
        Err(error) => return Outcome::Failed(format!("tests/standalone: {error}")),
    };
    for script in &scripts {
        let name = script.file_stem().unwrap_or_default().to_string_lossy();
        say_error!("tests/standalone/{name}.sh");
        let folder = std::env::temp_dir().join(format!("whitesmith-{name}-{}", std::process::id()));
        let outcome = match fs::create_dir_all(&folder) {
            Ok(()) => execute(context, script, &folder),
            Err(error) => Outcome::Failed(format!("cannot create `{}`: {error}", folder.display())),
        };
        // A folder that is left behind is harmless.
        let _ = fs::remove_dir_all(&folder);
        if !matches!(outcome, Outcome::Passed) {
            return outcome;
        }
    }
    Outcome::Passed
}

/// The scripts of a folder, sorted.
fn scripts(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut paths: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "sh"));
    paths.sort();
    Ok(paths)
}

/// Runs a script in an empty folder outside the workspace.
fn execute(context: &Context, script: &Path, folder: &Path) -> Outcome {
    let mut command = Command::new("bash");
    // `finish` runs in the workspace.
    command.args(["-euo", "pipefail", "-c", "cd \"$1\" && source \"$0\""]).arg(script).arg(folder);
    if let Err(failed) = context.with_program(&mut command) {
        return failed;
    }
    context.finish(context.outside(&mut command))
}
