//! Places: where a value is read from or written to, and the operations that do it.

use crate::func::Gen;
use crate::layout::{Class, Layout, Scalar};
use bytecode::{NONE, Op};
use parser::ast::*;
use types::info::{Mode, SelectionKind};
use types::object::{ObjId, ObjectKind};
use types::types::{Type, TypeId};

#[derive(Clone, Copy, Debug)]
pub enum Place {
    /// A scalar in canonical form in a slot of its own.
    Slot(u16),
    /// Bytes of a struct, array or multi-word value in the frame, as they lie in memory.
    Frame {
        byte: u32,
    },
    /// `*(ptr + offset)`; `checked`: the pointer is known not to be nil.
    Mem {
        ptr: u16,
        offset: i32,
        checked: bool,
    },
    /// A package variable, or a part of one.
    Global {
        offset: u32,
    },
    /// Element `index` of the slice or string in the slots from `slice` on.
    SliceElem {
        slice: u16,
        index: u16,
    },
    /// Element `index` of the array at `ptr + offset`.
    PtrElem {
        ptr: u16,
        index: u16,
        len: u32,
        offset: u32,
    },
    /// Element `index` of the array in the frame at byte `byte`.
    FrameElem {
        byte: u32,
        index: u16,
        len: u32,
    },
    MapElem {
        map: u16,
        key: u16,
        map_ty: TypeId,
    },
    /// The blank identifier.
    Blank,
}

impl Place {
    /// `*ptr`, which is known not to be nil.
    pub fn pointee(ptr: u16) -> Place {
        Place::Mem {
            ptr,
            offset: 0,
            checked: true,
        }
    }

    pub fn of_slot(slot: u16, layout: Layout) -> Place {
        if layout.indirect {
            Place::Mem {
                ptr: slot,
                offset: 0,
                checked: true,
            }
        } else if layout.scalar().is_some() {
            Place::Slot(slot)
        } else {
            Place::Frame {
                byte: u32::from(slot) * 8,
            }
        }
    }
}

fn load_op(s: Scalar) -> Op {
    match s {
        Scalar::I8 => Op::LdI8,
        Scalar::U8 => Op::LdU8,
        Scalar::I16 => Op::LdI16,
        Scalar::U16 => Op::LdU16,
        Scalar::I32 => Op::LdI32,
        Scalar::U32 => Op::LdU32,
        Scalar::W64 => Op::Ld64,
    }
}
fn store_op(s: Scalar) -> Op {
    match s.size() {
        1 => Op::St8,
        2 => Op::St16,
        4 => Op::St32,
        _ => Op::St64,
    }
}
fn frame_load_op(s: Scalar) -> Op {
    match s {
        Scalar::I8 => Op::LdFI8,
        Scalar::U8 => Op::LdFU8,
        Scalar::I16 => Op::LdFI16,
        Scalar::U16 => Op::LdFU16,
        Scalar::I32 => Op::LdFI32,
        Scalar::U32 | Scalar::W64 => Op::LdFU32,
    }
}
fn frame_store_op(s: Scalar) -> Op {
    match s.size() {
        1 => Op::StF8,
        2 => Op::StF16,
        _ => Op::StF32,
    }
}
fn index_op(s: Scalar) -> Op {
    match s {
        Scalar::I8 => Op::IxI8,
        Scalar::U8 => Op::IxU8,
        Scalar::I16 => Op::IxI16,
        Scalar::U16 => Op::IxU16,
        Scalar::I32 => Op::IxI32,
        Scalar::U32 => Op::IxU32,
        Scalar::W64 => Op::Ix64,
    }
}
fn index_store_op(s: Scalar) -> Op {
    match s.size() {
        1 => Op::Sx8,
        2 => Op::Sx16,
        4 => Op::Sx32,
        _ => Op::Sx64,
    }
}
fn ptr_index_op(s: Scalar) -> Op {
    match s {
        Scalar::I8 => Op::PIxI8,
        Scalar::U8 => Op::PIxU8,
        Scalar::I16 => Op::PIxI16,
        Scalar::U16 => Op::PIxU16,
        Scalar::I32 => Op::PIxI32,
        Scalar::U32 => Op::PIxU32,
        Scalar::W64 => Op::PIx64,
    }
}
fn ptr_index_store_op(s: Scalar) -> Op {
    match s.size() {
        1 => Op::PSx8,
        2 => Op::PSx16,
        4 => Op::PSx32,
        _ => Op::PSx64,
    }
}
fn frame_index_op(s: Scalar) -> Op {
    match s {
        Scalar::I8 => Op::FIxI8,
        Scalar::U8 => Op::FIxU8,
        Scalar::I16 => Op::FIxI16,
        Scalar::U16 => Op::FIxU16,
        Scalar::I32 => Op::FIxI32,
        Scalar::U32 => Op::FIxU32,
        Scalar::W64 => Op::FIx64,
    }
}
fn frame_index_store_op(s: Scalar) -> Op {
    match s.size() {
        1 => Op::FSx8,
        2 => Op::FSx16,
        4 => Op::FSx32,
        _ => Op::FSx64,
    }
}

