//! Results of test cases, printed as a table or as one JSON object per case.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::cases::Cases;
use super::{Failure, Side};
use crate::cli::{Format, stdout};
use whitesmith_codegen::text;

/// Result of a case on one side.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct CaseResult {
    pub(super) protocol: String,
    pub(super) side: TestedSide,
    pub(super) kind: String,
    pub(super) id: String,
    pub(super) result: Outcome,
    /// Reason if it failed or was skipped.
    pub(super) message: String,
}

/// The side that a case tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum TestedSide {
    Client,
    Server,
    /// The case was not run.
    #[serde(rename = "-")]
    Neither,
}

impl TestedSide {
    pub(super) const ALL: [Self; 3] = [Self::Client, Self::Server, Self::Neither];

    /// The name in results and lists.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Client => Side::Client.name(),
            Self::Server => Side::Server.name(),
            Self::Neither => "-",
        }
    }
}

impl From<Side> for TestedSide {
    fn from(side: Side) -> Self {
        match side {
            Side::Client => Self::Client,
            Side::Server => Self::Server,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Outcome {
    Passed,
    Failed,
    Skipped,
}

/// Parses the output of the test program, and adds the cases that no service can run as skipped.
pub(super) fn results(lines: &str, cases: &Cases) -> Result<Vec<CaseResult>, Failure> {
    let parse =
        |line: &str| serde_json::from_str(line).map_err(|source| Failure::Line { line: line.to_owned(), source });
    let mut results: Vec<CaseResult> = lines.lines().map(parse).collect::<Result<_, _>>()?;
    results.extend(cases.without_service.iter().map(|(protocol, kind, id)| CaseResult {
        protocol: protocol.clone(),
        side: TestedSide::Neither,
        kind: (*kind).to_owned(),
        id: id.clone(),
        result: Outcome::Skipped,
        message: "no service of the models has the operation and supports the protocol".to_owned(),
    }));
    Ok(results)
}

/// Prints the results. Returns false after an error, which is printed.
#[must_use]
pub(super) fn print(results: &[CaseResult], format: Format) -> bool {
    match format {
        Format::Human => stdout::print(&table(results)),
        Format::Silent => true,
        Format::Json => {
            let values = results.iter().map(|result| serde_json::to_value(result).unwrap_or_default());
            let lines = values.map(|value| text::json(&value) + "\n");
            stdout::print(&lines.collect::<String>())
        }
    }
}

fn table(results: &[CaseResult]) -> String {
    let mut rows: BTreeMap<(&str, TestedSide, &str), [usize; 3]> = BTreeMap::new();
    for result in results {
        let counts = rows.entry((&result.protocol, result.side, &result.kind)).or_default();
        counts[match result.result {
            Outcome::Passed => 0,
            Outcome::Failed => 1,
            Outcome::Skipped => 2,
        }] += 1;
    }
    let mut text =
        format!("{:<14} {:<7} {:<10} {:>7} {:>7} {:>8}\n", "protocol", "side", "kind", "passed", "failed", "skipped");
    let mut sum = [0; 3];
    for ((protocol, side, kind), counts) in rows {
        text += &row(protocol, Some(side), kind, counts);
        for (total, count) in sum.iter_mut().zip(counts) {
            *total += count;
        }
    }
    text + &row("all", None, "", sum)
}

fn row(protocol: &str, side: Option<TestedSide>, kind: &str, [passed, failed, skipped]: [usize; 3]) -> String {
    let side = side.map_or("", TestedSide::name);
    format!("{protocol:<14} {side:<7} {kind:<10} {passed:>7} {failed:>7} {skipped:>8}\n")
}
