//! Well-formed XML (specs: XML 1.0, XML 1.1), without document types, which can define entities.

use self::XmlFault::{Character, DocumentType, Entity, Expected, NotClosed, Repeated, Unexpected, Version};

/// Why a text is not a well-formed document.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum XmlFault {
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
    #[error("the attribute `{0}` is repeated")]
    Repeated(String),
    #[error("the entity `{0}` is not defined")]
    Entity(String),
    #[error("the character U+{0:04X} is not allowed")]
    Character(u32),
}

type Scanned<T> = Result<T, XmlFault>;

/// Checks a document.
pub(super) fn check(text: &str) -> Scanned<()> {
    let mut scanner = Scanner { rest: text, edition: Edition::First };
    if text.strip_prefix("<?xml").is_some_and(|rest| rest.starts_with(is_space)) {
        scanner.declaration()?;
    }
    scanner.between_elements()?;
    if scanner.rest.is_empty() {
        return Err(Expected("a root element"));
    }
    scanner.element()?;
    scanner.between_elements()?;
    if scanner.rest.is_empty() { Ok(()) } else { Err(Expected("nothing after the root element")) }
}

/// Versions of XML.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edition {
    /// 1.0.
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
}

struct Scanner<'t> {
    rest: &'t str,
    edition: Edition,
}

impl<'t> Scanner<'t> {
    fn eat(&mut self, token: &str) -> bool {
        let rest = self.rest.strip_prefix(token);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn expect(&mut self, token: &'static str) -> Scanned<()> {
        if self.eat(token) { Ok(()) } else { Err(Expected(token)) }
    }

    /// Skips white space. Returns whether there was any.
    fn space(&mut self) -> bool {
        let rest = self.rest.trim_start_matches(is_space);
        let skipped = rest.len() < self.rest.len();
        self.rest = rest;
        skipped
    }

    /// The text before a token, which is skipped.
    fn until(&mut self, token: &'static str) -> Scanned<&'t str> {
        let (text, rest) = self.rest.split_once(token).ok_or(Expected(token))?;
        self.rest = rest;
        match text.chars().find(|character| !self.edition.allows(*character)) {
            Some(character) => Err(Character(character.into())),
            None => Ok(text),
        }
    }

    fn name(&mut self) -> Scanned<&'t str> {
        let end = self.rest.find(|character| !is_name(character)).unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        if !name.starts_with(is_name_start) {
            return Err(Expected("a name"));
        }
        self.rest = rest;
        Ok(name)
    }

    fn equals(&mut self) -> Scanned<()> {
        self.space();
        self.expect("=")?;
        self.space();
        Ok(())
    }

    /// A quoted text, without its quotes.
    fn quoted(&mut self) -> Scanned<&'t str> {
        for quote in ["\"", "'"] {
            if self.eat(quote) {
                return self.until(quote);
            }
        }
        Err(Expected("a quoted value"))
    }

    /// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`. The text is decoded, so that its encoding is ignored.
    fn declaration(&mut self) -> Scanned<()> {
        self.expect("<?xml")?;
        let mut had_space = self.space();
        for (name, is_required) in [("version", true), ("encoding", false), ("standalone", false)] {
            if !(had_space && self.eat(name)) {
                if is_required {
                    return Err(Expected(name));
                }
                continue;
            }
            self.equals()?;
            let value = self.quoted()?;
            match (name, value) {
                ("version", "1.0") | ("encoding", _) | ("standalone", "yes" | "no") => {}
                ("version", "1.1") => self.edition = Edition::Second,
                ("version", _) => return Err(Version(value.to_owned())),
                _ => return Err(Expected("`yes` or `no`")),
            }
            had_space = self.space();
        }
        self.expect("?>")
    }

    /// White space, comments and processing instructions.
    fn between_elements(&mut self) -> Scanned<()> {
        loop {
            self.space();
            if self.eat("<!--") {
                self.comment()?;
            } else if self.eat("<?") {
                self.instruction()?;
            } else if self.rest.starts_with("<!DOCTYPE") {
                return Err(DocumentType);
            } else {
                return Ok(());
            }
        }
    }

