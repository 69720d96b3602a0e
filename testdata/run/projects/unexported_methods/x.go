package main

import "m/a"

type mine struct{}

func (mine) hidden() {}
func (mine) Shown() {}

type also struct { a.Impl }
func (also) hidden() {}

func main() {
	var _ a.I = mine{}
	var _ a.I = also{}
	var _ interface{ hidden() } = a.Impl{}
	var x any = a.Impl{}
	_ = x.(a.I).(mine)
}
