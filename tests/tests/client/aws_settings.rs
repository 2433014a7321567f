//! Variables and keys of profiles that select endpoints: each has the effect of the setting of the same purpose.

use http::Response;
use whitesmith_runtime::aws::{Environment, MemoryFiles};
use whitesmith_runtime::client::{CallBuilder, Canned, Client};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::schema::{
    EndpointParameter, EndpointRules, OperationSchema, ProtocolId, Schema, ServiceSchema, prelude,
};
use whitesmith_runtime::types::Unit;
use whitesmith_runtime::{member, operation, operation_error, structure};

use super::support::chain;

/// The host names the first setting that is not the default.
static RULES: EndpointRules = EndpointRules::new(
    r#"
parameter Bucket string
parameter Region string required from AWS::Region
parameter Account string from AWS::Auth::AccountId
parameter Mode string from AWS::Auth::AccountIdEndpointMode
parameter Fips boolean required default false from AWS::UseFIPS
parameter DualStack boolean required default false from AWS::UseDualStack
parameter Accelerate boolean required default false from AWS::S3::Accelerate
parameter ArnRegion boolean required default false from AWS::S3::UseArnRegion
parameter NoMultiRegion boolean required default false from AWS::S3::DisableMultiRegionAccessPoints
parameter NoSession boolean required default false from AWS::S3::DisableS3ExpressSessionAuth
parameter S3Global boolean required default false from AWS::S3::UseGlobalEndpoint
parameter StsGlobal boolean required default false from AWS::STS::UseGlobalEndpoint
parameter PathStyle boolean required default false from AWS::S3::ForcePathStyle
parameter Endpoint string from SDK::Endpoint
url = parseURL(Endpoint) and booleanEquals(PathStyle, false) => "https://in-host.{url#authority}"
url = parseURL(Endpoint) => "https://{url#authority}"
booleanEquals(Fips, true) => "https://fips.test"
booleanEquals(DualStack, true) => "https://dual-stack.test"
booleanEquals(Accelerate, true) => "https://accelerate.test"
booleanEquals(ArnRegion, false) => "https://no-arn-region.test"
booleanEquals(NoMultiRegion, true) => "https://no-multi-region.test"
booleanEquals(NoSession, true) => "https://no-session.test"
booleanEquals(S3Global, true) => "https://s3-global.test"
booleanEquals(StsGlobal, true) => "https://sts-global.test"
booleanEquals(PathStyle, true) => "https://path.test"
isSet(Account) => "https://{Account}.{Mode}.test"
stringEquals(Mode, "preferred") => "https://{Region}.test"
else => "https://{Mode}.test"
"#,
);

static INPUT: Schema = Schema::structure("example#GetInput", &[member!("Bucket": prelude::STRING).required().label()]);
static GET: OperationSchema = OperationSchema::new("GetObject", &INPUT, &prelude::UNIT)
    .http("GET", "/{Bucket}", 200)
    .endpoint_parameters(&[EndpointParameter::member("Bucket", "Bucket")]);
static S3: ServiceSchema = ServiceSchema::new("example#Objects", "1", &[&GET])
    .protocols(&[ProtocolId::RestXml])
    .sdk_id("S3")
    .sigv4("s3")
    .rules(&RULES);

#[derive(Clone)]
struct GetInput {
    bucket: String,
}
structure! { GetInput: INPUT { bucket } }

struct Get;
operation! { Get: GET { GetInput, Unit, GetError } }

#[derive(Clone, Debug)]
enum GetError {
    Unhandled(Unhandled),
}
operation_error! { GetError {} }

/// The host of a request with these variables and this profile, or the error of the settings.
async fn host(variables: &[(&str, &str)], profile: &str) -> String {
    let canned = Canned::new([Response::new("".into())]);
    let config = format!("[default]\nregion = eu-west-1\n{profile}");
    let keys = "[default]\naws_access_key_id = id\naws_secret_access_key = secret\n";
    let files = MemoryFiles::new([("/ada/.aws/config", config), ("/ada/.aws/credentials", keys.to_owned())]);
    let mut environment = Environment::new().variable("HOME", "/ada").files(files).transport(canned.clone());
    for (name, value) in variables {
        environment = environment.variable(*name, *value);
    }
    let config = match environment.config().await {
        Ok(config) => config,
        Err(error) => return chain(&error),
    };
    let input = GetInput { bucket: "maps".to_owned() };
    let call = CallBuilder::<Get>::call(&Client::new(&S3, config)).with_input(input);
    match call.send().await {
        Ok(_) => canned.requests()[0].uri().host().expect("a host").to_owned(),
        Err(error) => chain(&error),
    }
}

