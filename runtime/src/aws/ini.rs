//! The dialect of INI in which the files of AWS tools are written, as Python's `configparser` and the AWS command line
//! read it. Knows nothing of profiles.

use std::collections::BTreeMap;
use std::fmt;

/// A section. It has no `Debug`, since values may be secret.
#[derive(Default)]
pub(super) struct Section {
    /// The text between the brackets.
    pub(super) name: String,
    /// Values by key. Keys are lowercase.
    pub(super) values: BTreeMap<String, Value>,
}

/// A value, and the line of its key.
#[derive(Clone)]
pub(super) struct Value {
    /// Lines of the value. Those after the first were indented.
    pub(super) text: String,
    pub(super) line: usize,
}

/// A line that cannot be read. Does not show its value, which may be secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxError {
    /// The line is neither a header nor `key = value`.
    Line(usize),
    /// There is a key before the first header.
    NoSection(usize),
    /// Two sections have the same name.
    DuplicateSection {
        /// Number of the line, from 1.
        line: usize,
        /// Name of the section.
        name: String,
    },
    /// A key occurs twice in a section.
    DuplicateKey {
        /// Number of the line, from 1.
        line: usize,
        /// The key.
        key: String,
    },
    /// An indented line below a key is not `key = value`.
    Nested {
        /// Number of the line of the key, from 1.
        line: usize,
        /// The key.
        key: String,
    },
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(value) => write!(f, "line {value} is neither a section header nor `key = value`"),
            Self::NoSection(value) => write!(f, "line {value} is before the first section header"),
            Self::DuplicateSection { line, name } => write!(f, "line {line}: duplicate section [{name}]"),
            Self::DuplicateKey { line, key } => write!(f, "line {line}: duplicate key `{key}`"),
            Self::Nested { line, key } => {
                write!(f, "the indented lines below the key `{key}` in line {line} are not all `key = value`")
            }
        }
    }
}

impl std::error::Error for SyntaxError {}

/// Section whose values belong to every section.
const DEFAULTS: &str = "DEFAULT";

