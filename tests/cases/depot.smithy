$version: "2"

namespace example.depot

use aws.api#service
use aws.auth#sigv4
use aws.customizations#s3UnwrappedXmlOutput
use aws.protocols#restXml
use smithy.waiters#waitable

/// Stores objects as S3 does: clients find its customizations by the SDK id.
@service(sdkId: "S3", endpointPrefix: "s3")
@sigv4(name: "s3")
@restXml(noErrorWrapping: true)
@xmlNamespace(uri: "http://s3.amazonaws.com/doc/2006-03-01/")
service Depot {
    version: "2006-03-01"
    operations: [
        CompleteUpload
        CopyObject
        DeleteObject
        DescribeObject
        GetLocation
        GetObject
        GetPolicy
        ListParts
    ]
}

/// Puts the parts of an upload together.
@http(method: "POST", uri: "/{Bucket}/{Key+}", code: 200)
operation CompleteUpload {
    input := {
        @httpLabel
        @required
        Bucket: String

        @httpLabel
        @required
        Key: String
    }

    output := @xmlName("CompleteUploadResult") {
        Location: String
        ETag: String
    }

    errors: [
        NoSuchUpload
    ]
}

/// Copies an object.
@http(method: "PUT", uri: "/{Bucket}/{Key+}", code: 200)
operation CopyObject {
    input := {
        @httpLabel
        @required
        Bucket: String

        @httpLabel
        @required
        Key: String
    }

    output := {
        @httpPayload
        CopyObjectResult: CopyObjectResult

        @httpHeader("x-amz-version-id")
        VersionId: String
    }
}

/// Result of a copy.
structure CopyObjectResult {
    ETag: String
}

/// Deletes an object.
@http(method: "DELETE", uri: "/{Bucket}/{Key+}", code: 204)
@idempotent
operation DeleteObject {
    input := {
        @httpLabel
        @required
        Bucket: String

        @httpLabel
        @required
        Key: String
    }

    output := {
        @httpHeader("x-amz-delete-marker")
        DeleteMarker: Boolean
    }
}

/// Describes an object without its content.
@http(method: "HEAD", uri: "/{Bucket}/{Key+}", code: 200)
@readonly
@waitable(
    ObjectGone: {
        acceptors: [
            {
                state: "success"
                matcher: { errorType: "NotFound" }
            }
        ]
    }
)
operation DescribeObject {
    input := {
        @httpLabel
        @required
        Bucket: String

        @httpLabel
        @required
        Key: String
    }

    output := {
        @httpHeader("Expires")
        Expires: Timestamp

        @httpHeader("Last-Modified")
        LastModified: Timestamp

        @httpHeader("x-amz-mp-parts-count")
        PartsCount: Integer

        @httpHeader("x-amz-checksums")
        Sizes: Sizes
    }

    errors: [
        NotFound
    ]
}

/// Sizes of parts.
list Sizes {
    member: Integer
}

/// Region of a bucket.
@http(method: "GET", uri: "/{Bucket}?location", code: 200)
@readonly
@s3UnwrappedXmlOutput
operation GetLocation {
    input := {
        @httpLabel
        @required
        Bucket: String
    }

    output := @xmlName("LocationConstraint") {
        LocationConstraint: String
    }
}

/// Gets an object.
@http(method: "GET", uri: "/{Bucket}/{Key+}", code: 200)
@readonly
operation GetObject {
    input := {
        @httpLabel
        @required
        Bucket: String

        @httpLabel
        @required
        Key: String
    }

    output := {
        @httpHeader("Expires")
        Expires: Timestamp

        @httpPayload
        Body: Content = ""
    }
}

/// Content of an object.
@streaming
blob Content

/// Policy of a bucket.
@http(method: "GET", uri: "/{Bucket}?policy", code: 200)
@readonly
operation GetPolicy {
    input := {
        @httpLabel
        @required
        Bucket: String
    }

    output := {
        @httpPayload
        Policy: String
    }
}

/// Lists the parts of an upload.
@http(method: "GET", uri: "/{Bucket}/{Key+}?parts", code: 200)
@readonly
@paginated(inputToken: "PartNumberMarker", outputToken: "NextPartNumberMarker", items: "Parts")
operation ListParts {
    input := {
        @httpLabel
        @required
        Bucket: String

        @httpLabel
        @required
        Key: String

        @httpQuery("part-number-marker")
        PartNumberMarker: String
    }

    output := @xmlName("ListPartsResult") {
        NextPartNumberMarker: String

        IsTruncated: Boolean

        @xmlFlattened
        @xmlName("Part")
        Parts: Parts
    }
}

/// Parts of an upload.
list Parts {
    member: Part
}

/// A part of an upload.
structure Part {
    PartNumber: Integer
}

/// There is no such upload.
@error("client")
@httpError(404)
structure NoSuchUpload {
    message: String
}

/// There is no such object.
@error("client")
structure NotFound {}
