//! Reflection: how codecs, validation and other interpreters read and fill generated values.
//!
//! Filling a value requires a [`Fill`] token, which only this crate creates. This prevents accidental filling of values
//! without validation. It is not a security boundary: the readers of codecs do not check constraints, and a custom
//! implementation of [`Reflect`] can keep the token that it receives.

use std::any::Any;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use crate::schema::Schema;
use crate::types::{BigDecimal, BigInteger, Blob, ByteStream, Document, EventError, Timestamp, Unhandled};

/// Token that permits filling slots. Only the runtime creates it. Clients and servers check the filled value;
/// callers of a codec's reader use [`check`](fn@crate::constraint::check).
#[derive(Clone, Copy, Debug)]
pub struct Fill(Content);

/// What a slot is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Value,
    Null,
}

impl Fill {
    /// Fills slots with values.
    pub(crate) const VALUE: Self = Self(Content::Value);

    /// Sets a member that distinguishes null from an absent value to null. There is no slot then.
    pub(crate) const NULL: Self = Self(Content::Null);

    /// Whether a [`Nullable`](crate::types::Nullable) becomes null.
    pub(crate) fn is_null(self) -> bool {
        self.0 == Content::Null
    }
}

/// A value with a schema. Every [`Shape`] implements it.
pub trait Described {
    /// Schema of the value.
    fn schema(&self) -> &'static Schema;

    /// Names of the fields or variants, separated by whitespace, in the order of [`Schema::members`].
    fn names(&self) -> &'static str {
        ""
    }

    /// Returns the value with its static type. `None` if it is not a value of a generated type.
    #[doc(hidden)]
    fn as_any(&self) -> Option<&dyn Any> {
        None
    }
}

impl<T: Shape> Described for T {
    fn schema(&self) -> &'static Schema {
        T::shape().schema
    }

    fn names(&self) -> &'static str {
        T::shape().names
    }

    fn as_any(&self) -> Option<&dyn Any> {
        Some(self)
    }
}

/// A structure or union, accessed by member index.
pub trait Reflect: Described + Send + Sync {
    /// Visits each member that has a value, in model order, until the visitor stops. Returns `false` if the visitor
    /// stopped.
    fn fields<'a>(&'a self, visitor: &mut Visitor<'_, 'a>) -> bool;

    /// Calls `visit` with the index and value of each member that has a value, in model order, until it returns
    /// `false`. This is faster than calling [`get`](Self::get) for each member, because most members of large
    /// structures are absent.
    fn each<'a>(&'a self, visit: &mut dyn FnMut(usize, Ref<'a>) -> bool) {
        self.fields(&mut Visitor::new(visit));
    }

    /// Returns the value of the member at this index of [`Schema::members`], or [`Ref::Absent`].
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

    /// Returns the slot of a member. A union changes to that variant.
    fn slot(&mut self, member: usize, fill: Fill) -> Slot<'_> {
        self.field(member, fill).map_or(Slot::Ignore, |field| field.slot(fill))
    }

    /// Returns the field of a structure's member.
    fn field(&mut self, _member: usize, _fill: Fill) -> Option<&mut dyn Field> {
        None
    }

    /// Sets a union to an unknown variant. No effect on structures.
    fn set_unknown(&mut self, _name: &str, _fill: Fill) {}

    /// Name of the unknown variant of a union. `None` for known variants, and for structures.
    fn unknown(&self) -> Option<&str> {
        None
    }

    /// Returns the stream member (spec: `@streaming`). It has no value and no slot, because it is sent and received
    /// separately.
    fn stream(&mut self, _fill: Fill) -> Option<StreamSlot<'_>> {
        None
    }
}

/// Access to a stream member.
pub enum StreamSlot<'a> {
    /// A stream of bytes.
    Bytes(&'a mut ByteStream),
    /// A stream of events.
    Events(&'a mut dyn EventSlot),
}

/// Type of stream members.
pub trait Streaming {
    /// Returns access to the stream.
    fn stream_slot(&mut self, fill: Fill) -> StreamSlot<'_>;
}

/// Events without their static type: a union, or `None` for an end with an error.
pub type Events = Pin<Box<dyn Stream<Item = Result<Box<dyn Reflect>, Option<Unhandled>>> + Send>>;

/// Access to an event stream.
pub trait EventSlot: Send {
    /// Takes the events to send them.
    fn take(&mut self, fill: Fill) -> Events;

    /// Sets the source of the events.
    fn fill(&mut self, source: Box<dyn EventSource>, fill: Fill);
}

/// Source of events that are read from messages.
pub trait EventSource: Send {
    /// Fills the blank union with the next event. Returns [`EventError::Modelled`] if that is an error event.
    fn poll_event(&mut self, cx: &mut Context<'_>, event: &mut dyn Reflect)
    -> Poll<Option<Result<(), EventError<()>>>>;
}

/// Type of a member: a leaf, an aggregate, or an option, list, map or box of one.
pub trait Value: Sized + 'static {
    /// Access to values of the type, unless it implements `get` and `slot` itself.
    type Access: Access<Self>;

    /// Returns the value, borrowed.
    fn get(&self) -> Ref<'_> {
        Self::Access::get(self)
    }

    /// Returns the slot to fill.
    fn slot(&mut self, fill: Fill) -> Slot<'_> {
        Self::Access::slot(self, fill)
    }

    /// Initial value of a slot. User code sees it only if the model allows it as a value.
    fn blank(fill: Fill) -> Self;
}

