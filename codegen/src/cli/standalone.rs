//! A crate of its own for one service, from models named on the command line.

use std::path::{Path, PathBuf};

use super::Reporter;
use crate::config::{Nullability, ServiceConfig};
use crate::emit::File;
use crate::load::read_sources;
use crate::pipeline;
use crate::source::SourceMap;

/// What to generate.
#[derive(Clone, Copy, Debug)]
pub struct Standalone<'a> {
    /// Model files and folders.
    pub models: &'a [PathBuf],
    /// Where the crate goes.
    pub out: &'a Path,
    /// The service's shape id; the only one where it is not given.
    pub service: Option<&'a str>,
    /// Only these operations.
    pub operations: Option<&'a [String]>,
    /// The crate's name.
    pub crate_name: Option<&'a str>,
    /// The runtime's folder.
    pub runtime: Option<&'a Path>,
}

/// The files of the crate. None after an error, which has been reported.
pub fn standalone(request: &Standalone<'_>, reporter: &mut Reporter) -> Option<Vec<File>> {
    let mut sources = SourceMap::default();
    let unread = read_sources(request.models, &mut sources);
    if !unread.is_empty() {
        reporter.report(&unread, &sources);
        return None;
    }
    let (model, diagnostics) = pipeline::model(&sources);
    reporter.report(&diagnostics, &sources);
    let model = model?;
    let id = if let Some(id) = request.service {
        id.to_owned()
    } else {
        let services: Vec<&str> =
            model.iter().filter(|shape| shape.as_service().is_some()).map(|shape| shape.id.as_str()).collect();
        match services.as_slice() {
            [only] => (*only).to_owned(),
            [] => {
                reporter.fail("codegen.UnknownService", "the models have no service", "");
                return None;
            }
            several => {
                let help = format!("name one with --service: {}", several.join(", "));
                reporter.fail("codegen.UnknownService", "the models have several services", &help);
                return None;
            }
        }
    };
    let folder_name = request.out.file_name().map(|name| name.to_string_lossy().into_owned());
    let crate_name =
        request.crate_name.map_or_else(|| folder_name.unwrap_or_else(|| "generated".into()), str::to_owned);
    let config = ServiceConfig {
        module: "service".into(),
        id,
        models: request.models.to_vec(),
        name: None,
        operations: request.operations.map(<[String]>::to_vec),
        nullability: Nullability::Authoritative,
        validation_error: None,
        accept: Vec::new(),
    };
    let (files, diagnostics) = pipeline::generate(&model, &config);
    reporter.report(&diagnostics, &sources);
    let mut files: Vec<File> = files?.into_iter().map(into_root).collect();
    files.push(File { path: "rustfmt.toml".into(), text: RUSTFMT.into() });
    files.push(File { path: "Cargo.toml".into(), text: manifest(&crate_name, request.runtime) });
    Some(files)
}

/// The service's module is the crate's root.
fn into_root(file: File) -> File {
    let name = file.path.strip_prefix("service/").unwrap_or(&file.path);
    if name == "mod.rs" {
        let (header, rest) = file.text.split_once("\n\n").unwrap_or(("", &file.text));
        let text = format!("{header}\n\n#![no_implicit_prelude]\n\n{rest}");
        return File { path: "src/lib.rs".into(), text };
    }
    File { path: format!("src/{name}"), text: file.text }
}

fn manifest(name: &str, runtime: Option<&Path>) -> String {
    let source = runtime.map_or_else(
        || format!("version = \"{}\"", env!("CARGO_PKG_VERSION")),
        |path| format!("path = {:?}", path.canonicalize().unwrap_or_else(|_| path.to_owned()).display().to_string()),
    );
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\nrust-version = \"1.95\"\n\n\
         [features]\ndefault = [\"client\", \"server\"]\nclient = [\"whitesmith-runtime/client\"]\n\
         server = [\"whitesmith-runtime/server\"]\nserde = [\"whitesmith-runtime/serde\"]\n\n\
         [dependencies]\nwhitesmith-runtime = {{ {source}, default-features = false }}\n"
    )
}

/// Generated code is laid out by the generator, the same on every machine.
const RUSTFMT: &str = "# Generated code comes formatted; rustfmt would lay some lines out in another way.\ndisable_all_formatting = true\n";
