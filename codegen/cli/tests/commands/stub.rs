//! `whitesmith codegen --stub`, and settings of a service on the command line.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_whitesmith");

const MODEL: &str = r#"$version: "2"
namespace acme
@aws.protocols#restJson1
service Library {
    version: "1"
    operations: [Lend]
}
@http(method: "POST", uri: "/lend")
operation Lend {
    input := {
        @required
        title: String
    }
    errors: [Invalid]
}
@error("client")
structure Invalid {
    message: String
}
"#;

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder).arg("codegen").args(arguments).stdin(Stdio::null());
    command.output().expect("it starts")
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("library.smithy"), MODEL).expect("writable");
    folder
}

const STANDALONE: [&str; 6] = ["--models", "library.smithy", "--out", "library-api", "--runtime", "0.1"];

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_stub_is_written_once_and_imports_the_generated_crate() {
    let folder = folder();
    let arguments = [&STANDALONE[..], &["--stub", "server/src"]].concat();
    let output = run(folder.path(), &arguments);
    assert!(output.status.success(), "{}", stderr(&output));
    let path = folder.path().join("server/src/library_api.rs");
    let text = fs::read_to_string(&path).expect("written");
    assert!(text.contains("use library_api::{errors, server, types};"), "{text}");
    assert!(text.contains("use library_api::runtime::server::{RequestContext, Service};"), "{text}");
    assert!(text.contains("async fn lend("), "{text}");
    fs::write(&path, "// mine").expect("writable");
    let output = run(folder.path(), &arguments);
    assert!(
        output.status.success() && stderr(&output).contains("not changed, because it exists"),
        "{}",
        stderr(&output)
    );
    assert_eq!(fs::read_to_string(&path).expect("kept"), "// mine");
}

#[test]
fn services_of_a_configuration_have_a_stub_each() {
    let folder = folder();
    let config = "package = \"api\"\nruntime = \"0.1\"\n[[service]]\nmodule = \"library\"\nid = \"acme#Library\"\n\
                  models = [\"library.smithy\"]\n";
    fs::write(folder.path().join("codegen.toml"), config).expect("writable");
    let output = run(folder.path(), &["--stub", "server"]);
    assert!(output.status.success(), "{}", stderr(&output));
    let text = fs::read_to_string(folder.path().join("server/library.rs")).expect("written");
    assert!(text.contains("use api::library::{errors, server, types};"), "{text}");
}

