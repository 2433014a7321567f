//! Reflection: how codecs, validation and other interpreters read and fill generated values.
//!
//! Filling a value requires a [`Fill`] token, which only this crate creates. This prevents accidental filling of values
//! without validation. It is not a security boundary: the readers of codecs do not check constraints, and a custom
//! implementation of [`Reflect`] can keep the token that it receives.

use std::any::Any;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

pub use crate::collections::{ListRef, ListSlot, MapRef, MapSlot};
use crate::constraint::{Constraint, Violation};
use crate::schema::Schema;
use crate::types::{
    BigDecimal, BigInteger, Blob, ByteStream, Document, EventError, Timestamp, Unhandled, UnknownVariant,
};

/// Token that permits filling slots, and making values of constrained types without a check. Only the runtime creates
/// it. Clients and servers check the filled value, and builders the values of setters; callers of a codec's reader use
/// [`check`](fn@crate::constraint::check).
#[derive(Clone, Copy, Debug)]
pub struct Fill(Content);

/// Kinds of values that a slot is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Value,
    Null,
    Blank,
    Stream,
}

impl Fill {
    /// Fills slots with values.
    pub(crate) const VALUE: Self = Self(Content::Value);

    /// Sets a member that distinguishes null from an absent value to null. There is no slot then.
    pub(crate) const NULL: Self = Self(Content::Null);

    /// Adds blank elements and entries, which have no slots.
    pub(crate) const BLANK: Self = Self(Content::Blank);

    /// Requests the slot of a stream, which has none for values.
    #[cfg(any(feature = "client-core", feature = "server"))]
    pub(crate) const STREAM: Self = Self(Content::Stream);

    /// Whether an added element or entry stays blank.
    pub(crate) fn is_blank(self) -> bool {
        self.0 == Content::Blank
    }

    /// Whether the slot of a stream is requested.
    pub(crate) fn is_stream(self) -> bool {
        self.0 == Content::Stream
    }

    /// Whether a [`Nullable`](crate::types::Nullable) becomes null.
    pub(crate) fn is_null(self) -> bool {
        self.0 == Content::Null
    }
}

/// A value with a schema. Every [`Shape`] implements it: the function is internal.
pub trait Described {
    /// Returns the schema and names, and the value with its static type if that is a generated type. One function,
    /// because it is compiled for each type.
    #[doc(hidden)]
    fn describe(&self) -> (Description, Option<&dyn Any>);
}

impl<T: Shape> Described for T {
    fn describe(&self) -> (Description, Option<&dyn Any>) {
        (T::shape(), Some(self))
    }
}

/// A structure or union, accessed by member index.
///
/// Its methods are compiled for each type, so there are few. All others are those of `dyn Reflect`, to which a
/// reference converts:
///
/// ```
/// use whitesmith_runtime::reflect::Reflect;
/// use whitesmith_runtime::types::Unit;
///
/// let unit: &dyn Reflect = &Unit;
/// assert_eq!(unit.schema().id(), "smithy.api#Unit");
/// ```
pub trait Reflect: Described + Send + Sync {
    /// Visits each member that has a value, in model order, until the visitor stops. Returns `false` if the visitor
    /// stopped. An unknown variant of a union is passed by its name.
    fn fields<'a>(&'a self, visitor: &mut Visitor<'_, 'a>) -> bool;

    /// Returns the field of a structure's member, or changes a union to the variant and returns the variant's value.
    /// Any other index changes a union to an unknown variant and returns its name.
    fn field(&mut self, member: usize, fill: Fill) -> Option<&mut dyn Field>;
}

/// Index of the unknown variant of a union.
const UNKNOWN: usize = usize::MAX;

impl dyn Reflect + '_ {
    /// Returns the schema of the value.
    pub fn schema(&self) -> &'static Schema {
        self.describe().0.schema
    }

    /// Names of the fields or variants, separated by whitespace, in the order of [`Schema::members`].
    pub fn names(&self) -> &'static str {
        self.describe().0.names
    }

    /// Returns the value with its static type. `None` if it is not a value of a generated type.
    pub(crate) fn as_any(&self) -> Option<&dyn Any> {
        self.describe().1
    }

    /// Calls `visit` with the index and value of each member that has a value, in model order, until it returns
    /// `false`. This is faster than calling `get` for each member, because most members of large
    /// structures are absent.
    pub fn each<'a>(&'a self, visit: &mut dyn FnMut(usize, Ref<'a>) -> bool) {
        self.fields(&mut Visitor::new(visit));
    }

    /// Returns the value of the member at this index of [`Schema::members`], or [`Ref::Absent`].
    pub fn get(&self, member: usize) -> Ref<'_> {
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
    pub fn slot(&mut self, member: usize, fill: Fill) -> Slot<'_> {
        self.field(member, fill).map_or(Slot::Ignore, |field| field.slot(fill))
    }

    /// Sets a union to an unknown variant. No effect on structures.
    pub fn set_unknown(&mut self, name: &str, fill: Fill) {
        if let Slot::Enum(variant) = self.slot(UNKNOWN, fill) {
            variant.set(name, fill);
        }
    }

    /// Returns the name of the unknown variant of a union. `None` for known variants, and for structures.
    pub fn unknown(&self) -> Option<&str> {
        let mut stop = |_, _| false;
        let mut visitor = Visitor::new(&mut stop);
        self.fields(&mut visitor);
        visitor.unknown
    }
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
    /// Fills the blank union with the next event. Returns [`EventError::Modeled`] if that is an error event.
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

