//! Well-formed XML (specs: XML 1.0, XML 1.1), without document types, which can define entities. `quick-xml` splits
//! documents into tags, text and references. It accepts more than the specifications do; the rest is checked here.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use self::XmlFault::{Character, DocumentType, Entity, Expected, NotClosed, Unexpected, Version};

/// Why a text is not a well-formed document.
#[derive(Debug, thiserror::Error)]
pub(super) enum XmlFault {
    #[error(transparent)]
    Syntax(#[from] quick_xml::Error),
    #[error(transparent)]
    Attribute(#[from] quick_xml::events::attributes::AttrError),
    #[error("XML version `{0}` is not supported: expected 1.0 or 1.1")]
    Version(String),
    #[error("a document type is not allowed")]
    DocumentType,
    #[error("expected {0}")]
    Expected(&'static str),
    #[error("`{0}` is not allowed here")]
    Unexpected(&'static str),
    #[error("the element `{0}` is not closed")]
    NotClosed(String),
    #[error("the entity `{0}` is not defined")]
    Entity(String),
    #[error("the character U+{0:04X} is not allowed")]
    Character(u32),
}

type Checked = Result<(), XmlFault>;

/// Checks a document.
pub(super) fn check(text: &str) -> Checked {
    // The reader skips a byte order mark, which is not part of the text.
    if text.starts_with('\u{feff}') {
        return Err(Character('\u{feff}'.into()));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut document = Document::default();
    loop {
        let is_start = reader.buffer_position() == 0;
        match reader.read_event()? {
            Event::Decl(declaration) if is_start => document.declaration(&declaration)?,
            Event::Decl(_) => return Err(Unexpected("<?xml")),
            Event::DocType(_) => return Err(DocumentType),
            Event::PI(instruction) => document.instruction(instruction.target(), instruction.content())?,
            Event::Comment(comment) => document.edition.check(&comment)?,
            Event::Empty(tag) => document.element(&tag)?,
            Event::Start(tag) => {
                document.element(&tag)?;
                document.open.push(tag.name().as_ref().to_owned());
            }
            // The reader has compared the names.
            Event::End(_) => drop(document.open.pop()),
            Event::Text(text) => document.text(&text)?,
            Event::CData(text) => document.content(&text)?,
            Event::GeneralRef(reference) => {
                document.content("")?;
                document.edition.check_reference(&reference)?;
            }
            Event::Eof => return document.end(),
        }
    }
}

/// Versions of XML.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Edition {
    /// 1.0.
    #[default]
    First,
    /// 1.1, in which control characters can be written as references.
    Second,
}

impl Edition {
    /// Whether a document can contain a character as it is.
    fn allows(self, character: char) -> bool {
        match character {
            '\t' | '\n' | '\r' | '\u{85}' => true,
            '\u{7f}'..='\u{9f}' => self == Self::First,
            _ => character >= ' ' && !matches!(character, '\u{fffe}' | '\u{ffff}'),
        }
    }

    /// Whether a reference can stand for a character.
    fn allows_reference(self, character: char) -> bool {
        match self {
            Self::First => self.allows(character),
            Self::Second => !matches!(character, '\0' | '\u{fffe}' | '\u{ffff}'),
        }
    }

    fn check(self, text: &str) -> Checked {
        match text.chars().find(|character| !self.allows(*character)) {
            Some(character) => Err(Character(character.into())),
            None => Ok(()),
        }
    }

    /// Checks a reference, without `&` and `;`.
    fn check_reference(self, name: &str) -> Checked {
        let Some(number) = name.strip_prefix('#') else {
            let is_known = matches!(name, "amp" | "lt" | "gt" | "quot" | "apos");
            return if is_known { Ok(()) } else { Err(Entity(name.to_owned())) };
        };
        let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
        if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
            return Err(Expected("a number after `&#`"));
        }
        // A number that does not fit is not a character.
        let number = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
        let is_allowed = char::from_u32(number).is_some_and(|character| self.allows_reference(character));
        if is_allowed { Ok(()) } else { Err(Character(number)) }
    }

    /// Checks the value of an attribute.
    fn check_value(self, value: &str) -> Checked {
        self.check(value)?;
        if value.contains('<') {
            return Err(Unexpected("<"));
        }
        for after in value.split('&').skip(1) {
            let (name, _) = after.split_once(';').ok_or(Expected(";"))?;
            self.check_reference(name)?;
        }
        Ok(())
    }
}

/// The part of a document that has been read.
#[derive(Default)]
struct Document {
    edition: Edition,
    has_root: bool,
    /// Names of the open elements.
    open: Vec<String>,
}

impl Document {
    /// `xml version="1.0" encoding="UTF-8" standalone="yes"`. The text is decoded, so that its encoding is ignored.
    fn declaration(&mut self, content: &str) -> Checked {
        let tag = BytesStart::from_content(content, "xml".len());
        let mut expected = ["version", "encoding", "standalone"].into_iter();
        let attributes = attributes(&tag)?;
        if attributes.first().is_none_or(|(name, _)| *name != "version") {
            return Err(Expected("version"));
        }
        for (name, value) in attributes {
            if !expected.any(|next| next == name) {
                return Err(Expected("`version`, `encoding` and `standalone`, in this order"));
            }
            match (name, value) {
                ("version", "1.0") | ("encoding", _) | ("standalone", "yes" | "no") => {}
                ("version", "1.1") => self.edition = Edition::Second,
                ("version", _) => return Err(Version(value.to_owned())),
                _ => return Err(Expected("`yes` or `no`")),
            }
        }
        Ok(())
    }

    fn instruction(&self, target: &str, content: &str) -> Checked {
        if target.eq_ignore_ascii_case("xml") {
            return Err(Unexpected("<?xml"));
        }
        check_name(target)?;
        self.edition.check(content)
    }

    /// Checks the tag that starts an element.
    fn element(&mut self, tag: &BytesStart<'_>) -> Checked {
        if self.has_root && self.open.is_empty() {
            return Err(Expected("nothing after the root element"));
        }
        self.has_root = true;
        check_name(tag.name().as_ref())?;
        for (name, value) in attributes(tag)? {
            check_name(name)?;
            self.edition.check_value(value)?;
        }
        Ok(())
    }

    /// Checks text as it is written between tags.
    fn text(&self, text: &str) -> Checked {
        if text.contains("]]>") {
            return Err(Unexpected("]]>"));
        }
        if self.open.is_empty() && text.chars().all(is_space) { Ok(()) } else { self.content(text) }
    }

    /// Checks the characters of a text, which must be in an element.
    fn content(&self, text: &str) -> Checked {
        if self.open.is_empty() {
            return Err(Expected("a root element around the text"));
        }
        self.edition.check(text)
    }

    fn end(mut self) -> Checked {
        match self.open.pop() {
            Some(name) => Err(NotClosed(name)),
            None if self.has_root => Ok(()),
            None => Err(Expected("a root element")),
        }
    }
}

/// Names and values of attributes, without quotes, which white space must separate.
fn attributes<'t>(tag: &'t BytesStart<'_>) -> Result<Vec<(&'t str, &'t str)>, XmlFault> {
    let mut rest = tag.attributes_raw();
    let mut found = Vec::new();
    for attribute in tag.attributes() {
        let name = attribute?.key.into_inner();
        let from_name = rest.trim_start_matches(is_space);
        if from_name.len() == rest.len() {
            return Err(Expected("white space between attributes"));
        }
        let value = from_name.strip_prefix(name).unwrap_or_default().trim_start_matches(|c| is_space(c) || c == '=');
        let quote = value.chars().next().unwrap_or('"');
        let (value, after) = value.strip_prefix(quote).and_then(|value| value.split_once(quote)).unwrap_or_default();
        found.push((name, value));
        rest = after;
    }
    Ok(found)
}

fn check_name(name: &str) -> Checked {
    if name.starts_with(is_name_start) && name.chars().all(is_name) { Ok(()) } else { Err(Expected("a name")) }
}

fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\r' | '\n')
}

fn is_name_start(character: char) -> bool {
    matches!(
        character,
        ':' | '_' | 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
            | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}'
            | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}'
            | '\u{10000}'..='\u{effff}'
    )
}

