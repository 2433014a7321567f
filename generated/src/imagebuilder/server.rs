// Written by whitesmith from models/imagebuilder.json. Edits are lost: change the model, and generate again.

//! The server of `ImageBuilder`.

use super::{errors, operations, schema, types};
use ::whitesmith_runtime as rt;

/// EC2 Image Builder, as far as the runs of image workflows are concerned: which workflows ran for
/// an image, and what each of their steps did.
pub trait ImageBuilder: ::std::marker::Send + ::std::marker::Sync + 'static {
    /// Lists the runs of workflows that belong to one build of an image. Results come in pages of at
    /// most 25.
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

    /// Lists what each step did in one run of a workflow. Results come in pages of at most 25.
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
