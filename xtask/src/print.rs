//! `println!` and `eprintln!` for readers that may stop reading: printing then ends, and the work goes on. Those of the
//! standard library panic instead. Modules below this one's `#[macro_use]` get these.

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
