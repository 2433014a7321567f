//! `cargo xtask bench`: benchmarks, as ratios between two programs measured in one run.
//!
//! Times on shared machines vary too much to compare runs. If valgrind is installed, codecs are compared by
//! instructions and allocations instead, and requests by both. Signed calls have no peer: they are only counted, and
//! skipped without valgrind.

mod callgrind;
mod crates;
mod database;
mod growth;
mod peers;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use whitesmith::cli::{Choices, Format, Membership, Reporter, Standalone, standalone};

use callgrind::{Counts, counts};

use crate::error::{self, TaskError};
use crate::test::is_installed;
use crate::{models_check, workspace};

/// A group of figures.
struct Group {
    /// Name on the command line.
    name: &'static str,
    /// Programs of the package `bench` that it runs.
    programs: &'static [&'static str],
    /// Measures and prints rows.
    measure: fn() -> Result<(), TaskError>,
}

const GROUPS: &[Group] = &[
    Group { name: "generation", programs: &[], measure: generation },
    Group { name: "codecs", programs: &["codecs"], measure: codecs },
    Group { name: "formats", programs: &["codecs"], measure: formats },
    Group { name: "peers", programs: &["codecs"], measure: peers::codecs },
    Group { name: "calls", programs: &[], measure: peers::calls },
    Group { name: "routing", programs: &["codecs"], measure: routing },
    Group { name: "validators", programs: &["validators"], measure: || run_program("validators", &[]) },
    Group { name: "server", programs: &["server_load"], measure: server },
    Group { name: "signed", programs: &[], measure: signed },
    Group { name: "database", programs: &[], measure: database::writes },
    Group { name: "front-end", programs: &["front_end"], measure: front_end },
    Group { name: "growth", programs: &["growth"], measure: growth::figures },
    Group { name: "crates", programs: &[], measure: crates::figures },
];

