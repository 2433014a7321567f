//! Pages of results that are in memory.

use super::fault::Fault;

/// Returns a page of items, and the token of the next page. `None` after the last page.
///
/// Tokens are opaque to clients, and contain the position of the next item: items that are added or removed between
/// two requests shift the pages. A `size` of 0 is 1.
///
/// ```
/// use whitesmith_runtime::server::page;
///
/// let items = ["a", "b", "c"];
/// let (first, token) = page(&items, None, 2).unwrap();
/// assert_eq!(first, ["a", "b"]);
/// let (last, token) = page(&items, token.as_deref(), 2).unwrap();
/// assert_eq!((last, token), (&["c"][..], None));
/// ```
///
/// # Errors
/// The token is not one of a previous page: status 400 with the code `InvalidToken`.
pub fn page<'i, T>(items: &'i [T], token: Option<&str>, size: usize) -> Result<(&'i [T], Option<String>), Fault> {
    let start = token.map_or(Some(0), position);
    let rest = start.and_then(|start| items.get(start..).map(|rest| (start, rest)));
    let Some((start, rest)) = rest else {
        return Err(Fault::new(400, "InvalidToken", "The page token is not valid"));
    };
    let page = rest.get(..size.max(1)).unwrap_or(rest);
    let next = start + page.len();
    Ok((page, (next < items.len()).then(|| format!("{next:016x}"))))
}

/// Returns the position in a token.
fn position(token: &str) -> Option<usize> {
    let is_token = token.len() == 16 && token.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    usize::from_str_radix(token, 16).ok().filter(|_| is_token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_all_items_once() {
        for count in 0..7 {
            let items: Vec<usize> = (0..count).collect();
            for size in 0..9 {
                let (mut all, mut token) = (Vec::new(), None);
                loop {
                    let (found, next) = page(&items, token.as_deref(), size).expect("our token");
                    all.extend_from_slice(found);
                    token = next;
                    if token.is_none() {
                        break;
                    }
                }
                assert_eq!(all, items, "{count} items, {size} per page");
            }
        }
    }

    #[test]
    fn other_tokens_are_rejected() {
        for token in ["", "1", "+000000000000001", "000000000000000G", "00000000000000ff", "ffffffffffffffff"] {
            let error = page(&[1, 2, 3], Some(token), 1).expect_err("no token of ours");
            assert_eq!((error.status().as_u16(), error.code()), (400, "InvalidToken"), "{token}");
        }
    }
}
