//! Types of other crates in the runtime's public interface. A major version of such a crate is a breaking change of the
//! runtime, so `runtime/PUBLIC-DEPENDENCIES.md` lists them with the reason. This test compares the list with the
//! sources.
//!
//! The sources are analyzed without the compiler: an identifier belongs to a crate if the file imports it from there,
//! or qualifies it with the crate's name. Expansions of macros are not considered.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Fields, ImplItem, Item, ItemImpl, TraitItem, UseTree, Visibility};

/// Crates, and the first location of each.
type Found = BTreeMap<String, String>;

fn runtime() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime")
}

#[test]
fn the_list_of_public_dependencies_is_complete() {
    let manifest: toml::Table =
        std::fs::read_to_string(runtime().join("Cargo.toml")).expect("a manifest").parse().expect("TOML");
    let dependencies = manifest["dependencies"].as_table().expect("dependencies");
    let crates: BTreeSet<String> = dependencies.keys().map(|name| name.replace('-', "_")).collect();
    let files = walkdir::WalkDir::new(runtime().join("src")).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files: Vec<(String, syn::File)> = files
        .filter(|file| file.path().extension().is_some_and(|extension| extension == "rs"))
        .filter(|file| !file.path().components().any(|part| part.as_os_str() == "conformance"))
        .map(|file| {
            let text = std::fs::read_to_string(file.path()).expect("a source file");
            let name = file.path().strip_prefix(runtime()).unwrap_or(file.path()).display().to_string();
            let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, parsed)
        })
        .collect();
    let public_types: BTreeSet<String> = files.iter().flat_map(|(_, file)| public_types(&file.items)).collect();
    let mut found = Found::new();
    for (name, file) in &files {
        let mut imports = BTreeMap::new();
        for item in &file.items {
            if let Item::Use(item) = item {
                import(&item.tree, None, &crates, &mut imports);
            }
        }
        let scan = Scan { crates: &crates, imports: &imports, public_types: &public_types, file: name };
        file.items.iter().for_each(|item| scan.item(item, &mut found));
    }

    let page = std::fs::read_to_string(runtime().join("PUBLIC-DEPENDENCIES.md")).expect("the list");
    let listed: BTreeSet<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(name, _)| name.replace('-', "_"))
        .collect();
    let unlisted: Vec<_> = found.iter().filter(|(name, _)| !listed.contains(*name)).collect();
    assert!(unlisted.is_empty(), "not in runtime/PUBLIC-DEPENDENCIES.md: {unlisted:?}");
    let gone: Vec<_> = listed.iter().filter(|name| !found.contains_key(*name)).collect();
    assert!(gone.is_empty(), "in runtime/PUBLIC-DEPENDENCIES.md, but in no public signature: {gone:?}");
}

/// Names of types that are public, or re-exported.
fn public_types(items: &[Item]) -> Vec<String> {
    let public = |visibility: &Visibility| matches!(visibility, Visibility::Public(_));
    let mut names = Vec::new();
    for item in items {
        match item {
            Item::Struct(item) if public(&item.vis) => names.push(item.ident.to_string()),
            Item::Enum(item) if public(&item.vis) => names.push(item.ident.to_string()),
            // Types that macros define are found where they are re-exported.
            Item::Use(item) if public(&item.vis) => {
                idents(item.tree.to_token_stream(), &mut |name| names.push(name.to_owned()));
            }
            _ => {}
        }
    }
    names.retain(|name| name.starts_with(char::is_uppercase));
    names
}

/// Adds the names that a `use` imports from other crates.
fn import(tree: &UseTree, from: Option<&str>, crates: &BTreeSet<String>, imports: &mut BTreeMap<String, String>) {
    match tree {
        UseTree::Path(path) => {
            let first = path.ident.to_string();
            match from {
                Some(from) => import(&path.tree, Some(from), crates, imports),
                None if crates.contains(&first) => import(&path.tree, Some(&first), crates, imports),
                None => {}
            }
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| import(tree, from, crates, imports)),
        UseTree::Name(name) => {
            if let Some(from) = from {
                imports.insert(name.ident.to_string(), from.to_owned());
            }
        }
        // `as _` imports methods, but no name.
        UseTree::Rename(name) => {
            if let Some(from) = from.filter(|_| name.rename != "_") {
                imports.insert(name.rename.to_string(), from.to_owned());
            }
        }
        UseTree::Glob(_) => {}
    }
}

