//! Finds the runtime in the workspace around a crate. Reads only manifests, because members may not exist yet.

use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};
use whitesmith_codegen::runtime::PACKAGE;

/// The folder of the runtime, if a workspace above `folder` has it as a member or dependency.
pub(super) fn runtime(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().skip(1).find_map(|root| {
        let manifest: Table = fs::read_to_string(root.join("Cargo.toml")).ok()?.parse().ok()?;
        let workspace = manifest.get("workspace")?;
        let tables = [workspace.get("dependencies"), manifest.get("dependencies")];
        let named = tables.into_iter().flatten().filter_map(|table| path_in(table, root));
        named.chain(members(workspace, root)).find(|folder| is_runtime(folder))
    })
}

/// The path of the dependency on the runtime.
fn path_in(dependencies: &Value, root: &Path) -> Option<PathBuf> {
    dependencies.get(PACKAGE)?.get("path")?.as_str().map(|path| root.join(path))
}

/// The folders of the members.
fn members(workspace: &Value, root: &Path) -> impl Iterator<Item = PathBuf> {
    let patterns = workspace.get("members").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    // Only the member is a pattern, not the path of the workspace.
    let above = glob::Pattern::escape(&root.display().to_string());
    patterns.flat_map(move |pattern| glob::glob(&format!("{above}/{pattern}")).into_iter().flatten().flatten())
}

fn is_runtime(folder: &Path) -> bool {
    let text = fs::read_to_string(folder.join("Cargo.toml"));
    text.is_ok_and(|text| package_name(&text).as_deref() == Some(PACKAGE))
}

/// The name of the package of a manifest.
pub(super) fn package_name(manifest: &str) -> Option<String> {
    let table: Table = manifest.parse().ok()?;
    table.get("package")?.get("name")?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::runtime;

    fn write(root: &Path, files: &[(&str, &str)]) {
        for (path, text) in files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
            fs::write(path, text).expect("writable");
        }
    }

    const RUNTIME: &str = "[package]\nname = \"whitesmith-runtime\"\n";

    #[test]
    fn members_are_patterns_or_folders() {
        for members in ["[\"vendor/*\"]", "[\"missing\", \"vendor/rt\"]"] {
            let folder = tempfile::tempdir().expect("a folder");
            let root = folder.path();
            let workspace = format!("[workspace]\nmembers = {members}\n");
            write(
                root,
                &[("Cargo.toml", &workspace), ("vendor/rt/Cargo.toml", RUNTIME), ("vendor/other/Cargo.toml", "")],
            );
            assert_eq!(runtime(&root.join("crates/sfn")), Some(root.join("vendor/rt")), "{members}");
        }
    }

    #[test]
    fn dependencies_of_the_workspace_name_the_runtime() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("app");
        let workspace = "[workspace]\n[workspace.dependencies]\nwhitesmith-runtime = { path = \"../rt\" }\n";
        write(folder.path(), &[("app/Cargo.toml", workspace), ("rt/Cargo.toml", RUNTIME)]);
        assert_eq!(runtime(&root.join("sfn")), Some(root.join("../rt")));
    }

    #[test]
    fn other_workspaces_and_packages_have_no_runtime() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        let own = "[package]\nname = \"sfn\"\n[workspace]\nmembers = [\"rt\"]\n";
        write(
            root,
            &[("Cargo.toml", "[workspace]\nmembers = [\"*\"]\n"), ("a/Cargo.toml", "[package]\nname = \"a\"\n")],
        );
        write(root, &[("sfn/Cargo.toml", own), ("sfn/rt/Cargo.toml", RUNTIME)]);
        assert_eq!(runtime(&root.join("sfn")), None, "the crate itself is not around it");
    }
}
