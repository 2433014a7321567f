//! Semantics of HTTP methods: safe, idempotent, with or without a body.

use super::labels::bound;
use super::{Location, Side, locations};
use crate::diagnostic::{Diagnostic, HttpFacts, Message, Severity, TraitPresence};
use crate::model::{Shape, Trait};
use crate::rule::event;
use crate::traits::{Idempotent, Readonly};
use crate::validate::Rule;
use crate::validate::context::{Context, backticked};

/// Semantics of a method, as traits of its operations.
struct Method {
    name: &'static str,
    /// Whether operations have `@readonly`.
    readonly: bool,
    /// Whether operations have `@idempotent`. `None` if both are possible.
    idempotent: Option<bool>,
    /// Whether requests may have a body.
    has_body: bool,
}

const METHODS: [Method; 8] = [
    Method { name: "GET", readonly: true, idempotent: Some(false), has_body: false },
    Method { name: "HEAD", readonly: true, idempotent: Some(false), has_body: false },
    Method { name: "OPTIONS", readonly: true, idempotent: Some(false), has_body: true },
    Method { name: "TRACE", readonly: true, idempotent: Some(false), has_body: false },
    Method { name: "POST", readonly: false, idempotent: None, has_body: true },
    Method { name: "DELETE", readonly: false, idempotent: Some(true), has_body: false },
    Method { name: "PUT", readonly: false, idempotent: Some(true), has_body: true },
    Method { name: "PATCH", readonly: false, idempotent: None, has_body: true },
];

pub(crate) const SEMANTICS: Rule = Rule {
    events: &[event!("HttpMethodSemantics", Prefix)],
    check: semantics,
    #[cfg(test)]
    cases: cases::SEMANTICS,
};

/// Compares methods with the traits of operations.
fn semantics(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (operation, http, span) in bound(context) {
        let given = &*http.method;
        let known = METHODS.iter().find(|method| method.name.eq_ignore_ascii_case(given));
        let Some(&Method { name: method, readonly, idempotent, has_body }) = known else { continue };
        let mut add = |severity, part: &str, message: Message| {
            let event = if part.is_empty() { String::new() } else { format!(".{part}") };
            let finding = Diagnostic::of(severity, format!("HttpMethodSemantics{event}"), message, span);
            found.push(finding.with_shape(&operation.id));
        };
        if given != method {
            let message = HttpFacts::MethodCase { found: given.to_owned(), expected: method }.into();
            add(Severity::Warning, "", message);
        }
        if method == "OPTIONS" {
            add(Severity::Warning, "OPTIONS", OPTIONS.into());
        }
        for (id, name, wanted) in
            [(Readonly::ID, "Readonly", Some(readonly)), (Idempotent::ID, "Idempotent", idempotent)]
        {
            let is = operation.has_trait(id);
            if wanted.is_some_and(|wanted| wanted != is) {
                let presence = if is { TraitPresence::Unnecessary } else { TraitPresence::Missing };
                let message = HttpFacts::MethodTrait { method, presence, name: name.to_lowercase() }.into();
                add(Severity::Warning, &format!("{presence:?}{name}Trait"), message);
            }
        }
        if !has_body && let Some(message) = body(context, operation, method) {
            add(Severity::Danger, "UnexpectedPayload", message.into());
        }
    }
}

const OPTIONS: &str = "OPTIONS requests are typically used as part of CORS and should not be modeled explicitly. They are an \
                       implementation detail that should not appear in generated client or server code. Instead, tooling \
                       should use the `cors` trait on a service to automatically configure CORS on clients and servers. It \
                       is the responsibility of service frameworks and API gateways to automatically manage OPTIONS \
                       requests. For example, OPTIONS requests are automatically created when using Smithy models with \
                       Amazon API Gateway.";

/// Members of the input that are sent in the body.
fn body(context: &Context<'_>, operation: &Shape, method: &'static str) -> Option<HttpFacts> {
    let input = context.shape(&operation.as_operation()?.input)?;
    let members = locations(input, Side::Request);
    if let Some((member, _)) = members.iter().find(|(_, location)| *location == Location::Payload) {
        return Some(HttpFacts::UnexpectedPayload { method, member: member.name().to_owned() });
    }
    let names: Vec<&str> = members
        .iter()
        .filter(|(_, location)| *location == Location::Document)
        .map(|(member, _)| member.name())
        .collect();
    (!names.is_empty()).then(|| HttpFacts::UnexpectedDocument { method, members: backticked(names) })
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const SEMANTICS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@http(method: "PUT", uri: "/x")
//    ^^^^^^ warning: HttpMethodSemantics.MissingIdempotentTrait
operation Op {}
"#,
            r#"
@readonly
@http(method: "POST", uri: "/x")
//    ^^^^^^ warning: HttpMethodSemantics.UnnecessaryReadonlyTrait
operation Op {}
"#,
        ],
        leaves: &[r#"
@idempotent
@http(method: "DELETE", uri: "/x")
operation Op {}
"#],
    };
}
