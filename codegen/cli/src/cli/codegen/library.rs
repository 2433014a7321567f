//! `src/lib.rs` of a configured package, and the configuration that it is generated from: there is one for a package,
//! because another one would remove its modules.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::facts::CommandFacts;
use crate::cli::runtime::{Place, resolve};
use crate::cli::standalone::RUNTIME;
use whitesmith_codegen::emit::{self, HEADER};

/// The text of the file: a module for each service, behind a feature of its name. Whatever its configuration, rustfmt
/// leaves the modules alone.
pub(in crate::cli) fn library(configuration: &str, modules: &[&str], recursion_limit: Option<usize>) -> String {
    let mut text = emit::header(&[configuration.to_owned()]);
    text.push_str(
        "\n//! Generated clients and servers: one module per service, enabled by the feature of the same name.\n",
    );
    text.push_str(&recursion_limit.map(emit::recursion_limit).unwrap_or_default());
    let mut modules = modules.to_vec();
    modules.sort_unstable();
    for module in &modules {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n#[cfg(feature = \"{module}\")]\n#[rustfmt::skip]\npub mod {module};\n");
    }
    if !modules.contains(&"runtime") {
        let _ = write!(text, "\n{RUNTIME}");
    }
    text
}

/// The path of a configuration in the file: relative to the package if it is inside, or else to the folder above, so
/// that it is the same on all machines.
pub(super) fn origin(configuration: &Path, package: &Path) -> String {
    let name = configuration.file_name().unwrap_or_default();
    let relative = || {
        let folder = configuration.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
        let (folder, package) = (resolve(folder).ok()?, resolve(package).ok()?);
        let base = if folder.starts_with(&package) { &*package } else { package.parent()? };
        Place::of(base).ok()?.path_to(&Place::of(&folder.join(name)).ok()?)
    };
    relative().unwrap_or_else(|| name.to_string_lossy().into_owned())
}

/// The error of a package that is generated from another configuration, which still exists.
pub(super) fn taken(configuration: &Path, package: &Path) -> Option<CommandFacts> {
    let path = package.join("src/lib.rs");
    let text = fs::read_to_string(&path).ok()?;
    let head = text.lines().next()?.strip_prefix(HEADER)?;
    let other = head.strip_prefix(" from ")?.strip_suffix(". Do not edit.").filter(|name| is_toml(name))?;
    let own = configuration.canonicalize().ok()?;
    let package = resolve(package).ok()?;
    let folders = [Some(&*package), package.parent()];
    let files: Vec<PathBuf> =
        folders.into_iter().flatten().flat_map(|folder| folder.join(other).canonicalize()).collect();
    if files.is_empty() || files.contains(&own) {
        return None;
    }
    let (path, other) = (path.display().to_string(), other.to_owned());
    Some(CommandFacts::OtherConfiguration { path, other })
}

fn is_toml(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "toml")
}
