//! Pagination tokens: signed, of one query, valid for 24 hours.
//!
//! A token is the time of its page, the position after which the next page starts, and a signature of both and of the
//! query. Only the database has the key, so tokens cannot be made or changed, and stay valid when the server restarts.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use whitesmith_runtime::types::Timestamp;

/// Seconds after which tokens expire.
const LIFETIME: i64 = 24 * 60 * 60;

/// Issues and reads tokens.
pub(crate) struct Tokens(Hmac<Sha256>);

/// Error of a token that cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InvalidToken {
    /// It was not issued for these arguments, or not by this server.
    Foreign,
    Expired,
}

impl InvalidToken {
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::Foreign => "The pagination token was not returned for these arguments",
            Self::Expired => "The pagination token has expired: tokens are valid for 24 hours",
        }
    }
}

/// An operation and all its arguments except the token.
pub(crate) struct Query<'a> {
    pub(crate) operation: &'static str,
    pub(crate) arguments: &'a [Option<&'a str>],
}

impl Tokens {
    pub(crate) fn new(key: &[u8]) -> Self {
        // HMAC accepts keys of all lengths.
        Self(
            Hmac::<Sha256>::new_from_slice(key)
                .unwrap_or_else(|_| Hmac::new(&hmac::digest::Key::<Hmac<Sha256>>::default())),
        )
    }

    pub(crate) fn issue(&self, query: &Query<'_>, position: i64, now: Timestamp) -> String {
        let mut token = Vec::with_capacity(48);
        token.extend(now.seconds().to_be_bytes());
        token.extend(position.to_be_bytes());
        token.extend(self.signature(query, &token).finalize().into_bytes());
        URL_SAFE_NO_PAD.encode(token)
    }

    /// Position of a token.
    pub(crate) fn read(&self, query: &Query<'_>, token: &str, now: Timestamp) -> Result<i64, InvalidToken> {
        let token = URL_SAFE_NO_PAD.decode(token).map_err(|_| InvalidToken::Foreign)?;
        let (content, signature) = token.split_at_checked(16).ok_or(InvalidToken::Foreign)?;
        self.signature(query, content).verify_slice(signature).map_err(|_| InvalidToken::Foreign)?;
        let (issued, position) = content.split_at(8);
        let number = |bytes: &[u8]| bytes.try_into().map(i64::from_be_bytes).map_err(|_| InvalidToken::Foreign);
        if now.seconds().saturating_sub(number(issued)?) >= LIFETIME {
            return Err(InvalidToken::Expired);
        }
        number(position)
    }

    fn signature(&self, query: &Query<'_>, content: &[u8]) -> Hmac<Sha256> {
        let mut hash = self.0.clone();
        let mut part = |bytes: &[u8]| {
            hash.update(&(bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        part(content);
        part(query.operation.as_bytes());
        for argument in query.arguments {
            // UTF-8 never contains 0xff, so an absent argument differs from every text.
            match argument {
                Some(text) => part(text.as_bytes()),
                None => part(&[0xff]),
            }
        }
        hash
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUERY: Query<'static> = Query { operation: "List", arguments: &[Some("a"), None] };

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_secs(seconds)
    }

    #[test]
    fn a_token_leads_to_its_position_for_24_hours() {
        let tokens = Tokens::new(b"key");
        let token = tokens.issue(&QUERY, -7, at(1000));
        assert_eq!(tokens.read(&QUERY, &token, at(1000 + LIFETIME - 1)), Ok(-7));
        assert_eq!(tokens.read(&QUERY, &token, at(1000 + LIFETIME)), Err(InvalidToken::Expired));
    }

    #[test]
    fn a_token_of_other_arguments_is_foreign() {
        let tokens = Tokens::new(b"key");
        let token = tokens.issue(&QUERY, 1, at(0));
        let others: [Query<'_>; 5] = [
            Query { operation: "Other", ..QUERY },
            Query { arguments: &[Some("b"), None], ..QUERY },
            Query { arguments: &[Some("a"), Some("")], ..QUERY },
            Query { arguments: &[Some("a")], ..QUERY },
            Query { arguments: &[None, Some("a")], ..QUERY },
        ];
        for other in others {
            assert_eq!(tokens.read(&other, &token, at(0)), Err(InvalidToken::Foreign));
        }
        assert_eq!(Tokens::new(b"other").read(&QUERY, &token, at(0)), Err(InvalidToken::Foreign));
    }

    #[test]
    fn a_changed_token_is_foreign() {
        let tokens = Tokens::new(b"key");
        let token = tokens.issue(&QUERY, 1, at(0));
        for index in 0..token.len() {
            let mut changed = token.clone().into_bytes();
            changed[index] = if changed[index] == b'A' { b'B' } else { b'A' };
            let changed = String::from_utf8(changed).expect("ASCII");
            assert_eq!(tokens.read(&QUERY, &changed, at(0)), Err(InvalidToken::Foreign), "{changed}");
        }
        for text in ["", "1", "AAAA", &token[1..]] {
            assert_eq!(tokens.read(&QUERY, text, at(0)), Err(InvalidToken::Foreign), "{text}");
        }
    }
}
