//! Meaning of each ECMA-262 construct, which of the two forms it takes, and which patterns are rejected.

use std::panic::catch_unwind;

use regex::Regex;
use whitesmith_codegen::pattern::{Plan, Step, plan};
use whitesmith_runtime::pattern::Program;

use crate::support::{Ready, compare, oracle, walks};

/// Patterns with strings that match and strings that do not. Each is enforced exactly, and compared with the oracle.
const EXACT: &[(&str, &[&str], &[&str])] = &[
    // Anchors match only at the very end. Without anchors, a pattern may match anywhere.
    ("^a$", &["a"], &["a\n", "aa", "\na", ""]),
    ("b", &["abc", "b\n"], &["", "ac"]),
    ("^b", &["bc"], &["ab"]),
    ("b$", &["ab"], &["ba", "b\n"]),
    ("^a$|^b$", &["a", "b"], &["ab", "a|b"]),
    ("^a|b$", &["ax", "xb"], &["xa", "bx"]),
    ("(^id-$)", &["id-"], &["id", "xid-"]),
    // Classes.
    (r"^\d+$", &["012"], &["٣", "", "a"]),
    (r"^\w+$", &["aZ_9"], &["é", "-"]),
    (r"^\s+$", &[" \t\u{a0}\u{feff}\u{2028}"], &["\u{85}", "\u{200b}"]),
    (r"^\S+$", &["é\u{85}"], &[" ", "a\u{3000}"]),
    (r"^\D\W\S$", &["a-é"], &["1-a", "aba"]),
    ("^[a-z0-9-_]+$", &["a-_9"], &["A", "a.b", ""]),
    (r"^[\w-:]+$", &["a-b:c"], &["a b"]),
    (r"^[+-\w]+$", &["+-a_"], &[",", "."]),
    ("^[-a]+[a-]$", &["a-a-"], &["b"]),
    ("^[^]$", &["\n", "🦀"], &["", "ab"]),
    ("^a[]?$", &["a"], &["a]", ""]),
    (r"^[\]\\^]+$", &[r"]\^"], &["["]),
    ("^[a^]+$", &["^a"], &["b"]),
    (r"^[\b]$", &["\u{8}"], &["b"]),
    ("^[^:]{2}:$", &["é🦀:"], &["é:", "abc:"]),
    ("^.$", &["🦀", "\u{85}"], &["\n", "\r", "\u{2028}", "\u{2029}", "ab"]),
    // Escapes.
    (r"^\/\-\.\@$", &["/-.@"], &["/"]),
    (r"^\x41\u0042\cJ\0$", &["AB\n\0"], &["AB"]),
    (r"^[\x20-\x7E]+$", &[" ~"], &["\u{7f}", "\n"]),
    (r"^[\uD83E\uDD80-\uD83E\uDD84]$", &["🦀"], &["🦁🦁", "x"]),
    (r"^[\u0020-\uD7FF\uE000-\uFFFD]*$", &["é\u{fffd}"], &["\u{ffff}", "🦀", "\n"]),
    (r"^[\p{L}\p{N}_]+$", &["Ünïcødé9", "漢字"], &["a b", "-"]),
    (r"^\P{L}$", &["1"], &["é"]),
    (r"^\p{Script=Greek}+$", &["λόγος"], &["logos"]),
    // Counts, groups, laziness.
    ("^a{2,3}$", &["aa", "aaa"], &["a", "aaaa"]),
    ("^a{0}b{1}$", &["b"], &["ab"]),
    ("^a{,3}$", &["a{,3}"], &["aa"]),
    ("^{a}$", &["{a}"], &["a"]),
    ("^.{1,100000}$", &["a", "é"], &["", "a\n"]),
    ("^(?:ab)*?c+?$", &["ababc", "ccc"], &["aba"]),
    ("^(?<name>a|b)+$", &["abba"], &["c", ""]),
    ("^(?<$é_1>a)$", &["a"], &["b"]),
    ("^(a|ab)(c|bcd)$", &["abcd", "abc", "ac"], &["ab", "acd"]),
    ("^(|a)$", &["", "a"], &["aa"]),
    ("^(?:ab|c){33,40}$", &["ccccccccccabababcccccccccccccccccccc", "ccccccccccccccccccccccccccccccccc"], &["c", "ab"]),
    ("^(?:(?:ab?){2,40}c){3,40}$", &["aacabacaac"], &["acacac", "aacaac", "aac"]),
    ("^(?:a?|bc){40,50}$", &["", "abca"], &["b", "abac"]),
    ("^(a*b?)*c$", &["c", "abbac"], &["", "ac-"]),
    ("^(?:[a-c]{2,3}){4,5}$", &["aaaaaaaa", "abcabcabcabcabc"], &["aaaaaaa", "abcabcabcabcabca"]),
    ("^(?:a{3}){1,4}$", &["aaa", "aaaaaa"], &["aaaa", ""]),
    ("[0-9][0-9]?[0-9]+-", &["x12-", "1234-"], &["1-", "12"]),
    ("a+(b|c*)", &["xa", "aab"], &["b", ""]),
    ("^a|(b[a-c]?)+$", &["ax", "xbcb"], &["xa", "bx"]),
    (r"\bcat\b", &["a cat!"], &["cats", "_cat"]),
    (r"^a\B.b$", &["axb"], &["a-b"]),
    ("^(a{2,3}){0,2}$", &["", "aa", "aaaaaa"], &["a", "aaaaaaa"]),
    ("^(a{0,3}){2,5}$", &["", "aaaaaaaaaaaaaaa"], &["aaaaaaaaaaaaaaaa", "b"]),
    ("^(a{2,3}|b?)*$", &["", "aab", "baaaaa"], &["a", "ba", "bab"]),
    (r"^(\ba?|c?)*$", &["", "ac", "cc"], &["ca", "-"]),
    ("^((a*b?){0,3})*c$", &["c", "aabbac"], &["", "ad"]),
    (r"x(a\b)+", &["xa", "xa-a"], &["xab", "x"]),
    ("(^|,)a", &["a", "b,a"], &["ba", ","]),
    ("(^a|b)+c", &["ac", "abbc", "xbc"], &["xac", "c"]),
    // Look-around.
    (r"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$", &["1a", "1.", "a"], &["12", "", "a b"]),
    ("^(?!aws:)[a-z:]+$", &["aw", "xaws:"], &["aws:", "aws:x"]),
    (r"^(?!.*--)(?!-)(?!.*-$)[a-z-]+$", &["a-b"], &["a--b", "-a", "a-"]),
    (r"^[a-z.]*(?<!\.)$", &["a.b", ""], &["a."]),
    ("^[a-z-]+(?<=a)$", &["ba"], &["ab"]),
    (r"^((?!-)[a-z-]{1,3}(?<!-)\.)+$", &["a-b.c.", "a."], &["-a.", "a-.", "abcd.", ""]),
    ("^a(?=b).$", &["ab"], &["ac"]),
    ("^(?!b)(?!c)[a-d]$", &["a", "d"], &["b", "c"]),
    ("^x(?=a)*y$", &["xy"], &["xa"]),
];

