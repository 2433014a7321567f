//! `cargo xtask book`: builds the book with mdBook, if it is installed.
//!
//! Pages link to files of the repository, which are not part of the book. The book is built from a copy in which these
//! links are the paths of the files; pictures are copied.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use whitesmith::cli::error_chain;

use crate::error::TaskError;
use crate::task::{Context, Outcome, is_installed};

/// Builds the book alone, and prints what was skipped.
pub(crate) fn run() -> ExitCode {
    check(&Context::new()).report()
}

/// Builds the book into `target/book`.
pub(crate) fn check(context: &Context) -> Outcome {
    if !is_installed(Command::new("mdbook").arg("--version")) {
        return Outcome::Skipped("mdBook is not installed: cargo install mdbook --locked".into());
    }
    let target = context.root.join("target");
    let source = target.join("book-source");
    match copy(&context.root, &source) {
        Ok(()) => {
            context.finish(Command::new("mdbook").arg("build").arg(&source).arg("--dest-dir").arg(target.join("book")))
        }
        Err(error) => Outcome::Failed(error_chain(&error)),
    }
}

/// The pages of the book, in the order of its summary.
pub(crate) fn pages(root: &Path) -> Result<Vec<PathBuf>, TaskError> {
    let folder = root.join("docs/book/src");
    let path = folder.join("SUMMARY.md");
    let summary = fs::read_to_string(&path).map_err(TaskError::file(&path))?;
    Ok(targets(&summary).map(|target| folder.join(target)).collect())
}

/// The targets of inline links.
fn targets(page: &str) -> impl Iterator<Item = &str> {
    page.split("](").skip(1).filter_map(|rest| rest.split_once(')').map(|(target, _)| target))
}

/// Copies the book, with links that are valid in the copy.
fn copy(root: &Path, to: &Path) -> Result<(), TaskError> {
    let from = root.join("docs/book");
    let mut files = pages(root)?;
    files.push(from.join("src/SUMMARY.md"));
    files.push(from.join("book.toml"));
    for path in files {
        let inside = path.strip_prefix(&from).unwrap_or(&path);
        let text = fs::read_to_string(&path).map_err(TaskError::file(&path))?;
        let depth = inside.components().count().saturating_sub(2);
        write(&to.join(inside), with_own_links(&text, depth).as_bytes())?;
    }
    let picture = root.join("docs/terminal.svg");
    let bytes = fs::read(&picture).map_err(TaskError::file(&picture))?;
    write(&to.join("src/terminal.svg"), &bytes)
}

fn write(path: &Path, content: &[u8]) -> Result<(), TaskError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(TaskError::file(folder))?;
    }
    fs::write(path, content).map_err(TaskError::file(path))
}

/// The text of a page that is `depth` folders below `src`, in which links out of the book are paths of files, and those
/// of pictures lead to `src`.
fn with_own_links(page: &str, depth: usize) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("](") {
        let Some((target, after)) = after.split_once(')') else { break };
        let path = target.trim_start_matches("../");
        let above = ((target.len() - path.len()) / 3).saturating_sub(depth);
        let folder = ["", "docs/book/", "docs/"].get(above).copied().unwrap_or_default();
        let at = before.rfind('[').unwrap_or(0);
        let (kept, label) = before.split_at(at);
        match (above > 0, path.strip_suffix(".svg")) {
            (false, _) => text.extend([before, "](", target, ")"]),
            (true, Some(name)) => text.extend([before, "](", &"../".repeat(depth), name, ".svg)"]),
            (true, None) => text.extend([kept, label.trim_start_matches('['), " (`", folder, path, "`)"]),
        }
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_out_of_the_book_become_paths() {
        let page = "[a](b.md), [c d](../../../policy.md#e) and ![f](../../../terminal.svg) [g](../h.md)";
        let expected = "[a](b.md), c d (`docs/policy.md#e`) and ![f](../terminal.svg) [g](../h.md)";
        assert_eq!(with_own_links(page, 1), expected);
    }

    #[test]
    fn the_book_has_pages() {
        let pages = pages(&crate::workspace::root()).expect("a summary");
        assert!(pages.len() > 20 && pages.iter().all(|page| page.is_file()), "{pages:?}");
    }
}
