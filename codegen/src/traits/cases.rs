//! Protocol test cases (spec: "HTTP protocol compliance tests", "Event stream protocol compliance tests"). The types
//! contain the parts that rules check; the test runner reads cases as documents.

use std::sync::Arc;

use super::read::{FromNode, Named, Placed, object, one_of, optional, required, syntax};
use crate::model::{Invalid, Node, Number, ShapeId, Trait, TraitProblem};
use crate::source::Span;

/// A trait whose value is a list of test cases.
pub trait TestCases: Trait {
    /// The common part of all cases, in order.
    fn cases(&self) -> impl Iterator<Item = &TestCase>;
}

/// Common part of test cases of all kinds.
#[derive(Clone, Debug, PartialEq)]
pub struct TestCase {
    /// ID of the case, unique within its kind.
    pub id: Placed<Arc<str>>,
    /// Shape ID of the protocol.
    pub protocol: Arc<str>,
    /// Parameters for implementations.
    pub vendor: VendorParams,
    /// Span of the case.
    pub span: Span,
}

/// Parameters for implementations, and their shape.
#[derive(Clone, Debug, PartialEq)]
pub struct VendorParams {
    /// The parameters.
    pub value: Option<Node>,
    /// Shape ID of their structure.
    pub shape: Option<Placed<Arc<str>>>,
}

/// A case of [`HttpRequestTests`] or [`HttpResponseTests`].
#[derive(Clone, Debug, PartialEq)]
pub struct HttpMessageTest {
    /// Common part.
    pub case: TestCase,
    /// Members of the input, output or error.
    pub params: Option<Node>,
    /// Body of the message.
    pub body: Option<Placed<Arc<str>>>,
    /// Media type of the body.
    pub body_media_type: Option<Arc<str>>,
}

/// A case of [`HttpMalformedRequestTests`].
#[derive(Clone, Debug, PartialEq)]
pub struct HttpMalformedRequestTest {
    /// Common part.
    pub case: TestCase,
    /// Values of placeholders. The case runs once for each index of the lists.
    pub test_parameters: Option<Placed<Named<Vec<Arc<str>>>>>,
}

/// A case of [`EventStreamTests`].
#[derive(Clone, Debug, PartialEq)]
pub struct EventStreamTest {
    /// Common part.
    pub case: TestCase,
    /// Initial request.
    pub initial_request: InitialMessage,
    /// Initial response.
    pub initial_response: InitialMessage,
    /// The events, in order.
    pub events: Vec<EventTest>,
}

/// Initial message of a stream.
#[derive(Clone, Debug, PartialEq)]
pub struct InitialMessage {
    /// Members of the input or output.
    pub params: Option<Node>,
    /// The message on the wire.
    pub message: Option<Node>,
    /// Shape ID of `message`.
    pub shape: Option<Placed<Arc<str>>>,
}

/// An event of an [`EventStreamTest`].
#[derive(Clone, Debug, PartialEq)]
pub struct EventTest {
    /// Sender.
    pub kind: EventKind,
    /// The event.
    pub params: Option<Node>,
    /// Payload of the message.
    pub body: Option<Placed<Arc<str>>>,
    /// Media type of the payload.
    pub body_media_type: Option<Arc<str>>,
    /// Parameters for implementations.
    pub vendor: VendorParams,
    /// Span of the event.
    pub span: Span,
}

/// `@smokeTests`: calls of a deployed service.
#[derive(Clone, Debug, PartialEq)]
pub struct SmokeTests(pub Vec<SmokeTest>);

/// A case of [`SmokeTests`].
#[derive(Clone, Debug, PartialEq)]
pub struct SmokeTest {
    /// The ID of the case, unique in a service.
    pub id: Placed<Arc<str>>,
    /// The input.
    pub params: Option<Node>,
    /// Parameters of implementations.
    pub vendor: VendorParams,
    /// Its location.
    pub span: Span,
}

impl FromNode for SmokeTest {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            id: required(node, "id")?,
            params: object(node, "params")?,
            vendor: FromNode::from_node(node)?,
            span: node.span,
        })
    }
}

impl Trait for SmokeTests {
    const ID: &'static str = "smithy.test#smokeTests";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Vec::from_node(node).map(Self)
    }
}

/// Sender of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// The client.
    Request,
    /// The server.
    Response,
}

impl EventKind {
    /// Its name in the trait's value.
    pub fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Response => "response",
        }
    }
}