/// Syntax of Java that ECMA-262 lacks.
const JAVA: &[(&str, &[&str], &[&str])] = &[
    ("^(?i)(yes|no)$", &["YES", "nO"], &["maybe", "ye\u{17f}"]),
    ("^a(?i:b)c$", &["aBc"], &["ABc", "abC"]),
    ("^(?i)[^k]$", &["\u{212a}"], &["k", "K"]),
    ("^(?s).$", &["\n"], &["ab"]),
    (r"\Aab\z", &["ab"], &["ab\n"]),
    (r"^[\p{Print}&&[^|]]+$", &["a b"], &["a|b", "é"]),
    (r"^\p{Alnum}\p{Punct}$", &["a!"], &["é!"]),
    ("^[a-z]++-$", &["ab-"], &["ab"]),
    ("^(?>a|b)c$", &["bc"], &["c"]),
    // Numbers after a quantifier have no effect.
    ("^[0-9]{2}{1,2}$", &["12"], &["1234", "123", ""]),
    ("^a{2}{3}$", &["aa"], &["aaaaaa", "a"]),
    ("^a{2}{3}{4}?{5}{6}{7}+$", &["aa"], &["aaa"]),
    ("^a*{3}b+{0}c?{2}$", &["abc", "bb", "aaaabbbc"], &["ac", "bcc"]),
    ("^a{2}?{3}(?:ab){2}+{3}$", &["aaabab"], &["aaab", "aaaaaaabab"]),
    ("^(?x)a {2} {3}$", &["aa"], &["aaaaaa"]),
];

