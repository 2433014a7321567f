//! Where a request goes.

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};

use super::{Shared, customizations, s3};
use crate::reflect::{Ref, Reflect};
use crate::schema::OperationSchema;

/// The whole URI of a request: endpoint, host prefix, path and query.
pub(super) fn resolve(
    shared: &Shared,
    operation: &'static OperationSchema,
    input: &dyn Reflect,
    path: &Uri,
) -> Result<Uri, String> {
    let own = customizations::endpoint(shared.service, operation, input);
    let base: Uri =
        own.map_or_else(|| base(shared), Ok)?.parse().map_err(|error| format!("the endpoint is no URI: {error}"))?;
    let (Some(scheme), Some(authority)) = (base.scheme(), base.authority()) else {
        return Err("the endpoint needs a scheme and a host, such as https://example.com".to_owned());
    };
    let authority = match operation.host_prefix {
        Some(prefix) => prefixed(prefix, authority, input)?,
        None => authority.clone(),
    };
    let front = base.path().trim_end_matches('/');
    let tail = path.path_and_query().map_or("/", PathAndQuery::as_str);
    let in_host = match shared.service.sdk_id {
        Some("S3") => s3::address(shared.config.s3, &authority, tail, input),
        _ => None,
    };
    let (authority, tail) = in_host.unwrap_or_else(|| (authority, tail.to_owned()));
    Uri::builder()
        .scheme(Scheme::clone(scheme))
        .authority(authority)
        .path_and_query(format!("{front}{tail}"))
        .build()
        .map_err(|error| format!("the endpoint does not make a URI: {error}"))
}

fn base(shared: &Shared) -> Result<String, String> {
    let (config, service) = (&shared.config, shared.service);
    if let Some(url) = &config.endpoint_url {
        return Ok(url.clone());
    }
    if config.from_env {
        let own = service.sdk_id.map(|id| format!("AWS_ENDPOINT_URL_{}", id.to_uppercase().replace([' ', '-'], "_")));
        let names = own.as_deref().into_iter().chain(std::iter::once("AWS_ENDPOINT_URL"));
        if let Some(url) = names.filter_map(|name| std::env::var(name).ok()).find(|url| !url.is_empty()) {
            return Ok(url);
        }
    }
    match (service.endpoint_prefix, &config.region) {
        (Some(_), Some(region)) if !is_host_label(region) => {
            Err("the region is part of the host and must be a host label, such as eu-central-1".to_owned())
        }
        (Some(prefix), Some(region)) => {
            let suffix = if region.starts_with("cn-") { "amazonaws.com.cn" } else { "amazonaws.com" };
            Ok(format!("https://{prefix}.{region}.{suffix}"))
        }
        (Some(_), None) => Err("no region is set: use Config::region or AWS_REGION".to_owned()),
        (None, _) => Err("no endpoint is set: use Config::endpoint_url or AWS_ENDPOINT_URL".to_owned()),
    }
}

/// `@endpoint`: a prefix, in which labels stand for members (spec: "Endpoint traits").
fn prefixed(prefix: &str, authority: &Authority, input: &dyn Reflect) -> Result<Authority, String> {
    let mut host = String::new();
    let mut rest = prefix;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').ok_or("the host prefix is not closed")?;
        host.push_str(before);
        let index = input.schema().members.iter().position(|member| member.name == name);
        match index.map(|index| input.get(index)) {
            Some(Ref::Str(text)) if is_host_label(text) => host.push_str(text),
            _ => return Err(format!("member `{name}` is part of the host and must be a host label")),
        }
        rest = tail;
    }
    host.push_str(rest);
    // A prefix on an IP address makes no sense; servers under test are found as they are.
    let is_ip = authority.host().trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok();
    if is_ip {
        return Ok(authority.clone());
    }
    format!("{host}{authority}").parse().map_err(|error| format!("the host prefix does not make a host: {error}"))
}

fn is_host_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}
