//! Endpoints of requests.

use std::borrow::Cow;
use std::net::Ipv6Addr;

use http::uri::{Authority, Parts, PathAndQuery, Scheme};
use http::{HeaderMap, Uri};

use super::config::Config;
use super::partitions::Partition;
use super::request_error::EndpointError;
use super::s3::S3Settings;
use super::{Shared, by_rules, s3};
use crate::reflect::{Ref, Reflect};
use crate::schema::{Endpoint, OperationSchema, ServiceSchema, Target, Variant};
use crate::signature_terms::PathEncoding;

/// URI of a request, headers that it needs, and how it is signed.
pub(super) struct Destination {
    /// Endpoint with host prefix, path and query.
    pub(super) uri: Uri,
    /// Headers of the endpoint.
    pub(super) headers: HeaderMap,
    /// The scope of signatures.
    pub(super) scope: Scope,
}

/// An endpoint without the path of the request.
pub(super) struct Base {
    pub(super) url: String,
    pub(super) headers: HeaderMap,
    pub(super) scope: Scope,
}

impl Base {
    pub(super) fn at(url: impl Into<String>, scope: Scope) -> Self {
        Self { url: url.into(), headers: HeaderMap::new(), scope }
    }

    fn checked(self) -> Result<Checked, EndpointError> {
        let Self { url, headers, scope } = self;
        let base: Uri = match url.parse() {
            Ok(base) => base,
            Err(source) => return Err(EndpointError::Url { url: without_user(&url), source }),
        };
        let (Some(scheme), Some(authority)) = (base.scheme(), base.authority()) else {
            return Err(EndpointError::Relative(without_user(&url)));
        };
        if !matches!(scheme.as_str(), "http" | "https") {
            return Err(EndpointError::Scheme(without_user(&url)));
        }
        if authority.host().is_empty() {
            return Err(EndpointError::Relative(without_user(&url)));
        }
        if authority.as_str().contains('@') {
            return Err(EndpointError::User(without_user(&url)));
        }
        if base.query().is_some() || url.contains('#') {
            return Err(EndpointError::Query(without_user(&url)));
        }
        if has_invalid_port(authority) {
            return Err(EndpointError::Port(without_user(&url)));
        }
        if has_invalid_address(authority) {
            return Err(EndpointError::Address(without_user(&url)));
        }
        if !base.path().bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(EndpointError::Path(without_user(&url)));
        }
        let front = base.path().trim_end_matches('/').to_owned();
        Ok(Checked { scheme: scheme.clone(), authority: authority.clone(), front, headers, scope })
    }
}

/// A valid endpoint, without the host prefix of an operation.
#[derive(Clone)]
pub(super) struct Checked {
    scheme: Scheme,
    authority: Authority,
    /// Start of paths, without a slash at its end.
    front: String,
    headers: HeaderMap,
    scope: Scope,
}

/// Sources of the parameters of endpoint rules, in order of precedence.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "rules"), expect(dead_code, reason = "only rules have parameters"))]
pub(super) struct Parameters<'a> {
    pub(super) service: &'static ServiceSchema,
    pub(super) operation: &'static OperationSchema,
    pub(super) input: &'a dyn Reflect,
    pub(super) config: &'a Config,
    /// The endpoint that is set for the service.
    pub(super) endpoint: Option<&'a str>,
    /// ID of the caller's account, if the rules need it and it is known.
    pub(super) account_id: Option<&'a str>,
}

/// Kind of a signature.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(not(feature = "rules"), allow(dead_code, reason = "without rules, all are plain"))]
pub(super) enum SignatureKind {
    /// By the credentials of the client.
    #[default]
    Plain,
    /// By the credentials of a session for a directory bucket of S3.
    ExpressSession,
    /// Asymmetric, for these regions, which are separated by commas.
    #[cfg(feature = "sigv4a")]
    Asymmetric(String),
    /// By schemes that are not supported.
    Unsupported(String),
}

/// Whether the text after the host is not a port that servers can have.
fn has_invalid_port(authority: &Authority) -> bool {
    let place = authority.as_str().rsplit('@').next().unwrap_or_default();
    let rest = place.strip_prefix(authority.host()).unwrap_or_default();
    !rest.is_empty() && (rest.starts_with(":+") || authority.port_u16().is_none_or(|port| port == 0))
}

