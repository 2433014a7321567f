//! Constraint traits that contradict themselves or do not apply to their shape (spec: "Constraint traits").

use super::context::{Applied, Context};
use crate::diagnostic::{Diagnostic, Message, MissingAnchors, Severity, ValueFacts};
use crate::model::graph::Element;
use crate::model::{Number, Shape, ShapeType};
use crate::pattern::Planned;
use crate::rule::event;
use crate::source::Span;
use crate::traits::{Length, Pattern, Range};
use crate::validate::Rule;

pub(super) const LENGTHS: Rule = Rule {
    events: &[event!("LengthTrait")],
    check: lengths,
    #[cfg(test)]
    cases: cases::LENGTHS,
};

/// Checks lengths: not negative, `min` not above `max`.
fn lengths(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value: &Length { min, max }, span, .. } in context.with::<Length>() {
        let mut wrong = |message: Message| {
            found.push(Diagnostic::of(Severity::Error, "LengthTrait", message, span).with_shape(element.id()));
        };
        for (key, number) in [("min", min), ("max", max)] {
            if number.is_some_and(|number| number < 0) {
                wrong(ValueFacts::NegativeLength { key }.into());
            }
        }
        if min.zip(max).is_some_and(|(min, max)| min > max) {
            wrong("A length trait is applied with a `min` value greater than its `max` value.".into());
        }
    }
}

pub(super) const RANGES: Rule = Rule {
    events: &[event!("RangeTrait")],
    check: ranges,
    #[cfg(test)]
    cases: cases::RANGES,
};

/// Checks ranges: whole numbers for integer shapes, `min` not above `max`.
fn ranges(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value: Range { min, max }, span, .. } in context.with::<Range>() {
        let (min, max) = (min.as_ref(), max.as_ref());
        let place = |key: &str| {
            let stated = element.node::<Range>().and_then(|node| node.get(key)).map(|node| node.span);
            stated.filter(|span| span.is_some()).unwrap_or(span)
        };
        let mut wrong = |message: Message, help: &'static str, span: Span| {
            let error = Diagnostic::of(Severity::Error, "RangeTrait", message, span).with_shape(element.id());
            found.push(error.with_help(help));
        };
        for (key, number) in [("min", min), ("max", max)] {
            let Some(number) = number.filter(|number| number.is_floating_point()) else { continue };
            let found = number.as_str().to_owned();
            match element {
                Element::Member(_, member) => {
                    if let Some(target) = context.shape(&member.target).filter(|target| !is_decimal(target)) {
                        let (member, target) = (member.id.clone(), target.id.clone());
                        wrong(
                            ValueFacts::MemberDecimal { member, key, found, target }.into(),
                            "use an integer",
                            place(key),
                        );
                    }
                }
                Element::Shape(shape) if !is_decimal(shape) => {
                    let (shape, shape_type) = (shape.id.clone(), shape.kind.name());
                    wrong(
                        ValueFacts::ShapeDecimal { shape, key, found, shape_type }.into(),
                        "use an integer",
                        place(key),
                    );
                }
                Element::Shape(_) => {}
            }
        }
        if exceeds(min, max) {
            let message = "A range trait is applied with a `min` value greater than its `max` value.";
            wrong(message.into(), "no value can satisfy it: swap the bounds, or correct one of them", span);
        }
    }
}

fn is_decimal(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeType::Float | ShapeType::Double | ShapeType::BigDecimal)
}

fn exceeds(min: Option<&Number>, max: Option<&Number>) -> bool {
    min.zip(max).is_some_and(|(min, max)| match (min.as_i128(), max.as_i128()) {
        (Some(min), Some(max)) => min > max,
        _ => min.as_f64() > max.as_f64(),
    })
}

pub(super) const PATTERNS: Rule = Rule {
    events: &[event!("PatternTrait")],
    check: patterns,
    #[cfg(test)]
    cases: cases::PATTERNS,
};

/// Checks that patterns are valid and anchored.
fn patterns(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value, span, .. } in context.with::<Pattern>() {
        let text = value.0.as_str();
        match value.0.planned() {
            Err(error) => {
                let message = ValueFacts::InvalidPattern { error: error.to_string(), pattern: text.to_owned() };
                let error = Diagnostic::of(Severity::Error, "PatternTrait", message, span).with_help(error.help);
                found.push(error.with_shape(element.id()));
                continue;
            }
            Ok(Planned { java: Some(java), weaker, .. }) => {
                let (feature, pattern) = (java.what, text.to_owned());
                let message = match weaker {
                    Some(left_out) => ValueFacts::WeakenedJavaPattern { feature, pattern, left_out: left_out.clone() },
                    None => ValueFacts::JavaPattern { feature, pattern },
                };
                let warning = Diagnostic::of(Severity::Warning, "PatternTrait", message, span).with_help(java.help);
                found.push(warning.with_shape(element.id()));
            }
            Ok(_) => {}
        }
        let missing = match (text.starts_with('^'), text.ends_with('$')) {
            (true, true) => continue,
            (false, false) => MissingAnchors::Both,
            (false, true) => MissingAnchors::Start,
            (true, false) => MissingAnchors::End,
        };
        let message = ValueFacts::UnanchoredPattern { missing };
        found.push(Diagnostic::of(Severity::Warning, "PatternTrait", message, span).with_shape(element.id()));
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const LENGTHS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@length(min: -1)
//      ^^^ error: LengthTrait
string S
"#,
            r#"
@length(min: 2, max: 1)
//      ^^^ error: LengthTrait
list L {
    member: String
}
"#,
        ],
        leaves: &[r#"
@length(min: 2, max: 2)
string S
"#],
    };

    pub(super) const RANGES: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@range(min: 1.5)
//          ^^^ error: RangeTrait
integer S
"#,
            r#"
structure S {
    @range(min: 2, max: 1)
//         ^^^ error: RangeTrait
    m: Float
}
"#,
        ],
        leaves: &[r#"
@range(min: 1.5, max: 2)
float S
"#],
    };

    pub(super) const PATTERNS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@pattern("(")
//       ^^^ error: PatternTrait
string S
"#,
            r#"
@pattern("a")
//       ^^^ warning: PatternTrait
string S
"#,
            r#"
@pattern("^a*${2,64}$")
//       ^^^^^^^^^^^^^ warning: PatternTrait
string S
"#,
        ],
        leaves: &[r#"
@pattern("^a$")
string S
"#],
    };
}
