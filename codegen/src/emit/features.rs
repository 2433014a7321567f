//! Features of the runtime that a module needs, besides those of its sides.

use crate::ir::Module;

/// A feature of the runtime, and the modules that need it.
struct Feature {
    name: &'static str,
    is_needed: fn(&Module) -> bool,
}

const FEATURES: &[Feature] = &[Feature { name: "gzip", is_needed: has_compression }];

/// The names of the features that a module needs. Without one of them, the module does not compile.
pub fn runtime_features(module: &Module) -> Vec<&'static str> {
    FEATURES.iter().filter(|feature| (feature.is_needed)(module)).map(|feature| feature.name).collect()
}

fn has_compression(module: &Module) -> bool {
    let mut settings = module.operations.iter().flat_map(|operation| &operation.settings);
    !module.has_types_only() && settings.any(|setting| setting.method == "compression")
}
