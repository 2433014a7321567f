//! Arguments of calls in a build script, and the locations of the calls. Independent of the meaning of arguments.

use std::fs;
use std::panic::Location;
use std::path::{Path, PathBuf};

use crate::source::{SourceId, SourceMap, Span};

/// An argument, and the location of its call.
#[derive(Clone, Debug)]
pub(super) struct Argument<T> {
    pub(super) value: T,
    pub(super) at: Option<&'static Location<'static>>,
}

impl<T> Argument<T> {
    pub(super) fn new(value: T, at: &'static Location<'static>) -> Self {
        Self { value, at: Some(at) }
    }
}

/// Finds calls in the source text of the build script.
#[derive(Default)]
pub(super) struct Calls {
    /// Files so far.
    files: Vec<(&'static str, SourceId)>,
}

impl Calls {
    /// The location of the call that passed the argument. [`Span::NONE`] if its file is not found.
    pub(super) fn span<T>(&mut self, argument: &Argument<T>, sources: &mut SourceMap) -> Span {
        let Some(location) = argument.at else { return Span::NONE };
        let known = self.files.iter().find(|(file, _)| *file == location.file()).map(|(_, source)| *source);
        let source = known.or_else(|| {
            let path = find(Path::new(location.file()))?;
            let text = fs::read_to_string(&path).ok()?;
            let name = path.file_name().map_or_else(|| path.clone(), PathBuf::from);
            let source = sources.add_other(name, text);
            self.files.push((location.file(), source));
            Some(source)
        });
        let text = source.and_then(|source| sources.get(source)).map(|file| file.text().to_owned());
        match (source, text) {
            (Some(source), Some(text)) => within(source, &text, location.line(), location.column()),
            _ => Span::NONE,
        }
    }
}

/// The compiler names files relative to the root of the workspace, which is a folder above the package.
fn find(file: &Path) -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    here.ancestors().map(|folder| folder.join(file)).find(|path| path.is_file())
}

/// From a line and column, which start at 1, to the bracket that ends the call, or to the end of the line.
fn within(source: SourceId, text: &str, line: u32, column: u32) -> Span {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1) as usize).map(str::len).sum();
    let rest = text.get(before..).unwrap_or_default();
    let skipped: usize = rest.chars().take(column.saturating_sub(1) as usize).map(char::len_utf8).sum();
    let call = rest.get(skipped..).unwrap_or_default();
    let call = call.lines().next().unwrap_or_default();
    let length = call.find(')').map_or(call.trim_end().len(), |end| end + 1);
    let start = before + skipped;
    Span::new(source, start..start + length)
}

#[cfg(test)]
mod tests {
    use super::within;
    use crate::source::{SourceMap, Span};

    fn excerpt(text: &str, line: u32, column: u32) -> String {
        let mut sources = SourceMap::default();
        let source = sources.add_other("build.rs", text.to_owned());
        let Span { start, end, .. } = within(source, text, line, column);
        text[start as usize..end as usize].to_owned()
    }

    #[test]
    fn a_call_ends_at_its_bracket() {
        assert_eq!(excerpt("fn main() {\n    build().model(\"é/\").compile()", 2, 13), "model(\"é/\")");
    }

    #[test]
    fn a_call_over_several_lines_ends_with_its_first_line() {
        assert_eq!(excerpt("x\r\n.model(  \r\n\"a\")", 2, 2), "model(");
    }

    #[test]
    fn a_place_beyond_the_text_is_at_its_end() {
        assert_eq!(excerpt("x", 9, 9), "");
    }
}
