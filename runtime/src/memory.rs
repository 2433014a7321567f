//! Limits on the memory of the values in a message. Independent of formats.
//!
//! An empty structure has two bytes in JSON and hundreds in memory, so a small message could need much memory. Readers
//! charge their allocations, before or while they make them: growth of vectors, map nodes, boxes.

use std::collections::BTreeMap;
use std::fmt;
use std::mem::size_of;
#[cfg(feature = "server")]
use std::sync::Arc;
#[cfg(feature = "server")]
use std::sync::atomic::{AtomicUsize, Ordering};

#[cfg(any(feature = "client-core", feature = "server"))]
use crate::constraint::Violation;
use crate::constraint::{Violations, record_unchecked};
use crate::reflect::{Ref, Reflect, Slot};

/// Limit on the memory of one message: its body and the values read from it.
///
/// The default is 32 bytes per byte of the body, plus 1 MiB. Increase it for messages with long lists of large
/// structures of which few members are present. Of an event in a stream, headers and payload have this limit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MemoryLimit {
    /// Bytes of memory per byte of the body.
    pub per_byte: usize,
    /// Bytes of memory for every message, in addition.
    pub base: usize,
}

impl Default for MemoryLimit {
    fn default() -> Self {
        Self { per_byte: 32, base: 1024 * 1024 }
    }
}

impl MemoryLimit {
    /// Creates a limit of `per_byte` bytes of memory per byte of the body, plus `base`.
    pub const fn new(per_byte: usize, base: usize) -> Self {
        Self { per_byte, base }
    }

    /// No limit.
    pub const UNLIMITED: Self = Self { per_byte: 0, base: usize::MAX };

    /// Bytes for the body, its text in values, and internal state of readers.
    const OWN_PER_BYTE: usize = 4;
    const OWN: usize = 64 * 1024;

    /// Bytes available for containers in a message of this length.
    fn for_containers(self, length: usize) -> usize {
        let of_body = length.saturating_mul(self.per_byte.saturating_sub(Self::OWN_PER_BYTE));
        of_body.saturating_add(self.base.saturating_sub(Self::OWN))
    }
}

/// Memory of all requests of a server, in bytes.
#[cfg(feature = "server")]
#[derive(Debug, Default)]
pub(crate) struct Pool(AtomicUsize);

/// Part of a pool that a request uses. Dropping it returns the memory to the pool.
#[cfg(feature = "server")]
#[derive(Debug)]
pub(crate) struct Share {
    pool: Arc<Pool>,
    limit: usize,
    claimed: usize,
    used: usize,
}

#[cfg(feature = "server")]
impl Share {
    /// Minimum number of bytes that are claimed at once, so that small allocations do not contend for the pool.
    const STEP: usize = 16 * 1024;

    /// Creates an empty share. `limit` is that of the pool.
    pub(crate) fn new(pool: &Arc<Pool>, limit: usize) -> Self {
        Self { pool: Arc::clone(pool), limit, claimed: 0, used: 0 }
    }

    /// Counts from zero again, within what is claimed already, for memory that is charged a second time.
    pub(crate) fn rewind(&mut self) {
        self.used = 0;
    }

    /// Creates an empty share of the same pool.
    pub(crate) fn beside(&self) -> Self {
        Self::new(&self.pool, self.limit)
    }

    /// Changes the claimed memory to this size, of which all is used. Returns whether there was enough. This is exact,
    /// because streams that wait for most of their time must not keep memory from others.
    #[must_use]
    pub(crate) fn resize(&mut self, size: usize) -> bool {
        if let Some(less) = self.claimed.checked_sub(size) {
            self.pool.0.fetch_sub(less, Ordering::Relaxed);
            (self.claimed, self.used) = (size, size);
            return true;
        }
        self.used = self.claimed;
        self.take_exact(size - self.claimed)
    }

