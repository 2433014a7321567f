//! Features that generated code needs in the manifest of its package.

use toml_edit::{Array, Decor, DocumentMut, Item, Table, TableLike, Value};
use whitesmith_codegen::runtime::PACKAGE;

use super::array;
use crate::cli::runtime::ManifestError;

/// A feature: its name, and what it turns on.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Feature {
    pub(in crate::cli) name: String,
    pub(in crate::cli) enables: Option<&'static str>,
    pub(in crate::cli) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Kind {
    /// On by default.
    Default,
    /// Off by default. Only the first run adds it.
    Extra,
}

impl Feature {
    /// A feature that is on by default.
    pub(in crate::cli) fn on(name: &str, enables: Option<&'static str>) -> Self {
        Self { name: name.to_owned(), enables, kind: Kind::Default }
    }

    /// A feature of new manifests.
    pub(in crate::cli) fn off(name: &str, enables: &'static str) -> Self {
        Self { name: name.to_owned(), enables: Some(enables), kind: Kind::Extra }
    }

    /// Whether it is on by default.
    pub(super) fn is_default(&self) -> bool {
        self.kind == Kind::Default
    }
}

/// The table of a new manifest, without its header.
pub(super) fn table(features: &[Feature]) -> String {
    let on = features.iter().filter(|feature| feature.is_default());
    let defaults: Vec<String> = on.map(|feature| format!("\"{}\"", feature.name)).collect();
    let line = |feature: &Feature| {
        let enables = feature.enables.map(|enabled| format!("\"{enabled}\"")).unwrap_or_default();
        format!("{} = [{enables}]\n", feature.name)
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
            if !defaults.iter().any(|name| name.as_str() == Some(&feature.name)) {
                array::push(defaults, &feature.name);
            }
        }
    }
    for feature in &new {
        table.insert(&feature.name, Array::from_iter(feature.enables).into());
    }
    Ok(new.iter().map(|feature| feature.name.clone()).collect())
}

/// Enables features of the runtime, unless the dependency has its default features, and returns the names of those
/// that were missing. A runtime that is a dependency on some platforms only is left to the user.
pub(super) fn enable(document: &mut DocumentMut, needed: &[&str]) -> Result<Vec<String>, ManifestError> {
    let runtime = document.get_mut("dependencies").and_then(|dependencies| dependencies.get_mut(PACKAGE));
    let Some(runtime) = runtime.and_then(Item::as_table_like_mut) else { return Ok(Vec::new()) };
    let is_inherited = runtime.contains_key("workspace");
    let has_defaults = runtime.get("default-features").and_then(Item::as_bool) != Some(false);
    if needed.is_empty() || has_defaults && !is_inherited {
        return Ok(Vec::new());
    }
    if !runtime.contains_key("features") {
        // The space before the closing brace belongs to the last value.
        let last = runtime.iter_mut().last().and_then(|(_, item)| item.as_value_mut());
        let space = last.map(|value| take_suffix(value.decor_mut())).unwrap_or_default();
        let mut empty = Value::from(Array::new());
        empty.decor_mut().set_suffix(space);
        runtime.insert("features", empty.into());
    }
    let list = runtime.get_mut("features").and_then(Item::as_array_mut).ok_or(ManifestError::Features)?;
    let has = |list: &Array, name: &str| list.iter().any(|value| value.as_str() == Some(name));
    let missing: Vec<String> = needed.iter().filter(|name| !has(list, name)).map(|name| (*name).to_owned()).collect();
    for name in &missing {
        array::push(list, name);
    }
    Ok(missing)
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
    let is_on = |feature: &&Feature| {
        defaults.is_some_and(|defaults| defaults.iter().any(|name| name.as_str() == Some(&feature.name)))
    };
    features.iter().filter(|feature| feature.is_default()).all(is_on)
}

#[cfg(test)]
mod tests {
    use toml_edit::DocumentMut;

    use super::{Feature, add, enable, has_none, table};

    fn features() -> Vec<Feature> {
        vec![Feature::on("client", Some("rt/client")), Feature::on("library", None), Feature::off("serde", "rt/serde")]
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
        let expected =
            "default = [\"client\", \"library\"]\nclient = [\"rt/client\"]\nlibrary = []\nserde = [\"rt/serde\"]\n";
        assert_eq!(table(&features()), expected);
    }

    #[test]
    fn a_manifest_without_features_gets_them() {
        check(
            "[package]\nname = \"a\"\n",
            "[package]\nname = \"a\"\n\n[features]\ndefault = [\"client\", \"library\"]\nclient = [\"rt/client\"]\nlibrary = []\n\
             serde = [\"rt/serde\"]\n",
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

    #[test]
    fn features_of_the_runtime_are_added_once() {
        let added = |old: &str, new: &str| {
            let mut document: DocumentMut = format!("[dependencies]\n{old}\n").parse().expect("TOML");
            let names = enable(&mut document, &["gzip", "regex"]).expect("editable");
            assert_eq!(document.to_string(), format!("[dependencies]\n{new}\n"));
            names
        };
        let both = ["gzip", "regex"];
        let new =
            r#"whitesmith-runtime = { path = "../rt", default-features = false, features = ["regex", "gzip"] } # why"#;
        let old = r#"whitesmith-runtime = { path = "../rt", default-features = false, features = ["regex"] } # why"#;
        assert_eq!(added(old, new), ["gzip"]);
        assert!(added(new, new).is_empty());
        let bare = r#"whitesmith-runtime = { path = "../rt", default-features = false } # why"#;
        let set =
            r#"whitesmith-runtime = { path = "../rt", default-features = false, features = ["gzip", "regex"] } # why"#;
        assert_eq!(added(bare, set), both);
        let inherited = "whitesmith-runtime.workspace = true";
        assert_eq!(
            added(inherited, &format!("{inherited}\nwhitesmith-runtime.features = [\"gzip\", \"regex\"]")),
            both
        );
        // Default features have them.
        for line in [r#"whitesmith-runtime = "0.1""#, r#"whitesmith-runtime = { git = "https://example.com/a" }"#] {
            assert!(added(line, line).is_empty());
        }
    }

    #[test]
    fn a_complete_manifest_is_unchanged() {
        let complete = "[features]\nlibrary=[ ]\nclient = []\n";
        check(complete, complete, &[]);
    }
}