impl<'a> Gen<'_, '_, 'a> {
    // ---- loading

    /// The slot that holds the value at `place`: the variable's own slot where that is possible.
    pub fn load(&mut self, place: Place, ty: TypeId) -> u16 {
        let layout = self.layout(ty);
        match place {
            Place::Slot(slot) => slot,
            Place::Frame { byte }
                if byte.is_multiple_of(8) && layout.scalar().is_none_or(|s| s == Scalar::W64) =>
            {
                (byte / 8) as u16
            }
            _ => {
                let dst = self.temp(layout);
                self.load_to(place, ty, dst);
                dst
            }
        }
    }

    pub fn load_to(&mut self, place: Place, ty: TypeId, dst: u16) {
        let layout = self.layout(ty);
        if layout.indirect && !matches!(place, Place::MapElem { .. } | Place::Blank) {
            return self.load_large(place, ty, dst);
        }
        let scalar = layout.scalar();
        match place {
            Place::Slot(slot) => self.mov(dst, slot, layout.slots),
            Place::Frame { byte } => match scalar {
                Some(Scalar::W64) if byte.is_multiple_of(8) => {
                    self.mov(dst, (byte / 8) as u16, 1);
                }
                // A complex64 may lie at any multiple of 4.
                Some(Scalar::W64) => self.copy_frame(u32::from(dst) * 8, byte, 8),
                Some(s) => self.e.op_imm(frame_load_op(s), dst, 0, byte as i32),
                None if byte.is_multiple_of(8) => self.mov(dst, (byte / 8) as u16, layout.slots),
                None => self.copy_frame(u32::from(dst) * 8, byte, layout.size as u32),
            },
            Place::Mem {
                ptr,
                offset,
                checked,
            } => match scalar {
                Some(s) => self.e.op_imm(load_op(s), dst, ptr, offset),
                None => self.load_bytes(dst, ptr, offset, layout.size, checked),
            },
            Place::Global { offset } => match scalar {
                Some(Scalar::W64) => self.e.op_imm(Op::GLd, dst, 0, offset as i32),
                _ => {
                    let mark = self.e.mark();
                    let ptr = self.e.alloc(1);
                    self.e.op_imm(Op::GAddr, ptr, 0, offset as i32);
                    let place = Place::Mem {
                        ptr,
                        offset: 0,
                        checked: true,
                    };
                    self.load_to(place, ty, dst);
                    self.e.release(mark);
                }
            },
            Place::SliceElem { slice, index } => match (scalar, layout.size) {
                (Some(s), _) => self.e.op(index_op(s), dst, slice, index),
                (None, 16) => self.e.op(Op::Ix2, dst, slice, index),
                (None, 24) => self.e.op(Op::Ix3, dst, slice, index),
                (None, size) => {
                    self.e.op(Op::IxN, dst, slice, index);
                    self.e.ext(size);
                }
            },
            Place::PtrElem {
                ptr,
                index,
                len,
                offset,
            } => match scalar {
                Some(s) => {
                    self.e.op(ptr_index_op(s), dst, ptr, index);
                    self.e.ext_halves(len, offset);
                }
                None => {
                    let mark = self.e.mark();
                    let place = self.in_memory(place, ty);
                    self.load_to(place, ty, dst);
                    self.e.release(mark);
                }
            },
            Place::FrameElem { byte, index, len } => match scalar {
                Some(s) => {
                    self.e.op(frame_index_op(s), dst, (byte / 8) as u16, index);
                    self.e.ext_halves(len, byte % 8);
                }
                None => {
                    let size = layout.size as u16;
                    self.e.op4(Op::FIxN, dst, (byte / 8) as u16, index, size);
                    self.e.ext_halves(len, byte % 8);
                }
            },
            Place::MapElem { map, key, map_ty } => {
                self.map_get(dst, map, key, NONE, map_ty, layout);
            }
            Place::Blank => {}
        }
    }

