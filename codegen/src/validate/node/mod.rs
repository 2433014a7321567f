//! Validation of node values against shapes: trait values, defaults, examples, parameters of tests (spec: "Node
//! values", "Constraint traits"). Independent of what the value is used for.
//!
//! `constraints` checks constraint traits, `timestamp` the formats of timestamps.

mod constraints;
mod timestamp;

use std::cell::RefCell;

use crate::diagnostic::{Bound, Details, Diagnostic, Message, Scope, Severity, ValueFacts};
use crate::hash::{HashMap, HashSet};
use crate::model::graph::{ElementId, Graph};
use crate::model::{Member, Model, Node, Shape, ShapeId, ShapeType, Traits, Value, prelude};
use crate::nearest::nearest;
use crate::selector::{Budget, Exhausted, Selector};
use crate::source::Span;
use crate::traits::{ClientOptional, DefaultValue, IdRef, Input, Required, Sparse};

/// Validates values against the shapes of one model. Reuse it for many values: it caches selectors.
pub(crate) struct NodeChecker<'g, 'm> {
    graph: &'g Graph<'m>,
    /// Elements that match each selector.
    selections: RefCell<HashMap<String, Result<HashSet<ElementId>, Exhausted>>>,
}

/// Context of a value in findings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject<'s> {
    /// The event ID. Some findings append to it.
    pub(crate) event: &'s str,
    /// The shape or member that findings are about.
    pub(crate) shape: &'s ShapeId,
    /// Start of messages, such as ``Error validating trait `http` ``. May be empty.
    pub(crate) context: &'s str,
    /// The span of findings about values without a source.
    pub(crate) span: Span,
}

/// Strictness of validation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Options {
    /// Format of timestamps.
    pub(crate) timestamps: Timestamps,
    /// Handling of `null` for optional values.
    pub(crate) nulls: Nulls,
    /// Format of blobs.
    pub(crate) blobs: Blobs,
    /// Severity of violations of lengths, ranges and patterns, and of missing required members.
    pub(crate) constraints: Severity,
    /// Severity of a zero that is out of range.
    pub(crate) zero_out_of_range: Severity,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            timestamps: Timestamps::default(),
            nulls: Nulls::default(),
            blobs: Blobs::default(),
            constraints: Severity::Error,
            zero_out_of_range: Severity::Error,
        }
    }
}

/// Format of timestamps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Timestamps {
    /// By `timestampFormat`; without one, a number of seconds or a `date-time` string.
    #[default]
    AsFormatted,
    /// A number of seconds.
    EpochSeconds,
}

/// Treatment of `null` for optional values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Nulls {
    /// An invalid value.
    #[default]
    Refused,
    /// An absent value.
    Allowed,
}

/// Format of blobs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Blobs {
    /// Any string.
    #[default]
    Text,
    /// Base64.
    Base64,
}

impl<'g, 'm> NodeChecker<'g, 'm> {
    /// Creates a validator for the shapes of the graph's model.
    pub(crate) fn new(graph: &'g Graph<'m>) -> Self {
        Self { graph, selections: RefCell::default() }
    }

    /// Validates a value of this shape, and appends findings.
    pub(crate) fn shape(
        &self,
        shape: &Shape,
        value: &Node,
        subject: Subject<'_>,
        options: Options,
        found: &mut Vec<Diagnostic>,
    ) {
        Walk { checker: self, subject, options, path: Vec::new(), found }.shape(shape, value, None);
    }

    /// Validates a value of this member, and appends findings.
    pub(crate) fn member(
        &self,
        container: &Shape,
        member: &Member,
        value: &Node,
        subject: Subject<'_>,
        options: Options,
        found: &mut Vec<Diagnostic>,
    ) {
        Walk { checker: self, subject, options, path: Vec::new(), found }.member(container, member, value);
    }

    fn model(&self) -> &'m Model {
        self.graph.model()
    }

    /// Whether the selector matches the element.
    fn selects(&self, selector: &Selector, element: ElementId) -> Result<bool, Exhausted> {
        if selector.as_str() == "*" {
            return Ok(true);
        }
        let mut selections = self.selections.borrow_mut();
        let picked = selections.entry(selector.as_str().to_owned()).or_insert_with(|| {
            // The order of the values is not that of the model if there are several threads.
            let budget = Budget::shared(self.graph, self.graph.with::<IdRef>().len());
            selector.select(self.graph, &budget).map(|selection| selection.elements.into_iter().collect())
        });
        picked.as_ref().map(|picked: &HashSet<ElementId>| picked.contains(&element)).map_err(|error| *error)
    }
}

