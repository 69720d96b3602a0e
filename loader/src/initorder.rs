//! The order in which packages are initialised. Spec: "Program initialization": "Given the list of
//! all packages, sorted by import path, in each step the first uninitialized package in the list for
//! which all imported packages (if any) are already initialized is initialized."

use std::cmp::Reverse;
use std::collections::BinaryHeap;

pub(crate) struct Package<'p> {
    pub path: &'p str,
    pub imports: &'p [usize],
}

/// Indices of the packages in order. `runtime`, with what it imports, goes before all others. The
/// program's own package, index 0, comes last; so do packages that stand in an import cycle.
pub(crate) fn order(packages: &[Package<'_>], runtime: Option<usize>) -> Vec<usize> {
    let mut is_early = vec![false; packages.len()];
    let mut work: Vec<usize> = runtime.into_iter().collect();
    while let Some(p) = work.pop() {
        if !std::mem::replace(&mut is_early[p], true) {
            work.extend(packages[p].imports);
        }
    }
    let mut waiting: Vec<usize> = packages.iter().map(|p| p.imports.len()).collect();
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); packages.len()];
    for (i, p) in packages.iter().enumerate() {
        for &import in p.imports {
            users[import].push(i);
        }
    }
    let key = |i: usize| Reverse((!is_early[i], i == 0, packages[i].path, i));
    let mut ready: BinaryHeap<_> = (0..packages.len())
        .filter(|&i| waiting[i] == 0)
        .map(key)
        .collect();
    let mut order = Vec::with_capacity(packages.len());
    while let Some(Reverse((.., i))) = ready.pop() {
        order.push(i);
        for &user in &users[i] {
            waiting[user] -= 1;
            if waiting[user] == 0 {
                ready.push(key(user));
            }
        }
    }
    let mut is_placed = vec![false; packages.len()];
    for &i in &order {
        is_placed[i] = true;
    }
    order.extend((0..packages.len()).rev().filter(|&i| !is_placed[i]));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_ready_package_in_the_list_is_next() {
        let graph: [(&str, &[usize]); 6] = [
            ("m", &[1, 2, 3]),
            ("m/z", &[3]),
            ("m/a", &[3, 4]),
            ("m/t", &[]),
            ("m/zz", &[3]),
            ("runtime", &[]),
        ];
        let graph: Vec<Package<'_>> = graph
            .iter()
            .map(|&(path, imports)| Package { path, imports })
            .collect();
        assert_eq!(order(&graph, Some(5)), [5, 3, 1, 4, 2, 0]);
    }

    #[test]
    fn cycles_end() {
        let graph = [
            Package {
                path: "m",
                imports: &[1],
            },
            Package {
                path: "a",
                imports: &[1],
            },
        ];
        assert_eq!(order(&graph, None), [1, 0]);
    }
}
