//! `cargo xtask live`: generated clients call third-party servers. The scenarios in `tests/live` are data, and
//! one program has the clients of all of them.

mod program;
mod scenario;
mod servers;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{Value as Json, json};
use whitesmith::cli::error_chain;

use crate::error::TaskError;
use crate::process::Server;
use crate::task::{Context, Outcome};
use program::{Program, Service};
use scenario::{Row, Scenario, Variables};
use servers::SERVERS;

/// Size in bytes of the variable `{part}`: the smallest part of a multipart upload that is not the last.
const PART: usize = 5 << 20;

/// Runs all scenarios, or those whose name contains `only`.
pub(crate) fn run(only: Option<&str>) -> ExitCode {
    let context = Context::new();
    let mut scenarios = match read(&context) {
        Ok(scenarios) => scenarios,
        Err(failed) => return failed.report(),
    };
    if let Some(only) = only
        && scenarios.iter().all(|scenario| !scenario.name.contains(only))
    {
        let names: Vec<&str> = scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
        say_error!("no scenario matches; the scenarios are: {}", names.join(", "));
        return ExitCode::from(2);
    }
    scenarios.retain(|scenario| only.is_none_or(|only| scenario.name.contains(only)));
    live(&context, scenarios).report()
}

/// Runs the scenarios that are part of `cargo xtask test`.
pub(crate) fn check(context: &Context) -> Outcome {
    match read(context) {
        Ok(scenarios) => live(context, scenarios.into_iter().filter(|scenario| scenario.quick).collect()),
        Err(failed) => failed,
    }
}

fn read(context: &Context) -> Result<Vec<Scenario>, Outcome> {
    scenario::read(&context.root.join("tests/live")).map_err(|error| Outcome::Failed(error_chain(&error)))
}

fn live(context: &Context, scenarios: Vec<Scenario>) -> Outcome {
    try_live(context, scenarios).unwrap_or_else(|error| Outcome::Failed(error_chain(&error)))
}

fn try_live(context: &Context, scenarios: Vec<Scenario>) -> Result<Outcome, TaskError> {
    let (mut found, mut missing) = (Vec::new(), Vec::new());
    for scenario in scenarios {
        match models(context, &scenario) {
            Some(models) => found.push((scenario, models)),
            None => missing.push(scenario.name),
        }
    }
    let (mut skipped, mut running) = (Vec::new(), BTreeMap::new());
    if !missing.is_empty() {
        let help = "set WHITESMITH_SHARED, or put them in ../shared/models";
        skipped.push(format!("no official models for {}: {help}", missing.join(", ")));
    }
    for server in SERVERS {
        if found.iter().any(|(scenario, _)| scenario.runs_against(server.name)) {
            match server.start(&context.root.join("target/live"))? {
                Some(started) => drop(running.insert(server.name, started)),
                None => skipped.push(format!("{} cannot be installed", server.package)),
            }
        }
    }
    found.retain(|(scenario, _)| running.keys().any(|name| scenario.runs_against(name)));
    let skipped = skipped.join("; ");
    if found.is_empty() {
        return Ok(Outcome::Skipped(skipped));
    }
    let generate = |(scenario, models): &(Scenario, Vec<PathBuf>)| Service::generate(scenario, models);
    let services = found.iter().map(generate).collect::<Result<Vec<Service>, TaskError>>()?;
    let scenarios: Vec<Scenario> = found.into_iter().map(|(scenario, _)| scenario).collect();
    let mut program = Program::start(context, &services)?;
    let failed = run_all(&mut program, &services, &scenarios, &running)?;
    match failed {
        0 if skipped.is_empty() => Ok(Outcome::Passed),
        0 => Ok(Outcome::Partial(skipped)),
        count => Ok(Outcome::Failed(format!("{count} calls failed"))),
    }
}

