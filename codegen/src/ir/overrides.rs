//! Parts of definitions that the configuration overrides.

use super::{Definition, Type};

/// The module that has the type and the schema of a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DefinedIn {
    /// This one.
    Here,
    /// Another generated module, from which they are imported.
    Module {
        /// Path of the module.
        path: String,
        /// Names there.
        names: ForeignNames,
    },
}

/// Names of a shape, or of a member with constraints of its own, in another module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignNames {
    /// Name of the type, if the shape has one.
    pub name: String,
    /// Name of the static that holds the schema.
    pub schema: String,
}

impl Definition {
    /// Whether the module itself has the schema. That of another module does not know the user's type.
    pub fn has_schema_here(&self) -> bool {
        self.defined_in == DefinedIn::Here || self.custom.is_some()
    }
}

/// A type of the user's in place of a generated one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Custom {
    /// Path of the type.
    pub path: String,
    /// Type of the value that is sent and received.
    pub wire: Type,
}

/// Configured attributes of a type, field or variant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// Paths of derive macros.
    pub derive: Vec<String>,
    /// Other attributes, such as `#[must_use]`.
    pub attributes: Vec<String>,
}
