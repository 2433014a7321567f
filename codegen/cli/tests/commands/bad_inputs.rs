//! Inputs that do not exist, are something else, or cannot be written: where, what to do, and nothing half written.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::{read, result, text, whitesmith, write};

const MODEL: &str = "$version: \"2\"\nnamespace example\n@smithy.protocols#rpcv2Cbor\nservice Library {}\n";
const CONFIG: &str = "package = \"app\"\nruntime = \"path:rt\"\n\n[[service]]\nmodule = \"library\"\n\
    id = \"example#Library\"\nmodels = [\"model\"]\n";

/// A folder with a model, a configuration and a runtime.
fn project() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, "model/library.smithy", MODEL);
    write(&folder, "codegen.toml", CONFIG);
    write(&folder, "rt/Cargo.toml", "[package]\nname = \"whitesmith-runtime\"\nversion = \"0.1.0\"\n");
    folder
}

/// Runs the command, which fails with these texts and creates no package.
#[track_caller]
fn fails(folder: &TempDir, arguments: &[&str], texts: &[&str]) {
    let (code, message) = result(&whitesmith(folder, arguments));
    assert_eq!(code, Some(1), "{message}");
    for text in texts {
        assert!(message.contains(text), "`{text}` is not in: {message}");
    }
    assert!(!folder.path().join("app/src").exists(), "{message}");
}

#[test]
fn an_error_in_one_service_leaves_nothing_of_the_others() {
    let folder = project();
    let services: String = (0..20)
        .map(|number| CONFIG.split_once("\n\n").expect("a service").1.replace("library", &format!("library_{number}")))
        .collect();
    let bad =
        services.replace("module = \"library_19\"\nid = \"example#Library\"", "module = \"z\"\nid = \"example#No\"");
    let package = CONFIG.split_once("[[").expect("a service").0;
    write(&folder, "codegen.toml", &format!("{package}{bad}"));
    fails(&folder, &["codegen"], &["`example#No`"]);
    write(&folder, "codegen.toml", &format!("{package}{services}"));
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(0), "{message}");
    let client = read(&folder, "app/src/library_3/client.rs");
    write(&folder, "app/src/library_3/client.rs", &format!("{client}\n"));
    write(&folder, "codegen.toml", &format!("{package}{bad}"));
    assert_eq!(result(&whitesmith(&folder, &["codegen"])).0, Some(1));
    assert_eq!(read(&folder, "app/src/library_3/client.rs"), format!("{client}\n"));
    let files = fs::read_dir(folder.path().join("app/src/library_3")).expect("a module").flatten();
    let names: Vec<String> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    assert!(!names.iter().any(|name| name.contains("new")), "{names:?}");
}

#[test]
fn a_model_that_does_not_exist_is_shown_in_the_configuration() {
    let folder = project();
    write(&folder, "codegen.toml", &CONFIG.replace("[\"model\"]", "[\"modle\"]"));
    let help = "relative to the folder of the configuration";
    fails(&folder, &["codegen"], &["the model `modle` does not exist", "--> codegen.toml:7:10", help]);
    fails(&folder, &["validate", "modle"], &["`modle` cannot be read", "relative paths start in the current folder"]);
}

#[test]
fn a_folder_without_models_is_named() {
    let folder = project();
    fs::remove_file(folder.path().join("model/library.smithy")).expect("the model");
    let texts = ["no model in folder `model`", "model files end in `.smithy` or `.json`", "--> codegen.toml:7:10"];
    fails(&folder, &["codegen"], &texts);
    // A folder with the name of a model.
    fs::create_dir(folder.path().join("model/a.smithy")).expect("a folder");
    fails(&folder, &["codegen"], &texts);
}

