//! Reads and edits the dependency on the runtime in a manifest. Everything else keeps its bytes.

use toml_edit::{DocumentMut, InlineTable, Item, Key, Table, TableLike, Value};
use whitesmith_codegen::runtime::PACKAGE;

use super::Dependency;

/// Keys that say where a dependency comes from.
const SOURCES: &[&str] = &["path", "git", "branch", "tag", "rev", "version", "registry", "registry-index"];

/// A manifest that exists.
pub(in crate::cli) struct Manifest {
    text: String,
    document: DocumentMut,
}

/// A manifest that cannot be edited.
#[derive(Debug, thiserror::Error)]
pub(in crate::cli) enum ManifestError {
    #[error("it is not valid TOML")]
    Syntax(#[from] toml_edit::TomlError),
    #[error("its dependency on {PACKAGE} is neither a version nor a table")]
    Shape,
    #[error("its `features` are not a table of lists")]
    Features,
    #[error("it inherits {PACKAGE} from the workspace, whose manifest says where it comes from")]
    Inherited,
}

impl Manifest {
    /// Parses a manifest.
    pub(in crate::cli) fn parse(text: String) -> Result<Self, ManifestError> {
        let document = text.parse()?;
        Ok(Self { text, document })
    }

    /// Whether the runtime is a dependency, on all platforms or on some.
    pub(in crate::cli) fn has_runtime(&self) -> bool {
        let has = |item: &Item| item.get("dependencies").is_some_and(|table| table.get(PACKAGE).is_some());
        let targets = self.document.get("target").and_then(Item::as_table_like);
        has(self.document.as_item()) || targets.is_some_and(|targets| targets.iter().any(|(_, target)| has(target)))
    }

    /// The only key that says where the runtime comes from, and its value.
    pub(super) fn source(&self) -> Option<(&'static str, &str)> {
        let dependency = self.document.get("dependencies")?.get(PACKAGE)?;
        if let Some(version) = dependency.as_str() {
            return Some(("version", version));
        }
        let mut sources = SOURCES.iter().filter_map(|key| Some((*key, dependency.get(key)?.as_str()?)));
        sources.next().filter(|_| sources.next().is_none())
    }

    /// The text with this source of the runtime. Unchanged if the source is the same.
    pub(in crate::cli) fn with_runtime(mut self, dependency: &Dependency) -> Result<String, ManifestError> {
        let dependencies = self.document.entry("dependencies").or_insert_with(|| Item::Table(Table::new()));
        let dependencies = dependencies.as_table_like_mut().ok_or(ManifestError::Shape)?;
        match dependencies.get_mut(PACKAGE) {
            None => {
                let mut table = InlineTable::new();
                table.insert(dependency.key, dependency.value.as_str().into());
                table.insert("default-features", false.into());
                dependencies.insert(PACKAGE, Item::Value(table.into()));
            }
            Some(item) if item.as_str().is_some() => {
                if dependency.key == "version" && item.as_str() == Some(&dependency.value) {
                    return Ok(self.text);
                }
                let mut value: Value = if dependency.key == "version" {
                    dependency.value.as_str().into()
                } else {
                    InlineTable::from_iter([(dependency.key, dependency.value.as_str())]).into()
                };
                if let Some(old) = item.as_value() {
                    *value.decor_mut() = old.decor().clone();
                }
                *item = Item::Value(value);
            }
            Some(item) => {
                let table = item.as_table_like_mut().ok_or(ManifestError::Shape)?;
                if table.contains_key("workspace") {
                    return Err(ManifestError::Inherited);
                }
                if is_from(table, dependency) {
                    return Ok(self.text);
                }
                replace(table, dependency);
            }
        }
        let is_crlf = self.text.contains("\r\n");
        let text = self.document.to_string();
        Ok(if is_crlf { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text })
    }
}

/// Whether the table has this source and no other.
fn is_from(table: &dyn TableLike, dependency: &Dependency) -> bool {
    SOURCES.iter().all(|key| {
        let expected = (*key == dependency.key).then_some(dependency.value.as_str());
        table.get(key).and_then(Item::as_str) == expected
    })
}

/// Puts the source in the place of the old one.
fn replace(table: &mut dyn TableLike, dependency: &Dependency) {
    let names: Vec<String> = table.iter().map(|(name, _)| name.to_owned()).collect();
    let at = names.iter().position(|name| SOURCES.contains(&name.as_str())).unwrap_or(0);
    let mut entries: Vec<(Key, Item)> = Vec::new();
    for name in &names {
        let key = table.key(name).cloned();
        if let (Some(key), Some(item)) = (key, table.remove(name)) {
            entries.push((key, item));
        }
    }
    let mut source = Item::Value(dependency.value.as_str().into());
    let mut key = Key::new(dependency.key);
    if let Some((old, item)) = entries.get(at) {
        *key.leaf_decor_mut() = old.leaf_decor().clone();
        if let (Some(new), Some(old)) = (source.as_value_mut(), item.as_value()) {
            *new.decor_mut() = old.decor().clone();
        }
    }
    let mut kept: Vec<(Key, Item)> = Vec::new();
    let mut source = Some((key, source));
    for (index, (key, item)) in entries.into_iter().enumerate() {
        if index == at {
            kept.extend(source.take());
        }
        if !SOURCES.contains(&key.get()) {
            kept.push((key, item));
        }
    }
    kept.extend(source);
    for (key, item) in kept {
        table.entry_format(&key).or_insert(item);
    }
}

#[cfg(test)]
mod tests {
    use super::{Dependency, Manifest, ManifestError};

