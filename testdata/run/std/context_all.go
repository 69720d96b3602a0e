package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type key string

func main() {
	bg := context.Background()
	fmt.Println(bg, context.TODO(), bg.Err(), bg.Done() == nil)
	ctx, cancel := context.WithCancel(bg)
	fmt.Println(ctx, ctx.Err())
	child, cancel2 := context.WithCancel(ctx)
	defer cancel2()
	v := context.WithValue(child, key("user"), "ann")
	fmt.Println(v, v.Value(key("user")), v.Value(key("none")))
	cancel()
	<-v.Done()
	fmt.Println(v.Err(), context.Cause(v), ctx.Err() == context.Canceled)
	tctx, tcancel := context.WithTimeout(bg, 10*time.Millisecond)
	defer tcancel()
	<-tctx.Done()
	fmt.Println(tctx.Err(), errors.Is(tctx.Err(), context.DeadlineExceeded), context.Cause(tctx))
	_, ok := tctx.Deadline()
	fmt.Println(ok)
	cctx, ccancel := context.WithCancelCause(bg)
	ccancel(errors.New("why"))
	ccancel(errors.New("again"))
	fmt.Println(cctx.Err(), context.Cause(cctx))
	dctx, dcancel := context.WithTimeoutCause(bg, time.Millisecond, errors.New("too slow"))
	defer dcancel()
	<-dctx.Done()
	fmt.Println(dctx.Err(), context.Cause(dctx))
	wc := context.WithoutCancel(v)
	fmt.Println(wc.Err(), wc.Value(key("user")), wc)
	var wg sync.WaitGroup
	wg.Add(1)
	actx, acancel := context.WithCancel(bg)
	stop := context.AfterFunc(actx, func() { fmt.Println("after"); wg.Done() })
	acancel()
	wg.Wait()
	fmt.Println(stop())
	bctx, bcancel := context.WithCancel(bg)
	stop = context.AfterFunc(bctx, func() { fmt.Println("never") })
	fmt.Println(stop(), stop())
	bcancel()
	past, pcancel := context.WithDeadline(bg, time.Now().Add(-time.Second))
	defer pcancel()
	fmt.Println(past.Err())
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithValue(bg, nil, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		context.WithCancel(nil)
	}()
	parent, pc := context.WithTimeout(bg, time.Hour)
	late, lc := context.WithTimeout(parent, 2*time.Hour)
	defer lc()
	d1, _ := parent.Deadline()
	d2, _ := late.Deadline()
	fmt.Println(d1.Equal(d2))
	pc()
	fmt.Println(late.Err())
}
