//! `@aws.api#service` and the signing traits (spec: "AWS Declarative Endpoint Traits", "AWS service"): names follow AWS's conventions.

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Node, Shape, Trait};
use crate::rule::event;
use crate::traits::{Service, Sigv4, Sigv4a};
use crate::validate::Rule;
use crate::validate::contained::with_trait;
use crate::validate::context::Context;

const SERVICE: &str = Service::ID;

/// Ids that were released before the conventions, and keep their names.
const RELEASED_IDS: [&str; 15] = [
    "ACM PCA",
    "ApiGatewayManagementApi",
    "Application Discovery Service",
    "Config Service",
    "Cost and Usage Report Service",
    "Database Migration Service",
    "Directory Service",
    "Elasticsearch Service",
    "IoT 1Click Devices Service",
    "IoTAnalytics",
    "Lex Model Building Service",
    "Lex Runtime Service",
    "Marketplace Entitlement Service",
    "Resource Groups Tagging API",
    "mq",
];

pub(in crate::validate) const SDK_ID: Rule = Rule {
    events: &[event!("SdkServiceId")],
    check: sdk_id,
    #[cfg(test)]
    cases: cases::SDK_ID,
};

fn sdk_id(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    const PATTERN: &str = "^[a-zA-Z][a-zA-Z0-9]*( [a-zA-Z0-9]+)*$";
    let model = context.model;
    for (service, value) in with_trait(model, SERVICE) {
        let Some((node, id)) = value.get("sdkId").and_then(|node| Some((node, node.as_str()?))) else { continue };
        if RELEASED_IDS.contains(&id) {
            continue;
        }
        let mut faults = Vec::new();
        let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !id.split(' ').all(is_word) || !id.starts_with(|first: char| first.is_ascii_alphabetic()) {
            faults.push(format!("Does not match the required pattern `{PATTERN}`"));
        }
        if ["AWS", "Amazon", "Aws"].iter().any(|name| id.contains(name)) {
            faults.push("Must not contain any of the following company names: [`AWS`, `Amazon`, `Aws`]".to_owned());
        }
        let lower = id.to_lowercase();
        if let Some(ending) = ["service", "client", "api"].into_iter().find(|ending| lower.ends_with(ending)) {
            faults.push(format!("Must not case-insensitively end with `{ending}`"));
        }
        if !(1..=50).contains(&id.chars().count()) {
            faults.push("Must be between 1 and 50 characters long.".to_owned());
        }
        if !faults.is_empty() {
            let message = format!("Invalid SDK service ID value, `{id}`: {}", faults.join(";"));
            found.push(Diagnostic::new(Severity::Danger, "SdkServiceId", message, node.span).with_shape(&service.id));
        }
    }
}

pub(in crate::validate) const CLOUDWATCH: Rule = Rule {
    events: &[event!("CloudWatchNamespace")],
    check: cloudwatch,
    #[cfg(test)]
    cases: cases::CLOUDWATCH,
};

fn cloudwatch(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (service, value) in with_trait(model, SERVICE) {
        let node = value.get("cloudWatchNamespace");
        let Some((node, namespace)) = node.and_then(|node| Some((node, node.as_str()?))) else { continue };
        let has_prefix = namespace.starts_with("AWS/");
        let name = namespace.replace("AWS/", "");
        let is_pascal = name.starts_with(|first: char| first.is_ascii_uppercase())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if has_prefix && is_pascal {
            continue;
        }
        let mut message =
            format!("The service's CloudWatch metric namespace `{namespace}` does not follow convention.");
        if !has_prefix {
            message.push_str(" The namespace should start with the `AWS/` prefix.");
        }
        if !is_pascal {
            let fault = format!(" The namespace's service component `{name}` should be PascalCase.");
            message.push_str(&fault);
        }
        found
            .push(Diagnostic::new(Severity::Danger, "CloudWatchNamespace", message, node.span).with_shape(&service.id));
    }
}

/// The namespace of a service's ARNs: given, or the shape's name in lower case.
fn arn_namespace(service: &Shape, value: &Node) -> String {
    let given = value.get("arnNamespace").and_then(Node::as_str).map(str::to_owned);
    given.unwrap_or_else(|| service.id.name().to_lowercase())
}

pub(in crate::validate) const EVENT_SOURCE: Rule = Rule {
    events: &[event!("EventSource")],
    check: event_source,
    #[cfg(test)]
    cases: cases::EVENT_SOURCE,
};

