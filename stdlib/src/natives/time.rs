//! Packages time and log: clocks, timers, zones, and times as text.

use std::sync::{Arc, LazyLock, Mutex};

use runtime::chan::{Chan, ChanResult};
use runtime::host;
use runtime::native::{NativeCx, Next};
use runtime::timers::{self, Timer};

use crate::abi::{self, at, natives};
use crate::text::quote::{self, Style};
use crate::text::timetext::{self, Clock, Fault};
use crate::text::zones::Zone;
use crate::text::{calendar, duration};

type NamedZone = (String, Arc<Zone>);

/// Zones opened so far; Go code names them by number.
static ZONES: LazyLock<Mutex<Vec<NamedZone>>> = LazyLock::new(Mutex::default);

const ZONE_DIRECTORIES: [&str; 3] = [
    "/usr/share/zoneinfo",
    "/usr/share/lib/zoneinfo",
    "/usr/lib/locale/TZ",
];

fn read_zone(name: &str) -> Option<Zone> {
    let read = |path: String| std::fs::read(path).ok().and_then(|data| Zone::parse(&data));
    if name.is_empty() {
        return Some(
            match host::env_var("TZ").map(|v| v.to_string_lossy().into_owned()) {
                None => read("/etc/localtime".to_owned()).unwrap_or_else(Zone::utc),
                Some(tz) => {
                    let tz = tz.strip_prefix(':').unwrap_or(&tz).to_owned();
                    match tz.as_str() {
                        "" => Zone::utc(),
                        path if path.starts_with('/') => read(tz).unwrap_or_else(Zone::utc),
                        name => read_zone(name).unwrap_or_else(Zone::utc),
                    }
                }
            },
        );
    }
    if name.contains("..") || name.starts_with('/') || name.contains('\\') {
        return None;
    }
    ZONE_DIRECTORIES
        .iter()
        .find_map(|dir| read(format!("{dir}/{name}")))
}

fn open_zone(name: &str) -> i64 {
    let mut zones = ZONES.lock().unwrap_or_else(|e| e.into_inner());
    if let Some(i) = zones.iter().position(|z| z.0 == name) {
        return i as i64;
    }
    let Some(zone) = read_zone(name) else {
        return -1;
    };
    zones.push((name.to_owned(), Arc::new(zone)));
    zones.len() as i64 - 1
}

/// Adds the zone of a file's contents, without a name; -1 if they are none.
fn add_zone(data: &[u8]) -> i64 {
    let Some(zone) = Zone::parse(data) else {
        return -1;
    };
    let mut zones = ZONES.lock().unwrap_or_else(|e| e.into_inner());
    zones.push(("\0".to_owned(), Arc::new(zone)));
    zones.len() as i64 - 1
}

fn zone(id: i64) -> Arc<Zone> {
    let zones = ZONES.lock().unwrap_or_else(|e| e.into_inner());
    let found = usize::try_from(id).ok().and_then(|i| zones.get(i));
    found.map_or_else(|| Arc::new(Zone::utc()), |z| z.1.clone())
}

/// `time.parsed` in Go memory.
#[repr(C)]
struct Parsed {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    nanosecond: i64,
    offset: i64,
    zone: i64,
    code: i64,
}

fn parse(layout: &[u8], value: &[u8], out: &mut Parsed) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    match timetext::parse(layout, value) {
        Ok(p) => {
            *out = Parsed {
                year: p.year,
                month: p.month,
                day: p.day,
                hour: p.hour,
                minute: p.minute,
                second: p.second,
                nanosecond: p.nanosecond,
                offset: p.offset.unwrap_or(-1),
                zone: if p.utc {
                    1
                } else if p.zone.is_empty() {
                    0
                } else {
                    2
                },
                code: 0,
            };
            (Vec::new(), Vec::new(), p.zone)
        }
        Err(Fault::Mismatch(element, text)) => {
            out.code = 1;
            (element, text, Vec::new())
        }
        Err(Fault::Range(what)) => {
            out.code = 2;
            (Vec::new(), what.as_bytes().to_vec(), Vec::new())
        }
        Err(Fault::Extra(text)) => {
            out.code = 3;
            (Vec::new(), text, Vec::new())
        }
    }
}

fn quoted(s: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(s.len() + 2);
    quote::append(
        &mut out,
        s,
        b'"',
        Style {
            ascii: true,
            graphic: false,
        },
    );
    out
}

