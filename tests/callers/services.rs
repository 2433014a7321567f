//! The services of the server, for its build script and for `cargo xtask callers`, which looks for their models.

/// File of the model, shape ID of its service, module, and operations.
pub(crate) const SERVICES: [(&str, &str, &str, &[&str]); 10] = [
    (
        "s3-2006-03-01",
        "com.amazonaws.s3#AmazonS3",
        "s3",
        &[
            "AbortMultipartUpload",
            "CompleteMultipartUpload",
            "CopyObject",
            "CreateBucket",
            "CreateMultipartUpload",
            "DeleteBucket",
            "DeleteObject",
            "DeleteObjects",
            "GetObject",
            "HeadBucket",
            "HeadObject",
            "ListBuckets",
            "ListObjectsV2",
            "PutObject",
            "SelectObjectContent",
            "UploadPart",
            "UploadPartCopy",
        ],
    ),
    (
        "cloudwatch-2010-08-01",
        "com.amazonaws.cloudwatch#GraniteServiceVersion20100801",
        "cloudwatch",
        &["ListMetrics", "PutMetricData"],
    ),
    (
        "customer-profiles-2020-08-15",
        "com.amazonaws.customerprofiles#CustomerProfiles_20200815",
        "customer_profiles",
        &["GetWorkflowSteps"],
    ),
    ("dynamodb-2012-08-10", "com.amazonaws.dynamodb#DynamoDB_20120810", "dynamodb", &["GetItem", "PutItem"]),
    ("imagebuilder-2019-12-02", "com.amazonaws.imagebuilder#imagebuilder", "imagebuilder", &["ListWorkflowExecutions"]),
    ("kinesis-2013-12-02", "com.amazonaws.kinesis#Kinesis_20131202", "kinesis", &["SubscribeToShard"]),
    (
        "lambda-2015-03-31",
        "com.amazonaws.lambda#AWSGirApiService",
        "lambda",
        &["Invoke", "InvokeWithResponseStream", "ListFunctions"],
    ),
    ("sfn-2016-11-23", "com.amazonaws.sfn#AWSStepFunctions", "sfn", &["ListStateMachines"]),
    ("sqs-2012-11-05", "com.amazonaws.sqs#AmazonSQS", "sqs", &["CreateQueue", "ReceiveMessage", "SendMessage"]),
    (
        "transcribe-streaming-2017-10-26",
        "com.amazonaws.transcribestreaming#Transcribe",
        "transcribe",
        &["StartStreamTranscription"],
    ),
];
