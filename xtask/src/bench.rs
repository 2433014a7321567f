//! `cargo xtask bench`: benchmarks, as ratios between two programs measured in one run.
//!
//! Times on shared machines vary too much to compare runs. If valgrind is installed, instructions and allocations of
//! codecs, calls and requests are counted, too.

mod builds;
mod callgrind;
mod crates;
mod database;
mod growth;
mod models;
mod peers;
mod programs;
mod rows;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use clap::{Args, ValueEnum};

use callgrind::{Counts, counts};
use rows::{MICROSECONDS, row, row_of_counts};

use crate::error::{self, TaskError};
use crate::task::is_installed;
use crate::workspace;

/// Groups to measure.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Run only the groups whose name contains this
    part: Option<String>,
    /// Run only the groups that have this peer, and build it, which takes minutes
    #[arg(long, value_name = "PEER")]
    against: Option<Peer>,
    /// Folder of official models [default: ../shared/models]
    #[arg(long, value_name = "DIR")]
    models: Option<PathBuf>,
}

impl Arguments {
    /// The groups to run.
    fn groups(&self) -> Vec<&'static Group> {
        let is_part = |group: &&Group| self.part.as_ref().is_none_or(|part| group.name.contains(part));
        let has_peer = |group: &&Group| self.against.is_none_or(|peer| group.peers.contains(&peer));
        GROUPS.iter().filter(is_part).filter(has_peer).collect()
    }

    /// The folder of official models, if there is one.
    fn folder(&self) -> Result<Option<PathBuf>, TaskError> {
        match &self.models {
            Some(folder) if folder.is_dir() => Ok(Some(folder.clone())),
            Some(folder) => Err(TaskError::Missing(format!("folder {}", folder.display()))),
            None => Ok(workspace::shared().map(|shared| shared.join("models")).filter(|folder| folder.is_dir())),
        }
    }
}

/// A peer that is built only if it is named.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Peer {
    /// The AWS SDK for Rust
    AwsSdk,
}

/// A group of figures.
struct Group {
    /// Name on the command line.
    name: &'static str,
    /// Programs of the package `bench` that it runs.
    programs: &'static [&'static str],
    /// Peers that it is also compared with.
    peers: &'static [Peer],
    /// Measures and prints rows.
    measure: fn(&Arguments) -> Result<(), TaskError>,
}

impl Group {
    const fn new(
        name: &'static str,
        programs: &'static [&'static str],
        measure: fn(&Arguments) -> Result<(), TaskError>,
    ) -> Self {
        Self { name, programs, peers: &[], measure }
    }

    const fn against(self, peers: &'static [Peer]) -> Self {
        Self { peers, ..self }
    }
}

const GROUPS: &[Group] = &[
    Group::new("generation", &["front_end"], models::generation),
    Group::new("codecs", &["codecs"], |_| codecs()),
    Group::new("formats", &["codecs"], |_| formats()),
    Group::new("peers", &["codecs"], |_| peers::codecs()),
    // Their cold builds are those that the next two need.
    Group::new("programs", &[], programs::figures).against(&[Peer::AwsSdk]),
    Group::new("crates", &[], crates::figures).against(&[Peer::AwsSdk]),
    Group::new("calls", &[], peers::calls).against(&[Peer::AwsSdk]),
    Group::new("routing", &["codecs"], |_| routing()),
    Group::new("validators", &["validators"], |_| run_program("validators", &[])),
    Group::new("server", &["server_load"], |_| server()),
    Group::new("signed", &[], |_| signed()),
    Group::new("cores", &[], |_| peers::cores()),
    Group::new("database", &[], |_| database::writes()),
    Group::new("front-end", &["front_end"], models::front_end),
    Group::new("growth", &["growth"], |_| growth::figures()),
    Group::new("large", &[], crates::large),
];

