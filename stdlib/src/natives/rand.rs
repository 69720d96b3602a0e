//! Packages math/rand and math/rand/v2.

use crate::abi::{at, natives};

/// What seeding mixes into the state: 607 words.
static COOKED: &[u8] = include_bytes!("../../go/math/rand/cooked.bin");
const WORDS: usize = 607;

fn step(x: u64) -> u64 {
    x * 48271 % 0x7fff_ffff
}

/// Fills the state of math/rand's lagged Fibonacci generator.
fn seed_state(seed: i64, state: &mut [u64; WORDS]) {
    let seed = match seed.rem_euclid(0x7fff_ffff) {
        0 => 89_482_311,
        n => n,
    };
    let mut x = seed as u64;
    for _ in 0..20 {
        x = step(x);
    }
    for (word, cooked) in state.iter_mut().zip(COOKED.chunks_exact(8)) {
        let mut mixed = 0;
        for shift in [40, 20, 0] {
            x = step(x);
            mixed ^= x << shift;
        }
        *word = mixed ^ cooked.iter().rev().fold(0, |n, &b| n << 8 | u64::from(b));
    }
}

natives! {
    "math/rand.entropy"(cx; ) -> ret<u64> {
        cx.cache().rng.next_u64()
    }
    "math/rand/v2.entropy"(cx; ) -> ret<u64> {
        cx.cache().rng.next_u64()
    }
    "math/rand.seedState"(cx; seed: i64, state: *mut u8) -> ret<()> {
        // SAFETY: a Go pointer to 607 words.
        seed_state(seed, unsafe { at::<[u64; WORDS]>(state) });
    }
    "math/rand.nextState"(cx; state: *mut u8, tap: *mut u8, feed: *mut u8) -> ret<u64> {
        // SAFETY: Go pointers to 607 words and to two ints, none overlapping.
        let (state, tap, feed) = unsafe { (at::<[u64; WORDS]>(state), at::<usize>(tap), at::<usize>(feed)) };
        for place in [&mut *tap, &mut *feed] {
            *place = place.checked_sub(1).unwrap_or(WORDS - 1);
        }
        let sum = state[*feed % WORDS].wrapping_add(state[*tap % WORDS]);
        state[*feed % WORDS] = sum;
        sum
    }
}
