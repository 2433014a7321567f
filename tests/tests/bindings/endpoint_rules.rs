//! Endpoints that depend on inputs, operations, clients and accounts, with the golden module `endpoint_rules`.

use golden::endpoint_rules::{Client, types::Shelf};
use http::{Request, Response};
use whitesmith_runtime::client::{AccountIdEndpointMode, Canned, Config, Credentials, Partition};

/// A client, and the transport that receives its requests.
fn client(config: Config) -> (Client, Canned) {
    let canned = Canned::new([Response::new("".into())]);
    (Client::new(config.attempts(1).transport(canned.clone())), canned)
}

fn config() -> Config {
    Config::new().region("eu-west-1").credentials(Credentials::new("id", "secret"))
}

fn sent(canned: &Canned) -> Request<bytes::Bytes> {
    canned.requests().pop().expect("a request")
}

/// Region and service in the signature.
fn scope<B>(request: &Request<B>) -> String {
    let authorization = request.headers()["authorization"].to_str().expect("text");
    authorization.split('/').skip(2).take(2).collect::<Vec<_>>().join(" ")
}

async fn opened(config: Config, depot: Option<&str>) -> Result<Request<bytes::Bytes>, String> {
    let (client, canned) = client(config);
    let call = client.open_depot().set_depot(depot);
    call.send().await.map_err(|error| error.to_string())?;
    Ok(sent(&canned))
}

#[tokio::test]
async fn members_of_the_input_are_part_of_endpoints_headers_and_signatures() {
    let request = opened(config(), Some("arn:aws:depots:us-east-2:123456789012:depot/north")).await.expect("sent");
    assert_eq!(request.uri().host(), Some("north.123456789012.depots.us-east-2.example"));
    assert_eq!(request.headers()["x-depot-account"], "123456789012");
    assert_eq!(scope(&request), "us-east-2 depots");
    let signed = request.headers()["authorization"].to_str().expect("text");
    assert!(signed.contains("x-depot-account"), "{signed}");
}

#[tokio::test]
async fn rules_without_a_match_in_the_input_reject_the_call() {
    let error = opened(config(), Some("arn:aws:depots:us-east-2:123456789012:depot")).await.expect_err("rejected");
    assert!(error.ends_with("`arn:aws:depots:us-east-2:123456789012:depot` is no ARN of a depot"), "{error}");
}

#[tokio::test]
async fn endpoints_of_several_regions_need_an_asymmetric_signature() {
    let world = Some("arn:aws:depots::123456789012:depot/north");
    let request = opened(config(), world).await.expect("signed");
    let signature = request.headers()["authorization"].to_str().expect("text");
    assert!(signature.starts_with("AWS4-ECDSA-P256-SHA256 Credential="), "{signature}");
    assert!(signature.contains("/depots/aws4_request, ") && signature.contains(";x-amz-region-set, "), "{signature}");
    assert_eq!(request.headers()["x-amz-region-set"], "*");
    let unsigned = opened(config().unsigned(), world).await.expect("no signature is needed");
    assert_eq!(unsigned.uri().host(), Some("world.depots.example"));
}

#[tokio::test]
async fn operations_supply_fixed_values() {
    let (client, canned) = client(config());
    client.build_depot().send().await.expect("sent");
    assert_eq!(sent(&canned).uri().to_string(), "https://control.depots.example/depots");
    assert_eq!(scope(&sent(&canned)), "us-east-1 depots-control");
}

#[tokio::test]
async fn operations_supply_values_of_expressions() {
    let (client, canned) = client(config());
    let shelves = ["b12", "b13"].map(|name| Shelf::builder().name(name).build().expect("valid"));
    client.count_shelves().set_shelves(Some(shelves.to_vec())).send().await.expect("sent");
    assert_eq!(sent(&canned).uri().to_string(), "https://b12.shelves.depots.example/v1/shelves");
}

#[tokio::test]
async fn clients_configure_parameters() {
    let request = opened(config().endpoint_parameter("Stage", "beta"), None).await.expect("sent");
    assert_eq!(request.uri().host(), Some("beta.depots.example"));
    let error = opened(config().endpoint_parameter("Stage", true), None).await.expect_err("wrong type");
    assert!(error.ends_with("the endpoint parameter Stage must be a string"), "{error}");
}

#[tokio::test]
async fn an_endpoint_that_rules_do_not_know_is_used_as_it_is() {
    let request = opened(config().endpoint_url("http://localhost:8000/base"), Some("north")).await.expect("sent");
    assert_eq!(request.uri().to_string(), "http://localhost:8000/base/depots/open?depot=north");
}

#[tokio::test]
async fn the_account_is_that_of_settings_or_credentials() {
    let known = Credentials::new("id", "secret").account_id("123456789012");
    let cases = [
        (config(), "depots.eu-west-1.amazonaws.com"),
        (config().credentials(known.clone()), "123456789012.depots.eu-west-1.amazonaws.com"),
        (config().credentials(known.clone()).account_id("210987654321"), "210987654321.depots.eu-west-1.amazonaws.com"),
        (
            config().credentials(known.clone()).account_id_endpoint_mode(AccountIdEndpointMode::Disabled),
            "depots.eu-west-1.amazonaws.com",
        ),
    ];
    for (config, host) in cases {
        assert_eq!(opened(config, None).await.expect("sent").uri().host(), Some(host));
    }
    let required = config().account_id_endpoint_mode(AccountIdEndpointMode::Required);
    let error = opened(required, None).await.expect_err("not known");
    assert!(error.ends_with("the account is required, but not known"), "{error}");
}

#[tokio::test]
async fn a_partition_of_the_configuration_has_its_own_domain() {
    let lab = Partition::new("lab", "lab.example").regions(["lab-east-1"]);
    let request = opened(config().region("lab-east-1").partition(lab), None).await.expect("sent");
    assert_eq!(request.uri().host(), Some("depots.lab-east-1.lab.example"));
}
