$version: "2"

namespace example.warehouse

use alloy#simpleRestJson
use aws.protocols#awsJson1_0
use aws.protocols#awsJson1_1
use aws.protocols#awsQuery
use aws.protocols#ec2Query
use aws.protocols#restJson1
use aws.protocols#restXml
use smithy.framework#ValidationException
use smithy.protocols#rpcv2Cbor
use smithy.protocols#rpcv2Json
use smithy.waiters#waitable

/// Articles in stock. The service of the book's listings.
@restJson1
@restXml
@awsJson1_0
@awsJson1_1
@awsQuery
@ec2Query
@rpcv2Cbor
@rpcv2Json
@simpleRestJson
@xmlNamespace(uri: "https://example.com/warehouse")
service Warehouse {
    version: "2026-01-01"
    operations: [
        GetArticle
        ListArticles
        StoreArticles
    ]
    errors: [
        ValidationException
    ]
}

/// Returns an article.
@readonly
@http(method: "GET", uri: "/articles/{id}")
@waitable(
    ArticleInStock: {
        documentation: "Waits until there is an article of this kind."
        minDelay: 1
        acceptors: [
            {
                state: "success"
                matcher: { success: true }
            }
            {
                state: "retry"
                matcher: { errorType: "NoSuchArticle" }
            }
        ]
    }
)
operation GetArticle {
    input := {
        @required
        @httpLabel
        id: ArticleId
    }

    output := {
        @required
        article: Article
    }

    errors: [
        NoSuchArticle
    ]
}

/// Lists articles in the order of their IDs.
@readonly
@paginated(inputToken: "after", outputToken: "next", pageSize: "pageSize", items: "articles")
@http(method: "GET", uri: "/articles")
operation ListArticles {
    input := {
        @httpQuery("after")
        after: ArticleId

        @httpQuery("pageSize")
        pageSize: PageSize
    }

    output := {
        @required
        articles: ArticleList

        next: ArticleId
    }
}

/// Puts articles on a shelf.
@http(method: "POST", uri: "/articles/{id}/store")
operation StoreArticles {
    input := {
        @required
        @httpLabel
        id: ArticleId

        @required
        count: Count

        @httpHeader("x-shelf")
        shelf: String
    }

    output := {
        @required
        total: Integer
    }

    errors: [
        ShelfFull
    ]
}

/// An article and its number in stock.
structure Article {
    @required
    id: ArticleId

    @required
    count: Integer

    condition: Condition

    place: Place

    supplier: Supplier
}

@length(min: 1, max: 20)
@pattern("^[a-z-]+$")
string ArticleId

@range(min: 1, max: 1000)
integer Count

@range(min: 1, max: 50)
integer PageSize

list ArticleList {
    member: Article
}

enum Condition {
    NEW = "new"
    USED = "used"
}

/// Where an article is.
union Place {
    shelf: String
    /// Number of a pallet in the yard.
    pallet: Integer
}

/// Never shown in logs.
@sensitive
string Supplier

/// There is no article with this ID.
@error("client")
@httpError(404)
structure NoSuchArticle {
    @required
    message: String
}

/// The shelf has no room.
@error("client")
@httpError(409)
@retryable
structure ShelfFull {
    @required
    message: String

    /// Articles that still fit.
    room: Integer
}
