//! Changes of behavior that the API does not show: defaults, messages, protocols, and what settings decide.

use std::collections::BTreeSet;

use super::facts::{Edge, Facts, Node, local_name, member_id};
use super::settings::{Behavior, Effect, Verdicts, effect};
use super::{Audience, Change, ChangeKind, Context, Level, Levels, auth, calls, timestamps, wire};
use crate::diagnostic::{ApiFacts, SettingChange};
use crate::ir::{Body, Definition, Entry, Literal, Module, Setting, Variant};

/// Compares behavior that is not visible in the API.
pub(super) fn compare(
    context: &Context,
    (old, old_facts): (&Module, &Facts<'_>),
    (new, new_facts): (&Module, &Facts<'_>),
) -> Vec<Change> {
    let mut changes = Vec::new();
    let bound: BTreeSet<&str> = bound(old_facts).chain(bound(new_facts)).collect();
    let places = (timestamps::places(old_facts), timestamps::places(new_facts));
    let mut formats = BTreeSet::new();
    for (origin, after) in &new_facts.nodes {
        let Some(before) = old_facts.nodes.get(origin) else { continue };
        let is_bound = bound.contains(origin);
        let (was, now) = (before.settings.iter().copied(), after.settings.iter().copied());
        changes.extend(settings(context, (origin, is_bound), was, now));
        for edge in &after.edges {
            let Some(was) = before.edges.iter().find(|was| was.entry.name == edge.entry.name) else { continue };
            let is_bound = is_bound || binds(was.entry) || binds(edge.entry);
            let (own, now) = (member_settings(old_facts, was, edge), member_settings(new_facts, edge, was));
            changes.extend(settings(context, (&edge.id, is_bound), own.into_iter(), now.into_iter()));
            let format =
                |facts, places, edge| timestamps::formats(&context.protocols.shared, (facts, places), (origin, edge));
            if format(old_facts, &places.0, was) != format(new_facts, &places.1, edge) {
                // A format that the target states is reported once, at the target.
                let target = new_facts.target(&edge.entry.target).filter(|_| timestamps::own(was).is_none());
                let target = target.filter(|_| timestamps::own(edge).is_none()).map(|(origin, _)| origin);
                if target.is_none_or(|target| formats.insert(target)) {
                    let origin = target.unwrap_or(&edge.id);
                    let found = (timestamps::METHOD, Effect::Message);
                    changes.extend(setting(context, origin, found, SettingChange::Changed));
                }
            }
            changes.extend(targets(context, (old_facts, was), (new_facts, edge)));
            changes.extend(default(context, was, edge));
        }
    }
    for definition in &new.definitions {
        let Some(was) = old.definitions.iter().find(|was| was.origin == definition.origin) else { continue };
        enum_values(context, was, definition, &mut changes);
    }
    for operation in &new.operations {
        let Some(was) = old.operations.iter().find(|was| was.id == operation.id) else { continue };
        changes.extend(settings(context, (&operation.id, true), was.settings.iter(), operation.settings.iter()));
        changes.extend(auth::compare(context, (old, was), (new, operation)));
        changes.extend(calls::compare(context, (old, was), (new, operation)));
    }
    changes.extend(settings(context, (&new.id, true), old.settings.iter(), new.settings.iter()));
    changes.extend(calls::endpoints(context, old, new));
    changes.extend(protocols(context, old, new));
    changes
}

/// Compares settings of the targets of a member, unless both versions have the same target: that is compared once. A
/// shape without settings may have no schema of its own.
fn targets(
    context: &Context,
    (old_facts, old): (&Facts<'_>, &Edge<'_>),
    (new_facts, new): (&Facts<'_>, &Edge<'_>),
) -> Vec<Change> {
    fn of<'m>(target: Option<(&'m str, &Node<'m>)>) -> Vec<&'m Setting> {
        target.map(|(_, node)| node.settings.clone()).unwrap_or_default()
    }
    let (was, now) = (old_facts.target(&old.entry.target), new_facts.target(&new.entry.target));
    if was.map(|(origin, _)| origin) == now.map(|(origin, _)| origin) {
        return Vec::new();
    }
    let is_bound = [old, new].iter().any(|edge| binds(edge.entry));
    settings(context, (&new.id, is_bound), of(was).into_iter(), of(now).into_iter())
}

/// Settings of a member. A media type that its target has in one of the versions is that of the member, too.
fn member_settings<'m>(facts: &Facts<'m>, edge: &Edge<'m>, other: &Edge<'_>) -> Vec<&'m Setting> {
    let is_media_type = |setting: &&Setting| setting.method == "media_type";
    let is_stated =
        [&edge.entry.settings, &other.entry.settings].iter().any(|all| all.iter().any(|it| is_media_type(&it)));
    let inherits = is_stated && !edge.entry.settings.iter().any(|setting| is_media_type(&setting));
    let target = facts.target(&edge.entry.target).filter(|_| inherits);
    let inherited = target.into_iter().flat_map(|(_, node)| node.settings.clone()).filter(is_media_type);
    // Names are compared for each protocol.
    edge.entry.settings.iter().filter(|setting| setting.method != "xml_name").chain(inherited).collect()
}

