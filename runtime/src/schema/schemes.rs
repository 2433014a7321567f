//! Authentication schemes of operations, in the order in which clients and servers try them.

#[cfg(any(feature = "client-core", feature = "server"))]
use super::OperationSchema;
use super::{AuthKind, ServiceSchema};

/// Schemes that an operation accepts: its own, or else those of its service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Schemes {
    /// Requests need no identity.
    None,
    /// In order of preference, at least one.
    Known(&'static [AuthKind]),
    /// Only schemes that the runtime does not support. Clients send no identity, and servers refuse the request.
    Unsupported,
}

impl ServiceSchema {
    /// Schemes of an operation of the service.
    #[cfg(any(feature = "client-core", feature = "server"))]
    pub(crate) fn schemes(&self, operation: &OperationSchema) -> Schemes {
        if operation.unsupported_auth {
            Schemes::Unsupported
        } else if operation.no_auth || gives_credentials(self, operation) {
            Schemes::None
        } else if operation.auth.is_empty() {
            self.own_schemes()
        } else {
            Schemes::Known(operation.auth)
        }
    }

    /// Schemes of operations that have no `@auth`.
    pub(super) fn own_schemes(&self) -> Schemes {
        match (self.auth, self.sigv4) {
            _ if self.unsupported_auth => Schemes::Unsupported,
            ([], None) => Schemes::None,
            ([], Some(_)) => Schemes::Known(&[AuthKind::SigV4]),
            (kinds, _) => Schemes::Known(kinds),
        }
    }
}

/// Whether callers use the operation to get credentials, so that it is called without, although its model does not say
/// so.
#[cfg(any(feature = "client-core", feature = "server"))]
fn gives_credentials(service: &ServiceSchema, operation: &OperationSchema) -> bool {
    matches!(
        (service.sdk_id, operation.name),
        (Some("STS"), "AssumeRoleWithSAML" | "AssumeRoleWithWebIdentity")
            | (Some("Cognito Identity"), "GetCredentialsForIdentity" | "GetId" | "GetOpenIdToken" | "UnlinkIdentity")
    )
}

#[cfg(all(test, any(feature = "client-core", feature = "server")))]
mod tests {
    use super::Schemes;
    use crate::schema::{AuthKind, OperationSchema, ServiceSchema, prelude};

    const PLAIN: OperationSchema = OperationSchema::new("GetCallerIdentity", &prelude::UNIT, &prelude::UNIT);
    const SIGNED: ServiceSchema = ServiceSchema::new("aws#Tokens", "1", &[]).sdk_id("STS").sigv4("sts");

    #[test]
    fn operations_that_give_credentials_need_no_signature() {
        let assume = OperationSchema::new("AssumeRoleWithWebIdentity", &prelude::UNIT, &prelude::UNIT);
        assert_eq!(SIGNED.schemes(&assume), Schemes::None);
        assert_eq!(SIGNED.schemes(&PLAIN), Schemes::Known(&[AuthKind::SigV4]));
    }

    #[test]
    fn schemes_of_the_operation_precede_those_of_the_service() {
        let bearer = ServiceSchema { ..SIGNED }.auth(&[AuthKind::Bearer]);
        let unsupported = ServiceSchema { ..SIGNED }.unsupported_auth();
        for service in [&SIGNED, &bearer, &unsupported] {
            assert_eq!(service.schemes(&PLAIN.auth(&[AuthKind::Basic])), Schemes::Known(&[AuthKind::Basic]));
            assert_eq!(service.schemes(&PLAIN.no_auth()), Schemes::None);
            assert_eq!(service.schemes(&PLAIN.no_auth().unsupported_auth()), Schemes::Unsupported);
        }
        assert_eq!(bearer.schemes(&PLAIN), Schemes::Known(&[AuthKind::Bearer]));
        assert_eq!(unsupported.schemes(&PLAIN), Schemes::Unsupported);
    }
}
