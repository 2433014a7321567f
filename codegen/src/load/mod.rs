//! Sources to a model. What is wrong becomes diagnostics; as much of the model as can be is made all the same.
//!
//! `files` finds the sources; `json_ast` and `idl` read each into a `document`, the latter with the `names` of all shapes;
//! `merge` brings documents together; `build` makes shapes of definitions, with `mixins`; `upgrade` puts 1.0 in the words of
//! 2.0; `creation` refuses trait values that nobody could read; `unmix` gives the model as it was written, for those who write
//! it out again. The prelude and known trait definitions come from `definitions`.

mod assemble;
mod build;
mod creation;
mod cycles;
mod definitions;
mod document;
mod files;
mod idl;
mod json_ast;
mod merge;
mod mixins;
mod names;
mod unmix;
mod upgrade;

pub use assemble::assemble;
pub(crate) use build::UNRESOLVED_TRAIT;
pub use files::{add_source, is_model, read_sources};
pub(crate) use upgrade::enum_member;

pub use unmix::{Merged, merge_sources, upgrade_sources};

use crate::rule::{Event, event};

/// What is wrong with the text of a model, or with putting it together. Rules that find such faults report it, too.
pub(crate) const MODEL: Event =
    event!("Model", Parts, &["", "BadDocumentationComment", "IgnoredDuplicateDefinition", "UnresolvedTrait",]);

/// What loading reports.
pub(crate) const EVENTS: &[Event] = &[MODEL, event!("ModelDeprecation"), event!("SyntacticShapeIdTarget")];
