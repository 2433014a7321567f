//! Features that generated code needs in the manifest of its package.

use toml_edit::{Array, Decor, DocumentMut, Item, Table, TableLike, Value};
use whitesmith_codegen::emit::{Part, RuntimeFeature};
use whitesmith_codegen::runtime::PACKAGE;

use super::array;
use crate::cli::runtime::ManifestError;

/// A feature: its name, and what it turns on.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Feature {
    pub(in crate::cli) name: String,
    pub(in crate::cli) enables: Vec<String>,
    pub(in crate::cli) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Kind {
    /// On by default.
    Default,
    /// Of a module, and on by default.
    Module,
    /// Off by default. Only the first run adds it.
    Extra,
}

impl Feature {
    /// A feature that is on by default.
    pub(in crate::cli) fn on(name: &str) -> Self {
        Self { name: name.to_owned(), enables: Vec::new(), kind: Kind::Default }
    }

    /// The feature of a side, which turns on the one of the runtime of the same name, and those that the side needs.
    pub(in crate::cli) fn of_side(side: Part, needed: &[RuntimeFeature]) -> Self {
        let name = side_name(side).unwrap_or_default();
        let of_side = needed.iter().filter(|feature| feature.part == side).map(|feature| feature.name);
        let enables = std::iter::once(name).chain(of_side).map(of_runtime).collect();
        Self { enables, ..Self::on(name) }
    }

    /// The feature of a module, which turns on those of the modules that it imports.
    pub(in crate::cli) fn of_module(name: &str, imported: Vec<String>) -> Self {
        Self { enables: imported, kind: Kind::Module, ..Self::on(name) }
    }

    /// A feature of new manifests, which turns on the feature of the runtime of the same name.
    pub(in crate::cli) fn off(name: &str) -> Self {
        Self { name: name.to_owned(), enables: vec![of_runtime(name)], kind: Kind::Extra }
    }

    /// Whether it is on by default.
    pub(super) fn is_default(&self) -> bool {
        self.kind != Kind::Extra
    }
}

/// The feature of a side.
fn side_name(part: Part) -> Option<&'static str> {
    match part {
        Part::Types => None,
        Part::Client => Some("client"),
        Part::Server => Some("server"),
    }
}

/// A feature of the runtime, as features of other packages turn it on.
fn of_runtime(name: &str) -> String {
    format!("{PACKAGE}/{name}")
}

/// The table of a new manifest, without its header.
pub(super) fn table(features: &[Feature]) -> String {
    let on = features.iter().filter(|feature| feature.is_default());
    let defaults: Vec<String> = on.map(|feature| format!("\"{}\"", feature.name)).collect();
    let line = |feature: &Feature| {
        let enables: Vec<String> = feature.enables.iter().map(|enabled| format!("\"{enabled}\"")).collect();
        format!("{} = [{}]\n", feature.name, enables.join(", "))
    };
    format!("default = [{}]\n{}", defaults.join(", "), features.iter().map(line).collect::<String>())
}

/// Whether the document has none of the features that are on by default.
pub(super) fn has_none(document: &DocumentMut, features: &[Feature]) -> bool {
    let table = document.get("features").and_then(Item::as_table_like);
    let is_there = |feature: &Feature| table.is_some_and(|table| table.contains_key(&feature.name));
    !features.iter().any(|feature| feature.is_default() && is_there(feature))
}

/// Adds the features that the document lacks, and returns their names. Those that are on in new manifests are on by
/// default if all others are, or if there were none.
pub(super) fn add(document: &mut DocumentMut, features: &[Feature]) -> Result<Vec<String>, ManifestError> {
    let entry = document.entry("features").or_insert_with(|| Item::Table(Table::new()));
    let table = entry.as_table_like_mut().ok_or(ManifestError::Features)?;
    let (old, new): (Vec<&Feature>, Vec<&Feature>) =
        features.iter().partition(|feature| table.contains_key(&feature.name));
    if new.is_empty() {
        return Ok(Vec::new());
    }
    if default_has(table, &old) {
        let item = table.entry("default").or_insert_with(|| Array::new().into());
        let defaults = item.as_array_mut().ok_or(ManifestError::Features)?;
        for feature in new.iter().filter(|feature| feature.is_default()) {
            if !has(defaults, &feature.name) {
                array::push(defaults, &feature.name);
            }
        }
    }
    for feature in &new {
        table.insert(&feature.name, Array::from_iter(&feature.enables).into());
    }
    Ok(new.iter().map(|feature| feature.name.clone()).collect())
}

/// Adds to the features of modules those of the modules that they import, and returns the additions.
pub(super) fn link(document: &mut DocumentMut, features: &[Feature]) -> Result<Vec<(String, String)>, ManifestError> {
    let mut added = Vec::new();
    let Some(table) = document.get_mut("features").and_then(Item::as_table_like_mut) else { return Ok(added) };
    for feature in features.iter().filter(|feature| feature.kind == Kind::Module) {
        let Some(list) = table.get_mut(&feature.name) else { continue };
        let list = list.as_array_mut().ok_or(ManifestError::Features)?;
        for other in &feature.enables {
            if !has(list, other) {
                array::push(list, other);
                added.push((feature.name.clone(), other.clone()));
            }
        }
    }
    Ok(added)
}

