//! Changes of behavior that the API does not show: defaults, messages, protocols and authentication.

use super::facts::{Edge, Facts};
use super::{Audience, Change, Context, Level, Levels, Nature};
use crate::diagnostic::{ApiFacts, List};
use crate::ir::{Literal, Module, Setting};

/// What a setting of a schema means for somebody with another version of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Neither messages nor authentication depend on it.
    Harmless,
    /// Another module compares it.
    Elsewhere,
    /// A property of authentication, of which the service has one each.
    Key,
    /// Messages have another form.
    Message,
}

/// All settings of schemas. A test compares them with those of the runtime.
pub(super) const SETTINGS: &[(&str, Meaning)] = &[
    ("api_key", Meaning::Key),
    ("api_key_scheme", Meaning::Harmless),
    ("auth", Meaning::Elsewhere),
    ("checksum_algorithm", Meaning::Message),
    ("checksum_required", Meaning::Message),
    ("compression", Meaning::Harmless),
    ("default", Meaning::Elsewhere),
    ("discriminated", Meaning::Message),
    ("ec2_query_name", Meaning::Message),
    ("endpoint_parameters", Meaning::Harmless),
    ("endpoint_prefix", Meaning::Message),
    ("endpoints", Meaning::Harmless),
    ("error", Meaning::Message),
    ("errors", Meaning::Elsewhere),
    ("event_header", Meaning::Message),
    ("event_payload", Meaning::Message),
    ("header", Meaning::Message),
    ("holds_custom", Meaning::Harmless),
    ("host_label", Meaning::Message),
    ("host_prefix", Meaning::Message),
    ("http", Meaning::Message),
    ("idempotency_token", Meaning::Message),
    ("idempotent", Meaning::Harmless),
    ("json_name", Meaning::Message),
    ("json_unknown", Meaning::Message),
    ("label", Meaning::Message),
    ("long_poll", Meaning::Harmless),
    ("max", Meaning::Elsewhere),
    ("max_length", Meaning::Elsewhere),
    ("media_type", Meaning::Message),
    ("min", Meaning::Elsewhere),
    ("min_length", Meaning::Elsewhere),
    ("no_auth", Meaning::Elsewhere),
    ("no_error_wrapping", Meaning::Message),
    ("open", Meaning::Message),
    ("optional_auth", Meaning::Elsewhere),
    ("paginated", Meaning::Harmless),
    ("pattern", Meaning::Elsewhere),
    ("payload", Meaning::Message),
    ("prefix_headers", Meaning::Message),
    ("protocols", Meaning::Elsewhere),
    ("query", Meaning::Message),
    ("query_compatible", Meaning::Message),
    ("query_error", Meaning::Message),
    ("query_params", Meaning::Message),
    ("readonly", Meaning::Harmless),
    ("required", Meaning::Elsewhere),
    ("requires_length", Meaning::Message),
    ("response_checksums", Meaning::Message),
    ("response_code", Meaning::Message),
    ("retryable", Meaning::Harmless),
    ("rules", Meaning::Harmless),
    ("sdk_id", Meaning::Harmless),
    ("sensitive", Meaning::Harmless),
    ("shown_values", Meaning::Harmless),
    ("sigv4", Meaning::Key),
    ("sparse", Meaning::Message),
    ("streaming", Meaning::Message),
    ("throttling", Meaning::Harmless),
    ("timestamp_format", Meaning::Message),
    ("unique", Meaning::Elsewhere),
    ("unsigned_payload", Meaning::Message),
    ("unsupported_auth", Meaning::Elsewhere),
    ("untagged", Meaning::Message),
    ("unwrapped_output", Meaning::Message),
    ("validation_error", Meaning::Harmless),
    ("xml_attribute", Meaning::Message),
    ("xml_flattened", Meaning::Message),
    ("xml_name", Meaning::Message),
    ("xml_namespace", Meaning::Message),
    ("xml_prefix", Meaning::Message),
];

/// The meaning of a setting. One that is not known may change messages.
fn meaning(setting: &Setting) -> Meaning {
    let known = SETTINGS.iter().find(|(method, _)| *method == setting.method);
    known.map_or(Meaning::Message, |(_, meaning)| *meaning)
}

