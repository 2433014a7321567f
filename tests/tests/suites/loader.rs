//! Loading: models in both formats that must be equal, invalid models with their diagnostics, mixins, and 1.0 models
//! with the equivalent 2.0 models.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use whitesmith_codegen::diagnostic::{Diagnostic, Severity};
use whitesmith_codegen::export::{self, Export};
use whitesmith_codegen::model::{Shape, Traits};
use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::syntax::json;
use whitesmith_codegen::{load, pipeline};

use crate::common;

/// Cases of one suite: their number, and the failures with reasons.
#[derive(Default)]
struct Cases {
    ran: BTreeSet<String>,
    failed: BTreeMap<String, String>,
}

impl Cases {
    fn run(&mut self, case: String, check: impl FnOnce() -> Result<(), String>) {
        if let Err(why) = check() {
            self.failed.insert(case.clone(), why);
        }
        self.ran.insert(case);
    }

    fn compare(&self, area: &str) {
        assert!(!self.ran.is_empty(), "the suite has cases");
        common::compare(area, &self.ran, &self.failed);
    }
}

fn read(paths: &[PathBuf]) -> (SourceMap, Vec<Diagnostic>) {
    let mut sources = SourceMap::default();
    let unread = load::read_sources(paths, &mut sources);
    (sources, unread)
}

fn errors(diagnostics: &[Diagnostic]) -> Result<(), String> {
    let errors: Vec<String> = diagnostics.iter().filter(|found| found.severity == Severity::Error).map(event).collect();
    if errors.is_empty() { Ok(()) } else { Err(errors.join("\n")) }
}

/// A diagnostic in the format of the reference implementation.
fn event(found: &Diagnostic) -> String {
    let shape = found.shape.as_ref().map_or("-", |id| id.as_str());
    format!("[{}] {shape}: {} | {}", found.severity.name(), found.message, found.id)
}

/// A model as JSON AST, from sources without errors.
/// The AST of models, with enum shapes in place of `enum` traits.
fn upgraded(paths: &[PathBuf]) -> Result<String, String> {
    let (sources, mut diagnostics) = read(paths);
    let (loaded, found) = load::load(&sources);
    let merged = loaded.upgraded();
    diagnostics.extend(found);
    errors(&diagnostics)?;
    Ok(export::json(Export { model: &merged.model, applies: &merged.applies, flatten: false }))
}

fn ast(paths: &[PathBuf], flatten: bool) -> Result<String, String> {
    let (sources, mut diagnostics) = read(paths);
    let (model, applies, found) = if flatten {
        let (model, found) = load::assemble(&sources);
        (model, Vec::new(), found)
    } else {
        let (merged, found) = load::merge_sources(&sources);
        (merged.model, merged.applies, found)
    };
    diagnostics.extend(found);
    errors(&diagnostics)?;
    Ok(export::json(Export { model: &model, applies: &applies, flatten }))
}

/// Whether two documents are equal, ignoring the order of unordered parts.
fn same(left: &str, right: &str) -> Result<(), String> {
    let parse = |text: &str| {
        let mut sources = SourceMap::default();
        json::parse(sources.add("ast.json", text.to_owned()), text).map_err(|error| event(&error))
    };
    if parse(left)? == parse(right)? {
        return Ok(());
    }
    Err(similar::TextDiff::from_lines(left, right).unified_diff().to_string())
}

pub(crate) fn idl_and_json_ast_load_to_the_same_model(folder: &Path) {
    let shared = folder.join("__shared.json");
    let mut cases = Cases::default();
    for path in common::files(folder, &["smithy"]) {
        let (json, flattened) = (path.with_extension("json"), path.with_extension("flattened.smithy"));
        let with_shared = |path: &Path| vec![path.to_owned(), shared.clone()];
        cases.run(common::name(&path, folder), || {
            let own = ast(&with_shared(&path), false)?;
            if json.is_file() {
                same(&own, &ast(&with_shared(&json), false)?)?;
            }
            if flattened.is_file() {
                same(&ast(&with_shared(&path), true)?, &ast(&with_shared(&flattened), true)?)?;
            }
            Ok(())
        });
    }
    cases.compare("loader-valid");
}

