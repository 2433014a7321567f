//! Manifests that `whitesmith codegen` creates and completes, and the workspaces around them.

use tempfile::TempDir;

use crate::{git, read, result, text, whitesmith, write};

const MODEL: &str = "$version: \"2\"\nnamespace example\n@smithy.protocols#rpcv2Cbor\nservice Library {}\n";
const CONFIG: &str = "package = \"crates/app\"\nruntime = \"path:rt\"\n\n[[service]]\nmodule = \"library\"\n\
    id = \"example#Library\"\nmodels = [\"library.smithy\"]\n";
const TEMPLATE: &str = "pub fn add(left: u64, right: u64) -> u64 {\n    left + right\n}\n\n#[cfg(test)]\n\
    mod tests {\n    \
    use super::*;\n\n    #[test]\n    fn it_works() {\n        \
    let result = add(2, 2);\n        assert_eq!(result, 4);\n    \
    }\n}\n";

/// A folder with a model, a configuration, a runtime, and a workspace without members.
fn workspace() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, "library.smithy", MODEL);
    write(&folder, "codegen.toml", CONFIG);
    write(&folder, "rt/Cargo.toml", "[package]\nname = \"whitesmith-runtime\"\nversion = \"0.1.0\"\n");
    write(&folder, "Cargo.toml", "# Mine.\n[workspace]\nmembers = [\n    \"rt\", # vendored\n]\n");
    folder
}

#[test]
fn the_first_run_creates_the_manifest_and_joins_the_workspace() {
    let folder = workspace();
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(0), "{message}");
    for note in ["crates/app/Cargo.toml: created\n", "Cargo.toml: added the member crates/app\n"] {
        assert!(message.contains(note), "{message}");
    }
    let numbers: Vec<&str> = message.lines().last().unwrap_or_default().split(' ').collect();
    assert_eq!(
        (numbers[0], numbers[3]),
        (numbers[2], "written,"),
        "all files of the package, and no others: {message}"
    );
    let expected = "# Mine.\n[workspace]\nmembers = [\n    \"rt\", # vendored\n    \"crates/app\",\n]\n";
    assert_eq!(read(&folder, "Cargo.toml"), expected);
    let manifest = read(&folder, "crates/app/Cargo.toml");
    for line in [
        "name = \"app\"",
        "default = [\"client\", \"server\", \"library\"]",
        "client = [\"whitesmith-runtime/client\", \"whitesmith-runtime/cbor\"]",
        "server = [\"whitesmith-runtime/server\"]",
        "fs = [\"whitesmith-runtime/fs\"]",
        "http2 = [\"whitesmith-runtime/http2\"]",
        "library = []",
        "whitesmith-runtime = { path = \"../../rt\", default-features = false }",
    ] {
        assert!(manifest.lines().any(|found| found == line), "{line}\n{manifest}");
    }
    assert!(!manifest.contains("[workspace]"), "{manifest}");
    assert_eq!(result(&whitesmith(&folder, &["codegen", "--check"])).0, Some(0));
    let (_, message) = result(&whitesmith(&folder, &["codegen"]));
    assert!(!message.contains("Cargo.toml"), "there is nothing to do: {message}");
}

#[test]
fn temporary_files_of_a_killed_run_are_not_stale_and_are_removed() {
    let folder = workspace();
    assert_eq!(result(&whitesmith(&folder, &["codegen"])).0, Some(0));
    let left = ["Cargo.toml", "src/lib.rs", "src/library/types.rs"];
    let left = left.map(|path| format!("crates/app/{path}.whitesmith-new"));
    for path in &left {
        write(&folder, path, "// @gen");
    }
    let (code, message) = result(&whitesmith(&folder, &["codegen", "--check"]));
    assert_eq!(code, Some(0), "{message}");
    assert!(left.iter().all(|path| folder.path().join(path).exists()), "a check changes nothing");
    let (_, message) = result(&whitesmith(&folder, &["codegen"]));
    assert!(message.contains("0 written, 3 removed"), "{message}");
    assert!(!left.iter().any(|path| folder.path().join(path).exists()));
}

