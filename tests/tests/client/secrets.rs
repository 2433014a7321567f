//! Providers of tokens, keys and passwords, and characters that no identity may have.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use golden::depot::Client;
use golden::overrides;
use whitesmith_runtime::client::{Config, Credentials, Secret};

use super::support::{Server, header, response};

/// Tokens, keys and passwords.
#[derive(Clone, Copy, Debug)]
enum Kind {
    Token,
    Key,
    Password,
}

const KINDS: [Kind; 3] = [Kind::Token, Kind::Key, Kind::Password];

impl Kind {
    /// A configuration with a provider, which gets the number of the request.
    fn provided<L>(self, load: impl Fn(usize) -> L + Send + Sync + 'static) -> (Config, Arc<AtomicUsize>)
    where
        L: Future<Output = Result<Secret, std::io::Error>> + Send + 'static,
    {
        let calls = Arc::<AtomicUsize>::default();
        let counter = Arc::clone(&calls);
        let provider = move || load(counter.fetch_add(1, Ordering::SeqCst) + 1);
        let config = Config::new().attempts(1);
        let config = match self {
            Self::Token => config.bearer_token_provider(provider),
            Self::Key => config.api_key_provider(provider),
            Self::Password => config.basic_auth_provider("user", provider),
        };
        (config, calls)
    }

    fn fixed(self, secret: &str) -> Config {
        match self {
            Self::Token => Config::new().bearer_token(secret),
            Self::Key => Config::new().api_key(secret),
            Self::Password => Config::new().basic_auth("user", secret),
        }
    }

    /// Sends a request with an identity of this kind.
    async fn call(self, client: &overrides::Client) -> Result<(), overrides::client::Error> {
        match self {
            Self::Token | Self::Key => client.put().send().await.map(drop).map_err(Into::into),
            Self::Password => client.enter().send().await.map(drop).map_err(Into::into),
        }
    }

    /// The secret of a request.
    fn sent(self, request: &str) -> String {
        let name = if matches!(self, Self::Key) { "x-key" } else { "authorization" };
        let value = header(request, name).expect("an identity");
        match self {
            Self::Token => value.trim_start_matches("Bearer ").to_owned(),
            Self::Key => value.trim_start_matches("Key ").to_owned(),
            Self::Password => {
                let text = STANDARD.decode(value.trim_start_matches("Basic ")).expect("base64");
                let text = String::from_utf8(text).expect("text");
                text.strip_prefix("user:").expect("user and password").to_owned()
            }
        }
    }
}

fn empty() -> String {
    response("200 OK", "content-type: application/json\r\n", "{}")
}

#[tokio::test(start_paused = true)]
async fn secrets_of_all_kinds_are_requested_once_at_a_time_and_again_before_they_expire() {
    for kind in KINDS {
        let server = Server::start([empty()]).await;
        let (config, calls) = kind.provided(|number| async move {
            tokio::time::sleep(Duration::from_secs(1)).await;
            Ok(Secret::new(format!("secret{number}")).expires_at(SystemTime::now() + Duration::from_mins(60)))
        });
        let config = config.endpoint_url(server.url());
        let (client, other) = (overrides::Client::new(config.clone()), overrides::Client::new(config));
        let (first, second, third) = tokio::join!(kind.call(&client), kind.call(&other), kind.call(&client));
        for result in [first, second, third] {
            result.unwrap_or_else(|error| panic!("{kind:?}: {error}"));
        }
        assert_eq!(calls.load(Ordering::SeqCst), 1, "{kind:?}");
        tokio::time::sleep(Duration::from_secs(3541)).await;
        kind.call(&client).await.expect("sent");
        let sent: Vec<_> = server.requests().iter().map(|request| kind.sent(request)).collect();
        assert_eq!(sent, ["secret1", "secret1", "secret1", "secret2"], "{kind:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn providers_of_all_kinds_of_secrets_are_given_up_and_named() {
    for (kind, name) in KINDS.into_iter().zip(["the bearer token", "the API key", "the password"]) {
        let server = Server::start([empty()]).await;
        let (config, _) = kind.provided(|_| std::future::pending());
        let client = overrides::Client::new(config.endpoint_url(server.url()).identity_timeout(Duration::from_secs(3)));
        let start = tokio::time::Instant::now();
        let error = kind.call(&client).await.expect_err("no secret");
        assert_eq!(start.elapsed().as_secs(), 3, "{kind:?}");
        let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        let text = format!("{error}: {cause}");
        assert!(text.contains(name) && text.contains("within 3s"), "{text}");
        assert!(server.requests().is_empty());
    }
}

#[tokio::test]
async fn characters_that_cannot_be_sent_are_refused_without_the_secret() {
    let server = Server::start([empty()]).await;
    for (kind, name) in KINDS.into_iter().zip(["the bearer token", "the API key", "the password"]) {
        for secret in ["hidden\n", "\rhidden", "hid\0den"] {
            let client = overrides::Client::new(kind.fixed(secret).endpoint_url(server.url()));
            let error = kind.call(&client).await.expect_err("not sent");
            let expected = format!("control character, such as a line break, in {name}");
            let text = format!("{error} {error:?} {client:?}");
            assert!(error.to_string().ends_with(&expected) && !text.contains("hid"), "{text}");
        }
    }
    for kind in [Kind::Token, Kind::Key] {
        let client = overrides::Client::new(kind.fixed("hidden\u{e9}").endpoint_url(server.url()));
        let error = kind.call(&client).await.expect_err("not sent");
        let text = format!("{error} {error:?}");
        assert!(text.contains("not allowed in the header") && !text.contains("hidden"), "{text}");
    }
    for credentials in [
        Credentials::new("hidden\n", "secret"),
        Credentials::new("key", "hidden\n"),
        Credentials::new("key", "secret").session_token("hidden\n"),
    ] {
        let client = Client::new(server.config().credentials(credentials));
        let error = client.delete_object().bucket("b").key("k").send().await.expect_err("not sent");
        let text = format!("{error} {error:?}");
        assert!(text.contains("such as a line break, in credentials") && !text.contains("hidden"), "{text}");
    }
    for credentials in
        [Credentials::new("hidden\u{e9}", "secret"), Credentials::new("key", "secret").session_token("hidden\u{e9}")]
    {
        let client = Client::new(server.config().credentials(credentials));
        let error = client.delete_object().bucket("b").key("k").send().await.expect_err("not sent");
        let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        let text = format!("{error}: {cause} {error:?}");
        assert!(text.contains("not allowed in headers") && !text.contains("hidden"), "{text}");
    }
    assert!(server.requests().is_empty());
    // Passwords are encoded, so they may have any other character.
    let client = overrides::Client::new(Kind::Password.fixed("p\u{e4}ss:\u{20ac}").endpoint_url(server.url()));
    Kind::Password.call(&client).await.expect("sent");
    assert_eq!(
        server.requests().last().map(|request| Kind::Password.sent(request)).as_deref(),
        Some("p\u{e4}ss:\u{20ac}")
    );
}
