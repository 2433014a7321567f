//! Callers that are not ours against the server in `tests/callers`, which is generated from official models and
//! verifies all signatures: the AWS command line, boto3, and the AWS SDKs for JavaScript and Rust. Each is skipped if
//! it is not installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use whitesmith::cli::error_chain;

use crate::error::TaskError;
use crate::process::Server;
use crate::test::{Context, Outcome, is_installed};

/// A caller.
struct Caller {
    /// Name on the command line.
    name: &'static str,
    call: fn(&Context, &Servers) -> Outcome,
    /// Whether it runs only if it is named, because it takes minutes to compile.
    is_slow: bool,
}

const CALLERS: &[Caller] = &[
    Caller { name: "aws", call: aws, is_slow: false },
    Caller { name: "boto3", call: boto3, is_slow: false },
    Caller { name: "javascript", call: javascript, is_slow: false },
    Caller { name: "rust", call: rust, is_slow: true },
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

/// A command, its exit code, and text that it prints.
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
            eprintln!("no such caller; the callers are: {}", names.join(", "));
            ExitCode::from(2)
        }
        Some(name) => call_all(&Context::new(), |caller| caller.name == name).report(),
        None => check(&Context::new()).report(),
    }
}

/// Runs the selected callers until one fails.
fn call_all(context: &Context, select: impl Fn(&Caller) -> bool) -> Outcome {
    let models = context.shared.as_ref().map(|shared| shared.join("models"));
    let Some(models) = models.filter(|models| models.join("s3-2006-03-01.json").is_file()) else {
        return Outcome::Skipped("no official models: set WHITESMITH_SHARED, or put them in ../shared/models".into());
    };
    let servers = match start(context, &models) {
        Ok(servers) => servers,
        Err(failed) => return failed,
    };
    let mut skipped = Vec::new();
    for caller in CALLERS.iter().filter(|caller| select(caller)) {
        match (caller.call)(context, &servers) {
            Outcome::Passed => {}
            failed @ Outcome::Failed(_) => return failed,
            Outcome::Partial(reason) | Outcome::Skipped(reason) => skipped.push(reason),
        }
    }
    if skipped.is_empty() { Outcome::Passed } else { Outcome::Partial(skipped.join("; ")) }
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

fn aws(context: &Context, servers: &Servers) -> Outcome {
    if !is_installed(Command::new("aws").arg("--version")) {
        return Outcome::Skipped("the AWS command line, `aws`, is not installed".into());
    }
    match run_commands(&folder(context, "aws"), servers) {
        Ok(()) => Outcome::Passed,
        Err(error) => Outcome::Failed(error_chain(&error)),
    }
}

fn boto3(context: &Context, servers: &Servers) -> Outcome {
    if !is_installed(Command::new("python3").args(["-c", "import boto3"])) {
        return Outcome::Skipped("boto3 is not installed: python3 -m pip install boto3".into());
    }
    let mut command = Command::new("python3");
    context.finish(command.arg("tests/callers/boto3_calls.py").args(servers.addresses()))
}

/// Runs in a folder of its own, since packages are installed next to the program.
fn javascript(context: &Context, servers: &Servers) -> Outcome {
    let npm = || Command::new("npm");
    if !is_installed(npm().arg("--version")) || !is_installed(Command::new("node").arg("--version")) {
        return Outcome::Skipped("Node.js with npm is not installed".into());
    }
    let folder = folder(context, "javascript");
    let copied = fs::create_dir_all(&folder).and_then(|()| {
        ["package.json", "javascript.mjs"]
            .iter()
            .try_for_each(|name| fs::copy(context.root.join("tests/callers").join(name), folder.join(name)).map(drop))
    });
    if let Err(error) = copied {
        return Outcome::Failed(format!("cannot write {}: {error}", folder.display()));
    }
    // Packages that were installed before are used without the registry.
    let arguments = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--silent"];
    if !is_installed(npm().args(arguments).current_dir(&folder)) {
        return Outcome::Skipped("the packages of the AWS SDK for JavaScript cannot be installed".into());
    }
    Context::finish_in(
        Command::new("node").args(["--no-warnings", "javascript.mjs"]).args(servers.addresses()),
        &folder,
    )
}

fn rust(context: &Context, servers: &Servers) -> Outcome {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["run", "--quiet", "--manifest-path", "tests/callers/rust/Cargo.toml", "--"])
        .args(servers.addresses());
    context.finish(context.outside(&mut command).env("CARGO_NET_OFFLINE", "false"))
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
    println!("{} commands", CASES.len() + REFUSED.len());
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
    if is_expected && text.contains(case.prints) {
        return Ok(());
    }
    let command = format!("aws {}", case.arguments.join(" "));
    Err(TaskError::Unexpected { command, status: output.status, output: text })
}
