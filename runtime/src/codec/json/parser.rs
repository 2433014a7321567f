//! Parser of JSON, a deserializer of `serde`. Objects, arrays, strings and numbers are parsed here. `serde_json` checks
//! values that are skipped, and produces the error message for an invalid value.

use std::convert::Infallible;
use std::fmt;

use serde_core::de::{Deserialize, Deserializer, Expected, Visitor};
use serde_core::forward_to_deserialize_any;
use serde_json::value::RawValue;

use self::items::Items;
use super::fault::Fault;
use super::number::{leading_digits, number_length};
use super::scan;
use crate::codec::Strictness;

mod items;

/// The text of a message, and how far it was read.
pub(super) struct Parser<'de> {
    text: &'de str,
    /// Position of the next byte.
    at: usize,
    /// One more than the number of objects and arrays that may still be opened.
    depth: u8,
    /// The last string that had escapes.
    unescaped: Vec<u8>,
    strictness: Strictness,
}

impl<'de> Parser<'de> {
    /// Lenient parsers make a float infinite that is too large. To strict parsers, it is an error.
    pub(super) fn new(text: &'de str, strictness: Strictness) -> Self {
        Self { text, at: 0, depth: 128, unescaped: Vec::new(), strictness }
    }

    /// Checks that nothing but space is left.
    pub(super) fn end(&mut self) -> Result<(), Fault> {
        if self.peek().is_none() { Ok(()) } else { Err(self.syntax("trailing characters")) }
    }

