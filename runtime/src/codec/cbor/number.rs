//! Numbers that do not fit into an integer: tags 2 and 3 (byte string), and tag 4 (exponent and mantissa).
//!
//! Numbers are decimal text of at most 4,096 digits, so schoolbook multiplication and division are fast enough.

use std::fmt::Write as _;

use minicbor::data::Type;
use minicbor::decode::Error;

use super::tag;
use super::tokens::Tokens;
use super::write::{self, major};
use crate::memory::Budget;
use crate::types::{BigDecimal, BigInteger, MAX_ZEROS, float_text};

/// Maximum bytes of a number; more bytes would exceed the maximum number of digits.
const MAX_BYTES: usize = 1704;

/// Reads an integer of any size.
pub(super) fn read_integer(tokens: &mut Tokens<'_>, budget: &mut Budget) -> Result<BigInteger, Error> {
    let start = tokens.decoder.position();
    let number: BigInteger = integer_text(tokens)?.parse().map_err(|_| too_large())?;
    charge(number.as_str(), start, tokens, budget)?;
    Ok(number)
}

/// Reads a decimal number: a tagged pair, or any other number.
pub(super) fn read_decimal(tokens: &mut Tokens<'_>, budget: &mut Budget) -> Result<BigDecimal, Error> {
    let start = tokens.decoder.position();
    let number = decimal(tokens)?;
    charge(number.as_str(), start, tokens, budget)?;
    Ok(number)
}

/// Charges the part of a number's text that exceeds its bytes: those are part of the message.
fn charge(text: &str, start: usize, tokens: &Tokens<'_>, budget: &mut Budget) -> Result<(), Error> {
    let bytes = tokens.decoder.position().saturating_sub(start);
    Ok(budget.charge(text.len().saturating_sub(bytes))?)
}

fn decimal(tokens: &mut Tokens<'_>) -> Result<BigDecimal, Error> {
    let start = tokens.decoder.position();
    if tokens.tag()? == Some(tag::DECIMAL) {
        let mut rest = tokens.array()?;
        let wrong = || Error::message("a decimal number must be an exponent and a mantissa");
        if !tokens.more(&mut rest) {
            return Err(wrong());
        }
        let exponent = tokens.decoder.i64()?;
        if !tokens.more(&mut rest) {
            return Err(wrong());
        }
        let mantissa = integer_text(tokens)?;
        if tokens.more(&mut rest) {
            return Err(wrong());
        }
        return decimal_text(&mantissa, exponent).parse().map_err(|_| too_large());
    }
    tokens.decoder.set_position(start);
    let text = match tokens.kind()? {
        Type::F16 | Type::F32 | Type::F64 => float_text(tokens.float()?),
        Type::String | Type::StringIndef => tokens.text()?.into_owned(),
        _ => integer_text(tokens)?,
    };
    text.parse().map_err(|_| Error::message("not a decimal number"))
}

fn too_large() -> Error {
    Error::message("the number has too many digits")
}

fn integer_text(tokens: &mut Tokens<'_>) -> Result<String, Error> {
    let negative = match tokens.tag()? {
        Some(tag::POSITIVE) => false,
        Some(tag::NEGATIVE) => true,
        Some(_) => return Err(Error::message("unexpected tag of a number")),
        None => return tokens.decoder.int().map(|int| i128::from(int).to_string()),
    };
    let bytes = tokens.bytes()?;
    let start = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len());
    let bytes = bytes.get(start..).unwrap_or_default();
    if bytes.len() > MAX_BYTES {
        return Err(too_large());
    }
    let mut number = Limbs::default();
    for word in bytes.rchunks(size_of::<u32>()).rev() {
        let word = word.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
        number.multiply_add(WORD, word, BILLION);
    }
    if negative {
        // Tag 3 contains n for -1 - n.
        number.multiply_add(1, 1, BILLION);
    }
    Ok(if negative { format!("-{}", number.decimal()) } else { number.decimal() })
}

