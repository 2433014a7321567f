//! Names in messages behind items that keep their names in Rust, and operations that are no longer served.

use super::facts::member_id;
use super::timestamps::Place;
use super::{Audience, Change, ChangeKind, Context, Level, Levels};
use crate::diagnostic::ApiFacts;
use crate::ir::{self, Body, Definition, Entry, Literal, Module, Operation, Role, SchemaBody, Setting};

/// Parts of the model that a protocol reads.
#[derive(Debug)]
pub(super) struct Protocol {
    pub(super) id: ir::Protocol,
    operations: Operations,
    members: Members,
    /// Default format of timestamps in bodies. `None` if formats are ignored.
    timestamps: Option<&'static str>,
}

/// Parts of a request that identify its operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operations {
    /// Method and path.
    Http,
    /// Names of the operation and of the service.
    Qualified,
    /// Name of the operation and version of the service.
    Versioned,
}

/// Sources of names of members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Members {
    Model,
    Json,
    Xml,
    Ec2,
}

const fn protocol(
    id: ir::Protocol,
    operations: Operations,
    members: Members,
    timestamps: Option<&'static str>,
) -> Protocol {
    Protocol { id, operations, members, timestamps }
}

const EPOCH: Option<&str> = Some("EpochSeconds");
const DATE_TIME: Option<&str> = Some("DateTime");

/// All protocols. A test compares them with those of models.
pub(super) const PROTOCOLS: [Protocol; 9] = [
    protocol(ir::Protocol::RpcV2Cbor, Operations::Qualified, Members::Model, None),
    protocol(ir::Protocol::RpcV2Json, Operations::Qualified, Members::Model, None),
    protocol(ir::Protocol::AwsJson1_0, Operations::Qualified, Members::Model, EPOCH),
    protocol(ir::Protocol::AwsJson1_1, Operations::Qualified, Members::Model, EPOCH),
    protocol(ir::Protocol::RestJson1, Operations::Http, Members::Json, EPOCH),
    protocol(ir::Protocol::RestXml, Operations::Http, Members::Xml, DATE_TIME),
    protocol(ir::Protocol::AwsQuery, Operations::Versioned, Members::Xml, DATE_TIME),
    protocol(ir::Protocol::Ec2Query, Operations::Versioned, Members::Ec2, DATE_TIME),
    protocol(ir::Protocol::SimpleRestJson, Operations::Http, Members::Json, DATE_TIME),
];

/// Bindings to parts of a message that are not its body. Only protocols that find operations by HTTP use them.
const BINDINGS: [&str; 7] = ["header", "label", "payload", "prefix_headers", "query", "query_params", "response_code"];

/// Protocols of the service.
pub(super) fn protocols(module: &Module) -> Vec<ir::Protocol> {
    module.protocols().collect()
}

/// Protocols that both versions of a module have.
#[derive(Debug)]
pub(super) struct Protocols {
    pub(super) shared: Vec<&'static Protocol>,
    /// Whether `awsQueryCompatible` is on in one of the versions.
    is_query_compatible: bool,
}

impl Protocols {
    pub(super) fn of(old: &Module, new: &Module) -> Self {
        let is_query_compatible = [old, new].iter().any(|module| find(&module.settings, "query_compatible").is_some());
        let (old, new) = (protocols(old), protocols(new));
        let shared = PROTOCOLS.iter().filter(|row| old.contains(&row.id) && new.contains(&row.id)).collect();
        Self { shared, is_query_compatible }
    }

    /// Whether messages of a protocol depend on a setting. Without protocols, all do.
    pub(super) fn reads(&self, method: &str) -> bool {
        let any =
            |reads: fn(&Protocol) -> bool| self.shared.is_empty() || self.shared.iter().any(|protocol| reads(protocol));
        match method {
            "http" => any(Protocol::is_http),
            _ if BINDINGS.contains(&method) => any(Protocol::is_http),
            "xml_attribute" | "xml_flattened" | "xml_name" | "xml_namespace" | "xml_prefix" => {
                any(|protocol| matches!(protocol.members, Members::Xml | Members::Ec2))
            }
            "query_error" => self.is_query_compatible || any(|protocol| protocol.operations == Operations::Versioned),
            "discriminated" | "json_unknown" | "untagged" => {
                any(|protocol| protocol.id == ir::Protocol::SimpleRestJson)
            }
            "no_error_wrapping" | "unwrapped_output" => any(|protocol| protocol.id == ir::Protocol::RestXml),
            _ => true,
        }
    }
}

