//! Relation of a new crate to the Cargo workspace around it.

use std::fs;
use std::path::{Path, PathBuf};

use toml_edit::{Array, DocumentMut, Item, TableLike};

use super::array;
use crate::cli::git;
use crate::cli::runtime::{Error, ManifestError, Place, resolve};
use whitesmith_codegen::output::{self, Staging, Written};

/// Membership of a new crate in the workspace around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Membership {
    /// It is not a member: there is no workspace around it, or the workspace or git excludes it.
    #[default]
    Apart,
    /// It is already a member, by a pattern.
    Member,
    /// It becomes a member by a change of the workspace's manifest.
    Joins(Join),
}

/// A change of a workspace's manifest that adds a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Join {
    pub(in crate::cli) manifest: PathBuf,
    pub(in crate::cli) old: String,
    pub(in crate::cli) new: String,
    pub(in crate::cli) member: String,
}

impl Join {
    /// The change of the file, if it is still the same.
    pub(in crate::cli) fn change(&self) -> Written {
        Written { path: self.manifest.clone(), old: Some(self.old.clone()), new: self.new.clone() }
    }

    /// Adds the member to the file as it is now: another run may have added one.
    pub(in crate::cli) fn stage(&self, staging: &Staging) -> Result<(), output::Error> {
        staging.update(&self.manifest, &|text| with_member(text, &self.member))
    }
}

impl Membership {
    /// The membership of a new crate in `folder`.
    pub(in crate::cli) fn of(folder: &Path) -> Result<Self, Error> {
        let at = resolve(folder)?;
        let Some(Around { root, text: old, document }) = Around::of(&at)? else { return Ok(Self::Apart) };
        let Some(workspace) = table(&document) else { return Ok(Self::Apart) };
        let member = Place::of(root)?.path_to(&Place::of(&at)?);
        let Some(member) = member.filter(|member| !leaves_out(workspace, member)) else { return Ok(Self::Apart) };
        if has_member(workspace, &member) {
            return Ok(Self::Member);
        }
        if git::is_ignored(root, &member) {
            return Ok(Self::Apart);
        }
        let Some(new) = with_member(&old, &member) else { return Ok(Self::Apart) };
        Ok(Self::Joins(Join { manifest: shown(&root.join("Cargo.toml")), old, new, member }))
    }
}

/// The workspace around a folder.
struct Around<'f> {
    root: &'f Path,
    /// The text of its manifest.
    text: String,
    document: DocumentMut,
}

impl<'f> Around<'f> {
    /// The nearest workspace above a folder.
    ///
    /// # Errors
    /// A manifest below it is malformed, and may be that of a nearer workspace.
    fn of(folder: &'f Path) -> Result<Option<Self>, Error> {
        for root in folder.ancestors().skip(1) {
            let path = root.join("Cargo.toml");
            let Ok(text) = fs::read_to_string(&path) else { continue };
            let document = text.parse::<DocumentMut>().map_err(|error| {
                let (folder, path, source) = (shown(folder), shown(&path), ManifestError::Syntax(error));
                Error::Workspace { folder, path, source }
            })?;
            if table(&document).is_some() {
                return Ok(Some(Self { root, text, document }));
            }
        }
        Ok(None)
    }
}

fn table(document: &DocumentMut) -> Option<&dyn TableLike> {
    document.get("workspace").and_then(Item::as_table_like)
}

/// The manifest of a package of the workspace that a new crate becomes a member of, if that has one of these names, and
/// its name. Cargo reads no workspace with two packages of the same name.
pub(in crate::cli) fn namesake(
    folder: &Path,
    membership: &Membership,
    names: &[&str],
) -> Result<Option<(PathBuf, String)>, Error> {
    if *membership == Membership::Apart {
        return Ok(None);
    }
    let at = resolve(folder)?;
    let Some(Around { root, document, .. }) = Around::of(&at)? else { return Ok(None) };
    let Some(workspace) = table(&document) else { return Ok(None) };
    let escaped = glob::Pattern::escape(&root.to_string_lossy());
    let members = texts(workspace, "members").filter_map(|pattern| glob::glob(&format!("{escaped}/{pattern}")).ok());
    let is_left_out = |member: &PathBuf| {
        let below = member.strip_prefix(root).ok().and_then(Path::to_str);
        below.is_some_and(|below| leaves_out(workspace, below)) || member.starts_with(&at)
    };
    let members = members.flatten().flatten().filter(|member| !is_left_out(member));
    let package = |folder: PathBuf| {
        let manifest = folder.join("Cargo.toml");
        let document: DocumentMut = fs::read_to_string(&manifest).ok()?.parse().ok()?;
        let name = document.get("package")?.get("name")?.as_str()?.to_owned();
        names.contains(&name.as_str()).then(|| (shown(&manifest), name))
    };
    Ok(std::iter::once(root.to_owned()).chain(members).find_map(package))
}

