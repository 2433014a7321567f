//! Features of the runtime that a model needs. Clients and servers check those of their service in a constant, and sets
//! of patterns are constants, so a feature that is missing is a compile-time error.

#![cfg_attr(not(feature = "client-core"), allow(dead_code, reason = "only clients have waiters"))]
#![allow(clippy::assertions_on_constants, reason = "services that do not need a feature do not check it")]

/// Defines functions that fail without a feature.
macro_rules! features {
    ($($function:ident = $feature:literal, $what:literal;)*) => {
        $(
            #[doc = concat!("Fails without the feature `", $feature, "`.")]
            pub(crate) const fn $function() {
                assert!(
                    cfg!(feature = $feature),
                    concat!(
                        $what, " needs the feature `", $feature,
                        "` of whitesmith-runtime: add it to the dependency, or run `whitesmith codegen`, which does"
                    )
                );
            }
        )*
    };
}

features! {
    gzip = "gzip", "an operation with `@requestCompression`";
    checksums = "checksums", "a service with checksums, of `@httpChecksum` or others,";
    events = "events", "an operation with an event stream";
    jmespath = "jmespath", "a service with waiters that examine responses";
    rest = "rest", "a service with the protocol restJson1, restXml or simpleRestJson";
    rules = "rules", "a service with endpoint rules that the generator cannot evaluate";
    cbor = "cbor", "a service with the protocol rpcv2Cbor";
    unicode = "unicode", "a pattern with a Unicode property";
    xml = "xml", "a service with the protocol restXml, awsQuery or ec2Query";
}

features! {
    has_sigv4 = "sigv4", "a service with `@sigv4`";
}

/// Fails without the features of signatures.
#[inline]
pub(crate) const fn sigv4() {
    has_sigv4();
    assert!(
        cfg!(any(feature = "client", feature = "sha2")),
        "a service with `@sigv4` needs the feature `sha2` of whitesmith-runtime where it has `client-core` without \
         `client`: add it to the dependency"
    );
}

/// Whether messages of a service have checksums that its model does not declare.
#[inline]
pub(crate) const fn has_own_checksums(sdk_id: &str) -> bool {
    matches!(sdk_id.as_bytes(), b"DynamoDB" | b"DynamoDB Streams" | b"Glacier")
}
