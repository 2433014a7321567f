//! Paths without the feature `jmespath`: clients of services with paths do not compile.

use super::{Expected, Path};
use crate::reflect::Reflect;

impl Path {
    /// There is no path.
    #[expect(clippy::unused_self, reason = "the same interface as with the feature")]
    pub(super) fn text_in(&self, _: &dyn Reflect) -> Option<String> {
        None
    }

    /// There is no path.
    #[expect(clippy::unused_self, reason = "the same interface as with the feature")]
    pub(super) fn has_result(&self, _: Expected, _: Option<&dyn Reflect>, _: &dyn Reflect) -> bool {
        false
    }
}
