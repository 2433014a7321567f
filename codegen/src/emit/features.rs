//! Features of the runtime that a module needs, besides `client` and `server`.

use crate::ir::{Body, Codec, Definition, Literal, Module, Presence, Routing, Setting, Type};

/// A feature of the runtime that a module needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuntimeFeature {
    /// Its name.
    pub name: &'static str,
    /// Items that need it.
    pub part: Part,
}

/// A part of a module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Types, which all modules have.
    Types,
    /// The client.
    Client,
    /// The server.
    Server,
}

/// A feature of the runtime, and the modules that need it.
struct Feature {
    name: &'static str,
    /// Items that need it in such modules. Of the runtime, `server` has the features that list clients only.
    parts: &'static [Part],
    is_needed: fn(&Module) -> bool,
}

/// In the order of names.
const FEATURES: &[Feature] = &[
    Feature { name: "cbor", parts: &[Part::Client], is_needed: |module| has_codec(module, Codec::Cbor) },
    Feature { name: "checksums", parts: &[Part::Client], is_needed: has_checksums },
    Feature { name: "events", parts: &[Part::Client], is_needed: has_events },
    Feature { name: "gzip", parts: &[Part::Client, Part::Server], is_needed: has_compression },
    Feature { name: "jmespath", parts: &[Part::Client], is_needed: |module| !module.paths.is_empty() },
    Feature {
        name: "rest",
        parts: &[Part::Client],
        is_needed: |module| module.protocols().any(|protocol| protocol.routing() == Routing::Http),
    },
    Feature { name: "rules", parts: &[Part::Client], is_needed: |module| module.rules.is_some() },
    Feature { name: "sigv4", parts: &[Part::Client], is_needed: |module| of_service(module, "sigv4").next().is_some() },
    Feature { name: "unicode", parts: &[Part::Types], is_needed: has_categories },
    Feature { name: "xml", parts: &[Part::Client], is_needed: |module| has_codec(module, Codec::Xml) },
];

/// The names of all features that modules may need.
pub fn runtime_feature_names() -> impl Iterator<Item = &'static str> {
    FEATURES.iter().map(|feature| feature.name)
}

/// The features that the parts of a module need, in the order of names. Without one of them, the part does not compile.
pub fn runtime_features(module: &Module) -> Vec<RuntimeFeature> {
    let has = |part: Part| match part {
        Part::Types => true,
        Part::Client => module.client != Presence::Absent,
        Part::Server => module.server != Presence::Absent,
    };
    let needed = FEATURES.iter().filter(|feature| (feature.is_needed)(module));
    let of = |feature: &'static Feature| {
        let parts = feature.parts.iter().filter(|part| has(**part));
        parts.map(|part| RuntimeFeature { name: feature.name, part: *part })
    };
    needed.flat_map(of).collect()
}

fn has_codec(module: &Module, codec: Codec) -> bool {
    module.protocols().any(|protocol| protocol.codec() == codec)
}

/// SDK IDs of services whose messages have checksums that their models do not declare.
const CHECKED: [&str; 3] = ["DynamoDB", "DynamoDB Streams", "Glacier"];

fn has_checksums(module: &Module) -> bool {
    let is_declared = |name: &str| matches!(name, "checksum_required" | "checksum_algorithm" | "response_checksums");
    let is_checked = |id: &Literal| matches!(id, Literal::Str(id) if CHECKED.contains(&id.as_str()));
    of_operations(module).any(|setting| is_declared(setting.method))
        || of_service(module, "sdk_id").flat_map(|setting| &setting.arguments).any(is_checked)
}

fn has_compression(module: &Module) -> bool {
    of_operations(module).any(|setting| setting.method == "compression")
}

fn has_events(module: &Module) -> bool {
    let mut structures = module.definitions.iter().filter_map(|definition| match &definition.body {
        Body::Structure { members, .. } => Some(members),
        _ => None,
    });
    structures.any(|members| members.iter().any(|member| matches!(member.ty, Type::EventStream(_))))
}

fn has_categories(module: &Module) -> bool {
    let pattern = |definition: &Definition| match &definition.body {
        Body::Plain { pattern, .. } | Body::Newtype { pattern, .. } => {
            pattern.as_ref().is_some_and(|pattern| pattern.plan.has_categories())
        }
        _ => false,
    };
    module.definitions.iter().filter(|definition| definition.has_schema_here()).any(pattern)
}

/// Builder calls of the operations' schemas.
fn of_operations(module: &Module) -> impl Iterator<Item = &Setting> {
    module.operations.iter().flat_map(|operation| &operation.settings)
}

/// Builder calls of this name of the service's schema.
fn of_service<'m>(module: &'m Module, method: &'static str) -> impl Iterator<Item = &'m Setting> {
    module.settings.iter().filter(move |setting| setting.method == method)
}

#[cfg(test)]
mod tests {
    use super::{Part, RuntimeFeature, runtime_features};
    use crate::config::{ServiceConfig, Sides};
    use crate::ir::Module;
    use crate::lower::lower_to_compare;
    use crate::source::SourceMap;
    use crate::validate::check_core;

