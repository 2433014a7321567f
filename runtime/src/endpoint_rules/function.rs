//! Names of functions of endpoint rules.

/// A function. `getAttr` is a path instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Function {
    Coalesce,
    Equals,
    IsHostLabel,
    IsSet,
    IsVirtualHostableBucket,
    Ite,
    Not,
    ParseArn,
    ParseUrl,
    Partition,
    Split,
    Substring,
    UriEncode,
}

impl Function {
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "aws.isVirtualHostableS3Bucket" => Self::IsVirtualHostableBucket,
            "aws.parseArn" => Self::ParseArn,
            "aws.partition" => Self::Partition,
            "booleanEquals" | "stringEquals" => Self::Equals,
            "coalesce" => Self::Coalesce,
            "isSet" => Self::IsSet,
            "isValidHostLabel" => Self::IsHostLabel,
            "ite" => Self::Ite,
            "not" => Self::Not,
            "parseURL" => Self::ParseUrl,
            "split" => Self::Split,
            "substring" => Self::Substring,
            "uriEncode" => Self::UriEncode,
            _ => return None,
        })
    }
}