    fn rest(&self) -> &'de str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The text that was not read yet.
    #[inline]
    fn next_bytes(&self) -> Option<&'de [u8]> {
        self.text.as_bytes().get(self.at..)
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Skips space. Returns the next byte.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        match self.byte() {
            Some(..=b' ') => self.peek_after_space(),
            byte => byte,
        }
    }

    /// Not inlined, because most messages have no space.
    #[inline(never)]
    fn peek_after_space(&mut self) -> Option<u8> {
        let mut rest = self.next_bytes().unwrap_or_default();
        while let [b' ' | b'\n' | b'\t' | b'\r', after @ ..] = rest {
            rest = after.get(scan::spaces(after)..).unwrap_or_default();
        }
        self.at = self.text.len() - rest.len();
        rest.first().copied()
    }

    /// An error at the byte that was peeked at.
    #[cold]
    fn syntax(&self, message: &str) -> Fault {
        Fault::syntax(message, self.text, self.text.len().min(self.at + 1))
    }

    /// Says what is wrong with the value that comes next: its syntax or its type.
    #[cold]
    fn wrong(&self, expected: &dyn Expected) -> Fault {
        let rest = self.rest();
        let mut parser = serde_json::Deserializer::from_str(rest);
        // Asks for a type that the value does not have.
        let failed = if rest.starts_with(['t', 'f']) {
            parser.deserialize_str(Nothing(expected))
        } else {
            parser.deserialize_bool(Nothing(expected))
        };
        match failed {
            Ok(never) => match never {},
            Err(error) => Fault::within(self.text, self.at, &error),
        }
    }

    /// Adds the place to an error of a visitor.
    #[inline]
    fn placed<T>(&self, result: Result<T, Fault>) -> Result<T, Fault> {
        result.map_err(|fault| fault.at(self.text, self.at))
    }

    /// Reads a string without escapes, whose opening quote comes next. Returns nothing if it is another string.
    #[inline]
    fn plain_string(&mut self) -> Option<&'de str> {
        let start = self.at + 1;
        let string = self.text.as_bytes().get(start..)?;
        let end = start + scan::plain(string);
        let text = self.text.get(start..end)?;
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        Some(text)
    }

    /// Reads a string, whose opening quote comes next. Returns nothing if it is malformed.
    #[inline(never)]
    fn escaped_string(&mut self) -> Option<&str> {
        let string = self.text.as_bytes().get(self.at + 1..)?;
        let (plain, rest) = string.split_at_checked(scan::plain(string))?;
        self.unescaped.clear();
        self.unescaped.extend_from_slice(plain);
        let after = scan::unescape(&mut self.unescaped, rest)?;
        let text = std::str::from_utf8(&self.unescaped).ok()?;
        self.at = self.text.len() - after.len();
        Some(text)
    }

    #[inline]
    fn visit_string<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Fault> {
        if let Some(text) = self.plain_string() {
            return visitor.visit_borrowed_str(text);
        }
        match self.escaped_string() {
            Some(text) => visitor.visit_str(text),
            None => Err(self.wrong(&visitor)),
        }
    }

    /// Skips a word, if it comes next.
    fn takes(&mut self, word: &str) -> bool {
        let comes_next = self.rest().starts_with(word);
        if comes_next {
            self.at += word.len();
        }
        comes_next
    }

    /// Takes the text of a number. Returns nothing if it is malformed.
    fn number(&mut self) -> Option<&'de str> {
        let text = self.rest();
        let text = text.get(..number_length(text.as_bytes())?)?;
        self.at += text.len();
        Some(text)
    }

    /// Takes a whole number of few digits. Returns nothing if something else comes next.
    #[inline]
    fn small_number(&mut self) -> Option<i64> {
        let text = self.next_bytes()?;
        let (sign, digits) = match text {
            [b'-', digits @ ..] => (-1, digits),
            digits => (1, digits),
        };
        let (value, length) = leading_digits(digits);
        let is_whole = !matches!(digits.get(length), Some(b'.' | b'e' | b'E'));
        // A negative zero may be a float.
        let has_zero = digits.first() == Some(&b'0') && (length > 1 || sign < 0);
        if !is_whole || has_zero || !(1..=18).contains(&length) {
            return None;
        }
        self.at += text.len() - digits.len() + length;
        Some(sign * value)
    }

    /// Returns the float that is nearest to a number. Strict parsers have none for a number that is too large.
    ///
    /// `serde_json`, without its feature `float_roundtrip`, returns a neighbor of that float for many numbers of 16 and
    /// more digits. It is also slower, with and without that feature.
    fn float(&self, text: &str) -> Option<f64> {
        text.parse().ok().filter(|value: &f64| value.is_finite() || !self.strictness.is_strict())
    }

    /// Reads a number. Without `zero`, a negative zero is a float.
    fn visit_number<V: Visitor<'de>>(&mut self, visitor: V, zero: Zero) -> Result<V::Value, Fault> {
        let start = self.at;
        if let Some(value) = self.small_number() {
            let value = match u64::try_from(value) {
                Ok(value) => visitor.visit_u64(value),
                Err(_) => visitor.visit_i64(value),
            };
            return self.placed(value);
        }
        let Some(text) = self.number() else { return Err(self.wrong(&visitor)) };
        let value = if let Ok(value) = text.parse() {
            visitor.visit_u64(value)
        } else if let Ok(value) = text.parse::<i64>()
            && (value != 0 || zero == Zero::Whole)
        {
            visitor.visit_i64(value)
        } else if let Some(value) = self.float(text) {
            visitor.visit_f64(value)
        } else {
            self.at = start;
            return Err(self.wrong(&visitor));
        };
        self.placed(value)
    }

    /// Skips a value. Returns its text.
    fn skip(&mut self) -> Result<&'de str, Fault> {
        if matches!(self.peek(), Some(b'-' | b'0'..=b'9'))
            && let Some(number) = self.number()
        {
            return Ok(number);
        }
        match <&RawValue>::deserialize(&mut serde_json::Deserializer::from_str(self.rest())) {
            Ok(value) => {
                self.at += value.get().len();
                Ok(value.get())
            }
            Err(error) => Err(Fault::within(self.text, self.at, &error)),
        }
    }

    /// Opens an object or array.
    fn open(&mut self) -> Result<(), Fault> {
        self.depth -= 1;
        if self.depth == 0 {
            return Err(self.syntax("recursion limit exceeded"));
        }
        self.at += 1;
        Ok(())
    }

    /// Closes an object or array that a visitor has read.
    fn close<T>(&mut self, close: u8, eof: &'static str, read: Result<T, Fault>) -> Result<T, Fault> {
        self.depth += 1;
        let closed = match self.peek() {
            Some(byte) if byte == close => {
                self.at += 1;
                Ok(())
            }
            Some(b',') if close == b']' => {
                self.at += 1;
                Err(if self.peek() == Some(b']') { TRAILING_COMMA } else { "trailing characters" })
            }
            Some(b',') => Err(TRAILING_COMMA),
            Some(_) => Err("trailing characters"),
            None => Err(eof),
        };
        // Its place is only looked for if it is the first error, because all text before is counted.
        match (read, closed) {
            (Ok(value), Ok(())) => Ok(value),
            (Ok(_), Err(message)) => Err(self.syntax(message)),
            (read, _) => self.placed(read),
        }
    }
}

