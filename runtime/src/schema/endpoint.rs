//! Where services are, as tables.

/// Which of a service's endpoints a client asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Variant {
    /// What most clients use.
    Plain,
    /// Endpoints whose cryptography is validated by FIPS 140.
    Fips,
    /// Endpoints that have IPv6 addresses, too.
    DualStack,
    /// Both.
    FipsDualStack,
}

/// Where a service is, in some places: a row that [`endpoint!`](crate::endpoint!) makes.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint {
    pub(crate) variants: &'static [Variant],
    /// Partitions or regions; the empty name stands for no region. No names: wherever there is a region.
    pub(crate) places: &'static [&'static str],
    pub(crate) target: Target,
}

/// Where requests go.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Target {
    /// The URL, or the host alone of one with `https`, in which `{region}`, `{suffix}` and `{dual_stack_suffix}` are filled in;
    /// and the region and the service's name of signatures, where these are others.
    At { url: &'static str, region: Option<&'static str>, name: Option<&'static str> },
    /// Nowhere: why.
    Refused(&'static str),
}

impl Endpoint {
    /// Requests go to this URL; `https` is what a host without a scheme means.
    pub const fn at(variants: &'static [Variant], places: &'static [&'static str], url: &'static str) -> Self {
        Self { variants, places, target: Target::At { url, region: None, name: None } }
    }

    /// Calls fail before anything is sent.
    pub const fn refused(variants: &'static [Variant], places: &'static [&'static str], reason: &'static str) -> Self {
        Self { variants, places, target: Target::Refused(reason) }
    }

    /// The region that signatures name.
    #[must_use]
    pub const fn region(mut self, signed: &'static str) -> Self {
        if let Target::At { region, .. } = &mut self.target {
            *region = Some(signed);
        }
        self
    }

    /// The service's name in signatures.
    #[must_use]
    pub const fn name(mut self, signed: &'static str) -> Self {
        if let Target::At { name, .. } = &mut self.target {
            *name = Some(signed);
        }
        self
    }
}

/// A row of a service's endpoints: for which variants, in which places, what holds; and which region and service are signed for,
/// where these are others than the configuration and the service say.
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
    ($($variant:ident)|+ $(in $($place:literal)|+)? => refused $reason:literal) => {
        $crate::schema::Endpoint::refused(
            &[$($crate::schema::Variant::$variant),+],
            &[$($($place),+)?],
            $reason,
        )
    };
    ($($variant:ident)|+ $(in $($place:literal)|+)? => $url:literal $(for $region:literal)? $(as $name:literal)?) => {
        $crate::schema::Endpoint::at(&[$($crate::schema::Variant::$variant),+], &[$($($place),+)?], $url)
            $(.region($region))?
            $(.name($name))?
    };
}
