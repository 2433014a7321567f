//! The package that generated code is written to: its manifest, and its place in a workspace.

mod array;
mod features;
mod needed;
mod workspace;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use toml_edit::DocumentMut;
use whitesmith_codegen::config::{Config, ServiceConfig, Sides, is_rust_identifier};
use whitesmith_codegen::diagnostic::{Diagnostic, ErrorFacts, Message, Note};
use whitesmith_codegen::emit::{Part, RuntimeFeature};
use whitesmith_codegen::runtime::PACKAGE;
use whitesmith_codegen::source::{SourceMap, Span};
use whitesmith_codegen::{format, output};

pub(super) use features::Feature;
pub(super) use needed::Needed;
pub(super) use workspace::namesake;
pub use workspace::{Join, Membership};

use super::facts::{CommandFacts, CommandHelp};
use super::runtime::{Dependency, Error, Manifest, ManifestError};
use super::{Reporter, Selection, error_chain};

/// Error that prevents the manifest of the package from being written.
#[derive(Debug)]
pub(super) struct Problem {
    id: &'static str,
    message: Message,
    help: Note,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// An option is missing.
    Usage,
    /// An option or a file has an invalid value.
    Finding,
    /// The manifest of the package, which the message names, cannot be used.
    Manifest,
    /// The folder of the package cannot be used.
    Folder,
}

/// Locations of settings.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Places {
    /// The source of the runtime, or where it would be set.
    pub(super) runtime: Span,
    /// The folder of the package.
    pub(super) package: Span,
}

impl Problem {
    fn new(path: &Path, error: &dyn std::error::Error, action: &'static str) -> Self {
        let facts = CommandFacts::Manifest { action, path: path.display().to_string(), cause: error_chain(error) };
        Self {
            id: "codegen.Runtime",
            message: facts.into(),
            help: "correct the manifest, or remove it to get a new one".into(),
            kind: Kind::Manifest,
        }
    }

    /// Prints it, with the place of the setting.
    pub(super) fn report(self, places: Places, sources: &SourceMap, reporter: &mut Reporter) {
        let place = match self.kind {
            Kind::Manifest => Span::NONE,
            Kind::Folder => places.package,
            Kind::Usage | Kind::Finding => places.runtime,
        };
        let mut diagnostic = Diagnostic::error(self.id, self.message, place);
        if !self.help.is_empty() {
            diagnostic = diagnostic.with_help(self.help);
        }
        match self.kind {
            Kind::Usage => reporter.report_usage(diagnostic),
            Kind::Finding | Kind::Manifest | Kind::Folder => reporter.report(&[diagnostic], sources),
        }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let kind = if matches!(error, Error::NotChosen) { Kind::Usage } else { Kind::Finding };
        Self { id: "codegen.Runtime", message: ErrorFacts::of(&error).into(), help: error.help().into(), kind }
    }
}

impl From<format::Error> for Problem {
    fn from(error: format::Error) -> Self {
        Self { id: "codegen.Internal", message: ErrorFacts::of(&error).into(), help: "".into(), kind: Kind::Finding }
    }
}

/// Changes to the package.
#[derive(Debug)]
pub(super) struct Package {
    /// The text of its manifest.
    pub(super) manifest: String,
    /// The change of the workspace around it.
    pub(super) join: Option<Join>,
    /// Further changes, one line each.
    pub(super) notes: Vec<String>,
}

