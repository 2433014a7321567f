//! The AWS command line against a server generated from the official model of S3: listing, transfers in one and in
//! many parts, copies, waiters, deletion. Skipped if `aws` is not installed.

use std::fs;
use std::path::Path;
use std::process::Command;

use whitesmith::cli::error_chain;

use crate::error::TaskError;
use crate::process::Server;
use crate::test::{Context, Outcome, is_installed};

const OPERATIONS: &str = "AbortMultipartUpload,CompleteMultipartUpload,CopyObject,CreateBucket,CreateMultipartUpload,\
    DeleteBucket,DeleteObject,DeleteObjects,GetObject,HeadBucket,HeadObject,ListBuckets,ListObjectsV2,PutObject,\
    UploadPart,UploadPartCopy";

const SERVER: &str = include_str!("aws_cli/server.rs");

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
];

/// An access key and its secret.
type Key = (&'static str, &'static str);

/// The access key that the server accepts.
const KEY: Key = ("AKIDEXAMPLE", "secret");

/// Commands of callers that the server refuses.
const REFUSED: &[(Case, Key)] = &[
    (fails(&["s3", "ls"], 254, "SignatureDoesNotMatch"), ("AKIDEXAMPLE", "wrong")),
    (fails(&["s3", "ls"], 254, "InvalidAccessKeyId"), ("AKIDOTHER", "secret")),
    (fails(&["s3", "ls", "--no-sign-request"], 254, "AccessDenied"), KEY),
];

/// Files that must be equal after all commands.
const EQUAL: &[(&str, &str)] = &[("small", "small.back"), ("large", "large.back"), ("large", "large.copy")];

/// Runs all commands.
pub(crate) fn check(context: &Context) -> Outcome {
    if !is_installed(Command::new("aws").arg("--version")) {
        return Outcome::Skipped("the AWS command line, `aws`, is not installed".into());
    }
    let model = context.shared.as_ref().map(|shared| shared.join("models/s3-2006-03-01.json"));
    let Some(model) = model.filter(|model| model.is_file()) else {
        return Outcome::Skipped("no model of S3: set WHITESMITH_SHARED, or put it in ../shared/models".into());
    };
    let folder = context.root.join("target/aws-cli");
    match build(context, &model, &folder) {
        Outcome::Passed => {}
        other => return other,
    }
    match run(context, &folder) {
        Ok(()) => Outcome::Passed,
        Err(error) => Outcome::Failed(error_chain(&error)),
    }
}

/// Generates the crate, and builds the server.
fn build(context: &Context, model: &Path, folder: &Path) -> Outcome {
    let (crate_folder, runtime) = (folder.join("s3"), context.root.join("runtime"));
    let (model, out, runtime) = (model.to_string_lossy(), crate_folder.to_string_lossy(), runtime.to_string_lossy());
    let source = format!("path:{runtime}");
    let generated = context.xtask(&[
        "codegen",
        "--models",
        &model,
        "--operations",
        OPERATIONS,
        "--out",
        &out,
        "--crate",
        "s3",
        "--runtime",
        &source,
    ]);
    let Outcome::Passed = generated else { return generated };
    let server = folder.join("server");
    let manifest = format!(
        "[package]\nname = \"s3-server\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         s3 = {{ path = \"../s3\", default-features = false, features = [\"server\"] }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"net\", \"rt\"] }}\n\
         whitesmith-runtime = {{ path = \"{runtime}\", default-features = false, features = [\"serve\"] }}\n"
    );
    let written = fs::create_dir_all(server.join("src"))
        .and_then(|()| fs::write(server.join("Cargo.toml"), manifest))
        .and_then(|()| fs::write(server.join("src/main.rs"), SERVER))
        .and_then(|()| fs::copy(context.root.join("Cargo.lock"), server.join("Cargo.lock")));
    if let Err(error) = written {
        return Outcome::Failed(format!("cannot write {}: {error}", server.display()));
    }
    let manifest = server.join("Cargo.toml");
    let mut command = Command::new(env!("CARGO"));
    command.args(["build", "--quiet", "--manifest-path", &manifest.to_string_lossy()]);
    context.finish(context.outside(&mut command))
}

fn run(context: &Context, folder: &Path) -> Result<(), TaskError> {
    let files = folder.join("files");
    write_files(&files).map_err(TaskError::file(&files))?;
    let server = Server::start(&mut Command::new(context.outside_target().join("debug/s3-server")))?;
    for case in CASES {
        call(&server.first_line, &files, case, KEY)?;
    }
    for (case, key) in REFUSED {
        call(&server.first_line, &files, case, *key)?;
    }
    let read = |name: &str| fs::read(files.join(name)).map_err(TaskError::file(Path::new(name)));
    for (sent, received) in EQUAL {
        if read(sent)? != read(received)? {
            return Err(TaskError::Transfer(received));
        }
    }
    eprintln!("{} commands", CASES.len() + REFUSED.len());
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
