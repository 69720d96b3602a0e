package main

import (
	"sync"
)

var once sync.Once

func setup() {
	once.Do(setup)
}

func main() {
	setup()
}
