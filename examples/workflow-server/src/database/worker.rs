//! Threads that run jobs, each with a connection of its own.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rusqlite::Connection;
use tokio::sync::mpsc;

/// A function that is called with a connection.
pub(super) type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// Maximum number of jobs in the queue. Further requests wait for a place; the server limits their number.
const QUEUE: usize = 64;

/// Starts a thread for each connection. They take jobs from one queue, until all senders are dropped.
pub(super) fn start(name: &str, connections: Vec<Connection>) -> io::Result<mpsc::Sender<Job>> {
    let (sender, receiver) = mpsc::channel::<Job>(QUEUE);
    let receiver = Arc::new(Mutex::new(receiver));
    for connection in connections {
        let receiver = Arc::clone(&receiver);
        thread::Builder::new().name(name.to_owned()).spawn(move || work(connection, &receiver))?;
    }
    Ok(sender)
}

fn work(mut connection: Connection, jobs: &Mutex<mpsc::Receiver<Job>>) {
    let next = || jobs.lock().unwrap_or_else(PoisonError::into_inner).blocking_recv();
    while let Some(job) = next() {
        // A job that panics drops its transaction, which is rolled back, and its caller's channel. Other jobs continue.
        let _ = catch_unwind(AssertUnwindSafe(|| job(&mut connection)));
    }
}
