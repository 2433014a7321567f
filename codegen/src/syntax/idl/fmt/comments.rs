//! Comments: their targets and their format.

/// A comment, without its line break.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comment<'t> {
    /// The text, with slashes.
    pub(super) text: &'t str,
    /// Whether it is a documentation comment.
    pub(super) is_doc: bool,
    /// Whether it continues the previous documentation comment.
    pub(super) goes_on: bool,
    /// Its line, from 0.
    pub(super) line: usize,
}

impl Comment<'_> {
    /// Whether it is a separator line, which has more slashes than a documentation comment.
    pub(super) fn is_banner(&self) -> bool {
        self.is_doc && self.text.starts_with("////")
    }

    /// The same comment as an ordinary one.
    pub(super) fn demoted(mut self) -> Self {
        if self.is_doc && !self.is_banner() {
            self.text = self.text.get(1..).unwrap_or_default();
        }
        self.is_doc = false;
        self
    }

    /// The formatted comment, with one space after the slashes.
    pub(super) fn tidy(&self) -> String {
        let marks = if self.is_doc { "///" } else { "//" };
        let content = self.text.get(marks.len()..).unwrap_or_default();
        let is_set_off = content.is_empty() || content.starts_with([' ', '\t']) || self.is_banner();
        if is_set_off { format!("{marks}{content}") } else { format!("{marks} {content}") }
    }
}

/// Comments before a shape or member. Only the last block of documentation comments documents it; earlier ones become
/// ordinary comments.
pub(super) fn documenting(mut comments: Vec<Comment<'_>>) -> Vec<Comment<'_>> {
    let mut is_last = true;
    let mut is_open = false;
    for comment in comments.iter_mut().rev().filter(|comment| comment.is_doc) {
        if is_last || is_open {
            (is_last, is_open) = (false, comment.goes_on);
        } else {
            *comment = comment.demoted();
        }
    }
    comments
}

/// Turns separator lines around documentation into ordinary comments.
pub(super) fn without_banners(mut comments: Vec<Comment<'_>>) -> Vec<Comment<'_>> {
    let is_edge = |comment: &&mut Comment<'_>| !comment.is_doc || comment.is_banner();
    comments.iter_mut().take_while(is_edge).for_each(|comment| *comment = comment.demoted());
    comments.iter_mut().rev().take_while(is_edge).for_each(|comment| *comment = comment.demoted());
    comments
}

#[cfg(test)]
mod tests {
    use super::Comment;

    #[track_caller]
    fn check(text: &str, as_it_is: &str, demoted: &str) {
        let comment = Comment { text, is_doc: text.starts_with("///"), goes_on: false, line: 0 };
        assert_eq!(comment.tidy(), as_it_is);
        assert_eq!(comment.demoted().tidy(), demoted);
    }

    #[test]
    fn a_space_follows_the_slashes() {
        check("//a", "// a", "// a");
        check("//  a", "//  a", "//  a");
        check("//", "//", "//");
        check("///a", "/// a", "// a");
        check("///", "///", "//");
    }

    #[test]
    fn lines_drawn_with_slashes_keep_their_length() {
        check("//////", "//////", "// ////");
        check("////// Shapes", "////// Shapes", "// //// Shapes");
    }
}
