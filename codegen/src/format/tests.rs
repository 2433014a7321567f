//! Formatted code that rustfmt does not change; `tests/tests/suites/layout.rs` compares whole crates.

use proc_macro2::TokenStream;

use super::format;

/// Checks that this code, after it is joined to one line, is formatted like this.
fn check(expected: &str) {
    let code = expected.lines().map(str::trim).collect::<Vec<_>>().join(" ").parse().expect("tokens");
    assert_eq!(format("x.rs", "", code).expect("Rust"), expected);
}

#[test]
fn a_value_that_fits_is_one_line() {
    check("static A: B = B::new(1, &[2]).c();\n");
}

#[test]
fn modules_with_attributes_are_in_the_group_of_modules() {
    check("#[cfg(a)]\npub mod a;\npub mod b;\n#[cfg(c)]\nmod c;\n\n#[cfg(a)]\npub use a::A;\n");
}

#[test]
fn arguments_wider_than_60_characters_are_on_separate_lines() {
    check(concat!(
        "static A: B = B::new(\n",
        "    \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\n",
        "    &[bbbbbbb(1)],\n",
        ");\n",
    ));
}

#[test]
fn a_chain_after_a_wide_call_is_not_indented() {
    check(concat!(
        "static A: B = B::new(\n",
        "    \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\n",
        "    &[bbbbbbb(1)],\n",
        ")\n",
        ".c(1)\n",
        ".d();\n",
    ));
}

#[test]
fn a_chain_wider_than_60_characters_is_indented() {
    check(concat!(
        "static A: B = B::new(\"aaaaaaaaaaaaaaaaaaaaaaaa\", \"bbbbbbbbbbbbbbb\")\n",
        "    .cccccccccc(1)\n",
        "    .dddddddddd(2);\n",
    ));
}

#[test]
fn a_single_argument_hangs() {
    check(concat!(
        "static A: B = B::new(&[\n",
        "    \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\n",
        "    \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\",\n",
        "]);\n",
    ));
}

#[test]
fn short_elements_fill_lines() {
    check(concat!(
        "static A: &[u32] = &[\n",
        "    1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015,\n",
        "    1016,\n",
        "];\n",
    ));
}

#[test]
fn a_value_is_below_its_name_if_it_fits_there() {
    check(concat!(
        "pub static AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA: Schema =\n",
        "    Schema::simple(\"example#Aaaaaaaaaaaaaaaaaaaaaaaa\", Kind::String).pattern(&AAAAAAAAAAAAA);\n",
    ));
}

#[test]
fn a_macro_gets_no_comma_after_its_last_argument() {
    check(concat!(
        "static A: &[B] = &[rt::member!(\n",
        "    \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\n",
        "    BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB\n",
        ")];\n",
    ));
}

#[test]
fn constants_in_a_block_are_laid_out_alike() {
    check(concat!(
        "static A: B = {\n",
        "    const S: Set = Set::new()\n",
        "        .range(b'0', b'9')\n",
        "        .range(b'A', b'Z')\n",
        "        .range(b'a', b'z');\n",
        "    B::new(&S)\n",
        "};\n",
    ));
}

#[test]
fn constants_with_generic_types_are_laid_out_alike() {
    check(concat!(
        "static A: B = {\n",
        "    const PROGRAM_1: Program<3> =\n",
        "        Program::new(&[Step::Start, Step::Class(&SET_1, 1, 1), Step::Literal(\"-\")]);\n",
        "    B::new(&PROGRAM_1)\n",
        "};\n",
    ));
}

#[test]
fn brackets_and_commas_in_literals_are_text() {
    check(concat!(
        "static A: B = B::new(\n",
        "    \"a, (b\\\", [\",\n",
        "    r\"]}, \\\",\n",
        "    r#\"\"(\"#,\n",
        "    ['(', ',', '\\'', '\"'],\n",
        "    b\"),\",\n",
        "    b')',\n",
        "    &C::new(-1_000, 2.5 as f32, \"bbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"),\n",
        ");\n",
    ));
}

#[test]
fn operators_and_closures_stay_on_their_line() {
    check(concat!(
        "fn f(a: &'static [u8], b: &mut B) -> Option<&C> {\n",
        "    a.map_or_else(Vec::new, |items| -items.into_inner(!b, *c))\n",
        "}\n",
    ));
}

#[test]
fn a_signature_that_fits_is_one_line() {
    check("fn f(a: A, b: B) -> C<D, E> {\n    a.g(b)\n}\n");
}

#[test]
fn a_wide_signature_has_a_parameter_a_line() {
    check(concat!(
        "fn fffffffffffffffffffffffffffffffff(\n",
        "    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: A,\n",
        "    bbbbbbbbbbbbbbbbbbbbbbb: B,\n",
        ") -> C {\n",
        "    a\n",
        "}\n",
    ));
}

