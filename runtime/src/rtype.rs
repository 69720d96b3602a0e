//! Type descriptors as the running program sees them.
//!
//! The layouts of [`RType`], [`RField`] and [`RMethod`] are a contract: Go code of the standard
//! library reads them through unsafe pointers, and the VM's handlers by offset. Identical types have
//! one descriptor, so type identity is address equality: [`TypeRegistry`] keeps this true for the
//! types that a program makes while running (`reflect.SliceOf`).
//!
//! Descriptors are never freed, as in Go: they are handed out as `&'static RType`.

use parking_lot::Mutex;
use std::cell::UnsafeCell;
use std::collections::HashMap;
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicPtr, AtomicU64, Ordering};

/// `reflect.Kind`'s numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
#[repr(u8)]
pub enum Kind {
    #[default]
    Invalid,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    Array,
    Chan,
    Func,
    Interface,
    Map,
    Pointer,
    Slice,
    String,
    Struct,
    UnsafePointer,
}

impl Kind {
    const ALL: [Kind; 27] = [
        Kind::Invalid,
        Kind::Bool,
        Kind::Int,
        Kind::Int8,
        Kind::Int16,
        Kind::Int32,
        Kind::Int64,
        Kind::Uint,
        Kind::Uint8,
        Kind::Uint16,
        Kind::Uint32,
        Kind::Uint64,
        Kind::Uintptr,
        Kind::Float32,
        Kind::Float64,
        Kind::Complex64,
        Kind::Complex128,
        Kind::Array,
        Kind::Chan,
        Kind::Func,
        Kind::Interface,
        Kind::Map,
        Kind::Pointer,
        Kind::Slice,
        Kind::String,
        Kind::Struct,
        Kind::UnsafePointer,
    ];

    /// `Invalid` for numbers beyond the last kind.
    pub fn from_u8(n: u8) -> Kind {
        Kind::ALL.get(usize::from(n)).copied().unwrap_or_default()
    }
}

/// Bits of [`RType::flags`].
pub mod flags {
    pub const NAMED: u8 = 1;
    /// Pointer-shaped: an interface's data word is the value itself.
    pub const DIRECT: u8 = 2;
    pub const HAS_POINTERS: u8 = 4;
    pub const COMPARABLE: u8 = 8;
    /// Equality is equality of bytes.
    pub const PLAIN_EQ: u8 = 16;
    pub const VARIADIC: u8 = 32;
}

/// A Go string in memory: address and length. Not necessarily valid UTF-8.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct GoStr {
    pub ptr: *const u8,
    pub len: usize,
}

impl GoStr {
    pub const EMPTY: GoStr = GoStr {
        ptr: null(),
        len: 0,
    };

    /// A string that is never freed.
    pub fn leak(text: String) -> GoStr {
        if text.is_empty() {
            return GoStr::EMPTY;
        }
        let text: &'static str = text.leak();
        GoStr {
            ptr: text.as_ptr(),
            len: text.len(),
        }
    }

    /// # Safety
    /// `ptr` must be good for `len` bytes for as long as the result is used.
    #[inline]
    pub unsafe fn bytes<'a>(self) -> &'a [u8] {
        if self.len == 0 {
            return &[];
        }
        // SAFETY: the caller's promise; the length is not zero, so `ptr` is not null.
        unsafe { std::slice::from_raw_parts(self.ptr, self.len) }
    }
}

/// A Go slice in memory.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct GoSlice {
    pub ptr: *mut u8,
    pub len: usize,
    pub cap: usize,
}

impl GoSlice {
    pub const NIL: GoSlice = GoSlice {
        ptr: null_mut(),
        len: 0,
        cap: 0,
    };
}

/// A name in a descriptor: UTF-8 text that is never freed.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Name(GoStr);

impl Name {
    pub fn new(text: &str) -> Name {
        Name(GoStr::leak(text.to_owned()))
    }

    pub fn as_str(self) -> &'static str {
        // SAFETY: made only by `new`, from text that is valid UTF-8 and never freed.
        unsafe { std::str::from_utf8_unchecked(self.0.bytes()) }
    }

    pub fn as_go(self) -> GoStr {
        self.0
    }
}

/// A list in a descriptor, laid out as a Go slice; never freed.
#[derive(Debug)]
#[repr(C)]
pub struct List<T: 'static> {
    ptr: *const T,
    len: usize,
    cap: usize,
}

