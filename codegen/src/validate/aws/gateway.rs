//! Traits of Amazon API Gateway (spec: "Amazon API Gateway traits").

use crate::diagnostic::{CloudFacts, Diagnostic, Severity};
use crate::model::Node;
use crate::model::graph::Element;
use crate::rule::event;
use crate::traits::Cors;
use crate::traits::ids::gateway::{AUTHORIZERS, ENDPOINTS, RESPONSES};
use crate::validate::Rule;
use crate::validate::context::{Context, backticked, listed, place};
use crate::validate::services::schemes;

pub(in crate::validate) const AUTHORIZERS_RULE: Rule = Rule {
    events: &[event!("AuthorizersTrait")],
    check: authorizers,
    #[cfg(test)]
    cases: cases::AUTHORIZERS,
};

fn authorizers(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, element, node) in context.with_trait(AUTHORIZERS) {
        let (Element::Shape(service), Some(all)) = (element, node.as_object()) else { continue };
        let schemes = schemes(context, service);
        let text = |authorizer: &Node, key: &str| authorizer.get(key).and_then(Node::as_str).map(str::to_owned);
        let mut error = |facts: CloudFacts| {
            let error = Diagnostic::error("AuthorizersTrait", facts, place(node, element));
            found.push(error.with_shape(&service.id));
        };
        let scheme = |authorizer: &Node| text(authorizer, "scheme").filter(|id| !schemes.contains(id.as_str()));
        let unknown = all.iter().filter_map(|(name, (_, value))| Some(format!("{name} -> {}", scheme(value)?)));
        let mappings = listed(unknown);
        if !mappings.0.is_empty() {
            error(CloudFacts::AuthorizerScheme { schemes: backticked(&schemes), mappings });
        }
        let is_wrong = |authorizer: &Node| {
            authorizer.get("enableSimpleResponses").is_some()
                && text(authorizer, "authorizerPayloadFormatVersion").is_some_and(|version| version != "2.0")
        };
        let authorizers = listed(all.iter().filter(|(_, (_, value))| is_wrong(value)).map(|(name, _)| name));
        if !authorizers.0.is_empty() {
            error(CloudFacts::SimpleResponses { authorizers });
        }
    }
}

pub(in crate::validate) const ENDPOINT_CONFIGURATION: Rule = Rule {
    events: &[event!("EndpointConfiguration")],
    check: endpoint_configuration,
    #[cfg(test)]
    cases: cases::ENDPOINT_CONFIGURATION,
};

fn endpoint_configuration(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, element, node) in context.with_trait(ENDPOINTS) {
        let types = node.get("types").and_then(Node::as_array).unwrap_or_default();
        let is_private = types.iter().any(|kind| kind.as_str() == Some("PRIVATE"));
        let Some(found_type) = node.get("ipAddressType").and_then(Node::as_str) else { continue };
        if is_private && found_type != "dualstack" {
            let facts = CloudFacts::PrivateEndpoint { found: found_type.to_owned() };
            let error = Diagnostic::error("EndpointConfiguration", facts, place(node, element));
            found.push(error.with_shape(element.id()));
        }
    }
}

pub(in crate::validate) const RESPONSES_AND_CORS: Rule = Rule {
    events: &[event!("GatewayResponsesCors")],
    check: responses_and_cors,
    #[cfg(test)]
    cases: cases::RESPONSES_AND_CORS,
};

fn responses_and_cors(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, element, node) in context.with_trait(RESPONSES).filter(|(_, element, _)| element.has::<Cors>()) {
        let message = "Service has both @gatewayResponses and @cors applied. Gateway response parameters take \
                       precedence over CORS-generated headers. Verify that response parameters in @gatewayResponses do \
                       not unintentionally override CORS headers.";
        let danger = Diagnostic::of(Severity::Danger, "GatewayResponsesCors", message, place(node, element));
        found.push(danger.with_shape(element.id()));
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const AUTHORIZERS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@httpBearerAuth
@aws.apigateway#authorizers(a: { scheme: httpBasicAuth })
//                          ^ error: AuthorizersTrait
service Shop {}
"#,
            r#"
@httpBearerAuth
@aws.apigateway#authorizers(
    a: { scheme: httpBearerAuth, enableSimpleResponses: true, authorizerPayloadFormatVersion: "1.0" }
//  ^ error: AuthorizersTrait
)
service Shop {}
"#,
        ],
        leaves: &[r#"
@httpBearerAuth
@aws.apigateway#authorizers(
    a: { scheme: httpBearerAuth, enableSimpleResponses: true, authorizerPayloadFormatVersion: "2.0" }
)
service Shop {}
"#],
    };

    pub(super) const ENDPOINT_CONFIGURATION: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.apigateway#endpointConfiguration(types: ["PRIVATE"], ipAddressType: "ipv4")
//                                    ^^^^^ error: EndpointConfiguration
service Shop {}
"#],
        leaves: &[r#"
@aws.apigateway#endpointConfiguration(types: ["PRIVATE"], ipAddressType: "dualstack")
service Shop {}
"#],
    };

    pub(super) const RESPONSES_AND_CORS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@cors
@aws.apigateway#gatewayResponses(DEFAULT_4XX: {})
//                               ^^^^^^^^^^^ danger: GatewayResponsesCors
service Shop {}
"#],
        leaves: &[r#"
@aws.apigateway#gatewayResponses(DEFAULT_4XX: {})
service Shop {}
"#],
    };
}