#[test]
fn the_brace_of_a_wide_result_is_on_a_separate_line() {
    check(concat!(
        "impl A {\n",
        "    pub async fn send(\n",
        "        self,\n",
        "    ) -> Result<types::DeleteStateMachineVersionOutput, Error<errors::DeleteStateMachineVersionError>>\n",
        "    {\n",
        "        self.0.send().await\n",
        "    }\n",
        "}\n",
    ));
}

#[test]
fn a_bound_after_a_wide_one_has_its_own_line() {
    check(concat!(
        "trait A {\n",
        "    fn f(\n",
        "        &self,\n",
        "        input: types::DescribeExecutionInput,\n",
        "    ) -> impl Future<Output = Result<types::DescribeExecutionOutput, errors::DescribeExecutionError>>\n",
        "    + Send;\n",
        "}\n",
    ));
}

#[test]
fn the_type_of_a_field_is_below_its_name_if_it_fits_there() {
    check(concat!(
        "struct A {\n",
        "    pub lambda_function_schedule_failed_event_details:\n",
        "        Option<LambdaFunctionScheduleFailedEventDetails>,\n",
        "}\n",
    ));
}

#[test]
fn a_wide_alias_breaks_its_arguments() {
    check(concat!(
        "pub type DescribeStateMachineForExecutionCall = types::DescribeStateMachineForExecutionInputBuilder<\n",
        "    Call<operations::DescribeStateMachineForExecution>,\n",
        ">;\n",
    ));
}

#[test]
fn a_wide_tuple_structure_has_its_field_on_a_line() {
    let name = "A".repeat(60);
    check(&format!("pub struct {name}<C = ()>(\n    pub(super) Builder<{name}, C>,\n);\n"));
}

#[test]
fn a_tuple_structure_whose_name_is_wider_than_a_line_keeps_its_field() {
    let name = "A".repeat(88);
    check(&format!("pub struct {name}<\n    C = (),\n>(\n    pub(super) Builder<{name}, C>,\n);\n"));
}

#[test]
fn names_of_any_length_are_valid_code() {
    for length in 1..140 {
        let name = "A".repeat(length);
        let code = format!(
            "pub struct {name}<C = ()>(pub(super) Builder<{name}, C>); pub struct B{name}(pub {name}, pub {name});
             pub enum C{name} {{ {name}({name}), Other{name} {{ {name}: {name} }} }}
             pub type D{name} = Call<{name}, C>; pub static E{name}: {name} = {name}::new(&[{name}, {name}]);
             impl<C> {name}<C> {{
                 pub fn {name}(self, {name}: impl Into<{name}>) -> {name}<{name}> {{ self.{name}({name}) }}
             }}
             pub trait F{name} {{
                 fn {name}(&self, {name}: {name}) -> impl Future<Output = Result<{name}, {name}>> + Send;
             }}"
        );
        let printed = super::format("a.rs", "", code.parse().unwrap()).unwrap();
        assert!(syn::parse_file(&printed).is_ok(), "{printed}");
        let [printed, code] =
            [printed, code].map(|text| text.parse::<TokenStream>().map(|tokens| without_commas(&tokens)));
        assert_eq!(printed.unwrap(), code.unwrap(), "{length}");
    }
}

/// The tokens without white space, and without commas, which the printer adds at the ends of lists.
fn without_commas(tokens: &TokenStream) -> String {
    tokens.to_string().replace([',', ' ', '\n'], "")
}

/// Texts that look like placeholders of the formatter, also like those that it uses if a text looks like the usual
/// ones.
const PLACEHOLDERS: [&str; 5] = ["__hole_0_", "__hole_1_", "__hole1_0", "__hole_00", "0________"];

