//! Manifests and contents of the published packages.

use std::fs;

use super::{PUBLISHED, cargo, member, members, root};

/// Files of a package, as `cargo package` would upload them.
fn files(package: &str) -> Vec<String> {
    let list = cargo(&["package", "--list", "--allow-dirty", "--offline", "--package", package]);
    list.expect("a list").lines().map(|path| path.replace('\\', "/")).collect()
}

#[test]
fn only_these_packages_are_published() {
    for package in members() {
        let name = package["name"].as_str().expect("a name");
        let is_published = PUBLISHED.iter().any(|(published, _)| *published == name);
        // An empty list of registries is `publish = false`.
        assert_eq!(package["publish"].is_null(), is_published, "{name}: {}", package["publish"]);
    }
}

#[test]
fn each_package_has_metadata() {
    for (name, _) in PUBLISHED {
        let package = member(name);
        for field in ["description", "documentation", "license", "readme", "rust_version"] {
            assert!(package[field].as_str().is_some_and(|text| !text.is_empty()), "{name}: {field}");
        }
        // crates.io accepts five.
        for field in ["keywords", "categories"] {
            let words = package[field].as_array().expect("a list");
            assert!((1..=5).contains(&words.len()), "{name}: {field}");
        }
        assert!(package["metadata"]["docs"]["rs"].is_object(), "{name}: settings of docs.rs");
    }
}

#[test]
fn packages_depend_on_versions_and_not_on_each_other_in_a_circle() {
    for (at, (name, _)) in PUBLISHED.iter().enumerate() {
        for dependency in member(name)["dependencies"].as_array().expect("a list") {
            let of = dependency["name"].as_str().expect("a name");
            let place = PUBLISHED.iter().position(|(published, _)| *published == of);
            if dependency["path"].is_string() {
                assert!(place.is_some_and(|place| place < at), "{name} is published before {of}");
            }
            assert_ne!(dependency["req"], "*", "{name} depends on any version of {of}");
        }
    }
    let of_codegen = member("whitesmith-codegen")["dependencies"].as_array().expect("a list");
    assert!(of_codegen.iter().all(|dependency| dependency["name"] != "whitesmith-runtime"));
    assert!(of_codegen.iter().all(|dependency| dependency["name"] != "clap"), "it has no command line");
}

#[test]
fn each_package_contains_its_licenses_and_its_readme() {
    for (name, folder) in PUBLISHED {
        let files = files(name);
        for file in ["LICENSE-APACHE", "LICENSE-MIT", "README.md"] {
            assert!(files.iter().any(|found| found == file), "{name} lacks {file}");
        }
        for license in ["LICENSE-APACHE", "LICENSE-MIT"] {
            let text = |path| fs::read_to_string(path).expect("a license");
            assert_eq!(text(root().join(folder).join(license)), text(root().join(license)), "{name}");
        }
    }
}

#[test]
fn packages_contain_all_included_files() {
    for (name, folder) in PUBLISHED {
        let files = files(name);
        let pages = fs::read_dir(root().join(folder).join("pages"));
        for page in pages.into_iter().flatten().flatten() {
            let path = format!("pages/{}", page.file_name().to_string_lossy());
            assert!(files.contains(&path), "{name} lacks {path}");
        }
        let definitions = fs::read_dir(root().join(folder).join("src/load/definitions"));
        for definition in definitions.into_iter().flatten().flatten() {
            let path = format!("src/load/definitions/{}", definition.file_name().to_string_lossy());
            assert!(files.contains(&path), "{name} lacks {path}");
        }
        for template in walkdir::WalkDir::new(root().join(folder).join("templates")).into_iter().flatten() {
            if template.file_type().is_file() {
                let path = template.path().strip_prefix(root().join(folder)).expect("below the folder");
                let path = path.to_string_lossy().replace('\\', "/");
                assert!(files.contains(&path), "{name} lacks {path}");
            }
        }
        let outside = files.iter().find(|path| path.starts_with("tests/") || path.starts_with("cli/"));
        assert_eq!(outside, None, "{name} contains tests that need this workspace");
    }
}

#[test]
fn each_readme_lists_the_features() {
    for (package, folder) in PUBLISHED {
        let readme = fs::read_to_string(root().join(folder).join("README.md")).expect("a page");
        let features = member(package)["features"].as_object().expect("a table");
        for name in features.keys().filter(|name| *name != "default") {
            let in_table = |line: &str| line.starts_with('|') && line.contains(&format!("`{name}`"));
            assert!(readme.lines().any(in_table), "{package}: {name}");
        }
    }
}

#[test]
fn the_policy_names_the_version_of_generated_code() {
    let generated = fs::read_to_string(root().join("generated/src/sfn/mod.rs")).expect("a module");
    let line = generated.lines().find(|line| line.contains("generated_with(")).expect("a check of the runtime");
    let policy = fs::read_to_string(root().join("docs/policy.md")).expect("a page");
    assert!(policy.contains(line), "docs/policy.md lacks `{line}`");
}