impl<T: StringEnum> Access<T> for AsEnum {
    fn get(value: &T) -> Ref<'_> {
        Ref::Str(value.as_ref())
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

/// Field of a structure or value of a union, without its static type. Every [`Value`] implements it.
pub trait Field: Any {
    /// Returns the slot to fill.
    fn slot(&mut self, fill: Fill) -> Slot<'_>;
}

impl<T: Value> Field for T {
    fn slot(&mut self, fill: Fill) -> Slot<'_> {
        Value::slot(self, fill)
    }
}

/// A function that is called with the members of a structure or union, and the index of a structure's next field.
pub struct Visitor<'v, 'a> {
    next: usize,
    visit: &'v mut dyn FnMut(usize, Ref<'a>) -> bool,
    unknown: Option<&'a str>,
}

impl<'v, 'a> Visitor<'v, 'a> {
    /// Starts with the first member.
    #[inline]
    pub fn new(visit: &'v mut dyn FnMut(usize, Ref<'a>) -> bool) -> Self {
        Self { next: 0, visit, unknown: None }
    }

    /// Passes the value of the member at this index of [`Schema::members`]. Returns whether to continue.
    #[inline]
    pub fn member(&mut self, index: usize, value: Ref<'a>) -> bool {
        (self.visit)(index, value)
    }

    /// Passes the unknown variant of a union, which has no value. Returns whether to continue.
    pub fn unknown(&mut self, variant: &'a UnknownVariant) -> bool {
        self.unknown = Some(variant.name());
        true
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

#[cfg(any(feature = "client-core", feature = "server", test))]
impl Description {
    /// Describes a value that is not of a generated type.
    pub(crate) fn of(schema: &'static Schema) -> Self {
        Self { schema, names: "" }
    }
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
    List(&'a (dyn ListRef + 'static)),
    /// A map.
    Map(&'a (dyn MapRef + 'static)),
}

/// Slot for a value.
#[non_exhaustive]
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
    /// A stream of bytes. Only with a token that requests streams.
    Bytes(&'a mut ByteStream),
    /// A stream of events. Only with a token that requests streams.
    Events(&'a mut dyn EventSlot),
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

/// A string enum. Its function is the only match of texts that each enum has.
pub trait StringEnum: Value<Access = AsEnum> + Shape + Ord + AsRef<str> {
    /// Returns the variant of this text. With a token, that of a text that the model does not have is
    /// [`UnknownValue`](crate::types::UnknownValue).
    fn variant(text: &str, unknown: Option<Fill>) -> Option<Self>;
}

/// Returns the enum variant of this text, which is [`UnknownValue`](crate::types::UnknownValue) only if the model
/// does not have it. Used by macros.
#[doc(hidden)]
pub fn enum_of<E: StringEnum>(text: &str) -> E {
    E::from_key(text, Fill::VALUE)
}

/// Returns the enum variant of this text.
///
/// # Errors
/// If the model does not have it.
#[doc(hidden)]
pub fn listed<E: StringEnum>(text: &str) -> Result<E, Violation> {
    E::variant(text, None).ok_or_else(|| Violation::new(Constraint::Enum(E::shape().schema.values)))
}

/// Key of a map: a string, a constrained string or an enum.
pub trait Key: Ord + 'static {
    /// Returns the key as text.
    fn as_key(&self) -> &str;
    /// Creates a key from text, without checking constraints.
    fn from_key(key: &str, fill: Fill) -> Self;
}

/// Access to types with a text, which are keys.
pub trait TextAccess<T> {
    /// Returns the text.
    fn text(value: &T) -> &str;

    /// Creates a value from text, without checking constraints.
    fn from_text(text: &str, fill: Fill) -> T;
}

impl<T: Value<Access: TextAccess<T>> + Ord> Key for T {
    fn as_key(&self) -> &str {
        T::Access::text(self)
    }

    fn from_key(key: &str, fill: Fill) -> Self {
        T::Access::from_text(key, fill)
    }
}

impl<T: StringEnum> TextAccess<T> for AsEnum {
    fn text(value: &T) -> &str {
        value.as_ref()
    }

    fn from_text(text: &str, fill: Fill) -> T {
        T::variant(text, Some(fill)).unwrap_or_else(|| T::blank(fill))
    }
}

/// Returns the `intEnum` variant of this number.
#[doc(hidden)]
pub fn int_enum_of<E: Value + IntEnumSlot>(number: i32) -> E {
    let mut value = E::blank(Fill::VALUE);
    value.set(number, Fill::VALUE);
    value
}
