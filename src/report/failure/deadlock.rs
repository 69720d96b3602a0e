//! Deadlocks: who waits for what, and who could have helped.

use super::copies::{self, Copy};
use super::line::{Line, Span};
use super::reason::elements;
use super::trace::{Goroutine, Trace};
use super::{Shown, Sources};
use runtime::explain::{Resource, ResourceKind, Wait};
use std::collections::HashMap;

/// So many places are shown.
const MAX_PLACES: usize = 6;
/// So many lines has the table.
const MAX_GROUPS: usize = 12;
/// So many goroutines are named one by one.
const MAX_NAMED: usize = 4;

/// Goroutines that wait at one place for the same kind of thing.
struct Group<'t> {
    ids: Vec<u64>,
    /// It runs what was typed in a session last.
    is_entry: bool,
    first: &'t Goroutine,
    wait: Option<&'t Wait>,
    line: Option<Line<'t>>,
}

/// The text about a deadlock.
pub fn explain(sources: &Sources, trace: &Trace, waits: &[Wait]) -> String {
    let groups = groups(sources, trace, waits);
    let mut shown: Vec<Shown> = Vec::new();
    let mut table = Vec::new();
    let mut names = Vec::new();
    let mut made: Vec<(Span, String)> = Vec::new();
    for group in groups.iter().take(MAX_GROUPS) {
        let part = group.line.as_ref().map(|line| part(group, line));
        let what = part.as_ref().map_or(String::new(), |p| p.name.clone());
        if let (Some(part), true) = (&part, shown.len() < MAX_PLACES) {
            shown.push((part.span, format!("{} {}", group.who(), part.waits)));
            if let (Some(line), Some(on)) = (&group.line, group.wait.and_then(|w| w.on.first()))
                && let ResourceKind::Chan { .. } = on.kind
                && let Some((span, text)) = line.made_at(&part.name)
                && !made.iter().any(|m| m.0 == span)
            {
                made.push((
                    span,
                    format!("{} is made here: {}", part.name, buffer(&text)),
                ));
            }
        }
        if let (Some(line), Some(wait)) = (&group.line, group.wait)
            && wait.state == "select"
        {
            for (i, span) in line.select_cases().into_iter().enumerate() {
                let name = line.text(span);
                let waiter = wait.on.iter().find(|r| r.case as usize == i);
                let said = match waiter {
                    Some(r) => case(r, name, &group.ids),
                    None => format!("{name} is nil: never ready"),
                };
                shown.push((span, said));
            }
        }
        table.push(row(sources, group, &what));
        names.push(what);
    }
    if shown.is_empty() {
        return String::new();
    }
    if groups.len() > MAX_GROUPS {
        table.push(format!("and {} more places", groups.len() - MAX_GROUPS));
    }
    let locks = locks(sources, &groups, &names);
    for lock in &locks {
        if !shown.iter().any(|s| s.0 == lock.shown.0) {
            shown.push(lock.shown.clone());
        }
    }
    shown.extend(made);
    let mut notes = table;
    let copy = copied(&groups);
    shown.extend(copy.as_ref().map(Copy::shown));
    let text = copy
        .map(|c| c.note())
        .or_else(|| crossed(&groups, &names, &locks))
        .unwrap_or_else(|| conclusion(&groups, &names));
    notes.push(format!("note: {text}"));
    let headline = trace.headline();
    sources.render(&headline, &shown, &notes)
}

