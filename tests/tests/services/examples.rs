//! Examples in the documentation of golden modules, which must compile. Written by `tests/codegen/examples.rs`.

use std::error::Error;

#[allow(dead_code, unused_imports, unused_variables)]
async fn evolution_new_1(client: &golden::evolution_new::Client) -> Result<(), Box<dyn Error>> {
    use golden::evolution_new::types;
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

#[allow(dead_code, unused_imports, unused_variables)]
async fn evolution_new_2(client: &golden::evolution_new::Client) -> Result<(), Box<dyn Error>> {
    use golden::evolution_new::types;
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

#[allow(dead_code, unused_imports, unused_variables)]
async fn queues_1(client: &golden::queues::Client) -> Result<(), Box<dyn Error>> {
    use golden::queues::types;
    let output = client
        .send_message()
        .queue_url("https://queues.example/a")
        .body("hello")
        .delay_seconds(5)
        .attributes("urgent", "yes")
        .route(
            types::Route::builder()
                .hops("a")
                .hops("b")
                .next(types::Route::builder().cost(4294967296_i64).build())
                .at(
                    whitesmith_runtime::types::Timestamp::parse(
                        "2026-01-02T03:04:05Z",
                        whitesmith_runtime::schema::TimestampFormat::DateTime,
                    )?,
                )
                .build(),
        )
        .digest("sha".into())
        .state("ACTIVE".try_into()?)
        .reply(
            types::Message::builder()
                .body("first")
                .count(1)
                .parent(types::Message::builder().count(2).build()?)
                .notes(Some("seen".into()))
                .levels([1, 2].into())
                .target(types::Target::State("PAUSED".try_into()?))
                .build()?,
        )
        .send()
        .await?;
    Ok(())
}

#[allow(dead_code, unused_imports, unused_variables)]
async fn queues_2(client: &golden::queues::Client) -> Result<(), Box<dyn Error>> {
    use golden::queues::types;
    let output = client
        .send_message()
        .queue_url("https://queues.example/a")
        .body("hello")
        .send()
        .await?;
    Ok(())
}
