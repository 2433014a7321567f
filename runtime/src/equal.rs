//! Equality of generated types. Derived implementations are faster, but take more time to compile than any other part
//! of a structure.

use crate::operation::{Modeled, OperationError};
use crate::reflect::{MapRef, Ref, Reflect};

/// Returns whether two structures or unions of the same type are equal.
pub fn shapes(left: &dyn Reflect, right: &dyn Reflect) -> bool {
    Comparison::default().shapes(left, right)
}

/// Returns whether two errors of an operation are equal.
#[inline]
pub fn errors<E: OperationError>(left: &E, right: &E) -> bool {
    modeled(left.shape(), right.shape())
}

fn modeled(left: Modeled<'_>, right: Modeled<'_>) -> bool {
    match (left, right) {
        (Ok(left), Ok(right)) => std::ptr::eq(left.schema(), right.schema()) && shapes(left, right),
        (Err(left), Err(right)) => left == right,
        _ => false,
    }
}

/// Members of the right shapes that are being compared, outermost first. Both sides are visited by callbacks, so that
/// the members of one have to be kept; a single list for all shapes costs one allocation.
#[derive(Default)]
struct Comparison<'r> {
    members: Vec<(usize, Ref<'r>)>,
}

impl<'r> Comparison<'r> {
    fn shapes(&mut self, left: &dyn Reflect, right: &'r dyn Reflect) -> bool {
        let start = self.members.len();
        right.each(&mut |index, value| {
            self.members.push((index, value));
            true
        });
        let end = self.members.len();
        let mut next = start;
        let mut equal = true;
        left.each(&mut |index, value| {
            equal = next < end
                && self
                    .members
                    .get(next)
                    .copied()
                    .is_some_and(|(other, right)| other == index && self.values(value, right));
            next += 1;
            equal
        });
        self.members.truncate(start);
        // Only unions without a member have an unknown variant.
        equal && next == end && (start < end || left.unknown() == right.unknown())
    }

    /// Floats are compared as numbers, as in derived implementations: NaN is not equal to itself.
    #[allow(clippy::float_cmp, reason = "equality of values, not of results of calculations")]
    fn values(&mut self, left: Ref<'_>, right: Ref<'r>) -> bool {
        match (left, right) {
            (Ref::Absent, Ref::Absent) | (Ref::Null, Ref::Null) => true,
            (Ref::Bool(left), Ref::Bool(right)) => left == right,
            (Ref::Byte(left), Ref::Byte(right)) => left == right,
            (Ref::Short(left), Ref::Short(right)) => left == right,
            (Ref::Int(left), Ref::Int(right)) => left == right,
            (Ref::Long(left), Ref::Long(right)) => left == right,
            (Ref::Float(left), Ref::Float(right)) => left == right,
            (Ref::Double(left), Ref::Double(right)) => left == right,
            (Ref::BigInteger(left), Ref::BigInteger(right)) => left == right,
            (Ref::BigDecimal(left), Ref::BigDecimal(right)) => left == right,
            (Ref::Str(left), Ref::Str(right)) => left == right,
            (Ref::Blob(left), Ref::Blob(right)) => left == right,
            (Ref::Timestamp(left), Ref::Timestamp(right)) => left == right,
            (Ref::Document(left), Ref::Document(right)) => left == right,
            (Ref::Shape(left), Ref::Shape(right)) => self.shapes(left, right),
            (Ref::List(left), Ref::List(right)) => {
                left.len() == right.len() && (0..left.len()).all(|index| self.values(left.get(index), right.get(index)))
            }
            (Ref::Map(left), Ref::Map(right)) => self.maps(left, right),
            _ => false,
        }
    }

    /// Entries are visited in the order of their keys.
    fn maps(&mut self, left: &dyn MapRef, right: &'r dyn MapRef) -> bool {
        if left.len() != right.len() {
            return false;
        }
        let mut others = Vec::with_capacity(right.len());
        right.each(&mut |key, value| {
            others.push((key, value));
            true
        });
        let mut others = others.into_iter();
        let mut equal = true;
        left.each(&mut |key, value| {
            equal = others.next().is_some_and(|(other, right)| other == key && self.values(value, right));
            equal
        });
        equal
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::schema::{Schema, prelude};

    static NUMBERS: Schema = Schema::list("test#Numbers", &[crate::member!("member": prelude::DOUBLE)]);
    static TEXTS: Schema =
        Schema::map("test#Texts", &[crate::member!("key": prelude::STRING), crate::member!("value": prelude::STRING)]);
    static SAMPLE: Schema = Schema::structure(
        "test#Sample",
        &[
            crate::member!("first": prelude::STRING),
            crate::member!("second": prelude::STRING),
            crate::member!("numbers": NUMBERS),
            crate::member!("texts": TEXTS),
        ],
    );

    #[derive(Clone, Default)]
    struct Sample {
        first: Option<String>,
        second: Option<String>,
        numbers: Option<Vec<f64>>,
        texts: Option<BTreeMap<String, Option<String>>>,
    }

    crate::structure! { Sample: SAMPLE { first, second, numbers, texts } }

    fn texts(value: Option<&str>) -> Sample {
        let entry = ("key".to_owned(), value.map(str::to_owned));
        Sample { texts: Some(BTreeMap::from([entry])), ..Sample::default() }
    }

    #[test]
    fn equal_values_in_different_members_differ() {
        let first = Sample { first: Some("a".to_owned()), ..Sample::default() };
        let second = Sample { second: Some("a".to_owned()), ..Sample::default() };
        assert_eq!(first, first.clone());
        assert_ne!(first, second);
    }

    #[test]
    fn absent_members_differ_from_empty_ones_on_either_side() {
        let (absent, empty) = (Sample::default(), Sample { numbers: Some(Vec::new()), ..Sample::default() });
        assert_ne!(absent, empty);
        assert_ne!(empty, absent);
    }

    #[test]
    fn lists_are_compared_by_length_and_elements() {
        let numbers = |numbers: &[f64]| Sample { numbers: Some(numbers.to_vec()), ..Sample::default() };
        assert_eq!(numbers(&[0.0, 1.0]), numbers(&[-0.0, 1.0]));
        assert_ne!(numbers(&[0.0]), numbers(&[0.0, 1.0]));
        assert_ne!(numbers(&[0.0, 2.0]), numbers(&[0.0, 1.0]));
        assert_ne!(numbers(&[f64::NAN]), numbers(&[f64::NAN]));
    }

    #[test]
    fn maps_are_compared_by_keys_and_values() {
        assert_eq!(texts(Some("value")), texts(Some("value")));
        assert_ne!(texts(Some("value")), texts(Some("other")));
        assert_ne!(texts(None), texts(Some("value")));
        assert_eq!(texts(None), texts(None));
        assert_ne!(texts(None), Sample { texts: Some(BTreeMap::new()), ..Sample::default() });
    }
}