/// Runs all groups, or those that the arguments select. A debug build runs a release build of itself.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let groups = arguments.groups();
    if groups.is_empty() {
        let all = Arguments { part: None, against: arguments.against, models: None };
        let names: Vec<&str> = all.groups().iter().map(|group| group.name).collect();
        say_error!("no group matches; the groups are: {}", names.join(", "));
        return ExitCode::from(2);
    }
    if cfg!(debug_assertions) {
        // In the folder of this process, for relative paths.
        let status = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--release", "--package", "xtask", "--manifest-path"])
            .arg(workspace::root().join("Cargo.toml"))
            .arg("--")
            .args(std::env::args_os().skip(1))
            .status();
        return if status.is_ok_and(|status| status.success()) { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    rows::titles();
    let built = build(groups.iter().flat_map(|group| group.programs));
    error::exit_code(built.and_then(|()| groups.iter().try_for_each(|group| (group.measure)(arguments))))
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

/// The target folder of this workspace.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace::root().join("target"), PathBuf::from)
}

fn program(name: &str) -> PathBuf {
    target().join("release").join(name)
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
        let program = program("server_load");
        let request = |server| difference(&program, server, [100, 300]);
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
    let (plain, name) = (program("server_load"), "server_load_traced");
    let traced = program(name);
    std::fs::rename(&plain, &traced).map_err(TaskError::file(&plain))?;
    run_program(name, &[])?;
    if has_valgrind() {
        let request = |server| difference(&traced, server, [100, 300]);
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

/// Prints the rows of two cases of the program `codecs`.
fn compare(name: &str, ours: &str, theirs: &str) -> Result<(), TaskError> {
    let codecs = program("codecs");
    measure(name, (&codecs, ours), Some((&codecs, theirs)), RUNS)
}

/// Numbers of runs whose difference is counted.
const RUNS: [u32; 2] = [1, 2];

/// A program and its case, which it runs as often as its second argument says. Without that, it prints the nanoseconds
/// of CPU time that one run takes.
type Case<'c> = (&'c Path, &'c str);

/// Prints the rows of a case, and of that of a peer if there is one: CPU time, and counts if valgrind is installed.
fn measure(name: &str, ours: Case<'_>, theirs: Option<Case<'_>>, runs: [u32; 2]) -> Result<(), TaskError> {
    // Otherwise, glibc returns large buffers to the system after each run, and their pages cost more than the run.
    const MEMORY: (&str, &str) = ("MALLOC_TOP_PAD_", "67108864");
    let microseconds = |(program, case): Case<'_>| -> Result<f64, TaskError> {
        Ok(number(Command::new(program).arg(case).env(MEMORY.0, MEMORY.1))? / 1e3)
    };
    row(name, MICROSECONDS, microseconds(ours)?, theirs.map(microseconds).transpose()?);
    if has_valgrind() {
        let counted = |(program, case): Case<'_>| difference(program, case, runs);
        row_of_counts("  instructions", counted(ours)?, theirs.map(counted).transpose()?);
    }
    Ok(())
}

fn has_valgrind() -> bool {
    is_installed(Command::new("valgrind").arg("--version"))
}

/// Cost of one run of a case: the difference between more and fewer runs, which excludes start-up.
fn difference(program: &Path, case: &str, [few, many]: [u32; 2]) -> Result<Counts, TaskError> {
    let run = |times: u32| counts(program, [case, &times.to_string()]);
    Ok(run(many)?.minus(run(few)?).over(f64::from(many - few)))
}

/// The number that a program prints.
fn number(command: &mut Command) -> Result<f64, TaskError> {
    let text = error::output(command)?;
    text.trim().parse().map_err(|_| TaskError::Missing(format!("number in the output of {command:?}")))
}

#[cfg(test)]
mod tests {
    use clap::{Args as _, FromArgMatches as _};

    use super::*;

    fn parse(arguments: &[&str]) -> Result<Arguments, clap::Error> {
        let command = Arguments::augment_args(clap::Command::new("bench").no_binary_name(true));
        command.try_get_matches_from(arguments).and_then(|matches| Arguments::from_arg_matches(&matches))
    }

    #[test]
    fn arguments_select_groups() {
        let names = |arguments: &[&str]| -> Vec<&str> {
            parse(arguments).expect("valid").groups().iter().map(|group| group.name).collect()
        };
        assert_eq!(names(&[]).len(), GROUPS.len());
        assert_eq!(names(&["code"]), ["codecs"]);
        assert_eq!(names(&["--against", "aws-sdk"]), ["programs", "crates", "calls"]);
        assert_eq!(names(&["--against", "aws-sdk", "programs"]), ["programs"]);
        assert_eq!(names(&["--against", "aws-sdk", "codecs"]), [""; 0]);
    }

    #[test]
    fn unknown_peers_and_missing_folders_are_errors() {
        let error = parse(&["--against", "serde"]).expect_err("not a peer");
        assert_eq!(error.exit_code(), 2);
        assert!(error.to_string().contains("aws-sdk"), "{error}");
        let folder = parse(&["--models", "nowhere"]).expect("valid").folder();
        assert!(matches!(folder, Err(TaskError::Missing(_))), "{folder:?}");
    }
}
