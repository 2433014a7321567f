$version: "2"

namespace example.warehouse

@readonly
@http(method: "GET", uri: "/articles/count")
operation CountArticles {
    input := {
        @required
        @httpLabel
        id: ArticleId
    }
}

@pattern("^[a-z-+$")
@length(min: 20, max: 2)
string ArticleId
