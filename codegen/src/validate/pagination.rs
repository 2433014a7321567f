//! `@paginated`: existence and types of its members (spec: "Pagination").

use super::context::{Applied, Context};
use crate::diagnostic::{
    Details, Diagnostic, HelpFacts, LabelFacts, Message, Obligation, OperationFacts, Scope, Severity, Unknown,
};
use crate::model::graph::Element;
use crate::model::{Member, Shape, ShapeId, ShapeType};
use crate::nearest::nearest;
use crate::rule::event;
use crate::source::Span;
use crate::traits::{Paginated, Required};
use crate::validate::Rule;

/// A property of the trait.
struct Property {
    name: &'static str,
    side: Side,
    need: Need,
    types: &'static [ShapeType],
    /// Types that are allowed but not recommended.
    discouraged: &'static [ShapeType],
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Input,
    Output,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// Required on the operation or its service, and refers to an optional member.
    Token,
    /// Optional.
    Optional,
}

const TOKENS: &[ShapeType] = &[ShapeType::Map, ShapeType::String];
const PROPERTIES: [Property; 4] = [
    Property {
        name: "inputToken",
        side: Side::Input,
        need: Need::Token,
        types: TOKENS,
        discouraged: &[ShapeType::Map],
    },
    Property {
        name: "pageSize",
        side: Side::Input,
        need: Need::Optional,
        types: &[ShapeType::Byte, ShapeType::Integer, ShapeType::Long, ShapeType::Short],
        discouraged: &[ShapeType::Byte, ShapeType::Long, ShapeType::Short],
    },
    Property {
        name: "outputToken",
        side: Side::Output,
        need: Need::Token,
        types: TOKENS,
        discouraged: &[ShapeType::Map],
    },
    Property {
        name: "items",
        side: Side::Output,
        need: Need::Optional,
        types: &[ShapeType::List, ShapeType::Map],
        discouraged: &[],
    },
];

pub(super) const RULE: Rule = Rule {
    events: &[event!("PaginatedTrait", Prefix)],
    check,
    #[cfg(test)]
    cases: cases::RULE,
};

fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { id, element, value: pages, span } in context.with::<Paginated>() {
        let Element::Shape(operation) = element else { continue };
        if operation.as_operation().is_none() {
            continue;
        }
        let before = found.len();
        let mut check = Check { context, operation, whole: span, span, service: None, found };
        for property in &PROPERTIES {
            if let Some(path) = pages.part(property.name) {
                check.path(property, path);
            }
        }
        if check.found.len() > before {
            continue;
        }
        for closure in context.closures().iter().filter(|closure| closure.operations.binary_search(&id).is_ok()) {
            let service = closure.shape.get::<Paginated>();
            check.service = Some(&closure.shape.id);
            for property in &PROPERTIES {
                match pages.part(property.name).or_else(|| service?.part(property.name)) {
                    Some(path) => check.path(property, path),
                    None if property.need == Need::Token => {
                        check.span = check.whole;
                        let message = OperationFacts::PageProperty { name: property.name };
                        let error = check.finding(Severity::Error, "", message);
                        let help = HelpFacts::AddPageProperty { property: property.name };
                        check.found.push(error.with_help(help));
                    }
                    None => {}
                }
            }
        }
    }
}

struct Check<'c, 'm> {
    context: &'c Context<'m>,
    operation: &'m Shape,
    /// The value of the trait.
    whole: Span,
    /// The property that is checked, or the value.
    span: Span,
    /// The service, if the operation is checked as a part of one.
    service: Option<&'c ShapeId>,
    found: &'c mut Vec<Diagnostic>,
}

