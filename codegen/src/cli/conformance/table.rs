//! What became of the cases: a table for people, a line of JSON a case for programs.

use std::collections::BTreeMap;
use std::io::Write;

use serde::{Deserialize, Serialize};

use super::cases::Cases;
use crate::cli::Format;

/// What became of a case on one side.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct CaseResult {
    pub(super) protocol: String,
    pub(super) side: String,
    pub(super) kind: String,
    pub(super) id: String,
    pub(super) result: Verdict,
    /// Why it failed or was skipped.
    pub(super) message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Verdict {
    Passed,
    Failed,
    Skipped,
}

/// The lines of the test program, and the cases that it could not run.
pub(super) fn results(lines: &str, cases: &Cases) -> Result<Vec<CaseResult>, String> {
    let parse =
        |line: &str| serde_json::from_str(line).map_err(|error| format!("the test program printed {line}: {error}"));
    let mut results: Vec<CaseResult> = lines.lines().map(parse).collect::<Result<_, _>>()?;
    results.extend(cases.homeless.iter().map(|(protocol, kind, id)| CaseResult {
        protocol: protocol.clone(),
        side: "-".to_owned(),
        kind: (*kind).to_owned(),
        id: id.clone(),
        result: Verdict::Skipped,
        message: "no service of the models speaks the protocol and has the operation".to_owned(),
    }));
    Ok(results)
}

/// Prints the results.
pub(super) fn print(results: &[CaseResult], format: Format) {
    let mut out = std::io::stdout().lock();
    // A closed pipe ends the printing, not the work.
    let _ = match format {
        Format::Human => out.write_all(table(results).as_bytes()),
        Format::Silent => Ok(()),
        Format::Json => results.iter().try_for_each(|result| {
            let line = serde_json::to_string(result).unwrap_or_default();
            writeln!(out, "{line}")
        }),
    };
}

fn table(results: &[CaseResult]) -> String {
    let mut rows: BTreeMap<(&str, &str, &str), [usize; 3]> = BTreeMap::new();
    for result in results {
        let counts = rows.entry((&result.protocol, &result.side, &result.kind)).or_default();
        counts[match result.result {
            Verdict::Passed => 0,
            Verdict::Failed => 1,
            Verdict::Skipped => 2,
        }] += 1;
    }
    let mut text =
        format!("{:<14} {:<7} {:<10} {:>7} {:>7} {:>8}\n", "protocol", "side", "kind", "passed", "failed", "skipped");
    let mut sum = [0; 3];
    for ((protocol, side, kind), counts) in rows {
        text += &row(protocol, side, kind, counts);
        for (total, count) in sum.iter_mut().zip(counts) {
            *total += count;
        }
    }
    text + &row("all", "", "", sum)
}

fn row(protocol: &str, side: &str, kind: &str, [passed, failed, skipped]: [usize; 3]) -> String {
    format!("{protocol:<14} {side:<7} {kind:<10} {passed:>7} {failed:>7} {skipped:>8}\n")
}
