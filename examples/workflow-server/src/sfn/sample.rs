//! What the server begins with.

use generated::sfn::types as t;

use super::store::Store;

impl Store {
    /// One machine with two versions, an alias between them, and an execution with a long history.
    pub(super) fn sample() -> Self {
        let mut store = Self::default();
        // The names are valid: should one not be, the server begins with less.
        let _ = store.add_sample();
        store
    }

    fn add_sample(&mut self) -> Option<()> {
        let role = t::Arn::try_from("arn:aws:iam::123456789012:role/orders").ok()?;
        let mut input = t::CreateStateMachineInput::new(
            t::Name::try_from("orders").ok()?,
            t::Definition::try_from(r#"{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}"#).ok()?,
            role,
        );
        input.publish = true;
        let made = self.create_machine(input).ok()?;
        let mut update = t::UpdateStateMachineInput::new(made.state_machine_arn);
        update.definition = t::Definition::try_from(r#"{"StartAt":"End","States":{"End":{"Type":"Succeed"}}}"#).ok();
        update.publish = true;
        let updated = self.update_machine(update).ok()?;
        let share = |arn: t::Arn, weight: i32| {
            Some(t::RoutingConfigurationListItem::new(arn, t::VersionWeight::new(weight).ok()?))
        };
        let routing = vec![share(made.state_machine_version_arn?, 90)?, share(updated.state_machine_version_arn?, 10)?];
        let alias = t::CreateStateMachineAliasInput::new(
            t::CharacterRestrictedName::try_from("live").ok()?,
            t::RoutingConfigurationList::new(routing).ok()?,
        );
        let alias = self.create_alias(alias).ok()?;
        let mut start = t::StartExecutionInput::new(alias.state_machine_alias_arn);
        start.name = Some(t::Name::try_from("first").ok()?);
        start.input = Some(t::SensitiveData::try_from(r#"{"order":1}"#).ok()?);
        self.start(start).ok()?;
        let execution = self.executions.first_mut()?;
        for id in 2..=41 {
            let kind =
                if id % 2 == 0 { t::HistoryEventType::PassStateEntered } else { t::HistoryEventType::PassStateExited };
            execution.events.push(t::HistoryEvent::new(execution.started, kind, id));
        }
        Some(())
    }
}
