//! A service that fits into other code: its types have configured names and attributes, and some are those of another
//! module.

use std::collections::HashSet;
use std::net::SocketAddr;

use golden::common::types::{Address, Contact, NotFound, Postcode, Priority};
use golden::shop::errors::PlaceOrderError;
use golden::shop::server::{Shop, service};
use golden::shop::types::{PlaceOrderInput, PlaceOrderOutput, Purchase, State};
use golden::shop::{Client, types};
use whitesmith_runtime::client::Error;
use whitesmith_runtime::server::RequestContext;

use super::support::{Message, config, raw, request, serve};

#[derive(Clone)]
struct Echo;

impl Shop for Echo {
    async fn place_order(
        &self,
        input: PlaceOrderInput,
        _: RequestContext,
    ) -> Result<PlaceOrderOutput, PlaceOrderError> {
        if input.id == "none" {
            let error = NotFound::builder().message("no such order").near(input.order.address).build();
            return Err(error.expect("valid").into());
        }
        let order = input.order;
        let output = PlaceOrderOutput::builder().order(order).set_priority(input.priority);
        Ok(output.build().expect("valid"))
    }
}

async fn shop() -> (Client, SocketAddr) {
    let address = serve(axum::Router::new().fallback_service(service(Echo))).await;
    (Client::new(config(address)), address)
}

fn address(postcode: &str) -> Address {
    Address::builder().postcode(postcode).lines("Main Street 1").build().expect("valid")
}

fn purchase() -> Purchase {
    let before = Address::builder().postcode("12345").before(address("54321")).build().expect("valid");
    let purchase = Purchase::builder().address(before).former(address("00000")).labels("home", "11111");
    purchase.contact(Contact::Post(address("22222"))).reference("A-1").state(State::Fresh).build().expect("valid")
}

#[tokio::test]
async fn types_of_another_module_are_sent_and_received_in_all_places() {
    let (client, _) = shop().await;
    let call = client.place_order().id("1").postcode(Postcode::new("12345").expect("valid"));
    let output = call.priority(Priority::High).order(purchase()).send().await.expect("an order");
    assert_eq!(output.order, purchase());
    assert_eq!(output.priority, Some(Priority::High));
    // They are one type.
    let same: types::Address = output.order.address;
    assert_eq!(same.before.map(|before| before.postcode), Some(Postcode::new("54321").expect("valid")));
}

#[tokio::test]
async fn an_error_of_another_module_is_a_variant() {
    let (client, _) = shop().await;
    let failed = client.place_order().id("none").postcode("12345").order(purchase()).send().await;
    let Err(Error::Service(failure)) = failed else { panic!("{failed:?}") };
    let PlaceOrderError::NotFound(error) = failure.into_error() else { panic!("another error") };
    assert_eq!(error.near.map(|near| near.postcode.to_string()).as_deref(), Some("12345"));
}

/// Sends a body without the client, which would check it.
async fn put_order(address: SocketAddr, body: &str) -> Message {
    raw(address, &request("PUT /orders/1/12345", &[("content-type", "application/json")], body)).await
}

#[tokio::test]
async fn messages_have_the_names_of_the_model() {
    let (_, address) = shop().await;
    let body = r#"{"order": {"address": {"postcode": "12345"}, "ref": "A-1", "state": "NEW"}}"#;
    let answer = put_order(address, body).await;
    assert_eq!((answer.status(), &answer.json()["order"]["ref"]), (200, &"A-1".into()), "{answer:?}");
    assert_eq!(answer.json()["order"]["state"], "NEW");
}

#[tokio::test]
async fn constraints_of_another_module_are_checked() {
    let (client, address) = shop().await;
    let invalid = client.place_order().id("1").postcode("x").order(purchase()).send().await;
    assert!(matches!(invalid, Err(Error::Invalid { .. })), "{invalid:?}");
    let body = r#"{"order": {"address": {"postcode": "x", "lines": [""]}}}"#;
    let answer = put_order(address, body).await;
    let violations = answer.json()["fieldList"].as_array().map(Vec::len);
    assert_eq!((answer.status(), violations), (400, Some(2)), "{answer:?}");
}

#[test]
fn configured_traits_are_derived() {
    let orders: HashSet<Purchase> = [purchase(), purchase()].into();
    let addresses: HashSet<Address> = [address("12345"), address("12345")].into();
    assert_eq!((orders.len(), addresses.len()), (1, 1));
}
