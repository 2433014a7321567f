//! `whitesmith init`. `tests/standalone` builds what it writes.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

use crate::{git, read, result, text, whitesmith, write};

const MODEL: &str = "$version: \"2\"\nnamespace example\nuse smithy.protocols#rpcv2Cbor\n\
    @rpcv2Cbor\nservice Library { operations: [Lend] }\noperation Lend { input := { @required title: String } }\n";

/// Names of everything in a folder, sorted.
fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).expect("a folder").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A folder with a model and a runtime.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, "library.smithy", MODEL);
    write(&folder, "rt/Cargo.toml", "[package]\nname = \"whitesmith-runtime\"\nversion = \"0.1.0\"\n");
    folder
}

/// Runs `init` with arguments that are wrong, and checks that nothing was written.
#[track_caller]
fn fails(folder: &TempDir, arguments: &[&str], code: i32, parts: &[&str]) {
    let before = names(folder);
    let output = whitesmith(folder, &[&["init"], arguments].concat());
    let (found, message) = result(&output);
    assert_eq!(found, Some(code), "{message}");
    for part in parts {
        assert!(message.contains(part), "`{part}` is missing in\n{message}");
    }
    assert!(output.stdout.is_empty(), "it does not say that anything was created");
    assert_eq!(names(folder), before, "nothing is written");
}

/// Creates a crate, and returns what is printed.
#[track_caller]
fn created(folder: &TempDir, arguments: &[&str]) -> String {
    let output = whitesmith(folder, &[&["init"], arguments].concat());
    assert!(output.status.success(), "{}", result(&output).1);
    text(&output.stdout)
}

#[test]
fn a_new_crate_has_everything_and_is_fresh() {
    let folder = folder();
    let text = created(&folder, &["shop", "--runtime", "path:rt"]);
    for line in ["  cd shop\n", "  cargo run ", "  cargo test "] {
        assert!(text.contains(line), "{text}");
    }
    for path in [
        ".github/workflows/check.yml",
        ".gitignore",
        "README.md",
        "codegen.toml",
        "model/notes.smithy",
        "src/main.rs",
        "src/lib.rs",
        "examples/client.rs",
        "tests/calls.rs",
        "generated/src/notes/server.rs",
    ] {
        assert!(!read(&folder, &format!("shop/{path}")).contains("{{"), "{path}");
    }
    let manifest = read(&folder, "shop/Cargo.toml");
    assert!(manifest.contains("whitesmith-runtime = { path = \"../rt\","), "{manifest}");
    assert!(manifest.contains("\n[workspace]\n"), "{manifest}");
    let below = read(&folder, "shop/generated/Cargo.toml");
    assert!(below.contains("name = \"shop-api\"") && below.contains("path = \"../../rt\""), "{below}");
    let check = ["codegen", "--check", "--config", "shop/codegen.toml"];
    assert_eq!(result(&whitesmith(&folder, &check)), (Some(0), String::new()));
}

#[test]
fn a_model_of_the_user_gets_a_stub_for_each_operation() {
    let folder = folder();
    write(&folder, "models/more/lend.smithy", "$version: \"2\"\nnamespace more\nstring Title\n");
    write(&folder, "models/library.smithy", MODEL);
    created(&folder, &["desk", "--model", "models", "--runtime", "path:rt"]);
    assert_eq!(read(&folder, "desk/model/library.smithy"), MODEL);
    assert!(read(&folder, "desk/model/more/lend.smithy").contains("Title"));
    let server = read(&folder, "desk/src/lib.rs");
    assert!(server.contains("async fn lend(") && server.contains("not_implemented(\"Lend\")"), "{server}");
    assert!(read(&folder, "desk/tests/calls.rs").contains("client.lend()"));
    let check = ["codegen", "--check", "--config", "desk/codegen.toml"];
    assert_eq!(result(&whitesmith(&folder, &check)), (Some(0), String::new()));
}

