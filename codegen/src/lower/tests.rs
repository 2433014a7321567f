//! Names, optionality, bounds and documentation of whole modules.

use std::fmt::Write as _;

use crate::config::{Constraints, Nullability, ServiceConfig, Style};
use crate::diagnostic::Diagnostic;
use crate::pipeline;
use crate::source::SourceMap;

const SERVICE: &str = r#"$version: "2.0"
namespace e
use aws.protocols#awsJson1_1
"#;

/// The generated files as one text, and the warnings.
fn generated(shapes: &str, config: ServiceConfig) -> (String, Vec<Diagnostic>) {
    let mut sources = SourceMap::default();
    sources.add("e.smithy", format!("{SERVICE}{shapes}"));
    let (model, found) = pipeline::model_accepting(&sources, &[]);
    let model = model.unwrap_or_else(|| panic!("{found:?}"));
    let config = ServiceConfig { module: "e".to_owned(), id: "e#S".to_owned(), ..config };
    let (generated, found) = pipeline::generate(&model, &config);
    let mut text = String::new();
    for file in generated.unwrap_or_else(|| panic!("{found:?}")).files {
        let _ = writeln!(text, "{}", file.text);
    }
    (text, found)
}

/// The generated text of a service with one operation, whose input has these members, separated by semicolons.
fn with_input(members: &str, others: &str, config: ServiceConfig) -> (String, Vec<Diagnostic>) {
    let members = members.replace("; ", "\n");
    let shapes = format!(
        "@awsJson1_1 service S {{ version: \"1\", operations: [Op] }}\n\
         operation Op {{ input := {{ {members}\n }} output := {{ nested: Nested }} }}\n\
         structure Nested {{ {members}\n }}\n{others}"
    );
    generated(&shapes, config)
}

fn careful() -> ServiceConfig {
    ServiceConfig { nullability: Nullability::ClientCareful, ..ServiceConfig::default() }
}

fn checked() -> ServiceConfig {
    ServiceConfig { constraints: Constraints::Checked, ..ServiceConfig::default() }
}

fn sdk() -> ServiceConfig {
    ServiceConfig { style: Style::AwsSdk, ..ServiceConfig::default() }
}

fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn traits_of_documentation_are_shown() {
    let members = "@recommended(reason: \"It is faster.\") @since(\"2.1\") @unstable @externalDocumentation(\"A & B\": \
        \"https://example.com/a?b=1&c=2\") a: String; /// Own.\n @recommended b: String";
    let (text, _) = with_input(members, "", ServiceConfig::default());
    has(
        &text,
        &[
            "    /// Recommended: It is faster.\n    ///\n    /// Added in 2.1. Unstable: may change.\n    ///\n    \
             /// See also [A & B](https://example.com/a?b=1&amp;c=2).\n    pub a: Option<String>,\n",
            "    /// Own.\n    ///\n    /// Recommended.\n    pub b: Option<String>,\n",
        ],
    );
}

#[test]
fn reasons_are_plain_text() {
    let members = "@recommended(reason: \"Shorter than `Vec<u8>` and <T>\\n# or & so\") a: String";
    let (text, _) = with_input(members, "", ServiceConfig::default());
    has(&text, &["    /// Recommended: Shorter than `Vec<u8>` and \\<T\\> # or & so\n    pub a: Option<String>,\n"]);
}

#[test]
fn a_member_with_the_name_that_replaces_a_reserved_one_keeps_it() {
    let shapes = "union Value { unknown: String, unknownValue: String }\n";
    let (text, _) = with_input("a: Value", shapes, ServiceConfig::default());
    has(&text, &["    UnknownValue2(String),\n    UnknownValue(String),\n"]);
}

#[test]
fn bounds_of_big_numbers_are_exact() {
    let shapes = "@range(min: -2, max: 36893488147419103232)\nbigInteger Count\n\
        @range(max: 0.30000000000000000000001)\nbigDecimal Share\n";
    let (text, _) = with_input("a: Count, b: Share", shapes, ServiceConfig::default());
    has(
        &text,
        &[
            "pub const MIN: i64 = -2;",
            "pub const MAX: &'static str = \"36893488147419103232\";",
            "pub const MAX: &'static str = \"0.30000000000000000000001\";",
        ],
    );
}

#[test]
fn members_that_other_traits_document_have_the_text_of_a_plain_target() {
    let members = "@since(\"2.1\") a: Text; /// Own.\n @since(\"2.1\") b: Text; @deprecated c: Text";
    let (text, _) = with_input(members, "/// Of the target.\nstring Text\n", ServiceConfig::default());
    has(
        &text,
        &[
            "    /// Of the target.\n    ///\n    /// Added in 2.1.\n    pub a: Option<String>,\n",
            "    /// Own.\n    ///\n    /// Added in 2.1.\n    pub b: Option<String>,\n",
            "    /// Of the target.\n    #[deprecated]\n    pub c: Option<String>,\n",
        ],
    );
}

