//! Links between pages, and from pages to files.

use std::path::{Component, Path, PathBuf};

use crate::markdown::{anchors, links};
use crate::{assert_none, pages, read, root};

/// A path without `.` and `..`. None if it leaves the workspace.
fn normalized(path: &Path) -> Option<PathBuf> {
    let mut result = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir if !result.pop() => return None,
            Component::Normal(name) => result.push(name),
            _ => {}
        }
    }
    Some(result)
}

/// Errors of a link of a page.
fn problem(page: &str, target: &str) -> Option<&'static str> {
    if target.starts_with("https://") || target.starts_with("http://") || target.starts_with("mailto:") {
        return None;
    }
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let file = if path.is_empty() {
        PathBuf::from(page)
    } else {
        let folder = Path::new(page).parent().unwrap_or_else(|| Path::new(""));
        match normalized(&folder.join(path)) {
            Some(file) => file,
            None => return Some("leaves the workspace"),
        }
    };
    if !root().join(&file).exists() {
        return Some("there is no such file");
    }
    let has_anchor = || anchors(&read(&file.display().to_string())).iter().any(|found| found == anchor);
    (!anchor.is_empty() && !has_anchor()).then_some("there is no such heading")
}

#[test]
fn every_link_resolves() {
    let mut problems = Vec::new();
    let mut count = 0;
    for page in pages() {
        for link in links(&read(&page)) {
            count += 1;
            let found = problem(&page, &link.target);
            problems.extend(found.map(|found| format!("{page}:{}: {}: {found}", link.line, link.target)));
        }
    }
    assert!(count > 100, "{count} links");
    assert_none(&problems);
}

#[test]
fn broken_links_are_found() {
    assert_eq!(problem("README.md", "docs/policy.md#rust-version"), None);
    assert_eq!(problem("docs/policy.md", "../README.md"), None);
    assert_eq!(problem("README.md", "docs/nothing.md"), Some("there is no such file"));
    assert_eq!(problem("README.md", "docs/policy.md#nothing"), Some("there is no such heading"));
    assert_eq!(problem("README.md", "#nothing"), Some("there is no such heading"));
    assert_eq!(problem("README.md", "../README.md"), Some("leaves the workspace"));
}
