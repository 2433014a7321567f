//! Pagination (spec: `@paginated`).

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::Client;
use super::call::CallBuilder;
use super::error::Error;
use super::exchange::exchange;
use super::response::Response;
use super::response_error::ResponseError;
use crate::builder::MemberSet;
use crate::codec::json::{self, Settings};
use crate::memory::Reading;
use crate::operation::{Items, Operation};
use crate::reflect::{Fill, Ref, Reflect};

/// Tokens are transferred as JSON, independent of their type.
const TOKEN: Settings = Settings::DOCUMENT;

type Page<O> = Result<<O as Operation>::Output, Error<<O as Operation>::Error>>;
type Pending<O> =
    Pin<Box<dyn Future<Output = Result<Response<<O as Operation>::Output>, Error<<O as Operation>::Error>>> + Send>>;

/// Stream of the pages of an operation. It ends after a page without a token, a page whose token was already sent, or
/// an error. If tokens repeat in a cycle of several pages, pages may be returned again before the stream ends.
///
/// Some services of AWS, such as S3, also return a token with the last page. Their streams end after the page whose
/// member `IsTruncated` (or the one that the service has for it) is false.
///
/// ```
/// use whitesmith_runtime::client::{Error, Pages};
/// use whitesmith_runtime::operation::Operation;
///
/// // `pages` is the result of `client.list_orders().paginate()`, for example.
/// async fn count<O: Operation<Input: Clone>>(mut pages: Pages<O>) -> Result<usize, Error<O::Error>> {
///     let mut count = 0;
///     while pages.try_next().await?.is_some() {
///         count += 1;
///     }
///     Ok(count)
/// }
/// ```
#[must_use = "streams do nothing unless polled"]
pub struct Pages<O: Operation> {
    state: State<O>,
}

enum State<O: Operation> {
    Start(Box<CallBuilder<O>>),
    Next(Client, Box<O::Input>, MemberSet, Tokens),
    Waiting(Client, Box<O::Input>, MemberSet, Tokens, Pending<O>),
    Done,
}

/// The tokens that a new one is compared with: the last one, and one before it, which is replaced at intervals that
/// double (Brent's cycle detection). Unlike with a set, memory does not grow with the number of pages, every cycle is
/// found, and a token that was not sent is never taken for one that was.
#[derive(Default)]
struct Tokens {
    last: Option<Vec<u8>>,
    mark: Option<Vec<u8>>,
    /// Number of tokens since `mark`.
    since: u64,
    /// Value of `since` at which `mark` is replaced. The first one finds cycles that contain the first page at once.
    interval: u64,
}

impl Tokens {
    /// Adds a token, unless it was already sent. Returns whether to continue.
    #[inline]
    fn insert(&mut self, token: &[u8]) -> bool {
        if [&self.last, &self.mark].into_iter().flatten().any(|sent| sent == token) {
            return false;
        }
        if self.mark.is_none() || self.since == self.interval {
            self.mark = Some(token.to_vec());
            self.interval = (2 * self.interval).max(16);
            self.since = 0;
        }
        self.since += 1;
        self.last = Some(token.to_vec());
        true
    }
}

// No field is pinned.
impl<O: Operation> Unpin for Pages<O> {}

impl<O: Operation> std::fmt::Debug for Pages<O> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pages").field("operation", &O::schema().name).finish_non_exhaustive()
    }
}

impl<O: Operation<Input: Clone>> Pages<O> {
    /// Returns the stream, which needs no start. For code that was written for `aws-sdk-rust`.
    pub fn send(self) -> Self {
        self
    }

    pub(super) fn new(call: CallBuilder<O>) -> Self {
        Self { state: State::Start(Box::new(call)) }
    }

    /// Returns the next page, or `None` after the last one. The page is an error if its call failed.
    pub async fn next(&mut self) -> Option<Result<O::Output, Error<O::Error>>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Returns the next page, or `None` after the last one.
    ///
    /// # Errors
    /// If the call fails.
    pub async fn try_next(&mut self) -> Result<Option<O::Output>, Error<O::Error>> {
        self.next().await.transpose()
    }

