//! Transforms that compile endpoint rule sets to decision diagrams. They have no effect: rule sets are evaluated as
//! they are.

use super::Definition;

pub(super) const COMPILE: Definition =
    Definition { name: "compileBdd", arguments: &[], list: None, read: |_| Box::new(|_| Ok(())) };

pub(super) const COMPILE_FOR_AWS: Definition = Definition { name: "compileBddForAws", ..COMPILE };
