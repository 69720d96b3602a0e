package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
)

func main() {
	var buf bytes.Buffer
	l := log.New(&buf, "p: ", log.Lshortfile)
	l.Println("a", 1)
	l.Printf("b %d", 2)
	l.SetFlags(log.Lmsgprefix)
	l.Print("c")
	l.SetPrefix("q: ")
	l.SetFlags(0)
	l.Print("d\n")
	fmt.Print(buf.String())
	fmt.Println(l.Prefix(), l.Flags(), log.Flags() == log.LstdFlags)
	log.SetFlags(log.Lshortfile)
	log.SetOutput(os.Stdout)
	log.Println("std")
	func() {
		defer func() { fmt.Println("r:", recover()) }()
		log.Panicf("bad %d", 1)
		fmt.Println("not reached")
	}()
}
