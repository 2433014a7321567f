//! Compares generated files with those on disk, one at a time, so that their texts need not be in memory together.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Mode;
use whitesmith_codegen::emit::File;
use whitesmith_codegen::output::{self, Error, Old, Removed, Staging, Written, is_staged, is_template, staged_path};

/// Generated files of a package.
pub(super) struct Output {
    folder: PathBuf,
    /// New files, unless the command only checks.
    staging: Option<Staging>,
    found: Mutex<Found>,
}

/// Diagnostics.
#[derive(Default)]
pub(super) struct Found {
    /// Number of generated files.
    pub(super) files: usize,
    /// Number of new or different ones.
    pub(super) written: usize,
    /// Files of `cargo new` that are replaced.
    pub(super) replaced: Vec<PathBuf>,
    /// Files that are not to be removed.
    current: BTreeSet<PathBuf>,
}

impl Output {
    pub(super) fn new(folder: &Path, mode: Mode) -> Self {
        let staging = (mode == Mode::Write).then(|| Staging::new(folder));
        Self { folder: folder.to_owned(), staging, found: Mutex::default() }
    }

    fn found(&self) -> MutexGuard<'_, Found> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a file. If it is new or different, it is written next to the old one, or returned if the command only
    /// checks.
    ///
    /// # Errors
    /// The old file cannot be read or was not generated, or the new one cannot be written.
    pub(super) fn add(&self, file: File) -> Result<Option<Written>, Error> {
        let path = self.folder.join(&file.path);
        // Another run could change the file after it is compared.
        self.staging.as_ref().map_or(Ok(()), Staging::start)?;
        let old = output::outdated(&path, &file.text)?;
        {
            let mut found = self.found();
            found.files += 1;
            found.written += usize::from(old.is_some());
            found.current.insert(path.clone());
            if let Some(Old::Text(text)) = &old
                && is_template(text)
            {
                found.replaced.push(path.clone());
            }
        }
        let Some(old) = old else { return Ok(None) };
        let Some(staging) = &self.staging else {
            return Ok(Some(Written { path, old: old.text(), new: file.text }));
        };
        staging.add(&path, &file.text)?;
        self.found().current.insert(staged_path(&path));
        Ok(None)
    }

    /// Adds files, in their order.
    ///
    /// # Errors
    /// As for [`add`](Self::add).
    pub(super) fn add_all(&self, files: Vec<File>) -> Result<Vec<Written>, Error> {
        files.into_iter().filter_map(|file| self.add(file).transpose()).collect()
    }

    /// Generated files in these modules that were not added, what was found, and the new files.
    pub(super) fn finish(self, modules: &[&str]) -> (Vec<Removed>, Found, Option<Staging>) {
        let found = self.found.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut removed = output::removed(&self.folder, &found.current, modules);
        if self.staging.is_none() {
            // Another run may be writing them. Generated code is the same with and without those of a killed run.
            removed.retain(|file| !is_staged(&file.path));
        }
        (removed, found, self.staging)
    }
}

/// The first service, in the order of the configuration, that could not be generated or written.
#[derive(Default)]
pub(super) struct FirstFailure(Mutex<Option<(usize, Option<Error>)>>);

impl FirstFailure {
    fn lock(&self) -> MutexGuard<'_, Option<(usize, Option<Error>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a service before this one failed.
    pub(super) fn is_before(&self, service: usize) -> bool {
        self.lock().as_ref().is_some_and(|(failed, _)| *failed < service)
    }

    /// Adds a service that failed, with the error of its output unless it has diagnostics.
    pub(super) fn add(&self, service: usize, error: Option<Error>) {
        let mut first = self.lock();
        if first.as_ref().is_none_or(|(failed, _)| service < *failed) {
            *first = Some((service, error));
        }
    }

    /// The error of the output.
    pub(super) fn error(self) -> Option<Error> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)?.1
    }
}
