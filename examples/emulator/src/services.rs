//! Parts of ten AWS services in memory. All other operations are answered with `NotImplemented`.

use std::collections::{BTreeMap, VecDeque, btree_map::Entry};
use std::error::Error;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use md5::{Digest as _, Md5};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{Fault, RequestContext, Services, State, serve};
use whitesmith_runtime::types::{Blob, ByteStream, Timestamp};

whitesmith_runtime::include_service!("cloudwatch");
whitesmith_runtime::include_service!("dynamodb");
whitesmith_runtime::include_service!("eventbridge");
whitesmith_runtime::include_service!("kinesis");
whitesmith_runtime::include_service!("kms");
whitesmith_runtime::include_service!("s3");
whitesmith_runtime::include_service!("secretsmanager");
whitesmith_runtime::include_service!("sns");
whitesmith_runtime::include_service!("sqs");
whitesmith_runtime::include_service!("sts");

use cloudwatch::types::{ListMetricsInput, ListMetricsOutput, Metric};
use eventbridge::types::{PutEventsInput, PutEventsOutput, PutEventsResultEntry};
use kinesis::types::{CreateStreamInput, CreateStreamOutput, ListStreamsInput, ListStreamsOutput};
use kms::types::{CreateKeyInput, CreateKeyOutput, KeyMetadata};
use secretsmanager::types::{CreateSecretInput, CreateSecretOutput, GetSecretValueInput, GetSecretValueOutput};
use sns::types::{CreateTopicInput, CreateTopicOutput, ListTopicsInput, ListTopicsOutput, Topic};
use sqs::types::{CreateQueueInput, CreateQueueOutput, Message, ReceiveMessageInput, ReceiveMessageOutput};
use sqs::types::{SendMessageInput, SendMessageOutput};
use sts::types::{GetCallerIdentityInput, GetCallerIdentityOutput};

const ACCOUNT: &str = "000000000000";
/// Maximum size of a stored object, in bytes.
const MAX_OBJECT: usize = 64 << 20;

fn arn(service: &str, name: &str) -> String {
    format!("arn:aws:{service}:us-east-1:{ACCOUNT}:{name}")
}

/// Stored data of a service, by name.
#[derive(Clone, Default)]
struct Table<T>(Arc<Mutex<BTreeMap<String, T>>>);

impl<T> Table<T> {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn names(&self) -> Vec<String> {
        self.lock().keys().cloned().collect()
    }

    /// Adds a value. If the name is in use, it fails with the error code `taken`.
    fn add(&self, name: String, value: T, taken: &'static str) -> Answer<()> {
        match self.lock().entry(name) {
            Entry::Vacant(place) => _ = place.insert(value),
            Entry::Occupied(place) => return Err(Fault::new(400, taken, format!("{} already exists", place.key()))),
        }
        Ok(())
    }
}

type Answer<T> = Result<T, Fault>;
/// Messages of a queue: their IDs and texts.
type Queues = Table<VecDeque<(String, String)>>;
/// Items of a table, with the names of its key attributes.
type Tables = Table<(Vec<String>, Vec<BTreeMap<String, dynamodb::types::AttributeValue>>)>;
/// Secrets, which are found by name or ARN: a text or bytes.
type Secrets = Table<(Option<String>, Option<Blob>)>;
/// Objects of a bucket.
type Buckets = Table<BTreeMap<String, Vec<u8>>>;

fn no_queue() -> Fault {
    Fault::new(400, "QueueDoesNotExist", "The specified queue does not exist.")
}

/// Queues are identified by the last part of their URLs.
fn queue_name(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or_default()
}

fn queue_url(context: &RequestContext, name: &str) -> String {
    let host = context.head().headers.get("host").and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    format!("http://{host}/{ACCOUNT}/{name}")
}

async fn create_queue(
    State(queues): State<Queues>,
    context: RequestContext,
    input: CreateQueueInput,
) -> Answer<CreateQueueOutput> {
    queues.lock().entry(input.queue_name.clone()).or_default();
    CreateQueueOutput::builder().queue_url(queue_url(&context, &input.queue_name)).build().map_err(Fault::internal)
}

async fn send_message(
    State(queues): State<Queues>,
    context: RequestContext,
    input: SendMessageInput,
) -> Answer<SendMessageOutput> {
    let md5: String = Md5::digest(&input.message_body).iter().map(|byte| format!("{byte:02x}")).collect();
    let id = context.request_id().to_owned();
    let mut queues = queues.lock();
    queues.get_mut(queue_name(&input.queue_url)).ok_or_else(no_queue)?.push_back((id.clone(), input.message_body));
    SendMessageOutput::builder().message_id(id).md5_of_message_body(md5).build().map_err(Fault::internal)
}

