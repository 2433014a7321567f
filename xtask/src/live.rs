//! `cargo xtask live`: generated clients call servers that others wrote. The scenarios in `tests/live` are data, and
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
use crate::test::{Context, Outcome};
use program::{Program, Service};
use scenario::{Row, Scenario, Variables};
use servers::SERVERS;

/// Size in bytes of the variable `{part}`: the smallest part of a multipart upload that is not the last.
const PART: usize = 5 << 20;

/// Runs all scenarios, or those whose name contains `only`.
pub(crate) fn run(only: Option<&str>) -> ExitCode {
    let is_chosen = |scenario: &Scenario| only.is_none_or(|only| scenario.name.contains(only));
    live(&Context::new(), is_chosen).report()
}

/// Runs the scenarios that are part of `cargo xtask test`.
pub(crate) fn check(context: &Context) -> Outcome {
    live(context, |scenario| scenario.quick)
}

fn live(context: &Context, is_chosen: impl Fn(&Scenario) -> bool) -> Outcome {
    try_live(context, is_chosen).unwrap_or_else(|error| Outcome::Failed(error_chain(&error)))
}

fn try_live(context: &Context, is_chosen: impl Fn(&Scenario) -> bool) -> Result<Outcome, TaskError> {
    let mut scenarios = scenario::read(&context.root.join("tests/live"))?;
    scenarios.retain(is_chosen);
    let (mut skipped, mut running) = (BTreeSet::new(), BTreeMap::new());
    for server in SERVERS {
        if scenarios.iter().any(|scenario| scenario.servers.iter().any(|name| name == server.name)) {
            match server.start(&context.root.join("target/live"))? {
                Some(started) => drop(running.insert(server.name, started)),
                None => drop(skipped.insert(format!("{} cannot be installed", server.package))),
            }
        }
    }
    scenarios.retain(|scenario| scenario.servers.iter().any(|name| running.contains_key(name.as_str())));
    let mut pairs = Vec::new();
    for scenario in scenarios {
        match models(context, &scenario) {
            Some(models) => pairs.push((Service::generate(&scenario, &models)?, scenario)),
            None => drop(skipped.insert("scenarios without a model: put it in ../shared/models".to_owned())),
        }
    }
    let skipped = skipped.into_iter().collect::<Vec<_>>().join("; ");
    if pairs.is_empty() {
        return Ok(Outcome::Skipped(skipped));
    }
    let (services, scenarios): (Vec<Service>, Vec<Scenario>) = pairs.into_iter().unzip();
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
    println!(
        "{:<20} {:<12} {:<10} {:>10} {:>6} {:>7} {:>6}",
        "scenario", "protocol", "server", "operations", "passed", "differ", "failed"
    );
    let (mut sum, mut operations, mut reasons) = (Tally::default(), 0, Vec::new());
    for (service, scenario) in services.iter().zip(scenarios) {
        operations += scenario.operations().len();
        for (name, server) in running.iter().filter(|(name, _)| scenario.servers.iter().any(|one| one == *name)) {
            let place = Place { server: name, address: &server.first_line, service };
            let tally = place.run(program, scenario, &mut reasons)?;
            println!(
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
    println!("{:<44} {operations:>10} {:>6} {:>7} {:>6}", "all", sum.passed, sum.deviating, sum.failed);
    for reason in reasons {
        println!("{reason}");
    }
    Ok(sum.failed)
}

/// A server, and the client that calls it.
struct Place<'a> {
    server: &'a str,
    address: &'a str,
    service: &'a Service,
}

impl Place<'_> {
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
                (Err(_), Some(reason)) => {
                    tally.deviating += 1;
                    reasons.push(format!("differs: {place}: {reason}"));
                }
                (Ok(()), Some(reason)) => {
                    tally.failed += 1;
                    reasons.push(format!("FAILED: {place}: passes, although: {reason}"));
                }
                (Err(difference), None) => {
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
