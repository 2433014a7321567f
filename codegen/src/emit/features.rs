//! Features of the runtime that a module needs, besides those of its sides.

use crate::ir::{Literal, Module, Setting};

/// A feature of the runtime, and the modules that need it.
struct Feature {
    name: &'static str,
    is_needed: fn(&Module) -> bool,
}

const FEATURES: &[Feature] = &[
    Feature { name: "checksums", is_needed: has_checksums },
    Feature { name: "gzip", is_needed: has_compression },
    Feature { name: "sigv4", is_needed: has_signatures },
];

/// The names of the features that a module needs. Without one of them, the module does not compile.
pub fn runtime_features(module: &Module) -> Vec<&'static str> {
    if module.has_types_only() {
        return Vec::new();
    }
    FEATURES.iter().filter(|feature| (feature.is_needed)(module)).map(|feature| feature.name).collect()
}

/// SDK IDs of services whose messages have checksums that their models do not declare.
const CHECKED: [&str; 3] = ["DynamoDB", "DynamoDB Streams", "Glacier"];

fn has_checksums(module: &Module) -> bool {
    let is_declared = |one: &str| matches!(one, "checksum_required" | "checksum_algorithm" | "response_checksums");
    let is_checked = |id: &Literal| matches!(id, Literal::Str(id) if CHECKED.contains(&id.as_str()));
    of_operations(module).any(|setting| is_declared(setting.method))
        || of_service(module, "sdk_id").any(|setting| setting.arguments.iter().any(is_checked))
}

fn has_compression(module: &Module) -> bool {
    of_operations(module).any(|setting| setting.method == "compression")
}

fn has_signatures(module: &Module) -> bool {
    of_service(module, "sigv4").next().is_some()
}

fn of_operations(module: &Module) -> impl Iterator<Item = &Setting> {
    module.operations.iter().flat_map(|operation| &operation.settings)
}

fn of_service<'m>(module: &'m Module, method: &'static str) -> impl Iterator<Item = &'m Setting> {
    module.settings.iter().filter(move |setting| setting.method == method)
}
