//! `whitesmith codegen` on a full disk, when killed, and with closed pipes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

const PROGRAM: &str = env!("CARGO_BIN_EXE_whitesmith");

/// Two copies of a model under different names. Generated files contain the name, so all of them differ.
struct Case {
    folder: tempfile::TempDir,
    old: PathBuf,
    new: PathBuf,
}

impl Case {
    /// Generates code from the old model.
    fn new() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/imagebuilder.json");
        let text = fs::read_to_string(path).expect("the model of the example");
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

    /// A command that generates code from a model.
    fn command(&self, program: &str, model: &Path) -> Command {
        let mut command = Command::new(program);
        command.arg("codegen").arg("--models").arg(model).arg("--out").arg(self.out()).args(["--runtime", "0.1"]);
        command
    }

    /// All generated files.
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
fn a_full_disk_leaves_the_old_output_unchanged() {
    let case = Case::new();
    let before = case.files();
    // No file may exceed eight blocks, so that writing fails in the middle of a file as on a full disk.
    let mut limited = Command::new("sh");
    limited.args(["-c", r#"trap "" XFSZ; ulimit -f 8; exec "$0" "$@""#]);
    limited.arg(PROGRAM).args(case.command(PROGRAM, &case.new).get_args());
    let output = run(&mut limited);
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.contains("cannot write"), "{message}");
    assert_eq!(case.files(), before);
}

#[test]
fn a_killed_run_leaves_complete_files_and_the_next_run_finishes() {
    let case = Case::new();
    let old = case.files();
    for delay in [1, 5, 20, 50, 80, 120, 160, 200] {
        let mut child = case.command(PROGRAM, &case.new).stderr(Stdio::null()).spawn().expect("it starts");
        std::thread::sleep(Duration::from_millis(delay));
        child.kill().expect("a running process");
        child.wait().expect("killed");
    }
    let killed = case.files();
    assert!(run(&mut case.command(PROGRAM, &case.new)).status.success());
    let new = case.files();
    assert_eq!(old.keys().collect::<Vec<_>>(), new.keys().collect::<Vec<_>>(), "no temporary file is left");
    assert_ne!(old, new);
    for (path, text) in &old {
        assert!([text, &new[path]].contains(&&killed[path]), "{} is neither old nor new", path.display());
    }
}

/// Runs the command with standard output and standard error closed.
fn run_with_closed_pipes(command: &mut Command) -> std::process::ExitStatus {
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    drop((child.stdout.take(), child.stderr.take()));
    child.wait().expect("it ends")
}

#[test]
fn closed_pipes_affect_neither_the_output_nor_the_exit_code() {
    let case = Case::new();
    let before = case.files();
    assert!(run_with_closed_pipes(&mut case.command(PROGRAM, &case.new)).success());
    assert_ne!(case.files(), before);
    let stale = run_with_closed_pipes(case.command(PROGRAM, &case.old).arg("--check"));
    assert_eq!(stale.code(), Some(1), "{stale}");
    let unknown = run_with_closed_pipes(Command::new(PROGRAM).args(["explain", "NoSuchThing"]));
    assert_eq!(unknown.code(), Some(2), "{unknown}");
}

#[test]
fn a_run_waits_for_another_that_writes_to_the_folder() {
    let case = Case::new();
    let folder = fs::File::open(case.out()).expect("a folder");
    fs4::FileExt::lock(&folder).expect("no other run");
    let mut child = case.command(PROGRAM, &case.new).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut errors = std::io::BufReader::new(child.stderr.take().expect("piped"));
    let mut line = String::new();
    std::io::BufRead::read_line(&mut errors, &mut line).expect("a line");
    assert!(line.contains("waiting for another run") && line.contains("out`"), "{line}");
    drop(folder);
    assert!(child.wait().expect("it ends").success());
    let ended = run(case.command(PROGRAM, &case.new).arg("--check"));
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}
