//! Models whose shapes have names of items of the generator, its macros or the prelude.
//!
//! Code for many such models is generated and checked here. One of them, with a fixed seed, is a golden module, so that
//! it is also compiled.

use std::collections::HashSet;

use serde_json::{Map, Value, json};
use whitesmith_codegen::config::{ServiceConfig, Style};
use whitesmith_codegen::emit::File;

use crate::{generate, read, root};

/// Names of the prelude, and of what generated files import.
const IMPORTED: [&str; 68] = [
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Hash",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Vec",
    "Arc",
    "BTreeMap",
    "Duration",
    "FromStr",
    "Schema",
    "Kind",
    "Bound",
    "Fault",
    "Automaton",
    "BigDecimal",
    "BigInteger",
    "Blob",
    "ByteStream",
    "Config",
    "ConfigError",
    "Document",
    "EventStream",
    "IntoMember",
    "Pages",
    "Pattern",
    "RequestContext",
    "Set",
    "Step",
    "Timestamp",
    "Unit",
    "UnknownValue",
    "UnknownVariant",
    "Waited",
];

/// Names that emitters, macros and the runtime use.
const OWN: [&str; 24] = [
    "Client",
    "Dispatch",
    "Service",
    "Field",
    "Fields",
    "Variant",
    "Variants",
    "Operation",
    "Operations",
    "Unhandled",
    "Unknown",
    "Values",
    "Names",
    "Structure",
    "Builder",
    "Call",
    "Rt",
    "Std",
    "Types",
    "Errors",
    "Waiters",
    "S",
    "T",
    "E",
];

/// Keywords, and names that differ in case only.
const AWKWARD: [&str; 14] =
    ["self", "Self", "type", "fn", "crate", "super", "gen", "item", "ITEM", "Item", "_item", "item2", "Item_2", "r"];

/// Suffixes that the generator appends to names.
const SUFFIXES: [&str; 10] =
    ["", "Input", "Output", "Error", "Exception", "Builder", "Pattern", "_PATTERN", "Unknown", "BuilderBuilder"];

/// Names of members: methods of builders, variables of macros, keywords.
const MEMBERS: [&str; 32] = [
    "build",
    "send",
    "paginate",
    "with_input",
    "builder",
    "set_name",
    "name",
    "setName",
    "wait_until_done",
    "self",
    "type",
    "member",
    "fill",
    "visit",
    "index",
    "value",
    "service",
    "input",
    "context",
    "stream",
    "Field",
    "new",
    "clone",
    "into_inner",
    "customize",
    "wait",
    "set_set_name",
    "debug",
    "fmt",
    "state",
    "C",
    "T",
];

/// Keywords, including reserved ones. All are members of one structure.
const KEYWORDS: [&str; 52] = [
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn",
    "for", "gen", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "static",
    "struct", "super", "trait", "true", "unsafe", "use", "where", "while", "abstract", "become", "box", "do", "final",
    "macro", "override", "priv", "try", "typeof", "unsized", "virtual", "yield", "union", "self", "type",
];

/// Names of operations that conflict with methods of clients and of common traits.
const OPERATIONS: [&str; 16] = [
    "New",
    "FromEnv",
    "Clone",
    "Into",
    "TryInto",
    "AsRef",
    "ToOwned",
    "Item",
    "ItemInput",
    "ItemError",
    "Option",
    "Result",
    "Client",
    "Dispatch",
    "Service",
    "Builder",
];

const SEED: u64 = 1;

/// A model with `count` shapes.
fn model(seed: u64, count: usize) -> Value {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut names: Vec<String> = IMPORTED.iter().chain(&OWN).chain(&AWKWARD).map(|name| (*name).to_owned()).collect();
    for stem in ["Item", "Dispatch", "Option", "New"] {
        names.extend(SUFFIXES.iter().map(|suffix| format!("{stem}{suffix}")));
    }
    names.sort();
    names.dedup();
    random.shuffle(&mut names);
    names.truncate(count);
    let mut shapes = Map::new();
    for (index, name) in names.iter().enumerate() {
        shapes.insert(format!("example.types#{name}"), shape(index, &mut random));
    }
    let mut all: Map<String, Value> = names
        .iter()
        .enumerate()
        .map(|(index, name)| (format!("m{index}"), json!({"target": format!("example.types#{name}")})))
        .collect();
    let text = json!({"target": "smithy.api#String"});
    let keywords: Map<String, Value> = KEYWORDS.iter().map(|name| ((*name).to_owned(), text.clone())).collect();
    shapes.insert("example.types#Keywords".into(), json!({"type": "structure", "members": keywords}));
    all.insert("keywords".into(), json!({"target": "example.types#Keywords"}));
    shapes.insert("example.types#All".into(), json!({"type": "structure", "members": all}));
    let mut operations = Vec::new();
    for name in random.choose_multiple(OPERATIONS, 8) {
        let id = format!("example.operations#{name}");
        operations.push(json!({"target": id}));
        let error =
            json!({"type": "structure", "members": members(&mut random), "traits": {"smithy.api#error": "client"}});
        shapes.insert(format!("example.errors#{name}Exception"), error);
        shapes.insert(
            id,
            json!({
                "type": "operation",
                "input": {"target": format!("example.operations#{name}Request")},
                "output": {"target": "example.types#All"},
                "errors": [{"target": format!("example.errors#{name}Exception")}]
            }),
        );
        let input = json!({"type": "structure", "members": members(&mut random)});
        shapes.insert(format!("example.operations#{name}Request"), input);
    }
    let traits = json!({"aws.protocols#awsJson1_0": {}});
    let service = json!({"type": "service", "version": "1", "operations": operations, "traits": traits});
    shapes.insert("example.naming#Dispatch".into(), service);
    json!({"smithy": "2.0", "shapes": shapes})
}

