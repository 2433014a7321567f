//! ARNs of state machines, versions, aliases and executions.

use generated::sfn::types as t;
use whitesmith_runtime::operation::Unhandled;

/// Region and account of everything that is created.
pub(super) const PREFIX: &str = "arn:aws:states:eu-central-1:123456789012";

/// ARN of a state machine, or of one of its versions or aliases.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MachineArn<'a> {
    /// ARN of the state machine.
    pub(super) machine: &'a str,
    pub(super) qualifier: Option<Qualifier<'a>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Qualifier<'a> {
    Version(u32),
    Alias(&'a str),
}

fn invalid_arn(message: &str) -> t::InvalidArn {
    error!(InvalidArn, message)
}

/// Creates an ARN. Fails if it is too long, which callers cannot fix.
pub(super) fn arn(text: String) -> Result<t::Arn, Unhandled> {
    t::Arn::new(text).map_err(|_| Unhandled::new("InternalFailure", None))
}

/// ARN of a version or alias.
pub(super) fn qualified(machine: &t::Arn, qualifier: impl std::fmt::Display) -> Result<t::Arn, Unhandled> {
    arn(format!("{machine}:{qualifier}"))
}

/// The part of an ARN of Step Functions after `kind`: `arn:PARTITION:states:REGION:ACCOUNT:KIND:PARTS…`.
fn parts<'a>(arn: &'a str, kind: &str) -> Option<Vec<&'a str>> {
    let segments: Vec<&str> = arn.split(':').collect();
    let (head, tail) = segments.split_at_checked(6)?;
    let [prefix, partition, service, region, account, resource] = head else { return None };
    let is_right = *prefix == "arn" && *service == "states" && *resource == kind;
    let is_whole =
        ![partition, region, account].iter().any(|part| part.is_empty()) && !tail.iter().any(|part| part.is_empty());
    (is_right && is_whole).then(|| tail.to_vec())
}

impl<'a> MachineArn<'a> {
    fn parse(arn: &'a str) -> Option<Self> {
        match parts(arn, "stateMachine")?.as_slice() {
            [_] => Some(Self { machine: arn, qualifier: None }),
            [_, qualifier] => {
                let machine = &arn[..arn.len() - qualifier.len() - 1];
                Some(Self { machine, qualifier: Some(Qualifier::parse(qualifier)) })
            }
            _ => None,
        }
    }

    /// Whether the ARN refers to a Distributed Map state: `…:stateMachine:NAME/LABEL`.
    fn is_labeled(&self) -> bool {
        self.machine.contains('/')
    }

    fn checked<E: From<t::InvalidArn> + From<Unhandled>>(arn: &'a str, expected: &str) -> Result<Self, E> {
        match Self::parse(arn) {
            Some(found) if found.is_labeled() => {
                // Not all operations have this error in the model.
                let message = "ARNs of Distributed Map states are not supported by this operation".to_owned();
                Err(Unhandled::new("ValidationException", Some(message)).with_status(400).into())
            }
            Some(found) => Ok(found),
            None => Err(invalid_arn(expected).into()),
        }
    }

    /// Reads an ARN of a state machine, version or alias.
    pub(super) fn any<E: From<t::InvalidArn> + From<Unhandled>>(arn: &'a t::Arn) -> Result<Self, E> {
        Self::checked(arn.as_str(), "Not an ARN of a state machine, version or alias")
    }

