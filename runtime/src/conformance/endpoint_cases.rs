//! Runs the calls of `@endpointTests`: a client with the parameters of the case sends its request to the endpoint.

use bytes::Bytes;
use http::{Request, Response};
use serde_json::{Map, Value as Json};

use super::Failure;
use super::cases::Case;
use super::run::{Fixture, Verdict};
use super::subject::Values;
use crate::client::{
    AccountIdEndpointMode, Canned, Client, Config, Credentials, EndpointValue, S3Addressing, S3Settings,
};

/// Response of S3 that starts the session of a directory bucket.
const SESSION: &str = "<CreateSessionResult><Credentials><SessionToken>t</SessionToken><SecretAccessKey>s\
                       </SecretAccessKey><AccessKeyId>session</AccessKeyId><Expiration>2099-01-01T00:00:00Z\
                       </Expiration></Credentials></CreateSessionResult>";

pub(super) async fn client(fixture: &Fixture<'_>, case: &Case) -> Verdict {
    let canned = Canned::new([Response::new(Bytes::from_static(SESSION.as_bytes())), Response::new(Bytes::new())]);
    let config = config(&case.body)?.transport(canned.clone());
    let client = Client::for_protocols(fixture.suite.service, &[fixture.protocol], config);
    let params = case.body.get("operationParams").cloned().unwrap_or_else(|| Json::Object(Map::new()));
    let result = fixture.subject.send(&client, &Values { params, events: Vec::new() })?.await;
    let sent = canned.requests().pop();
    let expect = case.body.get("expect");
    let expected = |name: &str| expect.and_then(|expect| expect.get(name));
    match (expected("error").and_then(Json::as_str), sent, result) {
        (Some(_), None, Err(_)) => Ok(()),
        (Some(message), None, Ok(())) => Err(Failure::Missing(format!("the error `{message}`"))),
        (Some(message), Some(request), _) => Err(Failure::differs("endpoint", message, request.uri())),
        (None, None, result) => {
            Err(result.err().map_or_else(|| Failure::Missing("the request".to_owned()), Failure::of("endpoint")))
        }
        (None, Some(request), _) => compare(expected("endpoint").unwrap_or(&Json::Null), &request),
    }
}

/// The configuration with the client parameters and built-in parameters of a case.
fn config(case: &Map<String, Json>) -> Result<Config, Failure> {
    // The expected endpoints are those before the prefix of the operation.
    let config = Config::new().credentials(Credentials::new("id", "secret")).without_host_prefix();
    let mut config = config.attempts(1);
    let object = |name: &str| case.get(name).and_then(Json::as_object).into_iter().flatten();
    for (name, value) in object("clientParams") {
        let value = match value {
            Json::Bool(value) => EndpointValue::from(*value),
            Json::String(text) => EndpointValue::from(text.as_str()),
            other => return Err(Failure::invalid(other, "a boolean or string")),
        };
        config = config.endpoint_parameter(name, value);
    }
    // Whether endpoints of AWS have the bucket in the host follows from the rules alone.
    let mut s3 = S3Settings { addressing: S3Addressing::Virtual, ..S3Settings::default() };
    for (name, value) in object("builtInParams") {
        let (text, is_on) = (value.as_str().unwrap_or_default(), value.as_bool() == Some(true));
        match name.as_str() {
            "AWS::Region" => config = config.region(text),
            "SDK::Endpoint" => config = config.endpoint_url(text),
            "AWS::UseFIPS" if is_on => config = config.fips(),
            "AWS::UseDualStack" if is_on => config = config.dual_stack(),
            "AWS::STS::UseGlobalEndpoint" if is_on => config = config.sts_global_endpoint(),
            "AWS::Auth::AccountId" => config = config.account_id(text),
            "AWS::Auth::AccountIdEndpointMode" => config = config.account_id_endpoint_mode(mode(text)?),
            "AWS::S3::Accelerate" => s3.accelerate = is_on,
            "AWS::S3::DisableMultiRegionAccessPoints" => s3.disable_multi_region_access_points = is_on,
            "AWS::S3::DisableS3ExpressSessionAuth" => s3.disable_express_session_auth = is_on,
            "AWS::S3::ForcePathStyle" if is_on => s3.addressing = S3Addressing::Path,
            "AWS::S3::UseArnRegion" | "AWS::S3Control::UseArnRegion" => s3.use_arn_region = is_on,
            "AWS::S3::UseGlobalEndpoint" => s3.use_global_endpoint = is_on,
            _ if value == &Json::Bool(false) => {}
            _ => return Err(Failure::invalid(name, "a known built-in parameter")),
        }
    }
    Ok(config.s3(s3))
}

fn mode(name: &str) -> Result<AccountIdEndpointMode, Failure> {
    match name {
        "preferred" => Ok(AccountIdEndpointMode::Preferred),
        "disabled" => Ok(AccountIdEndpointMode::Disabled),
        "required" => Ok(AccountIdEndpointMode::Required),
        other => Err(Failure::invalid(&other, "an account ID endpoint mode")),
    }
}

/// Compares scheme, host, path, headers and the scope of the signature.
fn compare(endpoint: &Json, request: &Request<Bytes>) -> Verdict {
    let found = request.uri().to_string();
    let expected = endpoint.get("url").and_then(Json::as_str).unwrap_or_default().trim_end_matches('/');
    let rest = found.strip_prefix(expected);
    if !rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?'])) {
        return Err(Failure::differs("endpoint", expected, found));
    }
    for (name, values) in endpoint.get("headers").and_then(Json::as_object).into_iter().flatten() {
        let values: Vec<_> = values.as_array().into_iter().flatten().filter_map(Json::as_str).collect();
        let found: Vec<_> = request.headers().get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
        if values != found {
            return Err(Failure::differs(name, values, found));
        }
    }
    let schemes = endpoint.pointer("/properties/authSchemes").and_then(Json::as_array);
    let is_known = |scheme: &&Json| matches!(scheme["name"].as_str(), Some("sigv4" | "sigv4-s3express" | "sigv4a"));
    let Some(scheme) = schemes.into_iter().flatten().find(is_known) else { return Ok(()) };
    let signature = request.headers().get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    // `AWS4-HMAC-SHA256 Credential=id/20260101/region/service/aws4_request, …`; asymmetric signatures have no region.
    let scope = signature.split([',', '/']).skip(2);
    let is_asymmetric = scheme["name"] == "sigv4a";
    let parts: &[&str] = if is_asymmetric { &["signingName"] } else { &["signingRegion", "signingName"] };
    for (part, found) in parts.iter().zip(scope) {
        match scheme[*part].as_str() {
            Some(expected) if expected != found => return Err(Failure::differs(part, expected, signature)),
            _ => {}
        }
    }
    let regions = request.headers().get("x-amz-region-set").and_then(|value| value.to_str().ok());
    let expected = scheme["signingRegionSet"]
        .as_array()
        .map(|regions| regions.iter().filter_map(Json::as_str).collect::<Vec<_>>().join(","));
    if is_asymmetric && regions != expected.as_deref() {
        return Err(Failure::differs("x-amz-region-set", expected, regions));
    }
    Ok(())
}
