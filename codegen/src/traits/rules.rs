//! Endpoints by rules (spec: "Rules engine"). Rule sets are documents: `endpoint_rules` knows their language.

use std::sync::Arc;

use super::read::{FromNode, Named, required, syntax};
use crate::model::{Invalid, Node, Number, Trait};

/// `@endpointBdd`: rules as a decision diagram. The node is its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndpointBdd;

impl Trait for EndpointBdd {
    const ID: &'static str = "smithy.rules#endpointBdd";

    /// Nodes are base64; of negative references, which complement, only that of "false" can be a root.
    fn read(node: &Node) -> Result<Self, Invalid> {
        if let Some(nodes) = node.get("nodes")
            && let Some(problem) = nodes.as_str().and_then(base64_problem)
        {
            return Err(syntax(nodes.span, problem));
        }
        if let Some(root) = node.get("root")
            && let Some(number) = root.as_number().and_then(Number::as_i128).filter(|number| *number < -1)
        {
            return Err(syntax(root.span, format!("Root reference cannot be complemented: {number}")));
        }
        Ok(Self)
    }
}

/// Why a text is no base64 (RFC 4648, section 4).
fn base64_problem(text: &str) -> Option<String> {
    let digits = text.trim_end_matches('=');
    let is_digit = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
    if let Some(stranger) = digits.chars().find(|c| !is_digit(*c)) {
        return Some(format!("Illegal base64 character {:x}", u32::from(stranger)));
    }
    let padding = text.len() - digits.len();
    let fits = match digits.len() % 4 {
        0 => padding == 0,
        1 => false,
        rest => padding == 0 || padding == 4 - rest,
    };
    (!fits).then(|| "Input byte array has wrong 4-byte ending unit".to_owned())
}

/// `@contextParam`: the member is a parameter of rules.
#[derive(Clone, Debug, PartialEq)]
pub struct ContextParam {
    /// The parameter.
    pub name: Arc<str>,
}

impl Trait for ContextParam {
    const ID: &'static str = "smithy.rules#contextParam";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { name: required(node, "name")? })
    }
}

/// `@operationContextParams`: paths in the input to parameters of rules.
#[derive(Clone, Debug, PartialEq)]
pub struct OperationContextParams(pub Named<OperationContextParam>);

/// One of [`OperationContextParams`].
#[derive(Clone, Debug, PartialEq)]
pub struct OperationContextParam {
    /// A path in `JMESPath`.
    pub path: Arc<str>,
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

/// `@endpointTests`: what rules must give. The node is its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndpointTests;

impl Trait for EndpointTests {
    const ID: &'static str = "smithy.rules#endpointTests";

    /// The definition leaves out that cases must be there.
    fn read(node: &Node) -> Result<Self, Invalid> {
        match node.get("testCases") {
            Some(_) => Ok(Self),
            None => Err(syntax(node.span, "Missing expected member `testCases`.")),
        }
    }
}

super::documents! {
    /// `@endpointRuleSet`: rules as a tree.
    EndpointRuleSet = "smithy.rules#endpointRuleSet"
    /// `@staticContextParams`: parameters of rules that the operation fixes.
    StaticContextParams = "smithy.rules#staticContextParams"
    /// `@clientContextParams`: parameters of rules that callers give.
    ClientContextParams = "smithy.rules#clientContextParams"
}

#[cfg(test)]
mod tests {
    use super::EndpointBdd;
    use crate::model::Trait;
    use crate::traits::testing::{node, problem};

    #[test]
    fn nodes_of_a_diagram_are_base64_and_its_root_is_no_complement() {
        assert!(EndpointBdd::read(&node(r#"{"nodes": "AAAA", "root": -1}"#)).is_ok());
        assert_eq!(problem::<EndpointBdd>(r#"{"nodes": "A*AA"}"#), "Illegal base64 character 2a");
        assert_eq!(problem::<EndpointBdd>(r#"{"root": -2}"#), "Root reference cannot be complemented: -2");
    }
}
