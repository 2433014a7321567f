//! Responses with constraint violations.

use std::any::Any;

use bytes::Bytes;
use http::{Response, StatusCode};

use crate::constraint::Violations;
use crate::protocol::{Rejection, Reply, ServerProtocol};
use crate::reflect::{self, Described, Description, Fill, Ref, Reflect, Visitor};
use crate::schema::{Fault, Schema, prelude};
use crate::{member, structure};

static FIELD: Schema = Schema::structure(
    "smithy.framework#ValidationExceptionField",
    &[member!("path", prelude::STRING).required(), member!("message", prelude::STRING).required()],
);
static FIELDS: Schema = Schema::list("smithy.framework#ValidationExceptionFieldList", &[member!("member", FIELD)]);
static EXCEPTION: Schema = Schema::structure(
    "smithy.framework#ValidationException",
    &[member!("message", prelude::STRING).required(), member!("fieldList", FIELDS)],
)
.error(Fault::Client, 400);

/// `smithy.framework#ValidationException`
struct ValidationException {
    message: String,
    field_list: Vec<Field>,
}
structure! { ValidationException: EXCEPTION { message, field_list } }

struct Field {
    path: String,
    message: String,
}
structure! { Field: FIELD { path, message } }

/// Validation error of the service, with all violations in its message.
struct OwnError {
    schema: &'static Schema,
    message: String,
}

impl Described for OwnError {
    fn describe(&self) -> (Description, Option<&dyn Any>) {
        (Description::of(self.schema), None)
    }
}

impl Reflect for OwnError {
    fn fields<'a>(&'a self, visitor: &mut Visitor<'_, 'a>) -> bool {
        self.schema.message().is_none_or(|index| visitor.member(index, Ref::Str(&self.message)))
    }

    fn field(&mut self, _: usize, _: Fill) -> Option<&mut dyn reflect::Field> {
        None
    }
}

/// Writes the response with all violations.
pub(super) fn response(reply: Reply<'_>, protocol: &dyn ServerProtocol, violations: &Violations) -> Response<Bytes> {
    let message = violations.to_string();
    let schema = reply.service.validation_error.unwrap_or(&EXCEPTION);
    let written = match reply.service.validation_error {
        Some(schema) => protocol.write_error(reply, &OwnError { schema, message: message.clone() }),
        None => {
            let fields = violations.iter().map(|one| Field { path: one.path.clone(), message: one.to_string() });
            let error = ValidationException { message: message.clone(), field_list: fields.collect() };
            protocol.write_error(reply, &error)
        }
    };
    // Keys of maps are part of the message, and a header does not allow all characters.
    written.unwrap_or_else(|_| {
        let status = schema.error_traits().and_then(|traits| StatusCode::from_u16(traits.status).ok());
        let status = status.unwrap_or(StatusCode::BAD_REQUEST);
        protocol.write_rejection(reply, &Rejection::new(status, schema.name(), message))
    })
}
