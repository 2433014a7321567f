//! `say!` and `say_error!` print a line on standard output and standard error. They ignore a closed pipe, where the
//! macros of the standard library panic. `#[macro_use]` makes them available in all modules.

macro_rules! say {
    ($($argument:tt)*) => {{
        let _ = ::std::io::Write::write_fmt(&mut ::std::io::stdout(), format_args!("{}\n", format_args!($($argument)*)));
    }};
}

macro_rules! say_error {
    ($($argument:tt)*) => {{
        let _ = ::std::io::Write::write_fmt(&mut ::std::io::stderr(), format_args!("{}\n", format_args!($($argument)*)));
    }};
}
