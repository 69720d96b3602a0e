package syscall

import "unsafe"

// Protection and kind of mappings.
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

// Getpagesize is the size of a page of memory.
func Getpagesize() int { return 4096 }

// Mmap maps a part of a file, or fresh memory, which no collection frees.
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

// Munmap gives a whole mapping back.
func Munmap(b []byte) error { return errnoErr(munmap(unsafe.Pointer(unsafe.SliceData(b)), cap(b))) }

// Mprotect changes the protection of pages.
func Mprotect(b []byte, prot int) error {
	return errnoErr(mprotect(unsafe.Pointer(unsafe.SliceData(b)), len(b), prot))
}

func errnoErr(errno int) error {
	if errno == 0 {
		return nil
	}
	return Errno(errno)
}
