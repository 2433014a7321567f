//! What a request has to be besides what the model says: names, ARNs, JSON, routes, settings that go together.

use generated::sfn::types as t;
use serde_json::Value;

/// Characters that names lack, besides white space and control characters.
const NOT_IN_NAMES: &str = "<>{}[]?*\"#%\\^|~`$&,;:/";

fn invalid_arn(message: &str) -> t::InvalidArn {
    error!(InvalidArn, message)
}

fn validation(message: &str, reason: Option<t::ValidationExceptionReason>) -> t::ValidationException {
    let mut error = error!(ValidationException, message);
    error.reason = reason;
    error
}

/// The parts of an ARN of Step Functions behind `kind`: `arn:PARTITION:states:REGION:ACCOUNT:KIND:PARTS…`.
fn parts<'a>(arn: &'a t::Arn, kind: &str) -> Option<Vec<&'a str>> {
    let segments: Vec<&str> = arn.as_str().split(':').collect();
    let (head, tail) = segments.split_at_checked(6)?;
    let [prefix, partition, service, region, account, resource] = head else { return None };
    let is_right = *prefix == "arn" && *service == "states" && *resource == kind;
    let is_whole =
        ![partition, region, account].iter().any(|part| part.is_empty()) && !tail.iter().any(|part| part.is_empty());
    (is_right && is_whole).then(|| tail.to_vec())
}

/// Whether it may be the ARN of a state machine, or of a version or alias of one.
pub(super) fn machine_arn(arn: &t::Arn) -> Result<(), t::InvalidArn> {
    match parts(arn, "stateMachine").as_deref() {
        Some([name] | [name, _]) if !name.contains('/') => Ok(()),
        _ => Err(invalid_arn("This is no ARN of a state machine, a version or an alias")),
    }
}

/// Whether it may be the ARN of a state machine itself.
pub(super) fn unqualified_arn(arn: &t::Arn) -> Result<(), t::InvalidArn> {
    match parts(arn, "stateMachine").as_deref() {
        Some([name]) if !name.contains('/') => Ok(()),
        _ => Err(invalid_arn("This is no ARN of a state machine; versions and aliases are not taken here")),
    }
}

/// Whether it may be the ARN of a version.
pub(super) fn version_arn(arn: &t::LongArn) -> Result<(), t::InvalidArn> {
    let number = arn.as_str().rsplit_once(':').map(|(_, number)| number);
    if number.is_some_and(|number| number.parse::<u32>().is_ok()) && arn.as_str().contains(":stateMachine:") {
        Ok(())
    } else {
        Err(invalid_arn("This is no ARN of a version"))
    }
}

/// Whether it may be the ARN of an alias.
pub(super) fn alias_arn(arn: &t::Arn) -> Result<(), t::InvalidArn> {
    match parts(arn, "stateMachine").as_deref() {
        Some([_, alias]) if alias.parse::<u32>().is_err() => Ok(()),
        _ => Err(invalid_arn("This is no ARN of an alias")),
    }
}

/// Whether it may be the ARN of an execution.
pub(super) fn execution_arn(arn: &t::Arn) -> Result<(), t::InvalidArn> {
    match parts(arn, "execution").as_deref() {
        Some([_, _]) => Ok(()),
        _ => Err(invalid_arn("This is no ARN of an execution")),
    }
}

/// Names of state machines and executions become parts of ARNs.
pub(super) fn name(name: &t::Name) -> Result<(), t::InvalidName> {
    let refused = |c: char| c.is_whitespace() || c.is_control() || NOT_IN_NAMES.contains(c);
    if name.as_str().contains(refused) {
        let message = "A name has no white space, brackets, wildcards, control characters or any of \" # % \\ ^ | ~ ` $ & , ; : /";
        return Err(error!(InvalidName, message));
    }
    Ok(())
}

/// A definition is a JSON object that begins at one of its states. What the states say is not looked at: nothing runs here.
pub(super) fn definition(definition: &t::Definition) -> Result<(), t::InvalidDefinition> {
    let invalid = |message: String| Err(error!(InvalidDefinition, message));
    let value: Value = match serde_json::from_str(definition.as_str()) {
        Ok(value) => value,
        Err(error) => return invalid(format!("The definition is no JSON: {error}")),
    };
    let start = value.get("StartAt").and_then(Value::as_str);
    match start.and_then(|start| value.get("States")?.get(start)) {
        Some(_) => Ok(()),
        None => invalid("The definition has no member StartAt that names one of its States".to_owned()),
    }
}

/// An execution's input is any JSON.
pub(super) fn execution_input(input: Option<&t::SensitiveData>) -> Result<(), t::InvalidExecutionInput> {
    let Some(input) = input else { return Ok(()) };
    serde_json::from_str::<serde::de::IgnoredAny>(input.as_str()).map(drop).map_err(|error| {
        let message = format!("The input is no JSON: line {}, column {}", error.line(), error.column());
        error!(InvalidExecutionInput, message)
    })
}

