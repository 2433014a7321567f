// Written by whitesmith from cases/endpoints.smithy. Edits are lost: change the model, and generate again.

//! Static tables that the runtime interprets of `Directory`.

use ::whitesmith_runtime as rt;

/// `example.endpoints#LookInput`
pub static LOOK_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.endpoints#LookInput",
    &[],
);

/// `example.endpoints#LookOutput`
pub static LOOK_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.endpoints#LookOutput",
    &[],
);

/// The operation `Look`
pub static LOOK: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
    "Look",
    &LOOK_INPUT,
    &LOOK_OUTPUT,
);

/// Where the service is, where that is not what the usual pattern says.
static SERVICE_ENDPOINTS: &[rt::schema::Endpoint] = &[
    rt::endpoint!(
        Plain | Fips | DualStack | FipsDualStack in "local" => "http://localhost:4000"
        for "us-east-1" as "directory-test"
    ),
    rt::endpoint!(
        Fips | FipsDualStack in "us-gov-west-1" =>
        "directory.us-gov-west-1.amazonaws.com"
    ),
    rt::endpoint!(Plain in "aws" => "directory.amazonaws.com" for "us-east-1"),
    rt::endpoint!(
        Fips | FipsDualStack in "aws-cn" => refused "Directories in China have no FIPS"
    ),
    rt::endpoint!(DualStack => "directory.{region}.{dual_stack_suffix}/v2"),
    rt::endpoint!(FipsDualStack => "directory-fips.{region}.{suffix}"),
];

/// The service `example.endpoints#Directory`
pub static SERVICE: rt::schema::ServiceSchema = rt::schema::ServiceSchema::new(
        "example.endpoints#Directory",
        "1",
        &[&LOOK],
    )
    .protocols(&[rt::schema::ProtocolId::AwsJson1_0])
    .sigv4("directory")
    .sdk_id("Directory")
    .endpoint_prefix("directory")
    .endpoints(SERVICE_ENDPOINTS);
