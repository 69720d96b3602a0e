//! The command line, as users call it.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn gorun(arguments: &[&str], stdin: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gorun"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/testdata"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(stdin.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const ECHO: &str = "#!/usr/bin/env gorun
package main

import (
\t\"fmt\"
\t\"os\"
)

func main() {
\tfmt.Println(os.Args[1:])
}
";

#[test]
fn a_program_from_standard_input_gets_its_arguments() {
    let output = gorun(&["-", "a", "--flag"], ECHO);
    assert_eq!(text(&output.stdout), "[a --flag]\n");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_missing_file_is_said_and_ends_with_1() {
    let output = gorun(&["missing.go"], "");
    assert_eq!(
        text(&output.stderr),
        "stat missing.go: no such file or directory\n"
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_program_that_does_not_compile_ends_with_1_and_runs_nothing() {
    let output = gorun(&["-"], "package main\n\nfunc main() {\n\tprintln(x)\n}\n");
    assert_eq!(text(&output.stderr), "./stdin.go:4:10: undefined: x\n");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn the_language_version_is_the_users_not_the_librarys() {
    let output = gorun(&["check", "--lang=go1.17", "docs/hello.go"], "");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn running_stops_at_ten_errors_and_checking_does_not() {
    let mut source = String::from("package main\n\nfunc main() {\n");
    for i in 0..12 {
        source.push_str(&format!("\t_ = x{i}\n"));
    }
    source.push_str("}\n");
    let run = text(&gorun(&["-"], &source).stderr);
    assert_eq!(run.lines().count(), 11);
    assert!(run.ends_with("too many errors\n"), "{run}");
    let check = text(&gorun(&["check", "-"], &source).stderr);
    assert_eq!(check.lines().count(), 12);
}

#[test]
fn rich_errors_show_the_source_line() {
    let output = gorun(
        &["--diagnostics=rich", "-"],
        "package main\n\nfunc main() {\n\tvar s string = 1\n\t_ = s\n}\n",
    );
    let shown = text(&output.stderr);
    assert!(shown.contains("var s string = 1"), "{shown}");
    assert!(shown.contains("./stdin.go:4:17"), "{shown}");
}

#[test]
fn dis_prints_operations_under_their_lines() {
    let output = gorun(&["dis", "docs/answer.go"], "");
    let listing = text(&output.stdout);
    assert!(
        listing.contains("ch <- 42") && listing.contains("Send"),
        "{listing}"
    );
}

#[test]
fn version_and_help() {
    assert!(text(&gorun(&["version"], "").stdout).starts_with("gorun "));
    assert!(text(&gorun(&["--help"], "").stdout).contains("Usage: gorun"));
}

#[test]
fn patterns_check_all_packages_below_a_folder() {
    let output = gorun(&["check", "run/projects/inventory/..."], "");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    let output = gorun(&["check", "run/projects/errors_in_two_packages/..."], "");
    let errors = text(&output.stderr);
    assert_eq!(errors.lines().count(), 2, "{errors}");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn flags_of_go_have_one_dash() {
    let file = "run/projects/tags";
    let output = gorun(&["-tags=foo,bar", file, "-tags"], "");
    assert_eq!(text(&output.stderr), "a right\n");
    let output = gorun(&["run", "-tags", "foo bar", "-mod=mod", file], "");
    assert_eq!(text(&output.stderr), "a right\n");
    assert_eq!(text(&gorun(&[file], "").stderr), "");
}

#[test]
fn snippets_get_imports_and_arguments() {
    let output = gorun(
        &[
            "-c",
            "fmt.Println(len(os.Args), os.Args[1:], strings.ToUpper(\"x\"))",
            "-a",
            "--tags",
        ],
        "",
    );
    assert_eq!(text(&output.stderr), "");
    assert_eq!(text(&output.stdout), "3 [-a --tags] X\n");
    let output = gorun(&["-c", "func f() int { return 6 }; x := 7; f() * x"], "");
    assert_eq!(text(&output.stdout), "42\n");
    assert_eq!(gorun(&["-c", ""], "").status.code(), Some(0));
    let output = gorun(&["-c", "panic(\"x\")"], "");
    assert!(text(&output.stderr).contains("./snippet.go:1 "));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn what_follows_the_program_is_the_programs() {
    let code = "fmt.Println(os.Args[1:])";
    for arguments in [
        &["--help"][..],
        &["-h", "--tags"],
        &["--", "-c", "x"],
        &["-x", "--"],
    ] {
        let shown = format!("[{}]\n", arguments.join(" "));
        let output = gorun(&[&["-c", code], arguments].concat(), "");
        assert_eq!(text(&output.stdout), shown);
        let output = gorun(&[&["-"], arguments].concat(), code);
        assert_eq!(text(&output.stdout), shown);
        let output = gorun(&[&["run", "--tags=x", "-"], arguments].concat(), code);
        assert_eq!(text(&output.stdout), shown);
    }
}

#[test]
fn whatever_is_wrong_can_be_read_by_programs() {
    let output = gorun(&["check", "--diagnostics=json", "missing.go"], "");
    let expected =
        "{\"severity\":\"error\",\"message\":\"stat missing.go: no such file or directory\"";
    assert!(
        text(&output.stderr).starts_with(expected),
        "{}",
        text(&output.stderr)
    );
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn errors_of_snippets_are_shown_in_the_snippet() {
    let code = "x := 1\nfmt.Println(y)";
    let output = gorun(&["-c", code], "");
    let expected = "./snippet.go:1:1: declared and not used: x\n./snippet.go:2:13: undefined: y\n";
    assert_eq!(text(&output.stderr), expected);
    let output = gorun(&["--diagnostics=rich", "-c", code], "");
    assert!(text(&output.stderr).contains("2 │ fmt.Println(y)"));
}

#[test]
fn standard_input_may_be_a_snippet() {
    let output = gorun(&[], "fmt.Println(len(os.Args))");
    assert_eq!(text(&output.stdout), "1\n");
    let output = gorun(&["-", "a"], "println(x)\n");
    assert_eq!(text(&output.stderr), "./stdin.go:1:9: undefined: x\n");
    let output = gorun(&[], "");
    assert_eq!(output.status.code(), Some(2));
}

/// Words that are nothing: what is said on standard error, and the exit code.
#[test]
fn slips_of_the_fingers_are_named() {
    for (arguments, message, code) in [
        (
            &["chekc", "docs/hello.go"][..],
            "did you mean \"check\"?",
            2,
        ),
        (&["vresion"], "did you mean \"version\"?", 2),
        (
            &["--diagnostics=gc", "dis", "."],
            "the command comes before its flags: gorun dis [FLAGS]",
            2,
        ),
        (&["nothing"], "no command, file or folder \"nothing\"", 2),
        (
            &["--diagnostic=gc", "docs/hello.go"],
            "did you mean --diagnostics?",
            2,
        ),
        (&["-tag=x", "docs/hello.go"], "did you mean --tags?", 2),
        (
            &["run", "--dignostics=gc", "docs/hello.go"],
            "did you mean --diagnostics?",
            2,
        ),
        (
            &["--frobnicate", "docs/hello.go"],
            "there is no flag --frobnicate",
            2,
        ),
        (
            &["check", "--lnag=go1.20", "docs/hello.go"],
            "did you mean --lang?",
            2,
        ),
        (
            &["check", "--lang=1", "docs/hello.go"],
            "invalid value for --lang: 1",
            2,
        ),
        (
            &["--diagnostics=fancy", "docs/hello.go"],
            "possible values: auto, rich, gc, json",
            2,
        ),
        (&["--mod=x", "docs/hello.go"], "-mod=x not supported", 1),
        (&["-c"], "a value is required", 2),
        (&["help", "scritps"], "did you mean \"scripts\"?", 2),
        (&["help", "nothing"], "'gorun help' lists them", 2),
        (&["completions", "nosuch"], "possible values: bash", 2),
        (&["docs/helo.go"], "did you mean docs/hello.go?", 1),
        (&["./nowhere"], "directory not found", 1),
        (&["strings"], "package strings is not a main package", 1),
        (&["build", "docs/hello.go"], "nothing needs to be built", 2),
        (&["test", "./..."], "tests are not run", 2),
        (&["run"], "nothing on standard input", 2),
    ] {
        let output = gorun(arguments, "");
        let errors = text(&output.stderr);
        assert!(errors.contains(message), "{arguments:?}: {errors}");
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert_eq!(text(&output.stdout), "", "{arguments:?}");
    }
}

#[test]
fn help_on_everything() {
    let overview = text(&gorun(&["help"], "").stdout);
    let listed: Vec<&str> = overview
        .lines()
        .filter(|l| l.starts_with("  ") && !l.starts_with("  gorun"))
        .filter_map(|l| l.split_whitespace().next())
        .collect();
    assert!(listed.len() > 18, "{overview}");
    for word in listed {
        let output = gorun(&["help", word], "");
        assert_eq!(output.status.code(), Some(0), "{word}");
        assert!(output.stdout.len() > 50, "{word}");
    }
    let long = text(&gorun(&["-help"], "").stdout);
    assert!(long.contains("--diagnostics <STYLE>"), "{long}");
}

#[test]
fn the_manual_has_all_commands_and_topics() {
    let page = text(&gorun(&["man"], "").stdout);
    for part in [
        "gorun check",
        "gorun watch",
        "ENVIRONMENT",
        "GOMEMLIMIT",
        "EXIT\\-CODES",
    ] {
        let plain = part.replace("\\-", "-");
        assert!(page.contains(part) || page.contains(&plain), "{part}");
    }
}

#[test]
fn completions_for_bash_offer_commands_flags_and_files() {
    let script = "source <(\"$GORUN\" completions bash)
try() {
    COMP_WORDS=(gorun \"$@\") COMP_CWORD=$# COMPREPLY=()
    _gorun gorun \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-1]}\"
    echo \"${COMPREPLY[*]}\"
}
try com; try check --l; try --d; try docs/answ; try doc; try doc stri; try help env
try run docs/answ; try watch docs/ans; try check doc; try run --d
";
    let output = Command::new("bash")
        .args(["-c", script])
        .env("GORUN", env!("CARGO_BIN_EXE_gorun"))
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/testdata"))
        .output()
        .unwrap();
    let expected = "completions\n--lang\n--diagnostics\ndocs/answer.go\ndoc docs/\nstrings\nenvironment\n\
         docs/answer.go\ndocs/answer.go\ndocs/\n--diagnostics\n";
    assert_eq!(text(&output.stdout), expected, "{}", text(&output.stderr));
}

#[test]
fn completions_for_zsh_and_fish_know_commands_from_files() {
    let zsh = text(&gorun(&["completions", "zsh"], "").stdout);
    assert!(zsh.contains("\":: :_gorun_first\""), "{zsh}");
    assert!(zsh.contains("case $line[1] in\n            (run)"), "{zsh}");
    assert!(!zsh.contains("\n'::rest "), "{zsh}");
    let fish = text(&gorun(&["completions", "fish"], "").stdout);
    let words =
        "__fish_gorun_using_subcommand completions\" -f -a \"bash elvish fish powershell zsh\"";
    assert!(fish.contains(words), "{fish}");
}

/// What goes to standard error, and the exit code.
fn complaint(arguments: &[&str]) -> (String, Option<i32>) {
    let output = gorun(arguments, "");
    (text(&output.stderr), output.status.code())
}

#[test]
fn the_nearest_flag_of_a_command_is_suggested() {
    for (arguments, wanted) in [
        (
            &["check", "--diagnostic=gc", "x.go"][..],
            "gorun check: there is no flag --diagnostic; did you mean --diagnostics?\n",
        ),
        (
            &["doc", "--sroc", "fmt"],
            "gorun doc: there is no flag --sroc; did you mean --src?\n",
        ),
        (
            &["repl", "x"],
            "gorun repl: \"x\" is one argument too many; see 'gorun help repl'\n",
        ),
        (
            &["-v"],
            "gorun: there is no flag -v; did you mean --version?\n",
        ),
    ] {
        assert_eq!(complaint(arguments), (wanted.to_string(), Some(2)));
    }
}

#[test]
fn a_call_at_the_end_of_a_snippet_shows_its_result() {
    let shown = |code: &str| text(&gorun(&["-c", code], "").stdout);
    assert_eq!(shown("strings.ToUpper(\"a\")"), "A\n");
    assert_eq!(
        shown("func f(n int) int { return 2 * n }; x := 2; f(x)"),
        "4\n"
    );
    // Not so with errors, several results, and none.
    assert_eq!(shown("errors.New(\"x\")"), "");
    assert_eq!(shown("fmt.Println(1)"), "1\n");
    assert_eq!(shown("os.Setenv(\"A\", \"b\")"), "");
    assert_eq!(shown("time.Sleep(1)"), "");
    assert_eq!(text(&gorun(&[], "strings.ToUpper(\"a\")\n").stdout), "A\n");
}

#[test]
fn a_snippet_that_breaks_off_ends_where_it_ends() {
    assert_eq!(
        complaint(&["-c", "x :="]).0,
        "./snippet.go:1:5: syntax error: unexpected EOF, expected expression\n"
    );
    assert_eq!(
        complaint(&["-c", "if true {"]).0,
        "./snippet.go:1:10: syntax error: unexpected EOF, expected }\n"
    );
}

#[test]
fn errors_without_a_place_are_explained_too() {
    let output = gorun(&["--diagnostics=rich", "-"], "package main\n");
    assert_eq!(
        text(&output.stderr),
        "error: runtime.main_main·f: function main is undeclared in the main package
 = note: A program begins with the function main of its package main, and
   there is none.
 = help: add func main() { … }

"
    );
}

#[test]
fn source_lines_do_not_command_the_terminal() {
    let program = "package main\nfunc main() { x := \"\x1b[31m\u{202e}\u{9b}\" }\n";
    let output = gorun(&["--diagnostics=rich", "-"], program);
    let shown = text(&output.stderr);
    assert!(shown.contains("x := \"?[31m\u{fffd}¿\""), "{shown}");
}
