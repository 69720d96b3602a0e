//! The modules around a program: from an import path to the folder of a package.
//!
//! A [`Workspace`] is made from the nearest go.mod (or go.work). Packages are looked for in the main
//! module, then in the vendor folder, or in the modules of the build list, which minimal version
//! selection finds in [`crate::buildlist`]. Nothing is downloaded.

use crate::buildlist::{BuildList, Located};
use crate::gomod::{self, GoMod, Kind, Mistake};
use crate::modcache::ModCache;
use crate::path;
use crate::pattern;
use crate::place::{open_error, short_path};
use crate::vendor::Vendor;
use crate::version::LangVersion;
use std::cell::OnceCell;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Where dependencies come from, as `-mod` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The build list's modules.
    Modules,
    /// The vendor folder.
    Vendor,
}

/// A module whose packages are under development: usually one, several with a go.work file.
#[derive(Debug)]
pub struct MainModule {
    pub dir: PathBuf,
    pub file: GoMod,
}

#[derive(Debug)]
pub struct Workspace {
    /// The folder of go.mod or go.work.
    root: PathBuf,
    pub mains: Vec<MainModule>,
    /// The file whose `replace` lines count.
    replacing: GoMod,
    vendor: Option<Vendor>,
    cache: ModCache,
    roots: OnceCell<BuildList>,
    graph: OnceCell<BuildList>,
}

/// A package's folder, and the language version of its module.
#[derive(Clone, Debug)]
pub struct Found {
    pub dir: PathBuf,
    pub lang: LangVersion,
}

impl Workspace {
    /// The workspace around `start`, an absolute folder.
    ///
    /// # Errors
    /// Mistakes in the files that describe it.
    pub fn find(start: &Path, mode: Option<Mode>) -> Result<Option<Workspace>, String> {
        let Some(module_dir) = start.ancestors().find(|d| d.join("go.mod").is_file()) else {
            return Ok(None);
        };
        let main = read_main(module_dir)?;
        let in_use = work_file(module_dir)
            .map(|file| read_work(&file))
            .transpose()?;
        if let Some((root, work)) = in_use {
            let mut mains = Vec::new();
            for dir in &work.use_dirs {
                mains.push(read_main(&root.join(dir))?);
            }
            let is_listed = |m: &MainModule| same_dir(&m.dir, module_dir);
            if !mains.iter().any(is_listed) {
                return Err(not_in_work(start));
            }
            return Workspace::new(root, mains, work, mode).map(Some);
        }
        let replacing = main.file.clone();
        Workspace::new(module_dir.to_path_buf(), vec![main], replacing, mode).map(Some)
    }

    fn new(
        root: PathBuf,
        mains: Vec<MainModule>,
        replacing: GoMod,
        mode: Option<Mode>,
    ) -> Result<Workspace, String> {
        let mut workspace = Workspace {
            root,
            mains,
            replacing,
            vendor: None,
            cache: ModCache::from_environment(),
            roots: OnceCell::new(),
            graph: OnceCell::new(),
        };
        let dir = workspace.root.join("vendor");
        let by_default = || workspace.lang() >= LangVersion(14) && dir.is_dir();
        if mode.map_or_else(by_default, |m| m == Mode::Vendor) {
            let text = std::fs::read(dir.join("modules.txt")).unwrap_or_default();
            let vendor = Vendor::parse(&String::from_utf8_lossy(&text));
            if let [main] = workspace.mains.as_slice() {
                check_vendor(&vendor, &main.file, &workspace.root)?;
            }
            workspace.vendor = Some(vendor);
        }
        Ok(workspace)
    }

    fn lang(&self) -> LangVersion {
        let of = |m: &MainModule| m.file.lang();
        self.mains
            .iter()
            .map(of)
            .max()
            .unwrap_or(LangVersion::UNSAID)
    }

    /// The import path and language version of a folder of a main module.
    pub fn package_in(&self, dir: &Path) -> Option<(String, LangVersion)> {
        let main = self
            .mains
            .iter()
            .filter(|m| dir.starts_with(&m.dir))
            .max_by_key(|m| m.dir.components().count())?;
        let mut path = main.file.module.clone();
        for part in dir.strip_prefix(&main.dir).ok()?.components() {
            let _ = write!(path, "/{}", part.as_os_str().to_string_lossy());
        }
        Some((path, main.file.lang()))
    }

