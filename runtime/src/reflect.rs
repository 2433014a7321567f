//! Reflection: how interpreters look into generated values, and fill them.
//!
//! Reading a value needs nothing; filling one takes a [`Fill`], which only this crate can make. That keeps reflection from
//! getting round constraints by accident, not by intent: a codec's own reader checks none, and a type that implements
//! [`Reflect`] itself may keep the [`Fill`] that it is given.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use crate::schema::Schema;
use crate::types::{BigDecimal, BigInteger, Blob, ByteStream, Document, EventError, Timestamp, Unhandled};

/// The right to fill slots. Only the runtime makes one. Clients and servers check the result as their side demands; who calls
/// a codec's reader checks it with [`check`](fn@crate::constraint::check).
#[derive(Clone, Copy, Debug)]
pub struct Fill(pub(crate) ());

/// A value that has a schema. Every [`Shape`] is one.
pub trait Described {
    /// Names, types and traits of the members.
    fn schema(&self) -> &'static Schema;

    /// The names of the fields or variants, in the order of [`Schema::members`].
    fn names(&self) -> &'static [&'static str] {
        &[]
    }
}

impl<T: Shape> Described for T {
    fn schema(&self) -> &'static Schema {
        T::shape()
    }

    fn names(&self) -> &'static [&'static str] {
        T::NAMES
    }
}

/// A structure or union as the interpreters see it.
pub trait Reflect: Described + Send + Sync {
    /// Calls `visit` with the index and value of each member that has one, in model order, until it says stop by
    /// returning `false`. Much cheaper than asking for the members one by one: most members of large structures are absent.
    fn each<'a>(&'a self, visit: &mut dyn FnMut(usize, Ref<'a>) -> bool);

    /// The value of the member at this index of [`Schema::members`]; [`Ref::Absent`] where there is none.
    fn get(&self, member: usize) -> Ref<'_> {
        let mut found = Ref::Absent;
        self.each(&mut |index, value| {
            if index == member {
                found = value;
            }
            index < member
        });
        found
    }

    /// The place to fill with the member's value. A union takes on that variant.
    fn slot(&mut self, member: usize, fill: Fill) -> Slot<'_>;

    /// Notes that a union's variant is not known. Structures have nothing to note.
    fn set_unknown(&mut self, _name: &str, _fill: Fill) {}

    /// Name of the variant that the union has and the model does not list. None for listed variants, and for structures.
    fn unknown(&self) -> Option<&str> {
        None
    }

    /// The member that is a stream (spec: `@streaming`). It has no value and no slot: it is sent and received beside the
    /// rest of its structure.
    fn stream(&mut self, _fill: Fill) -> Option<StreamSlot<'_>> {
        None
    }
}

