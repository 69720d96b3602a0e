package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Signals that the program sends itself: names, contexts, channels, and what is ignored.
func main() {
	for i := 0; i < 36; i++ {
		fmt.Println(i, syscall.Signal(i))
	}
	fmt.Println(os.Interrupt, os.Kill)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	fmt.Println(ctx)
	syscall.Kill(os.Getpid(), syscall.SIGINT)
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	fmt.Printf("%T %#v\n", context.Cause(ctx), context.Cause(ctx))
	stop()
	ctx, stop = signal.NotifyContext(context.Background())
	fmt.Println(ctx)
	stop()
	fmt.Println(ctx.Err(), context.Cause(ctx))
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1)
	syscall.Kill(os.Getpid(), syscall.SIGUSR1)
	s := <-c
	fmt.Printf("%v %T %d\n", s, s, s)
	fmt.Println(signal.Ignored(syscall.SIGUSR1), signal.Ignored(syscall.SIGUSR2))
	signal.Ignore(syscall.SIGINT, syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGINT), signal.Ignored(syscall.SIGHUP))
	syscall.Kill(os.Getpid(), syscall.SIGINT)
	time.Sleep(20 * time.Millisecond)
	signal.Reset(syscall.SIGINT)
	fmt.Println(signal.Ignored(syscall.SIGINT), signal.Ignored(syscall.SIGHUP))
	signal.Notify(c)
	syscall.Kill(os.Getpid(), syscall.SIGQUIT)
	for s := range c {
		if s != syscall.SIGURG {
			fmt.Println(s)
			break
		}
	}
	signal.Stop(c)
	syscall.Kill(os.Getpid(), syscall.SIGUSR1)
	syscall.Kill(os.Getpid(), syscall.SIGUSR2)
	syscall.Kill(os.Getpid(), syscall.SIGALRM)
	time.Sleep(20 * time.Millisecond)
	select {
	case s := <-c:
		fmt.Println("got", s)
	default:
		fmt.Println("nothing")
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		signal.Notify(nil)
	}()
	signal.Reset()
	r, w, _ := os.Pipe()
	r.Close()
	n, err := w.Write([]byte("x"))
	fmt.Println(n, err)
	signal.Ignore()
	fmt.Println(signal.Ignored(syscall.SIGINT), signal.Ignored(syscall.SIGURG), signal.Ignored(syscall.SIGKILL))
	signal.Reset()
	fmt.Println(signal.Ignored(syscall.SIGINT), signal.Ignored(syscall.SIGURG), signal.Ignored(syscall.SIGKILL))
	syscall.Kill(os.Getpid(), syscall.SIGTERM)
	time.Sleep(time.Second)
}