#[test]
fn the_first_service_with_an_error_is_reported_whichever_is_generated_first() {
    let folder = workspace();
    // Takes longer than the other service, which comes later.
    let slow = MODEL.replace("Library {}", "Slow { operations: [Read] }\noperation Read { output: Read0 }");
    let structures = (0..2000).map(|number| format!("structure Read{number} {{ next: Read{} }}\n", number + 1));
    let structures: String = structures.collect();
    write(&folder, "slow.smithy", &format!("{slow}{structures}structure Read2000 {{}}\n"));
    let (head, library) = CONFIG.split_at(CONFIG.find("\n[[").expect("a service"));
    let services = [library.replace("library", "slow").replace("#Library", "#Slow"), library.to_owned()];
    write(&folder, "codegen.toml", &format!("{head}{}", services.concat()));
    for module in ["slow", "library"] {
        write(&folder, &format!("crates/app/src/{module}/mod.rs"), "// Mine.\n");
    }
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(1), "{message}");
    assert!(message.contains("src/slow/mod.rs") && !message.contains("src/library"), "{message}");
}

#[test]
fn a_new_library_of_cargo_is_taken_over() {
    let folder = workspace();
    let manifest = "[package]\nname = \"mine\"   # a name\nversion = \"0.3.0\"\nedition = \"2024\"\n\n\
        [dependencies]\nanyhow = \"1\" # mine\n";
    write(&folder, "crates/app/Cargo.toml", manifest);
    // Cargo lays it out by the configuration of rustfmt.
    write(&folder, "crates/app/src/lib.rs", &TEMPLATE.replace("    ", "\t"));
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(0), "{message}");
    for note in [
        "crates/app/Cargo.toml: set the dependency whitesmith-runtime\n",
        "crates/app/Cargo.toml: added the features client, server, serde, fs, http2, library\n",
        "crates/app/src/lib.rs: replaced the file of `cargo new`\n",
    ] {
        assert!(message.contains(note), "{message}");
    }
    let completed = read(&folder, "crates/app/Cargo.toml");
    let added = "whitesmith-runtime = { path = \"../../rt\", default-features = false }\n\n[features]\n\
        default = [\"client\", \"server\", \"library\"]\n\
        client = [\"whitesmith-runtime/client\", \"whitesmith-runtime/cbor\"]\n\
        server = [\"whitesmith-runtime/server\"]\nserde = [\"whitesmith-runtime/serde\"]\n\
        fs = [\"whitesmith-runtime/fs\"]\nhttp2 = [\"whitesmith-runtime/http2\"]\nlibrary = []\n\n\
        [lib]\ndoctest = false\n";
    assert_eq!(completed, format!("{manifest}{added}"));
    assert!(read(&folder, "crates/app/src/lib.rs").contains("pub mod library;"));
    assert_eq!(result(&whitesmith(&folder, &["codegen", "--check"])).0, Some(0));
}

#[test]
fn a_library_that_somebody_wrote_is_not_overwritten() {
    let folder = workspace();
    let manifest = "[package]\nname = \"mine\"\nversion = \"0.3.0\"\n";
    let library = TEMPLATE.replace("left + right", "left - right");
    write(&folder, "crates/app/Cargo.toml", manifest);
    write(&folder, "crates/app/src/lib.rs", &library);
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(1));
    assert!(message.contains("will not overwrite `crates/app/src/lib.rs`"), "{message}");
    assert_eq!(read(&folder, "crates/app/src/lib.rs"), library);
    assert_eq!(read(&folder, "crates/app/Cargo.toml"), manifest);
    assert!(!folder.path().join("crates/app/src/library").exists(), "nothing is written");
}

#[test]
fn a_new_service_gets_its_feature() {
    let folder = workspace();
    assert!(whitesmith(&folder, &["codegen"]).status.success());
    let service = "\n[[service]]\nmodule = \"books\"\nid = \"example#Library\"\nmodels = [\"library.smithy\"]\n";
    write(&folder, "codegen.toml", &format!("{CONFIG}{service}"));
    let before = read(&folder, "crates/app/Cargo.toml");
    assert_eq!(result(&whitesmith(&folder, &["codegen", "--check"])).0, Some(1), "the manifest is stale");
    let (_, message) = result(&whitesmith(&folder, &["codegen"]));
    assert!(message.contains("crates/app/Cargo.toml: added the feature books\n"), "{message}");
    let expected = before
        .replace("\"library\"]", "\"library\", \"books\"]")
        .replace("library = []\n", "library = []\nbooks = []\n");
    assert_eq!(read(&folder, "crates/app/Cargo.toml"), expected);
}

