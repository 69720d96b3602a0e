//! Why a program failed, in a sentence, and which part of the line it was.

use super::line::{Line, Span};
use super::trace::{Frame, Trace};
use crate::report::explain::pattern::{Captures, matches};

/// What is said about a failure.
pub struct Reason {
    /// The part of the line that is underlined, if it is certain.
    pub span: Option<Span>,
    pub label: String,
    pub note: String,
    pub help: Option<String>,
}

impl Reason {
    fn new(label: impl Into<String>, note: impl Into<String>) -> Reason {
        Reason {
            span: None,
            label: label.into(),
            note: note.into(),
            help: None,
        }
    }

    fn at(mut self, span: Option<Span>) -> Reason {
        self.span = span;
        self
    }

    fn help(mut self, help: impl Into<String>) -> Reason {
        self.help = Some(help.into());
        self
    }
}

/// The reason for the failure on this line, perhaps in a function of a library that is called there.
pub fn of(trace: &Trace, library: Option<&str>, line: &Line<'_>) -> Reason {
    let cause = trace.cause();
    let detail = cause.strip_prefix("runtime error: ").unwrap_or(cause);
    let known = index(detail, line)
        .or_else(|| slice(detail, line))
        .or_else(|| nil(detail, line))
        .or_else(|| channel(detail, line))
        .or_else(|| assertion(detail, line))
        .or_else(|| arithmetic(detail, line))
        .or_else(|| sync(detail, line))
        .or_else(|| fatal(detail, trace));
    known.unwrap_or_else(|| match library {
        Some(function) => in_library(function, line),
        None => own_panic(trace, line),
    })
}

/// A panic in a function of a library that the line calls.
fn in_library(function: &str, line: &Line<'_>) -> Reason {
    let name = function.rsplit('.').next().unwrap_or(function);
    Reason::new(
        "in this call",
        format!(
            "{function} panics if it is given what it cannot work with; the message says what."
        ),
    )
    .at(only(&line.calls(&[name])).map(|c| c.0))
}

/// `a string`, `an int`.
fn a(ty: &str) -> String {
    let ty = short(ty);
    match ty.starts_with(['a', 'e', 'i', 'o']) {
        true => format!("an {ty}"),
        false => format!("a {ty}"),
    }
}

/// The only element, if there is only one.
fn only<T: Copy>(list: &[T]) -> Option<T> {
    match list {
        [one] => Some(*one),
        _ => None,
    }
}