    fn edit(text: &str, key: &'static str, value: &str) -> Result<String, ManifestError> {
        Manifest::parse(text.to_owned())?.with_runtime(&Dependency { key, value: value.to_owned() })
    }

    #[track_caller]
    fn check(old: &str, key: &'static str, value: &str, new: &str) {
        let around = |line: &str| {
            format!(
                "# Mine.\n[package]\nname = 'a'   # odd\n\n[dependencies]\nb = \"1\"\n{line}\nc = {{ path = \"../c\" }}\n\n[features]\nx = [ ]\n"
            )
        };
        assert_eq!(edit(&around(old), key, value).expect("editable"), around(new));
        let windows = |line: &str| around(line).replace('\n', "\r\n");
        assert_eq!(edit(&windows(old), key, value).expect("editable"), windows(new));
    }

    #[test]
    fn the_line_of_the_runtime_is_the_only_one_that_changes() {
        let path = r#"whitesmith-runtime = { path = "../runtime", default-features = false }  # why"#;
        check(path, "path", "../runtime", path);
        let git = r#"whitesmith-runtime = { git = "https://example.com/a", default-features = false }  # why"#;
        check(path, "git", "https://example.com/a", git);
        check(git, "path", "../runtime", path);
        let version = r#"whitesmith-runtime = { version = "0.1", default-features = false }  # why"#;
        check(git, "version", "0.1", version);
    }

    #[test]
    fn other_keys_of_the_dependency_stay() {
        let old =
            r#"whitesmith-runtime = { features = ["fs"], git = "https://example.com/a", tag = "v1", optional = true }"#;
        let new = r#"whitesmith-runtime = { features = ["fs"], path = "../rt", optional = true }"#;
        check(old, "path", "../rt", new);
        check(r#"whitesmith-runtime = "0.1""#, "path", "../rt", r#"whitesmith-runtime = { path = "../rt" }"#);
        check(r#"whitesmith-runtime = "0.1""#, "version", "0.2", r#"whitesmith-runtime = "0.2""#);
    }

    #[test]
    fn a_separate_table_is_edited_too() {
        let old = "[dependencies.whitesmith-runtime]\npath = \"../a\"\nfeatures = [\"fs\"]\n\n[features]\n";
        let new = "[dependencies.whitesmith-runtime]\nversion = \"0.1\"\nfeatures = [\"fs\"]\n\n[features]\n";
        assert_eq!(edit(old, "version", "0.1").expect("editable"), new);
    }

    #[test]
    fn a_missing_dependency_is_added() {
        let old = "[package]\nname = \"a\"\n\n[dependencies]\n";
        let new = "[package]\nname = \"a\"\n\n[dependencies]\nwhitesmith-runtime = { path = \"../rt\", default-features = false }\n";
        assert_eq!(edit(old, "path", "../rt").expect("editable"), new);
        let bare = edit("[package]\nname = \"a\"\n", "path", "../rt").expect("editable");
        assert_eq!(bare, new);
    }

    #[test]
    fn an_inherited_dependency_is_not_changed() {
        let text = "[dependencies]\nwhitesmith-runtime.workspace = true\n";
        assert!(matches!(edit(text, "path", "../rt"), Err(ManifestError::Inherited)));
        assert!(matches!(edit("[dependencies", "path", "../rt"), Err(ManifestError::Syntax(_))));
    }
}