#[test]
fn features_of_the_runtime_that_a_model_starts_to_need_are_added_to_the_sides() {
    let folder = workspace();
    assert!(whitesmith(&folder, &["codegen"]).status.success());
    let before = read(&folder, "crates/app/Cargo.toml");
    let compressed = "@requestCompression(encodings: [\"gzip\"])\noperation Send { input := { page: Page } }\n\
        @pattern(\"^\\\\p{L}$\")\nstring Page\n";
    write(&folder, "library.smithy", &format!("{}{compressed}", MODEL.replace("{}", "{ operations: [Send] }")));
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(0), "{message}");
    let note = "crates/app/Cargo.toml: added the features gzip, unicode of whitesmith-runtime\n";
    assert!(message.contains(note), "{message}");
    let expected = before
        .replace("\"whitesmith-runtime/cbor\"]", "\"whitesmith-runtime/cbor\", \"whitesmith-runtime/gzip\"]")
        .replace("[\"whitesmith-runtime/server\"]", "[\"whitesmith-runtime/server\", \"whitesmith-runtime/gzip\"]")
        .replace("default-features = false }", "default-features = false, features = [\"unicode\"] }");
    assert_eq!(read(&folder, "crates/app/Cargo.toml"), expected);
}

#[test]
fn a_model_with_errors_leaves_the_workspace_alone() {
    let folder = workspace();
    write(&folder, "library.smithy", &MODEL.replace("{}", "{ operations: [Missing] }"));
    let before = read(&folder, "Cargo.toml");
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(1), "{message}");
    assert_eq!(read(&folder, "Cargo.toml"), before);
    assert!(!folder.path().join("crates").exists(), "nothing is written");
}

#[test]
fn a_folder_that_cannot_be_created_leaves_the_workspace_alone() {
    let folder = workspace();
    write(&folder, "crates", "a file");
    let before = read(&folder, "Cargo.toml");
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(1));
    assert!(message.contains("crates/app"), "{message}");
    assert_eq!(read(&folder, "Cargo.toml"), before);
}

#[test]
fn a_folder_whose_name_is_not_a_crate_name_is_an_error_with_its_place() {
    let folder = workspace();
    write(
        &folder,
        "codegen.toml",
        &CONFIG.replace("crates/app", "crates/My App").replace("runtime = \"path:rt\"\n", ""),
    );
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(1));
    assert!(message.contains("codegen.toml:1:11") && message.contains("`My App`"), "{message}");
}

#[test]
fn a_separate_crate_joins_the_workspace_around_it() {
    let folder = workspace();
    let (code, message) = result(&whitesmith(&folder, &["codegen", "--models", "library.smithy", "--out", "library"]));
    assert_eq!(code, Some(0), "{message}");
    assert!(message.contains("Cargo.toml: added the member library\n"), "{message}");
    assert!(read(&folder, "Cargo.toml").contains("\n    \"library\",\n"));
    assert!(!read(&folder, "library/Cargo.toml").contains("[workspace]"));
}

#[test]
fn a_separate_crate_that_git_ignores_does_not_join() {
    let folder = workspace();
    git(&folder, &["init", "--quiet"]);
    write(&folder, ".gitignore", "/target\n");
    let before = read(&folder, "Cargo.toml");
    let arguments = ["codegen", "--models", "library.smithy", "--out", "target/library"];
    assert!(whitesmith(&folder, &arguments).status.success());
    assert_eq!(read(&folder, "Cargo.toml"), before);
    assert!(read(&folder, "target/library/Cargo.toml").contains("[workspace]"));
}

#[test]
fn a_separate_crate_has_the_only_shape_closure() {
    let folder = workspace();
    let model = "$version: \"2\"\n\
        metadata shapeClosures = [{ id: \"example#Types\", includeNamespaces: [\"example\"] }]\n\
        namespace example\nstructure Book { title: String }\n";
    write(&folder, "types.smithy", model);
    let arguments = ["codegen", "--models", "types.smithy", "--out", "types", "--runtime", "path:rt"];
    let (code, message) = result(&whitesmith(&folder, &arguments));
    assert_eq!(code, Some(0), "{message}");
    assert!(read(&folder, "types/src/types.rs").contains("pub struct Book"));
    let files = |message: &str| message.lines().last().and_then(|line| line.split(' ').next()).map(str::to_owned);
    let (_, again) = result(&whitesmith(&folder, &arguments));
    assert_eq!(files(&again), files(&message), "the same files: {again}");
}

