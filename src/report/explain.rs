//! What gorun adds to gc's words for people: a sentence that explains a frequent mistake, and a
//! suggestion where one is near. gc's text is the key, so it never changes because of this.

use std::collections::BTreeSet;

/// What is said below an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// Why Go refuses this, in one or two sentences.
    pub note: Option<String>,
    /// What would probably be right.
    pub help: Option<String>,
}

/// Explanations by what the message begins with or contains.
const NOTES: &[(&str, &str)] = &[
    (
        "declared and not used",
        "Go refuses local variables whose value is never read.",
    ),
    (
        "imported and not used",
        "Go refuses imports that the file does not use.",
    ),
    (
        "missing return",
        "Every way through a function with results must end in a return (or a panic, or an endless loop).",
    ),
    (
        "no new variables on left side of :=",
        ":= declares at least one new variable; all of these exist already.",
    ),
    (
        "assignment mismatch",
        "The left side and the right side must have equally many values.",
    ),
    (
        "mismatched types",
        "Go converts no operand by itself: both must have the same type.",
    ),
    (
        "(method ",
        "A method with a pointer receiver belongs to the pointer type only, or the method's name or signature differs.",
    ),
    (
        "does not implement",
        "A type implements an interface if it has all of its methods with exactly these signatures.",
    ),
    (
        "cannot use nil as",
        "Only pointers, functions, slices, maps, channels and interfaces can be nil.",
    ),
    (
        "cannot assign to struct field",
        "A map's element has no address: copy the struct to a variable, change it, and put it back.",
    ),
    (
        "neither addressable nor a map index expression",
        "Only variables, elements of slices and maps, and fields of variables can be assigned to.",
    ),
    (
        "(untyped",
        "A constant takes the type that its place asks for only if the value fits that type.",
    ),
    (
        "redeclared in this block",
        "A name can be declared once in a block; an inner block may declare it again.",
    ),
    (
        "non-boolean condition",
        "A condition must be a bool: numbers and pointers are not true or false by themselves.",
    ),
    (
        "import cycle not allowed",
        "Packages cannot import each other; move what both need to a third one.",
    ),
    (
        "invalid recursive type",
        "A type cannot contain itself by value, as its size would be infinite: use a pointer.",
    ),
    (
        "first argument to append must be a slice",
        "append takes a slice and returns the longer one: s = append(s, x).",
    ),
    (
        "is not used",
        "An expression whose value goes nowhere is no statement.",
    ),
    (
        "cannot infer",
        "A type parameter that no argument mentions must be written: f[int](x).",
    ),
    (
        "not enough arguments in call",
        "A call gives one value for each parameter; only variadic ones may be left out.",
    ),
    (
        "too many return values",
        "A return gives exactly the results that the function declares.",
    ),
    (
        "not enough return values",
        "A return gives exactly the results that the function declares.",
    ),
    (
        "unexpected newline, expected { after",
        "The opening brace stands on the line of its if, for, switch or func.",
    ),
    (
        "unexpected semicolon or newline before {",
        "The opening brace stands on the line of its if, for, switch or func.",
    ),
    (
        "else must be",
        "else stands on the line of the closing brace: } else {",
    ),
    (
        "non-declaration statement outside function body",
        "Outside of functions there are only declarations: write var x = 1 for x := 1.",
    ),
    (
        "newline in composite literal",
        "The last element of a literal over several lines ends with a comma.",
    ),
    (
        "newline in argument list",
        "The last argument of a call over several lines ends with a comma.",
    ),
    (
        "missing return type",
        "The types of the results follow the parameters.",
    ),
];

/// Advice on an error of a file with this text. `std_source` gives the text of the files of a
/// package of the standard library.
pub fn advice(
    message: &str,
    text: &str,
    std_source: &dyn Fn(&str) -> Option<Vec<String>>,
) -> Advice {
    let note = NOTES
        .iter()
        .find(|(key, _)| message.contains(key))
        .map(|(_, note)| (*note).to_string());
    Advice {
        note,
        help: help(message, text, std_source),
    }
}

