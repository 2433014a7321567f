// Written by whitesmith from cases/waiters.smithy. Edits are lost: change the model, and generate again.

//! The waiters of `Orders`.

use ::whitesmith_runtime as rt;
use rt::client::waiter::{Acceptor, Expected, Matcher, Path, Waiter};
use rt::jmespath::{Comparator, Expression as E, Function, Literal};

pub(super) static ORDER_SHIPPED: Waiter = Waiter::new(
    "OrderShipped",
    &[
        Acceptor::failure(Matcher::Output(&STATE, Expected::String("LOST")))
            .message(&REASON),
        Acceptor::success(Matcher::Output(&STATE, Expected::String("SHIPPED"))),
        Acceptor::retry(Matcher::Error("OrderNotFound")),
    ],
);

pub(super) static ORDER_GONE: Waiter = Waiter::new(
        "OrderGone",
        &[
            Acceptor::success(Matcher::Error("OrderNotFound")),
            Acceptor::success(Matcher::Error("Order.Expired")),
            Acceptor::failure(Matcher::Error("OrderLocked")),
        ],
    )
    .delays(1, 4);

pub(super) static ORDER_KNOWN: Waiter = Waiter::new(
        "OrderKnown",
        &[
            Acceptor::success(Matcher::Success(true)),
            Acceptor::retry(Matcher::Success(false)),
        ],
    )
    .delays(3, 3);

pub(super) static PARTS_READY: Waiter = Waiter::new(
    "PartsReady",
    &[
        Acceptor::failure(Matcher::Output(&PARTS_STATE, Expected::Any("BROKEN")))
            .message(&PARTS_STATE_BROKEN_NOTE),
        Acceptor::failure(Matcher::Output(&PARTS_STATE, Expected::Any("SEIZED")))
            .message(&PARTS_STATE_SEIZED_SECRETS),
        Acceptor::success(Matcher::Output(&PARTS_STATE, Expected::All("READY"))),
    ],
);

pub(super) static ALL_PARTS_THERE: Waiter = Waiter::new(
    "AllPartsThere",
    &[
        Acceptor::success(
            Matcher::InputOutput(&LENGTH_INPUT_PARTS_LENGTH, Expected::Bool(true)),
        ),
    ],
);

pub(super) static ORDER_ODD: Waiter = Waiter::new(
    "OrderOdd",
    &[
        Acceptor::success(Matcher::Output(&PARTS_1_STATE_X, Expected::Any("ODD"))),
        Acceptor::retry(Matcher::Output(&COUNTS_TO_STRING_FIRST, Expected::Any("7"))),
        Acceptor::failure(Matcher::Output(&CONTAINS_LOST_A_NULL, Expected::Bool(true))),
        Acceptor::success(Matcher::Output(&SORT_BY_PARTS_STATE, Expected::All("EVEN"))),
    ],
);

pub(super) static RECEIPT_SIGNED: Waiter = Waiter::new(
    "ReceiptSigned",
    &[Acceptor::success(Matcher::Output(&SIGNED, Expected::Bool(true)))],
);

static STATE: Path = Path::new("state", E::Field("state"));

static REASON: Path = Path::new("reason", E::Field("reason"));

static PARTS_STATE: Path = Path::new(
    "parts[].state",
    E::Project(&[E::Flatten(&E::Field("parts")), E::Field("state")]),
);

static PARTS_STATE_BROKEN_NOTE: Path = Path::new(
    "parts[?state == 'BROKEN'].note",
    E::Filter(
        &[
            E::Field("parts"),
            E::Compare(
                Comparator::Equal,
                &[E::Field("state"), E::Literal(Literal::String("BROKEN"))],
            ),
            E::Field("note"),
        ],
    ),
);

static PARTS_STATE_SEIZED_SECRETS: Path = Path::new(
    "parts[?state == 'SEIZED'].secrets[]",
    E::Project(
        &[
            E::Flatten(
                &E::Filter(
                    &[
                        E::Field("parts"),
                        E::Compare(
                            Comparator::Equal,
                            &[E::Field("state"), E::Literal(Literal::String("SEIZED"))],
                        ),
                        E::Field("secrets"),
                    ],
                ),
            ),
            E::Current,
        ],
    ),
);

