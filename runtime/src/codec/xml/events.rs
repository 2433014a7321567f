//! Events of `quick-xml` without comments and processing instructions, and with adjacent text joined.

use std::borrow::Cow;
use std::fmt;

use quick_xml::events::{BytesDecl, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::codec::{MAX_DEPTH, Strictness};
use crate::memory::OverBudget;

/// Error of reading a document.
#[derive(Debug)]
pub(super) enum Malformed {
    Xml(Box<quick_xml::Error>),
    Message(String),
}

impl Malformed {
    #[cold]
    pub(super) fn message(message: impl Into<String>) -> Self {
        Self::Message(message.into())
    }
}

impl From<OverBudget> for Malformed {
    #[cold]
    fn from(full: OverBudget) -> Self {
        Self::message(full)
    }
}

impl From<quick_xml::Error> for Malformed {
    #[cold]
    fn from(error: quick_xml::Error) -> Self {
        Self::Xml(Box::new(error))
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Xml(error) => error.fmt(f),
            Self::Message(message) => f.write_str(message),
        }
    }
}

pub(super) struct Events<'b> {
    reader: Reader<&'b [u8]>,
    depth: u32,
}

/// Whether a declaration names UTF-8, which all documents are read as, or no encoding.
fn is_utf_8(declaration: &BytesDecl<'_>) -> bool {
    match declaration.encoding() {
        None => true,
        Some(encoding) => encoding
            .is_ok_and(|name| ["utf-8", "utf8", "us-ascii"].iter().any(|known| name.eq_ignore_ascii_case(known))),
    }
}

/// Content of an element.
pub(super) enum Inside<'b> {
    Start(BytesStart<'b>),
    Text(Cow<'b, str>),
    End,
}

impl<'b> Events<'b> {
    pub(super) fn new(document: &'b str) -> Self {
        let mut reader = Reader::from_str(document);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// Returns the start tag of the root element.
    pub(super) fn root(&mut self, strictness: Strictness) -> Result<BytesStart<'b>, Malformed> {
        loop {
            match self.reader.read_event()? {
                Event::Start(start) => return Ok(start),
                Event::Text(text) if text.trim().is_empty() => {}
                Event::Decl(declaration) if strictness.is_strict() && !is_utf_8(&declaration) => {
                    return Err(Malformed::message("the encoding of the document must be UTF-8"));
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
                Event::DocType(_) => return Err(doctype()),
                Event::Eof => return Err(Malformed::message("there is no root element")),
                _ => return Err(Malformed::message("text outside the root element")),
            }
        }
    }

    /// Checks that only white space and comments follow the root element.
    pub(super) fn end(&mut self) -> Result<(), Malformed> {
        loop {
            match self.reader.read_event()? {
                Event::Eof => return Ok(()),
                Event::Text(text) if text.trim().is_empty() => {}
                Event::Comment(_) | Event::PI(_) => {}
                _ => return Err(Malformed::message("content after the root element")),
            }
        }
    }

    /// Returns the next content of the open element.
    pub(super) fn next(&mut self) -> Result<Inside<'b>, Malformed> {
        loop {
            return Ok(match self.reader.read_event()? {
                Event::Start(start) | Event::Empty(start) => Inside::Start(start),
                Event::End(_) => Inside::End,
                Event::Text(text) => Inside::Text(text.xml10_content()),
                Event::CData(text) => Inside::Text(text.xml10_content()),
                Event::GeneralRef(reference) => Inside::Text(match reference.resolve_char_ref()? {
                    Some(character) => character.to_string().into(),
                    None => match &*reference {
                        "amp" => "&".into(),
                        "lt" => "<".into(),
                        "gt" => ">".into(),
                        "quot" => "\"".into(),
                        "apos" => "'".into(),
                        _ => return Err(Malformed::message("an entity that XML does not define")),
                    },
                }),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
                Event::DocType(_) => return Err(doctype()),
                Event::Eof => return Err(Malformed::message("the document ends inside an element")),
            });
        }
    }

    /// Returns the next child of the open element, or `None` at its end. Text between elements is ignored.
    pub(super) fn child(&mut self) -> Result<Option<BytesStart<'b>>, Malformed> {
        loop {
            match self.next()? {
                Inside::Start(start) => return Ok(Some(start)),
                Inside::End => return Ok(None),
                Inside::Text(_) => {}
            }
        }
    }

    /// Returns the text of the open element up to its end. Lenient readers skip elements in it, strict readers reject
    /// them.
    pub(super) fn text(&mut self, strictness: Strictness) -> Result<Cow<'b, str>, Malformed> {
        let mut text = Cow::Borrowed("");
        loop {
            match self.next()? {
                Inside::Text(more) if text.is_empty() => text = more,
                Inside::Text(more) => text.to_mut().push_str(&more),
                Inside::Start(start) if !strictness.is_strict() => self.skip(&start)?,
                Inside::Start(_) => return Err(Malformed::message("an element where text is expected")),
                Inside::End => return Ok(text),
            }
        }
    }

    /// Skips the element that was just opened.
    pub(super) fn skip(&mut self, start: &BytesStart<'_>) -> Result<(), Malformed> {
        self.reader.read_to_end(start.name())?;
        Ok(())
    }

    /// Counts the depth of an element.
    pub(super) fn enter(&mut self) -> Result<(), Malformed> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(Malformed::message("nested too deep")) } else { Ok(()) }
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }
}

#[cold]
fn doctype() -> Malformed {
    Malformed::message("a document type is not allowed")
}

/// Whether a name is that of a member. The prefix is ignored, because senders choose it.
pub(super) fn is_name(found: &str, wanted: &str) -> bool {
    found == wanted || (found.contains(':') && local(found) == local(wanted))
}

pub(super) fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

/// Returns the attributes of an element, with references resolved.
pub(super) fn attributes<'s>(
    start: &'s BytesStart<'_>,
) -> impl Iterator<Item = Result<(&'s str, Cow<'s, str>), Malformed>> {
    // The check for duplicate attributes takes quadratic time, so it is disabled.
    let mut all = start.attributes();
    all.with_checks(false);
    all.map(|attribute| {
        let attribute = attribute.map_err(|error| Malformed::message(error.to_string()))?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0)?;
        Ok((attribute.key.into_inner(), value))
    })
}
