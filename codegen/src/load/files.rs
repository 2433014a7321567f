//! Finding and reading model files.

use std::fs;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

#[cfg(feature = "archives")]
use super::archive;
use super::json_ast::mentions_version;
use super::smithy_build::{self, Locked, Projection};
use crate::diagnostic::{Diagnostic, FileFacts, Severity};
use crate::hash::HashSet;
use crate::parallel::{self, Stack};
use crate::source::{Role, SourceFile, SourceMap, Span};

/// Reads files, and all `.smithy` and `.json` files below folders, in an order that is independent of the file system.
/// Folders in them that are hidden, or that Cargo writes to, are ignored. A JAR or ZIP file provides the models of its
/// manifest, a `smithy-build.json` its models and dependencies. Each file is read once. JSON files in folders that are
/// not models are ignored, because other tools have their configuration there. Files that cannot be read are
/// diagnostics.
pub fn read_sources(paths: &[PathBuf], sources: &mut SourceMap) -> Vec<Diagnostic> {
    read_projected(paths, &Projection::default(), sources)
}

/// Like [`read_sources`], for a projection of the `smithy-build.json`. Its transforms become part of the sources.
pub fn read_projected(paths: &[PathBuf], projection: &Projection, sources: &mut SourceMap) -> Vec<Diagnostic> {
    read_placed(paths, Span::NONE, projection, sources)
}

/// Like [`read_projected`]. Diagnostics about the paths are at `place`, which names them.
pub fn read_placed(
    paths: &[PathBuf],
    place: Span,
    projection: &Projection,
    sources: &mut SourceMap,
) -> Vec<Diagnostic> {
    read_watched(paths.iter().map(|path| (&**path, place)), projection, sources).0
}

/// Reads paths, each with its place, like [`read_placed`]. Returns the inputs that the result depends on, too.
pub(crate) fn read_watched<'p>(
    paths: impl IntoIterator<Item = (&'p Path, Span)>,
    projection: &Projection,
    sources: &mut SourceMap,
) -> (Vec<Diagnostic>, Watched) {
    let mut reader = Reader {
        sources,
        projection,
        projections: Vec::new(),
        seen: HashSet::default(),
        open: Vec::new(),
        watched: Watched::default(),
        diagnostics: Vec::new(),
    };
    for (path, place) in paths {
        reader.path(path, place);
    }
    // A file that could not be read may have the projection.
    if reader.diagnostics.is_empty() {
        reader.diagnostics.extend(projection.check(&reader.projections));
    }
    (reader.diagnostics, reader.watched)
}

/// Inputs of models, which may change the models when they change.
#[derive(Debug, Default)]
pub(crate) struct Watched {
    /// Files, archives and folders.
    pub(crate) paths: Vec<PathBuf>,
    /// Environment variables.
    pub(crate) variables: Vec<String>,
}