    /// A copy of the large value at `place`.
    fn load_large(&mut self, place: Place, ty: TypeId, dst: u16) {
        let mark = self.e.mark();
        let from = self.address_of(place, ty);
        let copy = self.e.alloc(1);
        self.new_object(copy, ty);
        self.copy_memory(copy, from, ty);
        self.mov(dst, copy, 1);
        self.e.release(mark);
    }

    /// Copies a value of type `ty` from one address to another.
    pub fn copy_memory(&mut self, to: u16, from: u16, ty: TypeId) {
        let size = self.layout(ty).size;
        self.e.op(Op::CopyMem, to, from, 0);
        self.e.ext(size);
    }

    fn load_bytes(&mut self, dst: u16, ptr: u16, offset: i32, size: u64, checked: bool) {
        match size {
            0 if checked => {}
            0 => self.e.op(Op::NilCheck, ptr, 0, 0),
            8 => self.e.op_imm(Op::Ld64, dst, ptr, offset),
            16 => self.e.op_imm(Op::Ld2, dst, ptr, offset),
            24 => self.e.op_imm(Op::Ld3, dst, ptr, offset),
            n => {
                self.e.op_imm(Op::LdN, dst, ptr, offset);
                self.e.ext(n);
            }
        }
    }

    pub fn copy_frame(&mut self, dst_byte: u32, src_byte: u32, size: u32) {
        if size == 0 || dst_byte == src_byte {
            return;
        }
        self.e.op_imm(Op::CopyF, 0, 0, dst_byte as i32);
        self.e.ext_halves(src_byte, size);
    }

    /// Makes a scalar that was copied byte for byte into a slot canonical.
    pub fn canonicalise(&mut self, slot: u16, layout: Layout) {
        self.narrow_to(slot, slot, layout);
    }

    /// `dst = src`, cut to the canonical form of `layout`.
    pub fn narrow_to(&mut self, dst: u16, src: u16, layout: Layout) {
        let op = match layout.scalar() {
            Some(Scalar::I8) => Op::SExt8,
            Some(Scalar::U8) => Op::ZExt8,
            Some(Scalar::I16) => Op::SExt16,
            Some(Scalar::U16) => Op::ZExt16,
            Some(Scalar::I32) => Op::SExt32,
            Some(Scalar::U32) => Op::ZExt32,
            Some(Scalar::W64) | None => return self.mov(dst, src, layout.slots),
        };
        self.e.op(op, dst, src, 0);
    }

