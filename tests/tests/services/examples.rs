//! Examples in the documentation of a golden module, which must compile. Written by `tests/codegen/examples.rs`.

use std::error::Error;

use golden::evolution_new::{Client, types};

#[allow(dead_code, unused_variables)]
async fn example_1(client: &Client) -> Result<(), Box<dyn Error>> {
    let output = client
        .pay()
        .order("o-1")
        .amount(500)
        .method(
            types::Method::Card(types::CardPayment::builder().number("4000").build()?),
        )
        .receipt("de", "Danke")
        .receipt("en", "Thanks \"a lot\"")
        .send()
        .await?;
    Ok(())
}

#[allow(dead_code, unused_variables)]
async fn example_2(client: &Client) -> Result<(), Box<dyn Error>> {
    let output = client
        .pay()
        .order("o-2")
        .amount(-1)
        .method(
            types::Method::Transfer(types::Transfer::builder().account("1").build()?),
        )
        .send()
        .await?;
    Ok(())
}
