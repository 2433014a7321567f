$version: "2"

namespace example.notes

use aws.protocols#restJson1

/// Keeps short notes.
@title("Notes")
@restJson1
service Notes {
    version: "2026-01-01"
    operations: [
        GetNote
        ListNotes
        PutNote
    ]
}

/// Writes a note, or replaces it.
@idempotent
@http(method: "PUT", uri: "/notes/{id}")
operation PutNote {
    input := {
        @required
        @httpLabel
        id: NoteId

        @required
        text: NoteText
    }
}

/// Returns a note.
@readonly
@http(method: "GET", uri: "/notes/{id}")
operation GetNote {
    input := {
        @required
        @httpLabel
        id: NoteId
    }

    output := {
        @required
        text: NoteText
    }

    errors: [
        NoSuchNote
    ]
}

/// Lists the ids of all notes.
@readonly
@http(method: "GET", uri: "/notes")
operation ListNotes {
    output := {
        @required
        ids: NoteIds
    }
}

list NoteIds {
    member: NoteId
}

@length(min: 1, max: 20)
@pattern("^[a-z-]+$")
string NoteId

@length(min: 1, max: 1000)
string NoteText

/// There is no note with this id.
@error("client")
@httpError(404)
structure NoSuchNote {
    @required
    message: String
}
