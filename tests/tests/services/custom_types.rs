//! A service whose simple shapes, and some lists and maps, have types that are written by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, UNIX_EPOCH};

use golden::tickets::Client;
use golden::tickets::errors::{PutTicketError, WatchTicketsError};
use golden::tickets::server::{Tickets, service};
use golden::tickets::types::{
    Change, Changes, Duplicate, PutTicketInput, PutTicketOutput, Subject, Ticket, WatchTicketsInput, WatchTicketsOutput,
};
use ticket_types::{Cents, Color, Due, Host, Hours, Price, Priority, Share, State, Tags, TicketId};
use whitesmith_runtime::Received;
use whitesmith_runtime::client::Error;
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{RequestContext, ServiceSettings};
use whitesmith_runtime::types::{EventError, EventStream};

use super::support::{config, raw, request, serve};

#[derive(Clone)]
struct Echo;

/// The number of a ticket to which the server responds with an amount that the type does not accept.
const ODD: TicketId = TicketId(3);

impl Tickets for Echo {
    async fn put_ticket(&self, input: PutTicketInput, _: RequestContext) -> Result<PutTicketOutput, PutTicketError> {
        if input.parents.is_some_and(|parents| parents.iter().any(|parent| **parent == *input.id)) {
            let error = Duplicate::builder().message("no").of(*input.id).build().expect("valid");
            return Err(error.into());
        }
        let output = PutTicketOutput::builder().id(*input.id).ticket(input.ticket).set_due(input.due);
        let mut output = output.build().expect("valid");
        if input.id == ODD {
            output.ticket.cents = Cents(3).into();
        }
        Ok(output)
    }

    async fn watch_tickets(
        &self,
        _: WatchTicketsInput,
        _: RequestContext,
    ) -> Result<WatchTicketsOutput, WatchTicketsError> {
        let change = |cents| {
            let mut change = Change::builder().id(TicketId(1)).build().expect("valid");
            change.cents = Some(Cents(cents).into());
            Changes::Change(change)
        };
        let events = EventStream::from(vec![change(2), change(3), change(4)]);
        Ok(WatchTicketsOutput::builder().events(events).build().expect("valid"))
    }
}

/// Its outputs are not checked, so that clients receive invalid ones.
async fn server() -> SocketAddr {
    let settings = ServiceSettings::default().with_check_outputs(false);
    serve(axum::Router::new().fallback_service(service(Echo).with_settings(settings))).await
}

fn due() -> Due {
    Due(UNIX_EPOCH + Duration::from_secs(1_800_000_000))
}

fn ticket() -> Ticket {
    let previous = Ticket::builder().color(Color::Red).cents(Cents(0)).build().expect("valid");
    let ticket = Ticket::builder().color(Color::Blue).cents(Cents(250)).due(due()).state(State::Closed);
    let ticket =
        ticket.host(Host(Ipv4Addr::LOCALHOST)).share(Share(0.5)).price(Price("12.30".parse().expect("a number")));
    let ticket = ticket.related(TicketId(7)).related(TicketId(8)).owners(TicketId(9), Cents(10)).short(TicketId(11));
    let ticket = ticket.subject(Subject::Ticket(TicketId(12).into())).previous(previous);
    let tags = Tags(BTreeSet::from(["new".to_owned(), "urgent".to_owned()]));
    ticket.tags(tags).hours(Hours(BTreeMap::from([("Ada".to_owned(), 1.5)]))).build().expect("valid")
}

#[tokio::test]
async fn values_are_sent_and_received_in_all_places_by_each_protocol() {
    let address = server().await;
    for protocol in ["restJson1", "restXml", "awsJson1_1", "awsQuery", "rpcv2Cbor"] {
        let id =
            ProtocolId::ALL.iter().find(|id| id.shape_id().ends_with(&format!("#{protocol}"))).expect("a protocol");
        let client = Client::new(config(address).protocol(*id));
        let call = client.put_ticket().id(TicketId(17)).priority(Priority(1)).color(Color::Red).due(due());
        let output = call.parents(TicketId(1)).parents(TicketId(2)).ticket(ticket()).send().await;
        let output = output.unwrap_or_else(|error| panic!("{protocol}: {error:?}"));
        assert_eq!(output.ticket, ticket(), "{protocol}");
        assert_eq!((output.id, output.due.map(|due| *due)), (TicketId(17).into(), Some(due())), "{protocol}");
    }
}

#[tokio::test]
async fn fields_have_the_types_and_convert_to_them() {
    let ticket = ticket();
    assert_eq!(ticket.cents.0, 250);
    assert_eq!(ticket.price.expect("a price").into_inner(), Price("12.30".parse().expect("a number")));
    let owners: BTreeMap<u32, i64> =
        ticket.owners.iter().flatten().map(|(ticket, cents)| (ticket.0, cents.0)).collect();
    assert_eq!(owners, BTreeMap::from([(9, 10)]));
    assert_eq!(format!("{:?}", ticket.related), "Some([TicketId(7), TicketId(8)])");
    let open = Ticket::builder().color(Color::Red).cents(Cents(0)).build().expect("valid");
    assert_eq!(open.state, State::Open, "the default of the model");
}

