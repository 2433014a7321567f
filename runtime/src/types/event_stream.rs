//! Event streams: streams of the events of a union. Independent of frames.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::{BoxError, Unhandled, error_shape};
use crate::constraint::Violations;
use crate::reflect::{Absent, EventSlot, EventSource, Events, Fill, Ref, Reflect, Slot, Value};

/// Event stream (spec: "Event streams"): the events of a `@streaming` union in order. It is a `Stream` of `Result<T,
/// EventError<T>>`.
///
/// An event is produced when the reader polls, so a slow reader slows down the writer. Variants that are errors in the
/// model end the stream. They are received as [`EventError::Modeled`]; they can be sent as such, or as an event.
///
/// ```
/// use whitesmith_runtime::types::{EventError, EventStream};
///
/// // `T` is a generated union. An event stream is created from a `Vec` or any `Stream` of events.
/// fn greeting<T: Send + 'static>(first: T, second: T) -> EventStream<T> {
///     EventStream::from(vec![first, second])
/// }
///
/// async fn count<T: Send + 'static>(mut events: EventStream<T>) -> Result<usize, EventError<T>> {
///     let mut count = 0;
///     while events.try_next().await?.is_some() {
///         count += 1;
///     }
///     Ok(count)
/// }
/// ```
pub struct EventStream<T> {
    // Accessed by `get_mut` only: the mutex makes the type `Sync` without cost.
    events: Mutex<Typed<T>>,
    ended: bool,
}

type Typed<T> = Pin<Box<dyn Stream<Item = Result<T, EventError<T>>> + Send>>;

/// Error of an event stream.
#[derive(Debug)]
#[non_exhaustive]
pub enum EventError<T> {
    /// An error event that the model defines. Ends the stream.
    Modeled(T),
    /// An error event that the model does not define. Ends the stream.
    Unmodeled(Unhandled),
    /// The event violates the model. The stream continues.
    Invalid(Violations),
    /// The message is not an event of this stream. Ends the stream.
    Malformed(BoxError),
    /// The connection was lost, or the bytes are not an event stream. Ends the stream.
    Broken(BoxError),
}

impl<T: Reflect> fmt::Display for EventError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Modeled(event) => {
                let event: &dyn Reflect = event;
                let mut result = Ok(());
                event.each(&mut |index, value| {
                    result = match (value, event.schema().members.get(index)) {
                        (Ref::Shape(error), _) => error_shape::display_shape(error, f),
                        (_, Some(variant)) => f.write_str(variant.name),
                        _ => Ok(()),
                    };
                    false
                });
                result
            }
            Self::Unmodeled(error) => error.fmt(f),
            Self::Invalid(violations) => violations.fmt(f),
            Self::Malformed(_) => f.write_str("the message is malformed"),
            Self::Broken(_) => f.write_str("the event stream failed"),
        }
    }
}

impl<T: Reflect + fmt::Debug> std::error::Error for EventError<T> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Malformed(error) | Self::Broken(error) => Some(&**error),
            Self::Unmodeled(error) => std::error::Error::source(error),
            Self::Modeled(_) | Self::Invalid(_) => None,
        }
    }
}

impl<T> From<T> for EventError<T> {
    fn from(event: T) -> Self {
        Self::Modeled(event)
    }
}

impl EventError<()> {
    /// Adds the type of events to the error.
    fn with<T>(self, event: T) -> EventError<T> {
        match self {
            Self::Modeled(()) => EventError::Modeled(event),
            Self::Unmodeled(error) => EventError::Unmodeled(error),
            Self::Invalid(violations) => EventError::Invalid(violations),
            Self::Malformed(error) => EventError::Malformed(error),
            Self::Broken(error) => EventError::Broken(error),
        }
    }
}

impl<T: Send + 'static> EventStream<T> {
    /// Creates an event stream from a stream of events.
    pub fn new(events: impl Stream<Item = T> + Send + 'static) -> Self {
        Self::fallible(InfallibleEvents(Box::pin(events)))
    }

    /// Creates an event stream from a stream of results.
    pub fn fallible(events: impl Stream<Item = Result<T, EventError<T>>> + Send + 'static) -> Self {
        Self { events: Mutex::new(Box::pin(events)), ended: false }
    }

    /// Creates an empty stream.
    pub fn empty() -> Self {
        Self::from(Vec::new())
    }

    /// Returns the next event, or `None` after the last one. After [`EventError::Invalid`], there may be others.
    pub async fn next(&mut self) -> Option<Result<T, EventError<T>>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Returns the next event, or `None` after the last one.
    ///
    /// # Errors
    /// If the event could not be read or is an error; see [`EventError`].
    pub async fn try_next(&mut self) -> Result<Option<T>, EventError<T>> {
        self.next().await.transpose()
    }
}