/// A parameter that is a copy of the kind of thing that is waited for.
fn copied(groups: &[Group<'_>]) -> Option<Copy> {
    let wanted: Vec<&str> = groups
        .iter()
        .filter_map(|g| g.wait?.state.strip_prefix("sync.")?.split('.').next())
        .collect();
    if wanted.is_empty() {
        return None;
    }
    let lines = groups.iter().filter_map(|g| g.line.as_ref());
    lines
        .flat_map(|line| copies::of(line.source(), &wanted))
        .next()
}

/// A lock that is waited for, and who has it.
struct Taken {
    shown: Shown,
    waiting: usize,
    holder: usize,
}

/// What it comes to for goroutines that wait for locks that they have themselves, or for each other's.
fn crossed(groups: &[Group<'_>], names: &[String], locks: &[Taken]) -> Option<String> {
    if locks
        .iter()
        .any(|l| l.waiting == l.holder && groups[l.holder].ids.len() == 1)
    {
        return Some(
            "A goroutine waits for a lock that it has itself: a mutex cannot be locked a second time before it is unlocked, not even by the same goroutine. Unlock it before the call, or call a function that expects it to be locked."
                .to_string(),
        );
    }
    let is_back = |l: &Taken, m: &Taken| l.waiting == m.holder && l.holder == m.waiting;
    let pair = locks.iter().find(|l| locks.iter().any(|m| is_back(l, m)))?;
    let (a, b) = (pair.waiting, pair.holder);
    Some(format!(
        "They wait for each other: {} has {} and wants {}, {} has {} and wants {}. Lock several mutexes always in the same order.",
        groups[a].who(),
        names[b],
        names[a],
        groups[b].who(),
        names[a],
        names[b],
    ))
}

/// Where the locks that are waited for were probably taken: above the calls that wait now, in the
/// functions that they are in.
fn locks(sources: &Sources, groups: &[Group<'_>], names: &[String]) -> Vec<Taken> {
    let mut found = Vec::new();
    for (i, (waiting, name)) in groups.iter().zip(names).enumerate() {
        let state = waiting.wait.map_or("", |w| w.state);
        let lock = name.rsplit('.').next().unwrap_or(name);
        if !(state.starts_with("sync.Mutex") || state.starts_with("sync.RWMutex"))
            || lock.is_empty()
        {
            continue;
        }
        for (j, holder) in groups.iter().enumerate() {
            let frames = holder.first.frames.iter().filter(|f| sources.is_shown(f));
            let line = frames
                .filter_map(|frame| Some(sources.line(frame)?.locked_above(frame.line, lock)))
                .flatten()
                .next();
            if let Some(span) = line {
                let who = match holder.is_entry {
                    true => holder.who(),
                    false => who(&[holder.first.id]),
                };
                found.push(Taken {
                    shown: (span, format!("{who} has probably locked {name} here")),
                    waiting: i,
                    holder: j,
                });
            }
        }
    }
    found
}

/// What `make(chan int, 3)` says about the buffer.
fn buffer(make: &str) -> &'static str {
    match make.contains(',') {
        true => "with a buffer",
        false => "without a buffer",
    }
}

fn groups<'t>(sources: &'t Sources, trace: &'t Trace, waits: &'t [Wait]) -> Vec<Group<'t>> {
    let by_id: HashMap<u64, &Wait> = waits.iter().map(|w| (w.id, w)).collect();
    let mut known: HashMap<(&str, u32, &str, bool), usize> = HashMap::new();
    let mut groups: Vec<Group<'t>> = Vec::new();
    for g in &trace.goroutines {
        let wait = by_id.get(&g.id).copied();
        let at = g.frames.iter().find(|f| sources.is_shown(f));
        if at.is_none() && sources.is_session {
            // One of the session's own.
            continue;
        }
        let (file, line) = at.map_or(("", 0), |f| (f.file.as_str(), f.line));
        let key = (file, line, wait.map_or("", |w| w.state), g.id == 1);
        match known.get(&key) {
            Some(&i) => groups[i].ids.push(g.id),
            None => {
                known.insert(key, groups.len());
                groups.push(Group {
                    ids: vec![g.id],
                    is_entry: sources.is_session && is_entry(g),
                    first: g,
                    wait,
                    line: at.and_then(|f| sources.line(f)),
                });
            }
        }
    }
    groups
}

/// Whether the goroutine runs an entry, and was not started by one.
fn is_entry(g: &Goroutine) -> bool {
    let is_own = |f: &super::trace::Frame| {
        f.function.starts_with("main.<entry>") && !f.function.contains(".func")
    };
    g.frames.iter().any(is_own)
}

