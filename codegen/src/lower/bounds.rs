//! Bounds of lengths and ranges: constants of newtypes, and settings of schemas.

use super::Lowering;
use super::shapes::Source;
use crate::diagnostic::{Diagnostic, GenerationFacts, Severity};
use crate::ir::{Constant, Literal, Setting, Width};
use crate::model::{Number, ShapeType};
use crate::traits::Range;

impl Lowering<'_> {
    /// Warns if a bound excludes all values of the type.
    pub(super) fn warn_of_impossible(&mut self, source: &Source<'_>, range: &Range) {
        let kind = source.shape.kind;
        let is_impossible = |bound: &Option<Number>, side| {
            bound.as_ref().is_some_and(|bound| reach(kind, bound, side) == Reach::Nothing)
        };
        if is_impossible(&range.min, Side::Min) || is_impossible(&range.max, Side::Max) {
            let facts = GenerationFacts::EmptyRange { shape: source.origin.clone(), shape_type: kind.name() };
            self.diagnostics.push(
                Diagnostic::of(Severity::Warning, "codegen.EmptyRange", facts, source.span)
                    .with_shape(&source.shape.id)
                    .with_help("change the range, or target a type with more values"),
            );
        }
    }
}

type Names = (&'static str, &'static str, &'static str);

/// A bound of a constraint.
pub(super) struct Bound {
    value: Literal,
    /// Its text in the model.
    text: String,
    width: Width,
    constant: Form,
}

/// Form of a bound's constant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The value.
    Value,
    /// Text, from which types of big numbers convert: an `f64` may be another number.
    Text,
}

impl Bound {
    pub(super) fn of(value: Literal, text: String) -> Self {
        Self { value, text, width: Width::Full, constant: Form::Value }
    }
}

/// Adds the constants of two bounds, and the builder calls that use them.
pub(super) fn bounds(
    values: (Option<Bound>, Option<Bound>),
    names: [Names; 2],
    ty: Option<&str>,
    constants: &mut Vec<Constant>,
    settings: &mut Vec<Setting>,
) {
    for (value, (name, method, docs)) in [values.0, values.1].into_iter().zip(names) {
        let Some(Bound { value, text, width, constant: form }) = value else { continue };
        // Newtypes have a constant for the bound.
        let constant = ty.map_or_else(|| value.clone(), |ty| Literal::TypeConstant(ty.to_owned(), name));
        let argument = match &value {
            Literal::Size(_) => constant,
            Literal::Float(number) => Literal::DecimalBound(*number, text.clone()),
            _ => Literal::WholeBound(Box::new(constant), if ty.is_some() { width } else { Width::Full }),
        };
        settings.push(Setting::new(method, [argument]));
        let value = if form == Form::Text { Literal::Str(text) } else { value };
        constants.push(Constant { name, docs, value });
    }
}

/// One end of a range.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Min,
    Max,
}

/// The values of a type that satisfy a bound.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    All,
    Some,
    Nothing,
}

/// The values of a type of whole numbers that satisfy a bound; some for other types.
fn reach(kind: ShapeType, bound: &Number, side: Side) -> Reach {
    let limits = match kind {
        ShapeType::Byte => (i64::from(i8::MIN), i64::from(i8::MAX)),
        ShapeType::Short => (i64::from(i16::MIN), i64::from(i16::MAX)),
        ShapeType::Integer => (i64::from(i32::MIN), i64::from(i32::MAX)),
        ShapeType::Long => (i64::MIN, i64::MAX),
        _ => return Reach::Some,
    };
    let huge = if bound.as_f64() < 0.0 { i128::MIN } else { i128::MAX };
    let value = bound.as_i128().unwrap_or(huge);
    let (is_below, is_above) = (value < i128::from(limits.0), value > i128::from(limits.1));
    match side {
        Side::Min if is_above => Reach::Nothing,
        Side::Max if is_below => Reach::Nothing,
        _ if is_below || is_above => Reach::All,
        _ => Reach::Some,
    }
}

/// A bound of a range. `None` if all values of the type satisfy it.
pub(super) fn range_bound(kind: ShapeType, number: &Number, side: Side) -> Option<Bound> {
    let is_narrow = matches!(kind, ShapeType::Byte | ShapeType::Short | ShapeType::Integer);
    let width = match reach(kind, number, side) {
        Reach::All => return None,
        // The constant of a bound that nothing satisfies is an `i64`.
        Reach::Some if is_narrow => Width::Narrow,
        Reach::Nothing | Reach::Some => Width::Full,
    };
    let is_float = matches!(kind, ShapeType::Float | ShapeType::Double | ShapeType::BigDecimal);
    let whole = number.as_i128().and_then(|value| i64::try_from(value).ok()).filter(|_| !is_float);
    let value = whole.map_or_else(|| Literal::Float(number.as_f64()), Literal::Integer);
    let is_big = matches!(kind, ShapeType::BigInteger | ShapeType::BigDecimal);
    let constant = if is_big && whole.is_none() { Form::Text } else { Form::Value };
    Some(Bound { value, text: number.as_str().to_owned(), width, constant })
}
