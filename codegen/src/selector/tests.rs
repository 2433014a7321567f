//! Tests of selectors.

use super::{Budget, Exhausted, Selector};
use crate::load::assemble;
use crate::model::Model;
use crate::model::graph::Graph;
use crate::source::SourceMap;

const MODEL: &str = r#"{
  "smithy": "2.0",
  "shapes": {
    "a.b#Shop": {"type": "service", "version": "2024-05-01",
      "operations": [{"target": "a.b#Ping"}], "resources": [{"target": "a.b#Shelf"}],
      "traits": {"smithy.api#title": "Shop", "smithy.api#tags": ["open", "late"]}},
    "a.b#Ping": {"type": "operation", "input": {"target": "a.b#PingInput"}},
    "a.b#PingInput": {"type": "structure", "members": {
      "count": {"target": "smithy.api#Integer", "traits": {"smithy.api#required": {}, "smithy.api#range": {"min": 1, "max": 5}}},
      "names": {"target": "a.b#Names"}}},
    "a.b#Names": {"type": "list", "member": {"target": "a.b#Name"}},
    "a.b#Price": {"type": "bigDecimal", "traits": {"smithy.api#tags": [],
      "smithy.api#range": {"min": 9007199254740992, "max": 9007199254740993.0}}},
    "a.b#Ratio": {"type": "bigDecimal", "traits": {"smithy.api#range": {"min": 1.50, "max": 1.5}}},
    "a.b#Name": {"type": "string", "traits": {"smithy.api#length": {"min": 9, "max": 2}, "smithy.api#tags": ["late"]}},
    "a.b#Color": {"type": "enum", "members": {
      "RED": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "red", "smithy.api#tags": ["warm"]}}}},
    "a.b#Shelf": {"type": "resource", "identifiers": {"id": {"target": "a.b#Name"}},
      "read": {"target": "a.b#GetShelf"}, "operations": [{"target": "a.b#Lend"}], "collectionOperations": [{"target": "a.b#CountShelves"}],
      "traits": {"smithy.api#internal": {}}},
    "a.b#GetShelf": {"type": "operation"},
    "a.b#Lend": {"type": "operation"},
    "a.b#CountShelves": {"type": "operation", "traits": {"smithy.api#title": "COUNT"}}
  }
}"#;

fn model() -> Model {
    let mut sources = SourceMap::default();
    sources.add("shop.json", MODEL.to_owned());
    assemble(&sources).0
}

/// Matches outside the prelude, without namespaces.
fn picks(selector: &str) -> Vec<String> {
    let model = model();
    let graph = Graph::new(&model);
    let selector = Selector::parse(selector).unwrap();
    let budget = Budget::new(&graph);
    let selection = selector.select(&graph, &budget).unwrap();
    let all: Vec<_> = graph.iter().map(|(id, _)| id).collect();
    let rejected = selector.rejects(&graph, &all, &budget).unwrap();
    assert!(
        all.iter().all(|id| selection.contains(*id) != rejected.contains(id)),
        "`rejects` is the opposite of `select`"
    );
    let ids = selection.elements.iter().map(|id| graph.element(*id).id());
    ids.filter(|id| id.namespace() == "a.b").map(|id| id.as_str().replace("a.b#", "")).collect()
}

fn error(selector: &str) -> String {
    Selector::parse(selector).unwrap_err().to_string()
}

#[test]
fn a_type_picks_its_shapes_and_subtypes() {
    assert_eq!(picks("string"), ["Color", "Name"]);
    assert_eq!(picks("enum"), ["Color"]);
    assert_eq!(picks("serviceType"), ["CountShelves", "GetShelf", "Lend", "Ping", "Shelf", "Shop"]);
    assert_eq!(picks("aggregateType"), ["Names", "PingInput"]);
    assert_eq!(picks("member"), ["Color$RED", "Names$member", "PingInput$count", "PingInput$names"]);
}

#[test]
fn neighbors_are_followed_forwards_and_backwards() {
    assert_eq!(picks("structure > member > list"), ["Names"]);
    assert_eq!(picks("list < member < structure"), ["PingInput"]);
    assert_eq!(picks("operation -[input]->"), ["PingInput"]);
    assert_eq!(picks("resource -[read, collectionOperation]->"), ["CountShelves", "GetShelf"]);
    assert_eq!(picks("[id=a.b#Shelf] <-[resource]-"), ["Shop"]);
    assert_eq!(picks("[id=a.b#Ping] -[bound]->"), ["Shop"]);
    assert_eq!(picks("operation -[nonsense]->"), [""; 0]);
}

#[test]
fn a_closure_leaves_out_its_start() {
    assert_eq!(picks("service ~> string"), ["Name"]);
    assert_eq!(picks("service ~> service"), [""; 0]);
    assert_eq!(picks("[id=a.b#Ping] ~>").len(), 6);
}

