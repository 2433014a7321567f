//! Names that are the same in Rust: which one has the name, and warnings about the others.

use whitesmith_codegen::config::{ServiceConfig, Style};
use whitesmith_codegen::diagnostic::Diagnostic;
use whitesmith_codegen::emit::File;
use whitesmith_codegen::model::ShapeId;

use crate::generate;

/// The files of a service `S` with these operations, and the warnings about names as text.
fn generated(operations: &str, shapes: &str) -> (Vec<File>, Vec<String>) {
    let config = crate::config("example#S");
    let (files, diagnostics) = generated_with(&format!("operations: [{operations}]"), shapes, &config);
    let warnings = diagnostics.iter().filter(|found| found.id == "codegen.NameCollision");
    (files, warnings.map(|found| found.message.clone()).collect())
}

fn generated_with(service: &str, shapes: &str, config: &ServiceConfig) -> (Vec<File>, Vec<Diagnostic>) {
    let model =
        format!("$version: \"2\"\nnamespace example\n@aws.protocols#awsJson1_0\nservice S {{ {service} }}\n{shapes}\n");
    let (files, diagnostics, _) = generate(&[("case.smithy", &model)], config);
    (files.unwrap_or_else(|| panic!("{diagnostics:#?}")), diagnostics)
}

/// The text of a file.
fn file<'f>(files: &'f [File], name: &str) -> &'f str {
    &files.iter().find(|file| file.path.ends_with(name)).expect("the file").text
}

fn assert_has(text: &str, rows: &[&str]) {
    for row in rows {
        assert!(text.contains(row), "{row} in {text}");
    }
}

#[test]
fn a_shape_keeps_the_name_that_it_has_in_the_model() {
    // `Foo_Bar` comes first, by its namespace.
    let common = "$version: \"2\"\nnamespace common\nstructure Foo_Bar { a: String }\n";
    let model = "$version: \"2\"\nnamespace example\n@aws.protocols#awsJson1_0\nservice S { operations: [Op] }\n\
        operation Op { input := { x: common#Foo_Bar, y: FooBar } }\nstructure FooBar { b: String }\n";
    let config = crate::config("example#S");
    let (files, diagnostics, _) = generate(&[("case.smithy", model), ("common.smithy", common)], &config);
    let files = files.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    let types = file(&files, "types.rs");
    assert_has(types, &["x: Option<FooBar2>", "y: Option<FooBar>", "FooBar: schema::FOO_BAR {"]);
    let warning = diagnostics.iter().find(|found| found.id == "codegen.NameCollision").expect("a warning");
    assert_eq!(
        warning.message,
        "The Rust name of `common#Foo_Bar` is `FooBar2`, since `FooBar` is that of `example#FooBar`"
    );
    assert_eq!(warning.shape.as_ref().map(ShapeId::as_str), Some("common#Foo_Bar"));
    assert!(warning.labels.len() == 2, "{warning:#?}");
}

#[test]
fn all_names_of_an_operation_have_the_same_number() {
    let shapes = "operation Get_x { input := { a: String }, errors: [E] }\noperation GetX { input := { b: String } }\n\
        @error(\"client\") structure E {}";
    let (files, warnings) = generated("Get_x, GetX", shapes);
    assert_has(file(&files, "types.rs"), &["pub struct GetX2Input", "pub struct GetXInput"]);
    assert_has(file(&files, "errors.rs"), &["pub enum GetX2Error", "pub enum GetXError"]);
    let calls = ["pub fn get_x2(&self) -> GetX2Call", "pub fn get_x(&self) -> GetXCall"];
    assert_has(file(&files, "client.rs"), &calls);
    assert_has(file(&files, "schema.rs"), &["pub static GET_X2: OperationSchema", "pub static GET_X: OperationSchema"]);
    assert_eq!(warnings, ["The Rust name of `example#Get_x` is `GetX2`, since `GetX` is that of `example#GetX`"]);
}

#[test]
fn a_shape_precedes_names_that_are_made_from_others() {
    let shapes = "operation Foo { input: FooRequest, output := { list: Names, map: Prices } }\n\
        @input structure FooRequest { own: FooInput, builder: FooInputBuilder, @length(max: 9) name: String, \
        other: FooRequestName }\n\
        structure FooInput { a: String }\nstructure FooInputBuilder { a: String }\n@length(max: 3) string FooRequestName\n\
        list Names { @length(max: 9) member: String }\nmap Prices { key: String, value: NamesMember }\n\
        @length(max: 5) string NamesMember";
    let (files, warnings) = generated("Foo", shapes);
    let types = file(&files, "types.rs");
    // The input has the name that it has in the model, since another shape has that of the operation.
    assert_has(types, &["pub struct FooRequest {", "own: Option<FooInput>", "builder: Option<FooInputBuilder>"]);
    assert_has(types, &["name: Option<FooRequestName2>", "other: Option<FooRequestName>", "Vec<NamesMember2>"]);
    assert_has(types, &["pub struct FooInputBuilder2<"]);
    assert_eq!(
        warnings,
        [
            "The Rust name of the input of `example#Foo` is `FooRequest`, since `FooInput` is that of `example#FooInput`",
            "The Rust name of the type of `example#Names$member` is `NamesMember2`, since `NamesMember` is that of \
             `example#NamesMember`",
            "The Rust name of the type of `example#FooRequest$name` is `FooRequestName2`, since `FooRequestName` is that \
             of `example#FooRequestName`",
            "The Rust name of the builder of `example#FooInput` is `FooInputBuilder2`, since `FooInputBuilder` is that of \
             `example#FooInputBuilder`",
        ]
    );
}

