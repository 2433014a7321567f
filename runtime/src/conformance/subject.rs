//! Operations under test, independent of their types.

use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::Response;
use serde_json::Value as Json;

use super::Failure;
use super::events::{CaseEvents, Event, drain};
use super::params::fill;
use crate::client::{Client, Error, receive};
use crate::codec::json::write_canonical;
use crate::event_stream::Side;
use crate::operation::{Operation, OperationError, Unhandled, code};
use crate::protocol::{Reply, ServerProtocol};
use crate::reflect::{Fill, Ref, Reflect, Slot, Value};
use crate::schema::OperationSchema;
use crate::server::{Answer, Call};
use crate::streaming::{self, Outgoing};
use crate::types::{BoxError, ByteStream};

const FILL: Fill = Fill::VALUE;

/// A structure as canonical text, with the events or bytes of its stream.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    pub(super) text: String,
    pub(super) events: Vec<Event>,
}

/// Inputs that the implementation received.
pub(super) type Seen = Arc<Mutex<Option<Found>>>;

/// Result of reading a response.
#[derive(Debug, PartialEq)]
pub(super) enum Outcome {
    Output(Found),
    /// Shape ID and canonical text of an error.
    Error(String, String),
}

pub(super) type Later<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

/// A call that is being sent.
pub(super) type Sent = Pin<Box<dyn Future<Output = Result<(), BoxError>>>>;

/// Parameters of a case: those of the structure, and those of the events in its stream.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    pub(super) params: Json,
    pub(super) events: Vec<Json>,
}

/// An operation under test. See [`operation`].
#[allow(private_interfaces, reason = "used by the conformance runner only")]
pub trait Subject: Send + Sync {
    #[doc(hidden)]
    fn schema(&self) -> &'static OperationSchema;
    #[doc(hidden)]
    fn input(&self, values: Values) -> Later<Found>;
    #[doc(hidden)]
    fn outcome(&self, error: Option<&str>, values: Values) -> Later<Outcome>;
    #[doc(hidden)]
    fn send(&self, client: &Client, values: &Values) -> Result<Sent, Failure>;
    #[doc(hidden)]
    fn read(&self, client: Client, response: Response<Bytes>) -> Later<Outcome>;
    #[doc(hidden)]
    fn answer(&self, call: Call, seen: Seen) -> Answer;
    #[doc(hidden)]
    fn write(
        &self,
        at: (&dyn ServerProtocol, Reply<'_>),
        error: Option<&str>,
        values: &Values,
    ) -> Result<Response<ByteStream>, Failure>;
}

/// Implementation for the operation `O`.
#[derive(Debug)]
struct Op<O>(PhantomData<fn() -> O>);

/// Creates an operation for the table of a service.
pub const fn operation<O: Operation>() -> &'static dyn Subject {
    &Op::<O>(PhantomData)
}

pub(super) fn canonical(shape: &dyn Reflect) -> String {
    let mut text = Vec::new();
    write_canonical(&mut text, Ref::Shape(shape));
    String::from_utf8_lossy(&text).into_owned()
}

/// Returns the structure as canonical text, with its stream.
async fn look(shape: &mut (dyn Reflect + 'static)) -> Found {
    let mut text = canonical(shape);
    if let Slot::Bytes(place) = streaming::slot(shape) {
        let collected = std::mem::take(place).collect(usize::MAX).await;
        let bytes =
            collected.map_or_else(|error| error.to_string(), |bytes| String::from_utf8_lossy(&bytes).into_owned());
        text = format!("{text} and a stream of {bytes}");
    }
    Found { text, events: drain(shape).await }
}

fn filled<T: Value + Reflect>(values: &Values) -> Result<T, Failure> {
    let mut value = T::blank(FILL);
    fill(&mut value, &values.params)?;
    CaseEvents::put(&values.events, &mut value);
    Ok(value)
}

impl<O: Operation> Op<O> {
    fn error(id: &str, params: &Json) -> Result<O::Error, Failure> {
        let found = O::schema().errors.iter().position(|schema| schema.id() == id);
        let index = found.ok_or_else(|| Failure::invalid(&id, format!("an error of {}", O::schema().name())))?;
        let mut result = Ok(());
        let error = O::Error::filled(index, &mut |shape| result = fill(shape, params));
        result?;
        error.ok_or_else(|| Failure::Missing("the variant of the error".to_owned()))
    }

    fn of_error(error: &O::Error) -> Outcome {
        match error.shape() {
            Ok(shape) => Outcome::Error(shape.schema().id().to_owned(), canonical(shape)),
            Err(_) => Outcome::Error(code(error).to_owned(), error.to_string()),
        }
    }
}

#[allow(private_interfaces, reason = "used by the conformance runner only")]
impl<O: Operation> Subject for Op<O> {
    fn schema(&self) -> &'static OperationSchema {
        O::schema()
    }

    fn input(&self, values: Values) -> Later<Found> {
        Box::pin(async move { Ok(look(&mut filled::<O::Input>(&values)?).await) })
    }

    fn outcome(&self, error: Option<&str>, values: Values) -> Later<Outcome> {
        match error {
            None => Box::pin(async move { Ok(Outcome::Output(look(&mut filled::<O::Output>(&values)?).await)) }),
            Some(id) => {
                let error = Self::error(id, &values.params);
                Box::pin(async move { Ok(Self::of_error(&error?)) })
            }
        }
    }

    fn send(&self, client: &Client, values: &Values) -> Result<Sent, Failure> {
        let mut call = crate::client::CallBuilder::<O>::call(client);
        let names: Vec<&str> = values.params.as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        let stream = streaming::member(O::schema().input).map(crate::schema::Member::name);
        let names: Vec<&str> = names.into_iter().chain(stream).collect();
        call.fill(&names, |input| {
            fill(input, &values.params)?;
            CaseEvents::put(&values.events, input);
            Ok(())
        })?;
        Ok(Box::pin(async move { call.send().await.map(drop).map_err(Into::into) }))
    }

    fn read(&self, client: Client, response: Response<Bytes>) -> Later<Outcome> {
        Box::pin(async move {
            match receive::<O>(&client, response).await {
                Ok(mut output) => Ok(Outcome::Output(look(&mut output).await)),
                Err(Error::Service(answer)) => Ok(Self::of_error(answer.error())),
                Err(error) => Err(Failure::of("response")(error)),
            }
        })
    }

    fn answer(&self, call: Call, seen: Seen) -> Answer {
        call.answer::<O, _>(move |mut input, _| async move {
            let found = look(&mut input).await;
            *seen.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
            Err(Unhandled::new("Seen", None).into())
        })
    }

    fn write(
        &self,
        (protocol, reply): (&dyn ServerProtocol, Reply<'_>),
        error: Option<&str>,
        values: &Values,
    ) -> Result<Response<ByteStream>, Failure> {
        match error {
            None => {
                let mut output = filled::<O::Output>(values)?;
                let (mut head, body) =
                    protocol.write_output(reply, O::schema(), &output).map_err(Failure::of("response"))?.into_parts();
                let stream = streaming::take(protocol.events(), Side::Server, &mut output, &mut head.headers, &body);
                let stream = stream.map_err(Failure::of("stream"))?.map(Outgoing::into_bytes);
                Ok(Response::from_parts(head, stream.unwrap_or_else(|| body.into())))
            }
            Some(id) => {
                let error = Self::error(id, &values.params)?;
                let error = error.shape().map_err(|error| Failure::invalid(&error, "an error of the model"))?;
                let response = protocol.write_error(reply, error).map_err(Failure::of("response"))?;
                Ok(response.map(Into::into))
            }
        }
    }
}
