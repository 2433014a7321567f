//! Operations: inputs and outputs, and traits of operations (spec: "Operation").

use std::collections::BTreeSet;

use super::context::{Applied, Context, backticked, listed};
use crate::diagnostic::{Diagnostic, Message, OperationFacts, Severity};
use crate::model::graph::{Element, Relation};
use crate::model::{Shape, ShapeId, Trait, prelude};
use crate::rule::event;
use crate::traits;
use crate::traits::{DefaultValue, Idempotent, RequestCompression, RequiresLength, Streaming};
use crate::validate::Rule;

pub(super) const INPUT_OUTPUT: Rule = Rule {
    events: &[event!("OperationInputOutputMisuse"), event!("OperationInputOutputName", Prefix)],
    check: input_output,
    #[cfg(test)]
    cases: cases::INPUT_OUTPUT,
};

/// Checks that structures with `@input` or `@output` belong to one operation and have its name.
fn input_output(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (id, name, opposite) in
        [(traits::Input::ID, "input", Relation::Output), (traits::Output::ID, "output", Relation::Input)]
    {
        for (at, element, _) in context.with_trait(id) {
            let Element::Shape(shape) = element else { continue };
            let mut users: BTreeSet<&str> = BTreeSet::new();
            for edge in context.graph.reverse_neighbors(at) {
                let from = context.graph.element(edge.to);
                match edge.relation {
                    relation if relation == opposite => {
                        let used = if name == "input" { "output" } else { "input" };
                        let message = OperationFacts::UsedAs { used, marked: name, shape: shape.id.clone() };
                        found.push(misuse(message, from).with_label(shape.span, "marked here"));
                    }
                    Relation::Input | Relation::Output => {
                        users.insert(from.id().as_str());
                        if !shape.id.name().starts_with(from.id().name()) {
                            found.push(misnamed(name, from, shape));
                        }
                    }
                    Relation::Target => {
                        let message = OperationFacts::UsedInMember { marked: name, shape: shape.id.clone() };
                        found.push(misuse(message, from).with_label(shape.span, "marked here"));
                    }
                    _ => {}
                }
            }
            if users.len() > 1 {
                let message = OperationFacts::UsedOften { marked: name, operations: backticked(&users) };
                let mut error = misuse(message, element);
                for user in users.iter().filter_map(|id| context.model.shape_named(id)) {
                    error = error.with_label(user.span, "used here");
                }
                found.push(error);
            }
        }
    }
}

fn misuse(message: OperationFacts, at: Element<'_>) -> Diagnostic {
    Diagnostic::of(Severity::Error, "OperationInputOutputMisuse", message, at.span()).with_shape(at.id())
}

fn misnamed(name: &'static str, operation: Element<'_>, shape: &Shape) -> Diagnostic {
    let message = OperationFacts::InputOutputName {
        marked: name,
        operation: operation.id().name().to_owned(),
        shape: shape.id.clone(),
    };
    let event = format!("OperationInputOutputName.{name}");
    let warning = Diagnostic::of(Severity::Warning, event, message, operation.span());
    warning.with_shape(operation.id()).with_label(shape.span, "it is named here")
}

pub(super) const AMBIGUOUS_NAMES: Rule = Rule {
    events: &[event!("OperationNameAmbiguity")],
    check: ambiguous_names,
    #[cfg(test)]
    cases: cases::AMBIGUOUS_NAMES,
};

/// Reports shapes with the default name of an operation's input or output that the operation does not use.
fn ambiguous_names(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for shape in context.model.iter() {
        let (operation, Some(body)) = (&shape.id, shape.as_operation()) else { continue };
        for (name, id, suffixes) in
            [("input", &body.input, ["Input", "Request"]), ("output", &body.output, ["Output", "Response"])]
        {
            for suffix in suffixes {
                let Some(shape) = context.model.shape_named(&format!("{operation}{suffix}")) else { continue };
                if shape.id == *id {
                    continue;
                }
                let message =
                    OperationFacts::AmbiguousName { role: name, operation: operation.clone(), target: id.clone() };
                let warning = Diagnostic::of(Severity::Warning, "OperationNameAmbiguity", message, shape.span);
                found.push(warning.with_shape(&shape.id));
            }
        }
    }
}

pub(super) const IDEMPOTENT: Rule = Rule {
    events: &[event!("IdempotentTrait")],
    check: idempotent,
    #[cfg(test)]
    cases: cases::IDEMPOTENT,
};

/// Checks that `@idempotent` refers to errors of the operation, of one kind.
fn idempotent(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value, span, .. } in context.with::<Idempotent>() {
        let Some(body) = element.as_shape().and_then(Shape::as_operation) else { continue };
        let mut wrong = |message: Message| {
            found.push(Diagnostic::of(Severity::Error, "IdempotentTrait", message, span).with_shape(element.id()));
        };
        if !value.exists.is_empty() && !value.not_found.is_empty() {
            let message = "The `exists` and `notFound` properties of the `@idempotent` trait are mutually exclusive. Only \
                           one may be specified.";
            wrong(message.into());
        }
        for (key, errors) in [("exists", &value.exists), ("notFound", &value.not_found)] {
            for error in errors {
                if !body.errors.iter().any(|id| id.as_str() == &**error) {
                    wrong(
                        OperationFacts::IdempotentError {
                            key,
                            error: error.to_string(),
                            known: backticked(body.errors.iter().map(ShapeId::as_str)),
                        }
                        .into(),
                    );
                }
            }
        }
    }
}

/// Encodings that `@requestCompression` supports. Case does not matter.
const ENCODINGS: [&str; 1] = ["gzip"];

