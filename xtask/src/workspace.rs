//! Paths of the workspace and of official test data.

use std::path::{Path, PathBuf};

use whitesmith::cli::Selection;
use whitesmith_codegen::runtime::Runtime;

/// The workspace root.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// The runtime of this workspace.
pub(crate) fn runtime() -> Selection {
    Selection { choice: Some(Runtime::Path(root().join("runtime"))), fallback: None }
}

/// The folder with official models and test suites: `WHITESMITH_SHARED`, or else `../shared`, if it exists.
pub(crate) fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("WHITESMITH_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    folder.is_dir().then_some(folder)
}