    /// Returns a stream of the items of all pages.
    pub fn items(self) -> ItemStream<O>
    where
        O: Items,
    {
        ItemStream { pages: self, items: VecDeque::new() }
    }

    /// Returns the state after a page: the next request, or the end.
    fn follow(
        client: Client,
        (mut input, mut set): (Box<O::Input>, MemberSet),
        mut tokens: Tokens,
        response: &Response<O::Output>,
    ) -> Result<State<O>, Error<O::Error>> {
        let Some(paginated) = O::schema().paginated else { return Ok(State::Done) };
        let output = &response.output;
        if client.0.customization.flag_of_more.is_some_and(|flag| is_last(output, paginated.output_token, flag)) {
            return Ok(State::Done);
        }
        let Some(token) = token(output, paginated.output_token) else { return Ok(State::Done) };
        if !tokens.insert(&token) {
            return Ok(State::Done);
        }
        let members = O::schema().input.members;
        let found = members.iter().enumerate().find(|(_, member)| member.name == paginated.input_token);
        let Some((index, member)) = found else { return Ok(State::Done) };
        let place: &mut dyn Reflect = &mut *input;
        let slot = place.slot(index, Fill::VALUE);
        json::read_value(&token, TOKEN, member, slot, &mut Reading::default()).map_err(|error| Error::Response {
            status: response.info.status(),
            reason: ResponseError::Token(error),
            info: Box::new(response.info.clone()),
        })?;
        set.insert(index);
        Ok(State::Next(client, input, set, tokens))
    }
}

/// Returns whether a member with the name of the flag, in a structure on the path to the token, says that there are no
/// more pages.
fn is_last(output: &dyn Reflect, path: &[&str], flag: &str) -> bool {
    let mut is_last = false;
    let mut inner = None;
    output.each(&mut |index, value| {
        let Some(member) = output.schema().members.get(index) else { return true };
        match value {
            Ref::Bool(false) if member.name == flag => is_last = true,
            Ref::Shape(shape) if path.first() == Some(&member.name) => inner = Some(shape),
            _ => {}
        }
        !is_last
    });
    is_last || inner.zip(path.get(1..)).is_some_and(|(shape, rest)| self::is_last(shape, rest, flag))
}

/// Returns the token at a path, as JSON. `None` if it is absent or empty.
#[inline]
fn token(output: &dyn Reflect, path: &[&str]) -> Option<Vec<u8>> {
    let (name, rest) = path.split_first()?;
    let (index, member) = output.schema().members.iter().enumerate().find(|(_, member)| member.name == *name)?;
    match output.get(index) {
        Ref::Absent | Ref::Null | Ref::Str("") => None,
        Ref::Map(map) if map.is_empty() => None,
        Ref::Shape(shape) if !rest.is_empty() => token(shape, rest),
        value => {
            let mut text = Vec::new();
            json::write_value(&mut text, TOKEN, member, value);
            Some(text)
        }
    }
}

