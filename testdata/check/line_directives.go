package main

import "fmt"

//line foo.go:10
func f() int { return "a" }

//line /abs/bar.go:20:5
func g() int { return "b" }

/*line baz.go:30:7*/ func h() int { return "c" }

func i() int { return /*line q.go:7*/ "d" }

//line :99
func j() int { return "e" }

//line c:/win.go:5
func l() int { return "g" }

//line ./rel/x.go:3
func main() { fmt.Println(undefined1) }