#[test]
fn traits_are_neighbors_only_when_named() {
    assert_eq!(picks("service -[trait]->"), [""; 0]);
    assert_eq!(picks("structure ~> [trait|tags]"), ["Name"]);
}

#[test]
fn attributes_compare_text_without_and_with_case() {
    assert_eq!(picks("[trait|title = Shop]"), ["Shop"]);
    assert_eq!(picks("[trait|title = shop]"), [""; 0]);
    assert_eq!(picks("[trait|title = shop, 'count' i]"), ["CountShelves", "Shop"]);
    assert_eq!(picks("[trait|title ^= Sh]"), ["Shop"]);
    assert_eq!(picks("[trait|title $= 'op']"), ["Shop"]);
    assert_eq!(picks("[trait|title *= \"h\"]"), ["Shop"]);
    assert_eq!(picks("service [trait|title != Shop]"), [""; 0]);
    assert_eq!(picks("service [trait|since ?= false]"), ["Shop"]);
}

#[test]
fn attributes_compare_numbers() {
    assert_eq!(picks("member [trait|range|max >= 5]"), ["PingInput$count"]);
    assert_eq!(picks("member [trait|range|max > 5]"), [""; 0]);
    assert_eq!(picks("[trait|range|min < 1.5]"), ["PingInput$count"]);
    assert_eq!(picks("[trait|title < 3]"), [""; 0]);
    assert_eq!(picks("[@trait|range: @{min} < @{max}]"), ["PingInput$count", "Price"]);
    assert_eq!(picks("[@trait|range: @{min} = @{max}]"), ["Ratio"]);
    assert_eq!(picks("[@trait|range: @{min} != @{max}]"), ["PingInput$count", "Price"]);
    assert_eq!(picks("[trait|range|max = 9007199254740993]"), ["Price"]);
}

#[test]
fn ids_services_and_lengths_have_properties() {
    assert_eq!(picks("[id|name = Name]"), ["Name"]);
    assert_eq!(picks("[id|member = count]"), ["PingInput$count"]);
    assert_eq!(picks("[id|namespace = 'a.b'] service"), ["Shop"]);
    assert_eq!(picks("[service|version ^= '2024-']"), ["Shop"]);
    assert_eq!(picks("[trait|tags|(length) > 1]"), ["Shop"]);
    assert_eq!(picks("service [trait|(length) = 2]"), ["Shop"]);
    assert_eq!(picks("[id|member|(length) >= 6]"), ["Names$member"]);
}

#[test]
fn projections_match_when_any_value_does() {
    assert_eq!(picks("[trait|tags|(values) = late]"), ["Name", "Shop"]);
    assert_eq!(picks("member [trait|range|(keys) = min]"), ["PingInput$count"]);
    assert_eq!(picks("[trait|(keys)|name = internal]"), ["Shelf"]);
    assert_eq!(picks("[trait|enum|(values)|tags|(values) = warm]"), ["Color"]);
    assert_eq!(picks("[trait|tags|(values)|(first) = open]"), ["Shop"]);
}

#[test]
fn scoped_attributes_compare_two_sides() {
    assert_eq!(picks("[@trait|length: @{min} > @{max}]"), ["Name"]);
    assert_eq!(picks("[@trait|length: @{min} > @{max} && @{min} = 8]"), [""; 0]);
    assert_eq!(picks("[@: @{trait|title} = @{id|name}]"), ["Shop"]);
    assert_eq!(picks("[@trait|enum|(values): @{name} = red i && @{tags|(values)} = warm]"), ["Color"]);
}

#[test]
fn projections_compare_as_sets() {
    let below = "service $s(*) ~> string [@: @{trait|tags|(values)} {<<} @{var|s|trait|tags|(values)}]";
    assert_eq!(picks(below), ["Name"]);
    let equal = "service $s(*) ~> string [@: @{trait|tags|(values)} {=} @{var|s|trait|tags|(values)}]";
    assert_eq!(picks(equal), [""; 0]);
    assert_eq!(picks("service [@trait|tags: @{(values)} {!=} @{(values)}]"), [""; 0]);
    assert_eq!(picks("bigDecimal [@trait|tags: @{(values)} {=} @{(values)|(length)}]"), ["Price"]);
    let no_members = "structure $m(> member :not(*)) [@: @{var|m|id|member}";
    assert_eq!(picks(&format!("{no_members} {{<}} @{{var|m|id|member}}]")), ["PingInput"]);
    assert_eq!(picks(&format!("{no_members} {{<<}} @{{var|m|id|member}}]")), [""; 0]);
    assert_eq!(picks(&format!("{no_members} {{!=}} @{{var|m|id|member}}]")), [""; 0]);
    assert_eq!(picks("structure [@: @{trait|tags|(values)} {=} @{trait|tags|(values)}]"), [""; 0]);
}

