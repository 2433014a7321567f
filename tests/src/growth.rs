//! Models of any size, in families, to see how the work to generate their code grows.

use std::fmt::Write as _;
use std::path::PathBuf;

use whitesmith_codegen::config::ServiceConfig;
use whitesmith_codegen::diagnostic::{Diagnostic, Severity};
use whitesmith_codegen::ir::Module;
use whitesmith_codegen::pipeline;
use whitesmith_codegen::source::{SourceMap, Span};

/// A family of models.
#[derive(Clone, Copy, Debug)]
pub struct Family {
    /// The part that grows.
    pub name: &'static str,
    /// A size whose code is generated in about a tenth of a second by an optimized build.
    pub size: usize,
    /// The shapes of a size, with the operations of the service `S`.
    pub shapes: fn(usize) -> String,
}

/// The families.
pub const FAMILIES: [Family; 10] = [
    Family { name: "chain of structures", size: 1_000, shapes: chain },
    Family { name: "dense references", size: 500, shapes: dense },
    Family { name: "chain of resources", size: 1_000, shapes: resources },
    Family { name: "members of one structure", size: 1_000, shapes: wide },
    Family { name: "operations", size: 500, shapes: operations },
    Family { name: "enums", size: 500, shapes: enums },
    Family { name: "chains of mixins with members", size: 100, shapes: mixins },
    Family { name: "chain of mixins", size: 500, shapes: mixin_chain },
    Family { name: "mixins of one structure", size: 500, shapes: mixed },
    Family { name: "applied traits", size: 1_000, shapes: applied },
];

impl Family {
    /// A model of the family.
    pub fn model(&self, size: usize) -> String {
        let shapes = (self.shapes)(size);
        format!("$version: \"2.0\"\nnamespace a.b\nuse aws.protocols#awsJson1_0\n{shapes}")
    }
}

/// Loads and validates a model, and lowers its service `S`.
///
/// # Errors
/// The first error.
pub fn lower(model: String) -> Result<Module, Box<Diagnostic>> {
    let config = ServiceConfig {
        module: "s".to_owned(),
        id: "a.b#S".to_owned(),
        models: vec![PathBuf::from("model.smithy")],
        ..ServiceConfig::default()
    };
    let mut sources = SourceMap::default();
    sources.add("model.smithy", model);
    let (model, found) = pipeline::model(&sources);
    let model = model.ok_or_else(|| first(&found))?;
    let lowered = whitesmith_codegen::lower::lower(&model, &config);
    lowered.map(|(module, _)| module).map_err(|found| first(&found))
}

/// Generates the code of the service `S` of a model.
///
/// # Errors
/// The first error.
pub fn generate(model: String) -> Result<(), Box<Diagnostic>> {
    let module = lower(model)?;
    pipeline::generate_lowered(&module).map(drop).map_err(Box::new)
}

fn first(found: &[Diagnostic]) -> Box<Diagnostic> {
    let error = found.iter().find(|one| one.severity >= Severity::Danger).cloned();
    Box::new(error.unwrap_or_else(|| Diagnostic::error("codegen.Internal", "no code", Span::NONE)))
}

/// A service whose operation has this target as the type of a member.
fn service(target: &str) -> String {
    format!(
        "@awsJson1_0\nservice S {{\n    version: \"1\"\n    operations: [Op]\n}}\noperation Op {{\n    input := {{ a: {target} }}\n}}\n"
    )
}

/// A service, and `count` shapes by their number.
fn many(mut text: String, count: usize, shape: impl Fn(usize) -> String) -> String {
    for at in 0..count {
        let _ = writeln!(text, "{}", shape(at));
    }
    text
}

fn chain(size: usize) -> String {
    many(service("A0"), size, |at| {
        let next = if at + 1 < size { format!("A{}", at + 1) } else { "String".to_owned() };
        format!("structure A{at} {{\n    a: String\n    b: {next}\n}}")
    })
}

fn dense(size: usize) -> String {
    many(service("A0"), size, |at| {
        let member = |step: usize| format!("    m{step}: A{}\n", (at * 7 + step * step + 1) % size);
        format!("structure A{at} {{\n{}}}", (0..8).map(member).collect::<String>())
    })
}

fn resources(size: usize) -> String {
    let start = "@awsJson1_0\nservice S {\n    version: \"1\"\n    resources: [R0]\n}\n".to_owned();
    many(start, size, |at| {
        let below = if at + 1 < size { format!("    resources: [R{}]\n", at + 1) } else { String::new() };
        format!(
            "resource R{at} {{\n    operations: [O{at}]\n{below}}}\noperation O{at} {{\n    input := {{ a: String }}\n}}"
        )
    })
}

fn wide(size: usize) -> String {
    let members = many(String::new(), size, |at| format!("    m{at}: String"));
    format!("{}structure A {{\n{members}}}\n", service("A"))
}

fn operations(size: usize) -> String {
    let names = many(String::new(), size, |at| format!("O{at}"));
    let start = format!("@awsJson1_0\nservice S {{\n    version: \"1\"\n    operations: [{names} ]\n}}\n");
    many(start, size, |at| {
        format!("operation O{at} {{\n    input := {{ a: String }}\n    output := {{ b: String }}\n}}")
    })
}

fn enums(size: usize) -> String {
    let members = many(String::new(), size, |at| format!("    m{at}: E{at}"));
    let start = format!("{}structure A {{\n{members}}}\n", service("A"));
    many(start, size, |at| format!("enum E{at} {{\n    ONE = \"one\"\n    TWO = \"two\"\n    THREE = \"three\"\n}}"))
}

/// Each mixin adds a member to those of the one before. A single chain has n² members, which the model contains, so
/// chains of ten keep the model linear.
fn mixins(size: usize) -> String {
    let names = many(String::new(), size, |at| format!("    m{at}: A{at}"));
    let start = format!("{}structure A {{\n{names}}}\n", service("A"));
    many(start, size, |at| {
        let before = if at % 10 == 0 { String::new() } else { format!("with [M{}] ", at - 1) };
        format!("@mixin\nstructure M{at} {before}{{\n    a{at}: String\n}}\nstructure A{at} with [M{at}] {{}}")
    })
}

/// One chain. Only the first mixin has a member.
fn mixin_chain(size: usize) -> String {
    let start = format!("{}structure A with [M{}] {{}}\n", service("A"), size - 1);
    many(start, size, |at| {
        if at == 0 {
            return "@mixin\nstructure M0 {\n    a: String\n}".to_owned();
        }
        format!("@mixin\nstructure M{at} with [M{}] {{}}", at - 1)
    })
}

fn mixed(size: usize) -> String {
    let mixins = many(String::new(), size, |at| format!("M{at}"));
    let start = format!("{}structure A with [{mixins}] {{}}\n", service("A"));
    many(start, size, |at| format!("@mixin\nstructure M{at} {{\n    a{at}: String\n}}"))
}

fn applied(size: usize) -> String {
    many(chain(size), size, |at| {
        format!("apply A{at} @documentation(\"Number {at}\")\napply A{at}$a @length(min: 1, max: {})", at + 1)
    })
}
