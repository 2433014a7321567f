//! A generated service in AWS Lambda.

use std::convert::Infallible;
use std::future::Future;

use lambda_http::Service;
use lambda_http::request::RequestContext as LambdaContext;
use whitesmith_runtime::server::{Body, PathPrefix, RequestContext};

whitesmith_runtime::include_service!("notes");

use notes::errors::{AddNoteError, ReadNoteError};
use notes::types::{AddNoteInput, AddNoteOutput, NoSuchNote, ReadNoteInput, ReadNoteOutput};

/// Bytes that are not text.
pub const PICTURE: [u8; 4] = [0x89, b'P', 0xff, 0];

struct Notes;

impl notes::server::Notes for Notes {
    async fn add_note(&self, input: AddNoteInput, context: RequestContext) -> Result<AddNoteOutput, AddNoteError> {
        // What `lambda_http` knows about the event.
        let stage = match context.head().extensions.get() {
            Some(LambdaContext::ApiGatewayV1(event)) => event.stage.clone(),
            Some(LambdaContext::ApiGatewayV2(event)) => event.stage.clone(),
            _ => None,
        };
        let size = i32::try_from(input.content.len()).unwrap_or(i32::MAX);
        let output = AddNoteOutput::builder().id(context.request_id()).size(size).set_stage(stage);
        Ok(output.set_tags(Some(input.tags.unwrap_or_default())).build()?)
    }

    async fn read_note(&self, input: ReadNoteInput, _: RequestContext) -> Result<ReadNoteOutput, ReadNoteError> {
        match input.topic.as_ref() {
            "picture" => Ok(ReadNoteOutput::builder().content(PICTURE.to_vec()).build()?),
            other => Err(NoSuchNote::builder().message(format!("there is no note about {other}")).build()?.into()),
        }
    }
}

/// The service, for [`lambda_http::run`] and [`lambda_http::run_with_streaming_response`]. The prefix is the stage of
/// an API Gateway, or the base path of a domain.
pub fn service(
    prefix: &str,
) -> impl Service<
    lambda_http::Request,
    Response = lambda_http::Response<Body>,
    Error = Infallible,
    Future: Future + Send + 'static,
> + Clone {
    PathPrefix::new(prefix).around(notes::server::service(Notes))
}
