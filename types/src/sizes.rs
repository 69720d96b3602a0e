//! Sizes, alignments and offsets as gc lays them out on linux/amd64.

use crate::checker::Checker;
use crate::object::ObjId;
use crate::types::{BasicKind, Type, TypeId};

/// Nesting at which a type is taken to have no size: it was reported as recursive.
const MAX_DEPTH: u32 = 200;
/// Types larger than this are reported by their users.
pub(crate) const MAX_SIZE: i64 = 1 << 50;

fn align_up(offset: i64, align: i64) -> i64 {
    offset.saturating_add(align - 1).min(MAX_SIZE) / align * align
}

impl<'a> Checker<'a> {
    pub fn sizeof(&mut self, t: TypeId) -> i64 {
        self.size_align(t, 0).0
    }

    pub fn alignof(&mut self, t: TypeId) -> i64 {
        self.size_align(t, 0).1
    }

    /// The offsets of a struct type's fields.
    pub fn field_offsets(&mut self, t: TypeId) -> Vec<i64> {
        let u = self.under(t);
        match self.types.get(u) {
            Type::Struct(s) => {
                let fields = s.fields.clone();
                self.layout(&fields, 0).0
            }
            _ => Vec::new(),
        }
    }

    /// The size depends on a type argument.
    pub(crate) fn has_var_size(&mut self, t: TypeId, depth: u32) -> bool {
        if depth > MAX_DEPTH || !self.mentions_tparams(t) {
            return false;
        }
        if self.is_type_param(t) {
            return true;
        }
        let u = self.under(t);
        match *self.types.get(u) {
            Type::Array { elem, .. } => self.has_var_size(elem, depth + 1),
            Type::Struct(ref s) => {
                let fields = s.fields.clone();
                fields.into_iter().any(|f| {
                    let ty = self.obj(f).ty;
                    self.has_var_size(ty, depth + 1)
                })
            }
            _ => false,
        }
    }

    fn layout(&mut self, fields: &[ObjId], depth: u32) -> (Vec<i64>, i64, i64) {
        let mut offsets = Vec::with_capacity(fields.len());
        let (mut end, mut max_align, mut last) = (0i64, 1, 1);
        for &f in fields {
            let ty = self.obj(f).ty;
            let (size, align) = self.size_align(ty, depth + 1);
            let start = align_up(end, align);
            offsets.push(start);
            end = start.saturating_add(size).min(MAX_SIZE);
            max_align = max_align.max(align);
            last = size;
        }
        // The address of a last field of size 0 must stay inside the struct.
        if end > 0 && last == 0 {
            end += 1;
        }
        (offsets, align_up(end, max_align), max_align)
    }

    fn size_align(&mut self, t: TypeId, depth: u32) -> (i64, i64) {
        if depth > MAX_DEPTH {
            return (0, 1);
        }
        let u = self.under(t);
        match *self.types.get(u) {
            Type::Basic(k) => {
                use BasicKind::*;
                match k {
                    Invalid => (0, 1),
                    Bool | Int8 | Uint8 | UntypedBool => (1, 1),
                    Int16 | Uint16 => (2, 2),
                    Int32 | Uint32 | Float32 | UntypedRune => (4, 4),
                    Complex64 => (8, 4),
                    Complex128 | UntypedComplex => (16, 8),
                    String | UntypedString => (16, 8),
                    _ => (8, 8),
                }
            }
            Type::Array { elem, len } => {
                let (size, align) = self.size_align(elem, depth + 1);
                (size.saturating_mul(len.max(0)).min(MAX_SIZE), align)
            }
            Type::Slice(_) => (24, 8),
            Type::Interface(_) => (16, 8),
            Type::Struct(ref s) => {
                let fields = s.fields.clone();
                let (_, size, align) = self.layout(&fields, depth);
                (size, align)
            }
            _ => (8, 8),
        }
    }
}