async fn receive_message(State(queues): State<Queues>, input: ReceiveMessageInput) -> Answer<ReceiveMessageOutput> {
    let mut queues = queues.lock();
    let first = queues.get_mut(queue_name(&input.queue_url)).ok_or_else(no_queue)?.pop_front();
    let message = first.map(|(id, body)| Message::builder().message_id(&*id).receipt_handle(id).body(body).build());
    let messages = message.transpose().map_err(Fault::internal)?.map(|message| vec![message]);
    ReceiveMessageOutput::builder().set_messages(messages).build().map_err(Fault::internal)
}

async fn create_topic(State(topics): State<Table<()>>, input: CreateTopicInput) -> Answer<CreateTopicOutput> {
    let arn = arn("sns", &input.name);
    topics.lock().insert(arn.clone(), ());
    CreateTopicOutput::builder().topic_arn(arn).build().map_err(Fault::internal)
}

async fn list_topics(State(topics): State<Table<()>>, _: ListTopicsInput) -> Answer<ListTopicsOutput> {
    let topics = topics.names().into_iter().map(|arn| Topic::builder().topic_arn(arn).build());
    let topics = topics.collect::<Result<Vec<_>, _>>().map_err(Fault::internal)?;
    ListTopicsOutput::builder().set_topics(Some(topics)).build().map_err(Fault::internal)
}

mod items {
    use super::dynamodb::types::*;
    use super::*;

    fn missing() -> Fault {
        Fault::new(400, "ResourceNotFoundException", "Requested resource not found")
    }

    pub(super) async fn create(State(tables): State<Tables>, input: CreateTableInput) -> Answer<CreateTableOutput> {
        let keys = input.key_schema.iter().map(|key| key.attribute_name.clone()).collect();
        tables.add(input.table_name.clone(), (keys, Vec::new()), "ResourceInUseException")?;
        let table = TableDescription::builder().table_name(input.table_name).table_status(TableStatus::Active);
        let table = table.build().map_err(Fault::internal)?;
        CreateTableOutput::builder().table_description(table).build().map_err(Fault::internal)
    }

    pub(super) async fn put(State(tables): State<Tables>, input: PutItemInput) -> Answer<PutItemOutput> {
        if input.condition_expression.is_some() || input.expected.is_some() {
            return Err(Fault::not_implemented("PutItem with a condition"));
        }
        let mut tables = tables.lock();
        let (keys, items) = tables.get_mut(&input.table_name).ok_or_else(missing)?;
        items.retain(|item| keys.iter().any(|key| item.get(key) != input.item.get(key)));
        items.push(input.item);
        PutItemOutput::builder().build().map_err(Fault::internal)
    }

    pub(super) async fn get(State(tables): State<Tables>, input: GetItemInput) -> Answer<GetItemOutput> {
        let tables = tables.lock();
        let (_, items) = tables.get(&input.table_name).ok_or_else(missing)?;
        let found = items.iter().find(|item| input.key.iter().all(|(key, value)| item.get(key) == Some(value)));
        GetItemOutput::builder().set_item(found.cloned()).build().map_err(Fault::internal)
    }
}

mod objects {
    use super::s3::types::*;
    use super::*;

    fn missing(code: &'static str) -> Fault {
        Fault::new(404, code, "The specified resource does not exist.")
    }

    pub(super) async fn create(State(buckets): State<Buckets>, input: CreateBucketInput) -> Answer<CreateBucketOutput> {
        let location = format!("/{}", input.bucket);
        buckets.lock().entry(input.bucket).or_default();
        CreateBucketOutput::builder().location(location).build().map_err(Fault::internal)
    }

    pub(super) async fn put(State(buckets): State<Buckets>, input: PutObjectInput) -> Answer<PutObjectOutput> {
        let too_large = |error| Fault::new(400, "EntityTooLarge", "The object is too large").with_source(error);
        let body = input.body.collect(MAX_OBJECT).await.map_err(too_large)?.to_vec();
        let mut buckets = buckets.lock();
        buckets.get_mut(&input.bucket).ok_or_else(|| missing("NoSuchBucket"))?.insert(input.key, body);
        PutObjectOutput::builder().build().map_err(Fault::internal)
    }

    pub(super) async fn get(State(buckets): State<Buckets>, input: GetObjectInput) -> Answer<GetObjectOutput> {
        let buckets = buckets.lock();
        let bucket = buckets.get(&input.bucket).ok_or_else(|| missing("NoSuchBucket"))?;
        let body = bucket.get(&input.key).ok_or_else(|| missing("NoSuchKey"))?.clone();
        let length = i64::try_from(body.len()).map_err(Fault::internal)?;
        GetObjectOutput::builder().body(ByteStream::from(body)).content_length(length).build().map_err(Fault::internal)
    }
}