/// Whether values of a member are headers, bodies or payloads of events.
fn binds(entry: &Entry) -> bool {
    const BINDINGS: [&str; 5] = ["event_header", "event_payload", "header", "payload", "prefix_headers"];
    entry.settings.iter().any(|setting| BINDINGS.contains(&setting.method))
}

/// Shapes whose values are headers, bodies or payloads of events, by origin.
fn bound<'m>(facts: &Facts<'m>) -> impl Iterator<Item = &'m str> {
    let edges = facts.nodes.values().flat_map(|node| &node.edges);
    edges.filter(|edge| binds(edge.entry)).filter_map(|edge| facts.target(&edge.entry.target)).flat_map(
        |(origin, node)| {
            let elements = node.edges.iter().filter_map(|edge| Some(facts.target(&edge.entry.target)?.0));
            std::iter::once(origin).chain(elements).collect::<Vec<_>>()
        },
    )
}

/// Members of enums with another value, which peers of the other version do not know.
fn enum_values(context: &Context, old: &Definition, new: &Definition, changes: &mut Vec<Change>) {
    fn values<T: ToString>(variants: &[Variant<T>]) -> Vec<(&str, &str, String)> {
        let parts = |variant: &'_ Variant<T>| variant.value.to_string();
        variants.iter().map(|variant| (variant.member.as_str(), variant.name.as_str(), parts(variant))).collect()
    }
    let (before, after) = match (&old.body, &new.body) {
        (Body::StringEnum { variants: old, .. }, Body::StringEnum { variants: new, .. }) => (values(old), values(new)),
        (Body::IntEnum { variants: old, .. }, Body::IntEnum { variants: new, .. }) => (values(old), values(new)),
        _ => return,
    };
    for (member, name, old_value) in before {
        // A member of another name may be the same variant.
        let same = after.iter().find(|(other, ..)| *other == member);
        let Some((member, _, value)) = same.or_else(|| after.iter().find(|(_, other, _)| *other == name)) else {
            continue;
        };
        if *value != old_value {
            let facts =
                ApiFacts::ChangedEnumValue { variant: (*member).to_owned(), old: old_value, new: value.clone() };
            let levels = Levels::of(&Audience::CODE, Level::Major);
            changes.push(context.change(ChangeKind::Wire, &member_id(&new.id, member), facts, levels));
        }
    }
}

/// A change of the default value. A member that gains or loses its default changes its type.
fn default(context: &Context, old: &Edge<'_>, new: &Edge<'_>) -> Option<Change> {
    let value = |edge: &Edge<'_>| edge.entry.settings.iter().find(|setting| setting.method == "default").cloned();
    let (before, after) = (value(old)?, value(new)?);
    let users = context.audiences.at(Level::Major);
    (before != after).then(|| context.change(ChangeKind::Default, &new.id, ApiFacts::ChangedDefault {}, users))
}

