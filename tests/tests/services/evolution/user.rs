//! A program that was written for the old model: builders, matches with a wildcard, a client and a server. The parent
//! module imports the generated module as `payments`.

use super::payments::Client;
use super::payments::errors::{LookError, PayError};
use super::payments::server::{Payments, service};
use super::payments::types::*;
use whitesmith_runtime::client::Error;
use whitesmith_runtime::server::RequestContext;

use crate::support::{config, serve};

struct Shop;

impl Payments for Shop {
    async fn pay(&self, input: PayInput, _: RequestContext) -> Result<PayOutput, PayError> {
        let PayInput { amount, method, .. } = input;
        let state = match method {
            Method::Card(CardPayment { number, .. }) if number == "4000" => PaymentState::Paid,
            Method::Card(_) => return Err(Declined::builder().message("unknown card").build()?.into()),
            _ => PaymentState::or_unknown("FREE"),
        };
        if amount < 0 {
            Err(PayError::from(Declined::builder().build()?))
        } else {
            Ok(PayOutput::builder().state(state).build()?)
        }
    }

    async fn look(&self, _: LookInput, _: RequestContext) -> Result<LookOutput, LookError> {
        Ok(LookOutput::builder().state("PAID").build()?)
    }
}

/// Pays with a card; the state, or the message of the error.
pub(crate) async fn pay(number: &str) -> String {
    let client = Client::new(config(serve(axum::Router::new().fallback_service(service(Shop))).await));
    let card = CardPayment::builder().number(number).build().expect("complete");
    match client.pay().order("o-1").amount(5).method(card).send().await {
        Ok(output) => match output.state {
            PaymentState::Paid => "paid".to_owned(),
            other => other.as_str().to_owned(),
        },
        Err(Error::Service(error)) => match error.error() {
            PayError::Declined(declined) => declined.message.clone().unwrap_or_default(),
            other => other.to_string(),
        },
        Err(other) => other.to_string(),
    }
}
