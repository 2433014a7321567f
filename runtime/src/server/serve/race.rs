//! Waiting for the first of two futures.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

/// The output of the future that completed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum First<A, B> {
    Left(A),
    Right(B),
}

/// Waits until one of two futures completes, and drops the other. If both are ready, the left one completes.
pub(super) async fn race<A: Future, B: Future>(left: A, right: B) -> First<A::Output, B::Output> {
    let (mut left, mut right) = (pin!(left), pin!(right));
    poll_fn(|context| match left.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(First::Left(output)),
        Poll::Pending => right.as_mut().poll(context).map(First::Right),
    })
    .await
}

#[cfg(test)]
mod tests {
    use std::future::{pending, ready};
    use std::task::{Context, Waker};

    use super::*;

    fn poll<F: Future>(future: F) -> Poll<F::Output> {
        pin!(future).poll(&mut Context::from_waker(Waker::noop()))
    }

    #[test]
    fn the_future_that_completes_first_wins() {
        assert_eq!(poll(race(ready(1), pending::<()>())), Poll::Ready(First::Left(1)));
        assert_eq!(poll(race(pending::<()>(), ready(2))), Poll::Ready(First::Right(2)));
        assert_eq!(poll(race(ready(1), ready(2))), Poll::Ready(First::Left(1)));
        assert!(poll(race(pending::<()>(), pending::<()>())).is_pending());
    }
}
