//! Selectors: models whose metadata lists selectors and the shapes that they match.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use whitesmith_codegen::load::assemble;
use whitesmith_codegen::model::graph::Graph;
use whitesmith_codegen::model::{Node, Shape, ShapeId};
use whitesmith_codegen::selector::{Budget, Selector};

use crate::common;

pub(crate) fn selected_shapes_match_the_reference(folder: &Path) {
    let (mut ran, mut failed) = (BTreeSet::new(), BTreeMap::new());
    for path in common::files(folder, &["smithy"]) {
        let (sources, _) = common::source(&path);
        let (model, _) = assemble(&sources);
        let graph = Graph::new(&model);
        let tests = model.metadata.get("selectorTests").and_then(Node::as_array).unwrap_or_default();
        for (at, test) in tests.iter().enumerate() {
            let case = format!("{}#{at}", common::name(&path, folder));
            if let Err(why) = check(&graph, test) {
                failed.insert(case.clone(), why);
            }
            ran.insert(case);
        }
    }
    assert!(!ran.is_empty(), "the suite has cases");
    common::compare("selectors", &ran, &failed);
}

fn check(graph: &Graph<'_>, test: &Node) -> Result<(), String> {
    let expression = test.get("selector").and_then(Node::as_str).ok_or("no selector")?;
    let skip = test.get("skipPreludeShapes").and_then(Node::as_bool).unwrap_or(false);
    let wanted = test.get("matches").and_then(Node::as_array).unwrap_or_default();
    let wanted: BTreeSet<&str> = wanted.iter().filter_map(Node::as_str).collect();
    let selector = Selector::parse(expression).map_err(|error| error.to_string())?;
    let selection = selector.select(graph, &Budget::new(graph)).map_err(|error| error.to_string())?;
    let found = selection.elements.iter().map(|id| graph.element(*id).id());
    // The reference loads only the prelude of the built-in definitions here.
    let is_builtin = |id: &ShapeId| graph.model().shape_named(id.container()).is_some_and(Shape::is_builtin);
    let kept = |id: &ShapeId| !is_builtin(id) || (!skip && id.namespace() == "smithy.api");
    let found: BTreeSet<&str> = found.filter(|id| kept(id)).map(ShapeId::as_str).collect();
    if found == wanted { Ok(()) } else { Err(format!("{expression}\n  wanted {wanted:?}\n  found  {found:?}")) }
}
