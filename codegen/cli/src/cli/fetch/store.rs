//! Local artifacts and remote repositories. Files are verified before they are written, and replaced atomically.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha1::Digest as _;

use super::http::{Client, HttpError};
use whitesmith_codegen::load::dependencies::{
    Coordinates, LockError, PomError, Project, Remote, Repositories, Source, check_pom, hexadecimal, sha256,
};
use whitesmith_codegen::output;

/// The default repository.
const CENTRAL: &str = "https://repo.maven.apache.org/maven2";

/// Maximum sizes in bytes.
const MAX_JAR: u64 = 256 << 20;
const MAX_TEXT: u64 = 4 << 20;
const MAX_CHECKSUM: u64 = 4 << 10;

/// Dependencies could not be downloaded.
#[derive(Debug, thiserror::Error)]
pub(super) enum FetchError {
    #[error(transparent)]
    Http(#[from] HttpError),
    #[error("`{coordinates}` was not found in any repository; tried: {}", tried.join(", "))]
    Missing { coordinates: Coordinates, tried: Vec<String> },
    #[error("no version of `{0}` is in the required range")]
    NoVersion(String),
    #[error("the project depends on too many artifacts")]
    TooMany,
    #[error("the POM of `{artifact}` is malformed")]
    Pom { artifact: Coordinates, source: PomError },
    #[error("`{}` is malformed", path.display())]
    LocalPom { path: PathBuf, source: PomError },
    #[error("the checksum of `{url}` differs from that in its repository")]
    Checksum { url: String },
    #[error("the repository has no checksum for `{url}`")]
    NoChecksum { url: String },
    #[error("the checksum of `{}` differs from that in the lock file", path.display())]
    Locked { path: PathBuf },
    #[error("the checksum of `{url}` differs from that in the lock file")]
    LockedDownload { url: String },
    #[error(transparent)]
    Lock(LockError),
    #[error("cannot write `{}`", path.display())]
    Write { path: PathBuf, source: std::io::Error },
    #[error("cannot read `{}`", path.display())]
    Read { path: PathBuf, source: std::io::Error },
}

impl FetchError {
    /// How to fix it.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::Http(HttpError::Insecure(_) | HttpError::Away(_)) => {
                "use `https:`; `http:` is only allowed for the local machine"
            }
            Self::Http(HttpError::Status { status: 401 | 403, .. }) => "set `httpCredentials` of the repository",
            Self::Http(_) => "check the network, and HTTPS_PROXY and NO_PROXY",
            Self::Missing { .. } | Self::NoVersion(_) => {
                "check `maven.dependencies` and `maven.repositories` of smithy-build.json"
            }
            Self::TooMany => "remove dependencies",
            Self::Pom { .. } => "the file was not kept; use another version or repository",
            Self::LocalPom { .. } => "delete the file",
            Self::Checksum { .. } | Self::NoChecksum { .. } => {
                "the file was not kept; try again, or use another repository"
            }
            Self::LockedDownload { .. } => "the file was not kept; if the release has changed, run with --update",
            Self::Locked { .. } => "delete the file; if the release has changed, run with --update",
            Self::Lock(_) => "delete the lock file",
            Self::Write { .. } | Self::Read { .. } => "check the permissions of the folder",
        }
    }
}

/// Local artifacts and remote repositories.
pub(super) struct Store<'l> {
    local: Repositories,
    cache: PathBuf,
    remotes: Vec<Remote>,
    client: Client,
    /// A line for each downloaded file.
    pub(super) downloaded: &'l mut Vec<String>,
}

/// A file that was downloaded and written.
struct Downloaded {
    bytes: Vec<u8>,
    /// Its SHA-256 checksum.
    checksum: String,
}

impl<'l> Store<'l> {
    /// The repositories of a project. Downloads are written to `cache`, which is searched first.
    pub(super) fn new(project: &Project, cache: &Path, downloaded: &'l mut Vec<String>) -> Self {
        let in_cache = format!("file:{}", cache.display());
        let urls = project.repositories.iter().map(|remote| &*remote.url);
        let local = Repositories::of_this_machine(std::iter::once(&*in_cache).chain(urls));
        let mut remotes: Vec<Remote> =
            project.repositories.iter().filter(|remote| !remote.url.starts_with("file:")).cloned().collect();
        if project.repositories.is_empty() {
            remotes.push(Remote::new(CENTRAL, None));
        }
        Self { local, cache: cache.to_owned(), remotes, client: Client::new(), downloaded }
    }

    /// The error of a POM that resolution cannot read. Those that are downloaded are checked before.
    pub(super) fn malformed(&self, artifact: Coordinates, source: PomError) -> FetchError {
        match self.local.find(&artifact, "pom") {
            Some(path) => FetchError::LocalPom { path, source },
            None => FetchError::Pom { artifact, source },
        }
    }

    /// Finds or downloads the JAR file of an artifact. Returns its checksum.
    pub(super) fn jar(&mut self, coordinates: &Coordinates, expected: Option<&str>) -> Result<String, FetchError> {
        let Some(path) = self.local.find(coordinates, "jar") else {
            let downloaded = self.download(coordinates, "jar", MAX_JAR, expected)?;
            return downloaded.map(|file| file.checksum).ok_or_else(|| FetchError::Missing {
                coordinates: coordinates.clone(),
                tried: self.remotes.iter().map(|remote| remote.url.clone()).collect(),
            });
        };
        let bytes = fs::read(&path).map_err(|source| FetchError::Read { path: path.clone(), source })?;
        let checksum = sha256(&bytes);
        match expected {
            Some(expected) if expected != checksum => Err(FetchError::Locked { path }),
            _ => Ok(checksum),
        }
    }

