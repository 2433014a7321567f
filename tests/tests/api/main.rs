//! What the public interfaces of the runtime and of generated code promise, beyond what they do.

mod bounds;
mod dependencies;
mod types_only;
