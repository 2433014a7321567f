$version: "2"

namespace cases.ec2query

use aws.protocols#ec2Query
use aws.protocols#ec2QueryName
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// A depot that speaks ec2Query.
@ec2Query
@xmlNamespace(uri: "http://depot.example/")
service Depot {
    version: "2024-05-01"
    operations: [
        Store
        Sweep
    ]
}

operation Store {
    input := {
        @required
        crate: Crate

        @ec2QueryName("Weight")
        @xmlName("mass")
        kilos: Integer

        @xmlName("label")
        inscription: String

        shelves: Shelves

        at: Timestamp

        nested: Nested
    }

    output := {
        @xmlName("slotId")
        slot: String

        shelves: Shelves
    }

    errors: [
        Full
    ]
}

@length(max: 4)
string Crate

list Shelves {
    @xmlName("item")
    member: String
}

structure Nested {
    fragile: Boolean
}

apply Store @httpRequestTests([
    {
        id: "Ec2NamesBeginWithCapitals"
        protocol: ec2Query
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-www-form-urlencoded" }
        bodyMediaType: "application/x-www-form-urlencoded"
        body: "Action=Store&Version=2024-05-01&Crate=c1&Weight=3&Label=this%20side%20up&Shelves.1=a&Shelves.2=b&At=2023-11-14T22%3A13%3A20Z&Nested.Fragile=true"
        params: {
            crate: "c1"
            kilos: 3
            inscription: "this side up"
            shelves: ["a", "b"]
            at: 1700000000
            nested: { fragile: true }
        }
    }
])

apply Store @httpResponseTests([
    {
        id: "Ec2AnswersAreNotWrappedInResults"
        protocol: ec2Query
        code: 200
        headers: { "Content-Type": "text/xml;charset=UTF-8" }
        bodyMediaType: "text/xml"
        body: """
            <StoreResponse xmlns="http://depot.example/">
                <slotId>s1</slotId>
                <shelves><item>a</item></shelves>
                <requestId>some-id</requestId>
            </StoreResponse>"""
        params: {
            slot: "s1"
            shelves: ["a"]
        }
    }
])

apply Store @httpMalformedRequestTests([
    {
        id: "Ec2FormsMustBeOfTheirShape"
        protocol: ec2Query
        request: {
            method: "POST"
            uri: "/"
            headers: { "content-type": "application/x-www-form-urlencoded" }
            body: "Action=Store&Version=2024-05-01&$rest:L"
        }
        response: { code: 400 }
        testParameters: {
            rest: ["", "Crate=c1&Weight=heavy", "Crate=too-long", "Crate=c1&Nested.Fragile=perhaps"]
        }
    }
])

operation Sweep {}

apply Sweep @httpRequestTests([
    {
        id: "Ec2NoInputIsStillAForm"
        protocol: ec2Query
        method: "POST"
        uri: "/"
        bodyMediaType: "application/x-www-form-urlencoded"
        body: "Action=Sweep&Version=2024-05-01"
    }
])

@error("client")
structure Full {
    message: String
}

apply Full @httpResponseTests([
    {
        id: "Ec2ErrorsStandInAList"
        protocol: ec2Query
        code: 400
        headers: { "Content-Type": "text/xml;charset=UTF-8" }
        bodyMediaType: "text/xml"
        body: """
            <Response>
                <Errors>
                    <Error>
                        <Code>Full</Code>
                        <Message>no room</Message>
                    </Error>
                </Errors>
                <RequestID>some-id</RequestID>
            </Response>"""
        params: { message: "no room" }
    }
])
