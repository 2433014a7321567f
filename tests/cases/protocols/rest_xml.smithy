$version: "2"

namespace cases.restxml

use aws.protocols#restXml
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// An archive of maps that speaks restXml.
@restXml
@xmlNamespace(uri: "http://archive.example/")
service Archive {
    version: "2024-05-01"
    operations: [
        File
        Frame
        Fetch
    ]
}

// Documents
@http(method: "PUT", uri: "/maps/{id}")
@idempotent
operation File {
    input := {
        @required
        @httpLabel
        id: String

        @httpHeader("X-Scale")
        scale: Double

        @xmlName("heading")
        title: Title

        @xmlAttribute
        @xmlName("lang")
        language: String

        sheets: Sheets

        @xmlFlattened
        @xmlName("mark")
        marks: Marks

        places: Places

        @xmlFlattened
        legend: Legend

        drawn: Timestamp

        @timestampFormat("epoch-seconds")
        scanned: Timestamp

        raw: Blob

        @xmlNamespace(uri: "http://origin.example/", prefix: "o")
        origin: Origin

        medium: Medium
    }

    output := {
        @httpHeader("X-Version")
        version: Integer

        receipt: String
    }

    errors: [
        Torn
    ]
}

@length(min: 2)
string Title

list Sheets {
    @xmlName("sheet")
    member: Integer
}

list Marks {
    member: String
}

map Places {
    @xmlName("name")
    key: String

    @xmlName("at")
    value: Point
}

structure Point {
    x: Float
    y: Float
}

map Legend {
    key: String
    value: String
}

structure Origin {
    country: String
    self: Origin
}

union Medium {
    paper: String
    pixels: Integer
}

apply File @httpRequestTests([
    {
        id: "XmlHasElementsAndAttributes"
        protocol: restXml
        method: "PUT"
        uri: "/maps/m%2F1"
        headers: { "Content-Type": "application/xml", "X-Scale": "0.5" }
        bodyMediaType: "application/xml"
        body: """
            <FileInput xmlns="http://archive.example/" lang="de">
                <heading>A &amp; B &lt; C</heading>
                <sheets><sheet>1</sheet><sheet>2</sheet></sheets>
                <mark>x</mark>
                <mark>y</mark>
                <places>
                    <entry><name>here</name><at><x>1.5</x><y>NaN</y></at></entry>
                    <entry><name>there</name><at/></entry>
                </places>
                <legend><key>k</key><value>v</value></legend>
                <drawn>2023-11-14T22:13:20Z</drawn>
                <scanned>1700000000</scanned>
                <raw>c2Nhbg==</raw>
                <origin xmlns:o="http://origin.example/">
                    <country>at</country>
                    <self><country>de</country></self>
                </origin>
                <medium><pixels>7</pixels></medium>
            </FileInput>"""
        params: {
            id: "m/1"
            scale: 0.5
            title: "A & B < C"
            language: "de"
            sheets: [1, 2]
            marks: ["x", "y"]
            places: {
                here: { x: 1.5, y: "NaN" }
                there: {}
            }
            legend: { k: "v" }
            drawn: 1700000000
            scanned: 1700000000
            raw: "scan"
            origin: {
                country: "at"
                self: { country: "de" }
            }
            medium: { pixels: 7 }
        }
    }
    {
        id: "XmlMayHaveCommentsAndCharacterData"
        protocol: restXml
        method: "PUT"
        uri: "/maps/1"
        headers: { "Content-Type": "application/xml" }
        bodyMediaType: "application/xml"
        body: """
            <?xml version="1.0"?>
            <FileInput xmlns="http://archive.example/">
                <!-- nothing -->
                <heading>a<![CDATA[<b>]]>&#99;</heading>
                <unknown><deep/></unknown>
            </FileInput>"""
        params: { id: "1", title: "a<b>c" }
        appliesTo: "server"
    }
])

