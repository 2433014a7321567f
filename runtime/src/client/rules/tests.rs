//! Texts of rules, and their results.

use std::borrow::Cow;

use super::{NoEndpoint, Outcome, Value};
use crate::client::partitions::Partitions;
use crate::endpoint_rules::{MalformedRules, Program};

/// Why there is no endpoint.
#[derive(Debug, PartialEq)]
enum Problem {
    Malformed(MalformedRules),
    Message(String),
    Missing(&'static str),
    NoRule,
}

/// Result of rules for parameters that are strings.
fn run(text: &str, parameters: &[(&str, &str)]) -> Result<String, Problem> {
    let program = Program::parse(text.to_owned().leak()).map_err(Problem::Malformed)?;
    let partitions = Partitions::default();
    let outcome = program.evaluate(&partitions, |parameter| {
        let given = parameters.iter().find(|(name, _)| *name == parameter.name);
        given.map_or(Value::Absent, |(_, text)| Value::Text(Cow::Borrowed(text)))
    });
    match outcome {
        Ok(Outcome::Endpoint(endpoint)) => Ok(endpoint.url.into_owned()),
        Ok(Outcome::Error(message)) => Err(Problem::Message(message.into_owned())),
        Err(NoEndpoint::Missing(name)) => Err(Problem::Missing(name)),
        Err(NoEndpoint::NoRule) => Err(Problem::NoRule),
    }
}

/// The value of an expression, for the parameter `A`.
fn value(expression: &str, a: &str) -> Result<String, Problem> {
    run(&format!("parameter A string\nx = {expression} => \"{{x}}\"\nelse => error \"none\""), &[("A", a)])
}

/// Whether a condition holds for the parameter `A`.
fn holds(condition: &str, a: &str) -> bool {
    run(&format!("parameter A string\n{condition} => \"yes\"\nelse => \"no\""), &[("A", a)]).as_deref() == Ok("yes")
}

const TREE: &str = r#"
parameter Region string required
parameter Stage string
isSet(Stage):
  stringEquals(Stage, "beta") => "https://beta.{Region}.example"
  stringEquals(Stage, "none"):
    stringEquals(Region, "a") => "https://a.example"
  stringEquals(Stage, "empty"):
  else => error "no stage \"{Stage}\" {{}}"
p = aws.partition(Region) => "https://{Region}.{p#dnsSuffix}"
"#;

#[test]
fn the_first_rule_whose_conditions_hold_applies() {
    let stage = |stage, region| run(TREE, &[("Stage", stage), ("Region", region)]);
    assert_eq!(stage("beta", "r").as_deref(), Ok("https://beta.r.example"));
    assert_eq!(stage("none", "a").as_deref(), Ok("https://a.example"));
    assert_eq!(stage("other", "a"), Err(Problem::Message("no stage \"other\" {}".to_owned())));
    assert_eq!(run(TREE, &[("Region", "cn-north-1")]).as_deref(), Ok("https://cn-north-1.amazonaws.com.cn"));
}

#[test]
fn a_tree_whose_conditions_hold_is_final() {
    for given in ["none", "empty"] {
        assert_eq!(run(TREE, &[("Stage", given), ("Region", "b")]), Err(Problem::NoRule), "{given}");
    }
}

#[test]
fn required_parameters_need_values() {
    assert_eq!(run(TREE, &[]), Err(Problem::Missing("Region")));
    let text = "parameter A string required default \"d\"\nelse => A";
    assert_eq!(run(text, &[]).as_deref(), Ok("d"));
}

#[test]
fn a_diagram_leads_from_node_to_node() {
    let text = "parameter A string\ncondition isSet(A)\ncondition x = substring(A, 0, 1, false)\n\
                result => \"{x}\"\nresult => error \"empty\"\nnode 0 ? 1 : none\nnode 1 ? !0 : !1\nroot 0";
    assert_eq!(run(text, &[("A", "abc")]).as_deref(), Ok("a"));
    assert_eq!(run(text, &[("A", "")]), Err(Problem::Message("empty".to_owned())));
    assert_eq!(run(text, &[]), Err(Problem::NoRule));
}

#[test]
fn a_diagram_with_a_cycle_ends() {
    let text = "parameter A string\ncondition isSet(A)\nnode 0 ? 1 : 1\nnode 0 ? 0 : 0\nroot 0";
    assert_eq!(run(text, &[("A", "a")]), Err(Problem::NoRule));
}

#[test]
fn functions_have_the_results_of_the_specification() {
    for (expression, a, expected) in [
        ("substring(A, 0, 2, true)", "abcd", Ok("cd")),
        ("substring(A, 0, 5, false)", "abcd", Err("none")),
        ("substring(A, 0, 2, false)", "aé", Err("none")),
        ("uriEncode(A)", "a b/é~", Ok("a%20b%2F%C3%A9~")),
        ("getAttr(split(A, \"--\", 0), \"[-1]\")", "a--b--c", Ok("c")),
        ("getAttr(split(A, \"--\", 2), \"[1]\")", "a--b--c", Ok("b--c")),
        ("getAttr(aws.parseArn(A), \"resourceId[1]\")", "arn:aws:s3:r:1:a/b:c", Ok("b")),
        ("getAttr(aws.parseArn(A), \"resourceId[-1]\")", "arn:aws:s3:r:1:a/b:c", Ok("c")),
        ("getAttr(aws.parseArn(A), \"resourceId[3]\")", "arn:aws:s3:r:1:a/b:c", Err("none")),
        ("getAttr(aws.parseArn(A), \"accountId\")", "arn:aws:s3:r:1:a", Ok("1")),
        ("getAttr(aws.parseArn(A), \"region\")", "arn:aws:s3:r:1", Err("none")),
        ("getAttr(parseURL(A), \"normalizedPath\")", "https://h:1/a", Ok("/a/")),
        ("getAttr(parseURL(A), \"authority\")", "https://h:1/a", Ok("h:1")),
        ("getAttr(parseURL(A), \"scheme\")", "https://h?a", Err("none")),
        ("coalesce(B, A)", "a", Ok("a")),
        ("ite(isSet(A), \"y\", \"n\")", "a", Ok("y")),
        ("getAttr(aws.partition(A), \"implicitGlobalRegion\")", "us-gov-east-1", Ok("us-gov-west-1")),
    ] {
        let expected = expected.map(str::to_owned).map_err(|message: &str| Problem::Message(message.to_owned()));
        assert_eq!(value(expression, a), expected, "{expression} of {a}");
    }
}

#[test]
fn conditions_hold_for_values_other_than_false() {
    for (condition, a, expected) in [
        ("isValidHostLabel(A, false)", "a-b", true),
        ("isValidHostLabel(A, false)", "a.b", false),
        ("isValidHostLabel(A, true)", "a.b", true),
        ("isValidHostLabel(A, true)", "a..b", false),
        ("aws.isVirtualHostableS3Bucket(A, false)", "bucket-1", true),
        ("aws.isVirtualHostableS3Bucket(A, false)", "a.b.c", false),
        ("aws.isVirtualHostableS3Bucket(A, true)", "192.168.1.1", false),
        ("not(stringEquals(A, \"b\"))", "a", true),
        ("booleanEquals(getAttr(parseURL(A), \"isIp\"), true)", "http://[::1]:80/", true),
        ("parseURL(A)", "ftp://a", false),
    ] {
        assert_eq!(holds(condition, a), expected, "{condition} of {a}");
    }
}

#[test]
fn malformed_lines_are_named() {
    for (text, line) in [
        ("parameter A number", 1),
        ("parameter A string\nisSet(A)", 2),
        ("parameter A string\n  isSet(A) => A", 2),
        ("else => \"a\"\n  else => \"b\"", 2),
        ("isSet(A", 1),
        ("unknown(A) => A", 1),
        ("else => \"{A}\"", 1),
        ("else => \"a\" and", 1),
        ("node 0 ? 0 : 0\nroot 0", 2),
        ("root !0", 1),
    ] {
        let error = Program::parse(text).expect_err(text);
        assert_eq!(
            error.to_string(),
            format!("line {line} of the endpoint rules is malformed: generate the code again")
        );
    }
    let deep = format!("{}A{} => A", "not(".repeat(40), ")".repeat(40));
    assert!(Program::parse(deep.leak()).is_err());
}

#[test]
fn changed_texts_are_read_or_rejected() {
    let mut random = fastrand::Rng::with_seed(11);
    for _ in 0..2000 {
        let mut lines: Vec<char> = TREE.chars().collect();
        for _ in 0..=random.usize(..4) {
            let (from, to) = (random.usize(..lines.len()), random.usize(..lines.len()));
            match random.u8(..3) {
                0 => lines.swap(from, to),
                1 => drop(lines.remove(from)),
                _ => lines.insert(from, lines[to]),
            }
        }
        let text: String = lines.into_iter().collect();
        let _ = run(&text, &[("Region", "r"), ("Stage", "beta")]);
    }
}
