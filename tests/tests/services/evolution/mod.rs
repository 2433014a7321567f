//! A program for a model still compiles and works after an optional member, an enum value, a union variant and an error
//! are added to the model. Uses of deprecated items cause warnings.

mod new;
mod old;

#[tokio::test]
async fn an_old_program_works_with_the_old_model() {
    assert_eq!(old::pay("4000").await, "paid");
    assert_eq!(old::pay("1").await, "unknown card");
}

#[tokio::test]
async fn an_old_program_works_with_a_grown_model() {
    assert_eq!(new::pay("4000").await, "paid");
    assert_eq!(new::pay("1").await, "unknown card");
}

#[test]
fn a_member_of_a_union_converts_into_the_union() {
    use golden::evolution_old::types::{CardPayment, Method};
    let card = CardPayment::builder().number("4000").build().expect("valid");
    assert_eq!(Method::from(card.clone()), Method::Card(card));
}

// The compiler reports an expectation that is not met. The golden crate itself is compiled with warnings denied.
#[deny(unfulfilled_lint_expectations)]
mod deprecated {
    use golden::evolution_new::Client;
    use golden::evolution_new::types::{Method, PayInput, PaymentState};
    use whitesmith_runtime::client::Config;

    #[expect(deprecated)]
    fn field(input: PayInput) -> Option<String> {
        input.note
    }

    #[test]
    fn members_setters_variants_and_methods_warn() {
        let builder = PayInput::builder().order("o-1").amount(1);
        #[expect(deprecated)]
        let builder = builder.note("thanks");
        #[expect(deprecated)]
        let is_voucher = |method: &Method| matches!(method, Method::Voucher(_));
        #[expect(deprecated)]
        let waiting = PaymentState::Waiting;
        #[expect(deprecated)]
        drop(Client::new(Config::new()).look());
        let input =
            builder.method(golden::evolution_new::types::Transfer::builder().account("1").build().expect("complete"));
        let input = input.build().expect("complete");
        assert!(!is_voucher(&input.method));
        assert_eq!((field(input).as_deref(), waiting.as_str()), (Some("thanks"), "WAITING"));
    }
}
