//! `whitesmith diff` never leaves out what a revision has: it reads it, or fails.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::{git, text, whitesmith, write};

const SHIP: &str = "$version: \"2\"\nnamespace port\nstructure Ship {}\n";
const CREW: &str = "$version: \"2\"\nnamespace port\nstructure Crew {}\n";

/// A repository whose first commit has these files, and symbolic links with their targets.
fn repository(files: &[(&str, &str)], links: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    git(&folder, &["init", "--quiet"]);
    for (path, text) in files {
        write(&folder, path, text);
    }
    for (path, target) in links {
        link(folder.path(), path, target);
    }
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "--message", "old"]);
    folder
}

#[cfg(unix)]
fn link(folder: &Path, path: &str, target: &str) {
    fs::create_dir_all(folder.join(path).parent().expect("a folder")).expect("writable");
    std::os::unix::fs::symlink(target, folder.join(path)).expect("writable");
}

#[cfg(not(unix))]
fn link(_: &Path, _: &str, _: &str) {}

/// Compares the last commit with the working tree, and denies breaking changes.
fn gate(folder: &Path, path: &str) -> Output {
    whitesmith(folder, &["diff", "HEAD", path, "--deny", "breaking"])
}

/// Removes paths, and expects that the removal of `Crew` is found.
#[cfg(unix)]
fn finds_the_removal(folder: &TempDir, removed: &[&str]) {
    let same = gate(folder.path(), "models");
    assert_eq!(
        text(&same.stdout),
        "no changes\nsemver: none, as the models have no service\n",
        "{}",
        text(&same.stderr)
    );
    for path in removed {
        fs::remove_file(folder.path().join(path)).expect("writable");
    }
    let output = gate(folder.path(), "models");
    let changes = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{changes}");
    assert!(changes.contains("Removed structure `port#Crew`"), "{changes}");
}

/// Expects that a model of the last commit cannot be read.
#[track_caller]
fn fails(folder: &Path, path: &str, expected: &str) {
    let output = gate(folder, path);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), String::new()));
    let errors = text(&output.stderr);
    assert!(errors.contains(expected), "{errors}");
}

#[test]
fn a_project_of_a_revision_is_an_error() {
    let project = "{ \"version\": \"1.0\", \"sources\": [\"models\"] }";
    let folder = repository(&[("models/a.smithy", SHIP), ("smithy-build.json", project)], &[]);
    fails(
        folder.path(),
        "smithy-build.json",
        "`smithy-build.json` of revision `HEAD`: a `smithy-build.json` is not read",
    );
    let config = "package = \"generated\"\n[[service]]\nmodule = \"port\"\nid = \"port#Port\"\n\
                  models = [\"smithy-build.json\"]\n";
    write(&folder, "codegen.toml", config);
    let output = whitesmith(&folder, &["diff", "HEAD", "HEAD", "--deny", "breaking"]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), String::new()));
    assert!(text(&output.stderr).contains("git worktree add"), "{}", text(&output.stderr));
}

#[test]
fn an_archive_of_a_revision_is_an_error() {
    let folder = repository(&[("models.jar", "PK")], &[]);
    fails(folder.path(), "models.jar", "archives are not read from a revision");
}

#[test]
fn a_json_file_without_a_version_is_an_error() {
    let folder = repository(&[("package.json", "{}"), ("port.smithy", SHIP)], &[]);
    fails(folder.path(), "package.json", "`HEAD:package.json` is not a Smithy model");
    let output = whitesmith(&folder, &["diff", "package.json", "port.smithy"]);
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("`package.json` is not a Smithy model, because it has no member `smithy`"), "{errors}");
}

#[test]
#[cfg(unix)]
fn links_to_files_are_followed() {
    let folder = repository(
        &[("models/a.smithy", SHIP), ("shared/c.smithy", CREW)],
        &[("models/c.smithy", "d.smithy"), ("models/d.smithy", "../shared/c.smithy")],
    );
    finds_the_removal(&folder, &["models/c.smithy", "models/d.smithy"]);
}

#[test]
#[cfg(unix)]
fn links_to_folders_are_followed() {
    let files = [("models/a.smithy", SHIP), ("shared/deep/c.smithy", CREW), ("shared/deep/.hidden/x.smithy", "?")];
    let folder = repository(&files, &[("models/more", "../shared")]);
    finds_the_removal(&folder, &["models/more"]);
}

#[test]
#[cfg(unix)]
fn a_link_that_is_named_is_followed() {
    let folder = repository(&[("shared/a.smithy", SHIP), ("shared/c.smithy", CREW)], &[("models", "shared")]);
    finds_the_removal(&folder, &["shared/c.smithy"]);
    let folder = repository(&[("shared/c.smithy", CREW)], &[("c.smithy", "shared/c.smithy")]);
    write(&folder, "shared/c.smithy", SHIP);
    assert!(text(&gate(folder.path(), "c.smithy").stdout).contains("Crew"));
}

#[test]
#[cfg(unix)]
fn links_that_lead_nowhere_or_away_are_errors() {
    for (target, expected) in [
        ("none.smithy", "`models/b.smithy` of revision `HEAD`: it is a symbolic link that git cannot follow"),
        (".", "it is a symbolic link that git cannot follow"),
        ("b.smithy", "it is a symbolic link that git cannot follow"),
        ("../../other", "it is a symbolic link to `../other`, which is not in the repository"),
        ("/etc/hostname", "it is a symbolic link to `/etc/hostname`, which is not in the repository"),
    ] {
        let folder = repository(&[("models/a.smithy", SHIP)], &[("models/b.smithy", target)]);
        fs::remove_file(folder.path().join("models/b.smithy")).expect("writable");
        fails(folder.path(), "models", expected);
    }
}