/// Access to values of type `T`. It is shared by many types, because each method takes time to compile.
pub trait Access<T> {
    /// Returns the value, borrowed.
    fn get(value: &T) -> Ref<'_>;

    /// Returns the slot to fill.
    fn slot(value: &mut T, fill: Fill) -> Slot<'_>;
}

/// Access to structures and unions.
#[derive(Clone, Copy, Debug)]
pub struct AsShape;

impl<T: Reflect> Access<T> for AsShape {
    fn get(value: &T) -> Ref<'_> {
        Ref::Shape(value)
    }

    fn slot(value: &mut T, _: Fill) -> Slot<'_> {
        Slot::Shape(value)
    }
}

/// Access to string enums.
#[derive(Clone, Copy, Debug)]
pub struct AsEnum;

impl<T: Key> Access<T> for AsEnum {
    fn get(value: &T) -> Ref<'_> {
        Ref::Str(value.as_key())
    }

    fn slot(value: &mut T, _: Fill) -> Slot<'_> {
        Slot::Enum(value)
    }
}

/// No access: the value is absent, unless the type implements `get` and `slot` itself.
#[derive(Clone, Copy, Debug)]
pub struct Absent;

impl<T> Access<T> for Absent {
    fn get(_: &T) -> Ref<'_> {
        Ref::Absent
    }

    fn slot(_: &mut T, _: Fill) -> Slot<'_> {
        Slot::Ignore
    }
}

/// Field of a structure, without its static type. Every [`Value`] implements it.
pub trait Field: Any {
    /// Returns the slot to fill.
    fn slot(&mut self, fill: Fill) -> Slot<'_>;

    /// Sets the field to its initial value.
    fn clear(&mut self, fill: Fill);
}

impl<T: Value> Field for T {
    fn slot(&mut self, fill: Fill) -> Slot<'_> {
        Value::slot(self, fill)
    }

    fn clear(&mut self, fill: Fill) {
        *self = T::blank(fill);
    }
}

/// A function that is called with the members of a structure or union, and the index of a structure's next field.
#[allow(missing_debug_implementations, reason = "a function")]
pub struct Visitor<'v, 'a> {
    next: usize,
    visit: &'v mut dyn FnMut(usize, Ref<'a>) -> bool,
}

impl<'v, 'a> Visitor<'v, 'a> {
    /// Starts with the first member.
    #[inline]
    pub fn new(visit: &'v mut dyn FnMut(usize, Ref<'a>) -> bool) -> Self {
        Self { next: 0, visit }
    }

    /// Passes the value of the member at this index of [`Schema::members`]. Returns whether to continue.
    #[inline]
    pub fn member(&mut self, index: usize, value: Ref<'a>) -> bool {
        (self.visit)(index, value)
    }
}

/// Passes the value of the next field to the visitor, unless it is absent. Returns whether to continue.
#[doc(hidden)]
#[inline]
pub fn visit<'a, T: Value>(field: &'a T, visitor: &mut Visitor<'_, 'a>) -> bool {
    let member = visitor.next;
    visitor.next += 1;
    match field.get() {
        Ref::Absent => true,
        value => visitor.member(member, value),
    }
}

/// A generated type of a shape.
pub trait Shape: Value {
    /// Returns the schema and the names of the shape.
    #[doc(hidden)]
    fn shape() -> Description;
}

/// Static properties of a generated type, returned by a single function to reduce compile time.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Description {
    /// The schema.
    pub schema: &'static Schema,
    /// Names of a structure's fields or a union's variants, separated by whitespace, in the order of
    /// [`Schema::members`]: the compiler expands one text faster than a list of names.
    pub names: &'static str,
}

