//! Work on several threads.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;

/// Where work runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stack {
    /// On the caller's thread and others.
    Any,
    /// On threads with stacks of this many bytes, because the caller's may be smaller. If none can be started, on the
    /// caller's thread.
    Bytes(usize),
}

impl Stack {
    fn thread(self) -> thread::Builder {
        match self {
            Self::Any => thread::Builder::new(),
            Self::Bytes(bytes) => thread::Builder::new().stack_size(bytes),
        }
    }
}

/// The number of threads that work at the same time.
pub fn threads() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

thread_local! {
    /// The number of threads that work on this thread may use. All may be used outside of [`map`].
    static SHARE: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Maps all items in parallel, on at most one thread per core. Results are in the order of the items.
///
/// Work that calls this function itself uses the threads that the other work leaves, so that no more than one thread
/// per core works at the same time.
pub fn map<T: Send, R: Send>(items: Vec<T>, stack: Stack, work: &(dyn Fn(T) -> R + Sync)) -> Vec<R> {
    let (threads, share) = shared(items.len());
    let items = Items::new(items);
    let run = || {
        let before = SHARE.replace(Some(share));
        let mut done = Vec::new();
        while let Some((at, item)) = items.next() {
            done.push((at, work(item)));
        }
        SHARE.set(before);
        done
    };
    let start = || stack.thread();
    let others = if stack == Stack::Any { threads.saturating_sub(1) } else { threads };
    let mut results = thread::scope(|scope| {
        let others: Vec<_> = (0..others).filter_map(|_| start().spawn_scoped(scope, run).ok()).collect();
        let mut results = if stack == Stack::Any || others.is_empty() { run() } else { Vec::new() };
        for other in others {
            results.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        results
    });
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Does the work of all items in parallel, like [`map`], and passes the results to `finish` in the order of the items,
/// each as soon as those before it are done. Work on an item waits while more than `waiting` items before it are not
/// finished, so that only so many results are in memory.
pub fn for_each<T: Send, R: Send>(
    items: Vec<T>,
    (stack, waiting): (usize, usize),
    work: &(dyn Fn(T) -> R + Sync),
    finish: &mut dyn FnMut(R),
) {
    let (threads, share) = shared(items.len());
    let items = Items::new(items);
    let finished = Finished::default();
    let run = |done: mpsc::Sender<(usize, R)>| {
        SHARE.set(Some(share));
        let _end = EndOnPanic(&finished);
        while let Some((at, item)) = items.next() {
            if !finished.wait(at.saturating_sub(waiting)) || done.send((at, work(item))).is_err() {
                break;
            }
        }
    };
    thread::scope(|scope| {
        let _end = EndOnPanic(&finished);
        let (sender, done) = mpsc::channel();
        let start = |_| {
            let sender = sender.clone();
            Stack::Bytes(stack).thread().spawn_scoped(scope, move || run(sender)).ok()
        };
        let others: Vec<_> = (0..threads).filter_map(start).collect();
        drop(sender);
        let mut results = BTreeMap::new();
        let mut next = 0;
        for (at, result) in done {
            results.insert(at, result);
            while let Some(result) = results.remove(&next) {
                finish(result);
                next += 1;
                finished.set(next);
            }
        }
        for other in others {
            other.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
    });
    // No thread could be started.
    while let Some((_, item)) = items.next() {
        finish(work(item));
    }
}

/// The number of threads for this number of items, and how many threads each may use itself.
fn shared(items: usize) -> (usize, usize) {
    let available = SHARE.get().unwrap_or_else(threads);
    let threads = available.min(items);
    (threads, available / threads.max(1))
}

/// Items that several threads take.
struct Items<T> {
    items: Vec<Mutex<Option<T>>>,
    next: AtomicUsize,
}

impl<T> Items<T> {
    fn new(items: Vec<T>) -> Self {
        Self { items: items.into_iter().map(|item| Mutex::new(Some(item))).collect(), next: AtomicUsize::new(0) }
    }

    /// The next item, and its index.
    fn next(&self) -> Option<(usize, T)> {
        let at = self.next.fetch_add(1, Ordering::Relaxed);
        let item = self.items.get(at)?.lock().ok()?.take()?;
        Some((at, item))
    }
}

/// The number of items that are finished, which is the maximum when there is nothing to wait for.
#[derive(Default)]
struct Finished {
    items: Mutex<usize>,
    changed: Condvar,
}

impl Finished {
    fn lock(&self) -> MutexGuard<'_, usize> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, items: usize) {
        let mut finished = self.lock();
        *finished = items.max(*finished);
        self.changed.notify_all();
    }

    /// Waits until this number of items is finished. Returns false if a thread has panicked.
    fn wait(&self, items: usize) -> bool {
        let finished = self.changed.wait_while(self.lock(), |finished| *finished < items);
        *finished.unwrap_or_else(PoisonError::into_inner) < usize::MAX
    }
}

/// Ends all waiting when the thread panics.
struct EndOnPanic<'f>(&'f Finished);

impl Drop for EndOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.set(usize::MAX);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::panic::catch_unwind;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use super::{SHARE, Stack, for_each, map, threads};

    #[test]
    fn results_are_finished_in_order_while_few_others_wait() {
        let (started, mut finished) = (AtomicUsize::new(0), 0);
        let work = |item: usize| (item, started.fetch_add(1, Ordering::SeqCst));
        let mut finish = |(item, before): (usize, usize)| {
            assert_eq!(item, finished);
            assert!(before <= item + 3, "{before} were started before {item}");
            finished += 1;
        };
        for_each((0..100).collect(), (1 << 20, 3), &work, &mut finish);
        assert_eq!(finished, 100);
    }

    #[test]
    fn a_panic_ends_all_work() {
        let work = |item: usize| assert!(item != 3, "the third");
        assert!(catch_unwind(|| for_each((0..100).collect(), (1 << 20, 1), &work, &mut |()| {})).is_err());
    }

    #[test]
    fn a_panic_of_what_finishes_ends_all_work() {
        let finish = |item: usize| assert!(item != 3, "the third");
        let run = || for_each((0..100).collect(), (1 << 20, 1), &|item: usize| item, &mut { finish });
        assert!(catch_unwind(run).is_err());
    }

    #[test]
    fn results_are_in_the_order_of_the_items() {
        let expected: Vec<usize> = (1..101).collect();
        for stack in [Stack::Any, Stack::Bytes(1 << 20)] {
            assert_eq!(map((0..100).collect(), stack, &|item: usize| item + 1), expected);
            assert_eq!(map(Vec::new(), stack, &|item: usize| item), [0; 0]);
        }
    }

    #[test]
    fn nested_work_shares_the_threads() {
        for stack in [Stack::Any, Stack::Bytes(1 << 20)] {
            let shares = |items: usize| map(vec![(); items], stack, &|()| SHARE.get());
            assert_eq!(shares(1), [Some(threads())]);
            assert_eq!(shares(2 * threads()), vec![Some(1); 2 * threads()]);
            let nested = map(vec![(); threads()], stack, &|()| shares(2));
            assert_eq!(nested, vec![[Some(1); 2]; threads()]);
            assert_eq!(SHARE.get(), None);
        }
    }

    #[test]
    fn work_that_needs_a_large_stack_does_not_run_on_the_caller() {
        let caller = thread::current().id();
        let run = |stack| map(vec![()], stack, &|()| thread::current().id() == caller);
        assert_eq!((run(Stack::Any), run(Stack::Bytes(1 << 20))), (vec![true], vec![false]));
    }
}
