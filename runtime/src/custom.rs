//! Types of the user's own in place of generated ones: the trait that they implement, and the type of their members.
//! Does not know formats: codecs read and write the wire value.

use std::any::Any;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt::{self, Debug, Display};
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::OnceLock;

use crate::builder::TryFromValue;
use crate::constraint::{Conversion, Violation, Violations};
use crate::reflect::{Absent, Fill, Key, Ref, Reflect, Shape, Slot, Value};
use crate::schema::Schema;
use crate::types::{BigDecimal, BigInteger, Blob, Document, Timestamp};

/// A type that replaces the generated type of a shape (`[types]` in `codegen.toml`).
///
/// ```
/// use whitesmith_runtime::constraint::Violation;
/// use whitesmith_runtime::{Custom, CustomType};
///
/// /// An order number. On the wire: `A-17`.
/// #[derive(Clone, Debug, PartialEq)]
/// pub struct OrderId(u32);
///
/// impl CustomType for OrderId {
///     type Wire = String;
///
///     fn from_wire(wire: &str) -> Result<Self, Violation> {
///         let number = wire.strip_prefix("A-").and_then(|number| number.parse().ok());
///         number.map(Self).ok_or(Violation::expected("an order number, such as A-17"))
///     }
///
///     fn to_wire(&self) -> String {
///         format!("A-{}", self.0)
///     }
/// }
///
/// // Members of the shape have this type.
/// let id: Custom<OrderId> = OrderId(17).into();
/// assert_eq!(id.0, 17);
/// ```
///
/// Other types do not fit into generated code:
///
/// ```compile_fail
/// let id: whitesmith_runtime::Custom<u32> = 17.into();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot replace a generated type, because it does not implement `CustomType`",
    label = "not a `CustomType`",
    note = "implement `whitesmith_runtime::CustomType` for `{Self}`, or remove it from `[types]` in `codegen.toml`"
)]
pub trait CustomType: Clone + Debug + PartialEq + Send + Sync + 'static {
    /// Type of the shape without this replacement: `String` for strings and enums, `i32` for integers and `intEnum`s,
    /// [`Timestamp`] for timestamps, and so on; `Vec` and `BTreeMap` for lists and maps, and the generated type for
    /// structures and unions.
    type Wire: Wire;

    /// Converts a received value: `&str` for strings, `&[u8]` for blobs, a slice for lists, a reference for maps,
    /// structures and unions, numbers and timestamps by value.
    ///
    /// It may be called more than once for a value, so it should be fast, and always have the same result.
    ///
    /// # Errors
    /// The violation that is reported, with the path of the value. Its own path is ignored.
    fn from_wire(wire: <Self::Wire as Wire>::Ref<'_>) -> Result<Self, Violation>;

    /// Converts to the value that is sent. [`from_wire`](Self::from_wire) must accept it.
    fn to_wire(&self) -> Self::Wire;
}

/// A value that is sent and received: the type of a shape.
pub trait Wire: Value + Clone + Debug + PartialEq + Send + Sync {
    /// The value, borrowed, such as `&str`.
    type Ref<'a>;

    /// Borrows the value.
    fn borrow(&self) -> Self::Ref<'_>;

    /// Returns the value if it has this type.
    #[doc(hidden)]
    fn of(value: Ref<'_>) -> Option<Self::Ref<'_>>;
}

macro_rules! wire {
    ($($type:ty: $variant:ident, $borrowed:ty, $borrow:expr;)*) => {
        $(
            impl Wire for $type {
                type Ref<'a> = $borrowed;

                fn borrow(&self) -> Self::Ref<'_> {
                    let borrow: fn(&Self) -> Self::Ref<'_> = $borrow;
                    borrow(self)
                }

                fn of(value: Ref<'_>) -> Option<Self::Ref<'_>> {
                    if let Ref::$variant(value) = value { Some(value) } else { None }
                }
            }
        )*
    };
}

wire! {
    bool: Bool, bool, |value| *value;
    i8: Byte, i8, |value| *value;
    i16: Short, i16, |value| *value;
    i32: Int, i32, |value| *value;
    i64: Long, i64, |value| *value;
    f32: Float, f32, |value| *value;
    f64: Double, f64, |value| *value;
    Timestamp: Timestamp, Timestamp, |value| *value;
    String: Str, &'a str, |value| value;
    Blob: Blob, &'a [u8], |value| value;
    BigInteger: BigInteger, &'a BigInteger, |value| value;
    BigDecimal: BigDecimal, &'a BigDecimal, |value| value;
    Document: Document, &'a Document, |value| value;
}

/// Structures and unions.
impl<T: Shape + Reflect + Clone + Debug + PartialEq> Wire for T {
    type Ref<'a> = &'a T;

    fn borrow(&self) -> &T {
        self
    }

    fn of(value: Ref<'_>) -> Option<&T> {
        if let Ref::Shape(shape) = value { shape.as_any()?.downcast_ref() } else { None }
    }
}

impl<T: Value + Clone + Debug + PartialEq + Send + Sync> Wire for Vec<T> {
    type Ref<'a> = &'a [T];

    fn borrow(&self) -> &[T] {
        self
    }

