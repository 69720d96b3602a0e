//! Sessions at a terminal: `gorun repl` in a pseudo-terminal, judged by what the user sees on the screen.

#[allow(dead_code, reason = "what the next tests need")]
mod screen;

use screen::Terminal;

#[test]
fn an_entry_shows_its_value() {
    let mut t = Terminal::start(&[]);
    t.wait_for_prompt();
    t.send("6 * 7\r");
    t.wait_for("42 : int");
    t.send("\x04");
    assert_eq!(t.exit_code(), 0);
}