/// Returns the text of a mantissa with an exponent of ten.
fn decimal_text(mantissa: &str, exponent: i64) -> String {
    let (sign, digits) = mantissa.strip_prefix('-').map_or(("", mantissa), |digits| ("-", digits));
    match exponent {
        0 => mantissa.to_owned(),
        _ if exponent < 0 && exponent.unsigned_abs() <= (digits.len() + usize::from(MAX_ZEROS)) as u64 => {
            let places = exponent.unsigned_abs() as usize;
            let padded = format!("{digits:0>width$}", width = places + 1);
            let (whole, fraction) = padded.split_at(padded.len() - places);
            format!("{sign}{whole}.{fraction}")
        }
        _ => format!("{mantissa}e{exponent}"),
    }
}

/// Appends an integer in the shortest form.
pub(super) fn write_integer(out: &mut Vec<u8>, text: &str) {
    if let Ok(value) = text.parse::<i64>() {
        return write::integer(out, value);
    }
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let mut number = Limbs::default();
    for part in digits.as_bytes().rchunks(BILLION_DIGITS).rev() {
        let part = part.iter().fold(0, |part, digit| part * 10 + u64::from(digit.wrapping_sub(b'0')));
        number.multiply_add(BILLION, part, WORD);
    }
    if negative {
        // A negative number is -1 - n.
        number.decrement();
    }
    match number.word() {
        Some(number) => write::head(out, if negative { major::NEGATIVE } else { major::UNSIGNED }, number),
        None => {
            write::head(out, major::TAG, if negative { tag::NEGATIVE } else { tag::POSITIVE });
            write::bytes(out, &number.bytes());
        }
    }
}

/// Appends a decimal number as exponent and mantissa. If the exponent does not fit into an integer, appends it as text.
pub(super) fn write_decimal(out: &mut Vec<u8>, value: &BigDecimal) {
    let text = value.as_str();
    let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent).parse::<i64>().ok();
    let places = i64::try_from(fraction.len()).ok();
    let Some(exponent) = exponent.zip(places).and_then(|(exponent, places)| exponent.checked_sub(places)) else {
        return write::text(out, text);
    };
    write::head(out, major::TAG, tag::DECIMAL);
    write::head(out, major::ARRAY, 2);
    write::integer(out, exponent);
    write_integer(out, &format!("{whole}{fraction}"));
}

/// Base of numbers that are written in decimal.
const BILLION: u64 = 1_000_000_000;
const BILLION_DIGITS: usize = 9;
/// Base of numbers that are written in bytes.
const WORD: u64 = 1 << 32;

/// Number in limbs, lowest first. All calls for a number must use the same base.
#[derive(Default)]
struct Limbs(Vec<u32>);

impl Limbs {
    /// Multiplies by a factor of at most one base, and adds a number of at most the other.
    fn multiply_add(&mut self, factor: u64, summand: u64, base: u64) {
        let mut carry = summand;
        for limb in &mut self.0 {
            carry += u64::from(*limb) * factor;
            *limb = (carry % base) as u32;
            carry /= base;
        }
        while carry > 0 {
            self.0.push((carry % base) as u32);
            carry /= base;
        }
    }

    /// Subtracts one, in base 2^32.
    fn decrement(&mut self) {
        for limb in &mut self.0 {
            let (value, borrow) = limb.overflowing_sub(1);
            *limb = value;
            if !borrow {
                break;
            }
        }
    }

    /// Returns the decimal digits, from base 10^9.
    fn decimal(&self) -> String {
        let Some((highest, rest)) = self.0.split_last() else { return "0".to_owned() };
        let mut text = highest.to_string();
        for limb in rest.iter().rev() {
            let _ = write!(text, "{limb:09}");
        }
        text
    }

    /// Returns the number from base 2^32, if it fits into 64 bits.
    fn word(&self) -> Option<u64> {
        match self.0.as_slice() {
            [] => Some(0),
            [low] => Some(u64::from(*low)),
            [low, high] => Some(u64::from(*high) << 32 | u64::from(*low)),
            [low, high, rest @ ..] if rest.iter().all(|limb| *limb == 0) => {
                Some(u64::from(*high) << 32 | u64::from(*low))
            }
            _ => None,
        }
    }

