//! The heap as a whole: random object graphs against a model.

use super::*;
use crate::random::Rng;

struct Roots(Vec<u64>);

impl RootSource for Roots {
    fn parts(&self) -> usize {
        2
    }

    fn mark_part(&self, i: usize, marker: &mut Marker<'_>) {
        let half = self.0.len() / 2;
        let part = if i == 0 {
            &self.0[..half]
        } else {
            &self.0[half..]
        };
        for &word in part {
            marker.mark_word(word);
        }
    }
}

fn collect(heap: &Heap, caches: &mut [&mut Cache], roots: &Roots) {
    for cache in caches {
        cache.flush();
    }
    // SAFETY: the test's threads do nothing else meanwhile.
    unsafe {
        heap.begin_cycle();
        std::thread::scope(|s| {
            s.spawn(|| heap.run_cycle(roots));
            heap.run_cycle(roots);
        });
        heap.end_cycle(true, CycleTimes::default());
    }
}

fn heap_and_cache() -> (Box<Heap>, Cache) {
    let heap = Box::new(Heap::new(&Config::default()).unwrap());
    // SAFETY: the box keeps the heap in place.
    let cache = unsafe { Cache::new(&*heap, 1) };
    (heap, cache)
}

fn read(p: u64) -> u64 {
    // SAFETY: tests only read objects that they keep alive.
    unsafe { (p as *const u64).read() }
}

fn write(p: u64, value: u64) {
    // SAFETY: as in `read`.
    unsafe { (p as *mut u64).write(value) }
}

#[test]
fn random_graphs_survive_and_garbage_goes() {
    let (heap, mut cache) = heap_and_cache();
    let mut rng = Rng::new(7);
    // Each object: [link, id, …]; an id also determines the size. Roots are heads of lists.
    let size_of = |id: u64| match id % 50 {
        0 => 40_000 + (id % 7) as usize * 100_000,
        n if n < 10 => 1000 + (id % 31_000) as usize,
        _ => 16 + (id % 200) as usize,
    };
    let mut heads: Vec<Vec<u64>> = vec![Vec::new(); 40];
    let mut roots = Roots(vec![0; 40]);
    let mut id = 0;
    for round in 0..60 {
        for _ in 0..800 {
            id += 1;
            let size = size_of(id);
            let p = cache.alloc(size, false) as u64;
            for i in 0..size / 8 {
                assert_eq!(read(p + i as u64 * 8), 0, "not zeroed");
            }
            for i in 0..size / 8 {
                write(p + i as u64 * 8, 1 + i as u64);
            }
            let list = rng.below(40) as usize;
            write(p, roots.0[list]);
            write(p + 8, id);
            // Sometimes an interior address keeps the object alive.
            roots.0[list] = if id % 3 == 0 { p + 8 } else { p };
            heads[list].push(id);
        }
        for _ in 0..rng.below(30) {
            let list = rng.below(40) as usize;
            roots.0[list] = 0;
            heads[list].clear();
        }
        if round % 3 == 0 {
            collect(&heap, &mut [&mut cache], &roots);
            let alive: usize = heads.iter().map(Vec::len).sum();
            assert_eq!(heap.stats().heap_objects, alive as u64);
        }
        for (list, ids) in heads.iter().enumerate() {
            let mut p = roots.0[list];
            for &id in ids.iter().rev() {
                let (start, size) = heap.object_of(p as usize).unwrap();
                assert!(size >= size_of(id));
                assert_eq!(read(start as u64 + 8), id);
                p = read(start as u64);
            }
            assert_eq!(p, 0);
        }
    }
    collect(&heap, &mut [&mut cache], &Roots(vec![]));
    let stats = heap.stats();
    assert_eq!((stats.heap_objects, stats.heap_alloc), (0, 0));
    assert_eq!(stats.mallocs, id);
    assert_eq!(stats.frees, id);
    assert_eq!(stats.heap_inuse, 0);
}

#[test]
fn noscan_objects_do_not_keep_others_alive() {
    let (heap, mut cache) = heap_and_cache();
    let holder = cache.alloc(64, true) as u64;
    write(holder, cache.alloc(64, false) as u64);
    collect(&heap, &mut [&mut cache], &Roots(vec![holder]));
    assert_eq!(heap.stats().heap_objects, 1);
}

#[test]
fn the_request_hook_is_called_once() {
    use std::sync::atomic::AtomicU32;
    static CALLS: AtomicU32 = AtomicU32::new(0);
    let (heap, mut cache) = heap_and_cache();
    heap.set_request_hook(
        |_| _ = CALLS.fetch_add(1, Ordering::Relaxed),
        std::ptr::null_mut(),
    );
    for _ in 0..200_000 {
        cache.alloc(64, true);
    }
    assert!(heap.gc_wanted());
    collect(&heap, &mut [&mut cache], &Roots(vec![]));
    assert!(!heap.gc_wanted());
    assert_eq!(CALLS.load(Ordering::Relaxed), 1);
}

