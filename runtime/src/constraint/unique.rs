//! Uniqueness of list elements (spec: `@uniqueItems`).
//!
//! Elements are compared by value. Numbers are equal if they are numerically equal, and NaN equals itself. Strings and
//! integers are hashed directly, other values in a canonical encoding. The time is linear in the size of the list.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;

use crate::reflect::{ListRef, Ref, Reflect};
use crate::schema::Kind;
use crate::types::{Document, Number, canonical};

/// Maximum depth of comparison. Deeper values, which messages cannot contain, are considered different.
const MAX_DEPTH: usize = 256;

/// Representation of an element for comparison.
#[derive(PartialEq, Eq, Hash)]
enum Item<'a> {
    Text(&'a str),
    Number(i64),
    Encoded(Vec<u8>),
}

impl<'a> Item<'a> {
    /// Returns `None` if the value cannot be compared.
    fn of(value: Ref<'a>) -> Option<Self> {
        Some(match value {
            Ref::Str(text) => Self::Text(text),
            Ref::Byte(number) => Self::Number(number.into()),
            Ref::Short(number) => Self::Number(number.into()),
            Ref::Int(number) => Self::Number(number.into()),
            Ref::Long(number) => Self::Number(number),
            other => {
                let mut encoding = Encoding::default();
                encoding.value(other, 0)?;
                Self::Encoded(encoding.0)
            }
        })
    }
}

/// Returns whether two elements of the list are equal.
pub(super) fn has_duplicates(list: &dyn ListRef) -> bool {
    // Random state prevents callers from choosing values with equal hashes.
    let mut seen = HashSet::with_capacity_and_hasher(list.len(), RandomState::new());
    (0..list.len()).filter_map(|index| Item::of(list.get(index))).any(|item| !seen.insert(item))
}

/// Canonical encoding: equal values have equal bytes. Each value has a tag and a length, so no encoding is a prefix of
/// another.
#[derive(Default)]
struct Encoding(Vec<u8>);

/// Tags must differ only between types that the schema does not determine, in documents and numbers.
mod tag {
    pub(super) const ABSENT: u8 = 0;
    pub(super) const FALSE: u8 = 1;
    pub(super) const TRUE: u8 = 2;
    pub(super) const WHOLE: u8 = 3;
    pub(super) const FLOAT: u8 = 4;
    pub(super) const BIG: u8 = 5;
    pub(super) const BYTES: u8 = 6;
    pub(super) const TIME: u8 = 7;
    pub(super) const SHAPE: u8 = 8;
    pub(super) const END: u8 = 9;
    pub(super) const MEMBER: u8 = 10;
    pub(super) const LIST: u8 = 11;
    pub(super) const MAP: u8 = 12;
}