#[test]
fn an_archive_that_cannot_be_read_is_shown_where_it_is_named() {
    let folder = project();
    write(&folder, "model.jar", "no archive");
    let texts = ["archive `model.jar` is not", "pass a folder with its `.smithy` and `.json` files"];
    fails(&folder, &["validate", "model.jar"], &texts);
    write(&folder, "codegen.toml", &CONFIG.replace("[\"model\"]", "[\"model.jar\"]"));
    fails(&folder, &["codegen"], &[texts[1], "--> codegen.toml:7:10"]);
    write(&folder, "smithy-build.json", r#"{"version": "1.0", "imports": ["model.jar"]}"#);
    fails(&folder, &["validate", "smithy-build.json"], &[texts[0], "--> smithy-build.json:1:32"]);
}

#[test]
fn a_folder_whose_name_cannot_be_that_of_a_crate_is_shown() {
    let folder = project();
    write(&folder, "codegen.toml", &CONFIG.replace("\"app\"", "\"gen\""));
    fails(&folder, &["codegen"], &["which is not a valid crate name", "keywords of Rust", "--> codegen.toml:1:11"]);
}

#[test]
fn ids_to_ignore_that_have_no_effect_are_warnings() {
    let folder = project();
    write(&folder, "codegen.toml", &format!("{CONFIG}accept = [\"ShapeIdConflict\", \"LengthTrai\"]\n"));
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(0), "{message}");
    for text in ["`LengthTrai`", "--> codegen.toml:8:30", "did you mean `LengthTrait`?"] {
        assert!(message.contains(text), "`{text}` is not in: {message}");
    }
    let separate =
        ["codegen", "--models", "model", "--out", "other", "--runtime", "path:rt", "--accept", "Targt,codegen"];
    let (code, message) = result(&whitesmith(&folder, &separate));
    assert_eq!(code, Some(0), "{message}");
    assert!(message.contains("the ID `Targt`") && message.contains("the ID `codegen` cannot be ignored"), "{message}");
}

#[test]
fn two_services_of_one_module_are_shown() {
    let folder = project();
    let (_, service) = CONFIG.split_once("\n\n").expect("a service");
    write(&folder, "codegen.toml", &format!("{CONFIG}\n{service}"));
    let help = "choose another name for one of them";
    fails(&folder, &["codegen"], &["--> codegen.toml:10:10", "codegen.toml:5:10", "first used here", help]);
}

#[test]
fn a_manifest_that_is_not_toml_is_kept() {
    let folder = project();
    for (text, problem) in
        [("[package\n", "it is not valid TOML"), ("[features]\nclient = 1\n[[lib]]\n[lib]\n", "TOML")]
    {
        write(&folder, "app/Cargo.toml", text);
        let help = "correct the manifest, or remove it to get a new one";
        fails(&folder, &["codegen"], &["`app/Cargo.toml`", problem, help]);
        assert_eq!(read(&folder, "app/Cargo.toml"), text);
        let (_, message) = result(&whitesmith(&folder, &["codegen"]));
        assert!(!message.contains("--> codegen.toml"), "the configuration is not the problem: {message}");
    }
}