    /// Downloads a file of an artifact into the cache. `None` if no repository has it. A file that differs from the
    /// lock file, or a malformed POM, is not written.
    fn download(
        &mut self,
        coordinates: &Coordinates,
        extension: &str,
        limit: u64,
        expected: Option<&str>,
    ) -> Result<Option<Downloaded>, FetchError> {
        let relative = coordinates.path(extension);
        let path = self.cache.join(relative.split('/').collect::<PathBuf>());
        for remote in &self.remotes {
            let url = address(remote, &relative);
            let Some(bytes) = self.client.get(&url, remote.credentials.as_deref(), limit)? else { continue };
            let file = Downloaded { checksum: sha256(&bytes), bytes };
            self.verify(remote, &url, &file)?;
            if expected.is_some_and(|expected| expected != file.checksum) {
                return Err(FetchError::LockedDownload { url });
            }
            if extension == "pom" {
                check_pom(&String::from_utf8_lossy(&file.bytes))
                    .map_err(|source| FetchError::Pom { artifact: coordinates.clone(), source })?;
            }
            write(&path, &file.bytes)?;
            self.downloaded.push(format!("downloaded {url} ({} bytes)", file.bytes.len()));
            return Ok(Some(file));
        }
        Ok(None)
    }

    /// Compares a file with the checksum next to it.
    fn verify(&self, remote: &Remote, url: &str, file: &Downloaded) -> Result<(), FetchError> {
        for extension in ["sha512", "sha256", "sha1"] {
            let credentials = remote.credentials.as_deref();
            let Some(text) = self.client.get(&format!("{url}.{extension}"), credentials, MAX_CHECKSUM)? else {
                continue;
            };
            let stated = stated(&String::from_utf8_lossy(&text));
            let is_own = match extension {
                "sha512" => stated == hexadecimal(&sha2::Sha512::digest(&file.bytes)),
                "sha256" => stated == file.checksum,
                _ => stated == hexadecimal(&sha1::Sha1::digest(&file.bytes)),
            };
            return if is_own { Ok(()) } else { Err(FetchError::Checksum { url: url.to_owned() }) };
        }
        Err(FetchError::NoChecksum { url: url.to_owned() })
    }
}

impl Source for Store<'_> {
    type Error = FetchError;

    fn pom(&mut self, coordinates: &Coordinates) -> Result<Option<String>, FetchError> {
        let bytes = match self.local.find(coordinates, "pom") {
            Some(path) => Some(fs::read(&path).map_err(|source| FetchError::Read { path, source })?),
            None => self.download(coordinates, "pom", MAX_TEXT, None)?.map(|file| file.bytes),
        };
        Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    fn versions(&mut self, group: &str, artifact: &str) -> Result<Vec<String>, FetchError> {
        let mut found = self.local.versions(group, artifact);
        let relative = format!("{}/{artifact}/maven-metadata.xml", group.replace('.', "/"));
        for remote in &self.remotes {
            let url = address(remote, &relative);
            if let Some(bytes) = self.client.get(&url, remote.credentials.as_deref(), MAX_TEXT)? {
                found.extend(versions(&String::from_utf8_lossy(&bytes)));
            }
        }
        Ok(found)
    }
}

/// The checksum in a file: alone, before the name of the file, or after it as in `SHA1(a.jar)= 12ab`.
fn stated(text: &str) -> String {
    let rest = text.rsplit_once('=').map_or(text, |(_, rest)| rest);
    rest.split_whitespace().next().unwrap_or_default().to_lowercase()
}

/// The versions that a `maven-metadata.xml` lists.
fn versions(text: &str) -> Vec<String> {
    let parts = text.split("<version>").skip(1);
    parts.filter_map(|part| Some(part.split_once("</version>")?.0.trim().to_owned())).collect()
}

fn address(remote: &Remote, relative: &str) -> String {
    format!("{}/{relative}", remote.url.trim_end_matches('/'))
}

/// Time after which a file that was not renamed is one of a killed run.
const ABANDONED: Duration = Duration::from_secs(3600);

/// Writes a file atomically: other programs see the old file or the new one. Several runs may write it at once.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), FetchError> {
    let mut own = path.as_os_str().to_owned();
    own.push(format!(".{}", std::process::id()));
    let staged = output::staged_path(Path::new(&own));
    let written = output::create(&staged, bytes).and_then(|()| fs::rename(&staged, path));
    remove_abandoned(path);
    written.map_err(|source| {
        let _ = fs::remove_file(&staged);
        FetchError::Write { path: path.to_owned(), source }
    })
}

/// Removes what killed runs have left next to a file.
fn remove_abandoned(path: &Path) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
    let is_old = |path: &Path| {
        let modified = path.metadata().and_then(|metadata| metadata.modified());
        modified.is_ok_and(|modified| modified.elapsed().is_ok_and(|age| age > ABANDONED))
    };
    let starts = |path: &Path| path.with_extension("").file_stem() == Some(name);
    let staged = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    for path in staged.filter(|path| output::is_staged(path) && starts(path) && is_old(path)) {
        let _ = fs::remove_file(path);
    }
}
