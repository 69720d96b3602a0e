// Package atomic reads and changes single words of memory that goroutines share, each in one step
// that no other goroutine can divide. All its operations are seen by all goroutines in one and the
// same order.
//
//	var hits atomic.Int64
//	var wg sync.WaitGroup
//	for range 100 {
//		wg.Go(func() { hits.Add(1) })
//	}
//	wg.Wait()
//	fmt.Println(hits.Load()) // 100
//
// The types (Int64, Bool, Pointer and so on) are safer than the functions, since they allow nothing
// but atomic access. They must not be copied once in use. For more than one word use a sync.Mutex
// or a channel.
package atomic

import "unsafe"

// LoadInt32 returns *addr. See the type Int32, which is harder to misuse.
func LoadInt32(addr *int32) (val int32)

// StoreInt32 sets *addr to val.
func StoreInt32(addr *int32, val int32)

// SwapInt32 sets *addr to new and returns the value before.
func SwapInt32(addr *int32, new int32) (old int32)

// CompareAndSwapInt32 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool)

// AddInt32 adds delta to *addr, wrapping around, and returns the sum.
func AddInt32(addr *int32, delta int32) (new int32)

// AndInt32 sets *addr to *addr & mask and returns the value before.
func AndInt32(addr *int32, mask int32) (old int32)

// OrInt32 sets *addr to *addr | mask and returns the value before.
func OrInt32(addr *int32, mask int32) (old int32)

// Int32 holds an int32 that goroutines may share. Its zero value is 0; it must not be copied once
// in use.
type Int32 struct {
	_ noCopy
	v int32
}

// Load returns the value.
func (x *Int32) Load() int32

// Store sets the value.
func (x *Int32) Store(val int32)

// Swap sets the value and returns the one before.
func (x *Int32) Swap(new int32) (old int32)

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (x *Int32) CompareAndSwap(old, new int32) (swapped bool)

// Add adds delta, wrapping around, and returns the sum.
func (x *Int32) Add(delta int32) (new int32)

// And keeps the bits that mask has and returns the value before.
func (x *Int32) And(mask int32) (old int32)

// Or sets the bits that mask has and returns the value before.
func (x *Int32) Or(mask int32) (old int32)

// LoadInt64 returns *addr. See the type Int64, which is harder to misuse.
func LoadInt64(addr *int64) (val int64)

// StoreInt64 sets *addr to val.
func StoreInt64(addr *int64, val int64)

// SwapInt64 sets *addr to new and returns the value before.
func SwapInt64(addr *int64, new int64) (old int64)

// CompareAndSwapInt64 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool)

// AddInt64 adds delta to *addr, wrapping around, and returns the sum.
func AddInt64(addr *int64, delta int64) (new int64)

// AndInt64 sets *addr to *addr & mask and returns the value before.
func AndInt64(addr *int64, mask int64) (old int64)

// OrInt64 sets *addr to *addr | mask and returns the value before.
func OrInt64(addr *int64, mask int64) (old int64)

// Int64 holds an int64 that goroutines may share. Its zero value is 0; it must not be copied once
// in use.
//
//	var next atomic.Int64
//	id := next.Add(1) // every goroutine gets another number
type Int64 struct {
	_ noCopy
	v int64
}

// Load returns the value.
func (x *Int64) Load() int64

// Store sets the value.
func (x *Int64) Store(val int64)

// Swap sets the value and returns the one before.
func (x *Int64) Swap(new int64) (old int64)

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (x *Int64) CompareAndSwap(old, new int64) (swapped bool)

// Add adds delta, wrapping around, and returns the sum.
func (x *Int64) Add(delta int64) (new int64)

// And keeps the bits that mask has and returns the value before.
func (x *Int64) And(mask int64) (old int64)

// Or sets the bits that mask has and returns the value before.
func (x *Int64) Or(mask int64) (old int64)

// LoadUint32 returns *addr. See the type Uint32, which is harder to misuse.
func LoadUint32(addr *uint32) (val uint32)

// StoreUint32 sets *addr to val.
func StoreUint32(addr *uint32, val uint32)

// SwapUint32 sets *addr to new and returns the value before.
func SwapUint32(addr *uint32, new uint32) (old uint32)

// CompareAndSwapUint32 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool)

