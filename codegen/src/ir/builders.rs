//! Builders: what their setters take, and what they return.

/// Arguments of a setter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arguments {
    /// Types that convert to the type of the member.
    #[default]
    Convertible,
    /// The type of the member, and for strings and boxes what converts to it: conversions cannot fail.
    Exact,
}

/// Return types of builders of a structure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Build {
    /// `build` returns a `Result`.
    #[default]
    Checked,
    /// `build` returns the structure, which is checked when it is sent.
    Infallible,
}

/// A member's setters. Names are unescaped.
#[derive(Clone, Debug, Default)]
pub struct Setters {
    /// Sets the member, or adds one element or entry to it.
    pub add: String,
    /// Replaces or removes the value.
    pub replace: String,
    /// Their arguments.
    pub arguments: Arguments,
}
