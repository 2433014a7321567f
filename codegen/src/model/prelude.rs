//! Shape ids of the prelude that are not traits.

macro_rules! id {
    ($name:literal) => {
        concat!("smithy.api#", $name)
    };
}

/// Stands for no input, no output and no value.
pub const UNIT: &str = id!("Unit");
/// Any string.
pub const STRING: &str = id!("String");
