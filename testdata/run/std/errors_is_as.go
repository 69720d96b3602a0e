package main

import (
	"errors"
	"fmt"
)

type code int

func (c code) Error() string        { return fmt.Sprintf("code %d", int(c)) }
func (c code) Is(target error) bool { return target == errAny }

type detail struct{ what string }

func (d *detail) Error() string { return d.what }

var errAny = errors.New("any code")

func main() {
	base := errors.New("base")
	wrapped := fmt.Errorf("outer: %w", fmt.Errorf("inner: %w", base))
	fmt.Println(wrapped, errors.Is(wrapped, base), errors.Is(base, wrapped), errors.Unwrap(wrapped))
	fmt.Println(errors.Is(fmt.Errorf("x: %w", code(3)), errAny), errors.Is(nil, base), errors.Is(base, nil))

	joined := errors.Join(nil, wrapped, code(7), &detail{"deep"})
	fmt.Println(joined)
	var c code
	var d *detail
	fmt.Println(errors.As(joined, &c), int(c), errors.As(joined, &d), d.what, errors.Is(joined, base))
	if found, ok := errors.AsType[*detail](joined); ok {
		fmt.Println("as type", found.what)
	}
	var any interface{ Is(error) bool }
	fmt.Println(errors.As(joined, &any), any)
	fmt.Println(errors.Join(nil, nil) == nil, errors.New("a") == errors.New("a"))
	defer func() { fmt.Println("panic:", recover()) }()
	errors.As(base, nil)
}
