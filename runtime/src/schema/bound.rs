//! Bounds of numbers.

/// Bound of `@range`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// Integer.
    Integer(i64),
    /// Number with a fraction, and its text in the model.
    Decimal(f64, &'static str),
}

/// [`Bound`] without its text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Number {
    Integer(i64),
    Decimal(f64),
}

impl Number {
    /// Separates a bound from its text.
    pub(super) const fn of(bound: Bound) -> (Self, Option<&'static str>) {
        match bound {
            Bound::Integer(number) => (Self::Integer(number), None),
            Bound::Decimal(number, text) => (Self::Decimal(number), Some(text)),
        }
    }

    /// The bound, with its text.
    pub(super) fn bound(self, text: Option<&'static str>) -> Bound {
        match self {
            Self::Integer(number) => Bound::Integer(number),
            Self::Decimal(number) => Bound::Decimal(number, text.unwrap_or_default()),
        }
    }
}