    pub fn map_get(&mut self, dst: u16, map: u16, key: u16, ok: u16, map_ty: TypeId, elem: Layout) {
        if let Some((key_ty, elem_ty)) = self.map_by_address(map_ty) {
            let mark = self.e.mark();
            let found = self.map_find(map, key, key_ty, map_ty);
            if dst != NONE {
                let (absent, end) = (self.e.new_label(), self.e.new_label());
                self.branch_imm(BinaryOp::Eql, found, 0, absent);
                self.load_to(Place::pointee(found), elem_ty, dst);
                self.e.jump(end);
                self.e.bind(absent);
                self.zero_value(dst, elem_ty);
                self.e.bind(end);
            }
            if ok != NONE {
                self.e.op_imm(Op::NeI, ok, found, 0);
            }
            return self.e.release(mark);
        }
        let idx = self.c.type_idx(map_ty);
        self.e.op4(Op::MapGet, dst, map, key, ok);
        self.e.ext(u64::from(idx.0));
        if dst != NONE {
            self.canonicalise(dst, elem);
        }
    }

    // ---- storing

    /// Writes the value in the slots from `src` on to `place`.
    pub fn store(&mut self, place: Place, ty: TypeId, src: u16) {
        let layout = self.layout(ty);
        if layout.indirect && !matches!(place, Place::Blank) {
            let mark = self.e.mark();
            let to = match place {
                Place::MapElem { map, key, map_ty } => self.map_addr(map, key, map_ty),
                _ => self.address_of(place, ty),
            };
            self.copy_memory(to, src, ty);
            return self.e.release(mark);
        }
        let scalar = layout.scalar();
        match place {
            Place::Slot(slot) => self.mov(slot, src, layout.slots),
            Place::Frame { byte } => match scalar {
                Some(Scalar::W64) if byte.is_multiple_of(8) => {
                    self.mov((byte / 8) as u16, src, 1);
                }
                Some(Scalar::W64) => self.copy_frame(byte, u32::from(src) * 8, 8),
                Some(s) => self.e.op_imm(frame_store_op(s), src, 0, byte as i32),
                None if byte.is_multiple_of(8) && layout.size.is_multiple_of(8) => {
                    self.mov((byte / 8) as u16, src, layout.slots);
                }
                None => self.copy_frame(byte, u32::from(src) * 8, layout.size as u32),
            },
            Place::Mem {
                ptr,
                offset,
                checked,
            } => match (scalar, layout.size) {
                (Some(s), _) => self.e.op_imm(store_op(s), ptr, src, offset),
                (None, 0) if checked => {}
                (None, 0) => self.e.op(Op::NilCheck, ptr, 0, 0),
                (None, 8) => self.e.op_imm(Op::St64, ptr, src, offset),
                (None, 16) => self.e.op_imm(Op::St2, ptr, src, offset),
                (None, 24) => self.e.op_imm(Op::St3, ptr, src, offset),
                (None, size) => {
                    self.e.op_imm(Op::StN, ptr, src, offset);
                    self.e.ext(size);
                }
            },
            Place::Global { offset } => {
                if scalar == Some(Scalar::W64) {
                    self.e.op_imm(Op::GSt, src, 0, offset as i32);
                } else {
                    let mark = self.e.mark();
                    let ptr = self.e.alloc(1);
                    self.e.op_imm(Op::GAddr, ptr, 0, offset as i32);
                    let place = Place::Mem {
                        ptr,
                        offset: 0,
                        checked: true,
                    };
                    self.store(place, ty, src);
                    self.e.release(mark);
                }
            }
            Place::SliceElem { slice, index } => match (scalar, layout.size) {
                (Some(s), _) => self.e.op(index_store_op(s), slice, index, src),
                (None, 16) => self.e.op(Op::Sx2, slice, index, src),
                (None, 24) => self.e.op(Op::Sx3, slice, index, src),
                (None, size) => {
                    self.e.op(Op::SxN, slice, index, src);
                    self.e.ext(size);
                }
            },
            Place::PtrElem {
                ptr,
                index,
                len,
                offset,
            } => match scalar {
                Some(s) => {
                    self.e.op(ptr_index_store_op(s), ptr, index, src);
                    self.e.ext_halves(len, offset);
                }
                None => {
                    let mark = self.e.mark();
                    let place = self.in_memory(place, ty);
                    self.store(place, ty, src);
                    self.e.release(mark);
                }
            },
            Place::FrameElem { byte, index, len } => match scalar {
                Some(s) => {
                    self.e
                        .op(frame_index_store_op(s), (byte / 8) as u16, index, src);
                    self.e.ext_halves(len, byte % 8);
                }
                None => {
                    let size = layout.size as u16;
                    self.e.op4(Op::FSxN, (byte / 8) as u16, index, src, size);
                    self.e.ext_halves(len, byte % 8);
                }
            },
            Place::MapElem { map, key, map_ty } => {
                let mark = self.e.mark();
                let ptr = self.map_addr(map, key, map_ty);
                let place = Place::Mem {
                    ptr,
                    offset: 0,
                    checked: true,
                };
                self.store(place, ty, src);
                self.e.release(mark);
            }
            Place::Blank => {}
        }
    }

