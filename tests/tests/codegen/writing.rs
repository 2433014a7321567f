//! What reaches the disk.

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
fn the_same_models_give_the_same_bytes_whatever_their_order() {
    let model = read("tests/cases/shapes.json");
    let other = r#"{"smithy": "2.0", "shapes": {"example.other#Thing": {"type": "string"}}}"#;
    let config = config("example.shapes#Shapes");
    let one = generate(&[("a.json", &model), ("b.json", other)], &config).0;
    let two = generate(&[("b.json", other), ("a.json", &model)], &config).0;
    assert!(one.is_some() && one == two);
}

#[test]
fn files_that_have_not_changed_are_not_written() {
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
fn files_of_somebody_else_are_never_overwritten() {
    let folder = tempdir().expect("a folder");
    fs::write(folder.path().join("lib.rs"), "// by hand\n").expect("writable");
    let error = compare(folder.path(), &[file("lib.rs", "1\n")], &[]).expect_err("not ours");
    assert!(error.to_string().contains("was not generated, and is not overwritten"), "{error}");
}

#[test]
fn modules_that_are_no_longer_generated_are_found_by_their_header() {
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
fn a_place_that_cannot_be_written_leaves_everything_as_it_was() {
    let folder = tempdir().expect("a folder");
    let old = format!("{HEADER}old\n");
    fs::write(folder.path().join("one.rs"), &old).expect("writable");
    // A file stands where a folder would have to be made.
    fs::write(folder.path().join("blocked"), "").expect("writable");
    let files = [file("one.rs", "new\n"), file("blocked/two.rs", "2\n")];
    let changes = compare(folder.path(), &files[..1], &[]).expect("readable");
    assert_eq!(changes.written.len(), 1);
    let blocked = compare(folder.path(), &files, &[]);
    let failed = match blocked {
        Ok(changes) => write(&changes).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    let message = failed.expect_err("the place is taken");
    assert!(message.contains("blocked"), "{message}");
    assert_eq!(fs::read_to_string(folder.path().join("one.rs")).expect("there"), old);
    assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 2, "no stray file is left");
}

#[test]
fn what_a_killed_run_left_is_taken_up_by_the_next() {
    let folder = tempdir().expect("a folder");
    let text = |number: u32| format!("{HEADER}// {number}\n");
    write(
        &compare(folder.path(), &[file("a/one.rs", &text(1)), file("a/two.rs", &text(1))], &["a"]).expect("readable"),
    )
    .expect("writable");
    // Killed when the first file had taken its place, and the second waited for its own.
    fs::write(folder.path().join("a/one.rs"), text(2)).expect("writable");
    fs::write(folder.path().join("a/two.rs.whitesmith-new"), text(2)).expect("writable");
    let changes = compare(folder.path(), &[file("a/one.rs", &text(2)), file("a/two.rs", &text(2))], &["a"]);
    write(&changes.expect("readable")).expect("writable");
    assert_eq!(fs::read_to_string(folder.path().join("a/two.rs")).expect("there"), text(2));
    assert_eq!(fs::read_dir(folder.path().join("a")).expect("there").count(), 2, "no stray file is left");
}

#[test]
fn what_a_killed_run_left_goes_when_nothing_else_is_to_be_done() {
    let folder = tempdir().expect("a folder");
    let files = [file("a/one.rs", HEADER)];
    write(&compare(folder.path(), &files, &["a"]).expect("readable")).expect("writable");
    fs::write(folder.path().join("a/one.rs.whitesmith-new"), HEADER).expect("writable");
    write(&compare(folder.path(), &files, &["a"]).expect("readable")).expect("writable");
    assert_eq!(fs::read_dir(folder.path().join("a")).expect("there").count(), 1);
}

#[test]
fn every_file_says_who_wrote_it_and_from_what() {
    let files = generate(&[("case.json", &read("tests/cases/shapes.json"))], &config("example.shapes#Shapes")).0;
    for file in files.expect("valid") {
        assert!(file.text.starts_with("// Written by whitesmith from case.json. Edits are lost"), "{}", file.path);
    }
}
