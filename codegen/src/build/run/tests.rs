//! Build scripts, with folders in place of Cargo's.

use std::fs;
use std::path::Path;

use super::super::compile_calls::CompileCalls;
use super::super::{Build, Error, Service, build};
use super::run;

mod calls;

const MODEL: &str = "$version: \"2\"\nnamespace example.warehouse\n@smithy.protocols#rpcv2Cbor\nservice Warehouse { operations: [Count] }\noperation Count { output := { count: Integer } }\n";

/// A folder with a model, and a folder for output.
struct Package {
    folder: tempfile::TempDir,
}

impl Package {
    fn new(models: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("model")).expect("a folder");
        fs::create_dir(folder.path().join("out")).expect("a folder");
        for (name, text) in models {
            fs::write(folder.path().join("model").join(name), text).expect("a model");
        }
        Self { folder }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn build(&self) -> Build {
        build().model(self.path("model"))
    }

    /// The result, and the instructions for Cargo.
    fn run(&self, build: &Build) -> (Result<(), String>, String) {
        let mut cargo = Vec::new();
        let result = self.call(build, &CompileCalls::default(), &mut cargo);
        (result, String::from_utf8(cargo).expect("text"))
    }

    /// The result of one call of a build script.
    fn call(&self, build: &Build, compiled: &CompileCalls, cargo: &mut Vec<u8>) -> Result<(), String> {
        run(build, Some(&self.path("out")), compiled, cargo).map_err(|error: Error| format!("{error:?}"))
    }

    fn written(&self) -> Vec<String> {
        let walk = walkdir::WalkDir::new(self.path("out")).sort_by_file_name().into_iter().flatten();
        let files = walk.filter(|entry| entry.file_type().is_file());
        let relative = |path: &Path| path.strip_prefix(self.path("out")).map(|path| path.display().to_string());
        files.filter_map(|entry| relative(entry.path()).ok()).collect()
    }
}

#[test]
fn the_only_service_becomes_a_module_and_a_file_that_includes_it() {
    let package = Package::new(&[("warehouse.smithy", MODEL)]);
    assert_eq!(package.run(&package.build()).0, Ok(()));
    let files = ["client", "errors", "mod", "operations", "schema", "server", "types"];
    let mut expected: Vec<String> = files.iter().map(|file| format!("warehouse/{file}.rs")).collect();
    expected.push("warehouse.rs".to_owned());
    assert_eq!(package.written(), expected);
    let index = fs::read_to_string(package.path("out/warehouse/mod.rs")).expect("a module");
    assert!(!index.contains("cfg"), "a feature of the user's crate selects code:\n{index}");
}

#[test]
fn cargo_watches_the_folder_and_every_file() {
    let package = Package::new(&[("a.smithy", MODEL), ("b.smithy", "$version: \"2\"\nnamespace b\nstring B\n")]);
    let (_, cargo) = package.run(&package.build());
    for path in ["model", "model/a.smithy", "model/b.smithy"] {
        let line = format!("cargo::rerun-if-changed={}\n", package.path(path).display());
        assert!(cargo.contains(&line), "{line} is not in {cargo}");
    }
}

#[test]
fn modules_of_services_that_are_no_longer_named_are_deleted() {
    let package = Package::new(&[("warehouse.smithy", MODEL)]);
    let id = "example.warehouse#Warehouse";
    assert_eq!(package.run(&package.build().service(Service::new(id).module("old"))).0, Ok(()));
    assert_eq!(package.run(&package.build().service(Service::new(id).module("new"))).0, Ok(()));
    assert!(package.written().iter().all(|file| !file.starts_with("old")), "{:?}", package.written());
}

#[test]
fn a_missing_model_is_shown_in_the_build_script() {
    let package = Package::new(&[]);
    let (result, _) = package.run(&build().model("no-such-folder/"));
    let text = result.expect_err("an error");
    assert!(text.contains("the model `no-such-folder/` does not exist"), "{text}");
    assert!(text.contains("model(\"no-such-folder/\")") && text.contains("--> tests.rs"), "{text}");
    assert!(text.contains("relative to the folder of the package"), "{text}");
}

