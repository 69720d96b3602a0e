package main

type A struct{ b B }

type B struct{ c [2]C }

type C struct{ a A }

type I interface{ J }

type J interface{ I }

type L []L

type X X

type G[T any] struct{ g *G[G[T]] }

var x = y

var y = f()

func f() int { return x }

func main() {}