impl<T> List<T> {
    fn new(items: Vec<T>) -> List<T> {
        if items.is_empty() {
            return List {
                ptr: null(),
                len: 0,
                cap: 0,
            };
        }
        let items: &'static [T] = items.leak();
        List {
            ptr: items.as_ptr(),
            len: items.len(),
            cap: items.len(),
        }
    }

    #[inline]
    fn as_slice(&self) -> &'static [T] {
        if self.len == 0 {
            return &[];
        }
        // SAFETY: made only by `new`, from items that are never freed.
        unsafe { std::slice::from_raw_parts(self.ptr, self.len) }
    }
}

/// A type descriptor.
#[derive(Debug)]
#[repr(C)]
pub struct RType {
    pub size: usize,
    elem: *const RType,
    key: *const RType,
    /// Array length; channel direction (1 receive, 2 send, 3 both).
    pub len: usize,
    pub hash: u32,
    kind: u8,
    pub align: u8,
    pub field_align: u8,
    /// See [`flags`].
    pub flags: u8,
    string: Name,
    name: Name,
    pkg_path: Name,
    fields: List<RField>,
    params: List<&'static RType>,
    results: List<&'static RType>,
    /// Only a session's change: see [`RType::set_methods`].
    methods: UnsafeCell<List<RMethod>>,
    ptr_to: AtomicPtr<RType>,
    slice_of: AtomicPtr<RType>,
    /// Of maps: how tables are laid out and keys compared.
    map: AtomicPtr<crate::maps::Layout>,
    /// For the embedder's own use; 0 at first.
    pub aux: AtomicU64,
}

// SAFETY: everything but the atomics is immutable once the descriptor is handed out, and what the
// pointers refer to is never freed.
unsafe impl Send for RType {}
// SAFETY: as above.
unsafe impl Sync for RType {}

/// A field of a struct type.
#[derive(Debug)]
#[repr(C)]
pub struct RField {
    pub name: Name,
    /// Of unexported names.
    pub pkg_path: Name,
    pub typ: &'static RType,
    pub offset: usize,
    pub tag: Name,
    pub embedded: bool,
    pub exported: bool,
}

/// A method of an interface or of a concrete type's method set.
#[derive(Debug)]
#[repr(C)]
pub struct RMethod {
    pub name: Name,
    /// Of unexported names.
    pub pkg_path: Name,
    /// The signature without receiver.
    pub typ: &'static RType,
    /// The function that takes an interface's data word as receiver; 0 in an interface.
    pub func: u64,
    pub exported: bool,
}

const _: () = {
    use std::mem::{offset_of, size_of};
    assert!(offset_of!(RType, size) == 0);
    assert!(offset_of!(RType, elem) == 8);
    assert!(offset_of!(RType, key) == 16);
    assert!(offset_of!(RType, len) == 24);
    assert!(offset_of!(RType, hash) == 32);
    assert!(offset_of!(RType, kind) == 36);
    assert!(offset_of!(RType, align) == 37);
    assert!(offset_of!(RType, field_align) == 38);
    assert!(offset_of!(RType, flags) == 39);
    assert!(offset_of!(RType, string) == 40);
    assert!(offset_of!(RType, name) == 56);
    assert!(offset_of!(RType, pkg_path) == 72);
    assert!(offset_of!(RType, fields) == 88);
    assert!(offset_of!(RType, params) == 112);
    assert!(offset_of!(RType, results) == 136);
    assert!(offset_of!(RType, methods) == 160);
    assert!(offset_of!(RType, ptr_to) == 184);
    assert!(offset_of!(RType, slice_of) == 192);
    assert!(size_of::<RField>() == 72);
    assert!(offset_of!(RField, offset) == 40);
    assert!(offset_of!(RField, embedded) == 64);
    assert!(size_of::<RMethod>() == 56);
    assert!(offset_of!(RMethod, func) == 40);
};

impl RField {
    /// A field of a struct type made at run time.
    pub fn new(name: &str, pkg_path: &str, typ: &'static RType, offset: usize) -> RField {
        RField {
            name: Name::new(name),
            pkg_path: Name::new(pkg_path),
            typ,
            offset,
            tag: Name::new(""),
            embedded: false,
            exported: pkg_path.is_empty(),
        }
    }

