//! Attributes of elements (spec: "Selectors", attributes, comparators, projections), and message templates.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::parse::Parser;
use super::{Budget, Variables};
use crate::model::graph::{Element, ElementId, Graph};
use crate::model::{Decimal, Node, Shape, Value, prelude};

/// Keys from the outside in.
pub(super) type Path = Vec<String>;

/// A comparator, the values to compare with, and case sensitivity.
#[derive(Clone, Debug)]
pub(super) struct Comparison {
    pub(super) comparator: Comparator,
    pub(super) values: Vec<String>,
    pub(super) case: Case,
}

/// One assertion of a scoped attribute.
#[derive(Clone, Debug)]
pub(super) struct Assertion {
    pub(super) left: Operand,
    pub(super) comparator: Comparator,
    pub(super) right: Vec<Operand>,
    pub(super) case: Case,
}

/// An operand of an assertion.
#[derive(Clone, Debug)]
pub(super) enum Operand {
    /// `@{path}`, a value in the scope.
    Scope(Path),
    /// A literal.
    Text(String),
}

/// Case sensitivity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Sensitive,
    Insensitive,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparator {
    Equal,
    NotEqual,
    StartsWith,
    EndsWith,
    Contains,
    Exists,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    SetEqual,
    SetNotEqual,
    Subset,
    ProperSubset,
}