/// Creates or completes the manifest of the configured package.
pub(super) fn configured(config: &Config, runtime: &Selection, needed: &Needed) -> Result<Package, Problem> {
    let folder = &config.package;
    let mut features = features_of(&config.services, needed);
    let needed = needed.runtime.as_slice();
    let Some(old) = read(folder)? else { return created(folder, &features, runtime, needed) };
    let shown = folder.join("Cargo.toml").display().to_string();
    let mut notes = Vec::new();
    let manifest = with_runtime(folder, old.clone(), runtime)?;
    if manifest != old {
        notes.push(format!("{shown}: set the dependency {PACKAGE}"));
    }
    let problem = |error: ManifestError| Problem::new(&folder.join("Cargo.toml"), &error, "complete");
    let mut document: DocumentMut = manifest.parse().map_err(|error| problem(ManifestError::Syntax(error)))?;
    // This is probably the first run.
    let library = fs::read_to_string(folder.join("src/lib.rs"));
    let is_untouched = library.map_or(true, |text| output::is_template(&text));
    let is_first = is_untouched && features::has_none(&document, &features);
    if !is_first {
        features.retain(Feature::is_default);
    }
    let named: Vec<&str> = config.services.iter().map(|service| service.module.as_str()).collect();
    let generated = output::modules(&folder.join("src"), &named);
    let (current, gone) = generated.split_at_checked(named.len()).unwrap_or((generated.as_slice(), &[]));
    let removed = features::remove(&mut document, current, gone);
    if !removed.is_empty() {
        notes.push(format!("{shown}: removed the {}", feature_list(&removed)));
    }
    let added = features::add(&mut document, &features).map_err(problem)?;
    if !added.is_empty() {
        notes.push(format!("{shown}: added the {}", feature_list(&added)));
    }
    for (module, other) in features::link(&mut document, &features).map_err(problem)? {
        notes.push(format!("{shown}: added {other} to the feature {module}"));
    }
    let added_to_runtime = features::enable(&mut document, needed).map_err(problem)?;
    if !added_to_runtime.is_empty() {
        notes.push(format!("{shown}: added the {} of {PACKAGE}", feature_list(&added_to_runtime)));
    }
    if is_first && turn_off_doctests(&mut document) {
        notes.push(format!("{shown}: turned off doc tests, since documentation comes from the models"));
    }
    let manifest = match notes.as_slice() {
        [] => old,
        _ => with_line_ends(&document, &old),
    };
    Ok(Package { manifest, join: None, notes })
}

/// Name by which Rust code imports the configured package: from its manifest, or else that of its folder.
pub(super) fn library_name(config: &Config) -> String {
    let manifest: Option<DocumentMut> =
        fs::read_to_string(config.package.join("Cargo.toml")).ok().and_then(|text| text.parse().ok());
    let text = |table: &str| Some(manifest.as_ref()?.get(table)?.get("name")?.as_str()?.to_owned());
    let folder = || config.package.file_name().map(|name| name.to_string_lossy().into_owned());
    text("lib").or_else(|| text("package")).or_else(folder).unwrap_or_default().replace('-', "_")
}

/// A new package, named like its folder.
fn created(
    folder: &Path,
    features: &[Feature],
    runtime: &Selection,
    needed: &[RuntimeFeature],
) -> Result<Package, Problem> {
    let place = super::runtime::resolve(folder)?;
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if !is_crate_name(&name) {
        let message = CommandFacts::NotACrateFolder { name }.into();
        let help = CommandHelp::CrateFolder {}.into();
        return Err(Problem { id: "codegen.Config", message, help, kind: Kind::Folder });
    }
    let membership = Membership::of(folder)?;
    let taken = namesake(folder, &membership, &[&name])?;
    if let Some((path, name)) = taken {
        let message = CommandFacts::NameOfPackage { name, path: path.display().to_string() }.into();
        let help = "rename its folder, or create the package with `cargo new --lib --name`".into();
        return Err(Problem { id: "codegen.Config", message, help, kind: Kind::Folder });
    }
    let manifest = manifest(&name, features, (&runtime.resolve(folder)?, needed), &membership);
    let mut notes = vec![format!("{}: created", folder.join("Cargo.toml").display())];
    let join = match membership {
        Membership::Joins(join) => {
            notes.push(format!("{}: added the member {}", join.manifest.display(), join.member));
            Some(join)
        }
        Membership::Member | Membership::Apart => None,
    };
    Ok(Package { manifest, join, notes })
}

/// The features that the modules of services need.
pub(super) fn features_of(services: &[ServiceConfig], needed: &Needed) -> Vec<Feature> {
    let sides = services.iter().fold(Sides::Types, |all, service| all.and(service.sides));
    let mut features = features_of_sides(sides, &needed.runtime);
    let named = |module: &&String| services.iter().any(|service| service.module == **module);
    features.extend(services.iter().map(|service| {
        let others = needed.modules.get(&service.module).into_iter().flatten();
        Feature::of_module(&service.module, others.filter(named).cloned().collect())
    }));
    features
}

/// The features of the runtime that generated code of these sides has. `needed` are others that these turn on.
pub(super) fn features_of_sides(sides: Sides, needed: &[RuntimeFeature]) -> Vec<Feature> {
    let mut features = Vec::new();
    if sides.has_client() {
        features.push(Feature::of_side(Part::Client, needed));
    }
    if sides.has_server() {
        features.push(Feature::of_side(Part::Server, needed));
    }
    features.push(Feature::off("serde"));
    if sides != Sides::Types {
        features.push(Feature::off("fs"));
        features.push(Feature::off("http2"));
    }
    features
}

