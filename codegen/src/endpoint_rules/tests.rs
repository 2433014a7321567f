//! Results and errors of rule sets.

use super::{Evaluator, Outcome, check, parse};
use crate::model::Node;
use crate::source::SourceMap;
use crate::syntax::json;

fn node(text: &str) -> Node {
    let mut sources = SourceMap::default();
    let id = sources.add("test.json", text.to_owned());
    json::parse(id, text).expect("the test's JSON is fine")
}

/// A rule set with a required region, an optional stage, and these rules.
fn rules(rules: &str) -> Node {
    node(&format!(
        r#"{{"version": "1.1", "parameters": {{
            "Region": {{"type": "string", "required": true, "builtIn": "AWS::Region", "documentation": "where"}},
            "Stage": {{"type": "string", "documentation": "how far"}},
            "Safe": {{"type": "boolean", "required": true, "default": true, "documentation": "how"}}
        }}, "rules": [{rules}]}}"#
    ))
}

fn run(text: &str, parameters: &str) -> Outcome {
    let rule_set = parse(&rules(text)).expect("the rules parse");
    assert_eq!(check(&rule_set), []);
    let parameters = node(parameters);
    let parameters = parameters.as_object().into_iter().flatten().map(|(name, (_, node))| (&**name, node));
    Evaluator::run(&rule_set, parameters).expect("a rule holds")
}

fn url(text: &str, parameters: &str) -> String {
    match run(text, parameters) {
        Outcome::Endpoint(url, ..) => url,
        Outcome::Error(message) => message,
    }
}

/// Messages about a rule set.
fn faults(text: &str) -> Vec<String> {
    match parse(&rules(text)) {
        Ok(rules) => check(&rules).into_iter().map(|error| error.message).collect(),
        Err(error) => vec![error.message],
    }
}