// AddUint32 adds delta to *addr, wrapping around, and returns the sum. To subtract c, add
// ^uint32(c-1).
func AddUint32(addr *uint32, delta uint32) (new uint32)

// AndUint32 sets *addr to *addr & mask and returns the value before.
func AndUint32(addr *uint32, mask uint32) (old uint32)

// OrUint32 sets *addr to *addr | mask and returns the value before.
func OrUint32(addr *uint32, mask uint32) (old uint32)

// Uint32 holds a uint32 that goroutines may share. Its zero value is 0; it must not be copied once
// in use.
type Uint32 struct {
	_ noCopy
	v uint32
}

// Load returns the value.
func (x *Uint32) Load() uint32

// Store sets the value.
func (x *Uint32) Store(val uint32)

// Swap sets the value and returns the one before.
func (x *Uint32) Swap(new uint32) (old uint32)

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (x *Uint32) CompareAndSwap(old, new uint32) (swapped bool)

// Add adds delta, wrapping around, and returns the sum. To subtract c, add ^uint32(c-1).
func (x *Uint32) Add(delta uint32) (new uint32)

// And keeps the bits that mask has and returns the value before.
func (x *Uint32) And(mask uint32) (old uint32)

// Or sets the bits that mask has and returns the value before.
func (x *Uint32) Or(mask uint32) (old uint32)

// LoadUint64 returns *addr. See the type Uint64, which is harder to misuse.
func LoadUint64(addr *uint64) (val uint64)

// StoreUint64 sets *addr to val.
func StoreUint64(addr *uint64, val uint64)

// SwapUint64 sets *addr to new and returns the value before.
func SwapUint64(addr *uint64, new uint64) (old uint64)

// CompareAndSwapUint64 sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool)

// AddUint64 adds delta to *addr, wrapping around, and returns the sum. To subtract c, add
// ^uint64(c-1).
func AddUint64(addr *uint64, delta uint64) (new uint64)

// AndUint64 sets *addr to *addr & mask and returns the value before.
func AndUint64(addr *uint64, mask uint64) (old uint64)

// OrUint64 sets *addr to *addr | mask and returns the value before.
func OrUint64(addr *uint64, mask uint64) (old uint64)

// Uint64 holds a uint64 that goroutines may share. Its zero value is 0; it must not be copied once
// in use.
type Uint64 struct {
	_ noCopy
	v uint64
}

// Load returns the value.
func (x *Uint64) Load() uint64

// Store sets the value.
func (x *Uint64) Store(val uint64)

// Swap sets the value and returns the one before.
func (x *Uint64) Swap(new uint64) (old uint64)

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (x *Uint64) CompareAndSwap(old, new uint64) (swapped bool)

// Add adds delta, wrapping around, and returns the sum. To subtract c, add ^uint64(c-1).
func (x *Uint64) Add(delta uint64) (new uint64)

// And keeps the bits that mask has and returns the value before.
func (x *Uint64) And(mask uint64) (old uint64)

// Or sets the bits that mask has and returns the value before.
func (x *Uint64) Or(mask uint64) (old uint64)

// LoadUintptr returns *addr. See the type Uintptr, which is harder to misuse.
func LoadUintptr(addr *uintptr) (val uintptr)

// StoreUintptr sets *addr to val.
func StoreUintptr(addr *uintptr, val uintptr)

// SwapUintptr sets *addr to new and returns the value before.
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr)

// CompareAndSwapUintptr sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool)

// AddUintptr adds delta to *addr, wrapping around, and returns the sum.
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr)

// AndUintptr sets *addr to *addr & mask and returns the value before.
func AndUintptr(addr *uintptr, mask uintptr) (old uintptr)

// OrUintptr sets *addr to *addr | mask and returns the value before.
func OrUintptr(addr *uintptr, mask uintptr) (old uintptr)

// Uintptr holds a uintptr that goroutines may share. Its zero value is 0; it must not be copied
// once in use.
type Uintptr struct {
	_ noCopy
	v uintptr
}

// Load returns the value.
func (x *Uintptr) Load() uintptr

// Store sets the value.
func (x *Uintptr) Store(val uintptr)

// Swap sets the value and returns the one before.
func (x *Uintptr) Swap(new uintptr) (old uintptr)

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (x *Uintptr) CompareAndSwap(old, new uintptr) (swapped bool)

// Add adds delta, wrapping around, and returns the sum.
func (x *Uintptr) Add(delta uintptr) (new uintptr)

