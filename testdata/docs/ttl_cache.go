package main

import (
	"fmt"
	"sync"
	"time"
)

type entry struct {
	value   string
	expires time.Time
}

type Cache struct {
	mu    sync.RWMutex
	items map[string]entry
	stop  chan struct{}
}

func NewCache(every time.Duration) *Cache {
	c := &Cache{items: map[string]entry{}, stop: make(chan struct{})}
	go func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case now := <-tick.C:
				c.mu.Lock()
				for k, e := range c.items {
					if now.After(e.expires) {
						delete(c.items, k)
					}
				}
				c.mu.Unlock()
			case <-c.stop:
				return
			}
		}
	}()
	return c
}

func (c *Cache) Set(k, v string, ttl time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.items[k] = entry{v, time.Now().Add(ttl)}
}

func (c *Cache) Get(k string) (string, bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	e, ok := c.items[k]
	if !ok || time.Now().After(e.expires) {
		return "", false
	}
	return e.value, true
}

func (c *Cache) Len() int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return len(c.items)
}

func main() {
	c := NewCache(5 * time.Millisecond)
	c.Set("short", "s", 10*time.Millisecond)
	c.Set("long", "l", time.Hour)
	fmt.Println(c.Get("short"))
	time.Sleep(100 * time.Millisecond)
	fmt.Println(c.Get("short"))
	fmt.Println(c.Get("long"))
	fmt.Println(c.Len())
	close(c.stop)
}