    /// The folder of the package with an import path.
    ///
    /// # Errors
    /// Why there is none, in Go's words.
    pub fn resolve(&self, import: &str) -> Result<Found, String> {
        let vendored = import
            .strip_prefix("vendor/")
            .or_else(|| import.split_once("/vendor/").map(|(_, rest)| rest));
        if let Some(rest) = vendored {
            return Err(format!("{import} must be imported as {rest}"));
        }
        if let Some(vendor) = &self.vendor {
            return self.resolve_vendored(vendor, import);
        }
        let roots = self.roots.get_or_init(|| self.build_list(false));
        let mut found = self.candidates(import, roots)?;
        if found.is_empty() {
            let graph = self.graph.get_or_init(|| self.build_list(true));
            found = self.candidates(import, graph)?;
        }
        match found.as_slice() {
            [] => Err(self.missing(import)),
            [(_, one)] => Ok(one.clone()),
            several => {
                let mut message =
                    format!("ambiguous import: found package {import} in multiple modules:");
                for (module, found) in several {
                    let _ = write!(message, "\n\t{module} ({})", found.dir.display());
                }
                Err(message)
            }
        }
    }

    /// The import paths that programs in `dir` may use: of the main modules, the vendor folder, and
    /// the modules that the main ones require, as far as they are there.
    pub fn importable(&self, dir: &Path) -> Vec<String> {
        let mut paths: Vec<String> = Vec::new();
        for main in &self.mains {
            paths.extend(packages_below(&main.file.module, &main.dir));
        }
        match &self.vendor {
            Some(vendor) => paths.extend(vendor.paths().map(str::to_string)),
            None => {
                let files: Vec<&GoMod> = self.mains.iter().map(|m| &m.file).collect();
                for module in BuildList::roots(&files).modules() {
                    if let Ok((dir, _)) = self.module_dir(&module) {
                        paths.extend(packages_below(&module.path, &dir));
                    }
                }
            }
        }
        let importer = self.package_in(dir).map_or_else(String::new, |p| p.0);
        paths.retain(|p| match path::parent_of_internal(p) {
            Some(parent) => path::strip_prefix(&importer, parent).is_some(),
            None => *p != importer,
        });
        paths.sort();
        paths.dedup();
        paths
    }

    fn build_list(&self, transitively: bool) -> BuildList {
        let files: Vec<&GoMod> = self.mains.iter().map(|m| &m.file).collect();
        let is_pruned = self.lang() >= LangVersion(17) && files.len() == 1;
        if transitively || !is_pruned {
            BuildList::select(&files, is_pruned, &|path, version| {
                self.dependency_file(path, version)
            })
        } else {
            BuildList::roots(&files)
        }
    }

    /// A dependency's go.mod, where it is at hand.
    fn dependency_file(&self, path: &str, version: &str) -> Option<GoMod> {
        let replaced = self.replacing.replacement(path, version);
        let text = match replaced {
            Some(r) => match &r.new_version {
                Some(new) => self.cache.go_mod(&r.new, new),
                None => std::fs::read_to_string(self.root.join(&r.new).join("go.mod")).ok(),
            },
            None => self.cache.go_mod(path, version),
        }?;
        gomod::parse(&text, "go.mod", Kind::Dependency).ok()
    }

    /// All modules of the list that have a package of this path: its folder in each.
    fn candidates(&self, import: &str, list: &BuildList) -> Result<Vec<(String, Found)>, String> {
        let mut found = Vec::new();
        for main in &self.mains {
            if let Some(rest) = path::strip_prefix(import, &main.file.module)
                && let Some(dir) = package_dir(&main.dir, rest)?
            {
                let lang = main.file.lang();
                found.push((main.file.module.clone(), Found { dir, lang }));
            }
        }
        let is_main = |path: &str| self.mains.iter().any(|m| m.file.module == path);
        for module in list.modules_for(import) {
            if is_main(&module.path) {
                continue;
            }
            let (dir, is_local) = self.module_dir(&module)?;
            let rest = path::strip_prefix(import, &module.path).unwrap_or("");
            let found_dir = match is_local {
                true => package_dir(&dir, rest)?,
                false => folder_with_go_files(&dir.join(rest))?,
            };
            if let Some(dir) = found_dir {
                let lang = self
                    .dependency_file(&module.path, &module.version)
                    .map_or(LangVersion::UNSAID, |file| file.lang());
                let name = format!("{} {}", module.path, module.version);
                found.push((name, Found { dir, lang }));
            }
        }
        Ok(found)
    }

