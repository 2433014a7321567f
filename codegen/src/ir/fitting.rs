//! How definitions fit into the user's code.

/// The module that has the type and the schema of a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// This one.
    Here,
    /// Another generated module, from which they are imported.
    Module {
        /// Path of the module.
        path: String,
        /// Name of the type there, if it may differ from the name here.
        name: Option<String>,
    },
}

/// Configured attributes of a type, field or variant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// Paths of derive macros.
    pub derive: Vec<String>,
    /// Other attributes, such as `#[must_use]`.
    pub attributes: Vec<String>,
}
