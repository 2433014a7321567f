//! Tokens of `minicbor`, with limits on depth, concatenation of indefinite strings, and skipping of tags.

use std::borrow::Cow;

use minicbor::data::Type;
use minicbor::decode::{Decoder, Error};

use crate::codec::MAX_DEPTH;
use crate::memory::OverBudget;

pub(super) const BREAK: u8 = 0xff;
const INDEFINITE_TEXT: u8 = 0x7f;
const NULL: u8 = 0xf6;
const UNDEFINED: u8 = 0xf7;

pub(super) struct Tokens<'b> {
    pub(super) decoder: Decoder<'b>,
    depth: u32,
}

/// Remaining items of an array or map.
#[derive(Clone, Copy)]
pub(super) enum Rest {
    /// A number of items or pairs.
    Definite(u64),
    /// Items until a break.
    Indefinite,
}

impl From<Option<u64>> for Rest {
    fn from(length: Option<u64>) -> Self {
        length.map_or(Self::Indefinite, Self::Definite)
    }
}

impl From<OverBudget> for Error {
    #[cold]
    fn from(full: OverBudget) -> Self {
        Self::message(full)
    }
}

impl<'b> Tokens<'b> {
    pub(super) fn new(bytes: &'b [u8]) -> Self {
        Self { decoder: Decoder::new(bytes), depth: 0 }
    }

    /// Returns the first byte of the next token.
    pub(super) fn peek(&self) -> Option<u8> {
        self.decoder.input().get(self.decoder.position()).copied()
    }

    fn advance(&mut self) {
        self.decoder.set_position(self.decoder.position() + 1);
    }

    /// Checks that there is no further data.
    pub(super) fn end(&self) -> Result<(), Error> {
        if self.peek().is_none() { Ok(()) } else { Err(Error::message("bytes follow the value")) }
    }

    /// Returns the type of the next token, including the width of integers.
    pub(super) fn kind(&self) -> Result<Type, Error> {
        self.decoder.datatype()
    }

    /// Starts a map.
    pub(super) fn map(&mut self) -> Result<Rest, Error> {
        self.untag()?;
        self.enter()?;
        self.decoder.map().map(Rest::from)
    }

    /// Starts an array.
    pub(super) fn array(&mut self) -> Result<Rest, Error> {
        self.untag()?;
        self.enter()?;
        self.decoder.array().map(Rest::from)
    }

