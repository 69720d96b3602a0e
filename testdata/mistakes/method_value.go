package main

import "fmt"

type Clock struct{ hour int }

func (c Clock) Hour() int { return c.hour }

func main() {
	c := Clock{3}
	fmt.Println(c.Hour + 1)
	var h int = c.Hour
	fmt.Println(Clock.hour, h)
	c.Hour() = 4
}