    /// Returns the bytes from base 2^32, highest first, without leading zeros.
    fn bytes(&self) -> Vec<u8> {
        let bytes = self.0.iter().rev().flat_map(|limb| limb.to_be_bytes());
        bytes.skip_while(|byte| *byte == 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{MemoryLimit, Reading};

    fn budget() -> Budget {
        Reading::default().budget
    }

    fn integer(text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        write_integer(&mut out, text);
        out
    }

    #[test]
    fn integers_of_any_size_round_trip() {
        let long = "9".repeat(4000);
        for text in ["0", "-1", "18446744073709551615", "18446744073709551616", "-18446744073709551616"]
            .into_iter()
            .chain(["-18446744073709551617", "1000000000000000000000000000", &long])
        {
            let bytes = integer(text);
            assert_eq!(read_integer(&mut Tokens::new(&bytes), &mut budget()).expect("a number").as_str(), text);
        }
        // RFC 8949, section 3.4.3
        assert_eq!(integer("18446744073709551616"), [0xc2, 0x49, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(integer("-18446744073709551617"), [0xc3, 0x49, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn decimal_numbers_round_trip_with_all_digits() {
        for (text, read) in [
            ("1.5", "1.5"),
            ("-0.05", "-0.05"),
            ("273.15", "273.15"),
            ("100000000000000000000001.0", "100000000000000000000001.0"),
            ("12", "12"),
            ("1e400", "1e400"),
            ("1.5E-3", "0.0015"),
            ("1e-33", "0.000000000000000000000000000000001"),
            ("1e-34", "1e-34"),
            ("-12e-34", "-0.0000000000000000000000000000000012"),
            ("-12e-35", "-12e-35"),
            ("1e-4000", "1e-4000"),
            ("1e-9999", "1e-9999"),
            ("1e99999999999999999999", "1e99999999999999999999"),
        ] {
            let mut out = Vec::new();
            write_decimal(&mut out, &text.parse().expect("a number"));
            assert_eq!(read_decimal(&mut Tokens::new(&out), &mut budget()).expect("a number").as_str(), read);
        }
        // RFC 8949, section 3.4.4
        let fraction = [0xc4, 0x82, 0x21, 0x19, 0x6a, 0xb3];
        assert_eq!(read_decimal(&mut Tokens::new(&fraction), &mut budget()).expect("valid").as_str(), "273.15");
    }

    #[test]
    fn text_that_is_longer_than_its_bytes_is_charged() {
        let numbers = [
            [[0xc2, 0x58, 200].as_slice(), &[0xff; 200]].concat(),
            vec![0xc4, 0x82, 0x38, 0x1f, 0x01],
            vec![0xfb, 0x3a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        ];
        for bytes in numbers {
            let limit = MemoryLimit { per_byte: 0, base: 64 * 1024 };
            let mut nothing = Reading::checked(limit, 0).budget;
            let read = read_decimal(&mut Tokens::new(&bytes), &mut nothing);
            assert!(read.is_err_and(|error| error.to_string().contains("memory")), "{bytes:x?}");
            assert!(read_decimal(&mut Tokens::new(&bytes), &mut budget()).is_ok(), "{bytes:x?}");
        }
    }

    #[test]
    fn unbounded_numbers_are_rejected() {
        let mut bytes = vec![0xc2, 0x59, 0xff, 0xff];
        bytes.resize(4 + 0xffff, 1);
        assert!(read_integer(&mut Tokens::new(&bytes), &mut budget()).is_err());
        assert!(read_integer(&mut Tokens::new(&[0xc2, 0x5b, 0x80, 0, 0, 0, 0, 0, 0, 0]), &mut budget()).is_err());
        assert!(read_decimal(&mut Tokens::new(&[0xc4, 0x81, 0x21]), &mut budget()).is_err());
    }
}
