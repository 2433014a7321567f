//! Shared code of the programs `calls`: the responses, and the command line.
//!
//! `calls CASE TIMES`, where CASE is `versions`, `history` or `steps`, calls TIMES times. `calls CASE` prints the CPU
//! time of a call in nanoseconds.

#[path = "../../bench/src/cpu.rs"]
mod cpu;
#[allow(dead_code, reason = "only the peers of `json` read the types")]
#[path = "../../bench/src/bin/codecs/history/mod.rs"]
mod history;
#[allow(dead_code, reason = "only the peers of `json` read the types")]
#[path = "../../bench/src/bin/codecs/steps.rs"]
mod steps;

use std::process::ExitCode;

use bytes::Bytes;

pub(crate) const KEY: &str = "AKIDEXAMPLE";
pub(crate) const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
pub(crate) const REGION: &str = "eu-central-1";
pub(crate) const MACHINE: &str = "arn:aws:states:eu-central-1:123456789012:stateMachine:order";
pub(crate) const EXECUTION: &str = "arn:aws:states:eu-central-1:123456789012:execution:order:17";
pub(crate) const WORKFLOW: &str = "wf-7f3c9a1e-12ab-4b7d-9e21-0123456789ab";

const VERSIONS: &str = concat!(
    r#"{"stateMachineVersions":[{"stateMachineVersionArn":"#,
    r#""arn:aws:states:eu-central-1:123456789012:stateMachine:order:1","creationDate":1766000000.5}]}"#,
);

/// A client whose requests get the same response.
pub(crate) trait Calls {
    fn new(body: Bytes) -> Self;
    /// Calls `ListStateMachineVersions`. Returns the number of versions.
    async fn versions(&self) -> usize;
    /// Calls `GetExecutionHistory`. Returns the number of events.
    async fn history(&self) -> usize;
    /// Calls `ListWorkflowStepExecutions`. Returns the number of steps.
    async fn steps(&self) -> usize;
}

#[derive(Clone, Copy)]
enum Case {
    Versions,
    History,
    Steps,
}

impl Case {
    /// The body of the response.
    fn body(self) -> Bytes {
        match self {
            Self::Versions => Bytes::from_static(VERSIONS.as_bytes()),
            Self::History => Bytes::from(history::document(1000)),
            Self::Steps => Bytes::from(steps::document(25)),
        }
    }

    async fn call(self, client: &impl Calls, times: usize) {
        for _ in 0..times {
            match self {
                Self::Versions => assert_eq!(client.versions().await, 1),
                Self::History => assert_eq!(client.history().await, 1000),
                Self::Steps => assert_eq!(client.steps().await, 25),
            }
        }
    }
}

/// Does what the arguments say.
pub(crate) fn run<C: Calls>() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((case, times)) = parse(&arguments) else {
        eprintln!("calls versions|history|steps [TIMES]");
        return ExitCode::from(2);
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    let client = C::new(case.body());
    let call = |times: usize| runtime.block_on(case.call(&client, times));
    match times {
        Some(times) => call(times),
        None => println!("{}", cpu::of_run(call)),
    }
    ExitCode::SUCCESS
}

fn parse(arguments: &[String]) -> Option<(Case, Option<usize>)> {
    let (case, times) = match arguments {
        [case] => (case, None),
        [case, times] => (case, Some(times.parse().ok()?)),
        _ => return None,
    };
    match case.as_str() {
        "versions" => Some((Case::Versions, times)),
        "history" => Some((Case::History, times)),
        "steps" => Some((Case::Steps, times)),
        _ => None,
    }
}