impl FromNode for TestCase {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            id: required(node, "id")?,
            protocol: shape_id(required(node, "protocol")?)?.value,
            vendor: FromNode::from_node(node)?,
            span: node.span,
        })
    }
}

/// Checks the syntax of a shape ID. The definition of these traits does not, but the reference implementation does.
fn shape_id(text: Placed<Arc<str>>) -> Result<Placed<Arc<str>>, Invalid> {
    match ShapeId::parse(&text.value) {
        Ok(_) => Ok(text),
        Err(_) => Err(syntax(text.span, TraitProblem::ShapeId { text: text.value.to_string() })),
    }
}

impl FromNode for VendorParams {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            value: object(node, "vendorParams")?,
            shape: optional(node, "vendorParamsShape")?.map(shape_id).transpose()?,
        })
    }
}

/// Members of test cases that their definitions require, and that the reference implementation reads as optional:
/// without them, the value is invalid, but loading goes on.
pub(crate) const OPTIONAL_FOR_READING: &[(&str, &str)] =
    &[("smithy.test#HttpMalformedRequestDefinition", "uri"), ("smithy.test#HttpMalformedResponseDefinition", "code")];

/// Members of an HTTP message that must be text. Rules do not need them.
const TEXTS: &[&str] =
    &["documentation", "authScheme", "method", "uri", "host", "resolvedHost", "body", "bodyMediaType"];

/// Members of an HTTP message that must be lists of texts. Rules do not need them.
const LISTS: &[&str] =
    &["forbidHeaders", "requireHeaders", "queryParams", "forbidQueryParams", "requireQueryParams", "tags"];

/// Checks the parts of an HTTP message that rules do not need: texts, lists, headers, and the status.
fn message_parts(node: &Node) -> Result<(), Invalid> {
    for name in TEXTS {
        optional::<Arc<str>>(node, name)?;
    }
    for name in LISTS {
        optional::<Vec<Arc<str>>>(node, name)?;
    }
    optional::<Named<Arc<str>>>(node, "headers")?;
    optional::<Number>(node, "code").map(drop)
}

impl FromNode for HttpMessageTest {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        message_parts(node)?;
        if let Some(side) = node.get("appliesTo") {
            one_of(side, ["client", "server"], std::convert::identity).map_err(Invalid::into_syntax)?;
        }
        Ok(Self {
            case: FromNode::from_node(node)?,
            params: object(node, "params")?,
            body: optional(node, "body")?,
            body_media_type: optional(node, "bodyMediaType")?,
        })
    }
}

impl FromNode for HttpMalformedRequestTest {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        if let Some(request) = node.get("request") {
            message_parts(request)?;
        }
        if let Some(response) = node.get("response") {
            // Its body is an assertion.
            object(response, "body")?;
            optional::<Named<Arc<str>>>(response, "headers")?;
            optional::<Number>(response, "code")?;
        }
        Ok(Self { case: FromNode::from_node(node)?, test_parameters: optional(node, "testParameters")? })
    }
}

impl FromNode for EventStreamTest {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let initial = |params: &str, message: &str, shape: &str| {
            Ok(InitialMessage {
                params: object(node, params)?,
                message: object(node, message)?,
                shape: optional(node, shape)?,
            })
        };
        Ok(Self {
            case: FromNode::from_node(node)?,
            initial_request: initial("initialRequestParams", "initialRequest", "initialRequestShape")?,
            initial_response: initial("initialResponseParams", "initialResponse", "initialResponseShape")?,
            events: optional(node, "events")?.unwrap_or_default(),
        })
    }
}

impl FromNode for EventTest {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            kind: required(node, "type")?,
            params: object(node, "params")?,
            body: optional(node, "body")?,
            body_media_type: optional(node, "bodyMediaType")?,
            vendor: FromNode::from_node(node)?,
            span: node.span,
        })
    }
}

impl FromNode for EventKind {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        one_of(node, [Self::Request, Self::Response], Self::name)
    }
}

