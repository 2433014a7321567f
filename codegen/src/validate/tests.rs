//! Tests of rules on small models.

mod accept;
mod loading;

use crate::diagnostic::Severity;
use crate::pipeline;
use crate::source::SourceMap;

/// Findings in an IDL model of the namespace `a`: severity, event ID, and shape without its namespace.
fn found(text: &str) -> Vec<(Severity, String, String)> {
    let mut sources = SourceMap::default();
    let (head, body) = text.split_once("---").unwrap_or(("", text));
    sources.add("case.smithy", format!("$version: \"2.0\"\n{head}\nnamespace a\n{body}\n"));
    let (_, diagnostics) = pipeline::model(&sources);
    let shape = |d: &crate::diagnostic::Diagnostic| d.shape.as_ref().map_or("-", |id| id.as_str()).replace("a#", "");
    diagnostics.iter().map(|d| (d.severity, d.id.clone(), shape(d))).collect()
}

/// Rows of model, severity, event ID and shape.
fn check(rows: &[(&str, Severity, &str, &str)]) {
    for (text, severity, id, shape) in rows {
        let found = found(text);
        let is_wanted = |(s, i, at): &(Severity, String, String)| s == severity && i == id && at == shape;
        assert!(found.iter().any(is_wanted), "{text}\n  wanted {severity:?} {id} {shape}\n  found {found:?}");
    }
}

use Severity::{Danger, Error, Note, Warning};

#[test]
fn references_target_shapes_of_allowed_types() {
    check(&[
        ("structure S { m: Missing }", Error, "Target.UnresolvedShape", "S$m"),
        ("structure S { m: Op }\noperation Op {}", Error, "Target", "S$m"),
        ("map M { key: Integer\n value: String }", Error, "Target", "M"),
        ("operation Op { errors: [E] }\nstructure E {}", Error, "Target", "Op"),
        ("structure S { m: S2 }\n@mixin\nstructure S2 {}", Error, "Target", "S$m"),
        ("resource R { resources: [Q] }\nresource Q { resources: [R] }", Error, "ResourceCycle", "R"),
        ("structure S { m: Old }\n@deprecated\nstring Old", Warning, "DeprecatedShape.a#Old", "S$m"),
    ]);
}

#[test]
fn traits_are_applied_where_they_are_allowed() {
    check(&[
        ("@required\nstring S", Error, "TraitTarget", "S"),
        (
            "@t\n@u\nstring S\n@trait(conflicts: [u])\nstructure t {}\n@trait\nstructure u {}",
            Error,
            "TraitConflict",
            "S",
        ),
        ("@t\nstring S\n@trait\n@deprecated\nstructure t {}", Warning, "DeprecatedTrait", "S"),
        ("@t\nstring S\n@trait\n@unstable\nstructure t {}", Warning, "UnstableTrait.a#t", "S"),
        (
            "structure S {\n @idempotencyToken\n a: String\n @idempotencyToken\n b: String\n}",
            Error,
            "ExclusiveStructureMemberTrait",
            "S",
        ),
        (
            "@trait(breakingChanges: [{path: \"/x\", change: \"any\"}])\nstructure t {}",
            Error,
            "TraitBreakingChanges",
            "t",
        ),
        ("@trait(selector: \"[[\")\nstructure t {}", Error, "Model", "t"),
        ("@trait\n@traitValidators(\"1\": {selector: \"*\"})\nstructure t {}", Error, "TraitValidators", "t"),
    ]);
}

#[test]
fn patterns_of_uris_and_hosts_are_well_formed() {
    check(&[
        ("@http(method: \"GET\", uri: \"/{a}/{a}\")\noperation Op {}", Error, "Model", "Op"),
        ("@endpoint(hostPrefix: \"{a}{b}.\")\noperation Op {}", Error, "Model", "Op"),
    ]);
}

