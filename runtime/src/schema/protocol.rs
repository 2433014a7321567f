//! IDs of protocols.

use crate::feature;

macro_rules! protocols {
    ($($name:ident = $id:literal, $addressing:ident, $codec:ident;)*) => {
        /// A protocol that the runtime implements.
        ///
        /// ```
        /// use whitesmith_runtime::schema::ProtocolId;
        /// assert_eq!(ProtocolId::from_shape_id("aws.protocols#restXml"), Some(ProtocolId::RestXml));
        /// assert_eq!(ProtocolId::RestXml.name(), "restXml");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ProtocolId {
            $(
                #[doc = concat!("`", $id, "`")]
                $name,
            )*
        }

        impl ProtocolId {
            /// Every protocol.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Returns the absolute shape ID of the protocol's trait, such as `aws.protocols#restJson1`.
            pub const fn shape_id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }

            /// The part of a request that identifies the service and the operation.
            pub(crate) const fn addressing(self) -> Addressing {
                match self {
                    $(Self::$name => Addressing::$addressing,)*
                }
            }

            /// The format of its messages.
            pub(crate) const fn codec(self) -> Codec {
                match self {
                    $(Self::$name => Codec::$codec,)*
                }
            }
        }
    };
}

protocols! {
    RestJson1 = "aws.protocols#restJson1", Path, Json;
    AwsJson1_0 = "aws.protocols#awsJson1_0", Target, Json;
    AwsJson1_1 = "aws.protocols#awsJson1_1", Target, Json;
    SimpleRestJson = "alloy#simpleRestJson", Path, Json;
    RestXml = "aws.protocols#restXml", Path, Xml;
    AwsQuery = "aws.protocols#awsQuery", Action, Xml;
    Ec2Query = "aws.protocols#ec2Query", Action, Xml;
    RpcV2Cbor = "smithy.protocols#rpcv2Cbor", Rpc, Cbor;
    RpcV2Json = "smithy.protocols#rpcv2Json", Rpc, Json;
}

/// A format of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Codec {
    Cbor,
    Json,
    /// XML; requests of protocols with [`Addressing::Action`] are forms.
    Xml,
}

/// The part of a request that identifies the service and the operation, in the order in which servers look for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Addressing {
    /// The header `X-Amz-Target`.
    Target,
    /// The path `/service/{Service}/operation/{Operation}`.
    Rpc,
    /// The parameters `Version` and `Action`.
    Action,
    /// The method and path of `@http`.
    Path,
}

#[cfg(feature = "server")]
impl Addressing {
    /// The kinds of addressing that identify the protocol of a request, in the order in which servers look for them.
    pub(crate) const MARKS: [Self; 3] = [Self::Target, Self::Rpc, Self::Action];
}

impl ProtocolId {
    /// Returns the protocol with this absolute shape ID.
    #[inline]
    pub fn from_shape_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|protocol| protocol.shape_id() == id)
    }

    /// Fails without the features that the protocol needs.
    #[inline]
    pub(super) const fn check_feature(self) {
        match self.addressing() {
            Addressing::Path => feature::rest(),
            Addressing::Target | Addressing::Rpc | Addressing::Action => {}
        }
        match self.codec() {
            Codec::Cbor => feature::cbor(),
            Codec::Xml => feature::xml(),
            Codec::Json => {}
        }
    }

    /// Returns the name of the protocol's trait without its namespace, such as `restJson1`.
    pub fn name(self) -> &'static str {
        self.shape_id().split_once('#').map_or("", |(_, name)| name)
    }
}

impl std::fmt::Display for ProtocolId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
