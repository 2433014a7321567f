//! SUMMARY.md lists each page of the book once.

use crate::markdown::links;
use crate::{BOOK, assert_none, book, read};

#[test]
fn the_summary_lists_each_page_once() {
    let summary = format!("{BOOK}/SUMMARY.md");
    let listed: Vec<String> =
        links(&read(&summary)).into_iter().map(|link| format!("{BOOK}/{}", link.target)).collect();
    let count = |page: &String| listed.iter().filter(|listed| *listed == page).count();
    let pages = book().into_iter().filter(|page| *page != summary);
    let problems = pages.filter(|page| count(page) != 1).map(|page| format!("{page}: {} times", count(&page)));
    assert_none(&problems.collect::<Vec<_>>());
}

#[test]
fn each_page_starts_with_its_title() {
    let pages = book().into_iter().filter(|page| !read(page).starts_with("# "));
    assert_none(&pages.map(|page| format!("{page}: no `# ` in the first line")).collect::<Vec<_>>());
}