#[test]
fn a_stub_is_not_written_into_generated_code() {
    let folder = folder();
    let output = run(folder.path(), &[&STANDALONE[..], &["--stub", "library-api/src"]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("`library-api/src` is in the folder of generated code"), "{}", stderr(&output));
    assert!(!folder.path().join("library-api").exists());
}

#[test]
fn settings_of_a_service_can_be_set_on_the_command_line() {
    let folder = folder();
    let settings = ["--name", "Books", "--nullability", "client-careful", "--validation-error", "acme#Invalid"];
    let output = run(folder.path(), &[&STANDALONE[..], &settings].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    let read = |file: &str| fs::read_to_string(folder.path().join("library-api/src").join(file)).expect("written");
    assert!(read("server.rs").contains("pub trait Books"), "{}", read("server.rs"));
    assert!(read("types.rs").contains("pub title: Option<String>"), "{}", read("types.rs"));
    assert!(read("schema.rs").contains(".validation_error(&INVALID)"), "{}", read("schema.rs"));
}

#[test]
fn invalid_settings_are_refused() {
    let folder = folder();
    let output = run(folder.path(), &[&STANDALONE[..], &["--name", "books"]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("starting with a capital letter"), "{}", stderr(&output));
    let output = run(folder.path(), &[&STANDALONE[..], &["--validation-error", "acme#Invalide"]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("acme#Invalide"), "{}", stderr(&output));
    for (from, to, text) in [
        ("errors: [Invalid]", "", "is not an error of the operations"),
        ("message: String", "text: String", "has no member `message`"),
    ] {
        fs::write(folder.path().join("library.smithy"), MODEL.replace(from, to)).expect("writable");
        let output = run(folder.path(), &[&STANDALONE[..], &["--validation-error", "acme#Invalid"]].concat());
        assert!(output.status.code() == Some(1) && stderr(&output).contains(text), "{}", stderr(&output));
    }
}

#[test]
fn imports_of_a_stub_are_in_the_order_of_rustfmt() {
    for (module, first) in [("xml", "runtime"), ("aa", "aa")] {
        let folder = folder();
        let service =
            format!("[[service]]\nmodule = \"{module}\"\nid = \"acme#Library\"\nmodels = [\"library.smithy\"]\n");
        fs::write(folder.path().join("codegen.toml"), format!("package = \"api\"\nruntime = \"0.1\"\n{service}"))
            .expect("writable");
        let output = run(folder.path(), &["--stub", "server"]);
        assert!(output.status.success(), "{}", stderr(&output));
        let text = fs::read_to_string(folder.path().join(format!("server/{module}.rs"))).expect("written");
        let line = text.lines().find(|line| line.starts_with("use ")).unwrap_or_default();
        assert!(line.starts_with(&format!("use api::{first}::")), "{text}");
    }
}

#[test]
fn generated_code_allows_the_lints_that_names_and_types_of_a_model_cause() {
    let folder = folder();
    let members =
        "@required\n        new: String\n        clone: String\n        len: Integer\n        shelves: Shelves";
    let model = MODEL.replace("@required\n        title: String", members)
        + "map Shelves { key: String, value: Rows }\n@sparse\nmap Rows { key: String, value: Books }\n\
           @sparse\nlist Books { member: String }\n";
    fs::write(folder.path().join("library.smithy"), model).expect("writable");
    let output = run(folder.path(), &[&STANDALONE[..], &["--style", "aws-sdk"]].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    let text = fs::read_to_string(folder.path().join("library-api/src/lib.rs")).expect("written");
    for lint in ["type_complexity", "len_without_is_empty", "new_ret_no_self", "should_implement_trait"] {
        assert!(text.contains(&format!("clippy::{lint}")), "{lint} in {text}");
    }
}

#[test]
fn generated_code_is_recognized_by_any_of_its_paths() {
    let folder = folder();
    let absolute = folder.path().join("library-api/src").display().to_string();
    for stub in ["./library-api/src", "x/../library-api/src", "library-api/src/server", &absolute] {
        let output = run(folder.path(), &[&STANDALONE[..], &["--stub", stub]].concat());
        assert_eq!(output.status.code(), Some(2), "{stub}");
        assert!(stderr(&output).contains("is in the folder of generated code"), "{}", stderr(&output));
    }
}

#[test]
fn a_stub_that_cannot_be_written_leaves_nothing() {
    let folder = folder();
    fs::write(folder.path().join("server"), "a file").expect("writable");
    let output = run(folder.path(), &[&STANDALONE[..], &["--stub", "server"]].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(!folder.path().join("library-api").exists(), "{}", stderr(&output));
}

#[test]
fn the_name_of_a_crate_is_that_of_its_folder() {
    let folder = folder();
    let here = folder.path().join("library-crate");
    fs::create_dir_all(here.join("below")).expect("writable");
    for (from, out) in [(here.clone(), "."), (here.join("below"), ".."), (here.join("below"), "../below/..")] {
        let model = folder.path().join("library.smithy").display().to_string();
        let output = run(&from, &["--models", &model, "--out", out, "--runtime", "0.1"]);
        assert!(output.status.success(), "{}", stderr(&output));
        let manifest = fs::read_to_string(here.join("Cargo.toml")).expect("written");
        assert!(manifest.contains("name = \"library-crate\""), "{out}: {manifest}");
        fs::remove_file(here.join("Cargo.toml")).expect("written");
    }
}