apply File @httpResponseTests([
    {
        id: "XmlAnswersHaveHeadersToo"
        protocol: restXml
        code: 200
        headers: { "Content-Type": "application/xml", "X-Version": "3" }
        bodyMediaType: "application/xml"
        body: "<FileOutput xmlns=\"http://archive.example/\"><receipt>r</receipt></FileOutput>"
        params: { version: 3, receipt: "r" }
    }
])

apply File @httpMalformedRequestTests([
    {
        id: "XmlMustBeWellFormedAndOfItsShape"
        protocol: restXml
        request: {
            method: "PUT"
            uri: "/maps/1"
            headers: { "content-type": "application/xml" }
            body: "$body:L"
        }
        response: { code: 400 }
        testParameters: {
            body: [
                "<FileInput"
                "<FileInput><heading>ab</FileInput>"
                "<FileInput><sheets><sheet>one</sheet></sheets></FileInput>"
                "<FileInput><medium><paper>p</paper><pixels>1</pixels></medium></FileInput>"
                "<FileInput><heading>&unknown;</heading></FileInput>"
            ]
        }
    }
    {
        id: "XmlConstraintsAreChecked"
        protocol: restXml
        request: {
            method: "PUT"
            uri: "/maps/1"
            headers: { "content-type": "application/xml" }
            body: "<FileInput><heading>a</heading></FileInput>"
        }
        response: {
            code: 400
            body: {
                mediaType: "application/xml"
                assertion: { messageRegex: "Value with length 1 at '/title' failed to satisfy constraint" }
            }
        }
    }
])

// Payloads
@http(method: "POST", uri: "/frames")
operation Frame {
    input := {
        @httpPayload
        @xmlName("Outline")
        outline: Outline
    }
}

@xmlName("outline")
@xmlNamespace(uri: "http://outline.example/")
structure Outline {
    width: Integer
}

apply Frame @httpRequestTests([
    {
        id: "XmlPayloadsAreNamedByTheirMember"
        protocol: restXml
        method: "POST"
        uri: "/frames"
        headers: { "Content-Type": "application/xml" }
        bodyMediaType: "application/xml"
        body: "<Outline xmlns=\"http://outline.example/\"><width>3</width></Outline>"
        params: {
            outline: { width: 3 }
        }
    }
])

@http(method: "GET", uri: "/maps/{id}")
@readonly
operation Fetch {
    input := {
        @required
        @httpLabel
        id: String

        @httpQuery("detail")
        details: Details
    }

    output := {
        @httpPrefixHeaders("X-Meta-")
        meta: Legend
    }

    errors: [
        Torn
    ]
}

list Details {
    member: Detail
}

enum Detail {
    COARSE = "coarse"
    FINE = "fine"
}

apply Fetch @httpRequestTests([
    {
        id: "XmlProtocolsHaveQueriesToo"
        protocol: restXml
        method: "GET"
        uri: "/maps/1"
        queryParams: ["detail=coarse", "detail=fine"]
        body: ""
        params: {
            id: "1"
            details: ["coarse", "fine"]
        }
    }
])

apply Fetch @httpResponseTests([
    {
        id: "XmlAnswersMayBeHeadersOnly"
        protocol: restXml
        code: 200
        headers: { "x-meta-year": "1848" }
        params: {
            meta: { year: "1848" }
        }
    }
])

@error("client")
@httpError(409)
structure Torn {
    @httpHeader("X-Sheet")
    sheet: Integer

    message: String
}

apply Torn @httpResponseTests([
    {
        id: "XmlErrorsAreWrapped"
        protocol: restXml
        code: 409
        headers: { "Content-Type": "application/xml", "X-Sheet": "2" }
        bodyMediaType: "application/xml"
        body: """
            <ErrorResponse>
                <Error>
                    <Type>Sender</Type>
                    <Code>Torn</Code>
                    <Message>in two</Message>
                </Error>
                <RequestId>some-id</RequestId>
            </ErrorResponse>"""
        params: { sheet: 2, message: "in two" }
    }
])
