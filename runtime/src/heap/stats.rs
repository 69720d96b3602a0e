//! What `runtime.ReadMemStats` reports.

/// `runtime.MemStats`, without what concerns other parts of the runtime (stacks in particular).
#[derive(Clone, Copy, Debug, Default)]
pub struct MemStats {
    pub alloc: u64,
    pub total_alloc: u64,
    pub sys: u64,
    pub mallocs: u64,
    pub frees: u64,
    pub heap_alloc: u64,
    pub heap_sys: u64,
    pub heap_idle: u64,
    pub heap_inuse: u64,
    pub heap_released: u64,
    pub heap_objects: u64,
    pub next_gc: u64,
    /// Nanoseconds since 1970.
    pub last_gc: u64,
    pub pause_total_ns: u64,
    pub pause_ns: u64,
    pub num_gc: u32,
    pub num_forced_gc: u32,
    pub gc_sys: u64,
}
