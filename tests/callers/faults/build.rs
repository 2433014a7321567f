//! Generates clients of S3 and DynamoDB, from official models in `WHITESMITH_MODELS`.

use std::path::PathBuf;

use whitesmith_codegen::build::{Error, Service};
use whitesmith_codegen::config::{Constraints, Sides};

fn main() -> Result<(), Error> {
    println!("cargo::rerun-if-env-changed=WHITESMITH_MODELS");
    let folder =
        std::env::var_os("WHITESMITH_MODELS").map_or_else(|| "../../../../shared/models".into(), PathBuf::from);
    let s3 = Service::new("com.amazonaws.s3#AmazonS3").module("s3");
    let dynamodb = Service::new("com.amazonaws.dynamodb#DynamoDB_20120810").module("dynamodb");
    whitesmith_codegen::build()
        .sides(Sides::Client)
        .constraints(Constraints::Checked)
        .model(folder.join("s3-2006-03-01.json"))
        .model(folder.join("dynamodb-2012-08-10.json"))
        .service(s3.operations(["CopyObject", "GetObject", "ListParts", "PutObject"]))
        .service(dynamodb.operations(["GetItem"]))
        .compile()
}