    /// The module's folder; true if it is one that a `replace` line names.
    fn module_dir(&self, module: &Located) -> Result<(PathBuf, bool), String> {
        let (path, version) = (&module.path, &module.version);
        let replaced = self.replacing.replacement(path, version);
        let (path, version) = match replaced {
            Some(r) => match &r.new_version {
                Some(new_version) => (&r.new, new_version),
                None => {
                    let dir = self.root.join(&r.new);
                    if !dir.is_dir() {
                        return Err(format!(
                            "{path}@{version}: replacement directory {} does not exist",
                            r.new
                        ));
                    }
                    let file = dir.join("go.mod");
                    let text = std::fs::read_to_string(&file).map_err(|e| {
                        let file = crate::place::clean(&file);
                        let (short, error) = (short_path(&file), open_error(&file, &e));
                        format!("module {}: reading {short}: {error}", r.new)
                    })?;
                    check_dependency(&text, &r.new)?;
                    return Ok((crate::place::clean(&dir), true));
                }
            },
            None => (path, version),
        };
        let dir = self.cache.dir(path, version).ok_or_else(|| {
            format!(
                "{path}@{version}: not in the module cache; gorun downloads nothing, 'go mod download' does"
            )
        })?;
        Ok((dir, false))
    }

    fn resolve_vendored(&self, vendor: &Vendor, import: &str) -> Result<Found, String> {
        let mut found = Vec::new();
        for main in &self.mains {
            if let Some(rest) = path::strip_prefix(import, &main.file.module)
                && let Some(dir) = package_dir(&main.dir, rest)?
            {
                let lang = main.file.lang();
                found.push(Found { dir, lang });
            }
        }
        if let Some(dir) = folder_with_go_files(&self.root.join("vendor").join(import))?
            && let Some(lang) = vendor.package(import)
        {
            found.push(Found { dir, lang });
        }
        match found.as_slice() {
            [one] => Ok(one.clone()),
            [] if path::looks_standard(import) => Err(not_in_std(import)),
            [] => Err(format!(
                "cannot find module providing package {import}: import lookup disabled by -mod=vendor\n\t(Go version in go.mod is at least 1.14 and vendor directory exists.)"
            )),
            [a, b, ..] => Err(format!(
                "ambiguous import: found package {import} in multiple directories:\n\t{}\n\t{}",
                a.dir.display(),
                b.dir.display()
            )),
        }
    }

    /// Why no module has the package.
    fn missing(&self, import: &str) -> String {
        for r in &self.replacing.replace {
            let Some(rest) = path::strip_prefix(import, &r.old) else {
                continue;
            };
            let graph = self.graph.get_or_init(|| self.build_list(true));
            if graph.has(&r.old) || r.new_version.is_some() {
                continue;
            }
            if let Ok(Some(_)) = package_dir(&self.root.join(&r.new), rest) {
                let version = r
                    .old_version
                    .as_ref()
                    .map_or(String::new(), |v| format!("@{v}"));
                return format!(
                    "module {} provides package {import} and is replaced but not required; to add it:\n\tgo get {}{version}",
                    r.old, r.old
                );
            }
        }
        if path::looks_standard(import) {
            return not_in_std(import);
        }
        format!("no required module provides package {import}; to add it:\n\tgo get {import}")
    }
}

/// The import paths of a module's packages that are no programs.
fn packages_below(module: &str, dir: &Path) -> Vec<String> {
    let folders = pattern::expand(&format!("{}/...", dir.display())).unwrap_or_default();
    let packages = folders.iter().filter(|f| !is_program(Path::new(f)));
    let paths = packages.filter_map(|folder| {
        let rest = Path::new(folder).strip_prefix(dir).ok()?;
        let parts = rest.components().map(|c| c.as_os_str().to_string_lossy());
        let path = parts.fold(module.to_string(), |path, part| format!("{path}/{part}"));
        Some(path)
    });
    paths.collect()
}

/// Whether the folder's files say that they are of package main.
fn is_program(dir: &Path) -> bool {
    let files = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let mut sources = files.filter(|f| {
        let name = f.file_name();
        let name = name.to_string_lossy();
        name.ends_with(".go") && !name.ends_with("_test.go")
    });
    let text = sources.find_map(|f| std::fs::read_to_string(f.path()).ok());
    let text = text.unwrap_or_default();
    let clause = text.lines().find(|l| l.starts_with("package "));
    clause.is_some_and(|c| c.split_whitespace().nth(1) == Some("main"))
}

/// Go names the folder where it looked; `$GOROOT` stands for one that gorun does not have.
pub fn not_in_std(import: &str) -> String {
    format!("package {import} is not in std ($GOROOT/src/{import})")
}

/// What the import of a package says where there is no go.mod.
pub fn without_module(import: &str) -> String {
    if path::looks_standard(import) {
        return not_in_std(import);
    }
    format!(
        "no required module provides package {import}: go.mod file not found in current directory or any parent directory; see 'go help modules'"
    )
}

