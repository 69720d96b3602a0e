package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type page struct {
	url  string
	size int
	err  error
}

// fetch stands for a request; "slow" ones outlast the time limit.
func fetch(ctx context.Context, url string) page {
	d := time.Millisecond
	if url == "slow" {
		d = time.Minute
	}
	select {
	case <-time.After(d):
		return page{url: url, size: len(url) * 100}
	case <-ctx.Done():
		return page{url: url, err: ctx.Err()}
	}
}

func main() {
	urls := []string{"a", "bb", "slow", "ccc", "dddd"}
	jobs, pages := make(chan string), make(chan page)
	limit := time.NewTicker(2 * time.Millisecond)
	defer limit.Stop()
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for url := range jobs {
				<-limit.C
				ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
				pages <- fetch(ctx, url)
				cancel()
			}
		})
	}
	go func() {
		for _, url := range urls {
			jobs <- url
		}
		close(jobs)
		wg.Wait()
		close(pages)
	}()
	got := map[string]page{}
	for p := range pages {
		got[p.url] = p
	}
	for _, url := range urls {
		fmt.Println(url, got[url].size, got[url].err)
	}
}