#[test]
fn a_projection_without_a_service_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, "model/library.smithy", MODEL);
    let transforms = r#"[{"name": "excludeShapesBySelector", "args": {"selector": "service"}}]"#;
    let build = r#"{"version": "1.0", "sources": ["model"], "projections": {"public": {"transforms": TRANSFORMS}}}"#;
    write(&folder, "smithy-build.json", &build.replace("TRANSFORMS", transforms));
    let arguments = ["--models", "smithy-build.json", "--projection", "public", "--out", "out", "--runtime", "0.1"];
    let (code, message) = result(&whitesmith(&folder, &[&["codegen"][..], &arguments].concat()));
    assert_eq!(code, Some(1), "{message}");
    assert!(message.contains("the transforms of the projection `public` remove it"), "{message}");
    assert!(!folder.path().join("out").exists());
}

const SHARED: &str = "$version: \"2\"\nnamespace example.common\nstructure Book { title: String }\n";

/// A library that imports a structure of another module.
fn importing() -> TempDir {
    let folder = workspace();
    let common = "@smithy.protocols#rpcv2Cbor\nservice Common { operations: [Read] }\n\
        operation Read { output := { book: Book } }\n";
    write(&folder, "common.smithy", &format!("{SHARED}{common}"));
    let lend = "operation Lend { output := { book: example.common#Book } }\n";
    write(&folder, "library.smithy", &(MODEL.replace("Library {}", "Library { operations: [Lend] }") + lend));
    let models = "[\"library.smithy\", \"common.smithy\"]";
    let config = CONFIG.replace("[\"library.smithy\"]", models);
    let service =
        |module: &str, id: &str| format!("\n[[service]]\nmodule = \"{module}\"\nid = \"{id}\"\nmodels = {models}\n");
    let services = [service("common", "example.common#Common"), service("other", "example.common#Common")];
    let externs = "extern = { \"example.common\" = \"crate::common\" }\n";
    write(&folder, "codegen.toml", &(externs.to_owned() + &config + &services.concat()));
    folder
}

#[test]
fn the_feature_of_a_module_turns_on_those_of_the_modules_that_it_imports() {
    let folder = importing();
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(0), "{message}");
    let manifest = read(&folder, "crates/app/Cargo.toml");
    for line in ["library = [\"common\"]", "other = [\"common\"]", "common = []"] {
        assert!(manifest.lines().any(|found| found == line), "{line}\n{manifest}");
    }
    // An existing feature gets them, too.
    write(&folder, "crates/app/Cargo.toml", &manifest.replace("library = [\"common\"]", "library = []"));
    assert_eq!(result(&whitesmith(&folder, &["codegen", "--check"])).0, Some(1));
    let (_, message) = result(&whitesmith(&folder, &["codegen"]));
    assert!(message.contains("crates/app/Cargo.toml: added common to the feature library\n"), "{message}");
    assert_eq!(read(&folder, "crates/app/Cargo.toml"), manifest);
}

#[test]
fn the_feature_of_a_removed_module_is_removed() {
    let folder = importing();
    assert_eq!(result(&whitesmith(&folder, &["codegen"])).0, Some(0));
    let before = read(&folder, "crates/app/Cargo.toml");
    let config = read(&folder, "codegen.toml");
    write(&folder, "codegen.toml", config.rsplit_once("\n[[service]]").expect("services").0);
    for mine in ["dep:mine", "serde", "client", "my-extra"] {
        let changed = before.replace("other = [\"common\"]\n", &format!("other = [\"{mine}\"]\nmy-extra = []\n"));
        write(&folder, "crates/app/Cargo.toml", &changed);
        let shown = text(&whitesmith(&folder, &["codegen", "--check"]).stdout);
        assert!(!shown.contains("-other = "), "{shown}");
    }
    write(&folder, "crates/app/Cargo.toml", &before);
    let check = whitesmith(&folder, &["codegen", "--check"]);
    let shown = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(shown.contains("-other = [\"common\"]"), "{shown}");
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(0), "{message}");
    assert!(message.contains("crates/app/Cargo.toml: removed the feature other\n"), "{message}");
    let after = read(&folder, "crates/app/Cargo.toml");
    let expected = before.replace("other = [\"common\"]\n", "").replace(", \"other\"]", "]");
    assert_eq!(after, expected);
}