#[test]
fn a_server_that_accepts_all_callers_says_so() {
    let folder = folder();
    let example = created(&folder, &["notes", "--runtime", "path:rt"]);
    assert!(!example.contains("without_authentication"), "{example}");
    assert!(!read(&folder, "notes/README.md").contains("callers"));

    write(&folder, "bearer.smithy", &MODEL.replace("@rpcv2Cbor", "@rpcv2Cbor @httpBearerAuth"));
    let summary = created(&folder, &["desk", "--model", "bearer.smithy", "--runtime", "path:rt"]);
    assert!(summary.contains("The server accepts all callers until you replace"), "{summary}");
    assert!(read(&folder, "desk/README.md").ends_with("which verifies them.\n"));
    assert!(read(&folder, "desk/src/lib.rs").contains(".without_authentication()"));
}

#[test]
fn files_of_a_folder_that_are_not_models_are_not_copied() {
    let folder = folder();
    write(&folder, "models/package.json", "{ \"name\": \"library\" }");
    write(&folder, "models/library.smithy", MODEL);
    created(&folder, &["desk", "--model", "models", "--runtime", "path:rt"]);
    assert!(!folder.path().join("desk/model/package.json").exists());
    write(&folder, "library.jar", "");
    fails(&folder, &["shop", "--model", "library.jar", "--runtime", "path:rt"], 1, &["`library.jar`", "not copied"]);
}

#[test]
fn the_runtime_is_that_of_the_configuration_nearest_to_the_crate() {
    let folder = folder();
    let service = "[[service]]\nmodule = \"library\"\nid = \"example#Library\"\nmodels = [\"library.smithy\"]\n";
    let config = |runtime: &str| format!("runtime = \"path:{runtime}\"\npackage = \"generated\"\n{service}");
    write(&folder, "project/codegen.toml", &config("../rt"));
    write(&folder, "here/codegen.toml", &config("missing"));
    let init = |name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whitesmith"));
        command.args(["init", name]).current_dir(folder.path().join("here")).output().expect("the command runs")
    };
    let output = init("../project/shop");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(read(&folder, "project/shop/Cargo.toml").contains("path = \"../../rt\""));
    write(&folder, "project/codegen.toml", &config("../rt").replace("package", "pakage"));
    let output = init("../project/desk");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{errors}");
    assert!(errors.contains("codegen.toml` is invalid: ") && errors.contains("`pakage`"), "{errors}");
}

#[test]
fn json_files_that_are_not_models_leave_the_example() {
    let folder = folder();
    write(&folder, "model/config.json", "{}");
    fs::create_dir(folder.path().join("model/empty")).expect("writable");
    created(&folder, &[".", "--name", "shop", "--runtime", "path:rt"]);
    assert!(read(&folder, "codegen.toml").contains("models = [\"model\"]"));
}

#[test]
fn inside_a_workspace_the_crate_becomes_a_member() {
    let folder = folder();
    write(&folder, "Cargo.toml", "[workspace]\nmembers = [\n    \"rt\", # vendored\n]\n");
    created(&folder, &["services/shop"]);
    let expected = "[workspace]\nmembers = [\n    \"rt\", # vendored\n    \"services/shop\",\n]\n";
    assert_eq!(read(&folder, "Cargo.toml"), expected);
    assert!(!read(&folder, "services/shop/Cargo.toml").contains("[workspace]"));
    assert!(!folder.path().join("services/shop/.github").exists(), "workflows belong to the root");
}

#[test]
fn nothing_is_overwritten() {
    let folder = folder();
    write(&folder, "shop/notes.txt", "mine");
    fails(
        &folder,
        &["shop", "--runtime", "path:rt"],
        1,
        &["`shop` exists already", "choose another name", "`whitesmith init .`"],
    );
    assert_eq!(read(&folder, "shop/notes.txt"), "mine");
    write(&folder, "file", "mine");
    fails(&folder, &["file", "--runtime", "path:rt"], 1, &["`file` exists already"]);
    fs::create_dir(folder.path().join("empty")).expect("writable");
    assert!(whitesmith(&folder, &["init", "empty", "--runtime", "path:rt"]).status.success());
}