struct Scan<'a> {
    crates: &'a BTreeSet<String>,
    imports: &'a BTreeMap<String, String>,
    public_types: &'a BTreeSet<String>,
    file: &'a str,
}

impl Scan<'_> {
    fn item(&self, item: &Item, found: &mut Found) {
        let public = |visibility: &Visibility| matches!(visibility, Visibility::Public(_));
        match item {
            Item::Fn(item) if public(&item.vis) => self.tokens(&item.sig, found),
            Item::Struct(item) if public(&item.vis) => {
                self.tokens(&item.generics, found);
                self.fields(&item.fields, found);
            }
            Item::Enum(item) if public(&item.vis) => {
                self.tokens(&item.generics, found);
                item.variants
                    .iter()
                    .for_each(|variant| variant.fields.iter().for_each(|field| self.tokens(&field.ty, found)));
            }
            Item::Type(item) if public(&item.vis) => self.tokens(&item.ty, found),
            Item::Use(item) if public(&item.vis) => {
                let mut imports = BTreeMap::new();
                import(&item.tree, None, self.crates, &mut imports);
                for name in imports.values() {
                    self.add(name, found);
                }
            }
            Item::Trait(item) if public(&item.vis) => {
                self.tokens(&item.supertraits, found);
                for item in &item.items {
                    match item {
                        TraitItem::Fn(item) => self.tokens(&item.sig, found),
                        TraitItem::Type(item) => self.tokens(&item.bounds, found),
                        _ => {}
                    }
                }
            }
            Item::Impl(item) => self.implementation(item, found),
            _ => {}
        }
    }

    fn implementation(&self, item: &ItemImpl, found: &mut Found) {
        let mut names = BTreeSet::new();
        self.own_names(item.self_ty.to_token_stream(), &mut names);
        let Some((implemented, _)) = &item.trait_ else {
            if names.is_disjoint(self.public_types) {
                return;
            }
            for item in &item.items {
                if let ImplItem::Fn(item) = item
                    && matches!(item.vis, Visibility::Public(_))
                {
                    self.tokens(&item.sig, found);
                }
            }
            return;
        };
        // `impl From<Ours> for Theirs` is as public as `impl From<Theirs> for Ours`.
        self.own_names(implemented.to_token_stream(), &mut names);
        if names.is_disjoint(self.public_types) {
            return;
        }
        self.tokens(&item.generics, found);
        self.tokens(implemented, found);
        self.tokens(&item.self_ty, found);
        for item in &item.items {
            if let ImplItem::Type(item) = item {
                self.tokens(&item.ty, found);
            }
        }
    }

    fn fields(&self, fields: &Fields, found: &mut Found) {
        let public = fields.iter().filter(|field| matches!(field.vis, Visibility::Public(_)));
        public.for_each(|field| self.tokens(&field.ty, found));
    }

    /// Adds the crates that the tokens name.
    fn tokens(&self, tokens: &impl ToTokens, found: &mut Found) {
        let mut names = Vec::new();
        idents(tokens.to_token_stream(), &mut |name| names.push(name.to_owned()));
        for name in names {
            if let Some(from) = self.imports.get(&name) {
                self.add(from, found);
            } else if self.crates.contains(&name) {
                self.add(&name, found);
            }
        }
    }

    /// Adds the identifiers that do not belong to another crate.
    fn own_names(&self, tokens: TokenStream, names: &mut BTreeSet<String>) {
        let mut is_foreign = false;
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    let name = ident.to_string();
                    is_foreign |= self.crates.contains(&name) || self.imports.contains_key(&name);
                    if !is_foreign {
                        names.insert(name);
                    }
                }
                // The path continues.
                TokenTree::Punct(mark) if mark.as_char() == ':' => {}
                TokenTree::Group(group) => self.own_names(group.stream(), names),
                TokenTree::Punct(_) | TokenTree::Literal(_) => is_foreign = false,
            }
        }
    }

    fn add(&self, name: &str, found: &mut Found) {
        found.entry(name.to_owned()).or_insert_with(|| self.file.to_owned());
    }
}

/// Visits all identifiers, including those in brackets.
fn idents(tokens: TokenStream, visit: &mut dyn FnMut(&str)) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => visit(&ident.to_string()),
            TokenTree::Group(group) => idents(group.stream(), visit),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