#[test]
fn functions_filter_and_spread() {
    assert_eq!(picks("operation :not([trait|title])"), ["GetShelf", "Lend", "Ping"]);
    assert_eq!(
        picks(":test(operation, resource [trait|internal])"),
        ["CountShelves", "GetShelf", "Lend", "Ping", "Shelf"]
    );
    assert_eq!(picks(":is(list, structure > member)"), ["Names", "PingInput$count", "PingInput$names"]);
    assert_eq!(picks("operation :in(:root(service > operation))"), ["Ping"]);
    assert_eq!(picks(":recursive(<-[resource, read]-) service"), ["Shop"]);
    assert_eq!(picks(":topdown([trait|internal])"), ["Lend", "Shelf"]);
    assert_eq!(picks(":topdown(service, [trait|internal])"), ["Ping", "Shop"]);
    assert_eq!(picks(":topdown(service)"), ["Lend", "Ping", "Shelf", "Shop"]);
    assert_eq!(picks(":nonsense(*)"), [""; 0]);
}

#[test]
fn variables_belong_to_their_start() {
    assert_eq!(picks("service $below(~> string) ~> list > member > :in(${below})"), ["Name"]);
    assert_eq!(picks("service $all(~> operation) ${all}"), ["CountShelves", "GetShelf", "Lend", "Ping"]);
    assert_eq!(picks("operation ${unset}"), [""; 0]);
}

#[test]
fn errors_have_locations() {
    let near = "Syntax error at line 2 column 3, near `?`: Unexpected selector character: ?; expression: string\n  ?";
    assert_eq!(error("string\n  ?"), near);
    assert!(error("").starts_with("Syntax error at line 1 column 1, near ``: Unexpected selector EOF"));
    assert!(error("strin").contains("column 6, near ``: Unknown shape type: strin"));
    assert!(error("[trait|x").contains("column 9, near ``: Expected a comparator"));
    assert!(error("string)").contains("column 7, near `)`: Unexpected selector character: )"));
    for text in ["[nope]", "[id|nope]", "[service|nope]", "[service|id|nope]", "[@nope: @{id} = x]", "[@: @{nope} = x]"]
    {
        assert!(error(text).contains("has no property `nope`"), "{text}: {}", error(text));
    }
    assert!(error("[@service: @{nope} = x]").contains("has no property `nope`"));
    assert!(error("[id|name {=} x]").contains("column 10, near `{=} x]`: Sets can only be compared in `[@…]`"));
    assert!(error(":not(string, list)").contains("requires a single selector argument"));
}

#[test]
fn deep_and_long_selectors_are_rejected() {
    assert!(error(&":not(".repeat(100_000)).contains("nested deeper"));
    assert!(error(&"> ".repeat(100_000)).contains("more than"));
}

#[test]
fn selectors_share_a_number_of_steps() {
    let members = |at: usize| {
        format!(r#""a#S{at}": {{"type": "structure", "members": {{"n": {{"target": "a#S{}"}}}}}}"#, (at + 1) % 2000)
    };
    let shapes: Vec<_> = (0..2000).map(members).collect();
    let mut sources = SourceMap::default();
    sources.add("ring.json", format!(r#"{{"smithy": "2.0", "shapes": {{{}}}}}"#, shapes.join(",")));
    let model = assemble(&sources).0;
    let graph = Graph::new(&model);
    let (cheap, expensive) = (Selector::parse("structure > member").unwrap(), Selector::parse("* ~> * ~> *").unwrap());
    let budget = Budget::shared(&graph, 1000);
    assert!(cheap.select(&graph, &budget).is_ok() && cheap.select(&graph, &budget).is_ok());
    assert_eq!(expensive.select(&graph, &budget), Err(Exhausted));
    assert_eq!(cheap.select(&graph, &budget), Err(Exhausted));
    assert!(cheap.select(&graph, &Budget::new(&graph)).is_ok());
}

#[test]
fn comparisons_of_values_take_steps() {
    let tags: Vec<String> = (0..20_000).map(|at| format!("\"{at}\"")).collect();
    let text = format!(
        r#"{{"smithy": "2.0", "shapes": {{"a#S": {{"type": "string", "traits": {{"smithy.api#tags": [{}]}}}}}}}}"#,
        tags.join(",")
    );
    let mut sources = SourceMap::default();
    sources.add("tags.json", text);
    let model = assemble(&sources).0;
    let graph = Graph::new(&model);
    let selector = Selector::parse("[@trait|tags: @{(values)} {=} @{(values)}]").unwrap();
    assert_eq!(selector.select(&graph, &Budget::shared(&graph, 1000)), Err(Exhausted));
}
