//! Work on several threads.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, LazyLock, Mutex, MutexGuard, PoisonError, mpsc};
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
    // The system reads files to compute it.
    static THREADS: LazyLock<usize> = LazyLock::new(|| thread::available_parallelism().map_or(1, usize::from));
    *THREADS
}

/// The number of threads that may be started.
static FREE: LazyLock<AtomicUsize> = LazyLock::new(|| AtomicUsize::new(threads() - 1));

/// The places of threads that work for a caller: its own, and those that were free.
struct Places(AtomicUsize);

impl Places {
    /// Takes at most this number of free places.
    fn take(most: usize) -> Self {
        let taken = FREE.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |free| Some(free - most.min(free)));
        Self(AtomicUsize::new(1 + most.min(taken.unwrap_or_else(|free| free))))
    }

    fn number(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// The place of one thread. Others may take it as soon as the thread has nothing to do, unless it is the last one: the
/// caller continues in its place.
struct Place<'p>(&'p Places);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        if self.0.0.fetch_sub(1, Ordering::Relaxed) > 1 {
            FREE.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// Maps all items in parallel, on at most one thread per core. Results are in the order of the items.
///
/// Work that calls this function itself uses the threads that are idle at this time, so that no more than one thread
/// per core works at the same time.
pub fn map<T: Send, R: Send>(items: Vec<T>, stack: Stack, work: &(dyn Fn(T) -> R + Sync)) -> Vec<R> {
    if items.is_empty() {
        return Vec::new();
    }
    let places = Places::take(items.len() - 1);
    let items = Items::new(items);
    let run = |place: Option<Place<'_>>| {
        let mut done = Vec::new();
        while let Some((at, item)) = items.next() {
            done.push((at, work(item)));
        }
        drop(place);
        done
    };
    let mut own = Some(Place(&places));
    let mut others: Vec<_> = (1..places.number()).map(|_| Place(&places)).collect();
    if stack != Stack::Any {
        others.extend(own.take());
    }
    let mut results = thread::scope(|scope| {
        let start = |place| stack.thread().spawn_scoped(scope, || run(Some(place))).ok();
        let others: Vec<_> = others.into_iter().filter_map(start).collect();
        let mut results = if own.is_some() || others.is_empty() { run(own) } else { Vec::new() };
        for other in others {
            results.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        results
    });
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Parts of a list, for [`map`]: several for each thread, because some take longer than others. Each has at least this
/// number of items, so that it is worth another thread, except for the last one.
pub fn parts<T>(items: &[T], minimum: usize) -> Vec<&[T]> {
    parts_for(FREE.load(Ordering::Relaxed), items, minimum)
}

/// Parts of a list for this number of threads and the caller.
fn parts_for<T>(free: usize, items: &[T], minimum: usize) -> Vec<&[T]> {
    let parts = if free == 0 { 1 } else { (free + 1) * PARTS };
    items.chunks(items.len().div_ceil(parts).max(minimum)).collect()
}

/// Parts for each thread.
const PARTS: usize = 4;

/// Limits of [`for_each`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Stack size of the threads in bytes.
    pub stack: usize,
    /// Work on an item waits while more than this number of items before it are not finished, so that only so many
    /// results are in memory.
    pub waiting: usize,
}

/// Does the work of all items in parallel, like [`map`], and passes the results to `finish` in the order of the items,
/// each as soon as those before it are done.
pub fn for_each<T: Send, R: Send>(
    items: Vec<T>,
    Limits { stack, waiting }: Limits,
    work: &(dyn Fn(T) -> R + Sync),
    finish: &mut dyn FnMut(R),
) {
    let places = Places::take(items.len().saturating_sub(1));
    let items = Items::new(items);
    let finished = Finished::default();
    let run = |_place: Place<'_>, done: mpsc::Sender<(usize, R)>| {
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
        let start = |place| {
            let sender = sender.clone();
            Stack::Bytes(stack).thread().spawn_scoped(scope, || run(place, sender)).ok()
        };
        let others: Vec<_> = (0..places.number()).map(|_| Place(&places)).collect();
        let others: Vec<_> = others.into_iter().filter_map(start).collect();
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

    use super::{Limits, PARTS, Stack, for_each, map, parts_for, threads};

    #[test]
    fn results_are_finished_in_order_while_few_others_wait() {
        let (started, mut finished) = (AtomicUsize::new(0), 0);
        let work = |item: usize| (item, started.fetch_add(1, Ordering::SeqCst));
        let mut finish = |(item, before): (usize, usize)| {
            assert_eq!(item, finished);
            assert!(before <= item + 3, "{before} were started before {item}");
            finished += 1;
        };
        for_each((0..100).collect(), Limits { stack: 1 << 20, waiting: 3 }, &work, &mut finish);
        assert_eq!(finished, 100);
    }

    #[test]
    fn a_panic_ends_all_work() {
        let work = |item: usize| assert!(item != 3, "the third");
        assert!(
            catch_unwind(|| for_each((0..100).collect(), Limits { stack: 1 << 20, waiting: 1 }, &work, &mut |()| {}))
                .is_err()
        );
    }

    #[test]
    fn a_panic_of_what_finishes_ends_all_work() {
        let finish = |item: usize| assert!(item != 3, "the third");
        let run = || {
            for_each((0..100).collect(), Limits { stack: 1 << 20, waiting: 1 }, &|item: usize| item, &mut { finish });
        };
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
            let (running, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
            let work = |()| {
                most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                thread::yield_now();
                running.fetch_sub(1, Ordering::SeqCst);
            };
            map(vec![(); 20], stack, &|()| map(vec![(); 20], stack, &work));
            assert!(most.into_inner() <= threads());
        }
    }

    #[test]
    fn nested_work_uses_threads_that_have_nothing_to_do() {
        let nested = |wanted: bool| {
            let on = |()| {
                thread::yield_now();
                thread::current().id()
            };
            let mut attempts = (0..1_000_000).map(|_| map(vec![(); 2], Stack::Any, &on));
            wanted && threads() > 1 && !attempts.any(|ids| ids[0] != ids[1])
        };
        let failed = map(vec![false, true], Stack::Any, &nested);
        assert_eq!(failed, [false, false], "the other thread has ended, but was not used");
    }

    #[test]
    fn parts_are_the_whole_list_in_order() {
        for length in [0, 1, 10, 101, 10_000] {
            let list: Vec<usize> = (0..length).collect();
            for free in [0, 1, 7] {
                assert_eq!(parts_for(free, &list, 10).concat(), list);
            }
        }
        assert_eq!(parts_for(1, &[0; 10], 10).len(), 1, "a short list is not divided");
        assert_eq!(parts_for(0, &[0_u8; 10_000], 10).len(), 1, "no thread is free");
        assert_eq!(parts_for(1, &[0_u8; 10_000], 10).len(), 2 * PARTS);
    }

    #[test]
    fn work_that_needs_a_large_stack_does_not_run_on_the_caller() {
        let caller = thread::current().id();
        let run = |stack| map(vec![()], stack, &|()| thread::current().id() == caller);
        assert_eq!((run(Stack::Any), run(Stack::Bytes(1 << 20))), (vec![true], vec![false]));
    }
}
