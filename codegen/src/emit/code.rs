//! The code of a file. Emitters add tokens, which the formatter lays out, or lines of text in the layout of rustfmt. Of
//! these it lays out what is wide: single values, or else all lines of an item, which are parsed.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::literals::string;
use super::names::{Names, defined};
use crate::format::{self, Parameter, WIDTH};
use crate::ir::{Docs, Openness};
use crate::text::comment;

/// The code of a file.
pub(super) struct Code {
    pub(super) names: Names,
    /// Formatted items, without the lines between them.
    text: String,
    /// The first error.
    error: Option<syn::Error>,
}

impl Code {
    /// Code that will define these names.
    pub(super) fn defining(names: BTreeSet<String>) -> Self {
        Self { names: Names::new(names), text: String::new(), error: None }
    }

    /// Code that consists of these items.
    pub(super) fn of(items: impl IntoIterator<Item = TokenStream>) -> Self {
        let items: Vec<Vec<TokenTree>> = items.into_iter().map(|item| item.into_iter().collect()).collect();
        let mut code = Self::defining(items.iter().flat_map(|item| defined(item)).collect());
        for item in items {
            code.add(item.into_iter().collect());
        }
        code
    }

    /// Appends items.
    pub(super) fn add(&mut self, tokens: TokenStream) {
        let tokens = self.names.shorten(tokens);
        self.format(tokens);
    }

    /// Appends the items of these lines.
    pub(super) fn add_lines(&mut self, lines: &Lines) {
        if !lines.is_wide {
            self.text.push_str(&lines.text);
            return;
        }
        match lines.text.parse() {
            Ok(tokens) => self.add(tokens),
            Err(error) => {
                self.error.get_or_insert(error.into());
            }
        }
    }