#[test]
fn values_of_constraints_and_defaults_are_consistent() {
    check(&[
        ("@length(min: 2, max: 1)\nstring S", Error, "LengthTrait", "S"),
        ("@range(min: 1.5)\ninteger S", Error, "RangeTrait", "S"),
        ("@pattern(\"a\")\nstring S", Warning, "PatternTrait", "S"),
        ("@pattern(\"(\")\nstring S", Error, "PatternTrait", "S"),
        ("enum E {\n A = \"x\"\n B = \"x\"\n}", Error, "EnumShape", "E$B"),
        ("intEnum E {\n a = 1\n}", Warning, "EnumShape", "E$a"),
        ("structure S {\n m: String = 1\n}", Error, "DefaultTrait", "S$m"),
        ("structure S {\n m: L = [1]\n}\nlist L { member: Integer }", Error, "DefaultTrait", "S$m"),
        ("@mediaType(\"text\")\nstring S", Error, "MediaType", "S"),
        ("structure S { m: Unit }", Error, "UnitType", "S$m"),
        ("structure S { a: String\n A: String }", Error, "ShapeIdConflict", "S$a"),
        ("structure S {\n @jsonName(\"b\")\n a: String\n b: String\n}", Error, "JsonName", "S"),
    ]);
}

#[test]
fn shapes_that_no_value_has_are_found() {
    check(&[
        ("list L { member: L }", Error, "ShapeRecursion", "L"),
        ("structure S {\n @required\n s: S\n}", Error, "ShapeRecursion", "S"),
        ("union U { u: U }", Error, "ShapeRecursion", "U"),
    ]);
    assert!(found("structure S { s: L }\nlist L { member: S }").is_empty());
}

#[test]
fn services_and_resources_hold_together() {
    check(&[
        ("service S { rename: {\"b#T\": \"U\"} }", Error, "Service", "S"),
        (
            "service S { operations: [Op], resources: [R] }\nresource R { operations: [Op] }\noperation Op {}",
            Error,
            "SingleOperationBinding",
            "Op",
        ),
        (
            "resource R { identifiers: {id: String}, read: Op }\n@readonly\noperation Op {}",
            Error,
            "ResourceIdentifierBinding",
            "Op",
        ),
        ("resource R { read: Op }\noperation Op {}", Error, "ResourceLifecycle", "R"),
        ("resource R { properties: {p: String} }", Error, "ResourceOperationInputOutput", "R"),
        (
            "resource R { identifiers: {id: String} }\nstructure S { id: String }",
            Warning,
            "MemberShouldReferenceResource",
            "S$id",
        ),
        ("@httpBasicAuth\n@httpBearerAuth\nservice S {}", Warning, "ServiceAuthDefinitions", "S"),
        ("operation Op { input: I }\n@output\nstructure I {}", Error, "OperationInputOutputMisuse", "Op"),
        ("operation Op {}\nstructure OpInput {}", Warning, "OperationNameAmbiguity", "OpInput"),
    ]);
}

#[test]
fn http_bindings_fit() {
    check(&[
        ("@http(method: \"POST\", uri: \"/{x}\")\noperation Op {}", Error, "HttpLabelTrait", "Op"),
        (
            "@http(method: \"GET\", uri: \"/\")\noperation Op {}",
            Warning,
            "HttpMethodSemantics.MissingReadonlyTrait",
            "Op",
        ),
        (
            "service S { operations: [A, B] }\n@http(method: \"POST\", uri: \"/{x}\")\noperation A { input := {\n \
             @httpLabel\n @required\n x: String\n} }\n@http(method: \"POST\", uri: \"/{y}\")\noperation B { input := {\n \
             @httpLabel\n @required\n y: String\n} }",
            Error,
            "HttpUriConflict",
            "A",
        ),
        ("structure S {\n @httpHeader(\"Host\")\n h: String\n}", Danger, "HttpHeaderTrait", "S$h"),
        (
            "structure S {\n @httpQuery(\"q\")\n q: String\n @httpQueryParams\n m: M\n}\nmap M { key: String\n value: \
             String }",
            Note,
            "HttpQueryParamsTrait",
            "S",
        ),
        ("@error(\"client\")\n@httpError(500)\nstructure E {}", Danger, "HttpResponseCodeSemantics", "E"),
        (
            "@paginated(inputToken: \"x\", outputToken: \"y\")\noperation Op { input := {}\n output := {} }",
            Error,
            "PaginatedTrait",
            "Op",
        ),
    ]);
}

