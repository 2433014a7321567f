//! A lock for tasks. Depends on no async runtime, because clients without a transport have none.

use std::collections::VecDeque;
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
    /// In the order of numbers.
    waiting: VecDeque<(u64, Waker)>,
}

impl State {
    /// Whether this is the turn of a task: it waits with this number, or not yet.
    fn is_turn(&self, number: Option<u64>) -> bool {
        !self.is_taken && self.waiting.front().is_none_or(|(first, _)| number == Some(*first))
    }

    /// Waker of the first task that waits. The task stays first until it has the lock.
    fn first(&self) -> Option<Waker> {
        self.waiting.front().map(|(_, waker)| waker.clone())
    }

    /// Position of the task with this number.
    fn position(&self, number: u64) -> Result<usize, usize> {
        self.waiting.binary_search_by_key(&number, |(number, _)| *number)
    }

    /// Lets a task wait, which may wait already. Returns its previous waker.
    fn insert(&mut self, number: u64, waker: Waker) -> Option<Waker> {
        match self.position(number) {
            Ok(at) => self.waiting.get_mut(at).map(|(_, place)| std::mem::replace(place, waker)),
            Err(at) => {
                self.waiting.insert(at, (number, waker));
                None
            }
        }
    }

    fn remove(&mut self, number: u64) -> Option<Waker> {
        let at = self.position(number).ok()?;
        self.waiting.remove(at).map(|(_, waker)| waker)
    }
}

/// A lock that a task holds, until this is dropped.
#[derive(Debug)]
pub(super) struct TaskGuard<'a> {
    lock: &'a TaskLock,
    has_waited: bool,
}

impl TaskGuard<'_> {
    /// Whether another task held the lock before.
    pub(super) fn has_waited(&self) -> bool {
        self.has_waited
    }
}

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

    /// Takes the lock, unless another task holds it or waits for it.
    pub(super) fn try_take(&self) -> Option<TaskGuard<'_>> {
        let mut state = self.state();
        if !state.is_turn(None) {
            return None;
        }
        state.is_taken = true;
        Some(TaskGuard { lock: self, has_waited: false })
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
        let (waker, poll) = if state.is_turn(self.number) {
            state.is_taken = true;
            let number = self.number.take();
            let waker = number.and_then(|number| state.remove(number));
            (waker, Poll::Ready(TaskGuard { lock, has_waited: number.is_some() }))
        } else {
            let number = *self.number.get_or_insert_with(|| {
                state.next += 1;
                state.next
            });
            (state.insert(number, cx.waker().clone()), Poll::Pending)
        };
        // Dropping a waker may drop a task that waits for this lock, too.
        drop(state);
        drop(waker);
        poll
    }
}

impl Drop for Take<'_> {
    /// Wakes the next task if this one was woken, and is cancelled before it runs.
    fn drop(&mut self) {
        let Some(number) = self.number else { return };
        let (waker, next) = {
            let mut state = self.lock.state();
            let waker = state.remove(number);
            (waker, if state.is_taken { None } else { state.first() })
        };
        drop(waker);
        next.into_iter().for_each(Waker::wake);
    }
}

impl Drop for TaskGuard<'_> {
    fn drop(&mut self) {
        let next = {
            let mut state = self.lock.state();
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
    fn a_task_that_comes_later_does_not_overtake() {
        let (lock, tasks) = (TaskLock::default(), [(); 3].map(|()| Arc::<Count>::default()));
        let [mut first, mut second, mut third] = [(); 3].map(|()| Box::pin(lock.take()));
        let guard = tasks[0].poll(first.as_mut()).expect("free");
        assert!(!guard.has_waited() && tasks[1].poll(second.as_mut()).is_none());
        drop(guard);
        assert!(tasks[2].poll(third.as_mut()).is_none(), "the second was woken");
        let guard = tasks[1].poll(second.as_mut()).expect("its turn");
        assert!(guard.has_waited());
        drop(guard);
        assert_eq!(tasks.each_ref().map(|task| task.wakes()), [0, 1, 1]);
        assert!(tasks[2].poll(third.as_mut()).is_some());
    }

    /// Counts the wakers that are dropped while the state of the lock is not.
    struct Dropped(Arc<TaskLock>, Arc<Count>);

    impl Wake for Dropped {
        fn wake(self: Arc<Self>) {}
    }

    impl Drop for Dropped {
        fn drop(&mut self) {
            if self.0.0.try_lock().is_ok() {
                Arc::clone(&self.1).wake();
            }
        }
    }

    #[test]
    fn wakers_are_dropped_after_the_state_is_released() {
        let (lock, [task, dropped]) = (Arc::<TaskLock>::default(), [(); 2].map(|()| Arc::<Count>::default()));
        let poll = |take: Pin<&mut Take<'_>>| {
            let waker = Waker::from(Arc::new(Dropped(Arc::clone(&lock), Arc::clone(&dropped))));
            take.poll(&mut Context::from_waker(&waker)).is_ready()
        };
        let [mut held, mut waiting, mut cancelled] = [(); 3].map(|()| Box::pin(lock.take()));
        let guard = task.poll(held.as_mut()).expect("free");
        assert!(!poll(waiting.as_mut()) && !poll(waiting.as_mut()) && !poll(cancelled.as_mut()));
        assert_eq!(dropped.wakes(), 1);
        drop(cancelled);
        assert_eq!(dropped.wakes(), 2);
        drop(guard);
        assert!(poll(waiting.as_mut()));
        assert_eq!(dropped.wakes(), 4, "the last one was of this call");
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
