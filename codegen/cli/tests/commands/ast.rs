//! `whitesmith ast`, and manual pages: files that commands write next to those of users.

use std::fs;

use crate::{read, result, text, whitesmith, write};

const MODEL: &str = "$version: \"2\"\nnamespace example.city\n// Mine.\nstructure   City {}\n";

#[test]
fn idl_that_users_wrote_is_not_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, "own/example.city.smithy", MODEL);
    let (code, message) = result(&whitesmith(&folder, &["ast", "own", "--idl", "own"]));
    assert_eq!(code, Some(1), "{message}");
    assert!(message.contains("exist already") && message.contains("example.city.smithy"), "{message}");
    assert!(message.contains("`--force`"), "{message}");
    assert_eq!(read(&folder, "own/example.city.smithy"), MODEL);
    let (code, message) = result(&whitesmith(&folder, &["ast", "own", "--idl", "own", "--force"]));
    assert_eq!((code, message.as_str()), (Some(0), "1 file: 1 written\n"));
    assert!(read(&folder, "own/example.city.smithy").contains("structure City {}"));
}

#[test]
fn idl_is_counted_and_written_again_if_it_is_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, "a.smithy", MODEL);
    let (code, message) = result(&whitesmith(&folder, &["ast", "a.smithy", "--idl", "idl"]));
    assert_eq!((code, message.as_str()), (Some(0), "1 file: 1 written\n"));
    let (code, message) = result(&whitesmith(&folder, &["ast", "a.smithy", "--idl", "idl"]));
    assert_eq!((code, message.as_str()), (Some(0), "1 file: 0 written\n"));
}

#[test]
fn errors_of_a_conversion_can_be_read_by_machines() {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, "a.smithy", "$version: \"2\"\nnamespace a\nstructure {\n");
    let output = whitesmith(&folder, &["ast", "a.smithy", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).starts_with("{\""), "{}", text(&output.stderr));
    assert!(output.stdout.is_empty(), "standard output has the model only");
}

#[test]
fn manual_pages_do_not_follow_links_and_are_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, "other", "mine");
    fs::create_dir(folder.path().join("man")).expect("a folder");
    #[cfg(unix)]
    std::os::unix::fs::symlink("../other", folder.path().join("man/whitesmith.1")).expect("a link");
    let (code, message) = result(&whitesmith(&folder, &["man", "--out", "man"]));
    assert_eq!(code, Some(0), "{message}");
    assert!(message.contains(" written\n"), "{message}");
    assert_eq!(read(&folder, "other"), "mine");
    assert!(read(&folder, "man/whitesmith.1").contains(".TH whitesmith"));
    assert!(read(&folder, "man/whitesmith-codegen.1").contains("codegen"));
}
