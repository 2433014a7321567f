//! A server of the model `warehouse`.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use golden::warehouse::errors::{GetArticleError, ListArticlesError, StoreArticlesError};
use golden::warehouse::server::{Warehouse, service};
use golden::warehouse::types::{
    Article, ArticleId, GetArticleInput, GetArticleOutput, ListArticlesInput, ListArticlesOutput, NoSuchArticle,
    ShelfFull, StoreArticlesInput, StoreArticlesOutput,
};
use whitesmith_runtime::schema::{OperationSchema, ProtocolId};
use whitesmith_runtime::server::{
    Body, Fault, MemoryStore, Probes, RequestContext, RoutedRequest, ServeLimits, ServiceSettings, serve,
};
use whitesmith_runtime::types::Unhandled;

/// Articles in memory.
#[derive(Debug, Default)]
pub(crate) struct Shelves {
    counts: Mutex<BTreeMap<ArticleId, i32>>,
}

/// Articles for which there is room.
const ROOM: i32 = 100;

impl Shelves {
    fn counts(&self) -> MutexGuard<'_, BTreeMap<ArticleId, i32>> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Warehouse for Shelves {
    async fn get_article(
        &self,
        input: GetArticleInput,
        _context: RequestContext,
    ) -> Result<GetArticleOutput, GetArticleError> {
        let Some(count) = self.counts().get(&input.id).copied() else {
            let message = format!("there is no article `{}`", input.id);
            return Err(NoSuchArticle::builder().message(message).build()?.into());
        };
        let article = Article::builder().id(input.id).count(count).build()?;
        Ok(GetArticleOutput::builder().article(article).build()?)
    }

    async fn list_articles(
        &self,
        input: ListArticlesInput,
        _context: RequestContext,
    ) -> Result<ListArticlesOutput, ListArticlesError> {
        let size = input.page_size.map_or(50, |size| usize::try_from(size.get()).unwrap_or(50));
        let counts = self.counts();
        let rest = counts.iter().filter(|(id, _)| input.after.as_ref().is_none_or(|after| *id > after));
        let mut articles = Vec::new();
        for (id, count) in rest.take(size) {
            articles.push(Article::builder().id(id.clone()).count(*count).build()?);
        }
        let last = articles.last().map(|article| article.id.clone());
        let next = last.filter(|last| counts.keys().any(|id| id > last));
        Ok(ListArticlesOutput::builder().set_articles(Some(articles)).set_next(next).build()?)
    }

    async fn store_articles(
        &self,
        input: StoreArticlesInput,
        context: RequestContext,
    ) -> Result<StoreArticlesOutput, StoreArticlesError> {
        if context.head().headers.get("x-closed").is_some() {
            return Err(Unhandled::new("Closed", Some("the warehouse is closed".to_owned())).with_status(503).into());
        }
        let mut counts = self.counts();
        let total = counts.entry(input.id).or_default();
        if *total + input.count.get() > ROOM {
            let error = ShelfFull::builder().message("the shelf is full").room(ROOM - *total).build()?;
            return Err(error.into());
        }
        *total += input.count.get();
        Ok(StoreArticlesOutput::builder().total(*total).build()?)
    }
}

/// Serves until the process is told to stop.
async fn run() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
    serve(listener, service(Shelves::default())).await;
    Ok(())
}

/// Serves with other limits.
async fn run_with_limits() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;

    let settings = ServiceSettings::default().with_max_body(64 * 1024);
    let service = service(Shelves::default()).with_settings(settings);

    let mut limits = ServeLimits::default();
    limits.max_connections = 200;
    serve(listener, service).limits(limits).await;
    Ok(())
}

/// Serves, and answers health checks.
async fn run_with_probes(is_ready: Arc<AtomicBool>) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;

    let probes = Probes::new().ready_if(move || {
        let is_ready = is_ready.load(Ordering::Relaxed);
        async move { is_ready }
    });
    serve(listener, probes.around(service(Shelves::default()))).await;
    Ok(())
}

/// Serves, and repeats responses to repeated requests.
async fn run_with_store() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;

    // The responses of an hour, at most 10,000.
    let store = MemoryStore::new(Duration::from_secs(60 * 60), 10_000);
    serve(listener, service(Shelves::default()).idempotency_store(store)).await;
    Ok(())
}

/// The service among other routes.
fn router() -> axum::Router {
    axum::Router::new()
        .route("/health", axum::routing::get(|| async { "ok" }))
        .fallback_service(service(Shelves::default()))
}

#[tokio::test]
async fn a_router_has_the_service_and_other_routes() {
    use tower::ServiceExt as _;

    for (path, status) in [("/health", 200), ("/articles", 200), ("/articles/chair", 404), ("/nothing", 404)] {
        let request = http::Request::get(path).body(axum::body::Body::empty()).expect("a request");
        assert_eq!(router().oneshot(request).await.expect("an answer").status(), status, "{path}");
    }
}

#[tokio::test]
async fn only_the_chosen_protocols_are_served() {
    use tower::ServiceExt as _;

    let service = service(Shelves::default()).with_protocols(&[ProtocolId::RpcV2Cbor]);
    let request = http::Request::get("/articles").body(axum::body::Body::empty()).expect("a request");
    assert_eq!(service.oneshot(request).await.expect("an answer").status(), 404);
}

/// The status of a request to store a chair.
async fn status_of_storing(
    service: impl tower::Service<http::Request<Body>, Response = http::Response<Body>>,
    body: &str,
) -> u16 {
    let request = http::Request::post("/articles/chair/store").header("content-type", "application/json");
    let request = request.body(Body::from(bytes::Bytes::from(body.to_owned()))).expect("a request");
    tower::ServiceExt::oneshot(service, request).await.ok().expect("a response").status().as_u16()
}

#[tokio::test]
async fn one_operation_has_other_limits() {
    let is_store = |operation: &OperationSchema| operation.name() == "StoreArticles";
    let settings = ServiceSettings::default().with_max_body(1024);
    let service = service(Shelves::default()).with_settings_of(is_store, settings);

    let body = r#"{"count":1}"#;
    assert_eq!(status_of_storing(service.clone(), body).await, 200);
    assert_eq!(status_of_storing(service, &format!("{body}{}", " ".repeat(1024))).await, 413);
}

#[tokio::test]
async fn a_layer_closes_one_operation() {
    let is_store = |operation: &OperationSchema| operation.name() == "StoreArticles";
    let closed = async |request: RoutedRequest| {
        let name = request.operation().name();
        request.reply(Fault::new(503, "Closed", format!("{name} is closed")))
    };
    let service = service(Shelves::default()).route_layer(is_store, closed);

    assert_eq!(status_of_storing(service, r#"{"count":1}"#).await, 503);
}

#[test]
fn servers_start() {
    // Not awaited: they run until they are told to stop.
    drop((run(), run_with_limits(), run_with_probes(Arc::default()), run_with_store()));
}
