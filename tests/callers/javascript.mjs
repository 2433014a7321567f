// Calls the server with the AWS SDK for JavaScript: `node javascript.mjs ENDPOINT ENDPOINT_ONCE`. The second accepts each
// signature once.
import { CloudWatchClient, ListMetricsCommand, PutMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { CustomerProfilesClient, GetWorkflowStepsCommand } from "@aws-sdk/client-customer-profiles";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { ImagebuilderClient, ListWorkflowExecutionsCommand } from "@aws-sdk/client-imagebuilder";
import { InvokeCommand, InvokeWithResponseStreamCommand, LambdaClient } from "@aws-sdk/client-lambda";
import * as s3 from "@aws-sdk/client-s3";
import { ListStateMachinesCommand, SFNClient } from "@aws-sdk/client-sfn";
import { CreateQueueCommand, ReceiveMessageCommand, SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { StartStreamTranscriptionCommand, TranscribeStreamingClient } from "@aws-sdk/client-transcribe-streaming";
import { AwsSmithyRpcV2CborProtocol } from "@aws-sdk/core/protocols";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";

const [endpoint, once] = process.argv.slice(2);
const failed = [];
let count = 0;

function check(name, found, expected) {
  count += 1;
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    failed.push(`${name}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
  }
}

const Bucket = "charts";
const good = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };

function client(Client, settings) {
  const region = "us-east-1";
  return new Client({ endpoint, region, credentials: good, maxAttempts: 1, forcePathStyle: true, ...settings });
}

// Answered requests.

const objects = client(s3.S3Client);
const key = "a b/ü+";
await objects.send(new s3.CreateBucketCommand({ Bucket }));
await objects.send(new s3.PutObjectCommand({ Bucket, Key: key, Body: "content", Metadata: { owner: "me" } }));
const text = async (Key) => {
  const { Body } = await objects.send(new s3.GetObjectCommand({ Bucket, Key }));
  return Body.transformToString();
};
check("get", await text(key), "content");
const head = await objects.send(new s3.HeadObjectCommand({ Bucket, Key: key }));
check("head", head.Metadata, { owner: "me" });
await objects.send(new s3.CopyObjectCommand({ Bucket, Key: "copy", CopySource: `${Bucket}/a%20b/%C3%BC%2B` }));
check("copy", await text("copy"), "content");
const upload = { Bucket, Key: "large" };
const { UploadId } = await objects.send(new s3.CreateMultipartUploadCommand(upload));
const Parts = [];
for (const [at, part] of ["x".repeat(5 << 20), "end"].entries()) {
  const input = { ...upload, UploadId, PartNumber: at + 1, Body: part };
  const { ETag } = await objects.send(new s3.UploadPartCommand(input));
  Parts.push({ ETag, PartNumber: at + 1 });
}
await objects.send(new s3.CompleteMultipartUploadCommand({ ...upload, UploadId, MultipartUpload: { Parts } }));
check("multipart", (await text("large")).length, (5 << 20) + 3);
const listed = await objects.send(new s3.ListObjectsV2Command({ Bucket }));
check("list", listed.Contents.map((object) => object.Key), [key, "copy", "large"]);
const put = await getSignedUrl(objects, new s3.PutObjectCommand({ Bucket, Key: "url" }), { expiresIn: 60 });
check("presigned put", (await fetch(put, { method: "PUT", body: "by url" })).status, 200);
const get = await getSignedUrl(objects, new s3.GetObjectCommand({ Bucket, Key: "url" }), { expiresIn: 60 });
check("presigned get", await (await fetch(get)).text(), "by url");
const Delete = { Objects: [{ Key: "copy" }, { Key: "url" }] };
check("delete", (await objects.send(new s3.DeleteObjectsCommand({ Bucket, Delete }))).Deleted.length, 2);

const dynamodb = client(DynamoDBClient);
const Item = { id: { S: "7" }, numbers: { NS: ["1", "2"] } };
await dynamodb.send(new PutItemCommand({ TableName: "people", Item }));
const found = await dynamodb.send(new GetItemCommand({ TableName: "people", Key: { id: { S: "7" } } }));
check("dynamodb", [found.Item.id, found.Item.numbers], [Item.id, Item.numbers]);

const sqs = client(SQSClient);
const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "orders" }));
await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "one" }));
// Clients verify the MD5 of messages.
const received = await client(SQSClient, { md5: false }).send(new ReceiveMessageCommand({ QueueUrl }));
check("sqs", received.Messages[0].Body, "one");

const invoked = await client(LambdaClient).send(new InvokeCommand({ FunctionName: "f", Payload: '{"a":1}' }));
check("lambda", invoked.Payload.transformToString(), '{"a":1}');

// Event streams.
await objects.send(new s3.PutObjectCommand({ Bucket, Key: "rows", Body: "one\ntwo\n" }));
const select = await objects.send(new s3.SelectObjectContentCommand({ Bucket, Key: "rows", ExpressionType: "SQL",
  Expression: "SELECT 1", InputSerialization: { JSON: { Type: "LINES" } }, OutputSerialization: { JSON: {} } }));
const rows = [];
for await (const event of select.Payload) {
  rows.push(event.Records ? Buffer.from(event.Records.Payload).toString() : Object.keys(event)[0]);
}
check("select", rows, ["one\n", "two\n", "End"]);
const streamed = await client(LambdaClient).send(
  new InvokeWithResponseStreamCommand({ FunctionName: "f", Payload: "abcd" }));
const chunks = [];
for await (const event of streamed.EventStream) {
  chunks.push(event.PayloadChunk ? Buffer.from(event.PayloadChunk.Payload).toString() : Object.keys(event)[0]);
}
check("lambda stream", chunks, ["ab", "cd", "InvokeComplete"]);
// Over HTTP/2. The second word is sent after the first was transcribed.
let proceed;
const isHeard = new Promise((resolve) => { proceed = resolve; });
async function* words() {
  yield { AudioEvent: { AudioChunk: Buffer.from("hello") } };
  await isHeard;
  yield { AudioEvent: { AudioChunk: Buffer.from("again") } };
}
const transcribe = client(TranscribeStreamingClient);
const audio = { AudioStream: words(), LanguageCode: "en-US", MediaEncoding: "pcm", MediaSampleRateHertz: 16000 };
const transcribed = await transcribe.send(new StartStreamTranscriptionCommand(audio));
const heard = [];
for await (const event of transcribed.TranscriptResultStream) {
  heard.push(event.TranscriptEvent.Transcript.Results[0].Alternatives[0].Transcript);
  proceed();
}
check("transcribe", heard, ["hello", "again"]);
transcribe.destroy();

class CborClient extends CloudWatchClient {
  constructor(settings) {
    super({ ...settings, protocol: AwsSmithyRpcV2CborProtocol });
  }
}
for (const [Client, MetricName] of [[CloudWatchClient, "sold"], [CborClient, "sold again"]]) {
  const cloudwatch = client(Client);
  await cloudwatch.send(new PutMetricDataCommand({ Namespace: "shop", MetricData: [{ MetricName, Value: 1.5 }] }));
  const metrics = await cloudwatch.send(new ListMetricsCommand({}));
  check(MetricName, metrics.Metrics.some((metric) => metric.MetricName === MetricName), true);
}

const machines = await client(SFNClient).send(new ListStateMachinesCommand({}));
check("sfn", machines.stateMachines.map((machine) => machine.name), ["orders"]);
const imageBuildVersionArn = "arn:aws:imagebuilder:us-east-1:123456789012:image/base/1.0.0/1";
const executions = await client(ImagebuilderClient).send(new ListWorkflowExecutionsCommand({ imageBuildVersionArn }));
check("imagebuilder", executions.imageBuildVersionArn, imageBuildVersionArn);
const steps = { DomainName: "shop", WorkflowId: "a".repeat(32) };
const workflow = await client(CustomerProfilesClient).send(new GetWorkflowStepsCommand(steps));
check("customer-profiles", workflow.WorkflowId, steps.WorkflowId);

// Refused requests: a call of each service, and the statuses and codes of its protocol.

const json = { wrong: [400, "InvalidSignatureException"], unknown: [400, "UnrecognizedClientException"],
  skewed: [400, "RequestTimeTooSkewed"], unsigned: [400, "MissingAuthenticationTokenException"] };
const rest = Object.fromEntries(Object.entries(json).map(([reason, [, code]]) => [reason, [403, code]]));
const xml = { wrong: [403, "SignatureDoesNotMatch"], unknown: [403, "InvalidAccessKeyId"],
  skewed: [403, "RequestTimeTooSkewed"], unsigned: [403, "AccessDenied"] };
const object = { Bucket, Key: "a", Body: "text", Metadata: { owner: "me" } };
const calls = [
  ["s3", s3.S3Client, () => new s3.PutObjectCommand(object), xml],
  ["dynamodb", DynamoDBClient, () => new GetItemCommand({ TableName: "t", Key: { id: { S: "7" } } }), json],
  ["sqs", SQSClient, () => new CreateQueueCommand({ QueueName: "orders" }), json],
  ["lambda", LambdaClient, () => new InvokeCommand({ FunctionName: "f", Payload: "{}", ClientContext: "e30=" }), rest],
  ["cloudwatch", CloudWatchClient, () => new PutMetricDataCommand({ Namespace: "shop", MetricData: [] }), json],
  ["cloudwatch, CBOR", CborClient, () => new ListMetricsCommand({ Namespace: "shop" }), rest],
  ["sfn", SFNClient, () => new ListStateMachinesCommand({}), json],
  ["imagebuilder", ImagebuilderClient, () => new ListWorkflowExecutionsCommand({ imageBuildVersionArn }), rest],
  ["customer-profiles", CustomerProfilesClient, () => new GetWorkflowStepsCommand(steps), rest],
];

async function outcome(client, command) {
  try {
    await client.send(command);
    return [200, ""];
  } catch (error) {
    return [error.$metadata?.httpStatusCode ?? 0, error.name];
  }
}

/// Adds a step after the signature.
function after(client, change) {
  const step = (next) => (args) => next({ ...args, request: change(args.request) ?? args.request });
  client.middlewareStack.addRelativeTo(step, { relation: "after", toMiddleware: "httpSigningMiddleware", name: "change" });
  return client;
}

const changes = {
  body: (request) => {
    request.body = request.body && "x".repeat(Buffer.byteLength(request.body));
  },
  header: (request) => {
    const names = request.headers.authorization.match(/SignedHeaders=([^,]*)/)[1].split(";");
    const name = ["x-amz-meta-owner", "x-amz-client-context", "content-type", "host"].find((name) => names.includes(name));
    request.headers[name] = name === "content-type" ? `${request.headers[name]}; a=b` : "other.test";
  },
  query: (request) => {
    request.query = { ...request.query, extra: "1" };
  },
};

for (const [name, Client, command, expected] of calls) {
  const result = async (settings) => outcome(client(Client, settings), command());
  check(`${name} valid`, await result({}), [200, ""]);
  check(`${name} wrong key`, await result({ credentials: { ...good, secretAccessKey: "wrong" } }), expected.wrong);
  check(`${name} unknown key`, await result({ credentials: { ...good, accessKeyId: "AKIDOTHER" } }), expected.unknown);
  check(`${name} unsigned`, await result({ signer: { sign: async (request) => request } }), expected.unsigned);
  check(`${name} skewed`, await result({ systemClockOffset: -3_600_000 }), expected.skewed);
  for (const [part, change] of Object.entries(changes)) {
    if (part === "body" && name === "customer-profiles") continue;
    const found = await outcome(after(client(Client), change), command());
    const wrong = part === "body" && name === "s3" ? [400, "BadDigest"] : expected.wrong;
    check(`${name} other ${part}`, found, wrong);
  }
  const last = client(Client, { endpoint: once });
  if (name === "s3") await last.send(new s3.CreateBucketCommand({ Bucket }));
  let sent;
  after(last, (request) => {
    sent = { ...request, headers: { ...request.headers } };
  });
  check(`${name} once`, await outcome(last, command()), [200, ""]);
  const query = new URLSearchParams(sent.query).toString();
  const again = await fetch(`${once}${sent.path}${query ? `?${query}` : ""}`, {
    method: sent.method,
    headers: Object.fromEntries(Object.entries(sent.headers).filter(([name]) => !/^(host|content-length)$/.test(name))),
    body: sent.method === "GET" ? undefined : sent.body,
  });
  check(`${name} replayed`, again.status, expected.wrong[0]);
}

const old = new Date(Date.now() - 3_600_000);
const getCommand = new s3.GetObjectCommand({ Bucket, Key: "a" });
const expired = await getSignedUrl(objects, getCommand, { expiresIn: 60, signingDate: old });
for (const [name, url] of [
  ["expired URL", expired],
  ["URL with another key", get.replace(`/${Bucket}/url`, `/${Bucket}/a`)],
  ["URL that is valid longer", get.replace("Expires=60", "Expires=600")],
]) {
  check(name, (await fetch(url)).status, 403);
}

console.log(failed.join("\n") || `${count} checks`);
process.exit(failed.length ? 1 : 0);
