//! `cargo xtask bench`: the figures we promise, as ratios measured in one run.
//!
//! Machines are shared and noisy. So each figure stands beside what it is compared with, taken in the same run; where valgrind
//! is installed, codecs are compared in instructions, which no neighbour changes.

mod crates;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use whitesmith::cli::{Format, Reporter, Standalone, standalone};

use crate::workspace;

/// Something that is measured.
struct Part {
    /// What picks it on the command line.
    name: &'static str,
    /// The programs of `tests` that it runs.
    programs: &'static [&'static str],
    /// Measures, and prints rows.
    measure: fn() -> Result<(), String>,
}

/// What is measured, by the name that picks it.
const PARTS: &[Part] = &[
    Part { name: "generation", programs: &[], measure: generation },
    Part { name: "codecs", programs: &["codecs"], measure: codecs },
    Part { name: "formats", programs: &["codecs"], measure: formats },
    Part { name: "routing", programs: &["codecs"], measure: routing },
    Part { name: "validators", programs: &["validators"], measure: || example("validators", &[]) },
    Part { name: "server", programs: &["server_load"], measure: || example("server_load", &[]) },
    Part { name: "front-end", programs: &["front_end"], measure: front_end },
    Part { name: "crates", programs: &[], measure: crates::figures },
];

/// Runs all benchmarks, or those whose name contains this. A debug build runs a release build of itself.
pub(crate) fn run(only: Option<&str>) -> ExitCode {
    let parts = || PARTS.iter().filter(|part| only.is_none_or(|only| part.name.contains(only)));
    if parts().count() == 0 {
        let names: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        eprintln!("nothing that is measured is called that; there are: {}", names.join(", "));
        return ExitCode::from(2);
    }
    if cfg!(debug_assertions) {
        let again = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--release", "--package", "xtask", "--", "bench"])
            .args(only)
            .current_dir(workspace::root())
            .status();
        return if again.is_ok_and(|status| status.success()) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    println!("{:<40} {:>13} {:>13} {:>8}", "figure", "ours", "compared with", "ratio");
    let built = build(parts().flat_map(|part| part.programs));
    match built.and_then(|()| parts().try_for_each(|part| (part.measure)())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Loading and validating, the official models among them where they are.
fn front_end() -> Result<(), String> {
    let models = workspace::shared().map(|shared| shared.join("models")).filter(|folder| folder.is_dir());
    let models: Vec<String> = models.iter().map(|folder| folder.display().to_string()).collect();
    example("front_end", &models.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Generating the three services, and the official models where they are: against parsing the same bytes as JSON values.
fn generation() -> Result<(), String> {
    let mut folders = vec![("generate our three services", workspace::root().join("models"))];
    folders.extend(workspace::shared().map(|shared| ("generate official JSON models", shared.join("models"))));
    for (name, folder) in folders.into_iter().filter(|(_, folder)| folder.is_dir()) {
        let (mut ours, mut theirs, mut bytes, mut lines) = (0.0, 0.0, 0, 0);
        for path in models(&folder)? {
            let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let start = Instant::now();
            let request = Standalone {
                models: &[path],
                out: Path::new("bench"),
                service: None,
                operations: None,
                crate_name: None,
                runtime: None,
                // CloudWatch's, where two errors share a code.
                accept: &["QueryErrorCode".to_owned()],
            };
            let mut reporter = Reporter::new(Format::Silent);
            let Some(files) = standalone(&request, &mut reporter) else { continue };
            ours += start.elapsed().as_secs_f64();
            lines += files.iter().map(|file| file.text.lines().count()).sum::<usize>();
            let start = Instant::now();
            serde_json::from_str::<serde_json::Value>(&text).map_err(|error| error.to_string())?;
            theirs += start.elapsed().as_secs_f64();
            bytes += text.len();
        }
        println!("{name:<40} {:>10.1} ms {:>10.1} ms {:>8.2}", ours * 1e3, theirs * 1e3, ours / theirs);
        println!("  {:.1} MB, {lines} lines, {:.0} ms a MB", bytes as f64 / 1e6, ours * 1e9 / bytes as f64);
    }
    Ok(())
}

fn models(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    paths.sort();
    Ok(paths)
}

/// Builds all programs in one go.
fn build<'p>(programs: impl Iterator<Item = &'p &'static str>) -> Result<(), String> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--quiet", "--release", "--package", "tests"]).current_dir(workspace::root());
    for program in programs {
        command.args(["--example", program]);
    }
    if !command.get_args().any(|argument| argument == "--example") {
        return Ok(());
    }
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command:?}: {status}")),
        Err(error) => Err(format!("{command:?} does not start: {error}")),
    }
}

fn program(example: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace::root().join("target"), PathBuf::from);
    target.join("release/examples").join(example)
}

/// Runs an example that prints rows itself.
fn example(name: &str, arguments: &[&str]) -> Result<(), String> {
    match Command::new(program(name)).args(arguments).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name}: {status}")),
        Err(error) => Err(format!("{name} does not start: {error}")),
    }
}