    pub fn map_addr(&mut self, map: u16, key: u16, map_ty: TypeId) -> u16 {
        let ptr = self.e.alloc(1);
        let idx = self.c.type_idx(map_ty);
        if let Some((key_ty, _)) = self.map_by_address(map_ty) {
            let key = self.key_address(key, key_ty);
            self.e.op(Op::MapInsert, ptr, map, key);
        } else {
            self.e.op(Op::MapAddr, ptr, map, key);
        }
        self.e.ext(u64::from(idx.0));
        ptr
    }

    /// Key and element type of a map one of which is indirect: its operations take and give
    /// addresses.
    pub fn map_by_address(&mut self, map_ty: TypeId) -> Option<(TypeId, TypeId)> {
        match self.c.shape(map_ty) {
            Type::Map { key, elem } if self.layout(key).indirect || self.layout(elem).indirect => {
                Some((key, elem))
            }
            _ => None,
        }
    }

    /// The address of the element of `key`, or 0.
    fn map_find(&mut self, map: u16, key: u16, key_ty: TypeId, map_ty: TypeId) -> u16 {
        let found = self.e.alloc(1);
        let key = self.key_address(key, key_ty);
        let idx = self.c.type_idx(map_ty);
        self.e.op(Op::MapFind, found, map, key);
        self.e.ext(u64::from(idx.0));
        found
    }

    /// The address of the map key in the slots from `key` on.
    pub fn key_address(&mut self, key: u16, key_ty: TypeId) -> u16 {
        if self.layout(key_ty).indirect {
            return key;
        }
        let ptr = self.e.alloc(1);
        self.new_object(ptr, key_ty);
        self.store(Place::pointee(ptr), key_ty, key);
        ptr
    }

    /// Writes the zero value.
    pub fn store_zero(&mut self, place: Place, ty: TypeId) {
        let layout = self.layout(ty);
        match place {
            Place::SliceElem { .. } | Place::PtrElem { .. } | Place::Global { .. }
                if layout.indirect =>
            {
                let mark = self.e.mark();
                let ptr = self.address_of(place, ty);
                self.store_zero(Place::pointee(ptr), ty);
                self.e.release(mark);
            }
            Place::Slot(slot) => self.zero(slot, layout.slots),
            Place::Frame { byte } if byte.is_multiple_of(8) && layout.size.is_multiple_of(8) => {
                self.zero((byte / 8) as u16, layout.slots);
            }
            Place::Mem { ptr, offset, .. } if layout.size > 8 => {
                self.e.op_imm(Op::ZeroMem, ptr, 0, offset);
                self.e.ext(layout.size);
            }
            Place::Blank => {}
            _ => {
                let mark = self.e.mark();
                let zero = self.temp(layout);
                self.zero_value(zero, ty);
                self.store(place, ty, zero);
                self.e.release(mark);
            }
        }
    }

    // ---- parts of places

