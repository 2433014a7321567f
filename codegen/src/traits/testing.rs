//! Values and errors of traits for their tests.

use crate::model::{Node, Trait};
use crate::source::SourceMap;
use crate::syntax::json;

/// Parses JSON to a node.
#[track_caller]
pub(super) fn node(text: &str) -> Node {
    let source = SourceMap::default().add("trait.json", text.to_owned());
    json::parse(source, text).expect("JSON")
}

/// The error of reading an invalid value.
#[track_caller]
pub(super) fn problem<T: Trait>(text: &str) -> String {
    T::read(&node(text)).err().expect("not valid").problem.to_string()
}
