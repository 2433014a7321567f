//! The Smithy IDL, 1.0 and 2.0 (spec: "Smithy IDL"): text to a [`Tree`]. Names stay as they were written; what they mean
//! depends on other files, and is `load`'s business.

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

/// Parses one file. Takes any text; what is wrong is reported, and parsing goes on with the next statement.
pub fn parse(source: SourceId, text: &str) -> (Tree, Vec<Diagnostic>) {
    let mut parser = parser::Parser::new(source, text);
    let tree = parser.file();
    (tree, parser.into_diagnostics())
}
