//! `whitesmith fmt` on files and on standard input.

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

const UNFORMATTED: &str = "namespace a\nstring   S";
const FORMATTED: &str = "namespace a\n\nstring S\n";

fn fmt(arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_whitesmith"));
    command.arg("fmt").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    child.stdin.take().expect("piped").write_all(input.as_bytes()).expect("taken");
    child.wait_with_output().expect("it ends")
}

#[test]
fn standard_input_is_formatted_to_standard_output() {
    let output = fmt(&["-"], UNFORMATTED);
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), FORMATTED);
}

#[test]
fn check_prints_a_diff_and_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.smithy");
    fs::write(&path, UNFORMATTED).expect("writable");
    let shown = path.to_str().expect("text");
    let output = fmt(&["--check", shown], "");
    let diff = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(diff.contains("-string   S") && diff.contains("+string S"), "{diff}");
    assert_eq!(fs::read_to_string(&path).expect("there"), UNFORMATTED);
    assert!(fmt(&[shown], "").status.success());
    assert_eq!(fs::read_to_string(&path).expect("there"), FORMATTED);
    let output = fmt(&["--check", shown], "");
    assert!(output.status.success() && output.stdout.is_empty());
}

#[test]
fn a_file_with_errors_is_unchanged_and_other_files_are_formatted() {
    let folder = tempfile::tempdir().expect("a folder");
    let wrong = "namespace a\nstructure {\n";
    fs::write(folder.path().join("a.smithy"), wrong).expect("writable");
    fs::write(folder.path().join("b.smithy"), UNFORMATTED).expect("writable");
    fs::write(folder.path().join("c.json"), "{ }").expect("writable");
    let output = fmt(&[folder.path().to_str().expect("text")], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("a.smithy:2:11"));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("there");
    assert_eq!([read("a.smithy"), read("b.smithy"), read("c.json")], [wrong, FORMATTED, "{ }"]);
}

#[test]
fn hidden_folders_and_those_of_cargo_are_left_out_unless_they_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let tag = "Signature: 8a477f597d28d172789f06886806bc55\n";
    let names = [".git/a.smithy", "crate/target/a.smithy", "build/a.smithy", "target/a.smithy", "models/a.smithy"];
    for name in names {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        fs::write(path, UNFORMATTED).expect("writable");
    }
    fs::write(folder.path().join("crate/Cargo.toml"), "").expect("writable");
    fs::write(folder.path().join("build/CACHEDIR.TAG"), tag).expect("writable");
    let is_formatted = |name: &&str| fs::read_to_string(folder.path().join(name)).expect("there") == FORMATTED;
    assert!(fmt(&[folder.path().to_str().expect("text")], "").status.success());
    let formatted: Vec<&str> = names.into_iter().filter(is_formatted).collect();
    assert_eq!(
        formatted,
        ["target/a.smithy", "models/a.smithy"],
        "a `target` without `Cargo.toml` is an ordinary folder"
    );
    for name in [".git", "crate/target", "build"] {
        assert!(fmt(&[folder.path().join(name).to_str().expect("text")], "").status.success());
    }
    assert!(names.iter().all(is_formatted));
}

#[test]
fn naming_a_file_that_is_not_idl_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.json");
    fs::write(&path, "{ }").expect("writable");
    let output = fmt(&[path.to_str().expect("text")], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("is not a `.smithy` file"));
}

#[cfg(unix)]
#[test]
fn links_and_permissions_remain() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = tempfile::tempdir().expect("a folder");
    let (path, link) = (folder.path().join("a.smithy"), folder.path().join("link.smithy"));
    fs::write(&path, UNFORMATTED).expect("writable");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("own file");
    symlink(&path, &link).expect("a link");
    let (path_text, link_text) = (path.to_str().expect("text"), link.to_str().expect("text"));
    assert!(fmt(&[link_text, path_text], "").status.success());
    assert!(link.is_symlink());
    assert_eq!(fs::read_to_string(&path).expect("there"), FORMATTED);
    assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o640);
}

#[test]
fn nothing_to_format_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.json"), r#"{ "smithy": "2.0" }"#).expect("writable");
    for arguments in [&["--check"][..], &[]] {
        let output = fmt(&[arguments, &[folder.path().to_str().expect("text")]].concat(), "");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("no `.smithy` file"), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_that_is_named_is_not_ignored() {
    let output = fmt(&["--check", "/dev/stdin"], UNFORMATTED);
    assert_ne!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stderr).contains("`/dev/stdin` is not a `.smithy` file"));
}
