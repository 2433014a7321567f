//! IDL 2.0 (spec: "Smithy IDL").

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{Export, UNIT, quoted};
use crate::model::{
    Body, Member, Node, Object, Shape, ShapeId, ShapeType, Trait, Traits, Value, is_identifier, prelude,
};
use crate::source::SourceMap;
use crate::syntax::idl::fmt::format;
use crate::traits::{DefaultValue, Documentation, EnumValue};

const DOCUMENTATION: &str = Documentation::ID;

/// One file for each namespace: the namespace and the text. Metadata is in the first file, or in a file `metadata` if
/// there is no other.
///
/// ```
/// use whitesmith_codegen::{export, load, source::SourceMap};
///
/// let mut sources = SourceMap::default();
/// let text = r#"{"smithy": "2.0", "shapes": {"example#City": {"type": "string"}}}"#;
/// sources.add("city.json", text.to_owned());
/// let (merged, _) = load::merge_sources(&sources);
/// let export = export::Export { model: &merged.model, applies: &merged.applies, flatten: false };
/// let files = export::idl(export);
/// assert!(files[0].1.ends_with("namespace example\n\nstring City\n"));
/// ```
pub fn idl(export: Export<'_>) -> Vec<(String, String)> {
    let mut namespaces: BTreeMap<&str, Vec<&Shape>> = BTreeMap::new();
    for shape in export.shapes() {
        namespaces.entry(shape.id.namespace()).or_default().push(shape);
    }
    for (target, ..) in export.applies {
        namespaces.entry(target.namespace()).or_default();
    }
    let mut files = Vec::new();
    for (namespace, shapes) in namespaces {
        let mut writer = Writer::new(export, namespace, &shapes);
        for shape in shapes {
            writer.shape(shape);
        }
        for (target, _, traits) in export.applies.iter().filter(|(target, ..)| target.namespace() == namespace) {
            writer.apply(target, traits);
        }
        let metadata = if files.is_empty() { metadata(export) } else { String::new() };
        files.push((namespace.to_owned(), formatted(format!("$version: \"2.0\"\n{metadata}{}", writer.finish()))));
    }
    let metadata = metadata(export);
    if files.is_empty() && !metadata.is_empty() {
        files.push(("metadata".to_owned(), formatted(format!("$version: \"2.0\"\n{metadata}"))));
    }
    files
}

/// The text in the style of `fmt`.
fn formatted(text: String) -> String {
    let mut sources = SourceMap::default();
    let source = sources.add("model.smithy", text.clone());
    format(source, &text).unwrap_or(text)
}

/// Whether a documentation comment can have the text. `fmt` removes white space at the end of its lines.
fn is_comment(text: &str) -> bool {
    !text.contains(|character: char| character.is_control() && !matches!(character, '\n' | '\t'))
        && text.split('\n').all(|line| line == line.trim_end())
}

