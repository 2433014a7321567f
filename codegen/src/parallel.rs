//! Work on several threads.

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

/// Maps all items in parallel, on at most one thread per core. Results are in the order of the items.
///
/// The limit is that of each call. Work that calls this function itself, as the generation of several services emits
/// the files of each, can have as many threads for each item as there are cores.
pub fn map<T: Send, R: Send>(items: Vec<T>, stack: Stack, work: &(dyn Fn(T) -> R + Sync)) -> Vec<R> {
    let threads = threads().min(items.len());
    let items: Vec<Mutex<Option<T>>> = items.into_iter().map(|item| Mutex::new(Some(item))).collect();
    let next = AtomicUsize::new(0);
    let run = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            let item = item.lock().ok().and_then(|mut item| item.take());
            done.extend(item.map(|item| (at, work(item))));
        }
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

    use super::{Stack, map};

    #[test]
    fn results_are_in_the_order_of_the_items() {
        let expected: Vec<usize> = (1..101).collect();
        for stack in [Stack::Any, Stack::Bytes(1 << 20)] {
            assert_eq!(map((0..100).collect(), stack, &|item: usize| item + 1), expected);
            assert_eq!(map(Vec::new(), stack, &|item: usize| item), [0; 0]);
        }
    }

    #[test]
    fn work_that_needs_a_large_stack_does_not_run_on_the_caller() {
        let caller = thread::current().id();
        let run = |stack| map(vec![()], stack, &|()| thread::current().id() == caller);
        assert_eq!((run(Stack::Any), run(Stack::Bytes(1 << 20))), (vec![true], vec![false]));
    }
}