#[test]
#[cfg(unix)]
fn links_to_files_elsewhere_are_no_models() {
    let other = tempfile::tempdir().expect("a folder");
    write(&other, "LICENSE", "text");
    write(&other, "models/c.smithy", CREW);
    let target = |name: &str| other.path().join(name).display().to_string();
    let folder = repository(&[("models/a.smithy", SHIP)], &[("models/LICENSE", &target("LICENSE"))]);
    let output = gate(folder.path(), "models");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let folder = repository(&[("models/a.smithy", SHIP)], &[("models/more", &target("models"))]);
    fails(folder.path(), "models", "which is not in the repository");
}

#[test]
#[cfg(unix)]
fn links_to_folders_above_end() {
    let folder =
        repository(&[("models/a.smithy", SHIP)], &[("models/b/up", "../.."), ("models/b/two", "../../models")]);
    fs::remove_dir_all(folder.path().join("models/b")).expect("writable");
    let output = gate(folder.path(), "models");
    assert!(output.status.success(), "{}", text(&output.stderr));
}

#[test]
fn a_submodule_is_an_error() {
    let other = repository(&[("c.smithy", CREW)], &[]);
    let folder = repository(&[("models/a.smithy", SHIP)], &[]);
    let url = other.path().display().to_string();
    git(&folder, &["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &url, "models/shared"]);
    git(&folder, &["commit", "--quiet", "--message", "submodule"]);
    fails(folder.path(), "models", "`models/shared` of revision `HEAD`: it is a submodule");
}

#[test]
fn hidden_folders_are_left_out_as_on_disk() {
    let files = [("models/a.smithy", SHIP), ("models/.old/a.smithy", CREW), (".hidden/b.smithy", CREW)];
    let folder = repository(&files, &[]);
    for path in ["models", "."] {
        let output = gate(folder.path(), path);
        assert_eq!(text(&output.stdout), "no changes\nsemver: none, as the models have no service\n", "{path}");
    }
    assert_eq!(gate(folder.path(), ".hidden").status.code(), Some(0));
}

#[test]
fn folders_that_cargo_writes_to_are_left_out_as_on_disk() {
    let tag = "Signature: 8a477f597d28d172789f06886806bc55\n";
    let files = [
        ("models/a.smithy", SHIP),
        ("models/Cargo.toml", ""),
        ("models/target/c.smithy", CREW),
        ("models/cache/CACHEDIR.TAG", tag),
        ("models/cache/c.smithy", "?"),
    ];
    let folder = repository(&files, &[]);
    for path in ["models", "."] {
        let output = gate(folder.path(), path);
        let errors = text(&output.stderr);
        assert_eq!(
            text(&output.stdout),
            "no changes\nsemver: none, as the models have no service\n",
            "{path}: {errors}"
        );
    }
    let folder = repository(&[("models/target/c.smithy", CREW), ("models/cache/CACHEDIR.TAG", "other")], &[]);
    write(&folder, "models/target/c.smithy", SHIP);
    assert!(text(&gate(folder.path(), "models").stdout).contains("Crew"));
}

#[test]
fn revisions_can_be_compared_in_hooks() {
    let folder = repository(&[("models/a.smithy", SHIP), ("models/b.json", "{}")], &[]);
    let hook = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whitesmith"));
        command.current_dir(&folder).arg("diff").args(arguments).env("GIT_DIR", ".git").env("GIT_INDEX_FILE", "x");
        command.output().expect("it runs")
    };
    let absolute = folder.path().join("models/a.smithy").display().to_string();
    let paths = ["models/a.smithy", "./models/a.smithy", "models//a.smithy", "models/../models/a.smithy", "models/"];
    for path in paths.into_iter().chain([&*absolute, "models"]) {
        let output = hook(&["HEAD", path]);
        assert!(output.status.success(), "{path}: {}", text(&output.stderr));
    }
    for path in ["models/b.json", "./models/b.json", "models//b.json", "models/../models/b.json"] {
        let output = hook(&[&format!("HEAD:{path}"), "models/a.smithy"]);
        assert_eq!(output.status.code(), Some(1), "{path}");
        assert!(
            text(&output.stderr).contains("`HEAD:models/b.json` is not a Smithy model"),
            "{}",
            text(&output.stderr)
        );
    }
}

#[test]
#[cfg(target_os = "linux")]
fn paths_need_not_be_text() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = repository(&[("a.smithy", SHIP)], &[]);
    let odd = std::ffi::OsStr::from_bytes(b"b\xffd");
    fs::create_dir(folder.path().join(odd)).expect("writable");
    fs::copy(folder.path().join("a.smithy"), folder.path().join(odd).join("a.smithy")).expect("writable");
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "--message", "odd"]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_whitesmith"));
    let output = command.current_dir(&folder).args(["diff", "HEAD"]).arg(odd).output().expect("it runs");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let mut command = Command::new(env!("CARGO_BIN_EXE_whitesmith"));
    let none = std::ffi::OsStr::from_bytes(b"\xfe");
    let output = command.current_dir(&folder).arg("diff").arg(none).arg("a.smithy").output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("is not a file, folder or git revision"), "{}", text(&output.stderr));
}
