//! `@endpointBdd`: a decision diagram of conditions and results, as numbers.

use super::BDD;
use super::parameters::Parameters;
use super::rule_sets::{endpoint, parameters_of, too_new, wrong};
use crate::diagnostic::Diagnostic;
use crate::endpoint_rules::{self, Condition, RuleError, Version, condition, parameters, result};
use crate::load;
use crate::model::{Node, Shape};
use crate::rule::event;
use crate::validate::Rule;
use crate::validate::contained::with_trait;
use crate::validate::context::Context;

/// References from here on are results.
const RESULTS: i64 = 100_000_000;
/// Bytes of a node: condition, and where to go when it holds and when not.
const NODE_BYTES: usize = 12;

pub(in crate::validate) const DECISION_DIAGRAMS: Rule = Rule {
    events: &[
        event!("EndpointBddTrait"),
        event!("RuleSetAuthSchemes"),
        event!("RuleSetAwsBuiltIn", Prefix),
        event!("RuleSetBuiltIn", Prefix),
        event!("RuleSetParamMissingDocs"),
        event!("RuleSetParameter", Prefix),
        event!("RuleSetUri"),
        event!("RulesEngineVersion"),
        load::MODEL,
    ],
    check: decision_diagrams,
    #[cfg(test)]
    cases: cases::DECISION_DIAGRAMS,
};

fn decision_diagrams(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (service, node) in with_trait(model, BDD) {
        match read(service, node, found) {
            Ok(diagram) => {
                diagram.check(service, node, found);
                diagram.results.iter().for_each(|rule| endpoint(service, rule, found));
                parameters_of(model, service, &diagram.parameters, node.span, found);
            }
            Err(mut error) => {
                error.message = format!("Error creating trait `{BDD}`: {}", error.message);
                found.push(wrong(service, "Model", error));
            }
        }
    }
}

struct Diagram {
    parameters: Parameters,
    conditions: Vec<Condition>,
    /// Without the one that means "no rule matched", which comes first.
    results: Vec<endpoint_rules::Rule>,
    nodes: Vec<[i64; 3]>,
    root: i64,
}

fn read(service: &Shape, node: &Node, found: &mut Vec<Diagnostic>) -> Result<Diagram, RuleError> {
    let get =
        |key: &str| node.get(key).ok_or_else(|| RuleError::new(format!("Missing expected member `{key}`."), node.span));
    let number = |key: &str| -> Result<i64, RuleError> {
        let node = get(key)?;
        let value = node.as_number().and_then(|number| i64::try_from(number.as_i128()?).ok());
        value.ok_or_else(|| RuleError::new(format!("`{key}` must be a whole number"), node.span))
    };
    let version = get("version")?;
    let declared = match version.as_str().and_then(|text| text.split_once('.')) {
        Some((major, minor)) => major.parse().ok().zip(minor.parse().ok()).map(|(major, minor)| Version(major, minor)),
        None => None,
    };
    let Some(declared) = declared else {
        return Err(RuleError::new("`version` must be a version such as `1.1`", version.span));
    };
    if declared < Version(1, 1) {
        return Err(RuleError::new("Rules engine version for endpointBdd trait must be >= 1.1", version.span));
    }
    let parameters = parameters(get("parameters")?)?;
    let conditions = get("conditions")?.as_array().unwrap_or_default();
    let conditions = conditions.iter().map(condition).collect::<Result<Vec<_>, _>>()?;
    let results = get("results")?.as_array().unwrap_or_default();
    let results = results.iter().map(result).collect::<Result<Vec<_>, _>>()?;
    for condition in &conditions {
        too_new(service, declared, condition, found);
    }
    let root = number("root")?;
    if root < -1 {
        return Err(RuleError::new(format!("Root reference cannot be complemented: {root}"), get("root")?.span));
    }
    let nodes = nodes(get("nodes")?, number("nodeCount")?)?;
    Ok(Diagram { parameters, conditions, results, nodes, root })
}

fn nodes(node: &Node, count: i64) -> Result<Vec<[i64; 3]>, RuleError> {
    let text = node.as_str().unwrap_or_default();
    let bytes = decode(text).map_err(|fault| RuleError::new(fault, node.span))?;
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

/// Base64 (RFC 4648, section 4), padded.
fn decode(text: &str) -> Result<Vec<u8>, String> {
    let digits = text.trim_end_matches('=');
    let padding = text.len() - digits.len();
    if !text.len().is_multiple_of(4) || padding > 2 {
        return Err("Input byte array has wrong 4-byte ending unit".to_owned());
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in digits.bytes() {
        let digit = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return Err(format!("Illegal base64 character {byte:x}")),
        };
        bits = bits << 6 | u32::from(digit);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xFF) as u8);
        }
    }
    Ok(bytes)
}

impl Diagram {
    fn check(&self, service: &Shape, node: &Node, found: &mut Vec<Diagnostic>) {
        let mut error = |message: String| {
            found.push(Diagnostic::error("EndpointBddTrait", message, node.span).with_shape(&service.id));
        };
        if let Some(fault) = self.reference("Root", self.root) {
            error(fault);
        }
        // The first node is where all ways end.
        for (at, [condition, high, low]) in self.nodes.iter().enumerate().skip(1) {
            let count = self.conditions.len();
            if usize::try_from(*condition).map_or(true, |condition| condition >= count) {
                error(format!("Node {at} has invalid variable index {condition} (condition count: {count})"));
            }
            for (side, reference) in [("high", high), ("low", low)] {
                if let Some(fault) = self.reference(&format!("Node {at} {side}"), *reference) {
                    error(fault);
                }
            }
        }
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
        // 1 and -1 are true and false, which no list of nodes has to hold.
        let exists = node == 0 || usize::try_from(node).is_ok_and(|node| node < count);
        (!exists)
            .then(|| format!("{place} reference {reference} points to non-existent node {node} (node count: {count})"))
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const DECISION_DIAGRAMS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["UnstableTrait"])
@smithy.rules#endpointBdd(
    version: "1.1"
//  ^^^^^^^ error: EndpointBddTrait
    parameters: {}
    conditions: []
    results: []
    root: 3
    nodeCount: 1
    nodes: "/////wAAAAH/////"
)
service S {}
"#],
        leaves: &[r#"
@suppress(["UnstableTrait"])
@smithy.rules#endpointBdd(
    version: "1.1"
    parameters: {}
    conditions: []
    results: []
    root: 1
    nodeCount: 1
    nodes: "/////wAAAAH/////"
)
service S {}
"#],
    };
}