#[test]
fn text_that_looks_like_a_placeholder_stays_where_it_is() {
    let all = PLACEHOLDERS.join(" ");
    for text in PLACEHOLDERS.into_iter().chain([&*all, &*format!("{all}:bool}}const/**/A:()=();struct/**/B{{")]) {
        let code = |text: &str| {
            let name = "A".repeat(70);
            let code = format!(
                "#[doc = \" {text}\"] #[deprecated(since = \"{text}\", note = \"{text}\")]
                 pub struct {name} {{
                     #[doc = \"{text}\"] #[deprecated(note = \"{text}\")] pub first: Map<{name}, {name}>,
                     #[doc = \" {text}\"] pub second: {name},
                 }}
                 #[doc = \"{text}\"]
                 pub struct B{name}(#[doc = \"{text}\"] pub {name});
                 pub enum C{name} {{ #[doc = \"{text}\"] A({name}), #[deprecated(note = \"{text}\")] B }}
                 pub static D{name}: {name} = {name}::new(\"{text}\", \"{name}{name}\", \"{text}\");
                 rt::string_enum! {{ E: schema::E {{ A = \"{text}\", B = \"{text}\", }} }}
                 impl {name} {{
                     #[doc = \"{text}\"] pub const A: &'static str = \"{text}\";
                     #[doc = \"{text}\"] pub fn f(&self) -> {name} {{ let a = g(\"{text}\"); a.h(\"{text}\") }}
                 }}
                 pub trait F {{
                     #[doc = \"{text}\"] fn {name}(&self, {name}: {name}) -> Result<{name}, {name}>;
                 }}"
            );
            format("a.rs", "", code.parse().expect("tokens")).expect("Rust")
        };
        let other = "x".repeat(text.len());
        assert_eq!(code(text), code(&other).replace(&other, text), "{text}");
    }
}

#[test]
fn strings_that_look_like_those_of_the_formatter_stay_where_they_are() {
    let long = |character: &str| character.repeat(130);
    let places: Vec<String> = (0..3).map(|number| format!("{number:_<38}")).collect();
    let inner = format!("{}{}", long("c"), places[1]);
    for strings in [
        [places[0].clone(), long("a"), long("b")],
        [places[1].clone(), long("a"), long("b")],
        [inner.clone(), places[1].clone(), long("b")],
        [long("a"), inner, places[0].clone()],
        [format!("b\\\"{}", long("a")), places[0].clone(), format!("r\\\\{}", long("'"))],
    ] {
        let [first, second, third] = &strings;
        let value = format!("B::new(1).c(\"{first}\", r#\"c\"#).d('\"', b\"'\", \"{second}\").e(\"{third}\", \"d\")");
        let code = format!("static A: B = {value};");
        let printed = format("a.rs", "", code.parse().expect("tokens")).expect("Rust");
        assert!(printed.contains("\n    .d("), "{printed}");
        let [printed, code] = [printed, code].map(|text| text.parse::<TokenStream>().map(|code| without_commas(&code)));
        assert_eq!(printed.unwrap(), code.unwrap());
    }
}

#[test]
fn long_imports_fill_lines() {
    check(concat!(
        "use aaaaaaaaaaaaaaaa::bbbbbbbbbbbbbbbb::{\n",
        "    Aaaaaaaaaaaaaaaaaaaaaa, Bbbbbbbbbbbbbbbbbbbbbbbbb, Cccccccccccccccccccccccc, Dddddddddddddd,\n",
        "    Eeeeeeeeeeee,\n",
        "};\n",
    ));
    // A line has at most 99 columns.
    check(concat!(
        "use aaaaaaaaaaaaaaaa::bbbbbbbbbbbbbbbbb::{\n",
        "    Aaaaaaaaaaaaaaaaaaaaaa, Bbbbbbbbbbbbbbbbbbbbbbbbb, Cccccccccccccccccccccccc, Ddddddddddddddddd,\n",
        "    Eeeeeeeeeeee,\n",
        "};\n",
    ));
    check(concat!(
        "use aaaaaaaaaaaaaaaa::bbbbbbbbbbbbbbbbb::{\n",
        "    Aaaaaaaaaaaaaaaaaaaaaa, Bbbbbbbbbbbbbbbbbbbbbbbbb, Cccccccccccccccccccccccc,\n",
        "    Dddddddddddddddddd, Eeeeeeeeeeee,\n",
        "};\n",
    ));
}

#[test]
fn code_of_another_form_stays_as_the_printer_has_it() {
    check("static A: B = if C { 1 } else { 2 };\n");
}

#[test]
fn a_deprecation_that_fits_is_one_line() {
    check("#[deprecated(note = \"AdvancedEventSelectors is no longer returned by ListEventDataStores\")]\nstruct A;\n");
}

#[test]
fn a_wide_deprecation_has_an_argument_a_line() {
    check(concat!(
        "#[deprecated(\n",
        "    since = \"2026-01-01\",\n",
        "    note = \"AdvancedEventSelectors is no longer returned by ListEventDataStores\"\n",
        ")]\n",
        "struct A;\n",
    ));
}

#[test]
fn the_version_of_a_deprecation_may_contain_any_text() {
    for since in [", note = ", r#"\", note = \"\\"#] {
        let note = "AdvancedEventSelectors is no longer returned by ListEventDataStores";
        check(&format!("#[deprecated(\n    since = \"{since}\",\n    note = \"{note}\"\n)]\nstruct A;\n"));
    }
}

#[test]
fn wide_generic_parameters_are_on_separate_lines() {
    let [fits, wide] = [83, 84].map(|width| "A".repeat(width));
    check(&format!("pub fn f<S: {fits}>() {{\n    c()\n}}\n"));
    check(&format!("pub fn ff<\n    S: {wide},\n>(\n    a: S,\n) -> B<S> {{\n    c()\n}}\n"));
    check(&format!(
        "impl A {{\n    fn f<\n        'a,\n        S: {fits},\n    >(\n        self,\n    ) {{\n        c()\n    }}\n}}\n"
    ));
}
