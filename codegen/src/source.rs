//! Source files and positions in them. Independent of Smithy.

use std::ops::Range;
use std::path::{Path, PathBuf};

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
    line_starts: std::sync::OnceLock<Vec<u32>>,
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
        let offset = floor_boundary(&self.text, offset as usize) as u32;
        let starts = self.line_starts.get_or_init(|| {
            let newlines = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(newlines.map(|(at, _)| at as u32 + 1)).collect()
        });
        let line = starts.partition_point(|start| *start <= offset);
        let start = starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text.get(start as usize..offset as usize).map_or(0, |text| text.chars().count());
        (line, column + 1)
    }
}

/// All files of a run, and transforms of the model that they form. Files are never removed, so that a [`Span`] remains
/// valid.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
    transforms: Vec<Transform>,
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
        self.files.push(SourceFile { path, text, role, line_starts: std::sync::OnceLock::new() });
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
