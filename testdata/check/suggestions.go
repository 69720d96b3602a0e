package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
)

type T struct{ Name string }

func (t *T) SetName(s string) { t.Name = s }

type Setter interface{ SetName(string) }
type Namer interface{ Name() string }

func main() {
	var t T
	t.name = "a"
	t.Setname("b")
	fmt.println(t)
	strings.toUpper("a")
	_ = os.args
	var wg sync.WaitGroup
	wg.done()
	var s Setter = t
	var n Namer = &t
	_ = T{name: "x"}
	_ = T{"x", 1}
	T.SetName(t, "x")
	_, _ = s, n
	fmt.Printline("x")
	var e error = "text"
	return 1
}
