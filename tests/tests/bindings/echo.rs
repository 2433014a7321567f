//! A server that returns its input.

use golden::shapes::errors as e;
use golden::shapes::server::Shapes;
use golden::shapes::types as t;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::server::RequestContext;

pub(crate) struct Echo;

impl Shapes for Echo {
    async fn echo_types(
        &self,
        input: t::EchoTypesInput,
        _: RequestContext,
    ) -> Result<t::EchoTypesOutput, e::EchoTypesError> {
        Ok(t::EchoTypesOutput::builder().set_all(input.all).build().expect("valid"))
    }

    async fn echo_bindings(
        &self,
        input: t::EchoBindingsInput,
        _: RequestContext,
    ) -> Result<t::EchoBindingsOutput, e::EchoBindingsError> {
        match input.label.as_str() {
            "teapot" => {
                let (message, spout) = (Some("short and stout".to_owned()), Some("short".to_owned()));
                return Err(t::Teapot::builder().set_message(message).set_spout(spout).build().expect("valid").into());
            }
            "busy" => return Err(t::Busy::builder().message("later".to_owned()).build().expect("valid").into()),
            "unhandled" => return Err(Unhandled::new("NoRoom", Some("the disk is full".to_owned())).into()),
            "panic" => panic!("as the test wants it"),
            _ => {}
        }
        Ok(t::EchoBindingsOutput::builder()
            .status(202)
            .set_header(input.header)
            .set_headers(input.headers)
            .set_when(input.when)
            .set_prefixed(input.prefixed)
            .label(input.label)
            .path(input.path)
            .set_number(input.number)
            .set_list(input.list)
            .set_params(input.params)
            .set_dates(input.dates)
            .set_media(input.media)
            .set_body(input.body)
            .set_token(input.token)
            .build()
            .expect("valid"))
    }

    async fn echo_structure_payload(
        &self,
        input: t::EchoStructurePayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoStructurePayloadOutput, e::EchoStructurePayloadError> {
        Ok(t::EchoStructurePayloadOutput::builder().set_payload(input.payload).build().expect("valid"))
    }

    async fn echo_blob_payload(
        &self,
        input: t::EchoBlobPayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoBlobPayloadOutput, e::EchoBlobPayloadError> {
        Ok(t::EchoBlobPayloadOutput::builder().set_payload(input.payload).build().expect("valid"))
    }

    async fn echo_string_payload(
        &self,
        input: t::EchoStringPayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoStringPayloadOutput, e::EchoStringPayloadError> {
        Ok(t::EchoStringPayloadOutput::builder().set_payload(input.payload).build().expect("valid"))
    }

    async fn echo_document_payload(
        &self,
        input: t::EchoDocumentPayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoDocumentPayloadOutput, e::EchoDocumentPayloadError> {
        Ok(t::EchoDocumentPayloadOutput::builder().set_payload(input.payload).build().expect("valid"))
    }

    async fn echo_union_payload(
        &self,
        input: t::EchoUnionPayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoUnionPayloadOutput, e::EchoUnionPayloadError> {
        Ok(t::EchoUnionPayloadOutput::builder().set_payload(input.payload).build().expect("valid"))
    }

    async fn echo_enum_payload(
        &self,
        input: t::EchoEnumPayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoEnumPayloadOutput, e::EchoEnumPayloadError> {
        Ok(t::EchoEnumPayloadOutput::builder().set_payload(input.payload).build().expect("valid"))
    }

    async fn defaults(
        &self,
        input: t::DefaultsInput,
        _: RequestContext,
    ) -> Result<t::DefaultsOutput, e::DefaultsError> {
        Ok(t::DefaultsOutput::builder()
            .boolean(input.boolean)
            .integer(input.integer)
            .float(input.float)
            .string(input.string)
            .color(input.color)
            .level(input.level)
            .set_strings(Some(input.strings))
            .set_numbers(Some(input.numbers))
            .document(input.document)
            .timestamp(input.timestamp)
            .limited(input.limited)
            .set_none(input.none)
            .zero(input.zero)
            .build()
            .expect("valid"))
    }

    async fn nothing(&self, _: t::NothingInput, _: RequestContext) -> Result<t::NothingOutput, e::NothingError> {
        Ok(t::NothingOutput::builder().build().expect("valid"))
    }

    async fn secrets(&self, input: t::SecretsInput, _: RequestContext) -> Result<t::SecretsOutput, e::SecretsError> {
        Ok(t::SecretsOutput::builder().password(input.password).build().expect("valid"))
    }

    /// Five items, in pages of the requested size.
    async fn list_items(
        &self,
        input: t::ListItemsInput,
        _: RequestContext,
    ) -> Result<t::ListItemsOutput, e::ListItemsError> {
        let start: i32 = input.next.and_then(|token| token.parse().ok()).unwrap_or(0);
        let end = (start + input.size.unwrap_or(1)).min(5);
        let items = (start..end).map(|number| number.to_string()).collect::<Vec<_>>();
        let next = (end < 5).then(|| end.to_string());
        Ok(t::ListItemsOutput::builder()
            .page(t::Page::builder().set_items(Some(items)).set_next(next).build().expect("valid"))
            .build()
            .expect("valid"))
    }
}
