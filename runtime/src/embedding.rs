//! [`Runtime`]: everything one running program shares between its workers.

use crate::heap::Heap;
use crate::itab::ItabTable;
use crate::rtype::TypeRegistry;
use crate::sched::Sched;

/// What the embedder chooses, usually from the environment.
#[derive(Clone, Debug)]
pub struct Config {
    /// GOMAXPROCS.
    pub workers: usize,
    /// GOGC; negative: off.
    pub gc_percent: i32,
    /// GOMEMLIMIT in bytes; `i64::MAX`: none.
    pub memory_limit: i64,
    /// Seeds the workers' random sources.
    pub seed: u64,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            workers: 1,
            gc_percent: 100,
            memory_limit: i64::MAX,
            seed: 0,
        }
    }
}

/// One program's run-time state. Workers and tasks refer to it by address: it stays where it is
/// until every worker has ended. Several may exist one after another.
pub struct Runtime {
    pub heap: Heap,
    pub types: TypeRegistry,
    pub itabs: ItabTable,
    pub sched: Sched,
}

impl Runtime {
    /// A fresh runtime; `Err` if the address space for the heap cannot be reserved.
    pub fn new(config: &Config) -> Result<Box<Runtime>, String> {
        Ok(Box::new(Runtime {
            heap: Heap::new(config)?,
            types: TypeRegistry::new(),
            itabs: ItabTable::new(),
            sched: Sched::new(config),
        }))
    }
}
