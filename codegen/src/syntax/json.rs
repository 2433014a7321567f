//! JSON text to nodes with spans, on top of the `jiter` tokenizer. Nesting is limited; no input causes a panic.

use jiter::{Jiter, JiterError, JiterErrorType, JsonErrorType, Peek};

use crate::diagnostic::{Diagnostic, Severity, SyntaxFacts};
use crate::model::{Node, Number, Object, Value};
use crate::source::{SourceId, Span};

/// Maximum nesting of a document.
const MAX_DEPTH: usize = 200;

/// Parses one JSON document.
///
/// # Errors
/// The first error.
pub fn parse(source: SourceId, text: &str) -> Result<Node, Diagnostic> {
    // A byte order mark is allowed before the text.
    let mut parser = Parser::new(source, text);
    let parsed = parser.document();
    parsed.map_err(|fault| fault.into_diagnostic(&parser))
}

/// A member of the root, or of a member of the root.
pub struct Entry {
    /// The member of the root that contains it, or `None` for a member of the root.
    pub parent: Option<&'static str>,
    /// The key.
    pub key: Box<str>,
    /// The span of the key.
    pub key_span: Span,
    /// The value.
    pub value: Node,
}

/// Parses one JSON document whose root is an object, and passes its members to `each` one by one, so that a large
/// document is never in memory as a whole. The entries of the root's member `split` are passed one by one too. A root
/// that is not an object is returned, and parsing stops after it.
///
/// Duplicate keys with different values, and text after the document, are warnings. The last value of a key is used,
/// but the first `type` of an entry.
///
/// # Errors
/// The first error. Entries before it have been passed.
pub fn parse_entries(
    source: SourceId,
    text: &str,
    split: &'static str,
    warnings: &mut Warnings,
    each: &mut dyn FnMut(Entry),
) -> Result<Option<Node>, EntryError> {
    let mut parser = Parser { duplicates: Some(Vec::new()), ..Parser::new(source, text) };
    let parsed = parser.root(split, each);
    warnings.duplicates.append(parser.duplicates.get_or_insert_default());
    warnings.text_after = parser.text_after.take();
    parsed.map_err(|fault| {
        // If no value starts here, the error is next to the entry.
        let is_inside = |start: usize| !matches!(&fault, Fault::Json(error) if error.index <= start);
        let key = parser.entry.take().filter(|(_, start)| is_inside(*start)).map(|(key, _)| key);
        let extent = fault.extent(parser.text);
        EntryError { diagnostic: fault.into_diagnostic(&parser), key, extent }
    })
}

/// Warnings about a document.
#[derive(Default)]
pub struct Warnings {
    /// About duplicate keys.
    pub duplicates: Vec<Diagnostic>,
    /// About text after the end of the document.
    pub text_after: Option<Diagnostic>,
}

/// Why parsing stopped.
pub struct EntryError {
    /// The error.
    pub diagnostic: Diagnostic,
    /// The entry in which it occurred.
    pub key: Option<Box<str>>,
    /// Parts of the document that it leaves unclear.
    pub extent: Extent,
}

/// Parts of a document that a syntax error leaves unclear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The entry: the brackets around the error are sound.
    Entry,
    /// Where the entry ends.
    Document,
}

/// Reads a member of an object, given its key and the span of the key. The parser is before the value.
type Each<'e, P> = &'e mut dyn FnMut(&mut P, Box<str>, Span) -> Result<(), Fault>;

struct Parser<'t> {
    jiter: Jiter<'t>,
    text: &'t str,
    source: SourceId,
    base: usize,
    depth: usize,
    /// Warnings about duplicate keys, or `None` if they are errors.
    duplicates: Option<Vec<Diagnostic>>,
    /// The warning about text after the end.
    text_after: Option<Diagnostic>,
    /// The key of the current entry, and the offset of its value.
    entry: Option<(Box<str>, usize)>,
    /// Elements of the arrays that are being read, of outer arrays first.
    elements: Vec<Node>,
    /// Members of the objects that are being read, of outer objects first.
    members: Vec<Member>,
}

/// A member of an object.
type Member = (Box<str>, (Span, Node));

/// Maximum number of members of an object that are searched one by one.
const SMALL: usize = 16;