impl<O: Operation<Input: Clone>> Stream for Pages<O> {
    type Item = Page<O>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Page<O>>> {
        loop {
            let (client, input, set, token, mut page) = match std::mem::replace(&mut self.state, State::Done) {
                State::Done => return Poll::Ready(None),
                State::Start(call) => match call.finish() {
                    Ok((client, input, set)) => {
                        let mut tokens = Tokens::default();
                        let first = O::schema().paginated.map(|paginated| paginated.input_token);
                        if let Some(token) = first.and_then(|name| token(&input, &[name])) {
                            tokens.insert(&token);
                        }
                        self.state = State::Next(client, Box::new(input), set, tokens);
                        continue;
                    }
                    Err(error) => return Poll::Ready(Some(Err(error))),
                },
                State::Next(client, input, set, token) => {
                    let (theirs, mut page_input, page_set) = (client.clone(), input.clone(), set.clone());
                    let page: Pending<O> =
                        Box::pin(async move { exchange::<O>(&theirs, &mut page_input, &page_set).await });
                    (client, input, set, token, page)
                }
                State::Waiting(client, input, set, token, page) => (client, input, set, token, page),
            };
            match page.as_mut().poll(cx) {
                Poll::Pending => {
                    self.state = State::Waiting(client, input, set, token, page);
                    return Poll::Pending;
                }
                Poll::Ready(Err(error)) => return Poll::Ready(Some(Err(error))),
                Poll::Ready(Ok(response)) => {
                    return Poll::Ready(Some(match Self::follow(client, (input, set), token, &response) {
                        Ok(next) => {
                            self.state = next;
                            Ok(response.output)
                        }
                        Err(error) => Err(error),
                    }));
                }
            }
        }
    }
}

/// Stream of the items of all pages.
///
/// ```
/// use whitesmith_runtime::client::{Error, ItemStream};
/// use whitesmith_runtime::operation::Items;
///
/// // `items` is the result of `client.list_orders().paginate().items()`, for example.
/// async fn collect<O: Items<Input: Clone>>(mut items: ItemStream<O>) -> Result<Vec<O::Item>, Error<O::Error>> {
///     let mut all = Vec::new();
///     while let Some(item) = items.try_next().await? {
///         all.push(item);
///     }
///     Ok(all)
/// }
/// ```
#[must_use = "streams do nothing unless polled"]
pub struct ItemStream<O: Items> {
    pages: Pages<O>,
    items: VecDeque<O::Item>,
}

impl<O: Items> Unpin for ItemStream<O> {}

impl<O: Items> std::fmt::Debug for ItemStream<O> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ItemStream").field("pages", &self.pages).finish_non_exhaustive()
    }
}

impl<O: Items<Input: Clone>> ItemStream<O> {
    /// Returns the stream, which needs no start. For code that was written for `aws-sdk-rust`.
    pub fn send(self) -> Self {
        self
    }

    /// Returns the next item, or `None` after the last one. The item is an error if the call for its page failed.
    pub async fn next(&mut self) -> Option<Result<O::Item, Error<O::Error>>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Returns the next item, or `None` after the last one.
    ///
    /// # Errors
    /// If the call for the item's page fails.
    pub async fn try_next(&mut self) -> Result<Option<O::Item>, Error<O::Error>> {
        self.next().await.transpose()
    }
}

impl<O: Items<Input: Clone>> Stream for ItemStream<O> {
    type Item = Result<O::Item, Error<O::Error>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(Pin::new(&mut self.pages).poll_next(cx)) {
                Some(Ok(page)) => self.items.extend(O::items(page)),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tokens;

    /// Number of tokens until one is refused, with a cycle that begins after `start` tokens.
    fn tokens_until_the_end(start: usize, cycle: usize) -> usize {
        let mut tokens = Tokens::default();
        let all = (0..start + cycle).chain((0..).map(|number| start + number % cycle));
        all.take_while(|number| tokens.insert(number.to_string().as_bytes())).count()
    }

    #[test]
    fn cycles_of_tokens_end() {
        assert_eq!([1, 2, 16].map(|cycle| tokens_until_the_end(0, cycle)), [1, 2, 16]);
        assert_eq!(tokens_until_the_end(1000, 1), 1001);
        for (start, cycle) in [(0, 17), (0, 1000), (1, 2), (3, 100), (1000, 2), (1000, 1000)] {
            let count = tokens_until_the_end(start, cycle);
            assert!((start + cycle..=4 * (start + cycle) + 32).contains(&count), "{start} {cycle}: {count}");
        }
    }

    #[test]
    fn different_tokens_do_not_end() {
        let mut tokens = Tokens::default();
        assert!((0..100_000_u32).all(|number| tokens.insert(&number.to_be_bytes())));
    }
}
