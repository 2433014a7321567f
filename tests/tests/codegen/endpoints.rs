//! Code that is generated for endpoint rules: rows that differ from the default endpoints, or the rules if rows do not
//! suffice.

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

/// Rows of a service.
fn written(model: &str, config: &ServiceConfig) -> Vec<String> {
    let (files, found, _) = generate(&[("case.json", model)], config);
    let files = files.unwrap_or_else(|| panic!("{found:#?}"));
    let schema = files.iter().find(|file| file.path.ends_with("schema.rs")).expect("schemas");
    let table = schema.text.split_once("static SERVICE_ENDPOINTS").and_then(|(_, rest)| rest.split_once("];\n"));
    let table = table.map_or("", |(table, _)| table);
    let rows = table.split("rt::endpoint!(").skip(1).map(|row| {
        let row = row.split_whitespace().collect::<Vec<_>>().join(" ");
        row.trim_end_matches(',').trim_end_matches(')').trim_end().to_owned()
    });
    rows.collect()
}

/// A selection of operations that supply no parameters.
fn without_parameters() -> ServiceConfig {
    ServiceConfig { operations: Some(vec!["List".into()]), ..config("example#S") }
}

/// Rows of an AWS service with these rules.
fn rows(rules: &str) -> Vec<String> {
    written(&model(&(AWS.to_owned() + &rule_set(rules))), &without_parameters())
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
    let rules = in_partition(&endpoint("", "https://all.{Region}.{P#dualStackDnsSuffix}"));
    let expected = r#"Plain | Fips | DualStack | FipsDualStack => "all.{region}.{dual_stack_suffix}""#;
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
        written(&model, &config("example#S")),
        [format!(r#"{all} in none => "names.example.com""#), format!(r#"{all} => "names.example.com""#)]
    );
}

/// The rules of a generated module, line by line, and warnings.
fn rules(model: &str, config: &ServiceConfig) -> (Vec<String>, Vec<String>) {
    let (files, found, _) = generate(&[("case.json", model)], config);
    let files = files.unwrap_or_else(|| panic!("{found:#?}"));
    let schema = files.iter().find(|file| file.path.ends_with("schema.rs")).expect("schemas");
    let text = schema.text.split_once("EndpointRules::new(").and_then(|(_, rest)| rest.split_once("\"#"));
    let lines = text.map_or("", |(text, _)| text).lines().skip(2).map(str::to_owned).collect();
    let warnings = found.into_iter().filter(|one| one.id == "codegen.EndpointRules").map(|one| one.message);
    (lines, warnings.collect())
}

#[test]
fn rules_that_depend_on_more_than_the_region_are_generated_as_lines() {
    let named = r#"{"fn": "isSet", "argv": [{"ref": "Name"}]}"#;
    let signed = r#"{"type": "endpoint", "conditions": [], "endpoint": {
        "url": "https://names.{Region}.{P#dnsSuffix}", "headers": {"x-names": ["1"]},
        "properties": {"authSchemes": [{"name": "sigv4", "signingRegion": "{Region}"}]}
    }}"#;
    let text = in_partition(&format!("{}, {signed}", endpoint(named, "https://{Name}.example.com/{{a}}")));
    let (lines, warnings) = rules(&model(&(AWS.to_owned() + &rule_set(&text))), &config("example#S"));
    let expected = [
        "parameter Region string from AWS::Region",
        "parameter UseFIPS boolean required default false from AWS::UseFIPS",
        "parameter UseDualStack boolean required default false from AWS::UseDualStack",
        "parameter Name string",
        "isSet(Region) and P = aws.partition(Region):",
        r#"  isSet(Name) => "https://{Name}.example.com/{{a}}""#,
        concat!(
            r#"  else => "https://names.{Region}.{P#dnsSuffix}" headers {"x-names": ["1"]} "#,
            r#"properties {"authSchemes": [{"name": "sigv4", "signingRegion": "{Region}"}]}"#
        ),
        r#"else => error "no region""#,
    ];
    assert_eq!(lines, expected);
    assert_eq!(warnings, Vec::<String>::new());
}

#[test]
fn what_clients_do_not_support_is_reported_in_one_warning() {
    let signed = r#"{"type": "endpoint", "conditions": [], "endpoint": {
        "url": "https://names.{Region}.{P#dnsSuffix}",
        "properties": {"authSchemes": [{"name": "sigv4a", "signingRegionSet": ["*"], "signingName": "names"}]}
    }}"#;
    let (_, warnings) = rules(&model(&(AWS.to_owned() + &rule_set(&in_partition(signed)))), &without_parameters());
    let unsupported = "the authentication scheme `sigv4a`";
    assert_eq!(
        warnings,
        [format!("Some endpoints of `example#S` depend on what clients do not support: {unsupported}")]
    );
}

#[test]
fn a_rule_set_may_name_any_number_of_regions() {
    let condition = |at| format!(r#"{{"fn": "stringEquals", "argv": [{{"ref": "Region"}}, "r{at:04}"]}}"#);
    let names: Vec<String> = (0..1001).map(condition).collect();
    let rules_of = format!("{}, {}", endpoint(&names.join(", "), "https://{Region}.example.com"), default_rules());
    let model = model(&(AWS.to_owned() + &rule_set(&in_partition(&rules_of))));
    let (lines, warnings) = rules(&model, &without_parameters());
    assert!(lines.iter().any(|line| line.contains("r1000")), "{lines:?}");
    assert_eq!(warnings, Vec::<String>::new());
}

#[test]
fn a_decision_diagram_is_generated_as_conditions_results_and_nodes() {
    // Nodes: the terminal one, and one that leads to the first result if its condition holds, and else to the second.
    let nodes = "/////wAAAAH/////AAAAAAX14QEF9eEC";
    let diagram = format!(
        r#""smithy.rules#endpointBdd": {{
            "version": "1.1",
            "parameters": {{"Region": {{"type": "string", "builtIn": "AWS::Region", "documentation": "where"}}}},
            "conditions": [{{"fn": "isSet", "argv": [{{"ref": "Region"}}]}}],
            "results": [
                {{"type": "endpoint", "conditions": [], "endpoint": {{"url": "https://{{Region}}.example.com"}}}},
                {{"type": "error", "conditions": [], "error": "no region"}}
            ],
            "root": 2, "nodeCount": 2, "nodes": "{nodes}"
        }},"#
    );
    let model = model(&diagram).replace(r#"{"smithy.rules#contextParam": {"name": "Name"}}"#, "{}");
    let (lines, warnings) = rules(&model, &config("example#S"));
    let expected = [
        "parameter Region string from AWS::Region",
        "condition isSet(Region)",
        r#"result => "https://{Region}.example.com""#,
        r#"result => error "no region""#,
        "node 0 ? !0 : !1",
        "root 0",
    ];
    assert_eq!(lines, expected);
    assert_eq!(warnings, Vec::<String>::new());
}