/// A stream to take or to fill.
#[allow(missing_docs, reason = "each is what its name says")]
pub enum StreamSlot<'a> {
    Bytes(&'a mut ByteStream),
    Events(&'a mut dyn EventSlot),
}

/// A type of members that are streams.
pub trait Streaming {
    /// The stream to take or to fill.
    fn stream_slot(&mut self, fill: Fill) -> StreamSlot<'_>;
}

/// Events without their type: a union, or nothing or what is to be told of a failure.
pub type Events = Pin<Box<dyn Stream<Item = Result<Box<dyn Reflect>, Option<Unhandled>>> + Send>>;

/// An event stream to take or to fill.
pub trait EventSlot: Send {
    /// Takes the events, to be sent.
    fn take(&mut self, fill: Fill) -> Events;

    /// The events are those that the source has.
    fn fill(&mut self, source: Box<dyn EventSource>, fill: Fill);
}

/// Events that have yet to be read from messages.
pub trait EventSource: Send {
    /// Fills the blank union with the next event. [`EventError::Modelled`] says that it is filled with an error.
    fn poll_event(&mut self, cx: &mut Context<'_>, event: &mut dyn Reflect)
    -> Poll<Option<Result<(), EventError<()>>>>;
}

/// A member's type: a leaf, an aggregate, or an option, list, map or box of one.
pub trait Value: Sized {
    /// Looks at the value.
    fn get(&self) -> Ref<'_>;

    /// The place to fill.
    fn slot(&mut self, fill: Fill) -> Slot<'_>;

    /// What the place holds before it is filled. Never reaches user code unless the model allows it as a value.
    fn blank(fill: Fill) -> Self;
}

/// A generated type: it stands for one shape of a model.
pub trait Shape: Value {
    /// The names of a structure's fields or a union's variants, in the order of [`Schema::members`].
    #[doc(hidden)]
    const NAMES: &'static [&'static str] = &[];

    /// Returns the schema of the shape.
    #[doc(hidden)]
    fn shape() -> &'static Schema;
}

/// A value, borrowed.
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "each is what its name says")]
pub enum Ref<'a> {
    /// No value, or null in a sparse collection.
    Absent,
    Bool(bool),
    Byte(i8),
    Short(i16),
    /// An integer, or an `intEnum`.
    Int(i32),
    Long(i64),
    Float(f32),
    Double(f64),
    BigInteger(&'a BigInteger),
    BigDecimal(&'a BigDecimal),
    /// A string, or an enum.
    Str(&'a str),
    Blob(&'a [u8]),
    Timestamp(Timestamp),
    Document(&'a Document),
    Shape(&'a dyn Reflect),
    List(&'a dyn ListRef),
    Map(&'a dyn MapRef),
}

/// A place for a value.
#[allow(missing_docs, reason = "each is what its name says")]
pub enum Slot<'a> {
    /// The value has nowhere to go.
    Ignore,
    Bool(&'a mut bool),
    Byte(&'a mut i8),
    Short(&'a mut i16),
    Int(&'a mut i32),
    Long(&'a mut i64),
    Float(&'a mut f32),
    Double(&'a mut f64),
    BigInteger(&'a mut BigInteger),
    BigDecimal(&'a mut BigDecimal),
    Str(&'a mut String),
    Blob(&'a mut Blob),
    Timestamp(&'a mut Timestamp),
    Document(&'a mut Document),
    Enum(&'a mut dyn EnumSlot),
    IntEnum(&'a mut dyn IntEnumSlot),
    Shape(&'a mut dyn Reflect),
    List(&'a mut dyn ListSlot),
    Map(&'a mut dyn MapSlot),
}

/// A list, borrowed.
pub trait ListRef {
    /// How many elements there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// The element at `index`; [`Ref::Absent`] for null.
    fn get(&self, index: usize) -> Ref<'_>;
}

/// A map, borrowed.
pub trait MapRef {
    /// How many entries there are.
    fn len(&self) -> usize;
    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Calls `visit` for each entry in key order, until it says stop by returning `false`.
    fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a str, Ref<'a>) -> bool);
}

/// A list to fill. It may hold elements already: a reader that meets the list as one value begins by clearing it, one that
/// meets it piece by piece adds to it.
pub trait ListSlot {
    /// Takes all elements out.
    fn clear(&mut self, fill: Fill);
    /// Adds a blank element and gives its place.
    fn push(&mut self, fill: Fill) -> Slot<'_>;
    /// Adds a blank element: null in a sparse list.
    fn push_blank(&mut self, fill: Fill);
    /// How many bytes an element takes, without what it points to.
    fn element_size(&self) -> usize;
}

/// A map to fill. As [`ListSlot`], it may hold entries already.
pub trait MapSlot {
    /// Takes all entries out.
    fn clear(&mut self, fill: Fill);
    /// Adds a blank entry, in place of an earlier one of the same key, and gives its value's place.
    fn insert(&mut self, key: &str, fill: Fill) -> Slot<'_>;
    /// Adds a blank entry: null in a sparse map.
    fn insert_blank(&mut self, key: &str, fill: Fill);
    /// How many bytes an entry takes, without what it points to.
    fn entry_size(&self) -> usize;
}

/// A string enum to fill. Values that the model lacks are kept.
pub trait EnumSlot {
    /// Takes a value as it came.
    fn set(&mut self, value: &str, fill: Fill);
}

/// An integer enum to fill. Values that the model lacks are kept.
pub trait IntEnumSlot {
    /// Takes a value as it came.
    fn set(&mut self, value: i32, fill: Fill);
}

/// A map key: a string, a constrained string or an enum.
pub trait Key: Ord {
    /// The key as it is written.
    fn as_key(&self) -> &str;
    /// A key as it came.
    fn from_key(key: &str, fill: Fill) -> Self;
}

/// The enum's value of this text. For the macros: going by the slot, nobody makes an unknown value of one that is known.
#[doc(hidden)]
pub fn enum_of<E: Value + EnumSlot>(text: &str) -> E {
    let mut value = E::blank(Fill(()));
    value.set(text, Fill(()));
    value
}

/// The integer enum's value of this number.
#[doc(hidden)]
pub fn int_enum_of<E: Value + IntEnumSlot>(number: i32) -> E {
    let mut value = E::blank(Fill(()));
    value.set(number, Fill(()));
    value
}
