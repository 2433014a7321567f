//! Files: acknowledged writes survive a restart, and `kill -9` under load.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use generated::sfn::Client;
use generated::sfn::types::Arn;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::task::JoinSet;
use whitesmith_runtime::client::Config;
use workflow_server::{HistoryImport, Import, Settings};

use super::support::{DEFINITION, OTHER, ROLE, route};

/// The program, with its data in a file.
pub(crate) struct Process {
    child: Child,
    pub(crate) client: Client,
    pub(crate) address: String,
}

fn command(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_workflow-server"));
    command.args(["--listen", "127.0.0.1:0", "--empty", "--data"]).arg(data);
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    command
}

impl Process {
    pub(crate) async fn start(data: &Path) -> Self {
        Self::run(command(data)).await
    }

    async fn run(mut command: Command) -> Self {
        let mut child = command.spawn().expect("the program");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let line = lines.next_line().await.expect("a line").expect("the address");
        let url = line.rsplit(' ').next().expect("an address").to_owned();
        let client = Client::new(Config::new().endpoint_url(url.as_str()).unsigned().attempts(1));
        let address = url.trim_start_matches("http://").to_owned();
        Self { child, client, address }
    }

    /// Memory of the process, on Linux.
    pub(crate) fn resident_kilobytes(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.split_whitespace().next()?.parse().ok()
    }

    /// `kill -9`.
    pub(crate) async fn kill(mut self) {
        self.child.kill().await.expect("to kill");
    }
}

#[tokio::test]
async fn data_is_kept_in_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("workflow.db");
    let process = Process::start(&data).await;
    let create = process.client.create_state_machine().name("kept").definition(DEFINITION).role_arn(ROLE);
    let made = create.publish(true).send().await.expect("a machine");
    let update = process.client.update_state_machine().state_machine_arn(made.state_machine_arn.clone());
    update.definition(OTHER).publish(true).send().await.expect("an update");
    let list = |client: &Client| {
        client.list_state_machine_versions().state_machine_arn(made.state_machine_arn.clone()).max_results(1)
    };
    let first = list(&process.client).send().await.expect("a page");
    process.kill().await;

    let process = Process::start(&data).await;
    let next = list(&process.client).set_next_token(first.next_token).send().await.expect("tokens stay valid");
    assert_eq!(
        Some(next.state_machine_versions[0].state_machine_version_arn.as_str()),
        made.state_machine_version_arn.as_ref().map(Arn::as_str)
    );
    let version = made.state_machine_version_arn.expect("a version");
    let found = process.client.describe_state_machine().state_machine_arn(version).send().await.expect("it");
    assert_eq!(found.definition.as_str(), DEFINITION);
}

/// The message of the program when it refuses a file. The file is not changed, and there is no other one.
async fn refusal(data: &Path) -> String {
    let before = std::fs::read(data).expect("to read");
    let mut child = command(data).spawn().expect("the program");
    let mut message = String::new();
    child.stderr.take().expect("its errors").read_to_string(&mut message).await.expect("text");
    assert!(!child.wait().await.expect("an end").success());
    assert!(std::fs::read(data).expect("to read") == before, "{} is changed", data.display());
    let files = std::fs::read_dir(data.parent().expect("a folder")).expect("to list").count();
    assert_eq!(files, 1);
    message
}

#[tokio::test]
async fn a_file_of_another_program_is_refused_and_not_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("notes.txt");
    let text = "not a database, but a text that is longer than the head of one. ".repeat(20);
    std::fs::write(&data, &text).expect("to write");
    let message = refusal(&data).await;
    assert!(message.contains("notes.txt") && message.contains("not a database"), "{message}");

    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("notes.db");
    let connection = rusqlite::Connection::open(&data).expect("a database");
    connection.execute_batch("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('one')").expect("a table");
    drop(connection);
    let message = refusal(&data).await;
    assert!(message.contains("notes.db") && message.contains("of another program"), "{message}");
}

#[test]
fn a_failed_first_import_leaves_no_data() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("workflow.db");
    let execution_arn = Arn::try_from("arn:aws:states:eu-central-1:123456789012:execution:orders:none");
    let histories = vec![HistoryImport { execution_arn: execution_arn.expect("an ARN"), events: Vec::new() }];
    let import = Import { histories, ..Import::default() };
    let Err(error) = Settings::default().data(&data).import(import).open() else { panic!("no such execution") };
    let message = error.to_string();
    assert!(message.starts_with("cannot import data into `") && message.contains("workflow.db"), "{message}");

    let machines = || {
        let connection = rusqlite::Connection::open(&data)?;
        connection.query_row("SELECT count(*) FROM machine", [], |row| row.get::<_, i64>(0))
    };
    machines().expect_err("there is no table");
    Settings::default().data(&data).open().expect("a new database");
    assert_eq!(machines().expect("a number"), 1, "the sample");
}