#[test]
fn the_modules_of_the_sdk_have_its_names_for_inputs_and_outputs() {
    let shapes = "operation Converse { input := { a: String }, output: ConverseResponse }\n\
        structure ConverseResponse { output: ConverseOutput }\nunion ConverseOutput { text: String }";
    let config = ServiceConfig { style: Style::AwsSdk, ..crate::config("example#S") };
    let (files, _) = generated_with("operations: [Converse]", shapes, &config);
    assert_has(file(&files, "types.rs"), &["pub enum ConverseOutput", "output: Option<ConverseOutput>"]);
    let exported = "ConverseInput, ConverseResponse, ConverseResponse as ConverseOutput,\n";
    assert_has(file(&files, "mod.rs"), &[exported]);

    // Two operations share the structures, which keep their names.
    let shapes = "operation Converse { input: ConverseOutput, output: ConverseResponse }\n\
        operation Talk { input: ConverseOutput, output: ConverseResponse }\n\
        structure ConverseOutput { a: String }\nstructure ConverseResponse { b: String }";
    let (files, _) = generated_with("operations: [Converse, Talk]", shapes, &config);
    let exported = "ConverseOutput, ConverseOutput as ConverseInput, ConverseResponse,\n";
    assert_has(file(&files, "mod.rs"), &[exported]);
}

#[test]
fn an_operation_without_input_leaves_a_shape_its_name() {
    let shapes = "operation Foo { output := { own: FooInput } }\nstructure FooInput { a: String }";
    let (files, warnings) = generated("Foo", shapes);
    assert_has(file(&files, "types.rs"), &["own: Option<FooInput>", "pub struct FooInput2 {"]);
    assert_eq!(
        warnings,
        ["The Rust name of the input of `example#Foo` is `FooInput2`, since `FooInput` is that of `example#FooInput`"]
    );
}

#[test]
fn variants_keep_their_suffixes_if_they_would_have_one_name() {
    let shapes = "operation Foo { errors: [SendError, SendException] }\n\
        @error(\"client\") structure SendError {}\n@error(\"client\") structure SendException {}";
    let (files, warnings) = generated("Foo", shapes);
    let errors = file(&files, "errors.rs");
    assert_has(errors, &[" SendError(types::SendError),", " SendException(types::SendException),"]);
    assert!(warnings.is_empty(), "{warnings:?}");

    let shapes = "operation Foo { errors: [Send, SendException] }\noperation Bar { errors: [SendException, Send] }\n\
        @error(\"client\") structure Send {}\n@error(\"client\") structure SendException {}";
    let (files, warnings) = generated("Foo, Bar", shapes);
    assert_has(file(&files, "errors.rs"), &[" Send(types::Send),", " SendException(types::SendException),"]);
    assert_eq!(
        warnings,
        [
            "The Rust name of the variant of `example#SendException` is `SendException`, since `Send` is that of the variant \
          of `example#Send`"
        ]
    );
}

#[test]
fn an_operation_does_not_change_the_variants_of_another() {
    let shapes = "operation Foo { errors: [SendException] }\noperation Bar { errors: [SendError] }\n\
        @error(\"client\") structure SendError {}\n@error(\"client\") structure SendException {}";
    for operations in ["Foo", "Foo, Bar"] {
        let (files, warnings) = generated(operations, shapes);
        assert_has(file(&files, "errors.rs"), &[" Send(types::SendException),"]);
        assert!(warnings.is_empty(), "{warnings:?}");
    }
}

#[test]
fn a_variant_keeps_its_suffix_if_the_short_name_is_reserved() {
    let shapes = "operation Foo { errors: [UnhandledException] }\n@error(\"client\") structure UnhandledException {}";
    let (files, _) = generated("Foo", shapes);
    assert_has(file(&files, "errors.rs"), &[" UnhandledException(types::UnhandledException),"]);
}

#[test]
fn types_of_members_have_the_name_that_the_service_gives_their_structure() {
    let common = "$version: \"2\"\nnamespace common\nstructure Foo { @length(max: 2) x: String }\n";
    let model = "$version: \"2\"\nnamespace example\n@aws.protocols#awsJson1_0\n\
        service S { operations: [Op], rename: { \"common#Foo\": \"CommonFoo\" } }\n\
        operation Op { input := { a: common#Foo, b: Foo } }\nstructure Foo { @length(max: 3) x: String }\n";
    let config = crate::config("example#S");
    let (files, diagnostics, _) = generate(&[("case.smithy", model), ("common.smithy", common)], &config);
    let files = files.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    assert_has(file(&files, "types.rs"), &["pub x: Option<CommonFooX>", "pub x: Option<FooX>"]);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
}