/// The folder of a package in a module, if it has Go files and no module of its own.
fn package_dir(module: &Path, rest: &str) -> Result<Option<PathBuf>, String> {
    let mut dir = module.to_path_buf();
    if !rest.is_empty() {
        dir.push(rest);
        let mut between = dir.as_path();
        while between != module {
            if between.join("go.mod").is_file() {
                return Ok(None);
            }
            match between.parent() {
                Some(parent) => between = parent,
                None => break,
            }
        }
    }
    folder_with_go_files(&dir)
}

/// The folder itself, if there are Go files in it.
fn folder_with_go_files(dir: &Path) -> Result<Option<PathBuf>, String> {
    let entries = match std::fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(e) => {
            use std::io::ErrorKind::{NotADirectory, NotFound};
            return match e.kind() {
                NotFound | NotADirectory => Ok(None),
                _ => Err(open_error(dir, &e)),
            };
        }
    };
    let has_go_file = entries.flatten().any(|entry| {
        let is_go = entry.file_name().as_encoded_bytes().ends_with(b".go");
        is_go && !entry.path().is_dir()
    });
    Ok(has_go_file.then(|| dir.to_path_buf()))
}

fn read_main(dir: &Path) -> Result<MainModule, String> {
    let path = crate::place::clean(&dir.join("go.mod"));
    let file = read_file(&path, Kind::Main)?;
    let shown = short_path(&path);
    if file.module.is_empty() {
        return Err(format!(
            "error reading {shown}: missing module declaration. To specify the module path:\n\tgo mod edit -module=example.com/mod"
        ));
    }
    if let Some(go) = &file.go
        && go.lang > LangVersion::CURRENT
    {
        return Err(format!(
            "{shown} requires go >= {} (running go 1.26)",
            go.text
        ));
    }
    let dir = crate::place::clean(dir);
    Ok(MainModule { dir, file })
}

fn read_file(path: &Path, kind: Kind) -> Result<GoMod, String> {
    let shown = short_path(path);
    let text = std::fs::read(path)
        .map_err(|e| format!("error reading {shown}: {}", open_error(path, &e)))?;
    let text = String::from_utf8_lossy(&text);
    gomod::parse(&text, &path.display().to_string(), kind)
        .map_err(|mistakes| parse_error(&shown, &mistakes))
}

fn parse_error(shown: &str, mistakes: &[Mistake]) -> String {
    let mut message = format!("errors parsing {shown}:");
    for m in mistakes {
        let _ = match m.column {
            Some(column) => write!(message, "\n{shown}:{}:{column}: {}", m.line, m.message),
            None => write!(message, "\n{shown}:{}: {}", m.line, m.message),
        };
    }
    message
}

/// A dependency may ask for a newer Go than there is.
fn check_dependency(text: &str, name: &str) -> Result<(), String> {
    let file = gomod::parse(text, "go.mod", Kind::Dependency)
        .map_err(|mistakes| parse_error(&format!("{name}/go.mod"), &mistakes))?;
    match &file.go {
        Some(go) if go.lang > LangVersion::CURRENT => Err(format!(
            "module {name} requires go >= {} (running go 1.26)",
            go.text
        )),
        _ => Ok(()),
    }
}

/// The go.work file that counts: `$GOWORK`, or the nearest above.
fn work_file(module_dir: &Path) -> Option<PathBuf> {
    match std::env::var_os("GOWORK") {
        Some(off) if off == "off" => None,
        Some(file) if !file.is_empty() => Some(PathBuf::from(file)),
        _ => module_dir
            .ancestors()
            .map(|d| d.join("go.work"))
            .find(|f| f.is_file()),
    }
}

fn read_work(path: &Path) -> Result<(PathBuf, GoMod), String> {
    let file = read_file(path, Kind::Work)?;
    let root = path.parent().unwrap_or(Path::new("/"));
    Ok((root.to_path_buf(), file))
}

/// What Go says of a folder whose module go.work does not list.
fn not_in_work(dir: &Path) -> String {
    let short = short_path(dir);
    let what = match short.as_str() {
        "." => "current directory".to_string(),
        short => format!("directory {short}"),
    };
    format!(
        "{what} is contained in a module that is not one of the workspace modules listed in go.work. You can add the module to the workspace using:\n\tgo work use {short}"
    )
}

fn same_dir(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}

fn check_vendor(vendor: &Vendor, go_mod: &GoMod, root: &Path) -> Result<(), String> {
    let found = vendor.inconsistencies(go_mod);
    if found.is_empty() {
        return Ok(());
    }
    Err(format!(
        "inconsistent vendoring in {}:\n\t{}\n\n\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.\n\tTo sync the vendor directory, run:\n\t\tgo mod vendor",
        root.display(),
        found.join("\n\t")
    ))
}
