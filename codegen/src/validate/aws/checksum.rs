//! `@httpChecksum` (spec: "`aws.protocols#httpChecksum` trait"): supported algorithms, and the members that select
//! them.

use std::collections::BTreeSet;

use crate::diagnostic::{AwsFacts, Diagnostic, Message, Severity};
use crate::model::graph::Element;
use crate::model::{Model, Operation, Shape, ShapeType};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{Enum, EnumValue, HttpChecksum, HttpHeader, HttpPrefixHeaders};
use crate::validate::Rule;
use crate::validate::contained::with;
use crate::validate::context::{Context, backticked_all};

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
    for (shape, value, span) in with::<HttpChecksum>(model) {
        if let Some(operation) = shape.as_operation() {
            Checksum { model, shape, operation, value, span, found }.check();
        }
    }
}

struct Checksum<'a> {
    model: &'a Model,
    shape: &'a Shape,
    operation: &'a Operation,
    value: &'a HttpChecksum,
    span: Span,
    found: &'a mut Vec<Diagnostic>,
}

impl Checksum<'_> {
    fn error(&mut self, message: impl Into<Message>) {
        self.found.push(Diagnostic::of(Severity::Error, ID, message, self.span).with_shape(&self.shape.id));
    }

    fn check(&mut self) {
        let value = self.value;
        let algorithm = value.request_algorithm_member.as_deref();
        let checks_request = value.request_checksum_required || algorithm.is_some();
        let checks_response = !value.response_algorithms.is_empty() || value.request_validation_mode_member.is_some();
        if !checks_request && !checks_response {
            self.error(
                "The `httpChecksum` trait must define at least one of the `request` or `response` checksum behaviors.",
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
            self.response(input);
        }
    }

    /// Checks the properties of response checksums, which need each other.
    fn response(&mut self, input: &Shape) {
        let missing = |property: &'static str| AwsFacts::ChecksumProperty { property };
        let value = self.value;
        match value.request_validation_mode_member.as_deref() {
            Some(member) => self.choice(input, "requestValidationModeMember", member, &MODES),
            None => self.error(missing("requestValidationModeMember")),
        }
        if value.response_algorithms.is_empty() {
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

    /// Checks a property that refers to an input member with an algorithm: an enum with supported values only.
    fn choice(&mut self, input: &Shape, property: &'static str, member: &str, supported: &[&str]) {
        let Some(member) = input.members.get(member) else {
            self.error(AwsFacts::ChecksumMember { property });
            return;
        };
        let Some(values) = self.model.shape(&member.target).and_then(enum_values) else {
            self.error(AwsFacts::ChecksumNotAnEnum { property });
            return;
        };
        let unsupported: Vec<_> = values.into_iter().filter(|value| !supported.contains(value)).collect();
        if !unsupported.is_empty() {
            let values = backticked_all(unsupported);
            self.error(AwsFacts::ChecksumValues { property, values });
        }
    }

    /// Reports headers of a structure that conflict with those of checksums.
    fn headers(&mut self, container: &Shape) {
        let name = container.id.name();
        for member in container.members.values() {
            let place = Element::Member(container, member);
            if let Some(prefix) = member.get::<HttpPrefixHeaders>().map(HttpPrefixHeaders::as_str)
                && PREFIX.starts_with(prefix)
            {
                let span = place.place_of::<HttpPrefixHeaders>();
                let prefix = prefix.to_lowercase();
                let message =
                    AwsFacts::ChecksumPrefix { shape: name.to_owned(), prefix: prefix.clone(), reserved: PREFIX };
                let id = format!("{ID}.HttpPrefixHeaders.{name}.{prefix}");
                let danger = Diagnostic::of(Severity::Danger, id, message, span);
                self.found.push(danger.with_shape(&self.shape.id));
            }
            if let Some(header) = member.get::<HttpHeader>().map(HttpHeader::as_str)
                && header.starts_with(PREFIX)
            {
                let span = place.place_of::<HttpHeader>();
                let header = header.to_lowercase();
                let message =
                    AwsFacts::ChecksumHeader { header: header.clone(), shape: name.to_owned(), reserved: PREFIX };
                let id = format!("{ID}.HttpHeader.{name}.{header}");
                let warning = Diagnostic::of(Severity::Warning, id, message, span);
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
    Some(shape.get::<Enum>()?.values().collect())
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
