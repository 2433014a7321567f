//! Whether the program may hold values of generated types that violate their constraints.
//!
//! Constructors, conversions, builders and servers check values, so that a constrained type proves that its value is
//! valid. Values that nothing has checked need a [`Fill`](crate::reflect::Fill), which only the runtime creates.
//! Clients do not check what they receive by default, and readers of codecs leave it to their callers: they record it
//! here. As long as nothing was recorded, builders rely on types.
//!
//! The record is one for the process, because values do not know where they come from, and users move them between
//! clients, servers and threads. It is never reset, because such values may live as long as the program. It only
//! decides whether values that were checked before are checked again, which finds nothing. So the results of a test do
//! not depend on what other tests in its process have recorded, unless the test makes values without a check itself.
//!
//! A builder reads it once, which is a load without synchronization.

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
