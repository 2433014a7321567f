//! Decision diagrams: rules as numbered conditions and results, and nodes that lead from one to the other.

use indexmap::IndexSet;

use super::parse::{condition, expect, integer, list, object, parameters, result, text, version};
use super::{Action, Condition, Expression, ExpressionKind, Function, Parameter, Rule, RuleError, Version};
use crate::hash::IndexMap;
use crate::model::Node;

/// References from here on are results.
const RESULTS: i64 = 100_000_000;
/// Bytes of a node: condition, and the next reference if it holds and if it does not.
const NODE_BYTES: usize = 12;

/// A decision diagram.
#[derive(Clone, Debug)]
pub struct Diagram {
    /// The version of the language.
    pub version: Version,
    /// The parameters, by name.
    pub parameters: IndexMap<String, Parameter>,
    /// The conditions, by number.
    pub conditions: Vec<Condition>,
    /// The results, without the one that means that no rule matched, which comes first.
    pub results: Vec<Rule>,
    nodes: Vec<[i64; 3]>,
    root: i64,
}

impl Diagram {
    /// Reads a decision diagram.
    ///
    /// # Errors
    /// The first error, if the node is not a valid decision diagram.
    pub fn parse(node: &Node) -> Result<Self, RuleError> {
        let members = object(node, "a decision diagram")?;
        let get = |key: &str| expect(members, key, node);
        let written = get("version")?;
        let version = version(written)?;
        if version < Version(1, 1) {
            return Err(RuleError::new("Rules engine version for endpointBdd trait must be >= 1.1", written.span));
        }
        let parameters = parameters(get("parameters")?)?;
        let conditions = list(get("conditions")?, "conditions")?.iter().map(condition);
        let conditions: Vec<Condition> = conditions.collect::<Result<_, _>>()?;
        let results = list(get("results")?, "results")?.iter().map(result);
        let results: Vec<Rule> = results.collect::<Result<_, _>>()?;
        known_functions(&conditions, &results)?;
        no_conditions(&results)?;
        let root = get("root")?;
        // Negative references complement. As a root, only that of "false" is allowed.
        let root = match integer(root)? {
            complement @ ..-1 => {
                let message = format!("Root reference cannot be complemented: {complement}");
                return Err(RuleError::new(message, root.span));
            }
            other => other,
        };
        let nodes = nodes(get("nodes")?, integer(get("nodeCount")?)?)?;
        Ok(Self { version, parameters, conditions, results, nodes, root })
    }

    /// Reports references that do not exist.
    pub fn check(&self) -> Vec<String> {
        let mut found = Vec::new();
        found.extend(self.reference("Root", self.root));
        // The first node is the terminal one.
        for (at, [condition, high, low]) in self.nodes.iter().enumerate().skip(1) {
            let count = self.conditions.len();
            if usize::try_from(*condition).map_or(true, |condition| condition >= count) {
                found.push(format!("Node {at} has invalid variable index {condition} (condition count: {count})"));
            }
            for (side, reference) in [("high", high), ("low", low)] {
                found.extend(self.reference(&format!("Node {at} {side}"), *reference));
            }
        }
        found
    }

    fn reference(&self, place: &str, reference: i64) -> Option<String> {
        if reference == 0 {
            return Some(format!("{place} has invalid reference: 0"));
        }
        if reference >= RESULTS {
            let (result, count) = (reference - RESULTS, self.results.len() + 1);
            let exists = usize::try_from(result).is_ok_and(|result| result < count);
            return (!exists).then(|| {
                format!("{place} reference {reference} points to non-existent result {result} (result count: {count})")
            });
        }
        let (node, count) = (reference.abs() - 1, self.nodes.len());
        // 1 and -1 are true and false. They need no node.
        let exists = node == 0 || usize::try_from(node).is_ok_and(|node| node < count);
        (!exists)
            .then(|| format!("{place} reference {reference} points to non-existent node {node} (node count: {count})"))
    }
}

/// Where a node leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// A node.
    Node(usize),
    /// A result.
    Result(usize),
    /// No rule matches.
    None,
}

