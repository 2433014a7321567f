//! Cost of loading models. The argument is a folder of JSON models; without it, only rows that do not need them are
//! printed.
//!
//! Loads and validates each model on two threads, against parsing the same bytes as JSON values on one thread; and
//! loads a long IDL file, as an editor does for each key press, against the time limit for that.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::syntax::idl::fmt::format;

/// Time limit for editors.
const KEY_PRESS: f64 = 0.030;
/// Memory limit, as a multiple of the input.
const MEMORY: f64 = 6.0;

fn main() {
    if let Some(folder) = std::env::args().nth(1) {
        official(Path::new(&folder));
    }
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

fn official(folder: &Path) {
    let entries = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let mut paths: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    // Largest first, so that threads finish at about the same time.
    paths.sort_by_key(|path| std::cmp::Reverse(fs::metadata(path).map_or(0, |data| data.len())));
    let texts: Vec<String> = paths.iter().map(|path| fs::read_to_string(path).expect("a model")).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let before = peak();
    let ours = fastest(3, || {
        let next = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| {
                    while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let mut sources = SourceMap::default();
                        sources.add("model.json", text.clone());
                        black_box(pipeline::model(&sources));
                    }
                });
            }
        });
    });
    let memory = peak().saturating_sub(before) + bytes;
    let theirs = fastest(3, || {
        for text in &texts {
            black_box(serde_json::from_slice::<serde_json::Value>(text.as_bytes()).expect("JSON"));
        }
    });
    row("validate official models, two threads", ours, theirs);
    let megabytes = |bytes: f64| bytes / 1e6;
    let (memory, input) = (memory as f64, bytes as f64);
    println!(
        "{:<40} {:>10.1} MB {:>10.1} MB {:>8.2}",
        "peak memory of that (limit)",
        megabytes(memory),
        megabytes(input * MEMORY),
        memory / input / MEMORY
    );
}

/// Peak memory of this process in bytes.
fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<usize>().ok()).unwrap_or(0) * 1024
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

    colour: Colour
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
         @range(min: 1, max: 100)\ninteger Limit\n\nenum Colour {{\n    RED\n    GREEN\n}}\n\n\
         @error(\"client\")\n@httpError(404)\nstructure NotFound {{\n    message: String\n}}\n"
    );
    text
}
