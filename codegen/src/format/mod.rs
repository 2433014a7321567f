//! Formats generated code as rustfmt does with its default configuration.
//!
//! `prettyplease` prints items. `node` and the modules that it uses format values and types, which are text on one
//! line, and `signature` formats signatures.

mod attributes;
mod expression;
mod flat;
mod list;
mod node;
mod parts;
mod placeholders;
mod signature;
mod space;
mod types;

use std::borrow::Cow;

use proc_macro2::TokenStream;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Item};

pub(crate) use attributes::deprecated;
pub(crate) use flat::flat;
pub(crate) use signature::{Parameter, signature};
pub(crate) use space::WIDTH;

use self::placeholders::Marker;
use crate::text::{is_hidden, without_hidden};

/// Emitted code that is not valid Rust: an internal error, please report it.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the code emitted for `{path}` is not valid Rust: {reason}")]
pub struct Error {
    /// The file.
    pub path: String,
    /// The error of the parser.
    pub reason: String,
}

/// Formats a file: header and code.
///
/// # Errors
/// The tokens are not a valid Rust file.
pub fn format(path: &str, header: &str, code: TokenStream) -> Result<String, Error> {
    let mut text = String::new();
    items(code, &mut text).map_err(|error| Error { path: path.to_owned(), reason: error.to_string() })?;
    Ok(file(header, &text))
}

/// Appends the items of a file, without the lines between them.
///
/// # Errors
/// The tokens are not a valid Rust file.
pub(crate) fn items(code: TokenStream, out: &mut String) -> syn::Result<()> {
    let mut text = String::new();
    // Items are printed one by one, so that the syntax tree of a large file need not fit into memory.
    let print = |input: ParseStream<'_>| -> syn::Result<()> {
        let attributes = input.call(Attribute::parse_inner)?;
        text.push_str(&unparsed(attributes, Vec::new()));
        while !input.is_empty() {
            item(input, &mut text)?;
        }
        Ok(())
    };
    Parser::parse2(print, code)?;
    out.push_str(&literals_escaped(with_blocks(&attributes::formatted(&text))));
    Ok(())
}

/// Prints the next item.
///
/// Its text may look like placeholders. Then it is printed again, with others, which do not occur in it.
fn item(input: ParseStream<'_>, out: &mut String) -> syn::Result<()> {
    let start = input.fork();
    let usual = printed_item(input.parse()?, Marker::default());
    let text = match usual {
        Ok(text) => text,
        Err(Unclear(printed)) => printed_item(start.parse()?, Marker::absent_from(&printed))
            .map_err(|_| start.error("a placeholder of the formatter is not where it belongs"))?,
    };
    out.push_str(&text);
    Ok(())
}

/// The printed text of an item, in which the marker of placeholders occurs elsewhere, too.
struct Unclear(String);

/// The text of an item.
///
/// # Errors
/// If the marker of placeholders occurs in the item.
fn printed_item(mut item: Item, marker: Marker) -> Result<String, Unclear> {
    let placeholders = placeholders::Placeholders::extract(&mut item, marker);
    // Modules within files have only imports.
    let is_import = matches!(item, Item::Use(_) | Item::Mod(_));
    let text = unparsed(Vec::new(), vec![item]);
    if is_import { Ok(placeholders::imports(&text)) } else { placeholders.restored(&text).ok_or(Unclear(text)) }
}

fn unparsed(attrs: Vec<Attribute>, items: Vec<Item>) -> String {
    prettyplease::unparse(&syn::File { shebang: None, frontmatter: None, attrs, items })
}

/// `name` and the value, on one line. The value may begin on the next line. `None` if its syntax is not supported.
///
/// rustfmt leaves a value as it is if a string does not fit. Then each line is as if its strings were short, so that
/// other lines do not depend on them.
pub(crate) fn assigned(name: &str, value: &str, indent: usize) -> Option<String> {
    let of = |value: &str| node::assigned(name, node::Node::Value(&parts::Value::parse(value)), indent);
    of(value).or_else(|| {
        let (short, literals) = parts::without_long_strings(value)?;
        parts::with_literals(&of(&short)?, &literals)
    })
}

/// Like [`assigned`], with a type.
pub(crate) fn alias(name: &str, ty: &str, indent: usize) -> Option<String> {
    node::assigned(name, node::Node::Type(ty), indent)
}

/// Whether a value is one line in every layout.
pub(crate) fn is_short(value: &str) -> bool {
    node::is_short(value, space::Space::line(0))
}

/// The last value of a function.
pub(crate) fn tail(value: &str, indent: usize) -> Option<String> {
    expression::layout(&parts::Value::parse(value), space::Space::line(indent), node::Chains::Free).map(Cow::into_owned)
}

/// The text of a file: a header, and items, which empty lines separate.
pub(crate) fn file(header: &str, items: &str) -> String {
    let mut text = String::with_capacity(header.len() + items.len() + items.len() / 32);
    text.push_str(header);
    spaced(items, &mut text);
    text
}

