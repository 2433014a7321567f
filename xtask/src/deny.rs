//! `cargo xtask deny`: checks dependencies with cargo-deny, as far as this machine allows.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use crate::task::{Context, Outcome, is_installed};

/// Runs only this check, and prints the skipped parts.
pub(crate) fn run() -> ExitCode {
    check(&Context::new()).report()
}

/// Checks licenses, duplicates and sources, and advisories if their database is on this machine.
pub(crate) fn check(context: &Context) -> Outcome {
    if !is_installed(Command::new(env!("CARGO")).args(["deny", "--version"])) {
        return Outcome::Skipped("cargo-deny is not installed: cargo install cargo-deny --locked".into());
    }
    // cargo-deny reads the manifests of all platforms' dependencies.
    let fetched =
        Command::new(env!("CARGO")).args(["fetch", "--quiet", "--locked"]).current_dir(&context.root).status();
    if !fetched.is_ok_and(|status| status.success()) {
        return Outcome::Skipped("cannot download the dependencies of other platforms".into());
    }
    let options = ["deny", "--offline", "--all-features", "check"];
    let has_database = has_advisories();
    let checks: &[&str] = if has_database { &[] } else { &["bans", "licenses", "sources"] };
    match context.cargo(&[&options[..], checks].concat()) {
        Outcome::Passed if !has_database => Outcome::Partial("no advisory database: cargo deny fetch db".into()),
        outcome => outcome,
    }
}

/// Whether cargo-deny has downloaded an advisory database.
fn has_advisories() -> bool {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    // One folder for each database, next to a lock file.
    let entries = home.and_then(|home| std::fs::read_dir(home.join("advisory-dbs")).ok());
    entries.into_iter().flatten().flatten().any(|entry| entry.path().is_dir())
}
