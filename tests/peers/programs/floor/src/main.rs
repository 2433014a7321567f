//! One request over HTTPS, with hyper and rustls only.

use bytes::Bytes;
use http_body_util::{BodyExt as _, Empty};
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::client::legacy::{Client, Error};
use hyper_util::rt::TokioExecutor;

#[tokio::main]
async fn main() {
    let connector = HttpsConnectorBuilder::new().with_native_roots().expect("root certificates");
    let connector = connector.https_only().enable_http1().build();
    let client = Client::builder(TokioExecutor::new()).build::<_, Empty<Bytes>>(connector);
    match get(client.get("https://states.eu-central-1.amazonaws.com/".parse().expect("a URI"))).await {
        Ok(length) => println!("{length} bytes"),
        Err(error) => eprintln!("{error}"),
    }
}

async fn get(response: hyper_util::client::legacy::ResponseFuture) -> Result<usize, Error> {
    let body = response.await?.into_body().collect().await;
    Ok(body.map_or(0, |body| body.to_bytes().len()))
}
