//! Generates ten services from official models in `WHITESMITH_MODELS`, or in `../../../shared/models`.

use std::path::PathBuf;

use whitesmith_codegen::build::{Build, Error, Service};
use whitesmith_codegen::config::{Constraints, Sides};

/// File of the model, shape ID of its service, and module.
const SERVICES: [(&str, &str, &str); 10] = [
    ("cloudwatch-2010-08-01", "com.amazonaws.cloudwatch#GraniteServiceVersion20100801", "cloudwatch"),
    ("dynamodb-2012-08-10", "com.amazonaws.dynamodb#DynamoDB_20120810", "dynamodb"),
    ("eventbridge-2015-10-07", "com.amazonaws.eventbridge#AWSEvents", "eventbridge"),
    ("kinesis-2013-12-02", "com.amazonaws.kinesis#Kinesis_20131202", "kinesis"),
    ("kms-2014-11-01", "com.amazonaws.kms#TrentService", "kms"),
    ("s3-2006-03-01", "com.amazonaws.s3#AmazonS3", "s3"),
    ("secrets-manager-2017-10-17", "com.amazonaws.secretsmanager#secretsmanager", "secretsmanager"),
    ("sns-2010-03-31", "com.amazonaws.sns#AmazonSimpleNotificationService", "sns"),
    ("sqs-2012-11-05", "com.amazonaws.sqs#AmazonSQS", "sqs"),
    ("sts-2011-06-15", "com.amazonaws.sts#AWSSecurityTokenServiceV20110615", "sts"),
];

fn main() -> Result<(), Error> {
    println!("cargo::rerun-if-env-changed=WHITESMITH_MODELS");
    println!("cargo::rustc-check-cfg=cfg(has_models)");
    let folder = std::env::var_os("WHITESMITH_MODELS").map_or_else(|| "../../../shared/models".into(), PathBuf::from);
    println!("cargo::rerun-if-changed={}", folder.display());
    // A clone of this repository has no official models.
    if !folder.is_dir() {
        println!("cargo::warning=skipped: no official models in {}; set WHITESMITH_MODELS", folder.display());
        return Ok(());
    }
    println!("cargo::rustc-cfg=has_models");
    let build = whitesmith_codegen::build().sides(Sides::Server).constraints(Constraints::Checked);
    // These models are maintained by AWS, so this finding cannot be fixed here.
    let build = build.accept("QueryErrorCode");
    let add = |build: Build, (file, id, module)| {
        build.model(folder.join(format!("{file}.json"))).service(Service::new(id).module(module))
    };
    SERVICES.into_iter().fold(build, add).compile()
}
