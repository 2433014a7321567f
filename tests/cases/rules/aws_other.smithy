$version: "2.0"

namespace example.aws.other

@error("client")
structure Full {}