#[test]
fn findings_are_turned_down_and_up_but_errors_stay() {
    let pattern = "@pattern(\"a\")\nstring S";
    let one = |text: &str| found(text).first().map(|(severity, ..)| *severity);
    assert_eq!(one(pattern), Some(Warning));
    assert_eq!(one(&format!("@suppress([\"PatternTrait\"])\n{pattern}")), Some(Severity::Suppressed));
    let suppress = "metadata suppressions = [{id: \"PatternTrait\", namespace: \"a\"}]\n---";
    assert_eq!(one(&format!("{suppress}{pattern}")), Some(Severity::Suppressed));
    let raise = "metadata severityOverrides = [{id: \"PatternTrait\", namespace: \"*\", severity: \"DANGER\"}]\n---";
    assert_eq!(one(&format!("{raise}{pattern}")), Some(Danger));
    let error =
        "metadata suppressions = [{id: \"LengthTrait\", namespace: \"*\"}]\n---@length(min: 2, max: 1)\nstring S";
    assert_eq!(one(error), Some(Error));
}

/// A file can replace a known definition. Values that fit the new definition may not fit the trait's type.
#[test]
fn a_value_of_a_redefined_trait_that_its_type_cannot_hold_is_one_finding() {
    let mut sources = SourceMap::default();
    let definition = "namespace aws.auth\n@trait\nstructure sigv4 { name: Integer }\n@sigv4(name: 1)\nservice S {}\n";
    sources.add("auth.smithy", format!("$version: \"2.0\"\n{definition}"));
    let found = pipeline::model(&sources).1;
    let found: Vec<_> = found.iter().map(|found| (found.id.as_str(), found.message.as_str())).collect();
    let message = "Error validating trait `aws.auth#sigv4`: Expected string, but found number.";
    assert_eq!(found, [("TraitValue", message)]);
}

#[test]
fn typed_metadata_and_closures_are_checked() {
    check(&[
        ("metadata k = 1\n---@metadata(key: \"k\")\nstring K", Error, "TypedMetadata.k", "-"),
        (
            "metadata shapeClosures = [{id: \"a#S\", includeNamespaces: [\"a\"]}]\n---string S",
            Error,
            "ShapeClosure",
            "-",
        ),
    ]);
}

#[test]
fn suffixes_of_inline_structures_are_parts_of_identifiers() {
    for suffix in ["\"-x\"", "\" x\"", "\"$\"", "1", "[\"x\"]"] {
        for control in ["operationInputSuffix", "operationOutputSuffix"] {
            check_all(&format!("${control}: {suffix}\n---operation Op {{ input := {{}} }}"), &[(Error, "Model", "-")]);
        }
    }
    check_all("$operationInputSuffix: \"_2\"\n---operation Op { input := {} }", &[]);
}

#[test]
fn metadata_has_blobs_in_base64_and_a_zero_out_of_range_is_a_warning() {
    let blob = |value: &str| format!("metadata k = {value}\n---@metadata(key: \"k\")\n@length(max: 1)\nblob K");
    for value in ["\"YQ==\"", "\"YQ\"", "\"\""] {
        check_all(&blob(value), &[]);
    }
    for value in ["\"!!\"", "\"YWI=\"", "\"Y\"", "\"YQ=\""] {
        check_all(&blob(value), &[(Error, "TypedMetadata.k", "-")]);
    }
    let range = "@metadata(key: \"k\")\n@range(min: 2)\ninteger K";
    let id = "TypedMetadata.k.Target.InvalidRange";
    check_all(&format!("metadata k = 0\n---{range}"), &[(Warning, id, "-")]);
    check_all(&format!("metadata k = 1\n---{range}"), &[(Error, id, "-")]);
}

#[test]
fn metadata_with_two_types_is_not_compared_with_them() {
    let types = "@metadata(key: \"k\")\nstring A\n@metadata(key: \"k\")\ninteger B";
    let wanted = [(Error, "MetadataTrait", "A"), (Error, "MetadataTrait", "B")];
    check_all(&format!("metadata k = 1\n---{types}"), &wanted);
}

#[test]
fn a_cycle_of_thousands_of_shapes_is_one_finding() {
    let ring = |shape: &dyn Fn(usize, usize) -> String| -> String {
        (0..5000).map(|at| shape(at, (at + 1) % 5000)).collect::<Vec<_>>().join("\n")
    };
    for (id, text) in [
        ("ShapeRecursion", ring(&|at, next| format!("list L{at} {{ member: L{next} }}"))),
        ("ShapeRecursion", ring(&|at, next| format!("structure S{at} {{\n @required\n m: S{next}\n}}"))),
        ("ResourceCycle", ring(&|at, next| format!("resource R{at} {{ resources: [R{next}] }}"))),
    ] {
        let mut sources = SourceMap::default();
        sources.add("ring.smithy", format!("$version: \"2.0\"\nnamespace a\n{text}\n"));
        let found: Vec<_> = pipeline::model(&sources).1.into_iter().filter(|found| found.id == id).collect();
        let sizes: Vec<_> = found.iter().map(|found| (found.message.len() < 1000, found.labels.len() <= 25)).collect();
        assert_eq!(sizes, [(true, true)], "{id}");
    }
}

