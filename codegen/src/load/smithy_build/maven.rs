//! Local Maven repositories and caches. Nothing is downloaded.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::coordinates::Coordinates;
use super::pom::PomError;
use super::resolve::{ResolveError, Resolver, Root, Source};

/// A dependency cannot be found.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    #[error("`{0}` is not of the form `group:artifact:version`")]
    Form(String),
    #[error("the dependency `{0}` is not on the local machine")]
    Missing(String),
    #[error("`{}` is malformed", path.display())]
    Pom { path: PathBuf, source: PomError },
    #[error("cannot read `{}`", path.display())]
    Unread { path: PathBuf, source: io::Error },
}

/// Subject of an error.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Culprit {
    /// The dependency with this index.
    Direct(usize),
    /// An artifact, which a dependency may need.
    Artifact(Coordinates),
}

/// The coordinates of an artifact, and its JAR file.
pub(super) type Artifact = (Coordinates, PathBuf);

/// A folder with artifacts.
#[derive(Clone, Debug)]
enum Repository {
    /// Maven's layout: `group/with/slashes/artifact/version/artifact-version.jar`.
    Maven(PathBuf),
    /// Gradle's cache: `group.with.dots/artifact/version/<checksum>/artifact-version.jar`.
    Gradle(PathBuf),
}

impl Repository {
    fn folder(&self) -> &Path {
        match self {
            Self::Maven(folder) | Self::Gradle(folder) => folder,
        }
    }

    /// The folder of all versions of an artifact.
    fn versions(&self, group: &str, artifact: &str) -> PathBuf {
        match self {
            Self::Maven(folder) => folder.join(group.split('.').collect::<PathBuf>()).join(artifact),
            Self::Gradle(folder) => folder.join(group).join(artifact),
        }
    }

    fn find(&self, coordinates: &Coordinates, extension: &str) -> Option<PathBuf> {
        let Coordinates { group, artifact, version } = coordinates;
        let folder = self.versions(group, artifact).join(version);
        let file = coordinates.file(extension);
        match self {
            Self::Maven(_) => {
                let path = folder.join(file);
                path.is_file().then_some(path)
            }
            Self::Gradle(_) => {
                let mut found: Vec<PathBuf> =
                    fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path().join(&file)).collect();
                found.retain(|path| path.is_file());
                // A folder per checksum means that the release was downloaded several times.
                found.sort();
                found.into_iter().next()
            }
        }
    }
}

/// Folders with artifacts, in search order.
#[derive(Clone, Debug)]
pub struct Repositories(Vec<Repository>);

