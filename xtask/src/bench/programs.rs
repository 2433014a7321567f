//! Programs with one call over HTTPS, in `tests/peers/programs`: what a user compiles, and how large it becomes.

use super::builds::{Package, Registry, Step};
use super::crates::{CODE_CATALYST, STEP_FUNCTIONS, generated};
use super::rows::{CPU, CRATES, MEGABYTES, Unit, row};
use super::{Arguments, Peer};
use crate::error::TaskError;
use crate::workspace;

/// Crates, cold builds and the binary of a program with a client of Step Functions, against that of the peer, and
/// against one with hyper and rustls alone.
pub(super) fn figures(arguments: &Arguments) -> Result<(), TaskError> {
    let (Some(_), Some(_)) = (generated(arguments, STEP_FUNCTIONS)?, generated(arguments, CODE_CATALYST)?) else {
        return Ok(());
    };
    let (ours, floor) = (program("signed", Registry::Workspace)?, program("floor", Registry::Workspace)?);
    let peer = peer(arguments)?;
    let compare = |name: &str, unit: Unit, figure: &dyn Fn(&Package) -> Result<f64, TaskError>| {
        let own = figure(&ours)?;
        row(name, unit, own, peer.as_ref().map(figure).transpose()?);
        row("  against hyper and rustls alone", unit, own, Some(figure(&floor)?));
        Ok(())
    };
    compare("crates of a program with one call", CRATES, &|package| Ok(package.dependencies()? as f64))?;
    let unsigned = program("unsigned", Registry::Workspace)?.dependencies()?;
    row("the same, without signatures", CRATES, unsigned as f64, None);
    for step in [Step::Dev, Step::Release] {
        compare(&format!("its cold {}", step.name()), CPU, &|package| Ok(package.cold(step)?.cpu))?;
    }
    compare("its stripped binary", MEGABYTES, &|package| Ok(package.binary()? as f64 / 1e6))
}

/// The program of the peer that the user chose.
pub(super) fn peer(arguments: &Arguments) -> Result<Option<Package>, TaskError> {
    match arguments.against {
        Some(Peer::AwsSdk) => program("aws-sdk", Registry::Online).map(Some),
        None => Ok(None),
    }
}

fn program(name: &'static str, registry: Registry) -> Result<Package, TaskError> {
    let folder = workspace::root().join("tests/peers/programs").join(name);
    Package::new(name, folder, &format!("bench-programs/{name}"), registry)
}
