//! A lock for tasks. Depends on no async runtime, because clients without a transport have none.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

/// A lock that tasks wait for, in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct TaskLock(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    is_taken: bool,
    /// Number of the next task that waits.
    next: u64,
    waiting: BTreeMap<u64, Waker>,
}

impl State {
    /// Waker of the first task that waits. The task stays first until it has the lock.
    fn first(&self) -> Option<Waker> {
        self.waiting.first_key_value().map(|(_, waker)| waker.clone())
    }
}

/// A lock that a task holds, until this is dropped.
#[derive(Debug)]
pub(super) struct TaskGuard<'a>(&'a TaskLock);

/// Waits for a lock.
#[derive(Debug)]
pub(super) struct Take<'a> {
    lock: &'a TaskLock,
    /// Number of the task, once it waits.
    number: Option<u64>,
}

impl TaskLock {
    /// Waits until no other task holds the lock.
    pub(super) fn take(&self) -> Take<'_> {
        Take { lock: self, number: None }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<'a> Future for Take<'a> {
    type Output = TaskGuard<'a>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<TaskGuard<'a>> {
        let lock = self.lock;
        let mut state = lock.state();
        if !state.is_taken {
            state.is_taken = true;
            if let Some(number) = self.number.take() {
                state.waiting.remove(&number);
            }
            return Poll::Ready(TaskGuard(lock));
        }
        let number = *self.number.get_or_insert_with(|| {
            state.next += 1;
            state.next
        });
        state.waiting.insert(number, cx.waker().clone());
        Poll::Pending
    }
}

impl Drop for Take<'_> {
    /// Wakes the next task if this one was woken, and is cancelled before it runs.
    fn drop(&mut self) {
        let Some(number) = self.number else { return };
        let next = {
            let mut state = self.lock.state();
            state.waiting.remove(&number);
            if state.is_taken { None } else { state.first() }
        };
        next.into_iter().for_each(Waker::wake);
    }
}

impl Drop for TaskGuard<'_> {
    fn drop(&mut self) {
        let next = {
            let mut state = self.0.state();
            state.is_taken = false;
            state.first()
        };
        next.into_iter().for_each(Waker::wake);
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::Wake;

    use super::*;

    #[derive(Default)]
    struct Count(AtomicUsize);

    impl Wake for Count {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    impl Count {
        fn poll<'a>(self: &Arc<Self>, take: Pin<&mut Take<'a>>) -> Option<TaskGuard<'a>> {
            match take.poll(&mut Context::from_waker(&Waker::from(Arc::clone(self)))) {
                Poll::Ready(guard) => Some(guard),
                Poll::Pending => None,
            }
        }

        fn wakes(&self) -> usize {
            self.0.load(Ordering::Relaxed)
        }
    }

    #[test]
    fn a_task_that_is_polled_often_waits_once() {
        let (lock, [first, second]) = (TaskLock::default(), [(); 2].map(|()| Arc::<Count>::default()));
        let mut held = pin!(lock.take());
        let guard = first.poll(held.as_mut()).expect("free");
        let mut waiting = pin!(lock.take());
        for _ in 0..10 {
            assert!(second.poll(waiting.as_mut()).is_none());
        }
        assert_eq!(lock.state().waiting.len(), 1);
        drop(guard);
        assert_eq!(second.wakes(), 1);
        assert!(second.poll(waiting.as_mut()).is_some());
        assert!(lock.state().waiting.is_empty());
    }

    #[test]
    fn a_task_that_is_cancelled_passes_its_turn_on() {
        let (lock, [first, second, third]) = (TaskLock::default(), [(); 3].map(|()| Arc::<Count>::default()));
        let mut held = pin!(lock.take());
        let guard = first.poll(held.as_mut()).expect("free");
        let (mut cancelled, mut last) = (Box::pin(lock.take()), pin!(lock.take()));
        assert!(second.poll(cancelled.as_mut()).is_none() && third.poll(last.as_mut()).is_none());
        drop(guard);
        assert_eq!((second.wakes(), third.wakes()), (1, 0));
        drop(cancelled);
        assert_eq!(third.wakes(), 1);
        assert!(third.poll(last.as_mut()).is_some());
    }
}
