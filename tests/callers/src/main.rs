//! Operations of ten AWS services in memory, on one port, for third-party clients. Prints its address. All callers
//! are verified; with the argument `once`, each signature is accepted once.

use std::collections::HashSet;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use whitesmith_runtime::server::{AccessKey, SecretKey, SigV4Verifier, SignatureUse, serve};

mod events;
mod objects;
mod others;

whitesmith_runtime::include_service!("cloudwatch");
whitesmith_runtime::include_service!("customer_profiles");
whitesmith_runtime::include_service!("dynamodb");
whitesmith_runtime::include_service!("imagebuilder");
whitesmith_runtime::include_service!("kinesis");
whitesmith_runtime::include_service!("lambda");
whitesmith_runtime::include_service!("s3");
whitesmith_runtime::include_service!("sfn");
whitesmith_runtime::include_service!("sqs");
whitesmith_runtime::include_service!("transcribe");

/// Knows one key.
fn verifier() -> SigV4Verifier {
    SigV4Verifier::new(|key: AccessKey| async move {
        Ok::<_, Infallible>((key.id == "AKIDEXAMPLE").then(|| SecretKey::new("secret")))
    })
}

/// Accepts each signature once. None is forgotten, since the server runs for a minute.
fn once(verifier: SigV4Verifier) -> SigV4Verifier {
    let seen: Arc<Mutex<HashSet<String>>> = Arc::default();
    verifier.replay(move |found: SignatureUse| {
        let is_new = seen.lock().unwrap_or_else(PoisonError::into_inner).insert(found.signature);
        async move { Ok::<_, Infallible>(is_new) }
    })
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let verifier = if std::env::args().any(|argument| argument == "once") { once(verifier()) } else { verifier() };
    let s3 = s3::server::service(objects::Memory::default()).authenticate(verifier.clone());
    let services = others::services(&verifier).fallback(s3).build()?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    serve(listener, services).await;
    Ok(())
}