    fn enter(&mut self) -> Result<(), Error> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(Error::message("nested too deep")) } else { Ok(()) }
    }

    /// Returns whether there is another item. If not, ends the array or map.
    pub(super) fn more(&mut self, rest: &mut Rest) -> bool {
        let more = match rest {
            Rest::Definite(0) => false,
            Rest::Definite(count) => {
                *count -= 1;
                true
            }
            Rest::Indefinite if self.peek() == Some(BREAK) => {
                self.advance();
                false
            }
            Rest::Indefinite => true,
        };
        if !more {
            self.depth -= 1;
        }
        more
    }

    /// Skips tags, which are ignored here.
    pub(super) fn untag(&mut self) -> Result<(), Error> {
        while self.peek().is_some_and(|byte| byte >> 5 == 6) {
            self.decoder.tag()?;
        }
        Ok(())
    }

    /// Whether a number with one of the tags 2 to 4 is next.
    pub(super) fn is_big_number(&self) -> bool {
        matches!(self.peek(), Some(0xc2..=0xc4))
    }

    /// Returns the next tag, if there is one.
    pub(super) fn tag(&mut self) -> Result<Option<u64>, Error> {
        if self.peek().is_some_and(|byte| byte >> 5 == 6) {
            self.decoder.tag().map(|tag| Some(tag.as_u64()))
        } else {
            Ok(None)
        }
    }

    /// Skips a null or undefined, if it is next.
    pub(super) fn null(&mut self) -> bool {
        let null = matches!(self.peek(), Some(NULL | UNDEFINED));
        if null {
            self.advance();
        }
        null
    }

    /// Returns the bytes of a text in its most common encoding: a definite length below 256, without a tag.
    fn short_text(&mut self) -> Option<&'b [u8]> {
        let at = self.decoder.position();
        let rest = self.decoder.input().get(at..)?;
        let (length, start) = match rest {
            [head @ 0x60..0x78, ..] => (usize::from(head - 0x60), 1),
            [0x78, length, ..] => (usize::from(*length), 2),
            _ => return None,
        };
        let text = rest.get(start..start + length)?;
        self.decoder.set_position(at + start + length);
        Some(text)
    }

    /// Returns the bytes of a map key. They may not be UTF-8, because they are only compared with names.
    pub(super) fn key(&mut self) -> Result<Cow<'b, [u8]>, Error> {
        if let Some(text) = self.short_text() {
            return Ok(Cow::Borrowed(text));
        }
        Ok(match self.text()? {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        })
    }

    pub(super) fn text(&mut self) -> Result<Cow<'b, str>, Error> {
        if let Some(text) = self.short_text() {
            return std::str::from_utf8(text).map(Cow::Borrowed).map_err(Error::message);
        }
        self.untag()?;
        if self.peek() == Some(INDEFINITE_TEXT) {
            return self.decoder.str_iter()?.collect::<Result<String, Error>>().map(Cow::Owned);
        }
        self.decoder.str().map(Cow::Borrowed)
    }

    pub(super) fn bytes(&mut self) -> Result<Cow<'b, [u8]>, Error> {
        self.untag()?;
        if self.kind()? != Type::BytesIndef {
            return self.decoder.bytes().map(Cow::Borrowed);
        }
        let mut bytes = Vec::new();
        for chunk in self.decoder.bytes_iter()? {
            bytes.extend_from_slice(chunk?);
        }
        Ok(Cow::Owned(bytes))
    }

    /// Reads a number of major type 7, of any width.
    pub(super) fn float(&mut self) -> Result<f64, Error> {
        match self.kind()? {
            Type::F16 => {
                let at = self.decoder.position() + 1;
                let bytes = self.decoder.input().get(at..at + 2).ok_or_else(Error::end_of_input)?;
                self.decoder.set_position(at + 2);
                Ok(half(u16::from_be_bytes([bytes[0], bytes[1]])))
            }
            Type::F32 => self.decoder.f32().map(f64::from),
            Type::F64 => self.decoder.f64(),
            other => Err(Error::type_mismatch(other).with_message("expected a float")),
        }
    }

    /// Skips a value.
    pub(super) fn skip(&mut self) -> Result<(), Error> {
        self.untag()?;
        match self.kind()? {
            Type::Array | Type::ArrayIndef => {
                let mut rest = self.array()?;
                while self.more(&mut rest) {
                    self.skip()?;
                }
                Ok(())
            }
            Type::Map | Type::MapIndef => {
                let mut rest = self.map()?;
                while self.more(&mut rest) {
                    self.skip()?;
                    self.skip()?;
                }
                Ok(())
            }
            Type::String | Type::StringIndef => self.text().map(drop),
            Type::Bytes | Type::BytesIndef => self.bytes().map(drop),
            Type::F16 | Type::F32 | Type::F64 => self.float().map(drop),
            Type::Bool => self.decoder.bool().map(drop),
            Type::Null | Type::Undefined => {
                self.advance();
                Ok(())
            }
            Type::Simple => self.decoder.simple().map(drop),
            Type::Break => Err(Error::message("a break outside an indefinite length")),
            _ => self.decoder.int().map(drop),
        }
    }
}

/// Converts a half-precision number (IEEE 754 binary16).
fn half(bits: u16) -> f64 {
    let (exponent, fraction) = (i32::from(bits >> 10 & 0x1f), f64::from(bits & 0x3ff));
    let magnitude = match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        exponent => (1024.0 + fraction) * 2f64.powi(exponent - 25),
    };
    if bits >> 15 == 1 { -magnitude } else { magnitude }
}

#[cfg(test)]
mod tests {
    use super::half;

    #[test]
    fn half_floats_of_each_kind_are_read() {
        for (bits, value) in [
            (0x0000, 0.0),
            (0x3c00, 1.0),
            (0x3e00, 1.5),
            (0x7bff, 65504.0),
            (0x0001, 5.960_464_477_539_063e-8),
            (0xc400, -4.0),
            (0x7c00, f64::INFINITY),
            (0xfc00, f64::NEG_INFINITY),
        ] {
            assert!((half(bits) - value).abs() < f64::EPSILON * value.abs() || half(bits).to_bits() == value.to_bits());
        }
        assert!(half(0x7e00).is_nan() && half(0x7c01).is_nan());
    }
}