    pub fn tagged(mut self, tag: &str, embedded: bool) -> RField {
        self.tag = Name::new(tag);
        self.embedded = embedded;
        self
    }
}

impl RType {
    #[inline]
    pub fn kind(&self) -> Kind {
        Kind::from_u8(self.kind)
    }

    #[inline]
    fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }

    pub fn is_named(&self) -> bool {
        self.has(flags::NAMED)
    }

    #[inline]
    pub fn is_direct(&self) -> bool {
        self.has(flags::DIRECT)
    }

    #[inline]
    pub fn has_pointers(&self) -> bool {
        self.has(flags::HAS_POINTERS)
    }

    #[inline]
    pub fn is_comparable(&self) -> bool {
        self.has(flags::COMPARABLE)
    }

    #[inline]
    pub fn is_plain_eq(&self) -> bool {
        self.has(flags::PLAIN_EQ)
    }

    pub fn is_variadic(&self) -> bool {
        self.has(flags::VARIADIC)
    }

    /// Slots a value takes in a frame.
    #[inline]
    pub fn slots(&self) -> usize {
        self.size.div_ceil(8)
    }

    /// Element type of an array, channel, map, pointer or slice; panics for other kinds.
    #[inline]
    pub fn elem(&self) -> &'static RType {
        self.elem_opt().expect("a type with an element type")
    }

    #[inline]
    pub fn elem_opt(&self) -> Option<&'static RType> {
        // SAFETY: null or a descriptor, which is never freed.
        unsafe { self.elem.as_ref() }
    }

    /// Key type of a map; panics for other kinds.
    #[inline]
    pub fn key(&self) -> &'static RType {
        // SAFETY: null or a descriptor, which is never freed.
        unsafe { self.key.as_ref() }.expect("a map type")
    }

    /// What `%T` prints: `main.T`, `[]int`.
    pub fn string(&self) -> &'static str {
        self.string.as_str()
    }

    /// Empty for types without a name.
    pub fn name(&self) -> &'static str {
        self.name.as_str()
    }

    pub fn pkg_path(&self) -> &'static str {
        self.pkg_path.as_str()
    }

    #[inline]
    pub fn fields(&self) -> &'static [RField] {
        self.fields.as_slice()
    }

    pub fn params(&self) -> &'static [&'static RType] {
        self.params.as_slice()
    }

    pub fn results(&self) -> &'static [&'static RType] {
        self.results.as_slice()
    }

    #[inline]
    pub fn methods(&self) -> &'static [RMethod] {
        // SAFETY: written before the type is published, and when nothing reads.
        unsafe { (*self.methods.get()).as_slice() }
    }

    /// Replaces the methods: a session's entry has declared more.
    ///
    /// # Safety
    /// The world is stopped. Whoever holds the earlier list may keep it.
    pub unsafe fn set_methods(&self, methods: Vec<RMethod>) {
        // SAFETY: nothing else runs.
        unsafe { *self.methods.get() = List::new(methods) };
    }

    /// How maps of this type are laid out.
    #[inline]
    pub(crate) fn map_layout(&self) -> &'static crate::maps::Layout {
        let p = self.map.load(Ordering::Acquire);
        if p.is_null() {
            return self.make_map_layout();
        }
        // SAFETY: never freed once set.
        unsafe { &*p }
    }

    #[cold]
    fn make_map_layout(&self) -> &'static crate::maps::Layout {
        let made = Box::into_raw(Box::new(crate::maps::Layout::of(self)));
        match self
            .map
            .compare_exchange(null_mut(), made, Ordering::AcqRel, Ordering::Acquire)
        {
            // SAFETY: just made, and now owned by the descriptor, which is never freed.
            Ok(_) => unsafe { &*made },
            Err(other) => {
                // SAFETY: `made` was not published.
                drop(unsafe { Box::from_raw(made) });
                // SAFETY: never freed once set.
                unsafe { &*other }
            }
        }
    }
}