#[test]
fn models_that_cannot_be_read_are_shown_in_the_build_script() {
    let package = Package::new(&[]);
    fs::write(package.path("other.txt"), "").expect("a file");
    fs::write(package.path("latin.smithy"), b"namespace caf\xe9").expect("a file");
    let archive = package.path("broken.jar");
    fs::write(&archive, "no archive").expect("a file");
    for (path, message) in [
        (package.path("model"), "no model in folder"),
        (package.path("latin.smithy"), "is not UTF-8"),
        #[cfg(feature = "archives")]
        (archive, "broken.jar` "),
    ] {
        let text = package.run(&build().model(path)).0.expect_err("an error");
        assert!(text.contains(message) && text.contains("--> tests.rs:") && text.contains("help: "), "{text}");
        assert!(text.contains("build().model(path)"), "{text}");
    }
    assert_eq!(package.written(), [""; 0]);
}

#[test]
fn accepted_ids_that_have_no_effect_are_warnings_at_their_call() {
    let package = Package::new(&[("warehouse.smithy", MODEL)]);
    let (result, cargo) = package.run(&package.build().accept("ShapeIdConflct"));
    assert_eq!(result, Ok(()));
    let warning = cargo.lines().find(|line| line.starts_with("cargo::warning=")).expect("a warning");
    assert!(warning.contains("tests.rs:") && warning.contains("did you mean `ShapeIdConflict`?"), "{warning}");
}

#[test]
fn two_services_of_one_module_are_shown_in_the_build_script() {
    let other = MODEL.replace("example.warehouse", "example.other");
    let package = Package::new(&[("a.smithy", MODEL), ("b.smithy", &other)]);
    let both = package.build().service("example.warehouse#Warehouse").service("example.other#Warehouse");
    let text = package.run(&both).0.expect_err("an error");
    assert!(text.contains("two services have the module `warehouse`") && text.contains("first used here"), "{text}");
    assert!(text.contains("service(\"example.other#Warehouse\")"), "{text}");
    assert_eq!(package.written(), [""; 0]);
}

#[test]
fn an_error_in_the_model_is_shown_in_the_model() {
    let package = Package::new(&[("warehouse.smithy", &MODEL.replace("Integer", "Integr"))]);
    let text = package.run(&package.build()).0.expect_err("an error");
    assert!(text.contains("warehouse.smithy:5:") && text.contains("count: Integr"), "{text}");
    assert_eq!(package.written(), [""; 0]);
}

#[test]
fn one_of_several_services_must_be_chosen() {
    let other = MODEL.replace("example.warehouse", "example.other");
    let package = Package::new(&[("a.smithy", MODEL), ("b.smithy", &other)]);
    let text = package.run(&package.build()).0.expect_err("an error");
    assert!(text.contains("choose with `.service(…)`: example.other#Warehouse, example.warehouse#Warehouse"), "{text}");
}

#[test]
fn models_without_a_service_are_shown_in_the_build_script() {
    let package = Package::new(&[("a.smithy", "$version: \"2\"\nnamespace a\nstring A\n")]);
    let text = package.run(&package.build()).0.expect_err("an error");
    assert!(text.contains("The models have no service") && text.contains("help: add a service"), "{text}");
    assert!(text.contains("--> tests.rs:") && text.contains("build().model("), "{text}");
}

#[test]
fn mixins_of_services_are_not_chosen() {
    let mixin =
        "$version: \"2\"\nnamespace example.health\n@mixin\nservice Health { operations: [Ping] }\noperation Ping {}\n";
    let model = MODEL.replace("service Warehouse", "service Warehouse with [example.health#Health]");
    let package = Package::new(&[("warehouse.smithy", &model), ("health.smithy", mixin)]);
    assert_eq!(package.run(&package.build()).0, Ok(()));
    let client = fs::read_to_string(package.path("out/warehouse/client.rs")).expect("a client");
    assert!(client.contains("fn ping") && client.contains("fn count"), "{client}");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let package = Package::new(&[("warehouse.smithy", MODEL)]);
    fs::remove_dir(package.path("out")).expect("the folder");
    fs::write(package.path("out"), "a file blocks the folder").expect("a file");
    let text = package.run(&package.build()).0.expect_err("an error");
    assert!(text.contains("codegen.Output") && text.contains("nothing was changed"), "{text}");
    assert!(text.contains(&package.path("out").display().to_string()), "{text}");
}

#[test]
fn types_need_no_protocol_and_have_no_operations() {
    let package = Package::new(&[("warehouse.smithy", &MODEL.replace("@smithy.protocols#rpcv2Cbor\n", ""))]);
    let types = package.build().sides(crate::config::Sides::Types);
    assert_eq!(package.run(&types).0, Ok(()));
    assert_eq!(package.written(), ["warehouse/mod.rs", "warehouse/schema.rs", "warehouse/types.rs", "warehouse.rs"]);
}

