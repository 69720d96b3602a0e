//! The syntax tree: arenas of small `Copy` nodes behind typed ids.
//!
//! One [`Ast`] holds every file of a program, so that an id names a node in the whole program and
//! facts about nodes (types, constant values, objects) sit beside it in plain vectors indexed by id.
//! The tree owns syntax only. Types are expressions, as in gc's parser: the checker decides.

use source::{FileId, Pos, Symbol};
use std::marker::PhantomData;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub u32);
        impl $name {
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
        impl ListItem for $name {
            fn to_raw(self) -> u32 {
                self.0
            }
            fn from_raw(raw: u32) -> Self {
                $name(raw)
            }
        }
    )* };
}

/// What a [`List`] can hold.
pub trait ListItem: Copy {
    fn to_raw(self) -> u32;
    fn from_raw(raw: u32) -> Self;
}

ids! {
    /// An expression or a type. Every identifier in the source that is used or declared, the
    /// selector of `x.f` and labels included, is an `ExprKind::Name` of its own.
    ExprId;
    StmtId;
    DeclId;
    /// A parameter, result, receiver, type parameter, struct field or interface element.
    FieldId;
    /// A `case`/`default` of a switch or select.
    ClauseId;
}

/// A run of ids in the tree's side array.
pub struct List<T> {
    start: u32,
    len: u32,
    item: PhantomData<fn() -> T>,
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for List<T> {}
impl<T> std::fmt::Debug for List<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "List({}+{})", self.start, self.len)
    }
}
impl<T> Default for List<T> {
    fn default() -> Self {
        List::EMPTY
    }
}
impl<T> List<T> {
    pub const EMPTY: List<T> = List {
        start: 0,
        len: 0,
        item: PhantomData,
    };
    pub fn len(self) -> usize {
        self.len as usize
    }
    pub fn is_empty(self) -> bool {
        self.len == 0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LitKind {
    Int,
    Float,
    Imaginary,
    Rune,
    String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    And,
    Or,
    Xor,
    Shl,
    Shr,
    AndNot,
    AndAnd,
    OrOr,
    Eql,
    Neq,
    Lss,
    Leq,
    Gtr,
    Geq,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaryOp {
    Plus,
    Neg,
    Not,
    Xor,
    And,
    Recv,
    /// `~T` in a constraint.
    Tilde,
}

impl BinaryOp {
    /// The operator as it is written.
    pub fn text(self) -> &'static str {
        match self {
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Mul => "*",
            BinaryOp::Div => "/",
            BinaryOp::Rem => "%",
            BinaryOp::And => "&",
            BinaryOp::Or => "|",
            BinaryOp::Xor => "^",
            BinaryOp::Shl => "<<",
            BinaryOp::Shr => ">>",
            BinaryOp::AndNot => "&^",
            BinaryOp::AndAnd => "&&",
            BinaryOp::OrOr => "||",
            BinaryOp::Eql => "==",
            BinaryOp::Neq => "!=",
            BinaryOp::Lss => "<",
            BinaryOp::Leq => "<=",
            BinaryOp::Gtr => ">",
            BinaryOp::Geq => ">=",
        }
    }
}

impl UnaryOp {
    /// The operator as it is written.
    pub fn text(self) -> &'static str {
        match self {
            UnaryOp::Plus => "+",
            UnaryOp::Neg => "-",
            UnaryOp::Not => "!",
            UnaryOp::Xor => "^",
            UnaryOp::And => "&",
            UnaryOp::Recv => "<-",
            UnaryOp::Tilde => "~",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChanDir {
    Both,
    Send,
    Recv,
}

/// `pos` is where the node's own text begins: the operator of a binary expression, the opening
/// bracket of a call, index, slice or composite literal, the selected name of a selector, the dot
/// of a type assertion or guard, the first token of anything else. [`Ast::start`] is the leftmost
/// position, where gc reports most errors.
#[derive(Clone, Copy, Debug)]
pub struct Expr {
    pub pos: Pos,
    pub kind: ExprKind,
}

#[derive(Clone, Copy, Debug)]
pub enum ExprKind {
    /// Stands where a syntax error was; such a tree is never checked.
    Bad,
    Name(Symbol),
    /// Its text is `source[pos..end]`.
    BasicLit {
        kind: LitKind,
        end: Pos,
    },
    /// `ty` is absent for an elided inner literal `{…}`.
    CompositeLit {
        ty: Option<ExprId>,
        elems: List<ExprId>,
        rbrace: Pos,
    },
    /// Only in composite literals.
    KeyValue {
        key: ExprId,
        value: ExprId,
    },
    /// `sig` is a `FuncType`, `body` a `Block`.
    FuncLit {
        sig: ExprId,
        body: StmtId,
    },
    Paren(ExprId),
    /// `sel` is a `Name`.
    Selector {
        x: ExprId,
        sel: ExprId,
    },
    /// Index expression or instantiation; more than one index only in instantiations.
    Index {
        x: ExprId,
        indices: List<ExprId>,
    },
    Slice {
        x: ExprId,
        lo: Option<ExprId>,
        hi: Option<ExprId>,
        max: Option<ExprId>,
        three: bool,
    },
    TypeAssert {
        x: ExprId,
        ty: ExprId,
    },
    /// `x.(type)`; `name` is the declared variable's `Name` in `switch name := x.(type)`.
    TypeSwitchGuard {
        name: Option<ExprId>,
        x: ExprId,
    },
    /// `spread` is the `...` after the last argument.
    Call {
        func: ExprId,
        args: List<ExprId>,
        spread: bool,
        rparen: Pos,
    },
    /// `*x`: dereference or pointer type.
    Star(ExprId),
    Unary {
        op: UnaryOp,
        x: ExprId,
    },
    Binary {
        op: BinaryOp,
        x: ExprId,
        y: ExprId,
    },

    // types
    /// `len` is absent in `[...]T`.
    ArrayType {
        len: Option<ExprId>,
        elem: ExprId,
    },
    SliceType(ExprId),
    StructType {
        fields: List<FieldId>,
    },
    /// Methods are fields whose `name` is set and whose type is a `FuncType`; embedded types,
    /// unions and `~T` terms are fields without a name.
    InterfaceType {
        elems: List<FieldId>,
    },
    MapType {
        key: ExprId,
        value: ExprId,
    },
    ChanType {
        dir: ChanDir,
        elem: ExprId,
    },
    FuncType {
        params: List<FieldId>,
        results: List<FieldId>,
    },
    /// `...T`, only as the type of a parameter.
    Variadic(ExprId),
}

/// One declared name with its type: `x, y int` gives two fields sharing the type's `ExprId`.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub pos: Pos,
    /// A `Name`; absent for unnamed parameters and for embedded fields and elements.
    pub name: Option<ExprId>,
    /// Absent only in a tree with syntax errors.
    pub ty: Option<ExprId>,
    /// A string literal (struct fields only).
    pub tag: Option<ExprId>,
}

/// `pos` is the operator of an assignment, `++` or send, the first token of anything else.
#[derive(Clone, Copy, Debug)]
pub struct Stmt {
    pub pos: Pos,
    pub kind: StmtKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BranchKind {
    Break,
    Continue,
    Goto,
    Fallthrough,
}

/// Empty statements are kept only where they are labelled.
#[derive(Clone, Copy, Debug)]
pub enum StmtKind {
    Empty,
    Expr(ExprId),
    Send {
        chan: ExprId,
        value: ExprId,
    },
    /// `x++` (`inc`) or `x--`.
    IncDec {
        x: ExprId,
        inc: bool,
    },
    /// `x op= y`.
    AssignOp {
        op: BinaryOp,
        x: ExprId,
        y: ExprId,
    },
    /// `lhs = rhs`, or `lhs := rhs` with `define`.
    Assign {
        define: bool,
        lhs: List<ExprId>,
        rhs: List<ExprId>,
    },
    Labeled {
        label: ExprId,
        stmt: StmtId,
    },
    Block {
        stmts: List<StmtId>,
        rbrace: Pos,
    },
    Go(ExprId),
    Defer(ExprId),
    Return(List<ExprId>),
    /// `label` is a `Name`.
    Branch {
        kind: BranchKind,
        label: Option<ExprId>,
    },
    /// `cond` is absent only in a tree with syntax errors; `els` is an `If` or a `Block`.
    If {
        init: Option<StmtId>,
        cond: Option<ExprId>,
        then: StmtId,
        els: Option<StmtId>,
    },
    /// A type switch when `tag` is a `TypeSwitchGuard`.
    Switch {
        init: Option<StmtId>,
        tag: Option<ExprId>,
        clauses: List<ClauseId>,
        rbrace: Pos,
    },
    Select {
        clauses: List<ClauseId>,
        rbrace: Pos,
    },
    For {
        init: Option<StmtId>,
        cond: Option<ExprId>,
        post: Option<StmtId>,
        body: StmtId,
    },
    /// `for lhs = range x`; `lhs` is empty in `for range x`.
    Range {
        define: bool,
        lhs: List<ExprId>,
        x: ExprId,
        body: StmtId,
    },
    Decl(DeclId),
}

/// `case exprs:` of a switch, `case comm:` of a select, or `default:` (`is_default`).
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    pub pos: Pos,
    pub is_default: bool,
    pub exprs: List<ExprId>,
    pub comm: Option<StmtId>,
    pub colon: Pos,
    pub body: List<StmtId>,
}

/// `pos` is the first name, or the path of an import without one; of a method the `(` of its
/// receiver; of a group its keyword.
#[derive(Clone, Copy, Debug)]
pub struct Decl {
    pub pos: Pos,
    pub kind: DeclKind,
}

#[derive(Clone, Copy, Debug)]
pub enum DeclKind {
    /// `import name "path"`; `name` may be `.` (then `dot`) or `_`.
    Import {
        name: Option<ExprId>,
        dot: bool,
        path: ExprId,
    },
    /// One specification; `iota` is its index in the parenthesised group. In an implicit
    /// repetition `ty` and `values` are those of the earlier spec and `inherited` is set.
    Const {
        names: List<ExprId>,
        ty: Option<ExprId>,
        values: List<ExprId>,
        iota: u32,
        inherited: bool,
    },
    Var {
        names: List<ExprId>,
        ty: Option<ExprId>,
        values: List<ExprId>,
    },
    Type {
        name: ExprId,
        tparams: List<FieldId>,
        alias: bool,
        ty: ExprId,
    },
    /// `sig` is a `FuncType`; `body` is absent for a function implemented natively.
    Func {
        name: ExprId,
        recv: Option<FieldId>,
        tparams: List<FieldId>,
        sig: ExprId,
        body: Option<StmtId>,
    },
    /// `const ( … )` and the like inside a function: its specs.
    Group(List<DeclId>),
}

/// A parsed file.
#[derive(Clone, Debug)]
pub struct File {
    pub file: FileId,
    pub package: ExprId,
    /// In source order, groups flattened.
    pub decls: Vec<DeclId>,
    /// The whole text of `//go:…` and `//line`/`/*line` comments, in source order.
    pub directives: Vec<(Pos, String)>,
    /// The position just past the last byte.
    pub end: Pos,
}

/// The sizes of the arenas at one time.
#[derive(Clone, Debug)]
pub struct Checkpoint([usize; 6]);

impl Checkpoint {
    /// How many expressions there were.
    pub fn exprs(&self) -> usize {
        self.0[0]
    }
    /// How many statements there were.
    pub fn stmts(&self) -> usize {
        self.0[1]
    }
}

/// The arenas. Once a file is parsed its nodes stay.
#[derive(Debug, Default)]
pub struct Ast {
    exprs: Vec<Expr>,
    stmts: Vec<Stmt>,
    decls: Vec<Decl>,
    fields: Vec<Field>,
    clauses: Vec<Clause>,
    lists: Vec<u32>,
}

impl Ast {
    pub fn new() -> Ast {
        Ast::default()
    }

    pub fn expr(&self, id: ExprId) -> Expr {
        self.exprs[id.index()]
    }
    pub fn kind(&self, id: ExprId) -> ExprKind {
        self.exprs[id.index()].kind
    }
    pub fn pos(&self, id: ExprId) -> Pos {
        self.exprs[id.index()].pos
    }
    pub fn stmt(&self, id: StmtId) -> Stmt {
        self.stmts[id.index()]
    }
    pub fn decl(&self, id: DeclId) -> Decl {
        self.decls[id.index()]
    }
    pub fn field(&self, id: FieldId) -> Field {
        self.fields[id.index()]
    }
    pub fn clause(&self, id: ClauseId) -> Clause {
        self.clauses[id.index()]
    }
    /// How many expressions there are: the length of a table keyed by `ExprId`.
    pub fn expr_count(&self) -> usize {
        self.exprs.len()
    }
    pub fn stmt_count(&self) -> usize {
        self.stmts.len()
    }
    pub fn clause_count(&self) -> usize {
        self.clauses.len()
    }

    pub fn list<T: ListItem>(
        &self,
        list: List<T>,
    ) -> impl ExactSizeIterator<Item = T> + DoubleEndedIterator + Clone + '_ {
        let start = list.start as usize;
        self.lists[start..start + list.len as usize]
            .iter()
            .map(|&raw| T::from_raw(raw))
    }
    /// The `i`th element; panics if there is none.
    pub fn item<T: ListItem>(&self, list: List<T>, i: usize) -> T {
        assert!(i < list.len());
        T::from_raw(self.lists[list.start as usize + i])
    }

    pub fn add_expr(&mut self, pos: Pos, kind: ExprKind) -> ExprId {
        self.exprs.push(Expr { pos, kind });
        ExprId(self.exprs.len() as u32 - 1)
    }
    pub fn add_stmt(&mut self, pos: Pos, kind: StmtKind) -> StmtId {
        self.stmts.push(Stmt { pos, kind });
        StmtId(self.stmts.len() as u32 - 1)
    }
    pub fn add_decl(&mut self, pos: Pos, kind: DeclKind) -> DeclId {
        self.decls.push(Decl { pos, kind });
        DeclId(self.decls.len() as u32 - 1)
    }
    pub fn add_field(&mut self, field: Field) -> FieldId {
        self.fields.push(field);
        FieldId(self.fields.len() as u32 - 1)
    }
    pub fn add_clause(&mut self, clause: Clause) -> ClauseId {
        self.clauses.push(clause);
        ClauseId(self.clauses.len() as u32 - 1)
    }
    pub fn add_list<T: ListItem>(&mut self, items: &[T]) -> List<T> {
        let start = self.lists.len() as u32;
        self.lists.extend(items.iter().map(|i| i.to_raw()));
        List {
            start,
            len: items.len() as u32,
            item: PhantomData,
        }
    }
    /// The present size, to which [`Ast::rollback`] returns.
    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint([
            self.exprs.len(),
            self.stmts.len(),
            self.decls.len(),
            self.fields.len(),
            self.clauses.len(),
            self.lists.len(),
        ])
    }
    /// Drops the nodes added since.
    pub fn rollback(&mut self, &Checkpoint(sizes): &Checkpoint) {
        let [exprs, stmts, decls, fields, clauses, lists] = sizes;
        self.exprs.truncate(exprs);
        self.stmts.truncate(stmts);
        self.decls.truncate(decls);
        self.fields.truncate(fields);
        self.clauses.truncate(clauses);
        self.lists.truncate(lists);
    }
    pub(crate) fn add_raw_list<T: ListItem>(&mut self, items: &[u32]) -> List<T> {
        let start = self.lists.len() as u32;
        self.lists.extend_from_slice(items);
        List {
            start,
            len: items.len() as u32,
            item: PhantomData,
        }
    }
    pub fn expr_mut(&mut self, id: ExprId) -> &mut Expr {
        &mut self.exprs[id.index()]
    }
    pub fn stmt_mut(&mut self, id: StmtId) -> &mut Stmt {
        &mut self.stmts[id.index()]
    }
    pub fn decl_mut(&mut self, id: DeclId) -> &mut Decl {
        &mut self.decls[id.index()]
    }
    pub fn field_mut(&mut self, id: FieldId) -> &mut Field {
        &mut self.fields[id.index()]
    }

    /// The symbol of a `Name`.
    pub fn name(&self, id: ExprId) -> Symbol {
        match self.kind(id) {
            ExprKind::Name(symbol) => symbol,
            _ => Symbol::BLANK,
        }
    }

    /// `x` without the parentheses around it.
    pub fn unparen(&self, mut x: ExprId) -> ExprId {
        while let ExprKind::Paren(inner) = self.kind(x) {
            x = inner;
        }
        x
    }

    /// The leftmost position of the expression.
    pub fn start(&self, mut x: ExprId) -> Pos {
        loop {
            x = match self.kind(x) {
                ExprKind::CompositeLit { ty: Some(y), .. }
                | ExprKind::KeyValue { key: y, .. }
                | ExprKind::Selector { x: y, .. }
                | ExprKind::Index { x: y, .. }
                | ExprKind::TypeAssert { x: y, .. }
                | ExprKind::TypeSwitchGuard { name: Some(y), .. }
                | ExprKind::TypeSwitchGuard { name: None, x: y }
                | ExprKind::Call { func: y, .. }
                | ExprKind::Binary { x: y, .. } => y,
                _ => return self.pos(x),
            }
        }
    }
}