/// The manifest of a workspace with another member. `None` if it has the member, or cannot have members.
fn with_member(manifest: &str, member: &str) -> Option<String> {
    let mut document: DocumentMut = manifest.parse().ok()?;
    let workspace = document.get_mut("workspace")?.as_table_like_mut()?;
    if has_member(workspace, member) {
        return None;
    }
    array::push(workspace.entry("members").or_insert_with(|| Array::new().into()).as_array_mut()?, member);
    Some(super::with_line_ends(&document, manifest))
}

/// A path relative to the current folder if it is below it: messages are shorter.
fn shown(path: &Path) -> PathBuf {
    let here = std::env::current_dir().and_then(|here| here.canonicalize());
    here.ok().and_then(|here| path.strip_prefix(here).ok()).map_or_else(|| path.to_owned(), Path::to_owned)
}

fn texts<'w>(workspace: &'w dyn TableLike, key: &str) -> impl Iterator<Item = &'w str> {
    let values = workspace.get(key).and_then(Item::as_array).into_iter().flatten();
    values.filter_map(|value| value.as_str()).map(|path| path.trim_start_matches("./").trim_end_matches('/'))
}

/// Whether `exclude` contains it, or a folder above it.
fn leaves_out(workspace: &dyn TableLike, member: &str) -> bool {
    texts(workspace, "exclude").any(|folder| Path::new(member).starts_with(folder))
}

fn has_member(workspace: &dyn TableLike, member: &str) -> bool {
    let options = glob::MatchOptions { require_literal_separator: true, ..glob::MatchOptions::default() };
    texts(workspace, "members")
        .any(|pattern| glob::Pattern::new(pattern).is_ok_and(|pattern| pattern.matches_with(member, options)))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use whitesmith_codegen::output::Staging;

    use super::Membership;

    /// The place of the folder `crates/new` below a workspace.
    fn membership(workspace: &str) -> Membership {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("Cargo.toml"), workspace).expect("writable");
        Membership::of(&folder.path().join("crates/new")).expect("a place")
    }

    #[test]
    fn a_pattern_makes_a_new_crate_a_member() {
        for members in ["[\"crates/*\"]", "[\"a\", \"./crates/new/\"]"] {
            assert_eq!(membership(&format!("[workspace]\nmembers = {members}\n")), Membership::Member, "{members}");
        }
    }

    #[test]
    fn other_crates_are_added_to_the_members() {
        let old = "# Mine.\n[workspace]\nmembers = [\n    \"a\", # first\n]\nresolver = \"3\"\n";
        let Membership::Joins(join) = membership(old) else { panic!("it joins") };
        assert_eq!(join.new, old.replace("# first\n", "# first\n    \"crates/new\",\n"));
        let Membership::Joins(join) = membership("[package]\nname = \"a\"\n\n[workspace]\n") else {
            panic!("it joins")
        };
        assert_eq!(join.new, "[package]\nname = \"a\"\n\n[workspace]\nmembers = [\"crates/new\"]\n");
        let Membership::Joins(join) = membership("[workspace]\r\nmembers = []\r\n") else { panic!("it joins") };
        assert_eq!(join.new, "[workspace]\r\nmembers = [\"crates/new\"]\r\n");
    }

    #[test]
    fn crates_that_join_a_workspace_at_the_same_time_are_all_members() {
        let folder = tempfile::tempdir().expect("a folder");
        let manifest = folder.path().join("Cargo.toml");
        fs::write(&manifest, "[workspace]\nmembers = []\n").expect("writable");
        let joins = ["a", "b", "a"].map(|member| match Membership::of(&folder.path().join(member)).expect("a place") {
            Membership::Joins(join) => join,
            other => panic!("{member} is {other:?}"),
        });
        for join in joins {
            let staging = Staging::new(folder.path());
            join.stage(&staging).and_then(|()| staging.commit(&[])).expect("writable");
        }
        assert_eq!(fs::read_to_string(manifest).expect("there"), "[workspace]\nmembers = [\"a\", \"b\"]\n");
    }

    #[test]
    fn a_crate_that_the_workspace_leaves_out_stays_apart() {
        assert_eq!(membership("[workspace]\nmembers = [\"crates/*\"]\nexclude = [\"crates\"]\n"), Membership::Apart);
        assert_eq!(membership("[package]\nname = \"a\"\n"), Membership::Apart);
    }
}