pub(crate) fn invalid_models_are_reported(folder: &Path) {
    let mut cases = Cases::default();
    for path in common::files(folder, &["smithy", "json"]) {
        cases.run(common::name(&path, folder), || {
            let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
            let wanted = text.lines().next().unwrap_or_default().trim_start_matches("// ").trim();
            let (sources, mut diagnostics) = read(std::slice::from_ref(&path));
            diagnostics.extend(pipeline::model(&sources).1);
            let events: Vec<String> = diagnostics.iter().map(event).collect();
            if events.iter().any(|event| event.contains(wanted)) {
                return Ok(());
            }
            Err(format!("wanted {wanted}\nfound  {}", events.join("\n       ")))
        });
    }
    cases.compare("loader-invalid");
}

pub(crate) fn mixins_load_and_flatten(folder: &Path) {
    let mut cases = Cases::default();
    for path in common::files(folder, &["smithy", "json"]) {
        let name = common::name(&path, folder);
        cases.run(name.clone(), || {
            if name == "mixin-conflict-acceptable-2.smithy" {
                // The other file of the pair is not part of the suite.
                let (sources, _) = read(std::slice::from_ref(&path));
                let (_, found) = load::assemble(&sources);
                let wanted =
                    "[ERROR] smithy.example#A: Cannot apply mixin to smithy.example#A: smithy.example#B not found | Model";
                return if found.iter().map(event).collect::<Vec<_>>() == [wanted] {
                    Ok(())
                } else {
                    Err(errors(&found).err().unwrap_or_default())
                };
            }
            let flat = ast(std::slice::from_ref(&path), true)?;
            if flat.contains("\"mixins\"") { Err("a mixin is left".to_owned()) } else { Ok(()) }
        });
    }
    cases.compare("loader-mixins");
}

pub(crate) fn models_of_version_1_0_are_upgraded(folder: &Path) {
    let mut cases = Cases::default();
    for case in ["all-1.0", "mixed-versions"] {
        let all = common::files(&folder.join(case), &["smithy"]);
        let (new, old): (Vec<_>, Vec<_>) = all.into_iter().partition(|path| path.ends_with("upgraded.smithy"));
        cases.run(case.to_owned(), || same(&upgraded(&old)?, &upgraded(&new)?));
    }
    cases.run("box-in-v2".to_owned(), || {
        let (sources, _) = read(&[folder.join("box-in-v2/main.smithy")]);
        let (_, found) = load::assemble(&sources);
        let wanted = "[ERROR] smithy.example#Bad$boolean: @box is not supported in Smithy IDL 2.0 | Model";
        if found.iter().map(event).any(|event| event == wanted) { Ok(()) } else { Err(format!("{found:?}")) }
    });
    cases.run("does-not-introduce-conflict".to_owned(), || {
        let (sources, _) = read(&[folder.join("does-not-introduce-conflict/main.smithy")]);
        let (model, found) = load::assemble(&sources);
        errors(&found)?;
        let default = |id: &str| {
            let (shape, member) = id.split_once('$').unwrap_or((id, ""));
            let shape = model.shape_named(&format!("smithy.example#{shape}")).ok_or(format!("no {id}"))?;
            let value = match shape.members.get(member) {
                Some(member) => member.trait_value("smithy.api#default"),
                None => shape.trait_value("smithy.api#default"),
            };
            Ok::<_, String>(value.map(|node| format!("{node:?}")))
        };
        let zero = default("MyPrimitiveLong")?;
        if zero.is_none() {
            return Err("a 1.0 number that is not boxed defaults to zero".to_owned());
        }
        for id in ["Foo$alreadyDefault", "Foo$alreadyRequired", "Foo$customPrimitiveLong"] {
            if default(id)? != zero {
                return Err(format!("{id}: {:?}", default(id)?));
            }
        }
        for id in ["Foo$previouslyBoxedTarget", "Foo$explicitlyBoxedTarget", "BoxedInteger"] {
            if default(id)?.is_some() {
                return Err(format!("{id}: {:?}", default(id)?));
            }
        }
        if default("Foo$boxedMember")?.as_deref() != Some("Null") {
            return Err(format!("Foo$boxedMember: {:?}", default("Foo$boxedMember")?));
        }
        Ok(())
    });
    cases.run("primitives-in-v2".to_owned(), || {
        let (sources, _) = read(&[folder.join("primitives-in-v2/main.smithy")]);
        let (_, found) = pipeline::model(&sources);
        let is_reported = |name: &str| {
            let id = format!("smithy.example#Bad${name}");
            found.iter().any(|found| {
                found.id == "DefaultTrait" && found.shape.as_ref().is_some_and(|shape| shape.as_str() == id)
            })
        };
        let missing: Vec<&str> = ["boolean", "byte", "short", "integer", "long", "float", "double"]
            .into_iter()
            .filter(|name| !is_reported(name))
            .collect();
        if missing.is_empty() { Ok(()) } else { Err(format!("nothing said of {missing:?}")) }
    });
    cases.compare("loader-upgrade");
}

