//! The host of a request. Must not know operations.

use http::header::HOST;
use http::uri::{Authority, Scheme};
use http::{HeaderMap, HeaderValue, StatusCode, Uri};

use crate::protocol::{ErrorFamily, Rejection, ServerProtocol};
use crate::schema::ServiceSchema;

/// Reason why the host of a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InvalidHost {
    /// The request names several hosts.
    Several,
    /// A host and its port cannot be parsed, or follow a user name.
    Malformed,
}

impl InvalidHost {
    /// Returns the error response.
    pub(super) fn rejection(self, service: &ServiceSchema, protocol: &dyn ServerProtocol) -> Rejection {
        let is_invalid_request = service.is_s3() || protocol.error_family() == ErrorFamily::Ec2;
        let code = if is_invalid_request { "InvalidRequest" } else { "MalformedHttpRequestException" };
        let message = match self {
            Self::Several => "The request names several hosts",
            Self::Malformed => "The host of the request is not valid",
        };
        Rejection::new(StatusCode::BAD_REQUEST, code, message)
    }
}

/// Checks that a request names no more than one host (RFC 9112, section 3.2; RFC 9113, section 8.3.1). If a request
/// names several hosts, a proxy may check one, and the server use another.
pub(super) fn check(uri: &Uri, headers: &HeaderMap) -> Result<(), InvalidHost> {
    let mut fields = headers.get_all(HOST).iter();
    let field = fields.next();
    if fields.next().is_some() {
        return Err(InvalidHost::Several);
    }
    let target = uri.authority();
    if target.is_some_and(|target| !is_host(target)) {
        return Err(InvalidHost::Malformed);
    }
    // The value is empty if the target has no authority.
    let field = match field.map(HeaderValue::as_bytes) {
        None => return Ok(()),
        Some(b"") if target.is_none() => return Ok(()),
        Some(field) => Authority::try_from(field).ok().filter(is_host).ok_or(InvalidHost::Malformed)?,
    };
    let without_port = |host| without_default_port(host, uri.scheme());
    match target {
        Some(target) if !without_port(field.as_str()).eq_ignore_ascii_case(without_port(target.as_str())) => {
            Err(InvalidHost::Several)
        }
        _ => Ok(()),
    }
}

/// Whether an authority is only a host with an optional port. Commas separate several fields that a proxy joined.
fn is_host(authority: &Authority) -> bool {
    let port = authority.as_str().strip_prefix(authority.host());
    let is_port =
        |port: &str| port.strip_prefix(':').is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
    !authority.host().is_empty()
        && !authority.as_str().contains(['@', ','])
        && port.is_some_and(|port| port.is_empty() || is_port(port))
}

/// Removes the default port of the scheme.
fn without_default_port<'h>(host: &'h str, scheme: Option<&Scheme>) -> &'h str {
    let port = match scheme {
        Some(scheme) if *scheme == Scheme::HTTP => ":80",
        Some(scheme) if *scheme == Scheme::HTTPS => ":443",
        _ => return host,
    };
    host.strip_suffix(port).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    fn found(uri: &str, hosts: &[&str]) -> Result<(), InvalidHost> {
        let mut request = Request::get(uri);
        for host in hosts {
            request = request.header(HOST, *host);
        }
        let request = request.body(()).expect("good parts");
        check(request.uri(), request.headers())
    }

    #[test]
    fn requests_name_one_host() {
        let is_clear = |uri: &str, hosts: &[&str]| match found(uri, hosts) {
            Ok(()) => true,
            Err(error) => {
                assert_eq!(error, InvalidHost::Several, "{uri} {hosts:?}");
                false
            }
        };
        assert!(is_clear("/", &[]));
        assert!(is_clear("/", &[""]));
        assert!(is_clear("/", &["a.test:80"]));
        assert!(!is_clear("/", &["a.test", "a.test"]));
        assert!(is_clear("http://a.test/", &["A.test"]), "through a proxy");
        assert!(!is_clear("http://a.test/", &["b.test"]));
        assert!(is_clear("http://a.test/", &[]));
        assert!(is_clear("http://a.test/", &["a.test:80"]), "the default port");
        assert!(is_clear("https://a.test:443/", &["a.test"]), "the default port");
        assert!(!is_clear("https://a.test/", &["a.test:80"]), "the port of another scheme");
        assert!(!is_clear("http://a.test:8080/", &["a.test"]));
    }

    #[test]
    fn hosts_are_names_or_addresses_with_a_port() {
        for host in ["localhost", "my_maps.s3.test", "127.0.0.1:8080", "[::1]", "[::1]:8080", "a.test:", "a.test."] {
            assert_eq!(found("/", &[host]), Ok(()), "{host}");
        }
        for host in [
            "a.test, b.test",
            "a.test,b.test",
            "a.test b.test",
            "a@b.test",
            "@b.test",
            "a.test/",
            "a.test?b",
            "a.test#",
            "http://a.test",
            "a.test:b",
            "a.test:+1",
            "a.test:80:80",
            "::1",
            "[::1",
            "[::1]a",
            ":80",
            "a\\b",
            "\"a\"",
            "a%2eb.test",
        ] {
            assert_eq!(found("/", &[host]), Err(InvalidHost::Malformed), "{host}");
        }
        assert_eq!(found("http://a.test/", &[""]), Err(InvalidHost::Malformed));
        assert_eq!(found("http://a@b.test/", &[]), Err(InvalidHost::Malformed));
        assert_eq!(found("http://a@b.test/", &["b.test"]), Err(InvalidHost::Malformed));
    }
}
