//! Endpoint rules (spec: "Smithy rules engine"). The language is implemented in `endpoint_rules`; values contain its
//! parsed form.

use std::sync::Arc;

use super::expressions::JmesPath;
use super::read::{Entry, FromNode, Named, Placed, invalid, one_of, optional, required, syntax};
use crate::endpoint_rules::{self, Diagram, RuleError, RuleSet, Type};
use crate::model::{Invalid, Node, ShapeType, Trait, TraitProblem};
use crate::source::Span;

/// `@endpointRuleSet`: rules as a tree. Syntax errors are reported by the trait's rule, not as invalid values.
#[derive(Clone, Debug)]
pub struct EndpointRuleSet(pub Result<RuleSet, RuleError>);

impl EndpointRuleSet {
    /// The rule set, if it has no syntax errors.
    pub fn rules(&self) -> Option<&RuleSet> {
        self.0.as_ref().ok()
    }
}

impl Trait for EndpointRuleSet {
    const ID: &'static str = "smithy.rules#endpointRuleSet";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self(endpoint_rules::parse(node)))
    }
}

/// `@endpointBdd`: rules as a binary decision diagram.
#[derive(Clone, Debug)]
pub struct EndpointBdd(pub Diagram);

impl Trait for EndpointBdd {
    const ID: &'static str = "smithy.rules#endpointBdd";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Diagram::parse(node)
            .map(Self)
            .map_err(|error| syntax(error.span, TraitProblem::Syntax { error: error.message }))
    }
}

/// `@endpointTests`: test cases of the rules.
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointTests(pub Vec<EndpointTest>);

/// A case of [`EndpointTests`].
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointTest {
    /// Description.
    pub documentation: Option<Arc<str>>,
    /// Parameters, by name.
    pub params: Option<Named<Node>>,
    /// Calls that must produce the expected result.
    pub operation_inputs: Vec<EndpointTestInput>,
    /// Expected result.
    pub expect: Placed<EndpointExpectation>,
    /// Span of the case.
    pub span: Span,
}

/// A call in an [`EndpointTest`].
#[derive(Clone, Debug, PartialEq)]
pub struct EndpointTestInput {
    /// Name of the operation.
    pub operation_name: Placed<Arc<str>>,
    /// Parameters of the input.
    pub operation_params: Option<Node>,
    /// Built-in parameters.
    pub built_in_params: Named<Entry<Node>>,
    /// Span of the call.
    pub span: Span,
}

/// The expected result of an [`EndpointTest`].
#[derive(Clone, Debug, PartialEq)]
pub enum EndpointExpectation {
    /// An error with this message.
    Error(Arc<str>),
    /// An endpoint.
    Endpoint {
        /// Its URL.
        url: Arc<str>,
        /// Its headers.
        headers: Named<Vec<Arc<str>>>,
        /// Its properties.
        properties: Named<Node>,
    },
}

impl Trait for EndpointTests {
    const ID: &'static str = "smithy.rules#endpointTests";

    /// The trait's definition does not require cases.
    fn read(node: &Node) -> Result<Self, Invalid> {
        match optional(node, "testCases")? {
            Some(cases) => Ok(Self(cases)),
            None => Err(syntax(node.span, TraitProblem::MissingMember { member: "testCases".to_owned() })),
        }
    }
}

impl FromNode for EndpointTest {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            documentation: optional(node, "documentation")?,
            params: optional(node, "params")?,
            operation_inputs: optional(node, "operationInputs")?.unwrap_or_default(),
            expect: required(node, "expect")?,
            span: node.span,
        })
    }
}

impl FromNode for EndpointTestInput {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            operation_name: required(node, "operationName")?,
            operation_params: optional(node, "operationParams")?,
            built_in_params: optional(node, "builtInParams")?.unwrap_or_default(),
            span: node.span,
        })
    }
}

impl FromNode for EndpointExpectation {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        if let Some(message) = optional(node, "error")? {
            return Ok(Self::Error(message));
        }
        let Some(endpoint) = node.get("endpoint") else {
            return Err(invalid(node.span, TraitProblem::EndpointExpectation));
        };
        Ok(Self::Endpoint {
            // The definition does not require it, but the reference implementation does.
            url: optional(endpoint, "url")?
                .ok_or_else(|| syntax(endpoint.span, TraitProblem::MissingMember { member: "url".to_owned() }))?,
            headers: optional(endpoint, "headers")?.unwrap_or_default(),
            properties: optional(endpoint, "properties")?.unwrap_or_default(),
        })
    }
}

/// `@contextParam`: the member is a parameter of the rules.
#[derive(Clone, Debug, PartialEq)]
pub struct ContextParam {
    /// Name of the parameter.
    pub name: Arc<str>,
}

impl Trait for ContextParam {
    const ID: &'static str = "smithy.rules#contextParam";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { name: required(node, "name")? })
    }
}

/// `@operationContextParams`: parameters that are read from the input, by name.
#[derive(Clone, Debug)]
pub struct OperationContextParams(pub Named<Entry<OperationContextParam>>);

/// One of [`OperationContextParams`].
#[derive(Clone, Debug)]
pub struct OperationContextParam {
    /// Path in the input.
    pub path: JmesPath,
}

impl FromNode for OperationContextParam {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { path: required(node, "path")? })
    }
}

impl Trait for OperationContextParams {
    const ID: &'static str = "smithy.rules#operationContextParams";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Named::from_node(node).map(Self)
    }
}

