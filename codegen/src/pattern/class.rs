//! Character classes, and the escapes that have the same meaning inside and outside classes.

use super::parse::{MAX_DEPTH, Parser};
use super::set::{CharSet, Ranges};
use super::{PatternError, java};

const NO_CHARACTER: &str = "write \\xHH, \\uHHHH or \\u{H…} with the number of a character";

/// One item of a class.
pub(super) enum Item {
    Char(char),
    Set(CharSet),
}

impl Item {
    pub(super) fn into_set(self) -> CharSet {
        match self {
            Self::Char(c) => CharSet::of_chars(&[c]),
            Self::Set(set) => set,
        }
    }
}

impl Parser {
    /// Parses an escape with the same meaning inside and outside classes, after the backslash.
    pub(super) fn class_escape(&mut self, start: usize) -> Result<Item, PatternError> {
        let Some(next) = self.next() else {
            let help = "write \\\\ for a literal backslash";
            return Err(Self::error_at(start, "the pattern ends with a backslash", help));
        };
        let set = match next {
            'd' | 'D' => CharSet::digits(),
            'w' | 'W' => CharSet::word(),
            's' | 'S' => CharSet::space(),
            'h' | 'H' => {
                self.note(java::HORIZONTAL_SPACE);
                java::horizontal_space()
            }
            'p' | 'P' => self.property(start)?,
            'n' => return Ok(Item::Char('\n')),
            'r' => return Ok(Item::Char('\r')),
            't' => return Ok(Item::Char('\t')),
            'v' => return Ok(Item::Char('\u{b}')),
            'f' => return Ok(Item::Char('\u{c}')),
            'a' | 'e' => {
                self.note(java::CONTROL);
                return Ok(Item::Char(if next == 'a' { '\u{7}' } else { '\u{1b}' }));
            }
            '0'..='7' => {
                self.at -= 1;
                return Ok(Item::Char(self.octal()));
            }
            'x' | 'u' if self.eat("{") => return self.braced_hex(start),
            'x' => return self.hex(start, 2).map(Item::Char),
            'u' => return self.hex(start, 4).map(Item::Char),
            'c' => {
                let control = self.next().filter(char::is_ascii_alphabetic);
                let what = "a control escape needs a letter";
                let letter = control.ok_or(Self::error_at(start, what, "write \\cA to \\cZ"))?;
                return Ok(Item::Char(char::from(letter as u8 % 32)));
            }
            other => return Ok(Item::Char(other)),
        };
        Ok(Item::Set(if next.is_ascii_uppercase() { set.negate() } else { set }))
    }

    /// The character of up to three octal digits (ECMA-262, annex B), or the digit itself.
    pub(super) fn octal(&mut self) -> char {
        let digit = self.next().unwrap_or_default();
        let Some(mut value) = digit.to_digit(8) else { return digit };
        for _ in 0..2 {
            match self.peek().and_then(|c| c.to_digit(8)).map(|next| value * 8 + next) {
                Some(next) if next <= 0o377 => value = next,
                _ => break,
            }
            self.at += 1;
        }
        char::from_u32(value).unwrap_or(digit)
    }

    fn property(&mut self, start: usize) -> Result<CharSet, PatternError> {
        let unclosed = Self::error_at(start, "the property's name is not closed", "write it as \\p{Name}");
        let name = if self.eat("{") {
            let name: String = self.chars.iter().skip(self.at).take_while(|c| **c != '}').take(100).collect();
            self.at += name.chars().count();
            if !self.eat("}") {
                return Err(unclosed);
            }
            name
        } else {
            self.next().ok_or(unclosed)?.to_string()
        };
        let help =
            "use a general category such as \\p{L}, a script such as \\p{Script=Greek}, or a class of characters";
        if let Some(set) = CharSet::property(&name) {
            return Ok(set);
        }
        match java::property(&name) {
            Some(java::Property::Set(set)) => {
                self.note(java::PROPERTY);
                Ok(set)
            }
            Some(java::Property::Block) => {
                self.note(java::PROPERTY);
                self.is_wide = true;
                Ok(CharSet::default())
            }
            None => Err(Self::error_at(start, "unknown property", help)),
        }
    }

    fn braced_hex(&mut self, start: usize) -> Result<Item, PatternError> {
        let digits: String = self.chars.iter().skip(self.at).take_while(|c| **c != '}').collect();
        self.at += digits.chars().count();
        let closed = self.eat("}");
        u32::from_str_radix(&digits, 16)
            .ok()
            .and_then(char::from_u32)
            .filter(|_| closed)
            .map(Item::Char)
            .ok_or(Self::error_at(start, "no such character", NO_CHARACTER))
    }

