//! Validation beyond the constraints of the model: names, JSON, tags, routing, dependent members.

use generated::sfn::types as t;
use serde_json::Value;

/// Characters that are not allowed in names, besides white space and control characters.
const NOT_IN_NAMES: &str = "<>{}[]?*\"#%\\^|~`$&,;:/";

fn validation(message: &str, reason: Option<t::ValidationExceptionReason>) -> t::ValidationException {
    let mut error = error!(ValidationException, message);
    error.reason = reason;
    error
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

/// Checks that there is a log destination, unless logging is off, and that it is a log group.
pub(super) fn logging(logging: Option<&t::LoggingConfiguration>) -> Result<(), t::InvalidLoggingConfiguration> {
    let Some(logging) = logging else { return Ok(()) };
    let places = logging.destinations.as_ref().map_or(0, Vec::len);
    let is_off = logging.level.as_ref().is_none_or(|level| *level == t::LogLevel::Off);
    if places > 1 || (places == 0 && !is_off) {
        return Err(error!(InvalidLoggingConfiguration, "Exactly one destination is required unless the level is OFF"));
    }
    let groups = logging.destinations.iter().flatten().map(|place| place.cloud_watch_logs_log_group.as_ref());
    let arns = groups.map(|group| group.and_then(|group| group.log_group_arn.as_ref()).map_or("", t::Arn::as_str));
    if !arns.into_iter().all(|arn| arn.ends_with(":*")) {
        return Err(error!(InvalidLoggingConfiguration, "The ARN of the log group must end with :*"));
    }
    Ok(())
}

/// Checks the characters of tags.
pub(super) fn tags(tags: &[t::Tag]) -> Result<(), t::ValidationException> {
    let is_allowed = |c: char| c.is_alphanumeric() || c.is_whitespace() || "_.:/=+-@".contains(c);
    let texts = tags.iter().flat_map(|tag| {
        [tag.key.as_ref().map(t::TagKey::as_str), tag.value.as_ref().map(t::TagValue::as_str)].into_iter().flatten()
    });
    if texts.into_iter().all(|text| text.chars().all(is_allowed)) {
        return Ok(());
    }
    Err(validation("Tags may have letters, digits, white space and _ . : / = + - @ only", None))
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

    #[test]
    fn names_exclude_characters_that_arns_and_logs_cannot_contain() {
        let check = |text: &str| name(&t::Name::try_from(text).expect("a name's length"));
        assert!(check("a-Z_0.9é").is_ok());
        for text in ["n<m", "a b", "a:b", "a/b", "a\u{7f}b", "a\u{85}", "what?", "*"] {
            assert!(check(text).is_err(), "{text}");
        }
    }
}
