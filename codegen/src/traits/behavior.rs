//! Behavior of operations (spec: "Behavior traits", "Endpoint traits").

use std::sync::Arc;

use super::read::{FromNode, flag, optional, required, syntax};
use super::{Lower, On, text, uri};
use crate::ir::{Literal, Setting};
use crate::model::{Invalid, Node, Trait, Traits};

/// `@paginated`: the operation is paginated. Values default to those of the service.
#[derive(Clone, Debug, PartialEq)]
pub struct Paginated {
    /// Member of the input that takes a token.
    pub input_token: Option<Arc<str>>,
    /// Path in the output to the next token.
    pub output_token: Option<Arc<str>>,
    /// Path in the output to the items.
    pub items: Option<Arc<str>>,
    /// Member of the input that limits the number of items.
    pub page_size: Option<Arc<str>>,
}

impl Trait for Paginated {
    const ID: &'static str = "smithy.api#paginated";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            input_token: optional(node, "inputToken")?,
            output_token: optional(node, "outputToken")?,
            items: optional(node, "items")?,
            page_size: optional(node, "pageSize")?,
        })
    }
}

impl Paginated {
    /// The value with this name.
    pub fn part(&self, name: &str) -> Option<&str> {
        let part = match name {
            "inputToken" => &self.input_token,
            "outputToken" => &self.output_token,
            "items" => &self.items,
            "pageSize" => &self.page_size,
            _ => return None,
        };
        part.as_deref()
    }
}

/// `@retryable`: a request that failed with this error may be retried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retryable {
    /// Whether the error is caused by throttling.
    pub throttling: bool,
}

impl Trait for Retryable {
    const ID: &'static str = "smithy.api#retryable";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { throttling: flag(node, "throttling")? })
    }
}

impl Lower for Retryable {
    const ON: &'static [On] = &[On::Shape];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        let throttling = self.throttling.then(|| Setting::flag("throttling"));
        std::iter::once(Setting::flag("retryable")).chain(throttling).collect()
    }
}

/// `@idempotent`: repeating a request has no additional effect.
#[derive(Clone, Debug, PartialEq)]
pub struct Idempotent {
    /// Errors that a repeated call returns because the resource exists.
    pub exists: Vec<Arc<str>>,
    /// Errors that a repeated call returns because the resource is gone.
    pub not_found: Vec<Arc<str>>,
}

impl Trait for Idempotent {
    const ID: &'static str = "smithy.api#idempotent";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            exists: optional(node, "exists")?.unwrap_or_default(),
            not_found: optional(node, "notFound")?.unwrap_or_default(),
        })
    }
}

impl Lower for Idempotent {
    const ON: &'static [On] = &[On::Operation];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![Setting::flag("idempotent")]
    }
}

/// `@requestCompression`: requests may be compressed.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestCompression {
    /// Encodings, in order of priority.
    pub encodings: Vec<Arc<str>>,
}

impl Trait for RequestCompression {
    const ID: &'static str = "smithy.api#requestCompression";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { encodings: required(node, "encodings")? })
    }
}

impl Lower for RequestCompression {
    const ON: &'static [On] = &[On::Operation];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        let encodings = self.encodings.iter().map(|encoding| text(&encoding.to_ascii_lowercase())).collect();
        vec![Setting::new("compression", [Literal::Slice(encodings)])]
    }
}

/// `@longPoll`: the service may hold a request before it responds.
#[derive(Clone, Debug, PartialEq)]
pub struct LongPoll {
    /// How long clients wait for a response, in milliseconds.
    pub timeout: i64,
}

impl Trait for LongPoll {
    const ID: &'static str = "smithy.api#longPoll";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { timeout: required(node, "timeoutMillis")? })
    }
}

impl Lower for LongPoll {
    const ON: &'static [On] = &[On::Operation];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![Setting::new("long_poll", [Literal::Integer(self.timeout)])]
    }
}

/// `@endpoint`: prefix of the host.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    /// Template with labels, such as `{account}.`.
    pub host_prefix: Arc<str>,
}

