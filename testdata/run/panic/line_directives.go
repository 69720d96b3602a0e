package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

func where() string {
	_, file, line, _ := runtime.Caller(1)
	return fmt.Sprint(filepath.Base(file), " ", line, " ", filepath.IsAbs(file))
}

func lines() (out []string) {
	pcs := make([]uintptr, 10)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "main.") {
			out = append(out, fmt.Sprint(f.Function, " ", filepath.Base(f.File), ":", f.Line))
		}
		if !more {
			return out
		}
	}
}

//line generated.y:100
func gen() {
	fmt.Println(where())
//line other.y:7
	fmt.Println(where(), /*line :40:1*/ where())
	fmt.Println(lines())
	defer func() {
		recover()
		fmt.Println(lines())
	}()
//line /abs/panic.y:55
	panic("x")
}

//line main.go:1000
func main() {
	gen()
	fmt.Println(where())
}
