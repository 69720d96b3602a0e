//! Names: declared, used, found, visible.

use super::{Entry, entry};

pub const ENTRIES: &[Entry] = &[
    entry(
        "declared and not used: {x}",
        "{x} is never read",
        "Go refuses local variables whose value is never used; assigning to one is no use.",
        "remove {x}, or keep it for now with `_ = {x}`",
    ),
    entry(
        "{x} declared and not used",
        "{x} is never read",
        "Go refuses local variables whose value is never used.",
        "write `switch value.(type)` without {x} :=",
    ),
    entry(
        "{path} imported as {name} and not used",
        "{name} is not mentioned in this file",
        "Go refuses imports that a file does not use.",
        "remove this import",
    ),
    entry(
        "{path} imported and not used",
        "not mentioned in this file",
        "Go refuses imports that a file does not use.",
        "remove this import",
    ),
    entry(
        "label {x} defined and not used",
        "no break, continue or goto names it",
        "Go refuses labels that are not used.",
        "remove the label, or jump to it with `break {x}` or `continue {x}`",
    ),
    entry(
        "undefined: {x} (but have {other})",
        "no such name in the package",
        "Upper and lower case differ in Go; only names that begin with a capital letter are visible outside of their package.",
        "write {other}",
    ),
    entry(
        "undefined: {package}.{x}",
        "package {package} has no {x}",
        "",
        "",
    ),
    entry(
        "undefined: {x}",
        "not declared here",
        "No variable, constant, function, type or package is called {x} at this place.",
        "",
    ),
    entry(
        "{x} undefined (type {t} is pointer to interface, not interface)",
        "{t} has no methods",
        "A pointer to an interface has no methods of its own. Interfaces hold pointers already: pass them by value.",
        "use the interface type itself, without the *",
    ),
    entry(
        "{x} undefined (type {t} has no field or method {name}, but does have {kind} {other})",
        "it is written {other}",
        "Upper and lower case differ in Go.",
        "write {other}",
    ),
    entry(
        "{x} undefined (cannot refer to unexported {kind} {name})",
        "private to its package",
        "Names that begin with a lower-case letter can only be used inside the package that declares them.",
        "",
    ),
    entry(
        "{x} undefined (type {t} has no field or method {name}, but does have unexported {kind} {other})",
        "private to its package",
        "Names that begin with a lower-case letter can only be used inside the package that declares them.",
        "",
    ),
    entry(
        "{x} undefined (type any has no field or method {name})",
        "any has no fields and no methods",
        "A value of type any can hold everything, so nothing is known about what it has: say with a type assertion what it holds.",
        "",
    ),
    entry(
        "{x} undefined (type error has no field or method {name})",
        "error has no {name}",
        "All that is known of an error is its method Error, which gives its text; it may hold any type that has it.",
        "to get at a type of your own take it out: var e *MyError; if errors.As(err, &e) { … }",
    ),
    entry(
        "{x} undefined (type {t} has no method {name})",
        "{t} has no method {name}",
        "With a type before the dot only methods can be named; fields belong to values.",
        "",
    ),
    entry(
        "{x} undefined (type {t} has no field or method {name})",
        "{t} has no {name}",
        "",
        "",
    ),
    entry(
        "{name} not exported by package {package}",
        "private to package {package}",
        "Names that begin with a lower-case letter can only be used inside the package that declares them.",
        "",
    ),
    entry(
        "use of package {name} not in selector",
        "a package is not a value",
        "A package's members are written behind a dot: {name}.Member.",
        "",
    ),
    entry(
        "{x} redeclared in this block",
        "declared a second time",
        "A name can be declared once in a block; an inner block may declare it again.",
        "",
    ),
    entry(
        "method {x} already declared at {place}",
        "declared a second time",
        "A type has at most one method of a name: Go has no overloading.",
        "give one of them another name",
    ),
    entry(
        "field and method with the same name {x}",
        "{x} is a field as well",
        "Fields and methods of a type share their names.",
        "rename one of them",
    ),
    entry(
        "{x} redeclared",
        "declared a second time",
        "Each field of a struct has a name of its own.",
        "",
    ),
    entry(
        "no new variables on left side of :=",
        "all of them exist already",
        ":= declares at least one new variable on its left side.",
        "assign with = instead of :=",
    ),
];
