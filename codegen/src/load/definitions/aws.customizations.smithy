// Traits of the namespace `aws.customizations`, and the shapes of their values.
$version: "2"

namespace aws.customizations

@trait(selector: "operation")
structure s3UnwrappedXmlOutput {}
