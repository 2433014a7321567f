$version: "2"

namespace cases.awsquery

use aws.protocols#awsQuery
use aws.protocols#awsQueryError
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// A switchboard that speaks awsQuery.
@awsQuery
@xmlNamespace(uri: "http://switch.example/")
service Switchboard {
    version: "2024-05-01"
    operations: [
        Connect
        HangUp
    ]
}

operation Connect {
    input := {
        @required
        line: Line

        @xmlName("Volume")
        loudness: Float

        numbers: Numbers

        @xmlFlattened
        extras: Numbers

        names: Names

        @xmlFlattened
        @xmlName("Tag")
        tags: Names

        at: Timestamp

        tone: Blob

        caller: Caller
    }

    output := {
        call: String
        since: Timestamp
        lines: Numbers
    }

    errors: [
        Engaged
    ]
}

@pattern("^[A-Z]+$")
string Line

list Numbers {
    @xmlName("number")
    member: Integer
}

map Names {
    @xmlName("k")
    key: String

    @xmlName("v")
    value: String
}

union Caller {
    name: String
    code: Integer
}

apply Connect @httpRequestTests([
    {
        id: "FormsSpellOutListsAndMaps"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-www-form-urlencoded" }
        requireHeaders: ["Content-Length"]
        bodyMediaType: "application/x-www-form-urlencoded"
        body: "Action=Connect&Version=2024-05-01&line=AB&Volume=0.5&numbers.number.1=1&numbers.number.2=2&extras.1=3&names.entry.1.k=a&names.entry.1.v=b%20c&Tag.1.k=d&Tag.1.v=e&at=2023-11-14T22%3A13%3A20Z&tone=dG9uZQ%3D%3D&caller.code=7"
        params: {
            line: "AB"
            loudness: 0.5
            numbers: [1, 2]
            extras: [3]
            names: { a: "b c" }
            tags: { d: "e" }
            at: 1700000000
            tone: "tone"
            caller: { code: 7 }
        }
    }
    {
        id: "FormsMayBeInAnyOrder"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-www-form-urlencoded" }
        bodyMediaType: "application/x-www-form-urlencoded"
        body: "numbers.number.2=2&line=AB&Version=2024-05-01&numbers.number.1=1&Action=Connect"
        params: {
            line: "AB"
            numbers: [1, 2]
        }
        appliesTo: "server"
    }
])

apply Connect @httpResponseTests([
    {
        id: "QueryAnswersAreWrappedInResults"
        protocol: awsQuery
        code: 200
        headers: { "Content-Type": "text/xml" }
        bodyMediaType: "text/xml"
        body: """
            <ConnectResponse xmlns="http://switch.example/">
                <ConnectResult>
                    <call>c1</call>
                    <since>2023-11-14T22:13:20Z</since>
                    <lines><number>4</number></lines>
                </ConnectResult>
                <ResponseMetadata><RequestId>some-id</RequestId></ResponseMetadata>
            </ConnectResponse>"""
        params: {
            call: "c1"
            since: 1700000000
            lines: [4]
        }
    }
])

apply Connect @httpMalformedRequestTests([
    {
        id: "FormsMustBeOfTheirShape"
        protocol: awsQuery
        request: {
            method: "POST"
            uri: "/"
            headers: { "content-type": "application/x-www-form-urlencoded" }
            body: "Action=Connect&Version=2024-05-01&line=$line:L&$rest:L"
        }
        response: { code: 400 }
        testParameters: {
            line: ["AB", "AB", "ab"]
            rest: ["Volume=loud", "caller.name=a&caller.code=1", ""]
        }
    }
    {
        id: "TheActionMustExist"
        protocol: awsQuery
        request: {
            method: "POST"
            uri: "/"
            headers: { "content-type": "application/x-www-form-urlencoded" }
            body: "Action=Disconnect&Version=2024-05-01"
        }
        response: { code: 400 }
    }
])

operation HangUp {}

apply HangUp @httpRequestTests([
    {
        id: "NoInputIsStillAForm"
        protocol: awsQuery
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-www-form-urlencoded" }
        bodyMediaType: "application/x-www-form-urlencoded"
        body: "Action=HangUp&Version=2024-05-01"
    }
])

@error("client")
@awsQueryError(code: "Line.Engaged", httpResponseCode: 423)
structure Engaged {
    message: String
}

apply Engaged @httpResponseTests([
    {
        id: "QueryErrorsHaveCodesOfTheirOwn"
        protocol: awsQuery
        code: 423
        headers: { "Content-Type": "text/xml" }
        bodyMediaType: "text/xml"
        body: """
            <ErrorResponse>
                <Error>
                    <Type>Sender</Type>
                    <Code>Line.Engaged</Code>
                    <Message>busy</Message>
                </Error>
                <RequestId>some-id</RequestId>
            </ErrorResponse>"""
        params: { message: "busy" }
    }
])
