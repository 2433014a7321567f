//! Operations that clients and servers treat as if they had no authentication, although their models do not say so.

use crate::schema::{OperationSchema, ServiceSchema};

/// Whether an operation is called without authentication. Callers use these operations to get credentials.
pub(crate) fn is_anonymous(service: &ServiceSchema, operation: &OperationSchema) -> bool {
    matches!(
        (service.sdk_id, operation.name),
        (Some("STS"), "AssumeRoleWithSAML" | "AssumeRoleWithWebIdentity")
            | (Some("Cognito Identity"), "GetCredentialsForIdentity" | "GetId" | "GetOpenIdToken" | "UnlinkIdentity")
    )
}
