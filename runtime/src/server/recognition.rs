//! Recognition of a service by the head of a request.

use std::borrow::Cow;

use http::header::AUTHORIZATION;
use http::request;

use crate::uri;

/// Returns the service name in the signature of a request, from the header or the query (AWS Signature Version 4).
pub(super) fn signing_name(head: &request::Parts) -> Option<String> {
    let header = head.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let in_header = header.filter(|value| value.starts_with("AWS4-")).and_then(|value| {
        let credential = value.split_once("Credential=")?.1;
        scope(credential.split([',', ' ']).next()?)
    });
    in_header.or_else(|| scope(&parameter(head.uri.query()?, "X-Amz-Credential")?))
}

/// Returns the service in `key/date/region/service/aws4_request`. The key may contain slashes.
fn scope(credential: &str) -> Option<String> {
    credential.strip_suffix("/aws4_request")?.rsplit_once('/').map(|(_, name)| name.to_owned())
}

/// Returns the action in the query of a request.
pub(super) fn action(head: &request::Parts) -> Option<Cow<'_, str>> {
    parameter(head.uri.query()?, "Action")
}

/// Returns a parameter of a query or form.
pub(super) fn parameter<'q>(query: &'q str, name: &str) -> Option<Cow<'q, str>> {
    let (_, value) = uri::pairs(query).find(|(key, _)| **key == *name.as_bytes())?;
    uri::text(value)
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    #[test]
    fn the_scope_of_a_signature_names_the_service() {
        let name = |uri: &str, authorization: &str| {
            let request = Request::get(uri).header(AUTHORIZATION, authorization).body(()).expect("good parts");
            signing_name(&request.into_parts().0)
        };
        let header = "AWS4-HMAC-SHA256 Credential=AK/20260101/eu-central-1/apigateway/aws4_request, SignedHeaders=host";
        assert_eq!(name("/", header).as_deref(), Some("apigateway"));
        assert_eq!(name("/?X-Amz-Credential=AK%2F20260101%2Feu%2Fs3%2Faws4_request", "").as_deref(), Some("s3"));
        assert_eq!(name("/?X-Amz-Credential=AK", "Bearer AWS4"), None);
    }

    #[test]
    fn names_and_values_of_parameters_are_decoded() {
        assert_eq!(parameter("%41ction=List+%4Dine", "Action").as_deref(), Some("List Mine"));
        assert_eq!(parameter("Action&Version=1", "Action").as_deref(), Some(""));
        assert_eq!(parameter("Action=%FF", "Action"), None);
    }
}
