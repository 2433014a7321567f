//! Forms (`application/x-www-form-urlencoded`) as the requests of `aws.protocols#awsQuery` and `ec2Query` have them: a parameter
//! for each leaf, whose name is the way to it, such as `Filters.member.1.Name`.
//!
//! Forms have no null, so nulls of sparse lists get lost; nor have they documents: one is written as JSON text.

mod form;
mod read;
mod write;

use std::borrow::Cow;

use crate::schema::{Member, TimestampFormat};

pub use form::Form;
pub use read::read;
pub use write::write;

/// The two protocols name parameters in different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `awsQuery`: `@xmlName` and `@xmlFlattened` count; an empty list is a parameter without a value.
    Aws,
    /// `ec2Query`: `@ec2QueryName` counts, other names begin with a capital, and all lists are flattened.
    Ec2,
}

impl Dialect {
    /// The name of a member of a structure or union.
    fn name_of(self, member: &Member) -> Cow<'static, str> {
        let name = member.xml_name.unwrap_or(member.name);
        match self {
            Self::Aws => Cow::Borrowed(name),
            Self::Ec2 => member.ec2_name.map_or_else(|| capitalised(name), Cow::Borrowed),
        }
    }

    fn is_flattened(self, member: &Member) -> bool {
        self == Self::Ec2 || member.xml_flattened
    }
}

fn capitalised(name: &'static str) -> Cow<'static, str> {
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
    member.timestamp_format.or(member.target.timestamp_format).unwrap_or(TimestampFormat::DateTime)
}

#[cfg(test)]
mod tests;
