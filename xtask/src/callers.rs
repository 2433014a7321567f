//! Third-party clients against the server in `tests/callers`, which is generated from official models and verifies all
//! signatures: the AWS command line, boto3, and the AWS SDKs for JavaScript and Rust. The first three are skipped if
//! their tools are not installed; the packages for JavaScript are installed with npm. The Rust programs run only if
//! they are named, and fail if they cannot be built. One of them compares the SDK for Rust with our clients over
//! connections with faults, and needs no server.

#[path = "../../tests/callers/services.rs"]
mod services;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use whitesmith::cli::error_chain;

use crate::error::TaskError;
use crate::npm;
use crate::process::Server;
use crate::task::{Context, Outcome, is_installed};
use services::SERVICES;

/// A caller.
struct Caller {
    /// Name on the command line.
    name: &'static str,
    /// Installs what it needs. Fails if that is not possible.
    prepare: fn(&Context) -> Result<(), Outcome>,
    call: Call,
    /// Whether it runs only if it is named, because it takes minutes to compile.
    is_slow: bool,
}

/// Servers that a caller calls.
enum Call {
    /// The generated servers.
    Servers(fn(&Context, &Servers) -> Outcome),
    /// A server of its own. The path is the folder of official models.
    Own(fn(&Context, &Path) -> Outcome),
}

const CALLERS: &[Caller] = &[
    Caller { name: "aws", prepare: prepare_aws, call: Call::Servers(aws), is_slow: false },
    Caller { name: "boto3", prepare: prepare_boto3, call: Call::Servers(boto3), is_slow: false },
    Caller { name: "javascript", prepare: prepare_javascript, call: Call::Servers(javascript), is_slow: false },
    Caller { name: "rust", prepare: |_| Ok(()), call: Call::Servers(rust), is_slow: true },
    Caller { name: "faults", prepare: |_| Ok(()), call: Call::Own(faults), is_slow: true },
];

/// Running servers.
struct Servers {
    any: Server,
    /// Accepts each signature once.
    once: Server,
}

impl Servers {
    fn addresses(&self) -> [String; 2] {
        [&self.any, &self.once].map(|server| format!("http://{}", server.first_line))
    }
}

/// Number of files that are synchronized.
const FILES: usize = 200;

/// Size of the file `large` in bytes. The command line transfers files of 8 MiB and more in parts.
const LARGE: usize = 20_000_000;

/// A command, its exit code, and text that it prints. If the text is empty, it prints nothing.
struct Case {
    arguments: &'static [&'static str],
    code: i32,
    prints: &'static str,
}

const fn passes(arguments: &'static [&'static str], prints: &'static str) -> Case {
    Case { arguments, code: 0, prints }
}

const fn fails(arguments: &'static [&'static str], code: i32, prints: &'static str) -> Case {
    Case { arguments, code, prints }
}

