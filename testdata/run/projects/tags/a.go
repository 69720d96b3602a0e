//go:build foo && bar && !baz

package main

func init() { println("a right") }