const TRAILING_COMMA: &str = "trailing comma";
const EOF_IN_VALUE: &str = "EOF while parsing a value";
const EOF_IN_ARRAY: &str = "EOF while parsing a list";
const EOF_IN_OBJECT: &str = "EOF while parsing an object";

/// Meaning of `-0`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zero {
    Whole,
    Float,
}

impl<'de> Deserializer<'de> for &mut Parser<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.peek() {
            Some(b'"') => self.deserialize_str(visitor),
            Some(b'{') => self.deserialize_map(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            Some(b't' | b'f') => self.deserialize_bool(visitor),
            Some(b'-' | b'0'..=b'9') => self.visit_number(visitor, Zero::Float),
            Some(b'n') if self.takes("null") => {
                let value = visitor.visit_unit();
                self.placed(value)
            }
            _ => Err(self.wrong(&visitor)),
        }
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.peek() != Some(b'"') {
            return Err(self.wrong(&visitor));
        }
        let value = self.visit_string(visitor);
        self.placed(value)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let value = match self.peek() {
            Some(b't') if self.takes("true") => visitor.visit_bool(true),
            Some(b'f') if self.takes("false") => visitor.visit_bool(false),
            _ => return Err(self.wrong(&visitor)),
        };
        self.placed(value)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.peek();
        self.visit_number(visitor, Zero::Whole)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.peek();
        self.visit_number(visitor, Zero::Float)
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.peek() {
            Some(b'n') if self.takes("null") => visitor.visit_none(),
            Some(b'n') => Err(self.wrong(&visitor)),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.peek() != Some(b'[') {
            return Err(self.wrong(&visitor));
        }
        self.open()?;
        let read = visitor.visit_seq(Items { parser: self, is_first: true });
        self.close(b']', EOF_IN_ARRAY, read)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.peek() != Some(b'{') {
            return Err(self.wrong(&visitor));
        }
        self.open()?;
        let read = visitor.visit_map(Items { parser: self, is_first: true });
        self.close(b'}', EOF_IN_OBJECT, read)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.skip()?;
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        if name == Raw::NAME { visitor.visit_borrowed_str(self.skip()?) } else { visitor.visit_newtype_struct(self) }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 char bytes byte_buf unit unit_struct tuple tuple_struct struct enum
        identifier
    }
}

/// The text of a value. Only this parser has it.
pub(super) struct Raw<'de>(pub(super) &'de str);

impl Raw<'_> {
    const NAME: &'static str = "$whitesmith::Raw";
}

impl<'de> Deserialize<'de> for Raw<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(Self::NAME, RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Raw(text))
    }
}

/// Visitor that accepts no value.
struct Nothing<'e>(&'e dyn Expected);

impl Visitor<'_> for Nothing<'_> {
    type Value = Infallible;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests;
