//! Special cases of standard endpoints (spec: "AWS Declarative Endpoint Traits").

use crate::diagnostic::{CloudFacts, Diagnostic, List, Severity};
use crate::endpoint_rules::is_url;
use crate::model::Object;
use crate::rule::event;
use crate::traits::ids::endpoints::{PARTITIONAL, REGIONAL};
use crate::validate::Rule;
use crate::validate::context::{Context, place};

pub(in crate::validate) const SPECIAL_CASES: Rule = Rule {
    events: &[event!("AwsSpecialCaseEndpoint", Parts, &PARTS)],
    check: special_cases,
    #[cfg(test)]
    cases: cases::SPECIAL_CASES,
};

/// Members of the traits that have lists of special cases by name.
const MEMBERS: [(&str, &[&str]); 2] =
    [(REGIONAL, &["regionSpecialCases", "partitionSpecialCases"]), (PARTITIONAL, &["partitionEndpointSpecialCases"])];

const PARTS: [&str; 3] = [LABEL, SCHEME, URL];
const LABEL: &str = "UnsupportedEndpointPattern";
const SCHEME: &str = "InvalidEndpointPatternScheme";
const URL: &str = "InvalidEndpointPatternUrl";

/// Labels that are replaced in endpoints.
const LABELS: [&str; 4] = ["{region}", "{service}", "{dnsSuffix}", "{dualStackDnsSuffix}"];

fn special_cases(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (id, members) in MEMBERS {
        for (_, element, node) in context.with_trait(id) {
            let maps = members.iter().filter_map(|member| node.get(member)?.as_object());
            let lists = maps.flat_map(Object::values).filter_map(|(_, list)| list.as_array());
            for endpoint in lists.flatten().filter_map(|case| case.get("endpoint")) {
                let Some(text) = endpoint.as_str() else { continue };
                let span = if endpoint.span.is_some() { endpoint.span } else { place(node, element) };
                for (severity, part, facts) in problems(text) {
                    let event = format!("AwsSpecialCaseEndpoint.{part}");
                    found.push(Diagnostic::of(severity, event, facts, span).with_shape(element.id()));
                }
            }
        }
    }
}

/// Problem of an endpoint: severity, part of the event ID, and facts.
fn problems(endpoint: &str) -> Vec<(Severity, &'static str, CloudFacts)> {
    let mut problems = Vec::new();
    let text = || endpoint.to_owned();
    let labels: Vec<String> = labels(endpoint).filter(|label| !LABELS.contains(label)).map(str::to_owned).collect();
    if !labels.is_empty() {
        let facts = CloudFacts::EndpointLabels { endpoint: text(), labels: List(labels) };
        problems.push((Severity::Danger, LABEL, facts));
    }
    if !endpoint.starts_with("http://") && !endpoint.starts_with("https://") {
        let facts = CloudFacts::EndpointScheme { endpoint: text() };
        problems.push((Severity::Danger, SCHEME, facts));
    }
    if !is_url(&endpoint.replace(['{', '}'], "")) {
        problems.push((Severity::Error, URL, CloudFacts::EndpointUrl { endpoint: text() }));
    }
    problems
}

/// Labels with their braces, in order.
fn labels(endpoint: &str) -> impl Iterator<Item = &str> {
    endpoint.match_indices('{').filter_map(|(start, _)| {
        let rest = endpoint.get(start..)?;
        let end = rest.find('}')?;
        rest.get(..=end)
    })
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const SPECIAL_CASES: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@aws.endpoints#standardRegionalEndpoints(
    regionSpecialCases: {
        "us-east-1": [
            { endpoint: "https://shop.{zone}.{dnsSuffix}" }
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ danger: AwsSpecialCaseEndpoint.UnsupportedEndpointPattern
        ]
    }
)
service Shop {}
"#,
            r#"
@aws.endpoints#standardPartitionalEndpoints(
    endpointPatternType: "aws_recommended"
    partitionEndpointSpecialCases: {
        aws: [
            { endpoint: "shop.{dnsSuffix}" }
//                      ^^^^^^^^^^^^^^^^^^ danger: AwsSpecialCaseEndpoint.InvalidEndpointPatternScheme
//                      ^^^^^^^^^^^^^^^^^^ error: AwsSpecialCaseEndpoint.InvalidEndpointPatternUrl
        ]
    }
)
service Shop {}
"#,
        ],
        leaves: &[r#"
@aws.endpoints#standardRegionalEndpoints(
    regionSpecialCases: {
        "us-east-1": [
            { endpoint: "https://shop.{region}.{dnsSuffix}" }
        ]
    }
)
service Shop {}
"#],
    };
}
