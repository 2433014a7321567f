"""Calls the server with boto3: `python3 boto3_calls.py ENDPOINT ENDPOINT_ONCE`. The second accepts each signature once."""

import datetime
import io
import json
import sys
import urllib.error
import urllib.request
from unittest import mock

import boto3
import botocore.auth
from boto3.s3.transfer import TransferConfig
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError, EventStreamError

ENDPOINT, ONCE = sys.argv[1:]
failed = []
count = 0


def check(name, found, expected):
    global count
    count += 1
    if found != expected:
        failed.append(f"{name}: expected {expected!r}, found {found!r}")


def client(name, secret="secret", key="AKIDEXAMPLE", endpoint=ENDPOINT, **config):
    return boto3.client(
        name,
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}, **config),
    )


def fetch(url, method="GET", body=None, headers=None):
    """Sends a request as it is. Returns status and body."""
    request = urllib.request.Request(url, data=body, method=method, headers=headers or {})
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


# Answered requests.

s3 = client("s3")
s3.create_bucket(Bucket="maps")
s3.put_object(Bucket="maps", Key="a b/ü+", Body=b"content", Metadata={"owner": "me"})
check("get", s3.get_object(Bucket="maps", Key="a b/ü+")["Body"].read(), b"content")
check("head", s3.head_object(Bucket="maps", Key="a b/ü+")["Metadata"], {"owner": "me"})
s3.copy_object(Bucket="maps", Key="copy", CopySource={"Bucket": "maps", "Key": "a b/ü+"})
large = bytes(range(256)) * 50_000
s3.upload_fileobj(io.BytesIO(large), "maps", "large", Config=TransferConfig(5 << 20, multipart_chunksize=5 << 20))
target = io.BytesIO()
s3.download_fileobj("maps", "large", target)
check("multipart", target.getvalue() == large, True)
keys = [item["Key"] for page in s3.get_paginator("list_objects_v2").paginate(Bucket="maps") for item in page["Contents"]]
check("list", keys, ["a b/ü+", "copy", "large"])
# The default of URLs is an older version of signatures.
urls = client("s3", signature_version="s3v4")
put = urls.generate_presigned_url("put_object", {"Bucket": "maps", "Key": "url"}, 60)
check("presigned put", fetch(put, "PUT", b"by url")[0], 200)
get = urls.generate_presigned_url("get_object", {"Bucket": "maps", "Key": "url"}, 60)
check("presigned get", fetch(get), (200, b"by url"))
deleted = s3.delete_objects(Bucket="maps", Delete={"Objects": [{"Key": "copy"}, {"Key": "url"}]})["Deleted"]
check("delete", len(deleted), 2)

dynamodb = client("dynamodb")
item = {"id": {"S": "7"}, "numbers": {"NS": ["1", "2"]}, "bytes": {"B": b"\x00\xff"}}
dynamodb.put_item(TableName="people", Item=item)
check("dynamodb", dynamodb.get_item(TableName="people", Key={"id": {"S": "7"}})["Item"], item)

sqs = client("sqs")
url = sqs.create_queue(QueueName="orders")["QueueUrl"]
sqs.send_message(QueueUrl=url, MessageBody="one")
check("sqs", sqs.receive_message(QueueUrl=url)["Messages"][0]["Body"], "one")

functions = client("lambda")
check("lambda", functions.invoke(FunctionName="f", Payload=b'{"a":1}')["Payload"].read(), b'{"a":1}')

# Event streams in three protocols.
s3.put_object(Bucket="maps", Key="rows", Body=b"one\ntwo\n")
JSON = {"InputSerialization": {"JSON": {"Type": "LINES"}}, "OutputSerialization": {"JSON": {}}}
rows = s3.select_object_content(Bucket="maps", Key="rows", ExpressionType="SQL", Expression="SELECT 1", **JSON)
rows = list(rows["Payload"])
check("select", [event["Records"]["Payload"] for event in rows[:-1]], [b"one\n", b"two\n"])
check("select end", rows[-1], {"End": {}})
s3.delete_object(Bucket="maps", Key="rows")
chunks = list(functions.invoke_with_response_stream(FunctionName="f", Payload=b"abcd")["EventStream"])
check("lambda stream", [event["PayloadChunk"]["Payload"] for event in chunks[:-1]], [b"ab", b"cd"])
check("lambda end", chunks[-1], {"InvokeComplete": {}})


def subscribe(shard):
    """Data of the records, and the code of the error that ends the stream, if any."""
    arn = "arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1"
    stream = client("kinesis").subscribe_to_shard(ConsumerARN=arn, ShardId=shard, StartingPosition={"Type": "LATEST"})
    found = []
    try:
        for event in stream["EventStream"]:
            found += [record["Data"] for record in event["SubscribeToShardEvent"]["Records"]]
    except EventStreamError as error:
        found.append(error.response["Error"]["Code"])
    return found


check("kinesis", subscribe("shard"), [b"first"])
check("kinesis error", subscribe("lost"), [b"first", "ResourceNotFoundException"])

cloudwatch = client("cloudwatch")
cloudwatch.put_metric_data(Namespace="shop", MetricData=[{"MetricName": "sold", "Value": 1.5}])
check("cloudwatch", [metric["MetricName"] for metric in cloudwatch.list_metrics()["Metrics"]], ["sold"])

