//! Paginators.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;

use super::error::SdkError;
use crate::client::{self, CallBuilder};
use crate::operation::{Items, Operation, OperationError};

/// Operations whose page size can be set. Generated code implements it.
pub trait PageSize: Operation {
    /// Sets the page size of a call.
    fn page_size(call: CallBuilder<Self>, size: i32) -> CallBuilder<Self>
    where
        Self: Sized;
}

/// Pages of an operation, before the first is requested.
#[must_use = "paginators do nothing until they are sent"]
pub struct Paginator<O: Operation>(CallBuilder<O>);

impl<O: Operation> std::fmt::Debug for Paginator<O> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Paginator").field("operation", &O::schema().name).finish_non_exhaustive()
    }
}

impl<O: Operation<Input: Clone>> Paginator<O> {
    /// Returns a paginator that starts with the page that this call requests.
    pub fn new(call: CallBuilder<O>) -> Self {
        Self(call)
    }

    /// Sets the maximum number of items in a page.
    pub fn page_size(self, size: i32) -> Self
    where
        O: PageSize,
    {
        Self(O::page_size(self.0, size))
    }

    /// Returns a paginator of the items of all pages.
    pub fn items(self) -> PaginatorItems<O>
    where
        O: Items,
    {
        PaginatorItems(self)
    }

    /// Returns the stream of pages.
    pub fn send(self) -> PaginationStream<Result<O::Output, SdkError<O::Error>>> {
        PaginationStream::new(self.0.paginate())
    }
}

/// Items of all pages of an operation, before the first is requested.
#[derive(Debug)]
#[must_use = "paginators do nothing until they are sent"]
pub struct PaginatorItems<O: Operation>(Paginator<O>);

impl<O: Items + Operation<Input: Clone>> PaginatorItems<O> {
    /// Returns the stream of items.
    pub fn send(self) -> PaginationStream<Result<O::Item, SdkError<O::Error>>> {
        PaginationStream::new(self.0.0.paginate().items())
    }
}

/// Stream of pages, or of their items, with the result of each.
#[must_use = "streams do nothing unless polled"]
pub struct PaginationStream<Item>(Pin<Box<dyn Stream<Item = Item> + Send>>);

impl<Item> std::fmt::Debug for PaginationStream<Item> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PaginationStream").finish_non_exhaustive()
    }
}

impl<T: 'static, E: OperationError> PaginationStream<Result<T, SdkError<E>>> {
    fn new(stream: impl Stream<Item = Result<T, client::Error<E>>> + Unpin + Send + 'static) -> Self {
        Self(Box::pin(WithErrors(stream)))
    }
}

impl<Item> PaginationStream<Item> {
    /// Returns the next page or item, or `None` after the last one.
    pub async fn next(&mut self) -> Option<Item> {
        poll_fn(|cx| self.0.as_mut().poll_next(cx)).await
    }

    /// Collects the results of all pages or items.
    pub async fn collect<C: FromIterator<Item>>(mut self) -> C {
        let mut all = Vec::new();
        while let Some(next) = self.next().await {
            all.push(next);
        }
        all.into_iter().collect()
    }
}

impl<T, E> PaginationStream<Result<T, E>> {
    /// Returns the next page or item, or `None` after the last one.
    ///
    /// # Errors
    /// If a call fails.
    pub async fn try_next(&mut self) -> Result<Option<T>, E> {
        self.next().await.transpose()
    }
}

impl<Item> Stream for PaginationStream<Item> {
    type Item = Item;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Item>> {
        self.0.as_mut().poll_next(cx)
    }
}

/// A stream whose errors are those of `aws-sdk-rust`.
struct WithErrors<S>(S);

impl<S, T, E> Stream for WithErrors<S>
where
    S: Stream<Item = Result<T, client::Error<E>>> + Unpin,
    E: OperationError,
{
    type Item = Result<T, SdkError<E>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.0).poll_next(cx).map(|next| next.map(|next| next.map_err(SdkError::from)))
    }
}
