//! `@httpChecksum` (spec: `HttpChecksum::ID)`: it says what is to be checked, and the members that it names can choose it.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Model, Node, Operation, Shape, ShapeType, Trait};
use crate::rule::event;
use crate::traits;
use crate::traits::{Enum, EnumValue, HttpChecksum};
use crate::validate::Rule;
use crate::validate::contained::{ticked, with_trait};
use crate::validate::context::Context;

const TRAIT: &str = HttpChecksum::ID;
const ID: &str = "HttpChecksumTrait";
const PREFIX: &str = "x-amz-checksum-";
const ALGORITHMS: [&str; 10] =
    ["CRC64NVME", "CRC32C", "CRC32", "SHA1", "SHA256", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"];
const MODES: [&str; 1] = ["ENABLED"];

pub(in crate::validate) const CHECKSUMS: Rule = Rule {
    events: &[event!("HttpChecksumTrait", Prefix)],
    check: checksums,
    #[cfg(test)]
    cases: cases::CHECKSUMS,
};

fn checksums(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (shape, value) in with_trait(model, TRAIT) {
        if let Some(operation) = shape.as_operation() {
            Checksum { model, shape, operation, value, found }.check();
        }
    }
}

struct Checksum<'a> {
    model: &'a Model,
    shape: &'a Shape,
    operation: &'a Operation,
    value: &'a Node,
    found: &'a mut Vec<Diagnostic>,
}

impl Checksum<'_> {
    fn error(&mut self, message: String) {
        self.found.push(Diagnostic::error(ID, message, self.value.span).with_shape(&self.shape.id));
    }

    fn check(&mut self) {
        let value = self.value;
        let is_required = value.get("requestChecksumRequired").and_then(Node::as_bool).unwrap_or_default();
        let algorithm = value.get("requestAlgorithmMember").and_then(Node::as_str);
        let mode = value.get("requestValidationModeMember").and_then(Node::as_str);
        let answers = value.get("responseAlgorithms").and_then(Node::as_array).is_some_and(|nodes| !nodes.is_empty());
        let (checks_request, checks_response) = (is_required || algorithm.is_some(), answers || mode.is_some());
        if !checks_request && !checks_response {
            self.error(
                "The `httpChecksum` trait must define at least one of the `request` or `response` checksum behaviors."
                    .to_owned(),
            );
            return;
        }
        let Some(input) = self.model.shape(&self.operation.input) else { return };
        if checks_request {
            if let Some(member) = algorithm {
                self.choice(input, "requestAlgorithmMember", member, &ALGORITHMS);
            }
            self.headers(input);
        }
        if checks_response {
            self.response(input, mode, answers);
        }
    }

    fn response(&mut self, input: &Shape, mode: Option<&str>, answers: bool) {
        let missing = |property: &str| {
            format!(
                "The `httpChecksum` trait must model the `{property}` property to support response checksum behavior."
            )
        };
        match mode {
            Some(member) => self.choice(input, "requestValidationModeMember", member, &MODES),
            None => self.error(missing("requestValidationModeMember")),
        }
        if !answers {
            self.error(missing("responseAlgorithms"));
        }
        let model = self.model;
        let errors: BTreeSet<_> = self.operation.errors.iter().collect();
        for id in std::iter::once(&self.operation.output).chain(errors) {
            if let Some(shape) = model.shape(id) {
                self.headers(shape);
            }
        }
    }

    /// A property that names an input member with which a caller chooses: an enum that has supported values only.
    fn choice(&mut self, input: &Shape, property: &str, member: &str, supported: &[&str]) {
        let targets = format!("The `{property}` property of the `httpChecksum` trait targets a member");
        let Some(member) = input.members.get(member) else {
            self.error(format!("{targets} that does not exist."));
            return;
        };
        let Some(values) = self.model.shape(&member.target).and_then(enum_values) else {
            self.error(format!("{targets} that does not resolve an `enum` trait."));
            return;
        };
        let unsupported: Vec<_> = values.into_iter().filter(|value| !supported.contains(value)).collect();
        if !unsupported.is_empty() {
            let values = ticked(unsupported);
            self.error(format!("{targets} with an `enum` trait that contains unsupported values: {values}"));
        }
    }

    /// Headers of a structure that the checksum's own headers could be taken for.
    fn headers(&mut self, container: &Shape) {
        let name = container.id.name();
        for member in container.members.values() {
            let text = |id: &str| member.trait_value(id).and_then(|node| Some((node, node.as_str()?)));
            if let Some((node, prefix)) = text(traits::HttpPrefixHeaders::ID)
                && PREFIX.starts_with(prefix)
            {
                let prefix = prefix.to_lowercase();
                let message = format!(
                    "The `httpPrefixHeaders` binding of `{name}` uses the prefix `{prefix}` that conflicts with the \
                     prefix `{PREFIX}` used by the `httpChecksum` trait."
                );
                let id = format!("{ID}.HttpPrefixHeaders.{name}.{prefix}");
                let danger = Diagnostic::new(Severity::Danger, id, message, node.span);
                self.found.push(danger.with_shape(&self.shape.id));
            }
            if let Some((node, header)) = text(traits::HttpHeader::ID)
                && header.starts_with(PREFIX)
            {
                let header = header.to_lowercase();
                let message = format!(
                    "The `httpHeader` binding of `{header}` on `{name}` starts with the prefix `{PREFIX}` used by the \
                     `httpChecksum` trait."
                );
                let id = format!("{ID}.HttpHeader.{name}.{header}");
                let warning = Diagnostic::new(Severity::Warning, id, message, node.span);
                self.found.push(warning.with_shape(&self.shape.id));
            }
        }
    }
}

/// The values of an enum shape, or of a string with `@enum`.
fn enum_values(shape: &Shape) -> Option<Vec<&str>> {
    if shape.kind == ShapeType::Enum {
        return Some(
            shape
                .members
                .iter()
                .map(|(name, member)| member.get::<EnumValue>().and_then(EnumValue::as_str).unwrap_or(name))
                .collect(),
        );
    }
    let definitions = shape.node::<Enum>()?.as_array()?;
    Some(definitions.iter().filter_map(|definition| definition.get("value")?.as_str()).collect())
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const CHECKSUMS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["UnstableTrait"])
@aws.protocols#httpChecksum(requestValidationModeMember: "mode")
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: HttpChecksumTrait
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: HttpChecksumTrait
operation Op {
    input := {}
}
"#],
        leaves: &[r#"
@suppress(["UnstableTrait"])
@aws.protocols#httpChecksum(requestChecksumRequired: true)
operation Op {
    input := {}
}
"#],
    };
}
