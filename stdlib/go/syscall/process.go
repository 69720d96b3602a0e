package syscall

import "unsafe"

// The standard files.
var (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

func kill(pid, signal int) (errno int)

// id is one of the process's numbers.
func id(which int) int

func rw(fd int, p unsafe.Pointer, n int, write bool) (done, errno int)
func closeFile(fd int) (errno int)
func exit(code int)
func lookup(key string) (value string, found bool)

// Kill sends a signal.
func Kill(pid int, sig Signal) error { return errnoErr(kill(pid, int(sig))) }

func Getpid() (pid int)   { return id(0) }
func Getppid() (ppid int) { return id(1) }
func Getuid() (uid int)   { return id(2) }
func Geteuid() (euid int) { return id(3) }
func Getgid() (gid int)   { return id(4) }
func Getegid() (egid int) { return id(5) }

// Exit ends the process.
func Exit(code int) { exit(code) }

// Getenv looks a variable of the environment up.
func Getenv(key string) (value string, found bool) { return lookup(key) }

// Write writes p to a file; it blocks the thread.
func Write(fd int, p []byte) (n int, err error) {
	n, errno := rw(fd, unsafe.Pointer(unsafe.SliceData(p)), len(p), true)
	return n, errnoErr(errno)
}

// Read reads from a file into p; it blocks the thread.
func Read(fd int, p []byte) (n int, err error) {
	n, errno := rw(fd, unsafe.Pointer(unsafe.SliceData(p)), len(p), false)
	return n, errnoErr(errno)
}

func Close(fd int) error { return errnoErr(closeFile(fd)) }