#[tokio::test]
async fn a_server_reports_what_types_do_not_accept_with_all_other_violations() {
    let address = server().await;
    let body = r#"{"ticket": {"color": "GREEN", "cents": 3, "host": "AAAA", "related": ["A-1", "A-x", "1"],
        "owners": {"A-x": 2, "A-2": -1}, "short": "A-1000", "subject": {"ticket": "B-1"},
        "previous": {"color": "RED", "cents": 2, "due": "1960-01-01T00:00:00Z"}}}"#;
    let headers = [("content-type", "application/json"), ("x-parents", "A-1, A-x")];
    let answer = raw(address, &request("PUT /tickets/A-y/3", &headers, body)).await;
    assert_eq!(answer.status(), 400, "{answer:?}");
    let fields = answer.json()["fieldList"].as_array().expect("violations").clone();
    let shown = |field: &serde_json::Value| {
        let message = field["message"].as_str().unwrap_or_default();
        let (_, must) = message.split_once("Member must ").expect("a constraint");
        format!("{} {must}", field["path"].as_str().unwrap_or_default())
    };
    let shown: Vec<String> = fields.iter().map(shown).collect();
    insta::assert_debug_snapshot!(shown);
}

#[tokio::test]
async fn types_of_lists_and_maps_reject_values_after_their_constraints_and_parts() {
    let address = server().await;
    let headers = [("content-type", "application/json")];
    for (members, expected) in [
        (
            r#""tags": ["a", "b", "a"]"#,
            "Value at '/ticket/tags' failed to satisfy constraint: Member must be different tags",
        ),
        (r#""tags": []"#, "Value with length 0 at '/ticket/tags' failed to satisfy constraint"),
        (
            r#""hours": {"Ada": 0}"#,
            "Value at '/ticket/hours' failed to satisfy constraint: Member must be positive shares",
        ),
    ] {
        let body = format!(r#"{{"ticket": {{"color": "RED", "cents": 2, {members}}}}}"#);
        let answer = raw(address, &request("PUT /tickets/A-1/1", &headers, &body)).await;
        assert_eq!(answer.status(), 400, "{answer:?}");
        let message = answer.json()["fieldList"][0]["message"].as_str().unwrap_or_default().to_owned();
        assert!(message.starts_with(expected), "{message}");
    }
}

#[tokio::test]
async fn a_client_rejects_a_response_that_types_do_not_accept() {
    let client = Client::new(config(server().await));
    let call = client.put_ticket().id(ODD).priority(Priority(1)).ticket(ticket());
    let failed = call.send().await.expect_err("an odd amount");
    let Error::InvalidResponse { violations, .. } = &failed else { panic!("{failed:?}") };
    let violations: Vec<String> = violations.iter().map(ToString::to_string).collect();
    assert_eq!(violations, ["Value at '/ticket/cents' failed to satisfy constraint: Member must be an even number"]);
}

#[tokio::test]
async fn errors_have_the_types() {
    let client = Client::new(config(server().await));
    let call = client.put_ticket().id(TicketId(1)).priority(Priority(1)).parents(TicketId(1)).ticket(ticket());
    let Err(Error::Service(failure)) = call.send().await else { panic!("no error") };
    let PutTicketError::Duplicate(error) = failure.into_error() else { panic!("another error") };
    assert_eq!(error.of, TicketId(1));
}

#[tokio::test]
async fn a_client_rejects_an_error_that_types_do_not_accept() {
    let headers = "content-type: application/json\r\nx-amzn-errortype: Duplicate\r\n";
    let response = super::support::response("400 Bad Request", headers, r#"{"of": "1"}"#);
    let (address, _server) = super::support::scripted(vec![response]).await;
    let client = Client::new(config(address).protocol(ProtocolId::RestJson1));
    let failed = client.put_ticket().id(TicketId(1)).priority(Priority(1)).ticket(ticket()).send().await;
    let Err(Error::InvalidResponse { status: 400, violations, .. }) = failed else { panic!("{failed:?}") };
    assert_eq!(violations.iter().next().map(|violation| violation.path.as_str()), Some("/of"));
}

#[tokio::test]
async fn events_that_types_do_not_accept_are_errors_between_others() {
    let client = Client::new(config(server().await));
    let mut events = client.watch_tickets().send().await.expect("events").events;
    let mut received = Vec::new();
    loop {
        received.push(match events.try_next().await {
            Ok(None) => break,
            Ok(Some(Changes::Change(change))) => change.cents.map(|cents| cents.0),
            Err(EventError::Invalid(violations)) => {
                assert_eq!(violations.iter().next().map(|violation| violation.path.as_str()), Some("/change/cents"));
                None
            }
            other => panic!("{other:?}"),
        });
    }
    assert_eq!(received, [Some(2), None, Some(4)]);
}

#[test]
fn serialized_values_are_those_of_the_wire() {
    let text = serde_json::to_string(&ticket()).expect("JSON");
    assert_eq!(serde_json::from_str::<Ticket>(&text).expect("a ticket"), ticket());
    for (color, cents) in [("GREEN", 2), ("RED", 3)] {
        let text = format!(r#"{{"color": "{color}", "cents": {cents}}}"#);
        assert!(serde_json::from_str::<Ticket>(&text).is_err(), "{text}");
        assert!(serde_json::from_str::<Received<Ticket>>(&text).is_err(), "{text}");
    }
}