fn help(
    message: &str,
    text: &str,
    std_source: &dyn Fn(&str) -> Option<Vec<String>>,
) -> Option<String> {
    let first = message.lines().next()?;
    if let Some(name) = first.strip_prefix("declared and not used: ") {
        return Some(format!(
            "remove {name}, or keep its value unused with `_ = {name}`"
        ));
    }
    if let Some((path, _)) = first.split_once(" imported and not used") {
        return Some(format!("remove `import {path}`"));
    }
    if first == "no new variables on left side of :=" {
        return Some("assign with = instead of :=".to_string());
    }
    let name = first.strip_prefix("undefined: ")?;
    if let Some((package, member)) = name.split_once('.') {
        let sources = std_source(package)?;
        let names = sources.iter().flat_map(|s| exported(s));
        return nearest(member, names).map(|n| format!("did you mean {package}.{n}?"));
    }
    if let Some(path) = importable(name, std_source) {
        return Some(format!("add `import \"{path}\"`"));
    }
    nearest(name, identifiers(text)).map(|n| format!("did you mean {n}?"))
}

/// The path of the package of the standard library that people call `name`.
pub fn importable(
    name: &str,
    std_source: &dyn Fn(&str) -> Option<Vec<String>>,
) -> Option<&'static str> {
    const PATHS: &[&str] = &[
        "bufio",
        "bytes",
        "cmp",
        "context",
        "embed",
        "errors",
        "fmt",
        "io",
        "iter",
        "maps",
        "math",
        "math/big",
        "math/bits",
        "math/rand",
        "os",
        "os/signal",
        "path",
        "path/filepath",
        "reflect",
        "runtime",
        "slices",
        "sort",
        "strconv",
        "strings",
        "sync",
        "sync/atomic",
        "time",
        "unicode",
        "unicode/utf8",
        "unsafe",
    ];
    PATHS
        .iter()
        .copied()
        .find(|p| p.rsplit('/').next() == Some(name))
        .filter(|p| *p == "unsafe" || std_source(p).is_some())
}

/// The names that a file of a package exports.
fn exported(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| {
            ["func ", "type ", "var ", "const ", "\t"]
                .iter()
                .find_map(|k| line.strip_prefix(k))
        })
        .map(|rest| &rest[..name_length(rest)])
        .filter(|name| name.starts_with(char::is_uppercase))
        .collect()
}

fn identifiers(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '_'))
        .collect()
}

fn name_length(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len())
}

/// The one candidate that a slip of the fingers away from `name`; short names have none.
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let allowed = match name.chars().count() {
        0..=2 => return None,
        3..=5 => 1,
        _ => 2,
    };
    candidates
        .into_iter()
        .filter(|c| *c != name)
        .map(|c| (distance(name, c), c))
        .filter(|(d, _)| *d <= allowed)
        .min()
        .map(|(_, c)| c)
}

/// Insertions, deletions, replacements and swaps of neighbours that make `b` of `a`; letters that
/// differ in case only count as nothing but one in all.
fn distance(a: &str, b: &str) -> usize {
    if a.eq_ignore_ascii_case(b) {
        return usize::from(a != b);
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        rows[i][0] = i;
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            rows[i][j] = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if swapped {
                rows[i][j] = rows[i][j].min(rows[i - 2][j - 2] + 1);
            }
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn std_source(path: &str) -> Option<Vec<String>> {
        match path {
            "fmt" => Some(vec!["func Println(a ...any) {}\nfunc Printf() {}\n".into()]),
            "strings" => Some(Vec::new()),
            _ => None,
        }
    }

    fn help_for(message: &str, text: &str) -> Option<String> {
        advice(message, text, &std_source).help
    }

    #[test]
    fn slips_are_corrected_and_missing_imports_named() {
        let found = help_for("undefined: totl", "total := 1\nprintln(totl)");
        assert_eq!(found.as_deref(), Some("did you mean total?"));
        let found = help_for("undefined: fmt.Prinltn", "");
        assert_eq!(found.as_deref(), Some("did you mean fmt.Println?"));
        let found = help_for("undefined: strings", "");
        assert_eq!(found.as_deref(), Some("add `import \"strings\"`"));
        assert_eq!(help_for("undefined: x", "y := 1"), None);
    }

    #[test]
    fn distances() {
        assert_eq!(distance("println", "Println"), 1);
        assert_eq!(distance("form", "from"), 1);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
