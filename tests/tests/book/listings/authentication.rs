//! Callers with tokens, for a model with `@httpBearerAuth`.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use golden::overrides::errors::PutError;
use golden::overrides::operations::Put;
use golden::overrides::types::{PutInput, PutOutput};
use golden::overrides::{Client, server};
use whitesmith_runtime::client::{Config, Secret, Transport};
use whitesmith_runtime::server::{AccessRequest, Authentication, Decision, Fault, Identity, State};

/// Names of users by token, in place of a database.
#[derive(Debug)]
struct Users(BTreeMap<String, String>);

#[expect(clippy::unused_async, reason = "functions of databases are asynchronous")]
impl Users {
    /// Finds the user of a token.
    async fn find(&self, token: &str) -> io::Result<Option<String>> {
        Ok(self.0.get(token).cloned())
    }

    /// Counts a call of a user. Fails for `eve`, whose record is broken.
    async fn count(&self, name: &str) -> io::Result<()> {
        if name == "eve" { Err(io::Error::other("the record of `eve` is broken")) } else { Ok(()) }
    }
}

async fn put(State(users): State<Arc<Users>>, caller: Identity, _input: PutInput) -> Result<PutOutput, PutError> {
    users.count(caller.name()).await.map_err(Fault::internal)?;
    Ok(PutOutput::default())
}

fn client(users: Arc<Users>, config: Config) -> Client {
    let by_token = Arc::clone(&users);
    let authentication = Authentication::new()
        .bearer(move |token: String| {
            let users = Arc::clone(&by_token);
            async move { Ok::<_, io::Error>(users.find(&token).await?.map(Identity::new)) }
        })
        .authorize(|request: &AccessRequest<'_>| match request.identity() {
            Some(caller) if caller.name() == "mallory" => Decision::Deny("mallory has no access".to_owned()),
            _ => Decision::Allow,
        });
    let service = server::partial(users).operation(Put, put).otherwise(Fault::not_implemented);
    let service = service.authenticate(authentication);
    Client::new(config.endpoint_url("http://localhost").transport(Transport::new(service)))
}

#[tokio::test]
async fn callers_are_users_of_tokens() -> Result<(), Box<dyn std::error::Error>> {
    let names = [("a1", "alice"), ("m1", "mallory"), ("e1", "eve")];
    let users = Arc::new(Users(names.map(|(token, name)| (token.to_owned(), name.to_owned())).into()));

    let client_of = |token: &str| client(Arc::clone(&users), Config::new().bearer_token(token));
    client_of("a1").put().send().await?;
    for (token, status) in [("m1", 403), ("e1", 500), ("unknown", 401)] {
        let error = client_of(token).put().send().await.expect_err("rejected");
        assert_eq!(error.status(), Some(status), "{token}: {error}");
    }

    let config = Config::new().bearer_token_provider(|| async {
        // Usually, the token comes from an identity provider.
        let token = Secret::new("a1").expires_at(SystemTime::now() + Duration::from_secs(3600));
        Ok::<_, io::Error>(token)
    });
    client(users, config).put().send().await?;
    Ok(())
}
