//! Changes of behavior that the API does not show: defaults, messages, protocols and authentication.

use super::facts::{Edge, Facts, member_id};
use super::{Audience, Change, ChangeKind, Context, Level, Levels};
use crate::diagnostic::{ApiFacts, List};
use crate::ir::{Body, Definition, Literal, Module, Setting, Variant};

/// Effect of a setting of a schema on peers with another version of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SettingEffect {
    /// Peers of both versions understand each other: neither the form of messages nor authentication depend on it.
    Harmless,
    /// Another module compares it.
    Elsewhere,
    /// A property of authentication, of which the service has one each.
    Key,
    /// Messages have another form.
    Message,
}

/// All settings of schemas. A test compares them with those of the runtime.
pub(super) const SETTINGS: &[(&str, SettingEffect)] = &[
    ("api_key", SettingEffect::Key),
    ("api_key_scheme", SettingEffect::Harmless),
    ("auth", SettingEffect::Elsewhere),
    ("checksum_algorithm", SettingEffect::Message),
    ("checksum_required", SettingEffect::Message),
    ("compression", SettingEffect::Harmless),
    ("cors", SettingEffect::Harmless),
    ("cors_headers", SettingEffect::Harmless),
    ("custom_traits", SettingEffect::Harmless),
    ("default", SettingEffect::Elsewhere),
    ("discriminated", SettingEffect::Message),
    ("ec2_query_name", SettingEffect::Message),
    ("endpoint_parameters", SettingEffect::Harmless),
    ("endpoint_prefix", SettingEffect::Message),
    ("endpoints", SettingEffect::Harmless),
    ("error", SettingEffect::Message),
    ("errors", SettingEffect::Elsewhere),
    ("event_header", SettingEffect::Message),
    ("event_payload", SettingEffect::Message),
    ("header", SettingEffect::Message),
    ("held", SettingEffect::Harmless),
    ("holds_custom", SettingEffect::Harmless),
    ("host_label", SettingEffect::Message),
    ("host_prefix", SettingEffect::Message),
    ("http", SettingEffect::Message),
    ("idempotency_token", SettingEffect::Harmless),
    ("idempotent", SettingEffect::Harmless),
    ("json_name", SettingEffect::Message),
    ("json_unknown", SettingEffect::Message),
    ("label", SettingEffect::Message),
    ("long_poll", SettingEffect::Harmless),
    ("max", SettingEffect::Elsewhere),
    ("max_body", SettingEffect::Harmless),
    ("max_length", SettingEffect::Elsewhere),
    ("media_type", SettingEffect::Message),
    ("min", SettingEffect::Elsewhere),
    ("min_length", SettingEffect::Elsewhere),
    ("no_auth", SettingEffect::Elsewhere),
    ("no_error_wrapping", SettingEffect::Message),
    ("nullable", SettingEffect::Message),
    ("open", SettingEffect::Message),
    ("optional_auth", SettingEffect::Elsewhere),
    ("paginated", SettingEffect::Harmless),
    ("pattern", SettingEffect::Elsewhere),
    ("payload", SettingEffect::Message),
    ("prefix_headers", SettingEffect::Message),
    ("protocols", SettingEffect::Elsewhere),
    ("query", SettingEffect::Message),
    ("query_compatible", SettingEffect::Message),
    ("query_error", SettingEffect::Message),
    ("query_params", SettingEffect::Message),
    ("readonly", SettingEffect::Harmless),
    ("required", SettingEffect::Elsewhere),
    ("requires_length", SettingEffect::Message),
    ("response_checksums", SettingEffect::Message),
    ("response_code", SettingEffect::Message),
    ("retryable", SettingEffect::Harmless),
    ("rules", SettingEffect::Harmless),
    ("sdk_id", SettingEffect::Harmless),
    ("sensitive", SettingEffect::Harmless),
    ("shown_values", SettingEffect::Harmless),
    ("sigv4", SettingEffect::Key),
    ("sparse", SettingEffect::Message),
    ("streaming", SettingEffect::Message),
    ("throttling", SettingEffect::Harmless),
    ("timestamp_format", SettingEffect::Message),
    ("unique", SettingEffect::Elsewhere),
    ("unsigned_payload", SettingEffect::Message),
    ("unsupported_auth", SettingEffect::Elsewhere),
    ("untagged", SettingEffect::Message),
    ("unwrapped_output", SettingEffect::Message),
    ("validation_error", SettingEffect::Harmless),
    ("xml_attribute", SettingEffect::Message),
    ("xml_flattened", SettingEffect::Message),
    ("xml_name", SettingEffect::Message),
    ("xml_namespace", SettingEffect::Message),
    ("xml_prefix", SettingEffect::Message),
];

