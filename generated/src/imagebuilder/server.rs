// Written by whitesmith from models/imagebuilder.json. Edits are lost: change the model, and generate again.

//! The server of `ImageBuilder`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// EC2 Image Builder: workflow runs of an image build, and their steps.
pub trait ImageBuilder: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// Lists the workflow runs of one image build. A page has at most 25 items.
    fn list_workflow_executions(
        &self,
        input: types::ListWorkflowExecutionsInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::ListWorkflowExecutionsOutput,
            errors::ListWorkflowExecutionsError,
        >,
    > + ::std::marker::Send;

    /// Lists the steps of one workflow run. A page has at most 25 items.
    fn list_workflow_step_executions(
        &self,
        input: types::ListWorkflowStepExecutionsInput,
        context: rt::server::RequestContext,
    ) -> impl ::std::future::Future<
        Output = ::std::result::Result<
            types::ListWorkflowStepExecutionsOutput,
            errors::ListWorkflowStepExecutionsError,
        >,
    > + ::std::marker::Send;
}

/// A `tower::Service` that answers requests with an implementation of [`ImageBuilder`].
pub fn service<S: ImageBuilder>(implementation: S) -> rt::server::Service<Dispatch<S>> {
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

impl<S: ImageBuilder> rt::server::Dispatch for Dispatch<S> {
    #[allow(unused_variables)]
    fn dispatch(&self, operation: usize, call: rt::server::Call) -> rt::server::Answer {
        let service = ::std::clone::Clone::clone(&self.0);
        match operation {
            0 => {
                call.answer::<
                        operations::ListWorkflowExecutions,
                        _,
                    >(move |input, context| async move {
                    service.list_workflow_executions(input, context).await
                })
            }
            1 => {
                call.answer::<
                        operations::ListWorkflowStepExecutions,
                        _,
                    >(move |input, context| async move {
                    service.list_workflow_step_executions(input, context).await
                })
            }
            _ => call.unknown_operation(),
        }
    }
}
