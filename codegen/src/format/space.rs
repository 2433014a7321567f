//! The default widths of rustfmt, and the space that is left on a line.

/// Width of a line.
pub(crate) const WIDTH: usize = 100;
/// Width of a call's arguments, and of a chain of calls, on one line.
pub(super) const SHORT: usize = 60;
/// Spaces of an indent.
pub(super) const INDENT: usize = 4;

/// The space for a piece of code, which may begin to the right of the indentation.
#[derive(Clone, Copy)]
pub(super) struct Space {
    /// Indentation of lines after the first.
    pub(super) indent: usize,
    /// Width of the text before the code on the first line, without indentation.
    pub(super) before: usize,
    /// Remaining width.
    pub(super) width: usize,
}

impl Space {
    /// A whole line with this indentation.
    pub(super) fn line(indent: usize) -> Self {
        Self { indent, before: 0, width: WIDTH.saturating_sub(indent) }
    }

    /// The space after text of this width.
    pub(super) fn after(self, width: usize) -> Option<Self> {
        Some(Self { before: self.before + width, ..self.narrower(width)? })
    }

    /// The space with this width reserved at the end of the line.
    pub(super) fn narrower(self, by: usize) -> Option<Self> {
        Some(Self { width: self.width.checked_sub(by)?, ..self })
    }

    /// Width of the text after the code on its last line.
    pub(super) fn trailing_width(self) -> usize {
        WIDTH.saturating_sub(self.indent + self.before + self.width)
    }

    /// A line break with the indentation.
    pub(super) fn new_line(self) -> String {
        format!("\n{}", " ".repeat(self.indent))
    }

    /// Whether the text fits.
    pub(super) fn fits(self, text: &str) -> bool {
        first_width(text) <= self.width
            && text.lines().skip(1).all(|line| width(line) <= WIDTH)
            && (!text.contains('\n') || last_width(text) <= self.indent + self.before + self.width)
    }
}

/// Number of characters.
pub(super) fn width(text: &str) -> usize {
    text.chars().count()
}

/// Width of the first line.
pub(super) fn first_width(text: &str) -> usize {
    text.lines().next().map_or(0, width)
}

/// Width of the last line.
pub(super) fn last_width(text: &str) -> usize {
    width(text.rsplit('\n').next().unwrap_or_default())
}

/// Whether the last line consists of closing brackets.
pub(super) fn ends_with_brackets(text: &str) -> bool {
    text.ends_with("\"#")
        || text.rsplit('\n').next().unwrap_or_default().chars().all(|c| "()]}?> ".contains(c) || c.is_whitespace())
}