#[test]
fn without_cargo_the_error_names_build_scripts() {
    let package = Package::new(&[("warehouse.smithy", MODEL)]);
    let error = run(&package.build(), None, &CompileCalls::default(), &mut Vec::new()).expect_err("an error");
    assert!(error.to_string().contains("`OUT_DIR` is not set"), "{error}");
}

#[test]
fn a_model_without_a_service_has_types_for_its_shape_closure() {
    let model = "$version: \"2\"\nmetadata shapeClosures = [{ id: \"example.orders#Orders\", \
        includeNamespaces: [\"example.orders\"], rename: { \"example.money#Amount\": \"Price\" } }]\n\
        namespace example.orders\nuse example.money#Amount\nstructure Order with [Dated] { @required price: Amount }\n\
        @mixin\nstructure Dated { date: Timestamp }\nstructure Parcel { order: Order }\n";
    let money = "$version: \"2\"\nnamespace example.money\nstructure Amount { cents: Long }\nstructure Rate { percent: Float }\n";
    let package = Package::new(&[("orders.smithy", model), ("money.smithy", money)]);
    assert_eq!(package.run(&package.build()).0, Ok(()));
    assert_eq!(package.written(), ["orders/mod.rs", "orders/schema.rs", "orders/types.rs", "orders.rs"]);
    let types = fs::read_to_string(package.path("out/orders/types.rs")).expect("types");
    let structures: Vec<&str> = types.lines().filter_map(|line| line.strip_prefix("pub struct ")).collect();
    let named: Vec<&str> = structures.iter().filter_map(|line| line.strip_suffix(" {")).collect();
    assert_eq!(named, ["Price", "Order", "Parcel"]);
}

#[test]
fn a_shape_closure_without_shapes_is_a_warning_with_its_place() {
    let model = "$version: \"2\"\nmetadata shapeClosures = [{ id: \"example.orders#Orders\", \
        includeNamespaces: [\"example.nothing\"] }]\nnamespace example.orders\nstructure Order {}\n";
    let package = Package::new(&[("orders.smithy", model)]);
    let (result, cargo) = package.run(&package.build());
    assert_eq!(result, Ok(()));
    assert!(cargo.contains("Shape closure `example.orders#Orders` selects no shapes"), "{cargo}");
}

const ORDERS: &str = "$version: \"2\"\nnamespace example.orders\nuse example.money#Amount\nuse example.money#NoMoney\n\
    @smithy.protocols#rpcv2Cbor\nservice Orders { operations: [Pay] }\n\
    operation Pay { input := { amount: Amount, sum: Amount } errors: [NoMoney] }\n";
const MONEY: &str = "$version: \"2\"\nnamespace example.money\nstructure Amount { cents: Long, currency: Currency }\n\
    enum Currency { EUR, USD }\n@error(\"client\")\nstructure NoMoney {}\n";

#[test]
fn names_are_set_by_calls() {
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", MONEY)]);
    let build =
        package.build().rename("example.money#Amount", "Sum").rename("example.money#Amount$cents", "hundredths");
    assert_eq!(package.run(&build.rename("example.money#Currency$EUR", "Euro")).0, Ok(()));
    let types = fs::read_to_string(package.path("out/orders/types.rs")).expect("types");
    for text in
        ["pub struct Sum {", "pub hundredths: Option<i64>", "pub struct SumBuilder", "    Euro,", "Euro = \"EUR\""]
    {
        assert!(types.contains(text), "{text} is not in {types}");
    }
    let schema = fs::read_to_string(package.path("out/orders/schema.rs")).expect("schemas");
    assert!(schema.contains("pub static SUM: Schema") && schema.contains("\"cents\""), "{schema}");
}

#[test]
fn names_that_are_used_twice_are_errors() {
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", MONEY)]);
    for (id, name, other) in [
        ("example.money#Amount", "Currency", "`example.money#Currency`"),
        ("example.money#Amount", "PayOutput", "the output of `example.orders#Pay`"),
        ("example.money#Amount$cents", "currency", "`example.money#Amount$currency`"),
        ("example.money#Currency$EUR", "Unknown", "the variant of unknown values"),
        ("example.money#Currency$EUR", "Usd", "`example.money#Currency$USD`"),
    ] {
        let text = package.run(&package.build().rename(id, name)).0.expect_err("an error");
        assert!(text.contains(&format!("`{name}` is the name of `{id}` and of {other}")), "{text}");
        assert!(text.contains("rename(id, name)"), "{text}");
    }
    assert_eq!(package.written(), [""; 0]);
}

