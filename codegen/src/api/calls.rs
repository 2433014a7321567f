//! Behavior of calls besides sending a message: pages, waiters, endpoints, and the maximum size of bodies.

use super::facts::local_name;
use super::{Audience, Change, ChangeKind, Context, Level, Levels};
use crate::diagnostic::ApiFacts;
use crate::ir::{Literal, Matcher, Module, Operation, Pages, Setting, Waiter};

/// Maximum size of request bodies if the schema states none. A test compares it with the runtime's.
pub(super) const DEFAULT_MAX_BODY: u64 = 2 * 1024 * 1024;

/// Compares an operation that both versions have.
pub(super) fn compare(
    context: &Context,
    (old_module, old): (&Module, &Operation),
    (new_module, new): (&Module, &Operation),
) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |audience: Audience, level: Level, facts: ApiFacts| {
        changes.push(context.change(ChangeKind::Behavior, &new.id, facts, Levels::of(&[audience], level)));
    };
    let operation = || local_name(&new.id);
    if let (Some(was), Some(now)) = (&old.pages, &new.pages) {
        if path(was) != path(now) {
            add(Audience::Client, Level::Major, ApiFacts::ChangedItems { operation: operation() });
        }
        if (setting(old, "paginated"), &was.size) != (setting(new, "paginated"), &now.size) {
            add(Audience::Client, Level::Minor, ApiFacts::ChangedPages { operation: operation() });
        }
    }
    for waiter in &new.waiters {
        let Some(was) = old.waiters.iter().find(|was| was.wire_name == waiter.wire_name) else { continue };
        if acceptors(old_module, was) != acceptors(new_module, waiter) {
            add(Audience::Client, Level::Minor, ApiFacts::ChangedWaiter { waiter: waiter.wire_name.clone() });
        }
    }
    if old.endpoint_parameters != new.endpoint_parameters {
        add(Audience::Client, Level::Minor, ApiFacts::ChangedEndpoints { shape: operation() });
    }
    let (was, now) = (max_body(old), max_body(new));
    if was != now {
        // Servers refuse larger bodies.
        let level = if now < was { Level::Major } else { Level::Minor };
        add(Audience::Server, level, ApiFacts::ChangedMaxBody { operation: operation(), old: was, new: now });
    }
    changes
}

/// Compares the endpoints of a service.
pub(super) fn endpoints(context: &Context, old: &Module, new: &Module) -> Option<Change> {
    let all = |module: &Module| (module.endpoints.clone(), module.rules.clone(), module.client_parameters.clone());
    let levels = Levels::of(&[Audience::Client], Level::Minor);
    let facts = ApiFacts::ChangedEndpoints { shape: local_name(&new.id) };
    (all(old) != all(new)).then(|| context.change(ChangeKind::Behavior, &new.id, facts, levels))
}

/// Fields on the path to the items of a page.
fn path(pages: &Pages) -> Vec<&str> {
    pages.items.iter().flat_map(|items| &items.path).map(|step| step.field.as_str()).collect()
}

fn setting<'o>(operation: &'o Operation, method: &str) -> Option<&'o Setting> {
    operation.settings.iter().find(|setting| setting.method == method)
}

fn max_body(operation: &Operation) -> u64 {
    match setting(operation, "max_body").and_then(|setting| setting.arguments.first()) {
        Some(Literal::Size(bytes)) => *bytes,
        _ => DEFAULT_MAX_BODY,
    }
}

/// Delays and acceptors of a waiter. Paths are their texts: names of their statics depend on other waiters.
fn acceptors(module: &Module, waiter: &Waiter) -> Vec<String> {
    let text = |name: &str| {
        module.paths.iter().find(|path| path.name == name).map_or_else(String::new, |path| path.text.clone())
    };
    let each = waiter.acceptors.iter().map(|acceptor| {
        let matcher = match &acceptor.matcher {
            Matcher::Path { data, path, expected } => format!("{data:?} {} {expected:?}", text(path)),
            other => format!("{other:?}"),
        };
        format!("{:?} {matcher} {:?}", acceptor.state, acceptor.message.as_deref().map(text))
    });
    std::iter::once(format!("{:?}", waiter.delays)).chain(each).collect()
}
