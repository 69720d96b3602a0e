//! A session in a pseudo-terminal, and an emulated screen that shows what it writes.
//!
//! Nothing here sleeps and hopes: every wait is for something to be seen, with a limit that only a
//! failing test reaches.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// How long something may take on a machine with much to do.
const LIMIT: Duration = Duration::from_secs(30);
pub const ROWS: u16 = 24;
pub const COLUMNS: u16 = 80;
/// What stands before an entry.
pub const PROMPT: &str = "go> ";

/// What the program wrote, as a screen and as bytes.
struct Output {
    screen: vt100::Parser,
    bytes: Vec<u8>,
    is_over: bool,
}

type Shared = Arc<(Mutex<Output>, Condvar)>;

/// A session at a terminal.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    input: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Shared,
    home: Home,
}

/// A home folder of a test's own.
#[derive(Clone)]
pub struct Home(Arc<Folder>);

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left over lies in a temporary folder.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Home {
    pub fn new() -> Home {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("gorun-terminal-{}-{count}", std::process::id());
        let dir = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&dir).unwrap();
        Home(Arc::new(Folder(dir)))
    }

    pub fn path(&self) -> &Path {
        &self.0.0
    }
}

impl Terminal {
    /// A session in a new home, with these variables in its environment.
    pub fn start(variables: &[(&str, &str)]) -> Terminal {
        Terminal::start_in(&Home::new(), variables)
    }

