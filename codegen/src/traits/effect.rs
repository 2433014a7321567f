//! Where changes of traits change generated modules.

/// Where a change of a trait changes generated modules, and so which part of `api` judges it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TraitEffect {
    /// Nowhere, or in documentation only: rules, tests and other tools read it.
    None,
    /// In types, methods, or variants.
    Items,
    /// In constraints.
    Limits,
    /// In settings of schemas.
    Settings,
    /// In authentication schemes.
    Auth,
    /// In what calls do: pages, waiters, endpoints.
    Calls,
    /// In the protocols of the service.
    Protocols,
}
