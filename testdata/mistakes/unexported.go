package main

import (
	"fmt"
	"strings"
	"sync"
)

func main() {
	var m sync.Mutex
	m.lock()
	var b strings.Builder
	fmt.Println(b.buf)
	fmt.Println(strings.toUpper("x"))
}
