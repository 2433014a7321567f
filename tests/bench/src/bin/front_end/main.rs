//! Cost of loading models.
//!
//! `front_end load DIR` loads and validates each JSON model of a folder, `front_end parse DIR` parses the same files as
//! JSON values. Without arguments, loads a long IDL file, as an editor does for each key press, and prints the time
//! against the limit for that.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::syntax::idl::fmt::format;

/// Time limit for editors.
const KEY_PRESS: f64 = 0.030;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] => key_presses(),
        ["load", folder] => each(folder, load),
        ["parse", folder] => each(folder, parse),
        _ => return ExitCode::from(2),
    }
    ExitCode::SUCCESS
}

fn key_presses() {
    let text = long_file();
    let seconds = fastest(20, || check(&text));
    row("validate 5,000 lines of IDL (limit)", seconds, KEY_PRESS);
    let mut sources = SourceMap::default();
    let source = sources.add("long.smithy", text.clone());
    let seconds = fastest(20, || {
        black_box(format(source, black_box(&text)).expect("well-formed"));
    });
    row("format 5,000 lines of IDL (limit)", seconds, KEY_PRESS);
}

fn row(name: &str, ours: f64, theirs: f64) {
    println!("{name:<40} {:>10.1} ms {:>10.1} ms {:>8.2}", ours * 1e3, theirs * 1e3, ours / theirs);
}

fn fastest(times: usize, run: impl Fn()) -> f64 {
    let one = |_| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    };
    (0..times).map(one).fold(f64::INFINITY, f64::min)
}

fn check(text: &str) {
    let mut sources = SourceMap::default();
    sources.add("long.smithy", text.to_owned());
    let (model, diagnostics) = pipeline::model(&sources);
    assert!(model.is_some(), "{diagnostics:#?}");
    black_box(&model);
}

/// Reads each JSON model of a folder, one after the other.
fn each(folder: &str, read: fn(String)) {
    let paths = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    for path in paths.filter(|path| path.extension().is_some_and(|end| end == "json")) {
        read(fs::read_to_string(path).expect("a model"));
    }
}

fn load(text: String) {
    let mut sources = SourceMap::default();
    sources.add("model.json", text);
    black_box(pipeline::model(&sources));
}

fn parse(text: String) {
    let bytes = text.into_bytes();
    black_box(serde_json::from_slice::<serde_json::Value>(&bytes).expect("JSON"));
}

/// About 5,000 lines of typical IDL: operations with inputs and outputs, errors, constrained strings.
fn long_file() -> String {
    let mut text = String::from("$version: \"2.0\"\n\nnamespace example.long\n\nuse aws.protocols#restJson1\n");
    let mut operations = String::new();
    for number in 0..125 {
        // Writing to a String cannot fail.
        let _ = writeln!(operations, "        GetThing{number}");
        let _ = write!(
            text,
            r#"
/// Returns thing number {number}.
@readonly
@http(method: "GET", uri: "/things{number}/{{id}}")
operation GetThing{number} {{
    input := {{
        /// Identifier.
        @required
        @httpLabel
        id: ThingId{number}

        @httpQuery("limit")
        limit: Limit
    }}

    output := {{
        @required
        thing: Thing{number}

        more: ThingList{number}
    }}

    errors: [
        NotFound
    ]
}}

/// Name of a thing.
@length(min: 1, max: 64)
@pattern("^thing-[a-z0-9]+$")
string ThingId{number}

/// A thing.
structure Thing{number} {{
    @required
    id: ThingId{number}

    color: Color
}}

list ThingList{number} {{
    member: Thing{number}
}}
"#
        );
    }
    let _ = write!(
        text,
        "\n@restJson1\nservice Things {{\n    version: \"1\"\n    operations: [\n{operations}    ]\n}}\n\n\
         @range(min: 1, max: 100)\ninteger Limit\n\nenum Color {{\n    RED\n    GREEN\n}}\n\n\
         @error(\"client\")\n@httpError(404)\nstructure NotFound {{\n    message: String\n}}\n"
    );
    text
}