    fn comment(&mut self) -> Scanned<()> {
        self.until("--")?;
        if self.eat(">") { Ok(()) } else { Err(Unexpected("--")) }
    }

    fn instruction(&mut self) -> Scanned<()> {
        let target = self.name()?;
        if target.eq_ignore_ascii_case("xml") {
            return Err(Unexpected("<?xml"));
        }
        if self.space() {
            return self.until("?>").map(drop);
        }
        self.expect("?>")
    }

    /// An element and its contents.
    fn element(&mut self) -> Scanned<()> {
        let mut open: Vec<&str> = Vec::new();
        loop {
            if self.eat("</") {
                let name = self.name()?;
                self.space();
                self.expect(">")?;
                match open.pop() {
                    Some(start) if start == name => {}
                    Some(start) => return Err(NotClosed(start.to_owned())),
                    None => return Err(Expected("a root element")),
                }
            } else if !open.is_empty() && self.eat("<!--") {
                self.comment()?;
            } else if !open.is_empty() && self.eat("<![CDATA[") {
                self.until("]]>")?;
            } else if !open.is_empty() && self.eat("<?") {
                self.instruction()?;
            } else if self.eat("<") {
                let name = self.name()?;
                if self.attributes()? == Tag::Start {
                    open.push(name);
                }
            } else if open.is_empty() {
                return Err(Expected("a root element"));
            } else {
                self.text()?;
            }
            match open.last() {
                None => return Ok(()),
                Some(name) if self.rest.is_empty() => return Err(NotClosed((*name).to_owned())),
                Some(_) => {}
            }
        }
    }

    /// The attributes of a tag, and its end.
    fn attributes(&mut self) -> Scanned<Tag> {
        let mut known: Vec<&str> = Vec::new();
        loop {
            let had_space = self.space();
            if self.eat("/>") {
                return Ok(Tag::Empty);
            }
            if self.eat(">") {
                return Ok(Tag::Start);
            }
            if !had_space {
                return Err(Expected(">"));
            }
            let name = self.name()?;
            if known.contains(&name) {
                return Err(Repeated(name.to_owned()));
            }
            known.push(name);
            self.equals()?;
            let value = self.quoted()?;
            if value.contains('<') {
                return Err(Unexpected("<"));
            }
            self.references(value)?;
        }
    }

    /// Text up to the next tag.
    fn text(&mut self) -> Scanned<()> {
        let (text, rest) = self.rest.split_at(self.rest.find('<').unwrap_or(self.rest.len()));
        self.rest = rest;
        if text.contains("]]>") {
            return Err(Unexpected("]]>"));
        }
        if let Some(character) = text.chars().find(|character| !self.edition.allows(*character)) {
            return Err(Character(character.into()));
        }
        self.references(text)
    }

    /// Checks the references in a text.
    fn references(&self, text: &str) -> Scanned<()> {
        for after in text.split('&').skip(1) {
            let (name, _) = after.split_once(';').ok_or(Expected(";"))?;
            let Some(number) = name.strip_prefix('#') else {
                if !matches!(name, "amp" | "lt" | "gt" | "quot" | "apos") {
                    return Err(Entity(name.to_owned()));
                }
                continue;
            };
            let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
            if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
                return Err(Expected("a number after `&#`"));
            }
            // More digits than these are no character.
            let number = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
            if !char::from_u32(number).is_some_and(|character| self.edition.allows_reference(character)) {
                return Err(Character(number));
            }
        }
        Ok(())
    }
}

/// Kinds of tags that start an element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    /// `<a>`.
    Start,
    /// `<a/>`.
    Empty,
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
            assert_eq!(check(text), Ok(()), "{text:?}");
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
        assert_eq!(check("<?xml version='2.0'?><a/>"), Err(XmlFault::Version("2.0".to_owned())));
        assert_eq!(check("<a><b></a>"), Err(XmlFault::NotClosed("b".to_owned())));
        assert_eq!(check("<a>&b;</a>"), Err(XmlFault::Entity("b".to_owned())));
        assert_eq!(check("<a>&#0;</a>"), Err(XmlFault::Character(0)));
    }
}
