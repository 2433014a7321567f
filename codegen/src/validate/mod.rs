//! Finds what is wrong with a model. Each rule is a function over the model and a row in `RULES`.

mod constraints;
mod http;
mod operations;
mod pagination;
mod targets;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Model, Valid};

/// A rule: looks at the model, and adds what it finds.
type Rule = fn(&Model, &mut Vec<Diagnostic>);

/// All rules, by the event id they report, with the reference implementation's names.
const RULES: &[(&str, Rule)] = &[
    ("Target", targets::check),
    ("LengthTrait, RangeTrait", constraints::bounds),
    ("PatternTrait", constraints::patterns),
    ("EnumShape", constraints::enums),
    ("Target.Operation", operations::check),
    ("HttpLabelTrait", http::labels),
    ("PaginatedTrait", pagination::check),
];

/// Runs all rules. The model comes back as valid when none finds an error.
pub fn validate(model: Model) -> (Option<Valid<Model>>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    for (_, rule) in RULES {
        rule(&model, &mut found);
    }
    let is_valid = !found.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    (is_valid.then(|| Valid::assume(model)), found)
}