/// Rarer syntax of Java, for which a warning has the replacement.
const RARE_JAVA: &[(&str, &[&str], &[&str])] = &[
    ("^a*${2,64}$", &["aa", ""], &["b"]),
    (r"^^*a\b+$", &["a"], &["^a", "ab"]),
    (r"^\p{all}$", &["\n", "é"], &["ab", ""]),
    (r"^\p{LD}+$", &["é9", "٣"], &["-", ""]),
    (r"^[\p{L1}]$", &["ÿ"], &["Ā"]),
    (r"^\p{javaLowerCase}\p{javaLetterOrDigit}$", &["a9"], &["A9", "a-"]),
    (r"^\Qa.b*\E+$", &["a.b*", "a.b**"], &["axb", "a.b"]),
    (r"^[\Q^]\E]$", &["^", "]"], &["\\"]),
    (r"^a\Q|$", &["a|$"], &["a"]),
    (r"^\h\H$", &["\ta", "\u{a0}\n"], &["\na", "a\t", "hh"]),
    (r"^a\Rb$", &["a\r\nb", "a\u{85}b"], &["a b", "a\r\r\nb"]),
    (r"^\a\e$", &["\u{7}\u{1b}"], &["ae"]),
    (r"^[\w&&\D]+$", &["ab_"], &["a1", "&"]),
    (r"^[a-z&&[^m-p&&[^o]]]$", &["a", "o"], &["m", "p"]),
    ("^(?x) a b # both\n c$", &["abc"], &["a b c"]),
    ("^(?d).$", &["\r"], &["\n"]),
];

fn check(cases: &[(&str, &[&str], &[&str])]) {
    for (source, matches, misses) in cases {
        let ready = Ready::new(source);
        assert_eq!(ready.planned.weaker, None, "{source}");
        for text in *matches {
            assert!(ready.is_match(text), "{source} should match {text:?}: {:?}", ready.planned);
        }
        for text in *misses {
            assert!(!ready.is_match(text), "{source} should not match {text:?}: {:?}", ready.planned);
        }
    }
}

#[test]
fn constructs_have_the_meaning_of_ecma_262() {
    check(EXACT);
}

#[test]
fn java_constructs_have_the_meaning_of_java() {
    check(JAVA);
}

#[test]
fn rare_java_constructs_have_the_meaning_of_java_and_are_named() {
    check(RARE_JAVA);
    for (source, ..) in RARE_JAVA {
        // An intersection with a class in brackets is common.
        assert!(plan(source).unwrap().java.is_some() || source.contains("&&["), "{source}");
    }
}

#[test]
fn blocks_of_unicode_match_more_and_are_named() {
    for source in [r"^\p{InGreek}$", r"^\P{InGreek}$", r"^[^\p{block=Greek}a]$"] {
        let ready = Ready::new(source);
        assert_eq!(ready.planned.weaker.as_deref(), Some("a block of Unicode"), "{source}");
        assert!(ready.is_match("λ") && ready.is_match("l") && !ready.is_match("ll"), "{source}");
    }
}

#[test]
fn errors_after_a_quotation_have_their_offset_in_the_pattern() {
    assert_eq!(plan(r"\Q.*\E(").unwrap_err().offset, 6);
}

#[test]
fn results_equal_the_oracle_near_each_match() {
    for (source, ..) in EXACT {
        let oracle = oracle(source).unwrap_or_else(|| panic!("the oracle cannot read {source}"));
        compare(source, &Ready::new(source), oracle, 30).unwrap();
    }
}

