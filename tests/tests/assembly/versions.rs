//! Two versions of one model, served by one implementation of the newer one: the older one converts.

use std::sync::Arc;

use golden::{evolution_new as new, evolution_old as old};
use whitesmith_runtime::server::{RequestContext, Services};
use whitesmith_runtime::types::Unhandled;

use super::{config, run};

/// The implementation, which knows only the newer version.
struct Payments;

#[allow(deprecated, reason = "the newer version still has what it deprecates")]
impl new::server::Payments for Payments {
    async fn look(
        &self,
        _: new::types::LookInput,
        _: RequestContext,
    ) -> Result<new::types::LookOutput, new::errors::LookError> {
        Ok(new::types::LookOutput::builder().state(new::types::PaymentState::Refunded).build()?)
    }

    async fn pay(
        &self,
        input: new::types::PayInput,
        _: RequestContext,
    ) -> Result<new::types::PayOutput, new::errors::PayError> {
        match input.method {
            new::types::Method::Card(card) if card.number == "expired" => {
                Err(new::types::Expired::builder().message("the card has expired").build()?.into())
            }
            _ => {
                let output = new::types::PayOutput::builder().state(new::types::PaymentState::Paid);
                Ok(output.receipt(format!("{} {}", input.order, input.amount)).build()?)
            }
        }
    }
}

/// The older version of an implementation of the newer one.
struct Older<S>(Arc<S>);

impl<S: new::server::Payments> old::server::Payments for Older<S> {
    async fn look(
        &self,
        input: old::types::LookInput,
        context: RequestContext,
    ) -> Result<old::types::LookOutput, old::errors::LookError> {
        let input = new::types::LookInput::builder().order(input.order).build()?;
        #[allow(deprecated, reason = "the older version has it")]
        let output =
            self.0.look(input, context).await.map_err(|error| Unhandled::new("Look", Some(error.to_string())))?;
        Ok(old::types::LookOutput::builder().state(State::from(output.state).0).build()?)
    }

    async fn pay(
        &self,
        input: old::types::PayInput,
        context: RequestContext,
    ) -> Result<old::types::PayOutput, old::errors::PayError> {
        let method = Method::from(input.method).0;
        let input = new::types::PayInput::builder().order(input.order).amount(input.amount).method(method).build()?;
        match self.0.pay(input, context).await {
            Ok(output) => Ok(old::types::PayOutput::builder().state(State::from(output.state).0).build()?),
            // The older version has only this error, so all errors become `Declined`.
            Err(error) => Err(old::types::Declined::builder().message(error.to_string()).build()?.into()),
        }
    }
}

/// A state of the older version.
struct State(old::types::PaymentState);

impl From<new::types::PaymentState> for State {
    fn from(state: new::types::PaymentState) -> Self {
        Self(match state {
            new::types::PaymentState::Paid => old::types::PaymentState::Paid,
            _ => old::types::PaymentState::Waiting,
        })
    }
}

/// A means of payment of the newer version.
struct Method(new::types::Method);

impl From<old::types::Method> for Method {
    fn from(method: old::types::Method) -> Self {
        let number = match method {
            old::types::Method::Card(card) => card.number,
            _ => "other".to_owned(),
        };
        let card = new::types::CardPayment::builder().number(number).build();
        Self(new::types::Method::Card(card.expect("a number without constraints")))
    }
}

#[tokio::test]
async fn one_implementation_serves_two_versions_of_its_model() {
    let payments = Arc::new(Payments);
    let services = Services::new()
        .host("v1.payments.test")
        .add(old::server::service(Older(Arc::clone(&payments))))
        .host("v2.payments.test")
        .add(new::server::shared(payments));
    let address = run(services.build().expect("hosts of their own")).await;
    let at = |host: &'static str| {
        let set = move |request: &mut http::Request<whitesmith_runtime::client::RequestBody>| {
            request.headers_mut().insert("host", http::HeaderValue::from_static(host));
        };
        let transport = tower::ServiceBuilder::new().map_request(move |mut request| {
            set(&mut request);
            request
        });
        let config = config(address);
        let transport = transport.service(whitesmith_runtime::client::Transport::standard(&config));
        config.transport(whitesmith_runtime::client::Transport::new(transport))
    };
    let older = old::Client::new(at("v1.payments.test"));
    let newer = new::Client::new(at("v2.payments.test"));
    let card = |number: &str| old::types::CardPayment::builder().number(number).build().expect("valid");
    let pay = |number: &str| older.pay().order("o-1").amount(5).method(old::types::Method::Card(card(number))).send();
    assert_eq!(pay("4000").await.expect("paid").state, old::types::PaymentState::Paid);
    let error = pay("expired").await.expect_err("declined");
    assert_eq!((error.code(), error.message()), (Some("Declined"), Some("Expired: the card has expired")));
    let card = new::types::CardPayment::builder().number("4000").build().expect("valid");
    let paid = newer.pay().order("o-2").amount(7).method(new::types::Method::Card(card)).send().await.expect("paid");
    assert_eq!(paid.receipt.as_deref(), Some("o-2 7"));
}