#[test]
fn names_of_generated_items_are_free_for_shapes() {
    let names = ["Client", "Config", "Error", "Operation", "Case", "Dispatch", "Unhandled", "Service"];
    let members: Vec<String> = names.iter().map(|name| format!("m{name}: {name}")).collect();
    let shapes = names.map(|name| format!("structure {name} {{ a: String }}\n")).concat();
    let shapes = format!("operation Op {{ input := {{ {} }} }}\n{shapes}", members.join(", "));
    let (files, warnings) = generated("Op", &shapes);
    for name in names {
        assert_has(file(&files, "types.rs"), &[&format!("pub struct {name} {{")]);
    }
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn warnings_about_names_can_be_suppressed() {
    let shapes = "operation Op { input := { x: Foo_Bar, y: FooBar } }\nstructure FooBar {}\n\
        @suppress([\"codegen.NameCollision\"]) structure Foo_Bar {}";
    let (_, warnings) = generated("Op", shapes);
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn a_member_keeps_the_name_that_it_has_in_the_model() {
    let model = "$version: \"2\"\nnamespace example\n@aws.protocols#awsJson1_0\nservice S { operations: [Op] }\n\
        operation Op { input := { fooBar: Size, foo_bar: String }, output := { choice: Choice } }\n\
        enum Size {\nFOO_BAR = \"1\"\nFooBar = \"2\"\n}\nunion Choice { foo_bar: String, FooBar: Size }\n";
    let config = crate::config("example#S");
    let (files, diagnostics, _) = generate(&[("case.smithy", model)], &config);
    let files = files.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    let types = &files.iter().find(|file| file.path.ends_with("types.rs")).expect("the types").text;
    for row in ["        foo_bar2,\n        foo_bar,\n", "FooBar2 = \"1\"", "FooBar = \"2\""] {
        assert!(types.contains(row), "{row} in {types}");
    }
    let warned = |shape: &str| {
        diagnostics.iter().filter(|found| found.shape.as_ref().is_some_and(|id| id.as_str() == shape)).count()
    };
    for shape in ["example#OpInput$fooBar", "example#Size$FOO_BAR", "example#Choice$foo_bar"] {
        assert_eq!(warned(shape), 1, "{shape}: {diagnostics:#?}");
    }
}

#[test]
fn names_of_variants_that_all_enums_have_get_an_ending() {
    let shapes = "operation Foo { input := { a: State, b: Part }, errors: [Unhandled] }\n\
        enum State { UNKNOWN, KNOWN }\nunion Part { unknown: String, text: String }\n\
        @error(\"client\") structure Unhandled {}";
    let (files, warnings) = generated("Foo", shapes);
    assert_has(file(&files, "types.rs"), &[" UnknownValue,", " UnknownValue(String),", " Text(String),"]);
    assert_has(file(&files, "errors.rs"), &[" UnhandledError(types::Unhandled),"]);
    let of = |name: &str, rust: &str| {
        format!(
            "The Rust name of `example#{name}` is `{rust}`, since `Unknown` is that of the variant of unknown values"
        )
    };
    let mut expected = vec![of("Part$unknown", "UnknownValue"), of("State$UNKNOWN", "UnknownValue")];
    expected.push(
        "The Rust name of the variant of `example#Unhandled` is `UnhandledError`, since `Unhandled` is that of the variant \
         of unhandled errors"
            .to_owned(),
    );
    assert_eq!(warnings, expected);
}

#[test]
fn only_clients_have_other_names_for_operations_like_their_functions() {
    let shapes = "operation New {}\noperation Into {}";
    let (files, warnings) = generated("New, Into", shapes);
    assert_has(file(&files, "client.rs"), &["pub fn new_(&self) -> NewCall", "pub fn into_(&self) -> IntoCall"]);
    assert_has(file(&files, "server.rs"), &["fn new(\n", "fn into(\n"]);
    assert!(warnings.is_empty(), "{warnings:?}");
}

#[test]
fn only_builders_of_inputs_have_methods_of_calls() {
    let shapes = "operation Foo { input := { send: Part, build: String }, output := { send: String } }\n\
        structure Part { send: String, waitUntilReady: String }";
    let types = file(&generated("Foo", shapes).0, "types.rs").to_owned();
    assert_eq!(types.matches("pub fn send(self").count(), 2, "{types}");
    assert_eq!(types.matches("pub fn send_(self").count(), 1, "{types}");
    assert_has(&types, &["pub fn build_(self", "pub fn wait_until_ready(self"]);
}

#[test]
fn members_have_the_names_of_the_sdk_where_it_reserves_them() {
    let shapes = "operation Foo { input := { send: String, builder: String, default: String, state: State } }\n\
        enum State { SELF }";
    let config = ServiceConfig { style: Style::AwsSdk, ..crate::config("example#S") };
    let (files, _) = generated_with("operations: [Foo]", shapes, &config);
    assert_has(file(&files, "types.rs"), &["pub fn send_value(", "pub default_value: ", "SelfValue,"]);
    assert_has(file(&files, "accessors.rs"), &["pub fn builder_value(&self)"]);
}
