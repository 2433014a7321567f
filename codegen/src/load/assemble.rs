//! The steps of loading: sources to documents, and documents to one model.

use super::document::Document;
use super::names::Names;
use super::{build, creation, definitions, idl, json_ast, merge, upgrade};
use crate::diagnostic::{Diagnostic, Severity};
use crate::hash::HashSet;
use crate::model::{Model, ShapeId};
use crate::parallel::{self, Stack};
use crate::source::{Role, SourceFile, SourceId, SourceMap};
use crate::syntax::idl as syntax;

/// Parses all sources and merges them into one model in terms of Smithy 2.0, with the prelude and known trait
/// definitions, and with mixins flattened. The model contains everything that could be read, so that later steps can
/// report more errors; do not use it if a diagnostic is an error. Transforms are not applied: see
/// [`pipeline::transformed`](crate::pipeline::transformed).
pub fn assemble(sources: &SourceMap) -> (Model, Vec<Diagnostic>) {
    let (model, _, diagnostics) = load(sources);
    (model, diagnostics)
}

/// The model, the shapes that 1.0 files define, and diagnostics.
pub(super) fn load(sources: &SourceMap) -> (Model, HashSet<ShapeId>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let documents = read(sources, &mut diagnostics);
    let builtin = definitions::model();
    let merged = merge::merge(documents, Some(builtin), &mut diagnostics);
    let (old, sets) = (merged.old_shapes(), merged.deprecated_sets());
    let mut model = build::build(merged, Some(builtin), &mut diagnostics);
    upgrade::upgrade(&mut model, &old);
    creation::check(&model, &mut diagnostics);
    if !diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        diagnostics.extend(sets);
    }
    (model, old, diagnostics)
}

/// A parsed file. The meaning of an IDL file depends on the definitions in all files.
enum Parsed {
    Document(Document),
    Tree(syntax::Tree),
}

/// Parses all sources.
fn read(sources: &SourceMap, diagnostics: &mut Vec<Diagnostic>) -> Vec<Document> {
    // The known definitions are parsed at the same time, once per process.
    let definitions = (!definitions::are_parsed()).then_some(None);
    let files: Vec<Option<(SourceId, &SourceFile)>> = definitions.into_iter().chain(sources.iter().map(Some)).collect();
    let parsed = parallel::map(files, Stack::Any, &|file| {
        let Some((id, file)) = file else {
            definitions::model();
            return (Parsed::Document(Document::default()), Vec::new());
        };
        if is_idl(file) {
            let (tree, found) = syntax::parse(id, file.text());
            (Parsed::Tree(tree), found)
        } else {
            let mut found = Vec::new();
            let document = json_ast::read(id, file.text(), &mut found);
            // Folders contain JSON files of other tools. A file that does not declare a Smithy version is ignored.
            if file.role() == Role::Found && !document.is_model {
                return (Parsed::Document(Document::default()), Vec::new());
            }
            (Parsed::Document(document), found)
        }
    });
    let mut files = Vec::with_capacity(parsed.len());
    for (file, found) in parsed {
        files.push(file);
        diagnostics.extend(found);
    }
    let mut names = None;
    if files.iter().any(|file| matches!(file, Parsed::Tree(_))) {
        let names = names.insert(Names::of(definitions::model()));
        for file in &files {
            match file {
                Parsed::Tree(tree) => idl::declare(tree, names),
                Parsed::Document(document) => {
                    for definition in &document.shapes {
                        names.declare(definition.shape.id.clone(), definition.shape.kind);
                    }
                    document.broken.iter().for_each(|id| names.declare_broken(id.clone()));
                }
            }
        }
    }
    let documents = parallel::map(files, Stack::Any, &|file| {
        let mut found = Vec::new();
        let document = match (file, &names) {
            (Parsed::Document(document), _) => document,
            (Parsed::Tree(tree), Some(names)) => idl::read(tree, names, &mut found),
            (Parsed::Tree(_), None) => Document::default(),
        };
        (document, found)
    });
    let unpack = |(document, found)| {
        diagnostics.extend::<Vec<_>>(found);
        document
    };
    documents.into_iter().map(unpack).collect()
}

/// Whether a file is IDL. Standard input and pipes have no extension: they are JSON if they start with a brace.
fn is_idl(file: &SourceFile) -> bool {
    match file.path().extension() {
        Some(extension) => extension.eq_ignore_ascii_case("smithy"),
        None => !file.text().trim_start().starts_with('{'),
    }
}
