//! Writes through the database, compared with the same SQL statements that `rusqlite` runs without it.

use std::path::Path;
use std::time::{Duration, Instant};

use generated::sfn::types as t;
use rusqlite::{Connection, OptionalExtension, Params, TransactionBehavior};

use super::{aliases, arns};
use crate::Initial;
use crate::clock::Clock;
use crate::database::Database;
use crate::import::Import;

/// Name of the alias.
const NAME: &str = "blue";
const ROUNDS: usize = 41;
/// Aliases that each side creates and deletes in a round: two transactions for each.
const ALIASES: u32 = 50;

/// Run by `cargo xtask bench database`, which prints the lines that start with `SQLite`.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "measures time: run it on a quiet machine"]
async fn writes_through_the_database_and_directly() {
    compare("SQLite: a write to a disk", tempfile::tempdir().expect("a folder").path()).await;
    // Without a disk, only the processor counts.
    if let Ok(folder) = tempfile::tempdir_in("/dev/shm") {
        compare("SQLite: a write to a file in memory", folder.path()).await;
    }
}

async fn compare(name: &str, folder: &Path) {
    let [ours, theirs] = ["ours", "theirs"].map(|name| folder.join(name));
    let open = |path| Database::open(Some(path), Clock::default(), Initial::Sample, &Import::default());
    let database = open(&ours).expect("a database");
    // Creates the tables and the log.
    drop(open(&theirs).expect("a database"));
    let mut connection = Connection::open(&theirs).expect("the file");
    connection.pragma_update(None, "synchronous", "FULL").expect("a setting");
    connection.pragma_update(None, "foreign_keys", true).expect("a setting");

    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let mut times = [Duration::ZERO; 2];
        // What the file system does for one write changes the time of the next, so each alias changes the side.
        for _ in 0..ALIASES {
            let start = Instant::now();
            through(&database).await;
            times[0] += start.elapsed();
            let start = Instant::now();
            directly(&mut connection).expect("writes");
            times[1] += start.elapsed();
        }
        rounds.push(times.map(|time| time.as_secs_f64() * 1e6 / f64::from(2 * ALIASES)));
    }
    let median = |of: fn(&[f64; 2]) -> f64| {
        let mut values: Vec<f64> = rounds.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[ROUNDS / 2]
    };
    let [through, directly] = [median(|round| round[0]), median(|round| round[1])];
    println!("\n{name:<40} {through:>10.0} µs {directly:>10.0} µs {:>8.2}", median(|round| round[0] / round[1]));
}

/// Creates and deletes an alias, as the service does for two requests.
async fn through(database: &Database) {
    let route = t::RoutingConfigurationListItem::builder().state_machine_version_arn(format!("{}:1", machine()));
    let route = route.weight(100).build().expect("a route");
    let create = t::CreateStateMachineAliasInput::builder().name(NAME).routing_configuration(route);
    let create = create.build().expect("a request");
    database.write(move |session| aliases::create(session, &create)).await.expect("an alias");
    let delete = t::DeleteStateMachineAliasInput::builder().state_machine_alias_arn(format!("{}:{NAME}", machine()));
    let delete = delete.build().expect("a request");
    database.write(move |session| aliases::delete(session, &delete)).await.expect("no alias");
}

fn machine() -> String {
    format!("{}:stateMachine:orders", arns::PREFIX)
}

/// The statements of both requests, in the same transactions.
fn directly(connection: &mut Connection) -> rusqlite::Result<()> {
    const MACHINE: &str = "SELECT * FROM machine WHERE arn = ?1";
    const ALIAS: &str = "SELECT * FROM alias WHERE machine = ?1 AND name = ?2";
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let arn = machine();
    let machine = number(&transaction, MACHINE, [&arn])?;
    let version = number(&transaction, "SELECT * FROM version WHERE machine = ?1 AND number = ?2", (machine, 1))?;
    assert_eq!(number(&transaction, ALIAS, (machine, NAME))?, None);
    number(&transaction, "SELECT count(*) FROM alias WHERE machine = ?1", [machine])?;
    let sql = "INSERT INTO alias (machine, name, description, created, updated) VALUES (?1, ?2, ?3, ?4, ?4)";
    let row = (machine, NAME, None::<&str>, 1_700_000_000_000_000_000_i64);
    let alias = transaction.prepare_cached(sql)?.insert(row)?;
    transaction.prepare_cached("DELETE FROM route WHERE alias = ?1")?.execute([alias])?;
    let sql = "INSERT INTO route (alias, position, version, weight) VALUES (?1, ?2, ?3, ?4)";
    transaction.prepare_cached(sql)?.execute((alias, 0, version, 100))?;
    transaction.commit()?;

    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let machine = number(&transaction, MACHINE, [&arn])?;
    let alias = number(&transaction, ALIAS, (machine, NAME))?;
    transaction.prepare_cached("DELETE FROM alias WHERE id = ?1")?.execute([alias])?;
    transaction.commit()
}

/// The first column of the first row, which is an ID or a count.
fn number(connection: &Connection, sql: &str, parameters: impl Params) -> rusqlite::Result<Option<i64>> {
    connection.prepare_cached(sql)?.query_row(parameters, |row| row.get(0)).optional()
}