/// `@staticContextParams`: parameters with values that are fixed for an operation, by name.
#[derive(Clone, Debug, PartialEq)]
pub struct StaticContextParams(pub Named<Entry<StaticContextParam>>);

/// One of [`StaticContextParams`].
#[derive(Clone, Debug, PartialEq)]
pub struct StaticContextParam {
    /// The value.
    pub value: Node,
}

impl FromNode for StaticContextParam {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { value: required(node, "value")? })
    }
}

impl Trait for StaticContextParams {
    const ID: &'static str = "smithy.rules#staticContextParams";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Named::from_node(node).map(Self)
    }
}

/// `@clientContextParams`: parameters that are configured on the client, by name.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientContextParams(pub Named<Entry<ClientContextParam>>);

/// One of [`ClientContextParams`].
#[derive(Clone, Debug, PartialEq)]
pub struct ClientContextParam {
    /// Type of the parameter.
    pub kind: ContextParamType,
    /// Documentation, as Markdown.
    pub documentation: Option<Arc<str>>,
}

/// The type of a [`ClientContextParam`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContextParamType {
    /// A string.
    String,
    /// A boolean.
    Boolean,
    /// A list of strings.
    StringArray,
}

impl ContextParamType {
    /// Its name in the trait's value.
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Boolean => "boolean",
            Self::StringArray => "stringArray",
        }
    }

    /// Type of the parameter in rule sets.
    pub fn in_rules(self) -> Type {
        match self {
            Self::String => Type::String,
            Self::Boolean => Type::Boolean,
            Self::StringArray => Type::List(Box::new(Type::String)),
        }
    }
}

impl FromNode for ContextParamType {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        let is_type = node.as_str().is_some_and(|name| ShapeType::from_name(name).is_some());
        one_of(node, [Self::String, Self::Boolean, Self::StringArray], Self::name).map_err(|error| {
            // The reference implementation reads the type of any shape, and does not load traits with another text.
            if is_type { error } else { syntax(error.span, error.problem) }
        })
    }
}

impl FromNode for ClientContextParam {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { kind: required(node, "type")?, documentation: optional(node, "documentation")? })
    }
}

impl Trait for ClientContextParams {
    const ID: &'static str = "smithy.rules#clientContextParams";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Named::from_node(node).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::{
        ClientContextParams, EndpointBdd, EndpointExpectation, EndpointRuleSet, EndpointTests, OperationContextParams,
        StaticContextParams,
    };
    use crate::model::{Breaks, Trait};
    use crate::traits::testing::{node, problem};

    #[test]
    fn a_rule_set_is_parsed_and_keeps_why_it_does_not_parse() {
        let good = EndpointRuleSet::read(&node(r#"{"version": "1.0", "parameters": {}, "rules": []}"#));
        assert!(good.is_ok_and(|rules| rules.rules().is_some()));
        let bad = EndpointRuleSet::read(&node(r#"{"version": "1.0"}"#)).expect("the trait's rule reports it");
        assert_eq!(bad.0.expect_err("no parameters").message, "Missing expected member `parameters`.");
    }

    #[test]
    fn a_diagram_that_does_not_parse_is_an_error_of_loading() {
        let error = EndpointBdd::read(&node(r#"{"version": "1.0"}"#)).expect_err("too old");
        assert_eq!(error.breaks, Breaks::Syntax);
        assert_eq!(error.problem.to_string(), "Rules engine version for endpointBdd trait must be >= 1.1");
    }

    #[test]
    fn tests_expect_an_endpoint_or_an_error() {
        let text = |expect| format!(r#"{{"version": "1.0", "testCases": [{{"expect": {expect}}}]}}"#);
        let read = |expect| EndpointTests::read(&node(&text(expect))).expect("valid").0.remove(0).expect.value;
        assert_eq!(read(r#"{"error": "no"}"#), EndpointExpectation::Error("no".into()));
        let EndpointExpectation::Endpoint { url, .. } = read(r#"{"endpoint": {"url": "https://a"}}"#) else {
            panic!("it expects an endpoint")
        };
        assert_eq!(&*url, "https://a");
        assert_eq!(problem::<EndpointTests>(&text("{}")), "Expected `endpoint` or `error`.");
        assert_eq!(EndpointTests::read(&node("{}")).expect_err("no cases").breaks, Breaks::Syntax);
    }

    #[test]
    fn parameters_come_from_clients_operations_and_inputs() {
        let client = ClientContextParams::read(&node(r#"{"a": {"type": "boolean"}}"#)).expect("valid");
        assert_eq!(client.0.get("a").map(|entry| entry.value.kind.name()), Some("boolean"));
        assert_eq!(problem::<ClientContextParams>(r#"{"a": {"type": "long"}}"#), "Unexpected value `long`");
        let fixed = StaticContextParams::read(&node(r#"{"a": {"value": true}}"#)).expect("valid");
        assert_eq!(fixed.0.get("a").and_then(|entry| entry.value.value.as_bool()), Some(true));
        let paths = OperationContextParams::read(&node(r#"{"a": {"path": "b.c"}}"#)).expect("valid");
        assert!(paths.0.get("a").is_some_and(|entry| entry.value.path.expression.is_ok()));
        assert_eq!(problem::<OperationContextParams>(r#"{"a": {}}"#), "Missing expected member `path`.");
    }
}