#[test]
fn a_model_with_errors_is_reported_with_its_places() {
    let folder = folder();
    write(&folder, "library.smithy", &MODEL.replace("[Lend]", "[Borrow]"));
    let arguments = ["desk", "--model", "library.smithy", "--runtime", "path:rt"];
    fails(&folder, &arguments, 1, &["library.smithy:5:", "example#Borrow"]);
    let arguments = ["desk", "--model", "missing", "--runtime", "path:rt"];
    fails(&folder, &arguments, 1, &["model file `missing` cannot be read"]);
}

#[test]
fn several_services_need_a_choice() {
    let folder = folder();
    let second = "@rpcv2Cbor\nservice Archive { operations: [Lend] }\n";
    write(&folder, "library.smithy", &format!("{MODEL}{second}"));
    let arguments = ["desk", "--model", "library.smithy", "--runtime", "path:rt"];
    fails(&folder, &arguments, 2, &["several services", "--service: example#Archive, example#Library"]);
    let chosen = [&["init"], &arguments[..], &["--service", "example#Archive"]].concat();
    assert!(whitesmith(&folder, &chosen).status.success());
    assert!(read(&folder, "desk/codegen.toml").contains("module = \"archive\""));
}

#[test]
fn a_service_without_operations_has_no_server() {
    let folder = folder();
    write(
        &folder,
        "library.smithy",
        "$version: \"2\"\nnamespace example\n@smithy.protocols#rpcv2Cbor\nservice Library {}\n",
    );
    let arguments = ["desk", "--model", "library.smithy", "--runtime", "path:rt"];
    fails(&folder, &arguments, 1, &["`example#Library` has no operations"]);
}

#[test]
fn a_name_must_be_one_of_a_crate() {
    let folder = folder();
    for name in ["My Shop", "self", "9lives"] {
        let parts = ["is not a valid crate name", "starting with a letter", "--name"];
        fails(&folder, &[name, "--runtime", "path:rt"], 2, &parts);
    }
    fails(&folder, &["shop", "--name=-shop", "--runtime", "path:rt"], 2, &["is not a valid crate name"]);
    fails(&folder, &["tokio", "--runtime", "path:rt"], 2, &["dependency of this name"]);
    fails(&folder, &["build", "--runtime", "path:rt"], 2, &["Cargo has a folder of this name"]);
    created(&folder, &["My Shop", "--name", "my-shop", "--runtime", "path:rt"]);
    assert!(read(&folder, "My Shop/Cargo.toml").contains("name = \"my-shop\""));
}

/// A repository with a runtime beside it.
fn repository() -> TempDir {
    let folder = folder();
    git(&folder, &["init", "--quiet", "shop"]);
    write(&folder, "shop/README.md", "# Mine\n");
    write(&folder, "shop/LICENSE", "mine");
    write(&folder, "shop/.gitignore", "*.log");
    folder
}

#[test]
fn an_empty_repository_gets_a_crate_of_its_name() {
    let folder = repository();
    let output = whitesmith(folder.path().join("shop"), &["init", ".", "--runtime", "path:../rt"]);
    assert!(output.status.success(), "{}", result(&output).1);
    let said = text(&output.stdout);
    assert!(said.contains("created `shop`") && !said.contains("cd "), "{said}");
    assert!(said.contains(".gitignore: added /target\nREADME.md: kept\n"), "{said}");
    assert!(read(&folder, "shop/Cargo.toml").contains("name = \"shop\""));
    assert_eq!(read(&folder, "shop/README.md"), "# Mine\n");
    assert_eq!(read(&folder, "shop/.gitignore"), "*.log\n/target\n");
    let check = ["codegen", "--check", "--config", "shop/codegen.toml"];
    assert_eq!(result(&whitesmith(&folder, &check)), (Some(0), String::new()));
}