impl Group<'_> {
    fn who(&self) -> String {
        match self.is_entry {
            true => "the entry".to_string(),
            false => who(&self.ids),
        }
    }
}

/// The part of the line that waits.
struct Part {
    span: Span,
    /// What it waits on, as the program writes it; empty if that is not known.
    name: String,
    /// `waits to send on ch`.
    waits: String,
}

fn part(group: &Group<'_>, line: &Line<'_>) -> Part {
    let state = group.wait.map_or("", |w| w.state);
    let verb = if group.ids.len() > 1 { "wait" } else { "waits" };
    let one = |list: Vec<(Span, Span)>| match list.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let (found, doing) = match state {
        "chan receive" => (one(line.receives()), "to receive from"),
        "chan send" => (one(line.sends()), "to send on"),
        "chan receive (nil chan)" => (one(line.receives()), "to receive from the nil channel"),
        "chan send (nil chan)" => (one(line.sends()), "to send on the nil channel"),
        "sync.Mutex.Lock" if is_once(line) => (one(line.calls(&["Do"])), "for another Do of"),
        "sync.Mutex.Lock" => (one(line.calls(&["Lock"])), "for the lock"),
        "sync.RWMutex.Lock" => (one(line.calls(&["Lock"])), "for the lock"),
        "sync.RWMutex.RLock" => (one(line.calls(&["RLock"])), "for the lock"),
        "sync.WaitGroup.Wait" => (one(line.calls(&["Wait"])), "for"),
        "sync.Cond.Wait" => (one(line.calls(&["Wait"])), "for a signal on"),
        "select" => (None, "for one of the cases of this select"),
        "select (no cases)" => (None, "for ever: this select has no cases"),
        _ => (None, ""),
    };
    let Some((span, operand)) = found else {
        let waits = match doing {
            "" => verb.to_string(),
            _ if state.starts_with("select") => format!("{verb} {doing}"),
            _ => format!("{verb} {doing} …"),
        };
        return Part {
            span: line.span(),
            name: String::new(),
            waits,
        };
    };
    let text = line.text(operand);
    // `wg.Wait` waits for wg.
    let is_method = state.starts_with("sync.");
    let name = match is_method {
        true => text.rsplit_once('.').map_or(text, |(value, _)| value),
        false => text,
    };
    Part {
        span,
        name: name.to_string(),
        waits: format!("{verb} {doing} {name}"),
    }
}

/// Whether the line calls `Do` of a sync.Once, which has a lock of its own.
fn is_once(line: &Line<'_>) -> bool {
    line.calls(&["Lock"]).is_empty() && !line.calls(&["Do"]).is_empty()
}

fn who(ids: &[u64]) -> String {
    let names: Vec<String> = ids.iter().take(MAX_NAMED).map(u64::to_string).collect();
    let more = ids.len() - names.len();
    match (names.as_slice(), more) {
        ([one], 0) => format!("goroutine {one}"),
        ([rest @ .., last], 0) => format!("goroutines {} and {last}", rest.join(", ")),
        (names, more) => format!("goroutines {} and {more} more", names.join(", ")),
    }
}

/// A line of the table: who, where from, on what, and who else has it.
fn row(sources: &Sources, group: &Group<'_>, name: &str) -> String {
    let mut out = group.who();
    if group.first.id == 1 {
        out.push_str(" (main)");
    } else if let Some(at) = &group.first.created_at
        && (sources.is_shown(at) || !sources.is_session)
    {
        out.push_str(&format!(", started at {}", sources.short_name(at)));
    }
    let state = group.wait.map_or("waiting", |w| w.state);
    out.push_str(&format!(": {state}"));
    let on = group.wait.map_or(&[][..], |w| &w.on);
    let facts: Vec<String> = match on {
        [one] => vec![fact(one, name, &group.ids)],
        // Said at the cases.
        _ => Vec::new(),
    };
    let facts: Vec<String> = facts.into_iter().filter(|f| !f.is_empty()).collect();
    if !facts.is_empty() {
        out.push_str("; ");
        out.push_str(&facts.join("; "));
    }
    out
}