/// Runs all groups, or those whose name contains `only`. A debug build runs a release build of itself.
pub(crate) fn run(only: Option<&str>) -> ExitCode {
    let groups = || GROUPS.iter().filter(|group| only.is_none_or(|only| group.name.contains(only)));
    if groups().count() == 0 {
        let names: Vec<&str> = GROUPS.iter().map(|group| group.name).collect();
        say_error!("no group matches; the groups are: {}", names.join(", "));
        return ExitCode::from(2);
    }
    if cfg!(debug_assertions) {
        let status = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--release", "--package", "xtask", "--", "bench"])
            .args(only)
            .current_dir(workspace::root())
            .status();
        return if status.is_ok_and(|status| status.success()) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    say!("{:<40} {:>13} {:>13} {:>8}", "figure", "whitesmith", "reference", "ratio");
    let built = build(groups().flat_map(|group| group.programs));
    error::exit_code(built.and_then(|()| groups().try_for_each(|group| (group.measure)())))
}

/// Loading and validating models, including official ones if present.
fn front_end() -> Result<(), TaskError> {
    let models = workspace::shared().map(|shared| shared.join("models")).filter(|folder| folder.is_dir());
    let models: Vec<String> = models.iter().map(|folder| folder.display().to_string()).collect();
    run_program("front_end", &models.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Generating code for our models, and for the official ones if present, against parsing the same bytes as JSON values.
fn generation() -> Result<(), TaskError> {
    let mut folders = vec![("generate our three services", workspace::root().join("models"))];
    folders.extend(workspace::shared().map(|shared| ("generate official JSON models", shared.join("models"))));
    for (name, folder) in folders.into_iter().filter(|(_, folder)| folder.is_dir()) {
        let (mut ours, mut theirs, mut bytes, mut lines) = (0.0, 0.0, 0, 0);
        for (_, path) in models_check::models(&folder)? {
            let text = std::fs::read_to_string(&path).map_err(TaskError::file(&path))?;
            let start = Instant::now();
            let request = Standalone {
                constraints: whitesmith_codegen::config::Constraints::default(),
                choices: Choices::default(),
                membership: &Membership::Apart,
                models: std::slice::from_ref(&path),
                projection: None,
                out: Path::new("bench"),
                service: None,
                operations: None,
                crate_name: None,
                runtime: &workspace::runtime(),
                // Two errors of CloudWatch have the same code.
                accept: &["QueryErrorCode".to_owned()],
            };
            let mut reporter = Reporter::new(Format::Silent);
            let Some(files) = standalone(&request, &mut reporter) else { continue };
            ours += start.elapsed().as_secs_f64();
            lines += files.iter().map(|file| file.text.lines().count()).sum::<usize>();
            let start = Instant::now();
            serde_json::from_str::<serde_json::Value>(&text)
                .map_err(|source| TaskError::Json { path: path.clone(), source })?;
            theirs += start.elapsed().as_secs_f64();
            bytes += text.len();
        }
        say!("{name:<40} {:>10.1} ms {:>10.1} ms {:>8.2}", ours * 1e3, theirs * 1e3, ours / theirs);
        say!("  {:.1} MB, {lines} lines, {:.0} ms per MB", bytes as f64 / 1e6, ours * 1e9 / bytes as f64);
    }
    Ok(())
}

/// Builds all programs with one cargo command.
fn build<'e>(programs: impl Iterator<Item = &'e &'static str>) -> Result<(), TaskError> {
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--quiet", "--release", "--package", "bench"]).current_dir(workspace::root());
    for program in programs {
        command.args(["--bin", program]);
    }
    if !command.get_args().any(|argument| argument == "--bin") {
        return Ok(());
    }
    error::run(&mut command)
}

fn program(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace::root().join("target"), PathBuf::from);
    target.join("release").join(name)
}

/// Runs a program, which may print rows.
fn run_program(name: &str, arguments: &[&str]) -> Result<(), TaskError> {
    error::run(Command::new(program(name)).args(arguments))
}

/// Requests of 25 steps, against a handwritten server with axum and serde.
fn server() -> Result<(), TaskError> {
    run_program("server_load", &[])?;
    if has_valgrind() {
        // Both include the client.
        let request = |server| difference("server_load", server, [100, 300]);
        row_of_counts("request of 25 steps, with its client", request("whitesmith")?, Some(request("axum")?));
        row_of_counts("the same, steps built each time", request("whitesmith-built")?, Some(request("axum-built")?));
    }
    Ok(())
}

/// The same with a signature that the generated server verifies, while it traces the request. Tracing is a feature, so
/// the program is built again, under another name.
fn signed() -> Result<(), TaskError> {
    let arguments = ["build", "--quiet", "--release", "--package", "bench", "--bin", "server_load"];
    let mut build = Command::new(env!("CARGO"));
    error::run(build.args(arguments).args(["--features", "telemetry"]).current_dir(workspace::root()))?;
    let (plain, traced) = (program("server_load"), "server_load_traced");
    std::fs::rename(&plain, program(traced)).map_err(TaskError::file(&plain))?;
    run_program(traced, &[])?;
    if has_valgrind() {
        let request = |server| difference(traced, server, [100, 300]);
        let (ours, theirs) = (request("whitesmith-signed")?, request("axum-signed")?);
        row_of_counts("signed request of 25 steps, with its client", ours, Some(theirs));
    }
    Ok(())
}

/// JSON, against serde's derive on handwritten structs.
fn codecs() -> Result<(), TaskError> {
    for (document, name) in [("history", "1,000-event history"), ("steps", "25-step list")] {
        for direction in ["read", "write"] {
            let case = |who: &str| format!("{document}-{direction}-{who}");
            compare(&format!("{direction} a {name}"), &case("whitesmith"), &case("serde"))?;
        }
    }
    Ok(())
}

/// CBOR, against our JSON codec; XML, against `quick-xml` with serde's derive.
fn formats() -> Result<(), TaskError> {
    for (document, name) in [("history", "1,000-event history"), ("steps", "25-step list")] {
        for direction in ["read", "write"] {
            let case = |who: &str| format!("{document}-{direction}-{who}");
            compare(&format!("{direction} a {name} in CBOR"), &case("cbor"), &case("whitesmith"))?;
        }
    }
    compare("read a 25-step list in XML", "steps-read-xml", "steps-read-xml-serde")
}

/// Routing 1,000 requests: a service with 200 operations, against one with 2; and 1,000 services, against 2.
fn routing() -> Result<(), TaskError> {
    for method in ["path", "target", "rpc"] {
        let case = |operations: u32| format!("route-{method}-{operations}");
        compare(&format!("route 200 operations by {method}"), &case(200), &case(2))?;
    }
    for part in ["host", "signature", "target", "path"] {
        let case = |services: u32| format!("services-{part}-{services}");
        compare(&format!("answer among 1,000 services by {part}"), &case(1000), &case(2))?;
    }
    Ok(())
}

/// Prints the row of two cases of the program `codecs`.
fn compare(row: &str, ours: &str, theirs: &str) -> Result<(), TaskError> {
    compare_programs(row, ("codecs", ours), ("codecs", theirs))
}

/// Prints the row of two cases, each with its program.
fn compare_programs(row: &str, ours: (&str, &str), theirs: (&str, &str)) -> Result<(), TaskError> {
    if has_valgrind() {
        let cost = |(program, case)| difference(program, case, [1, 2]);
        row_of_counts(row, cost(ours)?, Some(cost(theirs)?));
        return Ok(());
    }
    let (ours, theirs) = (seconds(ours)?, seconds(theirs)?);
    say!("{row:<40} {:>10.0} µs {:>10.0} µs {:>8.2}", ours / 1e3, theirs / 1e3, ours / theirs);
    Ok(())
}

/// Prints instructions, and allocations and reallocations below. Without a peer, only ours.
fn row_of_counts(name: &str, ours: Counts, theirs: Option<Counts>) {
    let instructions = |counts: Counts| format!("{:.1} kI", counts.instructions / 1e3);
    let heap = |counts: Counts| format!("{:.0}, {:.0}", counts.allocations, counts.reallocations);
    let ratio = theirs.map(|theirs| format!("{:.2}", ours.instructions / theirs.instructions));
    let (shown, shown_heap) = (theirs.map(instructions), theirs.map(heap));
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "not measured".to_owned());
    let ratio = ratio.unwrap_or_default();
    say!("{name:<40} {:>13} {:>13} {ratio:>8}", instructions(ours), or_none(shown));
    say!("{:<40} {:>13} {:>13}", "  allocations, reallocations", heap(ours), or_none(shown_heap));
}

fn has_valgrind() -> bool {
    is_installed(Command::new("valgrind").arg("--version"))
}

/// What one run of a case takes: the difference between more and fewer runs, which excludes start-up.
fn difference(name: &str, case: &str, [few, many]: [u32; 2]) -> Result<Counts, TaskError> {
    let run = |times: u32| counts(&program(name), [case, &times.to_string()]);
    Ok(run(many)?.minus(run(few)?).over(f64::from(many - few)))
}

/// Nanoseconds of one run of a case, without start-up: the best of several measurements.
fn seconds((program, case): (&str, &str)) -> Result<f64, TaskError> {
    const TIMES: u32 = 500;
    let time = |times: u32| -> Result<f64, TaskError> {
        let start = Instant::now();
        run_program(program, &[case, &times.to_string()])?;
        Ok(start.elapsed().as_secs_f64())
    };
    let mut best = f64::INFINITY;
    for _ in 0..5 {
        best = best.min(time(TIMES)? - time(0)?);
    }
    Ok(best * 1e9 / f64::from(TIMES))
}