/// A shape of a kind that has its own type.
fn shape(index: usize, random: &mut fastrand::Rng) -> Value {
    let text = json!({"target": "smithy.api#String"});
    match index % 9 {
        0 => json!({"type": "structure", "members": members(random)}),
        1 => json!({"type": "union", "members": members(random)}),
        2 => json!({"type": "string", "traits": {"smithy.api#pattern": "^a+$"}}),
        3 => json!({"type": "enum", "members": {
            "None": {"target": "smithy.api#Unit"}, "self": {"target": "smithy.api#Unit"}, "Unknown": {"target": "smithy.api#Unit"}
        }}),
        4 => json!({"type": "integer", "traits": {"smithy.api#range": {"min": 1}}}),
        5 => json!({"type": "list", "member": text, "traits": {"smithy.api#length": {"max": 9}}}),
        6 => json!({"type": "map", "key": text, "value": text, "traits": {"smithy.api#length": {"max": 9}}}),
        7 => {
            json!({"type": "intEnum", "members": {"Err": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}}})
        }
        _ => json!({"type": "string", "traits": {"smithy.api#length": {"max": 9}}}),
    }
}

/// A few members, half of which have constraints and therefore their own type.
fn members(random: &mut fastrand::Rng) -> Map<String, Value> {
    let mut lower = HashSet::new();
    let names = random
        .choose_multiple(MEMBERS, 5)
        .into_iter()
        .filter(|name| lower.insert(name.to_lowercase().replace('_', "")));
    names
        .map(|name| {
            let traits = if random.bool() { json!({"smithy.api#pattern": "^[a-z]*$"}) } else { json!({}) };
            (name.to_owned(), json!({"target": "smithy.api#String", "traits": traits}))
        })
        .collect()
}

/// The text of a case file.
fn text(model: &Value) -> String {
    let mut text = serde_json::to_string_pretty(model).expect("JSON");
    text.push('\n');
    text
}

fn files(model: &Value) -> Vec<File> {
    let accept = ["ShapeIdConflict", "Service", "UnreferencedShape"].map(Into::into).to_vec();
    let config = ServiceConfig { name: None, accept, ..crate::config("example.naming#Dispatch") };
    let (files, diagnostics, _) = generate(&[("case.json", &text(model))], &config);
    files.unwrap_or_else(|| panic!("{diagnostics:#?}"))
}

/// The names that a file defines, in the namespace of types or of values.
fn defined(file: &File) -> Vec<String> {
    let parsed = syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
    let mut names = Vec::new();
    for item in parsed.items {
        match item {
            syn::Item::Struct(item) => names.push(item.ident.to_string()),
            syn::Item::Enum(item) => names.push(item.ident.to_string()),
            syn::Item::Trait(item) => names.push(item.ident.to_string()),
            syn::Item::Type(item) => names.push(item.ident.to_string()),
            syn::Item::Static(item) => names.push(item.ident.to_string()),
            syn::Item::Use(item) => imported(&item.tree, &mut names),
            _ => {}
        }
    }
    names
}

fn imported(tree: &syn::UseTree, names: &mut Vec<String>) {
    match tree {
        syn::UseTree::Path(path) => imported(&path.tree, names),
        syn::UseTree::Name(name) => names.push(name.ident.to_string()),
        syn::UseTree::Rename(rename) => names.push(rename.rename.to_string()),
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| imported(tree, names)),
        syn::UseTree::Glob(_) => {}
    }
}

#[test]
fn no_file_defines_or_imports_a_name_twice() {
    for seed in 0..24 {
        for file in files(&model(seed, 60)) {
            let mut seen = HashSet::new();
            for name in defined(&file) {
                assert!(seen.insert(name.clone()), "seed {seed}: {} has two `{name}`", file.path);
            }
        }
    }
}

#[test]
fn the_golden_model_is_the_one_of_its_seed() {
    let path = root().join("tests/cases/naming.json");
    let wanted = text(&model(SEED, 60));
    if std::env::var_os("INSTA_UPDATE").is_some_and(|value| value == "always") {
        std::fs::write(path, &wanted).expect("writable");
    }
    assert_eq!(read("tests/cases/naming.json"), wanted, "INSTA_UPDATE=always writes it");
}

