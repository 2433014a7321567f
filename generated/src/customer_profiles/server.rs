// Written by whitesmith from models/customer-profiles.json. Edits are lost: change the model, and generate again.

//! The server of `CustomerProfiles`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// Amazon Connect Customer Profiles: steps of workflows.
pub trait CustomerProfiles: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// Lists the steps of a workflow.
    fn get_workflow_steps(
        &self,
        input: types::GetWorkflowStepsInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::GetWorkflowStepsOutput,
            errors::GetWorkflowStepsError,
        >,
    > + ::std::marker::Send;
}

/// A `tower::Service` that answers requests with an implementation of [`CustomerProfiles`].
pub fn service<S: CustomerProfiles>(
    implementation: S,
) -> rt::server::Service<Dispatch<S>> {
    rt::server::Service::new(
        &schema::SERVICE,
        Dispatch(::std::sync::Arc::new(implementation)),
    )
}

/// Calls the method of a request's operation.
#[derive(::std::fmt::Debug)]
pub struct Dispatch<S>(::std::sync::Arc<S>);

impl<S> ::std::clone::Clone for Dispatch<S> {
    fn clone(&self) -> Self {
        Self(::std::clone::Clone::clone(&self.0))
    }
}

impl<S: CustomerProfiles> rt::server::Dispatch for Dispatch<S> {
    #[allow(unused_variables)]
    fn dispatch(&self, operation: usize, call: rt::server::Call) -> rt::server::Answer {
        let service = ::std::clone::Clone::clone(&self.0);
        match operation {
            0 => {
                call.answer::<
                        operations::GetWorkflowSteps,
                        _,
                    >(move |input, context| async move {
                    service.get_workflow_steps(input, context).await
                })
            }
            _ => call.unknown_operation(),
        }
    }
}
