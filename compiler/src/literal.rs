//! Composite literals. Spec: "Composite literals".

use crate::func::Gen;
use crate::place::Place;
use bytecode::Op;
use parser::ast::*;
use types::types::{Type, TypeId};

impl Gen<'_, '_, '_> {
    /// Builds the literal `e` in `place`, which nothing else can see yet. `zeroed`: the place
    /// already holds the zero value.
    pub fn literal_into(&mut self, e: ExprId, place: Place, zeroed: bool) {
        let ty = self.ty(e);
        self.literal_of_type(e, ty, place, zeroed);
    }

    fn literal_of_type(&mut self, e: ExprId, ty: TypeId, place: Place, zeroed: bool) {
        let ExprKind::CompositeLit { elems, .. } = self.ast().kind(e) else {
            return;
        };
        let elems: Vec<ExprId> = self.ast().list(elems).collect();
        match self.c.shape(ty) {
            Type::Struct(s) => {
                if !zeroed && (elems.len() < s.fields.len().max(1) || self.has_padding(ty)) {
                    self.store_zero(place, ty);
                }
                for (i, &elem) in elems.iter().enumerate() {
                    let (index, value) = match self.ast().kind(elem) {
                        ExprKind::KeyValue { key, value } => {
                            let obj = self.c.ck.info.object(key);
                            let name = self.ast().name(key);
                            let index = s
                                .fields
                                .iter()
                                .position(|&f| Some(f) == obj)
                                .or_else(|| {
                                    s.fields.iter().position(|&f| self.c.ck.obj(f).name == name)
                                })
                                .unwrap_or(0);
                            (index, value)
                        }
                        _ => (i, elem),
                    };
                    let (offset, field_ty) = self.c.field(ty, index as u32);
                    let part = self.part(place, ty, offset);
                    let part_zeroed = zeroed || elems.len() < s.fields.len();
                    if self.c.ck.obj(s.fields[index]).name.is_blank() {
                        // Evaluated, but as in gc nothing is stored in a blank field.
                        if !part_zeroed {
                            self.store_zero(part, field_ty);
                        }
                        let mark = self.e.mark();
                        self.value_as(value, field_ty);
                        self.e.release(mark);
                        continue;
                    }
                    self.element_into(value, field_ty, part, part_zeroed);
                }
            }
            Type::Array { elem, len } => {
                let items = self.indexed(&elems);
                let full = items.len() as i64 == len;
                if !zeroed && !full {
                    self.store_zero(place, ty);
                }
                self.array_elements(&items, ty, elem, place, zeroed || !full);
            }
            Type::Slice(elem) => {
                let items = self.indexed(&elems);
                let len = items.iter().map(|i| i.0 + 1).max().unwrap_or(0);
                let mark = self.e.mark();
                let header = self.e.alloc(3);
                let array = self.c.ck.types.array(elem, len);
                self.new_object(header, array);
                self.load_int(header + 1, len);
                self.load_int(header + 2, len);
                let memory = Place::Mem {
                    ptr: header,
                    offset: 0,
                    checked: true,
                };
                self.array_elements(&items, array, elem, memory, true);
                self.store(place, ty, header);
                self.e.release(mark);
            }
            Type::Map { key, elem } => self.map_literal(&elems, ty, key, elem, place),
            Type::Pointer(base) => {
                // An elided `&T{…}` inside another literal.
                let mark = self.e.mark();
                let ptr = self.e.alloc(1);
                self.new_object(ptr, base);
                let memory = Place::Mem {
                    ptr,
                    offset: 0,
                    checked: true,
                };
                self.literal_of_type(e, base, memory, true);
                self.store(place, ty, ptr);
                self.e.release(mark);
            }
            _ => {}
        }
    }

    /// Whether bytes of a struct belong to no field: they must be zero for comparisons by bytes.
    fn has_padding(&mut self, ty: TypeId) -> bool {
        let Type::Struct(s) = self.c.shape(ty) else {
            return false;
        };
        let mut sum = 0;
        for f in s.fields {
            let field_ty = self.c.ck.obj(f).ty;
            sum += self.layout(field_ty).size;
        }
        sum != self.layout(ty).size
    }

    /// (index, value) of each element of an array or slice literal.
    fn indexed(&self, elems: &[ExprId]) -> Vec<(i64, ExprId)> {
        let mut next = 0;
        elems
            .iter()
            .map(|&elem| {
                let value = match self.ast().kind(elem) {
                    ExprKind::KeyValue { key, value } => {
                        next = self.const_int(key).unwrap_or(next);
                        value
                    }
                    _ => elem,
                };
                next += 1;
                (next - 1, value)
            })
            .collect()
    }

    fn array_elements(
        &mut self,
        items: &[(i64, ExprId)],
        array: TypeId,
        elem: TypeId,
        place: Place,
        zeroed: bool,
    ) {
        let size = self.layout(elem).size;
        for &(index, value) in items {
            let mark = self.e.mark();
            let part = self.part(place, array, index as u64 * size);
            self.element_into(value, elem, part, zeroed);
            self.e.release(mark);
        }
    }

    /// One element: an inner literal is built in place.
    fn element_into(&mut self, value: ExprId, ty: TypeId, place: Place, zeroed: bool) {
        let mark = self.e.mark();
        let inner = self.ast().unparen(value);
        match self.ast().kind(inner) {
            ExprKind::CompositeLit { ty: None, .. } => {
                self.literal_of_type(inner, ty, place, zeroed);
            }
            ExprKind::CompositeLit { .. } if !self.c.is_iface(ty) => {
                self.literal_into(inner, place, zeroed);
            }
            _ => {
                if zeroed && self.is_zero(inner) {
                    return;
                }
                self.assign_value(value, ty, place);
            }
        }
        self.e.release(mark);
    }

    fn is_zero(&self, e: ExprId) -> bool {
        self.is_nil(e)
    }

    fn map_literal(
        &mut self,
        elems: &[ExprId],
        ty: TypeId,
        key_ty: TypeId,
        elem_ty: TypeId,
        place: Place,
    ) {
        let mark = self.e.mark();
        let map = self.e.alloc(1);
        let hint = self.e.alloc(1);
        self.load_int(hint, elems.len() as i64);
        let idx = self.c.type_idx(ty);
        self.e.op(Op::MakeMap, map, hint, 0);
        self.e.ext(u64::from(idx.0));
        for &elem in elems {
            let ExprKind::KeyValue { key, value } = self.ast().kind(elem) else {
                continue;
            };
            let inner = self.e.mark();
            let key_slot = self.element_value(key, key_ty);
            let value_slot = self.element_value(value, elem_ty);
            let target = Place::MapElem {
                map,
                key: key_slot,
                map_ty: ty,
            };
            self.store(target, elem_ty, value_slot);
            self.e.release(inner);
        }
        self.store(place, ty, map);
        self.e.release(mark);
    }

    /// A key or element, whose type may be elided, in slots.
    fn element_value(&mut self, e: ExprId, ty: TypeId) -> u16 {
        let inner = self.ast().unparen(e);
        if let ExprKind::CompositeLit { ty: None, .. } = self.ast().kind(inner) {
            let layout = self.layout(ty);
            let slot = self.temp(layout);
            if layout.indirect {
                self.new_object(slot, ty);
            }
            let place = Place::of_slot(slot, layout);
            self.literal_of_type(inner, ty, place, layout.indirect);
            return slot;
        }
        self.value_as(e, ty)
    }

    /// Evaluates `e` as a value of type `ty` and writes it to `place`.
    pub fn assign_value(&mut self, e: ExprId, ty: TypeId, place: Place) {
        let mark = self.e.mark();
        match place {
            Place::Slot(slot) => self.value_as_to(e, ty, slot),
            Place::Blank => {
                self.expr(e);
            }
            _ if self.copy_large(e, ty, place) => {}
            _ => {
                let src = self.value_as(e, ty);
                self.store(place, ty, src);
            }
        }
        self.e.release(mark);
    }

    /// Copies a value that is too large to pass through the frame from memory to memory; false if
    /// it is not, or if `e` denotes no place.
    pub fn copy_large(&mut self, e: ExprId, ty: TypeId, to: Place) -> bool {
        let inner = self.ast().unparen(e);
        let is_literal = matches!(self.ast().kind(inner), ExprKind::CompositeLit { .. });
        if !self.layout(ty).indirect
            || matches!(to, Place::Blank | Place::MapElem { .. })
            || !(is_literal || self.is_variable(inner))
        {
            return false;
        }
        let from = self.address(inner);
        let to = self.address_of(to, ty);
        self.copy_memory(to, from, ty);
        true
    }

    /// Evaluates a large value that is only looked at: a variable's own memory, if it is one.
    pub fn borrowed(&mut self, e: ExprId, ty: TypeId) -> u16 {
        let inner = self.ast().unparen(e);
        if self.layout(ty).indirect && self.is_variable(inner) {
            return self.address(inner);
        }
        self.value_as(e, ty)
    }

    /// Whether `e` denotes a variable in memory, elements of maps left out.
    fn is_variable(&mut self, e: ExprId) -> bool {
        if self.held.contains_key(&e) {
            return false;
        }
        match self.ast().kind(e) {
            ExprKind::Name(_) => self.variable(e).is_some(),
            ExprKind::Index { x, .. } => {
                let ty = self.ty(x);
                self.is_place(e) && !matches!(self.c.shape(ty), Type::Map { .. })
            }
            _ => self.is_place(e),
        }
    }
}