#[test]
fn reasons_of_deprecations_have_no_links_and_tags_of_rustdoc() {
    let members =
        "@deprecated(message: \"use [foo] or <b> & `[c]`\") a: String; @deprecated(message: \"a * b\") b: String";
    let (text, _) = with_input(members, "", ServiceConfig::default());
    has(&text, &[r#"note = "use \\[foo\\] or & `[c]`"#, r#"note = "a * b""#]);
}

#[test]
fn bounds_outside_of_the_type_compile_and_impossible_ones_are_reported() {
    let shapes = "@range(min: 1000) byte Big\n@range(min: -200, max: 5000000000) integer Any\n\
                  @range(max: 9223372036854775808) long Long\n@range(min: -129, max: 127) byte Whole";
    let members = "big: Big, any: Any, long: Long, whole: Whole";
    let (text, found) = with_input(members, shapes, ServiceConfig::default());
    has(&text, &["pub const MIN: i64 = 1000;", "pub const MIN: i32 = -200;", "pub const MAX: i8 = 127;"]);
    has(&text, &["Bound::Integer(types::Big::MIN))", "Bound::Integer(types::Any::MIN as i64)"]);
    assert_eq!(text.matches("pub const M").count(), 3, "the other bounds hold for all values\n{text}");
    let found: Vec<String> = found.iter().map(|found| format!("{} {}", found.id, found.message)).collect();
    assert_eq!(found, ["codegen.EmptyRange No `byte` is in the range of `e#Big`"]);
    let (text, _) = with_input(members, shapes, checked());
    has(&text, &["Bound::Integer(1000)", "Bound::Integer(-200)"]);
}

#[test]
fn a_further_use_of_an_input_renames_nothing() {
    let shapes = |operations: &str| {
        format!(
            "@awsJson1_1 service S {{ version: \"1\", operations: [A, B] }}\nstructure Req {{ a: String }}\n\
             structure Res {{ a: String }}\noperation A {{ input: Req, output: Res }}\n{operations}"
        )
    };
    for second in ["operation B { input: Req, output: Res }", "operation B {}"] {
        let (text, _) = generated(&shapes(second), ServiceConfig::default());
        has(&text, &["pub struct Req {", "pub struct Res {"]);
        let (text, _) = generated(&shapes(second), sdk());
        has(&text, &["Req as AInput", "Res as AOutput", "ReqBuilder as AInputBuilder;"]);
    }
    let own = "@input structure Asked { a: String }\n@awsJson1_1 service S { version: \"1\", operations: [A] }\n\
               operation A { input: Asked }";
    has(&generated(own, ServiceConfig::default()).0, &["pub struct AInput {"]);
}

#[test]
fn input_matters_to_careful_clients_only_and_client_optional_to_all() {
    let members = "@required a: Integer; @clientOptional b: Integer = 1; c: Integer = 1; d: E = \"x\"; e: Integer; \
                   @required @clientOptional f: Integer";
    let fields = |text: &str, structure: &str| -> String {
        let start = text.split(&format!("pub struct {structure} {{\n")).nth(1).unwrap_or_default();
        let fields = start.split("\n}").next().unwrap_or_default().lines();
        let optional =
            fields.filter_map(|line| line.trim().strip_prefix("pub ")).filter(|line| line.contains("Option<"));
        optional.filter_map(|line| line.chars().next()).collect()
    };
    let (text, _) = with_input(members, "enum E { X = \"x\"\n}", ServiceConfig::default());
    assert_eq!([fields(&text, "OpInput"), fields(&text, "Nested")], ["be", "be"]);
    let (text, _) = with_input(members, "enum E { X = \"x\"\n}", careful());
    assert_eq!([fields(&text, "OpInput"), fields(&text, "Nested")], ["abcdef", "abef"]);
}

#[test]
fn warnings_of_patterns_name_the_member_and_the_part() {
    let members = r#"@pattern("^b*(?!cd)ef$") code: String"#;
    let (_, found) = with_input(members, "", ServiceConfig::default());
    let found: Vec<String> = found.into_iter().map(|found| found.message).collect();
    let of = |member: &str| {
        format!(
            "Pattern `^b*(?!cd)ef$` of `{member}` is only partly enforced: the look-around `(?!cd)` within it is \
             ignored"
        )
    };
    assert_eq!(found, [of("e#Nested$code"), of("e#OpInput$code")]);
}

#[test]
fn defaults_are_documented_with_the_setter() {
    let members = "count: Integer = 3; @range(min: 1) size: Integer = 4; name: String = \"\"; on: Boolean = false";
    let (text, _) = with_input(members, "", ServiceConfig::default());
    has(&text, &["/// Default: `3`.\n", "/// At least 1. Default: `4`.\n", "/// Default: `\"\"`.\n"]);
    has(&text, &["/// Default: `false`.\n"]);
}

#[test]
fn examples_name_their_error_and_may_have_numbers_for_timestamps() {
    let shapes = "@awsJson1_1 service S { version: \"1\", operations: [Op] }\n\
                  @examples([{ title: \"Late\", input: { when: 5 }, error: { shapeId: TooLate, content: {} } }])\n\
                  operation Op { input := { when: Timestamp } errors: [TooLate] }\n\
                  @error(\"client\") structure TooLate {}";
    let (text, _) = generated(shapes, ServiceConfig::default());
    has(&text, &["/// Fails with [`TooLate`](errors::OpError::TooLate).", "\"5\"", "TimestampFormat::EpochSeconds"]);
}

#[test]
fn unions_have_the_methods_of_the_sdk() {
    let shapes = "union Value { S: String, SS: Names, nested: Value, ref: Boolean }\nlist Names { member: String }";
    let (text, _) = with_input("value: Value", shapes, sdk());
    has(&text, &["pub fn as_s(&self) -> Result<&String, &Self> {", "pub fn is_ss(&self) -> bool {"]);
    has(&text, &["pub fn as_nested(&self) -> Result<&types::Value, &Self> {", "pub fn as_ref(&self)"]);
}

#[test]
fn a_wide_value_leaves_other_members_as_they_are() {
    let members = |default: &str| format!("first: String; second: String = \"{default}\"; third: String = \"x\"");
    let schema = |default: &str| with_input(&members(default), "", ServiceConfig::default()).0;
    let (wide, short) = (schema(&"l".repeat(100)), schema("l"));
    for line in ["rt::member!(\"first\": prelude::STRING),", "rt::member!(\"third\": prelude::STRING).default("] {
        has(&wide, &[line]);
        has(&short, &[line]);
    }
}

#[test]
fn numbers_are_written_as_they_are() {
    let members = "a: Double = -0.0; b: Double = -1e-300; c: Double = 1e23; d: Double = 0.5";
    let (text, _) = with_input(members, "", ServiceConfig::default());
    has(&text, &["Float(-0.0)", "Float(-1e-300)", "Float(1e23)", "Float(0.5)"]);
}

#[test]
fn elements_and_operations_are_documented_in_one_way() {
    let (text, _) =
        with_input("names: Names", "list Names { @length(max: 3) member: String }", ServiceConfig::default());
    has(&text, &["/// Element of `Names`.", "/// `e#Names$member`\n", "/// Service `S`.\n"]);
}

#[test]
fn setters_of_elements_document_the_constraints_of_their_list_or_map() {
    let members = "names: Names; @required tags: Tags; name: Name";
    let shapes = "@length(min: 1, max: 2) @uniqueItems list Names { member: Name }\n@length(max: 9) string Name\n\
                  @length(max: 3) map Tags { key: String, value: String }";
    let (text, _) = with_input(members, shapes, ServiceConfig::default());
    let setter = |constraints: &str, what: &str, name: &str| {
        format!("    /// {constraints}\n    /// {what} [`{name}`](OpInput::{name}).\n")
    };
    has(&text, &[&setter("1 to 2 elements. Unique elements.", "Adds an element to", "names")]);
    has(&text, &[&setter("Required. At most 3 entries.", "Adds an entry to", "tags")]);
    // Its type documents them.
    assert!(!text.contains("/// At most 9 characters."), "{text}");
}

#[test]
fn schemes_that_are_not_supported_are_named() {
    let documented = |service: &str, operation: &str| {
        let shapes = format!(
            "@trait(selector: \"service\") @authDefinition structure own {{}}\n\
             @awsJson1_1 @own {service} service S {{ version: \"1\", operations: [Op] }}\n{operation} operation Op {{}}"
        );
        let (text, _) = generated(&shapes, ServiceConfig::default());
        let lines = text.lines().filter_map(|line| line.trim().strip_prefix("/// Authentication: "));
        let mut lines: Vec<String> = lines.map(str::to_owned).collect();
        lines.sort();
        lines.dedup();
        lines
    };
    assert_eq!(documented("", ""), ["`e#own`, not supported."]);
    assert_eq!(documented("@httpBearerAuth", ""), ["bearer token."]);
    assert_eq!(
        documented("@httpBearerAuth @auth([httpBearerAuth])", "@auth([own])"),
        ["`e#own`, not supported.", "bearer token.",]
    );
    assert_eq!(documented("@httpBearerAuth", "@auth([])"), ["bearer token.", "none."]);
}

#[test]
fn signatures_are_a_scheme_unless_auth_of_the_service_excludes_them() {
    let settings = |traits: &str| {
        let sigv4 = "@aws.auth#sigv4(name: \"s\")";
        let service = "service S { version: \"1\", operations: [Op] }\noperation Op {}";
        let (text, _) = generated(&format!("@awsJson1_1 {sigv4} {traits} {service}"), ServiceConfig::default());
        [".no_auth()", ".unsupported_auth()", ".auth("].map(|setting| text.contains(setting))
    };
    assert_eq!(settings(""), [false, false, false]);
    assert_eq!(settings("@auth([])"), [true, false, false]);
    assert_eq!(settings("@httpDigestAuth @auth([httpDigestAuth])"), [false, true, false]);
    assert_eq!(settings("@httpDigestAuth @auth([aws.auth#sigv4, httpDigestAuth])"), [false, false, true]);
}
