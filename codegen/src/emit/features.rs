//! Features of the runtime that a module needs, besides those of its sides.

use crate::ir::{Body, Definition, Literal, Module, Setting};

/// A feature of the runtime, and the modules that need it.
struct Feature {
    name: &'static str,
    is_needed: fn(&Module) -> bool,
}

/// In the order of names.
const FEATURES: &[Feature] = &[
    Feature { name: "cbor", is_needed: |module| has_protocol(module, &["RpcV2Cbor"]) },
    Feature { name: "checksums", is_needed: has_checksums },
    Feature { name: "gzip", is_needed: has_compression },
    Feature { name: "sigv4", is_needed: |module| of_service(module, "sigv4").next().is_some() },
    Feature { name: "unicode", is_needed: has_categories },
    Feature { name: "xml", is_needed: |module| has_protocol(module, &["AwsQuery", "Ec2Query", "RestXml"]) },
];

/// The names of the features that a module needs. Without one of them, the module does not compile.
pub fn runtime_features(module: &Module) -> Vec<&'static str> {
    FEATURES.iter().filter(|feature| (feature.is_needed)(module)).map(|feature| feature.name).collect()
}

fn has_protocol(module: &Module, names: &[&str]) -> bool {
    let is_one = |path: &str| path.rsplit("::").next().is_some_and(|name| names.contains(&name));
    let mut protocols = of_service(module, "protocols").flat_map(|setting| &setting.arguments);
    protocols.any(|list| match list {
        Literal::Slice(paths) => paths.iter().any(|path| matches!(path, Literal::Runtime(path) if is_one(path))),
        _ => false,
    })
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

fn has_categories(module: &Module) -> bool {
    let pattern = |definition: &Definition| match &definition.body {
        Body::Plain { pattern, .. } | Body::Newtype { pattern, .. } => {
            pattern.as_ref().is_some_and(|pattern| pattern.plan.has_categories())
        }
        _ => false,
    };
    module.definitions.iter().any(pattern)
}

/// Builder calls of the operations' schemas. Modules with types only have no such schemas.
fn of_operations(module: &Module) -> impl Iterator<Item = &Setting> {
    let operations = if module.has_types_only() { &[] } else { module.operations.as_slice() };
    operations.iter().flat_map(|operation| &operation.settings)
}

/// Builder calls of this name of the service's schema. Modules with types only have no such schema.
fn of_service<'m>(module: &'m Module, method: &'static str) -> impl Iterator<Item = &'m Setting> {
    let settings = if module.has_types_only() { &[] } else { module.settings.as_slice() };
    settings.iter().filter(move |setting| setting.method == method)
}

#[cfg(test)]
mod tests {
    use super::runtime_features;
    use crate::config::{ServiceConfig, Sides};
    use crate::lower::lower_to_compare;
    use crate::source::SourceMap;
    use crate::validate::check_core;

    /// The features of a service with these traits, an operation with these traits, and an input of this pattern.
    #[track_caller]
    fn check(service: &str, operation: &str, pattern: &str, sides: Sides, expected: &[&str]) {
        let mut sources = SourceMap::default();
        let text = format!(
            "$version: \"2\"\nnamespace port\n{service}\nservice Port {{ operations: [Moor] }}\n{operation}\n\
             operation Moor {{ input := {{ ship: Ship, algorithm: String }} }}\n@pattern(\"{pattern}\")\nstring Ship\n"
        );
        sources.add("port.smithy", text);
        let model = crate::load::assemble(&sources).0;
        check_core(&model).expect("a sound model");
        let config = ServiceConfig { module: "port".into(), id: "port#Port".into(), sides, ..ServiceConfig::default() };
        let module = lower_to_compare(&model, &config).expect("it is lowered");
        assert_eq!(runtime_features(&module), expected, "{service} {operation} {pattern}");
    }

    const JSON: &str = "@aws.protocols#awsJson1_0";

    #[test]
    fn a_module_has_the_features_that_its_model_needs() {
        let sides = Sides::Both;
        check(JSON, "", "^[a-z]$", sides, &[]);
        check(&format!("{JSON} @smithy.protocols#rpcv2Cbor"), "", "a", sides, &["cbor"]);
        check("@aws.protocols#restXml", "", "a", sides, &["xml"]);
        check(&format!("{JSON} @aws.auth#sigv4(name: \"port\")"), "", "a", sides, &["sigv4"]);
        check(JSON, "@requestCompression(encodings: [\"gzip\"])", "a", sides, &["gzip"]);
        check(JSON, "@httpChecksumRequired", "a", sides, &["checksums"]);
        let algorithm = "@aws.protocols#httpChecksum(requestAlgorithmMember: \"algorithm\")";
        check(JSON, algorithm, "a", sides, &["checksums"]);
        check(&format!("{JSON} @aws.api#service(sdkId: \"DynamoDB\")"), "", "a", sides, &["checksums"]);
        check(JSON, "", r"^\\p{L}$", sides, &["unicode"]);
        check(JSON, "", r"(\\p{Lu}|x)+.*y", sides, &["unicode"]);
    }

    #[test]
    fn a_module_with_types_only_needs_features_of_patterns_only() {
        let service = format!("{JSON} @aws.protocols#restXml @aws.auth#sigv4(name: \"port\")");
        check(&service, "@httpChecksumRequired", r"^\\p{L}$", Sides::Types, &["unicode"]);
    }
}
