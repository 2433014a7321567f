//! Formats of timestamps in messages: those of `@timestampFormat`, or the default of the protocol and the place.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Edge, Facts, Form};
use super::wire::Protocol;
use crate::ir::{Literal, Setting};

/// Where a timestamp is in a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Body,
    Header,
    Query,
}

/// Places of elements of lists and maps, by the origin of the list or map, unless they are in bodies only.
pub(super) type Places<'m> = BTreeMap<&'m str, BTreeSet<Place>>;

/// The setting of `@timestampFormat`.
pub(super) const METHOD: &str = "timestamp_format";

/// Places of the elements of lists and maps that are headers or parameters.
pub(super) fn places<'m>(facts: &Facts<'m>) -> Places<'m> {
    let mut places = Places::new();
    for edge in facts.nodes.values().flat_map(|node| &node.edges) {
        let (place, target) = (place(edge), facts.target(&edge.entry.target));
        if let Some((origin, _)) = target.filter(|_| place != Place::Body) {
            places.entry(origin).or_default().insert(place);
        }
    }
    places
}

/// The place of a member of a structure.
fn place(edge: &Edge<'_>) -> Place {
    let has = |methods: &[&str]| edge.entry.settings.iter().any(|setting| methods.contains(&setting.method));
    if has(&["header", "prefix_headers"]) {
        Place::Header
    } else if has(&["label", "query", "query_params"]) {
        Place::Query
    } else {
        Place::Body
    }
}

/// The formats of a member in the messages of all protocols, by name. `origin` is its container.
pub(super) fn formats(
    protocols: &[&'static Protocol],
    (facts, places): (&Facts<'_>, &Places<'_>),
    (origin, edge): (&str, &Edge<'_>),
) -> Vec<Literal> {
    if facts.form(&edge.entry.target) != Form::Simple("Timestamp") {
        return Vec::new();
    }
    let stated = own(edge).or_else(|| explicit(facts.target(&edge.entry.target)?.1.settings.iter().copied()));
    let mut all = BTreeSet::from([place(edge)]);
    all.extend(places.get(origin).into_iter().flatten());
    let each = protocols.iter().flat_map(|protocol| {
        all.iter().filter_map(|place| Some(format!("{} {}", protocol.id.name(), protocol.format(*place, stated)?)))
    });
    each.map(Literal::Str).collect()
}

/// The format that a member itself states.
pub(super) fn own<'m>(edge: &Edge<'m>) -> Option<&'m str> {
    explicit(edge.entry.settings.iter())
}

fn explicit<'m>(mut settings: impl Iterator<Item = &'m Setting>) -> Option<&'m str> {
    match settings.find(|setting| setting.method == METHOD)?.arguments.first() {
        Some(Literal::Runtime(path)) => path.rsplit("::").next(),
        _ => None,
    }
}
