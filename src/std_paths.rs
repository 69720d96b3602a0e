//! Which packages of the standard library people mean by a name: `rand`, `filepath`, `json`.

/// Where a name's first candidate is not the one that most programs want.
const PREFERRED: [&str; 2] = ["math/rand", "text/template"];

/// The import paths of the packages that call themselves `name`, the likeliest first: those with the
/// fewest elements. Packages that nobody else may import are left out.
pub fn named(name: &str) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = stdlib::packages()
        .filter(|path| package_name(path) == name && !is_internal(path))
        .collect();
    found.sort_by_key(|path| {
        let depth = path.matches('/').count();
        (depth, !PREFERRED.contains(path), *path)
    });
    found
}

/// The package of Go's standard library that calls itself `name` and that gorun does not have.
pub fn missing(name: &str) -> Option<&'static str> {
    loader::public_packages()
        .filter(|path| package_name(path) == name && is_missing(path))
        .min_by_key(|path| (path.matches('/').count(), !PREFERRED.contains(path)))
}

/// Whether Go's standard library has the package, and gorun does not.
pub fn is_missing(path: &str) -> bool {
    stdlib::source_files(path).is_none() && loader::public_packages().any(|p| p == path)
}

/// All packages that programs may import.
pub fn all() -> impl Iterator<Item = &'static str> {
    stdlib::packages().filter(|path| !is_internal(path))
}

/// The last element of the path that is no version.
pub fn package_name(path: &str) -> &str {
    let is_version = |e: &&str| {
        e.strip_prefix('v')
            .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut elements = path.rsplit('/');
    match elements.next() {
        Some(last) if is_version(&last) => elements.next().unwrap_or(last),
        last => last.unwrap_or(path),
    }
}

fn is_internal(path: &str) -> bool {
    path.split('/').any(|element| element == "internal")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_package_comes_first() {
        assert_eq!(named("rand"), ["math/rand", "crypto/rand", "math/rand/v2"]);
        assert_eq!(named("fmt"), ["fmt"]);
        assert!(named("bytealg").is_empty());
        assert_eq!(missing("fmt"), None);
        assert_eq!(missing("nosuch"), None);
        assert_eq!(package_name("math/rand/v2"), "rand");
    }
}