pub(crate) fn loading_continues_after_an_error(folder: &Path) {
    let mut cases = Cases::default();
    let survivors: [(&str, &[&str]); 5] = [
        ("in-metadata.smithy", &[]),
        ("to-docs.smithy", &["smithy.example#MyInteger"]),
        ("to-dollar.smithy", &["smithy.example#MyInteger"]),
        ("to-identifier.smithy", &["smithy.example#MyString"]),
        ("to-trait.smithy", &["smithy.example#MyString", "smithy.example#MyInteger2"]),
    ];
    for (name, ids) in survivors {
        cases.run(name.to_owned(), || {
            let (sources, _) = read(&[folder.join(name)]);
            let (model, found) = load::assemble(&sources);
            if errors(&found).is_ok() {
                return Err("no error".to_owned());
            }
            for id in ids {
                model.shape_named(id).ok_or(format!("{id} is lost"))?;
            }
            let valid = ["valid1", "valid2", "valid3", "valid4"];
            if name.starts_with("in-metadata") && !valid.iter().all(|key| model.metadata.contains_key(*key)) {
                return Err(format!("metadata: {:?}", model.metadata));
            }
            Ok(())
        });
    }
    cases.compare("loader-error-recovery");
}

/// The built-in definitions equal those of the reference, except for documentation.
pub(crate) fn trait_definitions_match_the_reference(folder: &Path) {
    let builtin = load::assemble(&SourceMap::default()).0;
    let mut cases = Cases::default();
    let all = common::files(folder, &["smithy"]);
    let (sources, _) = read(&all);
    let (theirs, found) = load::assemble(&sources);
    cases.run("loads".to_owned(), || errors(&found));
    for shape in theirs.own_shapes() {
        cases.run(shape.id.to_string(), || {
            let ours = builtin.shape(&shape.id).ok_or("is missing")?;
            if facts(ours) == facts(shape) { Ok(()) } else { Err(format!("{}\n{}", facts(ours), facts(shape))) }
        });
    }
    // Namespaces that the suite lacks are not compared.
    cases.run("nothing else".to_owned(), || {
        let strangers: Vec<&str> = builtin
            .iter()
            .filter(|shape| theirs.shape(&shape.id).is_none_or(Shape::is_builtin))
            .filter(|shape| theirs.own_shapes().any(|other| other.id.namespace() == shape.id.namespace()))
            .map(|shape| shape.id.as_str())
            .collect();
        if strangers.is_empty() { Ok(()) } else { Err(format!("{strangers:?}")) }
    });
    cases.compare("trait-defs");
}

/// A definition without documentation and messages.
fn facts(shape: &Shape) -> String {
    fn traits(traits: &Traits) -> String {
        let mut lines: Vec<String> = traits
            .iter()
            .filter(|(id, _)| !matches!(id.name(), "documentation" | "externalDocumentation"))
            .map(|(id, node)| format!("@{id}({})", value(node)))
            .collect();
        lines.sort();
        lines.join(" ")
    }
    fn value(node: &whitesmith_codegen::model::Node) -> String {
        if let Some(object) = node.as_object() {
            let kept = object.iter().filter(|(key, _)| !matches!(&***key, "message" | "errorMessage"));
            return kept.map(|(key, (_, node))| format!("{key}: {}", value(node))).collect::<Vec<_>>().join(", ");
        }
        match node.as_array() {
            Some(nodes) => format!("[{}]", nodes.iter().map(value).collect::<Vec<_>>().join(", ")),
            None => format!("{node:?}"),
        }
    }
    let members = shape.members.values();
    let members: Vec<String> =
        members.map(|member| format!("{}: {} {}", member.name(), member.target, traits(&member.traits))).collect();
    format!("{:?} {} {:?} {{\n  {}\n}}", shape.kind, traits(&shape.traits), shape.mixins, members.join("\n  "))
}