/// Why parsing stopped.
enum Fault {
    Json(JiterError),
    TooDeep(usize),
    DuplicateKey(Span, Span, Box<str>),
}

impl From<JiterError> for Fault {
    fn from(error: JiterError) -> Self {
        Self::Json(error)
    }
}

impl Fault {
    /// The reference parser tries once more at the place of an error, from the state before it.
    fn extent(&self, text: &str) -> Extent {
        let Self::Json(JiterError { error_type: JiterErrorType::JsonError(kind), index, .. }) = self else {
            return Extent::Document;
        };
        let (before, rest) = text.split_at_checked(*index).unwrap_or((text, ""));
        let before = before.trim_end().chars().next_back();
        let mut rest = rest.chars().filter(|found| !found.is_ascii_whitespace());
        let (at, next) = (rest.next(), rest.next());
        let is_value = next.is_some_and(|found| matches!(found, '"' | '[' | '{' | '-' | '0'..='9' | 'n' | 't' | 'f'));
        let is_sound = match (kind, before) {
            (JsonErrorType::TrailingComma, _) => true,
            // A second colon or comma is skipped if what it announces follows.
            (JsonErrorType::ExpectedSomeValue, Some(':')) => at == Some(':') && is_value,
            (JsonErrorType::ExpectedSomeValue, Some(',')) => at == Some(']') || at == Some(',') && is_value,
            (JsonErrorType::KeyMustBeAString, Some(',')) => at == Some(',') && next == Some('"'),
            _ => false,
        };
        if is_sound { Extent::Entry } else { Extent::Document }
    }

    fn into_diagnostic(self, parser: &Parser<'_>) -> Diagnostic {
        match self {
            Self::Json(error) => {
                let at = error.index.min(parser.text.len());
                let facts = SyntaxFacts::Json { problem: error.error_type.to_string() };
                let help = if at >= parser.text.trim_end().len() {
                    "the text ends before the document does: is the file complete?"
                } else if is_idl(parser.text) {
                    "the text is written in Smithy's IDL: the name of its file must end in `.smithy`"
                } else {
                    "JSON allows no comments, no trailing commas, and only double quotes"
                };
                Diagnostic::error("Model", facts, parser.span(at, at + 1)).with_help(help)
            }
            Self::TooDeep(at) => {
                Diagnostic::error("Model", SyntaxFacts::JsonDepth { limit: MAX_DEPTH }, parser.span(at, at + 1))
            }
            Self::DuplicateKey(first, second, key) => duplicate(Severity::Error, first, second, &key),
        }
    }
}

fn duplicate(severity: Severity, first: Span, second: Span, key: &str) -> Diagnostic {
    Diagnostic::of(severity, "Model", SyntaxFacts::DuplicateKey { key: key.to_owned() }, second)
        .with_label(first, "first defined here")
        .with_help("remove one of the two, or rename it")
}

impl<'t> Parser<'t> {
    fn new(source: SourceId, text: &'t str) -> Self {
        // A byte order mark is allowed before the text.
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let base = text.len() - body.len();
        let jiter = Jiter::new(body.as_bytes());
        Self {
            jiter,
            text: body,
            source,
            base,
            depth: 0,
            duplicates: None,
            text_after: None,
            entry: None,
            elements: Vec::new(),
            members: Vec::new(),
        }
    }
}

