//! Where text may go: the widths that rustfmt has by default, and the room that is left on a line.

/// Width of a line.
pub(super) const WIDTH: usize = 100;
/// Width of a call's arguments, and of a chain of calls, on one line.
pub(super) const SHORT: usize = 60;
/// Spaces of an indent.
pub(super) const INDENT: usize = 4;

/// The room for a piece of code: its lines are indented, its first line begins further right.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// Indent of further lines.
    pub(super) indent: usize,
    /// Width, beyond the indent, of what stands before on the first line.
    pub(super) before: usize,
    /// Remaining width.
    pub(super) width: usize,
}

impl Room {
    /// A line with an indent.
    pub(super) fn line(indent: usize) -> Self {
        Self { indent, before: 0, width: WIDTH.saturating_sub(indent) }
    }

    /// The room after text of this width.
    pub(super) fn after(self, width: usize) -> Option<Self> {
        Some(Self { before: self.before + width, ..self.narrower(width)? })
    }

    /// With so much left free at the end of the line.
    pub(super) fn narrower(self, by: usize) -> Option<Self> {
        Some(Self { width: self.width.checked_sub(by)?, ..self })
    }

    /// What stands behind the code on its last line.
    pub(super) fn behind(self) -> usize {
        WIDTH.saturating_sub(self.indent + self.before + self.width)
    }

    /// A line break, with the indent.
    pub(super) fn new_line(self) -> String {
        format!("\n{}", " ".repeat(self.indent))
    }

    /// Whether the text stays within the room.
    pub(super) fn holds(self, text: &str) -> bool {
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

/// Whether the last line has nothing but closing brackets.
pub(super) fn ends_with_brackets(text: &str) -> bool {
    text.ends_with("\"#")
        || text.rsplit('\n').next().unwrap_or_default().chars().all(|c| "()]}?> ".contains(c) || c.is_whitespace())
}
