//! `cargo xtask test`: every check that must pass before a change is merged, in one table. `.ci/run` runs it.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::time::Instant;

use whitesmith::cli::error_chain;

use crate::models_check::has_models;
use crate::process::cpu_seconds_of_children;
use crate::task::{Context, Outcome, is_installed};
use crate::{book, callers, deny, features, live, readme, standalone};

/// One check.
struct Step {
    name: &'static str,
    run: fn(&Context) -> Outcome,
}

/// Ordered by cost: cheap steps run first.
const STEPS: &[Step] = &[
    Step { name: "format", run: |context| context.cargo(&["fmt", "--all", "--check"]) },
    Step { name: "generated code is fresh", run: |context| context.xtask(&["codegen", "--check"]) },
    Step {
        name: "golden code is fresh",
        run: |context| context.xtask(&["codegen", "--check", "--config", "tests/codegen.toml"]),
    },
    Step {
        name: "lints",
        run: |context| {
            context.cargo(&["clippy", "--workspace", "--all-targets", "--all-features", "--", "--deny", "warnings"])
        },
    },
    Step { name: "feature combinations", run: |context| features::check(context, features::Extent::Pairs) },
    Step { name: "tests", run: tests },
    Step { name: "doc tests", run: |context| context.cargo(&["test", "--doc", "--workspace", "--all-features"]) },
    Step { name: "documentation", run: documentation },
    Step { name: "ten smallest official models", run: official_models },
    Step { name: "conformance", run: conformance },
    Step { name: "standalone projects", run: standalone::run },
    Step { name: "AWS command line and SDKs", run: callers::check },
    Step { name: "calls of third-party servers", run: live::check },
    Step { name: "README and book commands", run: readme::run },
    Step { name: "book", run: book::check },
    Step { name: "dependencies", run: deny::check },
];

/// Runs all steps, or those whose name contains `only`, and prints a table. A failed step does not stop the others.
pub(crate) fn run(only: Option<&str>) -> ExitCode {
    let context = Context::new();
    let mut rows = Vec::new();
    let mut failed = false;
    for step in STEPS.iter().filter(|step| only.is_none_or(|name| step.name.contains(name))) {
        say_error!("── {}", step.name);
        let (start, cpu) = (Instant::now(), cpu_seconds_of_children());
        let outcome = (step.run)(&context);
        let (word, remark) = match outcome {
            Outcome::Passed => ("passed", String::new()),
            Outcome::Partial(skipped) => ("partial", format!("skipped: {skipped}")),
            Outcome::Skipped(reason) => ("skipped", reason),
            Outcome::Failed(reason) => {
                failed = true;
                ("FAILED", reason)
            }
        };
        let used = cpu_seconds_of_children().zip(cpu).map(|(after, before)| format!("{:>6.0} CPU s", after - before));
        let (seconds, used) = (start.elapsed().as_secs_f64(), used.unwrap_or_default());
        rows.push(format!("{word:<8} {seconds:>6.0} s {used}  {}  {remark}", step.name));
    }
    if rows.is_empty() {
        say_error!("no step matches; the steps are:");
        for step in STEPS {
            say_error!("  {}", step.name);
        }
        return ExitCode::from(2);
    }
    say!("");
    for row in &rows {
        say!("{}", row.trim_end());
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// All tests, with `cargo nextest` if installed.
fn tests(context: &Context) -> Outcome {
    if is_installed(Command::new(env!("CARGO")).args(["nextest", "--version"])) {
        context.cargo(&["nextest", "run", "--workspace", "--all-features", "--no-fail-fast"])
    } else {
        context.cargo(&["test", "--workspace", "--all-features", "--all-targets", "--no-fail-fast"])
    }
}

/// Documentation of every package. Warnings are errors.
fn documentation(context: &Context) -> Outcome {
    context.finish(
        Command::new(env!("CARGO"))
            .args(["doc", "--workspace", "--no-deps", "--all-features", "--quiet"])
            .env("RUSTDOCFLAGS", "--deny warnings"),
    )
}

/// Protocol test cases, and calls of endpoint tests: the official ones if present, and our own.
fn conformance(context: &Context) -> Outcome {
    let mut official = Outcome::Passed;
    for cases in [official_endpoints, official_cases] {
        match cases(context) {
            Outcome::Passed => {}
            failed @ Outcome::Failed(_) => return failed,
            other => official = other,
        }
    }
    // Last, since README has the same command: the crate is built once for both.
    match context.xtask(&["conformance", "tests/cases/protocols", "--mutations", "2000"]) {
        Outcome::Passed => official,
        other => other,
    }
}

/// The calls of endpoint tests of official models.
fn official_endpoints(context: &Context) -> Outcome {
    let missing = || Outcome::Partial("official models: set WHITESMITH_SHARED, or put them in ../shared/models".into());
    let Some(folder) = context.shared.as_ref().map(|shared| shared.join("models")) else { return missing() };
    let Ok(entries) = std::fs::read_dir(folder) else { return missing() };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let has_calls =
        |path: &PathBuf| std::fs::read_to_string(path).is_ok_and(|text| text.contains("\"operationInputs\""));
    let mut models: Vec<String> = paths.filter(has_calls).map(|path| path.to_string_lossy().into_owned()).collect();
    models.sort_unstable();
    if models.is_empty() {
        return missing();
    }
    context.xtask(&["conformance"].into_iter().chain(models.iter().map(String::as_str)).collect::<Vec<_>>())
}

fn official_cases(context: &Context) -> Outcome {
    let suites = std::env::var_os("WHITESMITH_SUITES").map(PathBuf::from);
    let suites = suites.or_else(|| context.shared.as_ref().map(|shared| shared.join("suites")));
    let Some(cases) = suites.map(|suites| suites.join("protocol-tests")).filter(|cases| cases.is_dir()) else {
        return Outcome::Partial(
            "official protocol tests: set WHITESMITH_SUITES, or put them in ../shared/suites".into(),
        );
    };
    context.xtask(&["conformance", &cases.to_string_lossy(), "--expect", "tests/expected/conformance.txt"])
}

/// Crates generated from official models compile without warnings.
fn official_models(context: &Context) -> Outcome {
    let models = context.shared.as_ref().map(|shared| shared.join("models"));
    match models.as_deref().map_or(Ok(false), has_models) {
        Ok(true) => {
            let models = models.unwrap_or_default();
            context.xtask(&["models-check", &models.to_string_lossy(), "--smallest", "10"])
        }
        Ok(false) => {
            Outcome::Skipped("no official models: set WHITESMITH_SHARED, or put them in ../shared/models".into())
        }
        Err(error) => Outcome::Failed(error_chain(&error)),
    }
}