impl Parser<'_> {
    fn root(&mut self, split: &'static str, each: &mut dyn FnMut(Entry)) -> Result<Option<Node>, Fault> {
        let peek = self.jiter.peek()?;
        if peek != Peek::Object {
            return Ok(Some(self.value(peek)?));
        }
        self.depth = 1;
        self.entries(&mut |parser, key, key_span| {
            let peek = parser.jiter.peek()?;
            if &*key == split && peek == Peek::Object {
                parser.depth = 2;
                parser.entries(&mut |parser, key, key_span| {
                    let peek = parser.jiter.peek()?;
                    parser.entry = Some((key.clone(), parser.jiter.current_index()));
                    let value = parser.value(peek)?;
                    each(Entry { parent: Some(split), key, key_span, value });
                    parser.entry = None;
                    Ok(())
                })?;
                parser.depth = 1;
            } else {
                let value = parser.value(peek)?;
                each(Entry { parent: None, key, key_span, value });
            }
            Ok(())
        })?;
        let end = self.jiter.current_index();
        if self.jiter.finish().is_err() {
            let message = "Text after the end of the JSON document is ignored";
            let at = end + self.text.get(end..).map_or(0, |rest| rest.len() - rest.trim_start().len());
            let warning = Diagnostic::of(Severity::Warning, "Model", message, self.span(at, at + 1))
                .with_help("remove it, or move the closing bracket of the document behind it");
            self.text_after = Some(warning);
        }
        Ok(None)
    }

    /// A duplicate key.
    fn duplicate(&mut self, first: Span, second: Span, key: Box<str>) -> Result<(), Fault> {
        match &mut self.duplicates {
            Some(warnings) => warnings.push(duplicate(Severity::Warning, first, second, &key)),
            None => return Err(Fault::DuplicateKey(first, second, key)),
        }
        Ok(())
    }

    /// Calls `each` for each member of an object; it reads the value.
    fn entries(&mut self, each: Each<'_, Self>) -> Result<(), Fault> {
        let mut known: crate::hash::HashMap<Box<str>, Span> = crate::hash::HashMap::default();
        let mut before = self.jiter.current_index();
        let mut next: Option<Box<str>> = self.jiter.known_object()?.map(Into::into);
        while let Some(key) = next {
            let span = self.key_span(before);
            if let Some(first) = known.insert(key.clone(), span) {
                self.duplicate(first, span, key.clone())?;
            }
            each(self, key, span)?;
            before = self.jiter.current_index();
            next = self.jiter.next_key()?.map(Into::into);
        }
        Ok(())
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source, self.base + start..self.base + end.min(self.text.len()).max(start))
    }

    fn document(&mut self) -> Result<Node, Fault> {
        let peek = self.jiter.peek()?;
        let node = self.value(peek)?;
        self.jiter.finish()?;
        Ok(node)
    }

    fn value(&mut self, peek: Peek) -> Result<Node, Fault> {
        // After peeking, the index is that of the first byte of the value.
        let start = self.jiter.current_index();
        let value = match peek {
            Peek::Null => {
                self.jiter.known_null()?;
                Value::Null
            }
            Peek::True | Peek::False => Value::Bool(self.jiter.known_bool(peek)?),
            Peek::String => Value::String(self.jiter.known_str()?.into()),
            Peek::Array => self.nested(start, Self::array)?,
            Peek::Object => self.nested(start, Self::object)?,
            number => {
                let bytes = self.jiter.known_number_bytes(number)?;
                Value::Number(Number::from_text(&String::from_utf8_lossy(bytes)))
            }
        };
        Ok(Node { value, span: self.span(start, self.jiter.current_index()) })
    }

    fn nested(&mut self, start: usize, parse: fn(&mut Self) -> Result<Value, Fault>) -> Result<Value, Fault> {
        if self.depth >= MAX_DEPTH {
            return Err(Fault::TooDeep(start));
        }
        self.depth += 1;
        let value = parse(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn array(&mut self) -> Result<Value, Fault> {
        let start = self.elements.len();
        let mut next = self.jiter.known_array()?;
        while let Some(peek) = next {
            let node = self.value(peek)?;
            self.elements.push(node);
            next = self.jiter.array_step()?;
        }
        Ok(Value::Array(self.elements.drain(start..).collect()))
    }

    fn object(&mut self) -> Result<Value, Fault> {
        let start = self.members.len();
        // All members, once there are many.
        let mut many: Option<Object> = None;
        let mut before = self.jiter.current_index();
        let mut key: Option<Box<str>> = self.jiter.known_object()?.map(Into::into);
        while let Some(name) = key {
            let span = self.key_span(before);
            let peek = self.jiter.peek()?;
            let node = self.value(peek)?;
            // The reference reads the rest of a shape by its first type.
            let is_fixed = self.is_shape() && &*name == "type";
            let known = match &mut many {
                Some(many) => many.get_mut(&name),
                None => {
                    let own = self.members.get_mut(start..).unwrap_or_default();
                    own.iter_mut().find(|(known, _)| *known == name).map(|(_, value)| value)
                }
            };
            if let Some(known) = known {
                let (first, is_equal) = (known.0, known.1 == node);
                if !is_fixed {
                    *known = (span, node);
                }
                if self.duplicates.is_none() || !is_equal {
                    self.duplicate(first, span, name)?;
                }
            } else if let Some(many) = &mut many {
                many.insert(name, (span, node));
            } else {
                self.members.push((name, (span, node)));
                if self.members.len() - start > SMALL {
                    many = Some(Object::of_distinct(self.members.drain(start..)));
                }
            }
            before = self.jiter.current_index();
            key = self.jiter.next_key()?.map(Into::into);
        }
        Ok(Value::Object(match many {
            Some(mut many) => {
                many.shrink_to_fit();
                many
            }
            None => Object::of_distinct(self.members.drain(start..)),
        }))
    }

    /// Whether the current object is an entry, and not inside one.
    fn is_shape(&self) -> bool {
        self.entry.is_some() && self.depth == 3
    }

    /// The span of the key that was read after `before`. Only brackets, commas, colons and white space surround it.
    fn key_span(&self, before: usize) -> Span {
        let after = self.jiter.current_index();
        let text = self.text.as_bytes().get(before..after).unwrap_or_default();
        // Quotes are near the ends, so that a search for a pattern takes longer.
        let start = text.iter().position(|byte| *byte == b'"').map_or(before, |at| before + at);
        let end = text.iter().rposition(|byte| *byte == b'"').map_or(after, |at| before + at + 1);
        self.span(start, end)
    }
}

/// Whether the text begins like a file of the IDL.
fn is_idl(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    ["$version", "namespace ", "metadata ", "use ", "//"].iter().any(|start| text.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::source::SourceMap;

    fn error(text: &str) -> String {
        let mut sources = SourceMap::default();
        let id = sources.add("test.json", text.to_owned());
        let diagnostic = parse(id, text).map(drop).expect_err(text);
        let at = diagnostic.labels.first().map_or(0, |label| label.span.start);
        let (line, column) = sources.get(id).map_or((0, 0), |file| file.line_column(at));
        format!("{line}:{column} {}", diagnostic.message)
    }

    #[test]
    fn nodes_and_keys_have_spans() {
        let text = "{\"a\" : [1, \"\\u0062\"],\n \"b\":null}";
        let mut sources = SourceMap::default();
        let id = sources.add("test.json", text.to_owned());
        let node = parse(id, text).expect("valid");
        let object = node.as_object().expect("object");
        let (key, array) = &object["a"];
        assert_eq!(&text[key.start as usize..key.end as usize], "\"a\"");
        assert_eq!(&text[array.span.start as usize..array.span.end as usize], "[1, \"\\u0062\"]");
        let (key, null) = &object["b"];
        assert_eq!(&text[key.start as usize..key.end as usize], "\"b\"");
        assert_eq!(&text[null.span.start as usize..null.span.end as usize], "null");
    }

    #[test]
    fn broken_text_is_one_readable_error_with_its_place() {
        assert!(error("{\"a\": ").starts_with("1:7 "), "{}", error("{\"a\": "));
        assert!(error("{\n  \"a\": 1,\n  \"a\": 2}").starts_with("3:3 Duplicate member: 'a'"));
        assert!(error(&"[".repeat(100_000)).contains("nested more than"));
        assert!(error("{\"a\": \"\\ud800\"}").starts_with("1:"));
        assert!(error("").starts_with("1:1 "));
        assert!(error("{} {}").starts_with("1:"));
        assert!(error("{\"a\": \u{0}}").starts_with("1:7 "));
    }

    #[test]
    fn every_truncation_is_an_error_and_nothing_worse() {
        let text = "{\"smithy\": \"2.0\", \"shapes\": {\"a#B\": {\"type\": \"integer\", \"traits\": {\"x#y\": [1.5e3, true, null]}}}}";
        for end in 0..text.len() {
            error(&text[..end]);
        }
    }

    #[test]
    fn text_of_the_idl_is_recognized() {
        let help = |text: &str| {
            let mut sources = SourceMap::default();
            let id = sources.add("test.txt", text.to_owned());
            parse(id, text).map(drop).expect_err(text).help.map(|help| help.to_string()).unwrap_or_default()
        };
        assert!(help("\u{feff}// A comment\n$version: \"2\"").contains("`.smithy`"));
        assert!(help("{\"a\": 1, // comment\n}").contains("JSON allows no comments"));
    }
}