fn plural(count: &str, what: &str) -> String {
    match count {
        "1" => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}

fn index(detail: &str, line: &Line<'_>) -> Option<Reason> {
    let all = line.indexings();
    if let Some(c) = matches("index out of range [{i}] with length {n}", detail) {
        let (i, n) = (c.get("i")?, c.get("n")?);
        // Several indices: that which is written there.
        let written: Vec<_> = all
            .iter()
            .filter(|x| line.text(x.2) == i)
            .copied()
            .collect();
        // A number that is another index is not it.
        let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let possible: Vec<_> = all
            .iter()
            .filter(|x| line.text(x.2) == i || !is_number(line.text(x.2)))
            .copied()
            .collect();
        let which = only(&all)
            .or_else(|| only(&written))
            .or_else(|| only(&possible));
        let what = which.map_or("it", |x| line.text(x.1));
        let label = match n {
            "0" => format!("index {i}, but {what} is empty"),
            _ => format!("index {i}, but the length of {what} is {n}"),
        };
        let note = match n.parse::<u64>() {
            Ok(0) => "Nothing has been put in it, so there is no element at all.".to_string(),
            Ok(1) => "There is one element, and its index is 0.".to_string(),
            Ok(n) => format!(
                "There are {n} elements; the first has index 0, so the last one's is {}.",
                n - 1
            ),
            Err(_) => "The index is not below the length.".to_string(),
        };
        let label = match which {
            Some(_) => label,
            None => label
                .replace(" of it", "")
                .replace("it is empty", "there are no elements"),
        };
        return Some(Reason::new(label, note).at(which.map(|x| x.0)));
    }
    let c = matches("index out of range [{i}]", detail)?;
    let i = c.get("i")?;
    Some(
        Reason::new(
            format!("index {i}"),
            "Indices begin at 0; the last element of s is s[len(s)-1].",
        )
        .at(only(&all).map(|x| x.0)),
    )
}

fn slice(detail: &str, line: &Line<'_>) -> Option<Reason> {
    let rest = detail.strip_prefix("slice bounds out of range ")?;
    let all: Vec<_> = line
        .indexings()
        .into_iter()
        .filter(|x| line.text(x.2).contains(':'))
        .collect();
    let span = only(&all).map(|x| x.0);
    let (range, size) = rest.split_once(" with ").unwrap_or((rest, ""));
    let range = range.trim_matches(['[', ']']);
    let (label, note) = match (range.split_once(':'), size.split_once(' ')) {
        (Some(("", high)), Some((what, n))) => (
            format!("up to {high}, but the {what} is {n}"),
            format!("x[i:j] needs j to be at most the {what} of x, which is {n}."),
        ),
        (Some((low, high)), _) if !high.is_empty() => (
            format!("from {low} to {high}"),
            "x[i:j] needs i to be at most j.".to_string(),
        ),
        (Some((low, _)), _) => (format!("from {low}"), "Bounds begin at 0.".to_string()),
        _ => (
            String::new(),
            "x[i:j] needs 0 <= i <= j <= cap(x).".to_string(),
        ),
    };
    Some(Reason::new(label, note).at(span))
}

fn nil(detail: &str, line: &Line<'_>) -> Option<Reason> {
    if detail == "assignment to entry in nil map" {
        let all = line.indexings();
        // Of `m[a][b] = x` it is `m[a]`.
        let start = all.iter().map(|x| x.0.0).min();
        let target = all.iter().filter(|x| Some(x.0.0) == start);
        let which = target.max_by_key(|x| x.0.1).copied();
        let what = which.map_or("the map", |x| line.text(x.1));
        return Some(
            Reason::new(
                format!("{what} is nil"),
                "A map that is only declared is nil: it can be read, but it has no room for entries.",
            )
            .help(format!("make it first: {what} = make(map[K]V), or {what} = map[K]V{{}}"))
            .at(which.map(|x| x.1)),
        );
    }
    if detail != "invalid memory address or nil pointer dereference" {
        return None;
    }
    let mut pointers = line.dereferenced();
    pointers.dedup_by(|a, b| line.text(*a) == line.text(*b));
    if let Some(span) = only(&pointers) {
        let what = line.text(span);
        if line.is_struct(what) {
            return Some(
                Reason::new(
                    format!("what {what} has embedded is nil"),
                    format!("{what} is a struct and never nil itself; but what is used here belongs to a pointer or an interface that it embeds, and that is nil."),
                )
                .help("give the embedded field its value where the struct is made")
                .at(Some(span)),
            );
        }
        let help = match line.ignored_error(what) {
            Some(number) => format!(
                "line {number} ignores the error that says why: take it with `{what}, err := …` and look at it"
            ),
            None => format!("give {what} a value before this, or look first: if {what} != nil"),
        };
        return Some(
            Reason::new(
                format!("{what} is nil"),
                format!("{what} is a nil pointer, or a nil interface: it refers to nothing, so there are no fields and methods to be used."),
            )
            .help(help)
            .at(Some(span)),
        );
    }
    let functions = line.called_values();
    if pointers.is_empty()
        && let Some(span) = only(&functions)
    {
        let what = line.text(span);
        return Some(
            Reason::new(
                format!("{what} is nil"),
                format!(
                    "{what} is a variable for a function, and no function has been assigned to it."
                ),
            )
            .at(Some(span)),
        );
    }
    let mut candidates: Vec<&str> = Vec::new();
    for text in pointers.iter().map(|&s| line.text(s)) {
        if !candidates.contains(&text) {
            candidates.push(text);
        }
    }
    let note = match candidates.as_slice() {
        [] => "A pointer, an interface or a function that is used here is nil: nothing has been assigned to it.".to_string(),
        list => format!(
            "One of these is nil, so there is nothing to be used: {}.",
            list.join(", ")
        ),
    };
    Some(Reason::new("something here is nil", note))
}

fn channel(detail: &str, line: &Line<'_>) -> Option<Reason> {
    let close = only(&line.calls(&["close"])).map(|c| c.0);
    Some(match detail {
        "send on closed channel" => {
            let send = only(&line.sends());
            let what = send.map_or("the channel", |s| line.text(s.1));
            Reason::new(
                format!("{what} is closed"),
                format!("Nothing can be sent any more once {what} has been closed. Only the sending side should close a channel, after its last send."),
            )
            .at(send.map(|s| s.0))
        }
        "close of closed channel" => Reason::new(
            "closed already",
            "A channel can be closed once only: let one goroutine, the sender, do it.",
        )
        .at(close),
        "close of nil channel" => Reason::new(
            "this channel is nil",
            "A channel that is only declared is nil and cannot be closed.",
        )
        .help("make it first: ch = make(chan T)")
        .at(close),
        _ => return None,
    })
}

fn assertion(detail: &str, line: &Line<'_>) -> Option<Reason> {
    let all = line.assertions();
    let span = only(&all).map(|a| a.0);
    let operand = only(&all).map_or("it", |a| line.text(a.1));
    if let Some(c) = matches("interface conversion: {i} is nil, not {want}", detail) {
        let want = c.get("want")?;
        return Some(
            Reason::new(
                "holds nothing",
                format!("{operand} is nil, so there is no {} in it.", short(want)),
            )
            .help(format!(
                "ask instead of asserting: v, ok := {operand}.({want})"
            ))
            .at(span),
        );
    }
    if let Some(c) = matches("interface conversion: {i} is {have}, not {want}", detail) {
        let (have, want) = (c.get("have")?, short(c.get("want")?));
        let of_json = match have == "float64" && line.imports("json") {
            true => " Numbers that json.Unmarshal puts in an any are float64.",
            false => "",
        };
        return Some(
            Reason::new(
                format!("holds {}", a(have)),
                format!(
                    "The assertion says that {operand} holds {}, but what was put in it is {}.{of_json}",
                    a(want),
                    a(have)
                ),
            )
            .help(format!(
                "ask instead of asserting: v, ok := {operand}.({want}); or use a type switch"
            ))
            .at(span),
        );
    }
    let c = matches(
        "interface conversion: {have} is not {want}: missing method {m}",
        detail,
    )?;
    let (have, want, m) = (short(c.get("have")?), short(c.get("want")?), c.get("m")?);
    Some(
        Reason::new(
            format!("{have} has no method {m}"),
            format!(
                "{operand} holds {}, which lacks the method {m} that {want} demands.",
                a(have)
            ),
        )
        .help(format!(
            "ask instead of asserting: v, ok := {operand}.({want})"
        ))
        .at(span),
    )
}

/// A type of package main as its program writes it.
fn short(ty: &str) -> &str {
    ty.strip_prefix("main.").unwrap_or(ty)
}

fn arithmetic(detail: &str, line: &Line<'_>) -> Option<Reason> {
    if let Some(c) = matches(
        "cannot convert slice with length {n} to array or pointer to array with length {m}",
        detail,
    ) {
        return Some(Reason::new(
            c.fill("the slice has {n} elements, the array {m}"),
            "A slice becomes an array only if it has at least as many elements.",
        ));
    }
    if detail == "integer divide by zero" {
        let divisor = only(&line.divisors());
        let what = divisor.map_or("the divisor", |d| line.text(d));
        return Some(
            Reason::new(
                format!("{what} is 0"),
                "Integers cannot be divided by 0, and have no remainder of it. (Floats can: the result is infinite.)",
            )
            .help(format!("look at {what} before: if {what} != 0"))
            .at(divisor),
        );
    }
    if detail == "negative shift amount" {
        return Some(Reason::new(
            "",
            "The number of places to shift by is negative.",
        ));
    }
    let make = only(&line.calls(&["make"])).map(|c| c.0);
    let c = matches("{make}: {what} out of range", detail)?;
    let what = match (c.get("make")?, c.get("what")?) {
        ("makeslice", "len") => "length of the slice",
        ("makeslice", "cap") => "capacity of the slice",
        ("makechan", _) => "size of the channel's buffer",
        _ => return None,
    };
    Some(
        Reason::new(
            format!("the {what} is negative or too large"),
            format!("The {what} was computed when the program ran, and came out negative or too large for the memory."),
        )
        .at(make),
    )
}

fn sync(detail: &str, line: &Line<'_>) -> Option<Reason> {
    let call = |names: &[&str]| only(&line.calls(names)).map(|c| c.0);
    Some(match detail {
        "sync: negative WaitGroup counter" => Reason::new(
            "one Done too many",
            "Done was called more often than Add has announced: Add(1) belongs before each go statement, and one Done into each goroutine.",
        )
        .at(call(&["Done", "Add"])),
        "sync: unlock of unlocked mutex" if call(&["Wait"]).is_some() => Reason::new(
            "its L is not locked",
            "Wait of a sync.Cond unlocks the lock L while it waits, so L must be locked before: c.L.Lock().",
        )
        .at(call(&["Wait"])),
        "sync: unlock of unlocked mutex" => Reason::new(
            "not locked",
            "Unlock was called for a mutex that nobody holds: each Unlock needs a Lock before it. A copy of a mutex is another mutex.",
        )
        .at(call(&["Unlock"])),
        "sync: Unlock of unlocked RWMutex" => Reason::new(
            "not locked",
            "Unlock was called for a mutex that nobody has locked for writing.",
        )
        .at(call(&["Unlock"])),
        "sync: RUnlock of unlocked RWMutex" => Reason::new(
            "not locked",
            "RUnlock was called for a mutex that nobody has locked for reading.",
        )
        .at(call(&["RUnlock"])),
        "sync: WaitGroup is reused before previous Wait has returned"
        | "sync: WaitGroup misuse: Add called concurrently with Wait" => Reason::new(
            "",
            "Add was called while another goroutine waits already: call Add before the go statement, not in the new goroutine.",
        ),
        "concurrent map writes" | "concurrent map read and map write"
        | "concurrent map iteration and map write" => Reason::new(
            "another goroutine uses the map at the same time",
            "A map that is changed must be used by one goroutine at a time.",
        )
        .help("guard it with a sync.Mutex, or let one goroutine own it and send requests through a channel"),
        _ => return None,
    })
}

fn fatal(detail: &str, trace: &Trace) -> Option<Reason> {
    if detail == "stack overflow" {
        let frames = trace.failing_frames();
        let is_own = |f: &&Frame| f.function.starts_with("main.");
        let first = frames.iter().find(is_own).or(frames.first());
        let name = first.map_or("the function", |f| &f.function);
        let calls = frames.iter().filter(|f| f.function == name).count();
        let note = match calls > 1 {
            true => format!(
                "{} calls itself again and again: some call must be the last one, which returns without another.",
                short(name)
            ),
            false => {
                "Functions call each other without an end, or keep too much in their variables."
                    .to_string()
            }
        };
        let label = "one call after the other, and none returned";
        let method = name.rsplit('.').next().unwrap_or(name);
        let prints = frames.iter().any(|f| f.function.starts_with("fmt."));
        if prints && matches!(method, "String" | "Error" | "GoString" | "Format") {
            let note = format!(
                "{} prints its own receiver, and to print that fmt calls {method} again, without end.",
                short(name)
            );
            return Some(
                Reason::new(label, note).help("print the fields of the receiver one by one"),
            );
        }
        return Some(Reason::new(label, note));
    }
    if detail.contains("out of memory") {
        return Some(Reason::new(
            "no memory left",
            "The program wants more memory than there is, or than is allowed.",
        ));
    }
    if detail == "go of nil func value" {
        return Some(Reason::new("nil", "The function to be started is nil."));
    }
    if let Some(c) = matches("hash of unhashable type {t}", detail) {
        return Some(Reason::new(
            "",
            c.fill("A value of type {t} was used as the key of a map whose keys are interfaces. Keys are found with ==, which {t} does not have."),
        ));
    }
    let c = matches("comparing uncomparable type {t}", detail)?;
    Some(Reason::new(
        "",
        c.fill("Both interfaces hold values of type {t}, which cannot be compared with ==."),
    ))
}

/// A panic of the program's own.
fn own_panic(trace: &Trace, line: &Line<'_>) -> Reason {
    let cause = trace.cause();
    if !trace.is_panic() {
        return Reason::new("", "The run-time system cannot go on.");
    }
    let calls = line.calls(&["panic"]);
    let span = only(&calls).map(|c| c.0);
    let label = if span.is_some() { "" } else { "in this call" };
    let captures: Option<Captures<'_>> = matches("panic called with nil argument{_}", cause);
    let note = if captures.is_some() {
        "panic was called with nil, which says nothing about what is wrong."
    } else if trace.is_repanic() {
        "A deferred function recovered this panic and raised it again; it began here."
    } else if trace.messages.len() > 1 {
        "This panic happened in a deferred function, while another panic was under way."
    } else {
        "The program raised this panic itself, and no deferred function recovered it."
    };
    Reason::new(label, note).at(span)
}

/// `3 elements`.
pub fn elements(count: usize) -> String {
    plural(&count.to_string(), "value")
}
