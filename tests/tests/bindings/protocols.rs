//! One server implementation on one port, with each protocol.

use golden::shapes::Client;
use golden::shapes::errors::EchoBindingsError;
use golden::shapes::types::{AllTypes, Choice, Color, Tree};
use whitesmith_runtime::client::Error;
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::types::Unit;

use super::values::{all_types, text};
use super::{client, client_of};

pub(crate) const PROTOCOLS: [ProtocolId; 8] = [
    ProtocolId::RpcV2Cbor,
    ProtocolId::RpcV2Json,
    ProtocolId::AwsJson1_0,
    ProtocolId::AwsJson1_1,
    ProtocolId::RestJson1,
    ProtocolId::RestXml,
    ProtocolId::AwsQuery,
    ProtocolId::Ec2Query,
];

fn is_query(protocol: ProtocolId) -> bool {
    matches!(protocol, ProtocolId::AwsQuery | ProtocolId::Ec2Query)
}

/// Restricts values to those that a protocol supports: forms have no null and no empty collections.
fn carried(protocol: ProtocolId, mut all: AllTypes) -> AllTypes {
    if is_query(protocol) {
        if let Some(list) = &mut all.sparse {
            list.retain(Option::is_some);
        }
        all.sparse_numbers =
            all.sparse_numbers.map(|map| map.into_iter().filter(|(_, value)| value.is_some()).collect());
        all.numbers = all.numbers.filter(|numbers| !numbers.is_empty());
        all.tree = all.tree.filter(|tree| *tree != Tree::default());
    }
    if protocol == ProtocolId::Ec2Query {
        all.strings = all.strings.filter(|strings| !strings.is_empty());
    }
    all
}

async fn assert_echoes(client: &Client, all: AllTypes, protocol: ProtocolId) {
    let all = carried(protocol, all);
    let output = client.echo_types().all(all.clone()).send().await;
    let output = output.unwrap_or_else(|error| panic!("{protocol:?}: {error}"));
    let is_lost = is_query(protocol) && all == AllTypes::default();
    assert_eq!(output.all, Some(all).filter(|_| !is_lost), "{protocol:?}");
}

#[tokio::test]
async fn every_protocol_supports_values_of_each_type() {
    for protocol in PROTOCOLS {
        assert_echoes(&client_of(protocol).await, all_types(), protocol).await;
    }
}

#[tokio::test]
async fn every_protocol_supports_empty_values() {
    for protocol in PROTOCOLS {
        let client = client_of(protocol).await;
        assert_echoes(&client, AllTypes::default(), protocol).await;
        let empty = AllTypes::builder()
            .set_strings(Some([""; 0]))
            .set_numbers(Some([("", 0); 0]))
            .string(String::new())
            .tree(Tree::default())
            .choice(Choice::Nothing(Unit))
            .build()
            .expect("valid");
        assert_echoes(&client, empty, protocol).await;
        assert!(client.nothing().send().await.is_ok(), "{protocol:?}");
    }
}

#[tokio::test]
async fn every_protocol_reports_modeled_errors_and_violated_constraints() {
    for protocol in PROTOCOLS {
        let client = client_of(protocol).await;
        let error = client.echo_bindings().label("teapot").path("x").send().await.expect_err("an error");
        let Some(EchoBindingsError::Teapot(teapot)) = error.as_service_error() else { panic!("{protocol:?}: {error}") };
        assert_eq!(teapot.spout.as_deref(), Some("short"), "{protocol:?}");
        assert!(matches!(&error, Error::Service(answer) if answer.status() == 418), "{protocol:?}");
        assert_eq!(error.message(), Some("short and stout"));
        let error = client.echo_bindings().label("panic").path("x").send().await.expect_err("an error");
        assert_eq!(error.code(), Some("InternalFailure"), "{protocol:?}");
    }
}

#[tokio::test]
async fn defaults_are_the_same_by_each_protocol() {
    let expected = client().await.defaults().send().await.expect("echoed");
    for protocol in PROTOCOLS {
        let output = client_of(protocol).await.defaults().send().await.expect("echoed");
        assert_eq!(output, expected, "{protocol:?}");
        assert_eq!(output.color, Color::DarkGreen);
    }
}

#[tokio::test]
async fn protocols_without_bindings_ignore_them() {
    let call = client_of(ProtocolId::RpcV2Cbor).await.echo_bindings().label("a/b").path("c").header("plain");
    let output = call.body("body").send().await.expect("echoed");
    assert_eq!((output.label.as_deref(), output.path.as_deref()), (Some("a/b"), Some("c")));
    assert_eq!((output.header, output.body), (Some(text("plain")), Some(text("body"))));
}
