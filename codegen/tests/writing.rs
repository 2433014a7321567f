//! The command when it cannot finish: a disk that takes no more, and a run that is killed. The old output stays whole.
#![cfg(all(unix, feature = "cli"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

const PROGRAM: &str = env!("CARGO_BIN_EXE_whitesmith");

/// A model of ours with another version of its API, so that every generated file's text may be told from the other's.
struct Case {
    folder: tempfile::TempDir,
    old: PathBuf,
    new: PathBuf,
}

impl Case {
    /// With the output of the old model in place.
    fn new() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/imagebuilder.json");
        let text = fs::read_to_string(path).expect("a model of ours");
        let folder = tempfile::tempdir().expect("a folder");
        let (old, new) = (folder.path().join("old.json"), folder.path().join("new.json"));
        fs::write(&old, &text).expect("writable");
        fs::write(&new, text).expect("writable");
        let case = Self { folder, old, new };
        assert!(run(&mut case.command(PROGRAM, &case.old)).status.success());
        case
    }

    fn out(&self) -> PathBuf {
        self.folder.path().join("out")
    }

    /// The command that generates from a model; each file names the model, so that all files change with its name.
    fn command(&self, program: &str, model: &Path) -> Command {
        let mut command = Command::new(program);
        command.arg("codegen").arg("--models").arg(model).arg("--out").arg(self.out());
        command
    }

    /// All files of the output.
    fn files(&self) -> BTreeMap<PathBuf, String> {
        let entries = walkdir::WalkDir::new(self.out()).into_iter().flatten();
        let files = entries.filter(|entry| entry.file_type().is_file());
        files.map(|file| (file.path().to_owned(), fs::read_to_string(file.path()).expect("text"))).collect()
    }
}

fn run(command: &mut Command) -> Output {
    command.stdin(Stdio::null()).output().expect("it starts")
}

#[test]
fn a_disk_that_takes_no_more_leaves_the_old_output() {
    let case = Case::new();
    let before = case.files();
    // No file may pass eight blocks: writing fails as on a full disk, in the middle of a file.
    let mut limited = Command::new("sh");
    limited.args(["-c", r#"trap "" XFSZ; ulimit -f 8; exec "$0" "$@""#]);
    limited.arg(PROGRAM).args(case.command(PROGRAM, &case.new).get_args());
    let output = run(&mut limited);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("cannot be written"), "{said}");
    assert_eq!(case.files(), before);
}

#[test]
fn a_killed_run_leaves_whole_files_and_the_next_run_mends_them() {
    let case = Case::new();
    let old = case.files();
    for delay in [1, 5, 20, 50, 80, 120, 160, 200] {
        let mut child = case.command(PROGRAM, &case.new).stderr(Stdio::null()).spawn().expect("it starts");
        std::thread::sleep(Duration::from_millis(delay));
        child.kill().expect("a child of ours");
        child.wait().expect("killed");
    }
    let killed = case.files();
    assert!(run(&mut case.command(PROGRAM, &case.new)).status.success());
    let new = case.files();
    assert_eq!(old.keys().collect::<Vec<_>>(), new.keys().collect::<Vec<_>>(), "no stray file is left");
    assert_ne!(old, new);
    for (path, text) in &old {
        assert!([text, &new[path]].contains(&&killed[path]), "{} is neither old nor new", path.display());
    }
}

/// Runs the command with nobody to read what it says, on either stream.
fn run_unread(command: &mut Command) -> std::process::ExitStatus {
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    drop((child.stdout.take(), child.stderr.take()));
    child.wait().expect("it ends")
}

#[test]
fn a_reader_that_goes_away_stops_neither_the_work_nor_the_verdict() {
    let case = Case::new();
    let before = case.files();
    assert!(run_unread(&mut case.command(PROGRAM, &case.new)).success());
    assert_ne!(case.files(), before);
    let stale = run_unread(case.command(PROGRAM, &case.old).arg("--check"));
    assert_eq!(stale.code(), Some(1), "{stale}");
    let unknown = run_unread(Command::new(PROGRAM).args(["explain", "NoSuchThing"]));
    assert_eq!(unknown.code(), Some(1), "{unknown}");
}