#[test]
fn a_repository_with_a_model_gets_a_crate_around_it() {
    let folder = repository();
    write(&folder, "shop/model/library.smithy", MODEL);
    write(&folder, "shop/.gitignore", "target/\n");
    let output = whitesmith(folder.path().join("shop"), &["init", ".", "--runtime", "path:../rt"]);
    assert!(output.status.success(), "{}", result(&output).1);
    assert!(!text(&output.stdout).contains(".gitignore"), "it ignores the folder already");
    assert!(read(&folder, "shop/src/lib.rs").contains("async fn lend("));
    let models: Vec<_> = fs::read_dir(folder.path().join("shop/model")).expect("a folder").collect();
    assert_eq!(models.len(), 1, "no example beside the model");
}

#[test]
fn a_service_can_be_chosen_among_those_of_the_repository() {
    let folder = repository();
    write(
        &folder,
        "shop/model/library.smithy",
        &format!("{MODEL}@rpcv2Cbor\nservice Museum {{ operations: [Lend] }}\n"),
    );
    let arguments = ["init", ".", "--service", "example#Museum", "--runtime", "path:../rt"];
    let output = whitesmith(folder.path().join("shop"), &arguments);
    assert!(text(&output.stdout).contains("a client of `example#Museum`"), "{}", result(&output).1);
}

#[test]
fn files_that_are_in_the_way_are_all_named_and_nothing_is_written() {
    let folder = repository();
    write(&folder, "shop/Cargo.toml", "[package]\nname = \"mine\"\n");
    write(&folder, "shop/src/lib.rs", "");
    let output = whitesmith(folder.path().join("shop"), &["init", ".", "--runtime", "path:../rt"]);
    let (code, message) = result(&output);
    assert_eq!(code, Some(1), "{message}");
    assert!(message.contains("these files exist already: Cargo.toml, src/lib.rs"), "{message}");
    assert_eq!(read(&folder, "shop/.gitignore"), "*.log");
    assert!(!folder.path().join("shop/model").exists() && !folder.path().join("shop/src/main.rs").exists());
}

#[test]
fn the_runtime_must_be_chosen_and_exist() {
    let folder = folder();
    fails(&folder, &["shop"], 2, &["path:DIR", "git:URL", "VERSION"]);
    fails(&folder, &["shop", "--runtime", "path:nowhere"], 1, &["cannot read `nowhere/Cargo.toml`"]);
}

#[test]
fn a_folder_that_cannot_be_created_leaves_nothing_behind() {
    let folder = folder();
    write(&folder, "file", "mine");
    fails(&folder, &["file/shop", "--runtime", "path:rt"], 1, &["file/shop", "nothing was written"]);
}

#[test]
fn the_workflow_installs_the_program_where_it_can() {
    let folder = folder();
    let choices = [
        (
            "git:https://example.com/a.git",
            "      - run: cargo install --locked --git https://example.com/a.git whitesmith\n",
        ),
        ("0.1", "      - run: cargo install --locked whitesmith --version '0.1'\n"),
        ("path:rt", "      # - run: whitesmith codegen --check\n"),
    ];
    for (at, (choice, line)) in choices.iter().enumerate() {
        let name = format!("shop{at}");
        assert!(whitesmith(&folder, &["init", &name, "--runtime", choice]).status.success());
        let workflow = read(&folder, &format!("{name}/.github/workflows/check.yml"));
        assert!(workflow.contains(line), "{workflow}");
    }
}

#[test]
fn a_service_named_like_a_feature_or_keyword_has_another_module() {
    for name in ["Client", "Server", "Serde", "Type", "Main"] {
        let folder = folder();
        write(&folder, "library.smithy", &MODEL.replace("Library", name));
        created(&folder, &["app", "--model", "library.smithy", "--runtime", "path:rt"]);
        let manifest: toml_edit::DocumentMut = read(&folder, "app/generated/Cargo.toml").parse().expect("a manifest");
        assert!(manifest["features"].get("service").is_some(), "{manifest}");
        assert!(folder.path().join("app/generated/src/service/server.rs").exists(), "{name}");
        let check = ["codegen", "--check", "--config", "app/codegen.toml"];
        assert_eq!(result(&whitesmith(&folder, &check)), (Some(0), String::new()), "{name}");
    }
}

