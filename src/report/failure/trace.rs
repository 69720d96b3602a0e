//! Go's text about a failure, read back: the messages, and the goroutines with their calls.

/// One call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    pub function: String,
    pub file: String,
    pub line: u32,
}

/// One goroutine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goroutine {
    pub id: u64,
    /// The innermost call first.
    pub frames: Vec<Frame>,
    /// The `go` statement that started it.
    pub created_at: Option<Frame>,
}

/// Everything that Go prints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// `panic: …` and `fatal error: …`, the first panic first.
    pub messages: Vec<String>,
    pub goroutines: Vec<Goroutine>,
}

/// Stands between the calls of deferred functions and the call that panicked.
const PANIC_FRAME: &str = "panic";

impl Trace {
    /// Reads the text; `None` if it is about no failure of the program's.
    pub fn parse(text: &str) -> Option<Trace> {
        let mut messages: Vec<String> = Vec::new();
        let mut goroutines: Vec<Goroutine> = Vec::new();
        let lines = text.lines();
        let mut last_function: Option<String> = None;
        for line in lines {
            if let Some(id) = goroutine_id(line) {
                goroutines.push(Goroutine {
                    id,
                    frames: Vec::new(),
                    created_at: None,
                });
                continue;
            }
            let Some(goroutine) = goroutines.last_mut() else {
                let trimmed = line.trim_start_matches('\t');
                if trimmed.starts_with("panic: ") || trimmed.starts_with("fatal error: ") {
                    messages.push(trimmed.to_string());
                } else if line.starts_with('\t')
                    && let Some(last) = messages.last_mut()
                {
                    last.push(' ');
                    last.push_str(trimmed);
                }
                continue;
            };
            match line.strip_prefix('\t').and_then(place) {
                Some((file, line)) => {
                    let Some(function) = last_function.take() else {
                        continue;
                    };
                    let is_origin = function.starts_with("created by ");
                    let frame = Frame {
                        function,
                        file: file.to_string(),
                        line,
                    };
                    match is_origin {
                        true => goroutine.created_at = Some(frame),
                        false => goroutine.frames.push(frame),
                    }
                }
                None => last_function = Some(function_name(line)),
            }
        }
        (!messages.is_empty()).then_some(Trace {
            messages,
            goroutines,
        })
    }

    /// What is said first.
    pub fn headline(&self) -> String {
        let first = self.messages.first().map_or("", String::as_str);
        let text = first.strip_prefix("fatal error: ").unwrap_or(first);
        text.to_string()
    }

    /// The message that the explanation is about: the last panic, without what Go adds to it.
    pub fn cause(&self) -> &str {
        let last = self.messages.last().map_or("", String::as_str);
        let text = last
            .strip_prefix("panic: ")
            .or_else(|| last.strip_prefix("fatal error: "))
            .unwrap_or(last);
        let text = text
            .strip_suffix(" [recovered, repanicked]")
            .unwrap_or(text);
        text.strip_suffix(" [recovered]").unwrap_or(text)
    }

    pub fn is_panic(&self) -> bool {
        self.messages
            .last()
            .is_some_and(|m| m.starts_with("panic: "))
    }

    /// A value that was recovered and given to panic again.
    pub fn is_repanic(&self) -> bool {
        self.messages.iter().any(|m| m.ends_with("repanicked]"))
    }

    pub fn is_deadlock(&self) -> bool {
        self.messages
            .iter()
            .any(|m| m.contains("all goroutines are asleep"))
    }

    /// The calls of the goroutine that failed; after a repeated panic those of the first one.
    pub fn failing_frames(&self) -> &[Frame] {
        let Some(first) = self.goroutines.first() else {
            return &[];
        };
        let panics = first.frames.iter().rposition(|f| f.function == PANIC_FRAME);
        match panics.filter(|_| self.is_repanic()) {
            Some(at) => &first.frames[at + 1..],
            None => &first.frames,
        }
    }

    /// The function of a library that failed, if `frame` is not the innermost call.
    pub fn library_call(&self, frame: &Frame) -> Option<&str> {
        let frames = self.failing_frames();
        let at = frames.iter().position(|f| f == frame)?;
        let called = frames.get(at.checked_sub(1)?)?;
        (called.function != PANIC_FRAME).then_some(called.function.as_str())
    }
}

/// The id in `goroutine 1 [running]:`.
fn goroutine_id(line: &str) -> Option<u64> {
    let (id, state) = line.strip_prefix("goroutine ")?.split_once(' ')?;
    (state.starts_with('[') && state.ends_with(':')).then(|| id.parse().ok())?
}

/// File and line of `/a/main.go:12 +0x1d`.
fn place(text: &str) -> Option<(&str, u32)> {
    let (place, _) = text.rsplit_once(" +0x").unwrap_or((text, ""));
    let (file, line) = place.rsplit_once(':')?;
    Some((file, line.parse().ok()?))
}

/// `main.(*T).f` of `main.(*T).f(...)`.
fn function_name(line: &str) -> String {
    match line.ends_with(')') {
        true => line
            .rsplit_once('(')
            .map_or(line, |(name, _)| name)
            .to_string(),
        false => line.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_in_a_goroutine() {
        let text = "panic: first\n\tpanic: second\n\ngoroutine 7 [running]:\nmain.f(...)\n\t/a/main.go:5 +0x10\n\
                    created by main.main in goroutine 1\n\t/a/main.go:9 +0x20\nexit status 2\n";
        let trace = Trace::parse(text).unwrap();
        assert_eq!(trace.messages, ["panic: first", "panic: second"]);
        assert_eq!(trace.cause(), "second");
        let g = &trace.goroutines[0];
        assert_eq!((g.id, g.frames.len(), g.frames[0].line), (7, 1, 5));
        assert_eq!(g.frames[0].function, "main.f");
        assert_eq!(g.created_at.as_ref().unwrap().line, 9);
    }

    #[test]
    fn other_text() {
        assert_eq!(Trace::parse("hello\n"), None);
    }
}