#[test]
fn ids_of_known_trait_validators_are_owned() {
    let mut sources = SourceMap::default();
    sources.add("empty.smithy", "$version: \"2.0\"\n".to_owned());
    let model = crate::load::assemble(&sources).0;
    let mut count = 0;
    for shape in model.shapes.values() {
        let validators = shape.get::<crate::traits::TraitValidators>();
        for id in validators.into_iter().flat_map(|validators| validators.0.keys()) {
            count += 1;
            assert!(super::events().any(|event| event.ids.contain(id)), "{id}");
        }
    }
    assert!(count > 0);
}

#[test]
fn each_rule_reports_and_accepts_its_cases() {
    let rules: Vec<_> = super::rules().collect();
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let wrong = std::thread::scope(|scope| {
        let run = |chunk: &[&super::Rule]| -> Vec<String> {
            chunk.iter().flat_map(|rule| crate::rule::check(rule, crate::rule::marks::validated)).collect()
        };
        let chunks = rules.chunks(rules.len().div_ceil(threads));
        let handles: Vec<_> = chunks.map(|chunk| scope.spawn(move || run(chunk))).collect();
        handles.into_iter().flat_map(|handle| handle.join().expect("no panic")).collect::<Vec<_>>()
    });
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// Models and all their findings, as in the reference implementation.
#[track_caller]
fn check_all(text: &str, wanted: &[(Severity, &str, &str)]) {
    let found = found(text);
    let found: Vec<_> = found.iter().map(|(severity, id, shape)| (*severity, id.as_str(), shape.as_str())).collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn documentation_comments_before_apply_have_no_effect() {
    check_all("string City\n/// remark\napply City @sensitive", &[]);
    check_all("string City\n@internal\napply City @sensitive", &[(Error, "Model", "-")]);
}

#[test]
fn service_mixins_do_not_bind_operations() {
    check_all(
        "@mixin\nservice Base { version: \"1\"\n operations: [Ping] }\noperation Ping {}\n\
         service City with [Base] { version: \"2\" }",
        &[],
    );
}

#[test]
fn responses_without_a_body_bind_all_members() {
    let operation = |code: u16, member: &str| {
        format!(
            "@http(method: \"GET\", uri: \"/\", code: {code})\n@readonly\noperation A {{ output := {{ {member} }} }}"
        )
    };
    for code in [204, 205] {
        check_all(&operation(code, "x: String"), &[(Warning, "HttpResponseCodeSemantics", "A")]);
        check_all(&operation(code, "@httpPayload x: String"), &[(Warning, "HttpResponseCodeSemantics", "A")]);
        check_all(&operation(code, "@httpHeader(\"x\") x: String"), &[]);
    }
}

#[test]
fn statements_end_without_a_comma() {
    check_all("structure S {},\nstring T", &[(Error, "Model", "-")]);
    check_all("string S\napply S @sensitive,", &[(Error, "Model", "-")]);
    check_all("structure S { a: Integer = 1,\n b: String }", &[]);
}

#[test]
fn numbers_with_an_exponent_are_not_integers() {
    check_all("@length(min: 1e0)\nstring S", &[(Error, "TraitValue", "S")]);
    check_all("@range(min: 1.0)\ninteger I", &[(Error, "RangeTrait", "I")]);
}

#[test]
fn an_undefined_trait_is_reported_at_every_use() {
    check_all(
        "@x.y#gone\nstring S\n@x.y#gone\nstring T",
        &[(Error, "Model.UnresolvedTrait", "S"), (Error, "Model.UnresolvedTrait", "T")],
    );
}

#[test]
fn an_accepted_unresolved_trait_is_a_warning() {
    let mut sources = SourceMap::default();
    sources.add("case.smithy", "$version: \"2.0\"\nnamespace a\n@x.y#gone\nstring S\n".to_owned());
    let (model, found) = pipeline::model_accepting(&sources, &["Model.UnresolvedTrait".into()]);
    assert!(model.is_some());
    assert!(found.iter().any(|one| one.id == "Model.UnresolvedTrait" && one.severity == Warning), "{found:?}");
}

#[test]
fn reserved_metadata_keys_have_no_other_type() {
    for key in ["suppressions", "validators", "severityOverrides"] {
        check_all(&format!("@metadata(key: \"{key}\")\nstring S"), &[(Error, "MetadataTrait", "S")]);
    }
}

#[test]
fn a_danger_of_loading_does_not_hide_errors_of_rules() {
    // A shape ID in a value that names nothing is a danger.
    let model = "@trait\nstructure t { @idRef\n id: String }\n@t(id: Gone)\nstring S\n\
                 service V { version: \"1\"\n operations: [Missing] }";
    check(&[(model, Danger, "SyntacticShapeIdTarget", "-"), (model, Error, "Target.UnresolvedShape", "V")]);
}

/// Errors of loading and validating a JSON AST with these shapes: event ID and shape.
fn json_errors(shapes: &str) -> Vec<(String, String)> {
    let mut sources = SourceMap::default();
    sources.add("case.json", format!("{{\"smithy\": \"2.0\", \"shapes\": {{{shapes}}}}}"));
    let found = pipeline::model(&sources).1;
    let shape = |d: &crate::diagnostic::Diagnostic| d.shape.as_ref().map_or("-", |id| id.as_str()).to_owned();
    found.iter().filter(|one| one.severity == Error).map(|one| (one.id.clone(), shape(one))).collect()
}

#[test]
fn an_error_in_a_json_shape_is_one_of_the_file_if_the_end_of_the_shape_is_unclear() {
    let model = |shape: &str| ("Model".to_owned(), shape.to_owned());
    assert_eq!(json_errors(r#""a#S": {"type": }, "a#T": {"type": "string"}"#), [model("a#S"), model("-")]);
    assert_eq!(json_errors(r#""a#S": {"type": "string",}"#), [model("a#S")]);
    assert_eq!(json_errors(r#""a#S": {"type" "string"}"#), [model("a#S"), model("-")]);
}

#[test]
fn the_first_type_of_a_json_shape_counts() {
    assert_eq!(json_errors(r#""a#S": {"type": "string", "type": ["structure"]}"#), []);
}

#[test]
fn enums_have_members() {
    check_all("enum E {}", &[(Error, "Model", "E")]);
    check_all("intEnum E {}", &[(Error, "Model", "E")]);
}

#[test]
fn a_name_that_a_use_statement_takes_is_not_defined_again() {
    check_all("use a#S\nstring S", &[(Error, "Model", "-"), (Warning, "Model", "-")]);
}

#[test]
fn names_that_collide_with_the_prelude_are_reported_once() {
    let model = "service S { version: \"1\"\n operations: [A] }\n\
                 operation A { input := { a: smithy.api#String\n b: string\n } }\nstring string";
    check_all(model, &[(Note, "Service", "string")]);
}

#[test]
fn a_set_and_an_enum_trait_are_deprecated() {
    check_all("@enum([{ value: \"a\", name: \"A\" }])\nstring S", &[(Warning, "ModelDeprecation", "S")]);
    check_all(
        "metadata suppressions = [{ id: \"ModelDeprecation\", namespace: \"*\" }]\n---\n\
         @enum([{ value: \"a\", name: \"A\" }])\nstring S",
        &[(Severity::Suppressed, "ModelDeprecation", "S")],
    );
}

#[test]
fn a_name_of_another_namespace_needs_a_use_statement() {
    let help = |text: &str| {
        let mut sources = SourceMap::default();
        sources.add("case.smithy", format!("$version: \"2.0\"\nnamespace a\n{text}\n"));
        let (_, found) = pipeline::model_accepting(&sources, &[]);
        found.iter().find_map(|one| one.help.as_ref()).map(ToString::to_string).unwrap_or_default()
    };
    let found = help("@waitable(A: {})\noperation Op {}");
    assert!(found.contains("add `use smithy.waiters#waitable`"), "{found}");
    assert_eq!(help("@waitible(A: {})\noperation Op {}"), "did you mean `waitable`?");
    assert_eq!(help("struct A {}"), "did you mean `structure`?");
}