#[test]
fn a_package_of_the_workspace_has_the_name_alone() {
    let folder = folder();
    write(&folder, "Cargo.toml", "[workspace]\nmembers = [\"crates/*\", \"left/out\"]\nexclude = [\"left\"]\n");
    write(&folder, "crates/shop/Cargo.toml", "[package]\nname = \"shop\"\n");
    write(&folder, "left/out/Cargo.toml", "[package]\nname = \"market\"\n");
    let message = "cannot be called `shop`, since `crates/shop/Cargo.toml` in the same workspace has a package";
    fails(&folder, &["new", "--name", "shop", "--runtime", "path:rt"], 1, &[message, "--name"]);
    write(&folder, "crates/shop/Cargo.toml", "[package]\nname = \"shop-api\"\n");
    fails(&folder, &["new", "--name", "shop", "--runtime", "path:rt"], 1, &["cannot be called `shop-api`"]);
    created(&folder, &["new", "--name", "market", "--runtime", "path:rt"]);
}

#[test]
fn the_current_folder_by_another_name_stays_the_same_folder() {
    let folder = folder();
    let here = folder.path().join("pw");
    fs::create_dir(&here).expect("a folder");
    for (name, arguments) in [("absolute", vec![here.display().to_string()]), ("up", vec!["../pw".to_owned()])] {
        fs::remove_dir_all(&here).expect("a folder");
        fs::create_dir(&here).expect("a folder");
        let before = folder_id(&here);
        let output = whitesmith(&here, &["init", &arguments[0], "--runtime", "path:../rt"]);
        assert!(output.status.success(), "{}", result(&output).1);
        assert_eq!(folder_id(&here), before, "{name}");
        assert!(!text(&output.stdout).contains("  cd "), "{}", text(&output.stdout));
        assert!(here.join("Cargo.toml").is_file());
    }
}

#[cfg(unix)]
#[test]
fn an_empty_folder_keeps_its_mode_and_links_to_it() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = folder();
    let empty = folder.path().join("empty");
    fs::create_dir(&empty).expect("a folder");
    fs::set_permissions(&empty, fs::Permissions::from_mode(0o700)).expect("own folder");
    symlink("empty", folder.path().join("shop")).expect("a link");
    created(&folder, &["shop", "--name", "shop", "--runtime", "path:rt"]);
    assert!(folder.path().join("shop").is_symlink() && empty.join("src/main.rs").is_file());
    assert_eq!(fs::metadata(&empty).expect("there").permissions().mode() & 0o777, 0o700);
}

/// Identity of a folder.
#[cfg(unix)]
fn folder_id(folder: &std::path::Path) -> u64 {
    std::os::unix::fs::MetadataExt::ino(&fs::metadata(folder).expect("there"))
}

#[cfg(not(unix))]
fn folder_id(_: &std::path::Path) -> u64 {
    0
}

#[test]
fn a_workspace_whose_manifest_is_malformed_is_not_skipped() {
    let folder = folder();
    write(&folder, "Cargo.toml", "[workspace]\nmembers = []\n");
    write(&folder, "inner/Cargo.toml", "[workspace\n");
    let output = whitesmith(&folder, &["init", "inner/shop", "--runtime", "path:rt"]);
    let (code, message) = result(&output);
    assert_eq!(code, Some(1), "{message}");
    assert!(message.contains("inner/Cargo.toml") && message.contains("not valid TOML"), "{message}");
    assert_eq!(read(&folder, "Cargo.toml"), "[workspace]\nmembers = []\n");
}
