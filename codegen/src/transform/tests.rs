//! Tests of transforms: models before and after.

use super::{TRANSFORMS, Transform};
use crate::diagnostic::{Diagnostic, Severity};
use crate::export::{self, Export};
use crate::load::assemble;
use crate::model::{InvalidShapeId, Model};
use crate::source::{SourceMap, Span};
use crate::syntax::json;
use crate::validate::{Stages, validate};

/// Loads a model in the namespace `a`.
fn load(body: &str) -> Model {
    let mut sources = SourceMap::default();
    sources.add("a.smithy", format!("$version: \"2\"\n{body}"));
    let (model, found) = assemble(&sources);
    let errors = found.iter().filter(|found| found.severity == Severity::Error).map(|found| &found.message);
    assert_eq!(errors.collect::<Vec<_>>(), [""; 0]);
    model
}

fn transform(name: &str, arguments: &str) -> Transform {
    let source = SourceMap::default().add_other("smithy-build.json", arguments.to_owned());
    let node = json::parse(source, arguments).expect("JSON");
    Transform::read(name, Span::new(source, 0..0), Some(&node)).expect("valid arguments")
}

/// Applies a transform. Findings are those of the model before it.
fn apply(model: &mut Model, transforms: &[Transform]) -> Vec<Diagnostic> {
    let (_, found) = validate(model.clone(), Vec::new(), &[], Stages::UntilErrors);
    super::apply(model, transforms, &found)
}

/// The model after a transform, as IDL without its first lines, and the messages.
fn applied(body: &str, name: &str, arguments: &str) -> (String, Vec<String>) {
    let mut model = load(body);
    let messages = apply(&mut model, &[transform(name, arguments)]);
    let files = export::idl(Export { model: &model, applies: &[], flatten: true });
    let texts = files.iter().map(|(namespace, text)| {
        let text = text.split_once(&format!("namespace {namespace}\n")).map_or(&**text, |(_, rest)| rest);
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).map(str::trim).collect();
        format!("{namespace}: {}", lines.join(" "))
    });
    (texts.collect::<Vec<_>>().join("\n"), messages.into_iter().map(|found| found.message).collect())
}

/// The model after a transform without messages.
fn after(body: &str, name: &str, arguments: &str) -> String {
    let (text, messages) = applied(body, name, arguments);
    assert_eq!(messages, [""; 0]);
    text
}

