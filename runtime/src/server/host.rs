//! The host of a request. Must not know services.

use http::header::HOST;
use http::uri::Scheme;
use http::{HeaderMap, StatusCode, Uri};

use crate::protocol::Rejection;

/// Checks that a request names no more than one host (RFC 9112, section 3.2; RFC 9113, section 8.3.1). A proxy may see
/// another one of several, so that it checks one service, and the request is for another.
pub(super) fn check(uri: &Uri, headers: &HeaderMap) -> Result<(), Rejection> {
    let mut hosts = headers.get_all(HOST).iter();
    let is_clear = match (hosts.next(), hosts.next(), uri.authority()) {
        (_, Some(_), _) => false,
        (Some(host), None, Some(authority)) => {
            let [host, authority] =
                [host.as_bytes(), authority.as_str().as_bytes()].map(|host| without_default_port(host, uri.scheme()));
            host.eq_ignore_ascii_case(authority)
        }
        _ => true,
    };
    let several = || Rejection::new(StatusCode::BAD_REQUEST, "BadRequestException", "The request names several hosts");
    if is_clear { Ok(()) } else { Err(several()) }
}

/// Removes the default port of the scheme.
fn without_default_port<'h>(host: &'h [u8], scheme: Option<&Scheme>) -> &'h [u8] {
    let port: &[u8] = match scheme {
        Some(scheme) if *scheme == Scheme::HTTP => b":80",
        Some(scheme) if *scheme == Scheme::HTTPS => b":443",
        _ => return host,
    };
    host.strip_suffix(port).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    #[test]
    fn requests_name_one_host() {
        let is_clear = |uri: &str, hosts: &[&str]| {
            let mut request = Request::get(uri);
            for host in hosts {
                request = request.header(HOST, *host);
            }
            let request = request.body(()).expect("good parts");
            check(request.uri(), request.headers()).is_ok()
        };
        assert!(is_clear("/", &[]));
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
}