/// The text of a new manifest, with the runtime and the features that types need of it.
pub(super) fn manifest(
    name: &str,
    features: &[Feature],
    (runtime, needed): (&Dependency, &[RuntimeFeature]),
    membership: &Membership,
) -> String {
    let of_types = needed.iter().filter(|feature| feature.part == Part::Types);
    let of_types: Vec<&str> = of_types.map(|feature| feature.name).collect();
    let needed = match of_types.as_slice() {
        [] => String::new(),
        names => format!(", features = [\"{}\"]", names.join("\", \"")),
    };
    let workspace = match membership {
        Membership::Apart => "\n# Remove this line to make the crate a member of another workspace.\n[workspace]\n",
        Membership::Member | Membership::Joins(_) => "",
    };
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\nrust-version = \"1.88\"\n\n\
         # Code blocks in the documentation come from the model and may not compile.\n[lib]\ndoctest = false\n\n\
         [features]\n{}\n\
         [dependencies]\nwhitesmith-runtime = {{ {runtime}, default-features = false{needed} }}\n{workspace}",
        features::table(features)
    )
}

/// The rule of [`is_crate_name`], for messages.
pub(super) const CRATE_NAMES: &str = "use lowercase letters, digits, `-` and `_`, starting with a letter; keywords of Rust and names such as `test` are \
     reserved";

/// Whether the name follows Cargo's rules for package names and is lowercase.
pub(super) fn is_crate_name(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
    let reserved = ["std", "core", "alloc", "test", "proc-macro", "proc_macro", "whitesmith-runtime"];
    let is_plain = name.bytes().all(plain) && !name.starts_with('-');
    is_plain && !reserved.contains(&name) && is_rust_identifier(&name.replace('-', "_"))
}

/// The text of a document, with the line ends that it had.
fn with_line_ends(document: &DocumentMut, old: &str) -> String {
    let text = document.to_string();
    if old.contains("\r\n") { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text }
}

/// `feature a`, or `features a, b`.
fn feature_list<S: AsRef<str>>(features: &[S]) -> String {
    let names: Vec<&str> = features.iter().map(AsRef::as_ref).collect();
    format!("feature{} {}", if names.len() == 1 { "" } else { "s" }, names.join(", "))
}

/// Turns doc tests off, unless the manifest configures them. Returns whether it has changed.
fn turn_off_doctests(document: &mut DocumentMut) -> bool {
    let library = document.entry("lib").or_insert_with(|| toml_edit::Item::Table(toml_edit::Table::new()));
    let Some(library) = library.as_table_like_mut().filter(|library| !library.contains_key("doctest")) else {
        return false;
    };
    library.insert("doctest", false.into());
    true
}

/// The text of the manifest in a folder. `None` if there is none.
fn read(folder: &Path) -> Result<Option<String>, Problem> {
    let path = folder.join("Cargo.toml");
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text)),
        // Errors about the folder itself are reported when files are written.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Problem::new(&path, &error, "read")),
    }
}

/// The manifest in `folder` with the chosen runtime, or a new one. Without a choice, an existing dependency on the
/// runtime is kept.
pub(super) fn separate(
    folder: &Path,
    runtime: &Selection,
    needed: &[RuntimeFeature],
    new: impl FnOnce(&Dependency) -> String,
) -> Result<String, Problem> {
    match read(folder)? {
        Some(text) => {
            let text = with_runtime(folder, text, runtime)?;
            let problem = |error: ManifestError| Problem::new(&folder.join("Cargo.toml"), &error, "complete");
            let mut document: DocumentMut = text.parse().map_err(|error| problem(ManifestError::Syntax(error)))?;
            let added = features::enable(&mut document, needed).map_err(problem)?;
            Ok(if added.is_empty() { text } else { with_line_ends(&document, &text) })
        }
        None => Ok(new(&runtime.resolve(folder)?)),
    }
}

fn with_runtime(folder: &Path, text: String, runtime: &Selection) -> Result<String, Problem> {
    let path = folder.join("Cargo.toml");
    let manifest = Manifest::parse(text.clone()).map_err(|error| Problem::new(&path, &error, "read"))?;
    if runtime.choice.is_none() && manifest.has_runtime() {
        return Ok(text);
    }
    let dependency = runtime.resolve(folder)?;
    manifest.with_runtime(&dependency).map_err(|error| {
        let kept = "to keep it, do not choose a runtime";
        let problem = Problem::new(&path, &error, "set the runtime in");
        if matches!(error, ManifestError::Inherited) {
            Problem { help: kept.into(), kind: Kind::Finding, ..problem }
        } else {
            problem
        }
    })
}