    fn hex(&mut self, start: usize, count: usize) -> Result<char, PatternError> {
        let incomplete = Self::error_at(start, "a character's number is incomplete", NO_CHARACTER);
        let unit = self.digits(count).ok_or(incomplete)?;
        self.at += count;
        // A surrogate pair is one character.
        if (0xD800..0xDC00).contains(&unit) && self.peek() == Some('\\') && self.chars.get(self.at + 1) == Some(&'u') {
            self.at += 2;
            if let Some(low @ 0xDC00..0xE000) = self.digits(4) {
                self.at += 4;
                let joined = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                return char::from_u32(joined).ok_or(Self::error_at(start, "no such character", NO_CHARACTER));
            }
            self.at -= 2;
        }
        // Text contains no lone surrogates; as the end of a range, the neighboring character is used.
        Ok(char::from_u32(unit).unwrap_or(if unit < 0xDC00 { '\u{d7ff}' } else { '\u{e000}' }))
    }

    fn digits(&self, count: usize) -> Option<u32> {
        let digits: String = self.chars.iter().skip(self.at).take(count).filter(|c| c.is_ascii_hexdigit()).collect();
        if digits.len() == count { u32::from_str_radix(&digits, 16).ok() } else { None }
    }

    /// Parses a class, after the bracket.
    pub(super) fn class(&mut self, start: usize) -> Result<CharSet, PatternError> {
        let negated = self.eat("^");
        let mut ranges = Ranges::default();
        let mut within: Option<CharSet> = None;
        loop {
            let at = self.at;
            let Some(next) = self.next() else {
                let help = "add ], or write \\[ for a literal bracket";
                return Err(Self::error_at(start, "the class is not closed", help));
            };
            if next == ']' {
                break;
            }
            // Java's intersection with a class or an escape: elsewhere the characters are literals.
            if next == '&' && self.eat("&[") {
                let other = self.inner_class(at)?;
                within = Some(within.map_or(other.clone(), |within| within.intersect(&other)));
                continue;
            }
            if next == '&' && self.peek() == Some('&') && self.chars.get(self.at + 1) == Some(&'\\') {
                self.at += 2;
                self.note(java::INTERSECTION);
                let other = self.class_escape(at)?.into_set();
                within = Some(within.map_or(other.clone(), |within| within.intersect(&other)));
                continue;
            }
            let item = self.class_item(next, at)?;
            // A hyphen forms a range only between two characters; otherwise it is literal.
            let is_range = self.peek() == Some('-') && self.chars.get(self.at + 1).is_some_and(|c| *c != ']');
            match item {
                Item::Char(first) if is_range => self.range(first, &mut ranges)?,
                Item::Char(c) => ranges.add(c, c),
                Item::Set(other) => ranges.add_set(&other),
            }
        }
        let set = ranges.finish();
        let set = within.map_or(set.clone(), |within| set.intersect(&within));
        // Before it is negated: `(?i)[^k]` has neither case.
        let set = self.both_cases(set);
        Ok(if negated { set.negate() } else { set })
    }

    fn inner_class(&mut self, start: usize) -> Result<CharSet, PatternError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let what = "intersections are nested too deep";
            return Err(Self::error_at(start, what, "list the characters of the class"));
        }
        let inner = self.class(start)?;
        self.depth -= 1;
        Ok(inner)
    }

    fn range(&mut self, first: char, ranges: &mut Ranges) -> Result<(), PatternError> {
        let hyphen = self.at;
        self.at += 1;
        let at = self.at;
        let next = self.next().unwrap_or_default();
        match self.class_item(next, at)? {
            Item::Char(last) if first <= last => ranges.add(first, last),
            Item::Char(_) => {
                let help = "write the smaller character first, or \\- for a hyphen";
                return Err(Self::error_at(hyphen, "the range is in the wrong order", help));
            }
            Item::Set(other) => match other.single() {
                Some(last) if first <= last => ranges.add(first, last),
                _ => {
                    ranges.add(first, first);
                    ranges.add('-', '-');
                    ranges.add_set(&other);
                }
            },
        }
        Ok(())
    }

    fn class_item(&mut self, next: char, at: usize) -> Result<Item, PatternError> {
        match next {
            '\\' if self.eat("b") => Ok(Item::Char('\u{8}')),
            '\\' => self.class_escape(at),
            other => Ok(Item::Char(other)),
        }
    }
}
