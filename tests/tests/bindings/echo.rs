//! A server that sends back what it got.

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
        Ok(t::EchoTypesOutput { all: input.all })
    }

    async fn echo_bindings(
        &self,
        input: t::EchoBindingsInput,
        _: RequestContext,
    ) -> Result<t::EchoBindingsOutput, e::EchoBindingsError> {
        match input.label.as_str() {
            "teapot" => {
                let (message, spout) = (Some("short and stout".to_owned()), Some("short".to_owned()));
                return Err(t::Teapot { message, spout }.into());
            }
            "busy" => return Err(t::Busy { message: Some("later".to_owned()) }.into()),
            "unhandled" => return Err(Unhandled::new("NoRoom", Some("the disk is full".to_owned())).into()),
            "panic" => panic!("as the test wants it"),
            _ => {}
        }
        Ok(t::EchoBindingsOutput {
            status: Some(202),
            header: input.header,
            headers: input.headers,
            when: input.when,
            prefixed: input.prefixed,
            label: Some(input.label),
            path: Some(input.path),
            number: input.number,
            list: input.list,
            params: input.params,
            dates: input.dates,
            media: input.media,
            body: input.body,
            token: input.token,
        })
    }

    async fn echo_structure_payload(
        &self,
        input: t::EchoStructurePayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoStructurePayloadOutput, e::EchoStructurePayloadError> {
        Ok(t::EchoStructurePayloadOutput { payload: input.payload })
    }

    async fn echo_blob_payload(
        &self,
        input: t::EchoBlobPayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoBlobPayloadOutput, e::EchoBlobPayloadError> {
        Ok(t::EchoBlobPayloadOutput { payload: input.payload })
    }

    async fn echo_string_payload(
        &self,
        input: t::EchoStringPayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoStringPayloadOutput, e::EchoStringPayloadError> {
        Ok(t::EchoStringPayloadOutput { payload: input.payload })
    }

    async fn echo_document_payload(
        &self,
        input: t::EchoDocumentPayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoDocumentPayloadOutput, e::EchoDocumentPayloadError> {
        Ok(t::EchoDocumentPayloadOutput { payload: input.payload })
    }

    async fn echo_union_payload(
        &self,
        input: t::EchoUnionPayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoUnionPayloadOutput, e::EchoUnionPayloadError> {
        Ok(t::EchoUnionPayloadOutput { payload: input.payload })
    }

    async fn echo_enum_payload(
        &self,
        input: t::EchoEnumPayloadInput,
        _: RequestContext,
    ) -> Result<t::EchoEnumPayloadOutput, e::EchoEnumPayloadError> {
        Ok(t::EchoEnumPayloadOutput { payload: input.payload })
    }

    async fn defaults(
        &self,
        input: t::DefaultsInput,
        _: RequestContext,
    ) -> Result<t::DefaultsOutput, e::DefaultsError> {
        Ok(t::DefaultsOutput {
            boolean: input.boolean,
            integer: input.integer,
            float: input.float,
            string: input.string,
            colour: input.colour,
            level: input.level,
            strings: input.strings,
            numbers: input.numbers,
            document: input.document,
            timestamp: input.timestamp,
            limited: input.limited,
            none: input.none,
            zero: input.zero,
        })
    }

    async fn nothing(&self, _: t::NothingInput, _: RequestContext) -> Result<t::NothingOutput, e::NothingError> {
        Ok(t::NothingOutput {})
    }

    async fn secrets(&self, input: t::SecretsInput, _: RequestContext) -> Result<t::SecretsOutput, e::SecretsError> {
        Ok(t::SecretsOutput { password: Some(input.password) })
    }

    /// Five items, in pages of the size that is asked for.
    async fn list_items(
        &self,
        input: t::ListItemsInput,
        _: RequestContext,
    ) -> Result<t::ListItemsOutput, e::ListItemsError> {
        let start: i32 = input.next.and_then(|token| token.parse().ok()).unwrap_or(0);
        let end = (start + input.size.unwrap_or(1)).min(5);
        let items = (start..end).map(|number| number.to_string()).collect();
        let next = (end < 5).then(|| end.to_string());
        Ok(t::ListItemsOutput { page: Some(t::Page { items: Some(items), next }) })
    }
}
