//! Random operations against a model, for each kind of keys; and Go's promises about iteration.

use super::*;
use crate::Config;
use crate::heap::Heap;
use crate::random::Rng;
use crate::rtype::{TypeRegistry, TypeSpec};
use std::collections::HashMap;

struct Fixture {
    _heap: Box<Heap>,
    cache: Cache,
}

fn fixture(seed: u64) -> Fixture {
    let heap = Box::new(Heap::new(&Config::default()).unwrap());
    // SAFETY: the box keeps the heap in place.
    let cache = unsafe { Cache::new(&*heap, seed) };
    Fixture { _heap: heap, cache }
}

fn basic(kind: Kind, size: usize, plain_eq: bool) -> TypeSpec {
    TypeSpec {
        kind,
        size,
        align: size.min(8) as u8,
        string: format!("{kind:?}").to_lowercase(),
        comparable: kind != Kind::Slice,
        plain_eq,
        ..TypeSpec::default()
    }
}

/// The map type with these key and element types.
fn map_type(key: TypeSpec, elem: TypeSpec) -> &'static RType {
    let types = TypeRegistry::new();
    let all = types.define(&[key, elem]);
    types.map_of(all[0], all[1])
}

fn int() -> TypeSpec {
    basic(Kind::Int, 8, true)
}

/// A key's bytes, as they would lie in slots.
type Bytes = Vec<u64>;

fn check_against_model(t: &'static RType, key_of: &dyn Fn(u32) -> Bytes, seed: u64) {
    let mut fx = fixture(seed);
    let mut rng = Rng::new(seed);
    let m = make(
        &mut fx.cache,
        t,
        if seed.is_multiple_of(2) { 0 } else { 100 },
    );
    let mut model: HashMap<u32, u64> = HashMap::new();
    for round in 0..6000 {
        let n = rng.below(700);
        let key = key_of(n);
        let p = key.as_ptr().cast::<u8>();
        // SAFETY: a map of type `t` and keys of its key type.
        unsafe {
            match rng.below(10) {
                0..5 => {
                    let e = assign(&mut fx.cache, t, m, p).unwrap().cast::<u64>();
                    assert_eq!(e.read(), model.get(&n).copied().unwrap_or(0));
                    e.write(round + 1);
                    model.insert(n, round + 1);
                }
                5..8 => {
                    delete(t, m, p).unwrap();
                    model.remove(&n);
                }
                _ => {
                    let e = get(t, m, p).unwrap().cast::<u64>();
                    assert_eq!(e.as_ref(), model.get(&n));
                }
            }
            assert_eq!(len(m), model.len());
            if round % 1000 == 999 {
                let it = iter(&mut fx.cache, m);
                let mut elems = Vec::new();
                loop {
                    let (k, e) = next(t, it).unwrap();
                    if k.is_null() {
                        break;
                    }
                    elems.push(e.cast::<u64>().read());
                }
                elems.sort_unstable();
                let mut wanted: Vec<u64> = model.values().copied().collect();
                wanted.sort_unstable();
                assert_eq!(elems, wanted);
            }
            if round == 4000 {
                clear(t, m).unwrap();
                model.clear();
            }
        }
    }
}

#[test]
fn maps_behave_like_the_model() {
    let number = |n: u32| vec![u64::from(n)];
    for seed in 1..4 {
        check_against_model(map_type(int(), int()), &number, seed);
        check_against_model(map_type(basic(Kind::Int32, 4, true), int()), &number, seed);
        check_against_model(map_type(basic(Kind::Uint16, 2, true), int()), &number, seed);
        let float = |n: u32| vec![f64::from(n).to_bits()];
        check_against_model(
            map_type(basic(Kind::Float64, 8, false), int()),
            &float,
            seed,
        );
        let text = |n: u32| {
            let s: &'static str = format!("key number {n}").repeat(n as usize % 5 + 1).leak();
            vec![s.as_ptr() as u64, s.len() as u64]
        };
        check_against_model(map_type(basic(Kind::String, 16, false), int()), &text, seed);
        let big = |n: u32| {
            let mut words = vec![7; 20];
            words[19] = u64::from(n);
            words
        };
        let mut large = basic(Kind::Struct, 160, true);
        large.has_pointers = true;
        check_against_model(map_type(large.clone(), large), &big, seed);
    }
}

