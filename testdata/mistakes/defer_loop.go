package main

import (
	"fmt"
	"os"
)

func main() {
	f := os.Open("x.txt")
	defer f.close()
	defer f.Close
	fmt.Println(f)
}
