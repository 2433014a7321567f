//! The calls of `compile` in one build script, each of which generates modules of its own.
//!
//! A call removes modules that it generated when the script ran before, and does not generate any more. It must not
//! remove those of other calls. Calls are identified by their position, which the file that declares a module has, so
//! that the next run knows it.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::emit::is_generated;
use crate::output::{Removed, generated_modules};

/// The modules of the calls so far.
#[derive(Debug, Default)]
pub(super) struct Earlier(Mutex<Vec<Vec<String>>>);

/// The position of a call: 1 for the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position(usize);

impl Earlier {
    /// No call.
    pub(super) const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// Starts a call.
    pub(super) fn start(&self) -> Position {
        let mut calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        calls.push(Vec::new());
        Position(calls.len())
    }

    /// Adds a module of the last call. Returns false if an earlier call has it.
    pub(super) fn add(&self, module: &str) -> bool {
        let mut calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some((last, earlier)) = calls.split_last_mut() else { return true };
        let is_new = !earlier.iter().flatten().any(|known| known == module);
        last.push(module.to_owned());
        is_new
    }
}

const MARK: &str = "// Call ";

impl Position {
    /// The declaration of a module, with this position. The first one is not written.
    pub(super) fn mark(self, declaration: String) -> String {
        match self.0 {
            ..=1 => declaration,
            position => format!("{declaration}{MARK}{position} of `compile` in the build script.\n"),
        }
    }

    /// The position in the declaration of a module.
    fn of(declaration: &str) -> Self {
        let position = |line: &str| line.strip_prefix(MARK)?.split(' ').next()?.parse().ok();
        Self(declaration.lines().rev().find_map(position).unwrap_or(1))
    }

    /// Modules of this call that are no longer named, and the files that declare them.
    pub(super) fn removed(self, out: &Path, named: &[&str]) -> (Vec<String>, Vec<Removed>) {
        let mut modules = Vec::new();
        let mut files = Vec::new();
        for module in generated_modules(out).into_iter().filter(|module| !named.contains(&module.as_str())) {
            let path = out.join(format!("{module}.rs"));
            let old = fs::read_to_string(&path).unwrap_or_default();
            if Self::of(&old) != self {
                continue;
            }
            if is_generated(&old) {
                files.push(Removed { path, old });
            }
            modules.push(module);
        }
        (modules, files)
    }
}