    fn take_exact(&mut self, more: usize) -> bool {
        let claim = |taken: usize| taken.checked_add(more).filter(|taken| *taken <= self.limit);
        if self.pool.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, claim).is_err() {
            return false;
        }
        self.claimed += more;
        self.used += more;
        true
    }

    /// Claims memory. Returns whether there was enough.
    #[must_use]
    pub(crate) fn take(&mut self, size: usize) -> bool {
        let used = self.used.saturating_add(size);
        if used > self.claimed {
            let more = (used - self.claimed).max(Self::STEP);
            let claim = |taken: usize| taken.checked_add(more).filter(|taken| *taken <= self.limit);
            if self.pool.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, claim).is_err() {
                return false;
            }
            self.claimed += more;
        }
        self.used = used;
        true
    }
}

#[cfg(feature = "server")]
impl Drop for Share {
    fn drop(&mut self) {
        self.pool.0.fetch_sub(self.claimed, Ordering::Relaxed);
    }
}

/// The limit for which a message is rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExceededLimit {
    /// That of the message.
    Message,
    /// That of all requests together.
    #[cfg(feature = "server")]
    Pool,
}

/// An allocation exceeds a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OverBudget;

impl OverBudget {
    /// Expected form, for errors of headers and queries.
    #[cfg(any(feature = "client-core", feature = "server"))]
    #[cfg_attr(not(feature = "rest"), allow(dead_code, reason = "HTTP bindings and servers use it"))]
    pub(crate) const EXPECTED: &'static str = "a list that takes less memory";
}

impl fmt::Display for OverBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str((*self).into())
    }
}

impl From<OverBudget> for &'static str {
    fn from(_: OverBudget) -> Self {
        "the values take too much memory"
    }
}

impl From<OverBudget> for String {
    fn from(full: OverBudget) -> Self {
        full.to_string()
    }
}

/// Memory that the containers of a message may still use.
#[derive(Debug)]
pub(crate) struct Budget {
    left: usize,
    exceeded_limit: Option<ExceededLimit>,
    #[cfg(feature = "server")]
    share: Option<Share>,
}

impl Budget {
    /// Charges an allocation.
    #[inline]
    pub(crate) fn charge(&mut self, size: usize) -> Result<(), OverBudget> {
        // Most elements and members need no new memory.
        if size == 0 { Ok(()) } else { self.charge_nonzero(size) }
    }

    #[inline(never)]
    fn charge_nonzero(&mut self, size: usize) -> Result<(), OverBudget> {
        match self.left.checked_sub(size) {
            Some(left) => self.left = left,
            None => self.exceeded_limit = Some(ExceededLimit::Message),
        }
        #[cfg(feature = "server")]
        if let Some(share) = &mut self.share
            && !share.take(size)
        {
            self.exceeded_limit = Some(ExceededLimit::Pool);
        }
        if self.exceeded_limit.is_none() { Ok(()) } else { Err(OverBudget) }
    }

    /// Whether an allocation exceeded a limit. All later ones fail, too.
    #[cfg(feature = "client-core")]
    #[cfg_attr(not(feature = "rest"), allow(dead_code, reason = "HTTP bindings and servers use it"))]
    pub(crate) fn is_exceeded(&self) -> bool {
        self.exceeded_limit.is_some()
    }

    /// Charges the growth of a vector, during which both the old buffer and one of twice its size exist.
    #[inline]
    pub(crate) fn grow(&mut self, growth: usize) -> Result<(), OverBudget> {
        if self.left / 2 < growth {
            self.exceeded_limit = Some(ExceededLimit::Message);
        }
        self.charge(growth)
    }
}

/// State of reading a message: missing required members, and the memory budget.
#[derive(Debug)]
pub struct Reading {
    pub(crate) missing: Violations,
    pub(crate) budget: Budget,
}

impl Default for Reading {
    /// Without a limit on memory.
    fn default() -> Self {
        Self::new(MemoryLimit::UNLIMITED, 0)
    }
}

impl Reading {
    /// Creates the state for a message of this length.
    pub fn new(limit: MemoryLimit, length: usize) -> Self {
        record_unchecked();
        Self::checked(limit, length)
    }