#[test]
fn a_new_package_does_not_take_the_name_of_another_in_the_workspace() {
    let folder = workspace();
    write(&folder, "tools/Cargo.toml", "[package]\nname = \"app\"\nversion = \"0.1.0\"\n");
    write(&folder, "Cargo.toml", "[workspace]\nmembers = [\"rt\", \"tools\"]\n");
    let standalone = ["codegen", "--models", "library.smithy", "--runtime", "path:rt", "--out", "crates/app"];
    for (arguments, help) in [(&["codegen"][..], "rename its folder"), (&standalone, "`--crate`")] {
        let (code, message) = result(&whitesmith(&folder, arguments));
        assert_eq!(code, Some(1), "{message}");
        assert!(message.contains("`app`") && message.contains("`tools/Cargo.toml`"), "{message}");
        assert!(message.contains(help) && message.contains("nothing was written"), "{message}");
        assert!(!folder.path().join("crates").exists());
    }
    let (code, message) = result(&whitesmith(&folder, &[&standalone[..], &["--crate", "library"]].concat()));
    assert_eq!(code, Some(0), "{message}");
    // Apart from the workspace, names are free.
    write(&folder, "Cargo.toml", "[workspace]\nmembers = [\"rt\", \"tools\"]\nexclude = [\"crates\"]\n");
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(0), "{message}");
}

#[test]
fn two_configurations_of_one_package_do_not_remove_each_others_modules() {
    let folder = workspace();
    write(&folder, "other.toml", &CONFIG.replace("module = \"library\"", "module = \"other\""));
    assert_eq!(result(&whitesmith(&folder, &["codegen"])).0, Some(0));
    for option in [&["--check"][..], &[]] {
        let arguments = [&["codegen", "--config", "other.toml"], option].concat();
        let (code, message) = result(&whitesmith(&folder, &arguments));
        assert_eq!(code, Some(1), "{message}");
        assert!(message.contains("`crates/app/src/lib.rs` is generated from"), "{message}");
    }
    assert!(read(&folder, "crates/app/src/lib.rs").contains("pub mod library;"));
    assert_eq!(result(&whitesmith(&folder, &["codegen", "--check"])).0, Some(0));
    // The file has a new name.
    std::fs::remove_file(folder.path().join("codegen.toml")).expect("there");
    let (code, message) = result(&whitesmith(&folder, &["codegen", "--config", "other.toml"]));
    assert_eq!(code, Some(0), "{message}");
    assert!(read(&folder, "crates/app/src/lib.rs").contains("from ../../other.toml"), "it is above the package");
}

#[test]
fn configurations_of_one_package_may_have_one_name() {
    let folder = workspace();
    write(&folder, "Cargo.toml", "[workspace]\nmembers = [\"rt\"]\n");
    let above = CONFIG.replace("crates/app", "app");
    write(&folder, "codegen.toml", &above);
    let inside =
        above.replace("package = \"app\"", "package = \".\"").replace("module = \"library\"", "module = \"other\"");
    write(
        &folder,
        "app/codegen.toml",
        &inside.replace("library.smithy", "../library.smithy").replace("path:rt", "path:../rt"),
    );
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(0), "{message}");
    assert!(read(&folder, "app/src/lib.rs").contains(" from ../codegen.toml."));
    let (code, message) = result(&whitesmith(&folder, &["codegen", "--config", "app/codegen.toml"]));
    assert_eq!(code, Some(1), "{message}");
    assert!(message.contains("`app/src/lib.rs` is generated from `codegen.toml`"), "{message}");
    assert_eq!(result(&whitesmith(&folder, &["codegen", "--check"])).0, Some(0));
    std::fs::remove_file(folder.path().join("codegen.toml")).expect("there");
    let (code, message) = result(&whitesmith(&folder, &["codegen", "--config", "app/codegen.toml"]));
    assert_eq!(code, Some(0), "{message}");
    assert!(read(&folder, "app/src/lib.rs").contains(" from codegen.toml."));
}
