//! Numbers that look random, the same for the same seed, so that a test does not depend on a run's luck:
//! xorshift, after Marsaglia, "Xorshift RNGs".

pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }

    /// One of several.
    #[allow(dead_code, reason = "not every test chooses so")]
    pub fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.below(list.len())]
    }
}
