//! Declarations, and what has to be declared again because of them.
//!
//! A function of the same type as before takes the place of the earlier one wherever that is called,
//! and methods are given to the types that there are. When a type, a constant, or the type of a
//! variable or function changes, the functions that mention it are declared again from their text.

use super::entry::{Piece, PieceKind};
use super::session::{Evaluated, Session, Unit, note};
use types::typestring::EARLIER;

/// So far changes are followed from function to function.
const ROUNDS: usize = 16;

impl Session {
    /// Package-level declarations.
    ///
    /// # Errors
    /// Why they are no Go.
    pub fn declare(&mut self, group: &[Piece]) -> Evaluated {
        // What stays as it is keeps its values and methods.
        let changed = group.iter().filter(|p| !self.sources.has(p));
        let group = &changed.cloned().collect::<Vec<_>>()[..];
        if group.is_empty() {
            return Ok(true);
        }
        let dependents = self.sources.dependents(group);
        let declares_types = group.iter().any(|p| p.kind == PieceKind::Type);
        if dependents.is_empty() || !declares_types {
            let variables = self.variables_of(group);
            let done = self.declare_together(group);
            if !std::mem::take(&mut self.reshapes) {
                if done.is_ok() {
                    self.convert(variables);
                }
                return done;
            }
        }
        self.declare_with(dependents, group)
    }

    /// Declares a group, and what depends on its types.
    fn declare_with(&mut self, dependents: Vec<Piece>, group: &[Piece]) -> Evaluated {
        let whole = [&dependents[..], group].concat();
        let variables = self.variables_of(&whole);
        // The methods may call functions that the types are mentioned by.
        let types = whole.iter().filter(|p| p.kind == PieceKind::Type);
        let types: Vec<String> = types.flat_map(|p| p.names.iter().cloned()).collect();
        let mut functions = self.sources.functions_mentioning(&types);
        functions.retain(|f| whole.iter().all(|p| p.names != f.names));
        let mut attempts = vec![whole.clone()];
        if !functions.is_empty() {
            attempts.push([whole, functions].concat());
        }
        for attempt in attempts {
            if let Ok(is_right) = self.declare_together(&attempt) {
                self.convert(variables);
                return Ok(is_right);
            }
        }
        // Some method does not fit its type any more: one after the other, then.
        let (types, methods): (Vec<Piece>, Vec<Piece>) = dependents
            .into_iter()
            .partition(|p| p.kind == PieceKind::Type);
        let is_right = self.declare_together(&[&types[..], group].concat())?;
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

    /// Declares pieces in one go. Types that were there before come back, with these methods.
    fn declare_together(&mut self, pieces: &[Piece]) -> Evaluated {
        if pieces.iter().all(|p| p.kind != PieceKind::Type) {
            return self.evaluate(&unit_of(pieces));
        }
        let returned = self.bring_back_types(pieces);
        if !returned.names.is_empty() {
            let is_new = |p: &&Piece| !p.names.iter().any(|n| returned.names.contains(n));
            let rest: Vec<Piece> = pieces.iter().filter(is_new).cloned().collect();
            let done = match &rest[..] {
                [] => Ok(true),
                rest => self.evaluate(&unit_of(rest)),
            };
            if done.is_ok() {
                self.changed.extend(returned.names);
                self.remember_types(&rest);
                return done;
            }
            self.give_names(&returned.before);
        }
        let done = self.evaluate(&unit_of(pieces));
        if done.is_ok() {
            self.remember_types(pieces);
        }
        done
    }

    /// Declares types and functions again that mention a name which means something else now, then
    /// those that mention these, if their own types have changed.
    pub fn follow_changes(&mut self) {
        let mut changed = std::mem::take(&mut self.changed);
        let mut before: Vec<Piece> = Vec::new();
        for _ in 0..ROUNDS {
            if changed.is_empty() {
                break;
            }
            self.measure_again(&changed);
            changed.append(&mut self.changed);
            let mut functions = self.sources.functions_mentioning(&changed);
            // Those have seen what was declared together with them.
            functions.retain(|f| !before.contains(f));
            self.declare_again(&functions);
            before = functions;
            changed = std::mem::take(&mut self.changed);
        }
        self.changed.clear();
    }

    /// Declares types again with array lengths that mention one of the names.
    fn measure_again(&mut self, names: &[String]) {
        let types = self.sources.types_measured_by(names);
        if types.len() > 1 {
            let done = self.declare_with(self.sources.dependents(&types), &types);
            if done.is_ok() {
                return;
            }
        }
        for piece in types {
            let group = std::slice::from_ref(&piece);
            let done = self.declare_with(self.sources.dependents(group), group);
            self.say_unchanged(&piece, done);
        }
    }

    /// Declares functions again whose text is the same. Generic ones are always new, so that those which
    /// call each other have to be declared together.
    fn declare_again(&mut self, functions: &[Piece]) {
        let (generic, plain): (Vec<Piece>, Vec<Piece>) = functions
            .iter()
            .cloned()
            .partition(|f| !f.parameters.is_empty());
        let alone = match generic.len() > 1 && self.evaluate(&unit_of(&generic)).is_ok() {
            true => plain,
            false => [generic, plain].concat(),
        };
        let mut failed = Vec::new();
        for piece in alone {
            let group = std::slice::from_ref(&piece);
            let mut done = self.evaluate(&unit_of(group));
            if std::mem::take(&mut self.reshapes) {
                done = self.declare_with(self.sources.dependents(group), group);
            }
            if done.is_err() {
                failed.push((piece, done));
            }
        }
        // They may want each other's new types.
        let pieces: Vec<Piece> = failed.iter().map(|f| f.0.clone()).collect();
        if pieces.len() > 1 && self.evaluate(&unit_of(&pieces)).is_ok() {
            return;
        }
        for (piece, done) in failed {
            self.say_unchanged(&piece, done);
        }
    }

    /// Says why a piece could not be declared again, if so.
    fn say_unchanged(&mut self, piece: &Piece, done: Evaluated) {
        let reshapes = std::mem::take(&mut self.reshapes);
        let Err(errors) = done else {
            return;
        };
        let why = match errors.first() {
            _ if reshapes => "its type would change",
            Some(first) => &first.message,
            None => "",
        };
        note(&format!("{} is as it was: {why}", piece.names.join(", ")));
        self.forget_unread();
        self.sources.set_stale(piece);
    }

    /// The variables whose type is one of those declared in the group, or made of one.
    fn variables_of(&mut self, group: &[Piece]) -> Vec<(String, String)> {
        let types = group.iter().filter(|p| p.kind == PieceKind::Type);
        let types: Vec<&String> = types.flat_map(|p| &p.names).collect();
        let names = self.names().into_iter();
        names
            .filter_map(|(name, what)| {
                let ty = what.strip_prefix("var ")?.to_string();
                let is_of_name = |c: char| c.is_alphanumeric() || "_.".contains(c);
                let mut names = ty.split(|c| !is_of_name(c));
                let is_earlier = ty.contains(EARLIER);
                let is_made_of_one = names.any(|n| types.iter().any(|t| *t == n));
                (is_made_of_one && !is_earlier).then_some((name, ty))
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
