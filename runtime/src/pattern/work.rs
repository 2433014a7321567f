//! Counts steps of matching in tests, which bound its time.

#[cfg(test)]
thread_local! {
    static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts steps, each of which takes a bounded time.
#[inline]
pub(super) fn count(steps: usize) {
    #[cfg(test)]
    STEPS.set(STEPS.get() + steps);
    #[cfg(not(test))]
    let _ = steps;
}

/// The number of steps that a function takes.
#[cfg(test)]
pub(super) fn of(function: impl FnOnce()) -> usize {
    STEPS.set(0);
    function();
    STEPS.get()
}

#[cfg(test)]
mod tests {
    use super::super::program::Operation;
    use super::super::{Pattern, Program, Search, Set, Step};

    const LOWER: Set = Set::new().range(b'a', b'z');
    const WORD: Set = Set::new().range(b'a', b'z').chars("-").others(&[('é', 'ü')]);
    const ANY: Set = Set::new().negated();
    const NO_MAX: u32 = u32::MAX;

    fn leak<T>(steps: Vec<T>) -> &'static [T] {
        steps.leak()
    }

    fn repeat(steps: Vec<Step>, min: u32, max: u32) -> Step {
        Step::Repeat(leak(steps), min, max)
    }

    fn one_of(alternatives: Vec<Vec<Step>>) -> Step {
        Step::OneOf(leak(alternatives.into_iter().map(leak).collect()))
    }

    /// Name, steps of a program by a repetition count, and the number of states of its loops for each count.
    type Family = (&'static str, fn(u32) -> Vec<Step>, usize);

    use Step::{Class, End, Literal, NoWordBoundary, Skip, Start, WordBoundary};

    const FAMILIES: &[Family] = &[
        ("x[a-z]{0,c}!", |c| vec![Skip, Literal("x"), Class(&LOWER, 0, c), Literal("!")], 0),
        ("[a-z]{c}!", |c| vec![Skip, Class(&LOWER, c, c), Literal("!")], 0),
        (
            "several classes",
            |c| vec![Start, Class(&LOWER, 0, c), Class(&WORD, c, NO_MAX), Class(&LOWER, 1, c), Literal("!"), End],
            0,
        ),
        ("look-around at the end", |c| vec![Skip, Class(&WORD, 0, c), Literal("a"), Class(&ANY, c, c), End], 0),
        ("characters of more bytes", |c| vec![Skip, Literal("é"), Class(&WORD, 1, c), Literal("ü"), End], 0),
        (
            "repeated class",
            |c| vec![Start, repeat(vec![Class(&WORD, 0, c), Class(&LOWER, 1, c)], 1, NO_MAX), Literal("!")],
            0,
        ),
        (
            "separators",
            |_| {
                let part = vec![Class(&LOWER, 1, NO_MAX), Literal("x")];
                vec![Start, repeat(part, 1, NO_MAX), Literal("!"), Class(&ANY, 0, NO_MAX), End]
            },
            0,
        ),
        (
            "alternatives that start alike",
            |c| {
                let same = |last| vec![Class(&LOWER, 1, c), Literal(last)];
                vec![Skip, repeat(vec![one_of(vec![same("a"), same("ab"), same("é"), same("!")])], 0, NO_MAX), End]
            },
            0,
        ),
        (
            "overlapping optional parts",
            |_| {
                let optional = || repeat(vec![Class(&LOWER, 1, 3)], 0, 1);
                let parts = (0..12).map(|_| optional()).chain((0..12).map(|_| Class(&LOWER, 1, 1)));
                [Skip].into_iter().chain(parts).chain([Literal("!")]).collect()
            },
            0,
        ),
        ("empty repetitions", |c| vec![Start, repeat(vec![Class(&LOWER, 0, 3), Class(&WORD, 0, 2)], c / 2, c), End], 8),
        (
            "counted group",
            |c| {
                vec![
                    Start,
                    repeat(vec![one_of(vec![vec![Literal("ab")], vec![Literal("a")]])], 0, c),
                    Literal("!"),
                    End,
                ]
            },
            5,
        ),
        ("counted group anywhere", |c| vec![Skip, repeat(vec![Literal("a"), Class(&WORD, 0, 1)], c, c), End], 4),
        (
            "several counted groups",
            |c| {
                let group = |last| repeat(vec![Class(&WORD, 0, 1), Literal(last)], 1, c);
                vec![Start, group("a"), group("b"), group("a"), Literal("!")]
            },
            12,
        ),
        (
            "nested groups",
            |c| {
                let inner = repeat(vec![Class(&LOWER, 1, 1), Class(&WORD, 0, 1), Literal("a")], 0, 20);
                vec![Start, repeat(vec![inner, Class(&LOWER, 0, 1)], 1, c), Literal("!")]
            },
            140,
        ),
        (
            "words",
            |c| {
                let boundaries = vec![vec![WordBoundary], vec![NoWordBoundary, Literal("a")], vec![Class(&WORD, 1, 1)]];
                vec![Start, repeat(vec![one_of(boundaries)], c / 2, c), Literal("!"), End]
            },
            6,
        ),
    ];

    /// Texts of about `length` bytes.
    fn texts(length: usize) -> [String; 10] {
        let of = |part: &str, end: &str| part.repeat(length / part.len()) + end;
        [
            of("a", ""),
            of("a", "!"),
            of("xa", "!"),
            of("ab", "?"),
            of("é", "ü"),
            of("aé-", "!"),
            of(&("a".repeat(90) + "?"), "a"),
            of("a!", "?"),
            of("aa-b ", ""),
            "ax".repeat(length / 8) + &of("a", "!").split_off(length / 4),
        ]
    }

    /// The number of operations, and of steps that matching takes.
    fn work(steps: &[Step], text: &str) -> (usize, usize) {
        let program: &'static Program<128> = Box::leak(Box::new(Program::new(steps)));
        let operations = program.nodes().iter().filter(|node| node.operation != Operation::Match).count();
        let pattern = Pattern::search("", vec![Search::find(program)].leak());
        let steps = super::of(|| {
            pattern.is_match(text);
        });
        (operations, steps)
    }

    #[test]
    fn steps_grow_linearly_with_texts_and_hardly_with_counts() {
        for (name, family, states) in FAMILIES {
            for (short, long) in texts(1_000).iter().zip(&texts(4_000)) {
                let (few, many) = (family(100), family(400));
                let [(_, base), (_, longer), (operations, more)] =
                    [(&few, short), (&few, long), (&many, short)].map(|(steps, text)| work(steps, text));
                // An exponent of 1.1. Backtracking may decide short texts in fewer steps than the simulation.
                let limit = base.max(short.len() * 4) * 46 / 10;
                assert!(longer <= limit, "{name}, {short:.20}…: {base}, {longer} for 4 times the text");
                // States of loops are bits, and are considered once for each nested loop.
                let bound = short.len() * (20 + operations * 4 + states * 400 / 16);
                assert!(more <= bound, "{name}, {short:.20}…: {base}, {more} for 4 times the count; bound {bound}");
            }
        }
    }
}
