//! `src/lib.rs` of a configured package, and the configuration that it is generated from: there is one for a package,
//! because another one would remove its modules.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::cli::facts::CommandFacts;
use crate::cli::runtime::{Place, resolve};
use crate::cli::standalone::RUNTIME;
use whitesmith_codegen::emit::{self, HEADER};

/// The text of the file: a module for each service, behind a feature of its name. Whatever its configuration, rustfmt
/// leaves the modules alone.
pub(in crate::cli) fn library(configuration: &str, modules: &[&str], recursion_limit: Option<usize>) -> String {
    let mut text = emit::header(&[configuration.to_owned()]);
    text.push_str("\n//! Generated code: one module for each service, enabled by the feature of the same name.\n");
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

/// The path of a configuration in the file. It is relative to the package, so that it is the same on all machines.
pub(super) fn origin(configuration: &Path, package: &Path) -> String {
    let name = configuration.file_name().unwrap_or_default();
    let relative = || {
        let folder = configuration.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
        let file = Place::of(&resolve(folder).ok()?.join(name)).ok()?;
        Place::of(&resolve(package).ok()?).ok()?.path_to(&file)
    };
    relative().unwrap_or_else(|| name.to_string_lossy().into_owned())
}

/// The error of a package that is generated from another configuration, which still exists.
pub(super) fn taken(configuration: &Path, package: &Path) -> Option<CommandFacts> {
    let text = fs::read_to_string(package.join("src/lib.rs")).ok()?;
    let head = text.lines().next()?.strip_prefix(HEADER)?;
    let other = head.strip_prefix(" from ")?.strip_suffix(". Do not edit.").filter(|name| is_toml(name))?;
    let found = resolve(package).ok()?.join(other).canonicalize().ok()?;
    let is_own = configuration.canonicalize().is_ok_and(|own| own == found);
    let (path, other) = (shown(package, "src/lib.rs"), shown(package, other));
    (!is_own).then_some(CommandFacts::OtherConfiguration { path, other })
}

/// A path that is relative to a package, relative to the current folder.
fn shown(package: &Path, relative: &str) -> String {
    let shown = || {
        let here = Place::of(&resolve(Path::new(".")).ok()?).ok()?;
        here.path_to(&Place::of(&resolve(package).ok()?.join(relative)).ok()?)
    };
    shown().unwrap_or_else(|| relative.to_owned())
}

fn is_toml(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "toml")
}