/// What to make a descriptor from. Types are named by their index in the list given to
/// [`TypeRegistry::define`].
#[derive(Clone, Debug, Default)]
pub struct TypeSpec {
    pub kind: Kind,
    pub size: usize,
    pub align: u8,
    pub string: String,
    /// Empty for types without a name.
    pub name: String,
    pub pkg_path: String,
    pub elem: Option<usize>,
    pub key: Option<usize>,
    pub len: usize,
    pub fields: Vec<FieldSpec>,
    pub params: Vec<usize>,
    pub results: Vec<usize>,
    pub variadic: bool,
    pub methods: Vec<MethodSpec>,
    pub has_pointers: bool,
    pub comparable: bool,
    pub plain_eq: bool,
    pub direct: bool,
}

#[derive(Clone, Debug, Default)]
pub struct FieldSpec {
    pub name: String,
    pub pkg_path: String,
    pub typ: usize,
    pub offset: usize,
    pub tag: String,
    pub embedded: bool,
}

#[derive(Clone, Debug, Default)]
pub struct MethodSpec {
    pub name: String,
    pub pkg_path: String,
    pub typ: usize,
    /// 0 in an interface.
    pub func: u64,
}

/// What makes two unnamed types identical, with component types by address.
#[derive(PartialEq, Eq, Hash)]
enum Composite {
    Array(usize, usize),
    Chan(usize, usize),
    Func(Vec<usize>, Vec<usize>, bool),
    Map(usize, usize),
    Struct(Vec<(String, String, usize, String, bool)>),
}

fn address(t: &RType) -> usize {
    std::ptr::from_ref(t) as usize
}

impl Composite {
    /// `None` for types that are named, basic, interfaces, or found by a link from their element
    /// type (pointers and slices).
    fn of(t: &RType) -> Option<Composite> {
        if t.is_named() {
            return None;
        }
        let addresses = |types: &[&'static RType]| types.iter().map(|t| address(t)).collect();
        Some(match t.kind() {
            Kind::Array => Composite::Array(address(t.elem()), t.len),
            Kind::Chan => Composite::Chan(address(t.elem()), t.len),
            Kind::Map => Composite::Map(address(t.key()), address(t.elem())),
            Kind::Func => Composite::Func(
                addresses(t.params()),
                addresses(t.results()),
                t.is_variadic(),
            ),
            Kind::Struct => Composite::Struct(
                t.fields()
                    .iter()
                    .map(|f| {
                        let owned = |n: Name| n.as_str().to_owned();
                        (
                            owned(f.name),
                            owned(f.pkg_path),
                            address(f.typ),
                            owned(f.tag),
                            f.embedded,
                        )
                    })
                    .collect(),
            ),
            _ => return None,
        })
    }
}

/// Finds and makes the types that are not in the compiled program.
#[derive(Default)]
pub struct TypeRegistry {
    composites: Mutex<HashMap<Composite, &'static RType>>,
}

fn fnv1a(parts: &[&str]) -> u32 {
    let bytes = parts.iter().flat_map(|p| p.bytes());
    bytes.fold(0x811c_9dc5, |h: u32, b| {
        (h ^ u32::from(b)).wrapping_mul(0x0100_0193)
    })
}

fn is_exported(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_uppercase)
}

impl TypeRegistry {
    pub fn new() -> TypeRegistry {
        TypeRegistry::default()
    }