check("sfn", [machine["name"] for machine in client("stepfunctions").list_state_machines()["stateMachines"]], ["orders"])
IMAGE = "arn:aws:imagebuilder:us-east-1:123456789012:image/base/1.0.0/1"
found = client("imagebuilder").list_workflow_executions(imageBuildVersionArn=IMAGE)
check("imagebuilder", found["imageBuildVersionArn"], IMAGE)
steps = client("customer-profiles").get_workflow_steps(DomainName="shop", WorkflowId="a" * 32)
check("customer-profiles", steps["WorkflowId"], "a" * 32)

# Refused requests: a call of each service, and the codes of its protocol.

CALLS = {
    "s3": lambda s3: s3.put_object(Bucket="maps", Key="a", Body=b"text", Metadata={"owner": "me"}),
    "dynamodb": lambda dynamodb: dynamodb.get_item(TableName="people", Key={"id": {"S": "7"}}),
    "sqs": lambda sqs: sqs.create_queue(QueueName="orders"),
    "lambda": lambda functions: functions.invoke(FunctionName="f", Payload=b"{}", ClientContext="e30="),
    "cloudwatch": lambda cloudwatch: cloudwatch.put_metric_data(Namespace="shop", MetricData=[]),
    "stepfunctions": lambda machines: machines.list_state_machines(),
    "imagebuilder": lambda images: images.list_workflow_executions(imageBuildVersionArn=IMAGE),
    "customer-profiles": lambda profiles: profiles.get_workflow_steps(DomainName="shop", WorkflowId="a" * 32),
}


def codes(name):
    if name == "s3":
        return dict(wrong=(403, "SignatureDoesNotMatch"), unknown=(403, "InvalidAccessKeyId"),
                    skewed=(403, "RequestTimeTooSkewed"), unsigned=(403, "AccessDenied"))
    status = 400 if name in ("cloudwatch", "dynamodb", "sqs", "stepfunctions") else 403
    return dict(wrong=(status, "InvalidSignatureException"), unknown=(status, "UnrecognizedClientException"),
                skewed=(status, "RequestTimeTooSkewed"), unsigned=(status, "MissingAuthenticationTokenException"))


def outcome(name, client):
    try:
        CALLS[name](client)
        return 200, ""
    except ClientError as error:
        return error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]["Code"]


def changed(name, change):
    """A client whose requests are changed after they are signed."""
    found = client(name)
    found.meta.events.register("before-send", lambda request, **_: change(request))
    return found


def other_body(request):
    request.body = b'{"a":1}' if request.body else b"x"
    request.headers["Content-Length"] = str(len(request.body))


def other_header(request):
    signed = request.headers["Authorization"].decode() if isinstance(request.headers["Authorization"], bytes) \
        else request.headers["Authorization"]
    names = signed.split("SignedHeaders=")[1].split(",")[0].split(";")
    for name in ("x-amz-meta-owner", "x-amz-client-context", "host"):
        if name in names:
            request.headers[name] = "other.test"
            return


def other_query(request):
    request.url += ("&" if "?" in request.url else "?") + "extra=1"


def other_path(request):
    for old, new in (("/maps/a", "/maps/b"), ("/functions/f/", "/functions/g/"), ("/domains/shop", "/domains/other")):
        if old in request.url:
            request.url = request.url.replace(old, new)
            return
    # The paths of all others are fixed.
    other_query(request)


HOUR_AGO = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None) - datetime.timedelta(hours=1)
for name in CALLS:
    expected = codes(name)
    check(f"{name} valid", outcome(name, client(name)), (200, ""))
    check(f"{name} wrong key", outcome(name, client(name, secret="wrong")), expected["wrong"])
    check(f"{name} unknown key", outcome(name, client(name, key="AKIDOTHER")), expected["unknown"])
    check(f"{name} unsigned", outcome(name, client(name, signature_version=UNSIGNED)), expected["unsigned"])
    with mock.patch.object(botocore.auth, "get_current_datetime", lambda *_, **__: HOUR_AGO):
        check(f"{name} skewed", outcome(name, client(name)), expected["skewed"])
    for change in (other_body, other_header, other_query, other_path):
        wrong = expected["wrong"]
        if change is other_body and name == "s3":
            # The signature does not cover the body, but its checksum.
            wrong = (400, "BadDigest")
        elif change is other_body and name == "customer-profiles":
            continue
        check(f"{name} {change.__name__}", outcome(name, changed(name, change)), wrong)
    seen = []
    once = client(name, endpoint=ONCE)
    if name == "s3":
        once.create_bucket(Bucket="maps")
    once.meta.events.register("before-send", lambda request, **_: seen.append(request))
    check(f"{name} once", outcome(name, once), (200, ""))
    body = seen[-1].body.read() if hasattr(seen[-1].body, "read") else seen[-1].body
    if body is None or isinstance(body, (bytes, str)):
        headers = {key: value.decode() if isinstance(value, bytes) else value for key, value in seen[-1].headers.items()}
        status, _ = fetch(seen[-1].url, seen[-1].method, body.encode() if isinstance(body, str) else body, headers)
        check(f"{name} replayed", status, expected["wrong"][0])
    else:
        check(f"{name} body of the replayed request", type(body), bytes)

with mock.patch.object(botocore.auth, "get_current_datetime", lambda *_, **__: HOUR_AGO):
    old = urls.generate_presigned_url("get_object", {"Bucket": "maps", "Key": "a"}, 60)
for name, url in (("expired URL", old), ("URL with another key", get.replace("/maps/url", "/maps/a")),
                  ("URL that is valid longer", get.replace("Expires=60", "Expires=600"))):
    status, body = fetch(url)
    check(name, status, 403)

print("\n".join(failed) or f"{count} checks")
sys.exit(bool(failed))