/// Removes the features of modules that are no longer generated, and returns their names. A feature that turns on
/// anything but modules, generated now or before, has been changed, and is kept.
pub(super) fn remove(document: &mut DocumentMut, current: &[String], old: &[String]) -> Vec<String> {
    let Some(table) = document.get_mut("features").and_then(Item::as_table_like_mut) else { return Vec::new() };
    let is_own = |name: &&String| {
        let list = table.get(name).and_then(Item::as_array);
        list.is_some_and(|list| {
            list.iter().all(|value| current.iter().chain(old).any(|module| value.as_str() == Some(module)))
        })
    };
    let removed: Vec<String> = old.iter().filter(is_own).cloned().collect();
    for name in &removed {
        table.remove(name);
    }
    for (_, list) in table.iter_mut() {
        if let Some(list) = list.as_array_mut() {
            for name in &removed {
                array::remove(list, name);
            }
        }
    }
    removed
}

/// Enables features of the runtime, unless the dependency has its default features, and returns the names of those
/// that were missing: those that types need in the dependency, others in the features of the sides that need them. A
/// runtime that is a dependency on some platforms only is left to the user.
pub(super) fn enable(
    document: &mut DocumentMut,
    needed: &[RuntimeFeature],
) -> Result<Vec<&'static str>, ManifestError> {
    let runtime = document.get_mut("dependencies").and_then(|dependencies| dependencies.get_mut(PACKAGE));
    let Some(runtime) = runtime else { return Ok(Vec::new()) };
    let is_inline = runtime.is_inline_table();
    let Some(runtime) = runtime.as_table_like_mut() else { return Ok(Vec::new()) };
    let is_inherited = runtime.contains_key("workspace");
    let has_defaults = runtime.get("default-features").and_then(Item::as_bool) != Some(false);
    if has_defaults && !is_inherited {
        return Ok(Vec::new());
    }
    let listed = runtime.get("features").and_then(Item::as_array);
    let mut missing = needed.to_vec();
    missing.retain(|feature| !listed.is_some_and(|list| has(list, feature.name)));
    let mut added = Vec::new();
    if missing.iter().any(|feature| feature.part == Part::Types) && !runtime.contains_key("features") {
        let mut empty = Value::from(Array::new());
        // The space before the closing brace belongs to the last value. In other tables, a comment may follow it.
        if is_inline && let Some(last) = runtime.iter_mut().last().and_then(|(_, item)| item.as_value_mut()) {
            empty.decor_mut().set_suffix(take_suffix(last.decor_mut()));
        }
        runtime.insert("features", empty.into());
    }
    for feature in missing {
        let (list, text) = match side_name(feature.part) {
            None => {
                let runtime = &mut document["dependencies"][PACKAGE];
                (runtime.get_mut("features"), feature.name.to_owned())
            }
            Some(side) => {
                let table = document.get_mut("features").and_then(Item::as_table_like_mut);
                // Code of a side without a feature is not compiled.
                let Some(side) = table.and_then(|table| table.get_mut(side)) else { continue };
                (Some(side), of_runtime(feature.name))
            }
        };
        let list = list.and_then(Item::as_array_mut).ok_or(ManifestError::Features)?;
        if !has(list, &text) {
            array::push(list, &text);
            added.push(feature.name);
        }
    }
    added.dedup();
    Ok(added)
}

/// Whether a list has this text.
fn has(list: &Array, text: &str) -> bool {
    list.iter().any(|value| value.as_str() == Some(text))
}

/// Removes the text after a value, and returns it.
fn take_suffix(decor: &mut Decor) -> String {
    let suffix = decor.suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default().to_owned();
    decor.set_suffix("");
    suffix
}

/// Whether all these features are on by default.
fn default_has(table: &dyn TableLike, features: &[&Feature]) -> bool {
    let defaults = table.get("default").and_then(Item::as_array);
    let is_on = |feature: &&Feature| defaults.is_some_and(|defaults| has(defaults, &feature.name));
    features.iter().filter(|feature| feature.is_default()).all(is_on)
}

#[cfg(test)]
mod tests {
    use toml_edit::DocumentMut;

    use whitesmith_codegen::emit::{Part, RuntimeFeature};

    use super::{Feature, add, enable, has_none, table};

    const GZIP: RuntimeFeature = RuntimeFeature { name: "gzip", part: Part::Client };
    const REGEX: RuntimeFeature = RuntimeFeature { name: "regex", part: Part::Types };

    fn features() -> Vec<Feature> {
        vec![Feature::of_side(Part::Client, &[GZIP, REGEX]), Feature::on("library"), Feature::off("serde")]
    }

