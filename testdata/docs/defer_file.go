package main

import (
	"errors"
	"fmt"
	"os"
)

func handleFile(name string) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() {
		fmt.Println("closing")
		file.Close()
	}()
	buf := make([]byte, 7)
	n, err := file.Read(buf)
	fmt.Println(n, string(buf[:n]), err)
	return nil
}

func main() {
	fmt.Println(handleFile("defer_file.go"))
	err := handleFile("missing.txt")
	fmt.Println(err, errors.Is(err, os.ErrNotExist))
}
