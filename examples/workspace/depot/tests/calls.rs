//! The generated client calls the server in the same process.

use api::parcels::errors::FindParcelError;
use api::parcels::{Client, server};
use api::runtime::client::{Config, Transport};
use depot::Depot;

fn client(depot: Depot) -> Client {
    let transport = Transport::new(server::service(depot));
    Client::new(
        Config::new()
            .endpoint_url("http://localhost")
            .unsigned()
            .transport(transport),
    )
}

#[tokio::test]
async fn a_parcel_is_found() {
    let mut depot = Depot::default();
    depot.put("AB123456789".parse().expect("a number"), "shelf 7");
    let found = client(depot)
        .find_parcel()
        .number("AB123456789")
        .send()
        .await
        .expect("found");
    assert_eq!(found.place, "shelf 7");
}

#[tokio::test]
async fn an_unknown_parcel_is_an_error_of_the_model() {
    let error = client(Depot::default())
        .find_parcel()
        .number("AB000000000")
        .send()
        .await
        .expect_err("none");
    assert!(
        matches!(
            error.as_service_error(),
            Some(FindParcelError::NoSuchParcel(_))
        ),
        "{error}"
    );
}

#[tokio::test]
async fn a_number_that_breaks_the_pattern_is_not_sent() {
    let error = client(Depot::default())
        .find_parcel()
        .number("12")
        .send()
        .await
        .expect_err("not valid");
    assert!(error.to_string().contains("number"), "{error}");
}