    /// Makes the descriptors of a program; the result has the indexes of `specs`.
    pub fn define(&self, specs: &[TypeSpec]) -> Vec<&'static RType> {
        self.define_more(&[], specs)
    }

    /// Makes further descriptors, whose specs have the indexes behind those of `known`.
    pub fn define_more(&self, known: &[&'static RType], specs: &[TypeSpec]) -> Vec<&'static RType> {
        let block: &'static mut [std::mem::MaybeUninit<RType>] =
            Box::leak(Box::new_uninit_slice(specs.len()));
        let base = block.as_mut_ptr().cast::<RType>();
        // SAFETY: `i < specs.len()` (indexing checks it); the block is never freed. Until the loop
        // below has filled all of it, these references are only stored, never read through.
        let at = |i: usize| -> &'static RType {
            match i.checked_sub(known.len()) {
                // SAFETY: as said above.
                Some(i) => unsafe { &*base.add(i) },
                None => known[i],
            }
        };
        let check = |i: usize| -> usize {
            assert!(i < known.len() + specs.len(), "type index {i} out of range");
            i
        };
        let list = |ids: &[usize]| List::new(ids.iter().map(|&i| at(check(i))).collect());
        for (i, s) in specs.iter().enumerate() {
            let made = RType::from_spec(
                s,
                s.elem.map(|e| at(check(e))),
                s.key.map(|k| at(check(k))),
                s.fields
                    .iter()
                    .map(|f| RField {
                        name: Name::new(&f.name),
                        pkg_path: Name::new(&f.pkg_path),
                        typ: at(check(f.typ)),
                        offset: f.offset,
                        tag: Name::new(&f.tag),
                        embedded: f.embedded,
                        exported: is_exported(&f.name),
                    })
                    .collect(),
                list(&s.params),
                list(&s.results),
                s.methods
                    .iter()
                    .map(|m| RMethod::new(m, at(check(m.typ))))
                    .collect(),
            );
            // SAFETY: within the block, written once.
            unsafe { base.add(i).write(made) };
        }
        let all: Vec<&'static RType> = (known.len()..known.len() + specs.len()).map(at).collect();
        let mut composites = self.composites.lock();
        for &t in &all {
            t.link();
            if let Some(c) = Composite::of(t) {
                composites.entry(c).or_insert(t);
            }
        }
        all
    }

    fn intern(&self, key: Composite, make: impl FnOnce() -> RType) -> &'static RType {
        self.composites
            .lock()
            .entry(key)
            .or_insert_with(|| Box::leak(Box::new(make())))
    }

    /// `*elem`.
    pub fn ptr_to(&self, elem: &'static RType) -> &'static RType {
        linked(&elem.ptr_to, || {
            let spec = TypeSpec {
                kind: Kind::Pointer,
                size: 8,
                align: 8,
                string: format!("*{}", elem.string()),
                has_pointers: true,
                comparable: true,
                plain_eq: true,
                direct: true,
                ..TypeSpec::default()
            };
            RType::simple(&spec, Some(elem), None)
        })
    }

    /// `[]elem`.
    pub fn slice_of(&self, elem: &'static RType) -> &'static RType {
        linked(&elem.slice_of, || {
            let spec = TypeSpec {
                kind: Kind::Slice,
                size: 24,
                align: 8,
                string: format!("[]{}", elem.string()),
                has_pointers: true,
                ..TypeSpec::default()
            };
            RType::simple(&spec, Some(elem), None)
        })
    }

    /// `map[key]elem`.
    pub fn map_of(&self, key: &'static RType, elem: &'static RType) -> &'static RType {
        self.intern(Composite::Map(address(key), address(elem)), || {
            let spec = TypeSpec {
                kind: Kind::Map,
                size: 8,
                align: 8,
                string: format!("map[{}]{}", key.string(), elem.string()),
                has_pointers: true,
                direct: true,
                ..TypeSpec::default()
            };
            RType::simple(&spec, Some(elem), Some(key))
        })
    }

    /// A channel type; `dir` is 1 (receive), 2 (send) or 3 (both).
    pub fn chan_of(&self, dir: usize, elem: &'static RType) -> &'static RType {
        self.intern(Composite::Chan(address(elem), dir), || {
            let e = elem.string();
            let string = match dir {
                1 => format!("<-chan {e}"),
                2 => format!("chan<- {e}"),
                _ if e.starts_with("<-") => format!("chan ({e})"),
                _ => format!("chan {e}"),
            };
            let spec = TypeSpec {
                kind: Kind::Chan,
                size: 8,
                align: 8,
                len: dir,
                string,
                has_pointers: true,
                comparable: true,
                plain_eq: true,
                direct: true,
                ..TypeSpec::default()
            };
            RType::simple(&spec, Some(elem), None)
        })
    }

    /// `[len]elem`; `None` if it would be larger than the address space.
    pub fn array_of(&self, len: usize, elem: &'static RType) -> Option<&'static RType> {
        let size = elem.size.checked_mul(len).filter(|&s| s < 1 << 47)?;
        Some(self.intern(Composite::Array(address(elem), len), || {
            let spec = TypeSpec {
                kind: Kind::Array,
                size,
                align: elem.align,
                len,
                string: format!("[{len}]{}", elem.string()),
                has_pointers: len > 0 && elem.has_pointers(),
                comparable: elem.is_comparable(),
                plain_eq: elem.is_plain_eq(),
                direct: len == 1 && elem.is_direct(),
                ..TypeSpec::default()
            };
            RType::simple(&spec, Some(elem), None)
        }))
    }

    /// A struct type; `string` is its text. The fields' offsets are those of Go's layout, which end at
    /// `size`.
    pub fn struct_of(
        &self,
        string: &str,
        fields: Vec<RField>,
        size: usize,
        align: u8,
    ) -> &'static RType {
        let text = |n: Name| n.as_str().to_owned();
        let key = fields
            .iter()
            .map(|f| {
                let typ = address(f.typ);
                (text(f.name), text(f.pkg_path), typ, text(f.tag), f.embedded)
            })
            .collect();
        self.intern(Composite::Struct(key), || {
            let mut end = 0;
            let mut plain = true;
            for f in &fields {
                // Padding and blank fields do not take part in comparisons.
                plain &= f.typ.is_plain_eq() && f.offset == end && f.name.as_str() != "_";
                end = f.offset + f.typ.size;
            }
            let spec = TypeSpec {
                kind: Kind::Struct,
                size,
                align,
                string: string.to_owned(),
                has_pointers: fields.iter().any(|f| f.typ.has_pointers()),
                comparable: fields.iter().all(|f| f.typ.is_comparable()),
                plain_eq: plain && end == size,
                direct: fields.len() == 1 && fields[0].typ.is_direct(),
                ..TypeSpec::default()
            };
            let none = || List::new(Vec::new());
            RType::from_spec(&spec, None, None, fields, none(), none(), Vec::new())
        })
    }

    /// A function type. With `variadic` the last parameter is a slice.
    pub fn func_of(
        &self,
        params: &[&'static RType],
        results: &[&'static RType],
        variadic: bool,
    ) -> &'static RType {
        let addresses = |types: &[&'static RType]| types.iter().map(|t| address(t)).collect();
        self.intern(
            Composite::Func(addresses(params), addresses(results), variadic),
            || {
                let spec = TypeSpec {
                    kind: Kind::Func,
                    size: 8,
                    align: 8,
                    string: func_string(params, results, variadic),
                    variadic,
                    has_pointers: true,
                    direct: true,
                    ..TypeSpec::default()
                };
                let (p, r) = (List::new(params.to_vec()), List::new(results.to_vec()));
                RType::from_spec(&spec, None, None, Vec::new(), p, r, Vec::new())
            },
        )
    }
}

fn func_string(params: &[&'static RType], results: &[&'static RType], variadic: bool) -> String {
    let mut parts: Vec<String> = params.iter().map(|t| t.string().to_owned()).collect();
    if variadic && let (Some(text), Some(t)) = (parts.last_mut(), params.last()) {
        *text = format!("...{}", t.elem().string());
    }
    let text = format!("func({})", parts.join(", "));
    match results {
        [] => text,
        [one] => format!("{text} {}", one.string()),
        many => {
            let many: Vec<&str> = many.iter().map(|t| t.string()).collect();
            format!("{text} ({})", many.join(", "))
        }
    }
}

/// Texts of types that a program makes can double with each type: no text is longer than this.
const MAX_TEXT: usize = 1 << 16;

fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(MAX_TEXT)]
}

/// The type that `link` leads to, made if there is none yet.
fn linked(link: &AtomicPtr<RType>, make: impl FnOnce() -> RType) -> &'static RType {
    let found = link.load(Ordering::Acquire);
    if !found.is_null() {
        // SAFETY: descriptors are never freed.
        return unsafe { &*found };
    }
    let made = Box::into_raw(Box::new(make()));
    match link.compare_exchange(null_mut(), made, Ordering::AcqRel, Ordering::Acquire) {
        // SAFETY: just made and never freed.
        Ok(_) => unsafe { &*made },
        Err(other) => {
            // SAFETY: `made` was not published.
            drop(unsafe { Box::from_raw(made) });
            // SAFETY: descriptors are never freed.
            unsafe { &*other }
        }
    }
}