    #[track_caller]
    fn check(old: &str, new: &str, added: &[&str]) {
        let mut document: DocumentMut = old.parse().expect("TOML");
        let mut features = features();
        if !has_none(&document, &features) {
            features.retain(Feature::is_default);
        }
        assert_eq!(add(&mut document, &features).expect("editable"), added);
        assert_eq!(document.to_string(), new);
    }

    #[test]
    fn a_new_manifest_has_all_features() {
        let expected = "default = [\"client\", \"library\"]\n\
            client = [\"whitesmith-runtime/client\", \"whitesmith-runtime/gzip\"]\n\
            library = []\nserde = [\"whitesmith-runtime/serde\"]\n";
        assert_eq!(table(&features()), expected);
    }

    #[test]
    fn a_manifest_without_features_gets_them() {
        check(
            "[package]\nname = \"a\"\n",
            "[package]\nname = \"a\"\n\n[features]\ndefault = [\"client\", \"library\"]\n\
             client = [\"whitesmith-runtime/client\", \"whitesmith-runtime/gzip\"]\n\
             library = []\nserde = [\"whitesmith-runtime/serde\"]\n",
            &["client", "library", "serde"],
        );
    }

    #[test]
    fn a_module_is_on_by_default_if_the_others_are() {
        check(
            "[features]\ndefault = [\"client\"] # mine\nclient = []\n",
            "[features]\ndefault = [\"client\", \"library\"] # mine\nclient = []\nlibrary = []\n",
            &["library"],
        );
        check(
            "[features]\ndefault = []\nclient = []\n",
            "[features]\ndefault = []\nclient = []\nlibrary = []\n",
            &["library"],
        );
    }

    /// Enables the features of types and clients in a manifest.
    #[track_caller]
    fn enabled(old: &str, new: &str) -> Vec<&'static str> {
        let mut document: DocumentMut = old.parse().expect("TOML");
        let names = enable(&mut document, &[GZIP, REGEX]).expect("editable");
        assert_eq!(document.to_string(), new);
        names
    }

    #[test]
    fn features_that_types_need_are_added_to_the_dependency_once() {
        let added =
            |old: &str, new: &str| enabled(&format!("[dependencies]\n{old}\n"), &format!("[dependencies]\n{new}\n"));
        let new =
            r#"whitesmith-runtime = { path = "../rt", default-features = false, features = ["fs", "regex"] } # why"#;
        let old = r#"whitesmith-runtime = { path = "../rt", default-features = false, features = ["fs"] } # why"#;
        assert_eq!(added(old, new), ["regex"]);
        assert!(added(new, new).is_empty());
        let bare = r#"whitesmith-runtime = { path = "../rt", default-features = false } # why"#;
        let set = r#"whitesmith-runtime = { path = "../rt", default-features = false, features = ["regex"] } # why"#;
        assert_eq!(added(bare, set), ["regex"]);
        let inherited = "whitesmith-runtime.workspace = true";
        assert_eq!(added(inherited, &format!("{inherited}\nwhitesmith-runtime.features = [\"regex\"]")), ["regex"]);
        // A comment stays at its key.
        let dotted = "whitesmith-runtime.path = \"../rt\"\nwhitesmith-runtime.default-features = false # small";
        assert_eq!(added(dotted, &format!("{dotted}\nwhitesmith-runtime.features = [\"regex\"]")), ["regex"]);
        let table = "[dependencies.whitesmith-runtime]\npath = \"../rt\"\ndefault-features = false # small";
        assert_eq!(added(table, &format!("{table}\nfeatures = [\"regex\"]")), ["regex"]);
        // Default features have them.
        for line in [r#"whitesmith-runtime = "0.1""#, r#"whitesmith-runtime = { git = "https://example.com/a" }"#] {
            assert!(added(line, line).is_empty());
        }
    }

    #[test]
    fn features_that_a_side_needs_are_added_to_its_feature_once() {
        let manifest = |client: &str, runtime: &str| {
            format!(
                "[features]\nclient = [{client}] # mine\nserver = []\n\n[dependencies]\n\
                 whitesmith-runtime = {{ path = \"../rt\", default-features = false, features = [{runtime}] }}\n"
            )
        };
        let both = r#""whitesmith-runtime/client-core", "whitesmith-runtime/gzip""#;
        let old = manifest(r#""whitesmith-runtime/client-core""#, r#""regex""#);
        let new = manifest(both, r#""regex""#);
        assert_eq!(enabled(&old, &new), ["gzip"]);
        assert!(enabled(&new, &new).is_empty());
        // The dependency has it.
        let complete = manifest("", r#""gzip", "regex""#);
        assert!(enabled(&complete, &complete).is_empty());
        assert_eq!(
            enabled(&manifest("", ""), &manifest(r#""whitesmith-runtime/gzip""#, r#""regex""#)),
            ["gzip", "regex"]
        );
    }

    #[test]
    fn a_complete_manifest_is_unchanged() {
        let complete = "[features]\nlibrary=[ ]\nclient = []\n";
        check(complete, complete, &[]);
    }
}
