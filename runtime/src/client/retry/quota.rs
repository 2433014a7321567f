//! Quota of retries: while a service fails, clients must not multiply its load.

use std::sync::{Mutex, PoisonError};

/// Tokens of a full quota: 100 retries. The numbers are those of AWS's SDKs ("Retry behavior", standard mode).
const CAPACITY: u32 = 500;
/// Tokens that a retry takes.
const COST: u32 = 5;
/// Tokens that a retry after a timeout takes: its first attempt may still burden the service.
const TIMEOUT_COST: u32 = 10;
/// Tokens that a call without a retry adds.
const INCOME: u32 = 1;

/// Tokens of all clients that share a configuration.
#[derive(Debug)]
pub(crate) struct Quota {
    tokens: Mutex<u32>,
}

/// Tokens that a call has taken for its last retry.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Taken(u32);

/// Kind of the failure before a retry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    Timeout,
    OtherError,
}

impl Default for Quota {
    fn default() -> Self {
        Self { tokens: Mutex::new(CAPACITY) }
    }
}

impl Quota {
    /// Takes the tokens of a retry. `None` if too few are left.
    pub(super) fn take(&self, after: After) -> Option<Taken> {
        let cost = match after {
            After::Timeout => TIMEOUT_COST,
            After::OtherError => COST,
        };
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        *tokens = tokens.checked_sub(cost)?;
        Some(Taken(cost))
    }

    /// Records a successful call: returns the tokens of its last retry, or adds one if it had none.
    pub(super) fn succeeded(&self, taken: Taken) {
        let income = if taken.0 == 0 { INCOME } else { taken.0 };
        let mut tokens = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        *tokens = tokens.saturating_add(income).min(CAPACITY);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quota_has_a_hundred_retries() {
        let quota = Quota::default();
        let taken = (0..200).map_while(|_| quota.take(After::OtherError)).count();
        assert_eq!(taken, 100);
        assert!(quota.take(After::Timeout).is_none());
    }

    #[test]
    fn a_success_returns_the_tokens_of_its_last_retry() {
        let quota = Quota::default();
        while quota.take(After::Timeout).is_some() {}
        quota.succeeded(Taken(TIMEOUT_COST));
        assert!(quota.take(After::OtherError).is_some() && quota.take(After::OtherError).is_some());
        assert!(quota.take(After::OtherError).is_none());
        for _ in 0..COST {
            quota.succeeded(Taken::default());
        }
        assert!(quota.take(After::OtherError).is_some() && quota.take(After::OtherError).is_none());
    }

    #[test]
    fn a_quota_is_never_larger_than_at_first() {
        let quota = Quota::default();
        quota.succeeded(Taken(u32::MAX));
        assert_eq!((0..200).map_while(|_| quota.take(After::OtherError)).count(), 100);
    }
}
