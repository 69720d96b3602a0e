// Elements of composite literals and values sent on channels give no types to generic functions.
package main

func id[T any](x T) T { return x }

type table struct {
	n int
	f func(string) string
}

func main() {
	_ = table{f: id}
	_ = table{1, id}
	_ = map[string]func(int) int{"a": id}
	_ = []func(int) int{id[int], id}
	var f func(int) int = id
	ch := make(chan func(int) int, 1)
	ch <- id
	ch <- f
}
