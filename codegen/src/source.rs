//! Source files and positions in them. Independent of Smithy.

use std::ops::Range;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::text::floor_boundary;
use crate::transform::Transform;

/// Identifies one file of a [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A byte range in a source file. Default: [`Span::NONE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// Offset of the first byte.
    pub start: u32,
    /// Offset one past the last byte.
    pub end: u32,
}

impl Default for Span {
    fn default() -> Self {
        Self::NONE
    }
}

impl Span {
    /// No location: for shapes that no file contains, such as synthetic ones.
    pub const NONE: Self = Self { source: SourceId(u32::MAX), start: 0, end: 0 };

    /// A span of `range` in `source`.
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        Self { source, start: range.start as u32, end: range.end as u32 }
    }

    /// Whether the span points into a file.
    pub fn is_some(self) -> bool {
        self.source != Self::NONE.source
    }

    /// The smallest span that covers both, or `self` if the files differ.
    #[must_use]
    pub fn to(self, end: Self) -> Self {
        if self.source == end.source {
            Self { source: self.source, start: self.start.min(end.start), end: self.end.max(end.end) }
        } else {
            self
        }
    }
}

/// Role of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A model, named by the user.
    Model,
    /// A file in a folder of models, which may or may not be a model.
    Found,
    /// Not a model, such as a configuration.
    Other,
}

/// A source file.
#[derive(Debug)]
pub struct SourceFile {
    path: PathBuf,
    text: String,
    role: Role,
    index: std::sync::OnceLock<Index>,
}

/// Positions that are computed once, because all diagnostics of a file need them, and the file may be one line.
#[derive(Debug, Default)]
struct Index {
    /// Offset of each line.
    lines: Vec<u32>,
    /// Number of characters before each block, and in the whole file.
    characters: Vec<u32>,
}

/// Bytes of a block.
const BLOCK: usize = 1024;

impl Index {
    fn of(text: &str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(newlines.map(|(at, _)| at as u32 + 1)).collect();
        let mut before = 0;
        let after = text.as_bytes().chunks(BLOCK).map(|block| {
            before += characters(block);
            before
        });
        Self { lines, characters: std::iter::once(0).chain(after).collect() }
    }
}

/// The number of characters that start in these bytes.
fn characters(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u32
}

impl SourceFile {
    /// Path as written by the user, for messages.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Content of the file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Role of the file.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Line and column of a byte offset, both starting at 1. Columns count characters. Offsets inside a character and
    /// beyond the end of the file are rounded down.
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let offset = floor_boundary(&self.text, offset as usize);
        let (line, start) = self.line(offset);
        let column = self.characters_before(offset) - self.characters_before(start);
        (line, column as usize + 1)
    }

    /// The number of the line with this offset, from 1, and the offset of the line.
    pub(crate) fn line(&self, offset: usize) -> (usize, usize) {
        let lines = &self.index().lines;
        let line = lines.partition_point(|start| *start as usize <= offset);
        (line, lines.get(line.saturating_sub(1)).map_or(0, |start| *start as usize))
    }

    /// The end of the line with this offset, without its line break.
    pub(crate) fn line_end(&self, offset: usize) -> usize {
        let (line, _) = self.line(offset);
        self.index().lines.get(line).map_or(self.text.len(), |next| *next as usize - 1)
    }

    fn characters_before(&self, offset: usize) -> u32 {
        let block = offset / BLOCK;
        let rest = self.text.as_bytes().get(block * BLOCK..offset).map_or(0, characters);
        self.index().characters.get(block).map_or(0, |before| before + rest)
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.text))
    }
}

/// All files of a run, transforms of the model that they form, and warnings about projects. Files are never removed, so
/// that a [`Span`] remains valid.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
    transforms: Vec<Transform>,
    warnings: Vec<Diagnostic>,
}

impl SourceMap {
    /// Adds a model file and returns its ID.
    pub fn add(&mut self, path: impl Into<PathBuf>, text: String) -> SourceId {
        self.push(path.into(), text, Role::Model)
    }

    /// Adds a file found in a folder of models.
    pub fn add_found(&mut self, path: impl Into<PathBuf>, text: String) -> SourceId {
        self.push(path.into(), text, Role::Found)
    }

    /// Adds a file that is not a model, such as a configuration, so that diagnostics can point into it.
    pub fn add_other(&mut self, path: impl Into<PathBuf>, text: String) -> SourceId {
        self.push(path.into(), text, Role::Other)
    }

    fn push(&mut self, path: PathBuf, text: String, role: Role) -> SourceId {
        self.files.push(SourceFile { path, text, role, index: std::sync::OnceLock::new() });
        SourceId(self.files.len() as u32 - 1)
    }

    /// Adds transforms of the model.
    pub(crate) fn transform(&mut self, transforms: Vec<Transform>) {
        self.transforms.extend(transforms);
    }

    /// Transforms of the model, in the order in which they are applied.
    pub(crate) fn transforms(&self) -> &[Transform] {
        &self.transforms
    }

    /// Adds warnings about projects.
    pub(crate) fn warn(&mut self, warnings: Vec<Diagnostic>) {
        self.warnings.extend(warnings);
    }

    /// Warnings about projects, which are reported with the findings about their models.
    pub(crate) fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// The file with this ID. `None` for [`Span::NONE`].
    pub fn get(&self, id: SourceId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// All model files, in insertion order.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &SourceFile)> {
        let files = self.files.iter().enumerate().filter(|(_, file)| file.role != Role::Other);
        files.map(|(at, file)| (SourceId(at as u32), file))
    }
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, SourceMap};

    #[test]
    fn lines_and_columns_count_characters_in_files_of_any_shape() {
        let line = "aé€🦀".repeat(BLOCK / 4);
        for text in ["", "\n", "a", "é\n", "\n\né\na", &line, &format!("{line}\n{line}"), &"a".repeat(3 * BLOCK)] {
            let mut sources = SourceMap::default();
            let id = sources.add("a", text.to_owned());
            let file = sources.get(id).expect("added");
            for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..offset];
                let start = before.rfind('\n').map_or(0, |at| at + 1);
                let expected = (before.matches('\n').count() + 1, text[start..offset].chars().count() + 1);
                assert_eq!(file.line_column(u32::try_from(offset).expect("short")), expected);
                assert_eq!(file.line(offset), (expected.0, start));
                let end = text[offset..].find('\n').map_or(text.len(), |at| offset + at);
                assert_eq!(file.line_end(offset), end);
            }
        }
    }
}
