//! Bad input never crashes the front end: prefixes of real programs, and soups of tokens.

mod random;

use gorun::build::{self, Options};
use gorun::project::{self, Input};
use random::Random;
use std::fs;
use std::path::{Path, PathBuf};

fn go_files(dir: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            go_files(&path, files);
        } else if path.extension().is_some_and(|e| e == "go") {
            files.push(path);
        }
    }
}

fn programs() -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    go_files(&root, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|f| {
            let text = fs::read(&f).unwrap();
            (f, text)
        })
        .collect()
}

/// Checks the text, and compiles it if it is a correct program.
fn survive(text: &[u8]) {
    let project = project::parse(vec![Input::new("./x.go", text)]);
    if build::check(&project, Options::default()).is_empty() {
        let _ = build::compile(&project, Options::default());
    }
}

fn on_big_stack(body: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new()
        .stack_size(1 << 30)
        .spawn(body)
        .unwrap()
        .join()
        .unwrap();
}

/// Every `STRIDE`th prefix; `GORUN_ALL_PREFIXES` in the environment means every one.
const STRIDE: usize = 613;

#[test]
fn prefixes() {
    let all = std::env::var_os("GORUN_ALL_PREFIXES").is_some();
    on_big_stack(move || {
        for (_, text) in programs() {
            for end in (0..text.len()).step_by(if all { 1 } else { STRIDE }) {
                survive(&text[..end]);
            }
        }
    });
}

/// What a soup is made of, besides keywords.
const TOKENS: [&str; 47] = [
    "x", "y", "T", "f", "int", "string", "any", "nil", "true", "iota", "len", "append", "1", "2.5",
    "0x1p3", "'c'", "\"s\"", "`r`", "3i", "+", "-", "*", "/", "%", "&", "|", "^", "<<", "&&", "<-",
    "++", "==", "<", "=", ":=", "!", "~", "(", ")", "[", "]", "{", "}", ",", ";", ".", "...",
];

/// How many soups; `GORUN_SOUPS` in the environment asks for more.
const SOUPS: usize = 3000;

#[test]
fn token_soups() {
    let soups = std::env::var("GORUN_SOUPS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(SOUPS);
    on_big_stack(move || {
        let mut random = Random(0x9e37_79b9_7f4a_7c15);
        for _ in 0..soups {
            let mut text = String::from("package main\n");
            if random.below(2) == 0 {
                text.push_str("func main() {\n");
            }
            for _ in 0..random.below(60) {
                let i = random.below(lexer::KEYWORDS.len() + TOKENS.len());
                let token = lexer::KEYWORDS.get(i);
                text.push_str(token.unwrap_or_else(|| &TOKENS[i - lexer::KEYWORDS.len()]));
                text.push(if random.below(6) == 0 { '\n' } else { ' ' });
            }
            survive(text.as_bytes());
        }
    });
}

/// Lines of correct programs deleted, doubled and swapped: mistakes past the parser. Once for each
/// program; `GORUN_SHUFFLES` in the environment says how often.
#[test]
fn shuffled_lines() {
    let shuffles = std::env::var("GORUN_SHUFFLES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(1);
    on_big_stack(move || {
        let mut random = Random(42);
        for (_, text) in programs() {
            let text = String::from_utf8_lossy(&text).into_owned();
            let lines: Vec<&str> = text.lines().collect();
            for _ in 0..shuffles {
                let mut changed = lines.clone();
                let (i, j) = (random.below(lines.len()), random.below(lines.len()));
                match random.below(3) {
                    0 => drop(changed.remove(i)),
                    1 => changed.insert(i, lines[j]),
                    _ => changed.swap(i, j),
                }
                survive(changed.join("\n").as_bytes());
            }
        }
    });
}
