//! Code of each version that the runtime supports works with it: clients of one version call servers of another.

/// A server and a client of a frozen module.
macro_rules! version {
    ($($version:ident)+) => {$(mod $version {
        use std::net::SocketAddr;

        use frozen::$version::errors::{AddToolError, GetToolError, ListToolsError, WatchError};
        use frozen::$version::types::{
            AddToolInput, AddToolOutput, Battery, GetToolInput, GetToolOutput, LentEvent, ListToolsInput,
            ListToolsOutput, Missing, Power, State, Taken, Tool, ToolEvents, ToolId, WatchInput, WatchOutput, Wheels,
        };
        use frozen::$version::{Client, server};
        use whitesmith_runtime::client::Config;
        use whitesmith_runtime::server::RequestContext;
        use whitesmith_runtime::types::{Blob, Document, EventStream, Timestamp};

        struct Tools;

        fn tool(id: &str) -> Tool {
            let power = Battery::builder().capacity(2_000).build().expect("a battery");
            Tool::builder()
                .id(ToolId::new(id).expect("an ID"))
                .state(State::Free)
                .weight(700)
                .labels("color", "red")
                .power(power)
                .wheels(Wheels::Two)
                .picture(Blob::from(b"png".to_vec()))
                .details(Document::from("long"))
                .gaps(Some(1.5))
                .gaps(None::<f64>)
                .build()
                .expect("a tool")
        }

        impl server::Workshop for Tools {
            async fn add_tool(&self, input: AddToolInput, _: RequestContext) -> Result<AddToolOutput, AddToolError> {
                if input.id.as_ref() == "t-dead" {
                    let taken = Taken::builder().message("taken").tool(input.tool).build().expect("an error");
                    return Err(taken.into());
                }
                assert!(input.token.is_some());
                Ok(AddToolOutput::builder().tool(input.tool).build().expect("an output"))
            }

            async fn get_tool(&self, input: GetToolInput, _: RequestContext) -> Result<GetToolOutput, GetToolError> {
                if input.id.as_ref() == "t-dead" {
                    return Err(Missing::builder().message("missing").build().expect("an error").into());
                }
                let made = Timestamp::from_secs(1_700_000_000);
                Ok(GetToolOutput::builder().tool(tool(input.id.as_ref())).made(made).build().expect("an output"))
            }

            async fn list_tools(
                &self,
                input: ListToolsInput,
                _: RequestContext,
            ) -> Result<ListToolsOutput, ListToolsError> {
                let output = match input.next_token.as_deref() {
                    None => ListToolsOutput::builder().tools(tool("t-0001")).next_token("more"),
                    Some(_) => ListToolsOutput::builder().tools(tool("t-0002")).tools(tool("t-0003")),
                };
                Ok(output.build().expect("an output"))
            }

            async fn watch(&self, _: WatchInput, _: RequestContext) -> Result<WatchOutput, WatchError> {
                let lent = |who: &str| ToolEvents::from(LentEvent::builder().who(who).build().expect("an event"));
                let events = EventStream::from_iter([lent("Ann"), lent("Bo")]);
                Ok(WatchOutput::builder().events(events).build().expect("an output"))
            }
        }

        pub(super) async fn serve() -> SocketAddr {
            let service = server::service(Tools).without_authentication();
            super::super::support::serve(axum::Router::new().fallback_service(service)).await
        }

        /// Calls all operations. Returns the IDs of pages, and the text of events.
        pub(super) async fn call(address: SocketAddr) -> Vec<String> {
            let config = Config::new().endpoint_url(format!("http://{address}")).api_key("key").attempts(1);
            let client = Client::new(config);
            let added = client.add_tool().id("t-0001").tool(tool("t-0001")).send().await.expect("added").tool;
            assert!(added == tool("t-0001"), "{added:?}");
            assert!(matches!(&added.power, Some(Power::Battery(battery)) if battery.capacity == 2_000));
            let taken = client.add_tool().id("t-dead").tool(tool("t-dead")).send().await.expect_err("taken");
            let taken = taken.as_service_error().expect("an error of the model");
            assert!(matches!(taken, AddToolError::Taken(taken) if taken.tool == Some(tool("t-dead"))), "{taken:?}");
            let invalid = client.add_tool().id("t-1").tool(tool("t-dead")).send().await.expect_err("no ID");
            assert!(invalid.as_service_error().is_none(), "{invalid:?}");
            let seconds = std::time::Duration::from_secs(5);
            client.get_tool().id("t-0001").wait_until_tool_free(seconds).await.expect("free");
            let missing = client.get_tool().id("t-dead").send().await.expect_err("missing");
            assert!(matches!(missing.as_service_error(), Some(GetToolError::Missing(_))), "{missing:?}");
            let mut said = Vec::new();
            let mut pages = client.list_tools().max_results(2).paginate().items();
            while let Some(tool) = pages.next().await {
                said.push(tool.expect("a tool").id.to_string());
            }
            let mut events = client.watch().id("t-0001").send().await.expect("watched").events;
            while let Some(event) = events.try_next().await.expect("an event") {
                said.push(format!("{event:?}"));
            }
            said
        }
    })+};
}

version! { v9 v10 v11 v12 v13 v14 v15 v16 }

#[tokio::test]
async fn clients_call_servers_of_other_versions() {
    let addresses = [
        v9::serve().await,
        v10::serve().await,
        v11::serve().await,
        v12::serve().await,
        v13::serve().await,
        v14::serve().await,
        v15::serve().await,
        v16::serve().await,
    ];
    let said = [
        v9::call(addresses[1]).await,
        v10::call(addresses[2]).await,
        v11::call(addresses[3]).await,
        v12::call(addresses[4]).await,
        v13::call(addresses[5]).await,
        v14::call(addresses[6]).await,
        v15::call(addresses[7]).await,
        v16::call(addresses[0]).await,
    ];
    let event = |who: &str| format!("ToolEvents {{ Lent: LentEvent {{ who: \"{who}\" }} }}");
    let tools = ["t-0001", "t-0002", "t-0003"].map(str::to_owned);
    let expected: Vec<String> = tools.into_iter().chain(["Ann", "Bo"].map(event)).collect();
    for found in said {
        assert_eq!(found, expected);
    }
}

/// A module of each version that the runtime supports, except the newest, is compiled.
#[test]
fn each_supported_version_is_frozen() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let range = std::fs::read_to_string(root.join("../runtime/src/compatibility.rs")).expect("the runtime");
    let number = |name: &str| {
        let (_, rest) = range.split_once(&format!("const {name}: u32 = ")).expect("a constant");
        rest.split_once(';').and_then(|(number, _)| number.parse::<u32>().ok()).expect("a number")
    };
    for version in number("OLDEST")..number("NEWEST") {
        let file = root.join(format!("frozen/src/v{version}/mod.rs"));
        let text = std::fs::read_to_string(&file).unwrap_or_else(|_| panic!("{} is missing", file.display()));
        assert!(text.contains(&format!("generated_with({version})")), "{}", file.display());
    }
}
