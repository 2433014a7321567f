$version: "2.0"

namespace example.notes

use aws.protocols#restJson1

/// Texts, pictures and other notes.
@restJson1
service Notes {
    version: "2026-01-01"
    operations: [
        AddNote
        ReadNote
    ]
}

/// Adds a note.
@http(method: "POST", uri: "/notes/{topic}")
operation AddNote {
    input := {
        @required
        @httpLabel
        topic: Topic

        @httpQuery("tag")
        tags: Tags

        @required
        @httpPayload
        content: Content
    }

    output := {
        @required
        id: String

        @required
        size: Integer

        @required
        tags: Tags

        /// Stage of the API, if it has one.
        stage: String
    }
}

/// Reads a note.
@readonly
@http(method: "GET", uri: "/notes/{topic}")
operation ReadNote {
    input := {
        @required
        @httpLabel
        topic: Topic
    }

    output := {
        @required
        @httpPayload
        content: Content
    }

    errors: [
        NoSuchNote
    ]
}

@error("client")
@httpError(404)
structure NoSuchNote {
    @required
    message: String
}

@length(min: 1, max: 20)
string Topic

list Tags {
    member: String
}

blob Content
