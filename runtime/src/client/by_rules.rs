//! Endpoints by the rules of a service: values of parameters, headers and signatures of the endpoint.

use std::borrow::Cow;

use http::HeaderMap;
use http::header::{HeaderName, HeaderValue};

use super::endpoint::{Base, Parameters, Scope, SignatureKind};
use super::request_error::EndpointError;
use super::rules::{NoEndpoint, Outcome, Value};
use crate::schema::{EndpointRules, ServiceSchema};
use crate::signature_terms::PathEncoding;

/// Whether the endpoints of the service can contain the ID of the caller's account.
pub(super) fn has_account(service: &ServiceSchema) -> bool {
    let Some(Ok(program)) = service.rules.map(EndpointRules::program) else { return false };
    program.parameters.iter().any(|parameter| parameter.built_in == Some("AWS::Auth::AccountId"))
}

/// Returns the endpoint for these parameters. An endpoint that is set is used as it is, unless the rules decide.
pub(super) fn base(rules: &'static EndpointRules, parameters: Parameters<'_>) -> Result<Base, EndpointError> {
    let program = rules.program().map_err(|error| EndpointError::Rules(Box::new(error)))?;
    let mut built_ins = program.parameters.iter().filter_map(|parameter| parameter.built_in);
    if let (Some(url), false) = (parameters.endpoint, built_ins.any(|name| name == "SDK::Endpoint")) {
        return Ok(Base::at(url, Scope::default()));
    }
    let mut invalid = None;
    let outcome = program.evaluate(&parameters.config.endpoints.partitions, |parameter| {
        parameters.value(parameter).unwrap_or_else(|error| {
            invalid.get_or_insert(error);
            Value::Absent
        })
    });
    if let Some(error) = invalid {
        return Err(error);
    }
    match outcome {
        Ok(Outcome::Endpoint(endpoint)) => Ok(Base {
            headers: headers(&endpoint.headers)?,
            scope: scope(&endpoint.properties),
            url: endpoint.url.into_owned(),
        }),
        Ok(Outcome::Error(message)) => Err(EndpointError::Rejected(Cow::Owned(message.into_owned()))),
        Err(NoEndpoint::Missing("Region")) => Err(EndpointError::NoRegion),
        Err(NoEndpoint::Missing(name)) => Err(EndpointError::NoParameter(name)),
        Err(NoEndpoint::NoRule) => Err(EndpointError::NoRule),
    }
}

fn headers(given: &[(&str, Value<'_>)]) -> Result<HeaderMap, EndpointError> {
    let mut headers = HeaderMap::new();
    for (name, values) in given {
        let Value::List(values) = values else { continue };
        for text in values.iter().filter_map(Value::as_text) {
            match (HeaderName::try_from(*name), HeaderValue::try_from(text)) {
                (Ok(name), Ok(value)) => headers.append(name, value),
                _ => return Err(EndpointError::Header((*name).to_owned())),
            };
        }
    }
    Ok(headers)
}

/// How requests to an endpoint are signed: by the first scheme that the client supports.
fn scope(properties: &[(&str, Value<'_>)]) -> Scope {
    let schemes = properties.iter().find(|(name, _)| *name == "authSchemes").map(|(_, value)| value);
    let Some(Value::List(schemes)) = schemes else { return Scope::default() };
    let name = |scheme: &Value<'_>| scheme.get("name").and_then(Value::as_text).map(str::to_owned);
    for scheme in schemes {
        let kind = match name(scheme).as_deref() {
            Some("sigv4") => SignatureKind::Plain,
            Some("sigv4-s3express") => SignatureKind::ExpressSession,
            #[cfg(feature = "sigv4a")]
            Some("sigv4a") => SignatureKind::Asymmetric(regions(scheme)),
            _ => continue,
        };
        let text = |key| scheme.get(key).and_then(Value::as_text).map(|text| Cow::Owned(text.to_owned()));
        let encoding = match scheme.get("disableDoubleEncoding") {
            Some(Value::Boolean(true)) => Some(PathEncoding::Once),
            Some(Value::Boolean(false)) => Some(PathEncoding::Twice),
            _ => None,
        };
        return Scope { region: text("signingRegion"), name: text("signingName"), encoding, kind };
    }
    let names: Vec<String> = schemes.iter().filter_map(name).filter(|name| name.starts_with("sigv4")).collect();
    if names.is_empty() {
        return Scope::default();
    }
    Scope { kind: SignatureKind::Unsupported(names.join(", ")), ..Scope::default() }
}

/// The regions of an asymmetric signature: all, unless the scheme names them.
#[cfg(feature = "sigv4a")]
fn regions(scheme: &Value<'_>) -> String {
    let Some(Value::List(regions)) = scheme.get("signingRegionSet") else { return "*".to_owned() };
    regions.iter().filter_map(Value::as_text).collect::<Vec<_>>().join(",")
}
