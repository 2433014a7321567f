//! Loading several files as one model: merging, `apply`, mixins, elided targets, Smithy 1.0, and conflicts.

use std::fmt::Write as _;

use insta::assert_snapshot;
use whitesmith_codegen::diagnostic::render::{Style, human};
use whitesmith_codegen::export::{self, Export};
use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::{load, pipeline};

use crate::sources;

/// Renders the diagnostics of files.
fn said(files: &[(&str, &str)]) -> String {
    let sources = sources(files);
    let (_, diagnostics) = pipeline::model(&sources);
    let all: Vec<String> = diagnostics.iter().map(|one| human(one, &sources, Style::Plain)).collect();
    all.join("\n\n")
}

/// Renders the diagnostics of one file of version 2.0.
fn said_of(shapes: &str) -> String {
    said(&[("case.smithy", &format!("$version: \"2\"\nnamespace example\n{shapes}"))])
}

fn v2(shapes: &str) -> String {
    format!("$version: \"2\"\nnamespace example\n{shapes}")
}

/// The model of the files as JSON AST, with mixins flattened. There must be no errors.
fn flat(files: &[(&str, &str)]) -> String {
    let (model, diagnostics) = load::assemble(&sources(files));
    assert!(!pipeline::prevents_generation(&diagnostics), "{diagnostics:?}");
    export::json(Export { model: &model, applies: &[], flatten: true })
}

/// The model of the files as JSON AST, with mixins.
fn ast(files: &[(&str, &str)]) -> String {
    let (merged, diagnostics) = load::merge_sources(&sources(files));
    assert!(!pipeline::prevents_generation(&diagnostics), "{diagnostics:?}");
    export::json(Export { model: &merged.model, applies: &merged.applies, flatten: false })
}

#[test]
fn mixins_bring_members_and_traits_in_their_order() {
    let mixed = v2(
        "@mixin(localTraits: [private]) @private @tags([\"a\"])\nstructure Base { @required id: String\n kind: String }\n\
         @mixin @deprecated\nstructure Named with [Base] { name: String }\n\
         @sensitive\nstructure Thing with [Named] { /// Own words\n kind: String\n size: Integer }\n",
    );
    let plain = v2(
        "@tags([\"a\"]) @deprecated @sensitive\nstructure Thing { @required id: String\n /// Own words\n kind: String\n \
         name: String\n size: Integer }\n",
    );
    assert_eq!(flat(&[("mixed.smithy", &mixed)]), flat(&[("plain.smithy", &plain)]));
}

#[test]
fn the_later_of_two_mixins_wins_and_own_traits_win_over_both() {
    let mixed = v2(
        "@mixin\nstructure A { @tags([\"a\"]) @required it: String }\n@mixin\nstructure B { @tags([\"b\"]) it: String }\n\
         structure Mixed with [A, B] {}\nstructure Own with [A, B] { @tags([\"own\"]) it: String }\n",
    );
    let plain = v2(
        "structure Mixed { @tags([\"b\"]) @required it: String }\nstructure Own { @tags([\"own\"]) @required it: String }\n",
    );
    assert_eq!(flat(&[("mixed.smithy", &mixed)]), flat(&[("plain.smithy", &plain)]));
}

#[test]
fn services_and_operations_mix_their_properties() {
    let mixed = v2("@mixin\nservice Base { version: \"1\", operations: [Ping], errors: [Broken] }\n\
         service Shop with [Base] { operations: [Buy] }\n\
         @mixin\noperation Safe { errors: [Broken] }\noperation Buy with [Safe] { errors: [SoldOut] }\noperation Ping {}\n\
         @error(\"server\")\nstructure Broken {}\n@error(\"client\")\nstructure SoldOut {}\n");
    let plain = v2("service Shop { version: \"1\", operations: [Ping, Buy], errors: [Broken] }\n\
         operation Buy { errors: [Broken, SoldOut] }\noperation Ping {}\n\
         @error(\"server\")\nstructure Broken {}\n@error(\"client\")\nstructure SoldOut {}\n");
    assert_eq!(flat(&[("mixed.smithy", &mixed)]), flat(&[("plain.smithy", &plain)]));
}

#[test]
fn enums_lists_and_maps_can_be_mixed() {
    let mixed = v2("@mixin\nenum Base { ONE, TWO = \"2\"\n }\nenum Mixed with [Base] { @internal ONE\n THREE }\n\
         @mixin @length(max: 3)\nlist Few { member: String }\nlist Names with [Few] { @pattern(\"^a\") $member }\n\
         @mixin\nmap Table { key: String, value: Integer }\nmap Ages with [Table] {}\n");
    let plain = v2(
        "enum Mixed { @internal ONE\n TWO = \"2\"\n THREE }\n@length(max: 3)\nlist Names { @pattern(\"^a\") member: String }\n\
         map Ages { key: String, value: Integer }\n",
    );
    assert_eq!(flat(&[("mixed.smithy", &mixed)]), flat(&[("plain.smithy", &plain)]));
}