/// Whether the host has brackets around something other than an IPv6 address.
fn has_invalid_address(authority: &Authority) -> bool {
    let address = authority.host().strip_prefix('[').map(|rest| rest.strip_suffix(']').unwrap_or_default());
    address.is_some_and(|address| address.parse::<Ipv6Addr>().is_err())
}

/// A URL without user name and password, for messages.
pub(crate) fn without_user(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").map_or(("", url), |(scheme, rest)| (scheme, rest));
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at(end);
    // A password that contains an unescaped slash is removed, too.
    let at = rest.rfind('@').filter(|at| *at >= end);
    let shown = match (at, authority.rsplit_once('@')) {
        (Some(at), _) => format!("…{}", &rest[at..]),
        (None, Some((_, host))) => format!("…@{host}{tail}"),
        (None, None) => rest.to_owned(),
    };
    if scheme.is_empty() { shown } else { format!("{scheme}://{shown}") }
}

/// How a request is signed, where this differs from configuration and service.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scope {
    pub(super) region: Option<Cow<'static, str>>,
    pub(super) name: Option<Cow<'static, str>>,
    pub(super) encoding: Option<PathEncoding>,
    pub(super) kind: SignatureKind,
}

/// Returns the URI of a request whose path and query are those of `path`.
pub(super) fn resolve(
    shared: &Shared,
    operation: &'static OperationSchema,
    input: &dyn Reflect,
    path: Uri,
    account_id: Option<&str>,
) -> Result<Destination, EndpointError> {
    let customization = shared.customization;
    let own = customization.endpoint_in(operation, input);
    let Checked { scheme, authority, front, headers, scope } = match own {
        Some(url) => Base::at(url, Scope::default()).checked()?,
        None if shared.service.rules.is_some() => base(shared, operation, input, account_id)?.checked()?,
        // Without rules, all operations of a client have the same endpoint.
        None => match shared.endpoint.get() {
            Some(endpoint) => endpoint.clone(),
            None => {
                let endpoint = base(shared, operation, input, account_id)?.checked()?;
                shared.endpoint.get_or_init(|| endpoint).clone()
            }
        },
    };
    let has_prefix = customization.rules_add_host_prefix && shared.service.rules.is_some();
    let authority = match operation.host_prefix {
        Some(prefix) if shared.config.host_prefix && !has_prefix => prefixed(prefix, &authority, input)?,
        _ => authority,
    };
    let path = path.into_parts().path_and_query.unwrap_or_else(|| PathAndQuery::from_static("/"));
    let whole = path.as_str();
    let (authority, tail) = match (customization.has_bucket_hosts, shared.service.rules) {
        (true, Some(_)) => (authority, Cow::Borrowed(s3::without_bucket(operation, whole))),
        (true, None) => {
            let settings = (s3_settings(&shared.config)?, &shared.config.endpoints.partitions);
            match s3::address(settings, &authority, whole, input) {
                Some((authority, tail)) => (authority, Cow::Owned(tail)),
                None => (authority, Cow::Borrowed(whole)),
            }
        }
        (false, _) => (authority, Cow::Borrowed(whole)),
    };
    let has_slash = !front.is_empty() || tail.starts_with('/');
    let path = if front.is_empty() && has_slash && tail == whole {
        path
    } else {
        let slash = if has_slash { "" } else { "/" };
        let path = [&*front, slash, &*tail].concat();
        PathAndQuery::try_from(path).map_err(|error| EndpointError::Uri(error.into()))?
    };
    let mut parts = Parts::default();
    (parts.scheme, parts.authority, parts.path_and_query) = (Some(scheme), Some(authority), Some(path));
    let uri = Uri::from_parts(parts).map_err(|error| EndpointError::Uri(error.into()))?;
    Ok(Destination { uri, headers, scope })
}

/// S3 settings, combined with the settings for all services.
fn s3_settings(config: &Config) -> Result<S3Settings, EndpointError> {
    if config.fips && config.s3.accelerate {
        return Err(EndpointError::Rejected(Cow::Borrowed("S3 Transfer Acceleration has no FIPS endpoints")));
    }
    Ok(S3Settings { dual_stack: config.s3.dual_stack || config.dual_stack, ..config.s3 })
}

