package syscall

import "unsafe"

// PROT_NONE and the others are what may be done with a mapping's memory, and its kind.
const (
	PROT_NONE  = 0x0
	PROT_READ  = 0x1
	PROT_WRITE = 0x2
	PROT_EXEC  = 0x4

	MAP_SHARED    = 0x1
	MAP_PRIVATE   = 0x2
	MAP_FIXED     = 0x10
	MAP_ANON      = 0x20
	MAP_ANONYMOUS = 0x20
	MAP_NORESERVE = 0x4000
)

// mmap returns the mapping's address, or 0 and an error number.
func mmap(length, prot, flags, fd int, offset int64) (addr unsafe.Pointer, errno int)
func munmap(addr unsafe.Pointer, length int) (errno int)
func mprotect(addr unsafe.Pointer, length, prot int) (errno int)

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return 4096 }

// Mmap maps length bytes of a file from offset on, or fresh memory with MAP_ANON, and returns them.
// The collector doesn't know them: Munmap frees them.
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error) {
	if length <= 0 {
		return nil, EINVAL
	}
	addr, errno := mmap(length, prot, flags, fd, offset)
	if errno != 0 {
		return nil, Errno(errno)
	}
	return unsafe.Slice((*byte)(addr), length), nil
}

// Munmap frees what Mmap has returned, all of it.
func Munmap(b []byte) error { return errnoErr(munmap(unsafe.Pointer(unsafe.SliceData(b)), cap(b))) }

// Mprotect changes what may be done with the memory of b, which must be whole pages.
func Mprotect(b []byte, prot int) error {
	return errnoErr(mprotect(unsafe.Pointer(unsafe.SliceData(b)), len(b), prot))
}

func errnoErr(errno int) error {
	if errno == 0 {
		return nil
	}
	return Errno(errno)
}