#[test]
fn traits_are_applied_from_any_file_also_to_members_that_mixins_bring() {
    let shapes =
        v2("@mixin\nstructure Base { id: String }\nstructure Thing with [Base] { @tags([\"a\"]) size: Integer }\n");
    let applies =
        v2("apply Thing$id @required\napply Thing { @internal @tags([\"x\"]) }\napply Thing$size @tags([\"b\"])\n");
    let plain = v2(
        "@internal @tags([\"x\"])\nstructure Thing { @required id: String\n @tags([\"a\", \"b\"]) size: Integer }\n",
    );
    let wanted = flat(&[("plain.smithy", &plain)]);
    assert_eq!(flat(&[("shapes.smithy", &shapes), ("applies.smithy", &applies)]), wanted);
    assert_eq!(flat(&[("applies.smithy", &applies), ("shapes.smithy", &shapes)]), wanted);
}

#[test]
fn targets_are_elided_where_a_resource_or_mixin_knows_them() {
    let elided =
        v2("string Id\ninteger Height\nresource Tree { identifiers: { id: Id }, properties: { height: Height } }\n\
         @mixin\nstructure Base { note: String }\n\
         structure Seen for Tree with [Base] { @required $id\n $height\n @internal $note }\n");
    let plain =
        v2("string Id\ninteger Height\nresource Tree { identifiers: { id: Id }, properties: { height: Height } }\n\
         structure Seen { @internal note: String\n @required id: Id\n height: Height }\n");
    assert_eq!(flat(&[("elided.smithy", &elided)]), flat(&[("plain.smithy", &plain)]));
}

#[test]
fn metadata_of_all_files_is_joined_and_equal_definitions_are_one() {
    let one = "$version: \"2\"\nmetadata tags = [\"a\"]\nmetadata kind = {x: 1}\nnamespace example\n@tags([\"p\"])\nstring Name\n";
    let two = "$version: \"2\"\nmetadata tags = [\"b\"]\nmetadata kind = {x: 1.0}\nnamespace example\n@tags([\"q\"])\nstring Name\n";
    let both = "$version: \"2\"\nmetadata tags = [\"a\", \"b\"]\nmetadata kind = {x: 1}\nnamespace example\n@tags([\"p\", \"q\"])\nstring Name\n";
    assert_eq!(flat(&[("one.smithy", one), ("two.smithy", two)]), flat(&[("both.smithy", both)]));
}

#[test]
fn enum_traits_of_version_1_become_enum_shapes_when_they_are_upgraded() {
    let json = |text: &str| {
        let mut sources = SourceMap::default();
        sources.add("model.smithy", text.to_owned());
        let (loaded, diagnostics) = load::load(&sources);
        let merged = loaded.upgraded();
        assert!(!pipeline::prevents_generation(&diagnostics), "{diagnostics:?}");
        export::json(Export { model: &merged.model, applies: &merged.applies, flatten: false })
    };
    let old = "$version: \"1.0\"\nnamespace example\n\
               @enum([{name: \"ON\", value: \"on\", deprecated: true}, {name: \"OFF\", value: \"off\", tags: [\"t\"]}])\n\
               string Switch\n@enum([{value: \"nameless\"}])\nstring Nameless\n";
    let new = v2("enum Switch { @deprecated ON = \"on\"\n @tags([\"t\"]) OFF = \"off\"\n }\n\
         @enum([{value: \"nameless\"}])\nstring Nameless\n");
    assert_eq!(json(old), json(&new));
}

#[test]
fn files_of_version_1_are_upgraded_to_version_2() {
    let old = "$version: \"1.0\"\nnamespace example\n\
               structure Counts { a: Integer, b: PrimitiveInteger, @box c: PrimitiveLong, d: Own, e: Boxed, f: Body }\n\
               integer Own\n@box\ninteger Boxed\n@streaming\nblob Body\nset Names { member: String }\n\
               @enum([{name: \"ON\", value: \"on\", deprecated: true}, {name: \"OFF\", value: \"off\", tags: [\"t\"]}])\n\
               string Switch\n@enum([{value: \"nameless\"}])\nstring Nameless\n";
    let new = v2(
        "structure Counts { a: Integer\n b: PrimitiveInteger = 0\n c: PrimitiveLong = null\n d: Own = 0\n e: Boxed\n \
         f: Body = \"\"\n }\n\
         @default(0)\ninteger Own\ninteger Boxed\n@streaming\nblob Body\n@uniqueItems\nlist Names { member: String }\n\
         @enum([{name: \"ON\", value: \"on\", deprecated: true}, {name: \"OFF\", value: \"off\", tags: [\"t\"]}])\n\
         string Switch\n\
         @enum([{value: \"nameless\"}])\nstring Nameless\n",
    );
    assert_eq!(ast(&[("old.smithy", old)]), ast(&[("new.smithy", &new)]));
}

