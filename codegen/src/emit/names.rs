//! Short names: emitters name items by full paths such as `::std::option::Option`, and a file has short names and `use`
//! lines instead. A path is kept if the file defines an item with the short name. Items of the runtime that types of
//! the model could be called like are named by their paths.
//!
//! Emitters of text look up each path with [`Names::path`]. Those of tokens write paths, which [`Names::shorten`]
//! replaces without parsing them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::LazyLock;

use proc_macro2::{Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

use super::tokens::{has_named, type_text};
use crate::hash::HashMap;
use crate::ir::Type;
use crate::text::without_hidden;

/// Paths in the standard prelude.
const PRELUDE: &[&str] = &[
    "std::option::Option::None",
    "std::option::Option::Some",
    "std::result::Result::Ok",
    "std::result::Result::Err",
    "std::borrow::ToOwned",
    "std::boxed::Box",
    "std::clone::Clone",
    "std::cmp::Eq",
    "std::cmp::Ord",
    "std::cmp::PartialEq",
    "std::cmp::PartialOrd",
    "std::convert::AsRef",
    "std::convert::From",
    "std::convert::Into",
    "std::convert::TryFrom",
    "std::convert::TryInto",
    "std::default::Default",
    "std::iter::FromIterator",
    "std::iter::IntoIterator",
    "std::iter::Iterator",
    "std::marker::Copy",
    "std::marker::Send",
    "std::marker::Sync",
    "std::option::Option",
    "std::result::Result",
    "std::string::String",
    "std::string::ToString",
    "std::vec::Vec",
];

/// Paths whose short names are imported by a `use` line.
const IMPORTED: &[&str] = &[
    "std::collections::BTreeMap",
    "std::future::Future",
    "std::str::FromStr",
    "std::sync::Arc",
    "std::time::Duration",
];

/// Items of the runtime whose short names are imported by a `use` line. They are in schemas and waiters only, whose
/// items have names in capitals, so that no shape of a model can take theirs. All others are written as paths, such as
/// `rt::types::Timestamp`: a new shape called `Timestamp`, or the first member of that type, changes no other line.
const RUNTIME: &[&str] = &[
    "rt::jmespath::Comparator",
    "rt::jmespath::Expression",
    "rt::jmespath::Function",
    "rt::jmespath::Literal",
    "rt::pattern::Pattern",
    "rt::pattern::Search",
    "rt::pattern::Set",
    "rt::pattern::Step",
    "rt::schema::Bound",
    "rt::schema::DefaultValue",
    "rt::schema::Endpoint",
    "rt::schema::EndpointParameter",
    "rt::schema::EndpointRules",
    "rt::schema::Fault",
    "rt::schema::Kind",
    "rt::schema::OperationSchema",
    "rt::schema::Schema",
    "rt::schema::ServiceSchema",
    "rt::schema::prelude",
];

/// For each path that has a short name, the path of its `use` line. Names in the prelude need none.
static SHORT: LazyLock<HashMap<&str, Option<&str>>> = LazyLock::new(|| {
    let imported = IMPORTED.iter().chain(RUNTIME).map(|path| (*path, Some(*path)));
    PRELUDE.iter().map(|path| (*path, None)).chain(imported).collect()
});

/// Modules that are imported by `use super::…`.
const SIBLINGS: &[&str] = &["errors", "operations", "schema", "types", "waiters"];

/// Short names of a file.
pub(super) struct Names {
    /// Items of the file.
    defined: BTreeSet<String>,
    /// Paths that need a `use` line.
    used: BTreeSet<&'static str>,
    /// A path, to look it up without allocating it.
    buffer: String,
}

impl Names {
    /// Short names of a file with these items.
    pub(super) fn new(defined: BTreeSet<String>) -> Self {
        Self { defined, used: BTreeSet::new(), buffer: String::new() }
    }

    /// The path, such as `::std::option::Option` or `rt::Builder`. A short name replaces its longest part that has one.
    pub(super) fn path(&mut self, path: &'static str) -> &'static str {
        let full = path.trim_start_matches("::");
        let mut part = full;
        loop {
            let (parent, name) = part.rsplit_once("::").unwrap_or(("", part));
            if let Some(source) = SHORT.get(part)
                && !self.defined.contains(name)
            {
                self.used.extend(source);
                return &full[part.len() - name.len()..];
            }
            if parent.is_empty() {
                self.used.extend(path.starts_with("rt::").then_some("rt"));
                return path;
            }
            part = parent;
        }
    }

    /// The path of a variant in the runtime, such as `schema::Fault::Client`, or its short name.
    pub(super) fn runtime(&mut self, path: &str) -> String {
        let (item, variant) = path.rsplit_once("::").unwrap_or((path, ""));
        match SHORT.get_key_value(format!("rt::{item}").as_str()) {
            Some((item, _)) => format!("{}::{variant}", self.path(item)),
            None => {
                self.import("rt");
                format!("rt::{path}")
            }
        }
    }

    /// The name of a type parameter. Underscores follow it if the file has an item of that name.
    pub(super) fn parameter(&self, name: &str) -> String {
        let mut name = name.to_owned();
        while self.defined.contains(&name) {
            name.push('_');
        }
        name
    }

    /// Adds a `use` line for `rt` or a module of the crate.
    pub(super) fn import(&mut self, module: &'static str) {
        self.used.insert(module);
    }

    /// Appends a type, in a file beside `types`.
    pub(super) fn outer_type(&mut self, ty: &Type, out: &mut String) {
        type_text(ty, "types::", &mut |path| self.path(path), out);
        if has_named(ty) {
            self.import("types");
        }
    }

    /// Adds `use` lines for these modules.
    pub(super) fn import_all(&mut self, modules: &[&'static str]) {
        self.used.extend(modules);
    }

    /// The code with short names.
    pub(super) fn shorten(&mut self, code: TokenStream) -> TokenStream {
        self.tokens(code.into_iter().collect())
    }

    /// The code with short names, as text on one line. Invisible characters are escaped.
    pub(super) fn flat(&mut self, code: TokenStream) -> String {
        without_hidden(&crate::format::flat(&self.shorten(code)))
    }

    fn tokens(&mut self, mut tokens: Vec<TokenTree>) -> TokenStream {
        let mut out = Vec::with_capacity(tokens.len());
        let mut is_start = true;
        let mut rest = tokens.as_mut_slice();
        while !rest.is_empty() {
            if is_start && let Some((name, after)) = self.short(rest) {
                out.push(TokenTree::Ident(name));
                let taken = rest.len() - after.len();
                (rest, is_start) = (rest.get_mut(taken..).unwrap_or_default(), true);
                continue;
            }
            let Some((first, after)) = rest.split_first_mut() else { break };
            // Two colons continue a path.
            is_start = !(is_colon(first) && out.last().is_some_and(is_colon));
            // Moved, because the tokens of a group are copied if the group still exists.
            out.push(match std::mem::replace(first, TokenTree::Punct(Punct::new(';', Spacing::Alone))) {
                TokenTree::Group(group) => TokenTree::Group(self.group(group)),
                other => other,
            });
            rest = after;
        }
        out.into_iter().collect()
    }

    fn group(&mut self, group: Group) -> Group {
        let (delimiter, span, stream) = (group.delimiter(), group.span(), group.stream());
        drop(group);
        let mut inner = Group::new(delimiter, self.tokens(stream.into_iter().collect()));
        inner.set_span(span);
        inner
    }

    /// The short name of the path at the start, if it has one, and the remaining tokens.
    fn short<'t>(&mut self, tokens: &'t [TokenTree]) -> Option<(Ident, &'t [TokenTree])> {
        let (root, start) = joined(tokens).map_or(("rt", tokens), |rest| ("std", rest));
        let (first, after_root) = ident(start)?;
        let mut rest = joined(after_root)?;
        if root == "rt"
            && let Some(sibling) = SIBLINGS.iter().find(|name| first == *name)
        {
            self.used.insert(sibling);
        }
        if first != root {
            return None;
        }
        self.buffer.clear();
        self.buffer.push_str(root);
        // The longest path that has a short name: `Option::None` before `Option`.
        let mut longest = None;
        while let Some((name, after)) = ident(rest) {
            self.buffer.push_str("::");
            let start = self.buffer.len();
            // Writing to a `String` cannot fail.
            let _ = write!(self.buffer, "{name}");
            if let Some(source) = SHORT.get(self.buffer.as_str())
                && !self.defined.contains(&self.buffer[start..])
            {
                longest = Some((source, name, after));
            }
            match joined(after) {
                Some(further) => rest = further,
                None => break,
            }
        }
        if let Some((source, name, after)) = longest {
            self.used.extend(source);
            return Some((name.clone(), after));
        }
        if root == "rt" {
            self.used.insert("rt");
        }
        None
    }

    /// `use` lines of `std`, then of the runtime, then of modules of the crate.
    pub(super) fn uses(&self) -> TokenStream {
        let mut groups: BTreeMap<&str, Vec<Ident>> = BTreeMap::new();
        for path in &self.used {
            if let Some((module, name)) = path.rsplit_once("::") {
                groups.entry(module).or_default().push(name_of(name));
            }
        }
        let lines = |root: &str, name: &str| -> TokenStream {
            let of_root = |module: &str| module.strip_prefix(root).map(|rest| format!("{name}{rest}"));
            groups
                .iter()
                .filter_map(|(module, names)| {
                    let module = of_root(module)?;
                    let module = module.split("::").map(name_of);
                    let names = braced(names);
                    Some(quote!(use #(#module)::*::#names;))
                })
                .collect()
        };
        let (std, runtime) = (lines("std", "std"), lines("rt::", "whitesmith_runtime::"));
        let rt = self.used.contains("rt").then(|| {
            quote!(
                use whitesmith_runtime as rt;
            )
        });
        let siblings: Vec<Ident> =
            SIBLINGS.iter().filter(|name| self.used.contains(*name)).map(|name| name_of(name)).collect();
        let siblings = (!siblings.is_empty()).then(|| {
            let siblings = braced(&siblings);
            quote!(use super::#siblings;)
        });
        quote!(#std #rt #runtime #siblings)
    }
}

fn name_of(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// One name, or several in braces.
fn braced(names: &[Ident]) -> TokenStream {
    match names {
        [name] => quote!(#name),
        names => quote!({ #(#names),* }),
    }
}

/// The name at the start, and the remaining tokens.
fn ident(tokens: &[TokenTree]) -> Option<(&Ident, &[TokenTree])> {
    match tokens {
        [TokenTree::Ident(ident), rest @ ..] => Some((ident, rest)),
        _ => None,
    }
}

/// The tokens after `::`, if they start with it.
fn joined(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    match tokens {
        [TokenTree::Punct(first), second, rest @ ..]
            // In `types: ::std::vec::Vec` the first colon is separate.
            if first.as_char() == ':' && first.spacing() == Spacing::Joint && is_colon(second) =>
        {
            Some(rest)
        }
        _ => None,
    }
}

fn is_colon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':')
}

/// Names of items, after their keywords, and of imports, at their end.
pub(super) fn defined(tokens: &[TokenTree]) -> BTreeSet<String> {
    const KEYWORDS: [&str; 8] = ["const", "enum", "fn", "mod", "static", "struct", "trait", "type"];
    let mut names = BTreeSet::new();
    let mut is_name = false;
    let (mut is_import, mut last) = (false, None);
    for token in tokens {
        let TokenTree::Ident(ident) = token else {
            is_name = false;
            if matches!(token, TokenTree::Punct(punct) if punct.as_char() == ';') {
                names.extend(last.take());
                is_import = false;
            }
            continue;
        };
        is_import |= ident == "use";
        last = is_import.then(|| ident.to_string());
        if is_name {
            names.insert(ident.to_string());
        }
        is_name = KEYWORDS.iter().any(|keyword| ident == keyword);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(code: &str) -> String {
        let code: TokenStream = code.parse().expect("tokens");
        let mut names = Names::new(defined(&code.clone().into_iter().collect::<Vec<_>>()));
        let code = names.shorten(code);
        let uses = names.uses();
        crate::format::format("x.rs", "", quote!(#uses #code)).expect("Rust")
    }

    #[test]
    fn names_of_the_prelude_are_short() {
        assert_eq!(
            short("fn f() -> ::std::option::Option<::std::string::String> { ::std::option::Option::None }"),
            "fn f() -> Option<String> {\n    None\n}\n"
        );
    }

    #[test]
    fn a_path_stays_where_the_file_has_the_name() {
        assert_eq!(
            short("struct Option; fn f(_: Option) -> ::std::option::Option<::std::string::String> {}"),
            "struct Option;\n\nfn f(_: Option) -> ::std::option::Option<String> {}\n"
        );
    }

    #[test]
    fn text_and_tokens_have_the_same_names() {
        for defined in [[""; 0].as_slice(), &["Some"], &["Option"], &["Some", "Option"], &["Kind"]] {
            for path in ["::std::option::Option::Some", "rt::schema::Kind", "rt::schema::Other"] {
                let names = || Names::new(defined.iter().map(|name| (*name).to_owned()).collect());
                let (mut text, mut tokens) = (names(), names());
                let shortened = tokens.flat(path.parse().expect("tokens"));
                assert_eq!(text.path(path), shortened, "{path} {defined:?}");
                assert_eq!(text.used, tokens.used, "{path} {defined:?}");
            }
        }
    }

    #[test]
    fn other_names_are_imported() {
        assert_eq!(
            short("static A: rt::schema::Schema = a(types::X, ::std::sync::Arc::new(rt::schema::Kind::Blob));"),
            "use std::sync::Arc;\n\nuse whitesmith_runtime::schema::{Kind, Schema};\n\nuse super::types;\n\n\
             static A: Schema = a(types::X, Arc::new(Kind::Blob));\n"
        );
    }

    #[test]
    fn names_that_shapes_may_have_are_not_imported() {
        assert_eq!(
            short("struct A { at: rt::types::Timestamp }"),
            "use whitesmith_runtime as rt;\nstruct A {\n    at: rt::types::Timestamp,\n}\n"
        );
    }

    #[test]
    fn a_field_called_like_a_module_imports_nothing() {
        assert_eq!(short("struct A { types: ::std::vec::Vec<u8> }"), "struct A {\n    types: Vec<u8>,\n}\n");
    }

    #[test]
    fn longer_paths_are_not_cut() {
        assert_eq!(
            short("fn f(_: a::types::B, _: b::rt::schema::Kind) {}"),
            "fn f(_: a::types::B, _: b::rt::schema::Kind) {}\n"
        );
    }
}