/// Commands that run in this order, in a folder with the files `small` and `large`, and the folder `folder`.
const CASES: &[Case] = &[
    passes(&["s3", "mb", "s3://maps"], "make_bucket: maps"),
    passes(&["s3", "ls"], "maps"),
    passes(&["s3", "cp", "small", "s3://maps/small", "--metadata", "owner=me"], "upload:"),
    passes(&["s3", "ls", "s3://maps"], "6 small"),
    passes(&["s3", "cp", "s3://maps/small", "small.back"], "download:"),
    passes(&["s3", "cp", "large", "s3://maps/large"], "upload:"),
    passes(&["s3", "cp", "s3://maps/large", "large.back"], "download:"),
    passes(&["s3", "cp", "s3://maps/small", "s3://maps/copy"], "copy:"),
    passes(&["s3", "cp", "s3://maps/large", "s3://maps/large.copy"], "copy:"),
    passes(&["s3", "cp", "s3://maps/large.copy", "large.copy"], "download:"),
    passes(&["s3", "sync", "folder", "s3://maps/folder"], "upload:"),
    passes(&["s3", "sync", "many", "s3://maps/many", "--quiet"], ""),
    passes(&["s3", "sync", "many", "s3://maps/many"], ""),
    passes(&["s3", "sync", "s3://maps/many", "many.back", "--quiet"], ""),
    passes(&["s3", "ls", "s3://maps/folder/"], "with space"),
    passes(&["s3api", "head-object", "--bucket", "maps", "--key", "small"], "\"owner\": \"me\""),
    fails(&["s3api", "head-object", "--bucket", "maps", "--key", "none"], 254, "404"),
    passes(&["s3api", "wait", "object-not-exists", "--bucket", "maps", "--key", "none"], ""),
    passes(&["s3api", "wait", "object-exists", "--bucket", "maps", "--key", "small"], ""),
    fails(&["s3api", "get-object", "--bucket", "maps", "--key", "none", "none"], 254, "NoSuchKey"),
    fails(&["s3", "ls", "s3://lost"], 254, "NoSuchBucket"),
    fails(&["s3", "rb", "s3://maps"], 1, "BucketNotEmpty"),
    passes(&["s3api", "copy-object", "--bucket", "maps", "--key", "second", "--copy-source", "maps/small"], "ETag"),
    passes(
        &["s3api", "delete-objects", "--bucket", "maps", "--delete", "Objects=[{Key=second},{Key=copy}]"],
        "\"Key\": \"copy\"",
    ),
    passes(&["s3", "rm", "s3://maps/small"], "delete:"),
    passes(&["s3", "rm", "s3://maps", "--recursive"], "delete: s3://maps/large"),
    passes(&["s3", "rb", "s3://maps"], "remove_bucket: maps"),
    passes(&["dynamodb", "put-item", "--table-name", "t", "--item", "{\"id\":{\"S\":\"7\"},\"n\":{\"N\":\"1\"}}"], ""),
    passes(&["dynamodb", "get-item", "--table-name", "t", "--key", "{\"id\":{\"S\":\"7\"}}"], "\"N\": \"1\""),
    passes(&["sqs", "create-queue", "--queue-name", "orders"], "000000000000/orders"),
    passes(&["lambda", "invoke", "--function-name", "f", "--payload", "{}", "answer"], "\"StatusCode\": 200"),
    passes(&["cloudwatch", "put-metric-data", "--namespace", "shop", "--metric-name", "sold", "--value", "1"], ""),
    passes(&["cloudwatch", "list-metrics"], "\"MetricName\": \"sold\""),
    passes(&["stepfunctions", "list-state-machines"], "\"name\": \"orders\""),
    passes(&["imagebuilder", "list-workflow-executions", "--image-build-version-arn", IMAGE], "base/1.0.0/1"),
    passes(&["customer-profiles", "get-workflow-steps", "--domain-name", "shop", "--workflow-id", WORKFLOW], WORKFLOW),
];

const IMAGE: &str = "arn:aws:imagebuilder:us-east-1:123456789012:image/base/1.0.0/1";
const WORKFLOW: &str = "0123456789abcdef0123456789abcdef";

/// An access key and its secret.
type Key = (&'static str, &'static str);

/// The access key that the server accepts.
const KEY: Key = ("AKIDEXAMPLE", "secret");

/// Commands of callers that the server refuses.
const REFUSED: &[(Case, Key)] = &[
    (fails(&["s3", "ls"], 254, "SignatureDoesNotMatch"), ("AKIDEXAMPLE", "wrong")),
    (fails(&["s3", "ls"], 254, "InvalidAccessKeyId"), ("AKIDOTHER", "secret")),
    (fails(&["s3", "ls", "--no-sign-request"], 254, "AccessDenied"), KEY),
    (fails(&["sqs", "create-queue", "--queue-name", "o"], 254, "InvalidSignatureException"), ("AKIDEXAMPLE", "wrong")),
    (fails(&["cloudwatch", "list-metrics"], 254, "InvalidSignatureException"), ("AKIDEXAMPLE", "wrong")),
];

/// Files that must be equal after all commands.
const EQUAL: &[(&str, &str)] = &[("small", "small.back"), ("large", "large.back"), ("large", "large.copy")];

/// Runs the callers of the default checks.
pub(crate) fn check(context: &Context) -> Outcome {
    call_all(context, |caller| !caller.is_slow)
}

/// Runs one caller, or those of the default checks.
pub(crate) fn run(name: Option<&str>) -> ExitCode {
    match name {
        Some(name) if CALLERS.iter().all(|caller| caller.name != name) => {
            let names: Vec<&str> = CALLERS.iter().map(|caller| caller.name).collect();
            say_error!("no such caller; the callers are: {}", names.join(", "));
            ExitCode::from(2)
        }
        Some(name) => call_all(&Context::new(), |caller| caller.name == name).report(),
        None => check(&Context::new()).report(),
    }
}