    /// The part of `place` that lies `offset` bytes further on.
    pub fn part(&mut self, place: Place, whole: TypeId, offset: u64) -> Place {
        match place {
            Place::Frame { byte } => Place::Frame {
                byte: byte + offset as u32,
            },
            // Only a struct or array of one word can be a scalar's equal.
            Place::Slot(slot) => Place::Frame {
                byte: u32::from(slot) * 8 + offset as u32,
            },
            Place::Global { offset: at } => Place::Global {
                offset: at + offset as u32,
            },
            Place::Mem {
                ptr,
                offset: at,
                checked,
            } if i64::from(at) + (offset as i64) < i64::from(i32::MAX) => Place::Mem {
                ptr,
                offset: at + offset as i32,
                checked,
            },
            Place::Blank => Place::Blank,
            Place::Mem { .. } => {
                let base = self.address_of(place, whole);
                let ptr = self.e.alloc(1);
                self.load_int(ptr, offset as i64);
                self.e.op(Op::Add, ptr, ptr, base);
                Place::pointee(ptr)
            }
            _ => {
                let place = self.in_memory(place, whole);
                self.part(place, whole, offset)
            }
        }
    }

    /// Element `index` of an array of `len` elements of `size` bytes at address `base`, whatever
    /// the sizes.
    fn far_element(&mut self, base: u16, index: u16, len: i64, size: u64) -> u16 {
        let ptr = self.e.alloc(1);
        let n = self.e.alloc(1);
        self.load_int(n, len);
        self.e.op(Op::BoundsCheck, index, n, 0);
        self.load_int(n, size as i64);
        self.e.op(Op::Mul, ptr, index, n);
        self.e.op(Op::NilCheck, base, 0, 0);
        self.e.op(Op::Add, ptr, ptr, base);
        ptr
    }

    /// The same place as plain memory (or as frame bytes holding a copy, for a value that has no
    /// address).
    fn in_memory(&mut self, place: Place, ty: TypeId) -> Place {
        let layout = self.layout(ty);
        match place {
            Place::SliceElem { slice, index } => {
                let ptr = self.e.alloc(1);
                self.e.op(Op::IxAddr, ptr, slice, index);
                self.e.ext(layout.size);
                Place::Mem {
                    ptr,
                    offset: 0,
                    checked: true,
                }
            }
            Place::PtrElem {
                ptr: base,
                index,
                len,
                offset,
            } => {
                let ptr;
                if let Ok(size) = u16::try_from(layout.size) {
                    ptr = self.e.alloc(1);
                    self.e.op4(Op::PIxAddr, ptr, base, index, size);
                    self.e.ext_halves(len, offset);
                } else {
                    ptr = self.far_element(base, index, i64::from(len), layout.size);
                    self.e.op_imm(Op::AddI, ptr, ptr, offset as i32);
                }
                Place::Mem {
                    ptr,
                    offset: 0,
                    checked: true,
                }
            }
            Place::Slot(_) | Place::Frame { .. } | Place::Mem { .. } | Place::Global { .. } => {
                place
            }
            _ => {
                let slot = self.temp(layout);
                self.load_to(place, ty, slot);
                Place::of_slot(slot, layout)
            }
        }
    }

    pub fn load_int(&mut self, dst: u16, value: i64) {
        match i32::try_from(value) {
            Ok(v) => self.e.op_imm(Op::LoadI, dst, 0, v),
            Err(_) => {
                self.e.op(Op::LoadK, dst, 0, 0);
                self.e.ext(value as u64);
            }
        }
    }

    // ---- places of expressions

    /// The place that the expression denotes. Operands are evaluated; an expression that denotes
    /// no variable is evaluated into a temporary.
    pub fn place(&mut self, e: ExprId) -> Place {
        let e = self.ast().unparen(e);
        let ty = self.ty(e);
        match self.ast().kind(e) {
            ExprKind::Name(symbol) if symbol.is_blank() => Place::Blank,
            ExprKind::Name(_) => match self.variable(e) {
                Some(var) => {
                    let var_ty = self.obj_ty(var);
                    self.var_place(var, var_ty)
                }
                None => self.value_place(e, ty),
            },
            ExprKind::Selector { x, sel } => self.selector_place(e, x, sel),
            ExprKind::Star(x) => {
                let ptr = self.expr(x);
                self.at(self.ast().pos(e));
                Place::Mem {
                    ptr,
                    offset: 0,
                    checked: false,
                }
            }
            ExprKind::Index { x, indices } => {
                let index = self.ast().item(indices, 0);
                self.index_place(e, x, index)
            }
            ExprKind::CompositeLit { .. } => self.value_place(e, ty),
            _ => self.value_place(e, ty),
        }
    }