/// Compares settings of a schema. Those that determine the form of messages make peers of different versions
/// incompatible. `is_bound` states whether values are headers or bodies.
fn settings<'s>(
    context: &Context,
    (origin, is_bound): (&str, bool),
    old: impl Iterator<Item = &'s Setting>,
    new: impl Iterator<Item = &'s Setting>,
) -> Vec<Change> {
    let (old, new): (Vec<_>, Vec<_>) = (old.collect(), new.collect());
    let value = |list: &[&'s Setting], method: &str| list.iter().find(|setting| setting.method == method).copied();
    let methods: BTreeSet<&'static str> = old.iter().chain(&new).map(|setting| setting.method).collect();
    let changed = methods.into_iter().filter_map(|method| {
        let change = match (value(&old, method), value(&new, method)) {
            (None, _) => SettingChange::Added,
            (_, None) => SettingChange::Removed,
            (Some(old), Some(new)) if old == new => return None,
            _ => SettingChange::Changed,
        };
        // The prefix of a key is a part of it.
        let owner = if method == "api_key_scheme" { "api_key" } else { method };
        let is_kept = value(&old, owner).is_some() && value(&new, owner).is_some();
        match effect(method) {
            _ if !context.protocols.reads(method) => None,
            // Schemes that are added or removed are compared for each operation.
            Effect::Key if !is_kept => None,
            Effect::BoundMessage if !is_bound => None,
            effect => setting(context, origin, (method, effect), change),
        }
    });
    changed.collect()
}

fn setting(
    context: &Context,
    origin: &str,
    (setting, effect): (&'static str, Effect),
    change: SettingChange,
) -> Option<Change> {
    let shape = local_name(origin);
    let code = Levels::of(&[Audience::Client, Audience::Server], Level::Major);
    let (kind, facts, levels) = match effect {
        Effect::None | Effect::Elsewhere => return None,
        Effect::Key => (ChangeKind::Auth, ApiFacts::ChangedAuth { setting }, code),
        Effect::Message | Effect::BoundMessage => {
            (ChangeKind::Wire, ApiFacts::ChangedMessages { setting, shape }, code)
        }
        Effect::Behavior(Behavior { decides, added, removed, changed }) => {
            let Verdicts(client, server, types) = match change {
                SettingChange::Added => added,
                SettingChange::Removed => removed,
                SettingChange::Changed => changed,
            };
            let levels = Levels::of(&[Audience::Client], client);
            let levels = levels.with(Audience::Server, server).with(Audience::Types, types);
            (ChangeKind::Behavior, ApiFacts::ChangedSetting { setting, shape, change, decides }, levels)
        }
    };
    Some(context.change(kind, origin, facts, levels))
}

/// Protocols of a service, in order of priority.
fn protocols(context: &Context, old: &Module, new: &Module) -> Vec<Change> {
    let (before, after) = (wire::protocols(old), wire::protocols(new));
    let mut changes = Vec::new();
    for protocol in before.iter().filter(|protocol| !after.contains(protocol)) {
        let mut levels = Levels::of(&[Audience::Server], Level::Major);
        // Clients use the first protocol. Servers of the old model may not have it.
        if after.first().is_none_or(|first| !before.contains(first)) {
            levels = levels.with(Audience::Client, Level::Major);
        }
        let facts = ApiFacts::RemovedProtocol { protocol: protocol.name().to_owned() };
        changes.push(context.change(ChangeKind::Protocol, &new.id, facts, levels));
    }
    for protocol in after.iter().filter(|protocol| !before.contains(protocol)) {
        let mut levels = Levels::of(&Audience::CODE, Level::Minor);
        let is_first = after.first() == Some(protocol);
        let protocol = protocol.name().to_owned();
        let facts = if is_first && !before.is_empty() {
            // Servers of the old model may lack the protocol that clients now use.
            levels = levels.with(Audience::Client, Level::Major);
            ApiFacts::PreferredProtocol { protocol }
        } else {
            ApiFacts::AddedProtocol { protocol }
        };
        changes.push(context.change(ChangeKind::Protocol, &new.id, facts, levels));
    }
    changes
}

/// The names of a list of runtime values: the last part of each path.
pub(super) fn names(setting: Option<&Setting>) -> Vec<String> {
    let arguments = setting.map(|setting| setting.arguments.as_slice()).unwrap_or_default();
    let [Literal::Slice(values)] = arguments else { return Vec::new() };
    let last = |path: &str| path.rsplit("::").next().unwrap_or(path).to_owned();
    values.iter().filter_map(|value| if let Literal::Runtime(path) = value { Some(last(path)) } else { None }).collect()
}
