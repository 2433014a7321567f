//! The commands in pages print the output that the pages show. `WHITESMITH_UPDATE=1` updates the pages.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use whitesmith::pages;
use whitesmith_codegen::rule::Event;

/// The commands of a block, and the diagnostic that it shows.
fn parts(block: &str) -> (Vec<&str>, String) {
    let (commands, output): (Vec<&str>, Vec<&str>) = block.lines().partition(|line| line.starts_with("$ "));
    (commands.iter().map(|line| line.trim_start_matches("$ ")).collect(), output.join("\n"))
}

/// The blocks that are files: their fences give a language and a file name.
fn files(page: &str) -> impl Iterator<Item = (&str, &str)> {
    page.split("\n```").filter_map(|block| {
        let (fence, text) = block.split_once('\n')?;
        let (_, path) = fence.split_once(' ').filter(|(_, path)| path.contains('.'))?;
        Some((path, text))
    })
}

/// Runs commands in a folder with the files of the page, and returns their output.
fn run(page: &str, commands: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files(page) {
        fs::write(folder.path().join(path), text).expect("the file is written");
    }
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let bin = Path::new(env!("CARGO_BIN_EXE_whitesmith")).parent().expect("a folder");
    let path = format!("{}:{}", bin.display(), env::var("PATH").unwrap_or_default());
    let script = commands.join("\n");
    let command = Command::new("sh")
        .arg("-c")
        .arg(&script)
        .current_dir(folder.path())
        .env("PATH", path)
        .env("WHITESMITH", workspace)
        .output()
        .expect("a shell");
    let printed = [command.stdout, command.stderr].map(|bytes| String::from_utf8(bytes).expect("text"));
    let lines: Vec<String> = printed.concat().lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n").trim().to_owned()
}

fn check(event: &Event, kind: &str) -> usize {
    let name = event.ids.name();
    let fence = format!("\n```{kind}\n");
    let mut count = 0;
    for block in event.page.split(&fence).skip(1) {
        let block = block.split("```").next().unwrap_or_default();
        let (commands, written) = parts(block);
        let printed = run(event.page, &commands);
        let shown = printed.split("\n\n").find(|part| part.contains(&format!("[{name}]")));
        let shown = shown.unwrap_or_else(|| panic!("{name} is not printed:\n{printed}"));
        if env::var_os("WHITESMITH_UPDATE").is_some() {
            let cli = Path::new(env!("CARGO_MANIFEST_DIR"));
            let folders = [cli.join("pages"), cli.join("../pages")];
            let path = folders.iter().map(|folder| folder.join(format!("{name}.md"))).find(|path| path.is_file());
            let path = path.expect("the page");
            let page = fs::read_to_string(&path).expect("the page");
            let lines: String = commands.iter().flat_map(|line| ["$ ", line, "\n"]).collect();
            fs::write(path, page.replace(block, &format!("{lines}{shown}\n"))).expect("the page is written");
        } else {
            assert_eq!(shown, written, "{name}");
        }
        count += 1;
    }
    count
}

#[test]
fn commands_print_the_output_in_their_pages() {
    let count: usize = pages::events().iter().map(|event| check(event, "console")).sum();
    assert!(count > 0);
}

#[test]
#[ignore = "builds crates"]
fn commands_that_build_crates_print_the_output_in_their_pages() {
    let count: usize = pages::events().iter().map(|event| check(event, "console slow")).sum();
    assert!(count > 0);
}