#[test]
fn a_shape_called_like_a_pattern_keeps_its_name() {
    let model = json!({"smithy": "2.0", "shapes": {
        "example.naming#Dispatch": {
            "type": "service", "version": "1", "operations": [{"target": "example.naming#Op"}],
            "traits": {"aws.protocols#awsJson1_0": {}}
        },
        "example.naming#Op": {"type": "operation", "input": {"target": "example.naming#OpInput"}},
        "example.naming#OpInput": {"type": "structure", "members": {
            "x": {"target": "example.naming#Name"}, "y": {"target": "example.naming#NamePattern"}
        }},
        "example.naming#Name": {"type": "string", "traits": {"smithy.api#pattern": "^a+$"}},
        "example.naming#NamePattern": {"type": "string", "traits": {"smithy.api#length": {"max": 3}}}
    }});
    let files = files(&model);
    let schema = &files.iter().find(|file| file.path.ends_with("schema.rs")).expect("the schema").text;
    assert!(schema.contains("pub static NAME_PATTERN: Schema"), "{schema}");
    assert!(schema.contains("static NAME_PATTERN2: Pattern"), "{schema}");
}

#[test]
fn enum_values_without_names_have_distinct_names() {
    let model = r#"
$version: "1.0"
namespace example
use aws.protocols#restJson1
@restJson1
service S { version: "1", operations: [Op] }
@http(method: "POST", uri: "/p")
operation Op { input: OpInput }
structure OpInput { size: Size }
@enum([{value: "db.t3 small"}, {value: "db-t3-small"}, {value: "db.t3.small"}])
string Size
"#;
    let (files, diagnostics, _) = generate(&[("case.smithy", model)], &crate::config("example#S"));
    let files = files.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    let types = &files.iter().find(|file| file.path.ends_with("types.rs")).expect("the types").text;
    for row in ["DbT3Small = \"db.t3 small\"", "DbT3Small2 = \"db-t3-small\"", "DbT3Small3 = \"db.t3.small\""] {
        assert!(types.contains(row), "{row} in {types}");
    }
}

#[test]
fn values_that_fold_to_keywords_or_to_nothing_have_names_too() {
    let values = [
        "self",
        "Self",
        "SELF",
        "crate",
        "super",
        "type",
        "async",
        "gen",
        "_",
        "__",
        " ",
        "-",
        "--",
        "*",
        "1",
        "1.0",
        "-1",
        "\u{e9}",
        "\u{c9}",
        "\u{65e5}\u{672c}",
        "\u{1f600}",
        "a",
        "A",
        "-a",
        "unknown",
        "Unknown",
        "UNKNOWN",
        "None",
        "Some",
        "Ok",
        "as_str",
        "VALUES",
        "r#type",
    ];
    let rows: Vec<String> = values.iter().map(|value| format!("{{value: \"{value}\"}}")).collect();
    let model = format!(
        "$version: \"1.0\"\nnamespace example\nuse aws.protocols#restJson1\n@restJson1\n\
         service S {{ version: \"1\", operations: [Op] }}\n@http(method: \"POST\", uri: \"/p\")\n\
         operation Op {{ input: OpInput }}\nstructure OpInput {{ odd: Odd }}\n@enum([{}])\nstring Odd\n",
        rows.join(", ")
    );
    let (files, diagnostics, _) = generate(&[("case.smithy", &model)], &crate::config("example#S"));
    let files = files.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    let types = &files.iter().find(|file| file.path.ends_with("types.rs")).expect("the types").text;
    let mut names = std::collections::BTreeSet::new();
    for value in values {
        let end = format!(" = \"{value}\"");
        let row = types.lines().map(str::trim).find(|line| line.trim_end_matches(',').ends_with(&end));
        let name = row.unwrap_or_else(|| panic!("{value:?} in {types}")).split(" = ").next().expect("a name");
        assert!(syn::parse_str::<syn::Ident>(name).is_ok(), "{value:?} is named {name}");
        assert!(names.insert(name.to_owned()), "{value:?} is named {name}, as another value");
    }
}

#[test]
fn a_structure_that_is_input_and_output_also_has_the_names_of_the_sdk() {
    let model = "$version: \"2\"\nnamespace example.echoes\n@aws.protocols#awsJson1_0\n@aws.api#service(sdkId: \"Echoes\")\n\
        service Echoes { operations: [Echo] }\n\
        operation Echo { input: Payload, output: Payload }\nstructure Payload { text: String }\n";
    let config = ServiceConfig { style: Style::AwsSdk, ..crate::config("example.echoes#Echoes") };
    let (files, diagnostics, _) = generate(&[("echoes.smithy", model)], &config);
    let files = files.unwrap_or_else(|| panic!("{diagnostics:#?}"));
    let module = files.iter().find(|file| file.path.ends_with("mod.rs")).expect("the module");
    let exported = "types::{Payload, Payload as EchoInput, Payload as EchoOutput};";
    assert!(module.text.contains(exported), "{}", module.text);
}
