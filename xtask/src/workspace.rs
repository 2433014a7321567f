//! Where things are.

use std::path::{Path, PathBuf};

/// The workspace root: the folder above this package's.
pub(crate) fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// The folder with official models and conformance data: `WHITESMITH_SHARED`, else `../shared` where it exists.
pub(crate) fn shared() -> Option<PathBuf> {
    let folder = std::env::var_os("WHITESMITH_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    folder.is_dir().then_some(folder)
}