static LENGTH_INPUT_PARTS_LENGTH: Path = Path::new(
    "length(input.parts) == length(output.parts) && output.state != 'LOST'",
    E::And(
        &[
            E::Compare(
                Comparator::Equal,
                &[
                    E::Call(
                        Function::Length,
                        &[E::Chain(&[E::Field("input"), E::Field("parts")])],
                    ),
                    E::Call(
                        Function::Length,
                        &[E::Chain(&[E::Field("output"), E::Field("parts")])],
                    ),
                ],
            ),
            E::Compare(
                Comparator::NotEqual,
                &[
                    E::Chain(&[E::Field("output"), E::Field("state")]),
                    E::Literal(Literal::String("LOST")),
                ],
            ),
        ],
    ),
);

static PARTS_1_STATE_X: Path = Path::new(
    "[[parts[-1].state, 'x'][0], parts[1:3] | [::-1].state | [0]][]",
    E::Project(
        &[
            E::Flatten(
                &E::List(
                    &[
                        E::Chain(
                            &[
                                E::List(
                                    &[
                                        E::Chain(
                                            &[E::Field("parts"), E::Index(-1), E::Field("state")],
                                        ),
                                        E::Literal(Literal::String("x")),
                                    ],
                                ),
                                E::Index(0),
                            ],
                        ),
                        E::Chain(
                            &[
                                E::Field("parts"),
                                E::Project(
                                    &[
                                        E::Slice(
                                            ::std::option::Option::Some(1),
                                            ::std::option::Option::Some(3),
                                            1,
                                        ),
                                        E::Current,
                                    ],
                                ),
                                E::Project(
                                    &[
                                        E::Slice(
                                            ::std::option::Option::None,
                                            ::std::option::Option::None,
                                            -1,
                                        ),
                                        E::Field("state"),
                                    ],
                                ),
                                E::Index(0),
                            ],
                        ),
                    ],
                ),
            ),
            E::Current,
        ],
    ),
);

static COUNTS_TO_STRING_FIRST: Path = Path::new(
    "counts.*.to_string(@) | {first: @[0], all: @}.[first, @.all[1:]][]",
    E::Chain(
        &[
            E::ProjectValues(
                &[E::Field("counts"), E::Call(Function::ToString, &[E::Current])],
            ),
            E::Project(
                &[
                    E::Flatten(
                        &E::Chain(
                            &[
                                E::Hash(&[("first", E::Index(0)), ("all", E::Current)]),
                                E::List(
                                    &[
                                        E::Field("first"),
                                        E::Chain(
                                            &[
                                                E::Field("all"),
                                                E::Project(
                                                    &[
                                                        E::Slice(
                                                            ::std::option::Option::Some(1),
                                                            ::std::option::Option::None,
                                                            1,
                                                        ),
                                                        E::Current,
                                                    ],
                                                ),
                                            ],
                                        ),
                                    ],
                                ),
                            ],
                        ),
                    ),
                    E::Current,
                ],
            ),
        ],
    ),
);

static CONTAINS_LOST_A_NULL: Path = Path::new(
    "contains(`[\"LOST\", {\"a\": [null, 1.5, true]}]`, state) || !(not_null(at, `-1`) < `0`)",
    E::Or(
        &[
            E::Call(
                Function::Contains,
                &[
                    E::Literal(
                        Literal::Array(
                            &[
                                Literal::String("LOST"),
                                Literal::Object(
                                    &[
                                        (
                                            "a",
                                            Literal::Array(
                                                &[Literal::Null, Literal::Number(1.5), Literal::Bool(true)],
                                            ),
                                        ),
                                    ],
                                ),
                            ],
                        ),
                    ),
                    E::Field("state"),
                ],
            ),
            E::Not(
                &E::Compare(
                    Comparator::Less,
                    &[
                        E::Call(
                            Function::NotNull,
                            &[E::Field("at"), E::Literal(Literal::Number(-1.0))],
                        ),
                        E::Literal(Literal::Number(0.0)),
                    ],
                ),
            ),
        ],
    ),
);

static SORT_BY_PARTS_STATE: Path = Path::new(
    "sort_by(parts, &state)[?starts_with(state, 'EV')].state",
    E::Filter(
        &[
            E::Call(Function::SortBy, &[E::Field("parts"), E::Field("state")]),
            E::Call(
                Function::StartsWith,
                &[E::Field("state"), E::Literal(Literal::String("EV"))],
            ),
            E::Field("state"),
        ],
    ),
);

static SIGNED: Path = Path::new("signed", E::Field("signed"));