fn base(
    shared: &Shared,
    operation: &'static OperationSchema,
    input: &dyn Reflect,
    account_id: Option<&str>,
) -> Result<Base, EndpointError> {
    let (config, service) = (&shared.config, shared.service);
    let endpoint = config.endpoint_of(service);
    let endpoint = endpoint.as_deref();
    if let Some(region) = config.region.as_deref().filter(|region| !is_host_label(region))
        && (endpoint.is_none() || service.rules.is_some())
    {
        return Err(EndpointError::Region(region.to_owned()));
    }
    if let Some(rules) = service.rules {
        let parameters = Parameters { service, operation, input, config, endpoint, account_id };
        return by_rules::base(rules, parameters);
    }
    if let Some(url) = endpoint {
        // The endpoint rules of all AWS services reject this combination.
        let setting = if config.fips { "FIPS" } else { "dual stack" };
        if service.endpoint_prefix.is_some() && (config.fips || config.dual_stack) {
            return Err(EndpointError::Conflict(setting));
        }
        return Ok(Base::at(url, Scope::default()));
    }
    let region = config.region.as_deref();
    let variant = match (config.fips, config.dual_stack) {
        (false, false) => Variant::Plain,
        (true, false) => Variant::Fips,
        (false, true) => Variant::DualStack,
        (true, true) => Variant::FipsDualStack,
    };
    let partition = config.endpoints.partitions.of(region.unwrap_or_default());
    let own = service.endpoints.iter().find(|row| row.holds(variant, region, partition));
    match (own.map(|row| row.target), region, service.endpoint_prefix) {
        (Some(Target::At { url, region: signed_for, name }), ..) => {
            let (region, name) = (signed_for.map(Cow::Borrowed), name.map(Cow::Borrowed));
            let url = partition.fill(url, config.region.as_deref().unwrap_or_default());
            Ok(Base::at(url, Scope { region, name, ..Scope::default() }))
        }
        (Some(Target::Refused(reason)), ..) => Err(EndpointError::Rejected(Cow::Borrowed(reason))),
        (None, Some(region), Some(prefix)) => {
            Ok(Base::at(default_url(variant, prefix, region, partition)?, Scope::default()))
        }
        (None, None, prefix) if prefix.is_some() || !service.endpoints.is_empty() => Err(EndpointError::NoRegion),
        (None, ..) => Err(EndpointError::NoEndpoint),
    }
}

/// Endpoint of a service without a matching row.
fn default_url(variant: Variant, prefix: &str, region: &str, partition: &Partition) -> Result<String, EndpointError> {
    let (fips, has_dual_stack) = match variant {
        Variant::Plain => ("", false),
        Variant::Fips => ("-fips", false),
        Variant::DualStack => ("", true),
        Variant::FipsDualStack => ("-fips", true),
    };
    if has_dual_stack && !partition.has_dual_stack {
        return Err(EndpointError::NoDualStack(partition.name.to_string()));
    }
    let suffix = if has_dual_stack { &partition.dual_stack_suffix } else { &partition.suffix };
    Ok(format!("https://{prefix}{fips}.{region}.{suffix}"))
}

impl Endpoint {
    fn holds(&self, variant: Variant, region: Option<&str>, partition: &Partition) -> bool {
        let is_here = match region {
            Some(region) => {
                let names = [Some(region), Some(&*partition.name)];
                self.places.is_empty() || self.places.iter().any(|place| names.contains(place))
            }
            None => self.places.contains(&None),
        };
        is_here && self.variants.contains(&variant)
    }
}

impl Partition {
    /// Fills region and suffixes into the URL of a row.
    fn fill(&self, url: &str, region: &str) -> String {
        let scheme = if url.contains("://") { "" } else { "https://" };
        format!("{scheme}{url}")
            .replace("{region}", region)
            .replace("{dual_stack_suffix}", &self.dual_stack_suffix)
            .replace("{suffix}", &self.suffix)
    }
}

