//! The values of variables with embedded files. They are given before all other variables of the
//! package are initialised.

use crate::func::Gen;
use crate::program::Compiler;
use bytecode::{FuncIdx, Op};
use source::Symbol;
use types::embed::{Embed, EmbedKind};
use types::object::{ObjId, PkgId};

impl Compiler<'_, '_> {
    /// The function that gives the package's embedding variables their values, if there are any.
    pub fn package_embeds(&mut self, pkg: PkgId) -> Option<FuncIdx> {
        let embeds = std::mem::take(&mut self.ck.pkg_mut(pkg).context.embeds);
        let first = embeds.first()?.directive;
        let idx = self.new_func("init.embed".to_string(), first);
        let env = self.no_env.clone();
        let mut g = Gen::new(self, idx, env);
        for embed in &embeds {
            if let Some((var, kind)) = embed.object {
                let mark = g.e.mark();
                g.embed(embed, var, kind);
                g.e.release(mark);
            }
        }
        g.e.op(Op::Ret, 0, 0, 0);
        g.finish();
        Some(idx)
    }

    /// `embed.unpack`, which makes an `embed.FS`.
    fn embed_unpack(&mut self) -> Option<FuncIdx> {
        let embed = self.ck.package_by_path(Symbol::intern("embed"))?;
        let unpack = self.package_member(embed, "unpack")?;
        Some(self.declared_func(unpack, Vec::new(), Vec::new()))
    }
}

impl Gen<'_, '_, '_> {
    fn embed(&mut self, embed: &Embed, var: ObjId, kind: EmbedKind) {
        if self.c.ck.obj(var).name.is_blank() {
            return;
        }
        let ty = self.obj_ty(var);
        let one_file = embed.files.first().map_or(&[][..], |f| &f.1);
        let value = match kind {
            EmbedKind::String => {
                let text = self.e.alloc(2);
                self.load_string(text, one_file);
                text
            }
            EmbedKind::Bytes => {
                let (text, bytes) = (self.e.alloc(2), self.e.alloc(3));
                self.load_string(text, one_file);
                self.e.op(Op::StrToBytes, bytes, text, 0);
                bytes
            }
            EmbedKind::Files => {
                let Some(unpack) = self.c.embed_unpack() else {
                    return;
                };
                // The result, then the parameter.
                let window = self.window(4);
                self.load_string(window + 1, &pack(embed));
                self.e.op_imm(Op::Call, window, 0, unpack.0 as i32);
                window
            }
        };
        let place = self.var_place(var, ty);
        self.store(place, ty, value);
    }
}

/// All files as package embed takes them: name, NUL, length, data.
fn pack(embed: &Embed) -> Vec<u8> {
    let mut packed = Vec::new();
    for (name, data) in &embed.files {
        packed.extend_from_slice(name.as_bytes());
        packed.push(0);
        packed.extend_from_slice(&(data.len() as u64).to_le_bytes());
        packed.extend_from_slice(data);
    }
    packed
}