struct Reader<'s> {
    sources: &'s mut SourceMap,
    projection: &'s Projection,
    /// The projections of all files that were read.
    projections: Vec<String>,
    /// Files that were read, by canonical path.
    seen: HashSet<PathBuf>,
    /// The `smithy-build.json` that are being read, by canonical path.
    open: Vec<PathBuf>,
    watched: Watched,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Reads a path from the user, or from a file at `span`.
    fn path(&mut self, path: &Path, span: Span) {
        if path.is_dir() {
            self.folder(path, span);
        } else if smithy_build::is_smithy_build(path) {
            self.project(path, span);
        } else if is_archive(path) {
            self.archive(path, Named::Explicitly, None, span);
        } else {
            self.file(path, Role::Model, span);
        }
    }

    /// Reads the models and dependencies of a `smithy-build.json`.
    fn project(&mut self, path: &Path, span: Span) {
        let canonical = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if self.open.contains(&canonical) {
            return self.diagnostics.push(smithy_build::cycle(path, span));
        }
        if !self.seen.insert(canonical.clone()) {
            return;
        }
        self.watched.paths.push(path.to_owned());
        match smithy_build::read(path, self.projection, self.sources, &mut self.watched.variables) {
            Ok(contents) => {
                self.watched.paths.extend(contents.lock);
                self.projections.extend(contents.projections);
                self.sources.transform(contents.transforms);
                self.sources.warn(contents.warnings);
                self.open.push(canonical);
                for (model, span) in &contents.models {
                    self.path(model, *span);
                }
                for dependency in contents.dependencies {
                    self.archive(&dependency.path, Named::AsDependency, dependency.lock, dependency.place);
                }
                self.open.pop();
            }
            Err(errors) => self.diagnostics.extend(errors),
        }
    }

    #[cfg(feature = "archives")]
    fn archive(&mut self, path: &Path, named: Named, lock: Option<Locked>, place: Span) {
        if fs::canonicalize(path).is_ok_and(|path| !self.seen.insert(path)) {
            return;
        }
        self.watched.paths.push(path.to_owned());
        let bytes = fs::read(path).map_err(archive::Error::from);
        if let (Ok(bytes), Some(lock)) = (&bytes, lock)
            && let Err(mismatch) = lock.check(bytes)
        {
            return self.diagnostics.push(mismatch);
        }
        let models = bytes.and_then(|bytes| archive::models(&bytes));
        match models {
            Ok(files) => {
                for file in files {
                    // The path of the archive and the path in it, as in Java.
                    let shown = PathBuf::from(format!("{}!/{}", path.display(), file.path));
                    let added = add_source(&shown, file.bytes, Role::Model, self.sources);
                    if let Err(problem) = added {
                        self.report(problem, place);
                    }
                }
            }
            // A library without models.
            Err(archive::Error::NoManifest) if named == Named::AsDependency => {}
            Err(error) => {
                let help = match error {
                    archive::Error::NoManifest => "archives of models list them in `META-INF/smithy/manifest`",
                    _ => "get the archive again, or pass a folder with its `.smithy` and `.json` files",
                };
                let cause = std::error::Error::source(&error).map(|cause| format!(": {cause}")).unwrap_or_default();
                let facts = FileFacts::UnreadArchive { path: shown(path), problem: format!("{error}{cause}") };
                self.report(fault(facts).with_help(help), place);
            }
        }
    }

    #[cfg(not(feature = "archives"))]
    fn archive(&mut self, path: &Path, _: Named, _: Option<Locked>, place: Span) {
        let help = "enable the feature `archives` of `whitesmith-codegen`, or extract the archive";
        self.report(fault(FileFacts::ArchiveWithoutFeature { path: shown(path) }).with_help(help), place);
    }

    /// Reports an error about a path that `place` names.
    fn report(&mut self, problem: Diagnostic, place: Span) {
        self.diagnostics.push(problem.with_label(place, ""));
    }

    fn folder(&mut self, path: &Path, place: Span) {
        self.watched.paths.push(path.to_owned());
        let mut found = false;
        let mut unread = Vec::new();
        // A loop of symbolic links ends the walk with an error.
        for entry in entries(path) {
            match entry {
                Ok(entry) if entry.file_type().is_file() && is_model(entry.path()) => {
                    if self.is_new(entry.path()) {
                        unread.push(entry.into_path());
                    } else {
                        found = true;
                    }
                }
                Ok(_) => {}
                Err(error) => self.report(fault(unread_folder(path, &error)), place),
            }
        }
        let texts = parallel::map(unread, Stack::Any, &|path| {
            let text = read(&path, Role::Found);
            (path, text)
        });
        for (path, text) in texts {
            found |= self.add(&path, text, Role::Found, place);
        }
        if !found {
            let help = "model files end in `.smithy` or `.json`, and are not in hidden folders or those of Cargo";
            self.report(fault(FileFacts::NoModels { path: shown(path) }).with_help(help), place);
        }
    }

    fn file(&mut self, path: &Path, role: Role, place: Span) {
        if self.is_new(path) {
            self.add(path, read(path, role), role, place);
        }
    }

    /// Whether the file is read for the first time.
    fn is_new(&mut self, path: &Path) -> bool {
        let is_new = fs::canonicalize(path).map_or(true, |path| self.seen.insert(path));
        if is_new {
            self.watched.paths.push(path.to_owned());
        }
        is_new
    }

    /// Adds the text of a file, if it is a model. Returns false if it is not.
    fn add(&mut self, path: &Path, text: Result<Option<String>, Diagnostic>, role: Role, place: Span) -> bool {
        match text {
            Ok(Some(text)) => add_text(path, text, role, self.sources),
            Ok(None) => return false,
            Err(problem) => self.report(problem, place),
        }
        true
    }
}

/// The text of a file. `None` if it was found in a folder and is not a model.
fn read(path: &Path, role: Role) -> Result<Option<String>, Diagnostic> {
    let bytes = fs::read(path).map_err(|error| {
        let diagnostic = fault(FileFacts::UnreadModel { path: shown(path), cause: error.to_string() });
        match error.kind() {
            ErrorKind::NotFound => diagnostic.with_help("correct the path; relative paths start in the current folder"),
            _ => diagnostic.with_help("correct the file or its permissions"),
        }
    })?;
    text(path, bytes, role)
}

/// How an archive was found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    /// By a path.
    Explicitly,
    /// As a dependency, which may be a library without models.
    AsDependency,
}

/// Adds a file. Returns false if it was found in a folder and is not a model.
///
/// # Errors
/// The file is not UTF-8, or is 4 GiB or larger.
pub fn add_source(path: &Path, bytes: Vec<u8>, role: Role, sources: &mut SourceMap) -> Result<bool, Diagnostic> {
    let text = text(path, bytes, role)?;
    Ok(text.map(|text| add_text(path, text, role, sources)).is_some())
}

