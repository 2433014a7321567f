//! The services besides S3.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use md5::{Digest as _, Md5};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{Fault, RequestContext, Services, SigV4Verifier, State};
use whitesmith_runtime::types::Timestamp;

use crate::cloudwatch::types::{ListMetricsInput, ListMetricsOutput, Metric, PutMetricDataInput, PutMetricDataOutput};
use crate::customer_profiles::types::{GetWorkflowStepsInput, GetWorkflowStepsOutput};
use crate::dynamodb::types::{AttributeValue, GetItemInput, GetItemOutput, PutItemInput, PutItemOutput};
use crate::imagebuilder::types::{ListWorkflowExecutionsInput, ListWorkflowExecutionsOutput};
use crate::lambda::types::{InvokeInput, InvokeOutput, ListFunctionsInput, ListFunctionsOutput};
use crate::sfn::types::{ListStateMachinesInput, ListStateMachinesOutput, StateMachineListItem, StateMachineType};
use crate::sqs::types::{CreateQueueInput, CreateQueueOutput, Message, ReceiveMessageInput, ReceiveMessageOutput};
use crate::sqs::types::{SendMessageInput, SendMessageOutput};
use crate::{cloudwatch, customer_profiles, dynamodb, events, imagebuilder, kinesis, lambda, sfn, sqs, transcribe};

type Answer<T> = Result<T, Fault>;

