//! The calls of `compile` in one build script, each of which generates modules of its own.
//!
//! A call removes modules that it generated when the script ran before, and does not generate any more. It must not
//! remove those of other calls. Calls are identified by their position, which the file that declares a module has, so
//! that the next run knows it.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::emit::is_generated;
use crate::output::{self, Changes, Removed, generated_modules};

/// The modules of the calls so far.
#[derive(Debug, Default)]
pub(super) struct CompileCalls(Mutex<Vec<Vec<String>>>);

/// The position of a call: 1 for the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position(usize);

impl CompileCalls {
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

    /// Adds a module of a call. Returns false if another call has it.
    pub(super) fn add(&self, position: Position, module: &str) -> bool {
        let mut calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let other =
            |(at, modules): (usize, &Vec<String>)| at + 1 != position.0 && modules.iter().any(|known| known == module);
        let is_new = !calls.iter().enumerate().any(other);
        if let Some(modules) = calls.get_mut(position.0 - 1) {
            modules.push(module.to_owned());
        }
        is_new
    }

    /// Removes the declarations of calls that the script did not start. If it starts them later, they write the
    /// declarations again; otherwise it does not have these calls any more. The other files of the modules are removed
    /// when the script runs again.
    pub(super) fn remove_unstarted(&self, out: &Path) -> Result<(), output::Error> {
        // With the lock, no call starts and writes its declarations meanwhile.
        let calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let removed = generated_modules(out).into_iter().filter_map(|module| {
            let path = out.join(format!("{module}.rs"));
            let old = fs::read_to_string(&path).ok().filter(|old| is_generated(old))?;
            (Position::of(&old).0 > calls.len()).then_some(Removed { path, old })
        });
        output::write(&Changes { written: Vec::new(), removed: removed.collect() })
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
