//! Variables with embedded files: whether their types can hold them. See package embed.

use crate::checker::Checker;
use crate::object::{ObjId, ObjectKind, PkgId};
use crate::types::{BasicKind, Type, TypeId};
use crate::version::Version;
use parser::ast::ExprId;
use source::Pos;
use std::sync::Arc;

/// What a variable holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbedKind {
    /// One file, as a string.
    String,
    /// One file, as bytes.
    Bytes,
    /// Any number of files, as `embed.FS`.
    Files,
}

/// A `//go:embed` directive's variable and files (path and contents), sorted by path.
#[derive(Clone, Debug)]
pub struct Embed {
    /// The name in the declaration.
    pub variable: ExprId,
    pub directive: Pos,
    pub files: Vec<(String, Arc<[u8]>)>,
    /// Set by the checker.
    pub object: Option<(ObjId, EmbedKind)>,
}

impl<'a> Checker<'a> {
    /// Finds out what each variable holds.
    pub(crate) fn check_embeds(&mut self, pkg: PkgId) {
        for i in 0..self.pkg(pkg).context.embeds.len() {
            let embed = &self.pkg(pkg).context.embeds[i];
            let (variable, directive, count) = (embed.variable, embed.directive, embed.files.len());
            let Some(obj) = self.info.object(variable) else {
                continue;
            };
            if self.version_at(pkg, directive) < Version(16) {
                self.version_error(directive.offset(2), Version(16), "go:embed");
                continue;
            }
            let ty = self.obj(obj).ty;
            let shown = self.type_string(ty);
            match self.embed_kind(ty) {
                None => self.error_at(
                    variable,
                    format!("go:embed cannot apply to var of type {shown}"),
                ),
                Some(EmbedKind::String | EmbedKind::Bytes) if count > 1 => self.error_at(
                    variable,
                    format!("invalid go:embed: multiple files for type {shown}"),
                ),
                Some(kind) => {
                    self.pkg_mut(pkg).context.embeds[i].object = Some((obj, kind));
                }
            }
        }
    }

    fn embed_kind(&mut self, ty: TypeId) -> Option<EmbedKind> {
        let named = self.unalias(ty);
        if let Type::Named(n) = *self.types.get(named) {
            let obj = self.obj(self.types.named(n).obj);
            let is_embed = |p: PkgId| self.pkg(p).is_std && self.pkg(p).path.as_str() == "embed";
            let is_type = matches!(obj.kind, ObjectKind::TypeName);
            if is_type && obj.name.as_str() == "FS" && obj.pkg.is_some_and(is_embed) {
                return Some(EmbedKind::Files);
            }
        }
        let under = self.underlying(ty);
        match *self.types.get(under) {
            Type::Basic(BasicKind::String) => Some(EmbedKind::String),
            Type::Slice(elem) => {
                let elem = self.underlying(elem);
                let is_byte = matches!(self.types.get(elem), Type::Basic(BasicKind::Uint8));
                is_byte.then_some(EmbedKind::Bytes)
            }
            _ => None,
        }
    }
}
