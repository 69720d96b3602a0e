//! Declarations, and what has to be declared again because of them.
//!
//! A function of the same type as before takes the place of the earlier one wherever that is called,
//! and methods are given to the types that there are. When a type, a constant, or the type of a
//! variable or function changes, the functions that mention it are declared again from their text.

use super::entry::{Piece, PieceKind};
use super::session::{Evaluated, Session, Unit, note};

impl Session {
    /// Package-level declarations.
    ///
    /// # Errors
    /// Why they are no Go.
    pub fn declare(&mut self, group: &[Piece]) -> Evaluated {
        // What stays as it is keeps its values and methods.
        let changed = group.iter().filter(|p| !self.sources.has_type(p));
        let group = &changed.cloned().collect::<Vec<_>>()[..];
        if group.is_empty() {
            return Ok(true);
        }
        let dependents = self.sources.dependents(group);
        let declares_types = group.iter().any(|p| p.kind == PieceKind::Type);
        if dependents.is_empty() || !declares_types {
            let done = self.evaluate(&unit_of(group));
            if !std::mem::take(&mut self.reshapes) {
                return done;
            }
        }
        let whole = [&dependents[..], group].concat();
        let variables = self.variables_of(&whole);
        if let Ok(is_right) = self.evaluate(&unit_of(&whole)) {
            self.convert(variables);
            return Ok(is_right);
        }
        // Some method does not fit its type any more: one after the other, then.
        let (types, methods): (Vec<Piece>, Vec<Piece>) = dependents
            .into_iter()
            .partition(|p| p.kind == PieceKind::Type);
        let is_right = self.evaluate(&unit_of(&[&types[..], group].concat()))?;
        for method in methods {
            if let Err(errors) = self.evaluate(&unit_of(std::slice::from_ref(&method))) {
                let why = errors.first().map_or("", |e| &e.message);
                note(&format!("{} is gone: {why}", method.names.join(", ")));
                self.forget_unread();
                self.sources.remove(&method);
            }
        }
        self.convert(variables);
        Ok(is_right)
    }

    /// Declares functions again that mention a name which means something else now.
    pub fn follow_changes(&mut self) {
        let changed = std::mem::take(&mut self.changed);
        if changed.is_empty() {
            return;
        }
        for piece in self.sources.functions_mentioning(&changed) {
            let done = self.evaluate(&unit_of(std::slice::from_ref(&piece)));
            let reshapes = std::mem::take(&mut self.reshapes);
            let why = match done {
                Ok(_) => None,
                Err(_) if reshapes => Some("its type would change".to_string()),
                Err(errors) => Some(
                    errors
                        .first()
                        .map_or_else(String::new, |e| e.message.clone()),
                ),
            };
            if let Some(why) = why {
                note(&format!("{} is as it was: {why}", piece.names.join(", ")));
                self.forget_unread();
            }
        }
        // One round will do: functions whose own type has changed have said so.
        self.changed.clear();
    }

    /// The variables whose type is one of those declared in the group, or a pointer to one.
    fn variables_of(&mut self, group: &[Piece]) -> Vec<(String, String)> {
        let types = group.iter().filter(|p| p.kind == PieceKind::Type);
        let types: Vec<&String> = types.flat_map(|p| &p.names).collect();
        let names = self.names().into_iter();
        names
            .filter_map(|(name, what)| {
                let ty = what.strip_prefix("var ")?.to_string();
                let base = ty.trim_start_matches('*');
                types.iter().any(|t| *t == base).then_some((name, ty))
            })
            .collect()
    }

    /// Gives variables the types that have taken the place of theirs, if their values fit.
    fn convert(&mut self, variables: Vec<(String, String)>) {
        for (name, ty) in variables {
            let unit = Unit {
                code: format!("{name} := ({ty})({name})"),
                runs: true,
            };
            if self.evaluate(&unit).is_err() {
                self.forget_unread();
                note(&format!("{name} keeps its value of the earlier type {ty}"));
            }
        }
    }
}

fn unit_of(group: &[Piece]) -> Unit {
    let code: Vec<String> = group.iter().map(Piece::placed).collect();
    Unit {
        code: code.join("\n"),
        runs: false,
    }
}