async fn who(_: GetCallerIdentityInput) -> Answer<GetCallerIdentityOutput> {
    let output = GetCallerIdentityOutput::builder().account(ACCOUNT).user_id("root");
    output.arn(format!("arn:aws:iam::{ACCOUNT}:root")).build().map_err(Fault::internal)
}

async fn create_key(context: RequestContext, _: CreateKeyInput) -> Answer<CreateKeyOutput> {
    let id = context.request_id();
    let key = KeyMetadata::builder().key_id(id).arn(arn("kms", &format!("key/{id}"))).enabled(true);
    let key = key.creation_date(Timestamp::now()).build().map_err(Fault::internal)?;
    CreateKeyOutput::builder().key_metadata(key).build().map_err(Fault::internal)
}

async fn create_secret(State(secrets): State<Secrets>, input: CreateSecretInput) -> Answer<CreateSecretOutput> {
    let arn = arn("secretsmanager", &format!("secret:{}", input.name));
    secrets.add(input.name.clone(), (input.secret_string, input.secret_binary), "ResourceExistsException")?;
    CreateSecretOutput::builder().name(input.name).arn(arn).build().map_err(Fault::internal)
}

async fn get_secret(State(secrets): State<Secrets>, input: GetSecretValueInput) -> Answer<GetSecretValueOutput> {
    let missing = || Fault::new(400, "ResourceNotFoundException", "There is no such secret");
    let name = input.secret_id.rsplit(":secret:").next().unwrap_or_default();
    let (text, bytes) = secrets.lock().get(name).cloned().ok_or_else(missing)?;
    let output = GetSecretValueOutput::builder().name(name).set_secret_string(text).set_secret_binary(bytes);
    output.build().map_err(Fault::internal)
}

async fn create_stream(State(streams): State<Table<()>>, input: CreateStreamInput) -> Answer<CreateStreamOutput> {
    streams.lock().insert(input.stream_name, ());
    CreateStreamOutput::builder().build().map_err(Fault::internal)
}

async fn list_streams(State(streams): State<Table<()>>, _: ListStreamsInput) -> Answer<ListStreamsOutput> {
    let output = ListStreamsOutput::builder().set_stream_names(Some(streams.names()));
    output.has_more_streams(false).build().map_err(Fault::internal)
}

async fn put_events(input: PutEventsInput) -> Answer<PutEventsOutput> {
    let entry = |at| PutEventsResultEntry::builder().event_id(format!("event-{at}")).build();
    let entries = (0..input.entries.len()).map(entry).collect::<Result<Vec<_>, _>>().map_err(Fault::internal)?;
    PutEventsOutput::builder().failed_entry_count(0).set_entries(Some(entries)).build().map_err(Fault::internal)
}

async fn list_metrics(_: ListMetricsInput) -> Answer<ListMetricsOutput> {
    ListMetricsOutput::builder().set_metrics(Some(Vec::<Metric>::new())).build().map_err(Fault::internal)
}

macro_rules! service {
    ($module:ident($state:expr) { $($operation:ident => $function:path),* $(,)? }) => {
        $module::server::partial($state)
            $(.operation($module::operations::$operation, $function))*
            .otherwise(Fault::not_implemented)
            .without_authentication()
    };
}

/// Serves all ten on one port.
#[tokio::main]
pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:4566".to_owned());
    // boto3 uses protocols that are not in the model.
    let cloudwatch = service!(cloudwatch(()) { ListMetrics => list_metrics });
    let cloudwatch = cloudwatch.with_additional_protocols(&[ProtocolId::AwsJson1_0, ProtocolId::RpcV2Cbor]);
    let services = Services::new()
        .add(cloudwatch)
        .add(service!(dynamodb(Tables::default()) {
            CreateTable => items::create, PutItem => items::put, GetItem => items::get,
        }))
        .add(service!(eventbridge(()) { PutEvents => put_events }))
        .add(service!(kinesis(Table::default()) { CreateStream => create_stream, ListStreams => list_streams }))
        .add(service!(kms(()) { CreateKey => create_key }))
        .add(service!(secretsmanager(Table::default()) {
            CreateSecret => create_secret, GetSecretValue => get_secret,
        }))
        .add(service!(sns(Table::default()) { CreateTopic => create_topic, ListTopics => list_topics }))
        .add(
            service!(sqs(Queues::default()) {
                CreateQueue => create_queue, SendMessage => send_message, ReceiveMessage => receive_message,
            })
            .with_additional_protocols(&[ProtocolId::AwsQuery]),
        )
        .add(service!(sts(()) { GetCallerIdentity => who }))
        .fallback(service!(s3(Buckets::default()) {
            CreateBucket => objects::create, PutObject => objects::put, GetObject => objects::get,
        }))
        .build()?;
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    serve(listener, services).await;
    Ok(())
}
