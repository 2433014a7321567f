//! Equality of generated types. Derived implementations take more time to compile than any other part of a structure.

use crate::operation::OperationError;
use crate::reflect::{ListRef, MapRef, Ref, Reflect};

/// Returns whether two structures or unions of the same type are equal.
pub fn shapes(left: &dyn Reflect, right: &dyn Reflect) -> bool {
    let mut others = Vec::new();
    right.each(&mut |index, value| {
        others.push((index, value));
        true
    });
    let mut others = others.into_iter();
    let mut equal = left.unknown() == right.unknown();
    left.each(&mut |index, value| {
        equal = equal && others.next().is_some_and(|(other, right)| other == index && values(value, right));
        equal
    });
    equal && others.next().is_none()
}

/// Returns whether two errors of an operation are equal.
pub fn errors<E: OperationError>(left: &E, right: &E) -> bool {
    match (left.shape(), right.shape()) {
        (Ok(left), Ok(right)) => std::ptr::eq(left.schema(), right.schema()) && shapes(left, right),
        (Err(left), Err(right)) => left == right,
        _ => false,
    }
}

/// Floats are compared as numbers, as in derived implementations: NaN is not equal to itself.
#[allow(clippy::float_cmp, reason = "equality of values, not of results of calculations")]
fn values(left: Ref<'_>, right: Ref<'_>) -> bool {
    match (left, right) {
        (Ref::Absent, Ref::Absent) => true,
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
        (Ref::Shape(left), Ref::Shape(right)) => shapes(left, right),
        (Ref::List(left), Ref::List(right)) => lists(left, right),
        (Ref::Map(left), Ref::Map(right)) => maps(left, right),
        _ => false,
    }
}

fn lists(left: &dyn ListRef, right: &dyn ListRef) -> bool {
    left.len() == right.len() && (0..left.len()).all(|index| values(left.get(index), right.get(index)))
}

/// Entries are visited in the order of their keys.
fn maps(left: &dyn MapRef, right: &dyn MapRef) -> bool {
    let mut others = Vec::new();
    right.each(&mut |key, value| {
        others.push((key, value));
        true
    });
    let mut others = others.into_iter();
    let mut equal = true;
    left.each(&mut |key, value| {
        equal = others.next().is_some_and(|(other, right)| other == key && values(value, right));
        equal
    });
    equal && others.next().is_none()
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
