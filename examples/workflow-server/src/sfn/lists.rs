//! Page sizes and errors of tokens, for all lists.

use generated::sfn::types as t;

use crate::tokens::InvalidToken;

/// Number of items of a page if the caller asks for 0.
const DEFAULT_SIZE: usize = 100;

/// The size of pages, and the argument as text.
pub(super) fn size(requested: t::PageSize) -> (usize, String) {
    let size = match requested.get() {
        0 => DEFAULT_SIZE,
        size => usize::try_from(size).unwrap_or(DEFAULT_SIZE),
    };
    (size, requested.get().to_string())
}

pub(super) fn bad_token(reason: InvalidToken) -> t::InvalidToken {
    error!(InvalidToken, reason.message())
}