fn monotonic_text(ns: i64) -> String {
    let sign = if ns < 0 { '-' } else { '+' };
    let ns = ns.unsigned_abs();
    format!("{sign}{}.{:09}", ns / 1_000_000_000, ns % 1_000_000_000)
}

fn clock(cx: &mut NativeCx) -> Next {
    let [wall, ext, _] = host::time_words(0);
    abi::finish(cx, (wall, ext as i64))
}

natives! {
    "time.clock"(cx; ) -> raw(2) { clock(cx) }
    "time.monotonic"(cx; ) -> ret<i64> { host::nanotime() - host::start_nano() }
    "time.itoa"(cx; i: i64) -> ret<String> { i.to_string() }
    "time.quote"(cx; s: &'static [u8]) -> ret<Vec<u8>> { quoted(s) }
    "time.monoText"(cx; ns: i64) -> ret<String> { monotonic_text(ns) }
    "time.civil"(cx; day: i64) -> ret<(i64, i64, i64, i64)> { calendar::civil(day) }
    "time.dayNumber"(cx; year: i64, month: i64, day: i64) -> ret<i64> {
        let bound = 1 << 40;
        calendar::day_number(year.clamp(-bound, bound), month.clamp(-bound, bound), day.clamp(-bound, bound))
    }
    "time.modulo"(cx; sec: i64, nsec: i32, d: i64) -> ret<i64> {
        let ns = i128::from(sec) * 1_000_000_000 + i128::from(nsec);
        ns.rem_euclid(i128::from(d.max(1))) as i64
    }
    "time.durationText"(cx; d: i64) -> ret<String> { duration::text(d) }
    "time.parseDuration"(cx; s: &'static [u8]) -> ret<(i64, i64, Vec<u8>)> {
        match duration::parse(s) {
            Ok(d) => (d, 0, Vec::new()),
            Err(duration::Fault::Invalid) => (0, 1, Vec::new()),
            Err(duration::Fault::MissingUnit) => (0, 2, Vec::new()),
            Err(duration::Fault::UnknownUnit(unit)) => (0, 3, unit),
        }
    }
    "time.openZone"(cx; name: &'static [u8]) -> ret<i64> { open_zone(&String::from_utf8_lossy(name)) }
    "time.addZone"(cx; data: &'static [u8]) -> ret<i64> { add_zone(data) }
    "time.zoneAt"(cx; id: i64, unix: i64) -> raw(6) {
        let (offset, start, end) = zone(id).at(unix);
        abi::finish(cx, (offset.name, offset.seconds, start, (end, offset.is_dst)))
    }
    "time.zoneNamed"(cx; id: i64, name: &'static [u8], unix: i64) -> ret<(i64, bool)> {
        match zone(id).named(&String::from_utf8_lossy(name), unix) {
            Some(offset) => (offset, true),
            None => (0, false),
        }
    }
    "time.format"(cx; layout: &'static [u8], local: i64, nanosecond: i64, zone: &'static [u8], offset: i64) -> ret<Vec<u8>> {
        timetext::format(layout, &Clock { local, nanosecond, zone, offset })
    }
    "time.parse"(cx; layout: &'static [u8], value: &'static [u8], out: *mut u8) -> ret<(Vec<u8>, Vec<u8>, Vec<u8>)> {
        // SAFETY: a Go pointer to a `parsed`.
        parse(layout, value, unsafe { at::<Parsed>(out) })
    }
    "time.Sleep"(cx; d: i64) -> raw(0) {
        // SAFETY: the VM saved the task's state.
        match unsafe { timers::sleep(cx.task, d) } {
            ChanResult::Park => Next::Park,
            _ => Next::Return,
        }
    }
    "time.newChannelTimer"(cx; location: u64) -> ret<(*mut Timer, *mut Chan)> {
        // SAFETY: the task runs on this thread.
        unsafe { timers::new_channel_timer(cx.task, location) }
    }
    "time.newFuncTimer"(cx; f: *mut u8) -> ret<*mut Timer> {
        // SAFETY: the task runs on this thread; `f` is a func value without parameters.
        unsafe { timers::new_func_timer(cx.task, f) }
    }
    "time.resetTimer"(cx; t: *mut Timer, d: i64, period: i64) -> ret<bool> {
        // SAFETY: the task runs on this thread; Go code has timers only from above.
        unsafe { timers::reset(cx.task, t, d, period) }
    }
    "time.stopTimer"(cx; t: *mut Timer) -> ret<bool> {
        // SAFETY: as above.
        unsafe { timers::stop(t) }
    }
    "log.exit"(cx; code: i64) -> raw(0) { Next::Exit(code as i32) }
}