/// A service with two operations, one of which is tagged.
const SERVICE: &str = "namespace a
    service S { operations: [Kept, Internal] }
    operation Kept { input := { text: Text, secret: Secret }, errors: [Gone] }
    @tags([\"internal\"]) operation Internal { input := {} }
    @tags([\"internal\", \"other\"]) string Secret
    string Text
    @error(\"client\") @tags([\"internal\"]) structure Gone {}";

#[test]
fn names_are_unique_and_sorted() {
    let names: Vec<&str> = TRANSFORMS.iter().map(|definition| definition.name).collect();
    assert!(names.windows(2).all(|pair| pair[0].to_lowercase() < pair[1].to_lowercase()), "{names:?}");
    assert_eq!(names.len(), 29);
}

#[test]
fn what_refers_to_removed_shapes_is_removed() {
    let text = after(SERVICE, "excludeShapesByTag", r#"{"tags": ["internal"]}"#);
    assert!(!text.contains("Secret") && !text.contains("Gone") && !text.contains("operation Internal"), "{text}");
    assert!(text.contains("operations: [ Kept ]") && text.contains("text: Text"), "{text}");
}

#[test]
fn a_definition_without_the_traits_that_it_names_names_none() {
    let body = "namespace a\n@trait @tags([\"x\"]) structure t {}\n@trait @authDefinition(traits: [t]) structure s {}";
    let text = after(body, "excludeShapesByTag", r#"["x"]"#);
    assert_eq!(text, "a: @authDefinition @trait structure s {}");
}

#[test]
fn a_list_of_a_removed_shape_stays() {
    let text = after("namespace a\nlist L { member: T }\n@tags([\"x\"]) string T", "excludeShapesByTag", r#"["x"]"#);
    assert_eq!(text, "a: list L { member: T }");
}

#[test]
fn members_of_removed_mixins_go_with_them() {
    let body = "namespace a\n@mixin @tags([\"x\"]) @deprecated structure M { m: String }\nstructure A with [M] { own: String }";
    let text = after(body, "excludeShapesBySelector", r#"{"selector": "[trait|mixin]"}"#);
    assert_eq!(text, "a: structure A { own: String }");
}

#[test]
fn properties_of_removed_mixins_go_with_them() {
    let body = "namespace a\n@mixin operation M { errors: [E] }\n@mixin operation N { errors: [F] }\n\
        operation A with [M, N] { errors: [G] }\n\
        @error(\"client\") structure E {}\n@error(\"client\") structure F {}\n@error(\"client\") structure G {}";
    let errors = |body: &str| {
        let mut model = load(body);
        apply(&mut model, &[transform("excludeShapesBySelector", r#"{"selector": "[id|name=M]"}"#)]);
        let operation = model.shape_named("a#A").and_then(|shape| shape.as_operation()).expect("it stays");
        operation.errors.iter().map(|id| id.name().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(errors(body), ["F", "G"]);
    let both = body.replace("{ errors: [F] }", "{ errors: [F, E] }");
    assert_eq!(errors(&both), ["F", "E", "G"], "another mixin brings it too");
}

#[test]
fn traits_of_removed_mixins_go_unless_another_mixin_brings_them() {
    let body = "namespace a\n@mixin @title(\"M\") structure M {}\n@mixin structure N {}\nstructure A with [N, M] {}";
    let title = |body: &str| {
        let mut model = load(body);
        apply(&mut model, &[transform("excludeShapesBySelector", r#"{"selector": "[id|name=M]"}"#)]);
        let shape = model.shape_named("a#A").expect("it stays");
        shape.trait_value("smithy.api#title").and_then(crate::model::Node::as_str).map(str::to_owned)
    };
    assert_eq!(title(body), None);
    let both = body.replace("@mixin structure N", "@mixin @title(\"N\") structure N");
    assert_eq!(title(&both).as_deref(), Some("N"));
    let same = body.replace("@mixin structure N", "@mixin @title(\"M\") structure N");
    assert_eq!(title(&same).as_deref(), Some("M"));
    let nested = body.replace("structure N {}", "structure N with [M] {}").replace("with [N, M]", "with [N]");
    assert_eq!(title(&nested), None, "a mixin of a mixin");
}

#[test]
fn selected_shapes_keep_selected_members_only() {
    let body = "namespace a\nstructure A { b: String, c: String }\nstring D";
    assert_eq!(
        after(body, "includeShapesBySelector", r#"{"selector": ":is(structure, [id|member=b])"}"#),
        "a: structure A { b: String }"
    );
}

#[test]
fn a_service_without_operations_is_reported() {
    let body = "namespace a\nservice S { operations: [O] }\noperation O {}";
    let (_, messages) = applied(body, "excludeShapesBySelector", r#"{"selector": "operation"}"#);
    assert_eq!(messages, ["transform `excludeShapesBySelector` leaves the service `a#S` without operations"]);
    let (_, messages) = applied(body, "includeServices", r#"{"services": ["a#T"]}"#);
    assert_eq!(messages, ["transform `includeServices` leaves no service: it removes `a#S`"]);
}

#[test]
fn applications_go_with_definitions_of_traits() {
    let body = "namespace a\n@trait structure t {}\n@trait @tags([\"k\"]) structure u {}\n@t @u @sensitive string S";
    assert_eq!(
        after(body, "excludeTraits", r#"["a#t", "sensitive"]"#),
        "a: @u string S @tags([\"k\"]) @trait structure u {}"
    );
    assert_eq!(after(body, "excludeTraits", r#"["a#"]"#), "a: @sensitive string S");
    assert_eq!(
        after(body, "includeTraitsByTag", r#"["k"]"#),
        "a: @u @sensitive string S @tags([\"k\"]) @trait structure u {}"
    );
    let included = after(body, "includeTraits", r#"{"traits": ["a#t"]}"#);
    assert_eq!(included, "a: @t string S @trait structure t {}");
}

#[test]
fn names_that_traits_cannot_have_are_errors() {
    let errors = |name: &str, traits: &str| {
        let text = format!(r#"{{"traits": {traits}}}"#);
        let source = SourceMap::default().add_other("smithy-build.json", text.clone());
        let node = json::parse(source, &text).expect("JSON");
        let read = Transform::read(name, Span::new(source, 0..0), Some(&node));
        read.err().into_iter().flatten().map(|error| error.message).collect::<Vec<_>>()
    };
    let not_an_id = |text: &str| InvalidShapeId(text.to_owned()).to_string();
    assert_eq!(
        errors("excludeTraits", r#"["a b", "a#", "b c#", "sensitive", "a#t"]"#),
        [not_an_id("smithy.api#a b"), "`b c` is not a namespace".to_owned()]
    );
    assert_eq!(errors("excludeShapesByTrait", r#"["a#", "sensitive"]"#), [not_an_id("a#")]);
}

#[test]
fn definitions_of_traits_go_without_applications() {
    let body = "namespace a\n@trait structure t { x: X, y: Y }\nstring X\nstring Y\n@t structure S { y: Y }";
    let mut model = load(body);
    apply(&mut model, &[transform("removeTraitDefinitions", "{}")]);
    let ids: Vec<&str> = model.own_shapes().map(|shape| shape.id.as_str()).collect();
    assert_eq!(ids, ["a#S", "a#Y"]);
    assert!(model.shape_named("a#S").is_some_and(|shape| shape.has_trait("a#t")));
}

#[test]
fn a_long_chain_of_shapes_goes_with_the_trait_that_uses_it() {
    let count = 300;
    let links: Vec<String> = (0..count).map(|at| format!("structure S{at} {{ next: S{} }}", at + 1)).collect();
    let links = links.join("\n");
    let mut model = load(&format!("namespace a\n@trait structure t {{ first: S0 }}\n{links}\nstructure S{count} {{}}"));
    apply(&mut model, &[transform("removeTraitDefinitions", "{}")]);
    assert_eq!(model.own_shapes().count(), 0);
}

#[test]
fn tags_are_filtered_and_stay_as_lists() {
    let body = "namespace a\n@tags([\"x\", \"y\"]) string S\n@tags([\"x\"]) string T";
    assert_eq!(after(body, "excludeTags", r#"["x"]"#), "a: @tags([\"y\"]) string S @tags([]) string T");
    assert_eq!(after(body, "includeTags", r#"["x"]"#), "a: @tags([\"x\"]) string S @tags([\"x\"]) string T");
}

#[test]
fn strings_that_are_shape_ids_are_renamed_with_shapes() {
    let body = "metadata m = [\"a#T\", \"a#T$x\"]\nnamespace a\n@trait @idRef string ref\n@ref(\"a#T\") structure S { t: T }\nstructure T {}";
    let mut model = load(body);
    let messages = apply(&mut model, &[transform("renameShapes", r#"{"renamed": {"a#T": "b#U"}}"#)]);
    assert!(messages.is_empty());
    assert_eq!(model.metadata.get("m").map(crate::model::Node::to_json).as_deref(), Some(r#"["b#U","b#U$x"]"#));
    let shape = model.shape_named("a#S").expect("not renamed");
    assert_eq!(shape.members["t"].target.as_str(), "b#U");
    assert_eq!(shape.trait_value("a#ref").and_then(crate::model::Node::as_str), Some("b#U"));
    assert!(model.shape_named("a#T").is_none() && model.shape_named("b#U").is_some());
}

#[test]
fn renaming_needs_a_shape_and_a_free_name() {
    let body = "namespace a\nstring S\nstring T";
    let message = |arguments| applied(body, "renameShapes", arguments).1.concat();
    assert_eq!(
        message(r#"{"renamed": {"a#R": "a#X"}}"#),
        "transform `renameShapes` failed: the model has no shape `a#R`"
    );
    let expected =
        "transform `renameShapes` failed: `a#S` cannot be renamed to `a#T`, since there is another shape of this name";
    assert_eq!(message(r#"{"renamed": {"a#S": "a#T"}}"#), expected);
    assert_eq!(message(r#"{"renamed": {"a#S": "a#T", "a#T": "a#S"}}"#), "");
}

#[test]
fn shapes_of_a_service_move_to_one_namespace() {
    let body = "namespace a\nuse smithy.framework#ValidationException\n\
        service S { operations: [O], rename: { \"a#T\": \"Renamed\" } }\n\
        operation O { input := { t: T, u: List }, errors: [ValidationException] }\n\
        string T\nlist List { member: T }\n@tags([\"x\"]) string Extra\nstring Other";
    let text = after(body, "flattenNamespaces", r#"{"namespace": "n", "service": "a#S", "includeTagged": ["x"]}"#);
    let (rest, moved) = text.split_once('\n').expect("two namespaces");
    assert_eq!(rest, "a: string Other");
    assert!(
        moved.contains("service S { operations: [ O ] }") && moved.contains("errors: [ ValidationException ]"),
        "{moved}"
    );
    assert!(
        moved.contains("t: Renamed")
            && moved.contains("string Extra")
            && moved.contains("structure ValidationException"),
        "{moved}"
    );
    let (_, messages) = applied(body, "flattenNamespaces", r#"{"namespace": "n", "service": "a#T"}"#);
    assert_eq!(messages, ["transform `flattenNamespaces` failed: the model has no service `a#T`"]);
}

#[test]
fn a_service_that_shares_an_operation_stays_in_its_namespace() {
    let body = "namespace a\nservice S { operations: [O, P] }\nservice T { operations: [P] }\n\
        operation O { input := { of: OfO } }\noperation P { input := { of: OfP } }\nstring OfO\nstring OfP";
    let mut model = load(body);
    let arguments = r#"{"namespace": "n", "service": "a#T"}"#;
    assert!(apply(&mut model, &[transform("flattenNamespaces", arguments)]).is_empty());
    let ids: Vec<&str> = model.own_shapes().map(|shape| shape.id.as_str()).collect();
    assert_eq!(ids, ["a#O", "a#OInput", "a#OfO", "a#S", "n#OfP", "n#P", "n#PInput", "n#T"]);
}

const CLOSURE: &str = "metadata shapeClosures = [{ id: \"a#C\", includeBySelector: \"[id=a#S]\", rename: { \"a#T\": \"X\" } }]\n\
    namespace a\nstructure S { t: T }\nstring T\nstring Other";

#[test]
fn closures_are_selected_and_moved() {
    let kept = after(CLOSURE, "includeClosures", r#"["a#C"]"#);
    assert_eq!(kept, "a: structure S { t: T } string T");
    let moved = after(CLOSURE, "flattenClosureNamespaces", r#"{"closure": "a#C", "namespace": "n"}"#);
    assert_eq!(moved, "a: string Other\nn: structure S { t: X } string X");
    let (_, messages) = applied(CLOSURE, "includeClosures", r#"["a#D"]"#);
    assert_eq!(messages, ["transform `includeClosures` failed: the model has no shape closure `a#D`"]);
}

#[test]
fn types_change_to_related_ones() {
    let change = |body: &str, to: &str| {
        let arguments = format!(r#"{{"shapeTypes": {{"a#S": "{to}"}}}}"#);
        let (text, messages) = applied(&format!("namespace a\n{body}"), "changeTypes", &arguments);
        if messages.is_empty() { text } else { messages.concat() }
    };
    assert_eq!(change("string S", "blob"), "a: blob S");
    assert_eq!(change("structure S { a: String }", "union"), "a: union S { a: String }");
    assert_eq!(change("list S { member: String }", "set"), "a: @uniqueItems list S { member: String }");
    assert_eq!(change("intEnum S { A = 1\n }", "long"), "a: long S");
    let refused = "transform `changeTypes` failed: `a#S` cannot be changed from `string` to `list`";
    assert_eq!(change("string S", "list"), refused);
    assert_eq!(
        change("string S", "enum"),
        "transform `changeTypes` failed: `a#S` cannot be changed from `string` to `enum`"
    );
}

#[test]
fn strings_with_enum_traits_become_enums() {
    let body = "namespace a\n@enum([{ value: \"a b\", tags: [\"internal\"] }, { value: \"c\" }]) string S\n@enum([{ value: \"v\", name: \"N\" }]) string T";
    let given = after(body, "changeStringEnumsToEnumShapes", "{}");
    assert!(given.contains("string S") && given.contains("enum T { N = \"v\" }"), "{given}");
    let synthesized = after(body, "changeStringEnumsToEnumShapes", r#"{"synthesizeNames": true}"#);
    assert!(synthesized.contains("a_b = \"a b\"") && synthesized.contains("@internal"), "{synthesized}");
}

#[test]
fn deprecated_shapes_are_removed_before_a_date_or_version() {
    let body = "namespace a\n@deprecated(since: \"2024-01-01\") string Old\n@deprecated(since: \"2025-01-01\") string New\n\
        @deprecated(since: \"1.9.0\") string V\n@deprecated(since: \"1.10.0\") string W";
    let ids = |arguments: &str| {
        let mut model = load(body);
        assert!(apply(&mut model, &[transform("removeDeprecatedShapes", arguments)]).is_empty());
        model.own_shapes().map(|shape| shape.id.name().to_owned()).collect::<Vec<_>>().concat()
    };
    assert_eq!(ids(r#"{"relativeDate": "2024-06-01"}"#), "NewVW");
    assert_eq!(ids(r#"{"relativeVersion": "1.10.0"}"#), "NewOldW");
    assert_eq!(ids("{}"), "NewOldVW");
}

#[test]
fn unused_shapes_and_traits_are_removed() {
    let body = "namespace a\nservice S { operations: [O] }\n@ref(\"a#Referred\") operation O {}\n\
        @trait @idRef string ref\nstring Referred\n@trait structure unused { of: OfUnused }\nstring OfUnused\n\
        @unused structure Unused {}\n@tags([\"keep\"]) structure Exported {}";
    let mut model = load(body);
    assert!(apply(&mut model, &[transform("removeUnusedShapes", r#"{"exportTagged": ["keep"]}"#)]).is_empty());
    let ids: Vec<&str> = model.own_shapes().map(|shape| shape.id.name()).collect();
    assert_eq!(ids, ["Exported", "O", "Referred", "S", "ref"]);
}

#[test]
fn shapes_that_values_of_traits_refer_to_are_used() {
    let references = [
        ("@idRef string ref", "\"a#Referred\""),
        ("list ref { member: Id }", "[\"a#Referred\"]"),
        ("map ref { key: Id, value: String }", "{ \"a#Referred\": \"x\" }"),
        ("map ref { key: String, value: Id }", "{ x: \"a#Referred\" }"),
        ("structure ref { @idRef x: String, next: ref }", "{ next: { next: { x: \"a#Referred\" } } }"),
    ];
    for (definition, value) in references {
        let body = format!(
            "namespace a\nservice S {{ operations: [O] }}\n@ref({value}) operation O {{}}\n\
            @trait {definition}\n@idRef string Id\nstring Referred\nstring Other"
        );
        let mut model = load(&body);
        assert!(apply(&mut model, &[transform("removeUnusedShapes", "{}")]).is_empty());
        let is_there = |id| model.shape_named(id).is_some();
        assert_eq!((is_there("a#Referred"), is_there("a#Other")), (true, false), "{definition}");
    }
}

#[test]
fn traits_with_exponentially_many_paths_are_searched_in_linear_time() {
    let chain = |last: &str| {
        let links: Vec<_> = (0..60).map(|at| format!("structure L{at} {{ m: L{0}, n: L{0} }}", at + 1)).collect();
        format!(
            "namespace a\n{}\nstructure L60 {{ {last} x: String }}\n@trait structure t {{ of: L0 }}\n\
            service S {{}}\n@t string X",
            links.join("\n")
        )
    };
    for last in ["", "@idRef"] {
        let mut model = load(&chain(last));
        assert!(apply(&mut model, &[transform("removeUnusedShapes", "{}")]).is_empty());
        assert!(model.shape_named("a#S").is_some() && model.shape_named("a#X").is_none());
    }
}

#[test]
fn a_resource_that_no_service_binds_is_unused_although_its_operation_is_not() {
    let body = "namespace a\nservice S { operations: [O] }\nresource R { operations: [O] }\noperation O {}";
    let mut model = load(body);
    assert!(apply(&mut model, &[transform("removeUnusedShapes", "{}")]).is_empty());
    let ids: Vec<&str> = model.own_shapes().map(|shape| shape.id.name()).collect();
    assert_eq!(ids, ["O", "S"]);
}

#[test]
fn unused_suppressions_are_removed() {
    let body = "metadata suppressions = [{ id: \"DeprecatedShape\", namespace: \"a\" }, { id: \"Nothing\", namespace: \"*\", reason: \"r\" }]\n\
        namespace a\n@suppress([\"Nothing\"]) structure A { b: B }\n@deprecated string B";
    let metadata = |arguments: &str| {
        let mut model = load(body);
        assert!(apply(&mut model, &[transform("filterSuppressions", arguments)]).is_empty());
        let node = model.metadata.get("suppressions").map(crate::model::Node::to_json);
        node.unwrap_or_default()
    };
    assert_eq!(metadata(r#"{"removeUnused": true}"#), r#"[{"id":"DeprecatedShape","namespace":"a"}]"#);
    assert_eq!(metadata(r#"{"namespaceDenyList": ["a", "*"]}"#), "");
    assert!(!metadata(r#"{"removeReasons": true}"#).contains("reason"));
}

#[test]
fn tokens_become_optional_for_clients() {
    let body = "namespace a\nstructure A { @required @idempotencyToken t: String, @required u: String }";
    let text = after(body, "makeIdempotencyTokensClientOptional", "{}");
    assert!(text.contains("@clientOptional @idempotencyToken @required t: String @required u"), "{text}");
}

#[test]
fn mixins_are_flattened() {
    let mut model = load("namespace a\n@mixin structure M { m: String }\nstructure A with [M] {}");
    apply(&mut model, &[transform("flattenAndRemoveMixins", "{}")]);
    let shape = model.shape_named("a#A").expect("kept");
    assert!(shape.mixins.is_empty() && shape.members["m"].mixins.is_empty() && model.shape_named("a#M").is_none());
}

#[test]
fn metadata_is_selected() {
    let keys = |name: &str| {
        let mut model = load("metadata a = 1\nmetadata b = 2\nnamespace n");
        apply(&mut model, &[transform(name, r#"{"keys": ["a"]}"#)]);
        model.metadata.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!((keys("includeMetadata"), keys("excludeMetadata")), (vec!["a".to_owned()], vec!["b".to_owned()]));
}

#[test]
fn built_in_definitions_are_there_after_transforms() {
    let mut model = load("namespace a\nstring S");
    let count = model.shapes.len();
    apply(&mut model, &[transform("includeNamespaces", r#"["a"]"#)]);
    assert_eq!(model.shapes.len(), count);
}