#[test]
fn a_projection_that_removes_the_service_is_named() {
    let folder = project();
    let model = MODEL.replace("Library {}", "Library { operations: [Lend] }\noperation Lend {}");
    write(&folder, "model/library.smithy", &model);
    let transform = r#"{"name": "excludeShapesBySelector", "args": {"selector": "service"}}"#;
    let project = format!(
        r#"{{"version": "1.0", "sources": ["model"], "projections": {{"bare": {{"transforms": [{transform}]}}}}}}"#
    );
    write(&folder, "smithy-build.json", &project);
    let arguments = ["codegen", "--models", "smithy-build.json", "--projection", "bare", "--out", "app"];
    let place = "smithy-build.json:1:";
    let texts = ["The models have no service", "leaves no service: it removes `example#Library`", place];
    fails(&folder, &arguments, &texts);
    write(&folder, "smithy-build.json", &project.replace(r#""service""#, r#""operation""#));
    let (code, message) = result(&whitesmith(&folder, &[&arguments[..], &["--runtime", "path:rt"]].concat()));
    assert_eq!(code, Some(0), "{message}");
    assert!(message.contains("leaves the service `example#Library` without operations"), "{message}");
    assert!(message.contains(place), "{message}");
}

#[test]
fn diagnostics_of_missing_models_cannot_be_ignored() {
    let folder = project();
    write(&folder, "smithy-build.json", r#"{"version": "1.0", "sources": ["model"]}"#);
    let arguments = ["codegen", "--models", "smithy-build.json", "--projection", "none", "--out", "app"];
    let (_, message) = result(&whitesmith(&folder, &arguments));
    assert!(message.contains("unknown projection `none`") && !message.contains("--accept"), "{message}");
}

#[test]
fn files_that_import_each_other_are_shown() {
    let folder = project();
    write(&folder, "a.json", MODEL);
    write(&folder, "a/smithy-build.json", r#"{"version": "1.0", "sources": ["../b/smithy-build.json"]}"#);
    write(&folder, "b/smithy-build.json", r#"{"version": "1.0", "sources": ["../a/smithy-build.json"]}"#);
    let texts = ["imports itself, directly or through other files", "smithy-build.json:1:", "closes the cycle"];
    fails(&folder, &["validate", "a/smithy-build.json"], &texts);
}

#[test]
fn a_dependency_that_is_not_on_the_machine_names_the_command_that_gets_it() {
    let folder = project();
    let text = r#"{"version": "1.0", "sources": ["model"], "maven": {"dependencies": ["com.example:none:1.0.0"]}}"#;
    write(&folder, "smithy-build.json", text);
    let arguments = ["validate", "smithy-build.json"];
    let texts = ["`com.example:none:1.0.0` is not on the local machine", "`whitesmith fetch smithy-build.json`"];
    fails(&folder, &arguments, &texts);
}

#[test]
fn a_malformed_pom_is_named_with_its_line() {
    let folder = project();
    let text = r#"{"version": "1.0", "sources": ["model"], "maven": {"dependencies": ["com.example:a:1"],
        "repositories": [{"url": "file:m2"}]}}"#;
    write(&folder, "smithy-build.json", text);
    write(&folder, "m2/com/example/a/1/a-1.jar", "");
    write(&folder, "m2/com/example/a/1/a-1.pom", "<project>\n<dependencies>");
    let place = "a-1.pom` is malformed: line 2: the element `dependencies` is not closed";
    let texts = [place, "smithy-build.json:1:", "delete it, and run `whitesmith fetch smithy-build.json`"];
    fails(&folder, &["validate", "smithy-build.json"], &texts);
}

#[test]
fn only_projects_have_dependencies_to_fetch() {
    let folder = project();
    let texts = ["`model/library.smithy` is not a `smithy-build.json`", "help: pass the path of"];
    fails(&folder, &["fetch", "model/library.smithy"], &texts);
}

#[test]
fn properties_of_projects_that_have_no_effect_are_warnings() {
    let folder = project();
    let text = r#"{"version": "1.0", "maven": {"dependency": ["com.example:a:1"],
        "repositories": [{"url": "file:m2", "proxyHost": "localhost:1"}]}}"#;
    write(&folder, "smithy-build.json", text);
    let (code, message) = result(&whitesmith(&folder, &["fetch", "smithy-build.json"]));
    assert_eq!(code, Some(0), "{message}");
    assert!(message.contains("warning[SmithyBuild]: unknown property `dependency`"), "{message}");
    assert!(message.contains("warning[SmithyBuild]: `proxyHost` is ignored"), "{message}");
    write(&folder, "smithy-build.json", r#"{"version": "1.0", "import": ["model"], "sources": ["models"]}"#);
    fails(&folder, &["validate", "smithy-build.json"], &["`models`", "unknown property `import`"]);
}

#[test]
fn a_file_with_a_syntax_error_has_no_other_error() {
    let folder = project();
    write(&folder, "short.json", "{\"shapes\": {");
    write(&folder, "other.json", "{}");
    let (_, message) = result(&whitesmith(&folder, &["validate", "short.json", "other.json"]));
    assert!(message.contains("Error parsing JSON") && !message.contains("`short.json` is not"), "{message}");
    assert!(message.contains("warning[Model]: `other.json` is not a Smithy model"), "{message}");
}

#[test]
fn an_unknown_diagnostic_has_the_nearest_one_and_the_command_that_lists_all() {
    let folder = project();
    let explain = |id: &str| result(&whitesmith(&folder, &["explain", id]));
    let (code, message) = explain("Targte");
    assert_eq!(code, Some(2), "{message}");
    for text in ["unknown diagnostic `Targte`", "did you mean `Target`?", "lists all IDs"] {
        assert!(message.contains(text), "{message}");
    }
    let (_, message) = explain("Zzzzzz");
    assert!(message.contains("unknown diagnostic `Zzzzzz`\nhelp: `whitesmith explain` lists"), "{message}");
}

#[test]
fn variables_choose_whether_there_are_colors() {
    let folder = project();
    let has_colors = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_whitesmith"));
        command.current_dir(&folder).args(["validate", "none.smithy"]).env_clear().envs(variables.iter().copied());
        text(&command.output().expect("it runs").stderr).contains("\u{1b}[")
    };
    assert!(!has_colors(&[]), "standard error is not a terminal");
    assert!(has_colors(&[("CLICOLOR_FORCE", "1")]));
    assert!(!has_colors(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn archives_that_cannot_be_read_are_named() {
    let folder = project();
    for (name, bytes) in [("bad.jar", &b"no archive"[..]), ("short.zip", b"PK\x03\x04\x14\0\0\0"), ("empty.jar", b"")] {
        fs::write(folder.path().join(name), bytes).expect("writable");
        let texts = [&format!("archive `{name}` is not a readable JAR or ZIP file"), "get the archive again"];
        fails(&folder, &["codegen", "--models", name, "--out", "app", "--runtime", "0.1"], &texts);
    }
}

#[test]
fn a_file_in_place_of_a_folder_is_named() {
    let folder = project();
    write(&folder, "app", "a file");
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(1), "{message}");
    assert!(message.contains("cannot create `app`") && message.contains("move what is in the way"), "{message}");
    assert_eq!(read(&folder, "app"), "a file");
}

#[test]
fn windows_line_ends_generate_the_same_code() {
    let folder = project();
    assert_eq!(result(&whitesmith(&folder, &["codegen"])).0, Some(0));
    write(&folder, "model/library.smithy", &MODEL.replace('\n', "\r\n"));
    write(&folder, "codegen.toml", &CONFIG.replace('\n', "\r\n"));
    let (code, message) = result(&whitesmith(&folder, &["codegen", "--check"]));
    assert_eq!(code, Some(0), "{message}");
}

#[cfg(unix)]
#[test]
fn loops_of_symbolic_links_are_named() {
    let folder = project();
    std::os::unix::fs::symlink("../model", folder.path().join("model/again")).expect("a link");
    fails(&folder, &["codegen"], &["is a link to", "model/again"]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_utf_8_are_read() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = project();
    let model = folder.path().join("model");
    fs::rename(model.join("library.smithy"), model.join(std::ffi::OsStr::from_bytes(b"\xff.smithy"))).expect("a name");
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(0), "{message}");
}

/// Runs the command so that no file may exceed a block, as on a full disk.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_no_new_folders() {
    let folder = project();
    let mut limited = Command::new("sh");
    limited.args(["-c", r#"trap "" XFSZ; ulimit -f 1; exec "$0" "$@""#, env!("CARGO_BIN_EXE_whitesmith"), "codegen"]);
    let output = limited.current_dir(folder.path()).output().expect("it starts");
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.contains("cannot write") && message.contains("nothing was changed"), "{message}");
    assert!(!Path::new(&folder.path().join("app")).exists(), "{message}");
}

#[test]
fn a_diagnostic_of_a_model_that_services_share_is_printed_once() {
    let folder = project();
    let other = CONFIG.split_once("\n\n").expect("a service").1.replace("\"library\"", "\"other\"");
    write(&folder, "codegen.toml", &format!("{CONFIG}{other}{}", other.replace("other", "third")));
    write(&folder, "model/library.smithy", &format!("{MODEL}@length(min: 3, max: 1)\nstring Name\n"));
    for format in ["human", "json"] {
        let output = whitesmith(&folder, &["codegen", "--format", format]);
        let printed = text(&output.stdout) + &text(&output.stderr);
        assert_eq!(printed.matches("library.smithy").count(), 1, "{printed}");
    }
    // Two services that have the same error of their own are both named.
    write(&folder, "model/library.smithy", MODEL);
    let config = format!("{CONFIG}{other}").replace("example#Library", "example#No");
    write(&folder, "codegen.toml", &config);
    let (_, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(message.matches("codegen.toml:").count(), 2, "{message}");
}

#[test]
fn what_one_service_accepts_is_an_error_of_the_others() {
    let folder = project();
    let other = CONFIG.split_once("\n\n").expect("a service").1.replace("\"library\"", "\"other\"");
    let third = other.replace("other", "third");
    let accept = "accept = [\"Model.UnresolvedTrait\"]\n";
    write(&folder, "codegen.toml", &format!("{CONFIG}{accept}{other}{accept}{third}{accept}"));
    write(&folder, "model/library.smithy", &format!("{MODEL}@example.other#unknown\nstring Name\n"));
    assert_eq!(result(&whitesmith(&folder, &["codegen"])).0, Some(0));
    let old = read(&folder, "app/src/other/client.rs");
    write(&folder, "codegen.toml", &format!("{CONFIG}{accept}{other}{third}"));
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(1), "{message}");
    assert_eq!(message.matches("`example.other#unknown`").count(), 1, "{message}");
    assert!(message.contains("nothing was written"), "{message}");
    assert_eq!(read(&folder, "app/src/other/client.rs"), old);
}

#[test]
fn a_configured_name_of_a_member_is_one_of_its_kind() {
    let folder = project();
    let shapes = "operation Op { input := { choice: Choice, some: String } }\nunion Choice { text: String }\n";
    write(&folder, "model/library.smithy", &format!("{}{shapes}", MODEL.replace("{}", "{ operations: [Op] }")));
    let with = |renames: &str| write(&folder, "codegen.toml", &format!("rename = {{ {renames} }}\n{CONFIG}"));
    with("\"example#Choice$text\" = \"words\"");
    fails(&folder, &["codegen"], &["`words` is not the name of a variant", "write `Words`"]);
    with("\"example#OpInput$some\" = \"anyText\"");
    fails(&folder, &["codegen"], &["`anyText` is not the name of a field", "write `any_text`"]);
    for (name, right) in [("Foo_bar", "FooBar"), ("Foo_1", "Foo1"), ("Foo__1", "Foo1")] {
        with(&format!("\"example#Choice$text\" = \"{name}\""));
        let text = format!("`{name}` is not the name of a variant");
        fails(&folder, &["codegen"], &[&text, &format!("write `{right}`")]);
    }
    with("\"example#OpInput$some\" = \"foo__bar\"");
    fails(&folder, &["codegen"], &["`foo__bar` is not the name of a field", "write `foo_bar`"]);
    with("\"example#Choice$text\" = \"X86_64\", \"example#OpInput$some\" = \"__text_1\"");
    let (code, message) = result(&whitesmith(&folder, &["codegen", "--check"]));
    assert!(code == Some(1) && !message.contains("is not the name"), "{message}");
    with("\"example#Choice$text\" = \"Words\", \"example#OpInput$some\" = \"any_text\"");
    let (code, message) = result(&whitesmith(&folder, &["codegen"]));
    assert_eq!(code, Some(0), "{message}");
}

#[test]
fn stale_files_are_objects_in_json() {
    let folder = project();
    let output = whitesmith(&folder, &["codegen", "--check", "--format", "json"]);
    let stdout = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{stdout}");
    assert!(stdout.lines().count() > 1);
    for line in stdout.lines() {
        let is_object =
            line.starts_with('{') && line.contains("\"id\":\"codegen.Stale\"") && line.contains("\"diff\":\"");
        assert!(is_object && !line.contains("\"file\":null"), "{line}");
    }
    write(&folder, "model/wide.smithy", "$version:   \"2\"\nnamespace a\n");
    let output = whitesmith(&folder, &["fmt", "--check", "--format", "json", "model/wide.smithy"]);
    let stdout = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{stdout}");
    assert!(stdout.starts_with('{') && stdout.contains("wide.smithy") && stdout.lines().count() == 1, "{stdout}");
}

#[test]
fn models_of_the_configuration_are_validated_and_formatted_by_default() {
    let folder = project();
    let (code, message) = result(&whitesmith(&folder, &["validate"]));
    assert!(code == Some(0) && message.contains("1 file: 0 errors"), "{message}");
    write(&folder, "model/library.smithy", &format!("{MODEL}\n\n\n"));
    let (code, message) = result(&whitesmith(&folder, &["fmt", "--check"]));
    assert_eq!(code, Some(1), "{message}");
    write(&folder, "model/library.smithy", "$version: \"2\"\nnamespace a\n@sparse structure S {}\n");
    let (_, message) = result(&whitesmith(&folder, &["validate"]));
    assert!(message.contains("other rules were not run because of errors"), "{message}");
    let empty = tempfile::tempdir().expect("a folder");
    assert_eq!(whitesmith(&empty, &["validate"]).status.code(), Some(2));
}

#[test]
fn the_names_of_a_crate_and_of_a_service_are_arguments() {
    let folder = project();
    let standalone = ["codegen", "--models", "model", "--out", "out", "--runtime", "path:rt"];
    let with = |more: &[&str]| result(&whitesmith(&folder, &[&standalone[..], more].concat()));
    assert_eq!(with(&["--crate", "9-a"]).0, Some(2));
    assert_eq!(with(&["--service", "Nothing"]).0, Some(2));
    let (code, message) = with(&["--service", "Library"]);
    assert_eq!(code, Some(0), "{message}");
}
