//! Calls the server with the AWS SDKs for Rust: `rust-callers ENDPOINT`.

use std::error::Error;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_sdk_cloudwatch as cloudwatch;
use aws_sdk_dynamodb as dynamodb;
use aws_sdk_lambda as lambda;
use aws_sdk_s3 as s3;
use aws_sdk_sfn as sfn;
use aws_sdk_sqs as sqs;
use aws_sdk_transcribestreaming as transcribe;
use aws_smithy_async::time::StaticTimeSource;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_types::SdkConfig;
use aws_types::region::Region;

type Result<T> = std::result::Result<T, Box<dyn Error>>;
type Change = fn(&mut HttpRequest) -> std::result::Result<(), BoxError>;

/// Changes requests after they are signed.
#[derive(Debug)]
struct Changed(Change);

#[dyn_dispatch_hint]
impl Intercept for Changed {
    fn name(&self) -> &'static str {
        "Changed"
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut aws_sdk_s3::config::ConfigBag,
    ) -> std::result::Result<(), BoxError> {
        (self.0)(context.request_mut())
    }
}

fn config(endpoint: &str, key: &str, secret: &str) -> aws_types::sdk_config::Builder {
    let credentials = Credentials::new(key, secret, None, None, "callers");
    SdkConfig::builder()
        .behavior_version(s3::config::BehaviorVersion::latest())
        .endpoint_url(endpoint)
        .region(Region::new("us-east-1"))
        .credentials_provider(aws_credential_types::provider::SharedCredentialsProvider::new(credentials))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .retry_config(s3::config::retry::RetryConfig::disabled())
        .sleep_impl(aws_smithy_async::rt::sleep::SharedAsyncSleep::new(aws_smithy_async::rt::sleep::TokioSleep::new()))
}

/// Status and code of a result.
fn outcome<T, E>(result: std::result::Result<T, SdkError<E, HttpResponse>>) -> (u16, String)
where
    E: aws_smithy_types::error::metadata::ProvideErrorMetadata,
{
    match result {
        Ok(_) => (200, String::new()),
        Err(error) => {
            let status = error.raw_response().map_or(0, |response| response.status().as_u16());
            (status, error.as_service_error().and_then(|error| error.code()).unwrap_or_default().to_owned())
        }
    }
}

/// A call of each service, with its name.
async fn calls(config: &SdkConfig, change: Option<Change>) -> Vec<(&'static str, (u16, String))> {
    macro_rules! client {
        ($module:ident) => {{
            let mut config = $module::config::Builder::from(config);
            if let Some(change) = change {
                config.push_interceptor(SharedInterceptor::new(Changed(change)));
            }
            config
        }};
    }
    let objects = s3::Client::from_conf(client!(s3).force_path_style(true).build());
    let tables = dynamodb::Client::from_conf(client!(dynamodb).build());
    let queues = sqs::Client::from_conf(client!(sqs).build());
    let functions = lambda::Client::from_conf(client!(lambda).build());
    let metrics = cloudwatch::Client::from_conf(client!(cloudwatch).build());
    let machines = sfn::Client::from_conf(client!(sfn).build());
    let id = dynamodb::types::AttributeValue::S("7".to_owned());
    vec![
        ("s3", outcome(objects.head_bucket().bucket("maps").send().await)),
        ("dynamodb", outcome(tables.get_item().table_name("t").key("id", id).send().await)),
        ("sqs", outcome(queues.create_queue().queue_name("orders").send().await)),
        ("lambda", outcome(functions.list_functions().send().await)),
        ("cloudwatch", outcome(metrics.list_metrics().send().await)),
        ("sfn", outcome(machines.list_state_machines().send().await)),
    ]
}

#[derive(Default)]
struct Checks {
    count: usize,
    failed: Vec<String>,
}

impl Checks {
    fn check<T: PartialEq + std::fmt::Debug>(&mut self, name: &str, found: T, expected: T) {
        self.count += 1;
        if found != expected {
            self.failed.push(format!("{name}: expected {expected:?}, found {found:?}"));
        }
    }
}

