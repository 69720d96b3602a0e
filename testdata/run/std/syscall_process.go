package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	fmt.Println(syscall.Getpid() == os.Getpid(), syscall.Getppid() == os.Getppid(), syscall.Getuid() == os.Getuid())
	// Ignored by default.
	fmt.Println(syscall.Kill(syscall.Getpid(), syscall.SIGCHLD))
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1)
	syscall.Kill(syscall.Getpid(), syscall.SIGUSR1)
	fmt.Println(<-c)
	fmt.Println(syscall.Kill(1<<30, 0) == syscall.ESRCH)
	n, err := syscall.Write(syscall.Stdout, []byte("written\n"))
	fmt.Println(n, err)
	_, err = syscall.Write(99, []byte("x"))
	fmt.Println(err == syscall.EBADF, err)
	os.Setenv("X_TEST", "1")
	fmt.Println(syscall.Getenv("X_TEST"))
	syscall.Exit(5)
}