    fn format(&mut self, tokens: TokenStream) {
        if let Err(error) = format::items(tokens, &mut self.text) {
            self.error.get_or_insert(error);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.error.is_none()
    }

    /// The text of the file. `docs` is its documentation.
    ///
    /// # Errors
    /// Code that was formatted is not valid Rust.
    pub(super) fn into_file(self, path: &str, header: &str, docs: &str) -> Result<String, format::Error> {
        let mut start = Self::defining(BTreeSet::new());
        let uses = self.names.uses();
        start.format(quote! { #![doc = #docs] #uses });
        match start.error.or(self.error) {
            Some(error) => Err(format::Error { path: path.to_owned(), reason: error.to_string() }),
            None => Ok(format::file(header, &(start.text + &self.text))),
        }
    }
}

/// Lines of items in the layout of rustfmt.
#[derive(Default)]
pub(super) struct Lines {
    text: String,
    /// Whether the formatter has to lay them out.
    pub(super) is_wide: bool,
}

/// Deeper indentation is made of several of these.
const SPACES: &str = "                ";

/// Maximum width of a line that the printer of the formatter might break.
const SAFE: usize = 80;

impl Lines {
    /// A line that may be of any width.
    pub(super) fn free(&mut self, indent: usize, parts: &[&str]) {
        for at in (0..indent).step_by(SPACES.len()) {
            self.text.push_str(&SPACES[..SPACES.len().min(indent - at)]);
        }
        self.text.extend(parts.iter().copied());
        self.text.push('\n');
    }

    /// A line that the formatter lays out if it is wide.
    pub(super) fn line(&mut self, indent: usize, parts: &[&str]) {
        self.is_wide |= !Self::fits(indent, parts);
        self.free(indent, parts);
    }

    /// Whether the parts fit on a line.
    pub(super) fn fits(indent: usize, parts: &[&str]) -> bool {
        indent + parts.iter().map(|part| part.chars().count()).sum::<usize>() <= WIDTH
    }

    /// The first line of an item, whose generic arguments the formatter lays out if it is wide.
    pub(super) fn head(&mut self, parts: &[&str]) {
        self.is_wide |= !Self::fits(WIDTH - SAFE, parts);
        self.free(0, parts);
    }

    /// `name value;`, where the name ends with `=`.
    pub(super) fn assign(&mut self, indent: usize, name: &str, value: &str) {
        self.laid_out(indent, format::assigned(name, value, indent), &[name, " ", value], ";");
    }

    /// `name type;`, where the name ends with `=`.
    pub(super) fn alias(&mut self, indent: usize, name: &str, ty: &str) {
        self.laid_out(indent, format::alias(name, ty, indent), &[name, " ", ty], ";");
    }

    /// A field. `start` ends with its name and a colon.
    pub(super) fn field(&mut self, indent: usize, start: &str, ty: &str) {
        let parts = [start, " ", ty, ","];
        if Self::fits(indent, &parts) {
            self.free(indent, &parts);
        } else {
            self.laid_out(indent, format::alias(start, ty, indent), &parts[..3], ",");
        }
    }

    /// The last value of a function.
    pub(super) fn tail(&mut self, indent: usize, value: &str) {
        if format::is_short(value) {
            return self.free(indent, &[value]);
        }
        self.laid_out(indent, format::tail(value, indent), &[value], "");
    }

    /// A signature. `head` is the text before the parameters, with the parenthesis, and `end` is ` {` or `;`.
    pub(super) fn signature(&mut self, head: &str, parameters: &[Parameter], result: &str, end: &str) {
        self.free(0, &[&format::signature(head, parameters, (Some(result), end), 4)]);
    }

    /// Code in its layout or, if its syntax is not supported, for the formatter.
    fn laid_out(&mut self, indent: usize, layout: Option<String>, code: &[&str], end: &str) {
        match layout {
            Some(text) => self.free(indent, &[&text, end]),
            None => {
                self.is_wide = true;
                self.free(indent, code);
                self.free(indent, &[end]);
            }
        }
    }

    /// A structure with an unnamed field.
    pub(super) fn newtype(&mut self, start: &str, field: &str) {
        let parts = [start, "(", field, ");"];
        if Self::fits(0, &parts) {
            self.free(0, &parts);
        } else {
            self.head(&parts[..2]);
            self.line(4, &[field, ","]);
            self.free(0, &[");"]);
        }
    }

    /// A line of documentation.
    pub(super) fn doc(&mut self, indent: usize, text: &str) {
        let text = comment(text);
        let text = text.trim_end_matches(' ');
        self.free(indent, &["///", if text.is_empty() { "" } else { " " }, text]);
    }

    /// Documentation, and `#[deprecated]`.
    pub(super) fn docs(&mut self, indent: usize, docs: &Docs) {
        // Sections may follow documentation that is empty.
        docs.lines.iter().skip_while(|line| line.is_empty()).for_each(|line| self.doc(indent, line));
        self.deprecated(indent, docs);
    }

    /// Documentation of a field, and `#[deprecated]`.
    pub(super) fn field_docs(&mut self, docs: &Docs) {
        docs.lines.iter().for_each(|line| self.doc(4, line));
        // A comma follows the field.
        self.deprecated_within(WIDTH - 1, 4, docs);
    }

    /// `#[deprecated]`, with version and reason.
    pub(super) fn deprecated(&mut self, indent: usize, docs: &Docs) {
        self.deprecated_within(WIDTH, indent, docs);
    }

    fn deprecated_within(&mut self, width: usize, indent: usize, docs: &Docs) {
        let Some(deprecation) = &docs.deprecated else { return };
        let [since, note] = [&deprecation.since, &deprecation.note].map(|text| text.as_deref().map(string));
        format::deprecated([since.as_deref(), note.as_deref()], indent, width, &mut self.text);
    }

    /// Tokens, which the formatter lays out.
    pub(super) fn tokens(&mut self, tokens: &TokenStream) {
        if !tokens.is_empty() {
            self.is_wide = true;
            self.free(0, &[&tokens.to_string()]);
        }
    }

    /// `#[non_exhaustive]`, unless the service is exhaustive.
    pub(super) fn open(&mut self, openness: Openness) {
        if openness == Openness::NonExhaustive {
            self.free(0, &["#[non_exhaustive]"]);
        }
    }

    /// A call of a macro of the runtime with one line of arguments.
    pub(super) fn call(&mut self, name: &str, arguments: &[&str]) {
        self.free(0, &[name, " {"]);
        self.free(4, arguments);
        self.free(0, &["}"]);
    }

    /// A call of a macro of the runtime, with an entry per line.
    pub(super) fn block(&mut self, name: &str, head: &[&str], entries: impl Iterator<Item = String>) {
        self.free(0, &[name, " {"]);
        let head = head.concat();
        let mut entries = entries.peekable();
        if entries.peek().is_none() {
            self.free(4, &[&head, " {}"]);
        } else {
            self.free(4, &[&head, " {"]);
            entries.for_each(|entry| self.free(8, &[&entry, ","]));
            self.free(4, &["}"]);
        }
        self.free(0, &["}"]);
    }

    /// A method of a builder with one statement.
    pub(super) fn method(&mut self, name: &str, parameters: &[String], body: &str) {
        let flat = ["pub fn ", name, "(self, ", &parameters.join(", "), ") -> Self {"];
        if Self::fits(4, &flat) {
            self.free(4, &flat);
        } else {
            self.free(4, &["pub fn ", name, "("]);
            self.line(8, &["self,"]);
            for parameter in parameters {
                self.line(8, &[parameter, ","]);
            }
            self.free(4, &[") -> Self {"]);
        }
        self.tail(8, body);
        self.free(4, &["}"]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::Deprecation;

    fn text(lines: &Lines) -> String {
        let mut code = Code::defining(BTreeSet::new());
        code.add_lines(lines);
        assert!(code.error.is_none());
        format::file("", &code.text)
    }

    fn price(amount: &str) -> Lines {
        let mut lines = Lines::default();
        lines.doc(0, "A price.");
        lines.docs(0, &Docs { lines: vec![String::new(), "`i64`".into()], deprecated: Some(Deprecation::default()) });
        lines.head(&["pub struct Price {"]);
        lines.doc(4, "In cents.");
        lines.line(4, &["pub amount: Option<", amount, ">,"]);
        lines.free(0, &["}"]);
        let entries = ["amount", "stream r#type"].map(str::to_owned);
        lines.block("rt::structure!", &["Price: schema::PRICE"], entries.into_iter());
        lines.block("rt::structure!", &["Empty: schema::EMPTY"], std::iter::empty());
        lines.block("rt::string_enum!", &["E: schema::E"], [r#"A = "{,\"""#.to_owned()].into_iter());
        lines.head(&["impl<C> PriceBuilder<C> {"]);
        let value = format!("value: impl IntoMember<{amount}>");
        lines.method("amount", std::slice::from_ref(&value), "self.set_amount(Some(value))");
        let parameters = ["key: impl IntoMember<String>".to_owned(), value];
        lines.method("entry", &parameters, "rt::insert!(self, Price.r#type: key, value)");
        lines.free(0, &["}"]);
        lines
    }

    #[test]
    fn the_formatter_leaves_lines_as_they_are() {
        for amount in ["i64".to_owned(), "A".repeat(60)] {
            let lines = price(&amount);
            assert!(!lines.is_wide);
            assert_eq!(text(&lines), text(&Lines { text: lines.text.clone(), is_wide: true }));
        }
    }

    #[test]
    fn lines_are_indented_to_any_depth() {
        for indent in [0, 4, 16, 20, 33] {
            let mut lines = Lines::default();
            lines.free(indent, &["a", "b"]);
            assert_eq!(lines.text, format!("{}ab\n", " ".repeat(indent)));
        }
    }

    #[test]
    fn only_lines_that_may_be_divided_are_parsed() {
        let of = |add: &dyn Fn(&mut Lines)| {
            let mut lines = Lines::default();
            add(&mut lines);
            lines
        };
        // The last column is that of the comma.
        let [fits, wide] = [WIDTH, WIDTH + 1].map(|width| "A".repeat(width - "    a: ,".len()));
        assert_eq!(of(&|lines| lines.field(4, "a:", &fits)).text, format!("    a: {fits},\n"));
        assert!(of(&|lines| lines.field(4, "a:", &wide)).is_wide, "a name cannot be divided");
        assert!(!of(&|lines| lines.line(4, &["a: ", &fits, ","])).is_wide);
        assert!(of(&|lines| lines.line(4, &["a: ", &wide, ","])).is_wide);
        let tuple = of(&|lines| lines.newtype("pub struct A", &wide));
        assert!(!tuple.is_wide);
        assert_eq!(tuple.text, format!("pub struct A(\n    {wide},\n);\n"));
        let item = quote!(
            use a;
        );
        assert!(!of(&|lines| lines.tokens(&TokenStream::new())).is_wide);
        assert!(of(&|lines| lines.tokens(&item)).is_wide);
    }

    #[test]
    fn code_that_is_not_valid_is_an_error_of_its_file() {
        for text in ["pub struct {", "pub struct A"] {
            let mut code = Code::defining(BTreeSet::new());
            code.add_lines(&Lines { text: text.to_owned(), is_wide: true });
            assert!(!code.is_empty(), "the error is reported");
            let error = code.into_file("a/types.rs", "", "").expect_err("it is not valid");
            assert_eq!(error.path, "a/types.rs");
        }
        assert!(Code::defining(BTreeSet::new()).is_empty());
    }

    #[test]
    fn a_file_imports_what_its_code_uses() {
        let mut code = Code::of([quote!(
            pub struct Arc;
        )]);
        let [arc, map] = ["::std::sync::Arc", "::std::collections::BTreeMap"].map(|path| code.names.path(path));
        assert_eq!((arc, map), ("::std::sync::Arc", "BTreeMap"), "the file defines the other name");
        code.names.import("rt");
        let text = code.into_file("a.rs", "// A header.\n\n", " Code.").expect("valid");
        assert!(text.starts_with("// A header.\n\n//! Code.\n\nuse std::collections::BTreeMap;\n"), "{text}");
        assert!(text.ends_with("\n\npub struct Arc;\n"), "{text}");
    }

    #[test]
    fn the_formatter_lays_out_wide_lines() {
        let lines = price(&format!("Map<{}, i64>", "A".repeat(70)));
        assert!(lines.is_wide);
        assert!(text(&lines).lines().all(|line| line.len() <= WIDTH), "{}", text(&lines));
    }
}