/// Logs go to one place, and to none only where nothing is logged.
pub(super) fn logging(logging: Option<&t::LoggingConfiguration>) -> Result<(), t::InvalidLoggingConfiguration> {
    let Some(logging) = logging else { return Ok(()) };
    let places = logging.destinations.as_ref().map_or(0, Vec::len);
    let is_off = logging.level.as_ref().is_none_or(|level| *level == t::LogLevel::Off);
    if places > 1 || (places == 0 && !is_off) {
        return Err(error!(
            InvalidLoggingConfiguration,
            "Logs go to exactly one destination where the level is not OFF"
        ));
    }
    Ok(())
}

/// Only a version that is published has a description.
pub(super) fn version_description(
    publish: bool,
    description: Option<&t::VersionDescription>,
) -> Result<(), t::ValidationException> {
    if publish || description.is_none() {
        return Ok(());
    }
    Err(validation("versionDescription is given, but publish is not true", None))
}

/// Which list of executions is asked for.
pub(super) fn list_of(input: &t::ListExecutionsInput) -> Result<(), t::ValidationException> {
    let missing = Some(t::ValidationExceptionReason::MissingRequiredParameter);
    match (&input.state_machine_arn, &input.map_run_arn) {
        (None, None) => Err(validation("Give the ARN of a state machine, a version, an alias or a Map Run", missing)),
        (Some(_), Some(_)) => Err(validation("Give stateMachineArn or mapRunArn, but not both", None)),
        _ => Ok(()),
    }
}

/// An update of an alias changes something.
pub(super) fn alias_update(input: &t::UpdateStateMachineAliasInput) -> Result<(), t::ValidationException> {
    if input.description.is_none() && input.routing_configuration.is_none() {
        let missing = Some(t::ValidationExceptionReason::MissingRequiredParameter);
        return Err(validation("Give a description or a routing configuration", missing));
    }
    Ok(())
}

/// Routes share 100 per cent between different versions of one state machine.
pub(super) fn routing(routing: &t::RoutingConfigurationList) -> Result<(), t::ValidationException> {
    let routes = routing.as_slice();
    let wrong = |message| Err(validation(message, Some(t::ValidationExceptionReason::InvalidRoutingConfiguration)));
    if routes.iter().map(|route| route.weight.get()).sum::<i32>() != 100 {
        return wrong("The weights must add up to 100");
    }
    let machine = |route: &t::RoutingConfigurationListItem| {
        route.state_machine_version_arn.as_str().rsplit_once(':').map(|(machine, _)| machine.to_owned())
    };
    if let [first, second] = routes {
        if first.state_machine_version_arn == second.state_machine_version_arn {
            return wrong("The routes must lead to different versions");
        }
        if machine(first) != machine(second) {
            return wrong("The versions must belong to the same state machine");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arn(text: &str) -> t::Arn {
        t::Arn::try_from(text).expect("an ARN's length")
    }

    #[test]
    fn arns_are_told_apart() {
        let machine = arn("arn:aws:states:eu-central-1:1:stateMachine:orders");
        let version = arn("arn:aws:states:eu-central-1:1:stateMachine:orders:1");
        let alias = arn("arn:aws:states:eu-central-1:1:stateMachine:orders:live");
        let state = arn("arn:aws:states:eu-central-1:1:stateMachine:orders/label");
        let execution = arn("arn:aws:states:eu-central-1:1:execution:orders:first");
        let right = |check: fn(&t::Arn) -> Result<(), t::InvalidArn>| {
            [&machine, &version, &alias, &state, &execution].map(|arn| check(arn).is_ok())
        };
        assert_eq!(right(machine_arn), [true, true, true, false, false]);
        assert_eq!(right(unqualified_arn), [true, false, false, false, false]);
        assert_eq!(right(alias_arn), [false, false, true, false, false]);
        assert_eq!(right(execution_arn), [false, false, false, false, true]);
        for text in
            ["orders", "arn:aws:s3:::bucket", "arn:aws:states:eu-central-1:1:stateMachine:", "arn:::::stateMachine:a"]
        {
            assert!(machine_arn(&arn(text)).is_err(), "{text}");
        }
    }

    #[test]
    fn names_lack_what_arns_and_logs_cannot_hold() {
        let check = |text: &str| name(&t::Name::try_from(text).expect("a name's length"));
        assert!(check("a-Z_0.9é").is_ok());
        for text in ["n<m", "a b", "a:b", "a/b", "a\u{7f}b", "a\u{85}", "what?", "*"] {
            assert!(check(text).is_err(), "{text}");
        }
    }
}