/// Compares names in messages of the protocols that both versions have.
pub(super) fn compare(context: &Context, old: &Module, new: &Module) -> Vec<Change> {
    let shared = &context.protocols.shared;
    if shared.is_empty() {
        return Vec::new();
    }
    let mut changes = Vec::new();
    let mut add = |origin: &str, what: &'static str, old: &str, new: &str| {
        let facts = ApiFacts::ChangedWireName { what, old: old.to_owned(), new: new.to_owned() };
        changes.push(context.change(ChangeKind::Wire, origin, facts, Levels::of(&Audience::CODE, Level::Major)));
    };
    let reads = |operations: &[Operations]| shared.iter().any(|protocol| operations.contains(&protocol.operations));
    let (was, now) = (local(&old.id), local(&new.id));
    if was != now && reads(&[Operations::Qualified]) {
        add(&new.id, "service", was, now);
    }
    if old.version != new.version && reads(&[Operations::Versioned]) {
        add(&new.id, "version", &old.version, &new.version);
    }
    for operation in &new.operations {
        let is_old = old.operations.iter().any(|was| was.id == operation.id);
        let renamed = |was: &&Operation| !is_old && was.name == operation.name && was.wire_name != operation.wire_name;
        let was = old.operations.iter().find(renamed);
        if let Some(was) = was.filter(|_| reads(&[Operations::Qualified, Operations::Versioned])) {
            add(&operation.id, "operation", &was.wire_name, &operation.wire_name);
        }
    }
    for definition in &new.definitions {
        let Some(was) = counterpart(definition, &old.definitions) else { continue };
        if let Some((was, now)) = error_codes(shared, was, definition) {
            add(&definition.id, "error code", was, now);
        }
        for (now, entry) in entries(definition) {
            let Some(was) = partner((now, entry), &entries(was)) else { continue };
            let differing = shared.iter().find_map(|protocol| protocol.differing(was, entry));
            if let Some((was, now)) = differing {
                add(&member_id(&definition.id, &entry.name), "member", &was, &now);
            }
        }
    }
    changes.extend(removed(context, shared, old, new));
    changes
}

impl Protocol {
    fn is_http(&self) -> bool {
        self.operations == Operations::Http
    }

    /// The format of timestamps at a place, if one is stated or not. `None` if formats are ignored.
    pub(super) fn format<'f>(&self, place: Place, stated: Option<&'f str>) -> Option<&'f str> {
        let default = match place {
            Place::Header if self.is_http() => "HttpDate",
            Place::Query if self.is_http() => "DateTime",
            Place::Body | Place::Header | Place::Query => self.timestamps?,
        };
        Some(stated.filter(|_| self.timestamps.is_some()).unwrap_or(default))
    }

    /// Names of a member in messages of both versions, if they differ.
    fn differing(&self, old: &Entry, new: &Entry) -> Option<(String, String)> {
        let is_bound = |entry: &Entry| BINDINGS.iter().any(|method| find(&entry.settings, method).is_some());
        if self.is_http() && (is_bound(old) || is_bound(new)) {
            return None;
        }
        let (old, new) = (self.names(old), self.names(new));
        old.into_iter().zip(new).find(|(old, new)| old != new)
    }

    /// Names of a member: in all messages, or in requests and responses.
    fn names(&self, entry: &Entry) -> Vec<String> {
        let named = |method: &str| match find(&entry.settings, method)?.arguments.first() {
            Some(Literal::Str(name)) => Some(name.clone()),
            _ => None,
        };
        let own = || entry.name.clone();
        match self.members {
            Members::Model => vec![own()],
            Members::Json => vec![named("json_name").unwrap_or_else(own)],
            Members::Xml => vec![named("xml_name").unwrap_or_else(own)],
            Members::Ec2 => {
                let response = named("xml_name").unwrap_or_else(own);
                let request = named("ec2_query_name").unwrap_or_else(|| capitalized(&response));
                vec![request, response]
            }
        }
    }
}

