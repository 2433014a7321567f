//! The Smithy IDL, 1.0 and 2.0 (spec: "Smithy IDL"): text to a [`Tree`]. Names are resolved by `load`, because their
//! meaning depends on other files.

pub mod fmt;
mod lexer;
mod nodes;
mod parser;
mod shapes;
mod statements;
mod strings;
mod token;
pub mod tree;

pub use tree::Tree;

use crate::diagnostic::Diagnostic;
use crate::source::SourceId;

/// Parses one file. After an error, parsing continues with the next statement.
pub fn parse(source: SourceId, text: &str) -> (Tree, Vec<Diagnostic>) {
    let mut parser = parser::Parser::new(source, text);
    let tree = parser.file();
    (tree, parser.into_diagnostics())
}