macro_rules! lists_of_cases {
    ($($(#[$doc:meta])* $name:ident($case:ident) = $id:literal)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name(pub Vec<$case>);

        impl Trait for $name {
            const ID: &'static str = $id;

            fn read(node: &Node) -> Result<Self, Invalid> {
                Vec::from_node(node).map(Self)
            }
        }

        impl TestCases for $name {
            fn cases(&self) -> impl Iterator<Item = &TestCase> {
                self.0.iter().map(|test| &test.case)
            }
        }
    )*};
}

lists_of_cases! {
    /// `@httpRequestTests`: inputs and the requests for them.
    HttpRequestTests(HttpMessageTest) = "smithy.test#httpRequestTests"
    /// `@httpResponseTests`: outputs or errors and the responses for them.
    HttpResponseTests(HttpMessageTest) = "smithy.test#httpResponseTests"
    /// `@httpMalformedRequestTests`: requests that servers reject.
    HttpMalformedRequestTests(HttpMalformedRequestTest) = "smithy.test#httpMalformedRequestTests"
    /// `@eventStreamTests`: streams of events.
    EventStreamTests(EventStreamTest) = "smithy.test#eventStreamTests"
}

#[cfg(test)]
mod tests {
    use super::{EventKind, EventStreamTests, HttpMalformedRequestTests, HttpRequestTests, SmokeTests, TestCases};
    use crate::model::{Breaks, Node, Trait};
    use crate::traits::testing::{node, problem};

    #[test]
    fn cases_have_ids_and_protocols() {
        let tests = HttpRequestTests::read(&node(r#"[{"id": "A", "protocol": "a#b", "params": {"x": 1}}]"#));
        let tests = tests.expect("valid");
        let ids: Vec<&str> = tests.cases().map(|case| &*case.id.value).collect();
        assert_eq!(ids, ["A"]);
        assert_eq!(
            tests.0.first().and_then(|test| test.params.as_ref()).map(Node::to_json).as_deref(),
            Some(r#"{"x":1}"#)
        );
        assert_eq!(problem::<HttpRequestTests>(r#"[{"id": "A"}]"#), "Missing expected member `protocol`.");
        let relative = HttpRequestTests::read(&node(r#"[{"id": "A", "protocol": "b"}]"#)).expect_err("relative");
        assert_eq!(relative.breaks, Breaks::Syntax);
    }

    #[test]
    fn malformed_requests_have_lists_of_values() {
        let text = r#"[{"id": "A", "protocol": "a#b", "testParameters": {"x": ["1", "2"]}}]"#;
        let HttpMalformedRequestTests(tests) = HttpMalformedRequestTests::read(&node(text)).expect("valid");
        let parameters = tests.first().and_then(|test| test.test_parameters.as_ref()).expect("there are some");
        assert_eq!(parameters.value.get("x").map(Vec::len), Some(2));
    }

    #[test]
    fn parts_of_messages_have_their_types() {
        for (part, expected, found) in [
            (r#""params": []"#, "object", "array"),
            (r#""vendorParams": "x""#, "object", "string"),
            (r#""requireHeaders": {}"#, "array", "object"),
            (r#""forbidHeaders": [{}]"#, "string", "object"),
            (r#""forbidQueryParams": "x""#, "array", "string"),
            (r#""headers": []"#, "object", "array"),
        ] {
            let text = format!(r#"[{{"id": "a", "protocol": "a#b", {part}}}]"#);
            let problem = problem::<HttpRequestTests>(&text);
            assert_eq!(problem, format!("Expected {expected}, but found {found}."), "{part}");
        }
        assert_eq!(
            problem::<HttpRequestTests>(r#"[{"id": "a", "protocol": "a#b", "appliesTo": "both"}]"#),
            "Unexpected value `both`"
        );
    }

    #[test]
    fn smoke_tests_have_ids_and_inputs() {
        let text = r#"[{"id": "say_hello", "params": {"a": 1}, "vendorParams": {}, "expect": {"success": {}}}]"#;
        let SmokeTests(tests) = SmokeTests::read(&node(text)).expect("valid");
        let first = tests.first().expect("there is one");
        assert_eq!((&*first.id.value, first.params.is_some()), ("say_hello", true));
        assert!(first.vendor.value.is_some() && first.vendor.shape.is_none());
        assert_eq!(problem::<SmokeTests>(r#"[{"params": {}}]"#), "Missing expected member `id`.");
    }

    #[test]
    fn events_are_sent_by_clients_or_servers() {
        let text = |kind| format!(r#"[{{"id": "A", "protocol": "a#b", "events": [{{"type": "{kind}"}}]}}]"#);
        let EventStreamTests(tests) = EventStreamTests::read(&node(&text("response"))).expect("valid");
        let kinds: Vec<EventKind> = tests.iter().flat_map(|test| &test.events).map(|event| event.kind).collect();
        assert_eq!(kinds, [EventKind::Response]);
        assert_eq!(problem::<EventStreamTests>(&text("other")), "Unexpected value `other`");
    }
}