/// Operations whose requests servers no longer accept.
fn removed(context: &Context, shared: &[&Protocol], old: &Module, new: &Module) -> Vec<Change> {
    let is_http = shared.iter().all(|protocol| protocol.is_http());
    let has_route =
        |was: &Operation, now: &Operation| is_http && find(&was.settings, "http") == find(&now.settings, "http");
    let is_served = |was: &&Operation| {
        new.operations.iter().any(|now| now.id == was.id || now.name == was.name || has_route(was, now))
    };
    let removed = old.operations.iter().filter(|was| !is_served(was)).map(|was| {
        let facts = ApiFacts::RemovedOperation { operation: was.wire_name.clone() };
        let levels = Levels::of(&[Audience::Client], Level::Major);
        context.change(ChangeKind::Wire, &was.id, facts, levels)
    });
    removed.collect()
}

/// The definition of the other version: that of the same shape, or of the same type.
fn counterpart<'m>(definition: &Definition, others: &'m [Definition]) -> Option<&'m Definition> {
    let same = others.iter().find(|other| other.origin == definition.origin);
    let name = type_name(definition);
    same.or_else(|| others.iter().find(|other| name.is_some() && type_name(other) == name))
}

fn type_name(definition: &Definition) -> Option<&str> {
    match &definition.body {
        Body::Structure { name, .. } | Body::Union { name, .. } => Some(name),
        _ => None,
    }
}

/// Codes of an error in messages of both versions, if they differ. Query protocols have codes of their own, which
/// settings state.
fn error_codes<'m>(shared: &[&Protocol], old: &'m Definition, new: &'m Definition) -> Option<(&'m str, &'m str)> {
    let is_error = |of: &Definition| matches!(&of.body, Body::Structure { role: Role::Error, .. });
    let has_code = |of: &Definition| find(&of.settings, "query_error").is_some();
    let is_read =
        !has_code(old) || !has_code(new) || shared.iter().any(|protocol| protocol.operations != Operations::Versioned);
    let (was, now) = (local(&old.id), local(&new.id));
    (was != now && is_error(old) && is_error(new) && is_read).then_some((was, now))
}

/// Members of a shape, with their names in Rust, if they have one.
fn entries(definition: &Definition) -> Vec<(Option<&str>, &Entry)> {
    match &definition.body {
        Body::Structure { members, .. } | Body::Union { members, .. } => {
            members.iter().map(|member| (Some(member.name.as_str()), &member.entry)).collect()
        }
        Body::Plain { schema, .. } | Body::Newtype { schema, .. } => match schema {
            SchemaBody::List(element) => vec![(None, &**element)],
            SchemaBody::Map(entries) => vec![(None, &entries.0), (None, &entries.1)],
            SchemaBody::Simple(_) | SchemaBody::Enum(_) | SchemaBody::IntEnum(_) => Vec::new(),
        },
        Body::StringEnum { .. } | Body::IntEnum { .. } => Vec::new(),
    }
}

/// The same member of the other version: that with its name in the model, or else with its name in Rust.
fn partner<'m>((rust, entry): (Option<&str>, &Entry), others: &[(Option<&str>, &'m Entry)]) -> Option<&'m Entry> {
    let same = others.iter().find(|(_, other)| other.name == entry.name);
    same.or_else(|| others.iter().find(|(name, _)| rust.is_some() && *name == rust)).map(|(_, other)| *other)
}

fn find<'s>(settings: &'s [Setting], method: &str) -> Option<&'s Setting> {
    settings.iter().find(|setting| setting.method == method)
}

/// The name of a shape without its namespace.
fn local(id: &str) -> &str {
    id.rsplit('#').next().unwrap_or(id)
}

fn capitalized(name: &str) -> String {
    let mut characters = name.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