/// Escapes characters in literals that are invisible, although Rust prints them as they are. Documentation is prose,
/// which may need them.
fn literals_escaped(text: String) -> String {
    let is_prose = |line: &str| line.trim_start().starts_with("//");
    let is_clear = |line: &str| is_prose(line) || !line.contains(is_hidden);
    if text.is_ascii() || text.lines().all(is_clear) {
        return text;
    }
    let lines = text.split_inclusive('\n');
    lines.map(|line| if is_prose(line) { line.to_owned() } else { without_hidden(line) }).collect()
}

/// An expression as `prettyplease` formats it.
fn printed(value: &impl quote::ToTokens) -> String {
    let text = prettyplease::unparse(&syn::parse_quote!(const A: () = #value;));
    let text = text.trim_end().trim_end_matches(';');
    text.strip_prefix("const A: () = ").unwrap_or(text).to_owned()
}

/// Formats calls of the runtime's macros, one entry of the inner braces per line. rustfmt does not change macros with
/// braces.
fn with_blocks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        if line.starts_with("rt::") && line.ends_with("! {") {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "}").map(str::trim).collect();
            block(&body.join(" "), &mut out);
            out.push_str("}\n");
        }
    }
    out
}

/// The body of a macro call, `Name: path { entry, entry, }` or `Name: path`.
fn block(body: &str, out: &mut String) {
    let Some((head, entries)) = body.strip_suffix('}').and_then(|body| body.split_once('{')) else {
        out.extend(["    ", &tight(&body.replace(" : ", ": ")), "\n"]);
        return;
    };
    out.extend(["    ", &head.trim().replace(" : ", ": "), " {"]);
    let mut entry = String::new();
    let mut quoted = false;
    let mut escaped = false;
    let mut depth = 0_i32;
    for c in entries.chars() {
        quoted ^= c == '"' && !escaped;
        escaped = quoted && c == '\\' && !escaped;
        entry.push(c);
        depth += match c {
            '(' if !quoted => 1,
            ')' if !quoted => -1,
            _ => 0,
        };
        if c == ',' && !quoted && depth == 0 {
            out.extend(["\n        ", &tight(entry.trim())]);
            entry.clear();
        }
    }
    let is_empty = !entries.contains(',');
    out.push_str(if is_empty { "}\n" } else { "\n    }\n" });
}

/// An entry of a block without the spaces that `prettyplease` prints around the brackets of generic arguments in
/// macros.
fn tight(entry: &str) -> String {
    if entry.contains('"') {
        return entry.to_owned();
    }
    entry.replace(" <", "<").replace("< ", "<").replace(" >", ">").replace(" :: ", "::").replace(":: ", "::")
}

/// Appends the text with an empty line between items, and between the functions of a block.
fn spaced(text: &str, out: &mut String) {
    let mut before = "";
    // Lines of attributes and documentation belong to the item below.
    let mut leading = false;
    let mut lines = text.lines();
    // The first line of an import of several lines.
    let mut import = None;
    while let Some(line) = lines.next() {
        let item = &line[indent(line)..];
        let starts = item.starts_with("#[") || item.starts_with("///");
        if !leading && needs_gap(before, line) {
            let is_next_module = is_module(before) && is_module(first_item(line, &lines));
            out.push_str(if is_next_module { "" } else { "\n" });
        }
        leading = starts;
        out.push_str(line);
        out.push('\n');
        if line.starts_with("use ") && line.ends_with('{') {
            import = Some(line);
        }
        before = if line == "};" { import.take().unwrap_or(line) } else { line };
    }
}

/// The first line that is not an attribute.
fn first_item<'t>(line: &'t str, after: &std::str::Lines<'t>) -> &'t str {
    let mut lines = std::iter::once(line).chain(after.clone());
    lines.find(|line| !line.starts_with("#[")).unwrap_or_default()
}

/// Whether a line declares a module. Modules form a group, with or without attributes.
fn is_module(line: &str) -> bool {
    let item = line.strip_prefix("pub ").unwrap_or(line);
    item.starts_with("mod ") && item.ends_with(';')
}

/// Number of spaces at the start.
fn indent(line: &str) -> usize {
    line.bytes().take_while(|byte| *byte == b' ').count()
}

/// Whether an empty line separates a line from the next one, which begins an item.
fn needs_gap(before: &str, line: &str) -> bool {
    let (indent, before_indent) = (indent(line), indent(before));
    let item = &line[indent..];
    let ends = before.ends_with(['}', ';']) || before.starts_with("use ");
    let inner = indent == 4 && indent == before_indent && ends && item.starts_with(['/', '#', 'p', 'f']);
    if !(inner || indent == 0 && (ends || before.starts_with("//!") || before.starts_with("#!["))) {
        return false;
    }
    let begins = |word: &str| item.starts_with(word) && before[before_indent..].starts_with(word);
    let is_item = ["///", "#[", "pub ", "pub(", "impl", "fn ", "static ", "rt::", "use ", "type ", "const ", "#!["]
        .iter()
        .any(|word| item.starts_with(word));
    let same_kind = begins("use ") && root(before) == root(line) || begins("pub use") || begins("#![") || begins("//!");
    is_item && !same_kind
}

/// The root of a `use` line: lines with the same root form a group.
fn root(line: &str) -> &str {
    line.split([':', ' ', ';']).nth(1).unwrap_or_default()
}

#[cfg(test)]
mod tests;