/// A case of a select.
fn case(r: &Resource, name: &str, own: &[u64]) -> String {
    let what = match r.kind {
        ResourceKind::Chan { is_send: true, .. } => "to send",
        _ => "to receive",
    };
    format!("{what}: {}", holders(r, name, own))
}

/// What is known about the thing that is waited on.
fn fact(r: &Resource, name: &str, own: &[u64]) -> String {
    let subject = if name.is_empty() { "the channel" } else { name };
    match r.kind {
        ResourceKind::Chan { is_send, len, cap } => {
            let room = match (cap, is_send) {
                (0, _) => format!("{subject} has no buffer"),
                (_, true) => format!("the buffer of {subject} is full ({})", elements(len)),
                (_, false) => format!("the buffer of {subject} is empty"),
            };
            format!("{room}; {}", holders(r, subject, own))
        }
        ResourceKind::WaitGroup { counter } => {
            let subject = if name.is_empty() { "the counter" } else { name };
            let calls = match counter {
                1 => "one Done is missing".to_string(),
                n => format!("{n} calls of Done are missing"),
            };
            format!("{subject} is at {counter}: {calls}")
        }
        ResourceKind::Sync if r.others.is_empty() && !r.is_global => {
            "no other goroutine knows it, so that this one must have locked it already".to_string()
        }
        ResourceKind::Sync => String::new(),
    }
}

/// Which other goroutines have the channel.
fn holders(r: &Resource, subject: &str, own: &[u64]) -> String {
    if r.is_global {
        return format!("{subject} is known to all goroutines");
    }
    let others: Vec<u64> = r
        .others
        .iter()
        .copied()
        .filter(|id| !own.contains(id))
        .collect();
    match others.as_slice() {
        [] if own.len() > 1 => format!("only these goroutines have {subject}"),
        [] => format!("no other goroutine has {subject}"),
        others => format!("also known to {}", who(others)),
    }
}

