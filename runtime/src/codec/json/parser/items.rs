//! Objects and arrays that are parsed, as `serde` accesses them.

use serde_core::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_core::forward_to_deserialize_any;

use super::{EOF_IN_ARRAY, EOF_IN_OBJECT, EOF_IN_VALUE, Parser, TRAILING_COMMA};
use crate::codec::json::fault::Fault;

/// The entries of an object, or the elements of an array.
pub(super) struct Items<'p, 'de> {
    pub(super) parser: &'p mut Parser<'de>,
    pub(super) is_first: bool,
}

impl Items<'_, '_> {
    /// Goes on to the next key. Returns false at the end of the object.
    #[inline]
    fn has_key(&mut self) -> Result<bool, Fault> {
        // Most messages have no space between entries.
        match (self.is_first, self.parser.next_bytes()) {
            (false, Some([b',', b'"', ..])) => {
                self.parser.at += 1;
                Ok(true)
            }
            (true, Some([b'"', ..])) => {
                self.is_first = false;
                Ok(true)
            }
            (_, Some([b'}', ..])) => Ok(false),
            _ => self.key_or_end(),
        }
    }

    #[inline(never)]
    fn key_or_end(&mut self) -> Result<bool, Fault> {
        const NOT_A_STRING: &str = "key must be a string";
        let parser = &mut *self.parser;
        let is_first = std::mem::take(&mut self.is_first);
        let wrong = match parser.peek() {
            Some(b'}') => return Ok(false),
            Some(b'"') if is_first => return Ok(true),
            Some(_) if is_first => NOT_A_STRING,
            Some(b',') => {
                parser.at += 1;
                match parser.peek() {
                    Some(b'"') => return Ok(true),
                    Some(b'}') => TRAILING_COMMA,
                    Some(_) => NOT_A_STRING,
                    None => EOF_IN_VALUE,
                }
            }
            Some(_) => "expected `,` or `}`",
            None => EOF_IN_OBJECT,
        };
        Err(parser.syntax(wrong))
    }

    /// Goes on to the next element. Returns false at the end of the array.
    #[inline]
    fn has_element(&mut self) -> Result<bool, Fault> {
        match self.parser.next_bytes() {
            Some([b',', b'{' | b'"', ..]) if !self.is_first => {
                self.parser.at += 1;
                Ok(true)
            }
            _ => self.element_or_end(),
        }
    }

    #[inline(never)]
    fn element_or_end(&mut self) -> Result<bool, Fault> {
        let parser = &mut *self.parser;
        let is_first = std::mem::take(&mut self.is_first);
        let wrong = match parser.peek() {
            Some(b']') => return Ok(false),
            Some(_) if is_first => return Ok(true),
            Some(b',') => {
                parser.at += 1;
                match parser.peek() {
                    Some(b']') => TRAILING_COMMA,
                    Some(_) => return Ok(true),
                    None => EOF_IN_VALUE,
                }
            }
            Some(_) => "expected `,` or `]`",
            None => EOF_IN_ARRAY,
        };
        Err(parser.syntax(wrong))
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Fault;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        if self.has_key()? { seed.deserialize(Name(self.parser)).map(Some) } else { Ok(None) }
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        match self.parser.peek() {
            Some(b':') => self.parser.at += 1,
            Some(_) => return Err(self.parser.syntax("expected `:`")),
            None => return Err(self.parser.syntax(EOF_IN_OBJECT)),
        }
        seed.deserialize(&mut *self.parser)
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Fault;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        if self.has_element()? { seed.deserialize(&mut *self.parser).map(Some) } else { Ok(None) }
    }
}

/// A key, whose opening quote comes next. If it is requested as a unit structure whose name is `"key":`, the text of a
/// key that is expected, and is this key, the visitor receives a unit.
struct Name<'p, 'de>(&'p mut Parser<'de>);

impl<'de> Deserializer<'de> for Name<'_, 'de> {
    type Error = Fault;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.0.visit_string(visitor)
    }

    #[inline]
    fn deserialize_unit_struct<V: Visitor<'de>>(self, expected: &'static str, visitor: V) -> Result<V::Value, Fault> {
        // The colon, which may follow after white space, is read as that of other keys.
        match (self.0.next_bytes(), expected.as_bytes().split_last()) {
            (Some(bytes), Some((_, key))) if bytes.starts_with(key) => {
                self.0.at += key.len();
                visitor.visit_unit()
            }
            _ => self.0.visit_string(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