#[test]
fn ids_and_arns_become_steps() {
    for source in [
        "^wf-[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
        r"^arn:aws[^:]*:imagebuilder:[^:]+:(?:[0-9]{12}|aws):image/[a-z0-9-_]+/[0-9]+\.[0-9]+\.[0-9]+/[0-9]+$",
        "^arn:aws:imagebuilder:[^:]+:(?:[0-9]{12}|aws(?:-[a-z-]+)?):(?:image|image-recipe|workflow/(?:build|test))/[a-z0-9-_]+$",
        "^arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:role/.+$",
        "^[a-z]+(-[a-z]+)*$",
        r"^[\w-]{1,64}$",
        r"^\S{1,2048}$",
        r"^(\d{4}-)?(on|off)[.]{1}$",
    ] {
        let ready = Ready::new(source);
        assert!(ready.is_first_tier(), "{source}");
        compare(source, &ready, oracle(source).unwrap(), 60).unwrap();
    }
}

#[test]
fn patterns_that_need_lookahead_become_searches() {
    for source in ["^[a-z]+[a-z]$", "^(a|[a-b]c)$", "^(a?)*b$", "^a*(ab)?$", "^a{1,2}a$", "^((a|b)?|c)a$", "a"] {
        let ready = Ready::new(source);
        assert!(!ready.is_first_tier(), "{source}: {:?}", ready.planned);
        compare(source, &ready, oracle(source).unwrap(), 60).unwrap();
    }
}

/// Alternatives, each of which is the start of the next one.
fn prefixes(count: usize) -> String {
    (1..=count).map(|times| "ab".repeat(times)).collect::<Vec<_>>().join("|")
}

/// Groups in one another, each of which may be left out.
fn options(levels: usize) -> String {
    format!("{}{}", "(?:ab".repeat(levels), ")?".repeat(levels))
}

fn nesting(steps: &[Step]) -> usize {
    let of = |step: &Step| match step {
        Step::OneOf(branches) => 1 + branches.iter().map(|steps| nesting(steps)).max().unwrap_or(0),
        Step::Repeat(steps, ..) => 1 + nesting(steps),
        _ => 0,
    };
    steps.iter().map(of).max().unwrap_or(0)
}

/// As deep as the runtime's tests show that constants may be.
const MAX_NESTING: usize = 35;

#[test]
fn steps_nest_as_deeply_as_constants_may() {
    let sources = [
        format!("({})$", prefixes(45)),
        format!("^({})$", prefixes(60)),
        format!("^(?:({})c?)*(?:{}d)?$", prefixes(40), prefixes(50)),
        format!("^{}$", options(MAX_NESTING)),
        format!("^{}b?$", options(MAX_NESTING)),
    ];
    for source in sources {
        let ready = Ready::new(&source);
        assert_eq!(ready.planned.weaker, None, "{source}");
        let depth = match &ready.planned.plan {
            Plan::Steps(steps) => nesting(steps),
            Plan::Searches(searches) => searches.iter().map(|search| nesting(&search.steps)).max().unwrap_or(0),
        };
        assert!((30..=MAX_NESTING).contains(&depth), "{depth}: {source}");
        assert!(ready.is_match(&"ab".repeat(35)) && !ready.is_match(&("ab".repeat(30) + "a")), "{source}");
    }
    for source in [options(MAX_NESTING + 1), format!("{}b?", options(MAX_NESTING + 1))] {
        let planned = plan(&format!("^{source}$")).unwrap();
        assert_eq!(planned.plan, Plan::Searches(Vec::new()), "{source}");
        assert!(planned.weaker.is_some_and(|weaker| weaker.starts_with("everything")), "{source}");
    }
}

#[test]
fn alternatives_that_start_alike_have_steps_in_proportion() {
    for count in [100, 200] {
        let planned = plan(&format!("^({})$", prefixes(count))).unwrap();
        let Plan::Searches(searches) = &planned.plan else { panic!("{planned:?}") };
        assert_eq!(planned.weaker, None);
        assert!(searches.iter().all(|search| search.length() <= 3 * count + 2), "{count}");
    }
    assert!(plan(&format!("^({})$", prefixes(800))).unwrap().weaker.is_some());
}

