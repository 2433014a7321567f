//! Steps of selectors. Plain data.

use super::attribute::{Assertion, Comparison, Path};
use crate::model::ShapeType;
use crate::model::graph::Relation;

/// Steps from left to right. The input of each is the result of the previous one.
pub(super) type Steps = Vec<Step>;

/// One part of a selector.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// `string`, `number`, `member`, …
    Type(Types),
    /// `[trait|x = y]`
    Attribute(Path, Option<Comparison>),
    /// `[@trait|x: @{y} = @{z}]`
    Scoped(Path, Vec<Assertion>),
    /// `>` and `-[…]->`
    Forward(Relations),
    /// `<` and `<-[…]-`
    Reverse(Relations),
    /// `~>`
    Closure,
    /// `:not(…)`
    Not(Steps),
    /// `:test(…)`
    Test(Vec<Steps>),
    /// `:is(…)`
    Is(Vec<Steps>),
    /// `:in(…)`
    In(Steps),
    /// `:root(…)`, by its index among the roots of the selector
    Root(usize),
    /// `:topdown(…)`
    TopDown(Steps, Option<Steps>),
    /// `:recursive(…)`
    Recursive(Steps),
    /// `$name(…)`
    Store(usize, Steps),
    /// `${name}`
    Load(usize),
    /// An unknown function, which yields nothing.
    Nothing,
}

impl Step {
    /// Nested steps.
    pub(super) fn nested(&self) -> impl Iterator<Item = &Steps> {
        let (one, two, many): (Option<&Steps>, Option<&Steps>, &[Steps]) = match self {
            Self::Not(steps) | Self::In(steps) | Self::Recursive(steps) | Self::Store(_, steps) => {
                (Some(steps), None, &[])
            }
            Self::TopDown(first, second) => (Some(first), second.as_ref(), &[]),
            Self::Test(all) | Self::Is(all) => (None, None, all),
            _ => (None, None, &[]),
        };
        one.into_iter().chain(two).chain(many)
    }

    /// Whether it, or a nested step, sets a variable.
    pub(super) fn stores(&self) -> bool {
        matches!(self, Self::Store(..)) || self.nested().flatten().any(Step::stores)
    }

    /// Whether it may yield elements other than its input.
    pub(super) fn traverses(&self) -> bool {
        matches!(
            self,
            Self::Forward(_)
                | Self::Reverse(_)
                | Self::Closure
                | Self::Is(_)
                | Self::Root(_)
                | Self::TopDown(..)
                | Self::Recursive(_)
                | Self::Load(_)
        )
    }

    /// Whether it can be evaluated from right to left.
    pub(super) fn is_reversible(&self) -> bool {
        match self {
            Self::Is(all) => all.iter().flatten().all(Self::is_reversible),
            Self::Root(_) | Self::TopDown(..) | Self::Recursive(_) | Self::Load(_) => false,
            other => !other.stores(),
        }
    }
}

/// A set of shape types, including `member`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Types(u32);

impl Types {
    const MEMBER: Self = Self(1 << 31);
    const SIMPLE: [ShapeType; 15] = [
        ShapeType::Blob,
        ShapeType::Boolean,
        ShapeType::String,
        ShapeType::Enum,
        ShapeType::Byte,
        ShapeType::Short,
        ShapeType::Integer,
        ShapeType::IntEnum,
        ShapeType::Long,
        ShapeType::Float,
        ShapeType::Double,
        ShapeType::BigInteger,
        ShapeType::BigDecimal,
        ShapeType::Timestamp,
        ShapeType::Document,
    ];
    const AGGREGATE: [ShapeType; 4] = [ShapeType::List, ShapeType::Map, ShapeType::Structure, ShapeType::Union];

    fn of(kinds: &[ShapeType]) -> Self {
        Self(kinds.iter().fold(0, |bits, kind| bits | 1 << *kind as u32))
    }

    /// The types of a type name in a selector. `string` includes enums, `integer` includes intEnums.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        use ShapeType as T;
        Some(match name {
            "member" => Self::MEMBER,
            "number" => Self::of(&Self::SIMPLE[4..13]),
            "simpleType" => Self::of(&Self::SIMPLE),
            "aggregateType" => Self::of(&Self::AGGREGATE),
            "dataType" => Self(Self::of(&Self::SIMPLE).0 | Self::of(&Self::AGGREGATE).0),
            "serviceType" => Self::of(&[T::Service, T::Resource, T::Operation]),
            "collection" | "set" => Self::of(&[T::List]),
            "string" => Self::of(&[T::String, T::Enum]),
            "integer" => Self::of(&[T::Integer, T::IntEnum]),
            other => Self::of(&[ShapeType::from_name(other)?]),
        })
    }

    /// Whether the set contains a type (`None` means members).
    pub(super) fn contains(self, kind: Option<ShapeType>) -> bool {
        self.0 & kind.map_or(Self::MEMBER.0, |kind| 1 << kind as u32) != 0
    }
}

/// A set of relations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Relations(u32);

impl Relations {
    /// All except for `trait` and `bound`, which must be requested explicitly.
    pub(super) const ALL: Self = Self(!(1 << Relation::Trait as u32 | 1 << Relation::Bound as u32));
    /// None.
    pub(super) const NONE: Self = Self(0);

    /// The set with a relation added.
    pub(super) fn with(self, relation: Relation) -> Self {
        Self(self.0 | 1 << relation as u32)
    }

    /// Whether the set contains the relation.
    pub(super) fn contains(self, relation: Relation) -> bool {
        self.0 & 1 << relation as u32 != 0
    }
}