impl RMethod {
    /// The method that `spec` describes; `typ` is its type.
    pub fn new(spec: &MethodSpec, typ: &'static RType) -> RMethod {
        RMethod {
            name: Name::new(&spec.name),
            pkg_path: Name::new(&spec.pkg_path),
            typ,
            func: spec.func,
            exported: is_exported(&spec.name),
        }
    }
}

impl RType {
    fn simple(s: &TypeSpec, elem: Option<&'static RType>, key: Option<&'static RType>) -> RType {
        let none = || List::new(Vec::new());
        RType::from_spec(s, elem, key, Vec::new(), none(), none(), Vec::new())
    }

    fn from_spec(
        s: &TypeSpec,
        elem: Option<&'static RType>,
        key: Option<&'static RType>,
        fields: Vec<RField>,
        params: List<&'static RType>,
        results: List<&'static RType>,
        methods: Vec<RMethod>,
    ) -> RType {
        let bit = |on: bool, flag: u8| if on { flag } else { 0 };
        RType {
            size: s.size,
            elem: elem.map_or(null(), std::ptr::from_ref),
            key: key.map_or(null(), std::ptr::from_ref),
            len: s.len,
            hash: fnv1a(&[&s.string, &s.pkg_path]),
            kind: s.kind as u8,
            align: s.align,
            field_align: s.align,
            flags: bit(!s.name.is_empty(), flags::NAMED)
                | bit(s.direct, flags::DIRECT)
                | bit(s.has_pointers, flags::HAS_POINTERS)
                | bit(s.comparable, flags::COMPARABLE)
                | bit(s.plain_eq, flags::PLAIN_EQ)
                | bit(s.variadic, flags::VARIADIC),
            string: Name::new(cut(&s.string)),
            name: Name::new(&s.name),
            pkg_path: Name::new(&s.pkg_path),
            fields: List::new(fields),
            params,
            results,
            methods: UnsafeCell::new(List::new(methods)),
            ptr_to: AtomicPtr::new(null_mut()),
            slice_of: AtomicPtr::new(null_mut()),
            map: AtomicPtr::new(null_mut()),
            aux: AtomicU64::new(0),
        }
    }

