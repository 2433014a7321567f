//! JSON lines, one for each finding, and one for the verdict.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::{Entry, Report};
use crate::api::{Audience, Level, Levels};
use crate::diagnostic::render;
use crate::diff::policy::Verdict;
use crate::diff::{Finding, Semver, Side};
use crate::text;

impl Report<'_> {
    /// JSON lines like those of other diagnostics, with additional members:
    ///
    /// - `kind`: `change`
    /// - `model`: `old` or `new`, the model of `file` and `line`
    /// - `edit`: a number that all findings of one edit have in common
    /// - `related`: whether it is not the first finding of its edit
    /// - `title`: the rename, if it is one
    /// - `semver`: the verdict of the edit, `major`, `minor` or `patch`, and `side`: for whom it holds, `client`,
    ///   `server`, `types` or `stored`, or `all`, or several of them with commas
    /// - `sides`: the verdict for each of them
    /// - `rust`: changes of generated code, with the first finding
    /// - `allowed`: the reason of an exception, and `denied`: whether the edit is denied
    ///
    /// The last line has the `kind` `summary`, and:
    ///
    /// - `semver`: the verdict of all edits, `none` if nothing is generated, or `unknown`; `sides`: for each side
    /// - `reason`: why the verdict is unknown
    /// - `suppressed`: the number of edits with findings that the new model suppresses
    /// - `denied`: whether an edit is denied, or a version number that is unknown
    pub fn json(self) -> String {
        let mut out = String::new();
        for entry in self.groups().flat_map(|(_, entries)| entries) {
            for finding in std::iter::once(entry.lead).chain(entry.related()) {
                let mut object = render::value(&finding.diagnostic, self.sources(finding));
                if let Some(object) = object.as_object_mut() {
                    extend(object, &entry, finding);
                }
                let _ = writeln!(out, "{}", text::json(&object));
            }
        }
        let _ = writeln!(out, "{}", text::json(&self.verdict()));
        out
    }

    /// The last line.
    fn verdict(self) -> Value {
        let (semver, levels, reason) = match &self.review.semver {
            Semver::Known(levels) => (levels.worst().map_or("patch", Level::name), *levels, None),
            Semver::NothingGenerated => ("none", Levels::default(), None),
            Semver::Unknown { .. } => ("unknown", Levels::default(), Some(self.semver())),
        };
        serde_json::json!({
            "kind": "summary",
            "semver": semver,
            "sides": sides(levels),
            "reason": reason,
            "suppressed": self.suppressed(),
            "denied": self.judgment.is_denied,
        })
    }
}

/// The verdict for each side.
fn sides(levels: Levels) -> Map<String, Value> {
    levels.iter().map(|(audience, level)| (audience.id().to_owned(), level.name().into())).collect()
}

fn extend(object: &mut Map<String, Value>, entry: &Entry<'_>, finding: &Finding) {
    let levels = &entry.edit.levels;
    let is_lead = std::ptr::eq(finding, entry.lead);
    let model = if finding.side == Side::Old { "old" } else { "new" };
    let sides = sides(*levels);
    let worst: Vec<&str> = levels.worst_audiences().map(Audience::id).collect();
    let side = if worst.len() == sides.len() && worst.len() > 1 { "all".to_owned() } else { worst.join(",") };
    let allowed = if let Verdict::Allowed(reason) = entry.verdict { Some(reason.as_str()) } else { None };
    let known = levels.worst();
    let mut add = |name: &str, value: Value| object.insert(name.to_owned(), value);
    add("kind", "change".into());
    add("model", model.into());
    add("edit", entry.number.into());
    add("related", (!is_lead).into());
    add("title", entry.edit.title.as_ref().map(ToString::to_string).into());
    add("semver", known.map(Level::name).into());
    add("side", known.map(|_| side).into());
    add("sides", Value::Object(sides));
    if is_lead {
        let texts: Vec<Value> = entry.edit.changes.iter().map(|change| change.facts.to_string().into()).collect();
        add("rust", texts.into());
    }
    add("denied", (*entry.verdict == Verdict::Denied).into());
    add("allowed", allowed.into());
}