fn is_name(character: char) -> bool {
    is_name_start(character)
        || matches!(character, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

#[cfg(test)]
mod tests {
    use super::{XmlFault, check};

    /// Verdicts of the XML parser that the reference implementation uses.
    #[test]
    fn documents_are_well_formed_as_for_the_reference_implementation() {
        let good = [
            "<?xml version='1.0'?><a/>",
            "<?xml version='1.1'?><a/>",
            "<?xml version='1.0' encoding='UTF-8'?><a/>",
            "<?xml version='1.0' encoding='nonsense'?><a/>",
            "<?xml version='1.0' standalone='yes'?>\n<a/>\n",
            "<a>&amp;&lt;&gt;&quot;&apos;&#9;</a>",
            "<a><![CDATA[x & <]]></a>",
            "<a/> <!-- x -->",
            "<!-- x --><a><?pi x?></a>",
            "<p:a/>",
            "<a p:b='1'/>",
            "<a:b:c/>",
            "<a.b-c/>",
            "<a b = '1' />",
            "<a ></a >",
            "<é/>",
            "<a b='x\ny' c=\"'\"/>",
            "<a>\u{7f}\u{85}</a>",
            "<?xml version='1.1'?><a>&#1;</a>",
            "<?p?><a/>",
            "<a><b><c/>text</b></a>",
        ];
        for text in good {
            assert!(check(text).is_ok(), "{text:?}: {:?}", check(text));
        }
        let bad = [
            "<?xml version='2.0'?><a/>",
            "<?xml version='1.2'?><a/>",
            "<?xml?><a/>",
            "<?xml encoding='UTF-8'?><a/>",
            "<?xml version='1.0' standalone='maybe'?><a/>",
            "<?xml standalone='yes' version='1.0'?><a/>",
            "<?xml version='1.0' other='x'?><a/>",
            " <?xml version='1.0'?><a/>",
            "<a><?xml version='1.0'?></a>",
            "<a/><?xml version='1.0'?>",
            "<?XML version='1.0'?><a/>",
            "<?xml version=1.0?><a/>",
            "<?xml version='1.0' version='1.0'?><a/>",
            "<a>&foo;</a>",
            "<a>&#0;</a>",
            "<a>&#x1F;</a>",
            "<a>&#xFFFE;</a>",
            "<a>&#xD800;</a>",
            "<a>&#x110000;</a>",
            "<a>&#99999999999;</a>",
            "<a>\u{1}</a>",
            "<a>\u{fffe}</a>",
            "<a b='\u{1}'/>",
            "<a b='&foo;'/>",
            "<a b='<'/>",
            "<a b=1/>",
            "<a b/>",
            "<a>]]></a>",
            "<![CDATA[x]]><a/>",
            "<a/>&amp;",
            "<a><!-- x -- y --></a>",
            "<a><!-- x ---></a>",
            "<1a/>",
            "<a b='1'c='2'/>",
            "< a/>",
            "<a></ a>",
            "<a>&</a>",
            "<a>& b</a>",
            "<a>&#;</a>",
            "<a>&#x;</a>",
            "<a>&#xZ;</a>",
            "<a>&#+1;</a>",
            "<a\u{d7}/>",
            "<a b='1'\n b='2'/>",
            "<a>&lt</a>",
            "\u{feff}<a/>",
            "<a/>\0",
            "<?xml version='1.1'?><a>\u{1}</a>",
            "<??><a/>",
            "<a><? ?></a>",
            "<a/ >",
            "<a",
            "</a>",
            "<!ELEMENT a ANY><a/>",
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
            "<a><b></a></b>",
            "<a>x",
            "<a/><b/>",
            "text",
            " ",
        ];
        for text in bad {
            assert!(check(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn faults_name_their_cause() {
        let fault = |text| check(text).expect_err("the text is not a document");
        assert!(matches!(fault("<?xml version='2.0'?><a/>"), XmlFault::Version(version) if version == "2.0"));
        assert!(matches!(fault("<a><b>"), XmlFault::NotClosed(name) if name == "b"));
        assert!(matches!(fault("<a>&b;</a>"), XmlFault::Entity(name) if name == "b"));
        assert!(matches!(fault("<a>&#0;</a>"), XmlFault::Character(0)));
        let text = fault("<a><b></a>").to_string();
        assert!(text.contains("`</b>`"), "{text}");
    }
}
