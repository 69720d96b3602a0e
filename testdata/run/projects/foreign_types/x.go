package main
import "m/a"
func (a.T) M() {}
func (t *a.T) N() {}
type B = a.T
func (B) O() {}
func main() { a.Const = 2; a.F = nil; a = 3; _ = a; var x a.U; x.y = 1 }