/// The value of an attribute.
#[derive(Clone, Debug)]
enum Attribute<'g> {
    Empty,
    Text(Cow<'g, str>),
    Node(&'g Node),
    Id(&'g str),
    Service(&'g Shape),
    Traits(ElementId),
    Shape(ElementId),
    Variables,
    Projection(Vec<Attribute<'g>>),
}

/// The object of an attribute.
#[derive(Clone, Copy)]
pub(super) struct Scope<'g, 'm> {
    pub(super) graph: &'g Graph<'m>,
    pub(super) variables: Variables<'g>,
    pub(super) budget: &'g Budget,
}

impl<'g, 'm: 'g> Scope<'g, 'm> {
    /// `[path comparison]`
    pub(super) fn test(self, id: ElementId, path: &[String], comparison: Option<&Comparison>) -> bool {
        if let ([first, name], None) = (path, comparison)
            && first == "trait"
            && !name.starts_with('(')
        {
            return self.trait_node(id, name).is_some();
        }
        let value = self.path(Attribute::Shape(id), path);
        match comparison {
            None => value.is_present(),
            Some(Comparison { comparator, values, case }) => {
                values.iter().any(|text| comparator.compare(self, &value, &Attribute::Text(Cow::Borrowed(text)), *case))
            }
        }
    }

    /// `[@path: assertions]`
    pub(super) fn test_scoped(self, id: ElementId, path: &[String], assertions: &[Assertion]) -> bool {
        let scope = self.path(Attribute::Shape(id), path);
        scope.is_present() && scope.flat().into_iter().any(|scope| assertions.iter().all(|a| self.holds(scope, a)))
    }

    fn holds(self, scope: &Attribute<'g>, assertion: &Assertion) -> bool {
        let left = self.operand(scope, &assertion.left);
        let mut right = assertion.right.iter().map(|operand| self.operand(scope, operand));
        right.any(|right| assertion.comparator.compare(self, &left, &right, assertion.case))
    }

    fn operand(self, scope: &Attribute<'g>, operand: &Operand) -> Attribute<'g> {
        match operand {
            Operand::Scope(path) => self.path(scope.clone(), path),
            Operand::Text(text) => Attribute::Text(Cow::Owned(text.clone())),
        }
    }

    fn path(self, start: Attribute<'g>, path: &[String]) -> Attribute<'g> {
        let mut value = start;
        for key in path {
            // Without values, a projection still is a set.
            if !value.is_present() && !matches!(value, Attribute::Projection(_)) {
                return Attribute::Empty;
            }
            value = self.property(&value, key);
            if let Attribute::Projection(values) = &value {
                self.budget.take(values.len());
            }
        }
        value
    }

    /// Relative trait names refer to `smithy.api`.
    fn trait_node(self, id: ElementId, name: &str) -> Option<&'g Node> {
        let graph: &'g Graph<'m> = self.graph;
        graph.visible_trait(id, &prelude::absolute(name))
    }

    fn property(self, value: &Attribute<'g>, key: &str) -> Attribute<'g> {
        match value {
            Attribute::Empty => Attribute::Empty,
            Attribute::Text(text) => {
                if key == "(length)" {
                    length(text.chars().count())
                } else {
                    Attribute::Empty
                }
            }
            Attribute::Node(node) => node_property(node, key),
            Attribute::Id(id) => id_property(id, key),
            Attribute::Service(shape) => match key {
                "id" => Attribute::Id(shape.id.as_str()),
                "version" => {
                    shape.as_service().map_or(Attribute::Empty, |body| Attribute::Text(Cow::Borrowed(&body.version)))
                }
                _ => Attribute::Empty,
            },
            Attribute::Traits(id) => self.traits_property(*id, key),
            Attribute::Shape(id) => self.shape_property(*id, key),
            Attribute::Variables => {
                let set = self.variables.get(key).unwrap_or_default();
                Attribute::Projection(set.iter().map(|id| Attribute::Shape(*id)).collect())
            }
            Attribute::Projection(values) if key == "(first)" => {
                values.iter().flat_map(Attribute::flat).next().cloned().unwrap_or(Attribute::Empty)
            }
            Attribute::Projection(values) => {
                let all = values.iter().map(|value| self.property(value, key));
                Attribute::Projection(all.filter(Attribute::is_present).collect())
            }
        }
    }

    fn shape_property(self, id: ElementId, key: &str) -> Attribute<'g> {
        let element: Element<'g> = self.graph.element(id);
        match key {
            "id" => Attribute::Id(element.id().as_str()),
            "trait" => Attribute::Traits(id),
            "var" => Attribute::Variables,
            "service" => match element.as_shape() {
                Some(shape) if shape.as_service().is_some() => Attribute::Service(shape),
                _ => Attribute::Empty,
            },
            _ => Attribute::Empty,
        }
    }

    fn traits_property(self, id: ElementId, key: &str) -> Attribute<'g> {
        let traits = self.graph.element(id).traits();
        match key {
            "(keys)" => Attribute::Projection(traits.keys().map(|id| Attribute::Id(id.as_str())).collect()),
            "(values)" => Attribute::Projection(traits.values().map(Attribute::Node).collect()),
            "(length)" => length(traits.len()),
            name => self.trait_node(id, name).map_or(Attribute::Empty, Attribute::Node),
        }
    }

    fn text(self, value: &Attribute<'g>) -> Cow<'g, str> {
        match value {
            Attribute::Text(text) => text.clone(),
            Attribute::Id(id) => Cow::Borrowed(id),
            Attribute::Service(shape) => Cow::Borrowed(shape.id.as_str()),
            Attribute::Shape(id) => {
                let element: Element<'g> = self.graph.element(*id);
                Cow::Borrowed(element.id().as_str())
            }
            Attribute::Node(node) => match &node.value {
                Value::String(text) => Cow::Borrowed(text),
                Value::Number(number) => Cow::Borrowed(number.as_str()),
                Value::Bool(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
                Value::Null | Value::Array(_) | Value::Object(_) => Cow::Borrowed(""),
            },
            Attribute::Empty | Attribute::Traits(_) | Attribute::Variables | Attribute::Projection(_) => {
                Cow::Borrowed("")
            }
        }
    }

    /// The text in messages: nodes as JSON, projections as a sorted list.
    fn shown(self, value: &Attribute<'g>) -> Cow<'g, str> {
        match value {
            Attribute::Node(node) => Cow::Owned(node.to_json()),
            Attribute::Projection(_) => {
                let mut all: Vec<_> = value.flat().into_iter().map(|value| self.shown(value)).collect();
                all.sort();
                Cow::Owned(format!("[{}]", all.join(", ")))
            }
            other => self.text(other),
        }
    }
}

fn length<'g>(count: usize) -> Attribute<'g> {
    Attribute::Text(Cow::Owned(count.to_string()))
}

fn node_property<'g>(node: &'g Node, key: &str) -> Attribute<'g> {
    match (&node.value, key) {
        (Value::Object(object), "(keys)") => {
            Attribute::Projection(object.keys().map(|key| Attribute::Text(Cow::Borrowed(key))).collect())
        }
        (Value::Object(object), "(values)") => {
            Attribute::Projection(object.values().map(|(_, node)| Attribute::Node(node)).collect())
        }
        (Value::Object(object), "(length)") => length(object.len()),
        (Value::Object(object), key) => object.get(key).map_or(Attribute::Empty, |(_, node)| Attribute::Node(node)),
        (Value::Array(nodes), "(values)") => Attribute::Projection(nodes.iter().map(Attribute::Node).collect()),
        (Value::Array(nodes), "(length)") => length(nodes.len()),
        (Value::String(text), "(length)") => length(text.chars().count()),
        _ => Attribute::Empty,
    }
}

fn id_property<'g>(id: &'g str, key: &str) -> Attribute<'g> {
    let (namespace, rest) = id.split_once('#').unwrap_or(("", id));
    let (name, member) = rest.split_once('$').map_or((rest, None), |(name, member)| (name, Some(member)));
    match key {
        "namespace" => Attribute::Text(Cow::Borrowed(namespace)),
        "name" => Attribute::Text(Cow::Borrowed(name)),
        "member" => member.map_or(Attribute::Empty, |member| Attribute::Text(Cow::Borrowed(member))),
        "(length)" => length(id.chars().count()),
        _ => Attribute::Empty,
    }
}

impl<'g> Attribute<'g> {
    fn is_present(&self) -> bool {
        match self {
            Self::Empty => false,
            Self::Node(node) => !node.is_null(),
            Self::Projection(values) => !values.is_empty(),
            _ => true,
        }
    }

    fn is_number(&self) -> bool {
        matches!(self, Self::Node(node) if node.as_number().is_some())
    }

    /// The value itself, or the values of a projection, recursively.
    fn flat(&self) -> Vec<&Attribute<'g>> {
        match self {
            Self::Projection(values) => values.iter().flat_map(Self::flat).collect(),
            other => vec![other],
        }
    }
}

impl Comparator {
    /// Whether it compares projections, which only scoped attributes can do.
    pub(super) fn compares_sets(self) -> bool {
        matches!(self, Self::SetEqual | Self::SetNotEqual | Self::Subset | Self::ProperSubset)
    }

    fn compare<'g, 'm: 'g>(
        self,
        scope: Scope<'g, 'm>,
        left: &Attribute<'g>,
        right: &Attribute<'g>,
        case: Case,
    ) -> bool {
        match self {
            Self::Exists => match &*scope.text(right) {
                "true" => left.is_present(),
                "false" => !left.is_present(),
                _ => false,
            },
            Self::SetEqual => both_subsets(scope, left, right, case),
            Self::SetNotEqual => !both_subsets(scope, left, right, case),
            Self::Subset => subset(scope, left, right, case),
            Self::ProperSubset => subset(scope, left, right, case) && !subset(scope, right, left, case),
            _ => {
                let right = right.flat();
                left.flat().into_iter().any(|left| right.iter().any(|right| self.single(scope, left, right, case)))
            }
        }
    }

    /// Compares two values that are not projections.
    fn single<'g, 'm: 'g>(self, scope: Scope<'g, 'm>, left: &Attribute<'g>, right: &Attribute<'g>, case: Case) -> bool {
        if !scope.budget.take(1) || !left.is_present() || !right.is_present() {
            return false;
        }
        let is_number = left.is_number() || right.is_number();
        let (mut left, mut right) = (scope.text(left), scope.text(right));
        if case == Case::Insensitive {
            left = Cow::Owned(left.to_lowercase());
            right = Cow::Owned(right.to_lowercase());
        }
        let is_equal = || left == right || (is_number && compare_numbers(&left, &right).is_some_and(Ordering::is_eq));
        match self {
            Self::Equal => is_equal(),
            Self::NotEqual => !is_equal(),
            Self::StartsWith => left.starts_with(&*right),
            Self::EndsWith => left.ends_with(&*right),
            Self::Contains => left.contains(&*right),
            Self::Greater => compare_numbers(&left, &right).is_some_and(Ordering::is_gt),
            Self::GreaterOrEqual => compare_numbers(&left, &right).is_some_and(Ordering::is_ge),
            Self::Less => compare_numbers(&left, &right).is_some_and(Ordering::is_lt),
            Self::LessOrEqual => compare_numbers(&left, &right).is_some_and(Ordering::is_le),
            Self::Exists | Self::SetEqual | Self::SetNotEqual | Self::Subset | Self::ProperSubset => false,
        }
    }
}

