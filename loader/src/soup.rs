//! Bad input never crashes what reads it: soups of fragments for each of the small languages here.

use crate::{constraint, directives, embed, glob, gomod, path, vendor};
use parser::ast::Ast;
use source::{Diagnostics, SourceMap};
use std::path::Path;

const FRAGMENTS: [&str; 48] = [
    "//go:build ",
    "// +build ",
    "linux",
    "!",
    "&&",
    "||",
    "(",
    ")",
    "\n",
    "\r\n",
    "/*",
    "*/",
    "//",
    "\u{feff}",
    "go1.21",
    ",",
    "package x",
    "module ",
    "go ",
    "require ",
    "replace ",
    "=>",
    "retract ",
    "[",
    "]",
    "v1.2.3",
    "v2.0.0",
    "x.org/y",
    "./z",
    "\"",
    "`",
    "\\",
    "é",
    "\t",
    " ",
    "exclude ",
    "toolchain ",
    "use ",
    "//go:embed ",
    "*",
    "?",
    "-",
    "^",
    "# ",
    "## explicit",
    "import \"embed\"",
    "var x string",
    "//go:linkname a b",
];

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    fn soup(&mut self) -> String {
        let length = self.below(20);
        (0..length)
            .map(|_| FRAGMENTS[self.below(FRAGMENTS.len())])
            .collect()
    }
}

#[test]
fn nothing_crashes() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..20_000 {
        let text = random.soup();
        let _ = constraint::parse(&text);
        let _ = constraint::header(&text);
        for kind in [
            gomod::Kind::Main,
            gomod::Kind::Dependency,
            gomod::Kind::Work,
        ] {
            let _ = gomod::parse(&text, "go.mod", kind);
        }
        let _ = vendor::Vendor::parse(&text);
        let _ = glob::matches(&text, "a b");
        let _ = (path::misspelling(&text), path::import_path_error(&text));
        let _ = (path::parent_of_internal(&text), path::major_suffix(&text));
        let mut map = SourceMap::new();
        let id = map.add("x.go", text);
        let (mut ast, mut diags) = (Ast::new(), Diagnostics::default());
        let file = parser::parse_file(&mut ast, &map, id, &mut diags);
        directives::check(&file, &ast, &map, &["x.s".into()], &mut diags);
        let patterns = embed::Patterns::of(&file);
        let nowhere = Path::new("/nonexistent");
        let _ = patterns.embeds(&file, nowhere, &ast, &map, &mut diags);
        let _ = patterns.resolve(nowhere);
    }
}