/// Compares behavior that is not visible in the API.
pub(super) fn compare(
    context: &Context,
    (old, old_facts): (&Module, &Facts<'_>),
    (new, new_facts): (&Module, &Facts<'_>),
) -> Vec<Change> {
    let mut changes = Vec::new();
    for (origin, after) in &new_facts.nodes {
        let Some(before) = old_facts.nodes.get(origin) else { continue };
        messages(context, origin, before.settings.iter().copied(), after.settings.iter().copied(), &mut changes);
        for edge in &after.edges {
            let Some(was) = before.edges.iter().find(|was| was.entry.name == edge.entry.name) else { continue };
            messages(context, &edge.id, was.entry.settings.iter(), edge.entry.settings.iter(), &mut changes);
            changes.extend(default(context, was, edge));
        }
    }
    for operation in &new.operations {
        let Some(was) = old.operations.iter().find(|was| was.id == operation.id) else { continue };
        messages(context, &operation.id, was.settings.iter(), operation.settings.iter(), &mut changes);
        changes.extend(auth(context, &operation.id, &schemes(old, &was.settings), &schemes(new, &operation.settings)));
    }
    messages(context, &new.id, old.settings.iter(), new.settings.iter(), &mut changes);
    changes.extend(protocols(context, old, new));
    changes
}

/// A change of the default value. A member that gains or loses its default changes its type.
fn default(context: &Context, old: &Edge<'_>, new: &Edge<'_>) -> Option<Change> {
    let value = |edge: &Edge<'_>| edge.entry.settings.iter().find(|setting| setting.method == "default").cloned();
    let (before, after) = (value(old)?, value(new)?);
    let users = context.audiences.at(Level::Major);
    (before != after).then(|| context.change(Nature::Default, &new.id, ApiFacts::ChangedDefault {}, users))
}

/// Settings of schemas determine the form of messages. If they differ, peers of different versions are incompatible.
fn messages<'s>(
    context: &Context,
    origin: &str,
    old: impl Iterator<Item = &'s Setting>,
    new: impl Iterator<Item = &'s Setting>,
    changes: &mut Vec<Change>,
) {
    let is_message = |setting: &&Setting| matches!(meaning(setting), Meaning::Key | Meaning::Message);
    let (old, new): (Vec<_>, Vec<_>) = (old.filter(is_message).collect(), new.filter(is_message).collect());
    let mut methods: Vec<(&'static str, Meaning)> = old
        .iter()
        .filter(|setting| !new.contains(setting))
        .chain(new.iter().filter(|setting| !old.contains(setting)))
        .map(|setting| (setting.method, meaning(setting)))
        .collect();
    methods.sort_unstable_by_key(|(method, _)| *method);
    methods.dedup();
    for (method, meaning) in methods {
        let code = Levels::of(&Audience::CODE, Level::Major);
        let (nature, facts) = if meaning == Meaning::Key {
            (Nature::Auth, ApiFacts::ChangedAuth { setting: method })
        } else {
            (Nature::Wire, ApiFacts::ChangedMessages { setting: method })
        };
        let types = Levels::of(&[Audience::Types], Level::Patch);
        let levels = if context.audiences.get(Audience::Types).is_some() { types } else { code };
        changes.push(context.change(nature, origin, facts, levels));
    }
}

/// Protocols of a service, in order of priority.
fn protocols(context: &Context, old: &Module, new: &Module) -> Vec<Change> {
    let list = |module: &Module| names(module.settings.iter().find(|setting| setting.method == "protocols"));
    let (before, after) = (list(old), list(new));
    let mut changes = Vec::new();
    for protocol in before.iter().filter(|protocol| !after.contains(protocol)) {
        let mut levels = Levels::of(&[Audience::Server], Level::Major);
        // Clients use the first protocol. Servers of the old model may not have it.
        if after.first().is_none_or(|first| !before.contains(first)) {
            levels = levels.with(Audience::Client, Level::Major);
        }
        let facts = ApiFacts::RemovedProtocol { protocol: protocol.clone() };
        changes.push(context.change(Nature::Protocol, &new.id, facts, levels));
    }
    for protocol in after.iter().filter(|protocol| !before.contains(protocol)) {
        let mut levels = Levels::of(&Audience::CODE, Level::Minor);
        if after.first() == Some(protocol) && !before.is_empty() {
            // Servers of the old model may lack the protocol that clients now use.
            levels = levels.with(Audience::Client, Level::Major);
        }
        let facts = ApiFacts::AddedProtocol { protocol: protocol.clone() };
        changes.push(context.change(Nature::Protocol, &new.id, facts, levels));
    }
    changes
}

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

/// Fewer schemes exclude callers; more schemes do not.
fn auth(context: &Context, origin: &str, old: &Schemes, new: &Schemes) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |level: Level, facts: ApiFacts| {
        let levels = Levels::of(&[Audience::Client, Audience::Server], level);
        changes.push(context.change(Nature::Auth, origin, facts, levels));
    };
    if old.is_optional && !new.is_optional {
        add(Level::Major, ApiFacts::RequiredAuth { schemes: List(new.names.clone()) });
    } else if new.names.is_empty() && !old.names.is_empty() {
        add(Level::Minor, ApiFacts::OptionalAuth {});
    } else {
        for scheme in old.names.iter().filter(|scheme| !new.names.contains(scheme)) {
            add(Level::Major, ApiFacts::RemovedScheme { scheme: scheme.clone() });
        }
    }
    for scheme in new.names.iter().filter(|scheme| !old.names.contains(scheme) && !old.is_optional) {
        add(Level::Minor, ApiFacts::AddedScheme { scheme: scheme.clone() });
    }
    changes
}

/// The names of a list of runtime values: the last part of each path.
fn names(setting: Option<&Setting>) -> Vec<String> {
    let arguments = setting.map(|setting| setting.arguments.as_slice()).unwrap_or_default();
    let [Literal::Slice(values)] = arguments else { return Vec::new() };
    let last = |path: &str| path.rsplit("::").next().unwrap_or(path).to_owned();
    values.iter().filter_map(|value| if let Literal::Runtime(path) = value { Some(last(path)) } else { None }).collect()
}
