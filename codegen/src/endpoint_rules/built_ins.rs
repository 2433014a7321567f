//! Built-ins: parameters with values that clients know.

/// A built-in.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn {
    /// Its name.
    pub name: &'static str,
    /// Whether models may name it. Others are applied to parameters of services that do not name them.
    pub is_declared: bool,
    /// Whether the runtime's clients supply a value.
    pub is_supplied: bool,
    /// Whether it often has no value, so that rules must not require it.
    pub is_often_unset: bool,
}

const ORDINARY: BuiltIn = BuiltIn { name: "", is_declared: true, is_supplied: true, is_often_unset: false };

/// All built-ins.
pub const BUILT_INS: [BuiltIn; 15] = [
    BuiltIn { name: "AWS::Auth::AccountId", is_often_unset: true, ..ORDINARY },
    BuiltIn { name: "AWS::Auth::AccountIdEndpointMode", is_often_unset: true, ..ORDINARY },
    BuiltIn { name: "AWS::Auth::CredentialScope", is_supplied: false, is_often_unset: true, ..ORDINARY },
    BuiltIn { name: "AWS::Region", ..ORDINARY },
    BuiltIn { name: "AWS::S3::Accelerate", ..ORDINARY },
    BuiltIn { name: "AWS::S3::DisableMultiRegionAccessPoints", ..ORDINARY },
    BuiltIn { name: "AWS::S3::DisableS3ExpressSessionAuth", is_declared: false, ..ORDINARY },
    BuiltIn { name: "AWS::S3::ForcePathStyle", ..ORDINARY },
    BuiltIn { name: "AWS::S3::UseArnRegion", ..ORDINARY },
    BuiltIn { name: "AWS::S3::UseGlobalEndpoint", ..ORDINARY },
    BuiltIn { name: "AWS::S3Control::UseArnRegion", ..ORDINARY },
    BuiltIn { name: "AWS::STS::UseGlobalEndpoint", ..ORDINARY },
    BuiltIn { name: "AWS::UseDualStack", ..ORDINARY },
    BuiltIn { name: "AWS::UseFIPS", ..ORDINARY },
    BuiltIn { name: "SDK::Endpoint", ..ORDINARY },
];

impl BuiltIn {
    /// The built-in with this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        BUILT_INS.iter().find(|built_in| built_in.name == name)
    }

    /// Names that models may use.
    pub(crate) fn declared() -> impl Iterator<Item = &'static str> {
        BUILT_INS.iter().filter(|built_in| built_in.is_declared).map(|built_in| built_in.name)
    }
}