/// Stored data, by name.
#[derive(Clone)]
struct Table<T>(Arc<Mutex<BTreeMap<String, T>>>);

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Table<T> {
    fn lock(&self) -> MutexGuard<'_, BTreeMap<String, T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

type Queues = Table<VecDeque<String>>;
/// Items by their attribute `id`.
type Items = Table<BTreeMap<String, AttributeValue>>;

fn id(attributes: &BTreeMap<String, AttributeValue>) -> String {
    format!("{:?}", attributes.get("id"))
}

async fn put_item(State(items): State<Items>, input: PutItemInput) -> Answer<PutItemOutput> {
    items.lock().insert(id(&input.item), input.item);
    PutItemOutput::builder().build().map_err(Fault::internal)
}

async fn get_item(State(items): State<Items>, input: GetItemInput) -> Answer<GetItemOutput> {
    let item = items.lock().get(&id(&input.key)).cloned();
    GetItemOutput::builder().set_item(item).build().map_err(Fault::internal)
}

/// Queues are identified by the last part of their URLs.
fn queue_name(url: &str) -> String {
    url.rsplit('/').next().unwrap_or_default().to_owned()
}

async fn create_queue(
    State(queues): State<Queues>,
    context: RequestContext,
    input: CreateQueueInput,
) -> Answer<CreateQueueOutput> {
    queues.lock().entry(input.queue_name.clone()).or_default();
    let host = context.head().headers.get("host").and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let url = format!("http://{host}/000000000000/{}", input.queue_name);
    CreateQueueOutput::builder().queue_url(url).build().map_err(Fault::internal)
}

async fn send_message(
    State(queues): State<Queues>,
    context: RequestContext,
    input: SendMessageInput,
) -> Answer<SendMessageOutput> {
    let md5: String = Md5::digest(&input.message_body).iter().map(|byte| format!("{byte:02x}")).collect();
    queues.lock().entry(queue_name(&input.queue_url)).or_default().push_back(input.message_body);
    let output = SendMessageOutput::builder().message_id(context.request_id()).md5_of_message_body(md5);
    output.build().map_err(Fault::internal)
}

async fn receive_message(State(queues): State<Queues>, input: ReceiveMessageInput) -> Answer<ReceiveMessageOutput> {
    let first = queues.lock().entry(queue_name(&input.queue_url)).or_default().pop_front();
    let message = first.map(|body| Message::builder().message_id("m").receipt_handle("r").body(body).build());
    let messages = message.transpose().map_err(Fault::internal)?.map(|message| vec![message]);
    ReceiveMessageOutput::builder().set_messages(messages).build().map_err(Fault::internal)
}

/// A function that returns its payload.
async fn invoke(input: InvokeInput) -> Answer<InvokeOutput> {
    let output = InvokeOutput::builder().status_code(200).executed_version("$LATEST").set_payload(input.payload);
    output.build().map_err(Fault::internal)
}

async fn list_functions(_: ListFunctionsInput) -> Answer<ListFunctionsOutput> {
    ListFunctionsOutput::builder().build().map_err(Fault::internal)
}

async fn put_metrics(State(metrics): State<Table<String>>, input: PutMetricDataInput) -> Answer<PutMetricDataOutput> {
    for datum in input.metric_data.unwrap_or_default() {
        metrics.lock().insert(datum.metric_name, input.namespace.clone());
    }
    PutMetricDataOutput::builder().build().map_err(Fault::internal)
}

async fn list_metrics(State(metrics): State<Table<String>>, _: ListMetricsInput) -> Answer<ListMetricsOutput> {
    let metrics = metrics.lock();
    let metric =
        |(name, namespace): (&String, &String)| Metric::builder().metric_name(name).namespace(namespace).build();
    let metrics = metrics.iter().map(metric).collect::<Result<Vec<_>, _>>().map_err(Fault::internal)?;
    ListMetricsOutput::builder().set_metrics(Some(metrics)).build().map_err(Fault::internal)
}

async fn list_machines(_: ListStateMachinesInput) -> Answer<ListStateMachinesOutput> {
    let machine = StateMachineListItem::builder().name("orders").creation_date(Timestamp::from_secs(1_767_225_600));
    let machine = machine.state_machine_arn("arn:aws:states:us-east-1:000000000000:stateMachine:orders");
    let machine = machine.r#type(StateMachineType::Standard).build().map_err(Fault::internal)?;
    ListStateMachinesOutput::builder().set_state_machines(Some(vec![machine])).build().map_err(Fault::internal)
}

async fn list_executions(input: ListWorkflowExecutionsInput) -> Answer<ListWorkflowExecutionsOutput> {
    let output = ListWorkflowExecutionsOutput::builder().image_build_version_arn(input.image_build_version_arn);
    output.build().map_err(Fault::internal)
}

async fn get_steps(input: GetWorkflowStepsInput) -> Answer<GetWorkflowStepsOutput> {
    GetWorkflowStepsOutput::builder().workflow_id(input.workflow_id).build().map_err(Fault::internal)
}

macro_rules! service {
    ($verifier:ident, $module:ident($state:expr) { $($operation:ident => $function:path),* $(,)? }) => {
        $module::server::partial($state)
            $(.operation($module::operations::$operation, $function))*
            .otherwise(Fault::not_implemented)
            .authenticate($verifier.clone())
    };
}

pub(crate) fn services(verifier: &SigV4Verifier) -> Services {
    let cloudwatch = service!(verifier, cloudwatch(Table::default()) {
        ListMetrics => list_metrics, PutMetricData => put_metrics,
    });
    let sqs = service!(verifier, sqs(Queues::default()) {
        CreateQueue => create_queue, ReceiveMessage => receive_message, SendMessage => send_message,
    });
    Services::new()
        // SDKs use protocols that the model does not name.
        .add(cloudwatch.with_additional_protocols(&[ProtocolId::AwsJson1_0, ProtocolId::RpcV2Cbor]))
        .add(service!(verifier, customer_profiles(()) { GetWorkflowSteps => get_steps }))
        .add(service!(verifier, dynamodb(Items::default()) { GetItem => get_item, PutItem => put_item }))
        .add(service!(verifier, imagebuilder(()) { ListWorkflowExecutions => list_executions }))
        .add(service!(verifier, kinesis(()) { SubscribeToShard => events::subscribe }))
        .add(service!(verifier, lambda(()) {
            Invoke => invoke, InvokeWithResponseStream => events::invoke, ListFunctions => list_functions,
        }))
        .add(service!(verifier, sfn(()) { ListStateMachines => list_machines }))
        .add(sqs.with_additional_protocols(&[ProtocolId::AwsQuery]))
        .add(service!(verifier, transcribe(()) { StartStreamTranscription => events::transcribe }))
}