#[test]
fn configured_names_of_members_are_not_given_to_others() {
    let money = MONEY.replace("cents: Long", "cents: Long, fooBar: Long, foo_bar: Long");
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", &money)]);
    assert_eq!(package.run(&package.build().rename("example.money#Amount$cents", "foo_bar2")).0, Ok(()));
    let types = fs::read_to_string(package.path("out/orders/types.rs")).expect("types");
    for field in ["foo_bar2", "foo_bar", "foo_bar3"] {
        assert_eq!(types.matches(&format!("    pub {field}: Option<i64>")).count(), 1, "{field}: {types}");
    }
}

#[test]
fn names_that_are_not_rust_names_are_errors() {
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", MONEY)]);
    for name in ["r#type", " a ", "gen", "_", "a-b", ""] {
        let text = package.run(&package.build().rename("example.money#Amount$cents", name)).0.expect_err(name);
        assert!(text.contains("is not a valid Rust name"), "{text}");
    }
}

#[test]
fn schemas_without_a_type_are_imported_by_the_name_that_their_module_gives_them() {
    let money = format!("{}list Coins_2 {{ member: Long }}\n", MONEY.replace("cents: Long", "cents: Coins_2"));
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", &money)]);
    assert_eq!(package.run(&package.build().extern_namespace("example.money", "money::shared")).0, Ok(()));
    let schema = fs::read_to_string(package.path("out/orders/schema.rs")).expect("schemas");
    assert!(schema.contains("pub use money::shared::schema::COINS_2;"), "{schema}");
}

#[test]
fn shapes_and_namespaces_that_no_model_has_are_errors() {
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", MONEY)]);
    let both = package.build().rename("example.money#Amont", "Sum").extern_namespace("example.mony", "money::money");
    let text = package.run(&both).0.expect_err("an error");
    assert!(text.contains("did you mean `example.money#Amount`?"), "{text}");
    assert!(text.contains("did you mean `example.money`?"), "{text}");
}

#[test]
fn own_types_replace_those_of_simple_shapes() {
    let money =
        MONEY.replace("cents: Long", "id: alloy#UUID\n @range(min: 1) cents: Cents\n currency2: Currency = \"EUR\"\n");
    let money = format!("{money}@range(max: 9)\nlong Cents\n");
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", &money)]);
    let build =
        package.build().custom_type("example.money#Cents", "crate::Cents").custom_type("alloy#UUID", "crate::Id");
    assert_eq!(package.run(&build.custom_type("example.money#Currency", "money::Currency")).0, Ok(()));
    let types = fs::read_to_string(package.path("out/orders/types.rs")).expect("types");
    for text in [
        "id: Option<rt::Custom<crate::Id>>",
        "cents: Option<rt::Custom<crate::Cents>>",
        "currency2: rt::Custom<money::Currency>",
    ] {
        assert!(types.contains(text), "{text} is not in {types}");
    }
    assert!(!types.contains("struct Cents") && !types.contains("enum Currency"), "{types}");
    let schema = fs::read_to_string(package.path("out/orders/schema.rs")).expect("schemas");
    assert_eq!(schema.matches(".custom::<crate::Cents, i64>()").count(), 2, "for shape and member: {schema}");
    for text in [".custom::<money::Currency, String>()", "DefaultValue::Str(\"EUR\")", ".holds_custom()"] {
        assert!(schema.contains(text), "{text} is not in {schema}");
    }
}