impl<T: Send + 'static> Stream for EventStream<T> {
    type Item = Result<T, EventError<T>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.ended {
            return Poll::Ready(None);
        }
        let item = ready!(self.events.get_mut().unwrap_or_else(PoisonError::into_inner).as_mut().poll_next(cx));
        self.ended = !matches!(item, Some(Ok(_) | Err(EventError::Invalid(_))));
        Poll::Ready(item)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EventStream")
    }
}

impl<T: Send + 'static> Default for EventStream<T> {
    fn default() -> Self {
        Self::empty()
    }
}

/// ```
/// use whitesmith_runtime::types::EventStream;
/// let counts = EventStream::from_iter(1..=3);
/// ```
impl<T: Send + 'static> FromIterator<T> for EventStream<T> {
    fn from_iter<I: IntoIterator<Item = T>>(events: I) -> Self {
        Self::from(Vec::from_iter(events))
    }
}

impl<T: Send + 'static> From<Vec<T>> for EventStream<T> {
    fn from(events: Vec<T>) -> Self {
        Self::new(InMemoryEvents(events.into_iter()))
    }
}

/// Stream of events in memory.
struct InMemoryEvents<T>(std::vec::IntoIter<T>);

impl<T> Unpin for InMemoryEvents<T> {}

impl<T> Stream for InMemoryEvents<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T>> {
        Poll::Ready(self.0.next())
    }
}

/// Stream of events without errors.
struct InfallibleEvents<S>(Pin<Box<S>>);

impl<S: Stream> Stream for InfallibleEvents<S> {
    type Item = Result<S::Item, EventError<S::Item>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(cx).map(|event| event.map(Ok))
    }
}

/// Stream of events that are read from messages.
struct Received(Box<dyn EventSource>);

impl Received {
    fn poll<T: Value + Reflect>(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, EventError<T>>>> {
        let mut event = T::blank(Fill::VALUE);
        let found = ready!(self.0.poll_event(cx, &mut event));
        Poll::Ready(found.map(|found| match found {
            Ok(()) => Ok(event),
            Err(error) => Err(error.with(event)),
        }))
    }
}

struct ReceivedOf<T>(Received, std::marker::PhantomData<fn() -> T>);

impl<T: Value + Reflect> Stream for ReceivedOf<T> {
    type Item = Result<T, EventError<T>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.poll(cx)
    }
}

/// Stream of events without their type, for sending.
struct ErasedEvents<T>(EventStream<T>);

impl<T: Reflect + 'static> Stream for ErasedEvents<T> {
    type Item = Result<Box<dyn Reflect>, Option<Unhandled>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.0).poll_next(cx).map(|item| {
            item.map(|item| match item {
                Ok(event) | Err(EventError::Modeled(event)) => Ok(Box::new(event) as Box<dyn Reflect>),
                Err(EventError::Unmodeled(error)) => Err(Some(error)),
                Err(_) => Err(None),
            })
        })
    }
}

impl<T: Value + Reflect + 'static> EventSlot for EventStream<T> {
    fn take(&mut self, _: Fill) -> Events {
        Box::pin(ErasedEvents(std::mem::take(self)))
    }

    fn fill(&mut self, source: Box<dyn EventSource>, _: Fill) {
        *self = Self::fallible(ReceivedOf(Received(source), std::marker::PhantomData));
    }
}

/// Codecs and validation ignore streams, which are sent and received separately from their structures.
impl<T: Value + Reflect> Value for EventStream<T> {
    type Access = Absent;

    fn slot(&mut self, fill: Fill) -> Slot<'_> {
        if fill.is_stream() { Slot::Events(self) } else { Slot::Ignore }
    }

    fn blank(_: Fill) -> Self {
        Self::empty()
    }
}