    /// Lets the element type find this unnamed pointer or slice type.
    fn link(&'static self) {
        if self.is_named() {
            return;
        }
        let me = std::ptr::from_ref(self).cast_mut();
        match (self.kind(), self.elem_opt()) {
            (Kind::Pointer, Some(e)) => e.ptr_to.store(me, Ordering::Release),
            (Kind::Slice, Some(e)) => e.slice_of.store(me, Ordering::Release),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identical_types_are_one() {
        let types = TypeRegistry::new();
        let spec = |kind, string: &str, elem| TypeSpec {
            kind,
            string: string.to_owned(),
            elem,
            ..TypeSpec::default()
        };
        let int = TypeSpec {
            name: "int".to_owned(),
            size: 8,
            ..spec(Kind::Int, "int", None)
        };
        let t = types.define(&[
            int,
            spec(Kind::Slice, "[]int", Some(0)),
            spec(Kind::Pointer, "*int", Some(0)),
        ]);
        assert!(std::ptr::eq(types.slice_of(t[0]), t[1]));
        assert!(std::ptr::eq(types.ptr_to(t[0]), t[2]));
        assert!(std::ptr::eq(
            types.map_of(t[0], t[1]),
            types.map_of(t[0], t[1])
        ));
        let chan = types.chan_of(3, types.chan_of(1, t[0]));
        assert_eq!(chan.string(), "chan (<-chan int)");
        let f = types.func_of(&[t[0], t[1]], &[t[0], t[2]], true);
        assert_eq!(f.string(), "func(int, ...int) (int, *int)");
        assert!(std::ptr::eq(
            f,
            types.func_of(&[t[0], t[1]], &[t[0], t[2]], true)
        ));
        assert_eq!(
            types.array_of(3, t[0]).map(|a| (a.size, a.string())),
            Some((24, "[3]int"))
        );
        assert!(types.array_of(1 << 60, t[0]).is_none());
        let field = |name, offset| RField::new(name, "", t[0], offset).tagged("k", false);
        let pair = || vec![field("A", 0), field("B", 8)];
        let made = types.struct_of("struct { A, B int }", pair(), 16, 8);
        assert!(std::ptr::eq(
            made,
            types.struct_of("struct { A, B int }", pair(), 16, 8)
        ));
        let other = vec![field("A", 0), RField::new("B", "", t[0], 8)];
        let other = types.struct_of("struct { A, B int }", other, 16, 8);
        assert!(!std::ptr::eq(made, other));
    }
}