    fn of(value: Ref<'_>) -> Option<&[T]> {
        if let Ref::List(list) = value { (list as &dyn Any).downcast_ref().map(Self::as_slice) } else { None }
    }
}

impl<K, T> Wire for BTreeMap<K, T>
where
    K: Key + Clone + Debug + Send + Sync,
    T: Value + Clone + Debug + PartialEq + Send + Sync,
{
    type Ref<'a> = &'a Self;

    fn borrow(&self) -> &Self {
        self
    }

    fn of(value: Ref<'_>) -> Option<&Self> {
        if let Ref::Map(map) = value { (map as &dyn Any).downcast_ref() } else { None }
    }
}

/// A member whose type is the user's own: a `T`, with its wire value. Dereferences to `T`.
///
/// Values are compared as they are on the wire. Values that constructors, builders, clients and servers return can be
/// converted, so access does not fail. It panics only for a default of the model that `T` does not accept; use
/// [`try_get`](Self::try_get) if the model has such a default.
pub struct Custom<T: CustomType> {
    wire: T::Wire,
    value: OnceLock<T>,
}

impl<T: CustomType> Custom<T> {
    /// Creates a member from a value.
    pub fn new(value: T) -> Self {
        Self { wire: value.to_wire(), value: OnceLock::from(value) }
    }

    /// Returns the value.
    ///
    /// # Errors
    /// If `T` does not accept the wire value, which is only possible for a default of the model.
    pub fn try_get(&self) -> Result<&T, Violation> {
        if let Some(value) = self.value.get() {
            return Ok(value);
        }
        let value = T::from_wire(self.wire.borrow())?;
        Ok(self.value.get_or_init(|| value))
    }

    /// Returns the value, owned.
    ///
    /// # Panics
    /// If the value is a default of the model that `T` does not accept.
    pub fn into_inner(mut self) -> T {
        self.value.take().unwrap_or_else(|| T::clone(&self))
    }

    /// Returns the wire value.
    pub fn as_wire(&self) -> &T::Wire {
        &self.wire
    }
}

impl<T: CustomType> Deref for Custom<T> {
    type Target = T;

    fn deref(&self) -> &T {
        match self.try_get() {
            Ok(value) => value,
            // Received values are converted before user code sees them.
            Err(violation) => panic!("no value of the type `{}`: {violation}", std::any::type_name::<T>()),
        }
    }
}

impl<T: CustomType> AsRef<T> for Custom<T> {
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T: CustomType> From<T> for Custom<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: CustomType, V: Into<Self>> TryFromValue<V> for Custom<T> {
    fn try_from_value(value: V) -> Result<Self, Violations> {
        Ok(value.into())
    }
}

/// Members of recursive structures and unions are boxed.
impl<T: CustomType> From<T> for Box<Custom<T>> {
    fn from(value: T) -> Self {
        Self::new(value.into())
    }
}

impl<T: CustomType> Value for Custom<T> {
    type Access = Absent;

    fn get(&self) -> Ref<'_> {
        self.wire.get()
    }

    fn slot(&mut self, fill: Fill) -> Slot<'_> {
        self.value = OnceLock::new();
        self.wire.slot(fill)
    }

    fn blank(fill: Fill) -> Self {
        Self { wire: T::Wire::blank(fill), value: OnceLock::new() }
    }
}

impl<T: CustomType<Wire = String>> Key for Custom<T> {
    fn as_key(&self) -> &str {
        &self.wire
    }

    fn from_key(key: &str, _: Fill) -> Self {
        Self { wire: key.to_owned(), value: OnceLock::new() }
    }
}

impl<T: CustomType> Clone for Custom<T> {
    fn clone(&self) -> Self {
        Self { wire: self.wire.clone(), value: self.value.clone() }
    }
}

impl<T: CustomType> Debug for Custom<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.try_get() {
            Ok(value) => value.fmt(f),
            Err(violation) => Debug::fmt(&violation, f),
        }
    }
}

impl<T: CustomType + Display> Display for Custom<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&**self, f)
    }
}

impl<T: CustomType> PartialEq for Custom<T> {
    fn eq(&self, other: &Self) -> bool {
        self.wire == other.wire
    }
}

impl<T: CustomType> PartialEq<T> for Custom<T> {
    fn eq(&self, other: &T) -> bool {
        self.try_get().is_ok_and(|value| value == other)
    }
}

impl<T: CustomType<Wire: Eq>> Eq for Custom<T> {}

impl<T: CustomType<Wire: PartialOrd>> PartialOrd for Custom<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.wire.partial_cmp(&other.wire)
    }
}

impl<T: CustomType<Wire: Ord>> Ord for Custom<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.wire.cmp(&other.wire)
    }
}

impl<T: CustomType<Wire: Hash>> Hash for Custom<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.wire.hash(state);
    }
}

impl Schema {
    /// Replaces the type of a shape, whose values are `W`, with a type of the user.
    #[must_use]
    pub const fn custom<T: CustomType<Wire = W>, W: Wire>(mut self) -> Self {
        self.conversion = Some(const { &Conversion(convert::<T>) });
        self.constrained = true;
        self.holds_custom = true;
        self
    }
}

/// Converts the wire value to a `T`, and returns the violation if that fails.
fn convert<T: CustomType>(value: Ref<'_>) -> Result<(), Violation> {
    T::Wire::of(value).map_or(Ok(()), |wire| T::from_wire(wire).map(drop))
}