/// A step from a value to a nested one.
#[derive(Clone, Copy)]
enum Segment<'n> {
    Key(&'n str),
    MapKey(&'n str),
    Index(usize),
}

/// The validation of one value.
struct Walk<'w, 'n, 'g, 'm> {
    checker: &'w NodeChecker<'g, 'm>,
    subject: Subject<'w>,
    options: Options,
    path: Vec<Segment<'n>>,
    found: &'w mut Vec<Diagnostic>,
}

impl<'n> Walk<'_, 'n, '_, '_> {
    /// Reports a finding.
    fn report(&mut self, severity: Severity, kind: &str, message: impl Into<Message>, node: &Node) {
        let mut path = self.subject.context.to_owned();
        for segment in &self.path {
            if !path.is_empty() {
                path.push('.');
            }
            match segment {
                Segment::Key(key) => path.push_str(key),
                Segment::MapKey(key) => {
                    path.push_str(key);
                    path.push_str(" (map-key)");
                }
                Segment::Index(at) => path.push_str(&at.to_string()),
            }
        }
        let event = self.subject.event;
        let id = if kind.is_empty() { event.to_owned() } else { format!("{event}.{kind}") };
        let span = if node.span.is_some() { node.span } else { self.subject.span };
        let finding = Diagnostic::of(severity, id, message, span).within(&Scope::Value(&path));
        self.found.push(finding.with_shape(self.subject.shape));
    }

    fn error(&mut self, message: impl Into<Message>, node: &Node) {
        self.report(Severity::Error, "", message, node);
    }

    fn inside(&mut self, segment: Segment<'n>, check: impl FnOnce(&mut Self)) {
        self.path.push(segment);
        check(self);
        self.path.pop();
    }

    fn member(&mut self, container: &Shape, member: &Member, value: &'n Node) {
        let may_hold_null = !matches!(container.kind, ShapeType::List | ShapeType::Map | ShapeType::Structure);
        if value.is_null() && !may_hold_null && !is_nullable(container, member) {
            let (shape, shape_type) = (container.id.clone(), container.kind.name());
            let details = Details::NullValue { shape, shape_type, member: member.name().to_owned() };
            return self.report(Severity::Error, "", details, value);
        }
        let Some(target) = self.checker.model().shape(&member.target) else { return };
        self.constraints(&member.id, &member.traits, target, value, Origin::Member);
        if target.kind == ShapeType::Timestamp {
            self.timestamp_member(member, value);
        }
        self.shape(target, value, Some(member));
    }

    /// Validates a value against a shape. `referring` is the member that targets it.
    fn shape(&mut self, shape: &Shape, value: &'n Node, referring: Option<&Member>) {
        if !self.has_type(shape, value) {
            return;
        }
        if shape.kind == ShapeType::Timestamp {
            self.timestamp(shape, value, referring);
        }
        self.constraints(&shape.id, &shape.traits, shape, value, Origin::Target);
        match (shape.kind, &value.value) {
            (ShapeType::List, Value::Array(nodes)) => {
                let Some(member) = shape.members.get("member") else { return };
                for (at, node) in nodes.iter().enumerate() {
                    self.inside(Segment::Index(at), |walk| walk.member(shape, member, node));
                }
            }
            (ShapeType::Map, Value::Object(object)) => self.map(shape, object),
            (ShapeType::Structure, Value::Object(object)) => self.structure(shape, object, value),
            (ShapeType::Union, Value::Object(object)) => self.union(shape, object, value),
            _ => {}
        }
    }

    fn map(&mut self, shape: &Shape, object: &'n crate::model::Object) {
        let (Some(key_member), Some(value_member)) = (shape.members.get("key"), shape.members.get("value")) else {
            return;
        };
        let is_plain = key_member.traits.is_empty()
            && self.checker.model().shape(&key_member.target).is_none_or(|shape| {
                shape.kind == ShapeType::String && (shape.traits.is_empty() || shape.id.as_str() == prelude::STRING)
            });
        for (key, (span, node)) in object {
            if !is_plain {
                self.map_key(shape, key_member, key, *span);
            }
            self.inside(Segment::Key(key), |walk| walk.member(shape, value_member, node));
        }
    }

    fn map_key(&mut self, shape: &Shape, member: &Member, key: &'n str, span: Span) {
        // Keys are not nodes, so a node is created for each.
        let node = Node { value: Value::String(key.into()), span };
        let mut path = self.path.clone();
        path.push(Segment::MapKey(key));
        let (checker, subject, options) = (self.checker, self.subject, self.options);
        Walk { checker, subject, options, path, found: self.found }.member(shape, member, &node);
    }

    fn structure(&mut self, shape: &Shape, object: &'n crate::model::Object, value: &Node) {
        for (key, (span, node)) in object {
            match shape.members.get(&**key) {
                Some(member) => self.inside(Segment::Key(key), |walk| walk.member(shape, member, node)),
                None => self.unknown_member(Severity::Warning, shape, key, *span),
            }
        }
        for member in shape.members.values() {
            if member.has::<Required>() && !object.contains_key(member.name()) {
                let details = Details::MissingMember { shape: shape.id.clone(), member: member.name().to_owned() };
                self.report(self.options.constraints, "", details, value);
            }
        }
    }

    fn union(&mut self, shape: &Shape, object: &'n crate::model::Object, value: &Node) {
        if object.len() > 1 {
            return self.error("union values can contain a value for only a single member", value);
        }
        for (key, (span, node)) in object {
            match shape.members.get(&**key) {
                Some(member) => self.inside(Segment::Key(key), |walk| walk.member(shape, member, node)),
                None => self.unknown_member(Severity::Error, shape, key, *span),
            }
        }
    }

    fn unknown_member(&mut self, severity: Severity, shape: &Shape, name: &str, span: Span) {
        let kind = format!("UnknownMember.{}.{name}", shape.id);
        let near = nearest(name, shape.members.keys().map(|name| &**name)).map(str::to_owned);
        let details = Details::UnknownMember { shape: shape.id.clone(), member: name.to_owned(), near };
        self.report(severity, &kind, details, &Node { value: Value::Null, span });
    }

    /// Whether the value has the type of the shape. Reports it if not.
    fn has_type(&mut self, shape: &Shape, value: &Node) -> bool {
        use ShapeType as T;
        let (fits, expected) = match (shape.kind, &value.value) {
            (T::Document | T::Timestamp, _) => return true,
            (T::Blob | T::String | T::Enum, found) => (matches!(found, Value::String(_)), "string"),
            (T::Boolean, found) => (matches!(found, Value::Bool(_)), "boolean"),
            (T::Byte | T::Short | T::Integer | T::IntEnum | T::Long | T::BigInteger, Value::Number(number)) => {
                return self.natural_number(shape, number, value);
            }
            (T::Float | T::Double, found) => (matches!(found, Value::Number(_) | Value::String(_)), "number"),
            (T::Byte | T::Short | T::Integer | T::IntEnum | T::Long | T::BigInteger | T::BigDecimal, found) => {
                (matches!(found, Value::Number(_)), "number")
            }
            (T::List, found) => (matches!(found, Value::Array(_)), "array"),
            (T::Map | T::Structure | T::Union, found) => (matches!(found, Value::Object(_)), "object"),
            (T::Service | T::Resource | T::Operation, _) => {
                self.error(ValueFacts::ShapeWithoutValues { shape_type: shape.kind.name() }, value);
                return false;
            }
        };
        if fits {
            return true;
        }
        if value.is_null() && self.options.nulls == Nulls::Allowed {
            return false;
        }
        let shown = match &value.value {
            Value::String(text) => Some(text.to_string()),
            Value::Number(number) => Some(number.as_str().to_owned()),
            Value::Bool(value) => Some(value.to_string()),
            _ => None,
        };
        let (id, shape_type, found) = (shape.id.clone(), shape.kind.name(), value.kind());
        let details = Details::NodeType { shape: id, shape_type, expected, found, value: shown };
        self.report(Severity::Error, "", details, value);
        false
    }

    fn natural_number(&mut self, shape: &Shape, number: &crate::model::Number, value: &Node) -> bool {
        let shape_type = shape.kind.name();
        let whole = number.as_i128();
        if number.is_floating_point() {
            let (shape, found) = (shape.id.clone(), number.as_str().to_owned());
            self.report(Severity::Error, "", Details::Fraction { shape, shape_type, found }, value);
            return false;
        }
        let (min, max) = match shape.kind {
            ShapeType::Byte => (i128::from(i8::MIN), i128::from(i8::MAX)),
            ShapeType::Short => (i128::from(i16::MIN), i128::from(i16::MAX)),
            ShapeType::Integer | ShapeType::IntEnum => (i128::from(i32::MIN), i128::from(i32::MAX)),
            ShapeType::Long => (i128::from(i64::MIN), i128::from(i64::MAX)),
            _ => return true,
        };
        let (too_small, too_large) = match whole {
            Some(whole) => (whole < min, whole > max),
            None => (number.as_f64() < 0.0, number.as_f64() > 0.0),
        };
        let (bound, limit) = match (too_small, too_large) {
            (true, _) => (Bound::Min, min),
            (_, true) => (Bound::Max, max),
            _ => return true,
        };
        let (limit, found) = (limit.to_string(), number.as_str().to_owned());
        self.report(Severity::Error, "", Details::Overflow { shape_type, bound, limit, found }, value);
        false
    }

    /// Checks the traits of a shape or member. `target` is the shape, or the target of the member.
    fn constraints(&mut self, id: &ShapeId, traits: &Traits, target: &Shape, value: &Node, origin: Origin) {
        constraints::check(self, id, traits, target, value, origin);
    }
}

/// The shape or member that has a constraint.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Member,
    Target,
}

/// Whether the member is optional for clients (spec: "Optionality").
fn is_nullable(container: &Shape, member: &Member) -> bool {
    match container.kind {
        ShapeType::List | ShapeType::Map => container.has::<Sparse>() && member.name() != "key",
        ShapeType::Structure => {
            if member.has::<ClientOptional>() || container.has::<Input>() {
                return true;
            }
            let has_default = member.get().and_then(DefaultValue::value).is_some();
            !has_default && !member.has::<Required>()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests;