/// What it comes to.
fn conclusion(groups: &[Group<'_>], names: &[String]) -> String {
    if let Some(text) = cycle(groups, names).or_else(|| held_up(groups, names)) {
        return text;
    }
    let all = || groups.iter().filter_map(|g| g.wait);
    let waits_in = |kind: &str| all().any(|w| w.state.starts_with(kind));
    let alone = |w: &Wait| {
        w.on.iter().any(|r| {
            matches!(r.kind, ResourceKind::Chan { .. }) && r.others.is_empty() && !r.is_global
        })
    };
    let single = groups.len() == 1 && groups[0].ids.len() == 1;
    if !single && let Some(text) = forsaken(groups, names) {
        return text;
    }
    let is_done = |name: &String| name.ends_with(".Done()");
    let text = if single && all().any(|w| w.state == "select" && w.on.is_empty()) {
        "All channels of this select are nil: they were declared, but never made with make(chan T)."
    } else if waits_in("chan receive (nil chan)") && names.iter().any(is_done) {
        "A context made by context.Background or context.TODO is never done, and its Done gives a nil channel: derive one with context.WithCancel or context.WithTimeout."
    } else if groups.iter().any(|g| g.line.as_ref().is_some_and(is_once)) {
        "The function that is given to Do of a sync.Once runs inside of it: if it calls Do of the same Once again, it waits for itself."
    } else if all().any(|w| w.state.ends_with("(nil chan)")) {
        "A nil channel never becomes ready: it was declared, but never made with make(chan T)."
    } else if waits_in("chan receive") && groups.iter().any(is_range) {
        "A range over a channel ends only when the channel is closed: the sender should close it after its last value."
    } else if waits_in("select (no cases)") {
        "select {} waits for ever, which is of use only while other goroutines run."
    } else if single && all().any(alone) {
        "A send waits until another goroutine receives, and a receive until another one sends: one goroutine alone cannot do both at once. Start the other side with go before, or give the channel a buffer."
    } else if single && waits_in("chan send") {
        "No other goroutine is left that could receive."
    } else if single && waits_in("chan receive") {
        "No other goroutine is left that could send."
    } else if waits_in("sync.WaitGroup") {
        "Wait returns when Done has been called as often as Add has announced: each goroutine calls Done when it ends, best with defer wg.Done()."
    } else if waits_in("sync.Mutex") || waits_in("sync.RWMutex") {
        "A lock is given back by Unlock only, best with defer mu.Unlock(). A goroutine that locks a mutex twice waits for itself, and two that lock two mutexes in different orders wait for each other."
    } else if waits_in("sync.Cond") {
        "Wait returns when another goroutine calls Signal or Broadcast afterwards, and none is left that could."
    } else {
        "Each goroutine waits for another one, and none is left that could go on."
    };
    text.to_string()
}

/// Goroutines that wait at a channel that nobody else has.
fn forsaken(groups: &[Group<'_>], names: &[String]) -> Option<String> {
    groups.iter().zip(names).find_map(|(group, name)| {
        let [on] = group.wait?.on.as_slice() else {
            return None;
        };
        let ResourceKind::Chan { is_send, .. } = on.kind else {
            return None;
        };
        let is_alone = !on.is_global && on.others.iter().all(|id| group.ids.contains(id));
        if !is_alone || name.is_empty() || is_range(group) {
            return None;
        }
        Some(match is_send {
            true => format!("Nobody is left that could receive from {name}."),
            false => format!("Nobody is left that could send on {name}."),
        })
    })
}

/// A goroutine that waits for others to be done, which wait for it at a channel.
fn held_up(groups: &[Group<'_>], names: &[String]) -> Option<String> {
    let is_waiting = |g: &&Group<'_>| g.wait.is_some_and(|w| w.state == "sync.WaitGroup.Wait");
    let waiting = groups.iter().find(is_waiting)?;
    groups.iter().zip(names).find_map(|(group, name)| {
        let [on] = group.wait?.on.as_slice() else {
            return None;
        };
        let is_for_it = on.others.iter().any(|id| waiting.ids.contains(id));
        if name.is_empty() || !is_for_it || is_range(group) {
            return None;
        }
        let ResourceKind::Chan { is_send, .. } = on.kind else {
            return None;
        };
        let (first, second) = (waiting.who(), group.who());
        Some(match is_send {
            true => format!(
                "They wait for each other: {first} for {second} to be done, and {second} for {first} to receive from {name}. Receive before Wait, or let a goroutine of its own call Wait, and close {name} then."
            ),
            false => format!(
                "They wait for each other: {first} for {second} to be done, and {second} for {first} to send on {name}, or to close it."
            ),
        })
    })
}

/// Two groups that wait for each other at channels.
fn cycle(groups: &[Group<'_>], names: &[String]) -> Option<String> {
    let chan = |i: usize| {
        let on = &groups[i].wait?.on;
        let is_chan = |r: &&Resource| matches!(r.kind, ResourceKind::Chan { .. });
        on.first().filter(|r| on.len() == 1 && is_chan(r))
    };
    let is_for = |r: &Resource, group: &Group<'_>| r.others.iter().any(|id| group.ids.contains(id));
    for i in 0..names.len() {
        for j in i + 1..names.len() {
            let (Some(a), Some(b)) = (chan(i), chan(j)) else {
                continue;
            };
            let named = !names[i].is_empty() && !names[j].is_empty();
            if named && a.key != b.key && is_for(a, &groups[j]) && is_for(b, &groups[i]) {
                let needs = |r: &Resource, name: &str| match r.kind {
                    ResourceKind::Chan { is_send: true, .. } => format!("receive from {name}"),
                    _ => format!("send on {name}"),
                };
                let (first, second) = (groups[i].who(), groups[j].who());
                return Some(format!(
                    "They wait for each other: {first} for {second} to {}, and {second} for {first} to {}.",
                    needs(a, &names[i]),
                    needs(b, &names[j]),
                ));
            }
        }
    }
    None
}

fn is_range(group: &Group<'_>) -> bool {
    let line = group.line.as_ref();
    line.is_some_and(|l| l.text(l.span()).contains("range "))
}
