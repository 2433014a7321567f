//! Generates operations of ten services, from official models in `WHITESMITH_MODELS`.

use std::path::PathBuf;

use whitesmith_codegen::build::{Build, Error, Service};
use whitesmith_codegen::config::{Constraints, Sides};

mod services;

fn main() -> Result<(), Error> {
    println!("cargo::rerun-if-env-changed=WHITESMITH_MODELS");
    let folder = std::env::var_os("WHITESMITH_MODELS").map_or_else(|| "../../../shared/models".into(), PathBuf::from);
    let build = whitesmith_codegen::build().sides(Sides::Server).constraints(Constraints::Checked);
    // These models are maintained by AWS, so this finding cannot be fixed here.
    let build = build.accept("QueryErrorCode");
    let add = |build: Build, (file, id, module, operations): (&str, &str, &str, &[&str])| {
        let service = Service::new(id).module(module).operations(operations.iter().copied());
        build.model(folder.join(format!("{file}.json"))).service(service)
    };
    services::SERVICES.into_iter().fold(build, add).compile()
}
