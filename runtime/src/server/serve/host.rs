//! The host of a request. Must not know services.

use http::header::HOST;
use http::uri::Scheme;
use http::{Request, Version};

/// Whether a request names one host (RFC 9112, section 3.2; RFC 9113, section 8.3.1). A proxy may see another one of
/// several, so that it checks one service, and the request is for another.
pub(super) fn is_clear<B>(request: &Request<B>) -> bool {
    let mut hosts = request.headers().get_all(HOST).iter();
    match (hosts.next(), hosts.next(), request.uri().authority()) {
        (_, Some(_), _) => false,
        (Some(host), None, Some(authority)) => {
            let [host, authority] = [host.as_bytes(), authority.as_str().as_bytes()]
                .map(|host| without_default_port(host, request.uri().scheme()));
            host.eq_ignore_ascii_case(authority)
        }
        (None, None, None) => request.version() < Version::HTTP_11,
        (Some(_), None, None) | (None, None, Some(_)) => true,
    }
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
    use super::*;

    #[test]
    fn requests_name_one_host() {
        let is_clear = |version, uri: &str, hosts: &[&str]| {
            let mut request = Request::get(uri).version(version);
            for host in hosts {
                request = request.header(HOST, *host);
            }
            is_clear(&request.body(()).expect("good parts"))
        };
        let (old, one, two) = (Version::HTTP_10, Version::HTTP_11, Version::HTTP_2);
        assert!(is_clear(old, "/", &[]));
        assert!(!is_clear(one, "/", &[]));
        assert!(is_clear(one, "/", &["a.test:80"]));
        assert!(!is_clear(one, "/", &["a.test", "a.test"]));
        assert!(is_clear(one, "http://a.test/", &["A.test"]), "through a proxy");
        assert!(!is_clear(one, "http://a.test/", &["b.test"]));
        assert!(is_clear(two, "http://a.test/", &[]));
        assert!(!is_clear(two, "http://a.test/", &["b.test"]));
        assert!(is_clear(one, "http://a.test/", &["a.test:80"]), "the default port");
        assert!(is_clear(two, "https://a.test:443/", &["a.test"]), "the default port");
        assert!(!is_clear(two, "https://a.test/", &["a.test:80"]), "the port of another scheme");
        assert!(!is_clear(one, "http://a.test:8080/", &["a.test"]));
    }
}
