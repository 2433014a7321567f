//! Pages of all events, from the tables of rules and other modules. Independent of particular pages.
//! Commands have events of their own, in the package `whitesmith`.

use std::sync::LazyLock;

use crate::rule::Event;

/// All events, sorted by name, without duplicates.
pub fn events() -> &'static [&'static Event] {
    static EVENTS: LazyLock<Vec<&'static Event>> = LazyLock::new(|| {
        let rules = crate::validate::events().chain(crate::diff::events());
        let mut events: Vec<_> = rules.chain(tables().into_iter().flatten()).collect();
        events.sort_by_key(|event| event.ids.name());
        events.dedup_by_key(|event| event.ids.name());
        events
    });
    &EVENTS
}

/// Tables of diagnostics outside rules.
fn tables() -> Vec<&'static [Event]> {
    vec![
        crate::build::EVENTS,
        crate::config::EVENTS,
        crate::load::EVENTS,
        crate::load::smithy_build::EVENTS,
        crate::lower::EVENTS,
        crate::pipeline::EVENTS,
        crate::syntax::idl::fmt::EVENTS,
    ]
}

/// The event with this ID, or with its longest prefix.
pub fn find(id: &str) -> Option<&'static Event> {
    find_among(events(), id)
}

/// The event with this ID, or with its longest prefix, among events that are sorted by name.
pub fn find_among(events: &[&'static Event], id: &str) -> Option<&'static Event> {
    let mut part = id;
    loop {
        if let Ok(at) = events.binary_search_by_key(&part, |event| event.ids.name()) {
            return events.get(at).copied();
        }
        // `UnknownValidator_…` ends with a name from the model.
        part = part.rsplit_once(['.', '_'])?.0;
    }
}

#[cfg(test)]
mod tests;