fn event_source(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (service, value) in with_trait(model, SERVICE) {
        let node = value.get("cloudTrailEventSource");
        // Without one, the expected value is what counts.
        let Some((node, source)) = node.and_then(|node| Some((node, node.as_str()?))) else { continue };
        let expected = format!("{}.amazonaws.com", arn_namespace(service, value));
        let is_known = expected == "cloudwatch.amazonaws.com" && source == "monitoring.amazonaws.com";
        let message = if is_known || source == expected {
            continue;
        } else if source.contains("REPLACE") || source.to_uppercase() == source {
            format!("{SERVICE}|cloudTrailEventSource must not use placeholders, but found: {source}")
        } else {
            format!(
                "{SERVICE}|cloudTrailEventSource does not match the expected value. Expected '{expected}', but found \
                 '{source}'."
            )
        };
        found.push(Diagnostic::new(Severity::Warning, "EventSource", message, node.span).with_shape(&service.id));
    }
}

pub(in crate::validate) const SIGNING_NAMES: Rule = Rule {
    events: &[event!("SigV4Traits")],
    check: signing_names,
    #[cfg(test)]
    cases: cases::SIGNING_NAMES,
};

/// The service's ARN namespace and its signing names are one name.
fn signing_names(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for service in model.own_shapes().filter(|shape| shape.as_service().is_some()) {
        let name = |id: &str| Some(service.trait_value(id)?.get("name")?.as_str()?.to_owned());
        let arn = service.trait_value(SERVICE).map(|value| arn_namespace(service, value));
        let names = [
            ("aws.api#service$arnNamespace", arn),
            ("aws.auth#sigv4$name", name(Sigv4::ID)),
            ("aws.auth#sigv4a$name", name(Sigv4a::ID)),
        ];
        for (at, (first, value)) in names.iter().enumerate() {
            for (second, other) in names.iter().skip(at + 1) {
                let (Some(value), Some(other)) = (value, other) else { continue };
                if value != other {
                    let message =
                        format!("Value for `{first}` \"{value}\" and value for `{second}` \"{other}\" SHOULD match.");
                    let span = |id: &str| service.trait_value(id.split('$').next().unwrap_or(id)).map(|node| node.span);
                    let mut warning =
                        Diagnostic::new(Severity::Warning, "SigV4Traits", message, span(first).unwrap_or(service.span));
                    if let Some(span) = span(second) {
                        warning = warning.with_label(span, "the other name stands here");
                    }
                    found.push(warning.with_shape(&service.id));
                }
            }
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const SDK_ID: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.api#service(sdkId: "Amazon Library")
//                      ^^^^^^^^^^^^^^^^ danger: SdkServiceId
service S {}
"#],
        leaves: &[r#"
@aws.api#service(sdkId: "Library")
service S {}
"#],
    };

    pub(super) const CLOUDWATCH: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.api#service(sdkId: "Library", cloudWatchNamespace: "library")
//                                                      ^^^^^^^^^ danger: CloudWatchNamespace
service S {}
"#],
        leaves: &[r#"
@aws.api#service(sdkId: "Library", cloudWatchNamespace: "AWS/Library")
service S {}
"#],
    };

    pub(super) const EVENT_SOURCE: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.api#service(sdkId: "Library", cloudTrailEventSource: "library.example.com")
//                                                        ^^^^^^^^^^^^^^^^^^^^^ warning: EventSource
service S {}
"#],
        leaves: &[r#"
@aws.api#service(sdkId: "Library", arnNamespace: "library", cloudTrailEventSource: "library.amazonaws.com")
service S {}
"#],
    };

    pub(super) const SIGNING_NAMES: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@aws.auth#sigv4(name: "library")
@aws.api#service(sdkId: "Library", arnNamespace: "books")
//               ^^^^^ warning: SigV4Traits
service S {}
"#,
            r#"
@aws.auth#sigv4(name: "library")
//              ^^^^ warning: SigV4Traits
@aws.auth#sigv4a(name: "books")
@auth([aws.auth#sigv4, aws.auth#sigv4a])
service S {}
"#,
        ],
        leaves: &[r#"
@aws.auth#sigv4(name: "library")
@aws.auth#sigv4a(name: "library")
@auth([aws.auth#sigv4, aws.auth#sigv4a])
service S {}
"#],
    };
}
