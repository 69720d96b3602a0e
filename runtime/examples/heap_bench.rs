//! Measures the heap and maps by themselves: `cargo run --release -p gorun-runtime --example heap_bench`.

use runtime::Config;
use runtime::heap::{Cache, CycleTimes, Heap, Marker, RootSource};
use runtime::maps;
use runtime::rtype::{Kind, RType, TypeRegistry, TypeSpec};
use std::hint::black_box;
use std::time::Instant;

struct Roots(Vec<u64>);

impl RootSource for Roots {
    fn parts(&self) -> usize {
        self.0.len()
    }

    fn mark_part(&self, i: usize, marker: &mut Marker<'_>) {
        marker.mark_word(self.0[i]);
    }
}

fn report(what: &str, count: usize, start: Instant) {
    let ns = start.elapsed().as_nanos() as f64;
    println!(
        "{what:36} {:8.2} ns each, {:7.1} ms",
        ns / count as f64,
        ns / 1e6
    );
}

fn collect(heap: &Heap, cache: &mut Cache, roots: Vec<u64>, helpers: usize) {
    cache.flush();
    let roots = Roots(roots);
    // SAFETY: this program has no other workers, and helpers end before the cycle does.
    unsafe {
        heap.begin_cycle();
        std::thread::scope(|s| {
            for _ in 0..helpers {
                s.spawn(|| heap.run_cycle(&roots));
            }
            heap.run_cycle(&roots);
        });
        heap.end_cycle(false, CycleTimes::default());
    }
}

/// A complete binary tree of `{left, right *node}`, as the binarytrees benchmark makes it.
fn tree(cache: &mut Cache, depth: u32) -> u64 {
    let node = cache.alloc(16, false).cast::<u64>();
    if depth > 0 {
        let (left, right) = (tree(cache, depth - 1), tree(cache, depth - 1));
        // SAFETY: a new object of two words.
        unsafe {
            node.write(left);
            node.add(1).write(right);
        }
    }
    node as u64
}

fn basic(kind: Kind, size: usize, plain_eq: bool) -> TypeSpec {
    TypeSpec {
        kind,
        size,
        align: 8,
        comparable: true,
        plain_eq,
        ..TypeSpec::default()
    }
}

fn int_maps(cache: &mut Cache, t: &RType, size: u64, rounds: u64) {
    let m = maps::make(cache, t, 0);
    let count = (size * rounds) as usize;
    let spread = |i: u64| i.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
    let start = Instant::now();
    for i in 0..size {
        let key = spread(i);
        // SAFETY: a map of this type and an int key.
        unsafe {
            maps::assign(cache, t, m, (&raw const key).cast())
                .unwrap()
                .cast::<u64>()
                .write(i)
        };
    }
    report(&format!("map insert, {size} ints"), size as usize, start);
    let start = Instant::now();
    for _ in 0..rounds {
        for i in 0..size {
            let key = spread(i);
            // SAFETY: as above.
            unsafe { black_box(maps::get(t, m, (&raw const key).cast()).unwrap()) };
        }
    }
    report(&format!("map get, {size} ints"), count, start);
    let start = Instant::now();
    for _ in 0..rounds {
        for i in 0..size {
            let key = spread(i);
            // SAFETY: as above.
            unsafe {
                *maps::assign(cache, t, m, (&raw const key).cast())
                    .unwrap()
                    .cast::<u64>() += 1
            };
        }
    }
    report(&format!("map update, {size} ints"), count, start);
    let start = Instant::now();
    for _ in 0..rounds {
        // SAFETY: as above.
        unsafe {
            let it = maps::iter(cache, m);
            while !maps::next(t, it).unwrap().0.is_null() {}
        }
    }
    report(&format!("map iterate, {size} ints"), count, start);
}

fn string_maps(cache: &mut Cache, t: &RType, size: usize, rounds: usize) {
    let keys: Vec<String> = (0..size).map(|i| format!("key-{i}")).collect();
    let pairs: Vec<[u64; 2]> = keys
        .iter()
        .map(|k| [k.as_ptr() as u64, k.len() as u64])
        .collect();
    let m = maps::make(cache, t, 0);
    let start = Instant::now();
    for _ in 0..rounds {
        for key in &pairs {
            // SAFETY: a map of this type and a string key.
            unsafe {
                *maps::assign(cache, t, m, key.as_ptr().cast())
                    .unwrap()
                    .cast::<u64>() += 1
            };
        }
    }
    report(&format!("map update, {size} strings"), size * rounds, start);
}

fn main() {
    let heap = Box::new(Heap::new(&Config::default()).expect("a heap"));
    // SAFETY: the box keeps the heap in place for as long as the cache lives.
    let mut cache = unsafe { Cache::new(&*heap, 1) };
    const N: usize = 10_000_000;
    for size in [16, 64, 256] {
        for pass in ["untouched", "first touch", "reused"] {
            let start = Instant::now();
            for _ in 0..N {
                black_box(cache.alloc(black_box(size), false));
            }
            report(&format!("alloc {size}, {pass}"), N, start);
            collect(&heap, &mut cache, vec![], 0);
        }
    }
    let start = Instant::now();
    let root = tree(&mut cache, 21);
    let nodes = (1 << 22) - 1;
    report("tree of depth 21", nodes, start);
    for helpers in [0, 1] {
        let start = Instant::now();
        collect(&heap, &mut cache, vec![root], helpers);
        report(&format!("collect it, {helpers} helpers"), nodes, start);
    }
    let start = Instant::now();
    let mut cycles = 0;
    for _ in 0..20 {
        black_box(tree(&mut cache, 18));
        if heap.gc_wanted() {
            cycles += 1;
            collect(&heap, &mut cache, vec![], 0);
        }
    }
    report(
        &format!("short-lived trees, {cycles} cycles"),
        20 << 19,
        start,
    );
    println!("heap now {} MB", heap.stats().heap_sys >> 20);

    let types = TypeRegistry::new();
    let all = types.define(&[basic(Kind::Int, 8, true), basic(Kind::String, 16, false)]);
    let t = types.map_of(all[0], all[0]);
    for (size, rounds) in [(8, 200_000), (1000, 2000), (1_000_000, 2)] {
        int_maps(&mut cache, t, size, rounds);
    }
    let t = types.map_of(all[1], all[0]);
    string_maps(&mut cache, t, 1000, 2000);
    string_maps(&mut cache, t, 300_000, 5);
}
