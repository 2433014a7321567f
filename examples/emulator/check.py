"""Calls every service of the emulator with boto3: `python3 check.py http://127.0.0.1:4566`."""

import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]


def client(name):
    return boto3.client(
        name,
        endpoint_url=ENDPOINT,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}),
    )


def check(name, found, expected):
    if found != expected:
        sys.exit(f"{name}: expected {expected!r}, found {found!r}")
    print(f"{name}: ok")


sqs = client("sqs")
url = sqs.create_queue(QueueName="orders")["QueueUrl"]
sqs.send_message(QueueUrl=url, MessageBody="one")
check("sqs", sqs.receive_message(QueueUrl=url)["Messages"][0]["Body"], "one")

sns = client("sns")
arn = sns.create_topic(Name="news")["TopicArn"]
check("sns", [topic["TopicArn"] for topic in sns.list_topics()["Topics"]], [arn])

dynamodb = client("dynamodb")
table = {
    "TableName": "people",
    "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
    "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
    "BillingMode": "PAY_PER_REQUEST",
}
dynamodb.create_table(**table)
item = {"id": {"S": "7"}, "name": {"S": "Ada"}}
dynamodb.put_item(TableName="people", Item=item)
check("dynamodb", dynamodb.get_item(TableName="people", Key={"id": {"S": "7"}})["Item"], item)

s3 = client("s3")
s3.create_bucket(Bucket="maps")
s3.put_object(Bucket="maps", Key="a/b", Body=b"content")
check("s3", s3.get_object(Bucket="maps", Key="a/b")["Body"].read(), b"content")

secrets = client("secretsmanager")
arn_of_password = secrets.create_secret(Name="password", SecretString="secret")["ARN"]
check("secretsmanager", secrets.get_secret_value(SecretId="password")["SecretString"], "secret")
check("secretsmanager, ARN", secrets.get_secret_value(SecretId=arn_of_password)["SecretString"], "secret")
secrets.create_secret(Name="key", SecretBinary=b"\x00\xff")
check("secretsmanager, binary", secrets.get_secret_value(SecretId="key")["SecretBinary"], b"\x00\xff")

kinesis = client("kinesis")
kinesis.create_stream(StreamName="clicks", ShardCount=1)
check("kinesis", kinesis.list_streams()["StreamNames"], ["clicks"])

check("sts", client("sts").get_caller_identity()["Account"], "000000000000")
check("kms", client("kms").create_key()["KeyMetadata"]["Enabled"], True)
entry = {"Source": "shop", "DetailType": "sold", "Detail": "{}"}
check("eventbridge", client("events").put_events(Entries=[entry])["FailedEntryCount"], 0)
check("cloudwatch", client("cloudwatch").list_metrics()["Metrics"], [])

for name, call, code in [
    ("dynamodb", lambda: dynamodb.create_table(**table), "ResourceInUseException"),
    ("secretsmanager", lambda: secrets.create_secret(Name="key", SecretString="x"), "ResourceExistsException"),
]:
    try:
        call()
        sys.exit(f"{name}: a second resource of the same name was created")
    except ClientError as error:
        check(f"{name}, same name", error.response["Error"]["Code"], code)

condition = "attribute_not_exists(id)"
for name, call in [
    ("dynamodb", lambda: dynamodb.put_item(TableName="people", Item=item, ConditionExpression=condition)),
    ("sqs", lambda: sqs.list_queues()),
    ("sns", lambda: sns.publish(TopicArn=arn, Message="one")),
    ("s3", lambda: s3.list_objects_v2(Bucket="maps")),
    ("kms", lambda: client("kms").list_keys()),
    ("cloudwatch", lambda: client("cloudwatch").describe_alarms()),
]:
    try:
        call()
        sys.exit(f"{name}: an operation that is not implemented succeeded")
    except ClientError as error:
        check(f"{name}, not implemented", error.response["ResponseMetadata"]["HTTPStatusCode"], 501)