/// Files of the model, if all are there.
fn models(context: &Context, scenario: &Scenario) -> Option<Vec<PathBuf>> {
    let folders = [Some(context.root.join("tests/live")), context.shared.as_ref().map(|shared| shared.join("models"))];
    let find = |name: &String| folders.iter().flatten().map(|folder| folder.join(name)).find(|path| path.is_file());
    scenario.models.iter().map(find).collect()
}

/// Results of a scenario on a server.
#[derive(Default)]
struct Tally {
    passed: usize,
    /// Calls that fail for a known reason.
    deviating: usize,
    failed: usize,
}

/// Runs the scenarios on all servers, and prints a table. Returns the number of unexpected results.
fn run_all(
    program: &mut Program,
    services: &[Service],
    scenarios: &[Scenario],
    running: &BTreeMap<&str, Server>,
) -> Result<usize, TaskError> {
    say!(
        "{:<20} {:<12} {:<10} {:>10} {:>6} {:>7} {:>6}",
        "scenario",
        "protocol",
        "server",
        "operations",
        "passed",
        "differ",
        "failed"
    );
    let (mut sum, mut operations, mut reasons) = (Tally::default(), BTreeSet::new(), Vec::new());
    for (service, scenario) in services.iter().zip(scenarios) {
        // A service may have several scenarios.
        operations.extend(scenario.operations().into_iter().map(|operation| (&service.id, operation)));
        for (name, server) in running.iter().filter(|(name, _)| scenario.runs_against(name)) {
            let target = Target { server: name, address: &server.first_line, service };
            let tally = target.run(program, scenario, &mut reasons)?;
            say!(
                "{:<20} {:<12} {name:<10} {:>10} {:>6} {:>7} {:>6}",
                scenario.name,
                service.protocol,
                scenario.operations().len(),
                tally.passed,
                tally.deviating,
                tally.failed
            );
            sum.passed += tally.passed;
            sum.deviating += tally.deviating;
            sum.failed += tally.failed;
        }
    }
    say!("{:<44} {:>10} {:>6} {:>7} {:>6}", "all", operations.len(), sum.passed, sum.deviating, sum.failed);
    for reason in reasons {
        say!("{reason}");
    }
    Ok(sum.failed)
}

/// A server, and the client that calls it.
struct Target<'a> {
    server: &'a str,
    address: &'a str,
    service: &'a Service,
}

impl Target<'_> {
    /// Makes the calls of a scenario. Appends what differs or fails.
    fn run(&self, program: &mut Program, scenario: &Scenario, reasons: &mut Vec<String>) -> Result<Tally, TaskError> {
        let (mut variables, mut tally) = (Variables::default(), Tally::default());
        for (name, value) in &scenario.variables {
            variables.set(name, value.clone());
        }
        variables.set("part", json!("x".repeat(PART)));
        for (index, row) in scenario.calls.iter().enumerate() {
            let result = self.call(program, row, &mut variables)?;
            let place = format!("{} {}, call {}, {}", scenario.name, self.server, index + 1, row.call);
            match (variables.check(row, &result), row.deviations.get(self.server)) {
                (Ok(()), None) => tally.passed += 1,
                (Err(difference), Some(deviation)) if deviation.is(&difference) => {
                    tally.deviating += 1;
                    reasons.push(format!("differs: {place}: {}", deviation.reason));
                }
                (Ok(()), Some(deviation)) => {
                    tally.failed += 1;
                    reasons.push(format!("FAILED: {place}: passes, although: {}", deviation.reason));
                }
                (Err(difference), _) => {
                    tally.failed += 1;
                    let difference: String = difference.to_string().chars().take(600).collect();
                    reasons.push(format!("FAILED: {place}: {difference}"));
                }
            }
        }
        Ok(tally)
    }

    fn call(&self, program: &mut Program, row: &Row, variables: &mut Variables) -> Result<Json, TaskError> {
        program.call(&json!({
            "set": self.service.module,
            "call": row.call,
            "endpoint": format!("http://{}", self.address),
            "input": variables.fill(&row.input),
        }))
    }
}
