//! `@aws.api#service` and signing traits (spec: "AWS Declarative Endpoint Traits", "AWS service"): naming conventions
//! of AWS.

use crate::diagnostic::{AwsFacts, Diagnostic, SdkIdProblem, SdkIdProblems, Severity};
use crate::model::graph::Element;
use crate::model::{Shape, Trait};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{Placed, Service, Sigv4, Sigv4a};
use crate::validate::Rule;
use crate::validate::contained::with;
use crate::validate::context::Context;

const SERVICE: &str = Service::ID;

/// IDs that are older than the conventions.
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
    for (service, Service { sdk_id: Placed { value: id, span }, .. }, _) in with::<Service>(model) {
        if RELEASED_IDS.contains(&&**id) {
            continue;
        }
        let mut problems = Vec::new();
        let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !id.split(' ').all(is_word) || !id.starts_with(|first: char| first.is_ascii_alphabetic()) {
            problems.push(SdkIdProblem::Pattern { pattern: PATTERN });
        }
        if ["AWS", "Amazon", "Aws"].iter().any(|name| id.contains(name)) {
            problems.push(SdkIdProblem::Company {});
        }
        let lower = id.to_lowercase();
        if let Some(ending) = ["service", "client", "api"].into_iter().find(|ending| lower.ends_with(ending)) {
            problems.push(SdkIdProblem::Ending { ending });
        }
        if !(1..=50).contains(&id.chars().count()) {
            problems.push(SdkIdProblem::Length {});
        }
        if !problems.is_empty() {
            let message = AwsFacts::SdkId { id: id.to_string(), problems: SdkIdProblems(problems) };
            found.push(Diagnostic::of(Severity::Danger, "SdkServiceId", message, *span).with_shape(&service.id));
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
    for (service, value, _) in with::<Service>(model) {
        let Some(Placed { value: namespace, span }) = &value.cloud_watch_namespace else { continue };
        let has_prefix = namespace.starts_with("AWS/");
        let name = namespace.replace("AWS/", "");
        let is_pascal = name.starts_with(|first: char| first.is_ascii_uppercase())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if has_prefix && is_pascal {
            continue;
        }
        let namespace = namespace.to_string();
        let message = match (has_prefix, is_pascal) {
            (true, _) => AwsFacts::CloudWatchName { namespace, name },
            (false, true) => AwsFacts::CloudWatchPrefix { namespace },
            (false, false) => AwsFacts::CloudWatchPrefixAndName { namespace, name },
        };
        found.push(Diagnostic::of(Severity::Danger, "CloudWatchNamespace", message, *span).with_shape(&service.id));
    }
}

/// The ARN namespace of a service: explicit, or the name of the shape in lowercase.
pub(super) fn arn_namespace(service: &Shape, value: &Service) -> String {
    value.arn_namespace.as_deref().map_or_else(|| service.id.name().to_lowercase(), str::to_owned)
}

pub(in crate::validate) const EVENT_SOURCE: Rule = Rule {
    events: &[event!("EventSource")],
    check: event_source,
    #[cfg(test)]
    cases: cases::EVENT_SOURCE,
};

fn event_source(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (service, value, _) in with::<Service>(model) {
        // Without a value, the expected one is used.
        let Some(Placed { value: source, span }) = &value.cloud_trail_event_source else { continue };
        let expected = format!("{}.amazonaws.com", arn_namespace(service, value));
        let is_known = expected == "cloudwatch.amazonaws.com" && &**source == "monitoring.amazonaws.com";
        let message = if is_known || **source == expected {
            continue;
        } else if source.contains("REPLACE") || source.to_uppercase() == **source {
            AwsFacts::EventSourcePlaceholder { trait_id: SERVICE, found: source.to_string() }
        } else {
            AwsFacts::EventSource { trait_id: SERVICE, expected, found: source.to_string() }
        };
        found.push(Diagnostic::of(Severity::Warning, "EventSource", message, *span).with_shape(&service.id));
    }
}

/// A name of a service in a trait.
struct Name {
    /// The trait and its member, such as `aws.auth#sigv4$name`.
    part: String,
    value: String,
    span: Span,
}

impl Name {
    fn of<T: Trait>(service: &Shape, member: &str, value: impl Fn(&T) -> String) -> Option<Self> {
        let value = value(service.get::<T>()?);
        let span = Element::Shape(service).place_of::<T>();
        Some(Self { part: format!("{}${member}", T::ID), value, span })
    }
}

pub(in crate::validate) const SIGNING_NAMES: Rule = Rule {
    events: &[event!("SigV4Traits")],
    check: signing_names,
    #[cfg(test)]
    cases: cases::SIGNING_NAMES,
};

/// Checks that the ARN namespace and the signing names of a service are equal.
fn signing_names(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for service in model.own_shapes().filter(|shape| shape.as_service().is_some()) {
        let names = [
            Name::of(service, "arnNamespace", |value: &Service| arn_namespace(service, value)),
            Name::of(service, "name", |value: &Sigv4| value.name.as_ref().to_owned()),
            Name::of(service, "name", |value: &Sigv4a| value.name.as_ref().to_owned()),
        ];
        for (at, first) in names.iter().enumerate() {
            for second in names.iter().skip(at + 1) {
                let (Some(first), Some(second)) = (first, second) else { continue };
                let (Name { part: first, value, span }, Name { part: second, value: other, span: other_span }) =
                    (first, second);
                if value != other {
                    let message = AwsFacts::SigningNames {
                        first: first.clone(),
                        value: value.clone(),
                        second: second.clone(),
                        other: other.clone(),
                    };
                    let warning = Diagnostic::of(Severity::Warning, "SigV4Traits", message, *span);
                    let warning = warning.with_label(*other_span, "the other name is here");
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
