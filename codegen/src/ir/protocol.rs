//! Protocols, by what generated modules need for them.

use super::{Literal, Module};

/// Declares [`Protocol`]: for each protocol, how operations are found, and the format of messages.
macro_rules! protocols {
    ($($name:ident: $routing:ident, $codec:ident;)*) => {
        /// A protocol that the runtime supports.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each has the name of its trait")]
        pub enum Protocol {
            $($name,)*
        }

        impl Protocol {
            /// All protocols, in the order of priority of AWS clients: compact ones first.
            pub const ALL: [Self; [$(Self::$name),*].len()] = [$(Self::$name),*];

            /// How operations are found.
            pub(crate) fn routing(self) -> Routing {
                match self {
                    $(Self::$name => Routing::$routing,)*
                }
            }

            /// The format of messages.
            pub(crate) fn codec(self) -> Codec {
                match self {
                    $(Self::$name => Codec::$codec,)*
                }
            }

            /// Variant of the runtime's `ProtocolId`, as a path.
            pub(crate) fn variant(self) -> &'static str {
                match self {
                    $(Self::$name => concat!("schema::ProtocolId::", stringify!($name)),)*
                }
            }

            /// Variant of the runtime's `ProtocolId`, without a path.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name),)*
                }
            }
        }
    };
}

protocols! {
    RpcV2Cbor: Name, Cbor;
    RpcV2Json: Name, Json;
    AwsJson1_0: Name, Json;
    AwsJson1_1: Name, Json;
    RestJson1: Http, Json;
    RestXml: Http, Xml;
    AwsQuery: Name, Xml;
    Ec2Query: Name, Xml;
    SimpleRestJson: Http, Json;
}

/// How a protocol finds the operation of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Routing {
    /// By its name.
    Name,
    /// By the method and path of `@http`.
    Http,
}

/// A format of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Codec {
    Cbor,
    Json,
    /// XML, or forms as requests.
    Xml,
}

impl Module {
    /// Protocols of the service, in order of priority.
    pub(crate) fn protocols(&self) -> impl Iterator<Item = Protocol> {
        let lists = self.settings.iter().filter(|setting| setting.method == "protocols");
        let values = lists.flat_map(|setting| &setting.arguments).flat_map(|list| match list {
            Literal::Slice(values) => values.as_slice(),
            _ => &[],
        });
        values.filter_map(|value| match value {
            Literal::Runtime(path) => Protocol::ALL.into_iter().find(|protocol| protocol.variant() == *path),
            _ => None,
        })
    }
}
