//! What the runner does with an operation, whatever its types.

use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{Response, response};
use serde_json::Value as Json;

use super::params::fill;
use crate::client::{Client, Error, read_response};
use crate::codec::json::write_canonical;
use crate::event_stream::Side;
use crate::operation::{Operation, OperationError, Unhandled, code};
use crate::protocol::{Protocol, Reply};
use crate::reflect::{Fill, Ref, Reflect, StreamSlot, Value};
use crate::schema::OperationSchema;
use crate::server::{Answer, Call};
use crate::streaming::{self, Incoming, Outgoing};
use crate::types::ByteStream;

const FILL: Fill = Fill(());

/// What an implementation was called with, as canonical text.
pub(super) type Seen = Arc<Mutex<Option<String>>>;

/// What came of a response.
#[derive(Debug, PartialEq)]
pub(super) enum Outcome {
    /// The output, as canonical text.
    Output(String),
    /// The error's shape id, and the error.
    Error(String, String),
}

/// An operation under test: see [`operation`].
#[allow(private_interfaces, reason = "nobody else calls it")]
pub trait Subject: Send + Sync {
    #[doc(hidden)]
    fn schema(&self) -> &'static OperationSchema;
    #[doc(hidden)]
    fn input(&self, params: &Json) -> Result<String, String>;
    #[doc(hidden)]
    fn outcome(&self, error: Option<&str>, params: &Json) -> Result<Outcome, String>;
    #[doc(hidden)]
    fn send(&self, client: &Client, params: &Json) -> Result<Pin<Box<dyn Future<Output = ()>>>, String>;
    #[doc(hidden)]
    fn read(&self, protocol: &dyn Protocol, head: &response::Parts, body: &Bytes) -> Result<Outcome, String>;
    #[doc(hidden)]
    fn answer(&self, call: Call, seen: Seen) -> Answer;
    #[doc(hidden)]
    fn write(
        &self,
        at: (&dyn Protocol, Reply<'_>),
        error: Option<&str>,
        params: &Json,
    ) -> Result<Response<Bytes>, String>;
}

/// The operation `O` under test.
#[derive(Debug)]
struct Op<O>(PhantomData<fn() -> O>);

/// An operation, for the table of a service.
pub const fn operation<O: Operation>() -> &'static dyn Subject {
    &Op::<O>(PhantomData)
}

/// A text that is equal for equal values. The stream, if there is one, has been collected.
fn canonical(shape: &mut dyn Reflect) -> String {
    let mut text = Vec::new();
    write_canonical(&mut text, Ref::Shape(shape));
    if let Some(StreamSlot::Bytes(stream)) = shape.stream(FILL) {
        text.extend_from_slice(b" and a stream of ");
        text.extend_from_slice(stream.as_bytes().unwrap_or_default());
    }
    String::from_utf8_lossy(&text).into_owned()
}

impl<O: Operation> Op<O> {
    fn filled<T: Value + Reflect>(params: &Json) -> Result<T, String> {
        let mut value = T::blank(FILL);
        fill(&mut value, params)?;
        Ok(value)
    }

    fn error(id: &str, params: &Json) -> Result<O::Error, String> {
        let found = O::schema().errors.iter().position(|schema| schema.id() == id);
        let index = found.ok_or_else(|| format!("{id} is no error of {}", O::schema().name()))?;
        let mut error = O::Error::blank(index, FILL).ok_or("the error has no variant")?;
        fill(error.shape_mut(FILL).ok_or("the error has no shape")?, params)?;
        Ok(error)
    }

    fn of_error(mut error: O::Error) -> Outcome {
        match error.shape_mut(FILL) {
            Some(shape) => Outcome::Error(shape.schema().id().to_owned(), canonical(shape)),
            None => Outcome::Error(code(&error).to_owned(), error.to_string()),
        }
    }
}

#[allow(private_interfaces, reason = "nobody else calls it")]
impl<O: Operation> Subject for Op<O> {
    fn schema(&self) -> &'static OperationSchema {
        O::schema()
    }

    fn input(&self, params: &Json) -> Result<String, String> {
        Ok(canonical(&mut Self::filled::<O::Input>(params)?))
    }

    fn outcome(&self, error: Option<&str>, params: &Json) -> Result<Outcome, String> {
        match error {
            None => Ok(Outcome::Output(canonical(&mut Self::filled::<O::Output>(params)?))),
            Some(id) => Ok(Self::of_error(Self::error(id, params)?)),
        }
    }

    fn send(&self, client: &Client, params: &Json) -> Result<Pin<Box<dyn Future<Output = ()>>>, String> {
        let mut call = crate::client::Call::<O>::new(client);
        let names: Vec<&str> = params.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        call.fill(&names, |input| fill(input, params))?;
        // The canned response is not the point: whatever comes of it.
        Ok(Box::pin(async move { drop(call.send().await) }))
    }

    fn read(&self, protocol: &dyn Protocol, head: &response::Parts, body: &Bytes) -> Result<Outcome, String> {
        match read_response::<O>(protocol, head, body) {
            Ok(mut output) => {
                streaming::put(Side::Client, &mut output, Incoming::Bytes(ByteStream::from(body.clone())));
                Ok(Outcome::Output(canonical(&mut output)))
            }
            Err(Error::Service(answer)) => Ok(Self::of_error(answer.into_error())),
            Err(error) => Err(error.to_string()),
        }
    }

    fn answer(&self, call: Call, seen: Seen) -> Answer {
        call.answer::<O, _>(move |mut input, _| async move {
            if let Some(StreamSlot::Bytes(place)) = input.stream(FILL) {
                let collected = std::mem::take(place).collect(usize::MAX).await;
                *place = ByteStream::from(collected.unwrap_or_default());
            }
            *seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(canonical(&mut input));
            Err(Unhandled::new("Seen", None).into())
        })
    }

    fn write(
        &self,
        (protocol, reply): (&dyn Protocol, Reply<'_>),
        error: Option<&str>,
        params: &Json,
    ) -> Result<Response<Bytes>, String> {
        match error {
            None => {
                let mut output = Self::filled::<O::Output>(params)?;
                let (mut head, body) = protocol.write_output(reply, O::schema(), &output).into_parts();
                let stream = streaming::take(protocol, Side::Server, &mut output, &mut head.headers, &body);
                let stream = stream.map_err(|error| error.to_string())?.map(Outgoing::into_bytes);
                let stream = stream.map(|stream| Bytes::copy_from_slice(stream.as_bytes().unwrap_or_default()));
                Ok(Response::from_parts(head, stream.unwrap_or(body)))
            }
            Some(id) => {
                let error = Self::error(id, params)?;
                Ok(protocol.write_error(reply, error.shape().map_err(ToString::to_string)?))
            }
        }
    }
}
