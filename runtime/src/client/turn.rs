//! A lock for tasks, of which one at a time continues.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

/// A lock whose waiters are tasks. It depends on no async runtime.
#[derive(Debug, Default)]
pub(super) struct Turn(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    is_taken: bool,
    waiting: VecDeque<Waker>,
}

/// The turn of a task, until it is dropped.
#[derive(Debug)]
pub(super) struct Taken<'a>(&'a Turn);

impl Turn {
    /// Waits for the turn of this task.
    pub(super) async fn take(&self) -> Taken<'_> {
        poll_fn(|cx| {
            let mut state = self.state();
            if state.is_taken {
                state.waiting.push_back(cx.waker().clone());
                return Poll::Pending;
            }
            state.is_taken = true;
            Poll::Ready(Taken(self))
        })
        .await
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Taken<'_> {
    /// Wakes all tasks: some of them may have been cancelled.
    fn drop(&mut self) {
        let waiting = {
            let mut state = self.0.state();
            state.is_taken = false;
            std::mem::take(&mut state.waiting)
        };
        waiting.into_iter().for_each(Waker::wake);
    }
}
