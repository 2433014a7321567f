//! Shows what a command is doing: after one second, in a line on standard error if that is a terminal. The line is
//! replaced every second, and removed before anything else is printed.

use std::io::{self, IsTerminal as _, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long a command runs before it says what it does, and how often the line is replaced.
const PERIOD: Duration = Duration::from_secs(1);

/// Moves to the start of the line, and removes its text.
const CLEAR: &[u8] = b"\r\x1b[2K";

/// Whether a line is shown. The lock is held while anything is printed on standard error.
static IS_SHOWN: Mutex<bool> = Mutex::new(false);

/// Shows a line until it is dropped.
#[derive(Debug)]
pub(super) struct Progress {
    /// `None` if standard error is not a terminal that can remove the line.
    shown: Option<(Arc<Work>, JoinHandle<()>)>,
}

/// The current step. `None` at the end.
#[derive(Debug, Default)]
struct Work {
    step: Mutex<Option<String>>,
    changed: Condvar,
}

impl Progress {
    /// Starts with a step, such as `generating imagebuilder`.
    pub(super) fn start(step: impl Into<String>) -> Self {
        let is_dumb = std::env::var_os("TERM").is_some_and(|kind| kind == "dumb");
        if is_dumb || !io::stderr().is_terminal() {
            return Self { shown: None };
        }
        let work = Arc::new(Work { step: Mutex::new(Some(step.into())), changed: Condvar::new() });
        let shared = Arc::clone(&work);
        // Without a thread, there is no line.
        let thread = thread::Builder::new().spawn(move || shared.show(&mut io::stderr(), PERIOD, &IS_SHOWN));
        Self { shown: thread.ok().map(|thread| (work, thread)) }
    }

    /// Starts another step.
    pub(super) fn step(&self, step: impl Into<String>) {
        if let Some((work, _)) = &self.shown {
            *work.lock() = Some(step.into());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((work, thread)) = self.shown.take() {
            work.end();
            let _ = thread.join();
        }
    }
}

impl Work {
    fn lock(&self) -> MutexGuard<'_, Option<String>> {
        self.step.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn end(&self) {
        *self.lock() = None;
        self.changed.notify_all();
    }

    /// Replaces the line once in each period, until the work ends.
    fn show(&self, out: &mut dyn Write, period: Duration, is_shown: &Mutex<bool>) {
        let start = Instant::now();
        loop {
            let waited = self.changed.wait_timeout_while(self.lock(), period, |step| step.is_some());
            let (step, _) = waited.unwrap_or_else(PoisonError::into_inner);
            let text = step.as_ref().map(|step| format!("{step} ({} s)", start.elapsed().as_secs()));
            drop(step);
            let Some(text) = text else { break };
            let mut is_shown = lock(is_shown);
            // Progress is not essential, so errors are ignored.
            let _ = out.write_all(&[CLEAR, text.as_bytes()].concat()).and_then(|()| out.flush());
            *is_shown = true;
        }
        remove(&mut lock(is_shown), out);
    }
}

fn lock(is_shown: &Mutex<bool>) -> MutexGuard<'_, bool> {
    is_shown.lock().unwrap_or_else(PoisonError::into_inner)
}

fn remove(is_shown: &mut bool, out: &mut dyn Write) {
    if std::mem::take(is_shown) {
        let _ = out.write_all(CLEAR).and_then(|()| out.flush());
    }
}

/// Removes the line. Until the returned guard is dropped, no other line is shown.
pub(super) fn pause() -> impl Drop {
    let mut guard = lock(&IS_SHOWN);
    remove(&mut guard, &mut io::stderr());
    guard
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A terminal on which the work ends after a number of lines.
    struct Terminal<'w> {
        work: &'w Work,
        lines: usize,
        text: Vec<u8>,
    }

    impl Write for Terminal<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.text.extend_from_slice(bytes);
            self.lines = self.lines.saturating_sub(1);
            if self.lines == 0 {
                self.work.end();
            }
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn shown(step: Option<&str>, lines: usize) -> String {
        let work = Work { step: Mutex::new(step.map(str::to_owned)), changed: Condvar::new() };
        let mut terminal = Terminal { work: &work, lines, text: Vec::new() };
        work.show(&mut terminal, Duration::ZERO, &Mutex::new(false));
        String::from_utf8(terminal.text).expect("UTF-8")
    }

    #[test]
    fn a_line_is_replaced_and_removed_at_the_end() {
        let text = shown(Some("comparing"), 2);
        assert_eq!(text.matches("\r\x1b[2Kcomparing (").count(), 2, "{text:?}");
        assert!(text.ends_with(" s)\r\x1b[2K"), "{text:?}");
    }

    #[test]
    fn work_that_has_ended_shows_nothing() {
        assert_eq!(shown(None, 1), "");
    }
}