#[test]
fn both_languages_have_a_version_1() {
    let idl = "namespace example\nstructure S { @required n: PrimitiveInteger, s: Set }\nset Set { member: String }\n";
    let json = r#"{"smithy": "1.0", "shapes": {
        "example#S": {"type": "structure", "members": {
            "n": {"target": "smithy.api#PrimitiveInteger", "traits": {"smithy.api#required": {}}},
            "s": {"target": "example#Set"}}},
        "example#Set": {"type": "set", "member": {"target": "smithy.api#String"}}}}"#;
    assert_eq!(ast(&[("idl.smithy", idl)]), ast(&[("json.json", json)]));
}

#[test]
fn mixins_that_need_each_other() {
    assert_snapshot!(said_of(
        "@mixin\nstructure A with [B] {}\n@mixin\nstructure B with [C] {}\n@mixin\nstructure C with [A] {}\n\
         structure User with [A] {}\n"
    ));
}

#[test]
fn a_mixin_that_does_not_exist() {
    assert_snapshot!(said_of("@mixin\nstructure Present {}\nstructure A with [Presnt] {}\n"));
}

#[test]
fn a_mixin_whose_member_targets_something_else() {
    assert_snapshot!(said_of("@mixin\nstructure A { id: String }\nstructure B with [A] { id: Integer }\n"));
}

#[test]
fn mixins_with_properties_they_may_not_have() {
    assert_snapshot!(said_of(
        "@mixin\noperation A { input := {} }\n@mixin\nresource B { identifiers: { id: String } }\n"
    ));
}

#[test]
fn a_trait_that_nothing_defines_is_an_error_at_each_use() {
    assert_snapshot!(said_of("@sensitiv\nstring A\n@sensitiv\nstring B\n"));
}

#[test]
fn a_trait_that_nothing_defines_is_an_error_in_json_too() {
    assert_snapshot!(said(&[(
        "case.json",
        r#"{"smithy": "2.0", "shapes": {
    "example#A": {"type": "string", "traits": {"other.tool#hint": {"any": 1}}}
}}"#
    )]));
}

#[test]
fn a_shape_that_is_not_a_trait() {
    assert_snapshot!(said_of("structure marker {}\n@marker\nstring A\n"));
}

#[test]
fn traits_for_undefined_shapes() {
    assert_snapshot!(said_of("structure Thing { size: Integer }\napply Thing$sise @required\napply Thin @internal\n"));
}

#[test]
fn traits_for_the_prelude() {
    assert_snapshot!(said_of("apply smithy.api#String @internal\n"));
}

#[test]
fn a_shape_of_the_prelude_that_is_changed() {
    let same = "$version: \"2\"\nnamespace smithy.api\n/// Text.\nstring String\n";
    assert_eq!(said(&[("same.smithy", same)]), "");
    assert_snapshot!(said(&[("other.smithy", "$version: \"2\"\nnamespace smithy.api\ninteger String\n")]));
}

#[test]
fn two_values_of_one_trait() {
    assert_snapshot!(said_of("/// One\nstring A\napply A @documentation(\"Other\")\n"));
}

#[test]
fn two_values_of_one_metadata_key() {
    assert_snapshot!(said(&[("case.smithy", "$version: \"2\"\nmetadata a = 1\nmetadata a = [1]\n")]));
}

#[test]
fn two_definitions_that_differ() {
    assert_snapshot!(said(&[
        ("one.smithy", &v2("structure A { id: String }\nstring B\n")),
        ("two.smithy", &v2("structure A { id: Integer }\ninteger B\n"))
    ]));
}

#[test]
fn lists_and_maps_with_wrong_members() {
    assert_snapshot!(said_of("list A { membr: String }\nmap B { key: String }\nlist C {}\n"));
}

#[test]
fn unknown_elided_targets() {
    assert_snapshot!(said_of(
        "resource Tree { identifiers: { id: String } }\nstructure A for Tree { $name }\nstructure B {}\nstructure C for B { $id }\n"
    ));
}