/// Runs the selected callers until one fails.
fn call_all(context: &Context, select: impl Fn(&Caller) -> bool) -> Outcome {
    let models = match models(context) {
        Ok(models) => models,
        Err(skipped) => return skipped,
    };
    let (mut ready, mut skipped) = (Vec::new(), Vec::new());
    for caller in CALLERS.iter().filter(|caller| select(caller)) {
        match (caller.prepare)(context) {
            Ok(()) => ready.push(caller),
            Err(Outcome::Skipped(reason)) => skipped.push(reason),
            Err(failed) => return failed,
        }
    }
    let skipped = skipped.join("; ");
    if ready.is_empty() {
        return Outcome::Skipped(skipped);
    }
    let mut servers = None;
    for caller in ready {
        let outcome = match caller.call {
            Call::Own(call) => call(context, &models),
            Call::Servers(call) => match servers.take().map_or_else(|| start(context, &models), Ok) {
                Ok(started) => call(context, servers.insert(started)),
                Err(failed) => failed,
            },
        };
        match outcome {
            Outcome::Passed => {}
            other => return other,
        }
    }
    if skipped.is_empty() { Outcome::Passed } else { Outcome::Partial(skipped) }
}

/// The folder of official models, if it has all that the server needs.
fn models(context: &Context) -> Result<PathBuf, Outcome> {
    const HELP: &str = "set WHITESMITH_SHARED, or put them in ../shared/models";
    let models = context.shared.as_ref().map(|shared| shared.join("models"));
    let models = models.ok_or_else(|| Outcome::Skipped(format!("no official models: {HELP}")))?;
    let files = SERVICES.map(|(file, ..)| format!("{file}.json"));
    let missing: Vec<&str> = files.iter().map(String::as_str).filter(|file| !models.join(file).is_file()).collect();
    match missing.as_slice() {
        [] => Ok(models),
        missing => Err(Outcome::Skipped(format!("no {}: {HELP}", missing.join(", ")))),
    }
}

/// Builds the server, and starts it twice.
fn start(context: &Context, models: &Path) -> Result<Servers, Outcome> {
    let folder = context.root.join("tests/callers");
    // Dependencies have the versions of the workspace.
    let copied = fs::copy(context.root.join("Cargo.lock"), folder.join("Cargo.lock"));
    copied.map_err(|error| Outcome::Failed(format!("cannot write {}: {error}", folder.display())))?;
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--quiet", "--manifest-path"]).arg(folder.join("Cargo.toml"));
    match context.finish(context.outside(&mut command).env("WHITESMITH_MODELS", models)) {
        Outcome::Passed => {}
        other => return Err(other),
    }
    let start = |arguments: &[&str]| {
        let mut command = Command::new(context.outside_target().join("debug/callers"));
        Server::start(command.args(arguments)).map_err(|error| Outcome::Failed(error_chain(&error)))
    };
    Ok(Servers { any: start(&[])?, once: start(&["once"])? })
}

/// A folder for files of callers.
fn folder(context: &Context, name: &str) -> PathBuf {
    context.root.join("target/callers").join(name)
}

fn prepare_aws(_: &Context) -> Result<(), Outcome> {
    if is_installed(Command::new("aws").arg("--version")) {
        Ok(())
    } else {
        Err(Outcome::Skipped("the AWS command line, `aws`, is not installed".into()))
    }
}

fn aws(context: &Context, servers: &Servers) -> Outcome {
    match run_commands(&folder(context, "aws"), servers) {
        Ok(()) => Outcome::Passed,
        Err(error) => Outcome::Failed(error_chain(&error)),
    }
}

fn prepare_boto3(_: &Context) -> Result<(), Outcome> {
    if is_installed(Command::new("python3").args(["-c", "import boto3"])) {
        Ok(())
    } else {
        Err(Outcome::Skipped("boto3 is not installed: python3 -m pip install boto3".into()))
    }
}

fn boto3(context: &Context, servers: &Servers) -> Outcome {
    let mut command = Command::new("python3");
    context.finish(command.arg("tests/callers/boto3_calls.py").args(servers.addresses()))
}