/// Requests that are answered.
async fn answered(checks: &mut Checks, config: &SdkConfig) -> Result<()> {
    let objects = s3::Client::from_conf(s3::config::Builder::from(config).force_path_style(true).build());
    objects.create_bucket().bucket("maps").send().await?;
    let put = objects.put_object().bucket("maps").key("a b/ü+").body(b"content".to_vec().into());
    put.metadata("owner", "me").send().await?;
    let get = objects.get_object().bucket("maps").key("a b/ü+").send().await?;
    checks.check("metadata", get.metadata().and_then(|metadata| metadata.get("owner")).cloned(), Some("me".to_owned()));
    checks.check("get", get.body.collect().await?.to_vec(), b"content".to_vec());
    let copy = objects.copy_object().bucket("maps").key("copy").copy_source("maps/a%20b/%C3%BC%2B");
    copy.send().await?;
    let upload = objects.create_multipart_upload().bucket("maps").key("large").send().await?;
    let id = upload.upload_id().unwrap_or_default();
    let mut parts = Vec::new();
    for (number, part) in [(1, vec![b'x'; 5 << 20]), (2, b"end".to_vec())] {
        let part =
            objects.upload_part().bucket("maps").key("large").upload_id(id).part_number(number).body(part.into());
        let tag = part.send().await?.e_tag;
        parts.push(s3::types::CompletedPart::builder().part_number(number).set_e_tag(tag).build());
    }
    let parts = s3::types::CompletedMultipartUpload::builder().set_parts(Some(parts)).build();
    let complete = objects.complete_multipart_upload().bucket("maps").key("large").upload_id(id);
    complete.multipart_upload(parts).send().await?;
    let head = objects.head_object().bucket("maps").key("large").send().await?;
    checks.check("multipart", head.content_length(), Some((5 << 20) + 3));
    let list = objects.list_objects_v2().bucket("maps").send().await?;
    let keys: Vec<_> = list.contents().iter().filter_map(|object| object.key()).collect();
    checks.check("list", keys, vec!["a b/ü+", "copy", "large"]);
    objects.delete_object().bucket("maps").key("copy").send().await?;

    let tables = dynamodb::Client::new(config);
    let value = |text: &str| dynamodb::types::AttributeValue::S(text.to_owned());
    tables.put_item().table_name("t").item("id", value("7")).item("name", value("Ada")).send().await?;
    let item = tables.get_item().table_name("t").key("id", value("7")).send().await?.item;
    checks.check("dynamodb", item.and_then(|item| item.get("name").cloned()), Some(value("Ada")));

    let queues = sqs::Client::new(config);
    let url = queues.create_queue().queue_name("orders").send().await?.queue_url.unwrap_or_default();
    queues.send_message().queue_url(&url).message_body("one").send().await?;
    let received = queues.receive_message().queue_url(&url).send().await?;
    checks.check("sqs", received.messages().first().and_then(|message| message.body()), Some("one"));

    let functions = lambda::Client::new(config);
    let invoked = functions.invoke().function_name("f").payload(lambda::primitives::Blob::new("{}")).send().await?;
    checks.check("lambda", invoked.payload().map(|payload| payload.as_ref().to_vec()), Some(b"{}".to_vec()));

    events(checks, &objects, config).await?;

    let metrics = cloudwatch::Client::new(config);
    let datum = cloudwatch::types::MetricDatum::builder().metric_name("sold").value(1.5).build();
    metrics.put_metric_data().namespace("shop").metric_data(datum).send().await?;
    let listed = metrics.list_metrics().send().await?;
    checks.check("cloudwatch", listed.metrics().first().and_then(|metric| metric.metric_name()), Some("sold"));

    let machines = sfn::Client::new(config).list_state_machines().send().await?.state_machines;
    checks.check("sfn", machines.first().map(|machine| machine.name().to_owned()), Some("orders".to_owned()));
    Ok(())
}

