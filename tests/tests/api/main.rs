//! Properties of the public interfaces of the runtime and of generated code, such as marker traits.

mod bounds;
mod dependencies;
mod timer;
mod types_only;
