//! Values of options of `whitesmith codegen` that are keys of `codegen.toml`, too.

use clap::ValueEnum;
use whitesmith_codegen::config::{Constraints, Nullability, Style};

/// How constraints are enforced.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum Enforcement {
    /// By newtypes
    #[default]
    Types,
    /// By checks of plain types when a structure is built, sent or received
    Checked,
}

impl From<Enforcement> for Constraints {
    fn from(enforcement: Enforcement) -> Self {
        match enforcement {
            Enforcement::Types => Self::Types,
            Enforcement::Checked => Self::Checked,
        }
    }
}

/// Names and types of generated code.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum NameStyle {
    /// Names and types of Whitesmith
    #[default]
    Plain,
    /// Names and types of the AWS SDK for Rust
    AwsSdk,
}

impl From<NameStyle> for Style {
    fn from(style: NameStyle) -> Self {
        match style {
            NameStyle::Plain => Self::Plain,
            NameStyle::AwsSdk => Self::AwsSdk,
        }
    }
}

/// Which members are `Option`.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum Optionality {
    /// Members that are neither required nor have a default, and members with `@clientOptional` that are not required
    #[default]
    Authoritative,
    /// Members without a default, with `@clientOptional`, or of structures with `@input`
    ClientCareful,
}

impl From<Optionality> for Nullability {
    fn from(optionality: Optionality) -> Self {
        match optionality {
            Optionality::Authoritative => Self::Authoritative,
            Optionality::ClientCareful => Self::ClientCareful,
        }
    }
}