/// Event streams of responses, and one in each direction.
async fn events(checks: &mut Checks, objects: &s3::Client, config: &SdkConfig) -> Result<()> {
    use lambda::types::InvokeWithResponseStreamResponseEvent as Chunk;
    use s3::types::{InputSerialization, JsonInput, JsonOutput, JsonType, OutputSerialization};
    objects.put_object().bucket("maps").key("rows").body(b"one\ntwo\n".to_vec().into()).send().await?;
    let input = InputSerialization::builder().json(JsonInput::builder().r#type(JsonType::Lines).build()).build();
    let output = OutputSerialization::builder().json(JsonOutput::builder().build()).build();
    let select = objects.select_object_content().bucket("maps").key("rows").expression("SELECT 1");
    let select = select.expression_type(s3::types::ExpressionType::Sql).input_serialization(input);
    let mut rows = select.output_serialization(output).send().await?.payload;
    let mut found = Vec::new();
    while let Some(event) = rows.recv().await? {
        let records = event.as_records().ok().and_then(|records| records.payload());
        found.push(records.map_or_else(|| format!("{}", event.is_end()), |payload| text(payload.as_ref())));
    }
    checks.check("select", found, vec!["one\n".to_owned(), "two\n".to_owned(), "true".to_owned()]);
    objects.delete_object().bucket("maps").key("rows").send().await?;

    let invoked = lambda::Client::new(config).invoke_with_response_stream().function_name("f");
    let mut chunks = invoked.payload(lambda::primitives::Blob::new("abcd")).send().await?.event_stream;
    let mut found = Vec::new();
    while let Some(event) = chunks.recv().await? {
        found.push(match event {
            Chunk::PayloadChunk(chunk) => chunk.payload.map_or_else(String::new, |payload| text(payload.as_ref())),
            Chunk::InvokeComplete(_) => "end".to_owned(),
            _ => "another event".to_owned(),
        });
    }
    checks.check("lambda stream", found, vec!["ab".to_owned(), "cd".to_owned(), "end".to_owned()]);

    // The second word is sent after the first was transcribed.
    let (words, sent) = tokio::sync::mpsc::unbounded_channel();
    words.send("hello")?;
    let mut words = Some(words);
    let audio = transcribe::primitives::event_stream::EventStreamSender::from(Words(sent));
    let call = transcribe::Client::new(config).start_stream_transcription().media_sample_rate_hertz(16_000);
    let call = call.media_encoding(transcribe::types::MediaEncoding::Pcm).audio_stream(audio);
    let mut results = call.send().await?.transcript_result_stream;
    let mut found = Vec::new();
    while let Some(event) = results.recv().await? {
        let transcript = event.as_transcript_event().ok().and_then(|event| event.transcript());
        let result =
            transcript.and_then(|transcript| transcript.results().first()?.alternatives().first()?.transcript());
        found.push(result.unwrap_or_default().to_owned());
        if let Some(words) = words.take() {
            words.send("again")?;
        }
    }
    checks.check("transcribe", found, vec!["hello".to_owned(), "again".to_owned()]);
    Ok(())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Events with words, until their sender is dropped.
struct Words(tokio::sync::mpsc::UnboundedReceiver<&'static str>);

impl futures_core::Stream for Words {
    type Item = std::result::Result<transcribe::types::AudioStream, transcribe::types::error::AudioStreamError>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        let event = |word: &str| {
            let chunk = transcribe::primitives::Blob::new(word);
            transcribe::types::AudioStream::AudioEvent(
                transcribe::types::AudioEvent::builder().audio_chunk(chunk).build(),
            )
        };
        self.0.poll_recv(cx).map(|word| word.map(|word| Ok(event(word))))
    }
}

/// Reasons for refusals: that of json, rest and S3.
fn expected(service: &str, [json, s3]: [&str; 2]) -> (u16, String) {
    match service {
        // Responses to `HEAD` have no body.
        "s3" => (403, if s3.is_empty() { String::new() } else { s3.to_owned() }),
        "lambda" | "cloudwatch" => (403, json.to_owned()),
        _ => (400, json.to_owned()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let endpoint = &std::env::args().nth(1).ok_or("the first argument is the endpoint")?;
    let mut checks = Checks::default();
    let good = || config(endpoint, "AKIDEXAMPLE", "secret");
    answered(&mut checks, &good().build()).await?;
    let hour_ago = StaticTimeSource::new(SystemTime::now() - Duration::from_secs(3600));
    let wrong = "InvalidSignatureException";
    let cases: [(&str, SdkConfig, Option<Change>, &str); 6] = [
        ("wrong key", config(endpoint, "AKIDEXAMPLE", "wrong").build(), None, wrong),
        ("unknown key", config(endpoint, "AKIDOTHER", "secret").build(), None, "UnrecognizedClientException"),
        ("skewed", good().time_source(hour_ago).build(), None, "RequestTimeTooSkewed"),
        (
            "unsigned",
            good().build(),
            Some(|request| {
                request.headers_mut().remove("authorization");
                Ok(())
            }),
            "MissingAuthenticationTokenException",
        ),
        (
            "other host",
            good().build(),
            Some(|request| {
                request.headers_mut().insert("host", "other.test");
                Ok(())
            }),
            wrong,
        ),
        (
            "other query",
            good().build(),
            Some(|request| {
                let end = if request.uri().contains('?') { "&extra=1" } else { "?extra=1" };
                let uri = format!("{}{end}", request.uri());
                Ok(request.set_uri(uri)?)
            }),
            wrong,
        ),
    ];
    for (name, config, change, code) in cases {
        for (service, found) in calls(&config, change).await {
            checks.check(&format!("{service} {name}"), found, expected(service, [code, ""]));
        }
    }
    println!(
        "{}",
        if checks.failed.is_empty() { format!("{} checks", checks.count) } else { checks.failed.join("\n") }
    );
    if checks.failed.is_empty() { Ok(()) } else { Err("checks failed".into()) }
}