#[test]
fn own_types_replace_those_of_aggregates() {
    let money = MONEY.replace("cents: Long", "cents: Long\n coins: Coins\n names: Names\n next: Amount\n kind: Kind\n");
    let money = format!(
        "{money}list Coins {{ member: Long }}\nmap Names {{ key: String, value: String }}\n\
         union Kind {{ coin: Long, sum: Amount }}\n"
    );
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", &money)]);
    let mut build = package.build();
    for shape in ["Amount", "Coins", "Names", "Kind"] {
        build = build.custom_type(format!("example.money#{shape}"), format!("crate::{shape}"));
    }
    assert_eq!(package.run(&build).0, Ok(()));
    let types = fs::read_to_string(package.path("out/orders/types.rs")).expect("types");
    for text in [
        "coins: Option<rt::Custom<crate::Coins>>",
        "names: Option<rt::Custom<crate::Names>>",
        "next: Option<Box<rt::Custom<crate::Amount>>>",
        "kind: Option<Box<rt::Custom<crate::Kind>>>",
        "Sum(Box<rt::Custom<crate::Amount>>)",
        "pub struct Amount",
        "pub enum Kind",
    ] {
        assert!(types.contains(text), "{text} is not in {types}");
    }
    let schema = fs::read_to_string(package.path("out/orders/schema.rs")).expect("schemas");
    for text in [
        ".custom::<crate::Amount, types::Amount>()",
        ".custom::<crate::Coins, Vec<i64>>()",
        ".custom::<crate::Names, BTreeMap<String, String>>()",
        ".custom::<crate::Kind, types::Kind>()",
    ] {
        assert!(schema.contains(text), "{text} is not in {schema}");
    }
}

#[test]
fn own_types_of_shapes_of_another_module_have_schemas_of_their_own() {
    let money = MONEY.replace("cents: Long", "cents: Long\n coins: Coins\n all: Coins\n");
    let money = format!("{money}list Coins {{ member: Coin }}\nlong Coin\n");
    let orders = ORDERS.replace("sum: Amount", "coins: example.money#Coins");
    let package = Package::new(&[("orders.smithy", &orders), ("money.smithy", &money)]);
    let build = package.build().extern_namespace("example.money", "money::shared");
    let build = build.custom_type("example.money#Amount", "own::Amount").custom_type("example.money#Coin", "own::Coin");
    assert_eq!(package.run(&build).0, Ok(()));
    let types = fs::read_to_string(package.path("out/orders/types.rs")).expect("types");
    for text in [
        "pub use money::shared::types::Amount;",
        "amount: Option<rt::Custom<own::Amount>>",
        "coins: Option<Vec<rt::Custom<own::Coin>>>",
    ] {
        assert!(types.contains(text), "{text} is not in {types}");
    }
    let schema = fs::read_to_string(package.path("out/orders/schema.rs")).expect("schemas");
    for text in [".custom::<own::Amount, types::Amount>()", ".custom::<own::Coin, i64>()", "pub static COINS: Schema"] {
        assert!(schema.contains(text), "{text} is not in {schema}");
    }
    assert!(!schema.contains("schema::AMOUNT;") && !schema.contains("schema::COINS;"), "{schema}");
}

#[test]
fn own_types_of_other_shapes_are_errors() {
    let money = format!("{MONEY}\n@streaming\nblob Film\n");
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", &money)]);
    for (id, path, error) in [
        ("example.money#Curency", "crate::A", "did you mean `example.money#Currency`?"),
        ("example.money#NoMoney", "crate::A", "`example.money#NoMoney` is an error, which cannot be replaced"),
        (
            "example.orders#PayInput",
            "crate::A",
            "`example.orders#PayInput` is the input or output of an operation, which cannot be replaced",
        ),
        ("example.orders#Pay", "crate::A", "`example.orders#Pay` is of type `operation`, which cannot be replaced"),
        ("example.money#Film", "crate::A", "`example.money#Film` is a stream, which cannot be replaced"),
        (
            "smithy.api#String",
            "crate::A",
            "`smithy.api#String` is part of the prelude, and its type cannot be replaced",
        ),
        ("example.money#Currency$EUR", "crate::A", "`example.money#Currency$EUR` is not a valid shape ID"),
        ("example.money#Currency", "A", "`A` is not an absolute path of a type"),
        ("example.money#Currency", "super::A", "`super::A` is not an absolute path of a type"),
        ("example.money#Currency", "crate::A<u8>", "`crate::A<u8>` is not an absolute path of a type"),
    ] {
        let text = package.run(&package.build().custom_type(id, path)).0.expect_err(id);
        assert!(text.contains(error), "{error} is not in {text}");
    }
    assert_eq!(package.written(), [""; 0]);
}

