package syscall

import "unsafe"

// Stdin, Stdout and Stderr are the descriptors of the standard files.
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

// Kill sends a signal to a process.
func Kill(pid int, sig Signal) error { return errnoErr(kill(pid, int(sig))) }

// Getpid returns the number of the process.
func Getpid() (pid int) { return id(0) }

// Getppid returns the number of the parent process.
func Getppid() (ppid int) { return id(1) }

// Getuid returns the number of the user.
func Getuid() (uid int) { return id(2) }

// Geteuid returns the number of the user whose rights the process has.
func Geteuid() (euid int) { return id(3) }

// Getgid returns the number of the group.
func Getgid() (gid int) { return id(4) }

// Getegid returns the number of the group whose rights the process has.
func Getegid() (egid int) { return id(5) }

// Exit ends the process at once with that status.
func Exit(code int) { exit(code) }

// Getenv returns a variable of the environment, and whether it is set.
func Getenv(key string) (value string, found bool) { return lookup(key) }

// Write writes p to a descriptor. Other goroutines of the thread wait meanwhile.
func Write(fd int, p []byte) (n int, err error) {
	n, errno := rw(fd, unsafe.Pointer(unsafe.SliceData(p)), len(p), true)
	return n, errnoErr(errno)
}

// Read reads from a descriptor into p. Other goroutines of the thread wait meanwhile.
func Read(fd int, p []byte) (n int, err error) {
	n, errno := rw(fd, unsafe.Pointer(unsafe.SliceData(p)), len(p), false)
	return n, errnoErr(errno)
}

// Close closes a descriptor.
func Close(fd int) error { return errnoErr(closeFile(fd)) }