pub(super) const COMPRESSION: Rule = Rule {
    events: &[event!("RequestCompressionTrait")],
    check: compression,
    #[cfg(test)]
    cases: cases::COMPRESSION,
};

/// Checks that `@requestCompression` has supported encodings, and a body that does not require its length.
fn compression(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value, span, .. } in context.with::<RequestCompression>() {
        let Some(body) = element.as_shape().and_then(Shape::as_operation) else { continue };
        let id = element.id();
        let mut wrong = |message: Message| {
            found.push(Diagnostic::of(Severity::Error, "RequestCompressionTrait", message, span).with_shape(id));
        };
        let encodings = value.encodings.iter().map(|name| &**name);
        let unknown: Vec<&str> =
            encodings.filter(|name| !ENCODINGS.iter().any(|known| known.eq_ignore_ascii_case(name))).collect();
        if value.encodings.is_empty() {
            wrong(OperationFacts::NoEncoding { operation: id.clone() }.into());
        }
        if !unknown.is_empty() {
            wrong(OperationFacts::UnknownEncodings { operation: id.clone(), encodings: backticked(unknown) }.into());
        }
        if body.input.as_str() == prelude::UNIT {
            let message =
                "The `requestCompression` trait can only be applied to operations which have an input shape defined";
            wrong(message.into());
        }
        let input = context.shape(&body.input);
        for member in input.into_iter().flat_map(|input| input.members.values()) {
            let target = context.shape(&member.target);
            let both = [Streaming::ID, RequiresLength::ID];
            if target.is_some_and(|target| both.iter().all(|id| target.has_trait(id))) {
                wrong(
                    OperationFacts::CompressedStream { member: member.id.clone(), target: member.target.clone() }
                        .into(),
                );
            }
        }
    }
}

pub(super) const UPDATES: Rule = Rule {
    events: &[event!("DefaultValueInUpdate")],
    check: updates,
    #[cfg(test)]
    cases: cases::UPDATES,
};

/// Reports update operations that cannot distinguish an absent member from its default.
fn updates(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut updates: BTreeSet<&str> = BTreeSet::new();
    updates.extend(context.resources().filter_map(|(_, _, resource)| resource.update.as_ref()).map(ShapeId::as_str));
    for operation in context.model.iter().filter(|shape| shape.as_operation().is_some()) {
        let name = operation.id.name().to_ascii_lowercase();
        if name.starts_with("update") || name.starts_with("patch") {
            updates.insert(operation.id.as_str());
        }
    }
    for operation in updates.into_iter().filter_map(|id| context.model.shape_named(id)) {
        let Some(input) = operation.as_operation().and_then(|body| context.shape(&body.input)) else { continue };
        let members = input.members.values().filter(|member| member.has::<DefaultValue>());
        let names: BTreeSet<&str> = members.map(crate::model::Member::name).collect();
        if !names.is_empty() {
            let message = OperationFacts::UpdateDefaults { members: listed(names) };
            let warning = Diagnostic::of(Severity::Warning, "DefaultValueInUpdate", message, operation.span);
            found.push(warning.with_shape(&operation.id).with_label(input.span, "this is the input"));
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const INPUT_OUTPUT: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
operation Op {
//        ^^ error: OperationInputOutputMisuse
    input: Made
}
@output
structure Made {}
"#,
            r#"
operation Op {
//        ^^ warning: OperationInputOutputName.output
    output: Made
}
@output
structure Made {}
"#,
        ],
        leaves: &[r#"
operation Op {
    input: OpInput
    output: OpOutput
}
@input
structure OpInput {}
@output
structure OpOutput {}
"#],
    };

    pub(super) const AMBIGUOUS_NAMES: Cases = Cases {
        file: file!(),
        finds: &[r#"
operation Op {}
structure OpRequest {}
//        ^^^^^^^^^ warning: OperationNameAmbiguity
"#],
        leaves: &[r#"
operation Op {}
structure OpDetails {}
"#],
    };

    pub(super) const IDEMPOTENT: Cases = Cases {
        file: file!(),
        finds: &[r#"
@idempotent(exists: [Conflict], notFound: [Missing])
//          ^^^^^^ error: IdempotentTrait
operation Op {
    errors: [Conflict, Missing]
}
@error("client")
structure Conflict {}
@error("client")
structure Missing {}
"#],
        leaves: &[r#"
@idempotent(notFound: [Missing])
operation Op {
    errors: [Missing]
}
@error("client")
structure Missing {}
"#],
    };

    pub(super) const COMPRESSION: Cases = Cases {
        file: file!(),
        finds: &[r#"
@requestCompression(encodings: [])
//                  ^^^^^^^^^ error: RequestCompressionTrait
operation Op {
    input := {}
}
"#],
        leaves: &[
            r#"
@requestCompression(encodings: ["gzip"])
operation Op {
    input := {}
}
"#,
            r#"
@requestCompression(encodings: ["GZip"])
operation Op {
    input := {}
}
"#,
        ],
    };

    pub(super) const UPDATES: Cases = Cases {
        file: file!(),
        finds: &[r#"
resource R {
    identifiers: { id: String }
    properties: { note: Note }
    update: Change
}
operation Change {
//        ^^^^^^ warning: DefaultValueInUpdate
    input := {
        @required
        id: String
        note: Note = ""
    }
}
string Note
"#],
        leaves: &[r#"
resource R {
    identifiers: { id: String }
    properties: { note: Note }
    create: Make
}
operation Make {
    input := {
        note: Note = ""
    }
}
string Note
"#],
    };
}