/// On Windows, names of files have no colons.
#[cfg(unix)]
#[tokio::test]
async fn names_with_a_meaning_for_sqlite_are_names_of_files() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in [":memory:", "file:workflow.db"] {
        let mut command = command(Path::new(name));
        command.current_dir(folder.path());
        let process = Process::run(command).await;
        let create = process.client.create_state_machine().name("kept").definition(DEFINITION).role_arn(ROLE);
        let machine = create.send().await.expect("a machine").state_machine_arn;
        let found = process.client.describe_state_machine().state_machine_arn(machine).send().await.expect("it");
        assert_eq!(found.name.as_str(), "kept");
        process.kill().await;
        assert!(folder.path().join(name).is_file(), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_a_new_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("workflow.db");
    Settings::default().empty().data(&data).open().expect("a new database");
    let metadata = std::fs::metadata(&data).expect("a file");
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o777, 0o600);
}

/// Writes that were acknowledged to a client.
#[derive(Default)]
struct Acknowledged {
    versions: Vec<Arn>,
    aliases: Vec<Arn>,
    executions: Vec<Arn>,
}

/// Creates machines, versions, aliases and executions until the server is killed.
async fn load(client: Client, name: String, count: Arc<AtomicUsize>) -> Acknowledged {
    let mut done = Acknowledged::default();
    let create = client.create_state_machine().name(name).definition(DEFINITION).role_arn(ROLE).publish(true);
    let Ok(machine) = create.send().await else { return done };
    let (machine, first) = (machine.state_machine_arn, machine.state_machine_version_arn);
    done.versions.extend(first.clone());
    let Some(first) = first else { return done };
    for number in 0.. {
        let update = client.update_state_machine().state_machine_arn(machine.clone()).definition(OTHER).publish(true);
        let Ok(updated) = update.send().await else { break };
        done.versions.extend(updated.state_machine_version_arn);
        let start = client.start_execution().state_machine_arn(machine.clone());
        let Ok(started) = start.send().await else { break };
        done.executions.push(started.execution_arn);
        if number < 100 {
            let alias = client.create_state_machine_alias().name(format!("alias-{number}"));
            let Ok(alias) = alias.routing_configuration(route(first.as_str(), 100)).send().await else { break };
            done.aliases.push(alias.state_machine_alias_arn);
        }
        count.fetch_add(3, Ordering::SeqCst);
    }
    done
}

/// Kills the server once that many writes are acknowledged, and looks for each of them after a restart.
async fn round(data: &Path, round: usize, writes: usize) -> usize {
    let process = Process::start(data).await;
    let count = Arc::new(AtomicUsize::new(0));
    let mut clients = JoinSet::new();
    for number in 0..8 {
        clients.spawn(load(process.client.clone(), format!("round-{round}-{number}"), Arc::clone(&count)));
    }
    while count.load(Ordering::SeqCst) < writes {
        tokio::task::yield_now().await;
    }
    process.kill().await;
    let acknowledged = clients.join_all().await;

    let process = Process::start(data).await;
    let client = &process.client;
    let mut found = 0;
    for done in acknowledged {
        for arn in done.versions {
            client
                .describe_state_machine()
                .state_machine_arn(arn.clone())
                .send()
                .await
                .unwrap_or_else(|error| panic!("{arn}: {error}"));
            found += 1;
        }
        for arn in done.aliases {
            client
                .describe_state_machine_alias()
                .state_machine_alias_arn(arn.clone())
                .send()
                .await
                .unwrap_or_else(|error| panic!("{arn}: {error}"));
            found += 1;
        }
        for arn in done.executions {
            let history = client.get_execution_history().execution_arn(arn.clone()).send().await;
            assert_eq!(history.unwrap_or_else(|error| panic!("{arn}: {error}")).events.len(), 1, "{arn}");
            found += 1;
        }
    }
    process.kill().await;
    found
}

/// `WHITESMITH_KILLS=50 cargo test -p workflow-server --test seeds killed` runs more rounds.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_acknowledged_write_is_there_after_the_server_is_killed() {
    let rounds = std::env::var("WHITESMITH_KILLS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(3);
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("workflow.db");
    let mut found = 0;
    for number in 0..rounds {
        let writes = 20 + number * 37 % 200;
        let there = round(&data, number, writes).await;
        assert!(there >= writes, "{there} of {writes}");
        found += there;
    }
    println!("{rounds} rounds, {found} acknowledged writes, all there");
}