    fn value_place(&mut self, e: ExprId, ty: TypeId) -> Place {
        let slot = self.expr(e);
        Place::of_slot(slot, self.layout(ty))
    }

    /// The variable that a name stands for.
    pub fn variable(&self, name: ExprId) -> Option<ObjId> {
        let obj = self.c.ck.info.object(name)?;
        matches!(self.c.ck.obj(obj).kind, ObjectKind::Var(_)).then_some(obj)
    }

    fn selector_place(&mut self, e: ExprId, x: ExprId, sel: ExprId) -> Place {
        let Some(selection) = self.c.ck.info.selections.get(&e).cloned() else {
            // `pkg.Var`
            return match self.variable(sel) {
                Some(var) => {
                    let ty = self.obj_ty(var);
                    self.var_place(var, ty)
                }
                None => {
                    let ty = self.ty(e);
                    self.value_place(e, ty)
                }
            };
        };
        if selection.kind != SelectionKind::FieldVal {
            let ty = self.ty(e);
            return self.value_place(e, ty);
        }
        let base = self.place(x);
        self.at(self.ast().pos(e));
        let recv = self.ty(x);
        self.follow(base, recv, &selection.path).0
    }

    /// Follows field indices from a place of type `ty`, through pointers.
    pub fn follow(&mut self, mut place: Place, mut ty: TypeId, path: &[u32]) -> (Place, TypeId) {
        for &index in path {
            if let Type::Pointer(elem) = self.c.shape(ty) {
                place = self.deref(place, ty);
                ty = elem;
            }
            let (offset, field_ty) = self.c.field(ty, index);
            place = self.part(place, ty, offset);
            ty = field_ty;
            // A canonical scalar cannot be a part: parts are frame bytes or memory.
        }
        (place, ty)
    }

    /// The place that the pointer at `place` points to.
    pub fn deref(&mut self, place: Place, ptr_ty: TypeId) -> Place {
        let ptr = self.load(place, ptr_ty);
        Place::Mem {
            ptr,
            offset: 0,
            checked: false,
        }
    }

    fn index_place(&mut self, e: ExprId, x: ExprId, index: ExprId) -> Place {
        let xt = self.ty(x);
        match self.c.shape(xt) {
            Type::Map { key, .. } => {
                let map = self.expr(x);
                let key = self.value_as(index, key);
                self.at(self.ast().pos(e));
                Place::MapElem {
                    map,
                    key,
                    map_ty: xt,
                }
            }
            Type::Slice(_) => {
                let slice = self.expr(x);
                let index = self.index_value(index);
                self.at(self.ast().pos(e));
                Place::SliceElem { slice, index }
            }
            Type::Basic(_) => {
                let slice = self.expr(x);
                let index = self.index_value(index);
                self.at(self.ast().pos(e));
                Place::SliceElem { slice, index }
            }
            Type::Pointer(elem) => {
                let ptr = self.expr(x);
                let base = Place::Mem {
                    ptr,
                    offset: 0,
                    checked: false,
                };
                self.array_elem(e, base, elem, index)
            }
            _ => {
                let base = self.place(x);
                self.array_elem(e, base, xt, index)
            }
        }
    }

    /// An index operand as a slot holding an int.
    pub fn index_value(&mut self, index: ExprId) -> u16 {
        let slot = self.expr(index);
        let class = self.expr_layout(index).class;
        let is_wide = matches!(
            class,
            Class::Int {
                bits: 64,
                signed: false
            }
        );
        if is_wide {
            self.e.note_unsigned(slot);
        }
        slot
    }

