//! Rows that are generated for endpoint rules: only what differs from the default endpoints.

use whitesmith_codegen::config::ServiceConfig;

use crate::{config, generate};

const BUILT_INS: &str = r#"
    "Region": {"type": "string", "builtIn": "AWS::Region", "documentation": "where"},
    "UseFIPS": {"type": "boolean", "builtIn": "AWS::UseFIPS", "required": true, "default": false, "documentation": "how"},
    "UseDualStack": {"type": "boolean", "builtIn": "AWS::UseDualStack", "required": true, "default": false, "documentation": "how"}
"#;

const AWS: &str = r#""aws.api#service": {"sdkId": "Names", "arnNamespace": "names", "endpointPrefix": "names"},
    "aws.auth#sigv4": {"name": "names"},"#;

/// A service with these traits and two operations. The input of the first sets the parameter `Name`.
fn model(traits: &str) -> String {
    format!(
        r#"{{"smithy": "2.0", "shapes": {{
            "example#S": {{
                "type": "service", "version": "1", "operations": [{{"target": "example#Get"}}, {{"target": "example#List"}}],
                "traits": {{{traits} "aws.protocols#awsJson1_0": {{}}}}
            }},
            "example#Get": {{"type": "operation", "input": {{"target": "example#GetInput"}}}},
            "example#GetInput": {{"type": "structure", "members": {{"name": {{
                "target": "smithy.api#String", "traits": {{"smithy.rules#contextParam": {{"name": "Name"}}}}
            }}}}}},
            "example#List": {{"type": "operation"}}
        }}}}"#
    )
}

/// The trait with these rules and the parameter `Name`.
fn rule_set(rules: &str) -> String {
    format!(
        r#""smithy.rules#endpointRuleSet": {{"version": "1.0", "parameters": {{
            {BUILT_INS}, "Name": {{"type": "string", "documentation": "whose"}}
        }}, "rules": [{rules}]}},"#
    )
}

/// Rows and warnings of a service.
fn written(model: &str, config: &ServiceConfig) -> (Vec<String>, Vec<String>) {
    let (files, found, _) = generate(&[("case.json", model)], config);
    let files = files.unwrap_or_else(|| panic!("{found:#?}"));
    let schema = files.iter().find(|file| file.path.ends_with("schema.rs")).expect("schemas");
    let table = schema.text.split_once("static SERVICE_ENDPOINTS").and_then(|(_, rest)| rest.split_once("];\n"));
    let table = table.map_or("", |(table, _)| table);
    let rows = table.split("rt::endpoint!(").skip(1).map(|row| {
        let row = row.split_whitespace().collect::<Vec<_>>().join(" ");
        row.trim_end_matches(',').trim_end_matches(')').trim_end().to_owned()
    });
    let warnings = found.into_iter().filter(|one| one.id == "codegen.EndpointRules").map(|one| one.message);
    (rows.collect(), warnings.collect())
}

/// Rows of an AWS service with these rules.
fn rows(rules: &str) -> Vec<String> {
    written(&model(&(AWS.to_owned() + &rule_set(rules))), &config("example#S")).0
}

/// A rule with the partition of the region as `P`.
fn in_partition(rules: &str) -> String {
    format!(
        r#"{{"type": "tree", "conditions": [
            {{"fn": "isSet", "argv": [{{"ref": "Region"}}]}},
            {{"fn": "aws.partition", "argv": [{{"ref": "Region"}}], "assign": "P"}}
        ], "rules": [{rules}]}},
        {{"type": "error", "conditions": [], "error": "no region"}}"#
    )
}

