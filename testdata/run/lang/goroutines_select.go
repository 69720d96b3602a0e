// Channels, select and goroutines: directions, nil channels, evaluation, closing, labels.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type Sem chan struct{}

func (s Sem) Acquire() { s <- struct{}{} }
func (s Sem) Release() { <-s }

func gen(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := range n {
			c <- i
		}
	}()
	return c
}
func tr(s string, c chan int) chan int { fmt.Print(s, " "); return c }
func trv(s string, v int) int          { fmt.Print(s, " "); return v }

func merge[T any](cs ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	wg.Add(len(cs))
	for _, c := range cs {
		go func() {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
	stop func()
}

func (g *group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err; g.stop() })
		}
	}()
}
func (g *group) Wait() error { g.wg.Wait(); g.stop(); return g.err }

type req struct {
	n     int
	reply chan<- int
}

func server(reqs <-chan req, quit <-chan chan string) {
	total := 0
	for {
		select {
		case r, ok := <-reqs:
			if !ok {
				reqs = nil
				continue
			}
			total += r.n
			r.reply <- total
		case q := <-quit:
			q <- fmt.Sprint("total ", total)
			return
		}
	}
}

func main() {
	c := make(chan int, 2)
	fmt.Println(len(c), cap(c), cap(chan int(nil)), len((chan int)(nil)))
	c <- 1
	select {
	case c <- 2:
		fmt.Println("sent")
	default:
		fmt.Println("full")
	}
	select {
	case c <- 3:
		fmt.Println("sent")
	default:
		fmt.Println("full")
	}
	close(c)
	for v := range c {
		fmt.Print(v, " ")
	}
	v, ok := <-c
	fmt.Println(v, ok)
	var ro <-chan int = c
	var so chan<- int = make(chan int, 1)
	so <- 4
	fmt.Printf("%T %T %T\n", ro, so, (<-chan (<-chan int))(nil))
	var nilc chan int
	select {
	case <-nilc:
	case nilc <- 1:
	default:
		fmt.Println("nil channels never ready")
	}
	a, b := make(chan int, 1), make(chan int, 1)
	select {
	case tr("a", a) <- trv("va", 1):
		fmt.Println("<- a")
	case v := <-tr("nil", nil):
		fmt.Println(v)
	}
	var arr [2]int
	i := 0
	b <- 7
	select {
	case arr[func() int { i++; return i }()] = <-b:
	}
	var m map[string]int
	func() {
		defer func() { fmt.Println("m:", recover()) }()
		b <- 1
		select {
		case m["x"] = <-b:
		}
	}()
	fmt.Println(arr, i)
	sum := 0
	for v := range merge(gen(10), gen(20), gen(5)) {
		sum += v
	}
	fmt.Println(sum)
	reqs, quit := make(chan req), make(chan chan string)
	go server(reqs, quit)
	reply := make(chan int)
	for i := range 5 {
		reqs <- req{i, reply}
		fmt.Print(<-reply, " ")
	}
	close(reqs)
	q := make(chan string)
	quit <- q
	fmt.Println(<-q)
	sem := make(Sem, 2)
	var mu sync.Mutex
	var wg sync.WaitGroup
	active, most := 0, 0
	for range 10 {
		wg.Go(func() {
			sem.Acquire()
			defer sem.Release()
			mu.Lock()
			active++
			most = max(most, active)
			mu.Unlock()
			time.Sleep(time.Millisecond)
			mu.Lock()
			active--
			mu.Unlock()
		})
	}
	wg.Wait()
	fmt.Println(most <= 2, active)
	ctx, cancel := context.WithCancelCause(context.Background())
	g := &group{stop: func() { cancel(errors.New("stopped")) }}
	for i := range 3 {
		g.Go(func() error {
			if i == 1 {
				return fmt.Errorf("task %d", i)
			}
			<-ctx.Done()
			return nil
		})
	}
	fmt.Println(g.Wait(), ctx.Err(), context.Cause(ctx))
	tctx, tc := context.WithTimeout(context.WithValue(context.Background(), "k", 5), 5*time.Millisecond)
	defer tc()
	select {
	case <-tctx.Done():
		fmt.Println(tctx.Err(), tctx.Value("k"), errors.Is(tctx.Err(), context.DeadlineExceeded))
	case <-time.After(5 * time.Second):
		fmt.Println("late")
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		cc := make(chan int, 1)
		close(cc)
		select {
		case cc <- 1:
		default:
		}
	}()
	cc := make(chan chan chan int, 1)
	c2 := make(chan chan int, 1)
	c3 := make(chan int, 1)
	cc <- c2
	c2 <- c3
	c3 <- 42
	fmt.Println(<-<-<-cc)
	type T struct{ c [2]chan struct{ x, y int } }
	var t T
	t.c[1] = make(chan struct{ x, y int }, 1)
	t.c[1] <- struct{ x, y int }{1, 2}
	fmt.Println((<-t.c[1]).y)
	fc := make(chan func() string, 1)
	fc <- func() string { return "called" }
	fmt.Println((<-fc)())
	ec := make(chan error, 2)
	ec <- nil
	fmt.Println(<-ec == nil)
	big := make(chan [1000]int, 1)
	var ba [1000]int
	ba[999] = 5
	big <- ba
	ba[999] = 6
	fmt.Println((<-big)[999])
	n := 0
Loop:
	for {
		select {
		case v, ok := <-ro:
			if !ok {
				n++
				if n < 3 {
					continue Loop
				}
				break Loop
			}
			_ = v
		}
	}
	fmt.Println(n)
	tick := time.NewTicker(time.Millisecond)
	for range 3 {
		<-tick.C
	}
	tick.Stop()
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	cond := sync.NewCond(&mu)
	ready := false
	go func() { mu.Lock(); ready = true; mu.Unlock(); cond.Broadcast() }()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
	ov := sync.OnceValue(func() int { n++; return n })
	fmt.Println(ov(), ov())
	done := make(chan bool)
	x := 1
	go func(v int, f func()) { fmt.Println("arg", v); f(); done <- true }(x, func() { x = 9 })
	x++
	<-done
	fmt.Println(x)
	defer fmt.Println("deferred", x)
	defer func(c chan<- int) { close(c) }(so)
	x = 100
	select {
	case <-func() chan int { c := make(chan int); close(c); return c }():
		fmt.Println("closed recv")
	}
}
