//! Authentication schemes of operations.

use super::behavior::names;
use super::facts::local_name;
use super::{Audience, Change, ChangeKind, Context, Level, Levels};
use crate::diagnostic::{ApiFacts, List};
use crate::ir::{Module, Operation, Setting};

/// Schemes that callers of an operation may use, and whether they may use none.
#[derive(Debug, PartialEq)]
struct Schemes {
    names: Vec<String>,
    is_optional: bool,
}

fn schemes(module: &Module, operation: &[Setting]) -> Schemes {
    let find = |settings: &[Setting], method: &str| settings.iter().find(|setting| setting.method == method).cloned();
    let has = |settings: &[Setting], method: &str| find(settings, method).is_some();
    let is_none = has(operation, "no_auth");
    let declared = if is_none || has(operation, "auth") { operation } else { module.settings.as_slice() };
    let mut list = if is_none { Vec::new() } else { names(find(declared, "auth").as_ref()) };
    if has(declared, "unsupported_auth") {
        list.push("a scheme that is not supported".to_owned());
    }
    // A service that supports SigV4 alone has no list.
    if list.is_empty() && !is_none && has(&module.settings, "sigv4") {
        list.push("SigV4".to_owned());
    }
    Schemes { is_optional: list.is_empty() || has(operation, "optional_auth"), names: list }
}

/// Compares the schemes of an operation. Fewer schemes exclude callers; more schemes do not. Clients use the first
/// scheme for which they have credentials.
pub(super) fn compare(
    context: &Context,
    (old_module, old): (&Module, &Operation),
    (new_module, new): (&Module, &Operation),
) -> Vec<Change> {
    let (old, origin, operation) = (schemes(old_module, &old.settings), &new.id, local_name(&new.id));
    let new = schemes(new_module, &new.settings);
    let mut changes = Vec::new();
    let mut add = |levels: Levels, facts: ApiFacts| {
        changes.push(context.change(ChangeKind::Auth, origin, facts, levels));
    };
    let both = |level: Level| Levels::of(&[Audience::Client, Audience::Server], level);
    let kept = |list: &Schemes, other: &Schemes| -> Vec<String> {
        list.names.iter().filter(|name| other.names.contains(name)).cloned().collect()
    };
    if old.is_optional && !new.is_optional {
        add(both(Level::Major), ApiFacts::RequiredAuth { operation, schemes: List(new.names.clone()) });
        return changes;
    }
    if new.is_optional && !old.is_optional {
        add(both(Level::Minor), ApiFacts::OptionalAuth { operation: operation.clone() });
    }
    // Callers whose scheme is no longer accepted may call without it, if there is none left.
    for scheme in old.names.iter().filter(|scheme| !new.names.contains(scheme) && !new.names.is_empty()) {
        add(both(Level::Major), ApiFacts::RemovedScheme { operation: operation.clone(), scheme: scheme.clone() });
    }
    for scheme in new.names.iter().filter(|scheme| !old.names.contains(scheme)) {
        add(both(Level::Minor), ApiFacts::AddedScheme { operation: operation.clone(), scheme: scheme.clone() });
    }
    if kept(&old, &new) != kept(&new, &old) {
        let levels = Levels::of(&[Audience::Client], Level::Minor);
        add(levels, ApiFacts::ReorderedSchemes { operation, schemes: List(new.names) });
    }
    changes
}