// And keeps the bits that mask has and returns the value before.
func (x *Uintptr) And(mask uintptr) (old uintptr)

// Or sets the bits that mask has and returns the value before.
func (x *Uintptr) Or(mask uintptr) (old uintptr)

// LoadPointer returns *addr. See the type Pointer, which is harder to misuse.
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer)

// StorePointer sets *addr to val.
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer)

// SwapPointer sets *addr to new and returns the value before.
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer)

// CompareAndSwapPointer sets *addr to new if it is old, and reports whether it did.
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool)

type noCopy struct{}

// Bool holds a bool that goroutines may share. Its zero value is false; it must not be copied once
// in use.
type Bool struct {
	_ noCopy
	v uint32
}

func word(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// Load returns the value.
func (x *Bool) Load() bool { return LoadUint32(&x.v) != 0 }

// Store sets the value.
func (x *Bool) Store(val bool) { StoreUint32(&x.v, word(val)) }

// Swap sets the value and returns the one before.
func (x *Bool) Swap(new bool) (old bool) { return SwapUint32(&x.v, word(new)) != 0 }

// CompareAndSwap sets the value to new if it is old, and reports whether it did.
func (x *Bool) CompareAndSwap(old, new bool) (swapped bool) {
	return CompareAndSwapUint32(&x.v, word(old), word(new))
}

// Pointer holds a *T that goroutines may share. Its zero value is nil; it must not be copied once
// in use.
//
//	var config atomic.Pointer[Config]
//	config.Store(&Config{Port: 80}) // readers see the old or the new one, never a mixture
//	port := config.Load().Port
//
// What it points to is not protected: once shared it should not change.
type Pointer[T any] struct {
	_ [0]*T
	_ noCopy
	v unsafe.Pointer
}

// Load returns the pointer.
func (x *Pointer[T]) Load() *T { return (*T)(LoadPointer(&x.v)) }

// Store sets the pointer.
func (x *Pointer[T]) Store(val *T) { StorePointer(&x.v, unsafe.Pointer(val)) }

// Swap sets the pointer and returns the one before.
func (x *Pointer[T]) Swap(new *T) (old *T) { return (*T)(SwapPointer(&x.v, unsafe.Pointer(new))) }

// CompareAndSwap sets the pointer to new if it is old, and reports whether it did.
func (x *Pointer[T]) CompareAndSwap(old, new *T) (swapped bool) {
	return CompareAndSwapPointer(&x.v, unsafe.Pointer(old), unsafe.Pointer(new))
}

// Value holds a value of any type, but always of the same one, that goroutines may share. It must
// not be copied once in use. Pointer is the better choice where it fits.
type Value struct {
	v unsafe.Pointer // *any, never changed once published
}

// Load returns the value stored last, or nil if there was none.
func (v *Value) Load() (val any) {
	if p := (*any)(LoadPointer(&v.v)); p != nil {
		return *p
	}
	return nil
}

// Store sets the value. It panics if val is nil or of another type than the values before.
func (v *Value) Store(val any) { v.exchange(val, "store") }

// Swap sets the value and returns the one before, nil at first. It panics as Store does.
func (v *Value) Swap(new any) (old any) { return v.exchange(new, "swap") }

func (v *Value) exchange(val any, op string) any {
	if val == nil {
		panic("sync/atomic: " + op + " of nil value into Value")
	}
	for {
		p := LoadPointer(&v.v)
		var old any
		if p != nil {
			old = *(*any)(p)
			if !sameType(old, val) {
				panic("sync/atomic: " + op + " of inconsistently typed value into Value")
			}
		}
		if CompareAndSwapPointer(&v.v, p, unsafe.Pointer(&val)) {
			return old
		}
	}
}

// CompareAndSwap sets the value to new if it is equal to old, and reports whether it did. It panics
// as Store does, and if old cannot be compared or is of another type than new.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && !sameType(old, new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	for {
		p := LoadPointer(&v.v)
		var now any
		if p != nil {
			now = *(*any)(p)
			if !sameType(now, new) {
				panic("sync/atomic: compare and swap of inconsistently typed value into Value")
			}
		}
		if now != old {
			return false
		}
		if CompareAndSwapPointer(&v.v, p, unsafe.Pointer(&new)) {
			return true
		}
	}
}

func sameType(a, b any) bool