/// A borrowed value.
#[derive(Clone, Copy)]
pub enum Ref<'a> {
    /// No value, or null in a sparse collection.
    Absent,
    /// Null of a member that distinguishes it from an absent value.
    Null,
    /// A boolean.
    Bool(bool),
    /// An 8-bit integer.
    Byte(i8),
    /// A 16-bit integer.
    Short(i16),
    /// An integer or `intEnum`.
    Int(i32),
    /// A 64-bit integer.
    Long(i64),
    /// A 32-bit floating-point number.
    Float(f32),
    /// A 64-bit floating-point number.
    Double(f64),
    /// An integer of any size.
    BigInteger(&'a BigInteger),
    /// A decimal number of any precision.
    BigDecimal(&'a BigDecimal),
    /// A string or enum.
    Str(&'a str),
    /// Bytes.
    Blob(&'a [u8]),
    /// A point in time.
    Timestamp(Timestamp),
    /// A JSON-like value.
    Document(&'a Document),
    /// A structure or union.
    Shape(&'a dyn Reflect),
    /// A list.
    List(&'a dyn ListRef),
    /// A map.
    Map(&'a dyn MapRef),
}

/// Slot for a value.
pub enum Slot<'a> {
    /// No slot: the value is ignored.
    Ignore,
    /// A boolean.
    Bool(&'a mut bool),
    /// An 8-bit integer.
    Byte(&'a mut i8),
    /// A 16-bit integer.
    Short(&'a mut i16),
    /// A 32-bit integer.
    Int(&'a mut i32),
    /// A 64-bit integer.
    Long(&'a mut i64),
    /// A 32-bit floating-point number.
    Float(&'a mut f32),
    /// A 64-bit floating-point number.
    Double(&'a mut f64),
    /// An integer of any size.
    BigInteger(&'a mut BigInteger),
    /// A decimal number of any precision.
    BigDecimal(&'a mut BigDecimal),
    /// A string.
    Str(&'a mut String),
    /// Bytes.
    Blob(&'a mut Blob),
    /// A point in time.
    Timestamp(&'a mut Timestamp),
    /// A JSON-like value.
    Document(&'a mut Document),
    /// An enum.
    Enum(&'a mut dyn EnumSlot),
    /// An `intEnum`.
    IntEnum(&'a mut dyn IntEnumSlot),
    /// A structure or union.
    Shape(&'a mut dyn Reflect),
    /// A list.
    List(&'a mut (dyn ListSlot + 'static)),
    /// A map.
    Map(&'a mut (dyn MapSlot + 'static)),
}

/// A borrowed list.
pub trait ListRef {
    /// Number of elements.
    fn len(&self) -> usize;
    /// Whether the list is empty.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Returns the element at `index`, or [`Ref::Absent`] for null.
    fn get(&self, index: usize) -> Ref<'_>;
    /// Returns the list with its static type.
    #[doc(hidden)]
    fn as_any(&self) -> &dyn Any;
}

/// A borrowed map.
pub trait MapRef {
    /// Number of entries.
    fn len(&self) -> usize;
    /// Whether the map is empty.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Calls `visit` for each entry in the order of keys, until it returns `false`.
    fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a str, Ref<'a>) -> bool);
    /// Returns the map with its static type.
    #[doc(hidden)]
    fn as_any(&self) -> &dyn Any;
}

/// A list to fill. It may contain elements: a reader of a complete list clears it first, a reader of a flattened list
/// adds to it.
pub trait ListSlot: Any {
    /// Removes all elements.
    fn clear(&mut self, fill: Fill);
    /// Adds a blank element and returns its slot.
    fn push(&mut self, fill: Fill) -> Slot<'_>;
    /// Adds a blank element, which represents null in a sparse list.
    fn push_blank(&mut self, fill: Fill);
    /// Number of bytes that adding the next element allocates.
    fn push_cost(&self) -> usize;
}

/// A map to fill. It may contain entries, as a [`ListSlot`] may contain elements.
pub trait MapSlot: Any {
    /// Removes all entries.
    fn clear(&mut self, fill: Fill);
    /// Adds a blank entry and returns the slot of its value. Replaces an entry with the same key.
    fn insert(&mut self, key: &str, fill: Fill) -> Slot<'_>;
    /// Adds a blank entry, which represents null in a sparse map.
    fn insert_blank(&mut self, key: &str, fill: Fill);
    /// Number of bytes that inserting the next entry allocates, without the text of its key.
    fn insert_cost(&self) -> usize;
}

/// An enum to fill. Unknown values are kept.
pub trait EnumSlot {
    /// Sets the value.
    fn set(&mut self, value: &str, fill: Fill);
}

impl<T: Key> EnumSlot for T {
    fn set(&mut self, value: &str, fill: Fill) {
        *self = T::from_key(value, fill);
    }
}

/// An `intEnum` to fill. Unknown values are kept.
pub trait IntEnumSlot {
    /// Sets the value.
    fn set(&mut self, value: i32, fill: Fill);
}

/// Key of a map: a string, a constrained string or an enum.
pub trait Key: Ord + 'static {
    /// Returns the key as text.
    fn as_key(&self) -> &str;
    /// Creates a key from text, without checking constraints.
    fn from_key(key: &str, fill: Fill) -> Self;
}

/// Returns the enum variant of this text, which is [`UnknownValue`](crate::types::UnknownValue) only if the model
/// does not have it. Used by macros.
#[doc(hidden)]
pub fn enum_of<E: Key>(text: &str) -> E {
    E::from_key(text, Fill::VALUE)
}

/// Returns the `intEnum` variant of this number.
#[doc(hidden)]
pub fn int_enum_of<E: Value + IntEnumSlot>(number: i32) -> E {
    let mut value = E::blank(Fill::VALUE);
    value.set(number, Fill::VALUE);
    value
}
