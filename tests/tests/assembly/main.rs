//! How servers are put together: services of functions, faults, several services on one port. Generated clients call
//! them over sockets.

mod faults;
mod functions;
mod layers;
mod limits;
mod many;
mod official;
mod outputs;

use std::net::SocketAddr;

use golden::shapes;
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
