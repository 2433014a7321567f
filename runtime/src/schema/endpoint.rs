//! Tables of the endpoints of services.

/// Variant of a service's endpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Variant {
    /// Standard endpoints.
    Plain,
    /// FIPS endpoints, with cryptographic modules validated by FIPS 140.
    Fips,
    /// Dual-stack endpoints, with IPv4 and IPv6 addresses.
    DualStack,
    /// FIPS endpoints with IPv4 and IPv6 addresses.
    FipsDualStack,
}

/// Endpoint of a service for some variants, and partitions or regions. Created by [`endpoint!`](crate::endpoint!).
#[derive(Clone, Copy, Debug)]
pub struct Endpoint {
    pub(crate) variants: &'static [Variant],
    /// Partitions or regions; `None` matches if no region is set. An empty list matches every region.
    pub(crate) places: &'static [Option<&'static str>],
    pub(crate) target: Target,
}

/// Target of requests.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target {
    /// URL, or the host of an `https` URL, in which `{region}`, `{suffix}` and `{dual_stack_suffix}` are replaced;
    /// region and service name of signatures, if they differ from those of the configuration and the service.
    At { url: &'static str, region: Option<&'static str>, name: Option<&'static str> },
    /// Requests are rejected for this reason.
    Refused(&'static str),
}

impl Endpoint {
    /// Sends requests to this URL. A host without a scheme means `https`.
    pub const fn at(variants: &'static [Variant], places: &'static [Option<&'static str>], url: &'static str) -> Self {
        Self { variants, places, target: Target::At { url, region: None, name: None } }
    }

    /// Rejects requests before anything is sent.
    pub const fn refused(
        variants: &'static [Variant],
        places: &'static [Option<&'static str>],
        reason: &'static str,
    ) -> Self {
        Self { variants, places, target: Target::Refused(reason) }
    }

    /// Sets the region of signatures.
    #[must_use]
    pub const fn region(mut self, signed: &'static str) -> Self {
        if let Target::At { region, .. } = &mut self.target {
            *region = Some(signed);
        }
        self
    }

    /// Sets the service name of signatures.
    #[must_use]
    pub const fn name(mut self, signed: &'static str) -> Self {
        if let Target::At { name, .. } = &mut self.target {
            *name = Some(signed);
        }
        self
    }
}

/// Creates a row of a service's endpoints: variants, partitions or regions (`none` if no region is set), URL, and the
/// region (`for`) and service name (`as`) of signatures if they differ from those of the configuration and the service.
///
/// ```
/// use whitesmith_runtime as rt;
/// static ENDPOINTS: &[rt::schema::Endpoint] = &[
///     rt::endpoint!(Plain in "aws" => "names.amazonaws.com" for "us-east-1"),
///     rt::endpoint!(Plain | DualStack => "names.{region}.{dual_stack_suffix}"),
///     rt::endpoint!(Fips in "aws-cn" | "eu-central-1" => refused "no FIPS here"),
///     rt::endpoint!(Plain in "local" => "http://localhost:8000" for "us-east-1" as "names"),
/// ];
/// ```
#[macro_export]
macro_rules! endpoint {
    (@place none) => { ::std::option::Option::None };
    (@place $name:literal) => { ::std::option::Option::Some($name) };
    ($($variant:ident)|+ $(in $($place:tt)|+)? => refused $reason:literal) => {
        $crate::schema::Endpoint::refused(
            &[$($crate::schema::Variant::$variant),+],
            &[$($($crate::endpoint!(@place $place)),+)?],
            $reason,
        )
    };
    ($($variant:ident)|+ $(in $($place:tt)|+)? => $url:literal $(for $region:literal)? $(as $name:literal)?) => {
        $crate::schema::Endpoint::at(&[$($crate::schema::Variant::$variant),+], &[$($($crate::endpoint!(@place $place)),+)?], $url)
            $(.region($region))?
            $(.name($name))?
    };
}
