//! What reading models costs; prints rows of figures. The argument is a folder of JSON models; without one, only the rows that
//! need none are printed.
//!
//! All models, each by itself, are loaded and validated on two threads, against parsing the same bytes as JSON values on one;
//! and a long file of IDL, as an editor would on each key press, against the time that may take.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use whitesmith::pipeline;
use whitesmith::source::SourceMap;
use whitesmith::syntax::idl::fmt::format;

/// The time in which an editor wants its answer.
const KEY_PRESS: f64 = 0.030;
/// The memory that may be taken, as a multiple of the input.
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
    // The largest first, so that no thread is left with one of them at the end.
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

/// The most memory that this process has taken, in bytes.
fn peak() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<usize>().ok()).unwrap_or(0) * 1024
}

/// About 5,000 lines that are like those that people write: operations with inputs and outputs, errors, constrained strings.
fn long_file() -> String {
    let mut text = String::from("$version: \"2.0\"\n\nnamespace example.long\n\nuse aws.protocols#restJson1\n");
    let mut operations = String::new();
    for number in 0..125 {
        // Writing to a String cannot fail.
        let _ = writeln!(operations, "        GetThing{number}");
        let _ = write!(
            text,
            r#"
/// Gets thing number {number}, with all that belongs to it.
@readonly
@http(method: "GET", uri: "/things{number}/{{id}}")
operation GetThing{number} {{
    input := {{
        /// Which one.
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

/// Names a thing.
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