fn both_subsets<'g, 'm: 'g>(scope: Scope<'g, 'm>, left: &Attribute<'g>, right: &Attribute<'g>, case: Case) -> bool {
    subset(scope, left, right, case) && subset(scope, right, left, case)
}

/// Whether both are projections, and the right one contains all values of the left one.
fn subset<'g, 'm: 'g>(scope: Scope<'g, 'm>, left: &Attribute<'g>, right: &Attribute<'g>, case: Case) -> bool {
    let (Attribute::Projection(_), Attribute::Projection(_)) = (left, right) else { return false };
    let right = right.flat();
    left.flat().iter().all(|left| right.iter().any(|right| Comparator::Equal.single(scope, left, right, case)))
}

/// Compares two texts as numbers.
fn compare_numbers(left: &str, right: &str) -> Option<Ordering> {
    Some(Decimal::parse(left)?.cmp(&Decimal::parse(right)?))
}

/// Text with placeholders `@{path}` for attributes of a match (spec: "`EmitEachSelector`", message templates). `@@` is
/// an `@`.
#[derive(Clone, Debug)]
pub struct Template(Vec<Piece>);

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    Path(Path),
}

impl Template {
    /// Parses a template.
    ///
    /// # Errors
    /// A `@{` is not followed by a path and `}`.
    pub fn parse(text: &str) -> Result<Self, super::SelectorError> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut parser = Parser::new(text);
        while let Some(character) = parser.peek() {
            if character != '@' {
                plain.push(character);
                parser.skip();
                continue;
            }
            match parser.peek_second() {
                Some('@') => {
                    plain.push('@');
                    parser.skip();
                    parser.skip();
                }
                _ => {
                    pieces.push(Piece::Text(std::mem::take(&mut plain)));
                    pieces.push(Piece::Path(parser.scoped_path()?));
                }
            }
        }
        pieces.push(Piece::Text(plain));
        Ok(Self(pieces))
    }

    /// The text for one match.
    pub fn fill(&self, graph: &Graph<'_>, id: ElementId, variables: Variables<'_>, budget: &Budget) -> String {
        let scope = Scope { graph, variables, budget };
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Text(text) => Cow::Borrowed(text.as_str()),
            Piece::Path(path) => scope.shown(&scope.path(Attribute::Shape(id), path)),
        });
        pieces.collect()
    }
}