    /// Checks an ARN of a state machine.
    pub(super) fn unqualified<E: From<t::InvalidArn> + From<Unhandled>>(arn: &'a t::Arn) -> Result<&'a str, E> {
        let expected = "Not an ARN of a state machine; versions and aliases are not allowed";
        let found = Self::checked::<E>(arn.as_str(), expected)?;
        match found.qualifier {
            None => Ok(found.machine),
            Some(_) => Err(invalid_arn(expected).into()),
        }
    }

    /// Reads an ARN of a version: that of its state machine, and its number.
    pub(super) fn version<E: From<t::InvalidArn> + From<Unhandled>>(arn: &'a str) -> Result<(&'a str, u32), E> {
        let expected = "Not an ARN of a version";
        match Self::checked::<E>(arn, expected)? {
            Self { machine, qualifier: Some(Qualifier::Version(number)) } => Ok((machine, number)),
            _ => Err(invalid_arn(expected).into()),
        }
    }

    /// Reads an ARN of an alias: that of its state machine, and its name.
    pub(super) fn alias<E: From<t::InvalidArn> + From<Unhandled>>(arn: &'a t::Arn) -> Result<(&'a str, &'a str), E> {
        let expected = "Not an ARN of an alias";
        match Self::checked::<E>(arn.as_str(), expected)? {
            Self { machine, qualifier: Some(Qualifier::Alias(name)) } => Ok((machine, name)),
            _ => Err(invalid_arn(expected).into()),
        }
    }
}

impl<'a> Qualifier<'a> {
    /// A number without leading zeros is a version.
    fn parse(text: &'a str) -> Self {
        match text.parse::<u32>() {
            Ok(number) if number.to_string() == text => Self::Version(number),
            _ => Self::Alias(text),
        }
    }
}

/// Checks an ARN of an execution of a standard state machine. Those of express state machines have another type.
pub(super) fn execution(arn: &t::Arn) -> Result<&str, t::InvalidArn> {
    match parts(arn.as_str(), "execution").as_deref() {
        Some([_, _]) => Ok(arn.as_str()),
        _ => Err(invalid_arn("Not an ARN of an execution of a STANDARD state machine")),
    }
}

#[cfg(test)]
mod tests {
    use generated::sfn::errors::UpdateStateMachineError as Error;

    use super::*;

    fn arn(text: &str) -> t::Arn {
        t::Arn::try_from(text).expect("an ARN's length")
    }

    #[test]
    fn kinds_of_arns_are_distinguished() {
        let arns = ["orders", "orders:1", "orders:live", "orders/label"]
            .map(|end| arn(&format!("arn:aws:states:eu-central-1:1:stateMachine:{end}")));
        let run = self::arn("arn:aws:states:eu-central-1:1:execution:orders:first");
        let right = |check: fn(&t::Arn) -> bool| [&arns[0], &arns[1], &arns[2], &arns[3], &run].map(check);
        assert_eq!(right(|arn| MachineArn::any::<Error>(arn).is_ok()), [true, true, true, false, false]);
        assert_eq!(right(|arn| MachineArn::unqualified::<Error>(arn).is_ok()), [true, false, false, false, false]);
        assert_eq!(right(|arn| MachineArn::version::<Error>(arn.as_str()).is_ok()), [false, true, false, false, false]);
        assert_eq!(right(|arn| MachineArn::alias::<Error>(arn).is_ok()), [false, false, true, false, false]);
        assert_eq!(right(|arn| execution(arn).is_ok()), [false, false, false, false, true]);
        for text in
            ["orders", "arn:aws:s3:::bucket", "arn:aws:states:eu-central-1:1:stateMachine:", "arn:::::stateMachine:a"]
        {
            assert!(MachineArn::any::<Error>(&arn_of(text)).is_err(), "{text}");
        }
    }

    fn arn_of(text: &str) -> t::Arn {
        arn(text)
    }

    #[test]
    fn qualifiers_are_versions_or_aliases() {
        let machine = "arn:aws:states:eu-central-1:1:stateMachine:orders";
        for (text, qualifier) in
            [("7", Qualifier::Version(7)), ("07", Qualifier::Alias("07")), ("v7", Qualifier::Alias("v7"))]
        {
            let arn = arn(&format!("{machine}:{text}"));
            let found = MachineArn::any::<Error>(&arn).expect("an ARN");
            assert_eq!(found, MachineArn { machine, qualifier: Some(qualifier) });
        }
    }
}