impl Diagram {
    /// The nodes that can be reached, with conditions and references for values that hold or not, and the root. A
    /// complemented reference to a node leads to a copy with exchanged references.
    pub(super) fn reached(&self) -> (Vec<(i64, Reference, Reference)>, Reference) {
        let mut reached = IndexSet::new();
        let root = reference_to(self.root, &mut reached);
        let mut nodes = Vec::new();
        // Diagrams have passed `check`, so that all nodes exist.
        while let Some(reference) = reached.get_index(nodes.len()).copied() {
            let node = usize::try_from(reference.abs() - 1).ok().and_then(|node| self.nodes.get(node));
            let Some(&[condition, high, low]) = node else { break };
            let (high, low) = if reference < 0 { (low, high) } else { (high, low) };
            nodes.push((condition, reference_to(high, &mut reached), reference_to(low, &mut reached)));
        }
        (nodes, root)
    }
}

/// A reference, with nodes renumbered in the order in which they are reached.
fn reference_to(reference: i64, reached: &mut IndexSet<i64>) -> Reference {
    match reference {
        RESULTS.. => usize::try_from(reference - RESULTS - 1).map_or(Reference::None, Reference::Result),
        -1..=1 => Reference::None,
        _ => Reference::Node(reached.insert_full(reference).0),
    }
}

/// Checks that all functions exist. In rule sets, that is a check of the rules; in diagrams, it is part of the syntax.
fn known_functions(conditions: &[Condition], results: &[Rule]) -> Result<(), RuleError> {
    let mut unknown = None;
    let mut visit = |expression: &Expression| {
        if let ExpressionKind::Call(name, _) = &expression.kind
            && Function::named(name).is_none()
        {
            let error = || RuleError::new(format!("`{name}` is not a valid function"), expression.span);
            unknown.get_or_insert_with(error);
        }
    };
    for condition in conditions {
        condition.call.walk(&mut visit);
    }
    for rule in results {
        match &rule.action {
            Action::Endpoint(endpoint) => {
                endpoint.url.walk(&mut visit);
                for (_, values) in &endpoint.headers {
                    for value in values {
                        value.walk(&mut visit);
                    }
                }
            }
            Action::Error(message) => message.walk(&mut visit),
            Action::Tree(_) => {}
        }
    }
    unknown.map_or(Ok(()), Err)
}

/// Checks that results have no conditions of their own: all conditions belong to nodes.
fn no_conditions(results: &[Rule]) -> Result<(), RuleError> {
    let Some(at) = results.iter().position(|rule| !rule.conditions.is_empty()) else { return Ok(()) };
    // Results count from the one that means that no rule matched.
    let message = format!("Result {} has conditions, but all conditions of a decision diagram belong to nodes", at + 1);
    Err(RuleError::new(message, results[at].span))
}

fn nodes(node: &Node, count: i64) -> Result<Vec<[i64; 3]>, RuleError> {
    let bytes = decode(text(node, "nodes")?).map_err(|error| RuleError::new(error.to_string(), node.span))?;
    let wanted = usize::try_from(count).ok().and_then(|count| count.checked_mul(NODE_BYTES));
    if wanted != Some(bytes.len()) {
        let wanted = i128::from(count) * NODE_BYTES as i128;
        let message = format!("Expected {wanted} bytes for {count} nodes, but got {}", bytes.len());
        return Err(RuleError::new(message, node.span));
    }
    let word = |bytes: &[u8]| bytes.iter().fold(0_u32, |word, byte| word << 8 | u32::from(*byte)).cast_signed();
    let mut nodes = Vec::with_capacity(bytes.len() / NODE_BYTES);
    for node in bytes.chunks_exact(NODE_BYTES) {
        let mut words = node.chunks_exact(4).map(|bytes| i64::from(word(bytes)));
        let mut next = || words.next().unwrap_or_default();
        nodes.push([next(), next(), next()]);
    }
    Ok(nodes)
}

/// A text is not base64. Messages are those of the reference implementation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
enum Base64Error {
    #[error("Illegal base64 character {:x}", u32::from(*.0))]
    Character(char),
    #[error("Input byte array has wrong 4-byte ending unit")]
    Length,
}

/// Base64 (RFC 4648, section 4). Padding is optional.
fn decode(text: &str) -> Result<Vec<u8>, Base64Error> {
    let digits = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for digit in digits.chars() {
        let value = match digit {
            'A'..='Z' => u32::from(digit) - u32::from('A'),
            'a'..='z' => u32::from(digit) - u32::from('a') + 26,
            '0'..='9' => u32::from(digit) - u32::from('0') + 52,
            '+' => 62,
            '/' => 63,
            _ => return Err(Base64Error::Character(digit)),
        };
        bits = bits << 6 | value;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xFF) as u8);
        }
    }
    let padding = text.len() - digits.len();
    let fits = match digits.len() % 4 {
        0 => padding == 0,
        1 => false,
        rest => padding == 0 || padding == 4 - rest,
    };
    if fits { Ok(bytes) } else { Err(Base64Error::Length) }
}

