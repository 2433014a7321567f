//! Operations, their errors and pages.

use super::{Docs, EndpointParameter, Example, SchemaRef, Setting, Type, Waiter};

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Absolute shape ID.
    pub id: String,
    /// Type name, such as `ListWorkflowExecutions`.
    pub name: String,
    /// Name in the model.
    pub wire_name: String,
    /// Name of the server's method, unescaped.
    pub method: String,
    /// Name of the client's method, unescaped: that of the server's, with an underscore if all clients have a function
    /// of that name.
    pub client_method: String,
    /// Static of its schema.
    pub schema: String,
    /// Documentation.
    pub docs: Docs,
    /// Type name of the input.
    pub input: String,
    /// Alias of the input's builder in a call.
    pub call: String,
    /// Name of the input's builder.
    pub builder: String,
    /// Type name of the output.
    pub output: String,
    /// Schemas of input and output.
    pub schemas: (SchemaRef, SchemaRef),
    /// Name of the error enum.
    pub error: String,
    /// Errors, in the order of their indices.
    pub errors: Vec<ErrorVariant>,
    /// Builder calls of its schema.
    pub settings: Vec<Setting>,
    /// Parameters of endpoint rules that it supplies.
    pub endpoint_parameters: Vec<EndpointParameter>,
    /// Pagination.
    pub pages: Option<Pages>,
    /// Examples of calls.
    pub examples: Vec<Example>,
    /// Waiters.
    pub waiters: Vec<Waiter>,
}

/// A variant of an operation's error enum.
#[derive(Clone, Debug)]
pub struct ErrorVariant {
    /// Name of the variant.
    pub name: String,
    /// Type name of the structure.
    pub ty: String,
    /// Schema of the structure.
    pub schema: String,
}

/// Pagination of an operation.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The items: their path from the output, and their type.
    pub items: Option<Items>,
    /// Name in the model of the input's member for the page size.
    pub size: Option<String>,
}

/// A path to a member of the output.
#[derive(Clone, Debug)]
pub struct Items {
    /// Fields, each of the type before it.
    pub path: Vec<ItemsStep>,
    /// Type of an item.
    pub ty: Type,
    /// Newtype of the list or map, if it has one.
    pub is_newtype: bool,
}

/// A field on the path to the items.
#[derive(Clone, Debug)]
pub struct ItemsStep {
    /// Name of the field.
    pub field: String,
    /// Whether it is an `Option`.
    pub optional: bool,
    /// Whether its value is `Nullable`.
    pub nullable: bool,
}