    fn array_elem(&mut self, e: ExprId, base: Place, array: TypeId, index: ExprId) -> Place {
        let Type::Array { elem, len } = self.c.shape(array) else {
            return Place::Blank;
        };
        let size = self.layout(elem).size;
        if let Some(i) = self.const_int(index) {
            let base = match base {
                Place::Slot(slot) => Place::Frame {
                    byte: u32::from(slot) * 8,
                },
                other => other,
            };
            return self.part(base, array, i as u64 * size);
        }
        let Ok(len) = u32::try_from(len) else {
            let base = self.address_of(base, array);
            let index = self.index_value(index);
            self.at(self.ast().pos(e));
            return Place::pointee(self.far_element(base, index, len, size));
        };
        match base {
            Place::Slot(slot) => {
                let index = self.index_value(index);
                self.at(self.ast().pos(e));
                Place::FrameElem {
                    byte: u32::from(slot) * 8,
                    index,
                    len,
                }
            }
            Place::Frame { byte } if size <= u64::from(u16::MAX) => {
                let index = self.index_value(index);
                self.at(self.ast().pos(e));
                Place::FrameElem { byte, index, len }
            }
            Place::Mem { ptr, offset, .. } if offset >= 0 => {
                let index = self.index_value(index);
                self.at(self.ast().pos(e));
                Place::PtrElem {
                    ptr,
                    index,
                    len,
                    offset: offset as u32,
                }
            }
            Place::Global { offset } => {
                let ptr = self.e.alloc(1);
                self.e.op_imm(Op::GAddr, ptr, 0, offset as i32);
                let index = self.index_value(index);
                self.at(self.ast().pos(e));
                Place::PtrElem {
                    ptr,
                    index,
                    len,
                    offset: 0,
                }
            }
            other => {
                let base = self.in_memory(other, array);
                self.array_elem(e, base, array, index)
            }
        }
    }

    /// The address of an addressable expression (or of a fresh copy of a composite literal).
    pub fn address(&mut self, e: ExprId) -> u16 {
        let e = self.ast().unparen(e);
        if let ExprKind::CompositeLit { .. } = self.ast().kind(e) {
            let ty = self.ty(e);
            let ptr = self.e.alloc(1);
            self.new_object(ptr, ty);
            let place = Place::Mem {
                ptr,
                offset: 0,
                checked: true,
            };
            self.literal_into(e, place, true);
            return ptr;
        }
        let ty = self.ty(e);
        let place = self.place(e);
        self.address_of(place, ty)
    }

    pub fn address_of(&mut self, place: Place, ty: TypeId) -> u16 {
        match place {
            Place::Mem {
                ptr,
                offset,
                checked,
            } => {
                if !checked {
                    self.e.op(Op::NilCheck, ptr, 0, 0);
                }
                if offset == 0 {
                    return ptr;
                }
                let dst = self.e.alloc(1);
                self.e.op_imm(Op::AddI, dst, ptr, offset);
                dst
            }
            Place::Global { offset } => {
                let dst = self.e.alloc(1);
                self.e.op_imm(Op::GAddr, dst, 0, offset as i32);
                dst
            }
            Place::SliceElem { .. } | Place::PtrElem { .. } => match self.in_memory(place, ty) {
                Place::Mem { ptr, .. } => ptr,
                _ => 0,
            },

            // No variable of this kind has its address taken: a copy on the heap is what the
            // spec asks for (a method value's or a range's hidden operand).
            _ => {
                let value = self.load(place, ty);
                if self.layout(ty).indirect {
                    return value;
                }
                let ptr = self.e.alloc(1);
                self.new_object(ptr, ty);
                let target = Place::Mem {
                    ptr,
                    offset: 0,
                    checked: true,
                };
                self.store(target, ty, value);
                ptr
            }
        }
    }

    /// Whether the expression denotes a variable.
    pub fn is_addressable(&self, e: ExprId) -> bool {
        let e = self.ast().unparen(e);
        self.c
            .ck
            .info
            .type_and_value(e)
            .is_some_and(|tv| tv.mode == Mode::Variable)
            || matches!(self.ast().kind(e), ExprKind::Name(_)) && self.variable(e).is_some()
    }
}