fn metadata(export: Export<'_>) -> String {
    let mut out = String::new();
    for (key, node) in &export.model.metadata {
        out.push_str("\nmetadata ");
        out.push_str(&key_text(key));
        out.push_str(" = ");
        write_node(&mut out, node, 0);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

struct Writer<'m> {
    export: Export<'m>,
    namespace: &'m str,
    /// Shape names of this namespace.
    own: BTreeSet<&'m str>,
    /// Names of other namespaces that are imported, with their IDs.
    uses: BTreeMap<&'m str, &'m ShapeId>,
    body: String,
}

impl<'m> Writer<'m> {
    fn new(export: Export<'m>, namespace: &'m str, shapes: &[&'m Shape]) -> Self {
        let own = shapes.iter().map(|shape| shape.id.name()).collect();
        let mut writer = Self { export, namespace, own, uses: BTreeMap::new(), body: String::new() };
        for shape in shapes {
            writer.imports(shape);
        }
        writer
    }

    fn finish(self) -> String {
        let mut out = format!("\nnamespace {}\n", self.namespace);
        let mut ids: Vec<_> = self.uses.values().collect();
        ids.sort();
        for (index, id) in ids.into_iter().enumerate() {
            if index == 0 {
                out.push('\n');
            }
            let _ = writeln!(out, "use {}#{}", id.namespace(), id.name());
        }
        out.push_str(&self.body);
        out
    }

    // Names

    fn imports(&mut self, shape: &'m Shape) {
        self.import_all(shape.traits.keys().chain(&shape.mixins));
        for member in shape.members.values() {
            self.import_all(member.traits.keys().chain([&member.target]));
        }
        match &shape.body {
            Body::None => {}
            Body::Operation(operation) => {
                self.import_all(operation.errors.iter().chain([&operation.input, &operation.output]));
            }
            Body::Service(service) => {
                self.import_all(service.operations.iter().chain(&service.resources).chain(&service.errors));
            }
            Body::Resource(resource) => {
                self.import_all(resource.identifiers.values().chain(resource.properties.values()));
                self.import_all(resource.lifecycle().into_iter().filter_map(|(_, id)| id));
                self.import_all(resource.operations.iter().chain(&resource.collection_operations));
                self.import_all(resource.resources.iter());
            }
        }
    }

    fn import_all(&mut self, ids: impl Iterator<Item = &'m ShapeId>) {
        for id in ids {
            let (namespace, name) = (id.namespace(), id.name());
            let in_prelude = self.export.model.shape_named(&prelude::absolute(name)).is_some();
            let is_free = namespace != self.namespace
                && namespace != prelude::NAMESPACE
                && !self.own.contains(name)
                && !in_prelude;
            if is_free {
                self.uses.entry(name).or_insert(id);
            }
        }
    }

    /// The shortest unambiguous name of a shape in this file.
    fn name(&self, id: &ShapeId) -> String {
        let (namespace, name) = (id.namespace(), id.name());
        let member = id.member().map(|member| format!("${member}")).unwrap_or_default();
        let used = self.uses.get(name).is_some_and(|used| used.namespace() == namespace);
        let is_short = namespace == self.namespace
            || used
            || (namespace == prelude::NAMESPACE && !self.own.contains(name) && !self.uses.contains_key(name));
        if is_short { format!("{name}{member}") } else { id.to_string() }
    }

    fn names(&self, ids: &[ShapeId]) -> String {
        ids.iter().map(|id| self.name(id)).collect::<Vec<_>>().join(", ")
    }

    // Traits

    fn traits(&mut self, traits: &Traits, written: Option<&str>, depth: usize) {
        let mut sorted: Vec<_> = traits.iter().collect();
        sorted.sort_by_key(|(id, _)| (id.as_str() != DOCUMENTATION, *id));
        for (id, node) in sorted {
            if written == Some(id.as_str()) {
                continue;
            }
            if id.as_str() == DOCUMENTATION
                && let Some(text) = node.as_str()
                && is_comment(text)
            {
                for line in text.split('\n') {
                    indent(&mut self.body, depth);
                    self.body.push_str("///");
                    if !line.is_empty() {
                        self.body.push(' ');
                    }
                    self.body.push_str(line);
                    self.body.push('\n');
                }
                continue;
            }
            indent(&mut self.body, depth);
            self.trait_use(id, node, depth);
            self.body.push('\n');
        }
    }

    fn trait_use(&mut self, id: &ShapeId, node: &Node, depth: usize) {
        self.body.push('@');
        let name = self.name(id);
        self.body.push_str(&name);
        match &node.value {
            // Without a value, the definition of the trait determines the value of an annotation.
            Value::Object(object) if object.is_empty() && self.is_annotation(id) => {}
            Value::Object(object) if !object.is_empty() => {
                self.body.push('(');
                entries(&mut self.body, object, depth);
                self.body.push(')');
            }
            _ => {
                self.body.push('(');
                write_node(&mut self.body, node, depth);
                self.body.push(')');
            }
        }
    }

    fn is_annotation(&self, id: &ShapeId) -> bool {
        self.export.model.shape(id).is_some_and(|shape| shape.kind == ShapeType::Structure)
    }

    fn apply(&mut self, target: &ShapeId, traits: &Traits) {
        for (id, node) in traits {
            let _ = write!(self.body, "\napply {} ", self.name(target));
            self.trait_use(id, node, 0);
            self.body.push('\n');
        }
    }

    // Shapes

    fn shape(&mut self, shape: &'m Shape) {
        self.body.push('\n');
        self.traits(&shape.traits, None, 0);
        let _ = write!(self.body, "{} {}", shape.kind.name(), shape.id.name());
        let mixins = self.export.mixins(&shape.mixins);
        if !mixins.is_empty() {
            let _ = write!(self.body, " with [{}]", self.names(mixins));
        }
        match &shape.body {
            Body::None => self.members(shape),
            Body::Service(service) => {
                let version = (!service.version.is_empty()).then(|| quoted(&service.version));
                let mut lines: Vec<String> = version.map(|version| format!("version: {version}")).into_iter().collect();
                lines.extend(self.list("operations", &service.operations));
                lines.extend(self.list("resources", &service.resources));
                lines.extend(self.list("errors", &service.errors));
                let rename =
                    service.rename.iter().map(|(id, name)| format!("{}: {}", quoted(id.as_str()), quoted(name)));
                lines.extend(block("rename", rename));
                self.properties(&lines);
            }
            Body::Resource(resource) => {
                let mut lines = Vec::new();
                for (key, targets) in [("identifiers", &resource.identifiers), ("properties", &resource.properties)] {
                    lines.extend(block(key, targets.iter().map(|(name, id)| format!("{name}: {}", self.name(id)))));
                }
                let lifecycle = resource.lifecycle().into_iter();
                lines.extend(lifecycle.filter_map(|(key, id)| Some(format!("{key}: {}", self.name(id?)))));
                lines.extend(self.list("operations", &resource.operations));
                lines.extend(self.list("collectionOperations", &resource.collection_operations));
                lines.extend(self.list("resources", &resource.resources));
                self.properties(&lines);
            }
            Body::Operation(operation) => {
                let io = [("input", &operation.input), ("output", &operation.output)].into_iter();
                let io = io.filter(|(_, id)| id.as_str() != UNIT);
                let mut lines: Vec<String> = io.map(|(key, id)| format!("{key}: {}", self.name(id))).collect();
                lines.extend(self.list("errors", &operation.errors));
                self.properties(&lines);
            }
        }
    }

    fn list(&self, key: &str, ids: &[ShapeId]) -> Option<String> {
        let ids = ids.iter().map(|id| self.name(id));
        let lines: Vec<String> = ids.map(|id| format!("        {id}\n")).collect();
        (!lines.is_empty()).then(|| format!("{key}: [\n{}    ]", lines.concat()))
    }

    fn properties(&mut self, lines: &[String]) {
        if lines.is_empty() {
            self.body.push_str(" {}\n");
            return;
        }
        self.body.push_str(" {\n");
        for line in lines {
            let _ = writeln!(self.body, "    {line}");
        }
        self.body.push_str("}\n");
    }

    fn members(&mut self, shape: &'m Shape) {
        use ShapeType as T;
        let is_enum = matches!(shape.kind, T::Enum | T::IntEnum);
        let has_members = is_enum || matches!(shape.kind, T::Structure | T::Union | T::List | T::Map);
        if !has_members {
            self.body.push('\n');
            return;
        }
        if shape.members.is_empty() {
            self.body.push_str(" {}\n");
            return;
        }
        self.body.push_str(" {\n");
        // The trait whose value is written after `=`.
        let assigned = if is_enum { EnumValue::ID } else { DefaultValue::ID };
        let mut after_traits = false;
        for (index, member) in shape.members.values().enumerate() {
            // Members with lines of traits are separated by blank lines.
            let has_traits = member.traits.keys().any(|id| id.as_str() != assigned);
            if index > 0 && (has_traits || after_traits) {
                self.body.push('\n');
            }
            after_traits = has_traits;
            self.member(member, assigned);
        }
        self.body.push_str("}\n");
    }

    /// Writes a member. Those of enums, whose assigned trait is `@enumValue`, have no target.
    fn member(&mut self, member: &'m Member, assigned: &'static str) {
        self.traits(&member.traits, Some(assigned), 1);
        indent(&mut self.body, 1);
        self.body.push_str(member.name());
        if assigned != EnumValue::ID {
            let _ = write!(self.body, ": {}", self.name(&member.target));
        }
        if let Some(value) = member.trait_value(assigned) {
            self.body.push_str(" = ");
            write_node(&mut self.body, value, 1);
        }
        self.body.push('\n');
    }
}

fn block(key: &str, lines: impl Iterator<Item = String>) -> Option<String> {
    let lines: Vec<String> = lines.map(|line| format!("        {line}\n")).collect();
    (!lines.is_empty()).then(|| format!("{key}: {{\n{}    }}", lines.concat()))
}

// Nodes

fn indent(out: &mut String, depth: usize) {
    out.extend(std::iter::repeat_n("    ", depth));
}

fn write_node(out: &mut String, node: &Node, depth: usize) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) => out.push_str(number.as_str()),
        Value::String(text) => out.push_str(&quoted(text)),
        Value::Array(nodes) if nodes.is_empty() => out.push_str("[]"),
        Value::Object(object) if object.is_empty() => out.push_str("{}"),
        Value::Array(nodes) => {
            out.push_str("[\n");
            for node in nodes {
                indent(out, depth + 1);
                write_node(out, node, depth + 1);
                out.push('\n');
            }
            indent(out, depth);
            out.push(']');
        }
        Value::Object(object) => {
            out.push_str("{\n");
            for (key, (_, node)) in object {
                indent(out, depth + 1);
                let _ = write!(out, "{}: ", key_text(key));
                write_node(out, node, depth + 1);
                out.push('\n');
            }
            indent(out, depth);
            out.push('}');
        }
    }
}