#[test]
fn programs_have_the_length_that_the_generator_counts() {
    fn is_exact<const N: usize, const LESS: usize>(source: &str) {
        let planned = plan(source).unwrap();
        let Plan::Searches(searches) = &planned.plan else { panic!("{planned:?}") };
        let [search] = searches.as_slice() else { panic!("{planned:?}") };
        assert_eq!(search.length(), N, "{source}");
        let steps = walks(&search.steps);
        let _fits = Program::<N>::new(steps);
        assert!(catch_unwind(|| Program::<LESS>::new(steps)).is_err(), "{source}");
    }
    // 64 instructions with a split for each repetition are written out, more are a loop.
    is_exact::<51, 50>("^(?:ab|a){12}b?$");
    is_exact::<9, 8>("^(?:ab|a){13}b?$");
    is_exact::<63, 62>("^(?:ab|a){0,12}b?$");
    is_exact::<9, 8>("^(?:ab|a){0,13}b?$");
    is_exact::<52, 51>("^(?:ab|a){12,}b?$");
    is_exact::<9, 8>("^(?:ab|a){13,}b?$");
    is_exact::<9, 8>("^(?:ab|a)*b?$");
    is_exact::<10, 9>("^(?:ab|bc|a)b?$");
}

#[test]
fn nested_repetition_takes_linear_time() {
    let long = "1".repeat(100_000) + "!";
    for source in ["^([0-9]+)+$", "^(([a-z0-9])+.)+[A-Z]([a-z0-9])+$", "^(a|a)*(1*)*$", "^(-?[0-9]+)*$"] {
        assert!(!Ready::new(source).is_match(&long), "{source}");
    }
    assert!(Ready::new("^([0-9]+)+!$").is_match(&long));
}

#[test]
fn look_around_at_both_ends_is_enforced() {
    for (source, matches, misses) in
        [("^(?!aws:).*(?<!-)$", "aws", ["aws:x", "aws-"]), ("^(?!.*--)(?!-)[a-z-]+(?<!-)$", "a-b", ["a--b", "-b"])]
    {
        let ready = Ready::new(source);
        assert_eq!(ready.planned.weaker, None, "{source}");
        assert!(ready.is_match(matches), "{source}");
        assert!(misses.iter().all(|miss| !ready.is_match(miss)), "{source}");
    }
    let unmatched = format!("{:?}", Ready::new("^(?=a).*$").planned.plan);
    assert!(!unmatched.contains("ascii: [], "), "no class is empty: {unmatched}");
}

#[test]
fn parts_that_cannot_be_enforced_are_reported_and_the_rest_is_enforced() {
    for (source, weaker, matches, miss) in [
        (r"^(a|b)\1$", "a back-reference", "aa", "ac"),
        ("^(-(?!-)|a)*$", "the look-around `(?!-)` within it", "-a-a", "b"),
        ("^[a-z]++[a-z0-9]$", "possessive matching of a quantifier or an atomic group", "ab1", "1"),
        (r"^(?:\p{L}{1,900}x){1,900}$", "repetition counts above 100, which would take too much memory", "abx", "ab"),
    ] {
        let ready = Ready::new(source);
        assert_eq!(ready.planned.weaker.as_deref(), Some(weaker), "{source}");
        assert!(ready.is_match(matches) && !ready.is_match(miss), "{source}: {:?}", ready.planned);
    }
}

#[test]
fn large_counts_of_a_class_are_enforced_exactly() {
    let ready = Ready::new(r"^[\p{L}\p{N}]{2,3000}$");
    assert_eq!(ready.planned.weaker, None);
    assert!(ready.is_match(&"é".repeat(3000)) && ready.is_match("ab"));
    assert!(!ready.is_match(&"é".repeat(3001)) && !ready.is_match("a") && !ready.is_match("a-"));
    let nested = Ready::new("^((a{1,1000}){1,1000}){1,1000}b{0,100000}b$");
    assert_eq!(nested.planned.weaker, None);
    assert!(nested.is_match(&("a".repeat(5000) + "b")) && !nested.is_match("aa") && !nested.is_match("b"));
}

#[test]
fn the_generator_matches_classes_with_any_characters() {
    let plan = plan(r"^[<>&~|\[\]^\\-]+$").unwrap().plan;
    assert!(plan.is_match(r"<>&~|[]^\-") && !plan.is_match("") && !plan.is_match("a"));
}

