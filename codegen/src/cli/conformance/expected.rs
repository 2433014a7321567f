//! The list of cases that are known to fail. It is strict: a listed case that passes is a finding, and so is one that is gone.

use std::fs;
use std::path::Path;

use super::Side;
use super::table::{CaseResult, Verdict};

/// The list: `protocol side kind id | reason` a line; lines that begin with `#` are remarks.
#[derive(Debug, Default)]
pub(super) struct Expected(Vec<Line>);

#[derive(Debug)]
struct Line {
    protocol: String,
    side: String,
    kind: String,
    id: String,
}

impl Line {
    fn is(&self, result: &CaseResult) -> bool {
        (&self.protocol, &self.side, &self.kind, &self.id) == (&result.protocol, &result.side, &result.kind, &result.id)
    }
}

impl Expected {
    /// Reads the list.
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(path).map_err(|error| format!("`{}` cannot be read: {error}", path.display()))?;
        Self::parse(&text)
            .map_err(|line| format!("`{}`: `{line}` is not `protocol side kind id | reason`", path.display()))
    }

    /// The lines, or the first that is none.
    fn parse(text: &str) -> Result<Self, String> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lines = lines.map(|line| {
            let (case, reason) = line.split_once('|').ok_or(line)?;
            let words: Vec<&str> = case.split_whitespace().collect();
            match words.as_slice() {
                [protocol, side, kind, id] if !reason.trim().is_empty() => Ok(Line {
                    protocol: (*protocol).to_owned(),
                    side: (*side).to_owned(),
                    kind: (*kind).to_owned(),
                    id: (*id).to_owned(),
                }),
                _ => Err(line),
            }
        });
        lines.collect::<Result<_, &str>>().map(Self).map_err(str::to_owned)
    }

    /// What is not as it should be.
    pub(super) fn judge(&self, results: &[CaseResult], protocols: &[String], side: Option<Side>) -> Vec<String> {
        let mut findings = Vec::new();
        for result in results {
            let listed = self.0.iter().any(|line| line.is(result));
            let CaseResult { protocol, side, kind, id, message, .. } = result;
            match result.result {
                Verdict::Failed if !listed => findings.push(format!("{protocol} {side} {kind} {id}: {message}")),
                Verdict::Passed if listed => {
                    findings
                        .push(format!("{protocol} {side} {kind} {id} passes: take it from the list of known failures"));
                }
                _ => {}
            }
        }
        for line in &self.0 {
            let looked_at = (protocols.is_empty() || protocols.contains(&line.protocol))
                && side.is_none_or(|only| only.name() == line.side);
            if looked_at && !results.iter().any(|result| line.is(result)) {
                findings.push(format!(
                    "{} {} {} {} is on the list of known failures, but did not run",
                    line.protocol, line.side, line.kind, line.id
                ));
            }
        }
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(id: &str, result: Verdict) -> CaseResult {
        let text = |text: &str| text.to_owned();
        CaseResult {
            protocol: text("p"),
            side: text("client"),
            kind: text("request"),
            id: text(id),
            result,
            message: text("why"),
        }
    }

    #[test]
    fn only_failures_that_are_listed_are_expected() {
        let list = Expected::parse(
            "# remark\n\np client request A | because\np client request B | because\np client request Gone | because",
        )
        .expect("a list");
        let results = [
            result("A", Verdict::Failed),
            result("B", Verdict::Passed),
            result("C", Verdict::Failed),
            result("D", Verdict::Passed),
        ];
        let findings = list.judge(&results, &[], None);
        assert_eq!(
            findings,
            [
                "p client request B passes: take it from the list of known failures",
                "p client request C: why",
                "p client request Gone is on the list of known failures, but did not run",
            ]
        );
        assert!(list.judge(&results[..1], &["q".to_owned()], None).is_empty());
    }

    #[test]
    fn a_line_without_a_reason_is_refused() {
        assert_eq!(Expected::parse("p client request A |").expect_err("no reason"), "p client request A |");
    }
}
