package main

import "fmt"

func T.m() { }

func main() { fmt.Println() }