#[test]
fn words_of_another_version() {
    assert_snapshot!(said(&[
        ("new.smithy", &v2("structure A { @box n: Integer }\n")),
        ("old.smithy", "$version: \"1\"\nnamespace old\n@mixin\nstructure A { @default(1) n: Integer }\n"),
        ("old.json", r#"{"smithy": "1.0", "shapes": {"old#E": {"type": "enum", "members": {}}}}"#),
        ("new.json", r#"{"smithy": "2.0", "shapes": {"new#S": {"type": "set", "member": {"target": "old#A"}}}}"#),
    ]));
}

#[test]
fn values_that_their_traits_cannot_have() {
    assert_snapshot!(said_of(
        "@deprecated(\"1\")\nstring A\n@error(\"clent\")\nstructure B {}\n@http(method: \"GET\")\noperation C {}\n\
         @longPoll(timeout: 5)\noperation D {}\n"
    ));
}

#[test]
fn values_that_do_not_fit_the_definitions_of_their_traits() {
    assert_snapshot!(said_of(
        "@trait\nstructure limits { @required max: Small\n unit: Unit\n names: Names\n shape: Ref\n at: Timestamp }\n\
         @range(max: 9)\nbyte Small\nenum Unit { SECOND, MINUTE }\n@uniqueItems\nlist Names { member: Name }\n\
         @pattern(\"^[a-z]+$\") @length(max: 3)\nstring Name\n@idRef(failWhenMissing: true, selector: \"structure\")\nstring Ref\n\
         @limits(maxx: 1)\nstring A\n@limits(max: 10, unit: \"SECOD\", names: [\"a\", \"a\", \"B\", \"long\"])\nstring B\n\
         @limits(max: 300, shape: Name, at: \"today\")\nstring C\n@limits(max: 1.5, shape: \"example#Gone\", at: true)\nstring D\n"
    ));
}

#[test]
fn a_broken_archive_is_an_error_and_no_file_is_read_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("a.smithy"), "$version: \"2\"\nnamespace example\nstring A\n").expect("written");
    std::fs::write(path("b.jar"), "PK").expect("written");
    let mut sources = SourceMap::default();
    let found = load::read_sources(&[path("a.smithy"), folder.path().to_owned(), path("b.jar")], &mut sources);
    assert_eq!(sources.iter().count(), 1);
    let messages: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
    assert!(
        matches!(messages.as_slice(), [only] if only.contains("is not a readable JAR or ZIP file")),
        "{messages:?}"
    );
}

#[test]
fn values_nested_without_end_are_rejected() {
    for (name, text) in [
        ("deep.json", format!("{{\"smithy\": \"2.0\", \"metadata\": {}", "{\"a\":".repeat(100_000))),
        ("deep.smithy", format!("$version: \"2\"\nmetadata a = {}\n", "[".repeat(100_000))),
        ("deep.smithy", v2(&format!("@tags({}\nstring A\n", "[".repeat(100_000)))),
    ] {
        let (_, found) = load::assemble(&sources(&[(name, &text)]));
        assert!(found.iter().any(|found| found.message.contains("nested")), "{name}: {}", found.len());
    }
}

#[test]
fn chains_of_thousands_of_mixins_are_flattened() {
    let mut shapes = String::from("@mixin\nstructure M0 { m0: String }\n");
    for at in 1..3000 {
        let _ = writeln!(shapes, "@mixin\nstructure M{at} with [M{}] {{}}", at - 1);
    }
    let (model, found) = load::assemble(&sources(&[("chain.smithy", &v2(&shapes))]));
    assert!(!pipeline::prevents_generation(&found));
    assert!(model.shape_named("example#M2999").is_some_and(|shape| shape.members.contains_key("m0")));
}

#[test]
fn mixins_cannot_exhaust_memory() {
    let mut shapes = format!("@mixin @documentation(\"{}\")\nstructure Wordy {{}}\n", "x".repeat(1 << 20));
    for at in 0..400 {
        let _ = writeln!(shapes, "structure S{at} with [Wordy] {{}}");
    }
    let (_, found) = load::assemble(&sources(&[("wordy.smithy", &v2(&shapes))]));
    let errors = found.iter().filter(|found| found.message.contains("more members and traits than")).count();
    assert_eq!((errors, found.len()), (1, 1));
}

#[test]
fn a_cycle_of_thousands_of_shapes_is_one_diagnostic() {
    let mut shapes = String::new();
    for at in 0..5000 {
        let _ = writeln!(shapes, "@mixin\nstructure M{at} with [M{}] {{}}", (at + 1) % 5000);
    }
    shapes.push_str("structure User with [M7] {}\n@mixin\nstructure Own with [Own] {}\n");
    let (_, found) = load::assemble(&sources(&[("round.smithy", &v2(&shapes))]));
    assert_eq!(found.len(), 2, "{:?}", found.first());
    assert!(found.iter().all(|found| found.message.len() < 1000));
}

#[test]
fn thousands_of_unknown_names_are_reported_in_time() {
    let mut shapes = String::from("structure Known { size: Integer }\n");
    for at in 0..5000 {
        let _ = writeln!(shapes, "@unknownTrait{at}\nstring S{at}\napply Known$siz{at} @required");
    }
    let (_, found) = load::assemble(&sources(&[("names.smithy", &v2(&shapes))]));
    assert_eq!(found.len(), 10_000);
}
