//! Third-party servers: installed into a folder of their own, below `target`, and started.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::error::TaskError;
use crate::npm;
use crate::process::Server;
use crate::task::{is_installed, succeeds};

/// A server that can be installed.
pub(super) struct Known {
    /// The name in scenarios.
    pub(super) name: &'static str,
    runs_on: Platform,
    /// The package and its version. What scenarios expect to fail depends on them.
    pub(super) package: &'static str,
    /// Starts the server on a free port, prints its address, and ends with standard input.
    script: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Platform {
    Python,
    Node,
}

pub(super) const SERVERS: &[Known] = &[
    Known {
        name: "moto",
        runs_on: Platform::Python,
        package: "moto[server]==5.2.1",
        // Functions of Lambda need a role that exists.
        script: "import sys\n\
                 from moto.iam.models import iam_backends\n\
                 from moto.server import ThreadedMotoServer\n\
                 server = ThreadedMotoServer('127.0.0.1', 0, verbose=False)\nserver.start()\n\
                 iam_backends['123456789012']['aws'].create_role('r', '{}', '/', None, 'd', {}, '3600')\n\
                 print('%s:%d' % server.get_host_and_port(), flush=True)\nsys.stdin.read()\n",
    },
    Known {
        name: "dynalite",
        runs_on: Platform::Node,
        package: "dynalite@4.0.0",
        script: "const server = require('dynalite')({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });\
                 server.listen(0, '127.0.0.1', () => console.log('127.0.0.1:' + server.address().port))",
    },
    Known {
        name: "kinesalite",
        runs_on: Platform::Node,
        package: "kinesalite@3.3.3",
        script: "const server = require('kinesalite')({ createStreamMs: 0, deleteStreamMs: 0, updateStreamMs: 0 });\
                 server.listen(0, '127.0.0.1', () => console.log('127.0.0.1:' + server.address().port))",
    },
    Known {
        name: "s3rver",
        runs_on: Platform::Node,
        package: "s3rver@3.7.1",
        script: "require('fs').rmSync('s3rver', { recursive: true, force: true });\
                 const S3rver = require('s3rver');\
                 new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: 's3rver' })\
                 .run((error, at) => { if (error) throw error; console.log('127.0.0.1:' + at.port) })",
    },
];

impl Known {
    /// Installs the server below `folder`, and starts it. Returns nothing if its interpreter is missing, or it cannot
    /// be installed.
    pub(super) fn start(&self, folder: &Path) -> Result<Option<Server>, TaskError> {
        let installed = match self.runs_on {
            Platform::Python => python(folder, self.package),
            Platform::Node => node(folder, self.package)?,
        };
        let Some(mut command) = installed else { return Ok(None) };
        // Most of it is about single requests, and matters only if the server does not start.
        let log = folder.join(format!("{}.log", self.name));
        let errors = File::create(&log).map_err(TaskError::file(&log))?;
        command.arg(self.script).current_dir(folder).stdin(Stdio::piped()).stderr(errors);
        // Servers which call others must not reach real ones.
        command.env("AWS_ACCESS_KEY_ID", "id").env("AWS_SECRET_ACCESS_KEY", "secret");
        let started = Server::start(&mut command);
        if started.is_err() {
            say_error!("{}: {}", self.package, fs::read_to_string(&log).unwrap_or_default());
        }
        started.map(Some)
    }
}

/// Returns the interpreter of an environment that has the packages. Those of the system are used if they are the same.
fn python(folder: &Path, package: &str) -> Option<Command> {
    let system = if cfg!(windows) { "python" } else { "python3" };
    if !is_installed(Command::new(system).arg("--version")) {
        return None;
    }
    let environment = folder.join("python");
    let interpreter = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let created = interpreter.is_file()
        || succeeds(Command::new(system).args(["-m", "venv", "--system-site-packages"]).arg(&environment));
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", package];
    if !created || !succeeds(Command::new(&interpreter).args(install)) {
        return None;
    }
    let mut command = Command::new(interpreter);
    command.arg("-c");
    Some(command)
}

/// Returns Node.js in a folder that has the package.
fn node(folder: &Path, package: &str) -> Result<Option<Command>, TaskError> {
    fs::create_dir_all(folder).map_err(TaskError::file(folder))?;
    // The process ends with its standard input, even if this one is killed.
    let end = folder.join("end.js");
    fs::write(&end, "process.stdin.resume().on('end', () => process.exit())\n").map_err(TaskError::file(&end))?;
    let (name, version) = package.rsplit_once('@').unwrap_or((package, ""));
    let manifest = folder.join("node_modules").join(name).join("package.json");
    let is_present =
        fs::read_to_string(manifest).is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")));
    if !npm::is_available() || !(is_present || npm::install(folder, &[package])) {
        return Ok(None);
    }
    let mut command = Command::new("node");
    command.args(["--require", "./end.js", "-e"]);
    Ok(Some(command))
}
