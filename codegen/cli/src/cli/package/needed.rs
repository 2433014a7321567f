//! Dependencies and features that generated modules need in the manifest.

use std::collections::{BTreeMap, BTreeSet};

use whitesmith_codegen::emit::RuntimeFeature;
use whitesmith_codegen::ir::{DefinedIn, Module};

/// Needs of generated modules.
#[derive(Clone, Debug, Default)]
pub(in crate::cli) struct Needed {
    /// Features of the runtime, sorted.
    pub(in crate::cli) runtime: Vec<RuntimeFeature>,
    /// Modules of the same crate that a module imports types from.
    pub(in crate::cli) modules: BTreeMap<String, BTreeSet<String>>,
}

impl Needed {
    /// Needs of a module.
    pub(in crate::cli) fn of(module: &Module, runtime: Vec<RuntimeFeature>) -> Self {
        let imported = module.definitions.iter().filter_map(|definition| match &definition.defined_in {
            DefinedIn::Module { path, .. } => path.strip_prefix("crate::")?.split("::").next(),
            DefinedIn::Here => None,
        });
        let imported: BTreeSet<String> = imported.map(str::to_owned).collect();
        let modules = if imported.is_empty() { BTreeMap::new() } else { [(module.name.clone(), imported)].into() };
        Self { runtime, modules }
    }

    /// Adds what another module needs.
    pub(in crate::cli) fn extend(&mut self, other: Self) {
        self.runtime.extend(other.runtime);
        self.runtime.sort_unstable();
        self.runtime.dedup();
        self.modules.extend(other.modules);
    }
}
