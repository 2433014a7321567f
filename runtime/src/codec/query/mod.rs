//! Forms (`application/x-www-form-urlencoded`) in requests of `aws.protocols#awsQuery` and `ec2Query`: one parameter
//! per leaf, named by the path to it, such as `Filters.member.1.Name`.
//!
//! Forms cannot represent null: null in a sparse list is an error, and an entry of a sparse map whose value is null has
//! only its key. Documents are written as JSON text.

mod form;
mod read;
mod write;

use std::borrow::Cow;

use crate::schema::{Member, TimestampFormat};

pub use form::Form;
pub use read::read;
pub use write::write;

/// Naming of parameters, which differs between the two protocols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `awsQuery`: uses `@xmlName` and `@xmlFlattened`. An empty list is a parameter without a value.
    Aws,
    /// `ec2Query`: uses `@ec2QueryName`. Other names are capitalized, and all lists are flattened.
    Ec2,
}

/// How parameters of lists and maps are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    /// By index: `Names.1`.
    Flattened,
    /// By the name of the element, and index: `Names.member.1`.
    Nested,
}

impl Dialect {
    /// Returns the name of a structure's or union's member.
    fn name_of(self, member: &Member) -> Cow<'static, str> {
        let name = member.traits.xml_name.unwrap_or(member.name);
        match self {
            Self::Aws => Cow::Borrowed(name),
            Self::Ec2 => member.traits.ec2_name.map_or_else(|| capitalized(name), Cow::Borrowed),
        }
    }

    /// Whether it is the name of a structure's or union's member. Allocates nothing.
    fn is_name(self, member: &Member, found: &str) -> bool {
        let name = member.traits.xml_name.unwrap_or(member.name);
        match (self, member.traits.ec2_name) {
            (Self::Aws, _) => found == name,
            (Self::Ec2, Some(name)) => found == name,
            (Self::Ec2, None) => match (name.as_bytes().split_first(), found.as_bytes().split_first()) {
                (Some((first, rest)), Some((found, others))) => first.to_ascii_uppercase() == *found && rest == others,
                (own, found) => own == found,
            },
        }
    }

    fn layout(self, member: &Member) -> Layout {
        if self == Self::Ec2 || member.traits.xml_flattened { Layout::Flattened } else { Layout::Nested }
    }
}

fn capitalized(name: &'static str) -> Cow<'static, str> {
    match name.as_bytes().first() {
        Some(first) if first.is_ascii_lowercase() => {
            let mut name = name.to_owned();
            if let Some(first) = name.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            Cow::Owned(name)
        }
        _ => Cow::Borrowed(name),
    }
}

fn format_of(member: &Member) -> TimestampFormat {
    member.traits.timestamp_format.or(member.target.timestamp_format).unwrap_or(TimestampFormat::DateTime)
}

#[cfg(test)]
mod tests;