#[tokio::test]
async fn each_variable_and_key_has_its_effect() {
    for (variable, key, value, expected) in [
        ("AWS_REGION", "", "us-east-2", "us-east-2.test"),
        ("AWS_DEFAULT_REGION", "", "us-east-2", "us-east-2.test"),
        ("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", "true", "fips.test"),
        ("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint", "True", "dual-stack.test"),
        ("AWS_S3_USE_ARN_REGION", "s3_use_arn_region", "false", "no-arn-region.test"),
        (
            "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS",
            "s3_disable_multiregion_access_points",
            "true",
            "no-multi-region.test",
        ),
        ("AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", "s3_disable_express_session_auth", "true", "no-session.test"),
        ("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", "s3_us_east_1_regional_endpoint", "legacy", "s3-global.test"),
        ("AWS_STS_REGIONAL_ENDPOINTS", "sts_regional_endpoints", "legacy", "sts-global.test"),
        ("AWS_ACCOUNT_ID_ENDPOINT_MODE", "account_id_endpoint_mode", "disabled", "disabled.test"),
        ("AWS_ACCOUNT_ID_ENDPOINT_MODE", "account_id_endpoint_mode", "required", "required.test"),
        ("AWS_ENDPOINT_URL", "endpoint_url", "http://one.test", "one.test"),
        ("AWS_ENDPOINT_URL_S3", "", "http://two.test", "two.test"),
    ] {
        assert_eq!(host(&[(variable, value)], "").await, expected, "{variable}");
        if !key.is_empty() {
            assert_eq!(host(&[], &format!("{key} = {value}\n")).await, expected, "{key}");
        }
    }
    assert_eq!(host(&[], "").await, "eu-west-1.test");
}

#[tokio::test]
async fn keys_below_s3_have_their_effect() {
    for (key, value, expected) in [
        ("use_dualstack_endpoint", "true", "dual-stack.test"),
        ("use_accelerate_endpoint", "true", "accelerate.test"),
        ("use_arn_region", "false", "no-arn-region.test"),
        ("s3_disable_multiregion_access_points", "true", "no-multi-region.test"),
        ("s3_disable_express_session_auth", "true", "no-session.test"),
        ("us_east_1_regional_endpoint", "legacy", "s3-global.test"),
        ("addressing_style", "path", "path.test"),
        ("addressing_style", "auto", "eu-west-1.test"),
    ] {
        assert_eq!(host(&[], &format!("s3 =\n  {key} = {value}\n")).await, expected, "{key} = {value}");
    }
    let endpoint = [("AWS_ENDPOINT_URL", "http://own.test")];
    assert_eq!(host(&endpoint, "s3 =\n  addressing_style = virtual\n").await, "in-host.own.test");
}

#[tokio::test]
async fn variables_and_keys_of_the_profile_precede_those_below_s3() {
    let below = "s3 =\n  use_arn_region = false\n";
    assert_eq!(host(&[("AWS_S3_USE_ARN_REGION", "true")], below).await, "eu-west-1.test");
    assert_eq!(host(&[], &format!("s3_use_arn_region = true\n{below}")).await, "eu-west-1.test");
}

#[tokio::test]
async fn an_invalid_value_names_its_place() {
    let error = host(&[("AWS_S3_USE_ARN_REGION", "maybe")], "").await;
    assert!(error.contains("AWS_S3_USE_ARN_REGION") && error.contains("`true` or `false`"), "{error}");
    let error = host(&[], "s3 =\n  addressing_style = cube\n").await;
    assert!(error.contains("/ada/.aws/config") && error.contains("s3.addressing_style"), "{error}");
    assert!(error.contains("`auto`, `path` or `virtual`") && !error.contains("cube"), "{error}");
}

#[tokio::test]
async fn variables_in_the_paths_of_files_are_expanded() {
    let files = || MemoryFiles::new([("/ada/team/config", "[default]\nregion = us-west-1\n")]);
    for path in ["$HOME/${TEAM}/config", "~/$TEAM/config", "${HOME}/team/config", "/ada/team/config"] {
        let environment = Environment::new().variable("HOME", "/ada").variable("TEAM", "team").files(files());
        let config = environment.variable("AWS_CONFIG_FILE", path).config().await.expect("read");
        assert_eq!(config.region_name(), Some("us-west-1"), "{path}");
    }
    // As in botocore, a variable that is not set stays as it is.
    let odd = MemoryFiles::new([("/$NONE/$/${x/config", "[default]\nregion = us-west-1\n")]);
    let environment = Environment::new().files(odd).variable("AWS_CONFIG_FILE", "/$NONE/$/${x/config");
    assert_eq!(environment.config().await.expect("read").region_name(), Some("us-west-1"));
}
