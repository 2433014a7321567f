//! Sessions for directory buckets of S3, whose credentials sign requests for objects.
//!
//! `CreateSession` of a bucket returns credentials that are valid for a few minutes. They are requested with the
//! client's own credentials when a request first needs them, and again before they expire.

use std::collections::HashMap;
use std::fmt;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use http::Uri;

use super::call::CallBuilder;
use super::config::Config;
use super::credentials::Credentials;
use super::error::Error;
use super::identity::{IdentityError, Limits, Source};
use super::{Client, Shared};
use crate::operation::Unhandled;
use crate::schema::prelude::{STRING, TIMESTAMP, UNIT};
use crate::schema::{OperationSchema, ProtocolId, Schema, ServiceSchema};
use crate::types::{Timestamp, Unit};
use crate::{member, operation, operation_error, structure};

/// Most sessions that a client keeps.
const MAX_SESSIONS: usize = 100;

/// Sessions of a client, by host of the bucket and ID of the access key that requested them.
#[derive(Default)]
pub(super) struct Sessions(Mutex<HashMap<(String, String), Source<Credentials>>>);

impl fmt::Debug for Sessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sessions").finish_non_exhaustive()
    }
}

impl Sessions {
    /// Returns the credentials of a session for the bucket of a request.
    pub(super) async fn get(
        &self,
        shared: &Shared,
        uri: &Uri,
        region: Option<&str>,
        own: Credentials,
        limits: Limits,
    ) -> Result<Credentials, IdentityError> {
        let key = (uri.host().unwrap_or_default().to_owned(), own.access_key_id().to_owned());
        let source = {
            let mut sessions = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if sessions.len() >= MAX_SESSIONS && !sessions.contains_key(&key) {
                sessions.clear();
            }
            let requested = || {
                // Later calls use the source, too.
                let config = &shared.origin.as_ref().map_or(shared, |client| &client.0).config;
                let config = session_config(config, uri, region, own);
                Source::from_provider(move || create(config.clone()))
            };
            sessions.entry(key).or_insert_with(requested).clone()
        };
        source.get(limits, &shared.config.state.clocks).await
    }
}

/// Configuration of the call that creates a session.
fn session_config(config: &Config, uri: &Uri, region: Option<&str>, own: Credentials) -> Config {
    let scheme = uri.scheme_str().unwrap_or("https");
    let authority = uri.authority().map_or("", |authority| authority.as_str());
    let mut config = config.clone().endpoint_url(format!("{scheme}://{authority}")).credentials(own);
    config.region = region.map(str::to_owned).or(config.region);
    config.protocol = None;
    config.fips = false;
    config.dual_stack = false;
    config
}

type Creating = Pin<Box<dyn Future<Output = Result<Credentials, Error<CreateSessionError>>> + Send>>;

/// Requests a session. Its future has no type of its own, because a call can lead to this one.
fn create(config: Config) -> Creating {
    Box::pin(async move {
        let output = CallBuilder::<CreateSession>::call(&Client::new(&SERVICE, config)).send().await?;
        let SessionCredentials { access_key, secret, token, expiration } = output.credentials;
        let credentials = Credentials::new(access_key, secret).session_token(token);
        Ok(match SystemTime::try_from(expiration) {
            Ok(expiry) => credentials.expires_at(expiry),
            Err(_) => credentials,
        })
    })
}

static CREDENTIALS: Schema = Schema::structure(
    "com.amazonaws.s3#SessionCredentials",
    &[
        member!("AccessKeyId": STRING).required(),
        member!("SecretAccessKey": STRING).required(),
        member!("SessionToken": STRING).required(),
        member!("Expiration": TIMESTAMP).required(),
    ],
);
static OUTPUT: Schema =
    Schema::structure("com.amazonaws.s3#CreateSessionOutput", &[member!("Credentials": CREDENTIALS).required()])
        .xml_name("CreateSessionResult");
static CREATE_SESSION: OperationSchema =
    OperationSchema::new("CreateSession", &UNIT, &OUTPUT).http("GET", "/?session", 200).readonly();
static SERVICE: ServiceSchema = ServiceSchema::new("com.amazonaws.s3#AmazonS3", "2006-03-01", &[&CREATE_SESSION])
    .protocols(&[ProtocolId::RestXml])
    .sigv4("s3express")
    .no_error_wrapping();

struct SessionCredentials {
    access_key: String,
    secret: String,
    token: String,
    expiration: Timestamp,
}
structure! { SessionCredentials: CREDENTIALS { access_key, secret, token, expiration } }

struct CreateSessionOutput {
    credentials: SessionCredentials,
}
structure! { CreateSessionOutput: OUTPUT { credentials } }

struct CreateSession;
operation! { CreateSession: CREATE_SESSION { Unit, CreateSessionOutput, CreateSessionError } }

#[derive(Clone, Debug)]
enum CreateSessionError {
    Unhandled(Unhandled),
}
operation_error! { CreateSessionError {} }
