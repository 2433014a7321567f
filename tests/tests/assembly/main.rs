//! How servers are put together and behave: services of functions, faults, several services on one port, health checks.
//! Generated clients call them over sockets.

mod aws_style;
mod cors;
mod faults;
mod functions;
mod layers;
mod limits;
mod many;
mod official;
mod outputs;
mod requests;
mod telemetry;
mod tokens;
mod versions;

use std::net::SocketAddr;

use golden::shapes;
use http::Response;
use whitesmith_runtime::client::Config;
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{RequestBody, serve};

/// Protocols of the case model `shapes`, except for ec2Query, whose requests are those of awsQuery.
const PROTOCOLS: [ProtocolId; 7] = [
    ProtocolId::RestJson1,
    ProtocolId::AwsJson1_0,
    ProtocolId::AwsJson1_1,
    ProtocolId::RestXml,
    ProtocolId::AwsQuery,
    ProtocolId::RpcV2Cbor,
    ProtocolId::RpcV2Json,
];

/// Serves a service on a free port until the test ends.
async fn run<S, B>(service: S) -> SocketAddr
where
    S: tower::Service<http::Request<RequestBody>, Response = http::Response<B>> + Clone + Send + 'static,
    S::Error: Into<whitesmith_runtime::types::BoxError>,
    S::Future: Send,
    B: http_body::Body<Data = bytes::Bytes> + Send + 'static,
    B::Error: Into<whitesmith_runtime::types::BoxError>,
{
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    tokio::spawn(async move { serve(listener, service).await });
    address
}

fn config(address: SocketAddr) -> Config {
    Config::new().region("eu-central-1").endpoint_url(format!("http://{address}")).attempts(1)
}

fn shapes(address: SocketAddr, protocol: ProtocolId) -> shapes::Client {
    shapes::Client::new(config(address).protocol(protocol))
}

/// Sends a request with HTTP/1.1, and returns the response with its body as text.
async fn send(address: SocketAddr, request: http::request::Builder, body: impl Into<bytes::Bytes>) -> Response<String> {
    let mut request = request.body(http_body_util::Full::new(body.into())).expect("a request");
    *request.uri_mut() = format!("http://{address}{}", request.uri()).parse().expect("a URI");
    let client = hyper_util::client::legacy::Client::builder(hyper_util::rt::TokioExecutor::new()).build_http();
    let (head, body) = client.request(request).await.expect("a response").into_parts();
    let body = http_body_util::BodyExt::collect(body).await.expect("a body").to_bytes();
    Response::from_parts(head, String::from_utf8_lossy(&body).into_owned())
}
