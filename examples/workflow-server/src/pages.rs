//! Pages of lists, by the position of their items: items that are added or deleted between two pages do not shift
//! others.

use whitesmith_runtime::operation::Unhandled;

use crate::database::Session;
use crate::tokens::{InvalidToken, Query};

/// Start and size of a page.
pub(crate) struct Listing<'a> {
    query: Query<'a>,
    size: usize,
    /// The page starts after this position, in the order of the list.
    pub(crate) after: i64,
    /// Number of items to look for: one more than the page has, to know whether another page follows.
    pub(crate) limit: i64,
}

/// Order of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Order {
    Ascending,
    Descending,
}

impl<'a> Listing<'a> {
    pub(crate) fn new(
        session: &Session<'_>,
        query: Query<'a>,
        token: Option<&str>,
        size: usize,
        order: Order,
    ) -> Result<Self, InvalidToken> {
        let after = match (token, order) {
            (Some(token), _) => session.tokens().read(&query, token, session.now())?,
            (None, Order::Ascending) => i64::MIN,
            (None, Order::Descending) => i64::MAX,
        };
        Ok(Self { query, size, after, limit: i64::try_from(size).map_or(i64::MAX, |size| size.saturating_add(1)) })
    }

    /// The items of the page, and the token of the next one.
    pub(crate) fn page<T>(&self, session: &Session<'_>, mut found: Vec<(i64, T)>) -> (Vec<T>, Option<String>) {
        let is_last = found.len() <= self.size;
        found.truncate(self.size);
        let end = found.last().filter(|_| !is_last).map(|(position, _)| *position);
        let token = end.map(|position| session.tokens().issue(&self.query, position, session.now()));
        (found.into_iter().map(|(_, item)| item).collect(), token)
    }
}

/// An item's position, and the item. Fails if the item cannot be built, which callers cannot fix.
pub(crate) fn placed<T, E: Into<Unhandled>>(position: i64, item: Result<T, E>) -> Result<(i64, T), Unhandled> {
    item.map(|item| (position, item)).map_err(Into::into)
}