impl Trait for Endpoint {
    const ID: &'static str = "smithy.api#endpoint";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let host_prefix: Arc<str> = required(node, "hostPrefix")?;
        match uri::host_problem(&host_prefix) {
            Some(problem) => Err(syntax(node.get("hostPrefix").map_or(node.span, |node| node.span), problem)),
            None => Ok(Self { host_prefix }),
        }
    }
}

impl Lower for Endpoint {
    const ON: &'static [On] = &[On::Operation];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        vec![Setting::new("host_prefix", [text(&self.host_prefix)])]
    }
}

/// `@suppress`: diagnostics to ignore.
#[derive(Clone, Debug, PartialEq)]
pub struct Suppress(pub Vec<Arc<str>>);

impl Trait for Suppress {
    const ID: &'static str = "smithy.api#suppress";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Vec::from_node(node).map(Self)
    }
}

super::markers! {
    /// `@readonly`: the operation has no side effects.
    Readonly = "smithy.api#readonly" => Operation: "readonly"
    /// `@idempotencyToken`: clients generate a value if none is set.
    IdempotencyToken = "smithy.api#idempotencyToken" => Member: "idempotency_token"
    /// `@hostLabel`: the member is a label of `@endpoint`.
    HostLabel = "smithy.api#hostLabel" => Member: "host_label"
}

#[cfg(test)]
mod tests {
    use super::{Endpoint, Idempotent, LongPoll, Paginated, RequestCompression, Retryable, Suppress};
    use crate::ir::{Literal, Setting};
    use crate::model::{Breaks, Trait, Traits};
    use crate::traits::Lower;
    use crate::traits::testing::{node, problem};

    #[test]
    fn pagination_has_optional_parts_by_name() {
        let pages = Paginated::read(&node(r#"{"inputToken": "a", "items": "b.c"}"#)).expect("valid");
        let parts = ["inputToken", "outputToken", "items", "pageSize", "other"].map(|name| pages.part(name));
        assert_eq!(parts, [Some("a"), None, Some("b.c"), None, None]);
        assert_eq!(problem::<Paginated>(r#"{"items": 1}"#), "Expected string, but found number.");
    }

    #[test]
    fn an_idempotent_operation_names_its_errors() {
        let value = Idempotent::read(&node(r#"{"notFound": ["a#Gone"]}"#)).expect("valid");
        assert_eq!((value.exists.len(), value.not_found.len()), (0, 1));
        assert_eq!(problem::<Idempotent>(r#"{"exists": "a#B"}"#), "Expected array, but found string.");
    }

    #[test]
    fn the_timeout_of_a_long_poll_is_part_of_the_schema() {
        let value = LongPoll::read(&node(r#"{"timeoutMillis": 70000}"#)).expect("valid");
        assert_eq!(value.settings(&Traits::default()), [Setting::new("long_poll", [Literal::Integer(70_000)])]);
        assert_eq!(problem::<LongPoll>("{}"), "Missing expected member `timeoutMillis`.");
    }

    #[test]
    fn host_prefixes_have_their_own_syntax() {
        assert!(Endpoint::read(&node(r#"{"hostPrefix": "data-{id}."}"#)).is_ok());
        let error = Endpoint::read(&node(r#"{"hostPrefix": "{a"}"#)).expect_err("not closed");
        assert_eq!(error.breaks, Breaks::Syntax);
        assert_eq!(problem::<Endpoint>("{}"), "Missing expected member `hostPrefix`.");
    }

    #[test]
    fn other_traits_of_operations_have_the_types_of_their_definitions() {
        assert_eq!(Retryable::read(&node("{}")), Ok(Retryable { throttling: false }));
        assert_eq!(problem::<Retryable>(r#"{"throttling": "yes"}"#), "Expected boolean, but found string.");
        assert_eq!(problem::<RequestCompression>("{}"), "Missing expected member `encodings`.");
        assert_eq!(problem::<Suppress>(r#"{"a": 1}"#), "Expected array, but found object.");
    }
}
