//! Models in JAR and ZIP files, which `META-INF/smithy/manifest` lists. Nothing is extracted to disk.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

/// Folder of models and their manifest.
const FOLDER: &str = "META-INF/smithy/";

/// Maximum number of models in an archive.
const MAX_FILES: usize = 10_000;

/// Maximum size of all models in an archive, and of its manifest.
const MAX_SIZE: u64 = 256 << 20;

/// A file of an archive.
pub(super) struct File {
    /// Path in the archive.
    pub(super) path: String,
    /// Content.
    pub(super) bytes: Vec<u8>,
}

/// The models of an archive cannot be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum Error {
    #[error("is not a readable JAR or ZIP file")]
    Archive(#[from] ZipError),
    #[error("has no `META-INF/smithy/manifest`")]
    NoManifest,
    #[error("has a manifest that is not UTF-8")]
    Manifest,
    #[error("has a manifest with `{0}`, which is not a path below `META-INF/smithy`")]
    Outside(String),
    #[error("has a manifest with `{0}`, which is not in the archive")]
    Missing(String),
    #[error("has more than {MAX_FILES} models")]
    Files,
    #[error("has models of more than {} MiB", MAX_SIZE >> 20)]
    Size,
    #[error("cannot be read")]
    Read(#[from] std::io::Error),
}

/// Reads the models that the manifest of an archive lists, in its order.
pub(super) fn models(bytes: &[u8]) -> Result<Vec<File>, Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut left = MAX_SIZE;
    let manifest = match read(&mut archive, "manifest", &mut left) {
        Err(Error::Missing(_)) => return Err(Error::NoManifest),
        manifest => String::from_utf8(manifest?).map_err(|_| Error::Manifest)?,
    };
    let lines = manifest.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut files = Vec::new();
    for line in lines {
        if files.len() == MAX_FILES {
            return Err(Error::Files);
        }
        if !is_inside(line) {
            return Err(Error::Outside(line.to_owned()));
        }
        let bytes = read(&mut archive, line, &mut left)?;
        files.push(File { path: format!("{FOLDER}{line}"), bytes });
    }
    Ok(files)
}

/// Whether a path of a manifest stays in the folder.
fn is_inside(path: &str) -> bool {
    let plain = |part: &str| !matches!(part, "" | "." | "..");
    !path.contains(['\\', ':', '\0']) && path.split('/').all(plain)
}

/// Reads a file of the folder. The size that is read counts, not the declared size.
fn read(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str, left: &mut u64) -> Result<Vec<u8>, Error> {
    let file = match archive.by_name(&format!("{FOLDER}{name}")) {
        Err(ZipError::FileNotFound) => return Err(Error::Missing(name.to_owned())),
        file => file?,
    };
    let mut bytes = Vec::new();
    file.take(*left + 1).read_to_end(&mut bytes)?;
    *left = left.checked_sub(bytes.len() as u64).ok_or(Error::Size)?;
    Ok(bytes)
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::{Error, is_inside, models};

    /// An archive with these files.
    pub(crate) fn archive(files: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in files {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a file");
            writer.write_all(text.as_bytes()).expect("memory");
        }
        writer.finish().expect("an archive").into_inner()
    }

    fn paths(files: &[(&str, &str)]) -> Result<Vec<String>, Error> {
        models(&archive(files)).map(|files| files.into_iter().map(|file| file.path).collect())
    }

    #[test]
    fn the_manifest_lists_models_among_comments() {
        let manifest = ("META-INF/smithy/manifest", "# models\r\n\r\nb/c.json\r\na.smithy\n");
        let files = [manifest, ("META-INF/smithy/a.smithy", "a"), ("META-INF/smithy/b/c.json", "{}"), ("x.class", "")];
        assert_eq!(paths(&files).expect("models"), ["META-INF/smithy/b/c.json", "META-INF/smithy/a.smithy"]);
    }

    #[test]
    fn an_archive_without_a_manifest_has_no_models() {
        assert!(matches!(paths(&[("a.smithy", "")]), Err(Error::NoManifest)));
    }

    #[test]
    fn a_listed_file_must_exist() {
        let found = paths(&[("META-INF/smithy/manifest", "a.smithy")]);
        assert!(matches!(found, Err(Error::Missing(name)) if name == "a.smithy"));
    }

    #[test]
    fn paths_stay_in_the_folder() {
        for path in ["../a.smithy", "/a.smithy", "a/../../b", "a\\..\\b", "C:/a", "a//b", "./a"] {
            assert!(!is_inside(path), "{path}");
            assert!(matches!(paths(&[("META-INF/smithy/manifest", path)]), Err(Error::Outside(_))), "{path}");
        }
    }

    #[test]
    fn other_files_are_not_archives() {
        assert!(matches!(models(b"$version: \"2\""), Err(Error::Archive(_))));
    }

    #[test]
    fn a_truncated_archive_is_an_error() {
        let whole = archive(&[("META-INF/smithy/manifest", "a.smithy"), ("META-INF/smithy/a.smithy", "string A")]);
        for length in 0..whole.len() {
            assert!(models(&whole[..length]).is_err(), "{length}");
        }
    }
}
