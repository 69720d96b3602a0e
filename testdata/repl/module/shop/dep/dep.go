// Package greet greets.
package greet

import "example.com/dep/inner"

// Hello greets someone.
func Hello(name string) string { return inner.Hi + ", " + name }
