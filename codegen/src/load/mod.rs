//! Sources to a model. Errors are diagnostics, and the model contains what could be read.
//!
//! `files` finds the sources, in folders, archives (`archive`) and projects (`smithy_build`). `json_ast` and `idl`
//! convert each to a `document`; IDL needs the `names` of all shapes.
//! `merge` combines documents, and `build` turns definitions into shapes, with `mixins`. `upgrade` converts 1.0 to 2.0.
//! `creation` rejects malformed trait values. `unmix` restores the model as written, for export. `definitions` contains
//! the prelude and known trait definitions.

#[cfg(feature = "archives")]
mod archive;
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
#[cfg_attr(not(feature = "archives"), allow(unreachable_pub, reason = "only `dependencies` exports its items"))]
pub(crate) mod smithy_build;
mod unmix;
mod upgrade;

pub use assemble::assemble;
pub(crate) use build::UNRESOLVED_TRAIT;
pub(crate) use definitions::restore as restore_definitions;
pub(crate) use files::read_watched;
pub use files::{
    CACHE_TAG, add_source, has_models, ignored, is_archive, is_folder_left_out, is_model, read_placed, read_projected,
    read_sources,
};
pub(crate) use merge::is_about_set;
pub use smithy_build::dependencies;
pub use smithy_build::{ID as PROJECT_ID, Projection, is_smithy_build};
pub(crate) use upgrade::{EnumNames, enum_member, string_to_enum};

pub(crate) use unmix::replace as replace_mixins;
pub use unmix::{Loaded, Merged, load, merge_sources};

use crate::diagnostic::{Diagnostic, Message, Severity};
use crate::rule::{Event, event};
use crate::source::Span;

/// Errors of parsing and loading. Rules that find such errors report this event too.
pub(crate) const MODEL: Event =
    event!("Model", Parts, &["", "BadDocumentationComment", "IgnoredDuplicateDefinition", "UnresolvedTrait",]);

/// Creates an error of parsing or loading.
fn fault(message: impl Into<Message>, span: Span) -> Diagnostic {
    Diagnostic::of(Severity::Error, "Model", message, span)
}

/// Events that loading reports.
pub(crate) const EVENTS: &[Event] = &[MODEL, event!("ModelDeprecation"), event!("SyntacticShapeIdTarget")];
