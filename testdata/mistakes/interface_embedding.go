package main

import "fmt"

type Reader interface{ Read() string }

type File struct{}

func (f File) read() string { return "" }

type Disk struct{ Read string }

func main() {
	var r Reader = File{}
	var d Reader = Disk{}
	var e Reader = "text"
	var p *Reader = &r
	fmt.Println(d, e, p.Read(), r.(Disk))
}
