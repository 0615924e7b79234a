//! How much memory is held: an allocator that counts, for tests that bound it. What it
//! is asked for beyond a limit it refuses, which ends the program.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

/// The system's allocator, which counts.
pub struct Counting;

/// How many bytes are held, how many were at most, and how many may be.
static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);
static LIMIT: AtomicUsize = AtomicUsize::new(usize::MAX);

impl Counting {
    /// Counts so many bytes more; false when they are too many.
    fn take(size: usize) -> bool {
        let held = HELD.fetch_add(size, Relaxed) + size;
        if held > LIMIT.load(Relaxed) {
            HELD.fetch_sub(size, Relaxed);
            return false;
        }
        MOST.fetch_max(held, Relaxed);
        true
    }
}

// SAFETY: everything is passed on to the system's allocator, or refused with a null.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !Self::take(layout.size()) {
            return std::ptr::null_mut();
        }
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if !Self::take(layout.size()) {
            return std::ptr::null_mut();
        }
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Where it moves, both are held for a while; but large ones are moved in place.
        if size > layout.size() && !Self::take(size - layout.size()) {
            return std::ptr::null_mut();
        }
        if size < layout.size() {
            HELD.fetch_sub(layout.size() - size, Relaxed);
        }
        unsafe { System.realloc(at, layout, size) }
    }
}

/// Does something that may hold `limit` bytes more than are held now; what comes of it,
/// and how many it held at most.
pub fn within<T>(limit: usize, does: impl FnOnce() -> T) -> (T, usize) {
    let before = HELD.load(Relaxed);
    MOST.store(before, Relaxed);
    LIMIT.store(before.saturating_add(limit), Relaxed);
    let done = does();
    LIMIT.store(usize::MAX, Relaxed);
    (done, MOST.load(Relaxed) - before)
}
