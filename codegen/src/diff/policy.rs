//! Which edits are denied, and which exceptions there are.

#[cfg(any(feature = "config", test))]
mod file;

use std::str::FromStr;

use super::{Edit, Finding, Review, Semver, events};
use crate::api::Level;
use crate::diagnostic::{ConfigFacts, Diagnostic, Note, Severity};
use crate::nearest::nearest;
use crate::rule::covers;
use crate::source::Span;

/// The event of an exception that covers nothing. Its page belongs to the command.
const UNUSED: &str = "diff.UnusedException";

/// Something that is denied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Denial {
    /// Findings of at least this severity.
    Severity(Severity),
    /// Edits that require at least this version number.
    Level(Level),
    /// Findings with this ID, or below it.
    Event(String),
}

/// The argument is not a known denial.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is neither a severity, nor `semver-major` or `semver-minor`, nor the ID of a finding{near}")]
pub struct UnknownDenial {
    name: String,
    /// `; did you mean …`, or empty.
    near: String,
}

/// Denials that are not IDs.
const NAMED: [(&str, Denial); 7] = [
    ("breaking", Denial::Severity(Severity::Danger)),
    ("error", Denial::Severity(Severity::Error)),
    ("danger", Denial::Severity(Severity::Danger)),
    ("warning", Denial::Severity(Severity::Warning)),
    ("note", Denial::Severity(Severity::Note)),
    ("semver-major", Denial::Level(Level::Major)),
    ("semver-minor", Denial::Level(Level::Minor)),
];

/// Whether findings have this ID, or IDs below it.
fn is_event(id: &str) -> bool {
    events().any(|event| event.is_covered_by(id))
}

impl FromStr for Denial {
    type Err = UnknownDenial;

    fn from_str(text: &str) -> Result<Self, UnknownDenial> {
        if let Some((_, denial)) = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)) {
            return Ok(denial.clone());
        }
        if is_event(text) {
            return Ok(Self::Event(text.to_owned()));
        }
        let names = NAMED.iter().map(|(name, _)| *name).chain(events().map(|event| event.ids.name()));
        let near = nearest(text, names).map(|near| format!("; {}", Note::nearest(near))).unwrap_or_default();
        Err(UnknownDenial { name: text.to_owned(), near })
    }
}

impl Denial {
    /// The findings for which an edit is denied. Empty if it is not. Severity and version number are those of the edit;
    /// its most severe findings stand for them.
    fn causes<'e>(&self, edit: &'e Edit) -> Vec<&'e Finding> {
        let most_severe = |is_denied: bool| {
            let all = edit.findings.iter().filter(|_| is_denied);
            all.filter(|finding| finding.diagnostic.severity == edit.severity()).collect()
        };
        match self {
            Self::Severity(severity) => most_severe(edit.severity() >= *severity),
            Self::Level(level) => most_severe(edit.level() >= Some(*level)),
            Self::Event(id) => edit.findings.iter().filter(|finding| covers(id, &finding.diagnostic.id)).collect(),
        }
    }
}

/// An edit that is allowed although it is denied in general.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// ID of the shape or member; `*` for all. A shape includes its members.
    pub shape: String,
    /// ID of the event, or its start.
    pub id: String,
    /// Why it is allowed.
    pub reason: String,
    /// Its location.
    pub span: Span,
}

impl Exception {
    /// Whether it is about a finding.
    fn covers(&self, finding: &Finding) -> bool {
        let shape = finding.diagnostic.shape.as_ref().map_or("", |shape| shape.as_str());
        let is_about = self.shape == "*"
            || shape.strip_prefix(&*self.shape).is_some_and(|rest| rest.is_empty() || rest.starts_with('$'));
        is_about && covers(&self.id, &finding.diagnostic.id)
    }
}

/// Denied changes, and exceptions.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// An edit that one of them covers is denied.
    pub denials: Vec<Denial>,
    /// An edit is allowed if they cover what each denial is about: one of the findings for which it denies the edit.
    /// Exceptions for less severe findings of the edit, such as a note, do not allow it.
    pub exceptions: Vec<Exception>,
}

/// Verdict of a policy on an edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing.
    Reported,
    /// It is denied.
    Denied,
    /// An exception allows it, for this reason.
    Allowed(String),
}

/// Verdict of a policy on a review.
#[derive(Clone, Debug, Default)]
pub struct Judgment {
    /// For each edit.
    pub verdicts: Vec<Verdict>,
    /// Exceptions that cover no edit.
    pub unused: Vec<Diagnostic>,
    /// Whether something is denied.
    pub is_denied: bool,
    /// Whether version numbers are denied, and that of the changes is unknown.
    pub is_undetermined: bool,
    /// Whether the policy denies anything at all.
    pub has_denials: bool,
}

impl Policy {
    /// Judges all edits.
    pub fn judge(&self, review: &Review) -> Judgment {
        let verdicts: Vec<Verdict> = review.edits.iter().map(|edit| self.verdict(edit)).collect();
        let findings = || review.edits.iter().flat_map(|edit| &edit.findings);
        let is_idle = |exception: &&Exception| !findings().any(|finding| exception.covers(finding));
        let unused = self.exceptions.iter().filter(is_idle).map(|exception| {
            let facts = ConfigFacts::UnusedException { shape: exception.shape.clone(), id: exception.id.clone() };
            let finding = Diagnostic::of(Severity::Warning, UNUSED, facts, exception.span);
            // An ID that no finding can have is misspelled.
            match nearest(&exception.id, events().map(|event| event.ids.name())) {
                near @ Some(_) if !is_event(&exception.id) => finding.with_nearest(near),
                _ => finding.with_help("remove the exception, or correct its shape or ID"),
            }
        });
        // A verdict that cannot be determined must not pass.
        let is_undetermined = matches!(review.semver, Semver::Unknown { .. })
            && self.denials.iter().any(|denial| matches!(denial, Denial::Level(_)));
        let is_denied = is_undetermined || verdicts.contains(&Verdict::Denied);
        let has_denials = !self.denials.is_empty();
        Judgment { unused: unused.collect(), verdicts, is_denied, is_undetermined, has_denials }
    }

    fn verdict(&self, edit: &Edit) -> Verdict {
        let exception = |causes: &[&Finding]| {
            self.exceptions.iter().find(|exception| causes.iter().any(|finding| exception.covers(finding)))
        };
        let denied = self.denials.iter().map(|denial| denial.causes(edit)).filter(|causes| !causes.is_empty());
        let allowed: Option<Vec<&Exception>> = denied.map(|causes| exception(&causes)).collect();
        let lead: Vec<&Finding> = edit.lead().into_iter().collect();
        match allowed {
            None => Verdict::Denied,
            Some(used) => match used.first().copied().or_else(|| exception(&lead)) {
                Some(exception) => Verdict::Allowed(exception.reason.clone()),
                None => Verdict::Reported,
            },
        }
    }
}