#[test]
fn general_categories_have_the_same_characters_in_generator_and_runtime() {
    // The tables may be of different versions of Unicode, which assign further characters.
    let (assigned, theirs) = (Ready::new(r"^\P{Cn}$"), Regex::new(r"^\P{Cn}$").unwrap());
    for name in ["L", "M", "N", "P", "S"] {
        let (ready, oracle) =
            (Ready::new(&format!(r"^\p{{{name}}}$")), Regex::new(&format!(r"^\p{{{name}}}$")).unwrap());
        for c in (0..=0xffff).chain((0x1_0000..0x11_0000).step_by(13)).filter_map(char::from_u32) {
            let text = c.encode_utf8(&mut [0; 4]).to_owned();
            assert!(
                ready.is_match(&text) == oracle.is_match(&text) || !assigned.is_match(&text) || !theirs.is_match(&text),
                "{name} {c:?}"
            );
        }
    }
}

#[test]
fn invalid_patterns_are_reported_with_span_and_help() {
    for (source, offset, what, help) in [
        ("[a-", 0, "the class is not closed", "add ]"),
        ("a(", 1, "the group is not closed", "add )"),
        ("a)b", 1, "unmatched closing parenthesis", r"write \)"),
        ("*a", 0, "the quantifier follows nothing", r"write \ before it"),
        ("a**", 2, "the quantifier follows nothing", r"write \ before it"),
        ("a+?+", 3, "the quantifier follows nothing", r"write \ before it"),
        ("a{2}*", 4, "the quantifier follows nothing", r"write \ before it"),
        ("(?P<n>a)", 0, "`(?P` starts a group in other languages", "(?<name>"),
        ("(?<²>a)", 0, "the group's name is not complete", "(?<name>"),
        ("(?<n²>a)", 0, "the group's name is not complete", "(?<name>"),
        ("(?<1n>a)", 0, "the group's name is not complete", "(?<name>"),
        ("(?<>a)", 0, "the group's name is not complete", "(?<name>"),
        ("(?<n a>a)", 0, "the group's name is not complete", "(?<name>"),
        ("ab{3,2}", 1, "the numbers of a repetition are in the wrong order", "write the smaller number first"),
        ("x[z-a]", 3, "the range is in the wrong order", "write the smaller character first"),
        ("ab\\", 2, "the pattern ends with a backslash", r"write \\"),
        (r"é\p{Nothing}", 1, "unknown property", "general category"),
        (r"\u12", 0, "a character's number is incomplete", r"\uHHHH"),
        ("(?~a)", 0, "the group starts with an unknown flag", "(?:"),
        ("a{2}{3}*", 7, "the quantifier follows nothing", r"write \ before it"),
        ("ab{2}{5,2}", 1, "the numbers of a repetition are in the wrong order", "write the smaller number first"),
    ] {
        let error = plan(source).expect_err(source);
        assert_eq!((error.offset, error.what), (offset, what), "{source}");
        assert!(error.help.contains(help), "{source}: {}", error.help);
    }
}

#[test]
fn extreme_patterns_are_processed_in_time() {
    assert!(plan(&"(".repeat(100_000)).is_err());
    for source in [
        "^".to_owned() + &"(?=a)".repeat(50_000),
        "a|".repeat(100_000),
        "[a-z]?".repeat(20_000),
        "(ab)?".repeat(5_000),
        (0..5_000).map(|number| format!("a{number}b")).collect::<Vec<_>>().join("|"),
        format!("[{}]", "aé".repeat(100_000)),
        "(?:a{0,9}b{0,9}){2,9}".repeat(500) + "$",
        format!("{}a{}$", "(".repeat(50), "b?){1,9}".repeat(50)),
    ] {
        let planned = plan(&source).unwrap();
        let Plan::Searches(searches) = &planned.plan else { panic!("{planned:?}") };
        assert!(searches.iter().all(|search| search.length() <= 4096), "{source:.30}");
    }
    for source in ["((a{1000}){1000}){1000}", "(?:){4294967295}", "([^]{99999}|b{99999}){99999}$"] {
        assert!(plan(source).is_ok(), "{source}");
    }
}