/// Installs the packages in a folder of its own, next to the program.
fn prepare_javascript(context: &Context) -> Result<(), Outcome> {
    if !npm::is_available() {
        return Err(Outcome::Skipped("Node.js with npm is not installed".into()));
    }
    let folder = folder(context, "javascript");
    let copied = fs::create_dir_all(&folder).and_then(|()| {
        ["package.json", "javascript.mjs"]
            .iter()
            .try_for_each(|name| fs::copy(context.root.join("tests/callers").join(name), folder.join(name)).map(drop))
    });
    copied.map_err(|error| Outcome::Failed(format!("cannot write {}: {error}", folder.display())))?;
    if npm::install(&folder, &[]) {
        Ok(())
    } else {
        Err(Outcome::Skipped("the packages of the AWS SDK for JavaScript cannot be installed".into()))
    }
}

fn javascript(context: &Context, servers: &Servers) -> Outcome {
    Context::finish_in(
        Command::new("node").args(["--no-warnings", "javascript.mjs"]).args(servers.addresses()),
        &folder(context, "javascript"),
    )
}

fn rust(context: &Context, servers: &Servers) -> Outcome {
    context.finish(program(context, "rust").arg("--").args(servers.addresses()))
}

fn faults(context: &Context, models: &Path) -> Outcome {
    context.finish(program(context, "faults").env("WHITESMITH_MODELS", models))
}

/// Builds and runs a program with crates that this workspace does not have.
fn program(context: &Context, name: &str) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--manifest-path"]);
    command.arg(context.root.join("tests/callers").join(name).join("Cargo.toml"));
    context.outside(&mut command).env("CARGO_NET_OFFLINE", "false");
    command
}

/// Runs all commands of the AWS command line.
fn run_commands(files: &Path, servers: &Servers) -> Result<(), TaskError> {
    write_files(files).map_err(TaskError::file(files))?;
    let address = &servers.any.first_line;
    for case in CASES {
        call(address, files, case, KEY)?;
    }
    for (case, key) in REFUSED {
        call(address, files, case, *key)?;
    }
    let read = |name: &str| fs::read(files.join(name)).map_err(TaskError::file(Path::new(name)));
    for (sent, received) in EQUAL {
        if read(sent)? != read(received)? {
            return Err(TaskError::Transfer(received));
        }
    }
    for number in 0..FILES {
        if read(&format!("many.back/{number}"))? != number.to_string().as_bytes() {
            return Err(TaskError::Transfer("many.back"));
        }
    }
    say!("{} commands", CASES.len() + REFUSED.len());
    Ok(())
}

fn write_files(files: &Path) -> std::io::Result<()> {
    if files.exists() {
        fs::remove_dir_all(files)?;
    }
    fs::create_dir_all(files.join("folder"))?;
    fs::write(files.join("small"), "hello\n")?;
    fs::write(files.join("folder/with space"), "one")?;
    fs::write(files.join("folder/plain"), "two")?;
    fs::create_dir_all(files.join("many"))?;
    for number in 0..FILES {
        fs::write(files.join(format!("many/{number}")), number.to_string())?;
    }
    // No two parts are equal.
    let large: Vec<u8> =
        (0..LARGE / 4).flat_map(|word: usize| (word.wrapping_mul(2_654_435_761) as u32).to_le_bytes()).collect();
    fs::write(files.join("large"), large)
}

fn call(address: &str, files: &Path, case: &Case, (key, secret): Key) -> Result<(), TaskError> {
    let output = Command::new("aws")
        .args(["--endpoint-url", &format!("http://{address}")])
        .args(case.arguments)
        .current_dir(files)
        .env("AWS_ACCESS_KEY_ID", key)
        .env("AWS_SECRET_ACCESS_KEY", secret)
        .env("AWS_DEFAULT_REGION", "us-east-1")
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .env("AWS_CONFIG_FILE", "/dev/null")
        .env("AWS_PAGER", "")
        .output()
        .map_err(|source| TaskError::Run { program: "aws".to_owned(), source })?;
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    // Version 1 of the command line exits with 255 where version 2 exits with 254.
    let is_expected = output.status.code().is_some_and(|code| code == case.code || (case.code == 254 && code == 255));
    let prints = if case.prints.is_empty() { text.trim().is_empty() } else { text.contains(case.prints) };
    if is_expected && prints {
        return Ok(());
    }
    let command = format!("aws {}", case.arguments.join(" "));
    Err(TaskError::Unexpected { command, status: output.status, output: text })
}