/// Reading and writing against serde's derive on structs written by hand.
fn codecs() -> Result<(), String> {
    for (document, name) in [("history", "1,000-event history"), ("steps", "25-step list")] {
        for way in ["read", "write"] {
            let case = |who: &str| format!("{document}-{way}-{who}");
            compare(&format!("{way} a {name}"), &case("whitesmith"), &case("serde"))?;
        }
    }
    Ok(())
}

/// The other formats: CBOR against our own JSON of the same values, XML against `quick-xml` with serde's derive.
fn formats() -> Result<(), String> {
    for (document, name) in [("history", "1,000-event history"), ("steps", "25-step list")] {
        for way in ["read", "write"] {
            let case = |who: &str| format!("{document}-{way}-{who}");
            compare(&format!("{way} a {name} in CBOR"), &case("cbor"), &case("whitesmith"))?;
        }
    }
    compare("read a 25-step list in XML", "steps-read-xml", "steps-read-xml-serde")
}

/// Finding the operation of 1,000 requests: a service of 200 against one of 2.
fn routing() -> Result<(), String> {
    for way in ["path", "target", "rpc"] {
        compare(&format!("route 200 operations by {way}"), &format!("route-{way}-200"), &format!("route-{way}-2"))?;
    }
    Ok(())
}

/// Prints a row of two cases of the example `codecs`.
fn compare(row: &str, ours: &str, theirs: &str) -> Result<(), String> {
    let has_valgrind = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status().is_ok();
    let cost = |case: &str| if has_valgrind { instructions(case) } else { seconds(case) };
    let (ours, theirs) = (cost(ours)?, cost(theirs)?);
    let unit = if has_valgrind { "kI" } else { "µs" };
    println!("{row:<40} {:>10.0} {unit} {:>10.0} {unit} {:>8.2}", ours / 1e3, theirs / 1e3, ours / theirs);
    Ok(())
}

/// Instructions of one run of a case: the difference between two and one.
fn instructions(case: &str) -> Result<f64, String> {
    let count = |times: &str| {
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(program("codecs"))
            .args([case, times])
            .output()
            .map_err(|error| format!("valgrind does not start: {error}"))?;
        let text = String::from_utf8_lossy(&output.stderr);
        let collected = text.lines().find_map(|line| line.split_once("Collected : ")).map(|(_, count)| count.trim());
        collected.and_then(|count| count.parse::<f64>().ok()).ok_or(format!("valgrind counted nothing:\n{text}"))
    };
    Ok(count("2")? - count("1")?)
}

/// Nanoseconds of one run of a case: the fastest of several, start-up taken off.
fn seconds(case: &str) -> Result<f64, String> {
    const TIMES: u32 = 500;
    let time = |times: u32| -> Result<f64, String> {
        let start = Instant::now();
        example("codecs", &[case, &times.to_string()])?;
        Ok(start.elapsed().as_secs_f64())
    };
    let mut best = f64::INFINITY;
    for _ in 0..5 {
        best = best.min(time(TIMES)? - time(0)?);
    }
    Ok(best * 1e9 / f64::from(TIMES))
}
