package main

type A struct { b *B; f func(C) D }
type I interface { Do(J) I }

func main() { a := &A{}; a.b = &B{a, nil}; println(a.b.a == a, len(C{1,2}), n) ; var i I = impl{}; i.Do(nil) }
var n = m + 1
