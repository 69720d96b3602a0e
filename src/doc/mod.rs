//! Documentation: declarations as they are written, with their doc comments, of the standard library
//! and of the user's packages. `gorun doc` and the prompt's `:doc` show it.
//!
//! [`outline`] finds the declarations of a file, [`package`] those of a package, [`render`] writes
//! them, [`comment`] lays out the comments.

mod comment;
mod outline;
mod package;
mod render;

pub use outline::DeclKind;
pub use package::Package;
pub use render::{Detail, Doc};

/// What is known about `name`: `fmt`, `fmt.Println`, `strings.Builder.WriteString`, or, in the user's
/// own package, whose files these are, `F`, `T` and `T.Method`. Own names come first.
pub fn lookup(name: &str, own: &[&str]) -> Option<Doc> {
    let own = Package::new("", own.iter().copied());
    let detail = Detail {
        unexported: true,
        ..Detail::default()
    };
    own.symbol(name, detail)
        .or_else(|| standard(name, Detail::default()))
}

/// What is known about a package of the standard library, `math/rand` or `rand`, or something in it.
pub fn standard(name: &str, detail: Detail) -> Option<Doc> {
    let directory = name.rfind('/').map_or(0, |at| at + 1);
    let dot = name[directory..].find('.').map(|at| directory + at);
    let (path, symbol) = match dot {
        Some(at) => (&name[..at], Some(&name[at + 1..])),
        None => (name, None),
    };
    let all = Detail {
        unexported: true,
        ..detail
    };
    let Some(symbol) = symbol else {
        let package = packages(path).next().map(|package| package.summary(detail));
        return package.or_else(|| Package::builtin().symbol(name, all));
    };
    if path == "builtin" {
        return Package::builtin().symbol(symbol, all);
    }
    packages(path)
        .find_map(|package| package.symbol(symbol, detail))
        .or_else(|| packages(path).find_map(|p| p.symbol_in_any_case(symbol, detail)))
}

/// Where the standard library has the name: `fmt.Println` and `log.Println` for `Println`.
pub fn homes(name: &str) -> Vec<String> {
    let first = name.split('.').next().unwrap_or(name);
    crate::std_paths::all()
        .filter(|path| Package::standard(path).is_some_and(|p| p.exports(first)))
        .map(|path| format!("{path}.{name}"))
        .collect()
}

/// The packages of the standard library that `path` may mean: an import path, or the end of one.
pub fn packages(path: &str) -> impl Iterator<Item = Package> {
    let is_known = path == "builtin" || stdlib::source_files(path).is_some();
    let exact = is_known.then(|| path.to_string());
    let named = crate::std_paths::named(path);
    let others = named.into_iter().filter(move |p| *p != path);
    exact
        .into_iter()
        .chain(others.map(str::to_string))
        .filter_map(|path| Package::standard(&path))
}

#[cfg(test)]
mod tests {
    use super::{Detail, Package, lookup};

    fn text(name: &str, own: &str) -> String {
        lookup(name, &[own]).map_or_else(String::new, |doc| doc.to_string())
    }

    #[test]
    fn functions_methods_and_packages() {
        let doc = text("fmt.Println", "");
        assert!(
            doc.starts_with(
                "package fmt // import \"fmt\"\n\nfunc Println(a ...any) (n int, err error)\n"
            ),
            "{doc}"
        );
        let doc = text("strings.Builder.WriteString", "");
        assert!(
            doc.contains("func (b *Builder) WriteString(s string) (int, error)"),
            "{doc}"
        );
        let doc = text("strings.builder", "");
        assert!(
            doc.contains("type Builder struct {\n\t// Has unexported fields.\n}\n"),
            "{doc}"
        );
        assert!(doc.contains("\nfunc (b *Builder) Len() int\n"), "{doc}");
        let doc = text("rand.IntN", "");
        assert!(
            doc.starts_with("package rand // import \"math/rand/v2\""),
            "{doc}"
        );
        assert_eq!(text("fmt.Nope", ""), "");
        let doc = text("append", "");
        assert!(
            doc.contains("\nfunc append(slice []Type, elems ...Type) []Type\n"),
            "{doc}"
        );
        assert!(text("builtin.error", "").contains("\tError() string\n"));
        assert_eq!(super::homes("Println"), ["fmt.Println", "log.Println"]);
    }

    #[test]
    fn own_names_come_first() {
        let own = "// fmt is mine.\nfunc fmt(x int) {\n}\n\ntype T struct{ x, Y int }\n\n// M does.\nfunc (t T) M() {}\n";
        assert_eq!(text("fmt", own), "func fmt(x int)\n    fmt is mine.\n");
        let loose = "func  g( a,b []int,c  map[string]*T )( x int,err error ){ }";
        let tidy = "func g(a, b []int, c map[string]*T) (x int, err error)\n";
        assert_eq!(text("g", loose), tidy);
        let url = text(
            "U",
            "type U string\n\nconst Home U = \"http://x//y\" // not z\n",
        );
        assert!(
            url.ends_with("\n\nconst Home U = \"http://x//y\"\n"),
            "{url}"
        );
        assert_eq!(text("T.M", own), "func (t T) M()\n    M does.\n");
        assert_eq!(
            text("T", own),
            "type T struct{ x, Y int }\n\nfunc (t T) M()\n"
        );
    }

    #[test]
    fn every_name_of_the_standard_library_is_found() {
        for path in crate::std_paths::all() {
            let package = Package::standard(path).unwrap();
            let exported = |n: &&str| n.starts_with(char::is_uppercase);
            let names: Vec<&str> = package.names().filter(exported).collect();
            assert!(!names.is_empty() || path == "embed", "{path}");
            let summary = package.summary(Detail::default()).text;
            for name in names {
                let doc = package.symbol(name, Detail::default());
                let text = doc.map_or_else(String::new, |d| d.text);
                assert!(text.contains(name), "{path}.{name}: {text}");
                assert!(!text.contains("\n\n\n"), "{path}.{name}: {text}");
            }
            let all = Detail {
                all: true,
                unexported: true,
                ..Detail::default()
            };
            assert!(
                package.summary(all).text.len() >= summary.len() / 2,
                "{path}"
            );
        }
    }
}