#[test]
fn pages_are_reused_and_released() {
    let (heap, mut cache) = heap_and_cache();
    for _ in 0..20 {
        let p = cache.alloc(50 << 20, true) as u64;
        write(p + (49 << 20), 1);
        collect(&heap, &mut [&mut cache], &Roots(vec![]));
    }
    assert!(heap.stats().heap_sys < 60 << 20);
    assert!(heap.stats().heap_released < 2 << 20);
    heap.release_free_memory();
    assert!(heap.stats().heap_released >= 50 << 20);
    assert_eq!(read(cache.alloc(50 << 20, true) as u64 + (49 << 20)), 0);
}

#[test]
fn caches_of_several_threads() {
    let heap = Box::new(Heap::new(&Config::default()).unwrap());
    let mut caches: Vec<Cache> = (0..4)
        // SAFETY: the box keeps the heap in place.
        .map(|i| unsafe { Cache::new(&*heap, i) })
        .collect();
    let mut kept = Vec::new();
    for _ in 0..5 {
        std::thread::scope(|s| {
            let workers: Vec<_> = caches
                .iter_mut()
                .map(|cache| {
                    // SAFETY: each thread uses its own cache, and joins before the next use.
                    let cache = std::ptr::from_mut(cache) as usize;
                    s.spawn(move || {
                        // SAFETY: as above.
                        let cache = unsafe { &mut *(cache as *mut Cache) };
                        let mut list = 0;
                        for i in 0..20_000 {
                            let p = cache.alloc(16 + i % 300, false) as u64;
                            assert_eq!(read(p) | read(p + 8), 0);
                            write(p, list);
                            list = p;
                        }
                        list
                    })
                })
                .collect();
            kept = workers.into_iter().map(|w| w.join().unwrap()).collect();
        });
        let mut all: Vec<&mut Cache> = caches.iter_mut().collect();
        collect(&heap, &mut all, &Roots(kept.clone()));
        assert_eq!(heap.stats().heap_objects, 80_000);
    }
}

#[test]
fn finalizers_run_from_the_outside_in() {
    let (heap, mut cache) = heap_and_cache();
    let inner = cache.alloc(16, false) as u64;
    let outer = cache.alloc(16, false) as u64;
    write(outer, inner);
    heap.set_finalizer(inner as *mut u8, 1).unwrap();
    heap.set_finalizer(outer as *mut u8, 2).unwrap();
    assert_eq!(
        heap.set_finalizer(outer as *mut u8, 2),
        Err(FinalizerError::AlreadySet)
    );
    assert_eq!(
        heap.set_finalizer((outer + 8) as *mut u8, 2),
        Err(FinalizerError::NotBeginning)
    );
    let mut order = Vec::new();
    collect(&heap, &mut [&mut cache], &Roots(vec![outer]));
    assert_eq!(heap.take_ready(), None);
    for _ in 0..4 {
        collect(&heap, &mut [&mut cache], &Roots(vec![]));
        order.extend(std::iter::from_fn(|| heap.take_ready()));
    }
    assert_eq!(
        order,
        [
            Ready {
                func: 2,
                arg: outer
            },
            Ready {
                func: 1,
                arg: inner
            }
        ]
    );
    assert_eq!(heap.stats().heap_objects, 0);
}

#[test]
fn cleanups_and_weak_pointers_see_objects_die() {
    let (heap, mut cache) = heap_and_cache();
    let object = cache.alloc(16, false);
    let handle = heap.weak_handle(&mut cache, object);
    assert_eq!(heap.weak_handle(&mut cache, object), handle);
    let arg = cache.alloc(16, false) as u64;
    heap.add_cleanup(object.wrapping_add(8), 7, arg).unwrap();
    let stopped = heap.add_cleanup(object, 8, 0).unwrap();
    heap.stop_cleanup(stopped);
    collect(
        &heap,
        &mut [&mut cache],
        &Roots(vec![object as u64, handle as u64]),
    );
    // SAFETY: the handle was a root.
    assert_eq!(unsafe { heap.weak_pointer(handle) }, object);
    assert_eq!(heap.take_ready(), None);
    collect(&heap, &mut [&mut cache], &Roots(vec![handle as u64]));
    // SAFETY: the handle was a root.
    assert!(unsafe { heap.weak_pointer(handle) }.is_null());
    assert_eq!(heap.take_ready(), Some(Ready { func: 7, arg }));
    assert_eq!(heap.take_ready(), None);
    // The argument lived until the cleanup was taken; the handle still does.
    assert_eq!(heap.stats().heap_objects, 2);
}
