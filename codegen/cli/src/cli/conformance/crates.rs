//! The crate that runs the cases: generated code and a table of operations.

use std::fmt::Write as _;
use std::fs;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::cases::Cases;
use super::{Failure, Side};
use crate::cli::Reporter;
use crate::cli::progress::Progress;
use crate::cli::runtime::Dependency;
use whitesmith_codegen::emit::{self, File, HEADER};
use whitesmith_codegen::lower::lower;
use whitesmith_codegen::model::{Model, Valid};
use whitesmith_codegen::output::{self, Lock};
use whitesmith_codegen::source::SourceMap;

/// Where the crate is written and what it depends on.
pub(super) struct Place<'a> {
    /// Folder of the crate and of its build.
    pub(super) work: &'a Path,
    /// The runtime.
    pub(super) dependency: &'a Dependency,
    /// `Cargo.lock` of the workspace of the runtime.
    pub(super) lock: Option<PathBuf>,
}

/// Files of the crate.
pub(super) struct TestCrate {
    files: Vec<File>,
    modules: Vec<String>,
}

impl TestCrate {
    /// Generates the code of every service that has cases, and the `main` function.
    pub(super) fn generate(
        model: &Valid<Model>,
        cases: &Cases,
        reporter: &mut Reporter,
        sources: &SourceMap,
    ) -> Result<Self, Failure> {
        let mut files = Vec::new();
        let mut modules = Vec::new();
        let (mut mods, mut suites) = (String::new(), String::new());
        for service in &cases.services {
            let (module, diagnostics) = match lower(model, &service.config) {
                Ok(lowered) => lowered,
                Err(diagnostics) => {
                    reporter.report(&diagnostics, sources);
                    return Err(Failure::Reported);
                }
            };
            reporter.report(&diagnostics, sources);
            let emitted = emit::emit(&module)?;
            files.extend(emitted.into_iter().map(|file| File { path: format!("src/{}", file.path), text: file.text }));
            let name = &service.module;
            let operations: Vec<String> = module
                .operations
                .iter()
                .map(|operation| format!("operation::<{name}::operations::{}>()", emit::type_name(&operation.name)))
                .collect();
            // Writing to a String cannot fail.
            let _ = writeln!(mods, "#[allow(dead_code, unreachable_pub, unused_imports)]\nmod {name};");
            let _ = write!(
                suites,
                "Suite {{ service: &{name}::schema::SERVICE, operations: &[{}] }},",
                operations.join(", ")
            );
            modules.push(service.module.clone());
        }
        let main = format!(
            "{HEADER}. Do not edit.\n\n//! Runs protocol test cases against generated code.\n\n{mods}\n\
             use whitesmith_runtime::conformance::{{Suite, operation}};\n\n\
             static SUITES: &[Suite] = &[{suites}];\n\n\
             fn main() -> std::process::ExitCode {{\n    whitesmith_runtime::conformance::main(SUITES)\n}}\n"
        );
        files.push(File { path: "src/main.rs".into(), text: main });
        Ok(Self { files, modules })
    }

    /// Writes and builds the crate, and runs the cases. Returns one line of JSON for each.
    pub(super) fn run(
        mut self,
        &Place { work, dependency, ref lock }: &Place<'_>,
        cases: &Cases,
        only: (Option<Side>, Option<usize>),
    ) -> Result<String, Failure> {
        // Another run would replace the crate between its build and its run.
        fs::create_dir_all(work).map_err(|source| Failure::Work { path: work.to_owned(), source })?;
        let _lock = Lock::of(work);
        let folder = work.join("crate");
        self.files.push(File { path: "Cargo.toml".into(), text: manifest(dependency) });
        let documents = serde_json::Value::from(cases.documents.clone()).to_string();
        self.files.push(File { path: "cases.json".into(), text: documents });
        let modules: Vec<String> = self.modules.iter().map(|module| format!("src/{module}")).collect();
        let modules: Vec<&str> = modules.iter().map(String::as_str).collect();
        let changes = output::compare(&folder, &self.files, &modules)?;
        output::write(&changes)?;
        // Versions of the runtime's own Cargo.lock are already downloaded.
        if let Some(lock) = lock {
            fs::copy(lock, folder.join("Cargo.lock")).map_err(|source| Failure::Lock { path: lock.clone(), source })?;
        }
        let program = build(&folder, &work.join("target"))?;
        execute(&program, &folder.join("cases.json"), only)
    }
}

/// Builds the crate. Returns the program, whose folder depends on Cargo's configuration.
fn build(folder: &Path, target: &Path) -> Result<PathBuf, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // Terminals show the progress of Cargo.
    let quiet = (!std::io::stderr().is_terminal()).then_some("--quiet");
    let output = Command::new(cargo)
        .args(["build", "--message-format=json-render-diagnostics"])
        .args(quiet)
        .arg("--manifest-path")
        .arg(folder.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", target)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|source| Failure::Start { program: "cargo".into(), source })?;
    if !output.status.success() {
        return Err(Failure::Build);
    }
    executable(&output.stdout).ok_or(Failure::NoProgram)
}

/// The path of the program in Cargo's messages, each of which is a line of JSON.
fn executable(messages: &[u8]) -> Option<PathBuf> {
    let messages = messages.split(|byte| *byte == b'\n').rev();
    let mut messages = messages.filter_map(|line| serde_json::from_slice::<serde_json::Value>(line).ok());
    messages.find_map(|message| Some(PathBuf::from(message.get("executable")?.as_str()?)))
}

fn execute(program: &Path, cases: &Path, (side, mutations): (Option<Side>, Option<usize>)) -> Result<String, Failure> {
    let mut command = Command::new(program);
    command.arg(cases).arg(side.map_or("both", Side::name)).args(mutations.map(|count| count.to_string()));
    command.stdin(Stdio::null()).stderr(Stdio::inherit());
    let progress = Progress::start("running the cases");
    let output = command.output();
    drop(progress);
    let output = output.map_err(|source| Failure::Start { program: program.to_owned(), source })?;
    if !output.status.success() {
        return Err(Failure::Program(output.status));
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn manifest(runtime: &Dependency) -> String {
    format!(
        "[package]\nname = \"whitesmith-conformance\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [features]\ndefault = [\"client\", \"server\"]\nclient = []\nserver = []\nserde = []\n\n\
         [dependencies.whitesmith-runtime]\n{runtime}\ndefault-features = false\nfeatures = [\"conformance\"]\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n"
    )
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::executable;

    #[test]
    fn the_program_is_where_cargo_says() {
        let library = r#"{"reason":"compiler-artifact","target":{"name":"whitesmith_runtime"},"executable":null}"#;
        let program = r#"{"reason":"compiler-artifact","executable":"/t/x86_64-unknown-linux-musl/debug/program"}"#;
        let messages =
            format!("{library}\nwarning: text\n{program}\n{{\"reason\":\"build-finished\",\"success\":true}}\n");
        let expected = Path::new("/t/x86_64-unknown-linux-musl/debug/program");
        assert_eq!(executable(messages.as_bytes()).as_deref(), Some(expected));
        assert_eq!(executable(library.as_bytes()), None);
    }
}
