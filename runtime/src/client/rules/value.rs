//! Values of expressions. Texts are borrowed from the program and the parameters where possible.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use crate::client::partitions::Partition;
use crate::endpoint_rules::program::Step;

/// A value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Value<'a> {
    /// No value.
    #[default]
    Absent,
    Boolean(bool),
    Integer(i64),
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    Record(Vec<(&'a str, Value<'a>)>),
    Partition(&'a Partition),
    Arn(Box<Arn<'a>>),
    Url(Box<Url<'a>>),
}

/// A record of `aws.parseArn`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Arn<'a> {
    pub(super) partition: Cow<'a, str>,
    pub(super) service: Cow<'a, str>,
    pub(super) region: Cow<'a, str>,
    pub(super) account: Cow<'a, str>,
    pub(super) resource: Cow<'a, str>,
}

/// A record of `parseURL`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Url<'a> {
    pub(super) scheme: Cow<'a, str>,
    pub(super) authority: Cow<'a, str>,
    pub(super) path: Cow<'a, str>,
    pub(super) normalized_path: Cow<'a, str>,
    pub(super) is_ip: bool,
}

/// Part of a text, which is borrowed if the text is.
pub(super) fn slice<'a>(text: &Cow<'a, str>, range: Range<usize>) -> Option<Cow<'a, str>> {
    match text {
        Cow::Borrowed(text) => text.get(range).map(Cow::Borrowed),
        Cow::Owned(text) => text.get(range).map(|part| Cow::Owned(part.to_owned())),
    }
}

/// Parts of a text between delimiters.
pub(super) fn parts<'a>(text: &Cow<'a, str>, ranges: impl Iterator<Item = Range<usize>>) -> Value<'a> {
    Value::List(ranges.filter_map(|range| slice(text, range)).map(Value::Text).collect())
}

/// Ranges of the components of an ARN's resource, between colons and slashes.
fn components(resource: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = Some(0);
    std::iter::from_fn(move || {
        let from = start?;
        let end = resource[from..].find([':', '/']).map(|at| from + at);
        start = end.map(|end| end + 1);
        Some(from..end.unwrap_or(resource.len()))
    })
}

impl<'a> Value<'a> {
    pub(super) fn text(text: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }

    /// The text of a string.
    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// Whether a condition with this value holds.
    pub(super) fn holds(&self) -> bool {
        !matches!(self, Self::Absent | Self::Boolean(false))
    }

    /// A member of a record.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        let Self::Record(members) = self else { return None };
        members.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// The value at a path. Absent if there is none.
    pub(super) fn at(&self, steps: &[Step]) -> Self {
        // Only the first step leads to a value that is not stored.
        let Some((first, rest)) = steps.split_first() else { return self.clone() };
        let computed = match (self, first) {
            (Self::Partition(partition), Step::Key(key)) => partition.attribute(key),
            (Self::Url(url), Step::Key(key)) => url.attribute(key),
            (Self::Arn(arn), Step::Key(key)) if key == "resourceId" => match rest.split_first() {
                Some((Step::Index(index), rest)) => return arn.component(*index).at(rest),
                _ => arn.resource_id(),
            },
            (Self::Arn(arn), Step::Key(key)) => arn.attribute(key),
            (Self::Record(_), Step::Key(key)) => return self.get(key).map_or(Self::Absent, |value| value.at(rest)),
            (Self::List(items), Step::Index(index)) => {
                return element(items.len(), *index)
                    .and_then(|at| items.get(at))
                    .map_or(Self::Absent, |item| item.at(rest));
            }
            _ => Self::Absent,
        };
        if rest.is_empty() { computed } else { computed.at(rest) }
    }
}

/// The index of an element, which counts from the end if it is negative.
fn element(length: usize, index: i64) -> Option<usize> {
    let distance = usize::try_from(index.unsigned_abs()).ok()?;
    if index < 0 { length.checked_sub(distance) } else { Some(distance) }
}

impl<'a> Arn<'a> {
    fn attribute(&self, key: &str) -> Value<'a> {
        Value::Text(match key {
            "partition" => self.partition.clone(),
            "service" => self.service.clone(),
            "region" => self.region.clone(),
            "accountId" => self.account.clone(),
            _ => return Value::Absent,
        })
    }

    /// A component of the resource.
    fn component(&self, index: i64) -> Value<'a> {
        let count = if index < 0 { components(&self.resource).count() } else { 0 };
        let range = element(count, index).and_then(|at| components(&self.resource).nth(at));
        range.and_then(|range| slice(&self.resource, range)).map_or(Value::Absent, Value::Text)
    }

    fn resource_id(&self) -> Value<'a> {
        parts(&self.resource, components(&self.resource))
    }
}

impl<'a> Url<'a> {
    fn attribute(&self, key: &str) -> Value<'a> {
        Value::Text(match key {
            "scheme" => self.scheme.clone(),
            "authority" => self.authority.clone(),
            "path" => self.path.clone(),
            "normalizedPath" => self.normalized_path.clone(),
            "isIp" => return Value::Boolean(self.is_ip),
            _ => return Value::Absent,
        })
    }
}

impl Partition {
    fn attribute<'a>(&'a self, key: &str) -> Value<'a> {
        Value::text(match key {
            "name" => &*self.name,
            "dnsSuffix" => &*self.suffix,
            "dualStackDnsSuffix" => &*self.dual_stack_suffix,
            "implicitGlobalRegion" => &*self.global_region,
            "supportsFIPS" => return Value::Boolean(self.has_fips),
            "supportsDualStack" => return Value::Boolean(self.has_dual_stack),
            _ => return Value::Absent,
        })
    }
}

/// As in a template. Only strings, booleans and integers occur there.
impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Text(text) => f.write_str(text),
            _ => Ok(()),
        }
    }
}