/// Reads a file. Returns the sections in order.
pub(super) fn parse(text: &str) -> Result<Vec<Section>, SyntaxError> {
    let mut reader = Reader::default();
    for (index, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        reader.line(index + 1, line)?;
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    sections: Vec<Section>,
    defaults: Option<Section>,
    /// Whether the current section is that of defaults.
    in_defaults: bool,
    /// The current key, if a section has one.
    key: Option<String>,
    /// Indentation of the last line that was not a continuation.
    indent: usize,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) -> Result<(), SyntaxError> {
        let value = line.trim();
        if value.starts_with(['#', ';']) {
            return Ok(());
        }
        let indent = line.chars().take_while(|char| char.is_whitespace()).count();
        let continues = value.is_empty() || indent > self.indent;
        if continues && let Some(current) = self.current_value() {
            current.text.push('\n');
            current.text.push_str(value);
            return Ok(());
        }
        if value.is_empty() {
            return Ok(());
        }
        self.indent = indent;
        match header(value) {
            Some(name) => self.section(number, name),
            None => self.entry(number, value),
        }
    }

    fn current(&mut self) -> Option<&mut Section> {
        if self.in_defaults { self.defaults.as_mut() } else { self.sections.last_mut() }
    }

    fn current_value(&mut self) -> Option<&mut Value> {
        let section = if self.in_defaults { self.defaults.as_mut() } else { self.sections.last_mut() };
        section?.values.get_mut(self.key.as_deref()?)
    }

    fn section(&mut self, line: usize, name: &str) -> Result<(), SyntaxError> {
        self.key = None;
        self.in_defaults = name == DEFAULTS;
        if self.in_defaults {
            self.defaults.get_or_insert_default();
            return Ok(());
        }
        if self.sections.iter().any(|section| section.name == name) {
            return Err(SyntaxError::DuplicateSection { line, name: name.to_owned() });
        }
        self.sections.push(Section { name: name.to_owned(), values: BTreeMap::new() });
        Ok(())
    }

    fn entry(&mut self, line: usize, text: &str) -> Result<(), SyntaxError> {
        let section = self.current().ok_or(SyntaxError::NoSection(line))?;
        let (key, value) = text.split_once(['=', ':']).ok_or(SyntaxError::Line(line))?;
        let (key, value) = (key.trim().to_lowercase(), value.trim());
        if key.is_empty() {
            return Err(SyntaxError::Line(line));
        }
        if section.values.insert(key.clone(), Value { text: value.to_owned(), line }).is_some() {
            return Err(SyntaxError::DuplicateKey { line, key });
        }
        self.key = Some(key);
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<Section>, SyntaxError> {
        let defaults = self.defaults.take().unwrap_or_default();
        for section in &mut self.sections {
            for (key, value) in &defaults.values {
                section.values.entry(key.clone()).or_insert_with(|| value.clone());
            }
            for (key, value) in &mut section.values {
                value.text.truncate(value.text.trim_end().len());
                if value.is_nested() && value.text.lines().any(|line| !line.trim().is_empty() && !line.contains('=')) {
                    return Err(SyntaxError::Nested { line: value.line, key: key.clone() });
                }
            }
        }
        Ok(self.sections)
    }
}

impl Value {
    /// Whether the value consists of indented lines, each a key and a value.
    fn is_nested(&self) -> bool {
        self.text.starts_with('\n')
    }

    /// Returns the value of a key in the indented lines.
    pub(super) fn nested(&self, key: &str) -> Option<&str> {
        let pairs = self.text.lines().skip(1).filter_map(|line| line.split_once('='));
        let values = pairs.filter(|(name, _)| self.is_nested() && name.trim() == key);
        values.last().map(|(_, value)| value.trim())
    }
}

/// The text between the first bracket and the last.
fn header(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('[')?;
    let name = &rest[..rest.rfind(']')?];
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(String, String, String)> {
        let sections = parse(text).expect("valid").into_iter();
        let all = sections.flat_map(|section| {
            let name = section.name;
            section.values.into_iter().map(move |(key, value)| (name.clone(), key, value.text))
        });
        all.collect()
    }

    #[track_caller]
    fn assert_values(text: &str, expected: &[(&str, &str, &str)]) {
        let expected: Vec<_> =
            expected.iter().map(|(a, b, c)| ((*a).to_owned(), (*b).to_owned(), (*c).to_owned())).collect();
        assert_eq!(values(text), expected);
    }

    #[test]
    fn keys_are_lowercase_and_values_trimmed() {
        assert_values("[a]\nRegion = x \nB:y=z\n", &[("a", "b", "y=z"), ("a", "region", "x")]);
    }

    #[test]
    fn comments_are_whole_lines() {
        assert_values("# c\n[a]\n; c\nk = v # no comment\n  # c\n  more\n", &[("a", "k", "v # no comment\nmore")]);
    }

    #[test]
    fn quotes_are_part_of_values() {
        assert_values("[a]\nk = \"v\"\n", &[("a", "k", "\"v\"")]);
    }

    #[test]
    fn indented_lines_continue_a_value() {
        assert_values("[a]\nk = v\n w\n\n x\nl = m\n\n", &[("a", "k", "v\nw\n\nx"), ("a", "l", "m")]);
    }

    #[test]
    fn sections_cannot_start_with_a_continuation() {
        assert_values("[a]\n  k = v\n  l = w\n", &[("a", "k", "v"), ("a", "l", "w")]);
    }

    #[test]
    fn nested_values_are_found_by_key() {
        let sections = parse("[a]\ns3 =\n  one = 1\n  two=2\nk = one = 3\n").expect("valid");
        let value = |key: &str| &sections[0].values[key];
        assert_eq!(value("s3").nested("two"), Some("2"));
        assert_eq!(value("s3").nested("three"), None);
        assert_eq!(value("k").nested("one"), None);
    }

    #[test]
    fn defaults_belong_to_every_section() {
        let text = "[a]\nk = v\n[DEFAULT]\nk = d\nl = d\n[b]\n";
        assert_values(text, &[("a", "k", "v"), ("a", "l", "d"), ("b", "k", "d"), ("b", "l", "d")]);
    }

    #[test]
    fn malformed_lines_are_named_without_their_text() {
        let cases = [
            ("[a]\nAKIDSECRET\n", "line 2 is neither a section header nor `key = value`"),
            ("[a]\n= SECRET\n", "line 2 is neither a section header nor `key = value`"),
            ("k = SECRET\n", "line 1 is before the first section header"),
            ("[a]\n[b]\n[a]\n", "line 3: duplicate section [a]"),
            ("[a]\nk = 1\nK = SECRET\n", "line 3: duplicate key `k`"),
            ("[a]\ns3 =\n  SECRET\n", "the indented lines below the key `s3` in line 2 are not all `key = value`"),
            ("[a\nk = v\n", "line 1 is before the first section header"),
        ];
        for (text, message) in cases {
            assert_eq!(parse(text).err().expect(text).to_string(), message, "{text}");
        }
    }
}
