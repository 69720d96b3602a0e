// Package util has prices.
package util

import (
	"fmt"
	"strings"

	"example.com/shop/internal/secret"
)

func init() { fmt.Println("util starts") }

// Price is an amount in cents.
type Price int

// String shows it with a currency.
func (p Price) String() string { return fmt.Sprintf("%d.%02d", int(p)/100, int(p)%100) }

// Item is sold.
type Item struct {
	Name string
	P    Price
	tags []string
}

// Default is what is sold.
var Default = Item{"tea", 250, nil}

// Limit is the most.
const Limit = 10

// Add adds.
func Add(a, b Price) Price { return a + b + Price(secret.Zero) }

// Fail panics.
func Fail(i int) int {
	var xs []int
	return xs[i]
}

// Map maps.
func Map[T, U any](xs []T, f func(T) U) []U {
	var out []U
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Up(s string) string { return strings.ToUpper(s) }