fn endpoint(conditions: &str, url: &str) -> String {
    format!(r#"{{"type": "endpoint", "conditions": [{conditions}], "endpoint": {{"url": "{url}"}}}}"#)
}

/// Rules of a typical service.
fn default_rules() -> String {
    let is = |parameter: &str| format!(r#"{{"fn": "booleanEquals", "argv": [{{"ref": "{parameter}"}}, true]}}"#);
    let has_dual_stack =
        r#"{"fn": "booleanEquals", "argv": [{"fn": "getAttr", "argv": [{"ref": "P"}, "supportsDualStack"]}, true]}"#;
    let (fips, dual) = (is("UseFIPS"), is("UseDualStack"));
    let both = format!("{fips}, {dual}, {has_dual_stack}");
    [
        endpoint(&both, "https://names-fips.{Region}.{P#dualStackDnsSuffix}"),
        endpoint(&format!("{dual}, {has_dual_stack}"), "https://names.{Region}.{P#dualStackDnsSuffix}"),
        format!(r#"{{"type": "error", "conditions": [{dual}], "error": "no dual stack"}}"#),
        endpoint(&fips, "https://names-fips.{Region}.{P#dnsSuffix}"),
        endpoint("", "https://names.{Region}.{P#dnsSuffix}"),
    ]
    .join(", ")
}

#[test]
fn default_endpoints_have_no_rows() {
    assert_eq!(rows(&in_partition(&default_rules())), Vec::<String>::new());
}

#[test]
fn a_rule_without_conditions_is_one_row_for_all_variants() {
    let rules = in_partition(&endpoint("", "https://names.{Region}.{P#dualStackDnsSuffix}"));
    let expected = r#"Plain | Fips | DualStack | FipsDualStack => "names.{region}.{dual_stack_suffix}""#;
    assert_eq!(rows(&rules), [expected]);
}

#[test]
fn regions_named_in_rules_come_first() {
    let named = |region: &str, url: &str| {
        let is = format!(r#"{{"fn": "stringEquals", "argv": [{{"ref": "Region"}}, "{region}"]}}"#);
        endpoint(&is, url)
    };
    let china = r#"{"fn": "stringEquals", "argv": ["{P#name}", "aws-cn"]}"#;
    let rules = [
        endpoint(china, "https://names.{P#dnsSuffix}"),
        named("eu-west-1", "https://old.{Region}.amazonaws.com"),
        named("eu-west-2", "https://old.{Region}.amazonaws.com"),
        named("local", "http://localhost:1"),
        default_rules(),
    ];
    let all = "Plain | Fips | DualStack | FipsDualStack";
    assert_eq!(
        rows(&in_partition(&rules.join(", "))),
        [
            format!(r#"{all} in "eu-west-1" | "eu-west-2" => "old.{{region}}.amazonaws.com""#),
            format!(r#"{all} in "local" => "http://localhost:1""#),
            format!(r#"{all} in "aws-cn" => "names.amazonaws.com.cn""#),
        ]
    );
}

#[test]
fn a_service_outside_of_aws_has_rows_only() {
    let rules = r#""smithy.rules#endpointRuleSet": {"version": "1.0", "parameters": {}, "rules": [
        {"type": "endpoint", "conditions": [], "endpoint": {"url": "https://names.example.com"}}
    ]},"#;
    let model = model(rules).replace(r#"{"smithy.rules#contextParam": {"name": "Name"}}"#, "{}");
    let all = "Plain | Fips | DualStack | FipsDualStack";
    assert_eq!(
        written(&model, &config("example#S")).0,
        [format!(r#"{all} in none => "names.example.com""#), format!(r#"{all} => "names.example.com""#)]
    );
}

#[test]
fn unsupported_rules_are_reported_in_one_warning() {
    let named = r#"{"fn": "isSet", "argv": [{"ref": "Name"}]}"#;
    let signed = r#"{"type": "endpoint", "conditions": [], "endpoint": {
        "url": "https://names.{Region}.{P#dnsSuffix}", "headers": {"x-names": ["1"]},
        "properties": {"authSchemes": [{"name": "sigv4a", "signingRegionSet": ["*"], "signingName": "names"}]}
    }}"#;
    let rules = in_partition(&format!("{}, {signed}", endpoint(named, "https://{Name}.example.com")));
    let model = model(&(AWS.to_owned() + &rule_set(&rules)));
    let warning =
        |what: &str| format!("Endpoints of `example#S` also depend on conditions that clients do not support: {what}");
    let (_, warnings) = written(&model, &config("example#S"));
    assert_eq!(warnings, [warning("`Name`, the authentication scheme `sigv4a`, the header `x-names`")]);
    // No generated operation sets the parameter.
    let selected = ServiceConfig { operations: Some(vec!["List".into()]), ..config("example#S") };
    let (_, warnings) = written(&model, &selected);
    assert_eq!(warnings, [warning("the authentication scheme `sigv4a`, the header `x-names`")]);
}

#[test]
fn a_rule_set_may_name_many_regions_but_not_any_number() {
    let condition = |at| format!(r#"{{"fn": "stringEquals", "argv": [{{"ref": "Name"}}, "r{at:04}"]}}"#);
    let names: Vec<String> = (0..1001).map(condition).collect();
    let is_set = r#"{"fn": "isSet", "argv": [{"ref": "Name"}]}"#;
    let rules = endpoint(&format!("{is_set}, {}", names.join(", ")), "https://{Name}.example.com");
    let model = model(&(AWS.to_owned() + &rule_set(&in_partition(&format!("{rules}, {}", default_rules())))));
    let (rows, warnings) = written(&model, &config("example#S"));
    assert_eq!(rows, Vec::<String>::new());
    assert!(warnings.iter().all(|warning| warning.ends_with("`Name`, more than 1000 names that could be regions")));
    assert_eq!(warnings.len(), 1);
}

#[test]
fn a_decision_diagram_alone_is_not_followed() {
    let diagram = r#""smithy.rules#endpointBdd": {
        "version": "1.1", "parameters": {}, "conditions": [], "results": [], "root": -1, "nodeCount": 0, "nodes": ""
    },"#;
    let model = model(diagram).replace(r#"{"smithy.rules#contextParam": {"name": "Name"}}"#, "{}");
    let (rows, warnings) = written(&model, &config("example#S"));
    assert_eq!(rows, Vec::<String>::new());
    assert_eq!(warnings.len(), 1);
    assert!(warnings.iter().all(|warning| warning.ends_with("a decision diagram, without `@endpointRuleSet`")));
}
