//! Dependencies in the Maven repositories and caches of this machine. Nothing is downloaded.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::pom;

/// An artifact.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Coordinates {
    pub(super) group: String,
    pub(super) artifact: String,
    pub(super) version: String,
}

/// A dependency cannot be found.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Error {
    #[error("`{0}` is not of the form `group:artifact:version`")]
    Form(String),
    #[error("`{0}` has a range of versions, which is not supported")]
    Range(String),
    #[error("the dependency `{0}` is not on this machine")]
    Missing(String),
}

impl Coordinates {
    /// Parses `group:artifact:version`.
    fn parse(text: &str) -> Result<Self, Error> {
        let parts: Vec<&str> = text.split(':').collect();
        let [group, artifact, version] = parts.as_slice() else { return Err(Error::Form(text.to_owned())) };
        if version.starts_with(['[', '(']) {
            return Err(Error::Range(text.to_owned()));
        }
        let coordinates =
            Self { group: (*group).to_owned(), artifact: (*artifact).to_owned(), version: (*version).to_owned() };
        if coordinates.is_plain() { Ok(coordinates) } else { Err(Error::Form(text.to_owned())) }
    }

    /// Whether the parts are names, which lead to no other folder.
    pub(super) fn is_plain(&self) -> bool {
        let plain = |part: &String| {
            let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+');
            !part.is_empty() && part.bytes().all(known) && part.split('.').all(|piece| !piece.is_empty())
        };
        [&self.group, &self.artifact, &self.version].into_iter().all(plain)
    }

    fn file(&self, extension: &str) -> String {
        format!("{}-{}.{extension}", self.artifact, self.version)
    }
}

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

    fn find(&self, coordinates: &Coordinates, extension: &str) -> Option<PathBuf> {
        let Coordinates { group, artifact, version } = coordinates;
        let file = coordinates.file(extension);
        match self {
            Self::Maven(folder) => {
                let group: PathBuf = group.split('.').collect();
                let path = folder.join(group).join(artifact).join(version).join(file);
                path.is_file().then_some(path)
            }
            Self::Gradle(folder) => {
                let folder = folder.join(group).join(artifact).join(version);
                let mut found: Vec<PathBuf> =
                    fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path().join(&file)).collect();
                found.retain(|path| path.is_file());
                // Several checksums are several downloads of one release.
                found.sort();
                found.into_iter().next()
            }
        }
    }
}

/// Folders with artifacts, in the order in which they are searched.
#[derive(Clone, Debug)]
pub(super) struct Repositories(Vec<Repository>);

impl Repositories {
    /// Folders of `WHITESMITH_MAVEN`, `file:` URLs, Maven's repository and Gradle's cache.
    pub(super) fn of_this_machine(urls: &[String]) -> Self {
        let named = std::env::var_os("WHITESMITH_MAVEN").unwrap_or_default();
        let mut all: Vec<Repository> = std::env::split_paths(&named).map(Repository::Maven).collect();
        let local = urls.iter().filter_map(|url| url.strip_prefix("file:"));
        all.extend(local.map(|path| Repository::Maven(path.strip_prefix("//").unwrap_or(path).into())));
        let home = std::env::home_dir().unwrap_or_default();
        all.push(Repository::Maven(home.join(".m2/repository")));
        let gradle = std::env::var_os("GRADLE_USER_HOME").map_or_else(|| home.join(".gradle"), PathBuf::from);
        all.push(Repository::Gradle(gradle.join("caches/modules-2/files-2.1")));
        Self(all.into_iter().filter(|repository| !repository.folder().as_os_str().is_empty()).collect())
    }

    /// The folders, for messages.
    pub(super) fn shown(&self) -> String {
        let folders: Vec<String> =
            self.0.iter().map(|repository| format!("`{}`", repository.folder().display())).collect();
        folders.join(", ")
    }

    fn find(&self, coordinates: &Coordinates, extension: &str) -> Option<PathBuf> {
        self.0.iter().find_map(|repository| repository.find(coordinates, extension))
    }

    /// The JAR files of a dependency and of those that it needs itself, as far as they are on this machine: most of
    /// the latter are libraries without models.
    pub(super) fn resolve(&self, text: &str) -> Result<Vec<PathBuf>, Error> {
        let first = Coordinates::parse(text)?;
        let jar = self.find(&first, "jar").ok_or_else(|| Error::Missing(text.to_owned()))?;
        let mut found = vec![jar];
        let mut seen = HashSet::from([(first.group.clone(), first.artifact.clone())]);
        let mut waiting = self.needed_by(&first);
        while let Some(next) = waiting.pop() {
            if !seen.insert((next.group.clone(), next.artifact.clone())) {
                continue;
            }
            if let Some(jar) = self.find(&next, "jar") {
                found.push(jar);
                waiting.extend(self.needed_by(&next));
            }
        }
        Ok(found)
    }

    fn needed_by(&self, coordinates: &Coordinates) -> Vec<Coordinates> {
        let text = self.find(coordinates, "pom").and_then(|path| fs::read_to_string(path).ok());
        text.map(|text| pom::dependencies(&text, &coordinates.version)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{Error, Repositories, Repository};

    fn write(path: &Path, text: &str) {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    const POM: &str = "<project><dependencies><dependency><groupId>org.b</groupId><artifactId>b</artifactId>\
        <version>${project.version}</version></dependency></dependencies></project>";

    #[test]
    fn a_dependency_comes_with_those_that_it_needs() {
        let folder = tempfile::tempdir().expect("a folder");
        let maven = folder.path().join("m2");
        let gradle = folder.path().join("gradle");
        write(&maven.join("org/a/a/1.0/a-1.0.jar"), "");
        write(&maven.join("org/a/a/1.0/a-1.0.pom"), POM);
        write(&gradle.join("org.b/b/1.0/0a1b/b-1.0.jar"), "");
        let all = Repositories(vec![Repository::Maven(maven), Repository::Gradle(gradle)]);
        let found = all.resolve("org.a:a:1.0").expect("on this machine");
        let names: Vec<_> = found.iter().filter_map(|path| path.file_name()?.to_str()).collect();
        assert_eq!(names, ["a-1.0.jar", "b-1.0.jar"]);
    }

    #[test]
    fn what_cannot_be_found_is_an_error() {
        let all = Repositories(Vec::new());
        assert_eq!(all.resolve("org.a:a:1.0"), Err(Error::Missing("org.a:a:1.0".to_owned())));
        assert_eq!(all.resolve("org.a:a:[1.0,2.0)"), Err(Error::Range("org.a:a:[1.0,2.0)".to_owned())));
        for text in ["a:b", "a:b:c:d", "../x:a:1", "a:b:", "a:b/c:1"] {
            assert_eq!(all.resolve(text), Err(Error::Form(text.to_owned())), "{text}");
        }
    }
}
