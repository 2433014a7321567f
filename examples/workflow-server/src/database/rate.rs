//! Writes through the database's thread, compared with the same statements without it.

use std::time::{Duration, Instant};

use rusqlite::Connection;
use whitesmith_runtime::operation::Unhandled;

use super::{Database, Session, Shared, write};
use crate::clock::Clock;
use crate::import::Import;
use crate::tokens::Tokens;
use crate::{Initial, sfn};

const WRITES: u32 = 2000;
const CALLERS: u32 = 8;

fn one(session: &Session<'_>) -> Result<(), Unhandled> {
    sfn::start_sample(session).map_err(|error| Unhandled::with_source("InternalFailure", error))
}

/// `cargo test -p workflow-server --lib rate -- --ignored --nocapture` prints the ratio.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "measures time: run it on a quiet machine"]
async fn writes_through_the_thread_and_directly() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut ratios = Vec::new();
    for round in 0..5 {
        let file = folder.path().join(format!("{round}.db"));
        let database = Database::open(Some(&file), Clock::default(), Initial::Sample, &Import::default());
        let database = database.expect("a database");
        let through = through(&database).await;
        let mut connection = Connection::open(&file).expect("the file");
        connection.pragma_update(None, "synchronous", "FULL").expect("a setting");
        connection.pragma_update(None, "foreign_keys", true).expect("a setting");
        let shared = Shared { clock: Clock::default(), tokens: Tokens::new(b"key") };
        let start = Instant::now();
        for _ in 0..WRITES {
            write(&mut connection, &shared, one).expect("a write");
        }
        let directly = start.elapsed();
        println!("{WRITES} writes: {through:?} through the thread, {directly:?} directly");
        ratios.push(directly.as_secs_f64() / through.as_secs_f64());
    }
    ratios.sort_by(f64::total_cmp);
    println!("rate of writes compared with the driver: median {:.2} of {ratios:.2?}", ratios[2]);
}

/// Time of all writes by several callers.
async fn through(database: &Database) -> Duration {
    let start = Instant::now();
    let callers = (0..CALLERS).map(|_| {
        let database = database.clone();
        tokio::spawn(async move {
            for _ in 0..WRITES / CALLERS {
                database.write(one).await.expect("a write");
            }
        })
    });
    for caller in callers.collect::<Vec<_>>() {
        caller.await.expect("no panic");
    }
    start.elapsed()
}