/// The members of a trait's value, on one line.
fn entries(out: &mut String, object: &Object, depth: usize) {
    for (index, (key, (_, node))) in object.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        let _ = write!(out, "{}: ", key_text(key));
        write_node(out, node, depth);
    }
}

fn key_text(key: &str) -> String {
    if is_identifier(key) { key.to_owned() } else { quoted(key) }
}

#[cfg(test)]
mod tests {
    use crate::export::Export;
    use crate::load;
    use crate::source::SourceMap;

    #[test]
    fn documentation_with_blanks_at_the_end_of_a_line_is_read_back_as_it_was() {
        let loaded = |text: &str| {
            let mut sources = SourceMap::default();
            sources.add("a.smithy", text.to_owned());
            load::merge_sources(&sources).0
        };
        let merged = loaded("$version: \"2.0\"\nnamespace a\n@documentation(\"a  \\nb\")\nstring S\n");
        let export = Export { model: &merged.model, applies: &merged.applies, flatten: false };
        let (_, text) = super::idl(export).remove(0);
        assert!(text.contains("@documentation(") && !text.contains("///"), "{text}");
        let again = loaded(&text);
        let again = Export { model: &again.model, applies: &again.applies, flatten: false };
        assert_eq!(crate::export::json(again), crate::export::json(export));
    }

    #[test]
    fn metadata_alone_is_a_file_too() {
        let mut sources = SourceMap::default();
        sources.add("a.smithy", "$version: \"2.0\"\nmetadata a = 1\n".to_owned());
        let (merged, _) = load::merge_sources(&sources);
        let files = super::idl(Export { model: &merged.model, applies: &merged.applies, flatten: false });
        let wanted = ("metadata".to_owned(), "$version: \"2.0\"\n\nmetadata a = 1\n".to_owned());
        assert_eq!(files, [wanted]);
    }
}
