package main

type B struct { a *A; i I }
type C [2]int
type D = map[C]*A
type J = I
type impl struct{}
func (impl) Do(j J) I { println("do", j == nil); return nil }
var m = k * 2
