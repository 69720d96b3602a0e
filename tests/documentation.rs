//! Everything that programs can name in a package of the standard library says what it is for.

/// What is wrong with a package's documentation, a line each.
fn faults(import_path: &str, files: &[(&str, &str)]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut has_comment = false;
    for (file, text) in files {
        let lines: Vec<&str> = text.lines().collect();
        let mut scan = Scan {
            file,
            lines: &lines,
            faults: &mut faults,
        };
        has_comment |= scan.has_package_comment();
        scan.declarations();
    }
    if !has_comment {
        faults.push(format!("{import_path}: no package comment"));
    }
    faults
}

/// A file in gofmt's layout: declarations begin in the first column, members of groups after one tab.
struct Scan<'t> {
    file: &'t str,
    lines: &'t [&'t str],
    faults: &'t mut Vec<String>,
}

impl Scan<'_> {
    fn has_package_comment(&self) -> bool {
        let Some(at) = self.lines.iter().position(|l| l.starts_with("package ")) else {
            return false;
        };
        let name = &self.lines[at]["package ".len()..];
        let comment = self.comment_above(at);
        comment.is_some_and(|c| c.starts_with(&format!("Package {name} ")))
    }

    fn declarations(&mut self) {
        let mut at = 0;
        while at < self.lines.len() {
            let line = self.lines[at];
            let keyword = line.split(' ').next().unwrap_or_default();
            match keyword {
                "const" | "var" | "type" if line.ends_with(" (") => at = self.group(at, keyword),
                "const" | "var" | "type" => {
                    self.one(at, &line[keyword.len() + 1..]);
                    at += 1;
                }
                "func" => {
                    let rest = &line["func ".len()..];
                    match rest.strip_prefix('(').and_then(|r| r.split_once(") ")) {
                        Some((receiver, method)) if is_exported(type_name(receiver)) => {
                            self.one(at, method);
                        }
                        Some(_) => {}
                        None => self.one(at, rest),
                    }
                    at += 1;
                }
                _ => at += 1,
            }
        }
    }

    /// Checks the group that begins at the line, and returns the line after it. One comment may do for
    /// all its constants or variables.
    fn group(&mut self, start: usize, keyword: &str) -> usize {
        let documented = keyword != "type" && self.comment_above(start).is_some();
        let mut at = start + 1;
        while self.lines[at] != ")" {
            if let Some(member) = self.lines[at].strip_prefix('\t')
                && is_exported(member)
                && !documented
            {
                let trailing = member.split_once(" // ").is_some();
                if keyword == "type" || !trailing {
                    self.one(at, member);
                }
            }
            at += 1;
        }
        at + 1
    }

    /// Checks the declaration at the line, whose text begins with its name.
    fn one(&mut self, at: usize, declaration: &str) {
        if !is_exported(declaration) {
            return;
        }
        let name = name_at_start(declaration);
        let place = format!("{}:{}", self.file, at + 1);
        match self.comment_above(at) {
            None => self.faults.push(format!("{place}: {name} has no comment")),
            Some(comment) if name_at_start(&comment) != name || comment == name => {
                self.faults
                    .push(format!("{place}: the comment does not begin with {name}"));
            }
            Some(comment) if comment[name.len()..].starts_with(':') => {
                self.faults
                    .push(format!("{place}: the comment of {name} is no sentence"));
            }
            Some(_) => {}
        }
    }

    /// The first line of the comment that ends above the line, directives apart.
    fn comment_above(&self, at: usize) -> Option<String> {
        let mut first = None;
        for line in self.lines[..at].iter().rev() {
            let Some(text) = line.trim_start().strip_prefix("//") else {
                break;
            };
            if let Some(text) = text.strip_prefix(' ') {
                first = Some(text.to_string());
            }
        }
        first
    }
}

/// The type of a receiver such as `p *Pointer[T]`.
fn type_name(receiver: &str) -> &str {
    let of_type = receiver.split('[').next().unwrap_or_default();
    of_type.rsplit([' ', '*']).next().unwrap_or_default()
}

fn is_exported(declaration: &str) -> bool {
    declaration.starts_with(char::is_uppercase)
}

fn name_at_start(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

#[test]
fn the_standard_library_is_documented() {
    let faults: Vec<String> = stdlib::packages()
        .filter(|path| !path.split('/').any(|part| part == "internal"))
        .flat_map(|path| faults(path, stdlib::source_files(path).unwrap()))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn missing_comments_are_found() {
    let text = "\
// Package p is documented.
package p

func F() {}

// It is badly documented.
func G() {}

// H is documented.
func (t *T[E]) H() {}

func (t *T[E]) I() {}

func (t *hidden) J() {}

const (
\tA = 1 // trailing comments do
\tB = 2
)

// The group's comment does.
const (
\tC = 1
)

type (
\tT int
)
";
    let faults = faults("p", &[("p.go", text)]);
    let expected = [
        "p.go:4: F has no comment",
        "p.go:7: the comment does not begin with G",
        "p.go:12: I has no comment",
        "p.go:18: B has no comment",
        "p.go:27: T has no comment",
    ];
    assert_eq!(faults, expected);
}

#[test]
fn programs_get_the_same_lines_without_comments() {
    for path in stdlib::packages().filter(|path| *path != "unsafe") {
        let documented = stdlib::source_files(path).unwrap();
        let bare = stdlib::program_files(path).unwrap();
        for ((name, with), (_, without)) in documented.iter().zip(bare) {
            assert_eq!(with.lines().count(), without.lines().count(), "{name}");
            for (with, without) in with.lines().zip(without.lines()) {
                assert!(with.starts_with(without), "{name}: {with}");
            }
        }
    }
}