    /// Creates the state for a message whose value is checked before others get it, or has no constraints.
    pub(crate) fn checked(limit: MemoryLimit, length: usize) -> Self {
        let budget = Budget {
            left: limit.for_containers(length),
            exceeded_limit: None,
            #[cfg(feature = "server")]
            share: None,
        };
        Self { missing: Violations::default(), budget }
    }

    /// Sets the request's share of a pool.
    #[cfg(feature = "server")]
    pub(crate) fn with_share(mut self, share: Option<Share>) -> Self {
        self.budget.share = share;
        self
    }

    /// Returns the request's share of the pool.
    #[cfg(feature = "server")]
    pub(crate) fn take_share(&mut self) -> Option<Share> {
        self.budget.share.take()
    }

    /// The limit that the message exceeds, if any.
    #[cfg(feature = "server")]
    pub(crate) fn exceeded_limit(&self) -> Option<ExceededLimit> {
        self.budget.exceeded_limit
    }

    /// Required members that the message lacks.
    pub fn missing(&self) -> &Violations {
        &self.missing
    }

    /// Returns the required members that the message lacks.
    pub fn into_missing(self) -> Violations {
        self.missing
    }

    #[cfg(any(feature = "client-core", feature = "server"))]
    #[cfg_attr(not(feature = "rest"), allow(dead_code, reason = "HTTP bindings and servers use it"))]
    pub(crate) fn push(&mut self, violation: Violation) {
        self.missing.push(violation);
    }

    /// Takes the missing members that were found so far.
    #[cfg(any(feature = "client-core", feature = "server"))]
    pub(crate) fn take_missing(&mut self) -> Violations {
        std::mem::take(&mut self.missing)
    }
}

/// Returns the number of bytes by which the next `push` grows a vector.
pub(crate) fn push_cost<T>(list: &Vec<T>) -> usize {
    if list.len() < list.capacity() {
        return 0;
    }
    // Vectors double their capacity. The first capacity depends on the size of elements.
    let first = match size_of::<T>() {
        0 | 1 => 8,
        2..=1024 => 4,
        _ => 1,
    };
    list.capacity().max(first).saturating_mul(size_of::<T>())
}

/// Returns the bytes that the next `insert` allocates, on average or more: nodes have space for eleven entries, and are
/// nearly half full in the worst case.
pub(crate) fn insert_cost<K, V>(map: &BTreeMap<K, V>) -> usize {
    const NODE: usize = 11;
    const LINKS: usize = 16;
    let entry = size_of::<K>() + size_of::<V>();
    match map.len() {
        0 => NODE * entry + LINKS,
        len if len < NODE => 0,
        // The first split adds two nodes, one of them with links to others.
        NODE => 2 * NODE * entry + 8 * LINKS,
        _ => entry * 9 / 4 + LINKS / 2,
    }
}

/// The address and size of a structure. Members outside it are boxed.
pub(crate) struct Extent {
    start: usize,
    size: usize,
}

impl Extent {
    #[inline]
    pub(crate) fn of(shape: &dyn Reflect) -> Self {
        Self { start: std::ptr::from_ref(shape).cast::<()>().addr(), size: size_of_val(shape) }
    }

    /// Returns the bytes of the box of a member. Zero if the member is not boxed.
    #[inline]
    pub(crate) fn boxed(&self, place: &Slot<'_>) -> usize {
        match place {
            Slot::Shape(shape) => self.outside(&**shape),
            _ => 0,
        }
    }

    fn outside(&self, member: &dyn Reflect) -> usize {
        let member = Self::of(member);
        if member.start.wrapping_sub(self.start) < self.size { 0 } else { member.size }
    }
}

/// Returns the bytes of boxes in a blank structure, or in one of its members. In recursive models, required members are
/// boxed, and the boxes exist even if the members are missing.
pub(crate) fn blank_boxes(shape: &dyn Reflect, only: Option<usize>) -> usize {
    let extent = Extent::of(shape);
    let mut bytes = 0;
    shape.each(&mut |index, value| {
        if let Ref::Shape(member) = value
            && only.is_none_or(|only| only == index)
        {
            bytes += extent.outside(member) + blank_boxes(member, None);
        }
        true
    });
    bytes
}
