//! HTTP bindings (spec: "HTTP bindings").

use std::sync::Arc;

use super::read::{FromNode, Named, optional, required, syntax};
use super::{Lower, On, text, uri};
use crate::ir::{Literal, Setting};
use crate::model::{Invalid, Node, Number, Trait, Traits};

/// `@http`: HTTP binding of an operation.
#[derive(Clone, Debug, PartialEq)]
pub struct Http {
    /// Method.
    pub method: Arc<str>,
    /// Path with labels, and literal query parameters.
    pub uri: Arc<str>,
    /// Status code of successful responses.
    pub code: i64,
}

impl Http {
    /// Status code of successful responses, if the trait has none.
    const DEFAULT_CODE: i64 = 200;

    /// Whether a part of a value has the value that it has when it is absent.
    pub(super) fn is_default(pointer: &str, part: &Node) -> bool {
        pointer == "/code" && part.as_number() == Some(&Self::DEFAULT_CODE.into())
    }
}

impl Trait for Http {
    const ID: &'static str = "smithy.api#http";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let uri: Arc<str> = required(node, "uri")?;
        if let Some(problem) = uri::uri_problem(&uri) {
            return Err(syntax(node.get("uri").map_or(node.span, |node| node.span), problem));
        }
        Ok(Self { method: required(node, "method")?, uri, code: optional(node, "code")?.unwrap_or(Self::DEFAULT_CODE) })
    }
}

impl Lower for Http {
    const ON: &'static [On] = &[On::Operation];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![Setting::new("http", [text(&self.method), text(&self.uri), Literal::Integer(self.code)])]
    }
}

/// `@httpError`: status code of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HttpError(pub i64);

impl Trait for HttpError {
    const ID: &'static str = "smithy.api#httpError";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Number::from_node(node).map(|number| Self(whole_part(&number)))
    }
}

/// The number without its fraction, as 32 bits. The reference implementation reads status codes of errors so, and
/// then accepts fractions. Other statuses than those of errors are a `HttpResponseCodeSemantics`.
fn whole_part(number: &Number) -> i64 {
    match number.as_i128() {
        Some(whole) => u32::try_from(whole & i128::from(u32::MAX)).map_or(0, |bits| i64::from(bits.cast_signed())),
        #[expect(clippy::cast_possible_truncation, reason = "numbers out of range become the nearest ones in range")]
        None => i64::from(number.as_f64() as i32),
    }
}

/// `@cors`: cross-origin resource sharing.
#[derive(Clone, Debug, PartialEq)]
pub struct Cors {
    /// Allowed origin; default: `*`.
    pub origin: Option<Arc<str>>,
    /// Allowed origins by name, instead of a single one.
    pub origins: Option<Named<Arc<str>>>,
    /// Response headers that are exposed.
    pub additional_exposed_headers: Vec<Arc<str>>,
    /// Request headers that are allowed.
    pub additional_allowed_headers: Vec<Arc<str>>,
    /// How long browsers may cache the response to a preflight request, in seconds; default: 600.
    pub max_age: Option<i64>,
}

impl Trait for Cors {
    const ID: &'static str = "smithy.api#cors";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            origin: optional(node, "origin")?,
            origins: optional(node, "origins")?,
            additional_exposed_headers: optional(node, "additionalExposedHeaders")?.unwrap_or_default(),
            additional_allowed_headers: optional(node, "additionalAllowedHeaders")?.unwrap_or_default(),
            max_age: optional(node, "maxAge")?,
        })
    }
}

impl Lower for Cors {
    const ON: &'static [On] = &[On::Service];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        let list = |names: &mut dyn Iterator<Item = &Arc<str>>| Literal::Slice(names.map(|name| text(name)).collect());
        let named = self.origins.iter().flat_map(|origins| origins.iter().map(|(_, origin)| origin));
        let origins = list(&mut self.origin.iter().chain(named));
        let max_age = self.max_age.and_then(|age| u32::try_from(age).ok()).unwrap_or(600);
        let mut settings = vec![Setting::new("cors", [origins, Literal::Integer(max_age.into())])];
        if !self.additional_allowed_headers.is_empty() || !self.additional_exposed_headers.is_empty() {
            let allowed = list(&mut self.additional_allowed_headers.iter());
            let exposed = list(&mut self.additional_exposed_headers.iter());
            settings.push(Setting::new("cors_headers", [allowed, exposed]));
        }
        settings
    }
}

/// Header names in lowercase.
fn lower_case(method: &'static str, name: &str) -> Setting {
    Setting::new(method, [Literal::Str(name.to_ascii_lowercase())])
}

impl Lower for HttpHeader {
    const ON: &'static [On] = &[On::Member];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![lower_case("header", self.as_str())]
    }
}

impl Lower for HttpPrefixHeaders {
    const ON: &'static [On] = &[On::Member];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![lower_case("prefix_headers", self.as_str())]
    }
}

impl Lower for HttpQuery {
    const ON: &'static [On] = &[On::Member];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![Setting::new("query", [text(self.as_str())])]
    }
}

super::texts! {
    /// `@httpHeader`: the member is a header.
    HttpHeader = "smithy.api#httpHeader"
    /// `@httpPrefixHeaders`: the member is all headers with a prefix.
    HttpPrefixHeaders = "smithy.api#httpPrefixHeaders"
    /// `@httpQuery`: the member is a query parameter.
    HttpQuery = "smithy.api#httpQuery"
}

super::markers! {
    /// `@httpLabel`: the member is a label of the path.
    HttpLabel = "smithy.api#httpLabel" => Member: "label"
    /// `@httpPayload`: the member is the body.
    HttpPayload = "smithy.api#httpPayload" => Member: "payload"
    /// `@httpQueryParams`: the member is a map of query parameters.
    HttpQueryParams = "smithy.api#httpQueryParams" => Member: "query_params"
    /// `@httpResponseCode`: the member is the status code.
    HttpResponseCode = "smithy.api#httpResponseCode" => Member: "response_code"
    /// `@httpChecksumRequired`: the request must have a checksum.
    HttpChecksumRequired = "smithy.api#httpChecksumRequired" => Operation: "checksum_required"
}

#[cfg(test)]
mod tests {
    use super::{Http, HttpHeader};
    use crate::ir::{Literal, Setting};
    use crate::model::{Breaks, Trait, Traits};
    use crate::traits::Lower;
    use crate::traits::testing::node;

    #[test]
    fn success_is_200_unless_the_model_says_otherwise() {
        let http = Http::read(&node(r#"{"method": "GET", "uri": "/a"}"#)).expect("valid");
        assert_eq!((&*http.method, &*http.uri, http.code), ("GET", "/a", 200));
    }

    #[test]
    fn uris_have_their_own_syntax() {
        assert_eq!(Http::read(&node(r#"{"method": "GET", "uri": "a"}"#)).expect_err("no path").breaks, Breaks::Syntax);
        assert_eq!(Http::read(&node(r#"{"uri": "/a"}"#)).expect_err("no method").breaks, Breaks::Definition);
    }

    #[test]
    fn headers_are_sent_in_lower_case() {
        let header = HttpHeader::read(&node(r#""X-Name""#)).expect("valid");
        let settings = header.settings(&Traits::new());
        assert_eq!(settings, [Setting::new("header", [Literal::Str("x-name".into())])]);
    }
}
