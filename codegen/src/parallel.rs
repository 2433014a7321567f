//! Work on several threads.

use std::cell::Cell;
use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
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
    let available = SHARE.get().unwrap_or_else(threads);
    let threads = available.min(items.len());
    let share = available / threads.max(1);
    let items: Vec<Mutex<Option<T>>> = items.into_iter().map(|item| Mutex::new(Some(item))).collect();
    let next = AtomicUsize::new(0);
    let run = || {
        let before = SHARE.replace(Some(share));
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { break };
            let item = item.lock().ok().and_then(|mut item| item.take());
            done.extend(item.map(|item| (at, work(item))));
        }
        SHARE.set(before);
        done
    };
    let start = || match stack {
        Stack::Any => thread::Builder::new(),
        Stack::Bytes(bytes) => thread::Builder::new().stack_size(bytes),
    };
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

#[cfg(test)]
mod tests {
    use std::thread;

    use super::{SHARE, Stack, map, threads};

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
