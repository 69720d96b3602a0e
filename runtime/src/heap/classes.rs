//! Size classes: the sizes that small objects are rounded up to.
//!
//! They are those of Go 1.26, because programs see them: `cap` after `append` is rounded up to a
//! size class. How many pages a span of a class takes is our own choice.

/// A page is the unit in which spans are made.
pub const PAGE_SHIFT: usize = 13;
pub const PAGE_SIZE: usize = 1 << PAGE_SHIFT;

/// The largest object that shares its span with others.
pub const MAX_SMALL: usize = 32768;

/// Most objects in a span.
pub const MAX_OBJECTS: usize = 1024;

pub const CLASSES: usize = SIZES.len();

/// By class. Class 0 stands for objects that have a span for themselves.
const SIZES: [u16; 68] = [
    0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320,
    352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792,
    2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728,
    10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672,
    32768,
];

/// The size of the objects of a class.
pub const fn class_size(class: usize) -> usize {
    SIZES[class] as usize
}

/// Up to this size, classes are looked up in steps of 8 bytes, beyond in steps of 128.
const FINE_MAX: usize = 1024;

const fn build<const N: usize>(start: usize, step: usize) -> [u8; N] {
    let mut table = [0; N];
    let mut class = 1;
    let mut i = 0;
    while i < N {
        let size = start + i * step;
        while class_size(class) < size {
            class += 1;
        }
        table[i] = class as u8;
        i += 1;
    }
    table
}

static FINE: [u8; FINE_MAX / 8 + 1] = build(0, 8);
static COARSE: [u8; (MAX_SMALL - FINE_MAX) / 128 + 1] = build(FINE_MAX, 128);

/// The class for an object of `size` bytes, `size <= MAX_SMALL`.
#[inline(always)]
pub fn class_of(size: usize) -> usize {
    if size <= FINE_MAX {
        FINE[(size + 7) >> 3] as usize
    } else {
        COARSE[(size - FINE_MAX + 127) >> 7] as usize
    }
}

/// How many pages a span of this class has: the fewest that hold eight objects (if they are not
/// large) and leave at most an eighth unused.
const fn span_pages(size: usize) -> usize {
    let wanted = if size <= 1024 { 8 } else { 4 };
    let mut pages = 1;
    while pages * PAGE_SIZE < wanted * size || (pages * PAGE_SIZE) % size > pages * PAGE_SIZE / 8 {
        pages += 1;
    }
    pages
}

/// What a span of a class looks like.
#[derive(Clone, Copy)]
pub struct Shape {
    pub size: u32,
    pub pages: u32,
    pub objects: u32,
    /// `offset * magic >> 32` is the index of the object that `offset` lies in.
    pub magic: u32,
}

pub static SHAPES: [Shape; CLASSES] = {
    let mut shapes = [Shape {
        size: 0,
        pages: 0,
        objects: 1,
        magic: 0,
    }; CLASSES];
    let mut class = 1;
    while class < CLASSES {
        let size = class_size(class);
        let pages = span_pages(size);
        shapes[class] = Shape {
            size: size as u32,
            pages: pages as u32,
            objects: (pages * PAGE_SIZE / size) as u32,
            magic: (u32::MAX / size as u32) + 1,
        };
        assert!(pages * PAGE_SIZE / size <= MAX_OBJECTS);
        class += 1;
    }
    shapes
};

/// The bytes that an allocation of `size` bytes really takes.
pub fn rounded_size(size: usize) -> usize {
    if size <= MAX_SMALL {
        class_size(class_of(size))
    } else {
        size.checked_next_multiple_of(PAGE_SIZE).unwrap_or(size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_gets_the_smallest_class_that_holds_it() {
        for size in 1..=MAX_SMALL {
            let class = class_of(size);
            assert!(
                class_size(class) >= size && class_size(class - 1) < size,
                "{size}"
            );
        }
    }

    #[test]
    fn magic_divides() {
        for shape in &SHAPES[1..] {
            for offset in 0..shape.pages as usize * PAGE_SIZE {
                let index = (offset as u64 * u64::from(shape.magic)) >> 32;
                assert_eq!(index as usize, offset / shape.size as usize);
            }
        }
    }
}
