$version: "2"

namespace example.warehouse

use aws.protocols#restJson1

/// Counts the articles in stock.
@restJson1
service Warehouse {
    version: "2026-01-01"
    operations: [
        CountArticles
    ]
}

/// Returns the number of articles in stock.
@readonly
@http(method: "GET", uri: "/articles/{id}/count")
operation CountArticles {
    input := {
        @required
        @httpLabel
        id: ArticleId
    }

    output := {
        @required
        count: Integer
    }

    errors: [
        NoSuchArticle
    ]
}

@length(min: 1, max: 20)
@pattern("^[a-z-]+$")
string ArticleId

@error("client")
@httpError(404)
structure NoSuchArticle {
    @required
    message: String
}
