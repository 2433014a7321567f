//! IDs of protocols.

macro_rules! protocols {
    ($($name:ident = $id:literal,)*) => {
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

            /// Absolute shape ID of the protocol's trait, such as `aws.protocols#restJson1`.
            pub const fn shape_id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }
        }
    };
}

protocols! {
    RestJson1 = "aws.protocols#restJson1",
    AwsJson1_0 = "aws.protocols#awsJson1_0",
    AwsJson1_1 = "aws.protocols#awsJson1_1",
    SimpleRestJson = "alloy#simpleRestJson",
    RestXml = "aws.protocols#restXml",
    AwsQuery = "aws.protocols#awsQuery",
    Ec2Query = "aws.protocols#ec2Query",
    RpcV2Cbor = "smithy.protocols#rpcv2Cbor",
    RpcV2Json = "smithy.protocols#rpcv2Json",
}

impl ProtocolId {
    /// Returns the protocol with this absolute shape ID.
    pub fn from_shape_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|protocol| protocol.shape_id() == id)
    }

    /// Whether messages are XML.
    #[cfg(feature = "server")]
    pub(crate) fn is_xml(self) -> bool {
        matches!(self, Self::RestXml | Self::AwsQuery | Self::Ec2Query)
    }

    /// Name of the protocol's trait without its namespace, such as `restJson1`.
    pub fn name(self) -> &'static str {
        self.shape_id().split_once('#').map_or("", |(_, name)| name)
    }
}

impl std::fmt::Display for ProtocolId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
