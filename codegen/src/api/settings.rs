//! Settings of schemas: what users notice if one is added or removed, or has another value.

use super::Level::{self, Major, Minor, Patch};

/// Effect of a setting of a schema on users, and on peers with another version of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// None: the setting results from others, or concerns no user.
    None,
    /// Another module compares it.
    Elsewhere,
    /// A property of authentication, of which the service has one each.
    Key,
    /// Messages have another form.
    Message,
    /// The form of messages that contain the value as a header or as their body.
    BoundMessage,
    /// Clients or servers do something else.
    Behavior(Behavior),
}

/// Verdicts on a setting that clients or servers act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Behavior {
    /// The effect of the setting, as the end of a sentence.
    pub(super) decides: &'static str,
    pub(super) added: Verdicts,
    pub(super) removed: Verdicts,
    pub(super) changed: Verdicts,
}

/// Verdicts for users of the client, of the server, and of types alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdicts(pub(super) Level, pub(super) Level, pub(super) Level);

/// A setting with the same verdicts whether it is added, removed or changed.
const fn always(decides: &'static str, client: Level, server: Level, types: Level) -> Effect {
    let verdicts = Verdicts(client, server, types);
    Effect::Behavior(Behavior { decides, added: verdicts, removed: verdicts, changed: verdicts })
}

/// A setting that only clients act on, in a way that callers may notice.
const fn client(decides: &'static str) -> Effect {
    always(decides, Minor, Patch, Patch)
}

/// Something that one side does and the other relies on. `added` and `removed` are verdicts for clients and servers; a
/// changed value is judged as the removal of one and the addition of another.
const fn demand(decides: &'static str, added: (Level, Level), removed: (Level, Level)) -> Effect {
    Effect::Behavior(Behavior {
        decides,
        added: Verdicts(added.0, added.1, Patch),
        removed: Verdicts(removed.0, removed.1, Patch),
        changed: Verdicts(worse(added.0, removed.0), worse(added.1, removed.1), Patch),
    })
}

const fn worse(one: Level, other: Level) -> Level {
    if one as u8 > other as u8 { one } else { other }
}

const REPEATS: &str = "whether clients repeat calls";

/// All settings of schemas. A test compares them with those of the runtime.
pub(super) const SETTINGS: &[(&str, Effect)] = &[
    ("api_key", Effect::Key),
    ("api_key_scheme", Effect::Key),
    ("auth", Effect::Elsewhere),
    // Services check checksums that they get. Without one, a request is valid.
    ("checksum_algorithm", always("which checksum requests have", Minor, Minor, Patch)),
    ("checksum_required", demand("whether requests must have a checksum", (Minor, Major), (Major, Minor))),
    // Servers refuse compressed requests of operations without it.
    ("compression", demand("how clients compress requests", (Major, Minor), (Minor, Major))),
    ("cors", demand("which web pages may call the service", (Patch, Minor), (Patch, Major))),
    ("cors_headers", demand("which headers web pages may use", (Patch, Minor), (Patch, Major))),
    ("custom_traits", always("what layers read", Minor, Minor, Minor)),
    ("default", Effect::Elsewhere),
    ("discriminated", Effect::Message),
    ("ec2_query_name", Effect::Elsewhere),
    ("endpoint_parameters", Effect::Elsewhere),
    ("endpoint_prefix", Effect::Message),
    ("endpoints", Effect::Elsewhere),
    ("error", Effect::Message),
    ("errors", Effect::Elsewhere),
    ("event_header", Effect::Message),
    ("event_payload", Effect::Message),
    ("header", Effect::Message),
    ("held", Effect::None),
    ("holds_custom", Effect::None),
    ("host_label", Effect::Message),
    ("host_prefix", Effect::Message),
    ("http", Effect::Message),
    // Servers keep responses by it.
    ("idempotency_token", demand("whether clients generate the value", (Minor, Minor), (Major, Minor))),
    ("idempotent", client(REPEATS)),
    ("json_name", Effect::Elsewhere),
    ("json_unknown", Effect::Message),
    ("label", Effect::Message),
    ("long_poll", client("how long clients wait for a response")),
    ("max", Effect::Elsewhere),
    ("max_body", Effect::Elsewhere),
    ("max_length", Effect::Elsewhere),
    ("media_type", Effect::BoundMessage),
    ("min", Effect::Elsewhere),
    ("min_length", Effect::Elsewhere),
    ("no_auth", Effect::Elsewhere),
    ("no_error_wrapping", Effect::Message),
    ("nullable", Effect::Message),
    ("open", Effect::Message),
    ("optional_auth", Effect::Elsewhere),
    ("paginated", Effect::Elsewhere),
    ("pattern", Effect::Elsewhere),
    ("payload", Effect::Message),
    ("prefix_headers", Effect::Message),
    ("protocols", Effect::Elsewhere),
    ("query", Effect::Message),
    ("query_compatible", Effect::Message),
    ("query_error", Effect::Message),
    ("query_params", Effect::Message),
    ("readonly", client(REPEATS)),
    ("required", Effect::Elsewhere),
    ("requires_length", demand("whether streams need a known length", (Major, Major), (Major, Minor))),
    ("response_checksums", always("which checksums of responses are checked", Minor, Minor, Patch)),
    ("response_code", Effect::Message),
    ("retryable", client(REPEATS)),
    ("rules", Effect::Elsewhere),
    ("sdk_id", always("names of settings, and whether clients repeat calls", Minor, Minor, Patch)),
    ("sensitive", always("whether logs and messages show the value", Minor, Minor, Minor)),
    ("shown_values", Effect::None),
    ("sigv4", Effect::Key),
    ("sparse", Effect::Message),
    ("streaming", Effect::Message),
    ("throttling", client("how long clients wait before they repeat calls")),
    ("timestamp_format", Effect::Elsewhere),
    ("unique", Effect::Elsewhere),
    ("unsigned_payload", Effect::Message),
    ("unsupported_auth", Effect::Elsewhere),
    ("untagged", Effect::Message),
    ("unwrapped_output", Effect::Message),
    ("validation_error", always("the response to invalid requests", Minor, Minor, Patch)),
    ("xml_attribute", Effect::Message),
    ("xml_flattened", Effect::Message),
    ("xml_name", Effect::Message),
    ("xml_namespace", Effect::Message),
    ("xml_prefix", Effect::Message),
];

/// The effect of the setting that this method of a schema's builder sets. One that is not known may change messages.
pub(super) fn effect(method: &str) -> Effect {
    let known = SETTINGS.iter().find(|(name, _)| *name == method);
    known.map_or(Effect::Message, |(_, effect)| *effect)
}
