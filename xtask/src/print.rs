//! `println!` and `eprintln!` that ignore a closed pipe, where those of the standard library panic. `#[macro_use]`
//! makes them available in all modules.

macro_rules! println {
    ($($argument:tt)*) => {{
        let _ = ::std::io::Write::write_fmt(&mut ::std::io::stdout(), format_args!("{}\n", format_args!($($argument)*)));
    }};
}

macro_rules! eprintln {
    ($($argument:tt)*) => {{
        let _ = ::std::io::Write::write_fmt(&mut ::std::io::stderr(), format_args!("{}\n", format_args!($($argument)*)));
    }};
}
