//! Layers that know the operation: before the input is read, and before the implementation is called.

use std::sync::{Arc, Mutex, PoisonError};

use generated::imagebuilder;
use golden::shapes::operations::{EchoBindings, EchoTypes};
use golden::shapes::{server, types};
use whitesmith_runtime::client::Credentials;
use whitesmith_runtime::schema::OperationSchema;
use whitesmith_runtime::server::{
    AccessKey, Extension, Fault, Functions, ReadRequest, RoutedRequest, SecretKey, Service, SigV4Verifier,
};
use whitesmith_runtime::types::BoxError;

use super::{PROTOCOLS, config, run, shapes};

async fn bindings(
    Extension(name): Extension<String>,
    input: types::EchoBindingsInput,
) -> Result<types::EchoBindingsOutput, Fault> {
    let label = format!("{name} {}", input.label);
    types::EchoBindingsOutput::builder().label(label).build().map_err(Fault::internal)
}

async fn echo(input: types::EchoTypesInput) -> Result<types::EchoTypesOutput, Fault> {
    types::EchoTypesOutput::builder().set_all(input.all).build().map_err(Fault::internal)
}

fn service() -> Service<Functions<()>> {
    let functions = server::partial(()).operation(EchoBindings, bindings).operation(EchoTypes, echo);
    functions.otherwise(Fault::not_implemented)
}

fn is_types(operation: &OperationSchema) -> bool {
    operation.name() == "EchoTypes"
}

/// Borrows a request across an `await`, so it has to be `Sync`.
async fn audit(request: &RoutedRequest) {
    tokio::task::yield_now().await;
    assert!(!request.request_id().is_empty());
}

#[tokio::test]
async fn layers_before_reading_answer_in_every_protocol_and_only_for_their_operations() {
    let closed = async |request: RoutedRequest| {
        audit(&request).await;
        let names = format!("{} {} {}", request.service().name(), request.operation().name(), request.protocol());
        request.reply(Fault::new(503, "Closed", names))
    };
    let service = service().route_layer(is_types, closed);
    let service = service.route_layer(
        |operation| !is_types(operation),
        async |mut request| {
            request.head_mut().extensions.insert("layer".to_owned());
            request.run().await
        },
    );
    let address = run(service).await;
    for protocol in PROTOCOLS {
        let client = shapes(address, protocol);
        let error = client.echo_types().send().await.expect_err("closed");
        let expected = format!("Shapes EchoTypes {protocol}");
        assert_eq!((error.status(), error.message()), (Some(503), Some(expected.as_str())), "{protocol}: {error}");
        let output = client.echo_bindings().label("a").path("b").send().await.expect("echoed");
        assert_eq!(output.label.as_deref(), Some("layer a"), "{protocol}");
    }
}

#[tokio::test]
async fn layers_before_the_implementation_see_the_input_in_the_order_in_which_they_were_added() {
    let seen: Arc<Mutex<Vec<String>>> = Arc::default();
    let note = |name: &'static str| {
        let seen = Arc::clone(&seen);
        move |mut request: ReadRequest| {
            assert_eq!(request.request_id(), request.context().request_id());
            assert!(request.head().headers.contains_key("host"));
            let label = request.label("label").unwrap_or_default();
            seen.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{name} {label}"));
            request.extensions_mut().insert(name.to_owned());
            async move { request.run().await }
        }
    };
    let address = run(service().call_layer(|_| true, note("one")).call_layer(|_| true, note("two"))).await;
    for protocol in PROTOCOLS {
        let output = shapes(address, protocol).echo_bindings().label("a").path("b").send().await.expect("echoed");
        assert_eq!(output.label.as_deref(), Some("two a"), "{protocol}");
        let seen = std::mem::take(&mut *seen.lock().unwrap_or_else(PoisonError::into_inner));
        assert_eq!(seen, ["one a", "two a"], "{protocol}");
    }
}

#[tokio::test]
async fn layers_that_panic_are_internal_errors() {
    let before = service().route_layer(is_types, async |_| panic!("as the test wants it"));
    let after = service().call_layer(is_types, async |_| panic!("as the test wants it"));
    for service in [before, after] {
        let address = run(service).await;
        for protocol in PROTOCOLS {
            let error = shapes(address, protocol).echo_types().send().await.expect_err("a panic");
            assert_eq!((error.status(), error.code()), (Some(500), Some("InternalFailure")), "{protocol}");
        }
    }
}

#[tokio::test]
async fn layers_before_the_implementation_only_see_verified_callers() {
    let verifier = SigV4Verifier::new(|_: AccessKey| async { Ok::<_, BoxError>(Some(SecretKey::new("secret"))) });
    let service = imagebuilder::server::partial(())
        .operation(imagebuilder::operations::ListWorkflowExecutions, list)
        .otherwise(Fault::not_implemented)
        .authenticate(verifier)
        .call_layer(
            |_| true,
            async |request| {
                let name = request.identity().map_or("nobody", |identity| identity.name()).to_owned();
                request.reply(Fault::new(418, "Seen", name))
            },
        );
    let address = run(service).await;
    let call = |secret: &str| {
        let client = imagebuilder::Client::new(config(address).credentials(Credentials::new("AKID", secret)));
        let arn = "arn:aws:imagebuilder:eu-central-1:123456789012:image/base-linux/1.0.0/1";
        async move { client.list_workflow_executions().image_build_version_arn(arn).send().await.expect_err("a fault") }
    };
    assert_eq!(call("secret").await.message(), Some("AKID"));
    assert_eq!(call("wrong").await.status(), Some(403));
}

async fn list(
    _: imagebuilder::types::ListWorkflowExecutionsInput,
) -> Result<imagebuilder::types::ListWorkflowExecutionsOutput, Fault> {
    Err(Fault::not_implemented("unreachable"))
}
