//! `gorun doc`.

mod scratch;

use scratch::Scratch;
use std::path::Path;
use std::process::{Command, Output};

const LIBRARY: &str = "// Package shape knows shapes.
//
// A second paragraph.
package shape

import \"math\"

// Corners of some shapes.
const (
	// Triangle has three.
	Triangle = 3
	Square   = 4 // four
	hidden   = 5
)

// Pi is near enough.
var Pi = math.Pi

// A Circle is round.
//
//	c := New(2)
//	fmt.Println(c.Area())
//
// See [Circle.Area].
type Circle struct {
	// Radius is in metres.
	Radius float64
	Name   string
	cache  map[string]float64
}

// New makes a circle.
func New(
	radius float64,
) *Circle {
	return &Circle{Radius: radius}
}

// Area returns the area.
func (c *Circle) Area() float64 { return c.Radius * c.Radius * Pi }

func (c *Circle) clear() {}

// Shape is implemented by shapes.
type Shape interface {
	// Area returns the area.
	Area() float64
	secret()
}

// helper helps.
func helper() {}
";

fn folder(name: &str) -> Scratch {
    let dir = Scratch::new(&format!("doc-{name}"));
    std::fs::create_dir_all(dir.join("shape")).unwrap();
    std::fs::write(dir.join("go.mod"), "module example.com/geo\n\ngo 1.26\n").unwrap();
    std::fs::write(dir.join("shape/shape.go"), LIBRARY).unwrap();
    let main = "package main\n\nimport \"example.com/geo/shape\"\n\n// area is a name of this program.\nfunc area() float64 { return shape.New(1).Area() }\n\nfunc main() { println(area()) }\n";
    std::fs::write(dir.join("main.go"), main).unwrap();
    dir
}

fn doc(dir: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gorun"))
        .arg("doc")
        .args(arguments)
        .current_dir(dir)
        .output()
        .unwrap()
}

fn shown(dir: &Path, arguments: &[&str]) -> String {
    let output = doc(dir, arguments);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// As `go doc` of Go 1.26.6 shows it, but for empty lines at the end and after what is left out.
#[test]
fn a_package_and_its_names() {
    let dir = folder("names");
    let heading = "package shape // import \"example.com/geo/shape\"\n\n";
    let summary = format!(
        "{heading}Package shape knows shapes.

A second paragraph.

const Triangle = 3 ...
var Pi = math.Pi
type Circle struct{{ ... }}
    func New(radius float64) *Circle
type Shape interface{{ ... }}
"
    );
    assert_eq!(shown(&dir, &["./shape"]), summary);
    assert_eq!(shown(&dir, &["example.com/geo/shape"]), summary);
    assert_eq!(
        shown(&dir, &["./shape.Circle"]),
        format!(
            "{heading}type Circle struct {{
	// Radius is in metres.
	Radius float64
	Name   string
	// Has unexported fields.
}}
    A Circle is round.

        c := New(2)
        fmt.Println(c.Area())

    See Circle.Area.

func New(radius float64) *Circle
func (c *Circle) Area() float64
"
        )
    );
    assert_eq!(
        shown(&dir, &["./shape", "Circle.Area"]),
        format!("{heading}func (c *Circle) Area() float64\n    Area returns the area.\n")
    );
    assert_eq!(
        shown(&dir, &["example.com/geo/shape.Square"]),
        format!(
            "{heading}const (
	// Triangle has three.
	Triangle = 3
	Square   = 4 // four
)
    Corners of some shapes.
"
        )
    );
    let shape = shown(&dir, &["./shape", "shape"]);
    assert!(shape.contains("	// Has unexported methods.\n}"), "{shape}");
}

#[test]
fn names_of_the_program_in_this_folder() {
    let dir = folder("here");
    let text = shown(&dir, &["area"]);
    assert!(
        text.ends_with("func area() float64\n    area is a name of this program.\n"),
        "{text}"
    );
    assert!(shown(&dir, &[]).contains("func area() float64\n"));
    assert!(shown(&dir, &["-u", "./shape"]).contains("func helper()\n"));
    let source = shown(&dir, &["-src", "./shape", "New"]);
    assert!(
        source.contains("return &Circle{Radius: radius}"),
        "{source}"
    );
    let all = shown(&dir, &["-all", "./shape"]);
    assert!(all.contains("TYPES\n\ntype Circle struct {"), "{all}");
    assert!(
        all.contains("func (c *Circle) Area() float64\n    Area returns the area.\n"),
        "{all}"
    );
}

#[test]
fn the_standard_library() {
    let dir = folder("std");
    let text = shown(&dir, &["strings.Builder.WriteString"]);
    let start = "package strings // import \"strings\"\n\nfunc (b *Builder) WriteString(s string) (int, error)\n";
    assert!(text.starts_with(start), "{text}");
    assert!(shown(&dir, &["fmt"]).contains("\nfunc Println(a ...any) (n int, err error)\n"));
    assert!(shown(&dir, &["rand.IntN"]).contains("import \"math/rand/v2\""));
    assert!(shown(&dir, &["time.second"]).contains("\tSecond  "));
    assert!(shown(&dir, &["io.Reader.Read"]).contains("\tRead(p []byte) (n int, err error)\n"));
    for path in [
        "bytes",
        "os",
        "reflect",
        "sync/atomic",
        "syscall",
        "math/big",
    ] {
        assert!(shown(&dir, &["-all", path]).len() > 1000, "{path}");
    }
}

#[test]
fn packages_of_a_module_are_known_by_the_end_of_their_paths() {
    let shop = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/repl/module/shop");
    for (name, wanted) in [
        (
            "util.Price",
            "import \"example.com/shop/util\"\n\ntype Price int\n",
        ),
        ("util.Item.Name", "\tName string\n"),
        ("secret.Zero", "const Zero = 0"),
        ("inner.Hi", "import \"example.com/dep/inner\""),
    ] {
        let output = doc(&shop, &[name]);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(text.contains(wanted), "{name}: {text}");
    }
}

#[test]
fn what_is_not_there_is_said() {
    let dir = folder("nothing");
    for (arguments, message) in [
        (
            &["fmt.Prinltn"][..],
            "no symbol Prinltn in package fmt; did you mean Println?",
        ),
        (&["defer"], "defer is a keyword"),
        (&["fmtt"], "did you mean fmt?"),
        (&["stringz.Builder"], "did you mean strings.Builder?"),
        (&["strings.Builder.Wirte"], "did you mean Builder.Write?"),
        (&["nosuch"], "no package and no name \"nosuch\""),
        (&["nosuch.Name"], "no package and no name \"nosuch.Name\""),
        (&["./nowhere"], "nowhere"),
        (&["./shape.Nope"], "no symbol Nope in package shape"),
        (
            &["strings", "Builder.Nope"],
            "no symbol Builder.Nope in package strings",
        ),
    ] {
        let output = doc(&dir, arguments);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(errors.contains(message), "{arguments:?}: {errors}");
        assert_eq!(output.status.code(), Some(1));
    }
}