    /// A session in that home.
    pub fn start_in(home: &Home, variables: &[(&str, &str)]) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_gorun"));
        command.arg("repl");
        Terminal::run(command, home, variables, ROWS)
    }

    /// A session on a screen with so many rows.
    pub fn start_tall(rows: u16) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_gorun"));
        command.arg("repl");
        Terminal::run(command, &Home::new(), &[], rows)
    }

    /// A shell that knows the program as gorun and as $GORUN, on a screen with so many rows.
    pub fn start_shell(rows: u16) -> Terminal {
        let program = Path::new(env!("CARGO_BIN_EXE_gorun"));
        let folders = std::env::var("PATH").unwrap_or_default();
        let path = format!("{}:{folders}", program.parent().unwrap().display());
        let variables = [
            ("GORUN", env!("CARGO_BIN_EXE_gorun")),
            ("PATH", &*path),
            ("PS1", "$ "),
        ];
        Terminal::run(CommandBuilder::new("sh"), &Home::new(), &variables, rows)
    }

    fn run(
        mut command: CommandBuilder,
        home: &Home,
        variables: &[(&str, &str)],
        rows: u16,
    ) -> Terminal {
        let size = PtySize {
            rows,
            cols: COLUMNS,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        command.cwd(home.path());
        for name in ["NO_COLOR", "XDG_STATE_HOME", "INPUTRC"] {
            command.env_remove(name);
        }
        command.env("HOME", home.path());
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let input = pair.master.take_writer().unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let output: Shared = Arc::new((
            Mutex::new(Output {
                screen: vt100::Parser::new(extent(rows), extent(COLUMNS), 200),
                bytes: Vec::new(),
                is_over: false,
            }),
            Condvar::new(),
        ));
        let shared = Arc::clone(&output);
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            loop {
                let n = reader.read(&mut buffer).unwrap_or(0);
                let mut out = shared.0.lock().unwrap();
                out.screen.process(&buffer[..n]);
                out.bytes.extend_from_slice(&buffer[..n]);
                out.is_over |= n == 0;
                shared.1.notify_all();
                if n == 0 {
                    return;
                }
            }
        });
        Terminal {
            master: pair.master,
            input,
            child,
            output,
            home: home.clone(),
        }
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Types.
    pub fn send(&mut self, keys: &str) {
        self.input.write_all(keys.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    /// Pastes, as a terminal does for programs that ask to be told.
    pub fn paste(&mut self, text: &str) {
        self.send(&format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r")));
    }

    /// Types an entry, waits until it is there, runs it, and waits for its result.
    pub fn run_entry(&mut self, entry: &str, result: &str) {
        self.send(entry);
        let last_line = entry.rsplit('\r').next().unwrap().trim();
        let end = last_line.len().saturating_sub(20);
        self.wait_until(entry, |screen| {
            cursor_line(screen).contains(&last_line[end..])
        });
        self.send("\r");
        self.wait_for(result);
    }

    /// As [`Terminal::run_entry`], up to the next prompt.
    pub fn enter(&mut self, entry: &str, result: &str) {
        self.run_entry(entry, result);
        self.wait_for_prompt();
    }

    /// Waits until the screen is as wanted.
    pub fn wait_until(&self, what: &str, is_wanted: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + LIMIT;
        let mut out = self.output.0.lock().unwrap();
        while !is_wanted(out.screen.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || out.is_over && !is_wanted(out.screen.screen()) {
                let screen = shown(out.screen.screen());
                drop(out);
                panic!("no {what} on the screen:\n{screen}");
            }
            out = self.output.1.wait_timeout(out, left).unwrap().0;
        }
    }

    /// Waits for a text that the screen may not show for long.
    pub fn wait_until_written(&self, text: &str) {
        let deadline = Instant::now() + LIMIT;
        let mut out = self.output.0.lock().unwrap();
        while !out.bytes.windows(text.len()).any(|w| w == text.as_bytes()) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() || out.is_over {
                drop(out);
                panic!("never written: {text:?}");
            }
            out = self.output.1.wait_timeout(out, left).unwrap().0;
        }
    }

    /// Waits for a text.
    pub fn wait_for(&self, text: &str) {
        self.wait_until(&format!("{text:?}"), |screen| {
            shown(screen).contains(text.trim_end())
        });
    }

    /// Waits until the row with the cursor begins with this, and no more stands in it.
    pub fn wait_for_line(&self, line: &str) {
        self.wait_until(&format!("line {line:?}"), |screen| {
            cursor_line(screen) == line.trim_end()
        });
    }

    /// Waits for the prompt of a new entry.
    pub fn wait_for_prompt(&self) {
        self.wait_for_line(PROMPT);
    }

    /// What is on the screen.
    pub fn shown(&self) -> String {
        shown(self.output.0.lock().unwrap().screen.screen())
    }

    /// Looks at the screen.
    pub fn screen<T>(&self, look: impl Fn(&vt100::Screen) -> T) -> T {
        look(self.output.0.lock().unwrap().screen.screen())
    }

    /// All that was written, control sequences too.
    pub fn bytes(&self) -> String {
        String::from_utf8_lossy(&self.output.0.lock().unwrap().bytes).into_owned()
    }

    /// Changes the size of the window.
    pub fn resize(&self, rows: u16, columns: u16) {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let mut out = self.output.0.lock().unwrap();
        out.screen
            .screen_mut()
            .set_size(extent(rows), extent(columns));
        self.master.resize(size).unwrap();
    }

    /// The session's process.
    pub fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits for the session's end; its exit code.
    pub fn exit_code(&mut self) -> u32 {
        let deadline = Instant::now() + LIMIT;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.exit_code();
            }
            if Instant::now() > deadline {
                // The test fails anyway.
                let _ = self.child.kill();
                panic!("the session goes on:\n{}", self.shown());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            // It may end meanwhile.
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}

fn extent(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

/// The rows of the screen, without what is empty at their ends and at the end.
pub fn shown(screen: &vt100::Screen) -> String {
    let columns = screen.size().1.into();
    let rows: Vec<String> = screen
        .rows(0, columns)
        .map(|row| row.trim_end().to_string())
        .collect();
    rows.join("\n").trim_end().to_string()
}

/// The row with the cursor.
pub fn cursor_line(screen: &vt100::Screen) -> String {
    let columns = screen.size().1.into();
    let row = usize::from(screen.cursor_position().0);
    let line = screen.rows(0, columns).nth(row).unwrap_or_default();
    line.trim_end().to_string()
}