impl<'m> Check<'_, 'm> {
    fn finding(&self, severity: Severity, part: &str, message: impl Into<Message>) -> Diagnostic {
        let event = if part.is_empty() { "PaginatedTrait".to_owned() } else { format!("PaginatedTrait.{part}") };
        let finding = Diagnostic::of(severity, event, message, self.span).with_shape(&self.operation.id);
        match self.service {
            Some(service) => finding.within(&Scope::Service(service)),
            None => finding,
        }
    }

    fn add(&mut self, severity: Severity, part: &str, message: OperationFacts, member: &Member) {
        let finding = self.finding(severity, part, message).with_label(member.span, "the member is here");
        self.found.push(finding);
    }

    fn path(&mut self, property: &Property, path: &str) {
        let name = property.name;
        let stated = self.operation.node::<Paginated>().and_then(|node| node.get(name)).map(|node| node.span);
        self.span = stated.filter(|span| span.is_some()).unwrap_or(self.whole);
        if property.side == Side::Input && path.contains('.') {
            let message = OperationFacts::PagePath { name };
            let error = self.finding(Severity::Error, "", message);
            self.found.push(error);
            return;
        }
        let Some(body) = self.operation.as_operation() else { return };
        let start = if property.side == Side::Input { &body.input } else { &body.output };
        let member = match self.resolve(start, path) {
            Ok(member) => member,
            Err((structure, missing)) => {
                let names = structure.into_iter().flat_map(|structure| structure.members.keys().map(|name| &**name));
                let details = Details::unknown(Unknown::PageMember, path, name, nearest(missing, names));
                let mut error = self.finding(Severity::Error, "", details);
                if let Some(structure) = structure {
                    error = error.with_label(structure.span, LabelFacts::MissingMember { member: missing.to_owned() });
                }
                self.found.push(error);
                return;
            }
        };
        self.member(property, member);
        if property.side == Side::Output && path.split('.').count() > 2 {
            let message = OperationFacts::PagePathLength { name };
            self.add(Severity::Warning, &format!("DeeplyNested.{name}"), message, member);
        }
    }

    fn member(&mut self, property: &Property, member: &Member) {
        let (name, at) = (property.name, member.name());
        if member.has::<Required>() {
            let (severity, part, obligation) = match (property.need, property.side) {
                (Need::Token, Side::Input) => (Severity::Error, "", Obligation::Must),
                (Need::Token, Side::Output) => {
                    (Severity::Danger, "ShouldNotBeRequired.outputToken", Obligation::Should)
                }
                (Need::Optional, Side::Input) => {
                    (Severity::Warning, "ShouldNotBeRequired.pageSize", Obligation::Should)
                }
                (Need::Optional, Side::Output) => (Severity::Suppressed, "", Obligation::Should),
            };
            if severity != Severity::Suppressed {
                let message = OperationFacts::PageRequired { name, member: at.to_owned(), obligation };
                self.add(severity, part, message, member);
            }
        }
        let Some(target) = self.context.shape(&member.target) else { return };
        let kind = match target.kind {
            ShapeType::Enum => ShapeType::String,
            ShapeType::IntEnum => ShapeType::Integer,
            other => other,
        };
        let backticked =
            |types: &mut dyn Iterator<Item = &ShapeType>| super::context::backticked(types.map(|kind| kind.name()));
        if !property.types.contains(&kind) {
            let message = OperationFacts::PageType {
                name,
                member: at.to_owned(),
                found: target.kind.name(),
                expected: backticked(&mut property.types.iter()),
            };
            self.add(Severity::Error, "", message, member);
        } else if property.discouraged.contains(&kind) {
            let message = OperationFacts::PageTypeNotRecommended {
                name,
                member: at.to_owned(),
                found: target.kind.name(),
                expected: backticked(&mut property.types.iter().filter(|kind| !property.discouraged.contains(kind))),
            };
            self.add(Severity::Danger, &format!("WrongShapeType.{name}"), message, member);
        }
    }

    /// The member at the end of a path, or the structure that lacks the next member.
    fn resolve<'p>(&self, start: &ShapeId, path: &'p str) -> Result<&'m Member, (Option<&'m Shape>, &'p str)> {
        let mut shape = self.context.model.shape(start);
        let mut found = None;
        for name in path.split('.') {
            let member = shape.and_then(|shape| shape.members.get(name)).ok_or((shape, name))?;
            shape = self.context.model.shape(&member.target);
            found = Some(member);
        }
        found.ok_or((shape, path))
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const RULE: Cases = Cases {
        file: file!(),
        finds: &[r#"
@paginated(inputToken: "token", outputToken: "token", pageSize: "size")
//                                                              ^^^^^^ error: PaginatedTrait
operation Op {
    input := {
        token: String
        size: String
    }
    output := {
        token: String
    }
}
"#],
        leaves: &[r#"
@paginated(inputToken: "token", outputToken: "token", pageSize: "size", items: "all")
operation Op {
    input := {
        token: String
        size: Integer
    }
    output := {
        token: String
        all: All
    }
}
list All {
    member: String
}
"#],
    };
}
