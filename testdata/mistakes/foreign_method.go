package main

import (
	"fmt"
	"time"
)

func (n int) Double() int { return n * 2 }

func (t time.Time) Pretty() string { return "" }

func (s []string) Join() string { return "" }

func main() {
	fmt.Println(3)
}