#[cfg(test)]
mod tests {
    use super::{Diagram, decode};
    use crate::model::Node;
    use crate::source::SourceMap;
    use crate::syntax::json;

    fn node(root: i64, nodes: &str) -> Node {
        rules("", "", root, nodes)
    }

    fn rules(conditions: &str, results: &str, root: i64, nodes: &str) -> Node {
        let text = format!(
            r#"{{"version": "1.1", "parameters": {{}}, "conditions": [{conditions}], "results": [{results}],
                "root": {root}, "nodeCount": 1, "nodes": "{nodes}"}}"#
        );
        let source = SourceMap::default().add("diagram.json", text.clone());
        json::parse(source, &text).expect("JSON")
    }

    #[track_caller]
    fn problem(root: i64, nodes: &str) -> String {
        Diagram::parse(&node(root, nodes)).expect_err("not valid").message
    }

    #[test]
    fn nodes_are_base64_and_the_root_is_not_complemented() {
        assert!(Diagram::parse(&node(-1, "/////wAAAAH/////")).is_ok());
        assert_eq!(problem(1, "A*AA"), "Illegal base64 character 2a");
        assert_eq!(problem(1, "AAAAA"), "Input byte array has wrong 4-byte ending unit");
        assert_eq!(problem(1, "AAAA"), "Expected 12 bytes for 1 nodes, but got 3");
        assert_eq!(problem(-2, "/////wAAAAH/////"), "Root reference cannot be complemented: -2");
        assert_eq!(decode("TWE=").as_deref(), Ok(b"Ma".as_slice()));
        assert_eq!(decode("TWE").as_deref(), Ok(b"Ma".as_slice()));
    }

    #[test]
    fn functions_exist_wherever_they_are_called() {
        const UNKNOWN: &str = r#"{"fn": "http", "argv": []}"#;
        let problem = |conditions: &str, results: &str| {
            Diagram::parse(&rules(conditions, results, 1, "/////wAAAAH/////")).err().map(|error| error.message)
        };
        let unknown = Some("`http` is not a valid function".to_owned());
        assert_eq!(problem(UNKNOWN, ""), unknown);
        assert_eq!(problem(&format!(r#"{{"fn": "not", "argv": [{UNKNOWN}]}}"#), ""), unknown);
        let url = format!(r#"{{"type": "endpoint", "conditions": [], "endpoint": {{"url": {UNKNOWN}}}}}"#);
        assert_eq!(problem("", &url), unknown);
        let header = format!(
            r#"{{"type": "endpoint", "conditions": [], "endpoint": {{"url": "a:", "headers": {{"a": [{UNKNOWN}]}}}}}}"#
        );
        assert_eq!(problem("", &header), unknown);
        assert_eq!(problem("", &format!(r#"{{"type": "error", "conditions": [], "error": {UNKNOWN}}}"#)), unknown);
        assert_eq!(problem(r#"{"fn": "isSet", "argv": [{"ref": "a"}]}"#, ""), None);
        let both = r#"{"ref": "a", "fn": "isSet", "argv": [{"ref": "a"}]}"#;
        for argument in ["{}", r#"{"name": "a"}"#, both] {
            let found = problem(&format!(r#"{{"fn": "isSet", "argv": [{argument}]}}"#), "");
            assert_eq!(found.as_deref(), Some("an expression must have exactly one of `ref` and `fn`"), "{argument}");
        }
    }

    #[test]
    fn results_have_no_conditions() {
        let result = r#"{"type": "error", "error": "no", "conditions": [{"fn": "isSet", "argv": [{"ref": "a"}]}]}"#;
        let error = Diagram::parse(&rules("", result, 1, "/////wAAAAH/////")).expect_err("not valid");
        assert!(error.message.starts_with("Result 1 has conditions"), "{}", error.message);
    }

    #[test]
    fn references_lead_to_nodes_and_results() {
        let diagram = |root| Diagram::parse(&node(root, "/////wAAAAH/////")).expect("valid").check();
        assert!(diagram(1).is_empty());
        assert_eq!(diagram(3), ["Root reference 3 points to non-existent node 2 (node count: 1)"]);
        assert_eq!(
            diagram(100_000_001),
            ["Root reference 100000001 points to non-existent result 1 (result count: 1)"]
        );
    }
}