impl Encoding {
    /// Returns `None` if the value is nested too deep, or is an unknown union variant.
    fn value(&mut self, value: Ref<'_>, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        match value {
            Ref::Absent | Ref::Null => self.0.push(tag::ABSENT),
            Ref::Bool(value) => self.boolean(value),
            Ref::Byte(value) => self.whole(value.into()),
            Ref::Short(value) => self.whole(value.into()),
            Ref::Int(value) => self.whole(value.into()),
            Ref::Long(value) => self.whole(value.into()),
            Ref::Float(value) => self.float(value.into()),
            Ref::Double(value) => self.float(value),
            Ref::BigInteger(value) => self.bytes(tag::BIG, canonical(value.as_str()).as_bytes()),
            Ref::BigDecimal(value) => self.bytes(tag::BIG, canonical(value.as_str()).as_bytes()),
            Ref::Str(value) => self.bytes(tag::BYTES, value.as_bytes()),
            Ref::Blob(value) => self.bytes(tag::BYTES, value),
            Ref::Timestamp(value) => {
                self.0.push(tag::TIME);
                self.0.extend_from_slice(&value.seconds().to_le_bytes());
                self.0.extend_from_slice(&value.nanoseconds().to_le_bytes());
            }
            Ref::Document(value) => self.document(value, depth)?,
            Ref::Shape(shape) => self.shape(shape, depth)?,
            Ref::List(list) => {
                self.0.push(tag::LIST);
                self.size(list.len());
                for index in 0..list.len() {
                    self.value(list.get(index), depth + 1)?;
                }
            }
            Ref::Map(map) => {
                self.0.push(tag::MAP);
                self.size(map.len());
                let mut is_comparable = Some(());
                map.each(&mut |key, value| {
                    self.bytes(tag::BYTES, key.as_bytes());
                    is_comparable = self.value(value, depth + 1);
                    is_comparable.is_some()
                });
                is_comparable?;
            }
        }
        Some(())
    }

    fn shape(&mut self, shape: &dyn Reflect, depth: usize) -> Option<()> {
        self.0.push(tag::SHAPE);
        let mut is_comparable = Some(());
        let mut count = 0;
        shape.each(&mut |index, value| {
            count += 1;
            self.0.push(tag::MEMBER);
            self.size(index);
            is_comparable = self.value(value, depth + 1);
            is_comparable.is_some()
        });
        is_comparable?;
        if count == 0 && shape.schema().kind == Kind::Union {
            return None;
        }
        self.0.push(tag::END);
        Some(())
    }

    fn document(&mut self, document: &Document, depth: usize) -> Option<()> {
        if depth > MAX_DEPTH {
            return None;
        }
        match document {
            Document::Null => self.0.push(tag::ABSENT),
            Document::Bool(value) => self.boolean(*value),
            Document::Number(Number::Unsigned(value)) => self.whole((*value).into()),
            Document::Number(Number::Negative(value)) => self.whole((*value).into()),
            Document::Number(Number::Float(value)) => self.float(*value),
            Document::Number(Number::Big(value)) => self.bytes(tag::BIG, canonical(value.as_str()).as_bytes()),
            Document::String(value) => self.bytes(tag::BYTES, value.as_bytes()),
            Document::Array(values) => {
                self.0.push(tag::LIST);
                self.size(values.len());
                for value in values {
                    self.document(value, depth + 1)?;
                }
            }
            Document::Object(values) => {
                self.0.push(tag::MAP);
                self.size(values.len());
                for (key, value) in values {
                    self.bytes(tag::BYTES, key.as_bytes());
                    self.document(value, depth + 1)?;
                }
            }
        }
        Some(())
    }

    fn boolean(&mut self, value: bool) {
        self.0.push(if value { tag::TRUE } else { tag::FALSE });
    }

    fn whole(&mut self, value: i128) {
        self.0.push(tag::WHOLE);
        self.0.extend_from_slice(&value.to_le_bytes());
    }

    /// Encodes a float. A float without a fraction equals the integer, and both zeros are equal.
    fn float(&mut self, value: f64) {
        // Floats below 2^100 without a fraction are exact as 128-bit integers.
        const EXACT: f64 = 1.267_650_600_228_229_4e30;
        if value.fract() == 0.0 && value.abs() < EXACT {
            return self.whole(value as i128);
        }
        let value = if value.is_nan() { f64::NAN } else { value };
        self.0.push(tag::FLOAT);
        self.0.extend_from_slice(&value.to_bits().to_le_bytes());
    }

    fn bytes(&mut self, tag: u8, bytes: &[u8]) {
        self.0.push(tag);
        self.size(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    fn size(&mut self, size: usize) {
        self.0.extend_from_slice(&(size as u64).to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::types::{BigDecimal, Blob, Timestamp};

    #[test]
    fn equal_numbers_are_not_unique_in_different_notations() {
        let numbers =
            |texts: &[&str]| -> Vec<BigDecimal> { texts.iter().map(|text| text.parse().expect("a number")).collect() };
        for texts in [["1.0", "1.00"], ["10e-1", "1"], ["-0", "0.0"], ["100", "1E+2"], ["-2.50", "-25e-1"]] {
            assert!(has_duplicates(&numbers(&texts)), "{texts:?}");
        }
        assert!(!has_duplicates(&numbers(&["1", "-1", "10", "0.1", "0", "1e99999999999999999999"])));
    }

    #[test]
    fn floats_are_compared_by_value() {
        assert!(has_duplicates(&vec![0.0, -0.0]));
        assert!(has_duplicates(&vec![f64::NAN, -f64::NAN]));
        assert!(has_duplicates(&vec![1e300, 1e300]));
        assert!(!has_duplicates(&vec![0.1, 0.2, 0.3, 1e300, f64::INFINITY, f64::NEG_INFINITY, f64::NAN]));
        let next = f64::from_bits(1.0_f64.to_bits() + 1);
        assert!(!has_duplicates(&vec![1.0, next]));
    }

    #[test]
    fn numbers_of_documents_are_compared_by_value() {
        let documents = |numbers: [Number; 2]| numbers.map(Document::Number).to_vec();
        assert!(has_duplicates(&documents([Number::Unsigned(1), Number::Float(1.0)])));
        assert!(has_duplicates(&documents([Number::Negative(-1), Number::Float(-1.0)])));
        // The float is 2^63, one more than the whole number.
        assert!(!has_duplicates(&documents([
            Number::Unsigned(9_223_372_036_854_775_807),
            Number::Float(9.223_372_036_854_776e18)
        ])));
    }

    #[test]
    fn where_one_value_ends_and_the_next_begins_makes_a_difference() {
        let lists = |lists: &[&[&str]]| -> Vec<Vec<String>> {
            lists.iter().map(|list| list.iter().map(|text| (*text).to_owned()).collect()).collect()
        };
        assert!(!has_duplicates(&lists(&[&["ab", "c"], &["a", "bc"], &["abc"], &["abc", ""], &[]])));
        assert!(has_duplicates(&lists(&[&["ab", "c"], &["x"], &["ab", "c"]])));
        let maps =
            |pairs: [(&str, i32); 2]| pairs.map(|(key, value)| BTreeMap::from([(key.to_owned(), value)])).to_vec();
        assert!(!has_duplicates(&maps([("a", 1), ("a", 2)])));
        assert!(!has_duplicates(&maps([("a", 1), ("b", 1)])));
        assert!(has_duplicates(&maps([("a", 1), ("a", 1)])));
    }

    #[test]
    fn leaves_of_all_kinds_are_compared() {
        assert!(has_duplicates(&vec![true, false, true]) && !has_duplicates(&vec![true, false]));
        assert!(has_duplicates(&vec![7_i8, 7]) && !has_duplicates(&vec![i64::MIN, i64::MAX]));
        assert!(
            has_duplicates(&vec![Blob::from("a"), Blob::from("a")])
                && !has_duplicates(&vec![Blob::from("a"), Blob::from("b")])
        );
        let time = |nanoseconds| Timestamp::from_unix(1, nanoseconds).expect("in range");
        assert!(has_duplicates(&vec![time(1), time(1)]) && !has_duplicates(&vec![time(1), time(2)]));
        assert!(has_duplicates(&vec![Some("a".to_owned()), None, None]));
        assert!(!has_duplicates(&vec![Some("a".to_owned()), None]));
    }

    #[test]
    fn documents_of_any_depth_are_compared_or_taken_to_be_different() {
        let nest = |depth: usize| (0..depth).fold(Document::Null, |inner, _| Document::Array(vec![inner]));
        assert!(has_duplicates(&vec![nest(200), nest(200)]));
        assert!(!has_duplicates(&vec![nest(3000), nest(3000)]));
    }
}
