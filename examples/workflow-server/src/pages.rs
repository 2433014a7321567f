//! Pagination of lists. A token is the index of the next item.

/// The pagination token is invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct InvalidToken;

/// The items of a page, and the token of the next page.
pub(crate) fn page<T: Clone>(
    items: &[T],
    token: Option<&str>,
    size: usize,
) -> Result<(Vec<T>, Option<String>), InvalidToken> {
    let start = token.map_or(Ok(0), str::parse).map_err(|_| InvalidToken)?;
    let rest = items.get(start..).ok_or(InvalidToken)?;
    let found: Vec<T> = rest.iter().take(size).cloned().collect();
    let next = start + found.len();
    Ok((found, (next < items.len()).then(|| next.to_string())))
}

#[cfg(test)]
mod tests {
    use super::{InvalidToken, page};

    #[test]
    fn tokens_lead_from_page_to_page_to_the_end() {
        let items = [1, 2, 3, 4, 5];
        assert_eq!(page(&items, None, 2), Ok((vec![1, 2], Some("2".into()))));
        assert_eq!(page(&items, Some("2"), 2), Ok((vec![3, 4], Some("4".into()))));
        assert_eq!(page(&items, Some("4"), 2), Ok((vec![5], None)));
    }

    #[test]
    fn an_invalid_token_is_rejected() {
        assert_eq!(page(&[1], Some("9"), 2), Err(InvalidToken));
        assert_eq!(page(&[1], Some("x"), 2), Err(InvalidToken));
    }
}