#[test]
fn the_first_rule_whose_conditions_hold_decides() {
    let text = r#"
        {"type": "tree", "conditions": [{"fn": "isSet", "argv": [{"ref": "Stage"}]}], "rules": [
            {"type": "endpoint", "conditions": [{"fn": "stringEquals", "argv": [{"ref": "Stage"}, "beta"]}],
             "endpoint": {"url": "https://beta.{Region}.example.com"}},
            {"type": "error", "conditions": [], "error": "no stage {Stage}"}]},
        {"type": "endpoint", "conditions": [{"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "P"}],
         "endpoint": {"url": "https://x.{Region}.{P#dnsSuffix}", "headers": {"x-name": ["{P#name}", "{{}}"]}}}"#;
    assert_eq!(url(text, r#"{"Region": "r", "Stage": "beta"}"#), "https://beta.r.example.com");
    assert_eq!(url(text, r#"{"Region": "r", "Stage": "gamma"}"#), "no stage gamma");
    assert_eq!(url(text, r#"{"Region": "cn-north-1"}"#), "https://x.cn-north-1.amazonaws.com.cn");
    let Outcome::Endpoint(_, headers, _) = run(text, r#"{"Region": "us-gov-west-1"}"#) else { panic!("an endpoint") };
    assert_eq!(headers, [("x-name".to_owned(), vec!["aws-us-gov".to_owned(), "{}".to_owned()])]);
}

#[test]
fn functions_have_the_results_of_the_specification() {
    for (call, region, expected) in [
        (r#"{"fn": "substring", "argv": ["{Region}", 0, 2, true]}"#, "abcd", "cd"),
        (r#"{"fn": "uriEncode", "argv": ["{Region}"]}"#, "a b/é~", "a%20b%2F%C3%A9~"),
        (r#"{"fn": "coalesce", "argv": [{"ref": "Stage"}, {"ref": "Region"}]}"#, "r", "r"),
        (r#"{"fn": "ite", "argv": [{"ref": "Safe"}, "yes", "no"]}"#, "r", "yes"),
        (r#"{"fn": "getAttr", "argv": [{"fn": "split", "argv": ["{Region}", "--", 0]}, "[-1]"]}"#, "a--b--c", "c"),
    ] {
        let text = format!(
            r#"{{"type": "endpoint", "conditions": [{}], "endpoint": {{"url": "{{x}}"}}}},
               {{"type": "error", "conditions": [], "error": "none"}}"#,
            call.replacen('{', r#"{"assign": "x", "#, 1)
        );
        assert_eq!(url(&text, &format!(r#"{{"Region": "{region}"}}"#)), expected, "{call}");
    }
}

#[test]
fn truth_functions_decide() {
    for (call, region, holds) in [
        (r#"{"fn": "isValidHostLabel", "argv": ["{Region}", false]}"#, "a-b", true),
        (r#"{"fn": "isValidHostLabel", "argv": ["{Region}", false]}"#, "a.b", false),
        (r#"{"fn": "isValidHostLabel", "argv": ["{Region}", true]}"#, "a.b", true),
        (r#"{"fn": "isValidHostLabel", "argv": ["{Region}", true]}"#, "-a", false),
        (r#"{"fn": "aws.isVirtualHostableS3Bucket", "argv": ["{Region}", false]}"#, "bucket-1", true),
        (r#"{"fn": "aws.isVirtualHostableS3Bucket", "argv": ["{Region}", true]}"#, "192.168.1.1", false),
        (r#"{"fn": "aws.isVirtualHostableS3Bucket", "argv": ["{Region}", false]}"#, "Bucket", false),
        (r#"{"fn": "not", "argv": [{"fn": "booleanEquals", "argv": [{"ref": "Safe"}, true]}]}"#, "r", false),
        (r#"{"fn": "parseURL", "argv": ["{Region}"]}"#, "https://[::1]:80/a", true),
        (r#"{"fn": "parseURL", "argv": ["{Region}"]}"#, "https://a/?q", false),
        (r#"{"fn": "parseURL", "argv": ["{Region}"]}"#, "ftp://a", false),
        (r#"{"fn": "aws.parseArn", "argv": ["{Region}"]}"#, "arn:aws:s3:::b/k", true),
        (r#"{"fn": "aws.parseArn", "argv": ["{Region}"]}"#, "arn:aws:s3::b", false),
    ] {
        let text = format!(
            r#"{{"type": "endpoint", "conditions": [{call}], "endpoint": {{"url": "holds"}}}},
               {{"type": "error", "conditions": [], "error": "does not"}}"#
        );
        let expected = if holds { "holds" } else { "does not" };
        assert_eq!(url(&text, &format!(r#"{{"Region": "{region}"}}"#)), expected, "{call} {region}");
    }
}

#[test]
fn steps_that_always_fail_are_reported() {
    let endpoint = |url: &str| format!(r#"{{"type": "endpoint", "conditions": [], "endpoint": {{"url": "{url}"}}}}"#);
    let with = |call: &str| format!(r#"{{"type": "error", "conditions": [{call}], "error": "e"}}"#);
    for (text, fault) in [
        (endpoint("https://{Regoin}"), "unknown name `Regoin`"),
        (endpoint("https://{Stage}"), "`{Stage}` in a string must be a string, but is an optional string"),
        (endpoint("https://{Safe}"), "`{Safe}` in a string must be a string, but is a boolean"),
        (endpoint("https://{Region#a}"), "`a` is read from `Region`, which is a string"),
        (endpoint("https://{"), "`https://{` has an unbalanced brace"),
        (with(r#"{"fn": "isSett", "argv": [{"ref": "Stage"}]}"#), "unknown function `isSett`"),
        (
            with(r#"{"fn": "isSet", "argv": [{"ref": "Region"}]}"#),
            "`isSet` needs an optional value, but this is always a string",
        ),
        (with(r#"{"fn": "not", "argv": []}"#), "`not` takes 1 arguments, but has 0"),
        (
            with(r#"{"fn": "not", "argv": [{"ref": "Region"}]}"#),
            "argument 1 of `not` must be a boolean, but is a string",
        ),
        (
            with(r#"{"fn": "coalesce", "argv": [{"ref": "Region"}, {"ref": "Safe"}]}"#),
            "argument 2 of `coalesce` must be a string, but is a boolean",
        ),
        (
            with(r#"{"fn": "getAttr", "argv": [{"fn": "split", "argv": ["a", "b", 0]}, "x[0]"]}"#),
            "`x` is read from `x[0]`, which is a stringArray",
        ),
        (
            with(r#"{"fn": "split", "argv": ["a", "b", 0], "assign": "Region"}"#),
            "`Region` already has a value and cannot be reassigned",
        ),
        (with(r#"{"fn": "substring", "argv": ["abc", -1, 2, false]}"#), "numbers in rules cannot be negative"),
        (with(r#"{"fn": "split", "argv": ["a", "", 0]}"#), "the delimiter of `split` cannot be empty"),
        (
            r#"{"type": "endpiont"}"#.to_owned(),
            "unknown type of rule `endpiont`: expected `endpoint`, `error` or `tree`",
        ),
        (r#"{"type": "error"}"#.to_owned(), "Missing expected member `error`."),
        (
            r#"{"type": "endpoint", "endpoint": {"url": "https://a.example", "header": {}}}"#.to_owned(),
            "unknown member `header`: expected one of headers, properties, url",
        ),
    ] {
        assert_eq!(faults(&text), [fault], "{text}");
    }
}