/// Adds the host prefix of `@endpoint`, whose labels are members (spec: "Endpoint traits").
fn prefixed(prefix: &'static str, authority: &Authority, input: &dyn Reflect) -> Result<Authority, EndpointError> {
    let mut host = String::new();
    let mut rest = prefix;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').ok_or(EndpointError::HostPrefix { prefix, source: None })?;
        host.push_str(before);
        let index = input.schema().members.iter().position(|member| member.name == name);
        match index.map(|index| input.get(index)) {
            Some(Ref::Str(text)) if is_host_label(text) => host.push_str(text),
            _ => return Err(EndpointError::HostLabel(name)),
        }
        rest = tail;
    }
    host.push_str(rest);
    // IP addresses have no subdomains, and those of `localhost` may not resolve.
    let is_ip = authority.host().trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok();
    if is_ip || authority.host().eq_ignore_ascii_case("localhost") {
        return Ok(authority.clone());
    }
    let authority = format!("{host}{authority}").parse();
    authority.map_err(|error| EndpointError::HostPrefix { prefix, source: Some(error) })
}

pub(crate) fn is_host_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

#[cfg(test)]
#[allow(dead_code, unreachable_pub, reason = "the macro defines functions that these tests do not use")]
mod tests {

    use super::*;
    use crate::client::{CallBuilder, Canned, Client};
    use crate::operation::Unhandled;
    use crate::schema::ProtocolId;
    use crate::schema::prelude::UNIT;
    use crate::types::Unit;

    static LOOK: OperationSchema = OperationSchema::new("Look", &UNIT, &UNIT);
    static ORDINARY: ServiceSchema = ServiceSchema::new("example#Ordinary", "1", &[&LOOK])
        .protocols(&[ProtocolId::AwsJson1_0])
        .sigv4("maps")
        .endpoint_prefix("maps");
    static GLOBAL: ServiceSchema = ServiceSchema::new("example#Global", "1", &[&LOOK])
        .protocols(&[ProtocolId::AwsJson1_0])
        .sigv4("names")
        .endpoint_prefix("names")
        .endpoints(&[
            crate::endpoint!(Plain in "local" => "http://localhost:8000" for "us-east-1" as "test"),
            crate::endpoint!(Plain in none => "names.global.api.aws"),
            crate::endpoint!(Plain in "aws" => "names.amazonaws.com" for "us-east-1"),
            crate::endpoint!(Fips | FipsDualStack in "aws-cn" => refused "no FIPS in China"),
            crate::endpoint!(DualStack => "names.{region}.{dual_stack_suffix}/v2"),
        ]);

    struct Look;
    crate::operation! { Look: LOOK { Unit, Unit, LookError } }

    #[derive(Debug)]
    enum LookError {
        Unhandled(Unhandled),
    }
    crate::operation_error! { LookError {} }

    /// Returns URI and signature scope of a request, or the error.
    fn sent(service: &'static ServiceSchema, config: Config) -> (String, String) {
        let canned = Canned::new([http::Response::new("{}".into())]);
        let credentials = crate::client::Credentials::new("id", "secret");
        let config = config.credentials(credentials).transport(canned.clone()).attempts(1);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        let result = runtime.block_on(CallBuilder::<Look>::call(&Client::new(service, config)).send());
        let requests = canned.requests();
        let Some(request) = requests.first() else { return (result.expect_err("not sent").to_string(), String::new()) };
        let authorization = request.headers()["authorization"].to_str().expect("text");
        let scope = authorization.split('/').skip(2).take(2).collect::<Vec<_>>().join(" ");
        (request.uri().to_string(), scope)
    }

    fn at(region: &str) -> Config {
        Config::new().region(region)
    }

    #[track_caller]
    fn assert_sent(service: &'static ServiceSchema, config: Config, url: &str, scope: &str) {
        assert_eq!(sent(service, config), (url.to_owned(), scope.to_owned()));
    }

    #[test]
    fn ordinary_services_are_at_the_usual_place_of_their_partition() {
        assert_sent(&ORDINARY, at("eu-west-1"), "https://maps.eu-west-1.amazonaws.com/", "eu-west-1 maps");
        assert_sent(&ORDINARY, at("cn-north-1"), "https://maps.cn-north-1.amazonaws.com.cn/", "cn-north-1 maps");
        assert_sent(&ORDINARY, at("us-iso-east-1"), "https://maps.us-iso-east-1.c2s.ic.gov/", "us-iso-east-1 maps");
    }