/// The effect of a setting. One that is not known may change messages.
fn effect(setting: &Setting) -> SettingEffect {
    let known = SETTINGS.iter().find(|(method, _)| *method == setting.method);
    known.map_or(SettingEffect::Message, |(_, effect)| *effect)
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
    for definition in &new.definitions {
        let Some(was) = old.definitions.iter().find(|was| was.origin == definition.origin) else { continue };
        enum_values(context, was, definition, &mut changes);
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

/// Members of enums with another value, which peers of the other version do not know.
fn enum_values(context: &Context, old: &Definition, new: &Definition, changes: &mut Vec<Change>) {
    fn values<T: ToString>(variants: &[Variant<T>]) -> Vec<(&str, String)> {
        variants.iter().map(|variant| (variant.member.as_str(), variant.value.to_string())).collect()
    }
    let (before, after) = match (&old.body, &new.body) {
        (Body::StringEnum { variants: old, .. }, Body::StringEnum { variants: new, .. }) => (values(old), values(new)),
        (Body::IntEnum { variants: old, .. }, Body::IntEnum { variants: new, .. }) => (values(old), values(new)),
        _ => return,
    };
    for (member, old_value) in before {
        let Some((_, value)) = after.iter().find(|(other, _)| *other == member) else { continue };
        if *value != old_value {
            let facts = ApiFacts::ChangedEnumValue { variant: member.to_owned(), old: old_value, new: value.clone() };
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

/// Settings of schemas determine the form of messages. If they differ, peers of different versions are incompatible.
fn messages<'s>(
    context: &Context,
    origin: &str,
    old: impl Iterator<Item = &'s Setting>,
    new: impl Iterator<Item = &'s Setting>,
    changes: &mut Vec<Change>,
) {
    let is_message = |setting: &&Setting| matches!(effect(setting), SettingEffect::Key | SettingEffect::Message);
    let (old, new): (Vec<_>, Vec<_>) = (old.filter(is_message).collect(), new.filter(is_message).collect());
    let mut methods: Vec<(&'static str, SettingEffect)> = old
        .iter()
        .filter(|setting| !new.contains(setting))
        .chain(new.iter().filter(|setting| !old.contains(setting)))
        .map(|setting| (setting.method, effect(setting)))
        .collect();
    methods.sort_unstable_by_key(|(method, _)| *method);
    methods.dedup();
    for (method, effect) in methods {
        let code = Levels::of(&Audience::CODE, Level::Major);
        let (kind, facts) = if effect == SettingEffect::Key {
            (ChangeKind::Auth, ApiFacts::ChangedAuth { setting: method })
        } else {
            (ChangeKind::Wire, ApiFacts::ChangedMessages { setting: method })
        };
        let types = Levels::of(&[Audience::Types], Level::Patch);
        let levels = if context.audiences.get(Audience::Types).is_some() { types } else { code };
        changes.push(context.change(kind, origin, facts, levels));
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
        changes.push(context.change(ChangeKind::Protocol, &new.id, facts, levels));
    }
    for protocol in after.iter().filter(|protocol| !before.contains(protocol)) {
        let mut levels = Levels::of(&Audience::CODE, Level::Minor);
        if after.first() == Some(protocol) && !before.is_empty() {
            // Servers of the old model may lack the protocol that clients now use.
            levels = levels.with(Audience::Client, Level::Major);
        }
        let facts = ApiFacts::AddedProtocol { protocol: protocol.clone() };
        changes.push(context.change(ChangeKind::Protocol, &new.id, facts, levels));
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
        changes.push(context.change(ChangeKind::Auth, origin, facts, levels));
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
