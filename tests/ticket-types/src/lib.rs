//! Types that take the place of generated ones in the test service `tickets`, one for each kind of shape but structures
//! and unions, whose types need those of the generated crate.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use whitesmith_runtime::constraint::Violation;
use whitesmith_runtime::types::{BigDecimal, Blob, Timestamp};
use whitesmith_runtime::{Custom, CustomType, Wire};

/// Number of a ticket, such as `A-17`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TicketId(pub u32);

impl CustomType for TicketId {
    type Wire = String;

    fn from_wire(wire: &str) -> Result<Self, Violation> {
        let number = wire.strip_prefix("A-").and_then(|number| number.parse().ok());
        number.map(Self).ok_or(Violation::expected("a ticket number, such as A-17"))
    }

    fn to_wire(&self) -> String {
        format!("A-{}", self.0)
    }
}

/// A closed enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are self-explanatory")]
pub enum Color {
    Red,
    Blue,
}

impl CustomType for Color {
    type Wire = String;

    fn from_wire(wire: &str) -> Result<Self, Violation> {
        match wire {
            "RED" => Ok(Self::Red),
            "BLUE" => Ok(Self::Blue),
            _ => Err(Violation::expected("RED or BLUE")),
        }
    }

    fn to_wire(&self) -> String {
        match self {
            Self::Red => "RED".to_owned(),
            Self::Blue => "BLUE".to_owned(),
        }
    }
}

/// Priority, with 1 as the most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Priority(pub i32);

impl CustomType for Priority {
    type Wire = i32;

    fn from_wire(wire: i32) -> Result<Self, Violation> {
        Ok(Self(wire))
    }

    fn to_wire(&self) -> i32 {
        self.0
    }
}

/// An even amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cents(pub i64);

impl CustomType for Cents {
    type Wire = i64;

    fn from_wire(wire: i64) -> Result<Self, Violation> {
        if wire % 2 == 0 { Ok(Self(wire)) } else { Err(Violation::expected("an even number")) }
    }

    fn to_wire(&self) -> i64 {
        self.0
    }
}

/// A time after 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due(pub SystemTime);

impl CustomType for Due {
    type Wire = Timestamp;

    fn from_wire(wire: Timestamp) -> Result<Self, Violation> {
        let seconds = u64::try_from(wire.seconds()).map_err(|_| Violation::expected("a time after 1970"))?;
        Ok(Self(UNIX_EPOCH + Duration::from_secs(seconds)))
    }

    fn to_wire(&self) -> Timestamp {
        let seconds = self.0.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        Timestamp::from_unix(i64::try_from(seconds).unwrap_or_default(), 0).unwrap_or_default()
    }
}

/// An address as four bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Host(pub Ipv4Addr);

impl CustomType for Host {
    type Wire = Blob;

    fn from_wire(wire: &[u8]) -> Result<Self, Violation> {
        let bytes: [u8; 4] = wire.try_into().map_err(|_| Violation::expected("an address of four bytes"))?;
        Ok(Self(bytes.into()))
    }

    fn to_wire(&self) -> Blob {
        self.0.octets().to_vec().into()
    }
}

/// `true` or `false`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are self-explanatory")]
pub enum State {
    Open,
    Closed,
}

impl CustomType for State {
    type Wire = bool;

    fn from_wire(wire: bool) -> Result<Self, Violation> {
        Ok(if wire { Self::Closed } else { Self::Open })
    }

    fn to_wire(&self) -> bool {
        *self == Self::Closed
    }
}

/// A set of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tags(pub BTreeSet<String>);

impl CustomType for Tags {
    type Wire = Vec<String>;

    fn from_wire(wire: &[String]) -> Result<Self, Violation> {
        let tags: BTreeSet<String> = wire.iter().cloned().collect();
        if tags.len() == wire.len() { Ok(Self(tags)) } else { Err(Violation::expected("different tags")) }
    }

    fn to_wire(&self) -> Vec<String> {
        self.0.iter().cloned().collect()
    }
}

/// Hours of work, by name. The share of each is positive.
#[derive(Clone, Debug, PartialEq)]
pub struct Hours(pub BTreeMap<String, f64>);

impl CustomType for Hours {
    type Wire = BTreeMap<String, Custom<Share>>;

    fn from_wire(wire: &Self::Wire) -> Result<Self, Violation> {
        let positive = |(name, share): (&String, &Custom<Share>)| (share.0 > 0.0).then(|| (name.clone(), share.0));
        let hours: Option<_> = wire.iter().map(positive).collect();
        hours.map(Self).ok_or(Violation::expected("positive shares"))
    }

    fn to_wire(&self) -> Self::Wire {
        self.0.iter().map(|(name, hours)| (name.clone(), Share(*hours).into())).collect()
    }
}

/// Types that are their own wire value, in a wrapper.
macro_rules! wrapper {
    ($($(#[$docs:meta])* $name:ident($wire:ty);)*) => {
        $(
            $(#[$docs])*
            #[derive(Clone, Debug, PartialEq)]
            pub struct $name(pub $wire);

            impl CustomType for $name {
                type Wire = $wire;

                fn from_wire(wire: <$wire as Wire>::Ref<'_>) -> Result<Self, Violation> {
                    Ok(Self(wire.to_owned()))
                }

                fn to_wire(&self) -> $wire {
                    self.0.clone()
                }
            }
        )*
    };
}

wrapper! {
    /// A share of the whole.
    Share(f64);
    /// An exact price.
    Price(BigDecimal);
}
