$version: "2.0"

namespace example.aws

use aws.api#arn
use aws.api#clientDiscoveredEndpoint
use aws.api#clientEndpointDiscovery
use aws.api#clientEndpointDiscoveryId
use aws.api#service
use aws.api#tagEnabled
use aws.api#taggable
use aws.auth#sigv4
use aws.protocols#awsQuery
use aws.protocols#awsQueryError
use aws.protocols#httpChecksum

@service(
    sdkId: "Amazon Harbour Service"
    arnNamespace: "harbour"
    cloudFormationName: "Harbour"
    cloudTrailEventSource: "harbours.example.com"
    endpointPrefix: "harbours"
)
@sigv4(name: "harbor")
@awsQuery
@xmlNamespace(uri: "https://example.com/harbour")
@tagEnabled
@clientEndpointDiscovery(operation: DescribeEndpoints, error: Full)
service Harbour {
    version: "1"
    operations: [
        DescribeEndpoints
        Moor
        PutCargo
    ]
    resources: [
        Ship
        Berth
    ]
    rename: {
        "example.aws.other#Full": "OtherFull"
    }
    errors: [
        example.aws.other#Full
    ]
}

@arn(template: "ship/{name}")
@taggable(property: "labels")
resource Ship {
    identifiers: {
        imo: String
    }
    properties: {
        label: String
    }
}

@arn(template: "berth/{number", noRegion: true)
@taggable
resource Berth {
    identifiers: {
        number: String
    }
}

operation DescribeEndpoints {
    input := {
        region: String
    }
    output := {
        endpoints: String
    }
}

@clientDiscoveredEndpoint(required: true)
operation Moor {
    input := {
        @clientEndpointDiscoveryId
        @required
        imo: String
    }

    errors: [
        Sunk
    ]
}

@httpChecksum(
    requestAlgorithmMember: "algorithm"
    requestValidationModeMember: "mode"
    responseAlgorithms: ["CRC32", "SHA512"]
)
operation PutCargo {
    input := {
        algorithm: String
        cargo: Blob
    }
}

@error("client")
@awsQueryError(code: "Full", httpResponseCode: 400)
structure Full {}

@error("client")
@awsQueryError(code: "Full", httpResponseCode: 410)
structure Sunk {}