#[test]
fn types_of_another_module_are_imported() {
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", MONEY)]);
    let build = package.build().extern_namespace("example.money", "money::shared");
    assert_eq!(package.run(&build).0, Ok(()));
    let types = fs::read_to_string(package.path("out/orders/types.rs")).expect("types");
    let imports: Vec<&str> =
        types.lines().filter_map(|line| line.strip_prefix("pub use money::shared::types::")).collect();
    assert_eq!(imports, ["Amount;", "AmountBuilder;", "Currency;", "NoMoney;", "NoMoneyBuilder;"]);
    assert!(!types.contains("struct Amount") && types.contains("pub struct PayInput"), "{types}");
    let schema = fs::read_to_string(package.path("out/orders/schema.rs")).expect("schemas");
    assert!(schema.contains("pub use money::shared::schema::NO_MONEY;"), "{schema}");
}

#[test]
fn attributes_are_checked_and_added_by_selector() {
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", MONEY)]);
    let invalid = package.build().derive("structure", ["1"]).attributes("structure", ["must_use"]);
    let text = package.run(&invalid).0.expect_err("an error");
    assert!(text.contains("`1` is not a path") && text.contains("`must_use` is not a Rust attribute"), "{text}");
    let build = package.build().derive("[id|name=Amount]", ["Eq", "Clone", "a::B"]);
    assert_eq!(package.run(&build.attributes("[id|name=Amount] > member", ["#[allow(unused)]"])).0, Ok(()));
    let types = fs::read_to_string(package.path("out/orders/types.rs")).expect("types");
    assert_eq!(types.matches("#[derive(Eq, a::B)]").count(), 1, "{types}");
    assert_eq!(types.matches("#[allow(unused)]").count(), 2, "{types}");
}

#[test]
fn attributes_that_no_shape_gets_are_shown_in_the_build_script() {
    let package = Package::new(&[("orders.smithy", ORDERS), ("money.smithy", MONEY)]);
    let text = package.run(&package.build().derive("[id=Amount]", ["Eq"])).0.expect_err("an error");
    assert!(text.contains("no model has a shape or member that the selector matches"), "{text}");
    assert!(text.contains("derive(\"[id=Amount]\", [\"Eq\"])"), "{text}");
}

/// Two members with a trait that generated code does not implement, and their own lines before them.
fn ineffective(metadata: &str, first: &str, second: &str) -> String {
    let members =
        format!("{first} @alloy#defaultValue(\"a\") a: String\n {second} @alloy#defaultValue(\"b\") b: String\n");
    let model = MODEL.replace("namespace", &format!("{metadata}\nnamespace"));
    model.replace("output := { count: Integer }", &format!("output := {{ {members} }}"))
}

#[test]
fn warnings_that_the_model_raises_to_errors_prevent_generation() {
    let id = "codegen.TraitWithoutEffect";
    let raise = format!("metadata severityOverrides = [{{id: \"{id}\", namespace: \"*\", severity: \"DANGER\"}}]");
    let package = Package::new(&[("warehouse.smithy", &ineffective(&raise, "", ""))]);
    let text = package.run(&package.build()).0.expect_err("an error");
    assert!(text.contains(id) && text.contains("warehouse.smithy:"), "{text}");
    assert_eq!(package.written(), [""; 0]);
}

#[test]
fn a_suppressed_use_of_a_trait_does_not_hide_the_others() {
    let suppress = "@suppress([\"codegen.TraitWithoutEffect\"])\n";
    for (first, second, place) in [("", "", Some(":6:")), (suppress, "", Some(":8:")), (suppress, suppress, None)] {
        let package = Package::new(&[("warehouse.smithy", &ineffective("", first, second))]);
        let (result, cargo) = package.run(&package.build());
        assert_eq!(result, Ok(()));
        let warnings: Vec<&str> = cargo.lines().filter(|line| line.starts_with("cargo::warning=")).collect();
        assert_eq!(warnings.len(), usize::from(place.is_some()), "{warnings:?}");
        assert!(place.is_none_or(|place| warnings.concat().contains(place)), "{place:?}: {warnings:?}");
    }
}

#[test]
fn a_misspelled_shape_closure_is_compared_with_those_of_the_model() {
    let model = "$version: \"2\"\nmetadata shapeClosures = [{id: \"example#Events\", includeNamespaces: [\"example\"]}]\n\
                 namespace example\nstructure Event {}\n";
    let package = Package::new(&[("a.smithy", model)]);
    let text = package.run(&package.build().service("example#Event")).0.expect_err("an error");
    assert!(text.contains("did you mean `example#Events`?"), "{text}");
}
