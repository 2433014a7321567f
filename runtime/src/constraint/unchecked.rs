//! Whether the program may hold values of generated types that violate their constraints.
//!
//! Constructors, builders and servers check values, so that a constrained type proves that its value is valid. Clients
//! do not check what they receive by default, and readers of codecs leave it to their callers. As long as nothing was
//! read in this way, builders rely on types.

use std::sync::atomic::{AtomicBool, Ordering};

/// Values come to other threads by means that synchronize, so the order of this store and of others does not matter.
static EXIST: AtomicBool = AtomicBool::new(false);

/// Records that values are read which the runtime does not check.
pub(crate) fn record() {
    // A store would take the cache line from other cores each time.
    if !exist() {
        EXIST.store(true, Ordering::Relaxed);
    }
}

/// Whether values may exist that violate the constraints of their types.
pub(crate) fn exist() -> bool {
    EXIST.load(Ordering::Relaxed)
}
