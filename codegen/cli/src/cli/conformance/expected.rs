//! The list of expected failures. A listed case that passes, or that does not exist, is an error.

use std::fs;
use std::path::{Path, PathBuf};

use super::Side;
use super::table::{CaseResult, Outcome, TestedSide};
use crate::cli::facts::CommandFacts;

/// Error in a list of expected failures.
#[derive(Debug, thiserror::Error)]
pub(super) enum ListError {
    #[error("cannot read `{}`", path.display())]
    Read { path: PathBuf, source: std::io::Error },
    #[error("`{}`: `{line}` is not `protocol side kind id | reason`", path.display())]
    Line { path: PathBuf, line: String },
}

/// The list. Each line is `protocol side kind id | reason`; lines that start with `#` are comments.
#[derive(Debug, Default)]
pub(super) struct Expected(Vec<Line>);

#[derive(Debug)]
struct Line {
    protocol: String,
    side: TestedSide,
    kind: String,
    id: String,
}

impl Line {
    fn matches(&self, result: &CaseResult) -> bool {
        (&self.protocol, self.side, &self.kind, &self.id) == (&result.protocol, result.side, &result.kind, &result.id)
    }
}

impl Expected {
    /// Reads the list.
    pub(super) fn read(path: &Path) -> Result<Self, ListError> {
        let text = fs::read_to_string(path).map_err(|source| ListError::Read { path: path.to_owned(), source })?;
        Self::parse(&text).map_err(|line| ListError::Line { path: path.to_owned(), line: line.to_owned() })
    }

    /// # Errors
    /// The first line that is invalid.
    fn parse(text: &str) -> Result<Self, &str> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lines = lines.map(|line| {
            let (case, reason) = line.split_once('|').ok_or(line)?;
            let words: Vec<&str> = case.split_whitespace().collect();
            match words.as_slice() {
                [protocol, side, kind, id] if !reason.trim().is_empty() => Ok(Line {
                    protocol: (*protocol).to_owned(),
                    side: TestedSide::ALL.into_iter().find(|known| known.name() == *side).ok_or(line)?,
                    kind: (*kind).to_owned(),
                    id: (*id).to_owned(),
                }),
                _ => Err(line),
            }
        });
        lines.collect::<Result<_, &str>>().map(Self)
    }

    /// Differences between the results and the list.
    pub(super) fn check(&self, results: &[CaseResult], protocols: &[String], side: Option<Side>) -> Vec<CommandFacts> {
        let mut findings = Vec::new();
        for result in results {
            let listed = self.0.iter().any(|line| line.matches(result));
            let CaseResult { protocol, kind, id, message, .. } = result.clone();
            let side = result.side.name();
            match result.result {
                Outcome::Failed if !listed => {
                    findings.push(CommandFacts::FailedCase { protocol, side, test_kind: kind, id, problem: message });
                }
                Outcome::Passed if listed => {
                    findings.push(CommandFacts::PassedCase { protocol, side, test_kind: kind, id });
                }
                // Cases that no service can run may be listed with the side `-`.
                Outcome::Skipped if listed && result.side != TestedSide::Neither => {
                    findings.push(CommandFacts::MissingCase { protocol, side, test_kind: kind, id });
                }
                _ => {}
            }
        }
        for line in &self.0 {
            let is_selected = (protocols.is_empty() || protocols.contains(&line.protocol))
                && side.is_none_or(|only| TestedSide::from(only) == line.side);
            if is_selected && !results.iter().any(|result| line.matches(result)) {
                findings.push(CommandFacts::MissingCase {
                    protocol: line.protocol.clone(),
                    side: line.side.name(),
                    test_kind: line.kind.clone(),
                    id: line.id.clone(),
                });
            }
        }
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(id: &str, result: Outcome) -> CaseResult {
        let text = |text: &str| text.to_owned();
        CaseResult {
            protocol: text("p"),
            side: TestedSide::Client,
            kind: text("request"),
            id: text(id),
            result,
            message: text("why"),
        }
    }

    #[test]
    fn only_failures_that_are_listed_are_expected() {
        let list = Expected::parse(
            "# comment\n\np client request A | because\np client request B | because\np client request E | because\n\
             p client request Gone | because",
        )
        .expect("a list");
        let results = [
            result("A", Outcome::Failed),
            result("B", Outcome::Passed),
            result("C", Outcome::Failed),
            result("D", Outcome::Passed),
            result("E", Outcome::Skipped),
            result("F", Outcome::Skipped),
        ];
        let findings = list.check(&results, &[], None);
        assert_eq!(
            findings.iter().map(ToString::to_string).collect::<Vec<_>>(),
            [
                "p client request B passed: remove it from the list of expected failures",
                "p client request C: why",
                "p client request E is on the list of expected failures but did not run",
                "p client request Gone is on the list of expected failures but did not run",
            ]
        );
        assert!(list.check(&results[..1], &["q".to_owned()], None).is_empty());
    }

    #[test]
    fn a_line_without_a_reason_is_rejected() {
        assert_eq!(Expected::parse("p client request A |").expect_err("no reason"), "p client request A |");
    }
}
