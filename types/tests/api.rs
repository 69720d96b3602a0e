//! What the compiler asks the checker.

use parser::ast::Ast;
use source::{Diagnostics, SourceMap, Symbol};
use types::object::{ObjId, PkgId};
use types::types::{Type, TypeId};
use types::{Checker, Config};

fn with_checker(text: &'static str, body: impl FnOnce(&mut Checker, PkgId)) {
    let (mut ast, mut map, mut diags) = (Ast::new(), SourceMap::new(), Diagnostics::default());
    let id = map.add("a.go", text);
    let file = parser::parse_file(&mut ast, &map, id, &mut diags);
    let mut checker = Checker::new(&ast, &map, Config::default());
    let main = Symbol::intern("main");
    let pkg = checker.add_package(main, main, vec![file], false);
    checker.check_all();
    let errors: Vec<_> = checker.diags.list.iter().map(|d| &d.message).collect();
    assert!(diags.is_empty() && errors.is_empty(), "{errors:?}");
    body(&mut checker, pkg);
}

fn object(c: &Checker, pkg: PkgId, name: &str) -> ObjId {
    let scope = c.pkg(pkg).scope;
    c.scope(scope).lookup(Symbol::intern(name)).unwrap()
}

#[test]
fn local_types_of_generic_functions_differ_by_instance() {
    let text =
        "package main\nfunc F[T any]() any { type L struct{ x T }; return L{} }\nfunc main() {}\n";
    with_checker(text, |c, pkg| {
        let f = object(c, pkg, "F");
        let Type::Signature(sig) = c.types.get(c.obj(f).ty).clone() else {
            panic!("no signature");
        };
        let local = c
            .objects
            .iter()
            .find(|o| o.name.as_str() == "L")
            .map(|o| o.ty)
            .unwrap();
        let a = c.subst(local, &sig.tparams, &[TypeId::INT]);
        let b = c.subst(local, &sig.tparams, &[TypeId::STRING]);
        assert_eq!(a, c.subst(local, &sig.tparams, &[TypeId::INT]));
        assert!(!c.identical(a, b));
        assert_ne!(c.type_key(a), c.type_key(b));
        assert_eq!((c.sizeof(a), c.sizeof(b)), (8, 16));
    });
}

#[test]
fn method_sets_hold_promoted_methods() {
    let text = "package main
type B struct{}
func (B) V() {}
func (*B) P() {}
type E struct { B; n int }
type G[T any] struct{ x T }
func (g *G[T]) Get() T { return g.x }
var g G[int]
func main() {}
";
    with_checker(text, |c, pkg| {
        let e = c.obj(object(c, pkg, "E")).ty;
        let names = |c: &mut Checker, t| -> Vec<&'static str> {
            c.method_set(t).iter().map(|m| m.name.as_str()).collect()
        };
        assert_eq!(names(c, e), ["V"]);
        let p = c.types.pointer(e);
        assert_eq!(names(c, p), ["P", "V"]);
        assert_eq!(*c.method_set(p)[0].path, [0]);
        let g = c.obj(object(c, pkg, "g")).ty;
        let p = c.types.pointer(g);
        assert_eq!(names(c, p), ["Get"]);
        assert_eq!(c.runtime_type_string(p), "*main.G[int]");
        let get = Symbol::intern("Get");
        let found = c.lookup_field_or_method(p, false, Some(pkg), get, false);
        let ty = found.found().unwrap().ty;
        assert_eq!(c.runtime_type_string(ty), "func() int");
    });
}

#[test]
fn variables_are_initialised_in_order_of_dependency() {
    let text = "package main
var a = b + f()
var b = 1
var c, d = two()
func f() int { return c }
func two() (int, int) { return b, b }
func main() {}
";
    with_checker(text, |c, pkg| {
        let order: Vec<Vec<&str>> = c
            .pkg(pkg)
            .init_order
            .iter()
            .map(|i| i.lhs.iter().map(|&v| c.obj(v).name.as_str()).collect())
            .collect();
        assert_eq!(order, [vec!["b"], vec!["c", "d"], vec!["a"]]);
    });
}

#[test]
fn layouts_are_those_of_gc() {
    let text = "package main
type T struct { a bool; b int64; c [3]uint16; d struct{} }
type F func(int, ...string) (T, error)
type I interface { M(T); n() }
func main() {}
";
    with_checker(text, |c, pkg| {
        let t = c.obj(object(c, pkg, "T")).ty;
        assert_eq!(c.field_offsets(t), [0, 8, 16, 22]);
        assert_eq!((c.sizeof(t), c.alignof(t)), (24, 8));
        let u = c.underlying(t);
        assert_eq!(
            c.runtime_type_string(u),
            "struct { a bool; b int64; c [3]uint16; d struct {} }"
        );
        let f = c.obj(object(c, pkg, "F")).ty;
        let f = c.underlying(f);
        assert_eq!(
            c.runtime_type_string(f),
            "func(int, ...string) (main.T, error)"
        );
        let i = c.obj(object(c, pkg, "I")).ty;
        let i = c.underlying(i);
        assert_eq!(
            c.runtime_type_string(i),
            "interface { M(main.T); main.n() }"
        );
    });
}