impl Repositories {
    /// Folders of `WHITESMITH_MAVEN`, `file:` URLs, Maven's repository and Gradle's cache.
    pub fn of_this_machine<'u>(urls: impl IntoIterator<Item = &'u str>) -> Self {
        let named = std::env::var_os("WHITESMITH_MAVEN").unwrap_or_default();
        let mut all: Vec<Repository> = std::env::split_paths(&named).map(Repository::Maven).collect();
        let local = urls.into_iter().filter_map(|url| url.strip_prefix("file:"));
        all.extend(local.map(|path| Repository::Maven(path.strip_prefix("//").unwrap_or(path).into())));
        let home = std::env::home_dir().unwrap_or_default();
        all.push(Repository::Maven(home.join(".m2/repository")));
        let gradle = std::env::var_os("GRADLE_USER_HOME").map_or_else(|| home.join(".gradle"), PathBuf::from);
        all.push(Repository::Gradle(gradle.join("caches/modules-2/files-2.1")));
        Self(all.into_iter().filter(|repository| !repository.folder().as_os_str().is_empty()).collect())
    }

    /// The folder that downloads are written to: the first of `WHITESMITH_MAVEN`, or Maven's repository.
    pub fn cache() -> PathBuf {
        let named = std::env::var_os("WHITESMITH_MAVEN").unwrap_or_default();
        let named = std::env::split_paths(&named).find(|folder| !folder.as_os_str().is_empty());
        named.unwrap_or_else(|| std::env::home_dir().unwrap_or_default().join(".m2/repository"))
    }

    /// The folders, for messages.
    pub(super) fn shown(&self) -> String {
        let folders: Vec<String> =
            self.0.iter().map(|repository| format!("`{}`", repository.folder().display())).collect();
        folders.join(", ")
    }

    /// A file of an artifact.
    pub fn find(&self, coordinates: &Coordinates, extension: &str) -> Option<PathBuf> {
        self.0.iter().find_map(|repository| repository.find(coordinates, extension))
    }

    /// Local versions of an artifact.
    pub fn versions(&self, group: &str, artifact: &str) -> Vec<String> {
        let mut found = BTreeSet::new();
        for repository in &self.0 {
            let entries = fs::read_dir(repository.versions(group, artifact)).into_iter().flatten().flatten();
            for version in entries.filter_map(|entry| entry.file_name().into_string().ok()) {
                let coordinates = Coordinates::new(group.to_owned(), artifact.to_owned(), version);
                let present = coordinates.ok().filter(|coordinates| repository.find(coordinates, "jar").is_some());
                found.extend(present.map(|coordinates| coordinates.version));
            }
        }
        found.into_iter().collect()
    }

    /// The JAR files of direct dependencies, and of transitive ones as far as they are on the local machine: most of
    /// the latter are libraries without models. Those that a malformed POM of a transitive one names are omitted.
    pub(super) fn resolve(&self, dependencies: &[&str]) -> Result<Vec<Artifact>, Vec<(Culprit, Error)>> {
        let mut errors = Vec::new();
        let mut chosen = Vec::new();
        let mut source = self;
        let mut resolver = Resolver::new(&mut source);
        for (at, text) in dependencies.iter().enumerate() {
            let Some(root) = Root::parse(text) else {
                errors.push((Culprit::Direct(at), Error::Form((*text).to_owned())));
                continue;
            };
            match resolver.choose_root(&root) {
                Ok(found) if self.find(&found, "jar").is_some() => chosen.push(found),
                _ => errors.push((Culprit::Direct(at), Error::Missing((*text).to_owned()))),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let found = match resolver.closure(chosen) {
            Ok(found) => found,
            Err(ResolveError::NoVersion(_) | ResolveError::TooMany) => Vec::new(),
            Err(ResolveError::Pom { artifact, source }) => {
                let path = self.find(&artifact, "pom").unwrap_or_default();
                return Err(vec![(Culprit::Artifact(artifact), Error::Pom { path, source })]);
            }
            Err(ResolveError::Source(Unread { artifact, path, source })) => {
                return Err(vec![(Culprit::Artifact(artifact), Error::Unread { path, source })]);
            }
        };
        let with_jar = |coordinates| self.find(&coordinates, "jar").map(|jar| (coordinates, jar));
        Ok(found.into_iter().filter_map(with_jar).collect())
    }
}

/// The POM of an artifact cannot be read.
#[derive(Debug)]
pub struct Unread {
    artifact: Coordinates,
    path: PathBuf,
    source: io::Error,
}

impl Source for &Repositories {
    type Error = Unread;
    const OMITS_MISSING: bool = true;

    fn pom(&mut self, coordinates: &Coordinates) -> Result<Option<String>, Unread> {
        let Some(path) = self.find(coordinates, "pom") else { return Ok(None) };
        match fs::read(&path) {
            // Coordinates are ASCII in all encodings that POMs have.
            Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
            Err(source) => Err(Unread { artifact: coordinates.clone(), path, source }),
        }
    }

    fn versions(&mut self, group: &str, artifact: &str) -> Result<Vec<String>, Unread> {
        Ok(Repositories::versions(self, group, artifact))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{Culprit, Error, Repositories, Repository};
    use crate::diagnostic::ErrorFacts;

    fn write(path: &Path, text: &str) {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    const POM: &str = "<project><dependencies><dependency><groupId>org.b</groupId><artifactId>b</artifactId>\
        <version>${project.version}</version></dependency><dependency><groupId>org.b</groupId><artifactId>none</artifactId>\
        <version>[1,2)</version></dependency></dependencies></project>";

    fn names(all: &Repositories, dependencies: &[&str]) -> Vec<String> {
        let found = all.resolve(dependencies).expect("on the local machine");
        found.iter().filter_map(|(_, path)| Some(path.file_name()?.to_str()?.to_owned())).collect()
    }

    #[test]
    fn transitive_dependencies_are_found() {
        let folder = tempfile::tempdir().expect("a folder");
        let maven = folder.path().join("m2");
        let gradle = folder.path().join("gradle");
        write(&maven.join("org/a/a/1.0/a-1.0.jar"), "");
        write(&maven.join("org/a/a/1.0/a-1.0.pom"), POM);
        write(&maven.join("org/a/a/2.0/a-2.0.jar"), "");
        write(&gradle.join("org.b/b/1.0/0a1b/b-1.0.jar"), "");
        let all = Repositories(vec![Repository::Maven(maven), Repository::Gradle(gradle)]);
        assert_eq!(names(&all, &["org.a:a:1.0"]), ["a-1.0.jar", "b-1.0.jar"]);
        assert_eq!(names(&all, &["org.a:a:[1.0,3.0)"]), ["a-2.0.jar"]);
    }

    #[test]
    fn missing_files_are_errors() {
        let all = Repositories(Vec::new());
        let error = |text: &str| all.resolve(&[text]).expect_err("an error").remove(0).1;
        for text in ["org.a:a:1.0", "org.a:a:[1.0,2.0)"] {
            assert!(matches!(error(text), Error::Missing(found) if found == text), "{text}");
        }
        for text in ["a:b", "a:b:c:d", "../x:a:1", "a:b:", "a:b/c:1"] {
            assert!(matches!(error(text), Error::Form(found) if found == text), "{text}");
        }
    }

    #[test]
    fn a_pom_may_have_any_encoding_but_must_be_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let all = Repositories(vec![Repository::Maven(folder.path().to_owned())]);
        let pom = folder.path().join("org/a/a/1.0/a-1.0.pom");
        write(&pom.with_extension("jar"), "");
        fs::write(&pom, b"<project><name>caf\xe9</name></project>").expect("a file");
        assert_eq!(names(&all, &["org.a:a:1.0"]), ["a-1.0.jar"]);
        fs::write(&pom, "<project>\n<dependencies>").expect("a file");
        let (culprit, error) = all.resolve(&["org.a:a:1.0"]).expect_err("malformed").remove(0);
        assert!(matches!(culprit, Culprit::Artifact(artifact) if artifact.to_string() == "org.a:a:1.0"));
        let expected = format!("`{}` is malformed: line 2: the element `dependencies` is not closed", pom.display());
        assert_eq!(ErrorFacts::of(&error).to_string(), expected);
    }

    #[test]
    fn a_malformed_pom_of_a_transitive_dependency_is_like_a_missing_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let all = Repositories(vec![Repository::Maven(folder.path().to_owned())]);
        write(&folder.path().join("org/a/a/1.0/a-1.0.jar"), "");
        write(&folder.path().join("org/a/a/1.0/a-1.0.pom"), POM);
        write(&folder.path().join("org/b/b/1.0/b-1.0.jar"), "");
        write(&folder.path().join("org/b/b/1.0/b-1.0.pom"), "<html>");
        assert_eq!(names(&all, &["org.a:a:1.0"]), ["a-1.0.jar", "b-1.0.jar"]);
        let errors = all.resolve(&["org.a:a:1.0", "org.b:b:1.0"]).expect_err("a direct dependency");
        assert!(matches!(&*errors, [(Culprit::Artifact(artifact), _)] if artifact.to_string() == "org.b:b:1.0"));
    }
}
