//! Names that the runtime defines for generated types, in code of each version that it supports: users call them.

macro_rules! names {
    ($($version:ident)+) => {$(
        mod $version {
            use frozen::$version::errors::AddToolError;
            use frozen::$version::types::{
                AddToolInput, Battery, Closed, Code, Labels, Names, PageSize, Power, State, Taken, Tool, ToolId, Wheels,
            };
            use whitesmith_runtime::types::Unhandled;

            fn tool() -> Tool {
                let battery = Battery::builder().set_capacity(Some(2_000)).build().expect("a battery");
                let tool = Tool::builder().id("t-0001").state(State::Free).weight(700).set_labels(None::<Labels>);
                let tool = tool.labels("color", "red").names("drill").names("press").set_power(Some(Power::from(battery)));
                tool.build().expect("a tool")
            }

            #[test]
            fn errors_have_code_and_message() {
                let taken = Taken::builder().message("in use").set_tool(Some(tool())).build().expect("an error");
                let taken = AddToolError::from(taken);
                assert_eq!((taken.code(), taken.message()), (Some("Taken"), Some("in use")));
                let closed = AddToolError::from(Closed::builder().set_message(None::<String>).build().expect("an error"));
                assert_eq!((closed.code(), closed.message()), (Some("Closed"), None));
                assert!(closed.has_retryable_trait() && !taken.has_retryable_trait());
                assert_eq!(AddToolError::from(Unhandled::default()).code(), None);
            }

            #[test]
            fn builders_have_setters() {
                let input = AddToolInput::builder().set_id(Some("t-0001")).set_tool(Some(tool())).set_count(Some(2));
                let input = input.code("1234").token("a").set_token(None::<String>).build().expect("an input");
                assert!(input.count == 2 && input.tool == tool() && input.token.is_none());
                assert_eq!(input.tool.names.map(|names| names.len()), Some(2));
                assert_eq!(input.tool.labels.and_then(|labels| labels.get("color").cloned()).as_deref(), Some("red"));
            }

            #[test]
            fn types_convert() {
                let id = ToolId::new("t-0001").expect("an ID");
                assert_eq!((id.as_str(), id.to_string()), ("t-0001", "t-0001".to_owned()));
                assert!("t-0001".parse::<ToolId>().is_ok_and(|same| same == id) && ToolId::try_from("x").is_err());
                assert_eq!(id.into_inner(), "t-0001");
                assert_eq!((State::Lent.as_str(), State::or_unknown("lost").as_str()), ("lent", "lost"));
                assert!("lent".parse::<State>().is_ok_and(|state| state == State::Lent) && State::try_from("lost").is_err());
                assert_eq!((Wheels::Two.get(), i32::from(Wheels::One), Wheels::or_unknown(7).get()), (2, 1, 7));
                assert!(Wheels::try_from(2).is_ok() && Wheels::try_from(7).is_err());
                assert_eq!((PageSize::MIN, PageSize::MAX, Code::MIN_LENGTH, Labels::MAX_LENGTH), (1, 25, 4, 5));
                assert!(PageSize::new(25).is_ok_and(|size| size.get() == 25) && PageSize::new(26).is_err());
                let names = Names::try_from_iter(["drill", "press"]).expect("names");
                assert_eq!(names.iter().map(|name| name.as_str()).collect::<Vec<_>>(), ["drill", "press"]);
            }
        }
    )+};
}

names! { v9 v10 v11 v12 v13 v14 v15 v16 }
