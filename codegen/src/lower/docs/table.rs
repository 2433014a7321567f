//! Tables of HTML.

use super::blocks::{Block, Content};

/// The cells of a table, row by row.
#[derive(Default)]
pub(super) struct Table {
    rows: Vec<Vec<String>>,
    /// Whether the first row consists of headings.
    has_headings: bool,
    /// Whether a cell is open.
    pub(super) is_in_cell: bool,
}

impl Table {
    pub(super) fn open_row(&mut self) {
        if self.rows.last().is_none_or(|row| !row.is_empty()) {
            self.rows.push(Vec::new());
        }
    }

    pub(super) fn open_cell(&mut self, is_heading: bool) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
            self.has_headings = is_heading;
        } else if self.rows.len() == 1 && self.rows[0].is_empty() {
            self.has_headings = is_heading;
        }
        self.is_in_cell = true;
    }

    /// Adds the Markdown of the open cell, if any.
    pub(super) fn close_cell(&mut self, text: &str) {
        if let Some(row) = self.rows.last_mut().filter(|_| self.is_in_cell) {
            let words: Vec<&str> = text.split_whitespace().collect();
            row.push(words.join(" ").replace('|', "\\|"));
        }
        self.is_in_cell = false;
    }

    /// A table of Markdown if all rows have as many cells, else a list of rows.
    pub(super) fn blocks(mut self) -> Vec<Block> {
        self.rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let columns = self.rows.first().map_or(0, Vec::len);
        if columns < 2 || self.rows.iter().any(|row| row.len() != columns) {
            let item = |row: Vec<String>| Block {
                lead: "- ".to_owned(),
                indent: 2,
                content: Content::Words(row.join(" \\| ")),
            };
            return self.rows.into_iter().map(item).collect();
        }
        let line = |row: Vec<String>| format!("| {} |", row.join(" | "));
        // Tables of Markdown begin with headings.
        let headings = if self.has_headings { self.rows.remove(0) } else { vec![String::new(); columns] };
        let mut lines = vec![line(headings), format!("|{}", "---|".repeat(columns))];
        lines.extend(self.rows.into_iter().map(line));
        vec![Block::of(Content::Lines(lines))]
    }
}
