//! Validation beyond the constraints of the model: names, ARNs, JSON, routing, dependent members.

use generated::sfn::types as t;
use serde_json::Value;

/// Characters that are not allowed in names, besides white space and control characters.
const NOT_IN_NAMES: &str = "<>{}[]?*\"#%\\^|~`$&,;:/";

fn invalid_arn(message: &str) -> t::InvalidArn {
    error!(InvalidArn, message)
}

fn validation(message: &str, reason: Option<t::ValidationExceptionReason>) -> t::ValidationException {
    let mut error = error!(ValidationException, message);
    error.reason = reason;
    error
}

/// The parts of an ARN of Step Functions after `kind`: `arn:PARTITION:states:REGION:ACCOUNT:KIND:PARTS…`.
fn parts<'a>(arn: &'a t::Arn, kind: &str) -> Option<Vec<&'a str>> {
    let segments: Vec<&str> = arn.as_str().split(':').collect();
    let (head, tail) = segments.split_at_checked(6)?;
    let [prefix, partition, service, region, account, resource] = head else { return None };
    let is_right = *prefix == "arn" && *service == "states" && *resource == kind;
    let is_whole =
        ![partition, region, account].iter().any(|part| part.is_empty()) && !tail.iter().any(|part| part.is_empty());
    (is_right && is_whole).then(|| tail.to_vec())
}

/// Checks an ARN of a state machine, version or alias.
pub(super) fn machine_arn(arn: &t::Arn) -> Result<(), t::InvalidArn> {
    match parts(arn, "stateMachine").as_deref() {
        Some([name] | [name, _]) if !name.contains('/') => Ok(()),
        _ => Err(invalid_arn("Not an ARN of a state machine, version or alias")),
    }
}

/// Checks an ARN of a state machine.
pub(super) fn unqualified_arn(arn: &t::Arn) -> Result<(), t::InvalidArn> {
    match parts(arn, "stateMachine").as_deref() {
        Some([name]) if !name.contains('/') => Ok(()),
        _ => Err(invalid_arn("Not an ARN of a state machine; versions and aliases are not allowed")),
    }
}

/// Checks an ARN of a version.
pub(super) fn version_arn(arn: &t::LongArn) -> Result<(), t::InvalidArn> {
    let number = arn.as_str().rsplit_once(':').map(|(_, number)| number);
    if number.is_some_and(|number| number.parse::<u32>().is_ok()) && arn.as_str().contains(":stateMachine:") {
        Ok(())
    } else {
        Err(invalid_arn("Not an ARN of a version"))
    }
}

/// Checks an ARN of an alias.
pub(super) fn alias_arn(arn: &t::Arn) -> Result<(), t::InvalidArn> {
    match parts(arn, "stateMachine").as_deref() {
        Some([_, alias]) if alias.parse::<u32>().is_err() => Ok(()),
        _ => Err(invalid_arn("Not an ARN of an alias")),
    }
}

/// Checks an ARN of an execution.
pub(super) fn execution_arn(arn: &t::Arn) -> Result<(), t::InvalidArn> {
    match parts(arn, "execution").as_deref() {
        Some([_, _]) => Ok(()),
        _ => Err(invalid_arn("Not an ARN of an execution")),
    }
}

/// Checks the name of a state machine or execution, which becomes a part of its ARN.
pub(super) fn name(name: &t::Name) -> Result<(), t::InvalidName> {
    let refused = |c: char| c.is_whitespace() || c.is_control() || NOT_IN_NAMES.contains(c);
    if name.as_str().contains(refused) {
        let message = "Names must not contain white space, brackets, wildcards, control characters or any of \" # % \\ ^ | ~ ` $ & , ; : /";
        return Err(error!(InvalidName, message));
    }
    Ok(())
}

/// Checks that a definition is a JSON object with a start state. States are not checked, because executions do not run.
pub(super) fn definition(definition: &t::Definition) -> Result<(), t::InvalidDefinition> {
    let invalid = |message: String| Err(error!(InvalidDefinition, message));
    let value: Value = match serde_json::from_str(definition.as_str()) {
        Ok(value) => value,
        Err(error) => return invalid(format!("The definition is not valid JSON: {error}")),
    };
    let start = value.get("StartAt").and_then(Value::as_str);
    match start.and_then(|start| value.get("States")?.get(start)) {
        Some(_) => Ok(()),
        None => invalid("StartAt must be the name of one of the States".to_owned()),
    }
}

/// Checks that the input of an execution is JSON.
pub(super) fn execution_input(input: Option<&t::SensitiveData>) -> Result<(), t::InvalidExecutionInput> {
    let Some(input) = input else { return Ok(()) };
    serde_json::from_str::<serde::de::IgnoredAny>(input.as_str()).map(drop).map_err(|error| {
        let message = format!("The input is not valid JSON: line {}, column {}", error.line(), error.column());
        error!(InvalidExecutionInput, message)
    })
}

/// Checks that there is a log destination, unless logging is off.
pub(super) fn logging(logging: Option<&t::LoggingConfiguration>) -> Result<(), t::InvalidLoggingConfiguration> {
    let Some(logging) = logging else { return Ok(()) };
    let places = logging.destinations.as_ref().map_or(0, Vec::len);
    let is_off = logging.level.as_ref().is_none_or(|level| *level == t::LogLevel::Off);
    if places > 1 || (places == 0 && !is_off) {
        return Err(error!(InvalidLoggingConfiguration, "Exactly one destination is required unless the level is OFF"));
    }
    Ok(())
}

/// Checks that there is no version description without `publish`.
pub(super) fn version_description(
    publish: bool,
    description: Option<&t::VersionDescription>,
) -> Result<(), t::ValidationException> {
    if publish || description.is_none() {
        return Ok(());
    }
    Err(validation("versionDescription requires publish to be true", None))
}

/// Checks that a request selects one list of executions.
pub(super) fn list_of(input: &t::ListExecutionsInput) -> Result<(), t::ValidationException> {
    let missing = Some(t::ValidationExceptionReason::MissingRequiredParameter);
    match (&input.state_machine_arn, &input.map_run_arn) {
        (None, None) => Err(validation("stateMachineArn or mapRunArn is required", missing)),
        (Some(_), Some(_)) => Err(validation("stateMachineArn and mapRunArn are mutually exclusive", None)),
        _ => Ok(()),
    }
}

/// Checks that an update of an alias has something to update.
pub(super) fn alias_update(input: &t::UpdateStateMachineAliasInput) -> Result<(), t::ValidationException> {
    if input.description.is_none() && input.routing_configuration.is_none() {
        let missing = Some(t::ValidationExceptionReason::MissingRequiredParameter);
        return Err(validation("description or routingConfiguration is required", missing));
    }
    Ok(())
}

/// Checks that the weights add up to 100, and that the versions differ and belong to one state machine.
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
            return wrong("The versions must be different");
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
    fn kinds_of_arns_are_distinguished() {
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
    fn names_exclude_characters_that_arns_and_logs_cannot_contain() {
        let check = |text: &str| name(&t::Name::try_from(text).expect("a name's length"));
        assert!(check("a-Z_0.9é").is_ok());
        for text in ["n<m", "a b", "a:b", "a/b", "a\u{7f}b", "a\u{85}", "what?", "*"] {
            assert!(check(text).is_err(), "{text}");
        }
    }
}
