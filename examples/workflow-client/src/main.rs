//! Lists workflow runs with their steps, and state machines with versions, aliases, executions and events.
//!
//! ```text
//! cargo run -p workflow-client -- --endpoint-url http://127.0.0.1:8080
//! ```

use std::error::Error;
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use generated::{customer_profiles, imagebuilder, sfn};
use whitesmith_runtime::client::Config;

/// List the data of a workflow server, with paginators
#[derive(Debug, Parser)]
struct Arguments {
    /// URL of the server [default: endpoint, region and credentials of the environment]
    #[arg(long)]
    endpoint_url: Option<String>,
    /// Image build whose workflow runs are listed
    #[arg(long, default_value = "arn:aws:imagebuilder:eu-central-1:123456789012:image/base-linux/1.0.0/1")]
    image: String,
    /// Domain and workflow whose steps are listed
    #[arg(long, num_args = 2, default_values = ["example", "0123456789abcdef0123456789abcdef"])]
    workflow: Vec<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match show(Arguments::parse(), &mut io::stdout()).await {
        Ok(()) => ExitCode::SUCCESS,
        // A closed pipe is not an error.
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{}", chain(&*error));
            ExitCode::FAILURE
        }
    }
}

/// The message of an error, followed by those of its sources.
fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        text.push_str(": ");
        text.push_str(&source.to_string());
        next = source.source();
    }
    text
}

fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}

async fn show(arguments: Arguments, out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let config = match arguments.endpoint_url {
        Some(url) => Config::new().endpoint_url(url).unsigned(),
        None => Config::from_env().await?,
    };
    show_images(&imagebuilder::Client::new(config.clone()), arguments.image, out).await?;
    show_profiles(&customer_profiles::Client::new(config.clone()), &arguments.workflow, out).await?;
    show_machines(&sfn::Client::new(config), out).await
}

async fn show_images(client: &imagebuilder::Client, image: String, out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    writeln!(out, "workflow runs of {image}")?;
    let mut runs = client.list_workflow_executions().image_build_version_arn(image).paginate().items();
    while let Some(run) = runs.try_next().await? {
        let Some(id) = run.workflow_execution_id else { continue };
        writeln!(out, "  {id}: {} of {} steps succeeded", run.total_steps_succeeded, run.total_step_count)?;
        // Small pages, so that there are several.
        let steps = client.list_workflow_step_executions().workflow_execution_id(id).max_results(10);
        let mut steps = steps.paginate().items();
        let mut names = Vec::new();
        while let Some(step) = steps.try_next().await? {
            names.extend(step.name.map(|name| name.to_string()));
        }
        writeln!(out, "    {}", names.join(" "))?;
    }
    Ok(())
}

async fn show_profiles(
    client: &customer_profiles::Client,
    workflow: &[String],
    out: &mut dyn Write,
) -> Result<(), Box<dyn Error>> {
    let [domain, id] = workflow else { return Ok(()) };
    writeln!(out, "steps of workflow {id} in domain {domain}")?;
    let call = client.get_workflow_steps().domain_name(domain.as_str()).workflow_id(id.as_str());
    for step in call.send().await?.items.unwrap_or_default() {
        if let Some(flow) = step.appflow_integration {
            writeln!(out, "  {}: {}, {} records", flow.flow_name, flow.status, flow.records_processed)?;
        }
    }
    Ok(())
}

async fn show_machines(client: &sfn::Client, out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    writeln!(out, "state machines")?;
    let mut machines = client.list_state_machines().paginate().items();
    while let Some(machine) = machines.try_next().await? {
        writeln!(out, "  {} ({})", machine.name, machine.r#type)?;
        let arn = machine.state_machine_arn;
        let versions = client.list_state_machine_versions().state_machine_arn(arn.clone()).send().await?;
        for version in versions.state_machine_versions {
            writeln!(out, "    version {}", version.state_machine_version_arn)?;
        }
        let aliases = client.list_state_machine_aliases().state_machine_arn(arn.clone()).send().await?;
        for alias in aliases.state_machine_aliases {
            writeln!(out, "    alias {}", alias.state_machine_alias_arn)?;
        }
        let mut executions = client.list_executions().state_machine_arn(arn).paginate().items();
        while let Some(execution) = executions.try_next().await? {
            let history = client.get_execution_history().execution_arn(execution.execution_arn).max_results(7);
            let mut events = history.paginate().items();
            let mut count = 0;
            while events.try_next().await?.is_some() {
                count += 1;
            }
            writeln!(out, "    execution {}: {}, {count} events", execution.name, execution.status)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A closed pipe.
    struct Closed;

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[tokio::test]
    async fn a_closed_pipe_ends_the_listing() {
        let client = sfn::Client::new(Config::new().endpoint_url("http://127.0.0.1:1").unsigned());
        let error = show_machines(&client, &mut Closed).await.expect_err("a closed pipe");
        assert!(is_broken_pipe(&*error), "{error}");
    }
}