fn add_text(path: &Path, text: String, role: Role, sources: &mut SourceMap) {
    if role == Role::Found {
        sources.add_found(path, text);
    } else {
        sources.add(path, text);
    }
}

/// The text of a file with these bytes. `None` if it was found in a folder and is not a model.
fn text(path: &Path, bytes: Vec<u8>, role: Role) -> Result<Option<String>, Diagnostic> {
    match String::from_utf8(bytes) {
        Ok(text) if role == Role::Found && has_extension(path, &["json"]) && !mentions_version(&text) => Ok(None),
        Ok(text) if u32::try_from(text.len()).is_ok() => Ok(Some(text)),
        Ok(_) => Err(fault(FileFacts::TooLarge { path: shown(path) }).with_help("split the model into several files")),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            Err(fault(FileFacts::NotUtf8 { path: shown(path), offset }).with_help("save the file as UTF-8"))
        }
    }
}

fn fault(facts: FileFacts) -> Diagnostic {
    Diagnostic::of(Severity::Error, "Model", facts, Span::NONE)
}

/// Facts of a folder, or of an entry below it, that cannot be read.
fn unread_folder(folder: &Path, error: &walkdir::Error) -> FileFacts {
    let path = shown(error.path().unwrap_or(folder));
    match (error.loop_ancestor(), error.io_error()) {
        (Some(ancestor), _) => FileFacts::FolderLoop { path, ancestor: shown(ancestor) },
        (None, Some(cause)) => FileFacts::UnreadFolder { path, cause: cause.to_string() },
        (None, None) => FileFacts::UnreadFolder { path, cause: error.to_string() },
    }
}

/// A path in a message.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Whether a file has the extension of an archive of models.
pub fn is_archive(path: &Path) -> bool {
    has_extension(path, &["jar", "zip"])
}

/// JSON files that the user named and that are not models: they do not declare a Smithy version. Loading ignores them.
pub fn ignored(sources: &SourceMap) -> impl Iterator<Item = &Path> {
    let files = sources.iter().map(|(_, file)| file);
    let ignored = files.filter(|file| has_extension(file.path(), &["json"]) && !mentions_version(file.text()));
    ignored.map(SourceFile::path)
}

/// The files and folders below a folder, in the order of their names, without what is hidden or built: folders whose
/// names start with a dot, and those that Cargo writes to. The folder itself may be one.
fn entries(folder: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> {
    let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    walk.into_iter().filter_entry(|entry| entry.depth() == 0 || !entry.file_type().is_dir() || !is_left_out(entry))
}

/// Whether a folder is hidden, or one that Cargo writes to.
fn is_left_out(folder: &DirEntry) -> bool {
    let path = folder.path();
    let is_package = || path.with_file_name("Cargo.toml").is_file();
    let tag = || {
        let mut start = [0; CACHE.len()];
        let read = fs::File::open(path.join(CACHE_TAG)).and_then(|mut tag| tag.read_exact(&mut start));
        read.is_ok().then(|| start.to_vec())
    };
    is_folder_left_out(folder.file_name().as_encoded_bytes(), is_package, tag)
}

/// File by which Cargo and other tools mark folders that they can write again.
pub const CACHE_TAG: &str = "CACHEDIR.TAG";
/// Start of this file.
const CACHE: &[u8] = b"Signature: 8a477f597d28d172789f06886806bc55";

/// Whether a folder below a folder that is searched for models is left out: its name starts with a dot, it is the
/// `target` of a package, which is the folder around it, or it is a cache, whose [`CACHE_TAG`] has these bytes.
pub fn is_folder_left_out(
    name: &[u8],
    is_package: impl FnOnce() -> bool,
    cache_tag: impl FnOnce() -> Option<Vec<u8>>,
) -> bool {
    name.starts_with(b".")
        || (name == b"target" && is_package())
        || cache_tag().is_some_and(|tag| tag.starts_with(CACHE))
}

/// Whether there is a model in a folder or below.
pub fn has_models(folder: &Path) -> bool {
    // A file that cannot be read may be a model: reading it reports why not.
    let is_other = |path: &Path| {
        has_extension(path, &["json"]) && fs::read_to_string(path).is_ok_and(|text| !mentions_version(&text))
    };
    let mut files = entries(folder).flatten().filter(|entry| entry.file_type().is_file() && is_model(entry.path()));
    files.any(|entry| !is_other(entry.path()))
}

/// Whether a file has the extension of a model.
pub fn is_model(path: &Path) -> bool {
    has_extension(path, &["smithy", "json"])
}

fn has_extension(path: &Path, known: &[&str]) -> bool {
    path.extension().is_some_and(|extension| known.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

#[cfg(all(test, feature = "archives"))]
mod tests;
