//! Sample data.

use generated::sfn::types as t;

use super::store::Store;

impl Store {
    /// A state machine with two versions, an alias for both, and an execution with a long history.
    pub(super) fn sample() -> Self {
        let mut store = Self::default();
        // The names are valid. If one were not, its item would be missing.
        let _ = store.add_sample();
        store
    }

    fn add_sample(&mut self) -> Option<()> {
        let create = t::CreateStateMachineInput::builder()
            .name("orders")
            .definition(r#"{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}"#)
            .role_arn("arn:aws:iam::123456789012:role/orders")
            .publish(true);
        let made = self.create_machine(create.build().ok()?).ok()?;
        let update = t::UpdateStateMachineInput::builder()
            .state_machine_arn(made.state_machine_arn)
            .definition(r#"{"StartAt":"End","States":{"End":{"Type":"Succeed"}}}"#)
            .publish(true);
        let updated = self.update_machine(update.build().ok()?).ok()?;
        let share = |arn: t::Arn, weight: i32| {
            t::RoutingConfigurationListItem::builder().state_machine_version_arn(arn).weight(weight).build().ok()
        };
        let alias = t::CreateStateMachineAliasInput::builder()
            .name("live")
            .routing_configuration(share(made.state_machine_version_arn?, 90)?)
            .routing_configuration(share(updated.state_machine_version_arn?, 10)?);
        let alias = self.create_alias(alias.build().ok()?).ok()?;
        let start = t::StartExecutionInput::builder()
            .state_machine_arn(alias.state_machine_alias_arn)
            .name("first")
            .input(r#"{"order":1}"#);
        self.start(start.build().ok()?).ok()?;
        let execution = self.executions.first_mut()?;
        for id in 2..=41 {
            let kind =
                if id % 2 == 0 { t::HistoryEventType::PassStateEntered } else { t::HistoryEventType::PassStateExited };
            let event = t::HistoryEvent::builder().timestamp(execution.started).r#type(kind).id(id).build().ok()?;
            execution.events.push(event);
        }
        Some(())
    }
}
