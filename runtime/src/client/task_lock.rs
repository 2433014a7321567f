//! A lock for tasks.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};

/// A lock that tasks wait for. Depends on no async runtime.
#[derive(Debug, Default)]
pub(super) struct TaskLock(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    is_taken: bool,
    waiting: VecDeque<Waker>,
}

/// A lock that a task holds, until this is dropped.
#[derive(Debug)]
pub(super) struct TaskGuard<'a>(&'a TaskLock);

impl TaskLock {
    /// Waits until no other task holds the lock.
    pub(super) async fn take(&self) -> TaskGuard<'_> {
        poll_fn(|cx| {
            let mut state = self.state();
            if state.is_taken {
                state.waiting.push_back(cx.waker().clone());
                return Poll::Pending;
            }
            state.is_taken = true;
            Poll::Ready(TaskGuard(self))
        })
        .await
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for TaskGuard<'_> {
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
