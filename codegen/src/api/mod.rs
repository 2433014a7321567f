//! The public API of generated modules, and verdicts on its changes: major, minor or patch, by Cargo's rules for
//! semantic versioning. Everything is computed from the IR, independent of Smithy's traits and of the events of `diff`.
//! docs/policy.md explains the rules.

mod auth;
mod behavior;
mod calls;
mod facts;
mod items;
mod level;
mod limits;
mod reach;
mod settings;
mod stored;
mod timestamps;
mod wire;

use std::collections::BTreeMap;

pub use level::{Audience, Level, Levels};

use crate::diagnostic::ApiFacts;
use crate::ir::Module;
use items::Surface;

/// Kind of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Items that code can refer to: types, fields, methods, variants. The compiler reports breaking changes.
    Api,
    /// The form of serialized values.
    Stored,
    /// Constraints, which are checked at run time.
    Constraint,
    /// Default values.
    Default,
    /// Requests and responses.
    Wire,
    /// Protocols of a service.
    Protocol,
    /// Authentication.
    Auth,
    /// Behavior of clients and servers: retries, checksums, pages, endpoints.
    Behavior,
}

/// A change of a generated module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Name of the module.
    pub module: String,
    /// ID of the shape, member, operation or service that causes it.
    pub origin: String,
    /// Kind of the change.
    pub kind: ChangeKind,
    /// The change, such as "removed field `types::Ship::name`".
    pub facts: ApiFacts,
    /// Verdict for each audience.
    pub levels: Levels,
}

/// Compares the generated modules of two versions, by their names. Returns all changes, and the audiences of the
/// modules with their verdicts.
pub fn compare(old: &[Module], new: &[Module]) -> (Vec<Change>, Levels) {
    let (old, new) = (by_name(old), by_name(new));
    let mut changes = Vec::new();
    let mut all = Levels::default();
    for (name, before) in &old {
        all.join(&before.audiences());
        match new.get(name) {
            Some(after) => changes.extend(compare_module(before, after)),
            None => {
                let facts = ApiFacts::RemovedModule { module: (*name).to_owned() };
                changes.push(whole(before, facts, Level::Major));
            }
        }
    }
    for (name, after) in &new {
        all.join(&after.audiences());
        if !old.contains_key(name) {
            let facts = ApiFacts::AddedModule { module: (*name).to_owned() };
            changes.push(whole(after, facts, Level::Minor));
        }
    }
    for change in &changes {
        all.join(&change.levels);
    }
    (changes, all)
}

fn by_name(modules: &[Module]) -> BTreeMap<&str, &Module> {
    modules.iter().map(|module| (module.name.as_str(), module)).collect()
}

/// A module that only one version has.
fn whole(module: &Module, facts: ApiFacts, level: Level) -> Change {
    Change {
        module: module.name.clone(),
        origin: module.id.clone(),
        kind: ChangeKind::Api,
        facts,
        levels: module.audiences().at(level),
    }
}

fn compare_module(old: &Module, new: &Module) -> Vec<Change> {
    let mut audiences = old.audiences();
    audiences.join(&new.audiences());
    let protocols = wire::Protocols::of(old, new);
    let context = Context { module: new.name.clone(), audiences, protocols };
    // First, so that other changes of an operation that was removed are listed with it.
    let mut changes = wire::compare(&context, old, new);
    changes.extend(items::compare(&context, &Surface::of(old), &Surface::of(new)));
    let (old_facts, new_facts) = (facts::Facts::of(old), facts::Facts::of(new));
    changes.extend(limits::compare(&context, &old_facts, &new_facts));
    changes.extend(behavior::compare(&context, (old, &old_facts), (new, &new_facts)));
    changes.extend(stored::compare(&context, &old_facts, &new_facts));
    changes
}

/// The module whose changes are collected, and its audiences.
struct Context {
    module: String,
    audiences: Levels,
    /// Those that both versions have.
    protocols: wire::Protocols,
}

impl Context {
    /// A change. Audiences that the module does not have are left out.
    fn change(&self, kind: ChangeKind, origin: &str, facts: ApiFacts, levels: Levels) -> Change {
        let levels = levels.within(&self.audiences);
        Change { module: self.module.clone(), origin: origin.to_owned(), kind, facts, levels }
    }
}

#[cfg(test)]
mod tests;
