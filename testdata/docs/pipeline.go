package main

import (
	"fmt"
	"strings"
)

func stage(in <-chan string, f func(string) string) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		for s := range in {
			if t := f(s); t != "" {
				out <- t
			}
		}
	}()
	return out
}

func main() {
	read := make(chan string)
	go func() {
		defer close(read)
		for _, s := range []string{"alpha", "be", "gamma", "delta"} {
			read <- s
		}
	}()
	filter := func(s string) string {
		if len(s) < 3 {
			return ""
		}
		return s
	}
	for s := range stage(stage(read, strings.ToUpper), filter) {
		fmt.Println(s)
	}
}
