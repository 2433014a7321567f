//! Formatting of IDL files: `whitesmith fmt`.
//!
//! The format is that of the reference implementation: four columns per level, lines of at most 120 columns, one empty
//! line between statements, and between members if one of them has traits or comments. Brackets are on one line if they
//! fit and contain no nested brackets. `use` statements are sorted, and unused ones removed. Comments are kept
//! without white space at the end of their lines, also in documentation; a documentation comment without a target
//! becomes an ordinary one.
//!
//! The formatter reads tokens, because the syntax tree has no comments. `reader` reads tokens and collects comments;
//! `values`, `shapes` and `file` create documents from them; `doc` breaks these into lines.

mod comments;
mod doc;
mod file;
mod reader;
mod shapes;
#[cfg(test)]
mod tests;
mod values;

use file::Formatted;

use super::token::TokenKind;
use super::tree::{Body, Io, ShapeStatement, Statement, TraitUse, Tree};
use super::{lexer, strings};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Node, Trait, is_identifier};
use crate::rule::{Event, event};
use crate::source::{SourceId, Span};
use crate::traits::Documentation;

/// Events that formatting reports.
pub(crate) const EVENTS: &[Event] = &[event!("Format")];

/// Maximum length of lines, in characters.
const WIDTH: usize = 120;

/// Formats the text of a file.
///
/// # Errors
/// Syntax errors. A file that has any is not formatted.
pub fn format(source: SourceId, text: &str) -> Result<String, Vec<Diagnostic>> {
    let (tree, mut diagnostics) = super::parse(source, text);
    diagnostics.retain(|one| one.severity >= Severity::Danger);
    // After an error, the rest of a statement is not in the tree.
    let has_same_docs =
        |done: &Formatted| !diagnostics.is_empty() || docs(&tree) == docs(&super::parse(source, &done.text).0);
    match file::file(text) {
        // Other errors, such as duplicate members, do not prevent formatting.
        Ok(done) if !tree.is_malformed && says_the_same(text, &done) && has_same_docs(&done) => Ok(done.text),
        _ if !diagnostics.is_empty() => Err(diagnostics),
        _ => {
            let message = "The file cannot be formatted without changing its contents";
            let place = Span::new(source, 0..0);
            Err(vec![
                Diagnostic::error("Format", message, place)
                    .with_help("internal error, please report; the file was not changed"),
            ])
        }
    }
}

/// Whether formatting preserved the contents.
fn says_the_same(text: &str, done: &Formatted) -> bool {
    let comments = |text| lexer::tokens(text).iter().filter(|token| token.kind.is_comment()).count();
    comments(text) == comments(&done.text) + done.dropped && essence(text) == essence(&done.text)
}

/// Shapes and members with their documentation, without trailing white space and without separator lines, which
/// formatting changes.
fn docs(tree: &Tree) -> Vec<(&str, Vec<&str>)> {
    let mut all = Vec::new();
    for statement in &tree.statements {
        if let Statement::Shape(shape) = statement {
            docs_of_shape(shape, &mut all);
        }
    }
    all
}

fn docs_of_shape<'t>(shape: &'t ShapeStatement, all: &mut Vec<(&'t str, Vec<&'t str>)>) {
    docs_of(&shape.name.text, &shape.traits, all);
    match &shape.body {
        Body::Members(members) => members.iter().for_each(|member| docs_of(&member.name.text, &member.traits, all)),
        Body::Operation(operation) => {
            for io in [&operation.input, &operation.output] {
                if let Some(Io::Inline(shape)) = io {
                    docs_of_shape(shape, all);
                }
            }
        }
        Body::None | Body::Properties(_) => {}
    }
}

fn docs_of<'t>(name: &'t str, traits: &'t [TraitUse], all: &mut Vec<(&'t str, Vec<&'t str>)>) {
    let text = traits.iter().find(|one| &*one.id.text == Documentation::ID).and_then(|one| one.value.as_ref());
    let lines: Vec<&str> = text.and_then(Node::as_str).unwrap_or_default().split('\n').map(str::trim_end).collect();
    let is_drawn = |line: &&str| line.starts_with('/');
    let start = lines.iter().take_while(|line| is_drawn(line)).count();
    let end = lines.len() - lines.iter().rev().take_while(|line| is_drawn(line)).count();
    let lines = lines.get(start..end).unwrap_or_default();
    if lines.iter().any(|line| !line.is_empty()) {
        all.push((name, lines.to_vec()));
    }
}

/// The contents of a file, independent of its format: files with different contents are different models.
fn essence(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut is_use = false;
    let mut starts_line = true;
    let mut depth = 0_usize;
    for token in lexer::tokens(text) {
        let lexeme = token.text(text);
        let kind = token.kind;
        if kind == TokenKind::Newline || kind.is_comment() {
            starts_line = true;
            is_use = false;
        }
        if kind.is_blank() || kind.is_comment() {
            continue;
        }
        is_use |= starts_line && depth == 0 && lexeme == "use";
        starts_line = false;
        match kind {
            TokenKind::LBrace | TokenKind::LBracket | TokenKind::LParen => depth += 1,
            TokenKind::RBrace | TokenKind::RBracket | TokenKind::RParen => depth = depth.saturating_sub(1),
            _ => {}
        }
        match kind {
            _ if is_use => {}
            TokenKind::TextBlock => {
                let content =
                    lexeme.strip_prefix("\"\"\"").and_then(|rest| rest.strip_suffix("\"\"\"")).unwrap_or_default();
                let lines = strings::block_lines(content).unwrap_or_default();
                out.push(lines.join("\n"));
            }
            // Unnecessary quotes of keys are removed.
            TokenKind::String => {
                let bare = lexeme.trim_matches('"');
                out.push(if is_identifier(bare) { bare } else { lexeme }.to_owned());
            }
            // Empty parentheses are removed.
            TokenKind::RParen if out.last().is_some_and(|last| last == "(") => {
                out.pop();
            }
            _ => out.push(lexeme.to_owned()),
        }
    }
    out
}