    #[test]
    fn settings_choose_the_endpoint() {
        let scope = "eu-west-1 maps";
        assert_sent(&ORDINARY, at("eu-west-1").fips(), "https://maps-fips.eu-west-1.amazonaws.com/", scope);
        assert_sent(&ORDINARY, at("eu-west-1").dual_stack(), "https://maps.eu-west-1.api.aws/", scope);
        for (region, domain) in [
            ("us-iso-west-1", "api.aws.ic.gov"),
            ("us-isob-east-1", "api.aws.scloud"),
            ("eu-isoe-west-1", "api.cloud-aws.adc-e.uk"),
            ("us-isof-south-1", "api.aws.hci.ic.gov"),
        ] {
            let (url, scope) = (format!("https://maps.{region}.{domain}/"), format!("{region} maps"));
            assert_sent(&ORDINARY, at(region).dual_stack(), &url, &scope);
        }
        let both = at("eu-west-1").fips().dual_stack();
        assert_sent(&ORDINARY, both, "https://maps-fips.eu-west-1.api.aws/", scope);
    }

    #[test]
    fn rows_have_precedence_over_the_default_pattern() {
        assert_sent(&GLOBAL, at("eu-west-1"), "https://names.amazonaws.com/", "us-east-1 names");
        assert_sent(&GLOBAL, at("local"), "http://localhost:8000/", "us-east-1 test");
        assert_sent(&GLOBAL, at("us-gov-west-1"), "https://names.us-gov-west-1.amazonaws.com/", "us-gov-west-1 names");
        assert_sent(&GLOBAL, Config::new(), "https://names.global.api.aws/", "us-east-1 names");
        let dual = at("us-iso-east-1").dual_stack();
        assert_sent(&GLOBAL, dual, "https://names.us-iso-east-1.api.aws.ic.gov/v2/", "us-iso-east-1 names");
    }

    #[test]
    fn customized_calls_have_the_endpoint_of_their_region() {
        let canned = Canned::new((0..3).map(|_| http::Response::new("{}".into())));
        let credentials = crate::client::Credentials::new("id", "secret");
        let client = Client::new(&ORDINARY, at("eu-west-1").credentials(credentials).transport(canned.clone()));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        let call = || CallBuilder::<Look>::call(&client);
        runtime.block_on(call().send()).expect("an answer");
        runtime.block_on(call().customize().region("cn-north-1").send()).expect("an answer");
        runtime.block_on(call().send()).expect("an answer");
        let hosts: Vec<_> = canned.requests().iter().map(|request| request.uri().host().map(str::to_owned)).collect();
        let here = Some("maps.eu-west-1.amazonaws.com".to_owned());
        assert_eq!(hosts, [here.clone(), Some("maps.cn-north-1.amazonaws.com.cn".to_owned()), here]);
    }

    #[test]
    fn a_configured_endpoint_has_precedence() {
        assert_sent(&GLOBAL, at("eu-west-1").endpoint_url("http://test/x"), "http://test/x/", "eu-west-1 names");
    }

    #[test]
    fn accelerated_buckets_have_no_fips_endpoints() {
        static S3: ServiceSchema = ServiceSchema::new("example#S3", "1", &[&LOOK])
            .protocols(&[ProtocolId::AwsJson1_0])
            .sigv4("s3")
            .sdk_id("S3")
            .endpoint_prefix("s3");
        let fast = S3Settings { accelerate: true, ..S3Settings::default() };
        let (reason, _) = sent(&S3, at("eu-west-1").fips().s3(fast));
        assert!(reason.contains("no FIPS endpoints"), "{reason}");
    }

    #[test]
    fn calls_that_have_no_endpoint_are_not_sent() {
        let lab = Partition::new("lab", "lab.example").region_prefix("lab");
        let cases = [
            (&GLOBAL, at("cn-north-1").fips(), "no FIPS in China"),
            (&GLOBAL, at("cn-north-1").fips().dual_stack(), "no FIPS in China"),
            (&GLOBAL, at("eu-west-1").fips().endpoint_url("http://test"), "exclude each other"),
            (&GLOBAL, Config::new().fips(), "no region is set"),
            (&ORDINARY, at("lab-east-1").partition(lab).dual_stack(), "the partition lab has no dual-stack endpoints"),
            (&ORDINARY, at("eu west"), "must be a host label"),
            (&ORDINARY, Config::new(), "no region is set"),
        ];
        for (service, config, reason) in cases {
            let (found, _) = sent(service, config);
            assert!(found.contains(reason), "{found}");
        }
    }
}
