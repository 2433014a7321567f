//! Writing generated files to disk.

use std::fs;

use tempfile::tempdir;
use whitesmith::emit::File;
use whitesmith::output::{compare, diff, modules, write};

use crate::{config, generate, read};

/// A generated file.
fn file(path: &str, text: &str) -> File {
    File { path: path.into(), text: if text.starts_with(HEADER) { text.into() } else { format!("{HEADER}{text}") } }
}

const HEADER: &str = "// Written by whitesmith from x. Edits are lost.\n";

#[test]
fn output_does_not_depend_on_the_order_of_models() {
    let model = read("tests/cases/shapes.json");
    let other = r#"{"smithy": "2.0", "shapes": {"example.other#Thing": {"type": "string"}}}"#;
    let config = config("example.shapes#Shapes");
    let one = generate(&[("a.json", &model), ("b.json", other)], &config).0;
    let two = generate(&[("b.json", other), ("a.json", &model)], &config).0;
    assert!(one.is_some() && one == two);
}

#[test]
fn unchanged_files_are_not_written() {
    let folder = tempdir().expect("a folder");
    let files = [file("a/one.rs", "1\n"), file("a/two.rs", "2\n")];
    write(&compare(folder.path(), &files, &["a"]).expect("readable")).expect("writable");
    let stamp = |name: &str| fs::metadata(folder.path().join(name)).and_then(|data| data.modified()).expect("there");
    let before = stamp("a/one.rs");
    let files = [file("a/one.rs", "1\n"), file("a/two.rs", "3\n")];
    let changes = compare(folder.path(), &files, &["a"]).expect("readable");
    assert_eq!(changes.written.len(), 1);
    write(&changes).expect("writable");
    assert_eq!(stamp("a/one.rs"), before);
    assert!(compare(folder.path(), &files, &["a"]).expect("readable").is_empty());
}

#[test]
fn only_generated_files_are_removed() {
    let folder = tempdir().expect("a folder");
    fs::create_dir(folder.path().join("a")).expect("writable");
    fs::write(folder.path().join("a/stale.rs"), HEADER).expect("writable");
    fs::write(folder.path().join("a/mine.rs"), "// by hand\n").expect("writable");
    let changes = compare(folder.path(), &[file("a/one.rs", "1\n")], &["a"]).expect("readable");
    assert!(diff(&changes, folder.path()).contains("a/stale.rs"));
    write(&changes).expect("writable");
    assert!(!folder.path().join("a/stale.rs").exists());
    assert!(folder.path().join("a/mine.rs").exists());
}

#[test]
fn files_that_were_not_generated_are_never_overwritten() {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("lib.rs"), "// by hand\n").expect("writable");
    let error = compare(folder.path(), &[file("lib.rs", "1\n")], &[]).expect_err("not generated");
    assert!(error.to_string().contains("will not overwrite"), "{error}");
}

#[test]
fn stale_modules_are_found_by_their_header() {
    let folder = tempdir().expect("a folder");
    for (module, text) in [("old", HEADER), ("own", "// by hand\n")] {
        fs::create_dir(folder.path().join(module)).expect("writable");
        fs::write(folder.path().join(module).join("mod.rs"), text).expect("writable");
    }
    assert_eq!(modules(folder.path()), ["old"]);
    write(&compare(folder.path(), &[], &["old"]).expect("readable")).expect("writable");
    assert!(!folder.path().join("old").exists() && folder.path().join("own").exists());
}

#[test]
fn a_failed_write_changes_nothing() {
    let folder = tempdir().expect("a folder");
    let old = format!("{HEADER}old\n");
    fs::write(folder.path().join("one.rs"), &old).expect("writable");
    // A file is in the place of a folder.
    fs::write(folder.path().join("blocked"), "").expect("writable");
    let files = [file("one.rs", "new\n"), file("blocked/two.rs", "2\n")];
    let changes = compare(folder.path(), &files[..1], &[]).expect("readable");
    assert_eq!(changes.written.len(), 1);
    let blocked = compare(folder.path(), &files, &[]);
    let failed = match blocked {
        Ok(changes) => write(&changes).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let message = failed.expect_err("a file is in the way");
    assert!(message.contains("blocked"), "{message}");
    assert_eq!(fs::read_to_string(folder.path().join("one.rs")).expect("there"), old);
    assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 2, "no temporary file is left");
}

#[test]
fn a_run_replaces_temporary_files_of_a_killed_run() {
    let folder = tempdir().expect("a folder");
    let text = |number: u32| format!("{HEADER}// {number}\n");
    write(
        &compare(folder.path(), &[file("a/one.rs", &text(1)), file("a/two.rs", &text(1))], &["a"]).expect("readable"),
    )
    .expect("writable");
    // State of a run that was killed between the two renames.
    fs::write(folder.path().join("a/one.rs"), text(2)).expect("writable");
    fs::write(folder.path().join("a/two.rs.whitesmith-new"), text(2)).expect("writable");
    let changes = compare(folder.path(), &[file("a/one.rs", &text(2)), file("a/two.rs", &text(2))], &["a"]);
    write(&changes.expect("readable")).expect("writable");
    assert_eq!(fs::read_to_string(folder.path().join("a/two.rs")).expect("there"), text(2));
    assert_eq!(fs::read_dir(folder.path().join("a")).expect("there").count(), 2, "no temporary file is left");
}

#[test]
fn a_run_without_changes_removes_temporary_files_of_a_killed_run() {
    let folder = tempdir().expect("a folder");
    let files = [file("a/one.rs", HEADER)];
    write(&compare(folder.path(), &files, &["a"]).expect("readable")).expect("writable");
    fs::write(folder.path().join("a/one.rs.whitesmith-new"), HEADER).expect("writable");
    write(&compare(folder.path(), &files, &["a"]).expect("readable")).expect("writable");
    assert_eq!(fs::read_dir(folder.path().join("a")).expect("there").count(), 1);
}

#[test]
fn every_file_names_its_generator_and_model() {
    let files = generate(&[("case.json", &read("tests/cases/shapes.json"))], &config("example.shapes#Shapes")).0;
    for file in files.expect("valid") {
        assert!(file.text.starts_with("// Written by whitesmith from case.json. Edits are lost"), "{}", file.path);
    }
}
