$version: "2.0"

namespace example.storage

use aws.api#service
use aws.auth#sigv4
use aws.protocols#httpChecksum
use aws.protocols#restXml

/// Objects in buckets, with the bindings and the SDK id of S3.
@service(sdkId: "S3", arnNamespace: "s3", cloudFormationName: "S3", cloudTrailEventSource: "s3.amazonaws.com", endpointPrefix: "s3")
@sigv4(name: "s3")
@restXml(noErrorWrapping: true)
@xmlNamespace(uri: "http://example.com/storage/")
@title("Storage")
service Storage {
    version: "2006-03-01"
    operations: [
        CompleteUpload
        CopyObject
        CreateUpload
        DeleteObjects
        GetObject
        HeadObject
        ListBuckets
        ListObjects
        ListRegions
        PutObject
        UploadPart
    ]
}

/// Lists buckets.
@readonly
@http(method: "GET", uri: "/?x-id=ListBuckets")
operation ListBuckets {
    output := {
        /// The buckets.
        Buckets: Buckets
    }
}

/// Lists regions.
@readonly
@http(method: "GET", uri: "/?x-id=ListRegions")
operation ListRegions {
    output := {
        /// The regions.
        Regions: Buckets
    }
}

/// Lists the objects of a bucket.
@readonly
@http(method: "GET", uri: "/{Bucket}")
operation ListObjects {
    input := {
        /// A bucket.
        @required
        @httpLabel
        Bucket: String
    }
    output := {
        /// The keys.
        @xmlFlattened
        Keys: Keys
    }
    errors: [
        NoSuchBucket
    ]
}

/// Stores an object.
@idempotent
@http(method: "PUT", uri: "/{Bucket}/{Key+}?x-id=PutObject")
@httpChecksum(requestAlgorithmMember: "ChecksumAlgorithm")
operation PutObject {
    input := with [Place] {
        /// The algorithm of the checksum.
        @httpHeader("x-amz-sdk-checksum-algorithm")
        ChecksumAlgorithm: Algorithm

        /// The encoding of the object.
        @httpHeader("Content-Encoding")
        ContentEncoding: String

        /// The object.
        @httpPayload
        Body: Bytes = ""
    }
    output := {
        /// The length of the object.
        @httpHeader("x-length")
        Length: Long

        /// The encoding of the object.
        @httpHeader("x-encoding")
        Encoding: String
    }
    errors: [
        NoSuchBucket
    ]
}

/// Stores a part of an object.
@idempotent
@http(method: "PUT", uri: "/{Bucket}/{Key+}?x-id=UploadPart")
operation UploadPart {
    input := with [Place] {
        /// The upload.
        @required
        @httpQuery("uploadId")
        UploadId: String

        /// The part.
        @httpPayload
        Body: Bytes = ""
    }
    output := {
        /// The upload.
        @httpHeader("x-upload")
        UploadId: String
    }
}

/// Copies an object.
@idempotent
@http(method: "PUT", uri: "/{Bucket}/{Key+}?x-id=CopyObject")
operation CopyObject {
    input := with [Place] {
        /// The object to copy.
        @required
        @httpHeader("x-amz-copy-source")
        CopySource: String
    }
    output := {
        /// The object that was copied.
        Copied: String
    }
}

/// Fetches an object.
@readonly
@http(method: "GET", uri: "/{Bucket}/{Key+}?x-id=GetObject")
operation GetObject {
    input := with [Place] {}
    output := {
        /// The object.
        @httpPayload
        Body: Bytes = ""

        /// The part of the object.
        @httpHeader("Content-Range")
        Range: String
    }
}

/// Looks for an object.
@readonly
@http(method: "HEAD", uri: "/{Bucket}/{Key+}")
operation HeadObject {
    input := with [Place] {}
    output := {
        /// The length of the object.
        @httpHeader("x-length")
        Length: Long
    }
    errors: [
        NotFound
    ]
}

/// Begins an upload in parts.
@http(method: "POST", uri: "/{Bucket}/{Key+}?uploads")
operation CreateUpload {
    input := with [Place] {}
    output := {
        /// The upload.
        UploadId: String
    }
}

/// Ends an upload in parts.
@http(method: "POST", uri: "/{Bucket}/{Key+}")
operation CompleteUpload {
    input := with [Place] {
        /// The upload.
        @required
        @httpQuery("uploadId")
        UploadId: String
    }
    output := {
        /// The upload.
        UploadId: String
    }
}

/// Deletes objects.
@http(method: "POST", uri: "/{Bucket}?delete")
@httpChecksum(requestAlgorithmMember: "ChecksumAlgorithm", requestChecksumRequired: true)
operation DeleteObjects {
    input := {
        /// A bucket.
        @required
        @httpLabel
        Bucket: String

        /// The algorithm of the checksum.
        @httpHeader("x-amz-sdk-checksum-algorithm")
        ChecksumAlgorithm: Algorithm

        /// The objects to delete.
        @required
        @httpPayload
        Delete: Delete
    }
    output := {
        /// The keys that were deleted.
        @xmlFlattened
        Deleted: Keys
    }
}

/// The place of an object.
@mixin
structure Place {
    /// A bucket.
    @required
    @httpLabel
    Bucket: String

    /// A key.
    @required
    @httpLabel
    Key: String
}

/// Objects to delete.
structure Delete {
    /// The keys.
    @required
    @xmlFlattened
    Keys: Keys
}

/// Names of buckets.
list Buckets {
    /// A name.
    @xmlName("Bucket")
    member: String
}

/// Keys of objects.
list Keys {
    /// A key.
    member: String
}

/// The content of an object.
@streaming
blob Bytes

/// Ways to make a checksum.
enum Algorithm {
    /// CRC-32.
    CRC32

    /// CRC-32C.
    CRC32C

    /// CRC-64/NVME.
    CRC64NVME

    /// SHA-1.
    SHA1

    /// SHA-256.
    SHA256
}

/// There is no such bucket.
@error("client")
@httpError(404)
structure NoSuchBucket {
    /// A description.
    message: String
}

/// There is no such object.
@error("client")
structure NotFound {}