    /// Checks the features of the types, the client and the server of a service with these traits, an operation with
    /// these traits, and an input of this pattern.
    #[track_caller]
    fn check(service: &str, operation: &str, pattern: &str, sides: Sides, expected: [&[&str]; 3]) {
        let text = format!(
            "$version: \"2\"\nnamespace port\n{service}\nservice Port {{ operations: [Moor] }}\n{operation}\n\
             operation Moor {{ input := {{ ship: Ship, algorithm: String }} }}\n@pattern(\"{pattern}\")\nstring Ship\n"
        );
        assert_eq!(features(text, sides), expected, "{service} {operation} {pattern}");
    }

    /// The features of the types, the client and the server of a service.
    fn features(text: String, sides: Sides) -> [Vec<&'static str>; 3] {
        let found = runtime_features(&module(text, sides));
        [Part::Types, Part::Client, Part::Server].map(|part| {
            let of_part = found.iter().filter(|feature| feature.part == part);
            of_part.map(|feature| feature.name).collect()
        })
    }

    /// The module of a service, without its endpoint rules.
    fn module(text: String, sides: Sides) -> Module {
        let mut sources = SourceMap::default();
        sources.add("port.smithy", text);
        let model = crate::load::assemble(&sources).0;
        check_core(&model).expect("a sound model");
        let config = ServiceConfig { module: "port".into(), id: "port#Port".into(), sides, ..ServiceConfig::default() };
        lower_to_compare(&model, &config).expect("it is lowered")
    }

    /// Checks the features of a service whose only operation has an output with this member.
    #[track_caller]
    fn check_stream(member: &str, sides: Sides, expected: [&[&str]; 3]) {
        let text = format!(
            "$version: \"2\"\nnamespace port\n@aws.protocols#restJson1\nservice Port {{ operations: [Watch] }}\n\
             @http(method: \"GET\", uri: \"/ships\")\n\
             operation Watch {{ output := {{ @httpPayload ships: {member} }} }}\n\
             @streaming union Ships {{ ship: Ship }}\nstructure Ship {{}}\n@streaming blob Logs\n"
        );
        assert_eq!(features(text, sides), expected, "{member} {sides:?}");
    }

    const JSON: &str = "@aws.protocols#awsJson1_0";

    #[test]
    fn the_parts_of_a_module_have_the_features_that_its_model_needs() {
        let sides = Sides::Both;
        check(JSON, "", "^[a-z]$", sides, [&[], &[], &[]]);
        check(&format!("{JSON} @smithy.protocols#rpcv2Cbor"), "", "a", sides, [&[], &["cbor"], &[]]);
        check("@aws.protocols#restXml", "", "a", sides, [&[], &["rest", "xml"], &[]]);
        check(&format!("{JSON} @aws.auth#sigv4(name: \"port\")"), "", "a", sides, [&[], &["sigv4"], &[]]);
        check(JSON, "@requestCompression(encodings: [\"gzip\"])", "a", sides, [&[], &["gzip"], &["gzip"]]);
        check(JSON, "@httpChecksumRequired", "a", sides, [&[], &["checksums"], &[]]);
        let algorithm = "@aws.protocols#httpChecksum(requestAlgorithmMember: \"algorithm\")";
        check(JSON, algorithm, "a", sides, [&[], &["checksums"], &[]]);
        check(&format!("{JSON} @aws.api#service(sdkId: \"DynamoDB\")"), "", "a", sides, [&[], &["checksums"], &[]]);
        let waiter = |matcher: &str| {
            let acceptor = format!("{{state: \"success\", matcher: {{{matcher}}}}}");
            format!("@smithy.waiters#waitable(Moored: {{acceptors: [{acceptor}]}})")
        };
        check(JSON, &waiter("success: true"), "a", sides, [&[], &[], &[]]);
        let path = "inputOutput: {path: \"input.ship\", expected: \"a\", comparator: \"stringEquals\"}";
        check(JSON, &waiter(path), "a", sides, [&[], &["jmespath"], &[]]);
        check(JSON, "", r"^\\p{L}$", sides, [&["unicode"], &[], &[]]);
        check(JSON, "", r"(\\p{Lu}|x)+.*y", sides, [&["unicode"], &[], &[]]);
    }

    #[test]
    fn clients_with_endpoint_rules_need_a_feature() {
        let text = format!("$version: \"2\"\nnamespace port\n{JSON}\nservice Port {{}}\n");
        let mut module = module(text, Sides::Both);
        assert_eq!(runtime_features(&module), []);
        module.rules = Some("else => error \"closed\"".into());
        assert_eq!(runtime_features(&module), [RuntimeFeature { name: "rules", part: Part::Client }]);
    }

    #[test]
    fn clients_of_event_streams_need_a_feature() {
        check_stream("Ships", Sides::Both, [&[], &["events", "rest"], &[]]);
        check_stream("Ships", Sides::Server, [&[], &[], &[]]);
        check_stream("Logs", Sides::Both, [&[], &["rest"], &[]]);
    }

    #[test]
    fn parts_that_are_not_generated_need_no_features() {
        let service = format!("{JSON} @aws.protocols#restXml @aws.auth#sigv4(name: \"port\")");
        let operation = "@httpChecksumRequired @requestCompression(encodings: [\"gzip\"])";
        let letters = r"^\\p{L}$";
        check(&service, operation, letters, Sides::Types, [&["unicode"], &[], &[]]);
        check(&service, operation, letters, Sides::Server, [&["unicode"], &[], &["gzip"]]);
        let of_client: &[&str] = &["checksums", "gzip", "rest", "sigv4", "xml"];
        check(&service, operation, letters, Sides::Client, [&["unicode"], of_client, &[]]);
    }
}
