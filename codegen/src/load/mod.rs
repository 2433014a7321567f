//! Sources to a model: reads files, merges what they say, resolves `apply` and mixins. What is wrong becomes diagnostics; as
//! much of the model as can be is made all the same.

mod assemble;
mod document;
mod elision;
mod files;
mod idl;
mod json_ast;
mod mixins;
mod prelude;

pub use assemble::{Merged, assemble, merge_sources};
pub use files::read_sources;