#[test]
fn iteration_visits_what_stays_once_and_nothing_deleted() {
    let t = map_type(int(), int());
    for seed in 0..200 {
        let mut fx = fixture(seed);
        let mut rng = Rng::new(seed);
        let size = u64::from(1 + rng.below(100));
        let m = make(&mut fx.cache, t, 0);
        let key = |n: &u64| std::ptr::from_ref(n).cast::<u8>();
        // SAFETY: a map of type `t` and keys of its key type.
        unsafe {
            for n in 0..size {
                assign(&mut fx.cache, t, m, key(&n))
                    .unwrap()
                    .cast::<u64>()
                    .write(n * 10);
            }
            let mut seen = vec![0; size as usize];
            let mut deleted = vec![false; size as usize];
            let it = iter(&mut fx.cache, m);
            loop {
                let (k, e) = next(t, it).unwrap();
                if k.is_null() {
                    break;
                }
                let n = k.cast::<u64>().read();
                if n < size {
                    assert_eq!(e.cast::<u64>().read(), n * 10);
                    assert!(!deleted[n as usize]);
                    seen[n as usize] += 1;
                }
                for _ in 0..rng.below(4) {
                    let more = size + u64::from(rng.next_u32());
                    assign(&mut fx.cache, t, m, key(&more)).unwrap();
                }
                let gone = u64::from(rng.below(size as u32));
                delete(t, m, key(&gone)).unwrap();
                deleted[gone as usize] = true;
                if len(m) > 3000 {
                    clear(t, m).unwrap();
                    deleted.fill(true);
                }
            }
            for (n, &times) in seen.iter().enumerate() {
                assert!(times == 1 || times == 0 && deleted[n], "{n}: {times} times");
            }
        }
    }
}

#[test]
fn nan_keys_are_all_different_and_survive_growth() {
    let t = map_type(basic(Kind::Float64, 8, false), int());
    let mut fx = fixture(1);
    let m = make(&mut fx.cache, t, 0);
    let nan = f64::NAN;
    let key = (&raw const nan).cast::<u8>();
    // SAFETY: a map of type `t` and keys of its key type.
    unsafe {
        for _ in 0..5 {
            assign(&mut fx.cache, t, m, key).unwrap();
        }
        let it = iter(&mut fx.cache, m);
        let mut seen = 0;
        loop {
            let (k, _) = next(t, it).unwrap();
            if k.is_null() {
                break;
            }
            seen += u32::from(k.cast::<f64>().read().is_nan());
            if seen == 2 {
                for i in 0..100 {
                    let other = f64::from(i);
                    assign(&mut fx.cache, t, m, (&raw const other).cast()).unwrap();
                }
            }
        }
        assert!(get(t, m, key).unwrap().is_null());
        assert_eq!((seen, len(m)), (5, 105));
        clear(t, m).unwrap();
        assert_eq!(len(m), 0);
    }
}

#[test]
fn errors() {
    let types = TypeRegistry::new();
    let empty_interface = TypeSpec {
        comparable: true,
        ..basic(Kind::Interface, 16, false)
    };
    let all = types.define(&[empty_interface, int(), basic(Kind::Slice, 24, false)]);
    let t = types.map_of(all[0], all[1]);
    let mut fx = fixture(1);
    let m = make(&mut fx.cache, t, 0);
    let key = [std::ptr::from_ref(all[2]) as u64, 0];
    let p = key.as_ptr().cast::<u8>();
    let unhashable =
        |e: MapError| matches!(e.kind(), MapErrorKind::Unhashable(t) if t.string() == "slice");
    // SAFETY: a map of type `t` (or nil) and keys of its key type.
    unsafe {
        assert!(unhashable(assign(&mut fx.cache, t, m, p).unwrap_err()));
        assert!(unhashable(get(t, m, p).unwrap_err()));
        assert!(unhashable(delete(t, std::ptr::null_mut(), p).unwrap_err()));
        let nil = assign(&mut fx.cache, t, std::ptr::null_mut(), p).unwrap_err();
        assert!(matches!(nil.kind(), MapErrorKind::NilMap));
        (*m).writing.store(1, Ordering::Relaxed);
        let e = clear(t, m).unwrap_err();
        assert!(matches!(
            e.kind(),
            MapErrorKind::Fatal("concurrent map writes")
        ));
    }
}

#[test]
fn iteration_starts_anywhere() {
    let t = map_type(int(), int());
    let mut fx = fixture(9);
    let m = make(&mut fx.cache, t, 0);
    let mut first = std::collections::HashSet::new();
    // SAFETY: a map of type `t` and keys of its key type.
    unsafe {
        for n in 0..5u64 {
            assign(&mut fx.cache, t, m, (&raw const n).cast()).unwrap();
        }
        for _ in 0..100 {
            let it = iter(&mut fx.cache, m);
            first.insert(next(t, it).unwrap().0.cast::<u64>().read());
        }
    }
    assert_eq!(first.len(), 5);
}
